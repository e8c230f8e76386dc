"""A government agency's delivery report: a confidence band of five levels, last month in brackets, risk sentences."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.story import tell
from samples.word import COLOURS, Sheet, bullet, page_number, para, rate, row, run, write

PLUM, GREY = "3C1053", "EFEFEF"
AREAS = {
    "Timetable and critical path": "schedule",
    "Cost and affordability": "cost",
    "Capacity and capability": "resources",
    "Benefits realisation": "benefits",
    "Staff and stakeholders": "stakeholders",
    "Scientific assurance": "quality",
}
SCALE = ("", "VL", "L", "M", "H", "VH")
PROXIMITY = {"R01": "Within 3 months", "R02": "Over 6 months", "R03": "3 to 6 months"}
STANDING = {"Complete": "Met", "On track": "On track", "At risk": "At risk", "Delayed": "Late"}
BENEFITS = (
    "Annual running costs fall by £3.1m from 2025-26. Carbon falls by 2,400 tonnes a year once the Ruddle boilers "
    "are off. The Benefits Realisation Plan was last reviewed in September 2022 and remains valid."
)
UNCLEARED = (6, 9)
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10.5, margin_cm=2.2)
    para(sheet.header, "OFFICIAL – SENSITIVE", bold=True, centred=True)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Agency for Animal, Plant and Bee Science\t\tPage ", size=8)
    page_number(foot)
    para(sheet.body, "Monthly Delivery Report", bold=True, size=20, color=PLUM)
    para(sheet.body, dates.month_year(update.first_day), size=14, color=PLUM)
    _details(sheet, update)
    ratings = _confidence(sheet, update)
    activities = _delivery(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _finance(sheet, update)
    risks = _risks(sheet, update)
    _title(sheet, "9", "Benefits")
    para(sheet.body, BENEFITS)
    _title(sheet, "10", "Steers and decisions sought from the Investment Committee")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None.")
    cleared = update.number not in UNCLEARED
    _title(sheet, "11", "Clearance")
    grid = sheet.table([8.0, 8.6])
    row(grid, ["Cleared by the SRO?", "Yes" if cleared else "No"])
    row(grid, ["Cleared by Finance Business Partner?", "Yes"])
    report = gold.told_report(
        update,
        *PRINTED,
        authorised=cleared,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, number: str, text: str) -> None:
    line = para(sheet.body, f"{number}. {text}", bold=True, size=12.5, color=PLUM)
    line.paragraph_format.keep_with_next = True


def _details(sheet: Sheet, update: Update) -> None:
    """Cells of a small grey label over its value, three to a row."""
    project = update.project
    _title(sheet, "1", "Project")
    grid = sheet.table([5.6, 5.6, 5.4])
    for trio in (
        (("Project name", project.name), ("Programme", project.programme), ("Project ID", project.reference)),
        (
            ("Senior Responsible Owner", project.sponsor),
            ("Project Director", project.manager),
            ("Directorate", project.department),
        ),
        (
            ("Date of report", dates.long(update.reported)),
            ("Start date", dates.long(project.start)),
            ("Forecast end date", dates.long(project.end)),
        ),
    ):
        cells = row(grid, [None] * 3)
        for cell, (label, value) in zip(cells, trio, strict=True):
            write(cell, label, size=8, color="606060")
            write(cell, value)
    para(sheet.body)


def _band(paragraph: Any, fill: str) -> None:
    """A background for a whole paragraph."""
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    )


def _confidence(sheet: Sheet, update: Update) -> list[Record]:
    """The assessment as one line on its colour, then the areas with last month's word in brackets."""
    _title(sheet, "2", "Delivery confidence")
    rated = update.rated["overall"]
    before = tell(update.project.key, update.number - 1).rated["overall"] if update.number > 1 else None
    line = para(sheet.body)
    _band(line, COLOURS[rated.confidence])
    run(line, "Delivery Confidence Assessment: ", bold=True)
    run(line, rated.confidence, bold=True)
    if before:
        run(line, f" (last month: {before.confidence})")
    para(sheet.body, rated.comment)
    overall = gold.rating(
        "Delivery Confidence Assessment",
        "overall",
        rated.confidence,
        before.confidence if before else None,
    )
    del overall["comment"]  # it stands beneath the line, not beside it
    grid = sheet.table([5.0, 3.6, 8.0])
    row(grid, ["Area", "This month (last month)", "Commentary"], bold=True, fill=GREY, size=9.5)
    records = [overall]
    for label, key in AREAS.items():
        rated = update.rated[key]
        words = f"{rated.current} ({rated.previous})" if rated.previous else rated.current
        row(grid, [label, words, rated.comment], size=9.5)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    para(sheet.body)
    _title(sheet, "3", "SRO overview")
    para(sheet.body, update.summary)
    return records


