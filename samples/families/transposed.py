"""A transport body's report printed from Word: labels above values, months as rows of the rating table."""

from __future__ import annotations

from datetime import timedelta

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, para, rate, row, run, span, write

BAND = "CFE2F3"
LABELS = {
    "Overall": "overall",
    "Delivery": "schedule",
    "Finance": "cost",
    "Stakeholders": "stakeholders",
    "Quality": "quality",
}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Arial", 10, margin_cm=1.6)
    run(sheet.header.paragraphs[0], "Tideway Transport Executive", size=9)
    para(sheet.body, "PROJECT SUMMARY", bold=True, size=15, color="1B4F72")
    grid = sheet.table([5.9, 5.9, 5.9])
    for labels, values in (
        (("Project", "Project ID", "Sub-programme"), (project.name, project.reference, project.programme)),
        (
            ("Senior responsible officer", "Project manager", "Report completed on"),
            (project.sponsor, project.manager, dates.slashed(update.reported)),
        ),
    ):
        row(grid, list(labels), bold=True, fill=BAND, size=8.5)
        row(grid, list(values))
    para(sheet.body)
    grid = sheet.table([3.7, *[2.8] * 5])
    row(grid, ["Period", *LABELS], bold=True, fill=BAND, centred=True)
    before = update.first_day - timedelta(days=1)
    for line, day in (("current", update.first_day), ("previous", before)):
        cells = grid.add_row().cells
        write(cells[0], f"{dates.month_year(day)} ({line})")
        for cell, key in zip(cells[1:], LABELS.values(), strict=True):
            rated = update.rated[key]
            value = rated.current if line == "current" else rated.previous
            if value:
                rate(cell, value, value[0], bold=True)
    para(sheet.body)
    activities = _panels(sheet, update)
    risks = _risks(sheet, update)
    report = gold.report(
        project=project.name,
        programme=project.programme,
        reference=project.reference,
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
        decisions=gold.decisions(update.decisions),
    )
    del report["programme"]  # a sub-programme may be told as the programme or as another label
    return Rendered(sheet.save(), (report,))


def _panels(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([8.85, 8.85])
    records: list[Record] = []
    for title, tasks, kind in (
        ("Key deliverables this month", update.done, "completed"),
        ("Slippage: due this month, still to do", update.missed, "missed"),
        ("Key deliverables next month", update.planned, "planned"),
    ):
        span(grid, title, bold=True, fill=BAND)
        cell = span(grid, None if tasks else "None.")
        for task in tasks:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text))
    span(grid, "Approvals sought", bold=True, fill=BAND)
    cell = span(grid, None if update.decisions else "None.")
    for text in update.decisions:
        bullet(cell, text)
    para(sheet.body)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([1.4, 6.0, 6.0, 1.6, 2.7])
    row(grid, ["Risk no.", "Cause and effect", "Treatment", "RAG", "Risk owner"], bold=True, fill=BAND)
    records = []
    for risk in update.of_kind("risk"):
        cells = row(grid, [risk.reference, risk.text, risk.response, None, risk.owner])
        rate(cells[3], risk.rating, risk.rating[0])
        records.append(
            gold.risk(
                "risk",
                risk.text,
                response=risk.response,
                reference=risk.reference,
                owner=risk.owner,
                rating=risk.rating,
            )
        )
    return records


FAMILY = Family(
    name="transposed",
    organisation="Tideway Transport Executive",
    style="summary sheet printed from Word",
    tests="labels above their values, months as rows and areas as columns, slippage, approvals, risk treatment",
    suffix=".pdf",
    apart=False,
    projects=("bridge", "control", "grants"),
    render=render,
    office=True,
)
