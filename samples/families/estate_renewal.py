"""A regeneration company's board report: tone words over their reasons, dated work by block, homes by tenure."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.story import tell
from samples.word import Sheet, bullet, page_number, para, row, run, shade, span, write

BRICK, LINEN = "8C3B2A", "F7F1EC"
TONES = {
    "Green": ("On plan", "CFE8CF"),
    "Amber": ("Keep watch", "FBE3B0"),
    "Red": ("Act now", "F3B6AE"),
    "Blue": ("Done", "C4DAF2"),
}
AREAS = {
    "The scheme as a whole": "overall",
    "Build programme": "schedule",
    "Scheme cost": "cost",
    "Residents and neighbours": "stakeholders",
    "Build quality": "quality",
    "Sales": "sales",
    "Health and safety": "safety",
}
KEY = "On plan = green. Keep watch = amber. Act now = red. Done = blue."
TENURES = (("Social rent", 82, 22), ("Affordable rent", 18, 0), ("Shared ownership", 48, 0))
MEETINGS = "The residents' panel met on the second Tuesday. Minutes are on the estate website."
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Verdana", 9, margin_cm=1.9)
    run(sheet.header.paragraphs[0], "Bellwether Regeneration LLP", bold=True, color=BRICK)
    run(sheet.footer.paragraphs[0], "Commercial in confidence    ", size=8)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, project.name, bold=True, size=17, color=BRICK)
    para(
        sheet.body, f"Scheme report to the Regeneration Board, {dates.month_year(update.first_day)}", size=12
    )
    _people(sheet, update)
    ratings = _tones(sheet, update)
    sheet.heading("Where we have got to", 2)
    para(sheet.body, update.summary)
    activities = _work(sheet, update)
    milestones = _programme(sheet, update)
    finances = _cost(sheet, update)
    _homes(sheet, update)
    risks = _log(sheet, update)
    sheet.heading("Resident involvement", 2)
    para(sheet.body, MEETINGS)
    sheet.heading("Approvals sought", 2)
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None this month.")
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
    return Rendered(sheet.save(), (report,))


def _head(grid: Any, texts: list[str]) -> None:
    row(grid, texts, bold=True, fill=BRICK, color="FFFFFF", size=8.5)


def _people(sheet: Sheet, update: Update) -> None:
    """Labels in a row of their own, values beneath them, twice over."""
    project = update.project
    grid = sheet.table([4.3, 4.3, 4.3, 4.3])
    parts = (
        (
            ("Programme", project.programme),
            ("Scheme code", project.reference),
            ("Scheme sponsor", project.sponsor),
            ("Project manager", project.manager),
        ),
        (
            ("Report date", dates.dashed(update.reported)),
            ("Local authority", "Saltby Council"),
            ("Contractor", "Hewson Oakes Ltd"),
            ("Form of contract", "JCT Design and Build"),
        ),
    )
    for part in parts:
        row(grid, [label for label, _ in part], fill=LINEN, size=8, color=BRICK)
        row(grid, [value for _, value in part])


def _tones(sheet: Sheet, update: Update) -> list[Record]:
    """Two rows for each area: its name and words on pale fills, then the reason across the table."""
    sheet.heading("How it stands", 2)
    grid = sheet.table([9.2, 4.0, 4.0])
    _head(grid, ["", "This month", "Last month"])
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None], bold=True)
        for cell, rating in ((cells[1], rated.current), (cells[2], rated.previous)):
            word, fill = TONES[rating] if rating else ("first report", "FFFFFF")
            shade(cell, fill)
            write(cell, word, centred=True)
        span(grid, rated.comment, size=8.5)
        dimension = "other" if key in ("sales", "safety") else key
        records.append(gold.rating(label, dimension, rated.current, rated.previous, rated.comment))
    para(sheet.body, KEY, size=8)
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    month, following = dates.month_year(update.first_day), dates.month_year(update.next_month)
    records = []
    for title, kind, head, tasks in (
        (f"Done in {month}", "completed", "When", update.done),
        (f"Promised for {month} and not done", "missed", "Was due", update.missed),
        (f"Coming up in {following}", "planned", "Target", update.planned),
    ):
        sheet.heading(title, 2)
        if not tasks:
            para(sheet.body, "Nothing to report.")
            continue
        grid = sheet.table([3.6, 8.2, 2.4, 3.0])
        _head(grid, ["Where", "What", head, "Lead"])
        records += _places(grid, kind, tasks)
    return records


def _places(grid: Any, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    """The name of a block stands once, in a cell merged down the rows of its work."""
    records = []
    for name, group in by_workstream(tasks).items():
        labels = []
        for task in group:
            cells = row(grid, [None, task.text, dates.dashed(task.due), task.owner], size=8.5)
            labels.append(cells[0])
            records.append(gold.activity(kind, task.text, name, task.owner, task.due))
        cell = labels[0].merge(labels[-1])
        write(cell, name, bold=True, size=8.5)
        shade(cell, LINEN)
    return records


def _programme(sheet: Sheet, update: Update) -> list[Record]:
    """What was forecast a month ago stands beside the forecast of today."""
    sheet.heading("Programme dates", 2)
    before = tell(update.project.key, max(1, update.number - 1)).milestones
    grid = sheet.table([6.6, 2.6, 2.6, 2.6, 2.8])
    _head(grid, ["Date", "Board approved", "Last report", "This report", "Achieved"])
    records = []
    for item, old in zip(update.milestones, before, strict=True):
        last = "" if old.actual or update.number == 1 else dates.dashed(old.forecast)
        now = "" if item.actual else dates.dashed(item.forecast)
        achieved = dates.dashed(item.actual) if item.actual else ""
        row(grid, [item.text, dates.dashed(item.baseline), last, now, achieved], size=8.5)
        forecast = None if item.actual else item.forecast
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    return records


def _cost(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Scheme cost", 2)
    grid = sheet.table([5.6, 2.9, 2.9, 2.9, 2.9])
    _head(grid, ["", "Approved", "Paid to date", "Expected", "Saving (overspend)"])
    records = []
    for line in with_total(update):
        name = "Total scheme cost" if line.text == "Total" else line.text
        saving = -line.variance
        words = f"£{saving:,}" if saving >= 0 else f"(£{-saving:,})"
        row(grid, [name, *(f"£{n:,}" for n in (line.budget, line.actual, line.forecast)), words], size=8.5)
        record = gold.told_money(line, "budget", "actual", "forecast") | {"text": name}
        del record["variance"]  # a saving is printed without a sign: which sign it has is the reader's choice
        records.append(record)
    return records


def _homes(sheet: Sheet, update: Update) -> None:
    """Counts of homes: no record."""
    sheet.heading("Homes", 2)
    grid = sheet.table([5.6, 2.9, 2.9, 2.9, 2.9])
    _head(grid, ["Tenure", "Approved", "Started", "Finished", "Let or reserved"])
    handed_over = update.number >= 10
    for tenure, approved, finished in TENURES:
        built = finished if handed_over else 0
        row(grid, [tenure, str(approved), str(approved // 2), str(built), str(built)], size=8.5)


def _log(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("From the risk log", 2)
    grid = sheet.table([1.3, 1.5, 5.6, 5.0, 1.5, 2.3])
    _head(grid, ["No.", "Type", "Description", "Controls in place", "Score", "Held by"])
    records = []
    for risk in update.risks:
        score = str(risk.score) if risk.score else ""
        words = [risk.reference, risk.kind.title(), risk.text, risk.response, score, risk.owner]
        cells = row(grid, words, size=8.5)
        levels: dict[str, str] = {}
        if score:
            shade(cells[4], TONES[risk.rating][1])
            levels = {"score": score, "rating": risk.rating}
        records.append(gold.told_risk(risk, "reference", "response", "owner", **levels))
    para(sheet.body, "Scores run from 1 to 25. Issues are not scored.", size=8)
    return records


FAMILY = Family(
    name="estate_renewal",
    organisation="Bellwether Regeneration LLP",
    style="a regeneration company's scheme report to its board",
    tests="words of its own over their reasons, work by block in merged cells, forecasts of last month, homes counted",
    suffix=".docx",
    apart=False,
    projects=("w2b_estate",),
    render=render,
)
