"""A hospital trust's board report: RAG letters in a grid with narrative, milestones, risks and issues in tables."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, para, rate, row, run

HEAD = "005EB8"
DOMAINS = {
    "Overall delivery": "overall",
    "Time": "schedule",
    "Finance": "cost",
    "Clinical quality and safety": "quality",
    "Workforce": "resources",
    "Benefits realisation": "benefits",
    "Stakeholder engagement": "stakeholders",
}
ARROWS = {True: "↔", False: "↕"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet(size=9.5, margin_cm=1.7)
    run(sheet.header.paragraphs[0], "Wexbourne Hospitals NHS Trust", bold=True, color=HEAD, size=14)
    run(sheet.footer.paragraphs[0], "Commercial in confidence. Not for onward circulation.", size=8)
    para(sheet.body, "Programme Board Highlight Report", bold=True, size=16, color=HEAD)
    grid = sheet.table([3.6, 5.2, 3.6, 5.2])
    for texts in (
        ["Project title", project.name, "Programme", project.programme],
        ["SRO", project.sponsor, "Project lead", project.manager],
        [
            "Reporting month",
            dates.month_year(update.first_day),
            "Date prepared",
            dates.dashed(update.reported),
        ],
        ["Project ID", project.reference, "Report number", str(update.number)],
    ):
        cells = row(grid, texts)
        for cell in (cells[0], cells[2]):
            cell.paragraphs[0].runs[0].bold = True
    para(sheet.body, "Executive summary", bold=True, size=12, color=HEAD)
    para(sheet.body, update.summary)
    ratings = _domains(sheet, update)
    para(sheet.body, "Progress since last report", bold=True, size=12, color=HEAD)
    for task in update.done:
        bullet(sheet.body, task.text)
    para(sheet.body, "Planned for next month", bold=True, size=12, color=HEAD)
    for task in update.planned:
        bullet(sheet.body, task.text)
    milestones = _milestones(sheet, update)
    risks = _risks(sheet, update)
    para(sheet.body, "Support needed from the Board", bold=True, size=12, color=HEAD)
    for text in update.decisions or ("None this month",):
        bullet(sheet.body, text)
    report = gold.report(
        project=project.name,
        programme=project.programme,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=ratings,
        activities=[gold.activity("completed", task.text) for task in update.done]
        + [gold.activity("planned", task.text) for task in update.planned],
        risks=risks,
        milestones=milestones,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _header(grid: Any, texts: list[str]) -> None:
    row(grid, texts, bold=True, fill=HEAD, color="FFFFFF")


def _domains(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "RAG by domain", bold=True, size=12, color=HEAD)
    grid = sheet.table([4.6, 1.4, 1.6, 10.0])
    _header(grid, ["Domain", "RAG", "Trend", "Commentary"])
    records = []
    for label, key in DOMAINS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, ARROWS[rated.previous in (None, rated.current)], rated.comment])
        rate(cells[1], rated.current, rated.letter, bold=True)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    legend = "Key: R = outside tolerance and needs the Board, A = at risk with a recovery plan, G = within tolerance"
    para(sheet.body, legend + ", B = complete.", italic=True, size=8)
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "Milestones", bold=True, size=12, color=HEAD)
    grid = sheet.table([1.2, 6.4, 2.5, 2.5, 2.5, 2.5])
    _header(grid, ["No.", "Milestone", "Baseline", "Forecast", "Actual", "Status"])
    records = []
    for number, item in enumerate(update.milestones, start=1):
        forecast = "" if item.actual else dates.dashed(item.forecast)
        actual = dates.dashed(item.actual) if item.actual else "–"
        row(grid, [str(number), item.text, dates.dashed(item.baseline), forecast, actual, item.status])
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=None if item.actual else item.forecast,
                actual=item.actual,
                status=item.status,
            )
        )
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    para(sheet.body, "Top risks", bold=True, size=12, color=HEAD)
    grid = sheet.table([1.4, 5.6, 0.9, 0.9, 1.4, 4.8, 2.6])
    _header(grid, ["ID", "Risk description", "L", "I", "Score", "Mitigation", "Owner"])
    for risk in update.of_kind("risk"):
        numbers = [str(risk.likelihood), str(risk.impact), str(risk.score)]
        row(grid, [risk.reference, risk.text, *numbers, risk.response, risk.owner])
        records.append(
            gold.risk(
                "risk",
                risk.text,
                response=risk.response,
                reference=risk.reference,
                owner=risk.owner,
                likelihood=numbers[0],
                impact=numbers[1],
                score=numbers[2],
            )
        )
    para(sheet.body, "Live issues", bold=True, size=12, color=HEAD)
    issues = update.of_kind("issue")
    if not issues:
        para(sheet.body, "None")
        return records
    grid = sheet.table([1.4, 6.4, 5.4, 2.6, 1.8])
    _header(grid, ["ID", "Issue", "Action being taken", "Owner", "Status"])
    for issue in issues:
        row(grid, [issue.reference, issue.text, issue.response, issue.owner, issue.status])
        records.append(
            gold.risk(
                "issue",
                issue.text,
                response=issue.response,
                reference=issue.reference,
                owner=issue.owner,
                status=issue.status,
            )
        )
    return records


FAMILY = Family(
    name="nhs_grid",
    organisation="Wexbourne Hospitals NHS Trust",
    style="board report of a hospital trust",
    tests="RAG letters with fills, legend, trend arrows, milestone dates, risks apart from issues",
    suffix=".docx",
    apart=False,
    projects=("prescribing", "warmth"),
    render=render,
)
