"""An agile digital service team's monthly flash: three columns of work, blockers, faces for the team's health."""

from __future__ import annotations

from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import COLOURS, Sheet, bullet, para, row, run, shade, write
from samples.word_shapes import symbol

BLUE, ICE = "1D70B8", "E8F1F8"
FACES = {"Green": ("4A", "00843D"), "Amber": ("4B", "F08C00"), "Red": ("4C", "C8102E")}
"""Wingdings' smiling, straight and sad faces."""
STATUS = {"Overall": "overall", "Roadmap": "schedule", "Money": "cost", "Scope": "scope"}
HEALTH = {
    "Delivering value": "value",
    "Pace": "pace",
    "Learning": "learning",
    "Support from the council": "support",
}
GOALS = (
    "get more people through the upload page without help",
    "cut the time assessors spend on each application",
    "make paying dependable",
    "open the service to everybody",
    "make renewing easier than applying",
    "leave the service in good hands",
)
ENDING = "Come to our show and tell on the last Thursday of the month."
DROPPED = "Try the new page header from the national design system"
"""Struck through by the team on the day: no longer next."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    month = dates.month_year(update.first_day)
    sheet = Sheet("Verdana", 9.5, landscape=True, margin_cm=1.5)
    para(sheet.body, f"Flash report: {project.name}", bold=True, size=18, color=BLUE)
    grid = sheet.table([3.0, 5.9, 3.6, 5.3, 3.2, 5.7])
    for texts in (
        ("Service", project.name, "SRO", project.sponsor, "Month", month),
        ("Portfolio", project.programme, "Delivery lead", project.manager, "Sprints", _sprints(update)),
    ):
        cells = row(grid, list(texts))
        for cell in cells[::2]:
            cell.paragraphs[0].runs[0].bold = True
            shade(cell, ICE)
    ratings = _status(sheet, update)
    _title(sheet, "Sprint goals")
    goal = GOALS[(update.number - 1) // 2]
    para(sheet.body, f"Both sprints this month had one goal: to {goal}. {update.summary}")
    activities = _columns(sheet, update)
    risks = _blockers(sheet, update)
    milestones = _roadmap(sheet, update)
    _metrics(sheet, update)
    ratings += _health(sheet, update)
    _title(sheet, "What we need from you")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "Nothing this month, thank you.")
    run(sheet.footer.paragraphs[0], f"Report date: {dates.long(update.reported)}. {ENDING}", size=8)
    report = gold.told_report(
        update,
        *("sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        decisions=gold.decisions(update.decisions),
    )
    del report["programme"]  # a portfolio may be told as the programme or not
    return Rendered(sheet.save(), (report,))


def _sprints(update: Update) -> str:
    return f"{update.number * 2 + 5} and {update.number * 2 + 6}"


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=12, color=BLUE)
    line.paragraph_format.keep_with_next = True


def _status(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "How it’s going")
    grid = sheet.table([3.6, 2.8, 2.8, 17.5])
    row(grid, ["", "Now", "Last month", "Why"], bold=True, fill=ICE)
    records = []
    for label, key in STATUS.items():
        rated = update.rated[key]
        cells = row(grid, [label, rated.current, rated.previous or "–", rated.comment])
        shade(cells[1], COLOURS[rated.current])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _columns(sheet: Sheet, update: Update) -> list[Record]:
    """What was begun and is not finished stands under 'Doing', what has not been begun under 'Next'."""
    begun = {task.text for task in update.missed}
    waiting = tuple(task for task in update.planned if task.text not in begun)
    para(sheet.body).paragraph_format.space_after = 0
    grid = sheet.table([8.9, 8.9, 8.9])
    row(grid, ["Done", "Doing", "Next"], bold=True, fill=BLUE, color="FFFFFF")
    cells = row(grid, [None, None, None])
    records = []
    for cell, kind, tasks in zip(
        cells,
        ("completed", "in-progress", "planned"),
        (update.done, update.missed, waiting),
        strict=True,
    ):
        for task in tasks:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text))
    if update.number % 3 == 0:
        bullet(cells[2], DROPPED, strike=True)
    return records


def _blockers(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Blockers")
    records = []
    blockers = update.of_kind("issue")
    if not blockers:
        para(sheet.body, "None right now.")
    else:
        grid = sheet.table([10.0, 11.7, 5.0])
        row(grid, ["What’s in the way", "What we’re doing about it", "Who"], bold=True, fill=ICE)
        for blocker in blockers:
            row(grid, [blocker.text, blocker.response, blocker.owner])
            record = gold.told_risk(blocker, "response", "owner")
            del record["kind"]  # a careful reader may tell a blocker as an issue or leave it open
            records.append(record)
    _title(sheet, "Risks we’re watching")
    risks = update.of_kind("risk")
    if not risks:
        para(sheet.body, "Nothing new.")
        return records
    grid = sheet.table([9.2, 8.7, 3.2, 2.8, 2.8])
    row(grid, ["Risk", "Plan", "Owner", "Likelihood", "Impact"], bold=True, fill=ICE)
    for risk in risks:
        levels = {"likelihood": _level(risk.likelihood), "impact": _level(risk.impact)}
        row(grid, [risk.text, risk.response, risk.owner, *levels.values()])
        records.append(gold.told_risk(risk, "response", "owner", **levels))
    return records


def _level(number: int | None) -> str:
    return ("Low", "Low", "Medium", "High", "High")[(number or 1) - 1]


def _roadmap(sheet: Sheet, update: Update) -> list[Record]:
    """No word of what was reached: a date in the last column tells it."""
    _title(sheet, "Roadmap")
    grid = sheet.table([12.0, 4.9, 4.9, 4.9])
    row(grid, ["Milestone", "Original date", "Current date", "Happened on"], bold=True, fill=ICE)
    records = []
    for item in update.milestones:
        current = None if item.actual else item.forecast
        days = (item.baseline, current, item.actual)
        row(grid, [item.text, *(dates.brief(day) if day else "" for day in days)])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=current, actual=item.actual)
        )
    return records


def _metrics(sheet: Sheet, update: Update) -> None:
    _title(sheet, "Metrics")
    grid = sheet.table([12.0, 4.9, 4.9, 4.9])
    row(grid, ["Measure", "Last month", "This month", "Target"], bold=True, fill=ICE)
    number = update.number
    for texts in (
        ("Applications made online", f"{38 + number * 3}%", f"{41 + number * 3}%", "80%"),
        ("People who finish without help", f"{61 + number * 2}%", f"{63 + number * 2}%", "85%"),
        ("Median days to a decision", str(24 - number), str(23 - number), "10"),
        ("Story points per sprint", str(31 + number % 4), str(30 + (number + 1) % 5), "No target"),
    ):
        row(grid, list(texts))


def _health(sheet: Sheet, update: Update) -> list[Record]:
    """Faces in colours, and what the team said at its retrospective beside them."""
    _title(sheet, "Team health")
    grid = sheet.table([6.0, 1.6, 19.1])
    records = []
    for label, key in HEALTH.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment])
        code, colour = FACES[rated.current]
        face = write(cells[1], "", centred=True)
        symbol(face, code, colour)
        face.runs[-1].font.size = Pt(15)
        record = gold.rating(label, "other", rated.current, comment=rated.comment)
        del record["dimension"]  # pace and support may be told as resources
        records.append(record)
    key_line = para(sheet.body)
    for rating, text in (("Green", " happy   "), ("Amber", " so-so   "), ("Red", " unhappy")):
        symbol(key_line, *FACES[rating])
        run(key_line, text, size=8)
    return records


FAMILY = Family(
    name="service_flash",
    organisation="Harbour Borough Council",
    style="monthly flash report of a council's agile digital service team",
    tests="done, doing and next side by side, faces for the team's health, metrics, blockers, an item struck out",
    suffix=".docx",
    apart=False,
    projects=("bluebadge",),
    render=render,
)
