"""A London borough's regeneration programme: a row of letters for the areas, work by workstream, risks on cards."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Risk, Update, with_total
from samples.word import Sheet, bullet, para, rate, row, run, shade, write

NAVY, MIST = "14284B", "DDE3EC"
MILLION = 1_000_000
AREAS = {
    "Overall": "overall",
    "Programme": "schedule",
    "Budget": "cost",
    "Resources": "resources",
    "Community": "stakeholders",
    "Risk": "risk",
}
SEVERITY = ("Blue", "Green", "Amber", "Red")
GATEWAY_MONTH = 5
"""Month of the story from which the scheme is past its third gateway."""
SOCIAL_VALUE = "Local labour and training figures are collected each quarter with the contractor's return."
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Arial", 9, landscape=True, margin_cm=1.5)
    banner = sheet.table([17.0, 9.7])
    cells = row(
        banner, ["Effraside | Regeneration, Homes & Growth", None], bold=True, fill=NAVY, color="FFFFFF"
    )
    write(cells[1], "SCHEME HIGHLIGHT REPORT", bold=True, color="FFFFFF", size=13)
    foot = "London Borough of Effraside – Regeneration PMO – Not for onward circulation"
    run(sheet.footer.paragraphs[0], foot, size=7.5, color="7F7F7F")
    para(sheet.body)
    _form(sheet, update)
    ratings = _areas(sheet, update)
    _title(sheet, "Executive summary")
    para(sheet.body, update.summary)
    activities = _work(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _money(sheet, update)
    _title(sheet, "Top risks and live issues")
    risks = [_card(sheet, risk) for risk in update.risks]
    _title(sheet, "Social value and local employment")
    para(sheet.body, SOCIAL_VALUE)
    _title(sheet, "Decisions required from Regeneration Programme Board")
    for text in update.decisions or ("None this period",):
        para(sheet.body, text, style="List Bullet" if update.decisions else None)
    report = gold.told_report(
        update,
        *PRINTED,
        start_date=dates.iso_month(project.start),
        end_date=dates.iso_month(project.end),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    para(sheet.body, text, bold=True, size=11, color=NAVY).paragraph_format.keep_with_next = True


def _form(sheet: Sheet, update: Update) -> None:
    project = update.project
    gateway = "Gateway 3 passed" if update.number >= GATEWAY_MONTH else "Gateway 2 passed"
    grid = sheet.table([3.0, 6.6, 3.0, 5.6, 3.0, 5.5])
    for texts in (
        ["Scheme", project.name, "Programme", project.programme, "Scheme ref", project.reference],
        ["SRO", project.sponsor, "Project Manager", project.manager, "Lead Member", "Cllr Oyin Fasanya"],
        ["Reporting month", dates.month_year(update.first_day), "Date of report",
         dates.slashed(update.reported), "Wards", "Effra Head, Tulse Rise"],
        ["Project start", dates.month_dash(project.start), "Project end", dates.month_dash(project.end),
         "Gateway", gateway],
    ):  # fmt: skip
        cells = row(grid, texts)
        for cell in cells[::2]:
            shade(cell, MIST)
            cell.paragraphs[0].runs[0].bold = True
    para(sheet.body)


def _areas(sheet: Sheet, update: Update) -> list[Record]:
    """The areas side by side; beneath each its letters now and before, an arrow and the commentary."""
    grid = sheet.table([3.3, *([3.9] * len(AREAS))])
    row(grid, ["RAG status", *AREAS], bold=True, fill=MIST, centred=True)
    rows = [row(grid, [name, *([None] * len(AREAS))]) for name in ("This month", "Last month")]
    arrows, comments = ["Direction of travel"], ["Commentary"]
    records = []
    for column, (label, key) in enumerate(AREAS.items(), start=1):
        rated = update.rated[key]
        rate(rows[0][column], rated.current, rated.current[0], bold=True)
        if rated.previous:
            rate(rows[1][column], rated.previous, rated.previous[0])
        change = SEVERITY.index(rated.current) - SEVERITY.index(rated.previous or rated.current)
        arrows.append("▼" if change > 0 else "▲" if change < 0 else "◄►")
        comments.append(rated.comment)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    row(grid, arrows, centred=True)
    row(grid, comments, size=8)
    para(
        sheet.body, "R – off track, A – off track with a recovery plan, G – on track, B – complete", size=7.5
    )
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Progress by workstream")
    grid = sheet.table([3.6, 9.0, 6.1, 8.0])
    titles = ["Workstream", "Achieved this month", "Slipped", "Planned next month"]
    row(grid, titles, bold=True, fill=NAVY, color="FFFFFF")
    records = []
    for workstream in by_workstream((*update.done, *update.planned)):
        cells: Any = row(grid, [workstream, None, None, None])
        told = {"completed": update.done, "missed": update.missed, "planned": update.planned}
        for cell, (kind, tasks) in zip(cells[1:], told.items(), strict=True):
            found = by_workstream(tasks).get(workstream, [])
            for task in found:
                bullet(cell, task.text)
                records.append(gold.activity(kind, task.text, workstream))
            if not found:
                write(cell, "None")
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Key milestones")
    grid = sheet.table([11.1, 4.2, 4.2, 4.2, 3.0])
    row(grid, ["Milestone", "Baseline", "Current forecast", "Actual", "RAG"], bold=True, fill=MIST)
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        shown = [dates.slashed(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        cells = row(grid, [item.text, *shown, None])
        rate(cells[4], item.rating, item.rating[0], bold=True)
        told = gold.told_milestone(item, "baseline", "forecast", "actual", "rating")
        records.append(told if forecast else told | {"forecast": None})
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Capital budget")
    grid = sheet.table([9.9, 4.2, 4.2, 4.2, 4.2])
    titles = ["£m", "Approved budget", "Spend to date", "Forecast outturn", "Variance"]
    row(grid, titles, bold=True, fill=MIST)
    records = []
    for line in with_total(update):
        millions = [round(n / MILLION, 3) for n in (line.budget, line.actual, line.forecast, line.variance)]
        shown = [f"({-amount:.3f})" if amount < 0 else f"{amount:.3f}" for amount in millions]
        row(grid, [line.text, *shown], bold=line.text == "Total")
        budget, actual, forecast, variance = (round(amount * MILLION) for amount in millions)
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)
        )
    para(
        sheet.body,
        "Brackets show an underspend. Funded from the capital programme and developer contributions.",
    )
    return records


def _card(sheet: Sheet, risk: Risk) -> Record:
    """One small table for each risk or issue, its reference and RAG in a dark strip."""
    grid = sheet.table([3.0, 8.6, 3.0, 4.6, 3.0, 4.5])
    kind = risk.kind.capitalize()
    strip = row(grid, ["Ref", risk.reference, "Type", kind, "RAG", None], bold=True)
    rate(strip[5], risk.rating, risk.rating[0], bold=True)
    for cell in strip[:5]:
        shade(cell, MIST)
    for label, text in (("Description", risk.text), ("Mitigation", risk.response)):
        cells = row(grid, [label, text, *([None] * 4)])
        cells[1].merge(cells[5])
    score = {} if risk.score is None else {"score": str(risk.score)}
    row(grid, ["Owner", risk.owner, "Status", risk.status, "Score", score.get("score", "n/a")])
    para(sheet.body)
    return gold.told_risk(risk, "response", "reference", "owner", "rating", "status", **score)


FAMILY = Family(
    name="regeneration_cards",
    organisation="London Borough of Effraside",
    style="landscape highlight report of a regeneration programme",
    tests="areas as columns with commentary beneath, done, slipped and planned by workstream, a card for each risk",
    suffix=".docx",
    apart=False,
    projects=("leisure", "contact", "bridge"),
    render=render,
)
