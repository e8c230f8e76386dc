"""A hospital's own project office: tasks done and not done, consequence by likelihood, site safety counts."""

from __future__ import annotations

from dataclasses import replace

from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.story import tell
from samples.word import COLOURS, Sheet, bullet, page_number, para, rate, row, run, shade, write

TEAL, PALE = "00677A", "DDEEF1"
NAME, REFERENCE = "Rehabilitation Pool and Therapy Centre Refurbishment", "EC/23/017"
LABELS = {
    "Time": "schedule",
    "Cost": "cost",
    "Quality": "quality",
    "Clinical engagement": "stakeholders",
    "Overall": "overall",
}
ORDER = ("Red", "Amber", "Green", "Blue")
SAFETY = (("Accidents", "0", "1"), ("Near misses", "2", "9"), ("Asbestos finds", "0", "3"))
INFECTION = (
    "Dust barriers were inspected twice a week by the infection prevention nurse. No breach was found."
)


def gather(number: int) -> tuple[Update, ...]:
    """A pool's story under the name by which the hospital knows it."""
    update = tell("leisure", number)
    return (replace(update, project=replace(update.project, name=NAME, reference=REFERENCE)),)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 10.5, margin_cm=1.9)
    run(sheet.header.paragraphs[0], "Queen Ediva Hospitals NHS Foundation Trust", bold=True, color=TEAL)
    para(sheet.header, "Estates and Facilities – Capital Project Office", size=9)
    run(sheet.footer.paragraphs[0], "EF-CP-12 issue 4, form approved March 2019. Page ", size=8)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "Capital scheme status report", bold=True, size=16, color=TEAL)
    _particulars(sheet, update)
    ratings = _health(sheet, update)
    _title(sheet, "Project manager's overview")
    para(sheet.body, update.summary)
    activities = _tasks(sheet, update)
    milestones = _dates(sheet, update)
    finances = _money(sheet, update)
    risks = _risks(sheet, update)
    _safety(sheet)
    _title(sheet, "Approvals sought from Capital Planning Group")
    for text in update.decisions or ("None on this occasion.",):
        bullet(sheet.body, text, style="List Number")
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=12, color=TEAL)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(8), True


def _particulars(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.4, 5.2, 3.4, 5.2])
    for texts in (
        ("Scheme", project.name, "Capital scheme no.", project.reference),
        ("Executive sponsor", project.sponsor, "Estates project manager", project.manager),
        ("Location", "South Block, level 1", "Clinical lead", "Dr Ffion Maddern"),
        ("Project start", dates.brief(project.start), "Planned completion", dates.brief(project.end)),
        ("Period ending", dates.brief(update.last_day), "Report prepared", dates.brief(update.reported)),
    ):
        cells = row(grid, texts)
        for cell in cells[::2]:
            shade(cell, PALE)
    para(sheet.body).paragraph_format.space_after = 0


def _health(sheet: Sheet, update: Update) -> list[Record]:
    """Names over words on fills over a word for the change."""
    grid = sheet.table([17.2 / len(LABELS)] * len(LABELS))
    row(grid, list(LABELS), bold=True, centred=True, fill=PALE)
    now, change = grid.add_row().cells, grid.add_row().cells
    records = []
    for place, (label, key) in enumerate(LABELS.items()):
        rated = update.rated[key]
        step = ORDER.index(rated.current) - ORDER.index(rated.previous or rated.current)
        rate(now[place], rated.current, rated.current, bold=True)
        write(change[place], "Improving" if step > 0 else "Worsening" if step < 0 else "No change", size=9)
        records.append(gold.rating(label, key, rated.current))
    para(sheet.body).paragraph_format.space_after = 0
    return records


