"""A police force's programme after MSP: a cover and one landscape dashboard for each project, tables within tables."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.story import MONTHS_TOLD, tell
from samples.word import COLOURS, Sheet, bullet, para, row, run, text_box, write
from samples.word_review import count_anew

NAVY, ICE = "14284B", "E6EBF4"
LABELS = {
    "Time": "schedule",
    "Cost": "cost",
    "Resources": "resources",
    "Benefits": "benefits",
    "Stakeholders": "stakeholders",
    "Overall": "overall",
}
AHEAD = {"control": (0, 2), "contact": (4, 4)}
"""By story: months that it is ahead of the first, years to add so that the calendars meet."""
ORDER = ("Red", "Amber", "Green", "Blue")
KEY = {"Blue": "complete", "Green": "on target", "Amber": "within tolerance", "Red": "outside tolerance"}
VISION = "By the end of tranche 3 the public will reach the right person, in whichever service, at the first attempt."


def render(updates: tuple[Update, ...]) -> Rendered:
    sheet = Sheet("Arial", 9, landscape=True, margin_cm=1.3)
    run(sheet.header.paragraphs[0], "OFFICIAL – SENSITIVE", bold=True, color="C00000")
    run(sheet.footer.paragraphs[0], "Marlshire Constabulary – Change Directorate", size=8)
    _cover(sheet, updates)
    reports = []
    for update in updates:
        para(sheet.body).add_run().add_break(WD_BREAK.PAGE)
        reports.append(_dashboard(sheet, update))
    return Rendered(sheet.save(), tuple(reports))


def _cover(sheet: Sheet, updates: tuple[Update, ...]) -> None:
    title = para(sheet.body, "First Contact Programme", bold=True, size=22, color=NAVY)
    lines = ["Programme SRO: DCC Harriet Lyle", "Programme Manager: Vincent Oakes", "Tranche 2 of 3"]
    text_box(sheet, title, lines, 200, 58, 520)
    month = dates.month_year(updates[0].first_day)
    para(sheet.body, f"Programme dashboard to the Programme Board – {month}", size=14)
    para(sheet.body, "Vision statement", bold=True, size=11, color=NAVY)
    para(sheet.body, VISION)
    para(sheet.body, "Project dossier", bold=True, size=11, color=NAVY)
    grid = sheet.table([10.0, 7.0, 3.0])
    row(grid, ["Project", "Project Executive", "Overall"], bold=True, fill=ICE)
    for update in updates:
        cells = row(grid, [update.project.name, update.project.sponsor, None])
        _glyph(cells[2], "●", update.rated["overall"].current)


def _glyph(cell: Any, sign: str, colour: str) -> None:
    write(cell, sign, centred=True, size=13, color=COLOURS[colour])


def _dashboard(sheet: Sheet, update: Update) -> Record:
    heading = sheet.heading(f"Project dashboard: {update.project.name}", 1)
    heading.paragraph_format.space_before = Pt(0)
    frame = sheet.table([13.5, 13.5], style="Normal Table")
    frame.allow_autofit = False
    top, middle, low = (frame.add_row().cells for _ in range(3))
    _details(top[0], update)
    ratings = _health(top[1], update)
    activities = [
        *_bullets(middle[0], "Achieved since the last dashboard", update.done, "completed"),
        *_bullets(middle[1], "Due before the next dashboard", update.planned, "planned"),
    ]
    milestones = _milestones(low[0], update)
    risks = _risks(low[1], update)
    para(sheet.body, "Benefits and business change", bold=True, size=11, color=NAVY)
    para(sheet.body, update.rated["benefits"].comment)
    para(sheet.body, "The Programme Board is asked to", bold=True, size=11, color=NAVY)
    if not count_anew(sheet, update.decisions):
        para(sheet.body, "None")
    return gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "percent_complete"),
        programme="First Contact Programme",
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )


def _inner(cell: Any, widths: list[float]) -> Any:
    """A table within a cell of the frame."""
    grid = cell.add_table(0, len(widths))
    grid.style = "Table Grid"
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    cell.paragraphs[-1].paragraph_format.space_after = Pt(0)
    return grid


def _title(cell: Any, text: str) -> None:
    write(cell, text, bold=True, size=11, color=NAVY)


def _details(cell: Any, update: Update) -> None:
    project = update.project
    _title(cell, "Definition")
    grid = _inner(cell, [4.6, 8.3])
    for label, value in (
        ("Programme", "First Contact Programme"),
        ("Project ID", project.reference),
        ("Project Executive", project.sponsor),
        ("Project Manager", project.manager),
        ("Reporting month", dates.month_year(update.first_day)),
        ("Dashboard date", dates.brief(update.reported)),
        ("Per cent complete", f"{update.percent}%"),
    ):
        write(row(grid, [None, value])[0], label, bold=True)


def _health(cell: Any, update: Update) -> list[Record]:
    """A sign in colour for last month and this one; the arrow tells how they compare."""
    _title(cell, "Health")
    grid = _inner(cell, [4.4, 2.8, 2.8, 2.8])
    row(grid, ["Area", "Last month", "Trend", "This month"], bold=True, fill=ICE)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        step = ORDER.index(rated.current) - ORDER.index(rated.previous or rated.current)
        arrow = "↑" if step > 0 else "↓" if step < 0 else "→"
        cells = row(grid, [label, None, arrow, None])
        if rated.previous:
            _glyph(cells[1], "●", rated.previous)
        _glyph(cells[3], "●", rated.current)
        records.append(gold.rating(label, key, rated.current, rated.previous))
    line = cell.paragraphs[-1]
    for colour, meaning in KEY.items():
        run(line, "● ", color=COLOURS[colour])
        run(line, f"{meaning}   ", size=8)
    return records


def _bullets(cell: Any, title: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    _title(cell, title)
    for task in tasks:
        bullet(cell, task.text)
    return [gold.activity(kind, task.text) for task in tasks]


def _milestones(cell: Any, update: Update) -> list[Record]:
    _title(cell, "Milestones")
    grid = _inner(cell, [6.0, 2.7, 2.7, 1.5])
    row(grid, ["Milestone", "Planned", "Forecast", "RAG"], bold=True, fill=ICE)
    records = []
    for item in update.milestones:
        cells = row(grid, [item.text, dates.slashed(item.baseline), dates.slashed(item.forecast), None])
        _glyph(cells[3], "■", item.rating)
        records.append(gold.told_milestone(item, "baseline", "forecast", "rating"))
    return records


def _risks(cell: Any, update: Update) -> list[Record]:
    _title(cell, "Risks (R) and issues (I)")
    grid = _inner(cell, [1.5, 5.0, 5.0, 1.5])
    row(grid, ["Ref", "Description", "Response", "RAG"], bold=True, fill=ICE)
    records = []
    for risk in update.risks:
        cells = row(grid, [risk.reference, risk.text, risk.response, None])
        _glyph(cells[3], "■", risk.rating)
        records.append(gold.told_risk(risk, "reference", "response", "rating"))
    return records


def gather(number: int) -> tuple[Update, ...]:
    """The updates before the board in its month ``number``; projects that began earlier are further on."""
    if number + max(months for months, _ in AHEAD.values()) > MONTHS_TOLD:
        return ()
    return tuple(tell(key, number + months, years) for key, (months, years) in AHEAD.items())


FAMILY = Family(
    name="force_dashboards",
    organisation="Marlshire Constabulary",
    style="programme board's landscape dashboards, one for each project",
    tests="several reports in one file, tables within tables, signs in coloured text, lists that begin anew",
    suffix=".docx",
    apart=False,
    projects=tuple(AHEAD),
    render=render,
    gather=gather,
    file_name=lambda updates: f"programme-board-{updates[0].period}",
)
