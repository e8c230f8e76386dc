"""A housing association's digital team: pictures as ratings, done, doing and next side by side, emoji for risks."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import COLOURS, Sheet, bullet, para, row, run, write
from samples.word_shapes import icon

BERRY, SHELL = "7A1F5C", "F7E9F1"
EMOJI = {"Red": "🔴", "Amber": "🟠", "Green": "🟢"}
LABELS = {
    "Project overall": "overall",
    "Timeline": "schedule",
    "Budget": "cost",
    "People and capacity": "resources",
    "Benefits": "benefits",
}
THANKS = "A big thank you to everybody who tested on a Friday afternoon. You know who you are."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Segoe UI", 10, margin_cm=1.7)
    banner = sheet.table([17.6])
    (cell,) = row(banner, [None], fill=BERRY)
    write(cell, "Larkfield Homes | Digital, Data and Technology", size=9, color="FFFFFF")
    write(cell, f"Flash report: {project.name}", bold=True, size=17, color="FFFFFF")
    reported = dates.brief(update.reported)
    write(cell, f"{dates.month_year(update.first_day)} | Report date: {reported}", color="FFFFFF")
    _people(sheet, update)
    _title(sheet, "The short version")
    para(sheet.body, update.summary)
    ratings = _health(sheet, update)
    activities = _board(sheet, update)
    risks = _watching(sheet, update)
    finances = _money(sheet, update)
    _title(sheet, "Decisions needed from Digital Board")
    for text in update.decisions or ("Nothing this time",):
        bullet(sheet.body, text)
    _title(sheet, "Shout-outs")
    para(sheet.body, THANKS)
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    para(sheet.body, text, bold=True, size=13, color=BERRY)


def _people(sheet: Sheet, update: Update) -> None:
    """Labels and values parted by bars in one line, as the team writes them."""
    project = update.project
    line = para(sheet.body)
    pairs = (
        ("Exec sponsor", project.sponsor),
        ("Delivery lead", project.manager),
        ("Project ID", project.reference),
        ("Complete", f"{update.percent}%"),
    )
    for place, (label, value) in enumerate(pairs):
        run(line, "  |  " if place else "")
        run(line, f"{label}: ", bold=True)
        run(line, value)


def _health(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "How are we doing?")
    grid = sheet.table([4.6, 1.8, 2.2, 9.0])
    row(grid, ["", "Now", "Last time", "Why"], bold=True, fill=SHELL)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        icon(cells[1].paragraphs[0], COLOURS[rated.current])
        if rated.previous:
            icon(cells[2].paragraphs[0], COLOURS[rated.previous])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _board(sheet: Sheet, update: Update) -> list[Record]:
    """Three columns; in each one paragraph with a typed sign and a line break for every card."""
    _title(sheet, "The board")
    grid = sheet.table([5.9, 5.9, 5.8])
    row(grid, ["Done this month", "Doing (in progress)", "Next month"], bold=True, fill=BERRY, color="FFFFFF")
    coming = tuple(task for task in update.planned if task.text not in {late.text for late in update.missed})
    cells = row(grid, [None, None, None])
    records: list[Record] = []
    lanes = (("completed", "✔", update.done), ("in-progress", "▸", update.missed), ("planned", "▸", coming))
    for cell, (kind, sign, tasks) in zip(cells, lanes, strict=True):
        write(cell, "\n".join(f"{sign} {task.text}" for task in tasks) or "–")
        records += [gold.activity(kind, task.text) for task in tasks]
    return records


def _watching(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    for title, kind, head in (
        ("Risks we are watching", "risk", "What could happen"),
        ("Issues we are fixing", "issue", "What has happened"),
    ):
        _title(sheet, title)
        found = update.of_kind(kind)
        if not found:
            para(sheet.body, "None right now 🎉")
            continue
        grid = sheet.table([1.4, 6.8, 6.4, 3.0])
        row(grid, ["RAG", head, "What we are doing about it", "Owner"], bold=True, fill=SHELL)
        for risk in found:
            row(grid, [EMOJI[risk.rating], risk.text, risk.response, risk.owner])
            records.append(gold.told_risk(risk, "response", "owner", "rating"))
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Money")
    grid = sheet.table([5.2, 3.1, 3.1, 3.1, 3.1])
    row(grid, ["Line", "Budget", "Spent so far", "Forecast", "Over / (under)"], bold=True, fill=SHELL)
    records = []
    for line in with_total(update):
        last = line.text == "Total"
        amounts = [_pounds(sum_) for sum_ in (line.budget, line.actual, line.forecast, line.variance)]
        row(grid, [line.text, *amounts], bold=last, fill=SHELL if last else None)
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _pounds(amount: int) -> str:
    return f"(£{-amount:,})" if amount < 0 else f"£{amount:,}"


FAMILY = Family(
    name="digital_flash",
    organisation="Larkfield Homes",
    style="flash report of a digital team",
    tests="pictures as ratings now and before, done beside doing beside next, emoji for risks, labels parted by bars",
    suffix=".docx",
    apart=False,
    projects=("contact", "leisure", "warmth"),
    render=render,
)
