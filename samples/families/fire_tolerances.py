"""A fire and rescue service's highlight report: PRINCE2 with words of its own, one band above each table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import Sheet, bullet, deleted, para, rate, row, run, shade, span, tick_box, write
from samples.word_review import tracked_row

BRICK, SAND, ASH = "8C1D18", "F3E6D8", "EDEDED"
WIDTH_CM = 17.6
AREAS = {
    "Project overall": "overall",
    "Time": "schedule",
    "Cost": "cost",
    "Scope": "scope",
    "Quality": "quality",
    "Risk": "risk",
    "Trainers and crews": "resources",
    "Rep bodies": "stakeholders",
}
LETTERS = {"Red": "R", "Amber": "A", "Green": "G", "Blue": "B"}
ORDER = ("Red", "Amber", "Green", "Blue")
KEY = (
    "Key: B – accepted into service   G – inside tolerance   A – tolerance likely to be used up   "
    "R – tolerance gone, exception report to the Board"
)
LEARNING = (
    "Score sheets filled in on the drill ground were far fuller than those sent round afterwards.",
    "Fire Control should be told of every trial appliance before it books on, not when it does.",
    "The Workshops need drawings a month before the supplier's engineer arrives.",
)
NOT_YET = 3
"""Every fourth report, from this one on, goes out before the Executive has agreed it."""
PRINTED = (
    *("programme", "reference", "sponsor", "manager"),
    *("report_date", "start_date", "end_date", "percent_complete"),
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 9.5, margin_cm=1.7)
    run(sheet.header.paragraphs[0], "Ravensmoor and Tolne Fire and Rescue Service\t\tOFFICIAL", size=8)
    para(sheet.body, "Highlight Report to the Project Board", bold=True, size=17, color=BRICK)
    _particulars(sheet, update)
    _band(sheet, "Project Manager's overview", [WIDTH_CM])
    para(sheet.body, update.summary)
    ratings = _position(sheet, update)
    activities = _work(sheet, update)
    risks = _issues(sheet, update) + _risks(sheet, update)
    milestones = _gates(sheet, update)
    finances = _money(sheet, update)
    _band(sheet, "Learning to pass on", [WIDTH_CM])
    para(sheet.body, LEARNING[update.number % len(LEARNING)])
    _band(sheet, "Direction needed from the Board", [WIDTH_CM])
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None this month.")
    agreed = update.number % 4 != NOT_YET
    grid = sheet.table([7.0, 10.6])
    cells = row(grid, ["Executive's agreement to issue", None])
    shade(cells[0], SAND)
    for checked, word in ((agreed, " Agreed     "), (not agreed, " Not yet agreed")):
        tick_box(sheet, cells[1].paragraphs[0], checked)
        run(cells[1].paragraphs[0], word)
    report = gold.told_report(
        update,
        *PRINTED,
        authorised=agreed,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _day(day: date) -> str:
    """``05 Oct 20``."""
    return f"{day.day:02d} {dates.MONTHS[day.month - 1][:3]} {day.year % 100:02d}"


def _band(sheet: Sheet, title: str, widths: Sequence[float]) -> Any:
    """A table that opens with a dark row across it."""
    gap = para(sheet.body)
    gap.paragraph_format.space_after = 0
    grid = sheet.table(widths)
    span(grid, title, bold=True, size=11, color="FFFFFF", fill=BRICK)
    return grid


def _particulars(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.0, 6.6, 3.4, 4.6])
    for line in (
        ("Project", project.name, "Report no.", f"HR{update.number:02d}"),
        ("Programme", project.programme, "Project code", project.reference),
        ("Executive", project.sponsor, "Project Manager", project.manager),
        ("Senior User", "GM Dee Halloran", "Senior Supplier", "Ian Westrop"),
        ("Period covered", f"{_day(update.first_day)} – {_day(update.last_day)}", "Date of report", None),
        ("Project began", _day(project.start), "Planned close", _day(project.end)),
        ("Progress", f"{update.percent}% of plan", "Next report due", "Third week of the month"),
    ):
        cells = row(grid, line)
        if line[3] is None:
            write(cells[3], _day(update.reported))
        for cell in (cells[0], cells[2]):
            shade(cell, SAND)


def _position(sheet: Sheet, update: Update) -> list[Record]:
    """Letters on fills, last time before now; the arrow only repeats what they tell."""
    grid = _band(sheet, "Where we stand against tolerance", [3.6, 1.4, 1.4, 1.4, 9.8])
    row(grid, ["Tolerance", "Last", "Now", "Trend", "Remarks"], bold=True, fill=ASH)
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, None, rated.comment])
        if rated.previous:
            rate(cells[1], rated.previous, LETTERS[rated.previous])
        else:
            write(cells[1], "–", centred=True)
        rate(cells[2], rated.current, LETTERS[rated.current], bold=True)
        step = ORDER.index(rated.current) - ORDER.index(rated.previous or rated.current)
        write(cells[3], "▲" if step > 0 else "▼" if step < 0 else "►", centred=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    para(sheet.body, KEY, italic=True, size=8)
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """One table whose grey rows part what was delivered, what was not, and what is due."""
    grid = _band(sheet, "Work packages", [3.6, 8.6, 3.2, 2.2])
    row(grid, ["Work package", "Product or task", "Team lead", "Date"], bold=True)
    records = []
    parts: tuple[tuple[str, str, tuple[Task, ...]], ...] = (
        ("Delivered since the last report", "completed", update.done),
        ("Promised in the last report but not delivered", "missed", update.missed),
        ("Due before the next report", "planned", update.planned),
    )
    for title, kind, tasks in parts:
        span(grid, title, bold=True, fill=ASH)
        for number, task in enumerate(tasks):
            day = min(task.due, update.reported) if kind == "completed" else task.due
            cells = row(grid, [task.workstream, task.text, task.owner, _day(day)])
            if kind == "planned" and number == 0 and update.number % 3 == 0:
                deleted(sheet, cells[1].paragraphs[0], ", subject to staffing")
            records.append(gold.activity(kind, task.text, task.workstream, task.owner, day))
        if not tasks:
            span(grid, "Nothing to report")
    if update.number % 5 == 2:
        # a row that somebody took out with tracking on
        lead = update.project.facts["people"][0]
        row(grid, ["Procurement", "Attend the maker's open day", lead, _day(update.next_month)])
        tracked_row(sheet, grid.rows[-1], "del")
    return records


def _issues(sheet: Sheet, update: Update) -> list[Record]:
    grid = _band(sheet, "Issues", [1.3, 5.6, 1.4, 5.0, 2.6, 1.7])
    row(grid, ["No.", "Issue", "BRAG", "Action in hand", "With", "State"], bold=True, fill=ASH)
    records = []
    for issue in update.of_kind("issue"):
        cells = row(
            grid, [issue.reference, issue.text, None, issue.response, issue.owner, issue.status.lower()]
        )
        rate(cells[2], issue.rating, LETTERS[issue.rating])
        record = gold.told_risk(issue, "reference", "response", "owner", "rating")
        records.append({**record, "status": issue.status.lower()})
    if not records:
        span(grid, "No open issues")
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """As the service's risk assessments have it: likelihood times severity, and control measures."""
    grid = _band(sheet, "Principal risks", [1.2, 5.0, 0.9, 0.9, 1.2, 4.4, 2.4, 1.6])
    heads = ["No.", "Risk", "L", "S", "L×S", "Control measures", "Owner", "State"]
    row(grid, heads, bold=True, fill=ASH)
    records = []
    for risk in update.of_kind("risk"):
        words = {"likelihood": str(risk.likelihood), "impact": str(risk.impact), "score": str(risk.score)}
        state = risk.status.lower()
        first = (risk.reference, risk.text, words["likelihood"], words["impact"], None)
        cells = row(grid, [*first, risk.response, risk.owner, state])
        rate(cells[4], risk.rating, words["score"])
        record = gold.told_risk(risk, "reference", "response", "owner", "rating", **words)
        records.append({**record, "status": state})
    if not records:
        span(grid, "No risks above the line this month")
    para(sheet.body, "L = likelihood, S = severity, each from 1 to 5", italic=True, size=8)
    return records


