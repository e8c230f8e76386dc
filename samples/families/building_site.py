"""A contractor's monthly report on a building contract: milestones, progress bar, cost report in thousands."""

from __future__ import annotations

from typing import Any

from samples import dates, gold, pdf
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total

INK = "#0B3D2E"
THOUSAND = 1000
LABELS = {"Programme": "schedule", "Cost": "cost", "Quality": "quality"}
WIDTH = 510


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    pages = pdf.Pages(ink=INK)
    pages.say("Monthly Progress Report", pages.title)
    rows = [
        ["Contract", project.name, "Contract no.", project.reference],
        ["Client sponsor", project.sponsor, "Project manager", project.manager],
        ["Commencement", dates.long(project.start), "Contract completion", dates.long(project.end)],
        ["Period ending", dates.long(update.last_day), "Date of report", dates.slashed(update.reported)],
    ]
    pages.table(rows, [95, 175, 110, 130], head=None, bold_columns=(0, 2))
    pages.say("1. Status", pages.head)
    ratings = [gold.rating(label, key, update.rated[key].current) for label, key in LABELS.items()]
    words = [update.rated[key].current for key in LABELS.values()]
    fills = {(1, column): pdf.COLOURS[word] for column, word in enumerate(words)}
    pages.table([list(LABELS), words], [WIDTH / 3] * 3, fills=fills)
    pages.say("Progress against the whole of the works", pages.strong)
    pages.flow.append(pdf.Bar(update.percent))
    pages.say("Blue: complete. Grey: remaining.", pages.small)
    pages.say("2. Works carried out in the period", pages.head)
    activities = []
    for task in update.done:
        pages.bullet(task.text)
        activities.append(gold.activity("completed", task.text))
    activities += _look_ahead(pages, update)
    milestones = _milestones(pages, update)
    finances = _cost(pages, update)
    risks = _risks(pages, update)

    def furniture(canvas: Any, page: int) -> None:
        pdf.line_at_top(
            canvas, "Stannard & Ives Civil Engineering", f"{project.reference} / {update.number:02d}"
        )
        pdf.line_at_foot(canvas, "Issued to the client under clause 32", f"Page {page}")

    report = gold.report(
        project=project.name,
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


def _look_ahead(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("3. Works planned for the next period", pages.head)
    rows = [["Activity", "By whom", "Target week"]]
    records = []
    for task in update.planned:
        rows.append([task.text, task.owner, dates.week_commencing(task.due)])
        record = gold.activity("planned", task.text, owner=task.owner, due=dates.monday(task.due))
        if dates.named_deadline(task.text):
            del record["due"]  # the text names a day, the column its week
        records.append(record)
    pages.table(rows, [285, 100, 125])
    return records


def _milestones(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("4. Key dates", pages.head)
    rows = [["Milestone", "Baseline", "Current forecast", "Achieved", "Slip (days)", "Status"]]
    fills = {}
    records = []
    for line, item in enumerate(update.milestones, start=1):
        forecast = "" if item.actual else dates.dashed(item.forecast)
        actual = dates.dashed(item.actual) if item.actual else ""
        rows.append([item.text, dates.dashed(item.baseline), forecast, actual, str(item.slip), item.status])
        fills[line, 5] = pdf.COLOURS[item.rating]
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=None if item.actual else item.forecast,
                actual=item.actual,
                rating=item.rating,
                status=item.status,
            )
        )
    pages.table(rows, [160, 65, 85, 65, 60, 75], fills=fills)
    return records


def _cost(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("5. Cost report", pages.head)
    rows = [["Element (£k)", "Budget", "Certified to date", "Forecast final cost", "Variance"]]
    records = []
    for line in with_total(update):
        budget, actual, forecast = (round(n / THOUSAND, 1) for n in (line.budget, line.actual, line.forecast))
        variance = round(forecast - budget, 1)
        printed = f"({-variance:,.1f})" if variance < 0 else f"{variance:,.1f}"
        rows.append([line.text, f"{budget:,.1f}", f"{actual:,.1f}", f"{forecast:,.1f}", printed])
        values = [round(amount * THOUSAND) for amount in (budget, actual, forecast, variance)]
        records.append(
            gold.finance(
                line.text, budget=values[0], actual=values[1], forecast=values[2], variance=values[3]
            )
        )
    pages.table(rows, [150, 80, 95, 105, 80])
    return records


def _risks(pages: pdf.Pages, update: Update) -> list[Record]:
    records = []
    pages.say("6. Risks", pages.head)
    rows = [["No.", "Risk", "Mitigation", "Owner", "Status"]]
    for risk in update.of_kind("risk"):
        rows.append([risk.reference, risk.text, risk.response, risk.owner, risk.status])
        records.append(
            gold.risk(
                "risk",
                risk.text,
                response=risk.response,
                reference=risk.reference,
                owner=risk.owner,
                status=risk.status,
            )
        )
    pages.table(rows, [35, 185, 160, 80, 50])
    pages.say("7. Issues", pages.head)
    for issue in update.of_kind("issue"):
        pages.bullet(f"{issue.text} – {issue.response}.")
        records.append(gold.risk("issue", issue.text, response=f"{issue.response}."))
    if not update.of_kind("issue"):
        pages.say("None to report.")
    return records


FAMILY = Family(
    name="building_site",
    organisation="Stannard & Ives Civil Engineering",
    style="contractor's progress report",
    tests="'Programme' as schedule, drawn bar, w/c dates, status words on fills, thousands with brackets, totals",
    suffix=".pdf",
    apart=False,
    projects=("bridge", "leisure"),
    render=render,
)
