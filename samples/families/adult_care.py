"""A county council's transformation programme for adult social care: a form made wholly of content controls."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update
from samples.word import Sheet, bullet, page_number, para, row, run, shade, tick_box
from samples.word_controls import PROMPT_LOOK, block_control, cell_control, repeating_rows
from samples.word_fields import PROMPT_TEXT, date_picker, drop_down, text_field
from samples.word_review import comment

TEAL, MIST = "1B5E63", "DCEBEA"
COLOURS = ("Red", "Amber", "Green", "Blue")
LABELS = {
    "Overall": "overall",
    "Timescales": "schedule",
    "Budget": "cost",
    "Workforce": "resources",
    "Quality and safeguarding": "quality",
    "Co-production and engagement": "stakeholders",
}
APPROVED_UNTIL = 9
"""The later reports of the story have not been seen by the executive sponsor when they go out."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 10.5, margin_cm=1.9)
    run(sheet.header.paragraphs[0], "Eskmere County Council | Adult Social Care Transformation", size=9)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Highlight report template v4.2 (adults)    Page ", size=8)
    page_number(foot)
    para(sheet.body, "Transformation highlight report", bold=True, size=17, color=TEAL)
    _details(sheet, update)
    ratings = _status(sheet, update)
    _title(sheet, "Executive summary (no more than 100 words)")
    block_control(sheet, [para(sheet.body, update.summary)])
    activities = [
        *_done(sheet, "What we have achieved this month", update.done, "completed"),
        *_done(sheet, "What we planned this month and have not achieved", update.missed, "missed"),
        *_planned(sheet, update),
    ]
    milestones = _milestones(sheet, update)
    risks = _raid(sheet, update)
    finances = _budget(sheet, update)
    _title(sheet, "Decisions or support needed from the Transformation Board")
    _rich(sheet, [bullet(sheet.body, text) for text in update.decisions])
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        authorised=update.number <= APPROVED_UNTIL,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    para(sheet.body, text, bold=True, size=12, color=TEAL).paragraph_format.space_before = 100000


def _rich(sheet: Sheet, items: list[Any]) -> None:
    """A rich text control round these paragraphs, or with its prompt where there are none."""
    block_control(sheet, items or [para(sheet.body, PROMPT_TEXT, color=PROMPT_LOOK)], prompt=not items)


def _details(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.4, 5.2, 3.4, 5.2])
    lines = []
    for left, right in (
        ("Project title", "Project reference"),
        ("Programme", "Stage"),
        ("Executive sponsor", "Project lead"),
        ("Reporting month", "Date of report"),
        ("Council plan outcome", "Finance business partner"),
        ("Approved by sponsor?", "Date of last gateway"),
    ):
        cells = row(grid, [left, None, right, None], bold=True)
        for cell in cells[::2]:
            shade(cell, MIST)
        lines += [cells[1].paragraphs[0], cells[3].paragraphs[0]]
    text_field(sheet, lines[0], project.name)
    text_field(sheet, lines[1], project.reference)
    drop_down(sheet, lines[2], (project.programme, "Better Lives", "Prevention"), project.programme)
    drop_down(sheet, lines[3], ("Mandate", "Delivery", "Closing"), "Delivery")
    drop_down(sheet, lines[4], (project.sponsor, "Dominic Farrant"), project.sponsor)
    text_field(sheet, lines[5], project.manager)
    month = dates.month_year(update.first_day)
    drop_down(sheet, lines[6], (month, dates.month_year(update.next_month)), month)
    date_picker(sheet, lines[7], update.reported, dates.slashed(update.reported))
    drop_down(sheet, lines[8], ("Independent lives", "Strong communities"), None)
    text_field(sheet, lines[9], None)
    approved = update.number <= APPROVED_UNTIL
    for word, checked in (("Yes", approved), ("No", not approved)):
        tick_box(sheet, lines[10], checked)
        run(lines[10], f" {word}   ")
    date_picker(sheet, lines[11], None)


def _status(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Status")
    grid = sheet.table([4.2, 2.4, 2.4, 8.2])
    row(grid, ["Area", "Last month", "This month", "Path to green / reason for rating"], bold=True, fill=MIST)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        drop_down(sheet, cells[1].paragraphs[0], COLOURS, rated.previous)
        drop_down(sheet, cells[2].paragraphs[0], COLOURS, rated.current)
        cell_control(sheet, cells[3])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _done(sheet: Sheet, title: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    _title(sheet, title)
    items, records = [], []
    for workstream, group in by_workstream(tasks).items():
        items += [para(sheet.body, workstream, bold=True), *(bullet(sheet.body, task.text) for task in group)]
        records += [gold.activity(kind, task.text, workstream) for task in group]
    _rich(sheet, items)
    return records


def _planned(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "What we will do next month")
    grid = sheet.table([10.2, 4.0, 3.0])
    row(grid, ["Action", "Owner", "Due"], bold=True, fill=MIST)
    for task in update.planned:
        cells = row(grid, [task.text, task.owner, None])
        date_picker(sheet, cells[2].paragraphs[0], task.due, dates.slashed(task.due))
    repeating_rows(sheet, grid.rows[1:])
    return [gold.activity("planned", task.text, owner=task.owner, due=task.due) for task in update.planned]


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Key milestones")
    grid = sheet.table([8.0, 3.2, 3.2, 2.8])
    row(grid, ["Milestone", "Original date", "Current date", "BRAG"], bold=True, fill=MIST)
    records = []
    for item in update.milestones:
        cells = row(grid, [item.text, dates.dashed(item.baseline), dates.dashed(item.forecast), item.rating])
        cell_control(sheet, cells[3])
        records.append(gold.told_milestone(item, "baseline", "forecast", "rating"))
    para(sheet.body, "B = complete, R = will miss its date, A = at risk, G = on course", size=8.5)
    return records


def _raid(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Risks and issues")
    grid = sheet.table([1.2, 1.7, 5.4, 5.2, 1.3, 2.4])
    row(grid, ["Ref", "Type", "Description", "Mitigation", "Score", "Owner"], bold=True, fill=MIST)
    records = []
    for risk in update.risks:
        score = str(risk.score) if risk.score else ""
        cells = row(grid, [risk.reference, None, risk.text, risk.response, score, risk.owner])
        drop_down(sheet, cells[1].paragraphs[0], ("Risk", "Issue"), risk.kind.capitalize())
        scored = {"score": score} if score else {}
        records.append(gold.told_risk(risk, "reference", "response", "owner", **scored))
    comment(sheet, grid.rows[1].cells[3].paragraphs[0], "Can we say when this was last reviewed?")
    repeating_rows(sheet, grid.rows[1:])
    return records


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Budget")
    grid = sheet.table([5.2, 3.0, 3.0, 3.0, 3.0])
    head = ["Budget line", "Approved £", "Spend to date £", "Forecast outturn £", "Variance £"]
    row(grid, head, bold=True, fill=MIST)
    for line in update.money:
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(f"{amount:,}" for amount in amounts)])
    return [gold.told_money(line, "budget", "actual", "forecast", "variance") for line in update.money]


FAMILY = Family(
    name="adult_care",
    organisation="Eskmere County Council",
    style="transformation programme's form of content controls",
    tests="cell, row and block controls, drop-downs and dates, prompts left in, tick controls, a comment in the margin",
    suffix=".docx",
    apart=False,
    projects=("homefirst", "contact", "warmth"),
    render=render,
)
