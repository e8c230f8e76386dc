"""An ambulance trust's highlight report on one landscape page: areas as columns, work in three cells, BRAG letters."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update
from samples.word import COLOURS, Sheet, bullet, inserted, para, rate, row, run, shade, write

FOREST, MINT = "005A3C", "E3F1EA"
LETTERS = {"Blue": "B", "Red": "R", "Amber": "A", "Green": "G"}
AREAS = {
    "Overall": "overall",
    "Time": "schedule",
    "Money": "cost",
    "People": "resources",
    "Patient safety": "quality",
    "Benefits": "benefits",
}
WIDTH = 27.3
LEGEND = "BRAG: B = delivered, R = off plan, A = off plan but recoverable, G = on plan"
AWAITED = 3
"""Every third month the report goes out before the SRO has seen it."""

EDITED, LATE = 4, "Winter briefing given to the Council of Governors."
"""Every fourth month the SRO adds a line with tracking on."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 8, landscape=True, margin_cm=1.2)
    run(sheet.footer.paragraphs[0], f"{LEGEND}        Return to the PMO by noon on working day 3", size=7)
    _banner(sheet, update)
    ratings = _brag(sheet, update)
    activities, milestones = _middle(sheet, update)
    risks = _concerns(sheet, update)
    finances, decisions = _foot(sheet, update)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "end_date", "percent_complete"),
        authorised=bool(update.number % AWAITED),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=decisions,
    )
    return Rendered(sheet.save(), (report,))


def _gap(sheet: Sheet) -> None:
    gap = para(sheet.body)
    gap.paragraph_format.space_after = 0
    gap.paragraph_format.line_spacing = Cm(0.2)


def _head(cell: Any, text: str) -> None:
    write(cell, text, bold=True, color="FFFFFF")
    shade(cell, FOREST)


def _pair(cell: Any, label: str, value: str) -> None:
    line = write(cell, f"{label}: ", bold=True)
    run(line, value)


def _banner(sheet: Sheet, update: Update) -> None:
    project = update.project
    title = para(sheet.body, "Wychmere Ambulance Service NHS Foundation Trust", bold=True, color=FOREST)
    title.paragraph_format.space_after = 0
    run(title, f"    PMO Highlight Report – {dates.month_year(update.first_day)}", bold=True, size=13)
    grid = sheet.table([WIDTH / 4] * 4)
    first = row(grid, [None] * 4, fill=MINT)
    _pair(first[0].merge(first[1]), "Project", project.name)
    _pair(first[2], "Programme", project.programme)
    _pair(first[3], "PMO ref", project.reference)
    second = row(grid, [None] * 4)
    _pair(second[0], "SRO", project.sponsor)
    _pair(second[1], "Project manager", project.manager)
    _pair(second[2], "Directorate", project.department)
    _pair(second[3], "Report completed", dates.slashed(update.reported))
    third = row(grid, [None] * 4)
    _pair(third[0], "Project end date", dates.slashed(project.end))
    _pair(third[1], "% complete", f"{update.percent}%")
    _pair(third[2], "Seen and agreed by SRO", "Yes" if update.number % AWAITED else "Not yet")
    _pair(third[3], "PMO lead", "Harriet Osei")
    headline = grid.add_row().cells
    _pair(headline[0].merge(headline[3]), "Headline", update.summary)
    _gap(sheet)


