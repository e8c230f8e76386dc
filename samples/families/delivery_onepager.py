"""A department's project office: one landscape page a project, delivery confidence in the banner, tables in cells."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm, Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import COLOURS, Sheet, bullet, para, rate, row, run, shade, write

INK, ICE = "1D3C34", "E4EEEA"
THEMES = {
    "Schedule": "schedule",
    "Cost": "cost",
    "Benefits": "benefits",
    "Capability and capacity": "resources",
    "Policy and scope": "scope",
}
KEY = (
    "GREEN: successful delivery appears likely. AMBER: appears feasible but significant issues exist. "
    "RED: appears to be unachievable without change."
)
LEVELS = ("", "VL", "L", "M", "H", "VH")
SMALL = 8


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 8.5, landscape=True, margin_cm=1.2)
    para(sheet.header, "OFFICIAL", bold=True, centred=True, size=9)
    run(sheet.footer.paragraphs[0], f"Portfolio Office, Department for Seas and Fisheries. {KEY}", size=7)
    confidence = _banner(sheet, update)
    cleared = update.number % 4 != 0
    _gap(sheet)
    _facts(sheet, update, cleared)
    _gap(sheet)
    left, right = row(sheet.table([12.6, 14.6]), [None, None])
    activities = _story(left, update)
    ratings = [confidence, *_themes(right, update)]
    milestones = _milestones(right, update)
    finances = _money(right, update)
    _gap(sheet)
    risks = _risks(sheet, update)
    _gap(sheet)
    (cell,) = row(sheet.table([27.2]), [None])
    _title(cell, "Asks of the Portfolio Board")
    for text in update.decisions:
        _point(cell, text)
    if not update.decisions:
        write(cell, "None this month")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        authorised=cleared,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _gap(sheet: Sheet) -> None:
    """A thin line between tables that would otherwise grow together."""
    line = para(sheet.body)
    line.paragraph_format.space_after, line.paragraph_format.line_spacing = Pt(0), Pt(5)


def _title(cell: Any, text: str) -> None:
    write(cell, text, bold=True, size=9.5, color=INK)


def _point(cell: Any, text: str) -> None:
    line = bullet(cell, text)
    line.paragraph_format.space_after = 0


def _within(cell: Any, widths: list[float]) -> Any:
    """A table within a cell."""
    grid = cell.add_table(0, len(widths))
    grid.style = "Table Grid"
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    return grid


def _banner(sheet: Sheet, update: Update) -> Record:
    """The project's name without a label; beside it the confidence of this month and of the last."""
    rated = update.rated["overall"]
    cells = row(sheet.table([18.2, 5.2, 3.8]), [None, None, None])
    shade(cells[0], INK)
    run(cells[0].paragraphs[0], update.project.name, bold=True, size=16, color="FFFFFF")
    write(cells[0], f"Project on a page: {dates.month_year(update.first_day)}", color="FFFFFF", size=10)
    write(cells[1], "SRO delivery confidence", centred=True, bold=True)
    rate(cells[1], rated.current, rated.current.upper(), bold=True, size=14)
    write(cells[2], "Last month", centred=True, bold=True)
    if rated.previous:
        rate(cells[2], rated.previous, rated.previous.upper(), bold=True, size=11)
    else:
        write(cells[2], "Not reported", centred=True)
    record = gold.rating("SRO delivery confidence", "overall", rated.current, rated.previous)
    del record["comment"]  # the narrative stands beneath the banner and may be told as its comment
    return record


def _facts(sheet: Sheet, update: Update, cleared: bool) -> None:
    """Labels above their values in the same cell."""
    project = update.project
    grid = sheet.table([6.8, 6.8, 6.8, 6.8])
    for facts in (
        (
            ("SRO", project.sponsor),
            ("Project Director", project.manager),
            ("Programme", project.programme),
            ("Project ID", project.reference),
        ),
        (
            ("Start date", dates.brief(project.start)),
            ("End date", dates.brief(project.end)),
            ("Report date", dates.brief(update.reported)),
            ("Cleared by SRO", "Yes" if cleared else "No"),
        ),
    ):
        cells = row(grid, [None] * 4)
        for cell, (label, value) in zip(cells, facts, strict=True):
            shade(cell, ICE)
            write(cell, label, size=7, color="5A6B66").paragraph_format.space_after = Pt(0)
            write(cell, value, bold=True)


