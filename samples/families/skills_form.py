"""A combined authority's form for its skills programme: one long table whose numbered rows are the sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Risk, Update, with_total
from samples.word import COLOURS, Sheet, bullet, para, rate, run, shade, write

TEAL, PALE = "00595C", "E3EFEF"
COLUMNS, WIDTH_CM = 20, 17.6
LABELS = {
    "Overall delivery": "overall",
    "Timescales": "schedule",
    "Spend against profile": "cost",
    "Quality of provision": "quality",
    "Team and provider capacity": "resources",
    "Partners and employers": "stakeholders",
    "Benefits (job outcomes)": "benefits",
}
WEEKDAYS = ("Mon", "Tues", "Weds", "Thurs", "Fri")
MILLION = 1_000_000
NO_ASKS = "None this month"

Piece = tuple[int, str | None]
"""How many of the table's twenty columns a cell takes, and its text; None is filled afterwards."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 9.5, margin_cm=1.7)
    run(sheet.header.paragraphs[0], "Severn Marches Combined Authority", bold=True, size=9, color=TEAL)
    para(sheet.header, "OFFICIAL", size=8)
    run(sheet.footer.paragraphs[0], "PMO-F07 v4.1 – BRAG column added to section 6, January 2023", size=7.5)
    para(sheet.body, "Skills Programme – Monthly Monitoring Form", bold=True, size=16, color=TEAL)
    para(
        sheet.body,
        "Return to the PMO by noon on the last working day of the month. Do not delete rows.",
        italic=True,
        size=8.5,
    )
    grid = sheet.table([WIDTH_CM / COLUMNS] * COLUMNS)
    _details(grid, update)
    ratings = _position(grid, update)
    activities = _work(grid, update)
    milestones = _milestones(grid, update)
    finances = _budget(grid, update)
    risks = _register(grid, update)
    _band(grid, "8. ASKS OF THE EMPLOYMENT AND SKILLS BOARD")
    cell = _line(grid, ((20, None),))[0]
    for text in update.decisions:
        bullet(cell, text)
    if not update.decisions:
        write(cell, NO_ASKS)
    _band(grid, "9. SIGN-OFF (PMO use)")
    _line(grid, ((4, "Checked by"), (6, ""), (4, "Date checked"), (6, "")), labels=True)
    _line(grid, ((4, "Circulation"), (16, "ESB members; S73 officer; constituent councils")), labels=True)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _line(
    grid: Any, pieces: Sequence[Piece], *, labels: bool = False, head: bool = False, size: float = 9.5
) -> list[Any]:
    """A row whose cells take the given shares of the columns; ``labels``: every other cell is a label."""
    cells = grid.add_row().cells
    made, at = [], 0
    for number, (share, text) in enumerate(pieces):
        cell = cells[at] if share == 1 else cells[at].merge(cells[at + share - 1])
        cell.width = Cm(WIDTH_CM / COLUMNS * share)
        label = head or (labels and number % 2 == 0)
        if text:
            write(cell, text, bold=label, size=size)
        if label:
            shade(cell, PALE)
        made.append(cell)
        at += share
    return made


def _band(grid: Any, title: str, note: str = "") -> None:
    (cell,) = _line(grid, ((20, None),))
    write(cell, title, bold=True, color="FFFFFF")
    shade(cell, TEAL)
    if note:
        write(_line(grid, ((20, None),))[0], note, italic=True, size=8)


def _details(grid: Any, update: Update) -> None:
    project, day = update.project, update.reported
    _band(grid, "1. PROJECT DETAILS")
    _line(grid, ((4, "Project"), (16, project.name)), labels=True)
    completed = f"{WEEKDAYS[day.weekday()]} {dates.long(day)}"
    _line(grid, ((4, "Programme"), (16, project.programme)), labels=True)
    pairs = (
        ("Form completed on", completed, "Project ref", project.reference),
        ("SRO", project.sponsor, "Project lead", project.manager),
        ("Month reported", dates.month_year(update.first_day), "Directorate", project.department),
        ("Project start", dates.slashed(project.start), "Project end", dates.slashed(project.end)),
        ("Funder", "Department for Education", "Funder contact", "TBC"),
    )
    for left, value, right, other in pairs:
        _line(grid, ((4, left), (6, value), (4, right), (6, other)), labels=True)


