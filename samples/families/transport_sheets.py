"""A regional transport body's programme report: a covering page, then one landscape sheet for each scheme."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from docx.enum.text import WD_BREAK
from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.retelling import retold
from samples.story import tell
from samples.word import Sheet, Where, bullet, deleted, inserted, para, rate, row, run, shade, span, write

NAVY, SKY, SILVER = "14284B", "DCE9F5", "EEF1F4"
YEARS = {"bridge": 8}
"""The bridge's story is moved into the years of the other schemes."""
FIRST_SHEET = {"ticketing": 1, "bridge": 1, "skellow": 2}
"""The report in which a scheme's sheet first appears."""
AREAS = {
    "Overall health": "overall",
    "Programme": "schedule",
    "Cost": "cost",
    "Scope": "scope",
    "Risk": "risk",
    "Benefits": "benefits",
}
SCALE = {
    "Green": ("G", "expected to deliver as approved"),
    "Amber/Green": ("AG", "probable; small matters need attention"),
    "Amber": ("A", "feasible; management action under way"),
    "Amber/Red": ("AR", "in doubt; intervention by the SRO"),
    "Red": ("R", "cannot deliver as approved without a decision"),
}
COMMENTARY = (
    "Operators, highways officers and rail colleagues now meet on the same day each month. Inflation is easing.",
    "Members asked for shorter papers. Each scheme now has one sheet; full registers are on the members' site.",
    "Government has confirmed the settlement. The pipeline will come to the Board with the refreshed strategy.",
)
PRINTED = ("reference", "sponsor", "manager", "report_date", "start_date", "end_date", "percent_complete")


def gather(number: int) -> tuple[Update, ...]:
    """The schemes that have a sheet in the month's report."""
    return tuple(_told(key, number) for key, first in FIRST_SHEET.items() if number >= first)


def _told(key: str, number: int) -> Update:
    update = tell(key, number, YEARS.get(key, 0))
    return retold(update, {}, reference="CL-02") if key == "bridge" else update


def render(updates: tuple[Update, ...]) -> Rendered:
    sheet = Sheet("Arial", 9, landscape=True, margin_cm=1.5)
    run(
        sheet.footer.paragraphs[0],
        "Levels and Fens Transport Partnership | Board papers | Not for press",
        size=7,
    )
    _cover(sheet, updates)
    reports = []
    for number, update in enumerate(updates, start=1):
        para(sheet.body).add_run().add_break(WD_BREAK.PAGE)
        reports.append(_scheme(sheet, update, f"Sheet {number} of {len(updates)}"))
    return Rendered(sheet.save(), tuple(reports))


def _cover(sheet: Sheet, updates: tuple[Update, ...]) -> None:
    month = dates.month_year(updates[0].first_day)
    para(sheet.body, "Levels and Fens Transport Partnership", size=12, color=NAVY)
    para(sheet.body, "Connected Levels programme report", bold=True, size=22, color=NAVY)
    para(sheet.body, f"For the Partnership Board: {month}", size=12)
    sheet.heading("Director's commentary", 2)
    para(sheet.body, COMMENTARY[updates[0].number % len(COMMENTARY)])
    sheet.heading("Schemes in this report", 2)
    grid = sheet.table([3.0, 12.0, 4.0])
    row(grid, ["Ref", "Scheme", "Overall health"], bold=True, fill=SKY)
    for update in updates:
        cells = row(grid, [update.project.reference, update.project.name, None])
        rate(cells[2], update.rated["overall"].confidence, SCALE[update.rated["overall"].confidence][0])
    sheet.heading("How health is judged", 2)
    grid = sheet.table([2.0, 17.0])
    for colour, (letters, meaning) in SCALE.items():
        cells = row(grid, [None, meaning])
        rate(cells[0], colour, letters)


def _scheme(sheet: Sheet, update: Update, count: str) -> Record:
    """A band with the scheme's name, its facts, four quarters, then risks and what the Board is asked."""
    band = sheet.table([17.0, 5.0, 4.6])
    cells = row(band, [None, None, None], fill=NAVY)
    write(cells[0], update.project.name, bold=True, size=15, color="FFFFFF")
    write(cells[1], dates.month_year(update.first_day), size=11, color="FFFFFF")
    write(cells[2], count, size=11, color="FFFFFF")
    _facts(sheet, update)
    grid = sheet.table([13.3, 13.3])
    work, health = row(grid, [None, None])
    when, money = row(grid, [None, None])
    activities = _work(work, update)
    ratings = _health(health, update)
    milestones = _key_dates(sheet, when, update)
    finances = _money(money, update)
    para(sheet.body).paragraph_format.space_after = 0
    risks = _risks(sheet, update)
    para(sheet.body).paragraph_format.space_after = 0
    grid = sheet.table([3.6, 23.0])
    label, asks = row(grid, [None, None])
    write(label, "For the Board", bold=True)
    shade(label, SKY)
    for text in update.decisions:
        bullet(asks, text)
    if not update.decisions:
        write(asks, "To note only")
    report = gold.told_report(
        update,
        *PRINTED,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    del report["programme"]  # it stands on the cover only, for all the sheets
    return report


def _facts(sheet: Sheet, update: Update) -> None:
    project = update.project
    facts = (
        ("Scheme ref", project.reference),
        ("SRO", project.sponsor),
        ("Scheme lead", project.manager),
        ("Promoter", "Partnership"),
        ("Date of sheet", dates.short(update.reported)),
        ("Start", dates.short(project.start)),
        ("Finish", dates.short(project.end)),
        ("Complete", f"{update.percent}%"),
    )
    grid = sheet.table([2.6, 4.2, 4.2, 3.4, 3.4, 3.0, 3.0, 2.8])
    row(grid, [label for label, _ in facts], size=8, color="4A5568", fill=SILVER)
    row(grid, [value for _, value in facts], bold=True)
    line = span(grid, None)
    write(line, update.summary)


def _inner(cell: Where, title: str, widths: tuple[float, ...], heads: list[str]) -> Any:
    """A table within a quarter, below the quarter's title."""
    write(cell, title, bold=True, color=NAVY, size=10)
    grid = cell.add_table(0, len(widths))
    grid.style = "Table Grid"
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    row(grid, heads, bold=True, size=8, fill=SILVER)
    cell.add_paragraph().paragraph_format.space_after = 0
    return grid


def _work(cell: Where, update: Update) -> list[Record]:
    records = []
    now, after = (dates.MONTHS[day.month - 1] for day in (update.first_day, update.next_month))
    for title, kind, tasks in (
        (f"Delivered in {now}", "completed", update.done),
        ("Slipped", "missed", update.missed),
        (f"Look ahead to {after}", "planned", update.planned),
    ):
        write(cell, title, bold=True, color=NAVY, size=10)
        for task in tasks:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text))
        if not tasks:
            write(cell, "None")
    return records


