"""A national park's page: names in a text box, fields in content controls, date and reference in the header."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, control, deleted, inserted, para, rate, row, run, text_box, write

LABELS = {"Time": "schedule", "Cost": "cost", "Quality": "quality", "Overall": "overall"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Gill Sans MT", 11)
    head = sheet.header.paragraphs[0]
    run(head, f"Ref: {project.reference}\t\tReport date: {dates.brief(update.reported)}", size=9)
    run(sheet.footer.paragraphs[0], "High Moors National Park Authority", size=9)
    title = para(sheet.body)
    run(title, "Project: ", bold=True, size=14)
    control(sheet, title, project.name)
    lines = [f"Sponsor: {project.sponsor}", f"Project manager: {project.manager}"]
    text_box(sheet, title, lines, 190, 64, 290)
    period = para(sheet.body)
    run(period, "Period: ", bold=True)
    control(sheet, period, dates.month_year(update.first_day))
    budget_code = para(sheet.body)
    run(budget_code, "Programme: ", bold=True)
    control(sheet, budget_code, "Click or tap here to enter text.", placeholder=True)
    para(sheet.body)
    grid = sheet.table([3.2, *[3.2] * 4])
    row(grid, ["Status", *LABELS], bold=True, fill="DDE8D0")
    cells = grid.add_row().cells
    write(cells[0], "This month")
    for cell, key in zip(cells[1:], LABELS.values(), strict=True):
        rate(cell, update.rated[key].current, update.rated[key].current)
    activities: list[Record] = []
    for title_text, tasks, kind in (
        ("Progress", update.done, "completed"),
        ("Next steps", update.planned, "planned"),
    ):
        sheet.heading(title_text, 2)
        items = [bullet(sheet.body, task.text) for task in tasks]
        activities += [gold.activity(kind, task.text) for task in tasks]
        if items:
            _wrap(sheet, items)
    risks = _risks(sheet, update)
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=[gold.rating(label, key, update.rated[key].current) for label, key in LABELS.items()],
        activities=activities,
        risks=risks,
    )
    return Rendered(sheet.save(), (report,))


def _wrap(sheet: Sheet, items: list[Any]) -> None:
    """Put paragraphs into one block-level content control, where python-docx does not look."""
    first = items[0]._p
    block = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:id w:val="{sheet.next_id()}"/></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    first.addprevious(block)
    for item in items:
        block[1].append(item._p)


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Risks and issues", 2)
    grid = sheet.table([1.6, 5.6, 5.6, 3.2])
    row(grid, ["Type", "Description", "Response", "Lead"], bold=True, fill="DDE8D0")
    records = []
    for risk in update.risks:
        letter = risk.kind[0].upper()
        cells = row(grid, [letter, risk.text, None, risk.owner])
        line = cells[2].paragraphs[0]
        deleted(sheet, line, "To be agreed. ")
        inserted(sheet, line, risk.response)
        records.append(gold.risk(risk.kind, risk.text, response=risk.response, owner=risk.owner))
    para(sheet.body, "Type: R is a risk, I is an issue.", italic=True, size=8.5)
    return records


FAMILY = Family(
    name="boxed",
    organisation="High Moors National Park Authority",
    style="modern template with controls",
    tests="text box, inline and block content controls, a prompt left in, header fields, responses tracked as inserted",
    suffix=".docx",
    apart=False,
    projects=("bridge", "grants", "warmth"),
    render=render,
)
