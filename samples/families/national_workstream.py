"""A national health programme: a status in every section's heading, work told by a status column."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, para, rate, row, run, shade
from samples.word_fields import drop_down

BLUE, PALE = "005EB8", "E8EDEE"
THOUSAND = 1000
INK = {"Red": "C00000", "Amber": "C55A11", "Green": "00703C", "Blue": "005EB8"}
SECTIONS = {
    "Delivery against plan": "schedule",
    "Finance": "cost",
    "Workforce and capacity": "resources",
    "Quality and patient safety": "quality",
    "Benefits realisation": "benefits",
}
KINDS = {"Complete": "completed", "In progress": "in-progress", "Not started": "planned"}
INTERDEPENDENCIES = (
    "The timetable is shared with the data and workforce workstreams through the programme office. "
    "No conflict has been reported this month."
)
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 11, margin_cm=2.2)
    run(sheet.header.paragraphs[0], "Classification: Official – Sensitive", size=9)
    run(sheet.footer.paragraphs[0], "Publication approval reference: not for publication", size=8)
    para(sheet.body, "National Care Improvement Office", bold=True, size=12, color=BLUE)
    para(sheet.body, "Workstream assurance report", bold=True, size=22, color=BLUE)
    _details(sheet, update)
    ratings = [_section(sheet, 1, "Overall delivery confidence", "overall", update)]
    para(sheet.body, update.summary)
    records: dict[str, list[Record]] = {}
    parts = {"schedule": _delivery, "cost": _finance}
    for number, (label, key) in enumerate(SECTIONS.items(), start=2):
        ratings.append(_section(sheet, number, label, key, update))
        para(sheet.body, update.rated[key].comment)
        if key in parts:
            records |= parts[key](sheet, update)
    number += 1
    sheet.heading(f"{number}. Risks and issues for escalation", 2)
    records["risks"] = _risks(sheet, update)
    sheet.heading(f"{number + 1}. Interdependencies", 2)
    para(sheet.body, INTERDEPENDENCIES)
    sheet.heading(f"{number + 2}. Support required from Programme Board", 2)
    for text in update.decisions or ("None at this time.",):
        para(sheet.body, text, style="List Number" if update.decisions else None)
    report = gold.told_report(
        update,
        *PRINTED,
        authorised=True,
        ratings=ratings,
        decisions=gold.decisions(update.decisions),
        **records,
    )
    return Rendered(sheet.save(), (report,))


def _details(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([6.2, 10.4])
    for label, value in (
        ("Project / workstream", project.name),
        ("Project ID", project.reference),
        ("National programme", project.programme),
        ("Senior Responsible Owner (SRO)", project.sponsor),
        ("Project lead", project.manager),
        ("Region(s)", "All"),
        ("Reporting period", f"{_day(update.first_day)} to {dates.long(update.last_day)}"),
        ("Report date", dates.long(update.reported)),
        ("SRO has approved this report", None),
    ):
        cells = row(grid, [label, value])
        shade(cells[0], PALE)
        cells[0].paragraphs[0].runs[0].bold = True
    drop_down(sheet, cells[1].paragraphs[0], ["Yes", "No"], "Yes")


def _day(day: Any) -> str:
    return f"{day.day} {dates.MONTHS[day.month - 1]}"


def _section(sheet: Sheet, number: int, label: str, key: str, update: Update) -> Record:
    """A heading that ends in the section's status; the commentary below may be told as narrative as well."""
    rated = update.rated[key]
    heading = sheet.heading(f"{number}. {label}: ", 2)
    run(heading, rated.current.upper(), color=INK[rated.current])
    if rated.previous:
        run(heading, f" (last month: {rated.previous.upper()})", size=10)
    record = gold.rating(label, key, rated.current, rated.previous)
    del record["comment"]
    return record


def _delivery(sheet: Sheet, update: Update) -> dict[str, list[Record]]:
    late = {task.text for task in update.missed}
    started = tuple(task for task in update.planned if task.text in late)
    waiting = tuple(task for task in update.planned if task.text not in late)
    activities = []
    para(sheet.body, "Activities", bold=True)
    grid = sheet.table([8.0, 3.4, 2.6, 2.6])
    row(grid, ["Activity", "Lead", "Due date", "Status"], bold=True, fill=PALE, size=9.5)
    for (status, kind), tasks in zip(KINDS.items(), (update.done, started, waiting), strict=True):
        for task in tasks:
            row(grid, [task.text, task.owner, dates.dashed(task.due), status], size=9.5)
            activities.append(gold.activity(kind, task.text, owner=task.owner, due=task.due))
    para(sheet.body)
    para(sheet.body, "Milestones", bold=True)
    grid = sheet.table([8.0, 2.8, 2.8, 3.0])
    row(grid, ["Milestone", "Original date", "Forecast date", "BRAG"], bold=True, fill=PALE, size=9.5)
    milestones = []
    for item in update.milestones:
        shown = [dates.dashed(day) for day in (item.baseline, item.forecast)]
        cells = row(grid, [item.text, *shown, None], size=9.5)
        rate(cells[3], item.rating, item.rating, size=9.5)
        milestones.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=item.forecast, rating=item.rating)
        )
    note = "BRAG: Blue – delivered; Red – will not be met; Amber – at risk; Green – on course"
    para(sheet.body, note, italic=True, size=8)
    return {"activities": activities, "milestones": milestones}


def _finance(sheet: Sheet, update: Update) -> dict[str, list[Record]]:
    grid = sheet.table([6.2, 2.6, 2.6, 2.6, 2.6])
    titles = ["£000s", "Budget", "Actual to date", "Forecast", "Variance"]
    row(grid, titles, bold=True, fill=PALE, size=9.5)
    records = []
    for line in update.money:
        budget, actual, forecast = (round(n / THOUSAND) for n in (line.budget, line.actual, line.forecast))
        amounts = (budget, actual, forecast, forecast - budget)
        row(grid, [line.text, *(f"{n:,}" if n >= 0 else f"-{-n:,}" for n in amounts)], size=9.5)
        budget, actual, forecast, variance = (n * THOUSAND for n in amounts)
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)
        )
    return {"finances": records}


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([1.2, 1.4, 4.5, 4.4, 2.4, 0.8, 0.8, 1.5])
    titles = ["No.", "Risk / issue", "Description", "Mitigating action", "Owner", "I", "L", "Score"]
    row(grid, titles, bold=True, fill=PALE, size=9)
    records = []
    for risk in update.risks:
        scored = risk.score is not None
        numbers = [str(risk.impact), str(risk.likelihood)] if scored else ["", ""]
        texts = [risk.reference, risk.kind.capitalize(), risk.text, risk.response, risk.owner, *numbers]
        cells = row(grid, [*texts, None], size=9)
        words = {}
        if scored:
            rate(cells[7], risk.rating, str(risk.score), size=9, bold=True)
            words = {"impact": numbers[0], "likelihood": numbers[1], "score": str(risk.score)}
            words["rating"] = risk.rating
        records.append(gold.told_risk(risk, "response", "reference", "owner", **words))
    para(sheet.body, "Impact (I) and likelihood (L) are scored from 1 to 5.", italic=True, size=8)
    return records


FAMILY = Family(
    name="national_workstream",
    organisation="National Care Improvement Office",
    style="assurance report of a national health programme",
    tests="a status now and before in section headings, done and started told by a status column, approval drop-down",
    suffix=".docx",
    apart=False,
    projects=("prescribing", "homefirst"),
    render=render,
)
