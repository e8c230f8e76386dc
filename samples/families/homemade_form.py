"""A small district council: one big table that somebody made in Word and everybody has been typing into since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.word import COLOURS, Sheet, para, run, shade, write

YELLOWISH, PINKISH = "FFFF99", "F2DCDB"
COLUMNS = 12
WIDTH_CM = 18.0
CHOICES = ("Red", "Amber", "Green")
QUESTIONS = {
    "Overall": "overall",
    "Is it on time?": "schedule",
    "Is it on budget?": "cost",
    "Have we got enough people?": "resources",
}
LEVELS = {1: "L", 2: "L", 3: "M", 4: "H", 5: "H"}
PRINTED = ("reference", "sponsor", "manager", "report_date")


class Form:
    """The one table: every row is cut into cells as its maker liked."""

    def __init__(self, sheet: Sheet) -> None:
        self.grid = sheet.table([WIDTH_CM / COLUMNS] * COLUMNS)

    def line(self, spans: Sequence[int], texts: Sequence[str | None], **look: Any) -> list[Any]:
        """A row whose cells span so many of the columns; returns the cells."""
        fill = look.pop("fill", None)
        cells, made, at = self.grid.add_row().cells, [], 0
        for width, text in zip(spans, texts, strict=True):
            cell = cells[at].merge(cells[at + width - 1]) if width > 1 else cells[at]
            at += width
            if text:
                write(cell, text, **look)
            if fill:
                shade(cell, fill)
            made.append(cell)
        return made

    def title(self, text: str) -> None:
        self.line([COLUMNS], [text], bold=True, underline=True, fill=YELLOWISH)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Comic Sans MS", 10, margin_cm=1.5)
    para(sheet.body, "NETHERWOLD DISTRICT COUNCIL", bold=True, size=14, centred=True)
    para(sheet.body, "PROJECT UPDATE FORM", bold=True, underline=True, size=14, centred=True)
    note = "PLEASE SEND TO POLICY TEAM BY THE 5TH OF THE MONTH. Do not change the form!!"
    para(sheet.body, note, size=9, color="FF0000", centred=True)
    form = Form(sheet)
    for left, right in (
        (("NAME OF PROJECT", project.name), ("PROJECT NUMBER", project.reference)),
        (("PROJECT SPONSOR", project.sponsor), ("PROJECT MANAGER", project.manager)),
        (
            ("REPORT FOR (MONTH)", dates.month_year(update.first_day)),
            ("DATE FILLED IN", dates.dotted(update.reported)),
        ),
    ):
        for cell, (label, value) in zip(form.line([7, 5], [None, None]), (left, right), strict=True):
            target = cell.paragraphs[0]
            run(target, f"{label}:  ", bold=True)
            run(target, value)
    ratings = _lights(form, update)
    form.title("WHERE ARE WE UP TO?")
    form.line([COLUMNS], [update.summary])
    activities = _work(form, "WHAT HAVE WE DONE THIS MONTH?", update.done, "completed")
    activities += _work(form, "WHAT DID WE NOT MANAGE TO DO?", update.missed, "missed")
    activities += _work(form, "WHAT WILL WE DO NEXT MONTH?", update.planned, "planned")
    milestones = _dates(form, update)
    finances = _money(form, update)
    risks = _problems(form, update)
    form.title("ANYTHING IN THE PAPER OR FROM COUNCILLORS?")
    _typed(form, ["Nothing this month"])
    form.title("DOES THE MANAGEMENT TEAM NEED TO DECIDE ANYTHING?")
    lines = [f"{number}) {text}" for number, text in enumerate(update.decisions, start=1)]
    _typed(form, lines or ["no"])
    cells = form.line([8, 4], ["HAS THE PROJECT SPONSOR AGREED THIS REPORT?", "YES"], bold=True)
    shade(cells[0], YELLOWISH)
    para(sheet.body, "Thank you for filling this in :-)", size=9, centred=True)
    report = gold.told_report(
        update,
        *PRINTED,
        authorised=True,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _lights(form: Form, update: Update) -> list[Record]:
    """Three little cells with letters in every row, of which one is coloured in."""
    form.title("TRAFFIC LIGHTS (colour in the one that applies)")
    form.line([4, 1, 1, 1, 5], ["", *(choice[0] for choice in CHOICES), "Why?"], bold=True, fill=PINKISH)
    records = []
    for label, key in QUESTIONS.items():
        rated = update.rated[key]
        cells = form.line([4, 1, 1, 1, 5], [label, *(choice[0] for choice in CHOICES), rated.comment])
        shade(cells[1 + CHOICES.index(rated.current)], COLOURS[rated.current])
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _typed(form: Form, lines: Sequence[str]) -> None:
    """Lines typed one below the other in a single cell."""
    (cell,) = form.line([COLUMNS], [None])
    for text in lines:
        write(cell, text)


def _work(form: Form, title: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    form.title(title)
    _typed(form, [f"- {task.text}" for task in tasks] or ["n/a"])
    return [gold.activity(kind, task.text) for task in tasks]


def _dates(form: Form, update: Update) -> list[Record]:
    form.title("IMPORTANT DATES")
    heads = ["Milestone", "Original date", "New date (if changed)", "Finished on"]
    form.line([5, 2, 3, 2], heads, bold=True, fill=PINKISH)
    records = []
    for item in update.milestones:
        moved = item.forecast if item.slip and not item.actual else None
        shown = [dates.dotted(day) if day else "" for day in (item.baseline, moved, item.actual)]
        form.line([5, 2, 3, 2], [item.text, *shown])
        records.append(gold.milestone(item.text, baseline=item.baseline, forecast=moved, actual=item.actual))
    return records


def _money(form: Form, update: Update) -> list[Record]:
    form.title("MONEY")
    heads = ["", "Budget", "Spent so far", "What we think it will cost"]
    form.line([4, 2, 2, 4], heads, bold=True, fill=PINKISH)
    records = []
    for line in update.money:
        amounts = [f"£{amount:,}" for amount in (line.budget, line.actual, line.forecast)]
        form.line([4, 2, 2, 4], [line.text, *amounts])
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


def _problems(form: Form, update: Update) -> list[Record]:
    """Risks and issues are one list here, and nothing tells which is which."""
    form.title("RISKS AND ISSUES")
    spans = [4, 1, 1, 4, 2]
    heads = ["What is it?", "Likelihood H/M/L", "Impact H/M/L", "What are we doing about it?", "Who?"]
    form.line(spans, heads, bold=True, fill=PINKISH, size=8)
    records = []
    for risk in update.risks:
        words = {"impact": LEVELS[risk.impact]}
        if risk.likelihood is not None:
            words["likelihood"] = LEVELS[risk.likelihood]
        texts = [risk.text, words.get("likelihood", ""), words["impact"], risk.response, risk.owner]
        form.line(spans, texts, size=9)
        records.append(gold.told_risk(risk, "response", "owner", **words) | {"kind": None})
    return records


FAMILY = Family(
    name="homemade_form",
    organisation="Netherwold District Council",
    style="home-made form of a small district council",
    tests="one table whose rows are cut differently, three letters of which one is coloured, typed dashes",
    suffix=".docx",
    apart=False,
    projects=("leisure", "warmth"),
    render=render,
)
