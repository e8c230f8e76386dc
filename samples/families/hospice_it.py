"""A hospice charity's IT report on a downloaded status template: capitals everywhere, components with owners."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.retelling import retold
from samples.story import tell
from samples.word import COLOURS, Sheet, para, row, run, shade, write

SLATE, CLOUD, LINE = "3B4A5A", "EAEEF3", "F7F9FB"
NAME, REFERENCE = "Hospice at Home Rostering", "IT-06"
WORDS = {"Green": "ON TRACK", "Amber": "AT RISK", "Red": "OFF TRACK", "Blue": "COMPLETE"}
COMPONENTS = {
    "SCHEDULE": ("schedule", "Imran Sadiq"),
    "BUDGET": ("cost", "Noreen Talbot"),
    "SCOPE": ("scope", "Imran Sadiq"),
    "RESOURCES": ("resources", "Philippa Dunn"),
    "QUALITY": ("quality", "Leroy Bannister"),
}
FULL = 17.8
ADVICE = "Keep to two pages. Copy to the Senior Leadership Team by noon on Thursday."
RUNNING = (("Help desk calls", "214"), ("Laptops replaced", "9"), ("Training places filled", "31 of 36"))


def gather(number: int) -> tuple[Update, ...]:
    """A story of care at home under the name of a hospice's IT project, four years later."""
    return (retold(tell("homefirst", number, 4), {}, name=NAME, reference=REFERENCE),)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Century Gothic", 9, margin_cm=1.6)
    run(sheet.footer.paragraphs[0], "St Wystan's Hospice. Registered charity.", size=8, color="7F7F7F")
    para(sheet.body, "PROJECT STATUS REPORT", bold=True, size=20, color=SLATE)
    para(sheet.body, ADVICE, italic=True, size=8, color="7F7F7F")
    _overview(sheet, update)
    ratings = _statuses(sheet, update)
    activities = _work(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _budget(sheet, update)
    risks = _roadblocks(sheet, update)
    grid = _block(sheet, "DECISIONS NEEDED", [FULL])
    for text in update.decisions or ("N/A",):
        row(grid, [text])
    grid = _block(sheet, "IT TEAM IN NUMBERS", [FULL - 4.0, 4.0])
    for measure in RUNNING:
        row(grid, measure)
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _block(sheet: Sheet, title: str, widths: list[float], heads: list[str] | None = None) -> Any:
    """A title in grey capitals over a table whose heads are small capitals on slate."""
    line = para(sheet.body, title, bold=True, size=12, color="7F7F7F")
    line.paragraph_format.keep_with_next = True
    grid = sheet.table(widths)
    if heads:
        row(grid, heads, bold=True, fill=SLATE, color="FFFFFF", size=8)
    return grid


def _overview(sheet: Sheet, update: Update) -> None:
    """Two tables of heads above values, as the template has them."""
    project = update.project
    grid = sheet.table([7.0, 2.8, 4.0, 4.0])
    row(
        grid,
        ["PROJECT NAME", "PROJECT CODE", "PERIOD COVERED", "DATE OF REPORT"],
        bold=True,
        fill=CLOUD,
        size=8,
    )
    month, day = dates.month_year(update.first_day), dates.slashed(update.reported)
    row(grid, [project.name, project.reference, month, day])
    para(sheet.body).paragraph_format.space_after = 0
    grid = sheet.table([7.0, 6.8, 4.0])
    row(grid, ["PROJECT MANAGER", "EXECUTIVE SPONSOR", "% COMPLETE"], bold=True, fill=CLOUD, size=8)
    row(grid, [project.manager, project.sponsor, f"{update.percent}%"])
    para(sheet.body).paragraph_format.space_after = 0


def _statuses(sheet: Sheet, update: Update) -> list[Record]:
    overall = update.rated["overall"]
    grid = _block(sheet, "SUMMARY", [4.6, FULL - 4.6])
    cells = row(grid, ["OVERALL STATUS", WORDS[overall.current]], bold=True)
    shade(cells[0], CLOUD)
    shade(cells[1], COLOURS[overall.current])
    cells = row(grid, [None, update.summary])
    write(cells[0], "HIGHLIGHTS AND KEY TAKEAWAYS", bold=True)
    shade(cells[0], CLOUD)
    records = [gold.rating("OVERALL STATUS", "overall", overall.current)]
    heads = ["COMPONENT", "STATUS", "OWNER", "NOTES"]
    grid = _block(sheet, "PROJECT HEALTH", [3.0, 2.6, 3.6, 8.6], heads)
    for label, (key, owner) in COMPONENTS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, owner, rated.comment])
        shade(cells[1], COLOURS[rated.current])
        write(cells[1], WORDS[rated.current], bold=True, size=8, centred=True)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    for title, kind, head, tasks in (
        ("WORK ACCOMPLISHED", "completed", "FINISHED", update.done),
        ("WORK NOT ACCOMPLISHED AS PLANNED", "missed", "WAS DUE", update.missed),
        ("NEXT STEPS", "planned", "DUE", update.planned),
    ):
        if not tasks:
            continue
        grid = _block(sheet, title, [9.4, 3.4, 2.8, 2.2], ["WORK ITEM", "AREA", "OWNER", head])
        for task in tasks:
            row(grid, [task.text, task.workstream, task.owner, dates.short(task.due)])
            records.append(gold.activity(kind, task.text, task.workstream, task.owner, task.due))
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["MILESTONE", "TARGET DATE", "EXPECTED DATE", "STATUS"]
    grid = _block(sheet, "MILESTONES", [8.8, 3.0, 3.0, 3.0], heads)
    records = []
    for item in update.milestones:
        word = WORDS[item.rating]
        row(grid, [item.text, dates.slashed(item.baseline), dates.slashed(item.forecast), word])
        records.append(gold.told_milestone(item, "baseline", "forecast") | {"status": word})
    return records


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["BUDGET LINE", "APPROVED", "SPENT TO DATE", "PROJECTED TOTAL", "OVER / (UNDER)"]
    grid = _block(sheet, "BUDGET (£)", [5.8, 3.0, 3.0, 3.0, 3.0], heads)
    records = []
    for line in with_total(update):
        change = f"({-line.variance:,})" if line.variance < 0 else f"{line.variance:,}"
        sums = [f"{amount:,}" for amount in (line.budget, line.actual, line.forecast)]
        row(grid, [line.text, *sums, change], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _roadblocks(sheet: Sheet, update: Update) -> list[Record]:
    """Risks and issues in one table that does not tell them apart."""
    heads = ["NO.", "DESCRIPTION", "ACTION", "OWNER", "STATUS"]
    grid = _block(sheet, "RISKS AND ROADBLOCKS", [1.2, 6.4, 5.6, 2.6, 2.0], heads)
    records = []
    for place, risk in enumerate(update.risks, start=1):
        cells = row(grid, [str(place), risk.text, risk.response, risk.owner, risk.status])
        for cell in cells if place % 2 else ():
            shade(cell, LINE)
        record = gold.told_risk(risk, "response", "owner", "status") | {"kind": None}
        del record["reference"]  # the number of a row may be told as one or not
        records.append(record)
    return records


FAMILY = Family(
    name="hospice_it",
    organisation="St Wystan's Hospice",
    style="a hospice charity's IT report on a downloaded status template",
    tests="titles and labels in capitals, heads above values, owners of ratings, risks and roadblocks not told apart",
    suffix=".docx",
    apart=False,
    projects=("homefirst",),
    render=render,
    gather=gather,
)