def _brag(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([2.7, *[4.1] * 6])
    for cell, text in zip(row(grid, [None] * 7), ("", *AREAS), strict=True):
        _head(cell, text)
    now, before = row(grid, ["This month", *[None] * 6]), row(grid, ["Last month", *[None] * 6])
    why = row(grid, ["If not G, why?", *[None] * 6])
    records = []
    for place, (label, key) in enumerate(AREAS.items(), start=1):
        rated = update.rated[key]
        rate(now[place], rated.current, LETTERS[rated.current], bold=True)
        if rated.previous:
            rate(before[place], rated.previous, LETTERS[rated.previous])
        else:
            write(before[place], "n/a", centred=True)
        comment = None if rated.current == "Green" else rated.comment
        if comment:
            write(why[place], comment)
        records.append(gold.rating(label, key, rated.current, rated.previous, comment))
    _gap(sheet)
    return records


def _middle(sheet: Sheet, update: Update) -> tuple[list[Record], list[Record]]:
    """Delivered, late and next beside each other; the dates are a table within the fourth cell."""
    this, following = (dates.MONTHS[day.month - 1] for day in (update.first_day, update.next_month))
    grid = sheet.table([6.6, 4.9, 6.0, 9.8])
    heads = row(grid, [None] * 4)
    cells = row(grid, [None] * 4)
    records: list[Record] = []
    columns: tuple[tuple[str, str, tuple[Task, ...]], ...] = (
        (f"Delivered in {this}", "completed", update.done),
        (f"Due in {this} but not delivered", "missed", update.missed),
        (f"To deliver in {following}", "planned", update.planned),
    )
    for place, (title, kind, tasks) in enumerate(columns):
        _head(heads[place], title)
        for task in tasks:
            bullet(cells[place], task.text)
            records.append(gold.activity(kind, task.text))
        if kind == "completed" and update.number % EDITED == 0:
            inserted(sheet, bullet(cells[place], ""), LATE)
            records.append(gold.activity(kind, LATE))
        elif not tasks:
            write(cells[place], "None")
    _head(heads[3], "Key dates")
    inner = cells[3].add_table(0, 4)
    inner.style = "Table Grid"
    for column, width in zip(inner.columns, (4.1, 1.9, 1.9, 1.5), strict=True):
        column.width = Cm(width)
    row(inner, ["Key date", "Plan", "Now", "BRAG"], bold=True, fill=MINT)
    milestones = []
    for item in update.milestones:
        line = row(inner, [item.text, dates.short(item.baseline), dates.short(item.forecast), None])
        rate(line[3], item.rating, LETTERS[item.rating])
        milestones.append(gold.told_milestone(item, "baseline", "forecast", "rating"))
    cells[3].add_paragraph().paragraph_format.space_after = 0
    _gap(sheet)
    return records, milestones


def _concerns(sheet: Sheet, update: Update) -> list[Record]:
    """Risks and issues in one list, told apart by a letter; a risk's score bears its colour."""
    grid = sheet.table([1.2, 1.2, 10.2, 9.2, 1.6, 3.9])
    for cell, text in zip(
        row(grid, [None] * 6),
        ("Ref", "R / I", "Top risks (R) and issues (I)", "What we are doing about it", "C x L", "Lead"),
        strict=True,
    ):
        _head(cell, text)
    records = []
    for told in update.risks:
        cells = row(grid, [told.reference, told.kind[0].upper(), told.text, told.response, None, told.owner])
        if told.likelihood is None:
            records.append(gold.told_risk(told, "reference", "response", "owner"))
            continue
        shade(cells[4], COLOURS[told.rating])
        write(cells[4], str(told.score), centred=True)
        records.append(
            gold.told_risk(told, "reference", "response", "owner", "rating", score=str(told.score))
        )
    _gap(sheet)
    return records


def _foot(sheet: Sheet, update: Update) -> tuple[list[Record], list[Record]]:
    grid = sheet.table([2.4, 2.6, 2.6, 2.6, 2.9, 14.2])
    heads = ("£000", "Approved", "Spent to date", "Forecast", "Over / (under)", "Asks of the Change Board")
    for cell, text in zip(row(grid, [None] * 6), heads, strict=True):
        _head(cell, text)
    records, first = [], None
    for line in update.money:
        figures = [f"{amount / 1000:,.1f}" for amount in (line.budget, line.actual, line.forecast)]
        over = f"{abs(line.variance) / 1000:,.1f}"
        cells = row(grid, [line.text, *figures, f"({over})" if line.variance < 0 else over, None])
        first = first.merge(cells[5]) if first else cells[5]
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    for text in update.decisions:
        bullet(first, text)
    if not update.decisions:
        write(first, "No asks this month")
    return records, gold.decisions(update.decisions)


FAMILY = Family(
    name="ambulance_pmo",
    organisation="Wychmere Ambulance Service NHS Foundation Trust",
    style="highlight report of an ambulance trust's project office on one landscape page",
    tests="areas as columns, delivered, late and next beside a table of key dates, R or I in a register, thousands",
    suffix=".docx",
    apart=False,
    projects=("w4_callhandling",),
    render=render,
)
