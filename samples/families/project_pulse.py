"""A university's project pulse: facts beside a health check, shapes in colour as ratings, work at three stages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, inserted, page_number, para, row, run, shade, write

NAVY, SAND = "14213D", "F4EFE6"
SHAPES = {
    "Green": ("●", "2E8B57", "on course"),
    "Amber": ("▲", "E08E00", "drifting"),
    "Red": ("■", "C1272D", "off course"),
    "Blue": ("★", "1F6FB2", "finished"),
}
CHECKS = {
    "Overall": "overall",
    "Timeline": "schedule",
    "Budget": "cost",
    "Scope": "scope",
    "Team capacity": "resources",
    "Schools on board": "stakeholders",
}
CHANCE = ("", "Rare", "Unlikely", "Possible", "Likely", "Almost certain")
EFFECT = ("", "Slight", "Minor", "Moderate", "Major", "Severe")
STANDING = {"Complete": "Achieved", "On track": "On course", "At risk": "Drifting", "Delayed": "Off course"}
REQUESTS = (
    ("CR02", "Add typed answers of up to 5,000 words", "Accepted"),
    ("CR03", "Let schools print a paper fallback", "Accepted"),
    ("CR05", "Record oral examinations", "Turned down"),
)
LATE = " – date still to be confirmed"
LATE_MONTHS = (3, 7, 9, 10)
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "percent_complete")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Calibri", 10.5, margin_cm=1.7)
    run(sheet.header.paragraphs[0], "Northcliffe University | Strategic Change Office", size=9, color=NAVY)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "PROJECT PULSE", size=11, bold=True, color="8A6D3B")
    para(sheet.body, project.name, style="Title")
    ratings = _glance(sheet, update)
    sheet.heading("The story this month", 2)
    para(sheet.body, update.summary)
    activities = _work(sheet, update)
    sheet.heading("Dates to watch", 2)
    milestones = _dates(sheet, update)
    sheet.heading("Budget", 2)
    finances = _budget(sheet, update)
    risks = _register(sheet, update)
    _changes(sheet, update)
    sheet.heading("Asks of the Change Board", 2)
    for text in update.decisions:
        para(sheet.body, text, style="List Number")
    if not update.decisions:
        para(sheet.body, "No asks this time.")
    report = gold.told_report(
        update,
        *PRINTED,
        start_date=dates.iso_month(project.start),
        end_date=dates.iso_month(project.end),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _inner(cell: Any, widths: Sequence[float], style: str) -> Any:
    """A table within a cell, of fixed column widths."""
    grid: Any = cell.add_table(0, len(widths))
    grid.style, grid.autofit = style, False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    return grid


def _shape(cell: Any, rating: str | None) -> None:
    sign, colour, _ = SHAPES[rating] if rating else ("–", "808080", "")
    write(cell, sign, centred=True, color=colour, size=12)


def _glance(sheet: Sheet, update: Update) -> list[Record]:
    """Two tables side by side in the cells of an outer one without lines."""
    project = update.project
    outer = sheet.table([6.4, 11.2], "Normal Table")
    left, right = row(outer, ["At a glance", "Health check"], bold=True, size=13, color=NAVY)
    facts = _inner(left, [2.4, 3.6], "Table Grid")
    for label, value in (
        ("Programme", project.programme),
        ("Project code", project.reference),
        ("Executive sponsor", project.sponsor),
        ("Project lead", project.manager),
        ("Covering", dates.month_year(update.first_day)),
        ("Issued", dates.brief(update.reported)),
        ("Starts", dates.month_year(project.start)),
        ("Ends", dates.month_year(project.end)),
        ("Complete", f"{update.percent}%"),
    ):
        shade(row(facts, [label, value], size=9.5)[0], SAND)
    health = _inner(right, [2.8, 1.3, 2.0, 4.9], "Table Grid")
    row(health, ["", "Now", "Before", "What lies behind it"], bold=True, fill=SAND, size=9.5)
    records = []
    for label, key in CHECKS.items():
        rated = update.rated[key]
        cells = row(health, [label, None, None, rated.comment], size=9.5)
        _shape(cells[1], rated.current)
        _shape(cells[2], rated.previous)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    key_line = right.paragraphs[-1]
    for sign, colour, words in SHAPES.values():
        run(key_line, sign, color=colour, size=9)
        run(key_line, f" {words}   ", size=9)
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """A row for each work package, what is finished beside what is under way and what follows."""
    sheet.heading("Work packages", 2)
    month = dates.MONTHS[update.next_month.month - 1]
    grid = sheet.table([2.9, 5.3, 4.7, 4.7])
    row(grid, ["", "Finished", "Under way", f"Up next ({month})"], bold=True, fill=NAVY, color="FFFFFF")
    started = {task.text for task in update.missed}
    stages = (
        ("completed", by_workstream(update.done)),
        ("in-progress", by_workstream(task for task in update.planned if task.text in started)),
        ("planned", by_workstream(task for task in update.planned if task.text not in started)),
    )
    records = []
    late = update.number in LATE_MONTHS
    for name in dict.fromkeys(task[2] for task in update.project.facts["tasks"]):
        if not any(name in groups for _, groups in stages):
            continue
        cells = row(grid, [name, None, None, None], bold=True)
        shade(cells[0], SAND)
        for cell, (kind, groups) in zip(cells[1:], stages, strict=True):
            for task in groups.get(name, ()):
                line = bullet(cell, task.text)
                text = task.text
                if late and kind == "planned":
                    inserted(sheet, line, LATE)
                    text, late = text + LATE, False
                records.append(gold.activity(kind, text, name))
    return records


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([6.6, 2.8, 2.8, 2.8, 2.6], "Light List")
    row(grid, ["Milestone", "Agreed", "Now forecast", "Achieved", "Standing"], bold=True)
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = (item.baseline, forecast, item.actual)
        standing = STANDING[item.status]
        row(grid, [item.text, *(dates.brief(day) if day else "" for day in days), standing])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, status=standing
            )
        )
    return records


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([6.6, 3.4, 3.4, 4.2], "Light List")
    row(grid, ["Budget line", "Approved", "Actuals to date", "Forecast at completion"], bold=True)
    records = []
    for line in update.money:
        row(grid, [line.text, *(f"£{n / 1000:,g}k" for n in (line.budget, line.actual, line.forecast))])
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


def _register(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Top risks", 2)
    grid = sheet.table([1.2, 4.7, 2.1, 1.9, 1.1, 4.2, 2.4])
    row(grid, ["ID", "Risk", "Chance", "Effect", "", "Response", "Owner"], bold=True, fill=SAND)
    records = []
    for risk in update.of_kind("risk"):
        chance, effect = CHANCE[risk.likelihood or 0], EFFECT[risk.impact]
        words = [risk.reference, risk.text, chance, effect, None, risk.response, risk.owner]
        cells = row(grid, words, size=9.5)
        _shape(cells[4], risk.rating)
        records.append(
            gold.told_risk(risk, "reference", "response", "owner", "rating", likelihood=chance, impact=effect)
        )
    sheet.heading("Live issues", 2)
    issues = update.of_kind("issue")
    if not issues:
        para(sheet.body, "There are no live issues.")
        return records
    grid = sheet.table([1.2, 6.2, 1.2, 6.2, 2.8])
    row(grid, ["ID", "Issue", "", "What we are doing", "Owner"], bold=True, fill=SAND)
    for issue in issues:
        cells = row(grid, [issue.reference, issue.text, None, issue.response, issue.owner], size=9.5)
        _shape(cells[2], issue.rating)
        records.append(gold.told_risk(issue, "reference", "response", "owner", "rating"))
    return records


def _changes(sheet: Sheet, update: Update) -> None:
    """Change requests: neither risks nor decisions asked for."""
    sheet.heading("Change requests", 2)
    grid = sheet.table([1.6, 12.0, 4.0])
    row(grid, ["No.", "Change", "Outcome"], bold=True, fill=SAND)
    for request in REQUESTS[: 1 + update.number // 4]:
        row(grid, list(request), size=9.5)


FAMILY = Family(
    name="project_pulse",
    organisation="Northcliffe University",
    style="project pulse of a university's strategic change office",
    tests="coloured shapes with a key of their own, facts beside a health check, three stages of work, change requests",
    suffix=".docx",
    apart=False,
    projects=("w2b_assessment",),
    render=render,
)
