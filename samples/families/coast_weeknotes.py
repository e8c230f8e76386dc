"""A government agency's agile team: done, doing, next and blockers, some cards moved with tracking on."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update
from samples.word import Sheet, bullet, deleted, inserted, page_number, para, rate, row, run
from samples.word_fields import drop_down
from samples.word_review import comment, moved

INK, SAND = "0B3C5D", "EFEDE6"
LABELS = {
    "Delivery confidence": "overall",
    "Schedule": "schedule",
    "Spend": "cost",
    "Team": "resources",
    "Service quality": "quality",
}
OPTIONS = ("Red", "Amber", "Green")
MOVE = "move1"
MEASURES = (
    ("Forms finished online", 71, 0.9),
    ("Calls answered in a minute", 64, 1.3),
    ("Users satisfied", 80, 0.4),
)
"""Measures of the service: what it was at first, in per cent, and what it gains in a month."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Arial", 11, margin_cm=2.3)
    sprint = update.number * 2 + 3
    run(sheet.header.paragraphs[0], f"{project.name} | Team notes {update.number}", size=9, color=INK)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Coastal Licensing Agency – Digital Services     ", size=8)
    page_number(foot)
    para(sheet.body, f"{project.name}: team notes", bold=True, size=19, color=INK)
    _facts(sheet, update, sprint)
    ratings = _confidence(sheet, update)
    activities = _board(sheet, update)
    blockers = _blockers(sheet, update)
    risks = _risks(sheet, update)
    milestones = _roadmap(sheet, update)
    _measures(sheet, update)
    _title(sheet, "Where we need help from the Digital Board")
    for text in update.decisions or ("Nothing at the moment",):
        bullet(sheet.body, text)
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        risks=[*blockers, *risks],
        milestones=milestones,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    para(sheet.body, text, bold=True, size=13, color=INK).paragraph_format.keep_with_next = True


def _facts(sheet: Sheet, update: Update, sprint: int) -> None:
    project = update.project
    for label, value in (
        ("Month", dates.month_year(update.first_day)),
        ("Sprints", f"{sprint - 1} and {sprint}"),
        ("Delivery lead", project.manager),
        ("Senior responsible owner", project.sponsor),
        ("Reference", project.reference),
    ):
        line = para(sheet.body)
        line.paragraph_format.space_after = 0
        run(line, f"{label}: ", bold=True)
        run(line, value)
    line = para(sheet.body)
    run(line, "Report date: ", bold=True)
    deleted(sheet, line, dates.brief(update.reported.replace(day=3)))
    inserted(sheet, line, dates.brief(update.reported))


def _confidence(sheet: Sheet, update: Update) -> list[Record]:
    """Ratings chosen from lists, each on its colour."""
    _title(sheet, "How confident are we?")
    grid = sheet.table([4.2, 2.4, 9.8])
    row(grid, ["", "Now", "Why"], bold=True, fill=SAND)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment])
        rate(cells[1], rated.current)
        drop_down(sheet, cells[1].paragraphs[0], OPTIONS, rated.current)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _board(sheet: Sheet, update: Update) -> list[Record]:
    """Lists under themes; the first card that was done was moved up from the list of things in hand."""
    begun = {task.text for task in update.missed}
    doing = tuple(task for task in update.planned if task.text in begun)
    coming = tuple(task for task in update.planned if task.text not in begun)
    _title(sheet, "Done")
    records = _cards(sheet, update.done, "completed", moves=True)
    _title(sheet, "Doing")
    for task in update.done[:1]:
        moved(sheet, sheet.body, "moveFrom", MOVE, task.text)
    records += _cards(sheet, doing, "in-progress")
    _title(sheet, "Next")
    return records + _cards(sheet, coming, "planned")


def _cards(sheet: Sheet, tasks: tuple[Task, ...], kind: str, *, moves: bool = False) -> list[Record]:
    records: list[Record] = []
    for theme, group in by_workstream(tasks).items():
        para(sheet.body, f"{theme}:", bold=True).paragraph_format.keep_with_next = True
        for task in group:
            if moves and not records:
                moved(sheet, sheet.body, "moveTo", MOVE, task.text)
            else:
                bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, theme))
    if not tasks:
        para(sheet.body, "Nothing")
    return records


def _blockers(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Blockers")
    records = []
    for issue in update.of_kind("issue"):
        line = bullet(sheet.body, f"{issue.text} – {issue.response}")
        comment(sheet, line, "Still true on Friday?")
        record = gold.told_risk(issue, "response")
        del record["kind"]  # a blocker may be told as an issue or as neither
        records.append(record)
    if not records:
        bullet(sheet.body, "None")
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Risks on our wall")
    grid = sheet.table([6.2, 6.6, 3.6])
    row(grid, ["Risk", "What we are doing about it", "Who"], bold=True, fill=SAND)
    found = update.of_kind("risk")
    for risk in found:
        row(grid, [risk.text, risk.response, risk.owner])
    return [gold.told_risk(risk, "response", "owner") for risk in found]


def _roadmap(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Roadmap")
    grid = sheet.table([7.4, 3.0, 3.0, 3.0])
    row(grid, ["Milestone", "First plan", "Latest view", "Status"], bold=True, fill=SAND)
    records = []
    for item in update.milestones:
        row(grid, [item.text, dates.month_dash(item.baseline), dates.month_dash(item.forecast), item.status])
        baseline, forecast = dates.iso_month(item.baseline), dates.iso_month(item.forecast)
        records.append(gold.milestone(item.text, baseline=baseline, forecast=forecast, status=item.status))
    return records


def _measures(sheet: Sheet, update: Update) -> None:
    """Measures of the running service, which are no record."""
    _title(sheet, "How the service is doing")
    grid = sheet.table([8.4, 4.0, 4.0])
    row(grid, ["Measure", "Last month", "This month"], bold=True, fill=SAND)
    for name, first, gain in MEASURES:
        shown = [f"{first + gain * months:.0f}%" for months in (update.number - 1, update.number)]
        row(grid, [name, *shown])


FAMILY = Family(
    name="coast_weeknotes",
    organisation="Coastal Licensing Agency",
    style="notes of an agile team: done, doing, next, blockers",
    tests="cards moved and a date replaced with tracking on, notes in the margin, drop-downs on fills, measures",
    suffix=".docx",
    apart=False,
    projects=("grants", "records"),
    render=render,
)
