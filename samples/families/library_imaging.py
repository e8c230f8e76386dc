"""A national library's status report: heads of two rows, one log of risks and issues, counts, control last."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, page_number, para, rate, row, run, span, write
from samples.word_notes import plain_field
from samples.word_styles import table_style

SLATE, MIST = "37474F", "ECEFF1"
LABELS = {
    "Schedule": "schedule",
    "Budget": "cost",
    "Resource": "resources",
    "Quality (image and metadata)": "quality",
    "Overall project status": "overall",
}
COUNTS = (("Printed ephemera", 42000), ("Estate maps", 8600), ("Gaelic manuscripts", 3150))
SHARES = (1.0, 0.9, 0.75)
"""How much of what was imaged has passed each later step."""
STANDARDS = (
    "Imaging follows the Library's capture guidelines: 400 ppi, 24-bit, uncompressed master files with a colour target "
    "in every tenth frame. Masters are held in two places before an item goes back to the stack."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Trebuchet MS", 9.5, margin_cm=2.0)
    table_style(sheet, "Library Table", SLATE, MIST)
    run(sheet.header.paragraphs[0], "National Library of Alderland", bold=True, color=SLATE)
    run(sheet.header.paragraphs[0], f"\t\tPSR – {project.reference}", size=8)
    foot = para(sheet.footer, "Printed copies are uncontrolled. File: ", size=8)
    plain_field(foot, "FILENAME", f"PSR_{update.period}_v1.0.docx")
    page_number(foot)
    para(sheet.body, "Project Status Report", size=22, color=SLATE)
    para(sheet.body, project.name, size=14)
    first, last = dates.long(update.first_day), dates.long(update.last_day)
    para(sheet.body, f"Reporting period: {first} to {last}", italic=True)
    _roles(sheet, update)
    ratings = _status(sheet, update)
    sheet.heading("Status summary", 2)
    para(sheet.body, update.summary)
    activities = _activities(sheet, update)
    _production(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _budget(sheet, update)
    risks = _log(sheet, update)
    sheet.heading("Standards and preservation", 2)
    para(sheet.body, STANDARDS)
    sheet.heading("Guidance sought from the Digital Steering Group", 2)
    for text in update.decisions or ("None",):
        bullet(sheet.body, text)
    _control(sheet, update)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    del report["report_date"]  # the issue date of the version may count as the report's own
    return Rendered(sheet.save(), (report,))


def _roles(sheet: Sheet, update: Update) -> None:
    """Roles beside each other, the names beneath them."""
    project = update.project
    grid = sheet.table([4.2, 4.2, 4.2, 4.4])
    row(grid, ["Programme", "Executive", "Project manager", "Project code"], bold=True, fill=MIST, size=8.5)
    row(grid, [project.programme, project.sponsor, project.manager, project.reference])


def _status(sheet: Sheet, update: Update) -> list[Record]:
    """Two head rows: the upper one holds 'RAG status' over two columns."""
    sheet.heading("Status", 2)
    grid = sheet.table([4.6, 2.3, 2.3, 7.8])
    upper = row(grid, [None] * 4, fill=MIST)
    lower = row(grid, [None, "Previous", "Current", None], bold=True, fill=MIST, centred=True)
    for place, text in ((0, "Element"), (3, "Justification")):
        write(upper[place].merge(lower[place]), text, bold=True)
    write(upper[1].merge(upper[2]), "RAG status", bold=True, centred=True)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment], size=9)
        if rated.previous:
            rate(cells[1], rated.previous, rated.previous.upper(), size=8.5)
        rate(cells[2], rated.current, rated.current.upper(), bold=True, size=8.5)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _listed(sheet: Sheet, widths: list[float], heads: list[str]) -> Any:
    """A table whose look comes from its style alone."""
    grid = sheet.table(widths, "Library Table")
    row(grid, heads)
    return grid


def _activities(sheet: Sheet, update: Update) -> list[Record]:
    """What the period's plan held, done or not by a column of its own; then the next period's."""
    sheet.heading("Activities planned for this period", 2)
    grid = _listed(sheet, [8.2, 3.2, 2.4, 3.2], ["Activity", "Lead", "Target date", "Outcome"])
    records = []
    outcomes = (("completed", "Complete", update.done), ("missed", "Not completed", update.missed))
    for kind, outcome, tasks in outcomes:
        for task in tasks:
            row(grid, [task.text, task.owner, dates.dotted(task.due), outcome], size=9)
            records.append(gold.activity(kind, task.text, None, task.owner, task.due))
    sheet.heading("Activities planned for next period", 2)
    grid = _listed(sheet, [9.8, 4.0, 3.2], ["Activity", "Lead", "Target date"])
    for task in update.planned:
        row(grid, [task.text, task.owner, dates.dotted(task.due)], size=9)
        records.append(gold.activity("planned", task.text, None, task.owner, task.due))
    return records


def _production(sheet: Sheet, update: Update) -> None:
    """Counts of items, which are no record."""
    sheet.heading("Production to date (items)", 2)
    heads = ["Collection", "In scope", "Imaged", "Quality assured", "Published"]
    grid = _listed(sheet, [5.4, 2.8, 2.8, 3.2, 2.8], heads)
    for name, scope in COUNTS:
        imaged = scope * update.percent // 100
        row(grid, [name, f"{scope:,}", *(f"{int(imaged * share):,}" for share in SHARES)], size=9)


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Milestones", 2)
    heads = ["Milestone", "Baseline", "Revised", "Status"]
    grid = _listed(sheet, [8.0, 3.0, 3.0, 3.0], heads)
    records = []
    for item in update.milestones:
        shown = [dates.dotted(item.baseline), dates.dotted(item.forecast)]
        row(grid, [item.text, *shown, item.status], size=9)
        records.append(gold.told_milestone(item, "baseline", "forecast", "status"))
    return records


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Budget position", 2)
    heads = ["Budget line", "Allocation (£)", "Actuals (£)", "Projected (£)"]
    grid = _listed(sheet, [6.8, 3.4, 3.4, 3.4], heads)
    records = []
    for line in update.money:
        sums = (line.budget, line.actual, line.forecast)
        row(grid, [line.text, *(f"{amount:,}" for amount in sums)], size=9)
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    para(sheet.body, "Figures exclude staff time met from core grant.", italic=True, size=8)
    return records


def _log(sheet: Sheet, update: Update) -> list[Record]:
    """Risks and issues in one table, parted by rows across it."""
    sheet.heading("Extract from the RAID log", 2)
    grid = sheet.table([1.4, 5.8, 5.4, 2.9, 1.5])
    heads = ["ID", "Description", "Mitigation / action", "Owner", "RAG"]
    row(grid, heads, bold=True, fill=SLATE, color="FFFFFF")
    records = []
    for title, kind in (("RISKS", "risk"), ("ISSUES", "issue")):
        span(grid, title, bold=True, fill=MIST, size=8.5)
        for risk in update.of_kind(kind):
            cells = row(grid, [risk.reference, risk.text, risk.response, risk.owner, None], size=9)
            rate(cells[4], risk.rating, risk.rating[0])
            records.append(gold.told_risk(risk, "reference", "response", "owner", "rating"))
        if not update.of_kind(kind):
            row(grid, ["", "None at present", "", "", ""], size=9)
    return records


def _control(sheet: Sheet, update: Update) -> None:
    sheet.heading("Document control", 2)
    grid = sheet.table([2.0, 3.4, 4.6, 7.0])
    row(grid, ["Version", "Issued", "Author", "Change"], bold=True, fill=MIST, size=8.5)
    row(grid, ["1.0", dates.dotted(update.reported), "Digital PMO", "Issued to the Group"], size=8.5)


FAMILY = Family(
    name="library_imaging",
    organisation="National Library of Alderland",
    style="status report of a national library's digitisation programme",
    tests="heads of two rows, roles above names, an outcome column, counts of items, RAID rows, document control last",
    suffix=".docx",
    apart=False,
    projects=("records", "contact"),
    render=render,
)
