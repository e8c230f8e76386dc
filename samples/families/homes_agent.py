"""An employer's agent's monthly report on a housebuilder's contract: numbered headings, blocks of plots in rows."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Milestone, Update, with_total
from samples.word import COLOURS, Sheet, page_number, para, row, run, shade, write

NAVY, SAND = "22314F", "EFE9DD"
WORDS = {"Green": "Satisfactory", "Amber": "Monitor", "Red": "Unsatisfactory"}
AREAS = {
    "Overall": "overall",
    "Programme": "schedule",
    "Cost": "cost",
    "Quality of work": "quality",
    "Neighbours and community": "stakeholders",
    "Statutory approvals": "dependencies",
}
LEVELS = ("Very low", "Low", "Medium", "High", "Very high")
KEY = (
    "Satisfactory (green): no action. Monitor (amber): raised with the contractor. "
    "Unsatisfactory (red): formal notice."
)
STRUCK, STRUCK_IN = "Light the spine road", ("Roads and sewers", "planned")
"""Every third month, from the first, a line is struck out before issue."""
SAFETY = "No reportable accidents. Edge protection on the scaffold was corrected on the day of our visit."
WEATHER = "The contractor recorded {} working days lost to weather against an allowance of three."
DAYS_IN_WEEK = 7


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Book Antiqua", 10.5, margin_cm=2.3)
    run(sheet.header.paragraphs[0], f"Farrant Lisle LLP\t\tJob {project.reference}", size=8.5)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Employer's Agent's Report – private and confidential – page ", size=8)
    page_number(foot)
    para(sheet.body, "EMPLOYER'S AGENT'S MONTHLY REPORT", bold=True, size=17, color=NAVY)
    para(sheet.body, f"Report No. {update.number}: {dates.month_year(update.first_day)}", size=12)
    _particulars(sheet, update)
    _title(sheet, 2, "Summary")
    para(sheet.body, update.summary)
    ratings = _assessment(sheet, update)
    activities = _blocks(sheet, update)
    milestones = _programme(sheet, update)
    finances = _account(sheet, update)
    risks = _risks(sheet, update)
    _title(sheet, 8, "Health, safety and weather")
    para(sheet.body, SAFETY)
    para(sheet.body, WEATHER.format(("one", "two", "four")[update.number % 3]))
    _title(sheet, 9, "Employer's decisions required")
    for place, text in enumerate(update.decisions, start=1):
        para(sheet.body, f"9.{place}\t{text}")
    if not update.decisions:
        para(sheet.body, "None at present.")
    para(sheet.body)
    para(sheet.body, "Farrant Lisle LLP", bold=True)
    para(sheet.body, "Employer's Agent")
    report = gold.told_report(
        update,
        *("programme", "reference", "manager", "report_date", "start_date", "end_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    del report["sponsor"]  # the Employer's director may be taken for one or not
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, number: int, text: str) -> None:
    sheet.heading(f"{number}.0 {text}", 2)


def _heads(grid: Any, *texts: str) -> None:
    for cell in row(grid, texts, bold=True, color="FFFFFF", size=9.5):
        shade(cell, NAVY)


def _particulars(sheet: Sheet, update: Update) -> None:
    project = update.project
    _title(sheet, 1, "Contract particulars")
    grid = sheet.table([5.4, 11.0], "Light Grid")
    for label, value in (
        ("Project", project.name),
        ("Project number", project.reference),
        ("Programme", project.programme),
        ("Employer", "Brackwater Homes Ltd"),
        ("Director for the Employer", project.sponsor),
        ("Contractor", "Westcombe Homes (Central) Ltd"),
        ("Project manager", project.manager),
        ("Form of contract", "JCT Design and Build 2016, sectional completion"),
        ("Commencement", dates.brief(project.start)),
        ("Contract completion", dates.brief(project.end)),
        ("Works complete", f"{update.percent} per cent"),
        ("Date of report", dates.brief(update.reported)),
    ):
        cells = row(grid, [None, value])
        write(cells[0], label, bold=True)
    para(sheet.body)


def _assessment(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, 3, "Our assessment")
    grid = sheet.table([4.2, 3.2, 9.0])
    _heads(grid, "Subject", "Assessment", "Comment")
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        cells = row(grid, [label, WORDS[rated.current], rated.comment])
        shade(cells[1], COLOURS[rated.current])
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    para(sheet.body, KEY, italic=True, size=8.5)
    return records


def _blocks(sheet: Sheet, update: Update) -> list[Record]:
    """A row for each block of plots: what was built, what was not, what follows; empty cells hold a dash."""
    _title(sheet, 4, "Progress on site")
    following = dates.MONTHS[update.next_month.month - 1]
    grid = sheet.table([2.8, 5.2, 3.6, 4.8])
    _heads(grid, "Block", "Achieved", "Programmed but not achieved", f"Programmed for {following}")
    groups = [by_workstream(tasks) for tasks in (update.done, update.missed, update.planned)]
    kinds = ("completed", "missed", "planned")
    records = []
    for name in dict.fromkeys(task[2] for task in update.project.facts["tasks"]):
        if not any(name in group for group in groups):
            continue
        cells = row(grid, [None] * 4)
        write(cells[0], name, bold=True)
        shade(cells[0], SAND)
        for cell, group, kind in zip(cells[1:], groups, kinds, strict=True):
            for task in group.get(name, ()):
                write(cell, task.text)
                records.append(gold.activity(kind, task.text, name))
            if name not in group:
                write(cell, "–")
            elif (name, kind) == STRUCK_IN and update.number % 3 == 1:
                write(cell, STRUCK, strike=True)
    para(sheet.body)
    return records


def _weeks(item: Milestone) -> str:
    weeks = round(((item.actual or item.forecast) - item.baseline).days / DAYS_IN_WEEK)
    return f"{weeks:+d}" if weeks else "0"


def _programme(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, 5, "Programme")
    grid = sheet.table([6.2, 2.8, 2.8, 2.8, 1.8])
    _heads(grid, "Event", "Contract programme", "Contractor's forecast", "Achieved", "Weeks +/−")
    records = []
    for item in update.milestones:
        days = (item.baseline, None if item.actual else item.forecast, item.actual)
        row(grid, [item.text, *(dates.dashed(day) if day else "" for day in days), _weeks(item)])
        records.append(gold.milestone(item.text, baseline=days[0], forecast=days[1], actual=days[2]))
    para(sheet.body)
    return records


def _account(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, 6, "Financial statement")
    grid = sheet.table([4.0, 3.2, 3.2, 3.2, 2.9])
    _heads(grid, "Item", "Approved sum", "Certified to date", "Anticipated final account", "Variance")
    records = []
    for line in with_total(update):
        texts = [f"£{amount:,}.00" for amount in (line.budget, line.actual, line.forecast)]
        variance = f"£{line.variance:,}.00" if line.variance >= 0 else f"(£{-line.variance:,}.00)"
        row(grid, [line.text, *texts, variance], size=9)
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    para(sheet.body)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, 7, "Risks and matters arising")
    para(sheet.body, "7.1 Risks", bold=True)
    grid = sheet.table([1.2, 4.8, 4.2, 2.4, 2.1, 1.8])
    _heads(grid, "No.", "Risk", "Mitigation", "Owner", "Likelihood", "Impact")
    records = []
    for told in update.of_kind("risk"):
        words = {"likelihood": LEVELS[(told.likelihood or 1) - 1], "impact": LEVELS[told.impact - 1]}
        row(grid, [told.reference, told.text, told.response, told.owner, *words.values()], size=9)
        records.append(gold.told_risk(told, "reference", "response", "owner", **words))
    para(sheet.body)
    para(sheet.body, "7.2 Issues", bold=True)
    issues = update.of_kind("issue")
    if not issues:
        para(sheet.body, "There are no issues to report this month.")
        return records
    grid = sheet.table([1.2, 6.6, 5.8, 2.8])
    _heads(grid, "No.", "Issue", "Action", "Action by")
    for told in issues:
        row(grid, [told.reference, told.text, told.response, told.owner], size=9)
        records.append(gold.told_risk(told, "reference", "response", "owner"))
    return records


FAMILY = Family(
    name="homes_agent",
    organisation="Farrant Lisle LLP",
    style="employer's agent's monthly report on a housebuilder's contract",
    tests="blocks of plots in rows with late work between past and future, weeks early or late, certified sums, pence",
    suffix=".docx",
    apart=False,
    projects=("w4_affordable",),
    render=render,
)
