"""A Canadian city's capital project report: facts in tabbed lines, words on shaded runs, dollars, month-first words."""

from __future__ import annotations

from datetime import date
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, page_number, para, row, run, shade, write

SPRUCE, FROST = "0B4F3C", "EAF2EE"
CHIPS = {
    "Green": ("ON TRACK", "2E8540"),
    "Amber": ("CAUTION", "F2B705"),
    "Red": ("OFF TRACK", "C8102E"),
    "Blue": ("COMPLETE", "1D4F91"),
}
HEADINGS = {
    "Overall": "overall",
    "Schedule": "schedule",
    "Budget": "cost",
    "Scope": "scope",
    "Community": "stakeholders",
    "Safety": "safety",
}
LEVELS = {"Green": ("Low", "BFE3C8"), "Amber": ("Medium", "FFE08A"), "Red": ("High", "F4A3A3")}
CHANCE = ("", "Rare", "Unlikely", "Possible", "Likely", "Almost certain")
IMPACT = ("", "Insignificant", "Minor", "Moderate", "Major", "Severe")
ORDERS = (
    ("CO-01", "Additional curb stops on Second Avenue", "Apr 22, 2024", "$18,400"),
    ("CO-02", "Streetcar rail removal, unit price", "Jun 5, 2024", "$174,250"),
    ("CO-03", "Winter seal in place of base asphalt", "Oct 16, 2024", "$41,900"),
)
ABOUT = (
    "This project replaces 1.4 km of cast iron watermain installed in 1913 and rebuilds the street with a protected "
    "bikeway, new curbs and 64 trees."
)
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "percent_complete")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Segoe UI", 10, margin_cm=2.1)
    sheet.body.sections[0].page_width, sheet.body.sections[0].page_height = Cm(21.59), Cm(27.94)
    run(
        sheet.header.paragraphs[0],
        "City of Port Lachlan\t\tCapital Project Delivery",
        bold=True,
        color=SPRUCE,
    )
    run(sheet.footer.paragraphs[0], "311 or portlachlan.example/capital    Page ", size=8)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "Capital Project Status Report", bold=True, size=20, color=SPRUCE)
    _facts(sheet, update)
    _title(sheet, "About this project")
    para(sheet.body, ABOUT)
    ratings = _status(sheet, update)
    _title(sheet, "Executive summary")
    para(sheet.body, update.summary)
    activities = _activities(sheet, update)
    milestones = _schedule(sheet, update)
    finances = _budget(sheet, update)
    risks = _risks(sheet, update)
    _title(sheet, "Council direction required")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None at this time.")
    report = gold.told_report(
        update,
        *PRINTED,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    sheet.heading(text, 2).paragraph_format.space_before = Cm(0.35)


def _day(day: date) -> str:
    """``Mar 28, 2024``."""
    return f"{dates.MONTHS[day.month - 1][:3]} {day.day}, {day.year}"


def _facts(sheet: Sheet, update: Update) -> None:
    project = update.project
    for label, value in (
        ("Project", project.name),
        ("Capital program", project.programme),
        ("Project number", project.reference),
        ("Executive sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Contractor", "Prairie Rose Underground Inc."),
        ("Ward", "3 and 7"),
        ("Reporting month", dates.month_year(update.first_day)),
        ("Report date", dates.american_long(update.reported)),
        ("Percent complete", f"{update.percent}%"),
    ):
        line = para(sheet.body)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(4.4))
        line.paragraph_format.space_after = 0
        run(line, label, bold=True, color=SPRUCE)
        run(line, f"\t{value}")


def _chip(paragraph: Any, rating: str) -> None:
    """A word in white or black on a shaded run."""
    word, fill = CHIPS[rating]
    stretch = run(
        paragraph, f" {word} ", bold=True, size=9, color="000000" if rating == "Amber" else "FFFFFF"
    )
    stretch._r.get_or_add_rPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    )


def _status(sheet: Sheet, update: Update) -> list[Record]:
    """No lines between the cells; last month's word stands beneath where it was another."""
    _title(sheet, "Status")
    grid = sheet.table([3.0, 3.4, 10.8], "Normal Table")
    records = []
    for label, key in HEADINGS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment])
        _chip(cells[1].paragraphs[0], rated.current)
        previous = rated.previous if rated.previous != rated.current else None
        if previous:
            run(cells[1].add_paragraph(), f"was {CHIPS[previous][0].title()}", size=8)
        dimension = "other" if key == "safety" else key
        records.append(gold.rating(label, dimension, rated.current, previous, rated.comment))
    return records


