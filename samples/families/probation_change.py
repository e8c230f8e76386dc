"""A probation region's service change report: confidence over the last three boards, proximity, dependencies."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update
from samples.retelling import RESETTLEMENT, retold
from samples.story import tell
from samples.word import Sheet, bullet, page_number, para, rate, row, run, shade, write

PURPLE, MIST, GREY = "3C2A5E", "ECE8F3", "D9D9D9"
NAME, PROGRAMME, REFERENCE = "Home from Custody Resettlement", "Regional Reform Portfolio", "RRP-019"
BOARDS = 3
LABELS = {
    "Overall DCA": "overall",
    "Time": "schedule",
    "Cost": "cost",
    "People": "resources",
    "Benefits": "benefits",
}
WORDS = {1: "VL", 2: "L", 3: "M", 4: "H", 5: "VH"}
PROXIMITY = ("0–3 months", "3–6 months", "This quarter")
DEPENDENCIES = (
    ("Prisons Group", "Release diaries shared with practitioners", "Agreed in principle"),
    ("Digital and Technology", "Laptops for seconded staff", "Delivered"),
)
"""What the project waits for, from whom and how it stands."""
MARKING = "OFFICIAL – SENSITIVE"


def gather(number: int) -> tuple[Update, ...]:
    """The latest boards' updates, oldest first, told of people who come home from prison."""
    facts = {"name": NAME, "programme": PROGRAMME, "reference": REFERENCE}
    months = range(max(1, number - BOARDS + 1), number + 1)
    return tuple(retold(tell("homefirst", month), RESETTLEMENT, **facts) for month in months)


def this_board(updates: tuple[Update, ...]) -> str:
    return f"RRP-019 Highlight Report {dates.iso_month(updates[-1].first_day)}"


def render(updates: tuple[Update, ...]) -> Rendered:
    update = updates[-1]
    cleared = update.number % 5 != 2
    sheet = Sheet("Arial", 10, margin_cm=1.8)
    para(sheet.header, MARKING, bold=True, size=9, centred=True)
    run(sheet.header.paragraphs[0], "Calder and Wolds Probation Region", size=9, color=PURPLE)
    para(sheet.footer, MARKING, bold=True, size=9, centred=True)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "Project Highlight Report – Regional Change Board", bold=True, size=15, color=PURPLE)
    _front(sheet, update, cleared)
    ratings = _confidence(sheet, updates)
    sheet.heading("Headlines", 2)
    para(sheet.body, update.summary)
    activities = _activity(sheet, "Delivered since the last Board", "completed", update.done)
    activities += _activity(sheet, "Due since the last Board but not delivered", "missed", update.missed)
    activities += _activity(sheet, "Focus for the next four weeks", "planned", update.planned)
    milestones = _milestones(sheet, update)
    risks = _raid(sheet, update)
    sheet.heading("Asks of the Board", 2)
    for text in update.decisions or ("No asks this month",):
        bullet(sheet.body, text)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        authorised=cleared,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _front(sheet: Sheet, update: Update, cleared: bool) -> None:
    project = update.project
    grid = sheet.table([3.0, 6.0, 3.6, 4.8])
    for texts in (
        ("Project", project.name, "Portfolio ID", project.reference),
        ("Programme", project.programme, "Reporting month", dates.month_year(update.first_day)),
        ("SRO", project.sponsor, "Date prepared", dates.slashed(update.reported)),
        ("Project lead", project.manager, "Cleared by SRO (Y/N)", "Y" if cleared else "N"),
    ):
        cells = row(grid, texts)
        for cell in cells[::2]:
            shade(cell, MIST)
            cell.paragraphs[0].runs[0].bold = True


def _headed(sheet: Sheet, widths: list[float], heads: list[str]) -> Any:
    grid = sheet.table(widths)
    row(grid, heads, bold=True, fill=PURPLE, color="FFFFFF", size=9)
    return grid


