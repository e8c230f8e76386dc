"""A charity's narrative update to the fund that pays for a programme: prose, a few plain tables, outcome indicators."""

from __future__ import annotations

from collections.abc import Sequence

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.word import Sheet, para, row, run, shade
from samples.word_shapes import symbol

PLUM, BLUSH = "6A2C70", "F7EDF5"
INK = {"Green": "3C8D40", "Amber": "E39A00", "Red": "C62828"}
QUESTIONS = {
    "How are things going overall?": "overall",
    "Are activities happening when we said they would?": "schedule",
    "Are we spending what we said we would?": "cost",
    "Is the team in place?": "resources",
    "Are outcomes being achieved?": "benefits",
}
LIKELY = ("", "very unlikely", "unlikely", "possible", "likely", "very likely")
SERIOUS = ("", "slight", "small", "moderate", "serious", "severe")
STORY = (
    "“My mentor came to the viewing with me and asked all the things I didn’t know to ask. I’ve been in the flat five "
    "months now. I’ve got a cat.” – K, 19"
)
LEARNING = "Text messages get answers; letters do not. Letters now go only where a council insists."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Candara", 11, margin_cm=2.4)
    run(sheet.footer.paragraphs[0], "Lamplight Youth Trust. Registered charity in England and Wales.", size=8)
    para(sheet.body, "Lamplight Youth Trust", bold=True, size=22, color=PLUM)
    para(sheet.body, f"Narrative update, {dates.month_year(update.first_day)}", size=14, color=PLUM)
    for label, value in (
        ("Project", project.name),
        ("Grant programme", project.programme),
        ("Grant reference", project.reference),
        ("Project lead", project.manager),
        ("Grant period", f"{dates.ordinal(project.start)} to {dates.ordinal(project.end)}"),
        ("Submitted", dates.ordinal(update.reported)),
    ):
        line = para(sheet.body)
        line.paragraph_format.space_after = 0
        run(line, f"{label}: ", bold=True)
        run(line, value)
    _title(sheet, "In a nutshell")
    para(sheet.body, update.summary)
    ratings = _questions(sheet, update)
    _indicators(sheet, update)
    activities = _activities(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _spending(sheet, update)
    risks = _risks(sheet, update)
    _title(sheet, "A young person’s story")
    para(sheet.body, STORY, italic=True)
    _title(sheet, "What we are learning")
    para(sheet.body, LEARNING)
    _title(sheet, "What we need the Fund to agree")
    for text in update.decisions or ("Nothing at present, thank you.",):
        para(sheet.body, text)
    report = gold.told_report(
        update,
        *("reference", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    for unsure in ("programme", "start_date", "end_date"):
        del report[unsure]  # a grant's fund and period may be taken for the project's or not
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=13, color=PLUM)
    line.paragraph_format.keep_with_next = True


def _questions(sheet: Sheet, update: Update) -> list[Record]:
    """Each question in bold, then a paragraph that begins with a coloured dot and its word."""
    _title(sheet, "How we rate ourselves")
    records = []
    for question, key in QUESTIONS.items():
        rated = update.rated[key]
        para(sheet.body, question, bold=True).paragraph_format.space_after = 0
        line = para(sheet.body)
        symbol(line, "6C", INK[rated.current])
        run(line, f" {rated.current}", bold=True, color=INK[rated.current])
        before = f" (last update: {rated.previous})" if rated.previous else ""
        run(line, f"{before}. {rated.comment}")
        records.append(gold.rating(question, key, rated.current, rated.previous, rated.comment))
    return records


def _indicators(sheet: Sheet, update: Update) -> None:
    """Counts against targets are neither milestones nor ratings."""
    _title(sheet, "Outcome indicators")
    grid = sheet.table([8.0, 2.8, 2.8, 2.6], "Light Grid")
    row(grid, ["Indicator", "Three-year target", "Reached so far", "In this month"])
    place = update.number - 1
    for entry in update.project.facts["indicators"]:
        reached = entry["reached"]
        grown = reached[place] - (reached[place - 1] if place else 0)
        row(grid, [entry["text"], str(entry["target"]), str(reached[place]), str(grown)])
    para(sheet.body)


def _activities(sheet: Sheet, update: Update) -> list[Record]:
    """Plain paragraphs without bullets, and what is late told apart."""
    month = dates.MONTHS[update.next_month.month - 1]
    parts: tuple[tuple[str, str, Sequence[Task]], ...] = (
        ("What we have done", "completed", update.done),
        ("What we meant to do but have not", "missed", update.missed),
        (f"What we will do in {month}", "planned", update.planned),
    )
    records = []
    for title, kind, tasks in parts:
        if not tasks and kind == "missed":
            continue
        _title(sheet, title)
        for task in tasks:
            para(sheet.body, task.text)
            records.append(gold.activity(kind, task.text))
        if not tasks:
            para(sheet.body, "None")
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Grant milestones")
    grid = sheet.table([6.8, 3.4, 6.0], "Light Grid")
    row(grid, ["Milestone", "In our application", "Where we are"])
    records = []
    for item in update.milestones:
        baseline = dates.month_year(item.baseline)
        if item.actual:
            words = f"Achieved {dates.ordinal(item.actual)}"
        else:
            words = f"Expected {dates.month_year(item.forecast)}"
        row(grid, [item.text, baseline, words])
        records.append(
            gold.milestone(
                item.text,
                baseline=dates.iso_month(item.baseline),
                forecast=None if item.actual else dates.iso_month(item.forecast),
                actual=item.actual,
            )
        )
        del records[-1]["status"]  # 'Achieved' may be the column's status or part of its date
    para(sheet.body)
    return records


def _spending(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "How the grant has been spent")
    grid = sheet.table([4.8, 2.8, 2.8, 2.8, 3.0], "Light Grid")
    row(grid, ["", "Grant budget", "Spent so far", "We now expect", "Difference"])
    records = []
    for line in update.money:
        sums = [f"£{amount:,}" for amount in (line.budget, line.actual, line.forecast)]
        sign = "-" if line.variance < 0 else ""
        row(grid, [line.text, *sums, f"{sign}£{abs(line.variance):,}"])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    para(sheet.body)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """A box of two cells for each worry: the words for its chance and harm stand in a sentence of labels."""
    _title(sheet, "What might get in the way")
    records = []
    for told in update.risks:
        if told.status == "Closed":
            continue
        likely, serious = LIKELY[told.likelihood or 0], SERIOUS[told.impact]
        grid = sheet.table([3.4, 12.8])
        for label, text in (
            ("Risk", told.text),
            ("How likely", likely),
            ("How serious", serious),
            ("What we are doing", told.response),
            ("Who", told.owner),
        ):
            cells = row(grid, [label, text])
            shade(cells[0], BLUSH)
            cells[0].paragraphs[0].runs[0].bold = True
        para(sheet.body)
        records.append(gold.told_risk(told, "response", "owner", likelihood=likely, impact=serious))
    if not records:
        para(sheet.body, "We have nothing to raise this month.")
    return records


FAMILY = Family(
    name="grant_narrative",
    organisation="Lamplight Youth Trust",
    style="a charity's narrative update to the fund that pays for its programme",
    tests="questions as ratings with the word before, plain paragraphs, outcome indicators, a small table a risk",
    suffix=".docx",
    apart=False,
    projects=("w3a_youngvoices",),
    render=render,
)
