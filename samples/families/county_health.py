"""A US county's technology project on letter paper: an X under Green, Yellow or Red, month-first dates, dollars."""

from __future__ import annotations

from docx.shared import Inches

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import COLOURS, Sheet, bullet, page_number, para, row, run, shade, write

SLATE, FOG = "44546A", "F2F2F2"
YELLOW = "FFFF00"
CHOICES = {"Green": "Green", "Yellow": "Amber", "Red": "Red"}
INDICATORS = {
    "Overall": "overall",
    "Scope": "scope",
    "Schedule": "schedule",
    "Budget": "cost",
    "Resources": "resources",
    "Quality": "quality",
}
KEY = "Green = on target; Yellow = the team can correct it; Red = the committee's help is needed."
LEVELS = {1: "Low", 2: "Low", 3: "Medium", 4: "High", 5: "High"}
STATES = {"Blue": "Complete", "Green": "On schedule", "Amber": "Slipping", "Red": "Late"}
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 10.5)
    page = sheet.body.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(0.8)
    run(
        sheet.header.paragraphs[0],
        "Tallgrass County Information Services | Project Management Office",
        size=9,
    )
    foot = sheet.footer.paragraphs[0]
    run(foot, "PMO Form 7 (rev. 03/18/2019)\t\t", size=8)
    page_number(foot)
    para(sheet.body, "Monthly Project Status Report", bold=True, size=20, color=SLATE, centred=True)
    _information(sheet, update)
    ratings = _health(sheet, update)
    sheet.heading("Executive Summary", 2)
    para(sheet.body, update.summary)
    activities = _tasks(sheet, update)
    milestones = _schedule(sheet, update)
    risks = [*_risks(sheet, update), *_issues(sheet, update)]
    finances = _budget(sheet, update)
    sheet.heading("Change Requests", 2)
    para(sheet.body, "No new change requests were submitted this period.")
    sheet.heading("Decisions Needed from the Steering Committee", 2)
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None")
    report = gold.told_report(
        update,
        *PRINTED,
        "percent_complete",
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _information(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([4.2, 13.3])
    for label, value in (
        ("Project Name:", project.name),
        ("Project Number:", project.reference),
        ("Program:", project.programme),
        ("Executive Sponsor:", project.sponsor),
        ("Project Manager:", project.manager),
        ("Vendor:", "Corbel Systems, Inc."),
        ("Reporting Period:", f"{dates.american(update.first_day)} - {dates.american(update.last_day)}"),
        ("Report Date:", dates.american(update.reported)),
        ("Project Start Date:", dates.american(project.start)),
        ("Planned End Date:", dates.american(project.end)),
        ("Percent Complete:", f"{update.percent}%"),
    ):
        cells = row(grid, [label, value])
        shade(cells[0], FOG)
        cells[0].paragraphs[0].runs[0].bold = True


def _health(sheet: Sheet, update: Update) -> list[Record]:
    """Three columns of colours, of which one is marked in each row."""
    sheet.heading("Project Health", 2)
    grid = sheet.table([3.1, 1.9, 1.9, 1.9, 8.7])
    cells = row(grid, ["Indicator", *CHOICES, "Comments"], bold=True, fill=FOG)
    for cell, choice in zip(cells[1:4], CHOICES, strict=True):
        shade(cell, YELLOW if choice == "Yellow" else COLOURS[choice])
    records = []
    for label, key in INDICATORS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, None, rated.comment])
        for cell, value in zip(cells[1:4], CHOICES.values(), strict=True):
            if value == rated.current:
                write(cell, "X", bold=True, centred=True)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    para(sheet.body, KEY, italic=True, size=8.5)
    return records


def _tasks(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    for title, tasks, kind in (
        ("Accomplishments This Period", update.done, "completed"),
        ("Planned This Period but Not Completed", update.missed, "missed"),
    ):
        sheet.heading(title, 2)
        for task in tasks:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text))
        if not tasks:
            para(sheet.body, "None")
    sheet.heading("Planned for Next Period", 2)
    grid = sheet.table([10.1, 4.0, 3.4])
    row(grid, ["Task", "Assigned To", "Due Date"], bold=True, fill=FOG)
    for task in update.planned:
        row(grid, [task.text, task.owner, dates.american(task.due)])
        records.append(gold.activity("planned", task.text, owner=task.owner, due=task.due))
    return records


def _schedule(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Milestone Schedule", 2)
    grid = sheet.table([7.5, 3.2, 3.4, 3.4])
    row(grid, ["Milestone", "Baseline Date", "Forecast Date", "Status"], bold=True, fill=FOG)
    records = []
    for item in update.milestones:
        status = STATES[item.rating]
        row(grid, [item.text, dates.american(item.baseline), dates.american(item.forecast), status])
        records.append(gold.told_milestone(item, "baseline", "forecast") | {"status": status})
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Risk Log", 2)
    grid = sheet.table([1.3, 5.2, 2.6, 2.0, 4.0, 2.4])
    row(grid, ["ID", "Risk", "Probability", "Impact", "Response Plan", "Owner"], bold=True, fill=FOG)
    records = []
    for risk in update.of_kind("risk"):
        levels = [LEVELS[risk.likelihood or 1], LEVELS[risk.impact]]
        row(grid, [risk.reference, risk.text, *levels, risk.response, risk.owner])
        words = {"likelihood": levels[0], "impact": levels[1]}
        records.append(gold.told_risk(risk, "response", "reference", "owner", **words))
    return records


def _issues(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Issue Log", 2)
    grid = sheet.table([1.3, 6.6, 5.2, 2.4, 2.0])
    row(grid, ["ID", "Issue", "Action / Resolution", "Owner", "Status"], bold=True, fill=FOG)
    issues = update.of_kind("issue")
    for issue in issues:
        row(grid, [issue.reference, issue.text, issue.response, issue.owner, issue.status])
    if not issues:
        row(grid, ["N/A", "", "", "", ""])
    return [gold.told_risk(issue, "response", "reference", "owner", "status") for issue in issues]


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Budget Status", 2)
    grid = sheet.table([5.1, 3.1, 3.1, 3.1, 3.1])
    heads = ["Category", "Approved Budget", "Spent to Date", "Projected Cost", "Variance"]
    row(grid, heads, bold=True, fill=FOG)
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(f"${n:,}" if n >= 0 else f"-${-n:,}" for n in amounts)])
        record = gold.told_money(line, "budget", "actual", "forecast", "variance")
        records.append(record | {"currency": "USD"})
    return records


FAMILY = Family(
    name="county_health",
    organisation="Tallgrass County Information Services",
    style="monthly status report of a US county's technology project",
    tests="an X under the colour that applies, month-first dates, Yellow, dollars, a form's own date, an empty log",
    suffix=".docx",
    apart=False,
    projects=("titles",),
    render=render,
)
