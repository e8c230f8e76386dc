"""A university's research building on one landscape page: coloured discs, work and figures side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.shared import Cm, Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import COLOURS, Sheet, bullet, para, run, shade, write

INK, SAND = "3B2A4F", "F6F1E7"
LABELS = {
    "Construction programme": "schedule",
    "Cost plan": "cost",
    "Quality & compliance": "quality",
    "Academic users": "stakeholders",
    "Project team": "resources",
    "Risk": "risk",
}
OVERALL = "Overall status"
TREND = {-1: "▲", 0: "►", 1: "▼"}
ORDER = ("Green", "Amber", "Red")
LEVELS = {1: "L", 2: "L", 3: "M", 4: "H", 5: "H"}
LEFT, MIDDLE, RIGHT = 8.2, 9.2, 10.2
SITE = (
    "No reportable accidents. BREEAM assessor's running score 78.2%, against 75% needed for Excellent. "
    "Considerate Constructors' visit: 41 out of 45. Lorries avoid Kirk Wynd at school times."
)
KEY = (
    "Key: green on plan; amber off plan but recoverable; red needs a decision; blue done. "
    "▲ better ► same ▼ worse than last month. H high, M medium, L low"
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 8.5, landscape=True, margin_cm=1.0)
    sheet.body.styles["Normal"].paragraph_format.space_after = Pt(1)
    overall = _banner(sheet, update)
    _facts(sheet, update)
    para(sheet.body, size=2)
    outer = sheet.table([LEFT, MIDDLE, RIGHT])
    left, middle, right = _cells(outer, (LEFT, MIDDLE, RIGHT))
    ratings = [overall, *_status(left, update)]
    activities = _work(middle, update)
    _title(middle, "Site, safety and carbon")
    hours = 14_200 + 1_150 * update.number
    para(middle, f"{hours:,} hours worked since the last page. {SITE}", size=8.5)
    milestones = _key_dates(right, update)
    finances = _cost(right, update)
    para(sheet.body, size=2)
    below = sheet.table([LEFT + MIDDLE, RIGHT])
    wide, narrow = _cells(below, (LEFT + MIDDLE, RIGHT))
    risks = [*_risks(wide, update), *_issues(narrow, update)]
    _title(narrow, "For Estates Committee")
    for text in update.decisions:
        bullet(narrow, text, size=8.5)
    if not update.decisions:
        para(narrow, "For noting only", size=8.5)
    foot = sheet.footer.paragraphs[0]
    run(foot, f"Prepared by the Capital Projects Office on {dates.long(update.reported)}. {KEY}", size=7.5)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _cells(grid: Any, widths: Sequence[float]) -> list[Any]:
    cells = list(grid.add_row().cells)
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Cm(width)
    return cells


def _title(where: Any, text: str) -> None:
    first = where.paragraphs[0]
    line = (
        first if not first.text and len(where.paragraphs) == 1 and not where.tables else where.add_paragraph()
    )
    line.paragraph_format.space_before = Pt(3)
    run(line, text.upper(), bold=True, size=9, color=INK)


def _inner(where: Any, widths: Sequence[float], heads: Sequence[str]) -> Any:
    """A table within a cell; Word wants a paragraph after it, which is kept small."""
    grid = where.add_table(0, len(widths))
    grid.style = "Table Grid"
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    if any(heads):
        _fill(grid, widths, heads, bold=True, fill=SAND)
    return grid


def _fill(
    grid: Any, widths: Sequence[float], texts: Sequence[str], *, bold: bool = False, fill: str | None = None
) -> list[Any]:
    cells = _cells(grid, widths)
    for cell, text in zip(cells, texts, strict=True):
        write(cell, text, bold=bold, size=8)
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        if fill:
            shade(cell, fill)
    return cells


def _banner(sheet: Sheet, update: Update) -> Record:
    rated = update.rated["overall"]
    grid = sheet.table([19.4, 4.2, 4.0])
    name, label, status = _cells(grid, (19.4, 4.2, 4.0))
    write(name, update.project.name, bold=True, size=17, color="FFFFFF")
    write(name, f"Project on a page – {dates.month_year(update.first_day)}", size=10, color="FFFFFF")
    write(label, OVERALL, bold=True, size=11, color="FFFFFF")
    shade(name, INK)
    shade(label, INK)
    write(status, rated.current.upper(), bold=True, size=14, centred=True)
    shade(status, COLOURS[rated.current])
    return gold.rating(OVERALL, "overall", rated.current)


def _facts(sheet: Sheet, update: Update) -> None:
    project = update.project
    facts = (
        ("Project no.", project.reference),
        ("Programme", project.programme),
        ("Sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Contractor", "Bryce Ormerod Ltd"),
        ("Complete", f"{update.percent}%"),
    )
    widths = (3.2, 5.6, 5.6, 5.2, 5.0, 3.0)
    grid = sheet.table(widths)
    for cell, (label, value) in zip(_cells(grid, widths), facts, strict=True):
        write(cell, label, size=7.5, color="666666")
        write(cell, value, bold=True)
        shade(cell, SAND)


def _status(where: Any, update: Update) -> list[Record]:
    """The colour of a disc alone tells the rating; the arrow tells which way it went."""
    _title(where, "Where we are")
    para(where, update.summary, size=8.5)
    widths = (2.6, 0.7, 0.8, 3.7)
    grid = _inner(where, widths, ("", "", "", ""))
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        moved = ORDER.index(rated.current) - ORDER.index(rated.previous or rated.current)
        arrow = TREND[(moved > 0) - (moved < 0)]
        cells = _fill(grid, widths, (label, "", arrow, rated.comment))
        run(cells[1].paragraphs[0], "●", size=13, color=COLOURS[rated.current])
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _work(where: Any, update: Update) -> list[Record]:
    parts: tuple[tuple[str, str, tuple[Task, ...]], ...] = (
        ("Done this month", "completed", update.done),
        ("Slipped", "missed", update.missed),
        ("Next month", "planned", update.planned),
    )
    records = []
    for title, kind, tasks in parts:
        if not tasks:
            continue
        _title(where, title)
        for task in tasks:
            bullet(where, task.text, size=8.5)
            records.append(gold.activity(kind, task.text))
    return records


def _key_dates(where: Any, update: Update) -> list[Record]:
    _title(where, "Key dates")
    widths = (5.0, 2.2, 2.6)
    grid = _inner(where, widths, ("", "Business case", "Now"))
    records = []
    for item in update.milestones:
        month = dates.iso_month(item.actual or item.forecast)
        told = dates.month_dash(item.actual or item.forecast)
        cells = _fill(
            grid,
            widths,
            (item.text, dates.month_dash(item.baseline), f"Done {told}" if item.actual else told),
        )
        shade(cells[2], COLOURS[item.rating])
        name = "actual" if item.actual else "forecast"
        records.append(
            gold.milestone(
                item.text, baseline=dates.iso_month(item.baseline), rating=item.rating, **{name: month}
            )
        )
    return records


def _cost(where: Any, update: Update) -> list[Record]:
    _title(where, "Money (£m)")
    widths = (3.8, 2.0, 2.0, 2.0)
    grid = _inner(where, widths, ("", "Approved", "Paid", "Outturn"))
    records = []
    for line in with_total(update):
        told = [f"{amount / 1_000_000:.2f}" for amount in (line.budget, line.actual, line.forecast)]
        _fill(grid, widths, (line.text, *told), bold=line.text == "Total")
        budget, actual, forecast = (round(float(text) * 1_000_000) for text in told)
        records.append(gold.finance(line.text, budget=budget, actual=actual, forecast=forecast))
    para(where, size=2)
    return records


def _risks(where: Any, update: Update) -> list[Record]:
    _title(where, "Top risks")
    widths = (5.4, 1.3, 1.6, 1.2, 6.0, 1.3)
    grid = _inner(where, widths, ("Risk", "Prob.", "Impact", "RAG", "What we are doing about it", "Who"))
    records = []
    for risk in update.of_kind("risk"):
        likelihood, impact = LEVELS[risk.likelihood or 1], LEVELS[risk.impact]
        names = [word for word in risk.owner.split() if word != "Dr"]
        owner = "".join(name[0] for name in names)
        cells = _fill(grid, widths, (risk.text, likelihood, impact, "", risk.response, owner))
        shade(cells[3], COLOURS[risk.rating])
        words = {"likelihood": likelihood, "impact": impact, "owner": owner}
        records.append(gold.told_risk(risk, "response", "rating", **words))
    para(where, size=2)
    return records


def _issues(where: Any, update: Update) -> list[Record]:
    told = update.of_kind("issue")
    _title(where, "Live issues")
    for risk in told:
        bullet(where, f"{risk.text} – {risk.response}", size=8.5)
    if not told:
        para(where, "None at present", size=8.5)
    return [gold.told_risk(risk, "response") for risk in told]


FAMILY = Family(
    name="institute_page",
    organisation="University of Caddon Bridge",
    style="a university's research building on one landscape page for its estates committee",
    tests="discs and fills without words, arrows, months alone with 'Done', initials, sections left out when empty",
    suffix=".docx",
    apart=False,
    projects=("w6_zoonoses",),
    render=render,
)