def _story(cell: Any, update: Update) -> list[Record]:
    _title(cell, "Confidence narrative")
    write(cell, update.summary)
    records = []
    for title, kind, tasks in (
        ("Achieved since last report", "completed", update.done),
        ("Did not happen as planned", "missed", update.missed),
        ("Focus for the month ahead", "planned", update.planned),
    ):
        if kind == "missed" and not tasks:
            continue
        _title(cell, title)
        for task in tasks:
            _point(cell, task.text)
            records.append(gold.activity(kind, task.text))
        if not tasks:
            write(cell, "Nothing to report")
    return records


def _themes(cell: Any, update: Update) -> list[Record]:
    _title(cell, "Confidence by theme")
    grid = _within(cell, [3.4, 1.7, 1.7, 7.2])
    row(grid, ["Theme", "Last", "Now", "Reason"], bold=True, fill=ICE, size=SMALL)
    records = []
    for label, key in THEMES.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment], size=SMALL)
        if rated.previous:
            rate(cells[1], rated.previous, rated.previous, size=SMALL)
        rate(cells[2], rated.current, rated.current, size=SMALL, bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _milestones(cell: Any, update: Update) -> list[Record]:
    """One column of dates that are forecast or actual as the letter behind them says."""
    _title(cell, "Milestones")
    grid = _within(cell, [6.2, 2.7, 3.6, 1.5])
    row(
        grid,
        ["Milestone", "FBC baseline", "Forecast (F) / actual (A)", "RAG"],
        bold=True,
        fill=ICE,
        size=SMALL,
    )
    records = []
    for item in update.milestones:
        now = f"{dates.brief(item.actual or item.forecast)} ({'A' if item.actual else 'F'})"
        cells = row(grid, [item.text, dates.brief(item.baseline), now, None], size=SMALL)
        rate(cells[3], item.rating, item.rating[0], size=SMALL)
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=None if item.actual else item.forecast,
                actual=item.actual,
                rating=item.rating,
            )
        )
    return records


def _money(cell: Any, update: Update) -> list[Record]:
    _title(cell, "Whole life cost (£m)")
    grid = _within(cell, [3.6, 2.6, 2.6, 2.6, 2.6])
    row(grid, ["", "Baseline", "Actual to date", "Forecast", "Variance"], bold=True, fill=ICE, size=SMALL)
    records = []
    for line in with_total(update):
        spent = round(line.actual / 100_000) * 100_000
        amounts = (line.budget, spent, line.forecast, line.variance)
        texts = [f"{'−' if n < 0 else ''}{abs(n) / 1_000_000:.1f}" for n in amounts]
        row(grid, [line.text, *texts], size=SMALL)
        budget, actual, forecast, variance = amounts
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)
        )
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([1.6, 9.2, 1.2, 1.2, 1.4, 9.4, 3.2])
    heads = ["Type", "Top risks and issues", "Prob", "Imp", "RAG", "Mitigating action", "Owner"]
    row(grid, heads, bold=True, fill=ICE, size=SMALL)
    records = []
    for risk in sorted(update.risks, key=lambda told: -(told.score or 25)):
        likely = None if risk.likelihood is None else LEVELS[risk.likelihood]
        level = LEVELS[risk.impact]
        kind = risk.kind.capitalize()
        texts = [kind, risk.text, likely or "", level, None, risk.response, risk.owner]
        cells = row(grid, texts, size=SMALL)
        shade(cells[4], COLOURS[risk.rating])
        records.append(
            gold.risk(
                risk.kind,
                risk.text,
                response=risk.response,
                owner=risk.owner,
                likelihood=likely,
                impact=level,
                rating=risk.rating,
            )
        )
    return records


FAMILY = Family(
    name="delivery_onepager",
    organisation="Department for Seas and Fisheries",
    style="a department's project on a page with delivery confidence, for its portfolio board",
    tests="unlabelled name beside its confidence, labels above values, tables within cells, (F) or (A), millions",
    suffix=".docx",
    apart=True,
    projects=("fisheries",),
    render=render,
)
