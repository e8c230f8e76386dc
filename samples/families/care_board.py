"""An integrated care board's project on a page: banner, facts in cells, tables within the cells of a layout table."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Risk, Update
from samples.word import COLOURS, Sheet, bullet, para, rate, row, run, shade, write

NAVY = "003087"
PALE = "E8EDEE"
LABELS = {
    "Overall": "overall",
    "Timescales": "schedule",
    "Finance": "cost",
    "Quality and safety": "quality",
    "Benefits": "benefits",
}
ORDER = ("Red", "Amber", "Green", "Blue")
RISK_HEADS = ("ID", "Risk", "Mitigation", "Owner", "Score")
ISSUE_HEADS = ("ID", "Issue", "Action", "Owner")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Arial", 8.5, landscape=True, margin_cm=1.2)
    run(sheet.footer.paragraphs[0], "Saltmarsh Integrated Care Board – Digital Portfolio Office", size=7.5)
    _banner(sheet, update)
    para(sheet.body)
    outer = sheet.table([13.6, 13.6])
    left, right = outer.add_row().cells
    left.width = right.width = Cm(13.6)
    ratings = _brag(left, update)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("Key achievements since last update", update.done, "completed"),
        ("Focus for the next four weeks", update.planned, "planned"),
    ):
        write(left, title, bold=True, size=10, color=NAVY)
        for task in tasks:
            bullet(left, task.text)
            activities.append(gold.activity(kind, task.text))
    milestones = _milestones(right, update)
    risks = _risks(right, "Top risks", RISK_HEADS, update.of_kind("risk"))
    risks += _risks(right, "Live issues", ISSUE_HEADS, update.of_kind("issue"))
    write(right, "Asks of the Digital Board", bold=True, size=10, color=NAVY)
    for text in update.decisions:
        bullet(right, text)
    if not update.decisions:
        write(right, "None this month")
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _banner(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([20.0, 7.2])
    left, right = row(grid, [None, None], fill=NAVY)
    write(left, project.name, bold=True, size=17, color="FFFFFF")
    write(right, f"Project on a page: {dates.month_year(update.first_day)}", bold=True, color="FFFFFF")
    para(sheet.body)
    grid = sheet.table([6.8] * 4)
    cells = grid.add_row().cells
    for cell, (label, value) in zip(
        cells,
        (
            ("Executive sponsor", project.sponsor),
            ("Project manager", project.manager),
            ("Project ID", project.reference),
            ("Last updated", dates.slashed(update.reported)),
        ),
        strict=True,
    ):
        write(cell, label, bold=True, size=7.5, color=NAVY)
        write(cell, value)


def _within(cell: Any, widths_cm: tuple[float, ...], heads: tuple[str, ...]) -> Any:
    """A table inside a cell, with its header row."""
    grid = cell.add_table(0, len(widths_cm))
    grid.style = "Table Grid"
    grid.autofit = False
    for column, width in zip(grid.columns, widths_cm, strict=True):
        column.width = Cm(width)
    row(grid, heads, bold=True, fill=PALE, size=8)
    return grid


def _brag(cell: Any, update: Update) -> list[Record]:
    write(cell, "BRAG", bold=True, size=10, color=NAVY)
    grid = _within(cell, (2.7, 1.3, 1.3, 1.2, 6.5), ("Domain", "Prev.", "Now", "Trend", "Narrative"))
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, _trend(rated.previous, rated.current), rated.comment])
        if rated.previous:
            rate(cells[1], rated.previous, rated.previous[0])
        rate(cells[2], rated.current, rated.current[0], bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _trend(before: str | None, now: str) -> str:
    if before in (None, now):
        return "►"
    return "▲" if ORDER.index(now) > ORDER.index(str(before)) else "▼"


def _milestones(cell: Any, update: Update) -> list[Record]:
    write(cell, "Milestones", bold=True, size=10, color=NAVY)
    grid = _within(cell, (6.4, 2.5, 2.5, 1.6), ("Milestone", "Plan", "Forecast", "BRAG"))
    records = []
    for item in update.milestones:
        cells = row(grid, [item.text, dates.short(item.baseline), dates.short(item.forecast), None])
        rate(cells[3], item.rating, item.rating[0])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=item.forecast, rating=item.rating)
        )
    return records


def _risks(cell: Any, title: str, heads: tuple[str, ...], risks: tuple[Risk, ...]) -> list[Record]:
    write(cell, title, bold=True, size=10, color=NAVY)
    if not risks:
        write(cell, "None")
        return []
    scored = "Score" in heads
    grid = _within(cell, (1.1, 4.6, 4.0, 2.1, 1.2) if scored else (1.1, 5.0, 4.5, 2.4), heads)
    records = []
    for risk in risks:
        texts = [risk.reference, risk.text, risk.response, risk.owner]
        cells = row(grid, [*texts, str(risk.score)] if scored else texts, size=8)
        if scored:
            shade(cells[4], COLOURS[risk.rating])
        records.append(
            gold.risk(
                risk.kind,
                risk.text,
                response=risk.response,
                reference=risk.reference,
                owner=risk.owner,
                score=str(risk.score) if scored else None,
                rating=risk.rating if scored else None,
            )
        )
    return records


FAMILY = Family(
    name="care_board",
    organisation="Saltmarsh Integrated Care Board",
    style="landscape project on a page",
    tests="unlabelled name in a banner, labels above values in one cell, tables within cells, BRAG letters, arrows",
    suffix=".docx",
    apart=False,
    projects=("prescribing", "contact", "warmth"),
    render=render,
)
