"""An electricity network's project on a page: tiles of its own words, milestones and costs across the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Milestone, Money, Risk, Task, Update, with_total
from samples.story import tell
from samples.word import Sheet, bullet, inserted, para, rate, row, run, shade, write
from samples.word_shapes import progress_bar

INK, FOG = "2B2B60", "ECECF4"
TILES = {
    "Overall": "overall",
    "Programme": "schedule",
    "Cost": "cost",
    "Quality": "quality",
    "Resource": "resources",
    "Stakeholders": "stakeholders",
}
WORDS = {"Green": "On plan", "Amber": "Watch", "Red": "Act now"}
KEY = "On plan (green): no action needed. Watch (amber): managed by the project. Act now (red): committee help needed."
CHANCES = ("5%", "15%", "35%", "60%", "85%")
SUMS = ("£10k", "£25k", "£80k", "£250k", "£600k")
SMALL = 7.5


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 8, landscape=True, margin_cm=1.1)
    foot = "Fellside Power Networks plc. Uncontrolled when printed."
    run(sheet.footer.paragraphs[0], foot, size=7)
    grid = sheet.table([18.0, 9.5], "Normal Table")
    cells = row(grid, [None, None], fill=INK)
    write(cells[0], update.project.name, bold=True, size=18, color="FFFFFF")
    write(cells[1], f"Project on a page: {dates.month_year(update.first_day)}", size=12, color="FFFFFF")
    _gap(sheet)
    ratings = _tiles(sheet, update)
    activities = _middle(sheet, update)
    milestones = _timeline(sheet, update)
    finances = _costs(sheet, update)
    risks = _risks(sheet, update)
    para(sheet.body, KEY, size=7)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _gap(sheet: Sheet) -> None:
    para(sheet.body, " ", size=3).paragraph_format.space_after = 0


def _tiles(sheet: Sheet, update: Update) -> list[Record]:
    """A column for each area: its name, its word on a colour, last month's word, and a line of explanation."""
    grid = sheet.table([27.5 / len(TILES)] * len(TILES))
    names, words, before, reasons = (row(grid, [None] * len(TILES)) for _ in range(4))
    records = []
    for place, (label, key) in enumerate(TILES.items()):
        rated = update.rated[key]
        write(names[place], label, bold=True, centred=True)
        rate(words[place], rated.current, WORDS[rated.current], bold=True, size=11)
        last = f"Last month: {WORDS[rated.previous]}" if rated.previous else "First report"
        write(before[place], last, centred=True, size=7)
        write(reasons[place], rated.comment, centred=True, size=SMALL)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    _gap(sheet)
    return records


def _middle(sheet: Sheet, update: Update) -> list[Record]:
    """Three cells: facts and a bar of progress, the work of two months, the story and what is asked for."""
    grid = sheet.table([7.5, 11.0, 9.0])
    facts, work, story = row(grid, [None, None, None])
    _facts(sheet, facts, update)
    records = _work(sheet, work, update)
    _title(story, "Where we are")
    write(story, update.summary)
    _title(story, "Safety and environment")
    days = 88 + 30 * update.number
    write(
        story, f"{days} days without a lost time injury. Two close calls reported, both closed out on site."
    )
    _title(story, "Asks of the Capital Committee")
    for text in update.decisions:
        bullet(story, text)
    if not update.decisions:
        write(story, "No asks this month")
    _gap(sheet)
    return records


def _title(cell: Any, text: str) -> None:
    write(cell, text, bold=True, size=9, color=INK)


def _facts(sheet: Sheet, cell: Any, update: Update) -> None:
    project = update.project
    shade(cell, FOG)
    for label, value in (
        ("Project number", project.reference),
        ("Investment programme", project.programme),
        ("Executive sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Output", "9 MVA of firm capacity, 11 kV"),
        ("Started", dates.brief(project.start)),
        ("Planned finish", dates.brief(project.end)),
        ("Issued", dates.brief(update.reported)),
    ):
        line = write(cell, f"{label}: ", bold=True)
        run(line, value)
    line = write(cell, "Physical completion: ", bold=True)
    run(line, f"{update.percent}%")
    progress_bar(sheet, cell.add_paragraph(), update.percent, 190, INK)


