"""A hospital's medical equipment programme: plain headings, bullets under bold trades, areas across a small matrix."""

from __future__ import annotations

from docx.shared import Cm, Pt

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import Sheet, bullet, page_number, para, rate, row, run
from samples.word_styles import theme_colours

NAVY = "003087"
LABELS = {
    "Overall": "overall",
    "Delivery to plan": "schedule",
    "Capital": "cost",
    "Staffing": "resources",
    "Divisions and wards": "stakeholders",
    "Risk": "risk",
}
DEVICES = (
    ("Infusion pumps", 260),
    ("Bedside monitors", 104),
    ("Ultrasound and X-ray", 21),
    ("Theatre and ICU", 27),
)
CAN_WAIT = "Counts are from the asset database at month end and are not adjusted for returns."
GOVERNANCE = "Next meeting: second Tuesday, 14:00, Boardroom B. Apologies to the Clinical Engineering office."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 11, margin_cm=2.2)
    theme_colours(sheet, {"accent1": NAVY})
    run(
        sheet.header.paragraphs[0],
        "St Brannoc's Hospitals NHS Trust\t\tClinical Engineering",
        size=9,
        color=NAVY,
    )
    foot = sheet.footer.paragraphs[0]
    run(foot, "Medical Devices Group – paper C\t\tPage ", size=8.5)
    page_number(foot)
    _top(sheet, update)
    ratings = _glance(sheet, update)
    activities = _work(sheet, update)
    _counts(sheet, update)
    milestones = _dates(sheet, update)
    finances = _capital(sheet, update)
    risks = _risks(sheet, update)
    sheet.heading("What we need from the Group", 2)
    for text in update.decisions:
        para(sheet.body, text, style="List Number")
    if not update.decisions:
        para(sheet.body, "Nothing this month, for information only.")
    para(sheet.body, GOVERNANCE, italic=True, size=9)
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


def _top(sheet: Sheet, update: Update) -> None:
    project = update.project
    para(sheet.body, f"Update for {dates.month_year(update.first_day)}", size=13, color=NAVY)
    para(sheet.body, project.name, bold=True, size=20, color=NAVY)
    for label, value in (
        ("Scheme number", project.reference),
        ("Executive sponsor", project.sponsor),
        ("Project managers", project.manager),
        ("Date of this update", dates.dotted(update.reported)),
        ("Scheme complete", f"{update.percent}%"),
    ):
        line = para(sheet.body)
        line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(4.6))
        run(line, f"{label}:", bold=True)
        run(line, f"\t{value}")
    para(sheet.body)
    para(sheet.body, update.summary)


def _glance(sheet: Sheet, update: Update) -> list[Record]:
    """Areas as columns; why is told beneath those that are not green."""
    sheet.heading("At a glance", 2)
    grid = sheet.table([2.2, *[2.4] * len(LABELS)])
    row(grid, ["", *LABELS], bold=True, size=9)
    rated = [update.rated[key] for key in LABELS.values()]
    row(grid, ["Last time", *(item.previous or "–" for item in rated)], size=9)
    cells = row(grid, ["This time", *[None] * len(rated)], size=9)
    for cell, item in zip(cells[1:], rated, strict=True):
        rate(cell, item.current, item.current, bold=True, size=10)
    reasons = [None if item.current == "Green" else item.comment for item in rated]
    row(grid, ["Why not green", *reasons], size=8.5)
    return [
        gold.rating(label, key, item.current, item.previous, reason)
        for (label, key), item, reason in zip(LABELS.items(), rated, reasons, strict=True)
    ]


def _work(sheet: Sheet, update: Update) -> list[Record]:
    month = dates.MONTHS[update.next_month.month - 1]
    records = _tasks(
        sheet, "What we have done since last time", "completed", update.done, "Nothing to report."
    )
    sheet.heading("What we meant to do but could not", 2)
    for task in update.missed:
        bullet(sheet.body, task.text)
        records.append(gold.activity("missed", task.text))
    if not update.missed:
        para(sheet.body, "Nothing outstanding.")
    return records + _tasks(
        sheet, f"What we will do in {month}", "planned", update.planned, "Nothing planned."
    )


def _tasks(sheet: Sheet, title: str, kind: str, tasks: tuple[Task, ...], nil: str) -> list[Record]:
    sheet.heading(title, 2)
    records = []
    for name, told in by_workstream(tasks).items():
        line = para(sheet.body, name, bold=True)
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_after = Pt(1)
        for task in told:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, name))
    if not tasks:
        para(sheet.body, nil)
    return records


def _counts(sheet: Sheet, update: Update) -> None:
    """Numbers of devices, which are neither money nor milestones."""
    sheet.heading("Devices replaced so far", 2)
    grid = sheet.table([5.4, 3.0, 3.0, 3.0])
    row(grid, ["Type of device", "On the list", "Delivered", "In clinical use"], bold=True, size=9.5)
    for name, listed in DEVICES:
        delivered = round(listed * update.percent / 100)
        row(grid, [name, str(listed), str(delivered), str(round(delivered * 0.85))], size=9.5)
    para(sheet.body, CAN_WAIT, italic=True, size=8.5)


def _dates(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Milestones", 2)
    records = []
    for item in update.milestones:
        word, day = ("achieved", item.actual) if item.actual else ("forecast", item.forecast)
        bullet(sheet.body, f"{item.text}: planned {dates.dotted(item.baseline)}, {word} {dates.dotted(day)}")
        records.append(gold.told_milestone(item, "baseline", "actual" if item.actual else "forecast"))
    return records


def _capital(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Capital position (£000)", 2)
    grid = sheet.table([5.4, 2.7, 2.7, 2.7, 2.7])
    row(grid, ["", "Budget", "Spend to date", "Year-end forecast", "Variance"], bold=True, size=9.5)
    records = []
    for line in with_total(update):
        sums = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *map(_thousands, sums)], size=9.5, bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    para(sheet.body)
    return records


def _thousands(amount: int) -> str:
    told = f"{abs(amount) / 1000:,.1f}"
    return f"({told})" if amount < 0 else told


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    for title, kind, nil in (
        ("Risks we are watching", "risk", "None."),
        ("Issues we are dealing with", "issue", "None this month."),
    ):
        sheet.heading(title, 2)
        told = update.of_kind(kind)
        for risk in told:
            bullet(sheet.body, f"{risk.text} – {risk.response}")
            records.append(gold.told_risk(risk, "response"))
        if not told:
            para(sheet.body, nil)
    return records


FAMILY = Family(
    name="equipment_update",
    organisation="St Brannoc's Hospitals NHS Trust",
    style="a hospital's update on its medical equipment replacement to its devices group",
    tests="areas across, reasons beneath, bullets that begin with dates, milestones as bullets, counts of devices",
    suffix=".docx",
    apart=False,
    projects=("w6_equipment",),
    render=render,
)
