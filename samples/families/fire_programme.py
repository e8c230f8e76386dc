"""A fire authority's capital programme: a summary page, then one table for each project with 'status at a glance'."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.story import MONTHS_TOLD, tell
from samples.word import COLOURS, Sheet, bullet, page_number, para, rate, row, run, shade, write

CRIMSON, ROSE = "8E1B1B", "F6E3E1"
COLUMNS = 6
WIDTH = 17.4
LABELS = {"Time": "schedule", "Cost": "cost", "Quality": "quality"}
AHEAD = {
    "control": (4, 9, "Joint Fire Control Relocation"),
    "leisure": (0, 0, "Water Rescue and Fitness Centre Rebuild"),
}
"""By story: months that it is ahead of the first, years to add so that the calendars meet, its name here."""
PURPOSE = (
    "To tell Members how the schemes in the approved capital programme are progressing. Schemes below £250,000 are "
    "reported to officers only."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    sheet = Sheet("Tahoma", 9.5, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "Wyrewold Combined Fire Authority", bold=True, size=9)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Performance and Resources Committee – page ", size=8)
    page_number(foot)
    month = dates.month_year(updates[0].first_day)
    para(sheet.body, f"Capital programme monitoring: {month}", bold=True, size=16, color=CRIMSON)
    sheet.heading("1. Purpose of report", 2)
    para(sheet.body, PURPOSE)
    sheet.heading("2. Programme summary", 2)
    grid = sheet.table([9.4, 4.6, 3.4])
    row(grid, ["Scheme", "Responsible officer", "Overall status"], bold=True, fill=ROSE)
    for update in updates:
        cells = row(grid, [update.project.name, update.project.manager, None])
        rate(cells[2], update.rated["overall"].current, update.rated["overall"].current)
    sheet.heading("3. Scheme reports", 2)
    reports = [_scheme(sheet, place, update) for place, update in enumerate(updates, start=1)]
    return Rendered(sheet.save(), tuple(reports))


def _scheme(sheet: Sheet, place: int, update: Update) -> Record:
    title = sheet.heading(f"3.{place} {update.project.name}", 3)
    title.paragraph_format.page_break_before = place > 1
    grid = sheet.table([WIDTH / COLUMNS] * COLUMNS)
    _facts(grid, update)
    ratings = _glance(grid, update)
    activities: list[Record] = []
    for band, kind, tasks in (
        ("Progress since the last meeting", "completed", update.done),
        ("Work programmed for next month", "planned", update.planned),
    ):
        _band(grid, band)
        (cell,) = _line(grid, (None,), (COLUMNS,))
        for task in tasks:
            bullet(cell, task.text)
            activities.append(gold.activity(kind, task.text))
    milestones = _milestones(grid, update)
    finances = _budget(grid, update)
    risks = _risks(grid, update)
    _band(grid, "Matters for decision by the Committee")
    (cell,) = _line(grid, (None,), (COLUMNS,))
    for text in update.decisions:
        bullet(cell, text)
    if not update.decisions:
        write(cell, "None.")
    return gold.told_report(
        update,
        *("reference", "sponsor", "manager"),
        start_date=dates.iso_month(update.project.start),
        end_date=dates.iso_month(update.project.end),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )


def _line(grid: Any, texts: tuple[str | None, ...], spans: tuple[int, ...], **look: Any) -> list[Any]:
    """A row whose cells are as many columns wide as ``spans`` says."""
    cells, at, merged = grid.add_row().cells, 0, []
    fill = look.pop("fill", None)
    for text, count in zip(texts, spans, strict=True):
        merged.append(cells[at].merge(cells[at + count - 1]) if count > 1 else cells[at])
        at += count
        if text:
            write(merged[-1], text, **look)
        if fill:
            shade(merged[-1], fill)
    return merged


def _band(grid: Any, text: str) -> None:
    (cell,) = _line(grid, (text,), (COLUMNS,), bold=True, color="FFFFFF")
    shade(cell, CRIMSON)


def _facts(grid: Any, update: Update) -> None:
    project = update.project
    for texts in (
        ("Scheme ref.", project.reference, "Month", dates.month_year(update.first_day)),
        ("Lead Member", "Cllr Edwina Marsh", "Project sponsor", project.sponsor),
        ("Project manager", project.manager, "Stage", "Construction"),
        ("Start date", dates.month_year(project.start), "End date", dates.month_year(project.end)),
    ):
        cells = _line(grid, texts, (1, 2, 1, 2))
        for cell in cells[::2]:
            shade(cell, ROSE)


def _glance(grid: Any, update: Update) -> list[Record]:
    """Area and colour side by side three times over, then the overall colour with its comment."""
    _band(grid, "Status at a glance")
    cells = _line(grid, (None,) * COLUMNS, (1,) * COLUMNS)
    records = []
    overall = update.rated["overall"]
    for place, (label, key) in enumerate(LABELS.items()):
        current = update.rated[key].current
        write(cells[2 * place], label, bold=True)
        rate(cells[2 * place + 1], current, current)
        records.append(gold.rating(label, key, current))
    cells = _line(grid, ("Overall", None, overall.comment), (1, 1, 4))
    cells[0].paragraphs[0].runs[0].bold = True
    rate(cells[1], overall.current, overall.current)
    return [*records, gold.rating("Overall", "overall", overall.current, comment=overall.comment)]


def _milestones(grid: Any, update: Update) -> list[Record]:
    _band(grid, "Milestones")
    spans = (3, 1, 1, 1)
    _line(grid, ("Milestone", "Approved date", "Forecast date", "Actual date"), spans, bold=True, fill=ROSE)
    records = []
    for item in update.milestones:
        reached = dates.short(item.actual) if item.actual else None
        expected = None if item.actual else dates.short(item.forecast)
        _line(grid, (item.text, dates.short(item.baseline), expected, reached), spans)
        record = gold.told_milestone(item, "baseline", "actual")
        records.append(record | {"forecast": None if item.actual else item.forecast.isoformat()})
    return records


def _budget(grid: Any, update: Update) -> list[Record]:
    _band(grid, "Finance")
    spans = (2, 1, 1, 1, 1)
    heads = ("Element", "Budget £", "Spend £", "Outturn £", "Variance £")
    _line(grid, heads, spans, bold=True, fill=ROSE)
    records = []
    for line in update.money:
        sums = (line.budget, line.actual, line.forecast, line.variance)
        shown = (f"({-amount:,})" if amount < 0 else f"{amount:,}" for amount in sums)
        _line(grid, (line.text, *shown), spans)
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _risks(grid: Any, update: Update) -> list[Record]:
    _band(grid, "Risks and issues")
    spans = (1, 2, 2, 1)
    _line(grid, ("Type", "Description", "Control measures", "RAG"), spans, bold=True, fill=ROSE)
    records = []
    for risk in update.risks:
        cells = _line(grid, (risk.kind.capitalize(), risk.text, risk.response, None), spans)
        shade(cells[3], COLOURS[risk.rating])
        write(cells[3], risk.rating[0], centred=True)
        records.append(gold.told_risk(risk, "response", "rating"))
    return records


def gather(number: int) -> tuple[Update, ...]:
    """The updates before the committee in its month ``number``: a project that began earlier is further on."""
    if number + max(months for months, _, _ in AHEAD.values()) > MONTHS_TOLD:
        return ()
    told = ((tell(key, number + months, years), name) for key, (months, years, name) in AHEAD.items())
    return tuple(replace(update, project=replace(update.project, name=name)) for update, name in told)


FAMILY = Family(
    name="fire_programme",
    organisation="Wyrewold Combined Fire Authority",
    style="capital programme of a fire authority, one table for each project",
    tests="several reports in one file, registers as parts of one table, area beside colour, overall with a comment",
    suffix=".docx",
    apart=False,
    projects=tuple(AHEAD),
    render=render,
    gather=gather,
    file_name=lambda updates: f"capital-programme-{updates[0].period}",
)
