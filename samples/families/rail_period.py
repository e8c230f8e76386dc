"""A railway's four-weekly report: drawn traffic lights and bar, disciplines as rows, past beside future."""

from __future__ import annotations

from datetime import date, timedelta

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import COLOURS, Sheet, bullet, page_number, para, row, run, shade, span, write
from samples.word_shapes import disc, progress_bar, traffic_light

SLATE, MIST = "2B3A4A", "DCE3EA"
THOUSAND = 1000
LABELS = {
    "Overall": "overall",
    "Programme": "schedule",
    "Cost": "cost",
    "Scope": "scope",
    "Quality": "quality",
    "Stakeholders": "stakeholders",
}
WIDTH = 26.1
SAFETY = {"Accident frequency rate (13 periods)": "0.07", "Close calls raised": "14", "Lost time": "Nil"}


def four_weeks_end(update: Update) -> date:
    """The last Saturday of the month, on which the railway's period closes."""
    return update.last_day - timedelta(days=(update.last_day.weekday() - 5) % 7)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Arial", 9, landscape=True, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "Northmoor Rail Infrastructure Ltd – Route Delivery", size=8.5)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Uncontrolled when printed.  Page ", size=8)
    page_number(foot)
    _form(sheet, update)
    para(sheet.body)
    ratings = _lights(sheet, update)
    line = para(sheet.body)
    run(line, "Physical progress   0%  ", bold=True)
    progress_bar(sheet, line, update.percent)
    run(line, "  100%", bold=True)
    _section(sheet, "Period commentary")
    para(sheet.body, update.summary)
    activities = _matrix(sheet, update)
    milestones = _milestones(sheet, update)
    risks = _risks(sheet, update)
    finances = _cost(sheet, update)
    _close(sheet, update)
    report = gold.report(
        project=project.name,
        programme=project.programme,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        start_date=project.start,
        end_date=project.end,
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _section(sheet: Sheet, title: str) -> None:
    para(sheet.body, title.upper(), bold=True, size=10, color=SLATE)


def _form(sheet: Sheet, update: Update) -> None:
    project = update.project
    number = (update.first_day.month - dates.FISCAL_START) % 12 + 1
    grid = sheet.table([2.8, 6.6, 2.4, 5.2, 3.2, 5.9])
    span(grid, "PROJECT PERIOD REPORT", fill=SLATE, bold=True, size=14, color="FFFFFF")
    ending = f"P{number:02d}, four weeks ending {dates.long(four_weeks_end(update))}"
    start, end = dates.dashed(project.start), dates.dashed(project.end)
    for texts in (
        ("Project", project.name, "Project no.", project.reference, "Period", ending),
        ("Programme", project.programme, "Sponsor", project.sponsor, "Project manager", project.manager),
        ("Project start", start, "Project end", end, "Report date", dates.dashed(update.reported)),
        ("Framework", "Structures, lot 2", "Line", "Ister to Calder", "Life-cycle stage", "5 Deliver"),
    ):
        cells = row(grid, texts)
        for cell in cells[::2]:
            shade(cell, MIST)


def _lights(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([WIDTH / len(LABELS)] * len(LABELS))
    row(grid, list(LABELS), bold=True, fill=MIST, centred=True)
    lights, comments = grid.add_row().cells, grid.add_row().cells
    records = []
    for place, (label, key) in enumerate(LABELS.items()):
        rated = update.rated[key]
        traffic_light(sheet, lights[place].paragraphs[0], rated.current)
        write(comments[place], rated.comment, size=8)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    para(sheet.body)
    return records


def _matrix(sheet: Sheet, update: Update) -> list[Record]:
    """One row for each discipline: what it did beside what it will do."""
    grid = sheet.table([3.5, 11.3, 11.3])
    heads = ("Discipline", "Work done in the last four weeks", "Work planned for the next four weeks")
    row(grid, heads, bold=True, fill=SLATE, color="FFFFFF")
    done, planned = by_workstream(update.done), by_workstream(update.planned)
    records: list[Record] = []
    for area in dict.fromkeys((*done, *planned)):
        cells = row(grid, [None, None, None])
        write(cells[0], area, bold=True)
        for cell, tasks, kind in ((cells[1], done, "completed"), (cells[2], planned, "planned")):
            for task in tasks.get(area, ()):
                bullet(cell, task.text)
                records.append(gold.activity(kind, task.text, workstream=area))
    para(sheet.body)
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "Milestones")
    grid = sheet.table([10.5, 3.6, 3.6, 3.6, 1.8, 3.0])
    heads = ["Milestone", "Baseline", "Forecast", "Actual", "RAG", "Float / slip (days)"]
    row(grid, heads, bold=True, fill=MIST)
    records = []
    for item in update.milestones:
        actual = dates.dashed(item.actual) if item.actual else ""
        forecast = "" if item.actual else dates.dashed(item.forecast)
        cells = row(grid, [item.text, dates.dashed(item.baseline), forecast, actual, None, str(-item.slip)])
        disc(sheet, cells[4].paragraphs[0], COLOURS[item.rating])
        record = gold.milestone(item.text, baseline=item.baseline, actual=item.actual, rating=item.rating)
        records.append(record | {"forecast": None if item.actual else item.forecast.isoformat()})
    para(sheet.body)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "Top risks and issues")
    grid = sheet.table([1.6, 2.0, 9.0, 8.1, 3.6, 1.8])
    heads = ["ID", "Category", "Description", "Mitigation / action", "Owner", "RAG"]
    row(grid, heads, bold=True, fill=MIST)
    records = []
    for risk in update.risks:
        cells = row(
            grid, [risk.reference, risk.kind.capitalize(), risk.text, risk.response, risk.owner, None]
        )
        disc(sheet, cells[5].paragraphs[0], COLOURS[risk.rating])
        records.append(gold.told_risk(risk, "response", "reference", "owner", "rating"))
    para(sheet.body)
    return records


def _cost(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "Cost (£k)")
    grid = sheet.table([8.1, 4.5, 4.5, 4.5, 4.5])
    heads = ["Element", "Authorised budget", "Actual to date", "Anticipated final cost", "Variance"]
    row(grid, heads, bold=True, fill=MIST)
    records = []
    for line in with_total(update):
        sums = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(f"{amount / THOUSAND:,.1f}" for amount in sums)], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    para(sheet.body)
    return records


def _close(sheet: Sheet, update: Update) -> None:
    _section(sheet, "Safety statistics")
    grid = sheet.table([8.0, 3.0])
    for name, value in SAFETY.items():
        row(grid, [name, value])
    _section(sheet, "Decisions required from the Sponsor")
    for text in update.decisions or ("None this period",):
        bullet(sheet.body, text)


FAMILY = Family(
    name="rail_period",
    organisation="Northmoor Rail Infrastructure Ltd",
    style="landscape four-weekly report with traffic lights",
    tests="drawn lamps, one of them lit, drawn bar and discs, past beside future by discipline, period by its last day",
    suffix=".docx",
    apart=False,
    projects=("bridge", "wetland"),
    render=render,
)
