"""A university estates office's dashboard: six tolerances with their limits and positions, products with dates."""

from __future__ import annotations

from collections.abc import Sequence

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import COLOURS, Sheet, para, row, run, shade, span
from samples.word_fields import drop_down

SLATE, SAND = "37474F", "F4EFE6"
WORDS = {"Green": "Within tolerance", "Amber": "Tolerance threatened", "Red": "In exception"}
SHADES = {"Green": "A9D18E", "Amber": "FFD966", "Red": "F4877A"}
"""Softer than the usual fills; the words say the same."""
TOLERANCES = {
    "Time": ("schedule", "+4 / –8 weeks on Practical Completion"),
    "Cost": ("cost", "+2% / –5% of the approved budget"),
    "Scope": ("scope", "No product removed without the Board"),
    "Quality": ("quality", "No more than one failed inspection a month"),
    "Risk": ("risk", "Exposure below the £310k risk budget"),
    "Benefits": ("benefits", "90 to 110 additional student places"),
}
CHANGES = (
    "Two Requests for Change were approved under delegated authority in the month (door ironmongery; data points in "
    "the debrief rooms). The change budget stands at £64,200."
)
LESSON = "Book the crane before the road closure application is made, not after."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Segoe UI", 9, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "University of Caer Ddu  ·  Estates and Campus Services", size=8)
    run(sheet.footer.paragraphs[0], f"{project.reference} Highlight Report no. {update.number}", size=8)
    para(sheet.body, "CAPITAL PROJECT DASHBOARD", bold=True, size=16, color=SLATE)
    _identity(sheet, update)
    ratings = _tolerances(sheet, update)
    _title(sheet, "Project Manager's overview")
    para(sheet.body, update.summary)
    activities = [
        *_products(sheet, "Products completed this period", "completed", "Completed", update.done),
        *_products(sheet, "Products due this period but not completed", "missed", "Was due", update.missed),
        *_products(sheet, "Products to be completed next period", "planned", "Due", update.planned),
    ]
    milestones = _stage_dates(sheet, update)
    finances = _cost_plan(sheet, update)
    risks = _registers(sheet, update)
    _title(sheet, "Change control")
    para(sheet.body, CHANGES)
    _title(sheet, "Lesson of the month")
    para(sheet.body, LESSON)
    _title(sheet, "Direction required from the Project Board")
    for text in update.decisions or ("None required.",):
        para(sheet.body, text, style="List Bullet" if update.decisions else None)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    del report["end_date"]  # a planned handover may be told as the project's end or not
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    para(sheet.body)
    para(sheet.body, text.upper(), bold=True, size=9.5, color=SLATE)


def _identity(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.4, 5.6, 3.6, 4.8])
    for texts in (
        ("Project", project.name, "Project no.", project.reference),
        ("Programme", project.programme, "Date of report", dates.dotted(update.reported)),
        ("Executive", project.sponsor, "Period covered", _span(update)),
        ("Senior User", "Dr Catrin Hale", "Senior Supplier", "Pell Anderson Ltd"),
        ("Project Manager", project.manager, "RIBA stage", "5 Manufacturing and Construction"),
        ("Project start", dates.dotted(project.start), "Planned handover", dates.dotted(project.end)),
        ("% complete", f"{update.percent}%", "Procurement route", "Two-stage design and build"),
    ):
        cells = row(grid, texts)
        for label in (cells[0], cells[2]):
            shade(label, SAND)
            label.paragraphs[0].runs[0].bold = True


def _span(update: Update) -> str:
    return f"{dates.dotted(update.first_day)} to {dates.dotted(update.last_day)}"


def _tolerances(sheet: Sheet, update: Update) -> list[Record]:
    """The whole first, chosen from a list; then each tolerance, what was agreed, where it stands."""
    overall = update.rated["overall"]
    _title(sheet, "Tolerance status")
    grid = sheet.table([2.2, 4.6, 4.6, 3.0, 3.0])
    row(
        grid,
        ["", "Agreed tolerance", "Position", "This month", "Last month"],
        bold=True,
        fill=SLATE,
        color="FFFFFF",
    )
    records = []
    for label, (key, agreed) in TOLERANCES.items():
        rated = update.rated[key]
        before = WORDS[rated.previous] if rated.previous else "–"
        cells = row(grid, [label, agreed, rated.comment, None, before])
        cells[0].paragraphs[0].runs[0].bold = True
        drop_down(sheet, cells[3].paragraphs[0], list(WORDS.values()), WORDS[rated.current])
        shade(cells[3], SHADES[rated.current])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    line = para(sheet.body)
    run(line, "Project as a whole: ", bold=True)
    drop_down(sheet, line, list(WORDS.values()), WORDS[overall.current])
    records.append(gold.rating("Project as a whole", "overall", overall.current))
    notes = " · ".join(f"{WORDS[colour]} = {colour}" for colour in WORDS)
    para(sheet.body, notes, italic=True, size=7.5)
    return records


