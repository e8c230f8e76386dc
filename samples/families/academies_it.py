"""A multi-academy trust's informal update: filled tiles, reasons listed apart, kit counted by school, money left."""

from __future__ import annotations

from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import COLOURS, Sheet, bullet, para, rate, row, run, shade, write

ORANGE, CREAM = "C55A11", "FBEDE2"
LABELS = {
    "Overall": "overall",
    "Timescale": "schedule",
    "Budget": "cost",
    "People": "resources",
    "Schools on board": "stakeholders",
}
LEVELS = {"Red": "High", "Amber": "Medium", "Green": "Low"}
STATES = {"Blue": "Done", "Green": "On track", "Amber": "Slipping", "Red": "Late"}
SCHOOLS = (("Beacon Hill Primary", 4, 90), ("Marsh Lane Junior", 5, 120), ("The Lantern School", 12, 640))
"""Academies: staff trained in a month, and the devices that each is to have."""
GOOD_NEWS = (
    "Year 9 at The Lantern School have made a short film about passwords, which every academy may borrow."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 11, margin_cm=2.0)
    run(sheet.footer.paragraphs[0], "Lantern Academies Trust – Central IT Team", size=8.5, color="7F7F7F")
    para(sheet.body, "Lantern Academies Trust", size=12, color=ORANGE)
    para(sheet.body, f"IT project update – {dates.month_year(update.first_day)}", bold=True, size=18)
    _top(sheet, update)
    ratings = _tiles(sheet, update)
    activities = _since(sheet, update) + _before(sheet, update)
    _counts(sheet, update)
    milestones = _dates(sheet, update)
    finances = _money(sheet, update)
    risks = _log(sheet, update)
    _title(sheet, "What we need from Operations Group")
    for text in update.decisions or ("Nothing this month, thanks.",):
        bullet(sheet.body, text)
    _title(sheet, "And some good news")
    para(sheet.body, GOOD_NEWS)
    report = gold.told_report(
        update,
        *("sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=13, color=ORANGE)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(10), True


def _top(sheet: Sheet, update: Update) -> None:
    """The name across the table, then label and value in one cell."""
    project = update.project
    grid = sheet.table([5.7, 5.6, 5.6])
    upper = row(grid, [None, None, None], fill=CREAM)
    name = upper[0].merge(upper[2])
    line = write(name, "Project: ", bold=True, size=13)
    run(line, project.name, size=13)
    cells = row(grid, [None, None, None])
    facts = (
        ("Executive sponsor", project.sponsor),
        ("IT project lead", project.manager),
        ("Update written", dates.ordinal(update.reported)),
    )
    for cell, (label, value) in zip(cells, facts, strict=True):
        run(write(cell, f"{label}: ", bold=True), value)
    para(sheet.body).paragraph_format.space_after = 0


def _tiles(sheet: Sheet, update: Update) -> list[Record]:
    """The name and the word in one filled cell each; what is not green is explained in a list of its own."""
    grid = sheet.table([3.4, 3.4, 3.4, 3.3, 3.4])
    cells = row(grid, [None] * len(LABELS))
    records = []
    for cell, (label, key) in zip(cells, LABELS.items(), strict=True):
        rated = update.rated[key]
        write(cell, label, centred=True, size=10)
        rate(cell, rated.current, rated.current.upper(), bold=True, size=13)
        records.append(gold.rating(label, key, rated.current))
    _title(sheet, "Why isn't everything green?")
    rated_by = {label: update.rated[key] for label, key in LABELS.items()}
    told = [f"{label}: {rated.comment}" for label, rated in rated_by.items() if rated.letter in "AR"]
    for text in told:
        bullet(sheet.body, text)
    if not told:
        para(sheet.body, "It is!")
    return records


def _since(sheet: Sheet, update: Update) -> list[Record]:
    asked: tuple[tuple[str, str, tuple[Task, ...]], ...] = (
        ("What we've done since the last update", "completed", update.done),
        ("What we said we'd do but haven't yet", "missed", update.missed),
    )
    records = []
    for title, kind, tasks in asked:
        _title(sheet, title)
        for area, group in by_workstream(tasks).items():
            para(sheet.body, f"{area}:", bold=True).paragraph_format.keep_with_next = True
            for task in group:
                bullet(sheet.body, task.text)
                records.append(gold.activity(kind, task.text, area))
        if not tasks:
            para(sheet.body, "Nothing!")
    return records


def _before(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "What we'll do before the next update")
    grid = sheet.table([10.3, 3.6, 3.0])
    row(grid, ["What", "Who", "By when"], bold=True, fill=CREAM)
    for task in update.planned:
        row(grid, [task.text, task.owner, dates.brief(task.due)])
    return [gold.activity("planned", task.text, owner=task.owner, due=task.due) for task in update.planned]


def _counts(sheet: Sheet, update: Update) -> None:
    """Kit and training by school, which are no record."""
    _title(sheet, "The roll-out in numbers")
    grid = sheet.table([6.5, 3.6, 3.4, 3.4])
    row(grid, ["Academy", "Devices handed out", "Staff trained", "Wi-Fi survey"], bold=True, fill=CREAM)
    for school, staff, devices in SCHOOLS:
        handed = devices * update.percent // 100
        row(grid, [school, f"{handed} of {devices}", str(staff * update.number), "Yes"])


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Key dates")
    grid = sheet.table([7.7, 3.1, 3.1, 3.0])
    row(grid, ["What", "Original plan", "We now expect", "How's it looking?"], bold=True, fill=CREAM)
    records = []
    for item in update.milestones:
        state = STATES[item.rating]
        row(grid, [item.text, dates.brief(item.baseline), dates.brief(item.forecast), state])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=item.forecast, status=state)
        )
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    """What is left is the budget less what is spent, and no variance."""
    _title(sheet, "Money")
    grid = sheet.table([6.5, 3.6, 3.4, 3.4])
    row(grid, ["", "Budget", "Spent so far", "Left to spend"], bold=True, fill=CREAM)
    records = []
    for line in with_total(update):
        sums = (line.budget, line.actual, line.budget - line.actual)
        row(grid, [line.text, *(f"£{amount:,}" for amount in sums)], bold=line.text == "Total")
        record = gold.told_money(line, "budget", "actual")
        del record["variance"]  # some may take what is left for one
        records.append(record)
    return records


def _log(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Risks and issues log")
    grid = sheet.table([1.2, 1.5, 5.1, 4.4, 2.4, 2.3])
    row(grid, ["No.", "Type", "What is it?", "What are we doing?", "Who", "Level"], bold=True, fill=CREAM)
    records = []
    for risk in update.risks:
        level = LEVELS[risk.rating]
        cells = row(
            grid, [risk.reference, risk.kind.capitalize(), risk.text, risk.response, risk.owner, level]
        )
        shade(cells[5], COLOURS[risk.rating])
        record = gold.told_risk(risk, "reference", "response", "owner", "rating")
        del record["score"], record["status"]  # a level in words may be told as either
        records.append(record)
    return records


FAMILY = Family(
    name="academies_it",
    organisation="Lantern Academies Trust",
    style="informal update of a schools trust's IT team",
    tests="tiles with name and word in one fill, reasons in a list apart, counts by school, money left to spend",
    suffix=".docx",
    apart=False,
    projects=("records", "contact"),
    render=render,
)
