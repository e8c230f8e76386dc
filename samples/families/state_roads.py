"""A US state transportation department's project report: shaded bands, a status line over its explanation, dollars."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, inserted, para, row, run

SLATE, SAND = "2F3E46", "EFEDE6"
SHOWN = {"Green": "Green", "Amber": "Yellow", "Red": "Red"}
INKS = {"Green": "00B050", "Amber": "FFFF00", "Red": "FF0000"}
AREAS = {
    "Schedule": "schedule",
    "Budget": "cost",
    "Scope": "scope",
    "Right-of-Way": "other",
    "Utilities": "dependencies",
    "Public Involvement": "stakeholders",
}
LEVELS = ("", "Very Low", "Low", "Moderate", "High", "Very High")
CIVIL_RIGHTS = (
    "The DBE goal for this contract is 9.5 percent. Certified payrolls were reviewed with no findings. "
    "No lost-time incident has been recorded this year."
)
AWARDED, BUILDING = 6, 7
"""Months of the story in which the contract is awarded and construction begins to cost anything."""
EDITED_EVERY = 3
"""Months between those in which a reviewer's addition is still tracked."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Times New Roman", 11, margin_cm=2.2)
    section = sheet.body.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(27.94)
    para(sheet.body, "STATE OF WAKONDA", bold=True, centred=True)
    para(sheet.body, "DEPARTMENT OF TRANSPORTATION", bold=True, centred=True)
    para(sheet.body, "MONTHLY PROJECT STATUS REPORT", bold=True, size=15, centred=True)
    run(sheet.footer.paragraphs[0], "Form PD-118 (Rev. 01/2019)", size=8)
    _facts(sheet, update)
    ratings = _status(sheet, update)
    activities = _work(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _budget(sheet, update)
    risks = _risks(sheet, update)
    _band(sheet, "CIVIL RIGHTS AND SAFETY")
    para(sheet.body, CIVIL_RIGHTS)
    _band(sheet, "EXECUTIVE ACTION REQUESTED")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None at this time.")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _band(sheet: Sheet, title: str) -> None:
    """A heading in white on a shaded line across the page."""
    line = para(sheet.body, title, bold=True, color="FFFFFF")
    line.paragraph_format.keep_with_next = True
    line._p.get_or_add_pPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{SLATE}"/>')
    )


def _facts(sheet: Sheet, update: Update) -> None:
    project = update.project
    contractor = "Ironwood Constructors" if update.number >= AWARDED else "Not yet awarded"
    _band(sheet, "PROJECT INFORMATION")
    for pairs in (
        (("Project Name", project.name),),
        (("Program", project.programme),),
        (("Project ID", project.reference), ("Federal Aid No.", "NHPP-0038(214)")),
        (("District", "4"), ("County", "Marquette")),
        (("Executive Sponsor", project.sponsor), ("Project Manager", project.manager)),
        (
            ("Reporting Month", dates.month_year(update.first_day)),
            ("Report Date", dates.american(update.reported)),
        ),
        (
            ("Start Date", dates.american(project.start)),
            ("Planned End Date", dates.american(project.end)),
        ),
        (("Percent Complete", f"{update.percent}%"), ("Contractor", contractor)),
    ):
        line = para(sheet.body)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(9.0))
        line.paragraph_format.space_after = 0
        for place, (label, value) in enumerate(pairs):
            run(line, f"\t{label}: " if place else f"{label}: ", bold=True)
            run(line, value)
    para(sheet.body)


def _lit(line: Any, rating: str) -> None:
    """The status word on the colour that it names."""
    word = run(line, f" {SHOWN[rating].upper()} ", bold=True)
    fill = INKS[rating]
    word._r.get_or_add_rPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    )


