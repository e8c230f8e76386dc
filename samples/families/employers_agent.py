"""A construction consultant's monthly report as employer's agent: three headers, change control, merged registers."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import COLOURS, Sheet, bullet, page_number, para, rate, row, run, shade, write
from samples.word_review import bookmark, comment, count_anew, field, tracked_row

STONE = "E3E1DA"
LABELS = {"Programme": "schedule", "Cost": "cost", "Quality": "quality", "Overall": "overall"}
CHANGES = (
    ("CR 01", "Key safe moved to the wall of the site office", "£1,250", "Accepted"),
    ("CR 02", "One more week of road sweeping at the gate", "£2,980", "Accepted"),
    ("CR 03", "Second coat of paint to the hoarding", "£1,740", "Under review"),
)
DROPPED = "Topping-out ceremony"
LEVELS = ("likelihood", "impact", "score")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Cambria", 10.5, margin_cm=2.2)
    _headers(sheet, update)
    para(sheet.body, f"Employer's Agent's Report No. {update.number}", bold=True, size=18)
    grid = sheet.table([5.0, 11.6])
    for label, value in (
        ("Project", project.name),
        ("Employer's project sponsor", project.sponsor),
        ("Employer's project manager", project.manager),
        ("Date of issue", dates.long(update.reported)),
    ):
        cells = row(grid, [None, value])
        write(cells[0], label, bold=True)
        shade(cells[0], STONE)
    bookmark(sheet, grid.rows[-1].cells[1].paragraphs[0], "IssueDate")
    sheet.heading("1.0 Executive summary", 1)
    para(sheet.body, update.summary)
    ratings = _dashboard(sheet, update)
    activities = _progress(sheet, update)
    milestones = _key_dates(sheet, update)
    finances = _cost(sheet, update)
    risks = _register(sheet, update)
    sheet.heading("5.0 Health and safety", 1)
    para(sheet.body, "No reportable accidents. One near miss was recorded and briefed to all operatives.")
    sheet.heading("6.0 Decisions required from the Employer", 1)
    if not count_anew(sheet, update.decisions):
        para(sheet.body, "None in this period.")
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "start_date", "end_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _headers(sheet: Sheet, update: Update) -> None:
    """The firm on the first page; what the report is on those that follow, odd and even."""
    section = sheet.body.sections[0]
    section.different_first_page_header_footer = True
    sheet.body.settings.odd_and_even_pages_header_footer = True
    run(section.first_page_header.paragraphs[0], "GARRICK MOWLE PARTNERSHIP", bold=True, size=13)
    para(section.first_page_header, "Chartered construction consultants", size=9)
    odd = section.header.paragraphs[0]
    run(odd, f"{update.project.name} – issued ", size=9)
    field(odd, "REF IssueDate \\h", dates.long(update.reported))
    even = section.even_page_header.paragraphs[0]
    run(even, f"Project number: {update.project.reference}\t\t", size=9)
    first, last = dates.long(update.first_day), dates.long(update.last_day)
    run(even, f"Reporting period: {first} to {last}", size=9)
    for footer in (section.first_page_footer, section.footer, section.even_page_footer):
        line = footer.paragraphs[0]
        run(line, "Garrick Mowle Partnership    Printed ", size=8)
        field(line, 'PRINTDATE \\@ "d MMMM yyyy"', dates.long(update.next_month.replace(day=6)))
        run(line, "    Page ", size=8)
        page_number(line)


def _dashboard(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([3.6, 1.8, 11.2])
    row(grid, ["Heading", "RAG", "Employer's Agent's comment"], bold=True, fill=STONE)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment])
        rate(cells[1], rated.current, rated.letter, bold=True)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    para(
        sheet.body,
        "R: action by the Employer needed. A: being managed. G: no concern. B: complete.",
        size=8.5,
    )
    return records


def _progress(sheet: Sheet, update: Update) -> list[Record]:
    project = update.project
    sheet.heading("2.0 Programme", 1)
    grid = sheet.table([5.5, 5.5, 5.6])
    row(grid, ["Contract commencement", "Contract completion", "Extensions of time"], bold=True, fill=STONE)
    row(grid, [dates.long(project.start), dates.long(project.end), "None awarded"])
    para(sheet.body)
    para(sheet.body, f"The Contractor reports that the works are {update.percent}% complete.")
    now, coming = dates.month_year(update.first_day), dates.month_year(update.next_month)
    activities = _works(sheet, f"2.1 Works carried out in {now}", update.done, "completed")
    activities += _works(sheet, "2.2 Works behind programme", update.missed, "missed")
    return activities + _works(sheet, f"2.3 Works planned for {coming}", update.planned, "planned")


def _works(sheet: Sheet, title: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    sheet.heading(title, 2)
    records = []
    for element, group in by_workstream(tasks).items():
        para(sheet.body, element, underline=True)
        for task in group:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, element))
    if not tasks:
        para(sheet.body, "None.")
    return records


def _key_dates(sheet: Sheet, update: Update) -> list[Record]:
    """The last row was put in, and one before it taken out, with tracking on."""
    sheet.heading("2.4 Key dates", 2)
    grid = sheet.table([6.0, 3.0, 3.0, 3.0, 1.6])
    row(grid, ["Key date", "Contract", "Forecast", "Actual", "Weeks late"], bold=True, fill=STONE)
    records = []
    *earlier, last = update.milestones
    for item in (*earlier, None, last):
        if item is None:
            row(grid, [DROPPED, dates.brief(last.baseline), dates.brief(last.forecast), "", ""])
            tracked_row(sheet, grid.rows[-1], "del")
            continue
        shown = [dates.brief(day) if day else "" for day in (item.baseline, item.forecast, item.actual)]
        row(grid, [item.text, *shown, str(item.slip // 7)])
        records.append(gold.told_milestone(item, "baseline", "forecast", "actual"))
    tracked_row(sheet, grid.rows[-1], "ins")
    return records


def _cost(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("3.0 Cost", 1)
    grid = sheet.table([4.6, 3.0, 3.0, 3.0, 3.0])
    row(grid, ["Cost centre", "Budget", "Paid to date", "Forecast final", "Variance"], bold=True, fill=STONE)
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(_pounds(amount) for amount in amounts)], bold=line.text == "Total")
    sheet.heading("3.1 Change control", 2)
    grid = sheet.table([2.0, 8.6, 2.6, 3.4])
    row(grid, ["Change ref", "Change requested", "Value", "Status"], bold=True, fill=STONE)
    for change in CHANGES:
        row(grid, change)
    return [gold.told_money(line, "budget", "actual", "forecast", "variance") for line in with_total(update)]


def _pounds(amount: int) -> str:
    return f"{'-' if amount < 0 else ''}£{abs(amount):,}"


def _register(sheet: Sheet, update: Update) -> list[Record]:
    """Two rows for each entry, what it is above what is done; the cells beside them are merged."""
    sheet.heading("4.0 Risk register extract", 1)
    grid = sheet.table([1.4, 1.7, 6.9, 3.0, 0.9, 0.9, 1.6])
    row(grid, ["Ref", "Entry", "Detail", "Owner", "L", "I", "Score"], bold=True, fill=STONE)
    records = []
    for risk in update.risks:
        levels = {name: str(getattr(risk, name)) for name in LEVELS if getattr(risk, name)}
        shown = [risk.reference, risk.kind.capitalize(), risk.text, risk.owner]
        upper = row(grid, [*shown, *(levels.get(name, "") for name in LEVELS)])
        lower = row(grid, [None, "Action", risk.response, None, None, None, None])
        for place in (0, 3, 4, 5, 6):
            upper[place].merge(lower[place])
        if risk.score:
            shade(upper[6], COLOURS[risk.rating])
            levels["rating"] = risk.rating
        records.append(gold.told_risk(risk, "reference", "response", "owner", **levels))
    comment(sheet, grid.rows[1].cells[2].paragraphs[0], "Agreed with the Contractor at the progress meeting.")
    return records


FAMILY = Family(
    name="employers_agent",
    organisation="Garrick Mowle Partnership",
    style="a construction consultant's monthly report",
    tests="first, odd and even headers, merged register rows, change requests, tracked rows, a date of printing",
    suffix=".docx",
    apart=False,
    projects=("leisure", "bridge"),
    render=render,
)
