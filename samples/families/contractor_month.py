"""A builder's monthly report to its client: numbered sections, coloured discs, look ahead by week, counts of safety."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import COLOURS, Sheet, bullet, page_number, para, row, run, shade
from samples.word_review import count_anew
from samples.word_styles import derived_style

STEEL, ORANGE, PALE = "2F3B45", "D9661F", "E9ECEF"
SIGNS = {"Green": "2E9E4F", "Amber": "F0A400", "Red": "C8102E"}
AREAS = {
    "Overall": "overall",
    "Programme": "schedule",
    "Commercial": "cost",
    "Quality": "quality",
    "Labour and plant": "resources",
    "Health, safety and environment": "other",
    "Client and neighbours": "stakeholders",
}
STORIES = {"other": "safety"}
"""Where the story knows an area by a name of its own."""
LEVELS = {1: "L", 2: "L", 3: "M", 4: "H", 5: "H"}
SAFETY = (
    ("Reportable accidents", "0", "0"),
    ("First aid cases", "1", "4"),
    ("Near misses reported", "3", "17"),
    ("Toolbox talks held", "6", "48"),
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Verdana", 9, margin_cm=2.0)
    derived_style(sheet, "Report Section", "Heading 1", size=12.5)
    head = sheet.header.paragraphs[0]
    run(head, "HARTNELL ROWE", bold=True, size=13, color=ORANGE)
    run(head, f"\t\tProgress report no. {update.number:02d}", size=8)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Hartnell Rowe Construction Ltd. Registered office: 4 Tannery Wharf, Eastmere.\t\t", size=7)
    page_number(foot)
    para(sheet.body, "Client Progress Report", bold=True, size=20, color=STEEL)
    _cover(sheet, update)
    _section(sheet, "1.0 Summary")
    para(sheet.body, update.summary)
    ratings = _summary(sheet, update)
    activities, milestones = _programme(sheet, update)
    finances = _commercial(sheet, update)
    _safety(sheet, update)
    risks = _risks(sheet, update)
    _section(sheet, "6.0 Instructions and decisions required from the Client")
    if update.decisions:
        count_anew(sheet, update.decisions)
    else:
        para(sheet.body, "None outstanding.")
    _section(sheet, "7.0 Photographs")
    para(sheet.body, "Photographs taken on the last Friday of the month are on the project portal.")
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


def _section(sheet: Sheet, title: str) -> None:
    para(sheet.body, title, style="Report Section")


def _grid(sheet: Sheet, widths: list[float], heads: list[str]) -> Any:
    grid = sheet.table(widths)
    for cell in row(grid, heads, bold=True, size=8, color="FFFFFF"):
        shade(cell, STEEL)
    return grid


def _cover(sheet: Sheet, update: Update) -> None:
    project = update.project
    planned = min(100, update.percent + 3 * (update.rated["schedule"].current != "Green"))
    grid = sheet.table([4.6, 12.4])
    for label, value in (
        ("Project", project.name),
        ("Project no.", project.reference),
        ("Client", "Eastmere County Council"),
        ("Framework", project.programme),
        ("Employer's agent", "Garrard Pike LLP"),
        ("Project manager", project.manager),
        ("Site manager", "Kerry Moss"),
        ("Form of contract", "JCT Design and Build 2016, two stage"),
        ("Commencement", dates.ordinal(project.start)),
        ("Contract completion", dates.ordinal(project.end)),
        ("Month reported", dates.month_year(update.first_day)),
        ("Date of issue", dates.ordinal(update.reported)),
        ("Planned progress", f"{planned}%"),
        ("Progress to date", f"{update.percent}% complete"),
    ):
        cells = row(grid, [None, value])
        run(cells[0].paragraphs[0], label, bold=True)
        shade(cells[0], PALE)
    para(sheet.body)


def _summary(sheet: Sheet, update: Update) -> list[Record]:
    """A coloured disc typed for last month and for this, and a remark; the key beneath uses the same sign."""
    grid = _grid(sheet, [5.0, 1.9, 1.9, 8.2], ["Area", "Previous", "Current", "Remarks"])
    records = []
    for label, dimension in AREAS.items():
        rated = update.rated[STORIES.get(dimension, dimension)]
        cells = row(grid, [label, None, None, rated.comment])
        for cell, rating in ((cells[1], rated.previous), (cells[2], rated.current)):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            if rating:
                run(cell.paragraphs[0], "●", size=14, color=SIGNS[rating])
        records.append(gold.rating(label, dimension, rated.current, rated.previous, rated.comment))
    line = para(sheet.body)
    for rating, words in (("Green", "satisfactory"), ("Amber", "being watched"), ("Red", "action needed")):
        run(line, "●", size=9, color=SIGNS[rating])
        run(line, f" {words}   ", size=8)
    return records


def _programme(sheet: Sheet, update: Update) -> tuple[list[Record], list[Record]]:
    _section(sheet, "2.0 Programme")
    _sub(sheet, "2.1 Works carried out this month")
    activities = []
    for trade, tasks in by_workstream(update.done).items():
        para(sheet.body, trade, bold=True).paragraph_format.keep_with_next = True
        for task in tasks:
            bullet(sheet.body, task.text)
            activities.append(gold.activity("completed", task.text, trade))
    _sub(sheet, "2.2 Works programmed but not completed")
    for task in update.missed:
        bullet(sheet.body, task.text)
        activities.append(gold.activity("missed", task.text))
    if not update.missed:
        para(sheet.body, "All works programmed for the month were completed.")
    _sub(sheet, "2.3 Look ahead")
    grid = _grid(sheet, [3.4, 9.4, 4.2], ["Week commencing", "Works", "By"])
    for task in sorted(update.planned, key=lambda task: task.due):
        start = dates.monday(task.due)
        row(grid, [dates.short(start), task.text, task.owner])
        activities.append(gold.activity("planned", task.text, None, task.owner, start))
    _sub(sheet, "2.4 Key dates")
    milestones = []
    grid = _grid(
        sheet,
        [5.4, 2.9, 2.9, 2.9, 2.9],
        ["Stage", "Contract programme", "Anticipated", "Actual", "Days early/late"],
    )
    for item in update.milestones:
        days = (item.baseline, None if item.actual else item.forecast, item.actual)
        gap = ((item.actual or item.forecast) - item.baseline).days
        late = "–" if not gap else f"{abs(gap)} {'late' if gap > 0 else 'early'}"
        row(grid, [item.text, *(dates.short(day) if day else "" for day in days), late])
        baseline, forecast, actual = days
        milestones.append(gold.milestone(item.text, baseline=baseline, forecast=forecast, actual=actual))
    return activities, milestones


def _sub(sheet: Sheet, title: str) -> None:
    line = para(sheet.body, title, style="Heading 2")
    line.paragraph_format.space_before = Cm(0.25)


def _commercial(sheet: Sheet, update: Update) -> list[Record]:
    _section(sheet, "3.0 Commercial")
    paid = sum(line.actual for line in update.money)
    para(
        sheet.body,
        f"Application {update.number:02d} has been agreed with the Employer's agent at £{paid:,}.00 gross.",
    )
    heads = [
        "Cost plan section",
        "Contract sum £",
        "Valued to date £",
        "Anticipated final account £",
        "Add/omit £",
    ]
    grid = _grid(sheet, [4.6, 3.1, 3.1, 3.4, 2.8], heads)
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast)
        cells = row(
            grid,
            [
                line.text,
                *(f"{n:,}.00" for n in amounts),
                f"{line.variance:+,}.00" if line.variance else "nil",
            ],
        )
        for cell in cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        record = gold.told_money(line, "budget", "actual", "forecast", "variance")
        if not line.variance:
            del record["variance"]  # 'nil' is nothing to one reader and nought to another
        records.append(record)
    return records


def _safety(sheet: Sheet, update: Update) -> None:
    """Counts and people on site: no record comes of them."""
    _section(sheet, "4.0 Health, safety, environment and labour")
    grid = _grid(sheet, [8.0, 4.5, 4.5], ["", "This month", "Contract to date"])
    for line in SAFETY:
        row(grid, line)
    para(sheet.body)
    grid = _grid(sheet, [8.0, 4.5, 4.5], ["Labour", "Average on site", "Peak"])
    for trade, people in (
        ("Management", 5),
        ("Groundworkers", 6),
        ("Bricklayers and roofers", 9),
        ("Mechanical and electrical", 4),
    ):
        row(grid, [trade, str(people), str(people + update.number % 4)])
    para(sheet.body, "Waste diverted from landfill: 94%. Considerate site visit: 41 points out of 50.")


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """The contract's risk register with letters, its rating a fill without a word; then delays as bullets."""
    _section(sheet, "5.0 Risk and delay")
    _sub(sheet, "5.1 Top project risks")
    heads = ["Item", "Description", "P", "I", "RAG", "Control", "Responsible"]
    grid = _grid(sheet, [1.3, 5.0, 0.9, 0.9, 1.2, 4.9, 2.8], heads)
    records = []
    for risk in update.of_kind("risk"):
        assert risk.likelihood is not None
        words = {"likelihood": LEVELS[risk.likelihood], "impact": LEVELS[risk.impact]}
        cells = row(grid, [risk.reference, risk.text, *words.values(), None, risk.response, risk.owner])
        shade(cells[4], COLOURS[risk.rating])
        records.append(gold.told_risk(risk, "reference", "response", "owner", "rating", **words))
    para(sheet.body, "P = probability, I = impact. H = high, M = medium, L = low.", italic=True, size=7.5)
    _sub(sheet, "5.2 Issues delaying the works")
    issues = update.of_kind("issue")
    for issue in issues:
        bullet(sheet.body, f"{issue.text} – {issue.response[0].lower()}{issue.response[1:]}")
        record = gold.told_risk(issue)
        record["response"] = issue.response[0].lower() + issue.response[1:]
        records.append(record)
    if not issues:
        para(sheet.body, "No issues are delaying the works at present.")
    return records


FAMILY = Family(
    name="contractor_month",
    organisation="Hartnell Rowe Construction",
    style="monthly client progress report of a building contractor",
    tests="typed discs then and now, look ahead by week, planned beside actual progress, safety and labour counts",
    suffix=".docx",
    apart=False,
    projects=("school",),
    render=render,
)
