"""A regional police collaboration's report to commissioners and chiefs: signs that its key explains, dated lists."""

from __future__ import annotations

from datetime import date
from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import Sheet, para, row, run, shade, span, write

INK_BLUE, STONE = "14213D", "ECECEC"
SIGNS = {"Green": ("●", "2E8B57"), "Amber": ("▲", "E08E00"), "Red": ("■", "C1121F")}
MEANINGS = {"Green": "On track", "Amber": "Needs attention", "Red": "In difficulty"}
LABELS = {
    "Overall delivery": "overall",
    "Time": "schedule",
    "Money": "cost",
    "Scope": "scope",
    "People": "resources",
    "Benefits": "benefits",
    "Reliance on others": "dependencies",
}
LEVELS = ("Very low", "Low", "Medium", "High", "Very high")
FORCES = (("Calder Vale", 412), ("Ousby", 288), ("Ridley", 367), ("Tarn", 195))
NEVER_AGREED = 3
"""Every third report goes out before the Senior Responsible Owner has agreed it."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Verdana", 9, margin_cm=1.8)
    para(sheet.header, "OFFICIAL", centred=True, bold=True)
    para(sheet.footer, "OFFICIAL", centred=True, bold=True)
    para(sheet.body, "Four Rivers Police Collaboration", size=11, color=INK_BLUE)
    para(sheet.body, "Report to the Joint Board of Commissioners and Chief Constables", bold=True, size=15)
    authorised = update.number % NEVER_AGREED != 0
    _facts(sheet, update, authorised)
    _head(sheet, "A", "Executive overview")
    para(sheet.body, update.summary)
    ratings = _assessment(sheet, update)
    activities = _registers(sheet, update)
    _backlog(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _money(sheet, update)
    risks = _risks(sheet, update)
    _head(sheet, "H", "Matters for decision")
    for letter, text in zip("abc", update.decisions, strict=False):
        para(sheet.body, f"({letter})\t{text}")
    if not update.decisions:
        para(sheet.body, "No matters for decision.")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        authorised=authorised,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _head(sheet: Sheet, letter: str, text: str) -> None:
    line = para(sheet.body, f"{letter}.  {text}", style="Heading 2")
    line.paragraph_format.space_before = Cm(0.4)


def _sign(cell: Any, rating: str | None) -> None:
    if rating:
        sign, colour = SIGNS[rating]
        write(cell, sign, centred=True, size=12, color=colour)
    else:
        write(cell, "–", centred=True)


def _facts(sheet: Sheet, update: Update, authorised: bool) -> None:
    project = update.project
    grid = sheet.table([5.4, 12.0], "Normal Table")
    first, last = dates.long(update.first_day), dates.long(update.last_day)
    for label, value in (
        ("Programme", project.programme),
        ("Project", project.name),
        ("Project number", project.reference),
        ("Lead force", "Ousby Constabulary"),
        ("Senior Responsible Owner", project.sponsor),
        ("Project Manager", project.manager),
        ("Period covered", f"{first} to {last}"),
        ("Report dated", dates.long(update.reported)),
        ("Agreed by the SRO?", "Yes" if authorised else "No"),
    ):
        cells = row(grid, [label, value])
        cells[0].paragraphs[0].runs[0].bold = True


def _assessment(sheet: Sheet, update: Update) -> list[Record]:
    """A column for the month before and one for this month, in signs that do not depend on seeing colours."""
    _head(sheet, "B", "Assessment")
    line = para(sheet.body)
    run(line, "Key:  ", bold=True)
    for rating, (sign, colour) in SIGNS.items():
        run(line, sign, color=colour)
        run(line, f" {MEANINGS[rating]}    ")
    names = [
        dates.MONTHS[month - 1][:3]
        for month in ((update.first_day.month - 2) % 12 + 1, update.first_day.month)
    ]
    grid = sheet.table([4.4, 1.5, 1.5, 10.0])
    row(grid, ["Area", *names, "Narrative"], bold=True, fill=STONE)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        _sign(cells[1], rated.previous)
        _sign(cells[2], rated.current)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _registers(sheet: Sheet, update: Update) -> list[Record]:
    """Three registers with the same columns; their heads say what the date is."""
    _head(sheet, "C", "Delivery")
    records = []
    for title, head, kind, tasks in (
        ("Delivered since the last Board", "Date", "completed", update.done),
        ("Not delivered and carried over", "Was due", "missed", update.missed),
        ("Coming next", "Due", "planned", update.planned),
    ):
        para(sheet.body, title, bold=True, color=INK_BLUE).paragraph_format.keep_with_next = True
        if not tasks:
            para(sheet.body, "Nothing to report.")
            continue
        grid = sheet.table([2.6, 8.8, 3.4, 2.6])
        row(grid, ["Workstream", "Activity", "Lead", head], bold=True, fill=STONE)
        for task in tasks:
            due = _due(task)
            row(grid, [task.workstream, task.text, task.owner, dates.brief(due)])
            records.append(gold.activity(kind, task.text, task.workstream, task.owner, due))
        para(sheet.body).paragraph_format.space_after = 0
    return records


def _due(task: Task) -> date:
    """The day named in the text where there is one, so that the column agrees with it."""
    named = dates.named_deadline(task.text)
    return date.fromisoformat(named) if named else task.due


def _backlog(sheet: Sheet, update: Update) -> None:
    """How many devices wait in each force: a measure, not a milestone."""
    _head(sheet, "D", "Devices awaiting examination")
    grid = sheet.table([5.4, *[3.0] * 4])
    row(grid, ["", *(name for name, _ in FORCES)], bold=True, fill=STONE)
    row(grid, ["Devices waiting", *(str(count - 9 * update.number) for _, count in FORCES)])
    row(grid, ["Oldest case (weeks)", *(str(count // 8 - update.number) for _, count in FORCES)])


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _head(sheet, "E", "Milestones")
    grid = sheet.table([6.6, 3.0, 3.0, 3.0, 1.8])
    row(grid, ["Milestone", "Approved date", "Expected date", "Date met", "RAG"], bold=True, fill=STONE)
    records = []
    for item in update.milestones:
        expected = None if item.actual else item.forecast
        rating = None if item.actual else item.rating
        days = (item.baseline, expected, item.actual)
        cells = row(grid, [item.text, *(dates.brief(day) if day else "" for day in days), None])
        if rating:
            _sign(cells[4], rating)
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=expected, actual=item.actual, rating=rating
            )
        )
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _head(sheet, "F", "Money")
    grid = sheet.table([6.6, 3.6, 3.6, 3.6])
    row(grid, ["Item", "Voted by forces", "Paid to date", "Full cost forecast"], bold=True, fill=STONE)
    for line in with_total(update):
        row(grid, [line.text, *(f"£{n / 1000:,.1f}k" for n in (line.budget, line.actual, line.forecast))])
    para(sheet.body, "Costs are shared by net revenue expenditure under Schedule 4 of the agreement.", size=8)
    return [gold.told_money(line, "budget", "actual", "forecast") for line in with_total(update)]


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """One register; a grey row parts the risks from the issues."""
    _head(sheet, "G", "Risks and issues")
    grid = sheet.table([1.2, 4.4, 2.3, 1.9, 1.2, 3.8, 2.6])
    heads = ["No.", "Description", "Probability", "Impact", "RAG", "Mitigating action", "Owner"]
    row(grid, heads, bold=True, size=8, fill=STONE)
    records = []
    for title, kind in (("Risks", "risk"), ("Issues", "issue")):
        found = update.of_kind(kind)
        if not found:
            continue
        shade(span(grid, title, bold=True), "F6F6F6")
        for risk in found:
            words = {"impact": LEVELS[risk.impact - 1]}
            if risk.likelihood:
                words["likelihood"] = LEVELS[risk.likelihood - 1]
            texts = [risk.reference, risk.text, words.get("likelihood", ""), words["impact"]]
            cells = row(grid, [*texts, None, risk.response, risk.owner], size=8)
            _sign(cells[4], risk.rating)
            records.append(gold.told_risk(risk, "reference", "response", "owner", "rating", **words))
    return records


FAMILY = Family(
    name="collaboration_unit",
    organisation="Four Rivers Police Collaboration",
    style="a regional police collaboration's report to commissioners and chief constables",
    tests="signs explained by the report's own key, dated registers, grey rows in a register, agreed or not, marking",
    suffix=".docx",
    apart=True,
    projects=("w2a_forensics",),
    render=render,
)
