"""A hospital trust's transformation report on its project office's template: everything stands side by side."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Milestone, Risk, Task, Update
from samples.word import Sheet, bullet, para, rate, row, run, shade, write

TEAL, PALE = "00677F", "DDEFF2"
AREAS = {
    "Overall": "overall",
    "Delivery": "schedule",
    "Quality & safety": "quality",
    "Workforce": "resources",
    "Finance": "cost",
    "Benefits": "benefits",
    "Engagement": "stakeholders",
}
LETTERS = {"Green": "G", "Amber": "A", "Red": "R"}
KEY = "B – complete   G – on plan   A – off plan, recoverable   R – off plan, escalate"
RETURN_BY = "PMO template v4.2. Please keep to one side and return to the PMO by working day 5."
STRUCK = "Ask divisions for a second validation day"
HEADS = {"completed": "What we did", "missed": "What slipped", "planned": "What we will do next"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 8.5, landscape=True, margin_cm=1.3)
    run(sheet.footer.paragraphs[0], RETURN_BY, size=8)
    _banner(sheet, update)
    ratings = _strip(sheet, update)
    activities = _work(sheet, update)
    milestones, risks = _dates_beside_risks(sheet, update)
    finances = _money_beside_asks(sheet, update)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _head(cell: Any, text: str) -> None:
    shade(cell, TEAL)
    write(cell, text, bold=True, color="FFFFFF")


def _gap(sheet: Sheet) -> None:
    """The thin line that parts two tables."""
    para(sheet.body, " ", size=4).paragraph_format.space_after = 0


def _banner(sheet: Sheet, update: Update) -> None:
    """Heads above their values; the trust's name is beside the form's."""
    project = update.project
    para(sheet.body, "Workstream Highlight Report", bold=True, size=16, color=TEAL)
    para(sheet.body, "Hallamdene University Hospitals NHS Trust | Transformation Office", size=9)
    grid = sheet.table([4.6, 4.2, 1.8, 4.2, 4.0, 3.2, 2.6, 2.5])
    heads = (
        "Workstream",
        "Programme",
        "PMO ref",
        "SRO",
        "Workstream lead",
        "Clinical lead",
        "Month",
        "Updated",
    )
    for cell, text in zip(row(grid, [None] * len(heads)), heads, strict=True):
        _head(cell, text)
    month = f"{dates.month_dash(update.first_day)} (M{update.number})"
    values = [project.name, project.programme, project.reference, project.sponsor, project.manager]
    row(grid, [*values, "Mr Tobias Quayle", month, dates.short(update.reported)])
    _gap(sheet)


def _strip(sheet: Sheet, update: Update) -> list[Record]:
    """Areas across, last month above this one, and the lead's summary beside them over all three rows."""
    grid = sheet.table([2.1, *(2.15 for _ in AREAS), 9.95])
    row(grid, ["BRAG", *AREAS, "Workstream lead's summary"], bold=True, fill=PALE, size=8)
    before, now = (row(grid, [text, *(None for _ in AREAS), None]) for text in ("Last month", "This month"))
    records = []
    for place, (label, key) in enumerate(AREAS.items(), start=1):
        rated = update.rated[key]
        if rated.previous:
            rate(before[place], rated.previous, LETTERS[rated.previous])
        else:
            write(before[place], "–", centred=True)
        rate(now[place], rated.current, LETTERS[rated.current], bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous))
    write(before[-1].merge(now[-1]), update.summary)
    para(sheet.body, KEY, size=8).paragraph_format.space_after = 0
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """Three cells side by side, in each of them the strands of work as bold lines over bullets."""
    grid = sheet.table([10.0, 7.0, 10.1])
    for cell, text in zip(row(grid, [None] * 3), HEADS.values(), strict=True):
        _head(cell, text)
    cells = row(grid, [None] * 3)
    records = []
    lists = {"completed": update.done, "missed": update.missed, "planned": update.planned}
    for cell, (kind, tasks) in zip(cells, lists.items(), strict=True):
        records += _strands(cell, kind, tasks)
        if not tasks:
            write(cell, "Nil")
    if update.number % 5 == 2:
        bullet(cells[-1], STRUCK, strike=True)
    _gap(sheet)
    return records


