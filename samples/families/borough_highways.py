"""A London borough's highways scheme report: bands in one table of dated works, letters on fills, sums in £000."""

from __future__ import annotations

from collections.abc import Sequence

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import Sheet, deleted, para, rate, row, run, shade, span

TEAL, PALE = "00594F", "DCEBE8"
AREAS = {
    "Overall": "overall",
    "Programme (time)": "schedule",
    "Budget": "cost",
    "Engagement and members": "stakeholders",
    "Statutory undertakers": "dependencies",
    "Quality of works": "quality",
}
KEY = "RAG key: R = action by the Board needed, A = managed by the Service, G = as planned, B = complete."
ORDERS = (
    "Permits for the current phase are granted under the London Permit Scheme. "
    "Traffic management drawings have been shared with the bus network team and the emergency services."
)
CASUALTIES = "{} enquiries were logged through Report It, of which {} remained open at month end."
EDITED_EVERY = 4
"""Months between those in which somebody has left a change tracked."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 9, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "London Borough of Brentmarsh\t\tHighways and Public Realm", size=8)
    run(sheet.footer.paragraphs[0], "Capital scheme highlight report v3.2", size=8)
    para(sheet.body, "Capital Scheme Highlight Report", bold=True, size=18, color=TEAL)
    _scheme(sheet, update)
    _section(sheet, "2. Headline")
    para(sheet.body, update.summary)
    ratings = _health(sheet, update)
    activities = _works(sheet, update)
    milestones = _gateways(sheet, update)
    finances = _funding(sheet, update)
    risks = _risks(sheet, update)
    _section(sheet, "8. Permits, orders and enquiries")
    para(sheet.body, ORDERS)
    para(sheet.body, CASUALTIES.format(11 + update.number * 7 % 16, update.number * 3 % 7 + 1))
    _section(sheet, "9. Steer sought from Capital Programme Board")
    for text in update.decisions or ("None this month.",):
        para(sheet.body, text, style="List Number" if update.decisions else None)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _section(sheet: Sheet, title: str) -> None:
    line = para(sheet.body, title, bold=True, size=11, color=TEAL)
    line.paragraph_format.keep_with_next = True


def _scheme(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.2, 5.5, 3.2, 5.5])
    span(grid, "1. Scheme information", bold=True, color="FFFFFF", fill=TEAL)
    cells = row(grid, ["Scheme name", None, None, None])
    cells[1].merge(cells[3]).text = project.name
    shade(cells[0], PALE)
    for left, right in (
        (("Scheme ref", project.reference), ("Capital programme", project.programme)),
        (("Scheme sponsor", project.sponsor), ("Scheme project manager", project.manager)),
        (("Ward(s)", "Quayside; Market"), ("Lead Member", "Cllr Odette Farr")),
        (
            ("Month reported", dates.month_year(update.first_day)),
            ("Date of report", dates.slashed(update.reported)),
        ),
        (("Works complete", f"{update.percent}%"), ("Term contractor", "Rattray Civils Ltd")),
    ):
        cells = row(grid, [*left, *right])
        shade(cells[0], PALE)
        shade(cells[2], PALE)
    para(sheet.body)


def _health(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "3. Scheme health check")
    grid = sheet.table([3.8, 1.4, 1.8, 10.4])
    row(grid, ["Area", "RAG", "Last month", "Narrative / path to green"], bold=True, fill=PALE)
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        before = rated.previous[0] if rated.previous else "n/a"
        cells = row(grid, [label, None, before, rated.comment])
        rate(cells[1], rated.current, rated.letter, bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
        if key == "dependencies":
            del records[-1]["dimension"]  # undertakers may be told as dependencies or as something else
    para(sheet.body, KEY, italic=True, size=8)
    return records


def _works(sheet: Sheet, update: Update) -> list[Record]:
    """One table for what was done, what was not, and what follows; every row has its date."""
    _section(sheet, "4. Works and activities")
    grid = sheet.table([4.6, 10.4, 2.4])
    row(grid, ["Section of works", "Activity", "Date"], bold=True, fill=PALE)
    records = []
    bands: Sequence[tuple[str, str, tuple[Task, ...]]] = (
        ("Completed this month", "completed", update.done),
        ("Programmed this month, not completed", "missed", update.missed),
        (f"Look ahead: {dates.month_year(update.next_month)}", "planned", update.planned),
    )
    for band, kind, tasks in bands:
        span(grid, band, bold=True, color="FFFFFF", fill=TEAL)
        for task in tasks:
            cells = row(grid, [task.workstream, task.text, dates.short(task.due)])
            if kind == "completed" and task is tasks[0] and update.number % EDITED_EVERY == 0:
                deleted(sheet, cells[1].paragraphs[0], " Subject to snagging.")
            records.append(gold.activity(kind, task.text, task.workstream, due=task.due))
        if not tasks:
            span(grid, "None")
    para(sheet.body)
    return records


def _gateways(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "5. Gateways and key dates")
    grid = sheet.table([7.0, 3.0, 3.0, 3.0, 1.4])
    row(grid, ["Gateway / key date", "Contract programme", "Forecast", "Actual", "RAG"], bold=True, fill=PALE)
    records = []
    for item in update.milestones:
        days = (item.baseline, None if item.actual else item.forecast, item.actual)
        cells = row(grid, [item.text, *(dates.short(day) if day else "" for day in days), None])
        rate(cells[4], item.rating, item.rating[0], bold=True)
        baseline, forecast, actual = days
        records.append(
            gold.milestone(item.text, baseline=baseline, forecast=forecast, actual=actual, rating=item.rating)
        )
    para(sheet.body)
    return records


def _funding(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "6. Funding and spend (£000)")
    grid = sheet.table([5.4, 3.0, 3.0, 3.0, 3.0])
    heads = ["Funding source", "Approved budget", "Spend to date", "Forecast outturn", "Variance"]
    row(grid, heads, bold=True, fill=PALE)
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        shown = (f"{n / 1000:,.1f}" if n >= 0 else f"({-n / 1000:,.1f})" for n in amounts)
        row(grid, [line.text, *shown], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    para(sheet.body)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "7. Top risks and issues")
    grid = sheet.table([1.1, 1.2, 4.9, 5.1, 2.2, 0.7, 0.7, 1.5])
    heads = ["Ref", "R / I", "Description", "Mitigation / next step", "Owner", "L", "I", "Score"]
    row(grid, heads, bold=True, fill=PALE)
    records = []
    for risk in update.risks:
        words = (
            {} if risk.likelihood is None else {"likelihood": str(risk.likelihood), "score": str(risk.score)}
        )
        cells = row(
            grid,
            [
                risk.reference,
                risk.kind[0].upper(),
                risk.text,
                risk.response,
                risk.owner,
                words.get("likelihood", ""),
                str(risk.impact),
                None,
            ],
        )
        if words:
            rate(cells[7], risk.rating, words["score"], bold=True)
            words["rating"] = risk.rating
        words["impact"] = str(risk.impact)
        records.append(gold.told_risk(risk, "response", "reference", "owner", **words))
    para(sheet.body)
    return records


FAMILY = Family(
    name="borough_highways",
    organisation="London Borough of Brentmarsh",
    style="capital scheme report of a London borough's highways service",
    tests="bands in one table of dated works, letters now and before, gateways, funding sources in thousands",
    suffix=".docx",
    apart=False,
    projects=("streets",),
    render=render,
)
