"""A college's report to its leadership: guidance left in, every option printed and the chosen one marked."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Risk, Update
from samples.word import COLOURS, Sheet, para, row, run, shade, write
from samples.word_styles import boxed_word, pattern_fill

PLUM, LILAC, HINT = "4B2A6B", "ECE6F3", "2E74B5"
TITLE = "Project highlight report for the Senior Leadership Team"
STAGES = ("Set-up", "Planning", "Delivery", "Handover", "Review")
LETTERS = {"R": "Red", "A": "Amber", "G": "Green", "C": "Blue"}
MEANINGS = {
    "R": "Targets will not be met without a decision from SLT",
    "A": "Targets are at risk, but there is a plan",
    "G": "All targets are expected to be met",
    "C": "Complete",
}
LABELS = {
    "Overall": "overall",
    "Timetable": "schedule",
    "Budget": "cost",
    "Risk profile": "risk",
    "Staff and learner engagement": "stakeholders",
}
LEVELS = ("", "Low", "Low", "Medium", "High", "High")
"""The college's words for likelihood and impact from 1 to 5."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Verdana", 9, margin_cm=2.0)
    run(sheet.header.paragraphs[0], "Wendle Valley College\t\tConfidential until published", size=8)
    para(sheet.body, TITLE, bold=True, size=15, color=PLUM)
    _hint(para(sheet.body), "Guidance: keep to two pages. Send to the Clerk five days before the meeting.")
    _details(sheet, update)
    ratings = _ratings(sheet, update)
    activities = _achieved(sheet, update)
    activities += _actions(sheet, update)
    risks = _risks(sheet, update.of_kind("risk"))
    risks += _issues(sheet, update.of_kind("issue"))
    _section(sheet, "7", "Decisions for SLT", "State what SLT has to decide. Write None if nothing.")
    for letter, text in zip("abcdef", update.decisions, strict=False):
        para(sheet.body, f"{letter}) {text}")
    if not update.decisions:
        para(sheet.body, "None")
    _meanings(sheet)
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        start_date=project.start,
        end_date=project.end,
        ratings=ratings,
        activities=activities,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _hint(paragraph: Any, text: str) -> None:
    run(paragraph, text, italic=True, size=8, color=HINT)


def _section(sheet: Sheet, number: str, title: str, guidance: str) -> None:
    para(sheet.body, f"{number}. {title}", bold=True, size=11, color=PLUM)
    _hint(para(sheet.body), f"[{guidance}]")


def _details(sheet: Sheet, update: Update) -> None:
    project = update.project
    _section(sheet, "1", "About the project", "Complete every box. The project number is issued by Finance.")
    grid = sheet.table([5.4, 11.6])
    period = f"{dates.long(update.first_day)} to {dates.long(update.last_day)}"
    for label, value in (
        ("Project title", project.name),
        ("Project number", project.reference),
        ("Project sponsor (SLT member)", project.sponsor),
        ("Project manager", project.manager),
        ("Reporting period", period),
        ("Date of report", dates.long(update.reported)),
        ("Start date", dates.slashed(project.start)),
        ("Planned end date", dates.slashed(project.end)),
        ("Stage (box the one that applies)", None),
    ):
        cells = row(grid, [None, value])
        write(cells[0], label, bold=True)
        shade(cells[0], LILAC)
    now = "Planning" if update.percent < 20 else "Delivery" if update.percent < 90 else "Handover"
    for place, stage in enumerate(STAGES):
        run(cells[1].paragraphs[0], "   " if place else "")
        stretch = run(cells[1].paragraphs[0], stage, bold=stage == now)
        if stage == now:
            boxed_word(stretch)
    para(sheet.body)


def _ratings(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "2", "RAG status", "Shade one letter in each row; the meanings are on the last page.")
    grid = sheet.table([4.4, *[1.0] * 4, 8.6])
    heads = row(grid, ["Area", None, None, None, None, "Comment"], bold=True, fill=LILAC)
    write(heads[1].merge(heads[4]), "Status", bold=True, centred=True)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, None, None, rated.comment])
        for cell, (letter, rating) in zip(cells[1:5], LETTERS.items(), strict=True):
            chosen = rating == rated.current
            write(cell, letter, centred=True, bold=chosen, color=None if chosen else "A6A6A6")
            if chosen:
                pattern_fill(cell, "pct75", COLOURS[rating])
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    para(sheet.body)
    return records


def _achieved(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "3", "Progress since the last report", "List what is finished, not what has begun.")
    (cell,) = row(sheet.table([17.0]), [None])
    write(cell, "\n".join(f"• {task.text}" for task in update.done) or "None")
    para(sheet.body)
    return [gold.activity("completed", task.text) for task in update.done]


def _actions(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "4", "Actions for the next period", "Each action needs one name and a real date.")
    grid = sheet.table([9.6, 4.2, 3.2])
    row(grid, ["Action", "By whom", "By when"], bold=True, fill=LILAC)
    records = []
    for task in update.planned:
        row(grid, [task.text, task.owner, dates.slashed(task.due)])
        records.append(gold.activity("planned", task.text, owner=task.owner, due=task.due))
    para(sheet.body)
    return records


def _risks(sheet: Sheet, risks: tuple[Risk, ...]) -> list[Record]:
    _section(sheet, "5", "Main risks", "No more than five. Do not copy the whole register.")
    grid = sheet.table([4.8, 4.6, 2.1, 1.7, 2.5, 1.3])
    heads = ["Risk", "Mitigating action", "Likelihood", "Impact", "Lead", "RAG"]
    row(grid, heads, bold=True, fill=LILAC, size=8)
    records = []
    for risk in risks:
        levels = [LEVELS[risk.likelihood or 0], LEVELS[risk.impact]]
        cells = row(grid, [risk.text, risk.response, *levels, risk.owner, None], size=8)
        write(cells[5], "■", centred=True, size=16, color=COLOURS[risk.rating])
        records.append(
            gold.told_risk(risk, "response", "owner", "rating", likelihood=levels[0], impact=levels[1])
        )
    para(sheet.body)
    return records


def _issues(sheet: Sheet, issues: tuple[Risk, ...]) -> list[Record]:
    _section(sheet, "6", "Current issues", "An issue is something that has happened already.")
    (cell,) = row(sheet.table([17.0]), [None])
    write(cell, "\n".join(f"• {issue.text} – {issue.response}" for issue in issues) or "None")
    para(sheet.body)
    return [gold.told_risk(issue, "response") for issue in issues]


def _meanings(sheet: Sheet) -> None:
    para(sheet.body, "RAG status: what the letters mean", bold=True, size=9, color=PLUM)
    grid = sheet.table([1.2, 15.8])
    for letter, meaning in MEANINGS.items():
        cells = row(grid, [None, meaning], size=8)
        write(cells[0], letter, centred=True, bold=True)
        pattern_fill(cells[0], "pct75", COLOURS[LETTERS[letter]])


FAMILY = Family(
    name="college_options",
    organisation="Wendle Valley College",
    style="numbered report with its guidance left in",
    tests="all options printed and one shaded or boxed, patterns, guidance left in, typed bullets, a legend in a table",
    suffix=".docx",
    apart=False,
    projects=("records", "leisure", "contact"),
    render=render,
)
