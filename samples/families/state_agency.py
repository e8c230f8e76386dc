"""A US state agency's status report: month-first dates, Yellow, dollars, letter paper."""

from __future__ import annotations

from typing import Any

from reportlab.lib.pagesizes import LETTER

from samples import dates, gold, pdf
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update

NAVY = "#14315C"
LABELS = {
    "Overall Health": "overall",
    "Schedule": "schedule",
    "Scope": "scope",
    "Budget": "cost",
    "Resources": "resources",
}
WORDS = {"Green": "Green", "Amber": "Yellow", "Red": "Red", "Blue": "Blue"}
YELLOW = "#FFF200"
LEVELS = {1: "Low", 2: "Low", 3: "Medium", 4: "High", 5: "High"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    pages = pdf.Pages(paper=LETTER, ink=NAVY)
    pages.say("Project Status Report", pages.title)
    span = f"{dates.american(update.first_day)} - {dates.american(update.last_day)}"
    rows = [
        ["Project Name:", project.name, "Report Date:", dates.american(update.reported)],
        ["Executive Sponsor:", project.sponsor, "Reporting Period:", span],
        ["Project Manager:", project.manager, "Project Number:", project.reference],
        ["Project Start:", dates.american(project.start), "Planned Finish:", dates.american(project.end)],
        ["Program:", project.programme, "Percent Complete:", f"{update.percent}%"],
    ]
    pages.table(rows, [95, 190, 95, 145], head=None, bold_columns=(0, 2))
    ratings = _health(pages, update)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("Accomplishments This Period", update.done, "completed"),
        ("Upcoming Activities", update.planned, "planned"),
    ):
        pages.flow.append(pdf.band(title, 525, pages.head, NAVY))
        pages.gap(3)
        for task in tasks:
            pages.bullet(task.text)
            activities.append(gold.activity(kind, task.text))
    milestones = _milestones(pages, update)
    risks = _risks(pages, update)
    finances = _budget(pages, update)

    def furniture(canvas: Any, page: int) -> None:
        pdf.line_at_top(canvas, "State of Franklin | Department of Motor Services", "", LETTER)
        pdf.line_at_foot(
            canvas, "Project Management Office form 110-B (Rev. 03/2020)", f"Page {page}", LETTER
        )

    report = gold.report(
        project=project.name,
        programme=project.programme,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        start_date=project.start,
        end_date=project.end,
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
    )
    return Rendered(pages.save(furniture), (report,))


def _health(pages: pdf.Pages, update: Update) -> list[Record]:
    rows = [["Indicator", "Status", "Explanation"]]
    fills = {}
    records = []
    for line, (label, key) in enumerate(LABELS.items(), start=1):
        rated = update.rated[key]
        rows.append([label, WORDS[rated.current], rated.comment])
        fills[line, 1] = YELLOW if rated.current == "Amber" else pdf.COLOURS[rated.current]
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    pages.table(rows, [120, 70, 335], fills=fills, head=NAVY, head_ink="#FFFFFF")
    return records


def _milestones(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.flow.append(pdf.band("Milestones", 525, pages.head, NAVY))
    rows = [["Milestone", "Baseline Finish", "Forecast Finish", "Actual Finish"]]
    records = []
    for item in update.milestones:
        forecast = "" if item.actual else dates.american(item.forecast)
        actual = dates.american(item.actual) if item.actual else ""
        rows.append([item.text, dates.american(item.baseline), forecast, actual])
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=None if item.actual else item.forecast,
                actual=item.actual,
            )
        )
    pages.table(rows, [225, 100, 100, 100])
    return records


def _risks(pages: pdf.Pages, update: Update) -> list[Record]:
    records = []
    pages.flow.append(pdf.band("Risks", 525, pages.head, NAVY))
    rows = [["Risk", "Probability", "Impact", "Mitigation Strategy"]]
    for risk in update.of_kind("risk"):
        levels = [LEVELS[risk.likelihood or 1], LEVELS[risk.impact]]
        rows.append([risk.text, *levels, risk.response])
        records.append(
            gold.risk("risk", risk.text, response=risk.response, likelihood=levels[0], impact=levels[1])
        )
    pages.table(rows, [210, 65, 60, 190])
    pages.flow.append(pdf.band("Issues", 525, pages.head, NAVY))
    rows = [["Issue", "Resolution Plan", "Assigned To"]]
    for issue in update.of_kind("issue"):
        rows.append([issue.text, issue.response, issue.owner])
        records.append(gold.risk("issue", issue.text, response=issue.response, owner=issue.owner))
    if len(rows) == 1:
        rows.append(["None", "", ""])
    pages.table(rows, [235, 190, 100])
    return records


def _budget(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.flow.append(pdf.band("Budget", 525, pages.head, NAVY))
    rows = [["Category", "Budget", "Expended to Date", "Estimate at Completion"]]
    records = []
    for line in update.money:
        rows.append([line.text, f"${line.budget:,}", f"${line.actual:,}", f"${line.forecast:,}"])
        records.append(
            gold.finance(
                line.text, budget=line.budget, actual=line.actual, forecast=line.forecast, currency="USD"
            )
        )
    pages.table(rows, [195, 110, 110, 110])
    return records


FAMILY = Family(
    name="state_agency",
    organisation="State of Franklin",
    style="status report of a US state agency",
    tests="month-first dates, Yellow, dollars, bands as headings, form's own revision date, empty issues row",
    suffix=".pdf",
    apart=False,
    projects=("titles",),
    render=render,
)