def _products(sheet: Sheet, title: str, kind: str, when: str, tasks: Sequence[Task]) -> list[Record]:
    _title(sheet, title)
    grid = sheet.table([10.4, 4.0, 3.0])
    row(grid, ["Product", "Responsible", when], bold=True, fill=SAND)
    records = []
    for task in tasks:
        row(grid, [task.text, task.owner, dates.dotted(task.due)])
        records.append(gold.activity(kind, task.text, owner=task.owner, due=task.due))
    if not tasks:
        row(grid, ["None", "", ""])
    return records


def _stage_dates(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Stage Plan")
    grid = sheet.table([6.6, 2.8, 2.8, 2.8, 2.4])
    row(grid, ["Milestone", "Stage Plan", "Forecast", "Actual", "Weeks late"], bold=True, fill=SAND)
    records = []
    for item in update.milestones:
        days = (item.baseline, None if item.actual else item.forecast, item.actual)
        cells = row(
            grid, [item.text, *(dates.dotted(day) if day else "" for day in days), f"{item.slip / 7:.0f}"]
        )
        if item.slip and not item.actual:
            shade(cells[4], SHADES["Amber"])
        records.append(gold.milestone(item.text, baseline=days[0], forecast=days[1], actual=days[2]))
        del records[-1]["rating"]  # one paint where weeks are lost is a rating to some
    return records


def _cost_plan(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Cost plan (£, excluding VAT)")
    grid = sheet.table([4.0, 2.7, 2.7, 2.6, 2.8, 2.6])
    heads = ("Cost head", "Approved", "Committed", "Paid", "Final cost", "Movement")
    row(grid, heads, bold=True, fill=SAND)
    records = []
    for line in with_total(update):
        committed = line.forecast * 9 // 10
        amounts = (line.budget, committed, line.actual, line.forecast)
        movement = f"{line.variance:+,}" if line.variance else "nil"
        row(grid, [line.text, *(f"{amount:,}" for amount in amounts), movement])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
        if not line.variance:
            del records[-1]["variance"]  # 'nil' is nought to one reader and nothing to another
    return records


def _registers(sheet: Sheet, update: Update) -> list[Record]:
    """Risks with a painted score, then issues, each in a table with its title as first row."""
    para(sheet.body)
    grid = sheet.table([1.2, 5.0, 1.2, 1.2, 1.3, 4.7, 2.8])
    span(grid, "Risks above the reporting threshold", bold=True, fill=SLATE, color="FFFFFF")
    row(grid, ["ID", "Risk", "P", "I", "P×I", "Response", "Owner"], bold=True, fill=SAND)
    records = []
    for told in update.of_kind("risk"):
        levels = (str(told.likelihood), str(told.impact), str(told.score))
        cells = row(grid, [told.reference, told.text, *levels, told.response, told.owner])
        shade(cells[4], COLOURS[told.rating])
        words = dict(zip(("likelihood", "impact", "score"), levels, strict=True))
        records.append(gold.told_risk(told, "reference", "response", "owner", "rating", **words))
    para(sheet.body)
    grid = sheet.table([1.2, 6.4, 6.4, 3.4])
    span(grid, "Open issues", bold=True, fill=SLATE, color="FFFFFF")
    row(grid, ["ID", "Issue", "Action in hand", "Owner"], bold=True, fill=SAND)
    found = [told for told in update.of_kind("issue") if told.status != "Closed"]
    for told in found:
        row(grid, [told.reference, told.text, told.response, told.owner])
        records.append(gold.told_risk(told, "reference", "response", "owner"))
    if not found:
        span(grid, "No open issues")
    return records


FAMILY = Family(
    name="tolerance_dashboard",
    organisation="University of Caer Ddu",
    style="monthly dashboard of a university estates office's capital project, PRINCE2 tolerances",
    tests="agreed limits beside positions, status words in drop-downs on fills, products with dates, committed sums",
    suffix=".docx",
    apart=False,
    projects=("w3a_skillscentre",),
    render=render,
)
