"""A university's report: registers of risks and issues with scored cells, budget in thousands."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Risk, Update
from samples.word import COLOURS, Sheet, bullet, para, rate, row, run, shade, write

BAND = "D0CECE"
THOUSAND = 1000
LABELS = {
    "Overall project status": "overall",
    "Timescales": "schedule",
    "Budget": "cost",
    "Scope": "scope",
    "Resourcing": "resources",
}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Cambria", 10.5)
    run(sheet.header.paragraphs[0], "University of Port Selwyn: Portfolio Office", italic=True, size=9)
    sheet.heading("Project Highlight Report", 1)
    grid = sheet.table([3.6, 4.8, 3.6, 4.8])
    for texts in (
        ["Project", project.name, "Project code", project.reference],
        ["Programme", project.programme, "Report date", dates.slashed(update.reported)],
        ["Project sponsor", project.sponsor, "Project manager", project.manager],
        ["Start date", dates.brief(project.start), "End date", dates.brief(project.end)],
        [
            "Period covered",
            f"{_day(update.first_day)} – {dates.long(update.last_day)}",
            "% complete",
            f"{update.percent}%",
        ],
    ):
        cells = row(grid, texts)
        for cell in (cells[0], cells[2]):
            cell.paragraphs[0].runs[0].bold = True
            shade(cell, BAND)
    sheet.heading("Status", 2)
    grid = sheet.table([5.0, 2.6, 2.6, 6.6])
    row(grid, ["Area", "This month", "Last month", "Comment"], bold=True, fill=BAND)
    ratings = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        rate(cells[1], rated.current, rated.current)
        if rated.previous:
            rate(cells[2], rated.previous, rated.previous)
        ratings.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    sheet.heading("Summary", 2)
    para(sheet.body, update.summary)
    activities = []
    for title, tasks, kind in (
        ("Key achievements in this period", update.done, "completed"),
        ("Key activities for the next period", update.planned, "planned"),
    ):
        sheet.heading(title, 2)
        for workstream, group in by_workstream(tasks).items():
            sheet.heading(workstream, 3)
            for task in group:
                bullet(sheet.body, task.text)
                activities.append(gold.activity(kind, task.text, workstream))
    risks = _risks(sheet, update.of_kind("risk")) + _issues(sheet, update.of_kind("issue"))
    finances = _budget(sheet, update)
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
        finances=finances,
    )
    return Rendered(sheet.save(), (report,))


def _day(day: Any) -> str:
    return f"{day.day} {dates.MONTHS[day.month - 1]}"


def _risks(sheet: Sheet, risks: tuple[Risk, ...]) -> list[Record]:
    sheet.heading("Risk register (extract)", 2)
    grid = sheet.table([1.2, 4.0, 2.1, 1.6, 1.4, 3.4, 2.1, 1.5])
    texts = ["Ref", "Description", "Likelihood", "Impact", "Score", "Mitigating action", "Owner", "Status"]
    row(grid, texts, bold=True, fill=BAND, size=8.5)
    records = []
    for risk in risks:
        numbers = (str(risk.likelihood), str(risk.impact), str(risk.score))
        texts = [
            risk.reference,
            risk.text,
            numbers[0],
            numbers[1],
            "",
            risk.response,
            risk.owner,
            risk.status,
        ]
        cells = row(grid, texts, size=8.5)
        write(cells[4], numbers[2], bold=True, centred=True)
        shade(cells[4], COLOURS[risk.rating])
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
                rating=risk.rating,
                status=risk.status,
            )
        )
    para(sheet.body, "Score = likelihood x impact, each from 1 (low) to 5 (high).", italic=True, size=8)
    return records


def _issues(sheet: Sheet, issues: tuple[Risk, ...]) -> list[Record]:
    sheet.heading("Issue register (extract)", 2)
    if not issues:
        para(sheet.body, "There are no open issues.")
        return []
    grid = sheet.table([1.3, 5.6, 2.2, 4.8, 1.9, 1.5])
    row(
        grid,
        ["Ref", "Description", "Severity", "Resolution", "Owner", "Status"],
        bold=True,
        fill=BAND,
        size=8.5,
    )
    records = []
    for issue in issues:
        severity = {"Red": "High", "Amber": "Medium", "Green": "Low"}[issue.rating]
        texts = [issue.reference, issue.text, severity, issue.response, issue.owner, issue.status]
        row(grid, texts, size=8.5)
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
        del records[-1]["impact"]  # severity may be told as the impact or as an unknown column
    return records


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Budget", 2)
    grid = sheet.table([5.4, 2.8, 2.8, 2.8, 2.8])
    row(grid, ["Heading", "Approved", "Spent to date", "Forecast", "Variance"], bold=True, fill=BAND)
    records = []
    for line in update.money:
        values = [
            round(amount / THOUSAND, 1) for amount in (line.budget, line.actual, line.forecast, line.variance)
        ]
        printed = [f"£{amount:,g}k" if amount >= 0 else f"-£{-amount:,g}k" for amount in values]
        row(grid, [line.text, *printed])
        budget, actual, forecast, variance = (round(amount * THOUSAND) for amount in values)
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)
        )
    return records


FAMILY = Family(
    name="register",
    organisation="University of Port Selwyn",
    style="report of a university's portfolio office",
    tests="workstreams as headings, filled score cells, separate registers, thousands as k, percent in words",
    suffix=".docx",
    apart=False,
    projects=("records", "leisure"),
    render=render,
)
