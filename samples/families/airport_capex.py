"""A regional airport's capital report: a cover with an overview, then a page for each project with signs as status."""

from __future__ import annotations

from datetime import timedelta

from docx.enum.text import WD_BREAK
from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.story import tell
from samples.word import Sheet, bullet, page_number, para, row, run, shade, write

SKY, MIST = "00608A", "E3EFF5"
SIGNS = {"Green": "● On plan", "Amber": "▲ Watch", "Red": "◆ Off plan", "Blue": "✔ Done"}
INK = {"Green": "1E8E3E", "Amber": "E08A00", "Red": "C5221F", "Blue": "1A5FB4"}
KEY = "● On plan (green)   ▲ Watch (amber)   ◆ Off plan (red)   ✔ Done (blue)"
AREAS = {
    "Overall": ("overall", "overall"),
    "Programme": ("schedule", "schedule"),
    "Capex": ("cost", "cost"),
    "Safety": ("safety", None),
    "Live operations": ("operations", None),
}
COVERING = (
    "Passenger numbers were 3% up on last year. Both projects below are in the Capital Plan that the Board approved in "
    "November; schemes under £250k are reported each quarter."
)
PROJECTS = ("securitylanes", "taxiway")


def gather(number: int) -> tuple[Update, ...]:
    return tuple(tell(key, number) for key in PROJECTS)


def render(updates: tuple[Update, ...]) -> Rendered:
    sheet = Sheet("Arial", 10, margin_cm=1.9)
    run(sheet.footer.paragraphs[0], "Tarrant Moor Airport Ltd – commercial in confidence – page ", size=8)
    page_number(sheet.footer.paragraphs[0])
    _cover(sheet, updates)
    reports = tuple(_project(sheet, update) for update in updates)
    return Rendered(sheet.save(), reports)


def _cover(sheet: Sheet, updates: tuple[Update, ...]) -> None:
    """What stands before the projects: a letter's worth of news and an overview that repeats their status."""
    month = dates.month_year(updates[0].first_day)
    para(sheet.body, "Tarrant Moor Airport", bold=True, size=24, color=SKY)
    para(sheet.body, f"Capital projects: report to the Executive Board, {month}", size=14)
    para(sheet.body, COVERING)
    para(sheet.body, "Projects in this report", bold=True, size=12, color=SKY)
    grid = sheet.table([9.6, 4.0, 3.6])
    row(grid, ["Project", "Capex reference", "Overall"], bold=True, fill=MIST)
    for update in updates:
        row(grid, [update.project.name, update.project.reference, SIGNS[update.rated["overall"].current]])
    para(sheet.body, KEY, size=8)


def _project(sheet: Sheet, update: Update) -> Record:
    project = update.project
    para(sheet.body).add_run().add_break(WD_BREAK.PAGE)
    sheet.heading(f"Project report: {dates.month_year(update.first_day)}", 1)
    grid = sheet.table([3.4, 6.0, 3.4, 4.4])
    for texts in (
        ("Project", project.name, "Capex reference", project.reference),
        ("Programme", project.programme, "Report date", dates.dashed(update.reported)),
        ("Executive sponsor", project.sponsor, "Start date", dates.dashed(project.start)),
        ("Project manager", project.manager, "Completion date", dates.dashed(project.end)),
    ):
        for place, cell in enumerate(row(grid, texts)):
            if place % 2 == 0:
                shade(cell, MIST)
    ratings = _status(sheet, update)
    _title(sheet, "Headlines")
    para(sheet.body, update.summary)
    activities = _work(sheet, update)
    milestones = _dates(sheet, update)
    finances = _capex(sheet, update)
    risks = _risks(sheet, update)
    _title(sheet, "Board approvals sought")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None.")
    return gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=11, color=SKY)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(8), True


