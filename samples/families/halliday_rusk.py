"""A main contractor's monthly report to its client: numbered sections, coloured squares, blocks, information asked."""

from __future__ import annotations

from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import COLOURS, Sheet, bullet, page_number, para, rate, row, run

GREY = "E3E3E3"
AREAS = {
    "Overall": ("overall", "overall"),
    "Programme": ("schedule", "schedule"),
    "Commercial": ("cost", "cost"),
    "Quality": ("quality", "quality"),
    "Health, safety & environment": ("safety", None),
    "Design and information": ("design", None),
    "Labour": ("resources", "resources"),
}
KEY = "Green: as planned. Amber: being managed by the site team. Red: needs action by Client and Contractor together."
STATES = {"Blue": "Complete", "Green": "On programme", "Amber": "Behind", "Red": "Behind"}
NEIGHBOURS = (
    "The newsletter went to 210 homes. Two apprentices from the college have started with the dry lining contractor "
    "and the site scored 41 out of 45 with the Considerate Constructors Scheme."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Arial", 10, margin_cm=2.2)
    run(
        sheet.header.paragraphs[0],
        f"{project.reference} {project.name}\t\tHalliday Rusk Construction Ltd",
        size=8,
    )
    run(sheet.footer.paragraphs[0], "Monthly Progress Report\t\tPage ", size=8)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "HALLIDAY RUSK", bold=True, size=22, color="D35400")
    title = f"Contractor's Progress Report No. {update.number + 6:02d}: {dates.month_year(update.first_day)}"
    para(sheet.body, title, bold=True, size=14)
    _contract(sheet, update)
    _section(sheet, 1, "Executive Summary")
    planned = update.percent + (2 if update.rated["schedule"].current != "Green" else 0)
    para(sheet.body, update.summary)
    para(sheet.body, f"The works are {update.percent}% complete against a planned {planned}%.")
    ratings = _dashboard(sheet, update)
    milestones = _programme(sheet, update)
    activities = _works(sheet, update)
    finances = _commercial(sheet, update)
    _numbers(sheet, update)
    risks = _risks(sheet, update)
    _section(sheet, 10, "Decisions and Instructions Required from the Client")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None outstanding.")
    _section(sheet, 11, "Community and Neighbours")
    para(sheet.body, NEIGHBOURS)
    report = gold.told_report(
        update,
        *("reference", "manager", "report_date", "start_date", "end_date", "percent_complete"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _section(sheet: Sheet, number: int, title: str) -> None:
    line = para(sheet.body, f"{number}.0\t{title}", bold=True, size=12, color="D35400")
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(10), True


def _contract(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.9, 4.4, 3.9, 4.4], "Normal Table")
    for texts in (
        ("Project:", project.name, "Project No:", project.reference),
        ("Client:", "Wharfdale Housing", "Form of Contract:", "JCT Design and Build 2016"),
        ("Project Manager:", project.manager, "Employer's Agent:", "Coldwell Finch LLP"),
        ("Commencement:", dates.long(project.start), "Contract Completion:", dates.long(project.end)),
        ("Date of Report:", dates.long(update.reported), "Contract Period:", "79 weeks"),
    ):
        cells = row(grid, [None, texts[1], None, texts[3]])
        run(cells[0].paragraphs[0], texts[0], bold=True)
        run(cells[2].paragraphs[0], texts[2], bold=True)


def _dashboard(sheet: Sheet, update: Update) -> list[Record]:
    """Colour alone, last month beside this; the first report has no last month."""
    _section(sheet, 2, "Dashboard")
    grid = sheet.table([4.8, 1.6, 1.6, 8.6])
    row(grid, ["Area", "Last", "This", "Comment"], bold=True, fill=GREY)
    records = []
    for label, (key, dimension) in AREAS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        if rated.previous:
            rate(cells[1], rated.previous)
        rate(cells[2], rated.current)
        record = gold.rating(label, dimension or "other", rated.current, rated.previous, rated.comment)
        if dimension is None:
            del record["dimension"]  # readers may differ on where safety and design belong
        records.append(record)
    line = para(sheet.body)
    for word in KEY.split(". "):
        run(line, "■ ", color=COLOURS[word.split(":")[0]])
        run(line, f"{word.rstrip('.')}   ", size=8)
    return records


def _programme(sheet: Sheet, update: Update) -> list[Record]:
    """Contract dates beside those of the current revision, and the weeks between them."""
    _section(sheet, 3, "Programme")
    revision = "Rev C" if update.number < 4 else "Rev D"
    para(sheet.body, f"Progress is reported against the contract programme and {revision}.")
    grid = sheet.table([5.6, 3.2, 3.2, 1.6, 3.0])
    row(
        grid,
        ["Key date", "Contract programme", f"Current ({revision})", "Weeks", "Status"],
        bold=True,
        fill=GREY,
    )
    records = []
    for item in update.milestones:
        current = item.actual or item.forecast
        weeks = round((current - item.baseline).days / 7)
        state = STATES[item.rating]
        row(
            grid,
            [
                item.text,
                *map(dates.slashed, (item.baseline, current)),
                f"{weeks:+d}" if weeks else "0",
                state,
            ],
        )
        record = gold.milestone(item.text, baseline=item.baseline, forecast=current, status=state)
        if item.actual:
            del (
                record["forecast"],
                record["actual"],
            )  # the current date of what is complete may be told as either
        records.append(record)
    return records


def _works(sheet: Sheet, update: Update) -> list[Record]:
    """Past work by block, work not done in a list, and a table of what comes next."""
    _section(sheet, 4, "Progress in the Month")
    records = []
    for name, tasks in by_workstream(update.done).items():
        para(sheet.body, name, underline=True)
        for task in tasks:
            bullet(sheet.body, task.text)
            records.append(gold.activity("completed", task.text, name))
    _section(sheet, 5, "Planned Works Not Achieved")
    for task in update.missed:
        bullet(sheet.body, task.text)
        records.append(gold.activity("missed", task.text))
    if not update.missed:
        para(sheet.body, "All planned works were achieved.")
    _section(sheet, 6, "Works Planned for Next Month")
    grid = sheet.table([2.6, 7.6, 3.4, 3.0])
    row(grid, ["Area", "Works", "Led by", "Finish by"], bold=True, fill=GREY)
    for task in update.planned:
        row(grid, [task.workstream, task.text, task.owner, dates.slashed(task.due)])
        records.append(gold.activity("planned", task.text, task.workstream, task.owner, task.due))
    return records


def _commercial(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, 7, "Commercial")
    grid = sheet.table([5.2, 3.8, 3.8, 3.8])
    heads = ["Item", "Contract Sum", "Valued to Date", "Anticipated Final Account"]
    row(grid, heads, bold=True, fill=GREY)
    records = []
    for line in with_total(update):
        row(grid, [line.text, *(f"£{n:,.2f}" for n in (line.budget, line.actual, line.forecast))])
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


def _numbers(sheet: Sheet, update: Update) -> None:
    """Counts of information and of safety: measures, none of them a record."""
    _section(sheet, 8, "Information and Safety Figures")
    grid = sheet.table([8.0, 4.3, 4.3])
    row(grid, ["", "This month", "To date"], bold=True, fill=GREY)
    hours = 9000 + 310 * update.number
    for label, month, total in (
        ("RFIs raised", 14 - update.number % 4, 92 + 11 * update.number),
        ("RFIs overdue", 9 if update.rated["design"].current == "Amber" else 1, ""),
        ("Hours worked", f"{hours:,}", f"{hours * (update.number + 6):,}"),
        ("Reportable accidents", int(update.rated["safety"].current == "Red"), int(update.number >= 9)),
        ("Near misses", 3 + update.number % 3, 17 + 4 * update.number),
    ):
        row(grid, [label, str(month), str(total)])


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, 9, "Risks and Issues")
    records = []
    for title, kind in (("Risk to completion", "risk"), ("Site issue", "issue")):
        found = update.of_kind(kind)
        if not found:
            continue
        grid = sheet.table([1.4, 5.8, 6.2, 3.2])
        row(grid, ["No.", title, "Action", "Action by"], bold=True, fill=GREY)
        for risk in found:
            row(grid, [risk.reference, risk.text, risk.response, risk.owner])
            records.append(gold.told_risk(risk, "reference", "response", "owner"))
        para(sheet.body)
    return records


FAMILY = Family(
    name="halliday_rusk",
    organisation="Halliday Rusk Construction Ltd",
    style="a main contractor's monthly progress report to its client under a design and build contract",
    tests="colour alone for last month and this, tabbed section numbers, weeks late, work by block, counts, pence",
    suffix=".docx",
    apart=True,
    projects=("extracare",),
    render=render,
)
