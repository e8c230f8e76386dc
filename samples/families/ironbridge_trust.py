"""A heritage charity's capital project: months in the headings, ticks in a grid, a ring chart, notes at the foot."""

from __future__ import annotations

from samples import dates, gold
from samples.dates import MONTHS
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import Sheet, para, row, run, text_box
from samples.word_charts import doughnut
from samples.word_review import count_anew, footnote

RUST, CREAM = "8A3B12", "F6EBDD"
CHOICES = {"Green": "Green – going well", "Amber": "Amber – some concern", "Red": "Red – serious concern"}
LABELS = {
    "The project as a whole": "overall",
    "Timetable": "schedule",
    "Money": "cost",
    "Quality of the work": "quality",
    "Neighbours and supporters": "stakeholders",
}
WORDS = {1: "Very low", 2: "Low", 3: "Medium", 4: "High", 5: "Very high"}
STRUCK = "Open day for members on the scaffold"
NOTES = (
    "Photographs are in the shared folder.",
    "All sums are without VAT, which the Trust reclaims in full.",
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    month, coming = MONTHS[update.first_day.month - 1], MONTHS[update.next_month.month - 1]
    sheet = Sheet("Georgia", 10.5, margin_cm=2.2)
    run(sheet.header.paragraphs[0], "The Old Crossings Trust\t\tRegistered charity", size=9, color=RUST)
    run(sheet.footer.paragraphs[0], "Development Committee – not for circulation outside the Trust", size=8)
    title = para(sheet.body, "Capital project report", bold=True, size=20, color=RUST)
    at_glance = [
        f"Project Director: {project.manager}",
        f"Project sponsor: {project.sponsor}",
        f"Project no.: {project.reference}",
        f"On site since: {dates.month_year(project.start)}",
    ]
    text_box(sheet, title, at_glance, 190, 76, 275)
    para(sheet.body, project.name, bold=True, size=14)
    para(sheet.body, f"Report for {dates.month_year(update.first_day)}", size=12)
    line = para(sheet.body)
    run(line, "Date of report: ", bold=True)
    run(line, dates.ordinal(update.reported))
    _heading(sheet, "In short")
    para(sheet.body, update.summary)
    parts = [("Complete", update.percent, RUST), ("To do", 100 - update.percent, "E2D5C3")]
    doughnut(sheet, para(sheet.body), "Percentage of the works complete", parts)
    ratings = _ticks(sheet, update)
    activities = [
        *_numbered(sheet, f"What was done in {month}", update.done, "completed"),
        *_numbered(sheet, f"What should have been done in {month} but was not", update.missed, "missed"),
        *_numbered(sheet, f"What we shall do in {coming}", update.planned, "planned"),
    ]
    milestones = _dates(sheet, update)
    finances = _money(sheet, update)
    risks = _worries(sheet, update)
    _heading(sheet, "The Committee is asked to")
    if not count_anew(sheet, update.decisions):
        para(sheet.body, "Nothing this month.")
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    del report["start_date"]  # 'On site since' may be the works' beginning and not the project's
    return Rendered(sheet.save(), (report,))


def _heading(sheet: Sheet, text: str) -> None:
    sheet.heading(text, 2)


def _ticks(sheet: Sheet, update: Update) -> list[Record]:
    """One typed tick in each line, under the words of a rating."""
    _heading(sheet, "How is it going?")
    grid = sheet.table([5.2, 3.8, 3.8, 3.8])
    row(grid, ["Tick one box in each line", *CHOICES.values()], bold=True, fill=CREAM, size=9.5)
    records = []
    for label, key in LABELS.items():
        current = update.rated[key].current
        chosen = current if current in CHOICES else "Green"
        row(grid, [label, *("✓" if choice == chosen else "" for choice in CHOICES)])
        records.append(gold.rating(label, key, chosen))
    return records


def _numbered(sheet: Sheet, title: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    """A list that begins at one; the first thing done has a note, a plan of old is struck out."""
    _heading(sheet, title)
    struck = (STRUCK,) if kind == "planned" else ()
    items = count_anew(sheet, [*(task.text for task in tasks), *struck])
    for item in items[:1] if kind == "completed" else ():
        footnote(sheet, item, NOTES[0])
    for item in items[len(tasks) :]:
        item.runs[0].font.strike = True
    if not items:
        para(sheet.body, "None.")
    return [gold.activity(kind, task.text) for task in tasks]


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    _heading(sheet, "Dates to watch")
    grid = sheet.table([6.4, 3.4, 3.4, 3.4])
    row(grid, ["Stage", "As agreed", "Now expected", "Achieved"], bold=True, fill=CREAM)
    records = []
    for item in update.milestones:
        reached = dates.brief(item.actual) if item.actual else ""
        expected = "" if item.actual else dates.brief(item.forecast)
        row(grid, [item.text, dates.brief(item.baseline), expected, reached])
        forecast = None if item.actual else item.forecast
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _heading(sheet, "Money")
    grid = sheet.table([4.6, 3.0, 3.0, 3.0, 3.0])
    head = ["", "Agreed budget", "Paid so far", "Expected cost", "Over or (under)"]
    cells = row(grid, head, bold=True, fill=CREAM)
    footnote(sheet, cells[1].paragraphs[0], NOTES[1])
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(_pounds(amount) for amount in amounts)], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _pounds(amount: int) -> str:
    return f"(£{-amount:,})" if amount < 0 else f"£{amount:,}"


def _worries(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    for title, kind, head in (
        ("What might go wrong", "risk", "Risk"),
        ("What has gone wrong", "issue", "Problem"),
    ):
        _heading(sheet, title)
        found = update.of_kind(kind)
        if not found:
            para(sheet.body, "None.")
            continue
        grid = sheet.table([5.6, 2.2, 2.2, 6.6])
        row(grid, [head, "How likely", "How bad", "What we are doing"], bold=True, fill=CREAM)
        for risk in found:
            levels = {"impact": WORDS[risk.impact]}
            if risk.likelihood:
                levels["likelihood"] = WORDS[risk.likelihood]
            row(grid, [risk.text, levels.get("likelihood", ""), levels["impact"], risk.response])
            records.append(gold.told_risk(risk, "response", **levels))
    return records


FAMILY = Family(
    name="ironbridge_trust",
    organisation="The Old Crossings Trust",
    style="a heritage charity's report to its development committee",
    tests="months in headings, ticks under words, a ring chart, footnotes, several counted lists, a struck plan",
    suffix=".docx",
    apart=False,
    projects=("bridge", "leisure"),
    render=render,
)
