"""A water company's regulatory delivery programme: bands over tables, regulatory dates, spend against allowance."""

from __future__ import annotations

from typing import Any

from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, para, rate, row, run, shade, span, write

TEAL, AQUA = "006778", "D6EEF0"
WIDE = 18.0
MILLION = 1_000_000
WORDS = {"Green": "On track", "Amber": "At risk", "Red": "Off track", "Blue": "Complete"}
AREAS = {
    "Overall scheme": "overall",
    "Programme": "schedule",
    "Totex": "cost",
    "Scope / outputs": "scope",
    "Customers and landowners": "stakeholders",
}
SEVERITY = ("Blue", "Green", "Amber", "Red")
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "percent_complete")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 9.5, margin_cm=1.5)
    line = sheet.header.paragraphs[0]
    run(line, "ISK VALLEY WATER", bold=True, color=TEAL, size=12)
    run(line, "\t\tCapital Delivery", size=9)
    run(sheet.footer.paragraphs[0], "EDP-FRM-014 Issue 6. Uncontrolled when printed.", size=7.5)
    para(sheet.body, "Monthly Scheme Delivery Report", bold=True, size=16, color=TEAL)
    _particulars(sheet, update)
    ratings = _dashboard(sheet, update)
    grid = _band(sheet, "Scheme summary", [WIDE])
    row(grid, [update.summary])
    activities = _progress(sheet, update)
    milestones = _obligations(sheet, update)
    finances = _totex(sheet, update)
    risks = [*_risks(sheet, update), *_issues(sheet, update)]
    grid = _band(sheet, "Health, safety and environment", [7.0, 2.0, 7.0, 2.0])
    near_misses = str(update.number % 4)
    row(grid, ["Lost time incidents this month", "0", "Near misses reported this month", near_misses])
    row(grid, ["Pollution incidents this month", "0", "Site tours by directors this month", "1"])
    grid = _band(sheet, "Decisions required from Delivery Board", [WIDE])
    cell = row(grid, [None])[0]
    for text in update.decisions:
        bullet(cell, text)
    if not update.decisions:
        write(cell, "None")
    report = gold.told_report(
        update,
        *PRINTED,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _band(sheet: Sheet, title: str, widths: list[float], heads: list[str] | None = None) -> Any:
    """A table under its own dark title row; ``heads`` are its column headings."""
    gap = para(sheet.body)
    gap.paragraph_format.space_after = Pt(0)
    grid = sheet.table(widths)
    span(grid, title, fill=TEAL, bold=True, color="FFFFFF", size=10.5)
    if heads:
        row(grid, heads, bold=True, fill=AQUA)
    return grid


def _particulars(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.6, 5.9, 3.2, 5.3])
    for texts in (
        ["Scheme name", project.name, "Scheme no.", project.reference],
        ["Programme", project.programme, "Driver", "Statutory obligation"],
        ["Project Sponsor", project.sponsor, "Project Manager", project.manager],
        ["Report month", dates.month_year(update.first_day), "Issued", dates.brief(update.reported)],
        ["Delivery route", "Framework lot 2", "Progress (%)", str(update.percent)],
    ):
        cells = row(grid, texts)
        for cell in (cells[0], cells[2]):
            shade(cell, AQUA)


def _dashboard(sheet: Sheet, update: Update) -> list[Record]:
    grid = _band(sheet, "Delivery dashboard", [4.4, 2.4, 1.6, 9.6], ["Area", "Status", "Trend", "Commentary"])
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        change = SEVERITY.index(rated.current) - SEVERITY.index(rated.previous or rated.current)
        cells = row(grid, [label, None, "↓" if change > 0 else "↑" if change < 0 else "→", rated.comment])
        rate(cells[1], rated.current, WORDS[rated.current], bold=True)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _progress(sheet: Sheet, update: Update) -> list[Record]:
    """Bullets by area in one wide cell, what was missed in another, what is to come as a table with dates."""
    records = []
    cell = row(_band(sheet, "Progress this month", [WIDE]), [None])[0]
    for area, tasks in by_workstream(update.done).items():
        write(cell, f"{area}:", bold=True)
        for task in tasks:
            para(cell, task.text, style="List Bullet")
            records.append(gold.activity("completed", task.text, area))
    cell = row(_band(sheet, "Planned this month but not delivered", [WIDE]), [None])[0]
    for task in update.missed:
        bullet(cell, task.text)
        records.append(gold.activity("missed", task.text))
    if not update.missed:
        write(cell, "None")
    heads = ["Activity", "Lead", "Target date"]
    grid = _band(sheet, "Planned for next month", [11.0, 4.0, 3.0], heads)
    for task in update.planned:
        row(grid, [task.text, task.owner, dates.brief(task.due)])
        records.append(gold.activity("planned", task.text, owner=task.owner, due=task.due))
    return records


def _obligations(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["Milestone", "Regulatory date", "Forecast date", "Actual date", "Status"]
    grid = _band(sheet, "Regulatory and delivery milestones", [6.4, 3.1, 3.1, 3.1, 2.3], heads)
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        shown = [dates.brief(day) if day else "–" for day in (item.baseline, forecast, item.actual)]
        status = WORDS[item.rating]
        row(grid, [item.text, *shown, status])
        record = gold.milestone(
            item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, status=status
        )
        records.append(record)
    return records


def _totex(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["£m, nominal", "Allowance", "Spend to date", "Forecast", "Over / (under)"]
    grid = _band(sheet, "Totex position", [6.4, 2.9, 2.9, 2.9, 2.9], heads)
    records = []
    for line in with_total(update):
        millions = [round(n / MILLION, 2) for n in (line.budget, line.actual, line.forecast)]
        millions.append(round(millions[2] - millions[0], 2))
        shown = [f"{amount:.2f}" if amount >= 0 else f"({-amount:.2f})" for amount in millions]
        row(grid, [line.text, *shown], bold=line.text == "Total")
        budget, actual, forecast, variance = (round(amount * MILLION) for amount in millions)
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)
        )
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["ID", "Risk description", "P", "I", "Score", "Control measures", "Risk owner"]
    grid = _band(sheet, "Top scheme risks", [1.2, 5.4, 0.8, 0.8, 1.7, 5.1, 3.0], heads)
    records = []
    for risk in update.of_kind("risk"):
        numbers = [str(risk.likelihood), str(risk.impact)]
        cells = row(grid, [risk.reference, risk.text, *numbers, None, risk.response, risk.owner])
        rate(cells[4], risk.rating, str(risk.score))
        words = {"likelihood": numbers[0], "impact": numbers[1], "score": str(risk.score)}
        records.append(gold.told_risk(risk, "response", "reference", "owner", "rating", **words))
    para(sheet.body, "P = probability (1–5), I = impact (1–5)", size=7.5)
    return records


def _issues(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["ID", "Issue description", "Action being taken", "Action owner", "Status"]
    grid = _band(sheet, "Live issues", [1.2, 6.4, 5.4, 3.0, 2.0], heads)
    issues = update.of_kind("issue")
    for issue in issues:
        row(grid, [issue.reference, issue.text, issue.response, issue.owner, issue.status])
    if not issues:
        row(grid, ["", "No live issues", "", "", ""])
    return [gold.told_risk(issue, "response", "reference", "owner", "status") for issue in issues]


FAMILY = Family(
    name="water_delivery",
    organisation="Isk Valley Water",
    style="scheme report of a regulated delivery programme",
    tests="section titles as first rows of tables, status words, regulatory dates, totex in millions",
    suffix=".docx",
    apart=False,
    projects=("wetland", "bridge"),
    render=render,
)
