"""A federation of general practices: controls in a form, run-in headings, ratings in the theme's own colours."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, control, page_number, para, row, run, write
from samples.word_fields import date_picker, drop_down
from samples.word_styles import table_style, theme_colours, theme_fill

THEME = {
    "accent1": "00687A", "accent2": "C8102E", "accent3": "6B4C9A",
    "accent4": "F2A900", "accent5": "2F6DB5", "accent6": "3F9C35",
}  # fmt: skip
ACCENTS = {"Red": "accent2", "Amber": "accent4", "Green": "accent6", "Blue": "accent5"}
PALER, PALEST = 0x99, 0x66
TEAL = THEME["accent1"]
DOMAINS = {
    "Overall project": "overall",
    "Delivery to plan": "schedule",
    "Finance": "cost",
    "Workforce": "resources",
    "Quality and clinical safety": "quality",
    "Practice and patient engagement": "stakeholders",
}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Calibri", 10.5, margin_cm=1.9)
    theme_colours(sheet, THEME)
    table_style(sheet, "Federation Table", TEAL, "EFF6F7")
    run(sheet.header.paragraphs[0], "Kestrel Vale GP Federation – OFFICIAL: board members only", size=8.5)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Transformation PMO, highlight report template v3.1\t\tPage ", size=8)
    page_number(foot)
    para(sheet.body, "Transformation Board", size=12, color=TEAL)
    para(sheet.body, "Project highlight report", bold=True, size=20, color=TEAL)
    _form(sheet, update)
    _run_in(sheet, "Headlines:", update.summary)
    ratings = _domains(sheet, update)
    activities: list[Record] = []
    for title, tasks, kind in (
        ("Achieved this month:", update.done, "completed"),
        ("Not achieved this month:", update.missed, "missed"),
        ("Planned for next month:", update.planned, "planned"),
    ):
        if not tasks:
            _run_in(sheet, title, "None.")
            continue
        _run_in(sheet, title, "")
        for task in tasks:
            bullet(sheet.body, task.text)
            activities.append(gold.activity(kind, task.text))
    milestones = _deliverables(sheet, update)
    risks = [*_risks(sheet, update), *_issues(sheet, update)]
    _run_in(
        sheet, "Patient safety:", "No incidents have been reported through the practice system this month."
    )
    _run_in(sheet, "Asks of the Board:", "" if update.decisions else "None this month.")
    for text in update.decisions:
        bullet(sheet.body, text)
    report = gold.report(
        project=project.name,
        programme=project.programme,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _form(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.4, 5.2, 3.4, 5.2])
    pairs: list[tuple[str, Any, str, Any]] = [
        ("Project title", project.name, "Project code", project.reference),
        ("Programme", project.programme, "Reporting month", dates.month_year(update.first_day)),
        ("Senior Responsible Owner", project.sponsor, "Project lead", project.manager),
        ("Clinical lead", None, "Date of report", None),
    ]
    for label, value, second, other in pairs:
        cells = row(grid, [label, None, second, None])
        for cell in (cells[0], cells[2]):
            theme_fill(cell, "accent1", TEAL, 0x33)
        if value:
            control(sheet, cells[1].paragraphs[0], value)
            control(sheet, cells[3].paragraphs[0], other)
    control(sheet, cells[1].paragraphs[0], "Click or tap here to enter text.", placeholder=True)
    date_picker(sheet, cells[3].paragraphs[0], update.reported, dates.slashed(update.reported))
    para(sheet.body)


def _run_in(sheet: Sheet, title: str, text: str) -> None:
    """A heading that stands in the same line as its text."""
    line = para(sheet.body)
    run(line, title, bold=True, color=TEAL)
    run(line, f" {text}" if text else "")


def _domains(sheet: Sheet, update: Update) -> list[Record]:
    grid = sheet.table([5.0, 2.0, 2.0, 8.2], "Federation Table")
    row(grid, ["Domain", "BRAG", "Last month", "Narrative"])
    records = []
    for label, key in DOMAINS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.previous or "–", rated.comment])
        drop_down(sheet, cells[1].paragraphs[0], list(ACCENTS), rated.current)
        theme_fill(cells[1], ACCENTS[rated.current], THEME[ACCENTS[rated.current]], PALER)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    key_line = "BRAG: Blue – complete; Red – off plan; Amber – off plan, recovery in hand; Green – to plan"
    para(sheet.body, key_line, italic=True, size=8)
    return records


def _letter(cell: Any, rating: str, text: str, tint: int | None) -> None:
    theme_fill(cell, ACCENTS[rating], THEME[ACCENTS[rating]], tint)
    write(cell, text, centred=True, bold=True)


def _deliverables(sheet: Sheet, update: Update) -> list[Record]:
    _run_in(sheet, "Key deliverables:", "")
    grid = sheet.table([7.0, 2.8, 2.8, 2.8, 1.8], "Federation Table")
    row(grid, ["Deliverable", "Planned date", "Revised date", "Date achieved", "BRAG"])
    records = []
    for item in update.milestones:
        revised = item.forecast if item.slip and not item.actual else None
        shown = [dates.short(day) if day else "" for day in (item.baseline, revised, item.actual)]
        cells = row(grid, [item.text, *shown, None])
        _letter(cells[4], item.rating, item.rating[0], PALEST)
        record = gold.milestone(item.text, baseline=item.baseline, forecast=revised, rating=item.rating)
        records.append(record | {"actual": item.actual.isoformat() if item.actual else None})
    para(sheet.body)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _run_in(sheet, "Risks scoring 6 or more, or new:", "")
    grid = sheet.table([1.2, 5.0, 4.7, 2.6, 0.9, 0.9, 1.9], "Federation Table")
    row(grid, ["Ref", "Risk description", "Controls and actions", "Risk owner", "C", "L", "Score"])
    records = []
    for risk in update.of_kind("risk"):
        numbers = [str(risk.impact), str(risk.likelihood)]
        cells = row(grid, [risk.reference, risk.text, risk.response, risk.owner, *numbers, None])
        _letter(cells[6], risk.rating, str(risk.score), None)
        records.append(
            gold.told_risk(
                risk,
                "response",
                "reference",
                "owner",
                "rating",
                likelihood=numbers[1],
                impact=numbers[0],
                score=str(risk.score),
            )
        )
    para(sheet.body, "C = consequence, L = likelihood, each from 1 to 5", italic=True, size=8)
    return records


def _issues(sheet: Sheet, update: Update) -> list[Record]:
    issues = update.of_kind("issue")
    _run_in(sheet, "Issues:", "" if issues else "No open issues.")
    if not issues:
        return []
    grid = sheet.table([1.2, 6.4, 5.1, 2.6, 1.9], "Federation Table")
    row(grid, ["Ref", "Issue", "Action being taken", "Owner", "BRAG"])
    records = []
    for issue in issues:
        cells = row(grid, [issue.reference, issue.text, issue.response, issue.owner, None])
        _letter(cells[4], issue.rating, issue.rating[0], PALEST)
        records.append(gold.told_risk(issue, "response", "reference", "owner", "rating"))
    para(sheet.body)
    return records


FAMILY = Family(
    name="federation_brief",
    organisation="Kestrel Vale GP Federation",
    style="highlight report with controls and run-in headings",
    tests="drop-down and date controls, theme colours with tints, run-in headings, banded table style",
    suffix=".docx",
    apart=False,
    projects=("prescribing", "warmth", "contact"),
    render=render,
)
