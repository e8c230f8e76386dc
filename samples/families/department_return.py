"""A central department's monthly delivery return: numbered fields, five levels of confidence, whole life cost."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Money, Rated, Update, with_total
from samples.story import tell
from samples.word import Sheet, bullet, para, rate, row, run, shade, span, write

PURPLE, LILAC = "3C2A5C", "ECE8F3"
CONFIDENCE = {"SRO DCA": "overall", "PDO DCA": "office"}
AREAS = {
    "Schedule": "schedule",
    "Whole life cost": "cost",
    "Benefits": "benefits",
    "People and skills": "resources",
}
SCALE = (
    "DCA = Delivery Confidence Assessment: Green (highly likely), Amber/Green (probable), Amber (feasible), "
    "Amber/Red (in doubt), Red (unachievable)."
)
GUIDANCE = (
    "Narrative should be suitable for publication under the transparency policy and no longer than 150 words."
)
WIDTHS = [1.3, 5.2, 10.7]


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 10.5, margin_cm=1.9)
    run(sheet.header.paragraphs[0], "OFFICIAL - SENSITIVE", bold=True, size=9)
    run(sheet.footer.paragraphs[0], "Portfolio Delivery Office (PDO) return template 2023-24", size=8)
    para(sheet.body, "Department for Trade and Biosecurity", size=13, color=PURPLE)
    para(sheet.body, "Major projects: monthly delivery return", bold=True, size=19, color=PURPLE)
    approved = update.number % 3 != 2
    _project(sheet, update, approved)
    ratings = _confidence(sheet, update)
    activities = _delivery(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _cost(sheet, update)
    risks = _risks(sheet, update)
    form = _part(sheet, "G. Escalation")
    cell = row(form, ["G1", "Decisions or support sought from the Portfolio Board", None])[2]
    for text in update.decisions:
        bullet(cell, text)
    if not update.decisions:
        write(cell, "Nil")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        authorised=approved,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _part(sheet: Sheet, title: str, widths: list[float] | None = None) -> Any:
    """A table whose first row is the part's title."""
    para(sheet.body).paragraph_format.space_after = 0
    grid = sheet.table(widths or WIDTHS)
    span(grid, title, fill=PURPLE, bold=True, color="FFFFFF")
    return grid


def _project(sheet: Sheet, update: Update, approved: bool) -> None:
    project = update.project
    form = _part(sheet, "A. Project")
    for number, (label, value) in enumerate(
        (
            ("Project name", project.name),
            ("Project ID", project.reference),
            ("Programme", project.programme),
            ("Senior Responsible Owner", project.sponsor),
            ("SRO time commitment", "60%"),
            ("Project Director", project.manager),
            ("Current stage", "Delivery (post Full Business Case)"),
            ("Project start date", dates.dashed(project.start)),
            ("Project end date", dates.dashed(project.end)),
            ("Reporting period", dates.month_year(update.first_day)),
            ("Date of return", dates.dashed(update.reported)),
            ("Approved by SRO", "Yes" if approved else "No"),
        ),
        start=1,
    ):
        cells = row(form, [f"A{number}", label, value])
        shade(cells[1], LILAC)


def _confidence(sheet: Sheet, update: Update) -> list[Record]:
    """Two assessments on five levels, the project's and the office's, then areas on three."""
    widths = [4.3, 2.6, 2.6, 7.7]
    grid = _part(sheet, "B. Delivery confidence", widths)
    row(grid, ["Assessment", "Last month", "This month", "Rationale"], bold=True, fill=LILAC)
    key = update.project.key
    before = tell(key, update.number - 1).rated if update.number > 1 else None
    records = []
    for label, name in CONFIDENCE.items():
        previous = before[name].confidence if before else None
        records.append(_assessed(grid, label, "overall", update.rated[name], previous))
    span(grid, SCALE, italic=True, size=8.5)
    row(grid, ["Area (RAG)", "Last month", "This month", "Rationale"], bold=True, fill=LILAC)
    for label, name in AREAS.items():
        rated = update.rated[name]
        cells = row(grid, [label, None, None, rated.comment])
        if rated.previous:
            rate(cells[1], rated.previous, rated.previous[0])
        else:
            write(cells[1], "–", centred=True)
        rate(cells[2], rated.current, rated.letter)
        records.append(gold.rating(label, name, rated.current, rated.previous, rated.comment))
    return records