def _strands(cell: Any, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    records = []
    for strand, group in by_workstream(tasks).items():
        write(cell, strand, bold=True)
        for task in group:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text, strand))
    return records


def _dates_beside_risks(sheet: Sheet, update: Update) -> tuple[list[Record], list[Record]]:
    """One table holds two registers: milestones to the left of an empty column, risks and issues to its right."""
    grid = sheet.table([4.6, 1.5, 1.7, 1.8, 0.5, 0.9, 6.9, 5.4, 2.5, 1.3])
    top = row(grid, [None] * 10)
    _head(top[0].merge(top[3]), "Key milestones")
    _head(top[5].merge(top[9]), "Top risks (R) and issues (I)")
    heads = (
        "Milestone",
        "Plan",
        "Forecast",
        "Status",
        None,
        "R/I",
        "Description",
        "Mitigating action",
        "Owner",
    )
    for cell, text in zip(row(grid, [None] * 10), (*heads, "Score"), strict=True):
        if text:
            shade(cell, PALE)
            write(cell, text, bold=True, size=8)
    milestones, risks = [], []
    for item, risk in zip_longest(update.milestones, update.risks):
        cells = row(grid, [None] * 10)
        if item:
            milestones.append(_milestone(cells[:4], item))
        if risk:
            risks.append(_risk(cells[5:], risk))
    _gap(sheet)
    return milestones, risks


def _milestone(cells: Any, item: Milestone) -> Record:
    texts = (item.text, dates.month_dash(item.baseline), dates.month_dash(item.forecast), item.status)
    for cell, text in zip(cells, texts, strict=True):
        write(cell, text, size=8)
    baseline, forecast = (dates.iso_month(day) for day in (item.baseline, item.forecast))
    return gold.milestone(item.text, baseline=baseline, forecast=forecast, status=item.status)


def _risk(cells: Any, risk: Risk) -> Record:
    """The score's cell is filled; an issue has no score and its cell only a colour."""
    for cell, text in zip(cells, (risk.kind[0].upper(), risk.text, risk.response, risk.owner), strict=False):
        write(cell, text, size=8)
    rate(cells[4], risk.rating, str(risk.score) if risk.score else "", size=8)
    words = {"score": str(risk.score)} if risk.score else {}
    return gold.told_risk(risk, "response", "owner", "rating", **words)


def _money_beside_asks(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([13.0, 14.1])
    left, right = row(grid, [None, None])
    _head(left, "Programme spend (£000)")
    _head(right, "Escalations and support needed from Transformation Board")
    left, right = row(grid, [None, None])
    write(left, "FOT = forecast outturn", size=7)
    inner = left.add_table(1, 5)
    inner.style = "Table Grid"
    for cell, text in zip(inner.rows[0].cells, ("", "Plan", "Actual", "FOT", "Var"), strict=True):
        write(cell, text, bold=True, size=8)
    records = []
    for line in update.money:
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        for cell, text in zip(inner.add_row().cells, (line.text, *map(_thousands, amounts)), strict=True):
            write(cell, text, size=8)
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    for text in update.decisions:
        bullet(right, text)
    if not update.decisions:
        write(right, "None this month")
    return records


def _thousands(amount: int) -> str:
    text = f"{abs(amount) / 1000:.1f}"
    return f"({text})" if amount < 0 else text


FAMILY = Family(
    name="workstream_pmo",
    organisation="Hallamdene University Hospitals NHS Trust",
    style="landscape workstream highlight report of a hospital trust's project office",
    tests="two registers side by side in one table, a summary beside the ratings, slippage between past and future",
    suffix=".docx",
    apart=False,
    projects=("outpatients",),
    render=render,
)
