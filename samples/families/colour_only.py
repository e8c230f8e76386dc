"""A housing association's landscape sheet: ratings by fill alone, workstreams as row labels."""

from __future__ import annotations

from datetime import timedelta

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import COLOURS, Sheet, bullet, para, rate, row, run, shade, write

INK = "3B2E5A"
LABELS = {
    "Programme of work": "schedule",
    "Money": "cost",
    "People": "resources",
    "Residents": "stakeholders",
    "Whole project": "overall",
}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Verdana", 9, landscape=True, margin_cm=1.5)
    before = update.first_day - timedelta(days=1)
    head = sheet.table([17.0, 9.6])
    left, right = head.add_row().cells
    write(left, project.name, bold=True, size=16, color=INK)
    write(
        left,
        f"Bi-monthly bulletin for {dates.MONTHS[before.month - 1]} – {dates.month_year(update.first_day)}",
    )
    write(right, f"Sponsoring director: {project.sponsor}")
    write(right, f"Managed by: {project.manager}")
    write(right, f"Issued: {dates.dotted(update.reported)}")
    para(sheet.body)
    grid = sheet.table([4.0, *[4.52] * 5])
    row(grid, ["", *LABELS], bold=True, fill="E6E0EF", centred=True)
    for line in ("Now", "Last time"):
        cells = grid.add_row().cells
        write(cells[0], line, bold=True)
        for cell, key in zip(cells[1:], LABELS.values(), strict=True):
            rated = update.rated[key]
            value = rated.current if line == "Now" else rated.previous
            if value:
                rate(cell, value)
    key_line = para(sheet.body)
    for name, meaning in (
        ("Green", "going well"),
        ("Amber", "some concern"),
        ("Red", "serious concern"),
        ("Blue", "done"),
    ):
        run(key_line, "█ ", color=COLOURS[name], size=7)
        run(key_line, f"{meaning}   ", size=7)
    activities = _work(sheet, update)
    para(sheet.body)
    risks = _concerns(sheet, update)
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=[
            gold.rating(label, key, update.rated[key].current, update.rated[key].previous)
            for label, key in LABELS.items()
        ],
        activities=activities,
        risks=risks,
    )
    return Rendered(sheet.save(), (report,))


def _work(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([5.0, 10.8, 10.8])
    row(grid, ["Workstream", "Done since last time", "Coming up"], bold=True, fill="E6E0EF")
    names = list(dict.fromkeys(task.workstream for task in (*update.done, *update.planned)))
    records = []
    for name in names:
        cells = grid.add_row().cells
        write(cells[0], name, bold=True)
        for cell, tasks, kind in (
            (cells[1], update.done, "completed"),
            (cells[2], update.planned, "planned"),
        ):
            for task in tasks:
                if task.workstream == name:
                    bullet(cell, task.text)
                    records.append(gold.activity(kind, task.text, name))
            if not cell.text:
                write(cell, "None")
    return records


def _concerns(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([1.2, 10.4, 10.4, 4.6])
    row(grid, ["RAG", "What worries us", "What we are doing", "Who"], bold=True, fill="E6E0EF")
    records = []
    for risk in update.risks:
        cells = row(grid, [None, risk.text, risk.response, risk.owner])
        cells[0].width = Cm(1.2)
        shade(cells[0], COLOURS[risk.rating])
        records.append(
            gold.risk(None, risk.text, response=risk.response, owner=risk.owner, rating=risk.rating)
        )
    return records


FAMILY = Family(
    name="colour_only",
    organisation="Linden Vale Homes",
    style="landscape bulletin of a housing association",
    tests="ratings and risk ratings by fill alone, colour key, period of two months, workstreams as row labels",
    suffix=".docx",
    apart=False,
    projects=("records", "leisure", "warmth"),
    render=render,
)
