"""An ambulance trust's protected form: text, check box and drop-down form fields, words struck out, solid patterns."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Rated, Task, Update
from samples.word import COLOURS, Sheet, page_number, para, row, run
from samples.word_fields import form_check, form_choice, form_text
from samples.word_styles import pattern_fill

STATES = ("Select", "Red", "Amber", "Green", "Complete")
LABELS = {
    "Overall": "overall",
    "Timescale": "schedule",
    "Finance": "cost",
    "Quality / patient care": "quality",
    "Staff side and public": "stakeholders",
}
NEVER_AGREED = 4
"""Every fourth report goes out before the sponsor has seen it."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    agreed = update.number % NEVER_AGREED != 0
    sheet = Sheet("Times New Roman", 11, margin_cm=2.2)
    run(sheet.header.paragraphs[0], "Marchlands Ambulance Service NHS Trust\t\tForm PMO 4", size=9)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Return to the Programme Office by the third working day of the month.   Page ", size=9)
    page_number(foot)
    para(sheet.body, "HIGHLIGHT REPORT", bold=True, size=16, centred=True)
    _details(sheet, update)
    ratings = _status(sheet, update)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("4. Work completed in the month", update.done, "completed"),
        ("5. Work not completed as planned, with reasons", update.missed, "missed"),
        ("6. Work planned for next month", update.planned, "planned"),
    ):
        activities += _typed_list(sheet, title, tasks, kind)
    milestones = _milestones(sheet, update)
    risks = _risk_log(sheet, update)
    _band(sheet, "9. Authorisation")
    line = para(sheet.body)
    run(line, "Report agreed by the Project Executive:   ")
    for word, checked in (("Yes", agreed), ("No", not agreed)):
        form_check(sheet, line, checked)
        run(line, f" {word}     ")
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        percent_complete=update.percent,
        authorised=agreed,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
    )
    return Rendered(sheet.save(), (report,))


def _band(sheet: Sheet, title: str) -> None:
    """A section's title in a table of one cell with a grey pattern."""
    (cell,) = row(sheet.table([16.6]), [title], bold=True)
    pattern_fill(cell, "pct20", "auto")
    para(sheet.body).paragraph_format.space_after = Cm(0)


def _details(sheet: Sheet, update: Update) -> None:
    project = update.project
    _band(sheet, "1. Details")
    grid = sheet.table([5.0, 11.6])
    for label, value in (
        ("Project name", project.name),
        ("Project number", project.reference),
        ("Programme", ""),
        ("Project Executive", project.sponsor),
        ("Project Manager", project.manager),
        ("Reporting month", None),
        ("Date of report", dates.slashed(update.reported)),
        ("Percentage complete", str(update.percent)),
        ("Is the project within tolerance?", None),
    ):
        cells = row(grid, [label, None])
        pattern_fill(cells[0], "pct10", "auto")
        line = cells[1].paragraphs[0]
        if value is not None:
            form_text(sheet, line, value)
        if label == "Reporting month":
            form_choice(sheet, line, dates.MONTHS, dates.MONTHS[update.first_day.month - 1])
            run(line, " ")
            form_text(sheet, line, str(update.first_day.year))
        elif label == "Percentage complete":
            run(line, "%")
        elif label == "Is the project within tolerance?":
            within = update.rated["overall"].current != "Red"
            _struck(line, "Yes", "No", within)
            run(line, "  (delete as applicable)", italic=True, size=9)
    para(sheet.body)


def _struck(line: Any, first: str, second: str, is_first: bool) -> None:
    """Two words of which the one that does not apply is struck out."""
    run(line, first, strike=not is_first)
    run(line, " / ")
    run(line, second, strike=is_first)


def _choice(rated: Rated, value: str | None) -> str:
    return "Select" if value is None else "Complete" if value == "Blue" else value


def _status(sheet: Sheet, update: Update) -> list[Record]:
    _band(sheet, "2. Status (choose from the list)")
    grid = sheet.table([4.2, 2.4, 2.4, 7.6])
    row(grid, ["Area", "This month", "Last month", "Reason if not Green"], bold=True)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        comment = None if rated.current == "Green" else rated.comment
        cells = row(grid, [label, None, None, None])
        form_choice(sheet, cells[1].paragraphs[0], STATES, _choice(rated, rated.current))
        form_choice(sheet, cells[2].paragraphs[0], STATES, _choice(rated, rated.previous))
        form_text(sheet, cells[3].paragraphs[0], comment or "")
        records.append(gold.rating(label, key, rated.current, rated.previous, comment))
    para(sheet.body)
    _band(sheet, "3. Summary for the Executive Management Team")
    form_text(sheet, para(sheet.body), update.summary)
    return records


def _typed_list(sheet: Sheet, title: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    """One text field with a typed dash and a line break for each task."""
    _band(sheet, title)
    lines = "\n".join(f"- {task.text}" for task in tasks)
    form_text(sheet, para(sheet.body), lines or "None")
    return [gold.activity(kind, task.text) for task in tasks]


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _band(sheet, "7. Milestones (shade the last column: blue when met)")
    grid = sheet.table([7.6, 3.4, 3.4, 2.2])
    row(grid, ["Milestone", "Target date", "Latest forecast", "RAG"], bold=True)
    records = []
    for item in update.milestones:
        cells = row(grid, [None, None, None, None])
        shown = (item.text, dates.slashed(item.baseline), dates.slashed(item.forecast))
        for cell, text in zip(cells, shown, strict=False):
            form_text(sheet, cell.paragraphs[0], text)
        pattern_fill(cells[3], "solid", COLOURS[item.rating])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=item.forecast, rating=item.rating)
        )
    para(sheet.body)
    return records


def _risk_log(sheet: Sheet, update: Update) -> list[Record]:
    _band(sheet, "8. Risks and issues (strike out the one that does not apply)")
    grid = sheet.table([1.2, 2.4, 5.4, 4.8, 2.8])
    row(grid, ["No.", "Type", "Description", "Action to control it", "Lead officer"], bold=True)
    records = []
    for risk in update.risks:
        cells = row(grid, [risk.reference, None, None, None, None])
        _struck(cells[1].paragraphs[0], "Risk", "Issue", risk.kind == "risk")
        for cell, text in zip(cells[2:], (risk.text, risk.response, risk.owner), strict=True):
            form_text(sheet, cell.paragraphs[0], text)
        records.append(gold.told_risk(risk, "response", "reference", "owner"))
    para(sheet.body)
    return records


FAMILY = Family(
    name="ambulance_fields",
    organisation="Marchlands Ambulance Service NHS Trust",
    style="protected form of the days of Word 2003",
    tests="text, tick and drop-down form fields, dashes typed in one field, struck-out alternatives, solid patterns",
    suffix=".docx",
    apart=False,
    projects=("control", "contact"),
    render=render,
)
