"""A port authority's monthly report on marine works: numbered clauses, words on a key of its own, volumes, plant."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm, Pt

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import COLOURS, Sheet, bullet, page_number, para, row, run, shade, write

NAVY, FOAM = "12355B", "DCE6F0"
WORDS = {"Green": "Satisfactory", "Amber": "Attention", "Red": "Serious"}
KEY = "Key: Satisfactory = Green; Attention = Amber; Serious = Red."
LABELS = {
    "The Works generally": "overall",
    "Progress against Accepted Programme": "schedule",
    "Cost against Contract Sum": "cost",
    "Quality of the Works": "quality",
    "Third parties": "stakeholders",
}
AREAS = (("Outer bar", 431000), ("Second bend", 688000), ("Berth pocket", 96000))
"""Parts of the channel and the cubic metres to be taken out of each."""
WEATHER = "Significant wave height was recorded hourly at the outer buoy. No lost time accident occurred."
SAVING = "Savings are shown in brackets. Sums exclude value added tax."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Times New Roman", 11, margin_cm=2.3)
    run(sheet.header.paragraphs[0], "MERRIN PORT AUTHORITY\t\tMarine Works", bold=True, size=9, color=NAVY)
    run(sheet.footer.paragraphs[0], f"Monthly Report No. {update.number:02d}        Sheet ", size=9)
    page_number(sheet.footer.paragraphs[0])
    month = f"FOR THE MONTH OF {dates.month_year(update.first_day).upper()}"
    para(sheet.body, "MARINE WORKS – MONTHLY REPORT", bold=True, size=15, color=NAVY, centred=True)
    para(sheet.body, month, bold=True, centred=True)
    _contract(sheet, update)
    _clause(sheet, "2.0", "Engineer's appreciation")
    para(sheet.body, update.summary)
    ratings = _standing(sheet, update)
    activities = _works(sheet, "4.0", "Works executed during the month", "completed", update.done)
    activities += _works(sheet, "5.0", "Works programmed but not executed", "missed", update.missed)
    activities += _works(sheet, "6.0", "Works to be executed next month", "planned", update.planned)
    _quantities(sheet, update)
    milestones = _key_dates(sheet, update)
    finances = _statement(sheet, update)
    risks = _risks(sheet, update)
    _clause(sheet, "11.0", "Approvals requested of the Board")
    for text in update.decisions or ("None.",):
        para(sheet.body, text, style="List Number")
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


def _clause(sheet: Sheet, number: str, title: str) -> None:
    """A clause heading that is only typed: number, tab, capitals."""
    line = para(sheet.body)
    run(line, f"{number}\t{title.upper()}", bold=True, color=NAVY)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(9), True


def _headed(sheet: Sheet, widths: list[float], heads: list[str]) -> Any:
    grid = sheet.table(widths)
    row(grid, heads, bold=True, fill=FOAM, size=10)
    return grid


def _contract(sheet: Sheet, update: Update) -> None:
    """Tabbed lines without a table."""
    project = update.project
    _clause(sheet, "1.0", "Particulars of contract")
    for label, value in (
        ("Project title", project.name),
        ("Contract number", project.reference),
        ("Contractor", "Van Steen Waterbouw BV"),
        ("Project Manager", project.manager),
        ("Date of commencement", dates.long(project.start)),
        ("Contract completion", dates.long(project.end)),
        ("Date of this report", dates.long(update.reported)),
        ("Overall progress by value", f"{update.percent} per cent"),
    ):
        line = para(sheet.body, f"{label}:\t{value}")
        line.paragraph_format.tab_stops.add_tab_stop(Cm(6.2))
        line.paragraph_format.space_after = Pt(1)


def _standing(sheet: Sheet, update: Update) -> list[Record]:
    """Words of the authority's own on fills, explained by a key."""
    _clause(sheet, "3.0", "Standing of the contract")
    grid = _headed(sheet, [5.4, 2.6, 8.4], ["Heading", "Standing", "Engineer's remarks"])
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment], size=10.5)
        shade(cells[1], COLOURS[rated.current])
        write(cells[1], WORDS[rated.current], bold=True, centred=True, size=10)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    para(sheet.body, KEY, italic=True, size=9)
    return records


def _works(sheet: Sheet, number: str, title: str, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    """Bullets beneath the underlined parts of the channel."""
    _clause(sheet, number, title)
    records = []
    for area, group in by_workstream(tasks).items():
        para(sheet.body, area, underline=True).paragraph_format.keep_with_next = True
        for task in group:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, area))
    if not tasks:
        para(sheet.body, "Nil.")
    return records


def _quantities(sheet: Sheet, update: Update) -> None:
    """Cubic metres and lost time, which are no record."""
    _clause(sheet, "7.0", "Quantities and lost time")
    grid = _headed(
        sheet, [5.0, 3.8, 3.8, 3.8], ["Location", "Contract (m³)", "This month (m³)", "To date (m³)"]
    )
    for area, volume in AREAS:
        to_date = volume * update.percent // 100
        row(grid, [area, f"{volume:,}", f"{to_date // update.number:,}", f"{to_date:,}"], size=10.5)
    para(sheet.body, WEATHER)


def _key_dates(sheet: Sheet, update: Update) -> list[Record]:
    _clause(sheet, "8.0", "Key dates")
    heads = ["Key date", "Contract", "Anticipated", "Achieved"]
    grid = _headed(sheet, [6.4, 3.3, 3.3, 3.4], heads)
    records = []
    for item in update.milestones:
        reached = dates.dotted(item.actual) if item.actual else ""
        shown = [dates.dotted(item.baseline), dates.dotted(item.forecast), reached]
        row(grid, [item.text, *shown], size=10.5)
        records.append(gold.told_milestone(item, "baseline", "forecast", "actual"))
    return records


def _statement(sheet: Sheet, update: Update) -> list[Record]:
    _clause(sheet, "9.0", "Financial statement (£)")
    heads = ["Bill", "Contract sum", "Certified to date", "Anticipated final", "Difference"]
    grid = _headed(sheet, [4.6, 2.9, 3.1, 3.1, 2.7], heads)
    records = []
    for line in with_total(update):
        change = f"({-line.variance:,})" if line.variance < 0 else f"{line.variance:,}"
        sums = [f"{amount:,}" for amount in (line.budget, line.actual, line.forecast)]
        row(grid, [line.text, *sums, change], bold=line.text == "Total", size=10.5)
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    para(sheet.body, SAVING, italic=True, size=9)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Bullets in which a dash parts what may happen from what is done about it."""
    _clause(sheet, "10.0", "Risks and issues")
    records = []
    for title, kind in (("Risks", "risk"), ("Issues", "issue")):
        para(sheet.body, title, underline=True).paragraph_format.keep_with_next = True
        for risk in update.of_kind(kind):
            bullet(sheet.body, f"{risk.text} – {risk.response}")
            records.append(gold.told_risk(risk, "response"))
        if not update.of_kind(kind):
            para(sheet.body, "Nil.")
    return records


FAMILY = Family(
    name="port_dredging",
    organisation="Merrin Port Authority",
    style="a port authority's monthly report on marine works",
    tests="typed clause numbers, words explained by the report's own key, volumes that are no record, nil sections",
    suffix=".docx",
    apart=False,
    projects=("dredging",),
    render=render,
)