def _work(sheet: Sheet, cell: Any, update: Update) -> list[Record]:
    """Bullets under bold lines; the last plan was typed with tracking on in every third month."""
    records = []
    this, following = (dates.MONTHS[day.month - 1] for day in (update.first_day, update.next_month))
    for title, kind, tasks in (
        (f"Done in {this}", "completed", update.done),
        (f"Not done in {this}", "missed", update.missed),
        (f"Coming up in {following}", "planned", update.planned),
    ):
        if tasks:
            _title(cell, title)
        for task in tasks:
            late = kind == "planned" and task is tasks[-1] and update.number % 3 == 0
            _item(sheet, cell, task, late)
            records.append(gold.activity(kind, task.text))
    return records


def _item(sheet: Sheet, cell: Any, task: Task, late: bool) -> None:
    if late:
        inserted(sheet, para(cell, style="List Bullet"), task.text)
    else:
        bullet(cell, task.text)


def _timeline(sheet: Sheet, update: Update) -> list[Record]:
    """Milestones are columns; when they were sanctioned, are expected and were reached are rows."""
    told = update.milestones
    grid = sheet.table([3.5, *(24.0 / len(told) for _ in told)])
    row(grid, ["Milestone", *(item.text for item in told)], bold=True, fill=FOG, size=SMALL)
    lines: tuple[tuple[str, Callable[[Milestone], date | None]], ...] = (
        ("At sanction", lambda item: item.baseline),
        ("Current view", lambda item: None if item.actual else item.forecast),
        ("Achieved", lambda item: item.actual),
    )
    for label, day in lines:
        row(grid, [label, *(_day(day(item)) for item in told)], size=SMALL)
    _gap(sheet)
    return [
        gold.milestone(
            item.text,
            baseline=item.baseline,
            forecast=None if item.actual else item.forecast,
            actual=item.actual,
        )
        for item in told
    ]


def _day(day: date | None) -> str:
    return f"{day.day} {dates.MONTHS[day.month - 1][:3]} {day.year % 100:02d}" if day else "–"


def _costs(sheet: Sheet, update: Update) -> list[Record]:
    """Lines of cost are columns; sanction, spend and forecast are rows."""
    told = with_total(update)
    grid = sheet.table([3.5, *(24.0 / len(told) for _ in told)])
    row(grid, ["£k", *(line.text for line in told)], bold=True, fill=FOG, size=SMALL)
    lines: tuple[tuple[str, Callable[[Money], int]], ...] = (
        ("Sanctioned", lambda line: line.budget),
        ("Spent to date", lambda line: line.actual),
        ("Forecast at completion", lambda line: line.forecast),
    )
    for label, amount in lines:
        row(grid, [label, *(f"{amount(line) / 1000:,.1f}" for line in told)], size=SMALL)
    _gap(sheet)
    return [gold.told_money(line, "budget", "actual", "forecast") for line in told]


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Chances in per cent and sums of money; the arrow compares with last month and is no rating."""
    grid = sheet.table([1.5, 9.4, 7.6, 3.6, 2.0, 2.0, 1.4])
    heads = ["Type", "Top risks and issues", "What we are doing", "Lead", "Chance", "Impact", "Trend"]
    row(grid, heads, bold=True, fill=FOG, size=SMALL)
    earlier = tell(update.project.key, update.number - 1).risks if update.number > 1 else ()
    before = {risk.reference: risk.score for risk in earlier}
    records = []
    for risk in update.risks:
        words = {"impact": SUMS[risk.impact - 1]}
        if risk.likelihood:
            words["likelihood"] = CHANCES[risk.likelihood - 1]
        texts = [risk.kind.capitalize(), risk.text, risk.response, risk.owner, words.get("likelihood", "")]
        row(grid, [*texts, words["impact"], _trend(risk, before.get(risk.reference))], size=SMALL)
        records.append(gold.told_risk(risk, "response", "owner", **words))
    return records


def _trend(risk: Risk, before: int | None) -> str:
    if before is None or risk.score is None or before == risk.score:
        return "►"
    return "▲" if risk.score > before else "▼"


FAMILY = Family(
    name="network_page",
    organisation="Fellside Power Networks",
    style="an electricity network's capital project on a page",
    tests="milestones and costs as columns, words of its own on tiles, chances in per cent and impacts in money",
    suffix=".docx",
    apart=False,
    projects=("substation",),
    render=render,
)