def _status(sheet: Sheet, update: Update) -> list[Record]:
    """Each area's word in its colour and the word of last month on one line; the explanation stands below."""
    _band(sheet, "PROJECT STATUS")
    records = []
    for label, key in {"Overall Status": "overall", **AREAS}.items():
        rated = update.rated[key]
        line = para(sheet.body)
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_after = 0
        run(line, f"{label}: ", bold=True)
        _lit(line, rated.current)
        if rated.previous:
            run(line, f"  (last month: {SHOWN[rated.previous]})")
        below = para(sheet.body, rated.comment)
        below.paragraph_format.left_indent = Cm(0.8)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
        if label in ("Right-of-Way", "Utilities"):
            del records[-1]["dimension"]  # an area of work, which several dimensions would fit
    para(sheet.body, "Executive Summary", bold=True, underline=True)
    para(sheet.body, update.summary)
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    _band(sheet, "ACCOMPLISHMENTS THIS MONTH")
    for number, (name, tasks) in enumerate(by_workstream(update.done).items()):
        para(sheet.body, name, bold=True, underline=True)
        for task in tasks:
            item = bullet(sheet.body, task.text)
            text = task.text
            if not number and update.number % EDITED_EVERY == 0:
                inserted(sheet, item, " FHWA has been informed.")
                text += " FHWA has been informed."
            records.append(gold.activity("completed", text, name))
    _band(sheet, "ACTIVITIES NOT COMPLETED AS PLANNED")
    for task in update.missed:
        bullet(sheet.body, task.text)
        records.append(gold.activity("missed", task.text))
    if not update.missed:
        para(sheet.body, "None at this time.")
    _band(sheet, "30-DAY LOOK-AHEAD")
    grid = sheet.table([8.6, 4.8, 3.6])
    row(grid, ["Activity", "Responsible", "Target Date"], bold=True, fill=SAND)
    for task in update.planned:
        row(grid, [task.text, task.owner, dates.american(task.due)])
        records.append(gold.activity("planned", task.text, owner=task.owner, due=task.due))
    para(sheet.body)
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _band(sheet, "MILESTONES")
    grid = sheet.table([5.6, 3.0, 3.0, 3.0, 2.4])
    row(grid, ["Milestone", "Baseline", "Current", "Actual", "Status"], bold=True, fill=SAND)
    records = []
    for item in update.milestones:
        days = (item.baseline, None if item.actual else item.forecast, item.actual)
        status = "Met" if item.actual else "Delayed" if item.slip else "On Schedule"
        row(grid, [item.text, *(dates.american(day) if day else "" for day in days), status])
        baseline, forecast, actual = days
        records.append(
            gold.milestone(item.text, baseline=baseline, forecast=forecast, actual=actual, status=status)
        )
    para(sheet.body)
    return records


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    _band(sheet, "BUDGET BY PHASE")
    grid = sheet.table([4.6, 3.2, 3.2, 3.2, 2.8])
    heads = ["Phase", "Programmed", "Expended to Date", "Estimate at Completion", "Over / (Under)"]
    row(grid, heads, bold=True, fill=SAND)
    money = tuple(
        replace(line, actual=0) if line.text == "Construction" and update.number < BUILDING else line
        for line in update.money
    )
    records = []
    for line in with_total(replace(update, money=money)):
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(f"${n:,}" if n >= 0 else f"(${-n:,})" for n in amounts)])
        told = gold.told_money(line, "budget", "actual", "forecast", "variance")
        records.append({**told, "currency": "USD"})
    para(sheet.body)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _band(sheet, "TOP RISKS")
    grid = sheet.table([4.6, 2.6, 2.2, 4.6, 3.0])
    row(grid, ["Risk", "Probability", "Impact", "Response", "Owner"], bold=True, fill=SAND)
    records = []
    for risk in update.of_kind("risk"):
        words = {"likelihood": LEVELS[risk.likelihood or 0], "impact": LEVELS[risk.impact]}
        row(grid, [risk.text, *words.values(), risk.response, risk.owner])
        records.append(gold.told_risk(risk, "response", "owner", **words))
    para(sheet.body)
    _band(sheet, "ISSUES REQUIRING ATTENTION")
    if not update.of_kind("issue"):
        para(sheet.body, "None at this time.")
        return records
    grid = sheet.table([6.4, 7.4, 3.2])
    row(grid, ["Issue", "Resolution Plan", "Assigned To"], bold=True, fill=SAND)
    for issue in update.of_kind("issue"):
        row(grid, [issue.text, issue.response, issue.owner])
        records.append(gold.told_risk(issue, "response", "owner"))
    para(sheet.body)
    return records


FAMILY = Family(
    name="state_roads",
    organisation="Wakonda Department of Transportation",
    style="monthly status report of a US state's highway project",
    tests="month-first dates, Yellow, status line over its explanation, last month in brackets, phases in dollars",
    suffix=".docx",
    apart=False,
    projects=("interchange",),
    render=render,
)
