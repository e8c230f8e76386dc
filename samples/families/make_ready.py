"""An ambulance trust's position statement: two letters in one cell, dated work with its leads, risks from Datix."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Money, Risk, Task, Update, with_total
from samples.word import Sheet, bullet, deleted, inserted, page_number, para, rate, row, run, span, write

GREEN, PALE = "00594C", "E3EFEC"
DOMAINS = {
    "Overall": "overall",
    "Time": "schedule",
    "Money": "cost",
    "Build quality": "quality",
    "Project team": "resources",
    "Crews and districts": "stakeholders",
    "Operational benefit": "benefits",
}
KEY = (
    "BRAG is shown as last month → this month. B = closed, R = needs the Group to act, "
    "A = in hand with the lead, G = as approved."
)
LATE_EDIT = 3
"""Every third month somebody rewords a control with tracking on."""
PRINTED = (
    *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
    "percent_complete",
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 9.5, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "Saxonvale Ambulance Service NHS Trust", bold=True, color=GREEN, size=9)
    line = sheet.footer.paragraphs[0]
    run(line, "Fleet and Estates Transformation Group – Position Statement template v4 – page ", size=8)
    page_number(line)
    _details(sheet, update)
    ratings = _domains(sheet, update)
    _bar(sheet, "Headlines")
    para(sheet.body, update.summary)
    activities = [
        *_register(sheet, "Done since the last statement", "Date done", "completed", update.done),
        *_register(sheet, "Carried over", "Was due", "missed", update.missed),
        *_register(sheet, "Coming up", "Due", "planned", update.planned),
    ]
    milestones = _dates(sheet, update)
    risks = _datix(sheet, update)
    finances = _money(sheet, update)
    _bar(sheet, "Asks of the Group")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None this month.")
    report = gold.told_report(
        update,
        *PRINTED,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _bar(sheet: Sheet, title: str) -> None:
    """A section's title: white on green across the page, in a table of its own."""
    para(sheet.body, size=4).paragraph_format.space_after = 0
    grid = sheet.table([17.4])
    row(grid, [title], bold=True, fill=GREEN, color="FFFFFF", size=10.5)
    gap = para(sheet.body)
    gap.paragraph_format.space_after = 0
    gap.paragraph_format.line_spacing = 0.4


def _details(sheet: Sheet, update: Update) -> None:
    project = update.project
    para(sheet.body, "Project Position Statement", bold=True, size=17, color=GREEN)
    grid = sheet.table([2.9, 5.8, 2.9, 5.8])
    cells = row(grid, ["Project", None, None, None])
    write(cells[1].merge(cells[3]), project.name, bold=True)
    for left, value, right, other in (
        ("Programme", project.programme, "Project ref", project.reference),
        ("Executive sponsor", project.sponsor, "Project lead", project.manager),
        ("Month reported", dates.month_year(update.first_day), "Date prepared", dates.short(update.reported)),
        ("Started", dates.short(project.start), "Planned finish", dates.short(project.end)),
        ("Department", project.department, "% complete", f"{update.percent}%"),
    ):
        row(grid, [left, value, right, other])
    for index, line in enumerate(grid.rows):
        for place in (0, 2) if index else (0,):
            for stretch in line.cells[place].paragraphs[0].runs:
                stretch.bold = True


