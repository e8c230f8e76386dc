"""A fire service's checkpoint report: products in tables with owners and dates, tolerances with a legend."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.word import Sheet, page_number, para, row, run

BAND = "D9D9D9"
WORDS = {"Green": "Within", "Amber": "Threatened", "Red": "Exceeded", "Blue": "Closed"}
LEGEND = "Within = Green; Threatened = Amber; Exceeded = Red; Closed = Blue"
LABELS = {
    "Overall": "overall",
    "Time": "schedule",
    "Cost": "cost",
    "Quality": "quality",
    "Scope": "scope",
    "Risk": "risk",
}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Arial", 10.5, margin_cm=2.2)
    run(sheet.header.paragraphs[0], "Pennard Fire and Rescue Service", bold=True, size=9)
    run(sheet.footer.paragraphs[0], "Checkpoint report template v3.2\tPage ", size=8)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "CHECKPOINT REPORT", bold=True, size=16)
    grid = sheet.table([4.6, 3.9, 4.2, 3.9])
    for texts in (
        ["Project:", project.name, "Checkpoint number:", str(update.number)],
        ["Executive:", project.sponsor, "Project Manager:", project.manager],
        [
            "Date of report:",
            dates.short(update.reported),
            "Period covered:",
            f"{dates.short(update.first_day)} to {dates.short(update.last_day)}",
        ],
    ):
        cells = row(grid, texts)
        for cell in (cells[0], cells[2]):
            cell.paragraphs[0].runs[0].bold = True
    _heading(sheet, "FOLLOW-UPS FROM PREVIOUS REPORTS")
    para(sheet.body, "There are no follow-ups from the previous checkpoint.")
    activities = _products(sheet, "PRODUCTS COMPLETED IN THIS PERIOD", "Completed", update.done, "completed")
    activities += _products(
        sheet, "PRODUCTS TO BE COMPLETED IN THE NEXT PERIOD", "Due", update.planned, "planned"
    )
    ratings = _tolerances(sheet, update)
    risks = _registers(sheet, update)
    _heading(sheet, "LESSONS")
    para(sheet.body, "No lessons have been added to the log in this period.")
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=ratings,
        activities=activities,
        risks=risks,
    )
    return Rendered(sheet.save(), (report,))


def _heading(sheet: Sheet, text: str) -> None:
    para(sheet.body, text, bold=True).paragraph_format.keep_with_next = True


def _products(sheet: Sheet, title: str, when: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    _heading(sheet, title)
    if not tasks:
        para(sheet.body, "None.")
        return []
    grid = sheet.table([9.8, 3.9, 2.9])
    row(grid, ["Product", "Owner", when], bold=True, fill=BAND)
    for task in tasks:
        row(grid, [task.text, task.owner, dates.short(task.due)])
    para(sheet.body)
    return [gold.activity(kind, task.text, owner=task.owner, due=task.due) for task in tasks]


def _tolerances(sheet: Sheet, update: Update) -> list[Record]:
    _heading(sheet, "TOLERANCE STATUS")
    grid = sheet.table([3.2, 3.2, 10.2])
    row(grid, ["Tolerance", "Status", "Remarks"], bold=True, fill=BAND)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        row(grid, [label, WORDS[rated.current], rated.comment])
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    para(sheet.body, LEGEND, italic=True, size=8)
    return records


def _registers(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    for title, kind, heads in (
        ("RISKS", "risk", ["Ref.", "Risk", "Response", "Risk owner", "Status"]),
        ("ISSUES", "issue", ["Ref.", "Issue", "Action", "Owner", "Status"]),
    ):
        _heading(sheet, title)
        found = update.of_kind(kind)
        if not found:
            para(sheet.body, "None.")
            continue
        grid = sheet.table([1.4, 5.6, 5.2, 2.6, 1.8])
        row(grid, heads, bold=True, fill=BAND)
        for risk in found:
            row(grid, [risk.reference, risk.text, risk.response, risk.owner, risk.status])
            records.append(
                gold.risk(
                    kind,
                    risk.text,
                    response=risk.response,
                    reference=risk.reference,
                    owner=risk.owner,
                    status=risk.status,
                )
            )
        para(sheet.body)
    return records


FAMILY = Family(
    name="checkpoint",
    organisation="Pennard Fire and Rescue Service",
    style="PRINCE2 checkpoint report",
    tests="products as table rows with owners and dates, tolerance words that the form's own legend explains",
    suffix=".docx",
    apart=False,
    projects=("control", "leisure", "warmth"),
    render=render,
)
