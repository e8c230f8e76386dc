"""A federation of parish councils' digital project: a clerk's lettered registers in which every line has its date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Risk, Update, with_total
from samples.word import Sheet, deleted, inserted, para, row, run, span
from samples.word_styles import table_style

GREEN, MIST = "35523B", "EEF3EC"
STYLE = "Parish Register"
LABELS = {
    "The project as a whole": "overall",
    "Timetable": "schedule",
    "Budget": "cost",
    "Quality of the records": "quality",
    "People and time": "resources",
    "Parishes' support": "stakeholders",
}
WORDS = {"Green": "On course", "Amber": "Slipping", "Red": "Stuck"}
KEY = "On course = green. Slipping = amber. Stuck = red."
CHANCE = {1: "rare", 2: "unlikely", 3: "possible", 4: "likely", 5: "near certain"}
EFFECT = {1: "trivial", 2: "minor", 3: "moderate", 4: "serious", 5: "severe"}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date")
COPIES = (
    "Copies: all parish clerks; county association; noticeboard at Withern. Not for the press until approved."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Cambria", 10.5, margin_cm=2.0)
    table_style(sheet, STYLE, GREEN, MIST)
    run(sheet.header.paragraphs[0], "Ryebridge and Wolds Federation of Parish Councils", italic=True, size=9)
    run(sheet.footer.paragraphs[0], "Joint Committee papers, item 8", size=8.5)
    _front(sheet, update)
    report = gold.told_report(
        update,
        *PRINTED,
        ratings=_standing(sheet, update),
        activities=_work(sheet, update),
        milestones=_milestones(sheet, update),
        risks=[*_risks(sheet, update), *_issues(sheet, update)],
        finances=_money(sheet, update),
        decisions=_decisions(sheet, update),
    )
    para(sheet.body)
    para(sheet.body, "Received by the Joint Committee on ....................  Chairman ....................")
    para(sheet.body, COPIES, italic=True, size=9)
    return Rendered(sheet.save(), (report,))


def _short_day(day: date) -> str:
    """``Tue 14 Oct``: the year goes without saying."""
    return f"{DAYS[day.weekday()]} {day.day} {dates.MONTHS[day.month - 1][:3]}"


def _front(sheet: Sheet, update: Update) -> None:
    project = update.project
    para(sheet.body, "Project report with registers", bold=True, size=17, color=GREEN)
    grid = sheet.table([4.2, 4.6, 3.6, 4.6], "Table Grid")
    for cells in (
        ("Project", project.name, "Project number", project.reference),
        ("Programme", project.programme, "Report for", dates.month_year(update.first_day)),
        ("Sponsor", project.sponsor, "Project lead", project.manager),
        ("Start date", dates.brief(project.start), "End date", dates.brief(project.end)),
        ("Date of report", dates.ordinal(update.reported), "Auditor's visit", "TBC"),
    ):
        told = row(grid, [None, None, None, None])
        for number, (cell, text) in enumerate(zip(told, cells, strict=True)):
            line = cell.paragraphs[0]
            line.paragraph_format.space_after = Pt(2)
            run(line, text, bold=number % 2 == 0, size=10)
    para(sheet.body)
    para(sheet.body, update.summary)


def _register(sheet: Sheet, title: str, widths: Sequence[float], heads: Sequence[str], note: str = "") -> Any:
    line = para(sheet.body, title, bold=True, size=12.5, color=GREEN)
    line.paragraph_format.space_before = Pt(8)
    line.paragraph_format.keep_with_next = True
    if note:
        para(sheet.body, note, italic=True, size=9)
    grid = sheet.table(widths, STYLE)
    row(grid, list(heads), size=9.5)
    return grid


def _standing(sheet: Sheet, update: Update) -> list[Record]:
    """Words of the federation's own, which its key explains."""
    heads = ("", "Last report", "This report", "Why we say so")
    grid = _register(sheet, "A. How it stands", (4.4, 2.6, 2.6, 7.4), heads, KEY)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        before = WORDS[rated.previous] if rated.previous else "–"
        row(grid, [label, before, WORDS[rated.current], rated.comment], size=10)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    heads = ("Date", "Strand", "What was done", "Who")
    grid = _register(sheet, "B. Done since the last report", (2.4, 3.2, 7.6, 3.8), heads)
    for task in sorted(update.done, key=lambda task: task.due):
        day = min(task.due, update.reported)
        row(grid, [_short_day(day), task.workstream, task.text, task.owner], size=10)
        records.append(gold.activity("completed", task.text, task.workstream, task.owner, day))
    heads = ("Was due", "Strand", "What", "Who")
    grid = _register(sheet, "C. Promised but not done", (2.4, 3.2, 7.6, 3.8), heads)
    for task in update.missed:
        row(grid, [dates.short(task.due), task.workstream, task.text, task.owner], size=10)
        records.append(gold.activity("missed", task.text, task.workstream, task.owner, task.due))
    if not update.missed:
        span(grid, "All promises kept")
    heads = ("By", "Strand", "What", "Who")
    grid = _register(sheet, "D. To do before the next report", (2.4, 3.2, 7.6, 3.8), heads)
    for task in sorted(update.planned, key=lambda task: task.due):
        row(grid, [dates.short(task.due), task.workstream, task.text, task.owner], size=10)
        records.append(gold.activity("planned", task.text, task.workstream, task.owner, task.due))
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    """A date that moved this month is corrected with tracking on."""
    heads = ("No.", "Milestone", "First agreed", "Now expected", "Date met")
    grid = _register(sheet, "E. Milestones", (1.2, 6.4, 3.0, 3.4, 3.0), heads)
    records = []
    for number, item in enumerate(update.milestones, start=1):
        met = dates.short(item.actual) if item.actual else ""
        cells = row(grid, [str(number), item.text, dates.short(item.baseline), None, met], size=10)
        entry = update.project.facts["milestones"][number - 1]
        before = [entry["baseline"], *(day for month, day in entry["moves"] if month < update.number)][-1]
        if not item.actual:
            line, told = cells[3].paragraphs[0], dates.short(item.forecast)
            if any(month == update.number for month, _ in entry["moves"]):
                deleted(sheet, line, dates.short(date.fromisoformat(before)))
                inserted(sheet, line, told)
            else:
                run(line, told, size=10)
        printed = ("baseline", "actual" if item.actual else "forecast")
        records.append(gold.told_milestone(item, *printed))
    return records


