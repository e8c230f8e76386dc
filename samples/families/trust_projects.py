"""A schools trust's projects update: each area's sentence stands in the column of its colour."""

from __future__ import annotations

from datetime import date
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import COLOURS, Sheet, bullet, inserted, para, rate, row, run, shade, write
from samples.word_review import count_anew
from samples.word_styles import table_style

TEAL, MIST, CHALK = "11615E", "E4F1F0", "F7F7F2"
COLUMNS = {"Green": "Going well", "Amber": "Needs watching", "Red": "Needs help"}
PALE = {"Green": "D5EFDC", "Amber": "FFF0C2", "Red": "F8CFCB"}
AREAS = {
    "Overall": "overall",
    "Programme dates": "schedule",
    "Budget": "cost",
    "Quality of work": "quality",
    "Staffing and suppliers": "resources",
    "Families and neighbours": "stakeholders",
    "Risk": "risk",
}
LEVELS = {"Red": "High", "Amber": "Medium", "Green": "Low"}
SCHOOL_LIFE = {
    1: "Deliveries keep clear of the gate from 8.20 to 8.50. The east stairs are shut while the crane is up.",
    2: "Exam and assembly rooms are all on the west side. Wi-Fi goes off after 6 pm whenever the engineers are in.",
    0: "PE uses the leisure centre on Tuesdays. Cars should be left at the rugby club on days with a crane.",
}
TYPED_LATE = 2
"""Every fourth update, from this one on, has its last piece of news added with tracking on."""
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "end_date", "percent_complete")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Trebuchet MS", 10.5, margin_cm=2.1)
    table_style(sheet, "Trust Table", TEAL, CHALK)
    run(sheet.footer.paragraphs[0], "Heronsgate Learning Partnership: nine schools, one family", size=8)
    para(sheet.body, "Heronsgate Learning Partnership", color=TEAL, size=12)
    month = dates.month_year(update.first_day)
    para(sheet.body, f"Building and systems projects: {month} update", bold=True, size=18, color=TEAL)
    _glance(sheet, update)
    _title(sheet, "The short version")
    para(sheet.body, update.summary)
    ratings = _columns(sheet, update)
    activities = _past(sheet, update) + _next(sheet, update)
    milestones = _days(sheet, update)
    finances = _money(sheet, update)
    risks = _worries(sheet, update)
    _title(sheet, "What staff and pupils will notice")
    para(sheet.body, SCHOOL_LIFE[update.number % len(SCHOOL_LIFE)])
    _title(sheet, "What we need from trustees")
    if update.decisions:
        count_anew(sheet, update.decisions)
    else:
        para(sheet.body, "Nothing this time, thank you.")
    report = gold.told_report(
        update,
        *PRINTED,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    sheet.heading(text, 2)


def _day(day: date) -> str:
    """``Fri 26 May 2023``."""
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    return f"{names[day.weekday()]} {dates.brief(day)}"


def _glance(sheet: Sheet, update: Update) -> None:
    """A pale box without lines: every label and its value in one paragraph, three columns of them."""
    project = update.project
    grid = sheet.table([6.4, 5.4, 5.0], "Normal Table")
    for line in (
        (
            ("Project", project.name),
            ("Funded from", "Trust reserves and grant"),
            ("Job no", project.reference),
        ),
        (
            ("Programme", project.programme),
            ("Executive sponsor", project.sponsor),
            ("Project lead", project.manager),
        ),
        (
            ("Written on", _day(update.reported)),
            ("Finishing", dates.long(project.end)),
            ("How far are we?", f"{update.percent}% done"),
        ),
    ):
        cells = row(grid, ["", "", ""], fill=MIST)
        for cell, (label, value) in zip(cells, line, strict=True):
            paragraph = cell.paragraphs[0]
            run(paragraph, f"{label}: ", bold=True, size=9.5, color=TEAL)
            run(paragraph, value, size=9.5)


def _columns(sheet: Sheet, update: Update) -> list[Record]:
    """Three columns, one for each colour; what there is to say stands in the one that applies."""
    _title(sheet, "How is it going?")
    grid = sheet.table([3.6, 4.4, 4.4, 4.4])
    head = row(grid, [None, *COLUMNS.values()], bold=True)
    for cell, colour in zip(head[1:], COLUMNS, strict=True):
        shade(cell, COLOURS[colour])
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        cells = row(grid, [None, None, None, None])
        write(cells[0], label, bold=True)
        place = list(COLUMNS).index(rated.current) + 1
        write(cells[place], rated.comment, size=9.5)
        shade(cells[place], PALE[rated.current])
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _past(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Since we last wrote")
    records = []
    for name, tasks in by_workstream(update.done).items():
        para(sheet.body, name, bold=True, color=TEAL)
        for task in tasks:
            late = update.number % 4 == TYPED_LATE and task is update.done[-1]
            item = bullet(sheet.body, "" if late else task.text)
            if late:
                inserted(sheet, item, task.text)
            records.append(gold.activity("completed", task.text, name))
    if update.missed:
        _title(sheet, "Still outstanding from last time")
        for task in update.missed:
            bullet(sheet.body, task.text)
            records.append(gold.activity("missed", task.text))
    return records


def _next(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Coming up")
    grid = sheet.table([3.6, 9.2, 4.0], "Trust Table")
    row(grid, ["Who", "Will", "By"])
    records = []
    for task in update.planned:
        text = task.text[0].lower() + task.text[1:] if task.text[1].islower() else task.text
        row(grid, [task.owner, text, _day(task.due)])
        records.append(gold.activity("planned", text, None, task.owner, task.due))
    return records


def _days(sheet: Sheet, update: Update) -> list[Record]:
    """Dates as promised and as now hoped for; what has happened says so in the last column."""
    _title(sheet, "Big dates")
    grid = sheet.table([4.8, 3.9, 3.9, 4.2], "Trust Table")
    row(grid, ["What", "First promised", "We now expect", "Happened on"])
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        shown = (item.baseline, forecast, item.actual)
        row(grid, [item.text, *(_day(day) if day else "" for day in shown)])
        told = gold.told_milestone(item, "baseline", "actual")
        records.append({**told, "forecast": forecast.isoformat() if forecast else None})
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Money")
    grid = sheet.table([5.2, 2.9, 2.9, 2.9, 2.9], "Trust Table")
    _right(row(grid, ["", "Agreed by trustees", "Paid so far", "Still to pay", "Likely total"]))
    records = []
    for line in with_total(update):
        owed = line.forecast - line.actual
        sums = (line.budget, line.actual, owed, line.forecast)
        name = "All together" if line.text == "Total" else line.text
        _right(row(grid, [name, *(f"£{amount:,}" for amount in sums)]))
        told = gold.told_money(line, "budget", "actual", "forecast")
        records.append({**told, "text": name})
    return records


def _right(cells: Any) -> None:
    for cell in cells[1:]:
        cell.paragraphs[0].alignment = WD_TAB_ALIGNMENT.RIGHT


def _worries(sheet: Sheet, update: Update) -> list[Record]:
    """Risks and problems in one table that a first column tells apart."""
    _title(sheet, "Risks and problems")
    grid = sheet.table([2.2, 5.2, 1.9, 5.1, 2.4], "Trust Table")
    row(grid, ["Type", "What is it?", "RAG", "What are we doing?", "Lead"])
    records = []
    for risk in sorted(update.risks, key=lambda told: told.kind, reverse=True):
        word = "Risk" if risk.kind == "risk" else "Problem"
        cells = row(grid, [word, risk.text, None, risk.response, risk.owner])
        rate(cells[2], risk.rating, LEVELS[risk.rating])
        records.append(gold.told_risk(risk, "response", "owner", "rating"))
    return records


FAMILY = Family(
    name="trust_projects",
    organisation="Heronsgate Learning Partnership",
    style="a schools trust's monthly update on its buildings and systems",
    tests="comments in the column of their colour, who will do what by when, risks and problems told apart by a word",
    suffix=".docx",
    apart=False,
    projects=("sixthform",),
    render=render,
)
