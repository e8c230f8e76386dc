"""A mental health trust's flash report: one landscape page, three columns twice over, arrows on fills."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm, Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Rated, Update
from samples.word import COLOURS, Sheet, bullet, para, rate, row, run, shade, write

NHS, SKY = "005EB8", "E8EDEE"
AREAS = {
    "Plan": "schedule",
    "Money": "cost",
    "People and capacity": "resources",
    "Data migration": "quality",
    "Clinical safety": "risk",
    "Benefits": "benefits",
}
ORDER = ("Red", "Amber", "Green")
GO_LIVE = "Wave 1 go-live"
KEY = (
    "Shading shows status (BRAG). ▲ better than last flash, ► no change, ▼ worse. Not for onward circulation."
)
SMALL = 8


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", SMALL, landscape=True, margin_cm=1.0)
    sheet.body.styles["Normal"].paragraph_format.space_after = Pt(1)
    overall = _banner(sheet, update)
    page = sheet.table([9.1, 9.3, 9.3])
    _heads(page, "Health check", "Delivered since last flash", "Focus for next month")
    left, middle, right = row(page, [None, None, None])
    ratings = [overall, *_health(left, update)]
    activities = _work(middle, right, update)
    _heads(page, "Key milestones", "Top risks", "Live issues")
    left, middle, right = row(page, [None, None, None])
    milestones = _milestones(left, update)
    risks = _risks(middle, update) + _issues(right, update)
    _heads(page, "Finance (£k)", "Asks of Digital Board", "Voices from the floor")
    left, middle, right = row(page, [None, None, None])
    finances = _money(left, update)
    for text in update.decisions:
        bullet(middle, text, size=SMALL)
    if not update.decisions:
        write(middle, "No asks this month")
    write(
        right, "“I can see the crisis plan before I knock on the door.” Community nurse, early adopter team"
    )
    run(sheet.footer.paragraphs[0], KEY, size=7)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _banner(sheet: Sheet, update: Update) -> Record:
    """Name, status now and before side by side; beneath them the facts, label and value in one cell."""
    project, rated = update.project, update.rated["overall"]
    top = sheet.table([18.7, 4.6, 4.4])
    cells = row(top, [None, f"Overall status: {rated.current.upper()}", None], bold=True, size=11)
    write(
        cells[0], "Fellgate and Coast Mental Health NHS Foundation Trust | Digital flash report", size=SMALL
    )
    write(cells[0], f"Project: {project.name}", bold=True, size=14, color=NHS)
    shade(cells[1], COLOURS[rated.current])
    write(cells[2], f"Last month: {(rated.previous or 'n/a').upper()}", size=11)
    facts = sheet.table([6.9, 6.9, 6.9, 7.0])
    days = next(item for item in update.milestones if item.text == GO_LIVE)
    left = "Live" if days.actual else f"{(days.forecast - update.reported).days} days"
    pairs = (
        ("Programme", project.programme),
        ("Project ref", project.reference),
        ("SRO", project.sponsor),
        ("Project lead", project.manager),
        ("Reporting month", dates.month_year(update.first_day)),
        ("Flash date", dates.brief(update.reported)),
        ("Countdown to wave 1", left),
        ("Supplier", "Lantern Health Systems"),
    )
    for start in (0, 4):
        for cell, (label, value) in zip(row(facts, [None] * 4), pairs[start : start + 4], strict=True):
            line = write(cell, f"{label}: ", bold=True)
            run(line, value)
    line = para(sheet.body)
    run(line, "In brief: ", bold=True)
    run(line, update.summary)
    return gold.rating("Overall status", "overall", rated.current, rated.previous)


def _heads(page: Any, *titles: str) -> None:
    row(page, titles, bold=True, fill=NHS, color="FFFFFF")


def _inner(cell: Any, widths_cm: tuple[float, ...]) -> Any:
    """A table within the cell, in place of its empty first paragraph; a cell must end in a paragraph."""
    grid = cell.add_table(0, len(widths_cm))
    grid.style = "Table Grid"
    grid.autofit = False
    for column, width in zip(grid.columns, widths_cm, strict=True):
        column.width = Cm(width)
    first = cell.paragraphs[0]
    first._p.getparent().remove(first._p)
    cell.add_paragraph().paragraph_format.space_after = 0
    return grid


def _arrow(rated: Rated) -> str:
    if rated.previous is None or rated.previous == rated.current:
        return "►"
    return "▲" if ORDER.index(rated.current) > ORDER.index(rated.previous) else "▼"


def _health(cell: Any, update: Update) -> list[Record]:
    grid = _inner(cell, (2.6, 0.9, 5.2))
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment])
        rate(cells[1], rated.current, _arrow(rated))
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
        if key in ("quality", "risk"):
            del records[-1]["dimension"]  # migration and clinical safety: several dimensions would do
    return records


def _work(middle: Any, right: Any, update: Update) -> list[Record]:
    records = []
    for task in update.done:
        bullet(middle, task.text)
        records.append(gold.activity("completed", task.text))
    if update.missed:
        para(middle, "Slipped from this month:", bold=True)
    for task in update.missed:
        bullet(middle, task.text)
        records.append(gold.activity("missed", task.text))
    for task in update.planned:
        bullet(right, task.text)
        records.append(gold.activity("planned", task.text))
    return records


def _milestones(cell: Any, update: Update) -> list[Record]:
    grid = _inner(cell, (3.6, 1.7, 1.7, 1.7))
    row(grid, ["Milestone", "Plan", "Forecast", "Done"], bold=True, fill=SKY)
    records = []
    for item in update.milestones:
        days = (item.baseline, None if item.actual else item.forecast, item.actual)
        row(grid, [item.text, *(dates.dashed(day) if day else "" for day in days)])
        baseline, forecast, actual = days
        records.append(gold.milestone(item.text, baseline=baseline, forecast=forecast, actual=actual))
    return records


def _risks(cell: Any, update: Update) -> list[Record]:
    """Score on a fill; beside it the risk, and below it mitigation and lead behind their labels."""
    grid = _inner(cell, (1.4, 7.5))
    row(grid, ["Score", "Risk"], bold=True, fill=SKY)
    records = []
    for risk in update.of_kind("risk"):
        cells = row(grid, [None, risk.text])
        rate(cells[0], risk.rating, str(risk.score), bold=True)
        for label, value in (("Mitigation", risk.response), ("Lead", risk.owner)):
            run(write(cells[1], f"{label}: ", italic=True), value)
        records.append(gold.told_risk(risk, "response", "owner", score=str(risk.score), rating=risk.rating))
    return records


def _issues(cell: Any, update: Update) -> list[Record]:
    found = update.of_kind("issue")
    if not found:
        write(cell, "No live issues")
        return []
    grid = _inner(cell, (3.4, 3.7, 1.9))
    row(grid, ["Issue", "What we are doing", "Lead"], bold=True, fill=SKY)
    for issue in found:
        row(grid, [issue.text, issue.response, issue.owner])
    return [gold.told_risk(issue, "response", "owner") for issue in found]


def _money(cell: Any, update: Update) -> list[Record]:
    grid = _inner(cell, (2.2, 2.1, 2.2, 2.2))
    row(grid, ["", "Budget", "Actual", "Forecast"], bold=True, fill=SKY)
    records = []
    for line in update.money:
        row(grid, [line.text, *(f"{sum_ / 1000:,.1f}" for sum_ in (line.budget, line.actual, line.forecast))])
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


FAMILY = Family(
    name="trust_flash",
    organisation="Fellgate and Coast Mental Health NHS Foundation Trust",
    style="one-page landscape flash report of an electronic record programme",
    tests="three columns of cells twice over, arrows on fills, tables within cells, mitigation in the risk's cell",
    suffix=".docx",
    apart=False,
    projects=("patientrecord",),
    render=render,
)