def _raised(update: Update, risk: Risk) -> str:
    """The day on which a risk came into the register."""
    entry = next(item for item in update.project.facts["risks"] if item["response"] == risk.response)
    months = update.number - entry["months"][0]
    day = update.first_day
    for _ in range(months):
        day = (day - timedelta(days=1)).replace(day=1)
    return dates.short(dates.working_day(day + timedelta(days=8)))


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    heads = ("No.", "Raised", "Risk", "What we do about it", "Chance", "Effect", "Owner", "State")
    widths = (1.1, 1.8, 3.5, 3.4, 1.9, 1.9, 2.0, 1.4)
    grid = _register(sheet, "F. Risks", widths, heads)
    records = []
    for risk in update.of_kind("risk"):
        words = {
            "likelihood": CHANCE[risk.likelihood or 1],
            "impact": EFFECT[risk.impact],
            "status": risk.status,
        }
        texts = [risk.reference, _raised(update, risk), risk.sentence, risk.response]
        row(grid, [*texts, words["likelihood"], words["impact"], risk.owner, risk.status], size=8.5)
        told = gold.told_risk(risk, "response", "reference", "owner", **words)
        records.append(told | {"text": risk.sentence})
    return records


def _issues(sheet: Sheet, update: Update) -> list[Record]:
    heads = ("No.", "Raised", "Problem", "Action", "Owner", "State")
    grid = _register(sheet, "G. Issues", (1.2, 2.0, 4.8, 4.8, 2.6, 1.6), heads)
    told = update.of_kind("issue")
    for risk in told:
        texts = [risk.reference, _raised(update, risk), risk.text, risk.response, risk.owner, risk.status]
        row(grid, texts, size=9)
    if not told:
        span(grid, "None on the register at present", size=9)
    return [gold.told_risk(risk, "response", "reference", "owner", "status") for risk in told]


def _money(sheet: Sheet, update: Update) -> list[Record]:
    heads = ("", "Budget", "Paid to date", "Likely total", "Difference")
    grid = _register(sheet, "H. Money", (6.0, 2.7, 2.8, 2.8, 2.7), heads)
    records = []
    for line in with_total(update):
        sums = [f"£{amount:,}" for amount in (line.budget, line.actual, line.forecast)]
        difference = f"{line.variance:+,}".replace("-", "−") if line.variance else "0"
        row(grid, [line.text, *sums, difference], size=10)
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _decisions(sheet: Sheet, update: Update) -> list[Record]:
    heads = ("No.", "The Joint Committee is asked to", "Needed by")
    grid = _register(sheet, "I. Decisions wanted", (1.2, 12.4, 3.4), heads)
    day = dates.short(dates.working_day(update.next_month + timedelta(days=18)))
    for number, text in enumerate(update.decisions, start=1):
        row(grid, [str(number), text, day], size=10)
    if not update.decisions:
        row(grid, ["", "", ""], size=10)
    return gold.decisions(update.decisions)


FAMILY = Family(
    name="parish_registers",
    organisation="Ryebridge and Wolds Federation of Parish Councils",
    style="a parish federation's report on its shared digital project, all in registers",
    tests="dates without year, a key for its own words, risk sentences beside responses, a date tracked, empty rows",
    suffix=".docx",
    apart=True,
    projects=("w6_parishes",),
    render=render,
)
