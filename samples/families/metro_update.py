"""A metropolitan borough's project update: pairs in rows, reasons and the path back, an action list with positions."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import Sheet, bullet, page_number, para, rate, row, run, shade, write

TEAL, PALE = "00565B", "E3EFEF"
ASPECTS = {
    "Project overall": "overall",
    "Timescales": "schedule",
    "Budget": "cost",
    "People": "resources",
    "Benefits": "benefits",
    "Customers & members": "stakeholders",
}
KEY = "Key: G – no concerns; A – off course, a way back is known; R – off course, help needed; B – finished"
MEASURES = (
    ("Food waste captured (kg per household per week)", "0.0", "1.4", "1.3"),
    ("Residual waste to energy plant (tonnes a month)", "4,310", "3,700", "4,120"),
    ("Missed collections per 100,000", "38", "40", "61"),
)
WITHDRAWN = ("Visit Holme depot to see a split-body vehicle", "Dean Absalom")
STRUCK_MONTHS = (4, 10)
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "Ravensclough Metropolitan Borough Council", bold=True, color=TEAL)
    run(sheet.header.paragraphs[0], "\t\tCorporate Project Office", color=TEAL)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Return to cpo@ravensclough.example by noon on the last Thursday of the month    Page ", size=8)
    page_number(foot)
    para(sheet.body, "Project Update to Change Board", bold=True, size=18, color=TEAL)
    _facts(sheet, update)
    ratings = _health(sheet, update)
    _title(sheet, "The month in brief")
    para(sheet.body, update.summary)
    activities = _actions(sheet, update)
    milestones = _dates(sheet, update)
    finances = _money(sheet, update)
    risks = _worries(sheet, update)
    _benefits(sheet)
    _title(sheet, "What we need from Change Board")
    for text in update.decisions:
        bullet(sheet.body, text, "List Number")
    if not update.decisions:
        para(sheet.body, "Nothing this month.")
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
    line = para(sheet.body, text, bold=True, size=12, color=TEAL)
    line.paragraph_format.keep_with_next = True


def _head(grid: Any, texts: list[str]) -> None:
    row(grid, texts, bold=True, fill=TEAL, color="FFFFFF", size=9)


def _facts(sheet: Sheet, update: Update) -> None:
    """Two pairs of label and value in a row."""
    project = update.project
    grid = sheet.table([3.2, 5.6, 3.2, 5.4])
    pairs = (
        ("Project", project.name, "CPO ref", project.reference),
        ("Directorate", project.department, "Programme", project.programme),
        ("Senior responsible owner", project.sponsor, "Project manager", project.manager),
        ("Update for", dates.month_year(update.first_day), "Date of update", dates.short(update.reported)),
        ("Started", dates.short(project.start), "Due to finish", dates.short(project.end)),
        ("Stage", "4 – Deliver", "Wards", "All"),
    )
    for left, value, right, other in pairs:
        cells = row(grid, [None, value, None, other])
        for cell, label in ((cells[0], left), (cells[2], right)):
            write(cell, label, bold=True, size=9)
            shade(cell, PALE)
    para(sheet.body)


def _health(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Health check")
    grid = sheet.table([3.8, 1.8, 1.8, 2.0, 8.0])
    _head(grid, ["Aspect", "Last update", "This update", "Direction", "If not green: why, and the path back"])
    records = []
    for label, key in ASPECTS.items():
        rated = update.rated[key]
        comment = None if rated.current == "Green" else rated.comment
        direction = _direction(rated.previous, rated.current)
        cells = row(grid, [label, None, None, direction, comment or "n/a"], size=9)
        if rated.previous:
            rate(cells[1], rated.previous, rated.previous[0], bold=True)
        else:
            write(cells[1], "new", centred=True, size=9)
        rate(cells[2], rated.current, rated.current[0], bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, comment))
    para(sheet.body, KEY, size=8, italic=True)
    return records


def _direction(before: str | None, now: str) -> str:
    order = ("Red", "Amber", "Green", "Blue")
    if before is None:
        return "–"
    step = order.index(now) - order.index(before)
    return "Improving" if step > 0 else "Worsening" if step < 0 else "Steady"


def _actions(sheet: Sheet, update: Update) -> list[Record]:
    """What was due with its position, then what is due; in some months an action is struck out."""
    _title(sheet, "Actions due by the end of this month")
    grid = sheet.table([1.2, 8.6, 3.4, 1.8, 2.4])
    _head(grid, ["No.", "Action", "Who", "Due", "Position"])
    records = []
    for number, (kind, word, task) in enumerate(_due(update), start=1):
        row(grid, [str(number), task.text, task.owner, _day(task), word], size=9)
        records.append(gold.activity(kind, task.text, owner=task.owner, due=task.due))
    _title(sheet, f"Actions due in {dates.month_year(update.next_month)}")
    grid = sheet.table([1.2, 11.0, 3.4, 1.8])
    _head(grid, ["No.", "Action", "Who", "Due"])
    for number, task in enumerate(update.planned, start=1):
        row(grid, [str(number), task.text, task.owner, _day(task)], size=9)
        records.append(gold.activity("planned", task.text, owner=task.owner, due=task.due))
    if update.number in STRUCK_MONTHS:
        cells = row(grid, [None] * 4)
        for cell, text in zip(cells, ("–", *WITHDRAWN, "tbc"), strict=True):
            run(cell.paragraphs[0], text, strike=True, size=9)
    return records


def _due(update: Update) -> list[tuple[str, str, Task]]:
    done = [("completed", "Done", task) for task in update.done]
    return done + [("missed", "Not done", task) for task in update.missed]


def _day(task: Task) -> str:
    return dates.short(task.due)


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Key dates")
    grid = sheet.table([7.4, 2.6, 2.6, 2.6, 2.2])
    _head(grid, ["Key date", "As approved", "Now expected", "Happened on", "RAG"])
    records = []
    for item in update.milestones:
        expected = "" if item.actual else dates.short(item.forecast)
        happened = dates.short(item.actual) if item.actual else ""
        cells = row(grid, [item.text, dates.short(item.baseline), expected, happened, None], size=9)
        rate(cells[4], item.rating, item.rating[0], bold=True)
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=None if item.actual else item.forecast,
                actual=item.actual,
                rating=item.rating,
            )
        )
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Money (£000)")
    grid = sheet.table([6.2, 2.8, 2.8, 2.8, 2.8])
    _head(grid, ["", "Approved", "Spent so far", "Outturn", "Over / (under)"])
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast)
        over = f"({-line.variance / 1000:,.1f})" if line.variance < 0 else f"{line.variance / 1000:,.1f}"
        total = line.text == "Total"
        row(grid, [line.text, *(f"{n / 1000:,.1f}" for n in amounts), over], bold=total, size=9)
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _worries(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Risks and issues the Board should know about")
    grid = sheet.table([1.4, 5.2, 0.9, 0.9, 1.4, 5.0, 2.6])
    _head(grid, ["Type", "What", "L", "I", "Score", "What we are doing about it", "Who"])
    records = []
    for risk in update.risks:
        likelihood = str(risk.likelihood) if risk.likelihood else ""
        words = [risk.kind.title(), risk.text, likelihood, str(risk.impact), None, risk.response, risk.owner]
        cells = row(grid, words, size=9)
        levels: dict[str, str] = {"impact": str(risk.impact)}
        if risk.score:
            rate(cells[4], risk.rating, str(risk.score), size=9)
            levels |= {"likelihood": likelihood, "score": str(risk.score), "rating": risk.rating}
        records.append(gold.told_risk(risk, "response", "owner", **levels))
    para(
        sheet.body,
        "L = likelihood, I = impact, each 1 to 5. Issues have happened, so they have no L.",
        size=8,
    )
    return records


def _benefits(sheet: Sheet) -> None:
    """Measures of benefit: neither milestones nor money."""
    _title(sheet, "Benefits tracker")
    grid = sheet.table([8.6, 2.9, 2.9, 3.0])
    _head(grid, ["Measure", "Baseline", "Target", "Latest"])
    for measure in MEASURES:
        row(grid, list(measure), size=9)


FAMILY = Family(
    name="metro_update",
    organisation="Ravensclough Metropolitan Borough Council",
    style="a metropolitan borough's project update to its change board",
    tests="an action list told by its position, reasons with the path back, an action struck out, a benefits tracker",
    suffix=".docx",
    apart=False,
    projects=("w2b_foodwaste",),
    render=render,
)
