"""A US city department's monthly status report of a building project: four health boxes, look-ahead dates, dollars."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Inches, Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import COLOURS, Sheet, bullet, para, row, run, shade, span, write

NAVY, SAND = "1B365D", "F4EFE4"
LABELS = {"Overall": "overall", "Scope": "scope", "Schedule": "schedule", "Budget": "cost"}
WORDS = {"Green": "On Target", "Amber": "Monitor", "Red": "Action Required"}
KEY = "On Target = Green. Monitor = Yellow. Action Required = Red."
YELLOW = "FFF200"
DESCRIPTION = (
    "Renovation of the 1968 branch library and construction of a 9,200 square foot senior center addition, "
    "including accessibility upgrades, new roof and replacement of all building systems."
)
OUTREACH = (
    "The project web page was updated and the bilingual hotline received {calls} calls. "
    "Construction hours remain 7:00 a.m. to 4:30 p.m., Monday through Friday."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 10.5, margin_cm=1.9)
    section = sheet.body.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    para(sheet.body, "CITY OF LARKMONT", bold=True, size=16, color=NAVY, centred=True)
    para(sheet.body, "Department of Public Works | Facilities Capital Projects Division", centred=True)
    para(sheet.body, "MONTHLY PROJECT STATUS REPORT", bold=True, size=14, centred=True)
    _facts(sheet, update)
    ratings = _health(sheet, update)
    activities = _work(sheet, update)
    milestones = _schedule(sheet, update)
    finances = _budget(sheet, update)
    risks = _concerns(sheet, update)
    _title(sheet, "Community Outreach")
    para(sheet.body, OUTREACH.format(calls=11 + update.number * 5 % 9))
    _title(sheet, "Council / Executive Action Requested")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None at this time.")
    run(
        sheet.footer.paragraphs[0],
        "City of Larkmont DPW, 300 Civic Plaza. Form PW-114 (Rev. 09/2021)",
        size=8,
    )
    report = gold.told_report(
        update,
        *("programme", "reference", "manager", "report_date", "start_date", "end_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=12, color=NAVY)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(6), True


def _table(sheet: Sheet, widths: list[float], heads: list[str]) -> Any:
    grid = sheet.table(widths)
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF", size=9.5)
    return grid


def _facts(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.3, 5.8, 4.0, 4.5])
    for texts in (
        ("Project Title", project.name, "Report Month", dates.month_year(update.first_day)),
        ("CIP Project No.", project.reference, "Report Date", dates.american(update.reported)),
        ("Program", project.programme, "Council District", "4"),
        ("Project Manager", project.manager, "Client Department", "Library; Parks and Senior Services"),
        ("Contractor", "Hollis & Baird Builders, Inc.", "Architect", "Studio Quillen"),
        ("Project Start", dates.american(project.start), "Project Completion", dates.american(project.end)),
        ("Percent Complete", f"{update.percent}%", "Days of Weather Delay", str(update.number // 3)),
    ):
        cells = row(grid, list(texts), size=9.5)
        for cell in cells[::2]:
            cell.paragraphs[0].runs[0].bold = True
            shade(cell, SAND)
    cell = span(grid, "Project Description: ", bold=True, size=9.5)
    run(cell.paragraphs[0], DESCRIPTION, size=9.5)


def _health(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Project Health")
    grid = _table(sheet, [4.4] * 4, list(LABELS))
    words, reasons = row(grid, [None] * 4), row(grid, [None] * 4)
    records = []
    for place, (label, key) in enumerate(LABELS.items()):
        rated = update.rated[key]
        shade(words[place], YELLOW if rated.current == "Amber" else COLOURS[rated.current])
        write(words[place], WORDS[rated.current], bold=True, centred=True)
        write(reasons[place], rated.comment, size=9.5)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    para(sheet.body, KEY, italic=True, size=8.5)
    para(sheet.body, update.summary)
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Accomplishments This Month")
    for task in update.done:
        bullet(sheet.body, task.text)
    records = [gold.activity("completed", task.text) for task in update.done]
    if update.missed:
        _title(sheet, "Scheduled This Month but Not Completed")
        for task in update.missed:
            bullet(sheet.body, task.text)
        records += [gold.activity("missed", task.text) for task in update.missed]
    _title(sheet, "Upcoming Activities (30-Day Look Ahead)")
    if not update.planned:
        para(sheet.body, "None scheduled.")
        return records
    grid = _table(sheet, [9.6, 3.4, 4.6], ["Activity", "Target Date", "Lead"])
    for task in update.planned:
        row(grid, [task.text, dates.american(task.due), task.owner], size=9.5)
        records.append(gold.activity("planned", task.text, owner=task.owner, due=task.due))
    return records


def _schedule(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Milestone Schedule")
    grid = _table(
        sheet, [6.6, 2.8, 2.8, 2.8, 2.6], ["Milestone", "Baseline", "Projected", "Actual", "Days +/-"]
    )
    records = []
    for item in update.milestones:
        projected = None if item.actual else item.forecast
        days = (item.baseline, projected, item.actual)
        late = ((item.actual or item.forecast) - item.baseline).days
        row(grid, [item.text, *(dates.american(day) if day else "" for day in days), f"{late:+d}"], size=9.5)
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=projected, actual=item.actual)
        )
    return records


def _dollars(amount: int) -> str:
    return f"(${-amount:,})" if amount < 0 else f"${amount:,}"


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    """What goes over the budget stands in brackets, so the signs are the reverse of the story's."""
    _title(sheet, "Budget Summary")
    heads = ["Category", "Approved Budget", "Expended to Date", "Estimate at Completion", "Under / (Over)"]
    grid = _table(sheet, [5.2, 3.1, 3.1, 3.1, 3.1], heads)
    records = []
    for line in with_total(update):
        left = line.budget - line.forecast
        amounts = (line.budget, line.actual, line.forecast, left)
        cells = row(grid, [line.text, *(_dollars(amount) for amount in amounts)], size=9.5)
        for cell in cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        records.append(
            gold.finance(
                line.text,
                budget=line.budget,
                actual=line.actual,
                forecast=line.forecast,
                variance=left,
                currency="USD",
            )
        )
    approved = max(0, update.number - 3)
    para(sheet.body, f"Change orders executed to date: {approved}. Pending: {update.number % 3}.", size=9.5)
    return records


def _concerns(sheet: Sheet, update: Update) -> list[Record]:
    """Issues and concerns in one list that does not tell them apart."""
    _title(sheet, "Issues and Concerns")
    if not update.risks:
        para(sheet.body, "None.")
        return []
    grid = _table(
        sheet, [0.9, 5.9, 6.4, 2.6, 1.8], ["#", "Issue / Concern", "Action Plan", "Owner", "Status"]
    )
    records = []
    for number, risk in enumerate(update.risks, start=1):
        row(grid, [str(number), risk.text, risk.response, risk.owner, risk.status], size=9.5)
        record = gold.told_risk(risk, "response", "owner", "status")
        del (
            record["kind"],
            record["reference"],
        )  # one list for both, and a bare count may be told as a reference
        records.append(record)
    return records


FAMILY = Family(
    name="city_facilities",
    organisation="City of Larkmont",
    style="monthly status report of a US city department's building project",
    tests="status words with a key over their reasons, month-first dates, a look-ahead with leads, under or (over)",
    suffix=".docx",
    apart=False,
    projects=("branchlibrary",),
    render=render,
)