def _assessed(grid: Any, label: str, dimension: str, rated: Rated, previous: str | None) -> Record:
    cells = row(grid, [label, None, None, rated.comment])
    if previous:
        rate(cells[1], previous, previous)
    else:
        write(cells[1], "–", centred=True)
    rate(cells[2], rated.confidence, rated.confidence, bold=True)
    return gold.rating(label, dimension, rated.confidence, previous, rated.comment)


def _delivery(sheet: Sheet, update: Update) -> list[Record]:
    form = _part(sheet, "C. Delivery narrative")
    row(form, ["C1", "Headline", update.summary])
    span(form, GUIDANCE, italic=True, size=8.5)
    records: list[Record] = []
    for ref, label, kind, tasks in (
        ("C2", "Achieved this month", "completed", update.done),
        ("C3", "Planned for this month but not achieved", "missed", update.missed),
        ("C4", "Due next month", "planned", update.planned),
    ):
        cell = row(form, [ref, label, None])[2]
        records += _listed(cell, kind, (task.text for task in tasks))
        if not tasks:
            write(cell, "Nil")
    return records


def _listed(cell: Any, kind: str, texts: Iterable[str]) -> list[Record]:
    records = []
    for text in texts:
        bullet(cell, text)
        records.append(gold.activity(kind, text))
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    grid = _part(sheet, "D. Milestones", [1.3, 6.2, 2.5, 2.5, 2.5, 2.2])
    row(
        grid,
        ["Ref", "Milestone", "Baseline", "Forecast", "Actual", "Variance (weeks)"],
        bold=True,
        fill=LILAC,
    )
    records = []
    for number, item in enumerate(update.milestones, start=1):
        days = (item.baseline, item.forecast, item.actual)
        texts = [dates.dashed(day) if day else "" for day in days]
        row(grid, [f"D{number}", item.text, *texts, str(round(item.slip / 7))])
        records.append(gold.told_milestone(item, "baseline", "forecast", "actual"))
    return records


def _millions(amount: int) -> tuple[str, int]:
    """The amount in millions to one decimal, and what that is in pounds."""
    printed = (Decimal(amount) / 1_000_000).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{printed:,}", int(printed * 1_000_000)


def _cost(sheet: Sheet, update: Update) -> list[Record]:
    grid = _part(sheet, "E. Whole life cost (£m)", [5.2, 3.0, 3.0, 3.0, 3.0])
    row(grid, ["", "Baseline WLC", "Actual to date", "Forecast WLC", "Variance"], bold=True, fill=LILAC)
    return [_cost_line(grid, line) for line in with_total(update)]


def _cost_line(grid: Any, line: Money) -> Record:
    amounts = [_millions(n) for n in (line.budget, line.actual, line.forecast, line.variance)]
    row(grid, [line.text, *(text for text, _ in amounts)])
    budget, actual, forecast, variance = (value for _, value in amounts)
    return gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    grid = _part(sheet, "F. Principal risks and issues", [1.2, 1.5, 5.0, 4.9, 2.7, 1.9])
    row(grid, ["Ref", "Type", "Description", "Response", "Owner", "RAG"], bold=True, fill=LILAC)
    records = []
    for risk in update.risks:
        kind = risk.kind.capitalize()
        cells = row(grid, [risk.reference, kind, risk.text, risk.response, risk.owner, None], size=9.5)
        rate(cells[-1], risk.rating, risk.rating[0])
        records.append(gold.told_risk(risk, "reference", "response", "owner", "rating"))
    return records


FAMILY = Family(
    name="department_return",
    organisation="Department for Trade and Biosecurity",
    style="central department's monthly delivery return of a major project",
    tests="lettered parts of numbered fields, two assessments on five levels, a share of time, millions, nil fields",
    suffix=".docx",
    apart=False,
    projects=("inspectionposts",),
    render=render,
)
