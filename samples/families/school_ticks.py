"""A schools trust's monitoring form: typed tick boxes for every rating, actions with 'by whom' and 'by when'."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, para, row, run, span, write

TEAL = "0B5351"
MIST = "DCEBEA"
CHOICES = ("Red", "Amber", "Green")
LEVELS = {1: "L", 2: "L", 3: "M", 4: "H", 5: "H"}
LABELS = {
    "Overall": "overall",
    "Timescale": "schedule",
    "Budget": "cost",
    "Staffing": "resources",
    "Benefits": "benefits",
}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    agreed = update.number % 4 != 0
    sheet = Sheet("Century Gothic", 9.5, margin_cm=1.7)
    run(sheet.header.paragraphs[0], "Five Rivers Learning Trust", bold=True, size=9, color=TEAL)
    para(sheet.body, "Improvement project monitoring form", bold=True, size=15, color=TEAL)
    grid = sheet.table([3.6, 5.2, 3.6, 5.2])
    span(grid, "Section 1: About the project", bold=True, color="FFFFFF", fill=TEAL)
    for texts in (
        ["Title of project", project.name, "Month", dates.month_year(update.first_day)],
        ["Project sponsor", project.sponsor, "Project lead", project.manager],
        ["Start date", dates.dotted(project.start), "End date", dates.dotted(project.end)],
        ["Form completed on", dates.dotted(update.reported), "Per cent complete", str(update.percent)],
    ):
        cells = row(grid, texts)
        for cell in (cells[0], cells[2]):
            cell.paragraphs[0].runs[0].bold = True
    para(sheet.body)
    ratings = _ratings(sheet, update)
    activities = _done(sheet, update) + _next(sheet, update)
    risks = _risks(sheet, update)
    grid = sheet.table([8.8, 8.8])
    cells = row(grid, ["Report agreed by the project sponsor?", None])
    write(cells[1], "☒ Yes   ☐ No" if agreed else "☐ Yes   ☒ No")
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        start_date=project.start,
        end_date=project.end,
        percent_complete=update.percent,
        authorised=agreed,
        ratings=ratings,
        activities=activities,
        risks=risks,
    )
    return Rendered(sheet.save(), (report,))


def _section(sheet: Sheet, title: str, widths: list[float]) -> Any:
    grid = sheet.table(widths)
    span(grid, title, bold=True, color="FFFFFF", fill=TEAL)
    return grid


def _ratings(sheet: Sheet, update: Update) -> list[Record]:
    grid = _section(sheet, "Section 2: RAG (tick one box in each row)", [3.2, 5.6, 8.8])
    row(grid, ["Area", "RAG", "Reason for rating"], bold=True, fill=MIST)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        chosen = "Green" if rated.current == "Blue" else rated.current
        boxes = "   ".join(f"{'☒' if choice == chosen else '☐'} {choice}" for choice in CHOICES)
        row(grid, [label, boxes, rated.comment])
        records.append(gold.rating(label, key, chosen, comment=rated.comment))
    para(sheet.body)
    return records


def _done(sheet: Sheet, update: Update) -> list[Record]:
    grid = _section(sheet, "Section 3: What has been achieved this month", [17.6])
    cell = row(grid, [None])[0]
    records = []
    for workstream, tasks in by_workstream(update.done).items():
        write(cell, workstream, underline=True)
        for task in tasks:
            bullet(cell, task.text)
            records.append(gold.activity("completed", task.text, workstream))
    if not records:
        write(cell, "None")
    para(sheet.body)
    return records


def _next(sheet: Sheet, update: Update) -> list[Record]:
    grid = _section(sheet, "Section 4: Actions planned for next month", [11.0, 3.8, 2.8])
    row(grid, ["Action", "By whom", "By when"], bold=True, fill=MIST)
    for task in update.planned:
        row(grid, [task.text, task.owner, dates.dotted(task.due)])
    para(sheet.body)
    return [gold.activity("planned", task.text, owner=task.owner, due=task.due) for task in update.planned]


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    grid = _section(sheet, "Section 5: Risk register", [5.9, 2.5, 1.9, 4.8, 2.5])
    heads = ["Risk", "Likelihood", "Impact", "Control measures", "Risk owner"]
    row(grid, heads, bold=True, fill=MIST, size=8.5)
    records = []
    for risk in update.of_kind("risk"):
        levels = LEVELS[risk.likelihood or 1], LEVELS[risk.impact]
        row(grid, [risk.text, *levels, risk.response, risk.owner])
        records.append(
            gold.risk(
                "risk",
                risk.text,
                response=risk.response,
                owner=risk.owner,
                likelihood=levels[0],
                impact=levels[1],
            )
        )
    if not records:
        row(grid, ["N/A", "", "", "", ""])
    para(sheet.body, "H = high, M = medium, L = low", size=8)
    return records


FAMILY = Family(
    name="school_ticks",
    organisation="Five Rivers Learning Trust",
    style="monitoring form of a schools trust",
    tests="typed tick boxes in one cell, section bands in tables, 'by whom' and 'by when', levels as single letters",
    suffix=".docx",
    apart=False,
    projects=("records", "grants", "bridge"),
    render=render,
)