def _domains(sheet: Sheet, update: Update) -> list[Record]:
    _bar(sheet, "BRAG")
    grid = sheet.table([4.0, 2.2, 11.2])
    row(grid, ["Domain", "BRAG", "Position"], bold=True, fill=PALE)
    records = []
    for label, key in DOMAINS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment])
        before = rated.previous[0] if rated.previous else "–"
        rate(cells[1], rated.current, f"{before} → {rated.current[0]}", bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    para(sheet.body, KEY, italic=True, size=8)
    return records


def _register(sheet: Sheet, title: str, head: str, kind: str, tasks: Sequence[Task]) -> list[Record]:
    """Work in the order of its dates; the date stands first, the lead last."""
    _bar(sheet, title)
    if not tasks:
        para(sheet.body, "Nil.")
        return []
    grid = sheet.table([2.2, 2.8, 9.2, 3.2])
    row(grid, [head, "Strand", "Action", "Lead"], bold=True, fill=PALE)
    records = []
    for task in sorted(tasks, key=lambda task: task.due):
        row(grid, [dates.short(task.due), task.workstream, task.text, task.owner])
        records.append(gold.activity(kind, task.text, task.workstream, task.owner, task.due))
    return records


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    _bar(sheet, "Key dates")
    grid = sheet.table([6.6, 3.1, 3.1, 3.1, 1.5])
    row(grid, ["Event", "Approved", "Expected", "Achieved", "BRAG"], bold=True, fill=PALE)
    records = []
    for item in update.milestones:
        expected = None if item.actual else item.forecast
        days: tuple[date | None, ...] = (item.baseline, expected, item.actual)
        cells = row(grid, [item.text, *(dates.short(day) if day else "" for day in days), None])
        rate(cells[4], item.rating, item.rating[0])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=expected, actual=item.actual, rating=item.rating
            )
        )
    return records


def _datix(sheet: Sheet, update: Update) -> list[Record]:
    _bar(sheet, "Risks and issues on Datix")
    grid = sheet.table([1.3, 1.5, 5.0, 0.8, 0.8, 1.2, 4.4, 2.4])
    heads = ["No.", "Type", "Description", "L", "C", "L x C", "Controls", "Handler"]
    row(grid, heads, bold=True, fill=PALE)
    records = []
    for place, risk in enumerate(update.risks):
        edited = place == 0 and update.number % LATE_EDIT == 0
        records.append(_datix_row(sheet, grid, risk, edited))
    if not update.risks:
        span(grid, "No entries.")
    para(sheet.body, "L = likelihood 1 to 5, C = consequence 1 to 5.", italic=True, size=8)
    return records


def _datix_row(sheet: Sheet, grid: object, risk: Risk, edited: bool) -> Record:
    levels = {}
    if risk.score is not None:
        levels = {
            "likelihood": str(risk.likelihood),
            "impact": str(risk.impact),
            "score": str(risk.score),
            "rating": risk.rating,
        }
    shown = [levels.get("likelihood", ""), levels.get("impact", "")]
    kind = risk.kind.capitalize()
    controls = None if edited else risk.response
    cells = row(grid, [risk.reference, kind, risk.text, *shown, None, controls, risk.owner])
    if levels:
        rate(cells[5], risk.rating, levels["score"], bold=True)
    if edited:
        deleted(sheet, cells[6].paragraphs[0], "Controls to be agreed with the handler. ")
        inserted(sheet, cells[6].paragraphs[0], risk.response)
    return gold.told_risk(risk, "reference", "response", "owner", **levels)


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _bar(sheet, "Capital money (£k)")
    grid = sheet.table([5.8, 2.9, 2.9, 2.9, 2.9])
    row(grid, ["Line", "Approved", "Spent", "Outturn", "Over / (under)"], bold=True, fill=PALE)
    records = []
    for line in with_total(update):
        row(grid, [line.text, *_thousands(line)], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _thousands(line: Money) -> list[str]:
    over = f"({-line.variance / 1000:,.1f})" if line.variance < 0 else f"{line.variance / 1000:,.1f}"
    return [*(f"{amount / 1000:,.1f}" for amount in (line.budget, line.actual, line.forecast)), over]


FAMILY = Family(
    name="make_ready",
    organisation="Saxonvale Ambulance Service NHS Trust",
    style="an ambulance trust's position statement on a vehicle depot",
    tests="letters of last month and this in one filled cell, dated work with its leads, titles in tables, handlers",
    suffix=".docx",
    apart=False,
    projects=("w2c_makeready",),
    render=render,
)
