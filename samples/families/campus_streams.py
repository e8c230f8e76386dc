"""A university's monthly report: a table of workstreams, then a section for each with its work, people and dates."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import Sheet, bullet, para, row, run, shade
from samples.word_review import footnote
from samples.word_styles import derived_style, table_style

PLUM, MIST = "5A1F4D", "F5EEF3"
WORDS = {"Green": "On course", "Amber": "Some concern", "Red": "Serious concern", "Blue": "Finished"}
TINTS = {"Green": "8FCB7F", "Amber": "FFC84A", "Red": "E8584F", "Blue": "8DB4E2"}
STREAMS = {
    "Cabling and ducts": ("strand1", "Alasdair Penn"),
    "Core network and wi-fi": ("strand2", "Beth Okafor"),
    "Teaching rooms": ("strand3", "Mirela Stan"),
    "People and timetable": ("strand4", "Dr Hugh Sefton"),
}
WHOLE = {
    "Project as a whole": "overall",
    "Timescale": "schedule",
    "Cost": "cost",
    "Scope": "scope",
    "Staffing": "resources",
}
LEVELS = {1: "Very low", 2: "Low", 3: "Medium", 4: "High", 5: "Very high"}
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Calibri", 10.5, margin_cm=2.2)
    derived_style(sheet, "Section Head", "Heading 1", size=15)
    derived_style(sheet, "Stream Head", "Heading 2", size=12)
    table_style(sheet, "Saltholme Plain", PLUM, MIST)
    run(
        sheet.header.paragraphs[0],
        "University of Saltholme\tDigital and Estates Services\tIn confidence",
        size=8.5,
    )
    para(sheet.body, update.project.name, bold=True, size=20, color=PLUM)
    para(sheet.body, f"Monthly project report: {dates.month_year(update.first_day)}", size=14, color=PLUM)
    _who(sheet, update)
    para(sheet.body, "The month in brief", style="Section Head")
    para(sheet.body, update.summary)
    ratings = _health(sheet, update)
    activities = _streams(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _budget(sheet, update)
    risks = _risks(sheet, update)
    para(sheet.body, "What we need from the Project Board", style="Section Head")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "Nothing this month.")
    para(sheet.body, "Communications", style="Section Head")
    para(
        sheet.body,
        "A notice was placed in the staff bulletin and the closure calendar on the web was kept up to date.",
    )
    report = gold.told_report(
        update,
        *PRINTED,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _who(sheet: Sheet, update: Update) -> None:
    """Labels without colons in a table without lines, two pairs to a row."""
    project = update.project
    grid = sheet.table([3.4, 5.4, 3.0, 4.8], "Normal Table")
    for left, value, right, other in (
        ("Project sponsor", project.sponsor, "Project code", project.reference),
        ("Project manager", project.manager, "Programme", project.programme),
        ("Report written", dates.brief(update.reported), "Audience", "Project Board"),
    ):
        cells = row(grid, [None, value, None, other])
        run(cells[0].paragraphs[0], left, color=PLUM, bold=True)
        run(cells[2].paragraphs[0], right, color=PLUM, bold=True)
    para(sheet.body)


def _health(sheet: Sheet, update: Update) -> list[Record]:
    """Two tables of words of the university's own on fills: the whole, then its workstreams beside last month."""
    records = []
    grid = sheet.table([3.3] * len(WHOLE), "Table Grid")
    row(grid, list(WHOLE), bold=True, centred=True, fill=MIST)
    for cell, (label, key) in zip(row(grid, [None] * len(WHOLE)), WHOLE.items(), strict=True):
        rated = update.rated[key]
        _colour(cell, rated.current)
        records.append(gold.rating(label, key, rated.current))
    para(sheet.body)
    grid = sheet.table([4.4, 2.6, 2.6, 6.9], "Saltholme Plain")
    row(grid, ["Workstream", "Last month", "This month", "Headline"])
    for label, (key, _) in STREAMS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        if rated.previous:
            _colour(cells[1], rated.previous)
        _colour(cells[2], rated.current)
        records.append(gold.rating(label, "other", rated.current, rated.previous, rated.comment))
    key = "; ".join(f"{word} = {rating.lower()}" for rating, word in WORDS.items())
    para(sheet.body, f"Key: {key}", italic=True, size=8)
    return records


def _colour(cell: Any, rating: str) -> None:
    shade(cell, TINTS[rating])
    run(cell.paragraphs[0], WORDS[rating])


