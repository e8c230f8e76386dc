"""A housing association's development update: a row for each site with its lamps, last month and this; approvals."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.story import LETTERS
from samples.word import COLOURS, Sheet, bullet, para, row, run, shade, write
from samples.word_shapes import disc, traffic_light

TEAL, MIST = "14535C", "E4EFF0"
HEADLINES = {
    "Starts and completions": "schedule",
    "Scheme costs": "cost",
    "Sales and lettings": "benefits",
    "Local relationships": "stakeholders",
}
KEY = (("Green", "going to plan"), ("Amber", "watch"), ("Red", "Committee's attention needed"))
REGULATION = (
    "The golden rules in the Development Strategy are met: interest cover is 1.62 against a floor of 1.25 and no more "
    "than 40% of the programme depends on sales."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Verdana", 9, landscape=True, margin_cm=1.7)
    run(
        sheet.header.paragraphs[0],
        "Ardenvale Homes  |  Development Committee  |  Not for publication",
        size=7.5,
    )
    para(sheet.body, "Development update", bold=True, size=20, color=TEAL)
    grid = sheet.table([3.6, 9.4, 3.6, 9.4])
    for texts in (
        ("Programme", project.name, "Grant agreement", project.reference),
        (
            "Reporting lead",
            f"{project.manager}, Head of Development",
            "Committee sponsor",
            project.sponsor,
        ),
        (
            "Month",
            dates.month_year(update.first_day),
            "Position as at",
            dates.long(update.reported),
        ),
    ):
        cells = row(grid, texts)
        for label in (cells[0], cells[2]):
            shade(label, MIST)
            label.paragraphs[0].runs[0].bold = True
    para(sheet.body)
    para(sheet.body, update.summary)
    ratings = _headlines(sheet, update) + _sites(sheet, update)
    activities = _work(sheet, update)
    milestones = _key_dates(sheet, update)
    finances = _costs(sheet, update)
    risks = _watch_list(sheet, update)
    _title(sheet, "Golden rules")
    para(sheet.body, REGULATION)
    _title(sheet, "Approvals sought")
    for text in update.decisions:
        para(sheet.body, text, style="List Number")
    if not update.decisions:
        para(sheet.body, "There are no approvals sought this month.")
    report = gold.told_report(
        update,
        *("reference", "sponsor", "report_date"),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    for unsure in ("project", "programme", "manager", "reference"):
        del report[unsure]  # a programme that is the project, a lead with a post, a grant agreement's number
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    line = sheet.heading(text, 2)
    line.paragraph_format.space_before = Cm(0.35)


def _headlines(sheet: Sheet, update: Update) -> list[Record]:
    """Names above drawn lights above the reason, side by side."""
    _title(sheet, "Programme health")
    grid = sheet.table([6.5] * len(HEADLINES))
    row(grid, list(HEADLINES), bold=True, fill=MIST, centred=True)
    lights = row(grid, [None] * len(HEADLINES))
    records = []
    comments = []
    for cell, (label, key) in zip(lights, HEADLINES.items(), strict=True):
        rated = update.rated[key]
        cell.paragraphs[0].alignment = 1
        traffic_light(sheet, cell.paragraphs[0], rated.current)
        comments.append(rated.comment)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
        if key == "benefits":
            del records[-1]["dimension"]  # sales are money to one reader and what comes of it to another
    row(grid, comments, centred=True)
    return records


def _sites(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Site by site")
    grid = sheet.table([3.6, 3.2, 5.4, 3.2, 1.8, 1.8, 7.0])
    heads = ("Scheme", "Where", "Homes", "Stage", "Last month", "This month", "Position")
    row(grid, heads, bold=True, fill=TEAL, color="FFFFFF")
    records = []
    for site in update.project.facts["sites"]:
        begin, end = site["months"]
        if not begin <= update.number <= end:
            continue
        now, before = (_light(site, update.number - back) for back in (0, 1))
        stage = [words for month, words in site["stages"] if month <= update.number][-1]
        note = site["notes"][site["lights"][update.number - begin]]
        cells = row(grid, [site["name"], site["place"], site["homes"], stage, None, None, note])
        for cell, colour in ((cells[4], before), (cells[5], now)):
            cell.paragraphs[0].alignment = 1
            if colour:
                disc(sheet, cell.paragraphs[0], COLOURS[colour], 13)
        records.append(gold.rating(site["name"], "other", now, before, note))
    key = para(sheet.body)
    run(key, "Key:  ", size=8)
    for colour, words in KEY:
        disc(sheet, key, COLOURS[colour], 8)
        run(key, f" {words}    ", size=8)
    return records


def _light(site: dict[str, Any], number: int) -> str | None:
    place = number - site["months"][0]
    return LETTERS[site["lights"][place]] if place >= 0 else None


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """Two columns: what happened at each scheme since the last meeting, what will before the next."""
    _title(sheet, "On our schemes")
    grid = sheet.table([13.0, 13.0])
    row(grid, ["Since the last meeting", "Before the next meeting"], bold=True, fill=TEAL, color="FFFFFF")
    left, right = row(grid, [None, None])
    records = _list(left, "completed", update.done)
    if update.missed:
        write(left, "Not done as hoped", bold=True, color="B00020")
        for task in update.missed:
            bullet(left, task.text)
            records.append(gold.activity("missed", task.text))
            del records[-1]["workstream"]  # its own sub-heading says only that it is late
    return records + _list(right, "planned", update.planned)


def _list(cell: Any, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    records = []
    for scheme, found in by_workstream(tasks).items():
        write(cell, scheme, bold=True)
        for task in found:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text, scheme))
    if not tasks:
        write(cell, "None")
    return records


def _key_dates(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Key dates")
    grid = sheet.table([11.0, 5.0, 5.0, 5.0])
    row(grid, ["", "Board approved", "Latest view", "Achieved"], bold=True, fill=MIST)
    records = []
    for item in update.milestones:
        latest = None if item.actual else item.forecast
        row(
            grid,
            [item.text, *(dates.short(day) if day else "–" for day in (item.baseline, latest, item.actual))],
        )
        records.append(gold.milestone(item.text, baseline=item.baseline, forecast=latest, actual=item.actual))
    return records


def _costs(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Total scheme costs (£000)")
    grid = sheet.table([8.0, 4.5, 4.5, 4.5, 4.5])
    row(grid, ["Scheme", "Approved", "Paid to date", "Outturn", "Over / (under)"], bold=True, fill=MIST)
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(_thousands(amount) for amount in amounts)])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _thousands(amount: int) -> str:
    words = f"{abs(amount) / 1000:,.1f}".removesuffix(".0")
    return f"({words})" if amount < 0 else words


def _watch_list(sheet: Sheet, update: Update) -> list[Record]:
    """Risks above issues in one register; the colour is a fill without a word."""
    _title(sheet, "Watch list")
    grid = sheet.table([2.2, 9.4, 9.4, 3.4, 1.6])
    row(grid, ["Type", "What worries us", "What we are doing about it", "Lead", "RAG"], bold=True, fill=MIST)
    records = []
    for told in update.risks:
        if told.status == "Closed":
            continue
        cells = row(grid, [told.kind.capitalize(), told.text, told.response, told.owner, None])
        shade(cells[4], COLOURS[told.rating])
        records.append(gold.told_risk(told, "response", "owner", "rating"))
    return records


FAMILY = Family(
    name="development_sites",
    organisation="Ardenvale Homes",
    style="landscape development update of a housing association, site by site",
    tests="drawn lights over reasons, discs of last month and this for each site, a key, late work within a cell",
    suffix=".docx",
    apart=False,
    projects=("w3a_newhomes",),
    render=render,
)
