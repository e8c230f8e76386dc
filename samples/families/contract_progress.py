"""A main contractor's progress report to its client under NEC4: numbered headings, key dates, early warnings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, para, rate, row, run, shade, write

ORANGE, STONE = "D9541E", "EFEFEF"
WORDS = {"Green": "Controlled", "Amber": "Watch", "Red": "Act"}
AREAS = {
    "Health & safety": "safety",
    "Programme": "schedule",
    "Commercial": "cost",
    "Quality": "quality",
    "Labour": "resources",
}
EARLY, LATE = 6, -3
"""Percentage points by which the plan ran ahead of the work, in the worse months and the better ones."""
SCRATCH_EVERY = 4
"""Every fourth month a line of the look-ahead is struck out before issue."""
WELFARE = (
    "Two directors' tours were made. Every operative has had the silica briefing, and the hoarding was inspected "
    "after the gales with nothing found."
)
RFI_NOTE = "The oldest open RFI concerns door access control in the staff corridor."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial Narrow", 10.5, margin_cm=2.1)
    run(sheet.header.paragraphs[0], "Brannigan Hale Construction Ltd\t\tClient Progress Report", size=9)
    run(sheet.footer.paragraphs[0], f"Contract {update.project.reference}  Commercial in confidence", size=8)
    para(sheet.body, update.project.name, bold=True, size=20, color=ORANGE)
    para(sheet.body, f"Contractor's Progress Report No. {update.number:02d}", bold=True, size=13)
    planned = min(100, update.percent + (EARLY if update.rated["schedule"].current != "Green" else LATE))
    _contract(sheet, update)
    sheet.heading("1  Executive summary", 1)
    para(sheet.body, update.summary)
    line = para(sheet.body)
    run(line, "Overall progress: ", bold=True)
    run(line, f"planned {planned}%, actual {update.percent}%")
    ratings = _dashboard(sheet, update)
    activities = _progress(sheet, update)
    milestones = _key_dates(sheet, update)
    activities += _look_ahead(sheet, update)
    _information(sheet, update)
    risks = _early_warnings(sheet, update)
    _safety(sheet, update)
    finances = _commercial(sheet, update)
    sheet.heading("10  Client decisions awaited", 1)
    grid = sheet.table([12.0, 4.8])
    row(grid, ["Decision", "Needed by"], bold=True, fill=STONE)
    for text in update.decisions:
        row(grid, [text, dates.brief(dates.working_day(update.next_month + timedelta(days=20)))])
    if not update.decisions:
        row(grid, ["None outstanding", ""])
    report = gold.told_report(
        update,
        *("reference", "manager", "report_date", "start_date", "end_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    for unsure in ("programme", "sponsor"):
        del report[unsure]  # a framework is no programme to some, a client's representative no sponsor
    return Rendered(sheet.save(), (report,))


def _contract(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([4.2, 4.2, 4.2, 4.2])
    for texts in (
        ("Contract no.", project.reference, "Period ending", dates.brief(update.last_day)),
        ("Form of contract", "NEC4 ECC Option A", "Issued", dates.brief(update.reported)),
        ("Framework", project.programme, "Project Director", project.manager),
        ("Client's representative", project.sponsor, "Site Manager", "Vince Ockley"),
        ("Commencement", dates.brief(project.start), "Contract completion", dates.brief(project.end)),
    ):
        cells = row(grid, texts)
        for label in cells[::2]:
            shade(label, STONE)
            label.paragraphs[0].runs[0].bold = True


def _dashboard(sheet: Sheet, update: Update) -> list[Record]:
    """Areas across the page; beneath each the last report's word, this one's, and why."""
    sheet.heading("2  Dashboard", 1)
    grid = sheet.table([1.8] + [3.0] * len(AREAS))
    heads, before, now, why = (
        row(grid, [label] + [None] * len(AREAS)) for label in ("", "Last", "Now", "Why")
    )
    records = []
    for place, (label, key) in enumerate(AREAS.items(), start=1):
        rated = update.rated[key]
        write(heads[place], label, bold=True, centred=True)
        shade(heads[place], STONE)
        if rated.previous:
            rate(before[place], rated.previous, WORDS[rated.previous])
        else:
            write(before[place], "–", centred=True)
        rate(now[place], rated.current, WORDS[rated.current], bold=True)
        write(why[place], rated.comment, size=9)
        dimension = "other" if key == "safety" else key
        records.append(gold.rating(label, dimension, rated.current, rated.previous, rated.comment))
    key_line = "Controlled = green; Watch = amber, being recovered; Act = red, Client's help needed"
    para(sheet.body, key_line, italic=True, size=8.5)
    return records


def _progress(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("3  Progress in the period", 1)
    records = []
    for trade, tasks in by_workstream(update.done).items():
        sheet.heading(trade, 2)
        for task in tasks:
            bullet(sheet.body, task.text)
            records.append(gold.activity("completed", task.text, trade))
    if not update.done:
        para(sheet.body, "None")
    sheet.heading("4  Planned but not achieved", 1)
    if not update.missed:
        para(sheet.body, "None in the period.")
    for task in update.missed:
        bullet(sheet.body, task.text)
        records.append(gold.activity("missed", task.text))
    return records


def _key_dates(sheet: Sheet, update: Update) -> list[Record]:
    """One column holds forecasts and, marked A, what was achieved."""
    sheet.heading("5  Key Dates and Completion", 1)
    grid = sheet.table([6.6, 3.4, 3.8, 3.0])
    heads = ("Key Date", "Accepted Programme", "Forecast (A = actual)", "Days late")
    row(grid, heads, bold=True, fill=ORANGE, color="FFFFFF")
    records = []
    for item in update.milestones:
        day = f"{dates.brief(item.forecast)}{' A' if item.actual else ''}"
        row(grid, [item.text, dates.brief(item.baseline), day, str(item.slip)])
        forecast = None if item.actual else item.forecast
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    return records


def _look_ahead(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("6  Four-week look-ahead", 1)
    grid = sheet.table([8.6, 4.6, 3.6])
    row(grid, ["Activity", "By whom", "Finish"], bold=True, fill=ORANGE, color="FFFFFF")
    records = []
    for task in update.planned:
        row(grid, [task.text, task.owner, dates.brief(task.due)])
        records.append(gold.activity("planned", task.text, owner=task.owner, due=task.due))
    if update.number % SCRATCH_EVERY == 0:
        finish = dates.brief(dates.working_day(update.next_month + timedelta(days=24)))
        row(grid, ["Mock-up of a scanning room", "Brannigan site team", finish], strike=True)
    if not records:
        row(grid, ["None", "", ""])
    return records


def _information(sheet: Sheet, update: Update) -> None:
    """Counts of requests for information: nothing in them is a record."""
    raised = 24 + update.number * 11
    overdue = update.number % 3
    sheet.heading("7  RFIs and early warnings", 1)
    grid = sheet.table([4.2] * 4)
    row(grid, ["RFIs raised to date", "Answered", "Open", "Overdue"], bold=True, fill=STONE)
    row(grid, [str(raised), str(raised - 5 - overdue), str(5 + overdue), str(overdue)])
    para(sheet.body)
    para(sheet.body, RFI_NOTE)


def _early_warnings(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([1.8, 6.0, 5.6, 3.4])
    row(
        grid,
        ["EW no.", "Early warning", "Action agreed", "Action by"],
        bold=True,
        fill=ORANGE,
        color="FFFFFF",
    )
    records = []
    for told in update.risks:
        if told.status == "Closed":
            continue
        number = int(told.reference[1:]) * 7 + (3 if told.kind == "issue" else 0)
        reference = f"EW{number:03d}"
        row(grid, [reference, told.text, told.response, told.owner])
        records.append(
            gold.risk(None, told.text, response=told.response, reference=reference, owner=told.owner)
        )
        del records[-1]["kind"]  # an early warning may be of a risk or of what has happened
    if not records:
        row(grid, ["–", "No open early warnings", "", ""])
    return records


def _safety(sheet: Sheet, update: Update) -> None:
    sheet.heading("8  Health, safety and environment", 1)
    grid = sheet.table([4.2] * 4)
    heads = ("Hours worked", "RIDDOR reportable", "Near misses", "Skips to landfill")
    row(grid, heads, bold=True, fill=STONE)
    hurt = update.rated["safety"].current == "Red"
    row(grid, [f"{5200 + update.percent * 73:,}", str(int(hurt)), str(2 + update.number % 4), "0"])
    para(sheet.body)
    para(sheet.body, WELFARE)


def _commercial(sheet: Sheet, update: Update) -> list[Record]:
    """Sums to the pound; what is saved stands in brackets."""
    sheet.heading("9  Commercial", 1)
    grid = sheet.table([4.4, 3.1, 3.1, 3.4, 2.8])
    heads: Sequence[str] = ("Section", "Contract value", "Certified", "Forecast account", "Variance")
    row(grid, heads, bold=True, fill=ORANGE, color="FFFFFF")
    records = []
    for line in with_total(update):
        sums = [f"£{amount:,}" for amount in (line.budget, line.actual, line.forecast)]
        variance = f"(£{-line.variance:,})" if line.variance < 0 else f"£{line.variance:,}"
        row(grid, [line.text, *sums, variance])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


FAMILY = Family(
    name="contract_progress",
    organisation="Brannigan Hale Construction Ltd",
    style="a main contractor's progress report to its client under NEC4",
    tests="areas as columns over last and now, A after achieved dates, RFI counts, early warnings, a struck-out line",
    suffix=".docx",
    apart=False,
    projects=("w3a_diagnostics",),
    render=render,
)