def _position(grid: Any, update: Update) -> list[Record]:
    _band(grid, "2. CURRENT POSITION", "R / A / G only. Say why, and what would bring it back to Green.")
    widths = (5, 2, 2, 11)
    _line(grid, tuple(zip(widths, ("Area", "Last", "Now", "Reason"), strict=True)), head=True)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        before = rated.previous[0] if rated.previous else "–"
        cells = _line(grid, tuple(zip(widths, (label, before, None, rated.comment), strict=True)))
        rate(cells[2], rated.current, rated.letter, bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    _line(grid, ((4, "Headline"), (16, update.summary)), labels=True)
    return records


def _work(grid: Any, update: Update) -> list[Record]:
    """A strand to a row; what slipped has its lead and new date in columns of their own."""
    records = []
    _band(grid, "3. DELIVERED IN THE MONTH")
    for name, tasks in by_workstream(update.done).items():
        cell = _line(grid, ((4, name), (16, None)), labels=True)[1]
        for task in tasks:
            bullet(cell, task.text, size=9.5)
            records.append(gold.activity("completed", task.text, name))
    _band(grid, "4. DUE IN THE MONTH BUT NOT DELIVERED")
    for task in update.missed:
        if task is update.missed[0]:
            _line(grid, ((4, "Strand"), (11, "What"), (5, "Lead")), head=True)
        _line(grid, ((4, task.workstream), (11, task.text), (5, task.owner)))
        records.append(gold.activity("missed", task.text, task.workstream, task.owner))
    if not update.missed:
        _line(grid, ((20, "Nil return"),))
    slipped = {task.text for task in update.missed}
    _band(grid, "5. DUE NEXT MONTH", "Include anything carried over from section 4.")
    _line(grid, ((4, "Strand"), (8, "What"), (4, "Lead"), (4, "Target date")), head=True)
    for task in update.planned:
        due = "" if task.text in slipped else dates.slashed(task.due)
        _line(grid, ((4, task.workstream), (8, task.text), (4, task.owner), (4, due)))
        records.append(
            gold.activity("planned", task.text, task.workstream, task.owner, task.due if due else None)
        )
    return records


def _milestones(grid: Any, update: Update) -> list[Record]:
    _band(
        grid, "6. GRANT AGREEMENT MILESTONES", "B = met, G = will be met, A = up to 3 weeks late, R = later"
    )
    widths = (9, 4, 4, 3)
    heads = ("Milestone", "Agreed with funder", "Now expected", "BRAG")
    _line(grid, tuple(zip(widths, heads, strict=True)), head=True)
    records = []
    for item in update.milestones:
        told = "" if item.actual else dates.slashed(item.forecast)
        texts = (item.text, dates.slashed(item.baseline), told, None)
        cells = _line(grid, tuple(zip(widths, texts, strict=True)))
        rate(cells[3], item.rating, item.rating[0], bold=True)
        forecast = None if item.actual else item.forecast
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, rating=item.rating)
        )
    return records


def _budget(grid: Any, update: Update) -> list[Record]:
    _band(grid, "7a. MONEY (whole life)")
    widths = (6, 4, 3, 4, 3)
    heads = ("Line", "Allocation", "Paid", "Forecast", "Over/(under)")
    _line(grid, tuple(zip(widths, heads, strict=True)), head=True)
    records = []
    for line in with_total(update):
        sums = [_sum(amount) for amount in (line.budget, line.actual, line.forecast, line.variance)]
        _line(grid, tuple(zip(widths, (line.text, *(text for text, _ in sums)), strict=True)))
        budget, actual, forecast, variance = (value for _, value in sums)
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)
        )
    return records


def _sum(amount: int) -> tuple[str, float]:
    """An amount as the form has it, in millions or thousands, and what that says in pounds."""
    size = abs(amount)
    if size >= MILLION:
        text, value = f"£{size / MILLION:.2f}m", round(size / MILLION, 2) * MILLION
    else:
        text, value = f"£{size / 1000:.0f}k", float(f"{size / 1000:.0f}") * 1000
    if amount == 0:
        return "£0", 0
    return (f"({text})", -round(value)) if amount < 0 else (text, round(value))


def _register(grid: Any, update: Update) -> list[Record]:
    _band(grid, "7b. RISKS AND ISSUES (R or I)", "Likelihood and impact 1 to 5. Issues are not scored.")
    widths = (2, 2, 5, 5, 1, 1, 1, 3)
    heads = ("Ref", "R / I", "What could happen / has happened", "What we are doing", "L", "I", "LxI", "Who")
    _line(grid, tuple(zip(widths, heads, strict=True)), head=True, size=8.5)
    records = [_entry(grid, widths, risk) for risk in update.risks]
    _line(grid, tuple((share, "") for share in widths))
    return records


def _entry(grid: Any, widths: Sequence[int], risk: Risk) -> Record:
    levels = ("", "", "") if risk.score is None else (str(risk.likelihood), str(risk.impact), str(risk.score))
    texts = (risk.reference, risk.kind[0].upper(), risk.text, risk.response, *levels, risk.owner)
    cells = _line(grid, tuple(zip(widths, texts, strict=True)), size=8.5)
    printed = ("response", "reference", "owner")
    if risk.score is None:
        return gold.told_risk(risk, *printed)
    shade(cells[6], COLOURS[risk.rating])
    likelihood, impact, score = levels
    return gold.told_risk(risk, *printed, "rating", likelihood=likelihood, impact=impact, score=score)


FAMILY = Family(
    name="skills_form",
    organisation="Severn Marches Combined Authority",
    style="a combined authority's monthly form for its adult skills programme",
    tests="one table cut anew for each section, a column for R or I, carried work without a date, sums in m and k",
    suffix=".docx",
    apart=True,
    projects=("w6_bootcamps",),
    render=render,
)