def _streams(sheet: Sheet, update: Update) -> list[Record]:
    """What each workstream did as bullets, what it does next as a table of its own; late work has a line apart."""
    para(sheet.body, "Workstreams", style="Section Head")
    records = []
    for name, (_, lead) in STREAMS.items():
        para(sheet.body, name, style="Stream Head")
        line = para(sheet.body)
        run(line, "Workstream lead: ", bold=True)
        run(line, lead)
        done, late, planned = (
            [task for task in tasks if task.workstream == name]
            for tasks in (update.done, update.missed, update.planned)
        )
        para(sheet.body, f"Done in {_month(update.first_day.month)}", bold=True)
        if not done:
            para(sheet.body, "No activity in the month.")
        for task in done:
            bullet(sheet.body, task.text)
            records.append(gold.activity("completed", task.text, name))
        if late:
            para(sheet.body, f"Due in {_month(update.first_day.month)} but not done", bold=True)
        for task in late:
            bullet(sheet.body, task.text)
            records.append(gold.activity("missed", task.text, name))
        if planned:
            records += _coming(sheet, update, name, planned)
    return records


def _coming(sheet: Sheet, update: Update, name: str, tasks: list[Task]) -> list[Record]:
    para(sheet.body, f"Coming up in {_month(update.next_month.month)}", bold=True)
    grid = sheet.table([9.5, 3.6, 3.4], "Saltholme Plain")
    row(grid, ["Task", "Who", "By when"])
    for task in tasks:
        row(grid, [task.text, task.owner, dates.brief(task.due)])
    para(sheet.body)
    return [gold.activity("planned", task.text, name, task.owner, task.due) for task in tasks]


def _month(number: int) -> str:
    return dates.MONTHS[number - 1]


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "Milestones", style="Section Head")
    grid = sheet.table([6.3, 2.7, 2.7, 2.7, 2.1], "Saltholme Plain")
    row(grid, ["Milestone", "In the plan", "Now expected", "Reached", "State"])
    records = []
    for item in update.milestones:
        state = "Reached" if item.actual else "Slipping" if item.slip else "To plan"
        days = (item.baseline, None if item.actual else item.forecast, item.actual)
        row(grid, [item.text, *(dates.brief(day) if day else "" for day in days), state])
        baseline, forecast, actual = days
        records.append(
            gold.milestone(item.text, baseline=baseline, forecast=forecast, actual=actual, status=state)
        )
    return records


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, "Budget (£000)", style="Section Head")
    grid = sheet.table([5.3, 2.8, 2.8, 2.8, 2.8], "Saltholme Plain")
    row(grid, ["Heading", "Approved", "Spend to date", "Likely outturn", "Under/(over)"])
    records = []
    for line in with_total(update):
        left = -line.variance
        shown = f"{left / 1000:,.1f}" if left >= 0 else f"({-left / 1000:,.1f})"
        amounts = (line.budget, line.actual, line.forecast)
        row(grid, [line.text, *(f"{n / 1000:,.1f}" for n in amounts), shown])
        record = gold.told_money(line, "budget", "actual", "forecast", "variance")
        del record["variance"]  # its sign follows the column's own words or the ledger's, and readers differ
        records.append(record)
    note = para(sheet.body, "Figures are taken from the ledger at the month's end", size=9, italic=True)
    footnote(sheet, note, "Recoverable VAT is left out.")
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Levels as words and a filled word; issues of today in a shorter table, or a sentence that there are none."""
    para(sheet.body, "Risks", style="Section Head")
    grid = sheet.table([1.2, 4.6, 4.6, 1.9, 1.9, 2.3], "Table Grid")
    row(
        grid,
        ["Ref", "What might happen", "What we are doing", "Chance", "Impact", "Rating"],
        bold=True,
        fill=MIST,
    )
    records = []
    for risk in update.of_kind("risk"):
        assert risk.likelihood is not None
        chance, impact = LEVELS[risk.likelihood], LEVELS[risk.impact]
        cells = row(grid, [risk.reference, risk.text, risk.response, chance, impact, None])
        shade(cells[5], TINTS[risk.rating])
        run(cells[5].paragraphs[0], risk.rating)
        records.append(
            gold.told_risk(risk, "reference", "response", "rating", likelihood=chance, impact=impact)
        )
    para(sheet.body, "Issues", style="Section Head")
    issues = update.of_kind("issue")
    if not issues:
        para(sheet.body, "There are no open issues.").paragraph_format.left_indent = Cm(0.5)
        return records
    grid = sheet.table([1.2, 6.0, 6.0, 3.3], "Table Grid")
    row(grid, ["Ref", "What has happened", "What we are doing", "Owner"], bold=True, fill=MIST)
    for issue in issues:
        row(grid, [issue.reference, issue.text, issue.response, issue.owner])
        records.append(gold.told_risk(issue, "reference", "response", "owner"))
    return records


FAMILY = Family(
    name="campus_streams",
    organisation="University of Saltholme",
    style="monthly estates and IT project report of a university",
    tests="rated workstreams, done, late and coming up beneath each of them, its own words on pale fills, a footnote",
    suffix=".docx",
    apart=False,
    projects=("wifi",),
    render=render,
)
