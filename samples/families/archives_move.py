"""A county record office's move: a diary of work with dates, tolerances, shelving counted, a scored register."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.retelling import RECORD_OFFICE, retold
from samples.story import tell
from samples.word import Sheet, page_number, para, rate, row, run
from samples.word_review import count_anew
from samples.word_styles import derived_style, table_style

BURGUNDY, PARCHMENT = "6B1F2E", "F3ECDC"
NAME, PROGRAMME, REFERENCE = "Record Office Relocation", "Heritage Estate Review", "RO/MOVE/3"
TOLERANCES = {
    "Time": ("schedule", "± 4 weeks on any stage"),
    "Cost": ("cost", "± £15,000 on any stage"),
    "Scope": ("scope", "No collection left behind"),
    "Quality": ("quality", "BS 4971 throughout"),
    "Risk": ("risk", "No score above 16"),
}
STRONGROOMS = (("Strongroom A: parish and manorial", 1840), ("Strongroom B: county council", 2610))
"""Rooms and the metres of shelving to be moved out of them."""
SCORING = "Scores: 15 to 25 Red; 8 to 14 Amber; 1 to 7 Green."
HEADING, GRID = "Record Office Heading", "Record Office Grid"


def gather(number: int) -> tuple[Update, ...]:
    """A control room's story under the name of a record office's move."""
    facts = {"name": NAME, "programme": PROGRAMME, "reference": REFERENCE}
    return (retold(tell("control", number, 8), RECORD_OFFICE, **facts),)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Georgia", 10.5, margin_cm=2.1)
    derived_style(sheet, HEADING, "Heading 2", bold=True, size=12)
    table_style(sheet, GRID, BURGUNDY, PARCHMENT)
    run(sheet.header.paragraphs[0], "Aldenshire Archives and Local Studies", italic=True, color=BURGUNDY)
    run(sheet.footer.paragraphs[0], "Filed at RO/MOVE/3/Reports. Retain 7 years.  Page ", size=8)
    page_number(sheet.footer.paragraphs[0])
    title = f"{update.project.name}: Stage Report to the Project Board"
    para(sheet.body, title, bold=True, size=16, color=BURGUNDY)
    _lines(sheet, update)
    ratings = _tolerances(sheet, update)
    para(sheet.body, "County Archivist's summary", style=HEADING)
    para(sheet.body, update.summary)
    activities = _diary(sheet, update)
    _shelving(sheet, update)
    milestones = _milestones(sheet, update)
    risks = _register(sheet, update)
    para(sheet.body, "Matters for decision", style=HEADING)
    if update.decisions:
        count_anew(sheet, update.decisions)
    else:
        para(sheet.body, "There are none.")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _ruled(sheet: Sheet, widths: list[float], heads: list[str]) -> Any:
    grid = sheet.table(widths, style=GRID)
    row(grid, heads, size=9.5)
    return grid


def _lines(sheet: Sheet, update: Update) -> None:
    """Labels in bold and their values in running lines, two or three to a line."""
    project = update.project
    span_of = f"{dates.ordinal(update.first_day)} to {dates.ordinal(update.last_day)}"
    for pairs in (
        (("Programme", project.programme), ("File reference", project.reference)),
        (("Project Executive", project.sponsor), ("Project Manager", project.manager)),
        (("Period covered", span_of),),
        (("Report dated", dates.ordinal(update.reported)),),
        (("Start date", dates.ordinal(project.start)), ("End date", dates.ordinal(project.end))),
    ):
        line = para(sheet.body)
        line.paragraph_format.space_after = 0
        for place, (label, value) in enumerate(pairs):
            run(line, f"{label}: ", bold=True)
            run(line, value if place == len(pairs) - 1 else f"{value}\t\t")


def _tolerances(sheet: Sheet, update: Update) -> list[Record]:
    """The overall rating in a sentence of its own, then what the board allows beside each colour."""
    para(sheet.body, "Status against tolerance", style=HEADING)
    overall = update.rated["overall"]
    line = para(sheet.body)
    run(line, "Overall status: ", bold=True)
    run(line, overall.current)
    records = [gold.rating("Overall status", "overall", overall.current)]
    grid = _ruled(sheet, [2.4, 4.6, 2.0, 7.8], ["Aspect", "Tolerance set", "RAG", "Commentary"])
    for label, (key, allowed) in TOLERANCES.items():
        rated = update.rated[key]
        cells = row(grid, [label, allowed, None, rated.comment], size=9.5)
        rate(cells[2], rated.current, rated.current, size=9)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _diary(sheet: Sheet, update: Update) -> list[Record]:
    """Each piece of work with the day on which it was done or is due."""
    parts: tuple[tuple[str, str, str, tuple[Task, ...]], ...] = (
        ("Diary of work completed", "completed", "Date", update.done),
        ("Work delayed this period", "missed", "Was due", update.missed),
        ("Work in the next period", "planned", "Due by", update.planned),
    )
    records = []
    for title, kind, head, tasks in parts:
        para(sheet.body, title, style=HEADING)
        if not tasks:
            para(sheet.body, "There is nothing to report.")
            continue
        grid = _ruled(sheet, [2.4, 10.8, 3.6], [head, "Work", "Officer"])
        for task in sorted(tasks, key=lambda task: task.due):
            row(grid, [dates.dashed(task.due), task.text, task.owner], size=9.5)
            record = gold.activity(kind, task.text, None, task.owner, task.due)
            if kind == "missed" and dates.named_deadline(task.text):
                del record["due"]  # the column and the words give different days
            records.append(record)
    return records


def _shelving(sheet: Sheet, update: Update) -> None:
    """Metres of shelves, which are no record."""
    para(sheet.body, "Linear metres moved", style=HEADING)
    grid = _ruled(sheet, [7.8, 3.0, 3.0, 3.0], ["Location", "To move", "Packed", "Moved"])
    for room, metres in STRONGROOMS:
        packed = metres * update.number // 14
        row(grid, [room, f"{metres:,}", f"{packed:,}", f"{packed * 2 // 3:,}"], size=9.5)


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "Stage milestones", style=HEADING)
    heads = ["Milestone", "Planned", "Forecast", "Actual", "Status"]
    grid = _ruled(sheet, [6.4, 2.6, 2.6, 2.6, 2.6], heads)
    records = []
    for item in update.milestones:
        reached = dates.dashed(item.actual) if item.actual else "–"
        shown = [dates.dashed(item.baseline), dates.dashed(item.forecast), reached, item.status]
        row(grid, [item.text, *shown], size=9.5)
        records.append(gold.told_milestone(item, "baseline", "forecast", "actual", "status"))
    return records


def _register(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "Extract from the risk register", style=HEADING)
    grid = _ruled(
        sheet, [1.3, 5.2, 2.5, 1.9, 1.6, 4.3], ["Ref.", "Risk", "Likelihood", "Impact", "Score", "Action"]
    )
    records = []
    for risk in update.of_kind("risk"):
        levels = {name: str(getattr(risk, name)) for name in ("likelihood", "impact", "score")}
        cells = row(grid, [risk.reference, risk.text, *levels.values(), risk.response], size=9)
        rate(cells[4], risk.rating)
        records.append(gold.told_risk(risk, "reference", "response", "rating", **levels))
    para(sheet.body, SCORING, italic=True, size=8.5)
    para(sheet.body, "Issues open", style=HEADING)
    found = update.of_kind("issue")
    if not found:
        para(sheet.body, "There are none.")
        return records
    grid = _ruled(sheet, [1.3, 7.5, 8.0], ["Ref.", "Issue", "Action taken"])
    for issue in found:
        row(grid, [issue.reference, issue.text, issue.response], size=9)
        records.append(gold.told_risk(issue, "reference", "response"))
    return records


FAMILY = Family(
    name="archives_move",
    organisation="Aldenshire Archives and Local Studies",
    style="stage report of a county record office's move",
    tests="fields in bold run-in labels, work as a dated diary, tolerances beside colours, overall in its own line",
    suffix=".docx",
    apart=False,
    projects=("control",),
    render=render,
    gather=gather,
)