def _status(sheet: Sheet, update: Update) -> list[Record]:
    """Areas as columns, months as rows, signs in their colour, and a row of reasons."""
    _title(sheet, "Status")
    before = update.first_day - timedelta(days=1)
    grid = sheet.table([2.2, 3.0, 3.0, 3.0, 3.0, 3.0])
    row(grid, ["", *AREAS], bold=True, fill=MIST)
    rows = [row(grid, [None] * 6) for _ in range(3)]
    for cells, label in zip(
        rows, (dates.month_year(before), dates.month_year(update.first_day), "Why"), strict=True
    ):
        write(cells[0], label, bold=True, size=9)
    records = []
    for column, (label, (key, dimension)) in enumerate(AREAS.items(), start=1):
        rated = update.rated[key]
        if rated.previous:
            write(rows[0][column], SIGNS[rated.previous], color=INK[rated.previous])
        else:
            write(rows[0][column], "–")
        write(rows[1][column], SIGNS[rated.current], color=INK[rated.current], bold=True)
        write(rows[2][column], rated.comment, size=9)
        record = gold.rating(label, dimension or "other", rated.current, rated.previous, rated.comment)
        if dimension is None:
            del record["dimension"]  # readers may differ on where safety and live operations belong
        records.append(record)
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """Three columns side by side; an empty one says so."""
    month, following = (dates.MONTHS[day.month - 1] for day in (update.first_day, update.next_month))
    _title(sheet, "Work")
    grid = sheet.table([6.0, 5.2, 6.0])
    row(grid, [f"Done in {month}", "Slipped", f"Planned for {following}"], bold=True, fill=MIST)
    cells = row(grid, [None, None, None])
    records = []
    parts = (("completed", update.done), ("missed", update.missed), ("planned", update.planned))
    for cell, (kind, tasks) in zip(cells, parts, strict=True):
        for task in tasks:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text))
        if not tasks:
            write(cell, "None")
    return records


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Key dates")
    grid = sheet.table([6.4, 3.4, 3.4, 4.0])
    row(grid, ["Key date", "Board approved", "Latest estimate", "Achieved"], bold=True, fill=MIST)
    records = []
    for item in update.milestones:
        latest = None if item.actual else item.forecast
        days = [dates.dashed(day) if day else "" for day in (item.baseline, latest, item.actual)]
        row(grid, [item.text, *days])
        records.append(gold.milestone(item.text, baseline=item.baseline, forecast=latest, actual=item.actual))
    return records


def _short(amount: int) -> tuple[str, int]:
    """A sum in millions or thousands as the page shows it, and what it then says."""
    if amount >= 1_000_000:
        said = round(amount / 10_000) * 10_000
        return f"£{said / 1_000_000:.2f}m", said
    said = round(amount / 1000) * 1000
    return f"£{said // 1000}k", said


def _capex(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Capex")
    grid = sheet.table([6.4, 3.4, 3.4, 4.0])
    row(grid, ["", "Approved", "Spent to date", "Forecast outturn"], bold=True, fill=MIST)
    records = []
    for line in with_total(update):
        sums = [_short(amount) for amount in (line.budget, line.actual, line.forecast)]
        row(grid, [line.text, *(text for text, _ in sums)])
        budget, actual, forecast = (said for _, said in sums)
        records.append(gold.finance(line.text, budget=budget, actual=actual, forecast=forecast))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Bullets with what is done about each after a dash, risks before issues."""
    records = []
    for title, kind in (("Risks", "risk"), ("Issues", "issue")):
        _title(sheet, title)
        found = update.of_kind(kind)
        for risk in found:
            bullet(sheet.body, f"{risk.text} – {risk.response}")
            records.append(gold.told_risk(risk, "response"))
        if not found:
            para(sheet.body, "None.")
    return records


def _file_name(updates: tuple[Update, ...]) -> str:
    return f"capital-projects-board-{updates[0].period}"


FAMILY = Family(
    name="airport_capex",
    organisation="Tarrant Moor Airport Ltd",
    style="a regional airport's capital projects report to its executive board, a page for each project",
    tests="several reports after an overview, signs under areas, months as rows, sums as £m or £k side by side",
    suffix=".docx",
    apart=False,
    projects=PROJECTS,
    render=render,
    gather=gather,
    file_name=_file_name,
)
