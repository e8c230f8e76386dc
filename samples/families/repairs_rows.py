"""A housing association's update: every section a row with a question as its label, coloured circles typed as text."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Risk, Task, Update
from samples.word import Sheet, bullet, para, row, run, shade, write

PLUM = "5C2346"
BLUSH = "F6ECF2"
CIRCLES = {"Red": "🔴", "Amber": "🟡", "Green": "🟢", "Blue": "🔵"}
LABELS = {
    "Overall": "overall",
    "Delivery dates": "schedule",
    "Budget": "cost",
    "Stakeholder feedback": "stakeholders",
}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Segoe UI", 10, margin_cm=1.8)
    title = para(sheet.body)
    run(title, "Bramley Cross Homes", bold=True, size=12, color=PLUM)
    run(title, "\nInvestment and repairs: monthly project update", size=16, color=PLUM)
    grid = sheet.table([4.4, 13.0])
    for label, value in (
        ("Project", project.name),
        ("Part of", project.programme),
        ("Month", dates.month_year(update.first_day)),
        ("Written on", dates.brief(update.reported)),
        ("Director (project sponsor)", project.sponsor),
        ("Project lead", project.manager),
    ):
        write(_labelled(grid, label), value)
    write(_labelled(grid, "In a nutshell"), update.summary)
    ratings = _health(grid, update)
    activities = [
        *_tasks(grid, "What have we delivered?", update.done, "completed"),
        *_tasks(grid, "What did we plan but not finish?", update.missed, "missed"),
        *_tasks(grid, "What are we doing next month?", update.planned, "planned"),
    ]
    risks = _concerns(grid, "Risks", update.of_kind("risk"))
    risks += _concerns(grid, "Issues", update.of_kind("issue"))
    cell = _labelled(grid, "Decisions we need")
    for text in update.decisions or ("None",):
        bullet(cell, text)
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=ratings,
        activities=activities,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    del report["programme"]  # 'Part of' may be told as the programme or as another label
    return Rendered(sheet.save(), (report,))


def _labelled(grid: Any, label: str) -> Any:
    """A row with its label; returns the cell beside it."""
    cells = row(grid, [None, None])
    write(cells[0], label, bold=True, color=PLUM)
    shade(cells[0], BLUSH)
    return cells[1]


def _health(grid: Any, update: Update) -> list[Record]:
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        write(_labelled(grid, label), f"{CIRCLES[rated.current]} {rated.comment}")
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _tasks(grid: Any, label: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    cell = _labelled(grid, label)
    if not tasks:
        write(cell, "Nothing")
    for task in tasks:
        bullet(cell, task.text)
    return [gold.activity(kind, task.text) for task in tasks]


def _concerns(grid: Any, label: str, risks: tuple[Risk, ...]) -> list[Record]:
    """Bullets that end in the owner's name in brackets."""
    cell = _labelled(grid, label)
    if not risks:
        write(cell, "None at the moment.")
    records = []
    for risk in risks:
        bullet(cell, f"{risk.text} – {risk.response} (Owner: {risk.owner})")
        record = gold.risk(risk.kind, risk.text, owner=risk.owner)
        del record["response"]  # the brackets may be told as part of the response or not
        records.append(record)
    return records


FAMILY = Family(
    name="repairs_rows",
    organisation="Bramley Cross Homes",
    style="one table of questions and answers",
    tests="questions as row labels, coloured circles as characters before the comment, owners in brackets",
    suffix=".docx",
    apart=False,
    projects=("leisure", "bridge", "contact"),
    render=render,
)