def _activities(sheet: Sheet, update: Update) -> list[Record]:
    """Accomplishments by discipline, delays as plain bullets, the look-ahead as a table."""
    records = []
    _title(sheet, "Accomplishments this month")
    for name, tasks in by_workstream(update.done).items():
        para(sheet.body, name, bold=True).paragraph_format.keep_with_next = True
        for task in tasks:
            bullet(sheet.body, task.text)
            records.append(gold.activity("completed", task.text, name))
    _title(sheet, "Planned this month, not completed")
    for task in update.missed:
        bullet(sheet.body, task.text)
        records.append(gold.activity("missed", task.text))
    if not update.missed:
        para(sheet.body, "None.")
    _title(sheet, "30-day look-ahead")
    grid = sheet.table([3.4, 7.4, 3.4, 3.2])
    row(grid, ["Discipline", "Activity", "Responsible", "By"], bold=True, fill=FROST)
    for task in update.planned:
        row(grid, [task.workstream, task.text, task.owner, _day(task.due)], size=9)
        records.append(gold.activity("planned", task.text, task.workstream, task.owner, task.due))
    return records


def _schedule(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Schedule milestones")
    grid = sheet.table([5.6, 3.0, 3.0, 3.0, 2.8])
    row(grid, ["Milestone", "Approved", "Projected", "Actual", "Variance"], bold=True, fill=FROST)
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = ((item.actual or item.forecast) - item.baseline).days
        shown = [_day(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        row(grid, [item.text, *shown, f"{days} days" if days else "–"], size=9)
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    return records


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    """Dollars without saying whose: the heading tells that they are Canadian."""
    _title(sheet, "Budget (CAD)")
    grid = sheet.table([5.2, 3.0, 3.0, 3.0, 3.0])
    heads = [
        "Component",
        "Approved budget",
        "Expended to date",
        "Forecast at completion",
        "Forecast variance",
    ]
    row(grid, heads, bold=True, fill=FROST, size=9)
    records = []
    for line in with_total(update):
        name = "Total project" if line.text == "Total" else line.text
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        words = [f"${n:,}" if n >= 0 else f"-${-n:,}" for n in amounts]
        row(grid, [name, *words], size=9, bold=name != line.text)
        record = gold.told_money(line, "budget", "actual", "forecast", "variance")
        records.append(record | {"text": name, "currency": "CAD"})
    para(sheet.body)
    para(sheet.body, "Change orders to date", bold=True)
    grid = sheet.table([2.2, 8.6, 3.4, 3.0])
    row(grid, ["Number", "Description", "Executed", "Value"], bold=True, fill=FROST, size=9)
    for order in ORDERS[
        : 0 if update.number == 1 else 1 if update.number < 4 else 2 if update.number < 8 else 3
    ]:
        row(grid, list(order), size=9)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Risks")
    grid = sheet.table([4.0, 2.5, 2.9, 1.8, 3.8, 2.4])
    heads = ["Risk", "Probability", "Consequence", "Level", "Mitigation strategy", "Risk owner"]
    row(grid, heads, bold=True, fill=FROST, size=9)
    records = []
    for risk in update.of_kind("risk"):
        level, fill = LEVELS[risk.rating]
        chance, impact = CHANCE[risk.likelihood or 0], IMPACT[risk.impact]
        cells = row(grid, [risk.text, chance, impact, None, risk.response, risk.owner], size=9)
        shade(cells[3], fill)
        write(cells[3], level, size=9)
        record = gold.told_risk(risk, "response", "owner", "rating", likelihood=chance, impact=impact)
        del record["score"]  # a level is the matrix's result, which one may call its score or not
        records.append(record)
    _title(sheet, "Issues")
    for issue in update.of_kind("issue"):
        line = para(sheet.body)
        run(line, "Issue: ", bold=True)
        run(line, issue.text)
        line = para(sheet.body)
        run(line, "Action: ", bold=True)
        run(line, issue.response)
        line = para(sheet.body)
        run(line, "Assigned to: ", bold=True)
        run(line, issue.owner)
        records.append(gold.told_risk(issue, "response", "owner"))
    if not update.of_kind("issue"):
        para(sheet.body, "No open issues.")
    return records


FAMILY = Family(
    name="city_capital",
    organisation="City of Port Lachlan",
    style="a Canadian city's monthly status report of a capital project",
    tests="words on shaded runs, month-first dates in words, Canadian dollars, a look-ahead table, change orders",
    suffix=".docx",
    apart=True,
    projects=("w2b_watermain",),
    render=render,
)