def _health(cell: Where, update: Update) -> list[Record]:
    """Last month's letters beside this month's, under the months' names."""
    last = update.first_day - timedelta(days=1)
    before = tell(update.project.key, update.number - 1).rated if update.number > 1 else None
    heads = ["Area", *(dates.month_dash(day) for day in (last, update.first_day)), "Why"]
    grid = _inner(cell, "Health", (2.8, 1.6, 1.6, 6.6), heads)
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        previous = (
            before[key].confidence if before and update.number > FIRST_SHEET[update.project.key] else None
        )
        cells = row(grid, [label, None, None, rated.comment], size=8.5)
        if previous:
            rate(cells[1], previous, SCALE[previous][0])
        else:
            write(cells[1], "–", centred=True)
        rate(cells[2], rated.confidence, SCALE[rated.confidence][0], bold=True)
        records.append(gold.rating(label, key, rated.confidence, previous, rated.comment))
    return records


def _key_dates(sheet: Sheet, cell: Where, update: Update) -> list[Record]:
    """Three dates, the last with an (A) once it is no forecast; one that has just moved is tracked."""
    key, number = update.project.key, update.number
    before = _told(key, number - 1).milestones if number > FIRST_SHEET[key] else None
    widths = (5.2, 2.2, 2.5, 2.7)
    grid = _inner(cell, "Key dates ((A) = achieved)", widths, ["Gateway", "Baseline", "Last report", "Now"])
    records = []
    for place, item in enumerate(update.milestones):
        last = dates.short(before[place].forecast) if before else "–"
        now = dates.short(item.forecast)
        cells = row(grid, [item.text, dates.short(item.baseline), last, None], size=8.5)
        moved = not item.actual and last not in ("–", now)
        if moved:
            deleted(sheet, cells[3].paragraphs[0], last)
            inserted(sheet, cells[3].paragraphs[0], now)
        else:
            write(cells[3], f"{now} (A)" if item.actual else now, size=8.5)
        records.append(gold.told_milestone(item, "baseline", "actual" if item.actual else "forecast"))
    return records


def _money(cell: Where, update: Update) -> list[Record]:
    heads = ["Element", "Approved", "Spend to date", "Final cost", "Change"]
    grid = _inner(cell, "Cost (£m)", (4.4, 2.0, 2.2, 2.0, 2.0), heads)
    records = []
    for line in with_total(update):
        millions = [sum_ / 1_000_000 for sum_ in (line.budget, line.actual, line.forecast, line.variance)]
        shown = [*(f"{sum_:.3f}" for sum_ in millions[:3]), f"{millions[3]:+.3f}"]
        row(grid, [line.text, *shown], size=8.5)
        budget, actual, forecast, variance = (round(float(text) * 1_000_000) for text in shown)
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)
        )
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """A risk has its score on a colour; an issue has the colour alone."""
    grid = sheet.table([1.8, 1.6, 9.4, 1.6, 8.2, 4.0])
    row(grid, ["Type", "ID", "Top risks and issues", "Score", "Response", "Held by"], bold=True, fill=SKY)
    records = []
    for risk in update.risks:
        cells = row(grid, [risk.kind.title(), risk.reference, risk.text, None, risk.response, risk.owner])
        score = "" if risk.score is None else str(risk.score)
        rate(cells[3], risk.rating, score)
        words = {"score": score} if score else {}
        records.append(gold.told_risk(risk, "reference", "response", "owner", "rating", **words))
    if not update.risks:
        span(grid, "No risks or issues to report.")
    return records


FAMILY = Family(
    name="transport_sheets",
    organisation="Levels and Fens Transport Partnership",
    style="a regional transport body's programme report, a sheet for each scheme",
    tests="several reports, five levels under the months' names, (A) after dates achieved, tables within tables",
    suffix=".docx",
    apart=False,
    projects=("ticketing", "bridge", "skellow"),
    render=render,
    gather=gather,
    file_name=lambda updates: f"connected-levels-{updates[0].period}",
)