def _gates(sheet: Sheet, update: Update) -> list[Record]:
    grid = _band(sheet, "Stage plan", [7.0, 3.0, 3.0, 3.0, 1.6])
    row(grid, ["Key date", "Stage plan", "Now expected", "Achieved", "BRAG"], bold=True, fill=ASH)
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = (item.baseline, forecast, item.actual)
        cells = row(grid, [item.text, *(_day(day) if day else "–" for day in days), None])
        rate(cells[4], item.rating, LETTERS[item.rating])
        told = gold.told_milestone(item, "baseline", "actual", "rating")
        records.append({**told, "forecast": forecast.isoformat() if forecast else None})
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    grid = _band(sheet, "Money (£000)", [6.0, 2.9, 2.9, 2.9, 2.9])
    row(grid, ["Budget head", "Voted", "Spent", "Outturn", "Over / (under)"], bold=True, fill=ASH)
    records = []
    for line in with_total(update):
        over = f"{line.variance / 1000:,.1f}" if line.variance >= 0 else f"({-line.variance / 1000:,.1f})"
        sums = [f"{amount / 1000:,.1f}" for amount in (line.budget, line.actual, line.forecast)]
        row(grid, [line.text, *sums, over])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


FAMILY = Family(
    name="fire_tolerances",
    organisation="Ravensmoor and Tolne Fire and Rescue Service",
    style="a fire and rescue service's highlight report, PRINCE2 in its own words",
    tests="work packages in one table parted by grey rows, letters on fills, severity, control measures, voted sums",
    suffix=".docx",
    apart=False,
    projects=("breathing",),
    render=render,
)