def _tasks(sheet: Sheet, update: Update) -> list[Record]:
    """The month's plan with what became of it, then what comes next."""
    _title(sheet, "Tasks for this period")
    grid = sheet.table([3.2, 8.4, 3.2, 2.4])
    row(grid, ["Package", "Task", "Lead", "Outcome"], bold=True, fill=PALE)
    records = []
    for kind, word, tasks in (("completed", "Done", update.done), ("missed", "Not done", update.missed)):
        for task in tasks:
            row(grid, [task.workstream, task.text, task.owner, word])
            records.append(gold.activity(kind, task.text, task.workstream, task.owner))
    _title(sheet, "Four-week look-ahead")
    grid = sheet.table([3.2, 8.4, 3.2, 2.4])
    row(grid, ["Package", "Task", "Lead", "By"], bold=True, fill=PALE)
    for task in update.planned:
        row(grid, [task.workstream, task.text, task.owner, dates.short(task.due)])
        records.append(gold.activity("planned", task.text, task.workstream, task.owner, task.due))
    return records


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Key dates")
    grid = sheet.table([7.2, 3.4, 3.4, 3.2])
    row(grid, ["Stage", "Business case date", "Current date", "Position"], bold=True, fill=PALE)
    records = []
    for item in update.milestones:
        row(grid, [item.text, dates.brief(item.baseline), dates.brief(item.forecast), item.status])
        records.append(gold.told_milestone(item, "baseline", "forecast", "status"))
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    """Sums in pounds; what is committed is more than what is spent and is asked for as well."""
    _title(sheet, "Capital position (£, including VAT)")
    grid = sheet.table([3.7, 2.7, 2.7, 2.7, 2.7, 2.7])
    heads = ["Heading", "Approved", "Committed", "Spent to date", "Forecast outturn", "Variance"]
    row(grid, heads, bold=True, fill=PALE, size=9.5)
    records = []
    for line in with_total(update):
        committed = (line.actual + line.forecast) // 2
        sums = (line.budget, committed, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(f"{amount:,}" for amount in sums)], bold=line.text == "Total", size=9.5)
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Scheme risk register – extract")
    grid = sheet.table([1.3, 5.7, 4.9, 2.6, 0.8, 0.8, 1.1])
    row(grid, ["ID", "Risk", "Controls in place", "Risk owner", "C", "L", "C×L"], bold=True, fill=PALE)
    records = []
    for risk in update.of_kind("risk"):
        shown = [risk.reference, risk.sentence, risk.response, risk.owner]
        levels = {name: str(getattr(risk, name)) for name in ("impact", "likelihood", "score")}
        cells = row(grid, [*shown, *levels.values()], size=10)
        shade(cells[6], COLOURS[risk.rating])
        told = gold.told_risk(risk, "reference", "response", "owner", "rating", **levels)
        records.append(told | {"text": risk.sentence})
    para(sheet.body, "C = consequence, L = likelihood, each from 1 to 5.", size=8.5)
    _title(sheet, "Issues needing attention")
    found = update.of_kind("issue")
    if not found:
        para(sheet.body, "There are no issues needing attention.")
        return records
    grid = sheet.table([6.8, 6.8, 3.6])
    row(grid, ["Issue", "Action being taken", "By whom"], bold=True, fill=PALE)
    for issue in found:
        row(grid, [issue.text, issue.response, issue.owner])
        records.append(gold.told_risk(issue, "response", "owner"))
    return records


def _safety(sheet: Sheet) -> None:
    """Counts and a sentence, which are no record."""
    _title(sheet, "Site safety and infection prevention")
    grid = sheet.table([6.0, 3.0, 3.0])
    row(grid, ["Measure", "This period", "To date"], bold=True, fill=PALE)
    for measure in SAFETY:
        row(grid, measure)
    para(sheet.body, INFECTION)


FAMILY = Family(
    name="estates_office",
    organisation="Queen Ediva Hospitals NHS Foundation Trust",
    style="status report of a hospital's own capital project office",
    tests="done and not done in one table, risk sentences in a register, consequence before likelihood, committed sums",
    suffix=".docx",
    apart=False,
    projects=("leisure",),
    render=render,
    gather=gather,
)
