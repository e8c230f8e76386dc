"""A borough's one-pager: tabbed label lines, 'on track' words, this period beside next period."""

from __future__ import annotations

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, para, row, run, shade, span, write

WORDS = {"Green": "On track", "Amber": "At risk", "Red": "Off track", "Blue": "Complete"}
LABELS = {"Time": "schedule", "Cost": "cost", "Scope": "scope", "Overall": "overall"}
PALE = "E2EFD9"


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Calibri", 10.5, margin_cm=1.9)
    para(sheet.body, "Kettlewick Council", bold=True, size=11, color="44703A")
    para(sheet.body, "Project highlight report", size=20, color="44703A")
    for label, value in (
        ("Project name:", project.name),
        ("Project code:", project.reference),
        ("Senior Responsible Owner:", project.sponsor),
        ("Project lead:", project.manager),
        ("Report for:", dates.month_year(update.first_day)),
        ("Estimated completion:", dates.long(project.end)),
    ):
        line = para(sheet.body)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(6), WD_TAB_ALIGNMENT.LEFT)
        run(line, label, bold=True)
        run(line, f"\t{value}")
    grid = sheet.table([4.3, 4.3, 4.3, 4.3])
    row(grid, list(LABELS), bold=True, fill=PALE, centred=True)
    row(grid, [WORDS[update.rated[key].current] for key in LABELS.values()], centred=True)
    para(sheet.body)
    activities = _work(sheet, update)
    para(sheet.body)
    risks = _risks(sheet, update)
    para(sheet.body)
    para(sheet.body, "Decisions needed", bold=True, size=12)
    for text in update.decisions:
        bullet(sheet.body, text, style="List Number")
    if not update.decisions:
        para(sheet.body, "None at present")
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        period=update.period,
        end_date=project.end,
        ratings=[gold.rating(label, key, update.rated[key].current) for label, key in LABELS.items()],
        activities=activities,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _work(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([8.6, 8.6])
    row(grid, ["Achieved this period", "Planned for next period"], bold=True, fill=PALE)
    left, right = grid.add_row().cells
    records = []
    for cell, tasks, kind in ((left, update.done, "completed"), (right, update.planned, "planned")):
        for task in tasks:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text))
    span(grid, "Planned for this period but not achieved", bold=True, fill=PALE)
    cell = span(grid, None if update.missed else "None")
    for task in update.missed:
        bullet(cell, task.text)
        records.append(gold.activity("missed", task.text))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([7.0, 1.8, 6.6, 1.8])
    row(grid, ["Risk or issue", "Type", "What we are doing about it", "RAG"], bold=True, fill=PALE)
    records = []
    for risk in update.risks:
        kind = risk.kind.capitalize()
        row(grid, [risk.text, kind, risk.response, risk.rating])
        records.append(gold.risk(risk.kind, risk.text, response=risk.response, rating=risk.rating))
    if not update.risks:
        cells = row(grid, ["N/A", "", "", ""])
        shade(cells[0], "FFFFFF")
    write(span(grid, None), "Risks scored below 6 are kept in the project's own log.", italic=True, size=8)
    return records


FAMILY = Family(
    name="two_column",
    organisation="Kettlewick Council",
    style="one-page report, two columns",
    tests="labels parted by tabs, status words, bullets side by side, missed work, type column, no report date",
    suffix=".docx",
    apart=False,
    projects=("leisure", "bridge", "contact"),
    render=render,
)
