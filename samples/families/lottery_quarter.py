"""A museum's progress report to its lottery funder: lettered questions, approved purposes, pounds and pence."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.platypus import Flowable, Paragraph, Table

from samples import dates, gold, pdf
from samples.family import Family, Rendered, by_workstream, month_name
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.story import MONTHS_TOLD, tell

INK = "#7A0C2E"
ROSE = "#F5E6EA"
QUARTER = 3
WIDTH = 510
PROJECTS = ("warmth", "leisure", "records")
WORDS = {"Green": "On track", "Amber": "At risk", "Red": "Off track", "Blue": "Complete"}
LEVELS = {1: "Low", 2: "Low", 3: "Medium", 4: "High", 5: "High"}
LABELS = {"Project overall": "overall", "Timetable": "schedule", "Costs": "cost", "Staffing": "resources"}


def gather(number: int) -> tuple[Update, ...]:
    """A calendar quarter of one project: the projects take turns, and every third number begins a later quarter."""
    key = PROJECTS[number % len(PROJECTS)]
    ends = [n for n in range(QUARTER, MONTHS_TOLD + 1) if tell(key, n).last_day.month % QUARTER == 0]
    chosen = ends[(number - 1) // len(PROJECTS) :][:1]
    return tuple(tell(key, n) for end in chosen for n in range(end - QUARTER + 1, end + 1))


def render(updates: tuple[Update, ...]) -> Rendered:
    update = updates[-1]
    project = update.project
    pages = pdf.Pages("Helvetica", 10, ink=INK)
    pages.say("Project progress report", pages.title)
    pages.add(
        "<i>Please answer every question. Send this form to us within 30 days of the quarter's end.</i>"
    )
    span = f"{dates.long(updates[0].first_day)} to {dates.long(update.last_day)}"
    rows = [
        ["1a Project title", project.name],
        ["1b Name of project manager", project.manager],
        ["1c Period covered by this report", span],
        ["1d Date of report", dates.long(update.reported)],
        ["1e Date the project will end", dates.month_year(project.end)],
    ]
    pages.table(rows, [180, WIDTH - 180], head=None, bold_columns=(0,), fills=_labels(len(rows)))
    finished = [task for month in updates for task in month.done]
    activities = _purposes(pages, finished)
    activities += _planned(pages, update)
    ratings = _ratings(pages, update)
    finances = _costs(pages, update)
    risks = _risks(pages, update)
    pages.say("7 Publicity", pages.head)
    pages.say("We have shown our funder's emblem on every notice and publication of the quarter.")

    def furniture(canvas: Any, page: int) -> None:
        pdf.line_at_foot(canvas, "Orrery House Museum", f"{page}")

    report = gold.report(
        project=project.name,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        end_date=dates.iso_month(project.end),
        ratings=ratings,
        activities=activities,
        risks=risks,
        finances=finances,
    )
    return Rendered(pages.save(furniture), (report,))


def _labels(count: int) -> dict[tuple[int, int], str]:
    return {(line, 0): ROSE for line in range(count)}


def _purposes(pages: pdf.Pages, tasks: list[Task]) -> list[Record]:
    """What was done, in a table with one row for each of the purposes that the grant was given for."""
    pages.say("2 What have you achieved in this quarter?", pages.head)
    rows: list[list[str | Flowable]] = [["Approved purpose", "Progress in this quarter"]]
    records = []
    for purpose, group in by_workstream(tasks).items():
        for position, task in enumerate(group):
            point = Paragraph(escape(task.text), pages.point, bulletText="•")
            rows.append([purpose if position == 0 else "", point])
            records.append(gold.activity("completed", task.text, purpose))
    starts = [line for line, (first, _) in enumerate(rows) if first]
    pages.table(rows, [130, WIDTH - 130], head=ROSE, bold_columns=(0,), grid=False)
    table = pages.flow[-2]
    assert isinstance(table, Table)
    ends = [*(line - 1 for line in starts[1:]), len(rows) - 1]
    for first, last in zip(starts, ends, strict=True):
        table.setStyle([("BOX", (0, first), (0, last), 0.5, black), ("SPAN", (0, first), (0, last))])
        table.setStyle([("BOX", (1, first), (1, last), 0.5, black)])
    return records


def _planned(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("3 What will you do in the next quarter?", pages.head)
    for task in update.planned:
        pages.bullet(task.text)
    return [gold.activity("planned", task.text) for task in update.planned]


def _ratings(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("4 Is the project going to plan?", pages.head)
    rows: list[list[str | Flowable]] = [["", "Status", "Comments"]]
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        word = f'<font color="{pdf.COLOURS[rated.current]}"><b>{WORDS[rated.current]}</b></font>'
        rows.append([label, Paragraph(word, pages.body), rated.comment])
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    pages.table(rows, [110, 80, WIDTH - 190], head=ROSE, bold_columns=(0,))
    return records


def _costs(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("5 Project costs", pages.head)
    rows = [["Cost heading", "Agreed budget", "Spent to date", "Variance to date"]]
    records = []
    for line in with_total(update):
        left = line.budget - line.actual
        rows.append([line.text, *(f"£{amount:,.2f}" for amount in (line.budget, line.actual, left))])
        records.append(gold.finance(line.text, budget=line.budget, actual=line.actual, variance=left))
    pages.table(rows, [WIDTH - 330, 110, 110, 110], head=ROSE)
    return records


def _risks(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("6 Risks", pages.head)
    rows = [["Risk", "Likelihood", "Impact", "Mitigation", "Who will lead"]]
    records = []
    for risk in update.of_kind("risk"):
        levels = LEVELS[risk.likelihood or 1], LEVELS[risk.impact]
        rows.append([risk.text, *levels, risk.response, risk.owner])
        records.append(
            gold.risk(
                "risk",
                risk.text,
                response=risk.response,
                owner=risk.owner,
                likelihood=levels[0],
                impact=levels[1],
            )
        )
    if not records:
        rows.append(["None", "", "", "", ""])
    pages.table(rows, [160, 65, 55, 145, 85], head=ROSE)
    return records


def _name(updates: tuple[Update, ...]) -> str:
    return f"{month_name(updates[-1:])}-progress"


FAMILY = Family(
    name="lottery_quarter",
    organisation="Orrery House Museum",
    style="quarterly form for a lottery funder",
    tests="numbered questions as headings, workstreams in merged cells beside bullets, period of dates, pence",
    suffix=".pdf",
    apart=False,
    projects=PROJECTS,
    render=render,
    gather=gather,
    file_name=_name,
)