def _confidence(sheet: Sheet, updates: tuple[Update, ...]) -> list[Record]:
    """A letter for each of the last boards; the last of them is this month's."""
    sheet.heading("Delivery confidence", 2)
    months = [dates.month_dash(update.first_day) for update in updates]
    widths = [2.8, *[1.7] * len(months), 14.6 - 1.7 * len(months)]
    grid = _headed(sheet, widths, ["", *months, "Rationale for this month"])
    records = []
    for label, key in LABELS.items():
        rated = updates[-1].rated[key]
        cells = row(grid, [None, *[None] * len(months), rated.comment])
        write(cells[0], label, bold=True)
        shade(cells[0], MIST)
        for cell, told in zip(cells[1:-1], updates, strict=True):
            rate(cell, told.rated[key].current, told.rated[key].letter, bold=told is updates[-1])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _activity(sheet: Sheet, title: str, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    sheet.heading(title, 2)
    records = []
    for area, group in by_workstream(tasks).items():
        line = para(sheet.body, f"{area}:", bold=True)
        line.paragraph_format.keep_with_next = True
        for task in group:
            bullet(sheet.body, task.text)
            records.append(gold.activity(kind, task.text, area))
    if not tasks:
        para(sheet.body, "None")
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Milestones", 2)
    grid = _headed(sheet, [8.4, 3.2, 3.2, 2.6], ["Milestone", "Baseline", "Forecast / actual", "BRAG"])
    records = []
    for item in update.milestones:
        cells = row(grid, [item.text, dates.slashed(item.baseline), dates.slashed(item.forecast), None])
        rate(cells[3], item.rating, item.rating[0])
        record = gold.told_milestone(item, "baseline", "forecast", "rating")
        if item.actual:
            del record["forecast"], record["actual"]  # the column does not say which of the two its date is
        records.append(record)
    return records


def _raid(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Top risks", 2)
    heads = ["Ref", "Risk", "Proximity", "Prob.", "Impact", "RAG", "Mitigation", "Owner"]
    grid = _headed(sheet, [1.2, 4.2, 2.0, 1.2, 1.7, 1.2, 3.7, 2.2], heads)
    records = []
    for place, risk in enumerate(update.of_kind("risk")):
        levels = {"likelihood": WORDS[risk.likelihood or 1], "impact": WORDS[risk.impact]}
        shown = [risk.reference, risk.text, PROXIMITY[place % len(PROXIMITY)], *levels.values()]
        cells = row(grid, [*shown, None, risk.response, risk.owner], size=9)
        rate(cells[5], risk.rating, risk.rating[0], bold=True)
        records.append(gold.told_risk(risk, "reference", "response", "owner", "rating", **levels))
    para(sheet.body, "Probability and impact: VL very low, L low, M medium, H high, VH very high.", size=8)
    sheet.heading("Live issues", 2)
    found = update.of_kind("issue")
    if found:
        grid = _headed(sheet, [1.2, 6.2, 1.4, 6.2, 2.4], ["Ref", "Issue", "RAG", "Resolution", "Owner"])
    else:
        para(sheet.body, "No live issues")
    for issue in found:
        cells = row(grid, [issue.reference, issue.text, None, issue.response, issue.owner], size=9)
        rate(cells[2], issue.rating, issue.rating[0], bold=True)
        records.append(gold.told_risk(issue, "reference", "response", "owner", "rating"))
    sheet.heading("Dependencies", 2)
    grid = sheet.table([4.4, 8.4, 4.6])
    row(grid, ["Depends on", "For", "Position"], bold=True, fill=GREY, size=9)
    for texts in DEPENDENCIES:
        row(grid, texts, size=9)
    return records


FAMILY = Family(
    name="probation_change",
    organisation="Calder and Wolds Probation Region",
    style="service change report to a probation region's board",
    tests="ratings of the last three boards side by side, forecast or actual in one column, proximity, dependencies",
    suffix=".docx",
    apart=False,
    projects=("homefirst",),
    render=render,
    gather=gather,
    file_name=this_board,
)
