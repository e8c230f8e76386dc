"""An integrated care board's four-box highlight page: chips of status, boxes side by side, asks along the bottom."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Risk, Update
from samples.word import Sheet, bullet, inserted, para, rate, row, run, shade, span, write

BLUE, NAVY, PALE = "005EB8", "003087", "E8EDEE"
CHIPS = {
    "Overall": "overall",
    "Delivery": "schedule",
    "Finance": "cost",
    "Benefits": "benefits",
    "Engagement": "stakeholders",
    "Workforce": "resources",
    "Clinical safety": "quality",
}
STRENGTH = {"Red": 0, "Amber": 1, "Green": 2, "Blue": 3}
KEY = (
    "BRAG key:  B complete   R off plan, no agreed recovery   A off plan, recovery agreed   G on plan      "
    "▲ improving   ▼ worsening   ► no change"
)
EDIT_EVERY = 4
"""Every fourth month somebody adds a line after the report was first circulated."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Arial", 8.5, landscape=True, margin_cm=1.1)
    sheet.body.styles["Normal"].paragraph_format.space_after = 0
    band = sheet.table([21.5, 6.0])
    left, right = row(band, [None, None], fill=BLUE)
    write(left, project.name, bold=True, size=17, color="FFFFFF")
    write(left, f"{project.programme}  |  Highlight report", size=9, color="FFFFFF")
    write(right, "NHS Derrow and Vale\nIntegrated Care Board", bold=True, size=10, color="FFFFFF")
    facts = sheet.table([2.3, 4.6, 2.3, 4.6, 2.5, 4.3, 2.9, 4.0])
    cells = row(
        facts,
        [
            *("SRO", project.sponsor, "Delivery lead", project.manager),
            *("Reporting month", dates.month_dash(update.first_day)),
            *("Date prepared", dates.slashed(update.reported)),
        ],
    )
    for label in cells[::2]:
        shade(label, PALE)
        label.paragraphs[0].runs[0].bold = True
    _gap(sheet)
    ratings = _chips(sheet, update)
    _gap(sheet)
    boxes = sheet.table([13.75, 13.75])
    row(boxes, ["Delivered this month", "Coming up next month"], bold=True, fill=NAVY, color="FFFFFF")
    left, right = row(boxes, [None, None])
    activities = _delivered(sheet, left, update)
    for task in update.planned:
        bullet(right, task.text)
        activities.append(gold.activity("planned", task.text))
    row(boxes, ["Top risks and issues", "Key deliverables and money"], bold=True, fill=NAVY, color="FFFFFF")
    left, right = row(boxes, [None, None])
    risks = [_risk(left, told) for told in update.risks if told.status != "Closed"]
    milestones = _deliverables(right, update)
    finances = _money(right, update)
    _asks(boxes, update)
    run(sheet.footer.paragraphs[0], KEY, size=7)
    report = gold.told_report(
        update,
        *("sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    del report["programme"]  # the strategy under the title has no label
    return Rendered(sheet.save(), (report,))


def _gap(sheet: Sheet) -> None:
    para(sheet.body, " ", size=3)


def _chips(sheet: Sheet, update: Update) -> list[Record]:
    """One cell for each area: its name, then the letter and an arrow, on the colour."""
    grid = sheet.table([27.5 / len(CHIPS)] * len(CHIPS))
    cells = row(grid, [None] * len(CHIPS))
    records = []
    for cell, (label, key) in zip(cells, CHIPS.items(), strict=True):
        rated = update.rated[key]
        before = STRENGTH[rated.previous or rated.current]
        arrow = "▲▼►"[0 if STRENGTH[rated.current] > before else 1 if STRENGTH[rated.current] < before else 2]
        write(cell, label, bold=True, centred=True)
        rate(cell, rated.current, f"{rated.current[0]} {arrow}", bold=True, size=12)
        records.append(gold.rating(label, key, rated.current))
        if key == "quality":
            del records[-1]["dimension"]  # safety may be told as quality or as something of its own
    return records


def _delivered(sheet: Sheet, cell: Any, update: Update) -> list[Record]:
    write(cell, update.summary, italic=True)
    records = []
    for place, task in enumerate(update.done):
        if place == len(update.done) - 1 and update.number % EDIT_EVERY == 0:
            inserted(sheet, bullet(cell, ""), task.text)
        else:
            bullet(cell, task.text)
        records.append(gold.activity("completed", task.text))
    if update.missed:
        write(cell, "Slipped from this month:", bold=True, color="DA291C")
        for task in update.missed:
            bullet(cell, task.text)
            records.append(gold.activity("missed", task.text))
            del records[-1]["workstream"]  # the words over these bullets tell their state, not their strand
    return records


def _risk(cell: Any, told: Risk) -> Record:
    """A bullet of three lines: kind and score in bold, the mitigation and the owner behind their labels."""
    item = bullet(cell, "")
    score = "" if told.score is None else f" ({told.score})"
    run(item, f"{told.kind.capitalize()}{score}: ", bold=True)
    run(item, f"{told.text}.\n")
    run(item, "Mitigation: ", italic=True)
    run(item, f"{told.response[0].upper()}{told.response[1:]}.\n")
    run(item, "Owner: ", italic=True)
    run(item, told.owner)
    words = {"score": str(told.score)} if told.score is not None else {}
    return gold.risk(
        told.kind,
        f"{told.text}.",
        response=f"{told.response[0].upper()}{told.response[1:]}.",
        owner=told.owner,
        **words,
    )


def _inner(cell: Any, widths_cm: list[float], heads: list[str]) -> Any:
    grid = cell.add_table(0, len(widths_cm))
    grid.style = "Table Grid"
    for column, width in zip(grid.columns, widths_cm, strict=True):
        column.width = Cm(width)
    row(grid, heads, bold=True, fill=PALE)
    return grid


def _deliverables(cell: Any, update: Update) -> list[Record]:
    grid = _inner(cell, [5.6, 2.8, 2.8, 1.6], ["Deliverable", "Plan", "Forecast", "BRAG"])
    records = []
    for item in update.milestones:
        cells = row(grid, [item.text, dates.dashed(item.baseline), dates.dashed(item.forecast), None])
        rate(cells[3], item.rating, item.rating[0], bold=True)
        records.append(gold.told_milestone(item, "baseline", "forecast", "rating"))
    cell.add_paragraph()
    return records


def _money(cell: Any, update: Update) -> list[Record]:
    grid = _inner(cell, [4.0, 2.2, 2.2, 2.2, 2.2], ["£k", "Allocation", "Spend to date", "FOT", "Var"])
    records = []
    for line in update.money:
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        row(
            grid,
            [
                line.text,
                *(
                    f"{amount / 1000:+.1f}" if place == 3 else f"{amount / 1000:.1f}"
                    for place, amount in enumerate(amounts)
                ),
            ],
        )
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    cell.add_paragraph()
    return records


def _asks(boxes: Any, update: Update) -> None:
    span(boxes, "Asks of the Digital, Data and Technology Board", bold=True, fill="FFB81C")
    cell = span(boxes, None)
    for text in update.decisions:
        bullet(cell, text)
    if not update.decisions:
        write(cell, "None this month")


FAMILY = Family(
    name="icb_fourbox",
    organisation="NHS Derrow and Vale Integrated Care Board",
    style="landscape page of four boxes of an integrated care board's digital programme",
    tests="name over letter and arrow in one fill, bullets of labelled lines, tables within a box, a late insertion",
    suffix=".docx",
    apart=False,
    projects=("w3a_carerecord",),
    render=render,
)