def _delivery(sheet: Sheet, update: Update) -> list[Record]:
    month, following = (dates.MONTHS[day.month - 1] for day in (update.first_day, update.next_month))
    records = []
    for number, title, kind, tasks in (
        ("4", f"Delivered in {month}", "completed", update.done),
        ("5", f"Due in {month} but not delivered", "missed", update.missed),
        ("6", f"To be delivered in {following}", "planned", update.planned),
    ):
        _title(sheet, number, title)
        if not tasks:
            para(sheet.body, "Nil.")
        records += _strands(sheet, kind, tasks)
    return records


def _strands(sheet: Sheet, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    records = []
    for name, group in by_workstream(tasks).items():
        para(sheet.body, name, underline=True).paragraph_format.keep_with_next = True
        for task in group:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, name))
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "7", "Milestones and money")
    grid = sheet.table([5.8, 3.6, 3.6, 1.6, 2.0])
    row(grid, ["Milestone", "Baseline", "Current view", "Days", "Status"], bold=True, fill=GREY, size=9.5)
    records = []
    for item in update.milestones:
        view = f"{dates.long(item.actual)} (A)" if item.actual else dates.long(item.forecast)
        days = ((item.actual or item.forecast) - item.baseline).days
        standing = STANDING[item.status]
        row(
            grid,
            [item.text, dates.long(item.baseline), view, f"{days:+d}" if days else "0", standing],
            size=9.5,
        )
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=None if item.actual else item.forecast,
                actual=item.actual,
                status=standing,
            )
        )
    para(sheet.body, "(A) = actual date. Days are counted against baseline.", size=8.5)
    return records


def _finance(sheet: Sheet, update: Update) -> list[Record]:
    """Millions with two places: the gold is as precise as the print."""
    grid = sheet.table([5.4, 2.8, 2.8, 2.8, 2.8])
    row(grid, ["£m", "Approved", "Spend to date", "Outturn", "Variance"], bold=True, fill=GREY, size=9.5)
    records = []
    for line in with_total(update):
        name = "Whole project" if line.text == "Total" else line.text
        printed = [f"{n / 1e6:.2f}" for n in (line.budget, line.actual, line.forecast, line.variance)]
        row(grid, [name, *printed], size=9.5, bold=name != line.text)
        budget, actual, forecast, variance = (round(float(text) * 1e6) for text in printed)
        records.append(gold.finance(name, budget=budget, actual=actual, forecast=forecast, variance=variance))
    para(sheet.body)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "8", "Risks and issues")
    grid = sheet.table([1.2, 4.4, 1.9, 2.0, 1.6, 3.7, 1.8])
    head = ["Ref", "Description", "Proximity", "Likelihood", "Impact", "Mitigation", "Residual rating"]
    row(grid, head, bold=True, fill=GREY, size=9)
    records = []
    for risk in update.of_kind("risk"):
        levels = {"likelihood": SCALE[risk.likelihood or 0], "impact": SCALE[risk.impact]}
        words = [
            risk.reference,
            risk.sentence,
            PROXIMITY[risk.reference],
            *levels.values(),
            risk.response,
            None,
        ]
        cells = row(grid, words, size=9)
        rate(cells[6], risk.rating, risk.rating, size=9)
        record = gold.told_risk(risk, "reference", "response", "rating", **levels)
        records.append(record | {"text": risk.sentence})
    para(sheet.body)
    para(sheet.body, "Issues", underline=True)
    for issue in update.of_kind("issue"):
        bullet(sheet.body, f"{issue.text} – {issue.response}")
        records.append(gold.told_risk(issue, "response"))
    if not update.of_kind("issue"):
        para(sheet.body, "Nil.")
    return records


FAMILY = Family(
    name="science_delivery",
    organisation="Agency for Animal, Plant and Bee Science",
    style="monthly delivery report of a government science agency",
    tests="a band of five levels, last month in brackets, slippage in days, risk sentences in rows, clearance",
    suffix=".docx",
    apart=False,
    projects=("w2b_labs",),
    render=render,
)
