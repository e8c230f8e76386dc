"""An agency's template of content controls: chosen lists, a date picker, repeating rows, a cross of its own."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, control, inserted, para, row, run, shade, write
from samples.word_fields import date_picker, drop_down
from samples.word_notes import delete_row, own_sign_box, repeat_rows

NAVY = "1B3A57"
MIST = "DCE6EF"
STATUSES = ("Green", "Amber", "Red")
STAGES = ("On track", "At risk", "Delayed", "Complete")
AREAS = {"Overall RAG": "overall", "Schedule": "schedule", "Budget": "cost", "Benefits": "benefits"}
STATES = ("Open", "New", "Closed")
WITHDRAWN = "Hire a second survey vessel for the winter"


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Segoe UI", 9.5, margin_cm=1.8)
    para(sheet.body, "Agency for Coastal Safety", bold=True, size=11, color=NAVY)
    para(sheet.body, "Monthly highlight report", bold=True, size=18, color=NAVY)
    _particulars(sheet, update)
    ratings = _status(sheet, update)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("Key achievements", update.done, "completed"),
        ("Next steps", update.planned, "planned"),
    ):
        sheet.heading(title, 2)
        for task in tasks:
            line = bullet(sheet.body, "")
            control(sheet, line, task.text)
            activities.append(gold.activity(kind, task.text))
    empty = bullet(sheet.body, "")
    control(sheet, empty, "Click or tap here to enter text.", placeholder=True)
    milestones = _milestones(sheet, update)
    risks = _risks(sheet, update)
    report = gold.report(
        project=project.name,
        programme=project.programme,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        authorised=update.number % 2 == 0,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
    )
    return Rendered(sheet.save(), (report,))


def _particulars(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([5.0, 12.4])
    for label, value in (
        ("Project name", project.name),
        ("Programme", project.programme),
        ("Project ID", project.reference),
        ("Senior responsible owner", project.sponsor),
        ("Project manager", project.manager),
        ("Period covered", dates.month_year(update.first_day)),
    ):
        cells = row(grid, [None, None])
        write(cells[0], label, bold=True, color="FFFFFF")
        shade(cells[0], NAVY)
        control(sheet, cells[1].paragraphs[0], value)
    cells = row(grid, [None, None])
    write(cells[0], "Report date", bold=True, color="FFFFFF")
    shade(cells[0], NAVY)
    date_picker(sheet, cells[1].paragraphs[0], update.reported, dates.long(update.reported))
    cells = row(grid, [None, None])
    write(cells[0], "Approved by SRO", bold=True, color="FFFFFF")
    shade(cells[0], NAVY)
    approved = update.number % 2 == 0
    line = cells[1].paragraphs[0]
    for word, ticked in (("Yes", approved), ("No", not approved)):
        own_sign_box(sheet, line, ticked)
        run(line, f" {word}    ")


def _status(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Status", 2)
    grid = sheet.table([4.0, 3.0, 10.4])
    row(grid, ["Area", "RAG", "Commentary"], bold=True, fill=MIST)
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None])
        drop_down(sheet, cells[1].paragraphs[0], STATUSES, rated.current)
        control(sheet, cells[2].paragraphs[0], rated.comment)
        records.append(gold.rating(label, key, rated.current, None, rated.comment))
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Milestones", 2)
    grid = sheet.table([7.4, 3.4, 3.4, 3.2])
    row(grid, ["Milestone", "Baseline date", "Forecast / actual", "Status"], bold=True, fill=MIST)
    records = []
    for stone in (found for found in update.milestones if not found.actual):
        cells = row(grid, [stone.text, dates.long(stone.baseline), None, None])
        date_picker(sheet, cells[2].paragraphs[0], stone.forecast, dates.long(stone.forecast))
        drop_down(sheet, cells[3].paragraphs[0], STAGES, stone.status)
        record = gold.milestone(
            stone.text, baseline=stone.baseline, forecast=stone.forecast, status=stone.status
        )
        del record["rating"]  # the words of a status column may tell one as well
        records.append(record)
    repeat_rows(sheet, grid, 1)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Risks and issues", 2)
    grid = sheet.table([1.5, 1.7, 5.0, 5.0, 2.0, 2.2])
    row(grid, ["ID", "Type", "Description", "Mitigation", "Impact", "Status"], bold=True, fill=MIST)
    records = []
    for number, risk in enumerate(update.risks):
        kind, impact = risk.kind.capitalize(), str(risk.impact)
        cells = row(grid, [risk.reference, kind, f"{risk.text}.", None, impact, None])
        if number == 0:
            inserted(sheet, cells[3].paragraphs[0], f"{risk.response}.")
        else:
            write(cells[3], f"{risk.response}.")
        drop_down(sheet, cells[5].paragraphs[0], STATES, risk.status)
        records.append(
            gold.risk(
                risk.kind,
                f"{risk.text}.",
                reference=risk.reference,
                response=f"{risk.response}.",
                impact=impact,
                status=risk.status,
            )
        )
    row(grid, ["R99", "Risk", WITHDRAWN, "None", "1", "Open"])
    delete_row(sheet, grid)
    repeat_rows(sheet, grid, 1)
    return records


FAMILY = Family(
    name="coastal_controls",
    organisation="Agency for Coastal Safety",
    style="agency's template of content controls",
    tests="lists and dates in controls, repeating rows, a box that shows a typed cross, a tracked row, prompts left in",
    suffix=".docx",
    apart=False,
    projects=("grants", "records"),
    render=render,
)
