"""A water company's quarterly report printed from Word: long lists and tables that run over the page."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream, month_name
from samples.gold import Record
from samples.month import Task, Update
from samples.story import MONTHS_TOLD, tell
from samples.word import COLOURS, Sheet, bullet, page_number, para, row, run, shade, write

BAND = "D6EAF8"
QUARTER = 3
PROJECTS = ("records", "contact", "leisure")
LABELS = {"Overall": "overall", "Schedule": "schedule", "Budget": "cost", "Dependencies and risk": "risk"}


def gather(number: int) -> tuple[Update, ...]:
    """The three months of the quarter ``number`` of one project; the projects take turns."""
    key = PROJECTS[number % len(PROJECTS)]
    ends = [n for n in range(QUARTER, MONTHS_TOLD + 1) if tell(key, n).last_day.month % QUARTER == 0]
    if number > len(ends):
        return ()
    return tuple(tell(key, n) for n in range(ends[number - 1] - QUARTER + 1, ends[number - 1] + 1))


def render(updates: tuple[Update, ...]) -> Rendered:
    update = updates[-1]
    project = update.project
    quarter = dates.fiscal_quarter(update.last_day)
    sheet = Sheet("Arial", 12, margin_cm=2.6)
    run(sheet.header.paragraphs[0], "Quarterly highlight report", size=9)
    run(sheet.footer.paragraphs[0], "Page ", size=9)
    page_number(sheet.footer.paragraphs[0])
    sheet.heading(project.name, 1)
    grid = sheet.table([5.0, 10.8])
    for label, value in (
        ("Reporting period", quarter),
        ("Project owner (SRO)", project.sponsor),
        ("Project manager", project.manager),
        ("Project reference number", project.reference),
    ):
        cells = row(grid, [label, value])
        shade(cells[0], BAND)
    sheet.heading("Health", 2)
    grid = sheet.table([5.0, 3.0, 7.8])
    row(grid, ["Measure", "RAG", "Why"], bold=True, fill=BAND)
    ratings = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment])
        shade(cells[1], COLOURS[rated.current])
        write(cells[1], rated.current, bold=True)
        ratings.append(gold.rating(label, key, rated.current, comment=rated.comment))
    sheet.heading("Overview of the quarter", 2)
    for text in dict.fromkeys(month.summary for month in updates):
        para(sheet.body, text)
    finished = [task for month in updates for task in month.done]
    activities = _list(sheet, "Delivered in the quarter", finished, "completed")
    activities += _list(sheet, "To be delivered next", list(update.planned), "planned")
    risks = _risks(sheet, update)
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        period=update.period,
        ratings=ratings,
        activities=activities,
        risks=risks,
    )
    return Rendered(sheet.save(), (report,))


def _list(sheet: Sheet, title: str, tasks: list[Task], kind: str) -> list[Record]:
    sheet.heading(title, 2)
    records = []
    for workstream, group in by_workstream(tasks).items():
        para(sheet.body, workstream, bold=True)
        for task in group:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, workstream))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Risks and issues", 2)
    grid = sheet.table([2.0, 5.2, 5.4, 3.2])
    cells = row(grid, ["Kind", "Description", "Response", "Owner"], bold=True, fill=BAND)
    _repeat(cells[0])
    records = []
    for risk in update.risks:
        row(grid, [risk.kind.capitalize(), risk.text, risk.response, risk.owner])
        records.append(gold.risk(risk.kind, risk.text, response=risk.response, owner=risk.owner))
    return records


def _repeat(cell: Any) -> None:
    """Let the row be printed again at the top of each page."""
    properties = cell._tc.getparent().get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _name(updates: tuple[Update, ...]) -> str:
    return f"{month_name(updates[-1:])}-quarterly"


FAMILY = Family(
    name="quarterly",
    organisation="Aldermere Water",
    style="quarterly report in large type, printed from Word",
    tests="period as 'Q3 2011/12', bullets and tables over page breaks, repeated header rows",
    suffix=".pdf",
    apart=False,
    projects=PROJECTS,
    render=render,
    gather=gather,
    office=True,
    file_name=_name,
)
