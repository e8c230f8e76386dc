"""A county council's project status report to its transformation office: bars, arrows of travel, letters on fills."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Rated, Task, Update, with_total
from samples.word import COLOURS, Sheet, bullet, inserted, page_number, para, rate, row, run, shade, write

TEAL, PALE = "00535E", "E2EFF0"
LABELS = {"Time": "schedule", "Cost": "cost", "Benefits": "benefits", "Resources": "resources"}
KEY = "Direction of travel since last report:  ▲ improving   ◄► no change   ▼ worsening"
LATE = "Brief the new Cabinet Member on the renewal timetable"
"""Added with tracking on by the office before the pack goes out."""
WORST_FIRST = ("Red", "Amber", "Green")
EQUALITY = (
    "Equality Impact Assessment reviewed at each gateway and published with the Cabinet report. "
    "No change to the protected characteristics identified."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "Thornshire County Council\tTransformation PMO\tTemplate v3.2", size=8)
    run(sheet.footer.paragraphs[0], "Official - Page ", size=8)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "PROJECT STATUS REPORT", bold=True, size=18, color=TEAL)
    signed = bool(update.number % 4)
    ratings = [_particulars(sheet, update, signed), *_rag(sheet, update)]
    _bar(sheet, "Summary for the Transformation Board")
    para(sheet.body, update.summary)
    activities = _work(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _money(sheet, update)
    risks = _registers(sheet, update)
    _bar(sheet, "Equality and sustainability")
    para(sheet.body, EQUALITY)
    _bar(sheet, "Decisions / support required from the Transformation Board")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None this period")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        authorised=signed,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _bar(sheet: Sheet, text: str) -> None:
    """A title in a coloured bar, which is a table of one cell."""
    para(sheet.body, size=4).paragraph_format.space_after = 0
    row(sheet.table([17.4]), [text], bold=True, color="FFFFFF", fill=TEAL)


def _travel(rated: Rated) -> str:
    if rated.previous is None or rated.previous == rated.current:
        return "◄►"
    better = WORST_FIRST.index(rated.current) > WORST_FIRST.index(rated.previous)
    return "▲" if better else "▼"


def _particulars(sheet: Sheet, update: Update, signed: bool) -> Record:
    project = update.project
    overall = update.rated["overall"]
    grid = sheet.table([3.5, 6.2, 3.9, 3.8])
    for left, value, right, other in (
        ("Project name", project.name, "Project ID", project.reference),
        ("Programme", project.programme, "Lifecycle stage", "Deliver" if update.number > 2 else "Design"),
        ("Project Executive", project.sponsor, "Reporting month", dates.month_year(update.first_day)),
        ("Project Manager", project.manager, "Date completed", dates.slashed(update.reported)),
        ("Directorate", project.department, "Signed off by Executive?", "Yes" if signed else "Not yet"),
    ):
        cells = row(grid, [left, value, right, other])
        _label(cells[0])
        _label(cells[2])
    cells = row(grid, ["Overall RAG", None, "Direction of travel", _travel(overall)])
    _label(cells[0])
    _label(cells[2])
    rate(cells[1], overall.current, overall.letter, bold=True)
    return gold.rating("Overall RAG", "overall", overall.current)


def _label(cell: Any) -> None:
    cell.paragraphs[0].runs[0].bold = True
    shade(cell, PALE)


def _rag(sheet: Sheet, update: Update) -> list[Record]:
    """An arrow tells which way each area goes, and nothing which letter it had."""
    _bar(sheet, "RAG status by area")
    grid = sheet.table([2.8, 1.6, 2.4, 10.6])
    row(grid, ["Area", "RAG", "Direction of travel", "Explanation and path to green"], bold=True, fill=PALE)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        rate(cells[1], rated.current, rated.letter, bold=True)
        write(cells[2], _travel(rated), centred=True)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    para(sheet.body, KEY, italic=True, size=8)
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """What was done beside what comes next; what has slipped in a bar of its own below."""
    grid = sheet.table([8.7, 8.7])
    row(grid, ["Key achievements this period", "Activity planned for next period"], bold=True, fill=PALE)
    done, ahead = row(grid, [None, None])
    records = _listed(done, "completed", update.done) + _listed(ahead, "planned", update.planned)
    if update.number % 3 == 0:
        inserted(sheet, bullet(ahead, ""), LATE)
        records.append(gold.activity("planned", LATE))
    _bar(sheet, "Planned for this period but not completed")
    if not update.missed:
        para(sheet.body, "None")
    return records + _listed(sheet.body, "missed", update.missed)


def _listed(where: Any, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    for task in tasks:
        bullet(where, task.text)
    return [gold.activity(kind, task.text) for task in tasks]


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _bar(sheet, "Key milestones")
    grid = sheet.table([7.0, 2.8, 2.8, 2.8, 2.0])
    row(grid, ["Milestone", "Original date", "Revised date", "Date achieved", "RAG"], bold=True, fill=PALE)
    records = []
    for item in update.milestones:
        revised = item.forecast if item.slip and not item.actual else None
        days = (item.baseline, revised, item.actual)
        cells = row(grid, [item.text, *(dates.slashed(day) if day else "" for day in days), None])
        rate(cells[-1], item.rating, item.rating[0])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=revised, actual=item.actual, rating=item.rating
            )
        )
    para(sheet.body, "B = complete, G = on track, A = up to three weeks late, R = later", size=8)
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _bar(sheet, "Project spend against Transformation Reserve (£000)")
    grid = sheet.table([5.4, 3.0, 3.0, 3.0, 3.0])
    row(grid, ["", "Allocation", "Spend to date", "Forecast outturn", "Over / (under)"], bold=True, fill=PALE)
    records = []
    for line in with_total(update):
        over = f"({-line.variance / 1000:,.1f})" if line.variance < 0 else f"{line.variance / 1000:,.1f}"
        sums = (line.budget, line.actual, line.forecast)
        row(grid, [line.text, *(f"{amount / 1000:,.1f}" for amount in sums), over])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _registers(sheet: Sheet, update: Update) -> list[Record]:
    _bar(sheet, "Top risks")
    grid = sheet.table([1.2, 5.2, 4.8, 0.8, 0.8, 1.3, 3.3])
    heads = ["ID", "Risk description", "Mitigating actions", "L", "I", "Score", "Risk owner"]
    row(grid, heads, bold=True, fill=PALE, size=9)
    records = []
    for risk in update.of_kind("risk"):
        likelihood, impact, score = (str(n) for n in (risk.likelihood, risk.impact, risk.score))
        texts = [risk.reference, risk.text, risk.response, likelihood, impact, score, risk.owner]
        cells = row(grid, texts, size=9)
        shade(cells[5], COLOURS[risk.rating])
        records.append(
            gold.told_risk(
                risk,
                *("reference", "response", "owner", "rating"),
                likelihood=likelihood,
                impact=impact,
                score=score,
            )
        )
    _bar(sheet, "Live issues")
    issues = update.of_kind("issue")
    if not issues:
        para(sheet.body, "No live issues")
        return records
    grid = sheet.table([1.2, 6.2, 6.7, 3.3])
    row(grid, ["ID", "Issue", "Action being taken", "Action owner"], bold=True, fill=PALE, size=9)
    for issue in issues:
        row(grid, [issue.reference, issue.text, issue.response, issue.owner], size=9)
        records.append(gold.told_risk(issue, "reference", "response", "owner"))
    return records


FAMILY = Family(
    name="county_pmo",
    organisation="Thornshire County Council",
    style="project status report of a county council's transformation office",
    tests="titles in bars, direction of travel without last month, signed off or not yet, over or (under)",
    suffix=".docx",
    apart=False,
    projects=("schooltransport",),
    render=render,
)
