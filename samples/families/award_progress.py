"""A university's progress report to a funder of facilities: lettered parts, done and next by work package."""

from __future__ import annotations

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Risk, Update, with_total
from samples.word import Sheet, bullet, para, rate, row, run, span
from samples.word_styles import derived_style, table_style

PLUM, LILAC = "4B2E63", "F3EFF7"
CRITERIA = {
    "Overall": "overall",
    "Timetable": "schedule",
    "Expenditure": "cost",
    "Scope": "scope",
    "Staffing": "resources",
    "Risk": "risk",
}
GUIDANCE = "Complete all parts. Where a criterion is not Green an explanation must be given."
ACCESS = (
    "Access for users outside the host organisation will open when the project ends. "
    "An access policy has been drafted and follows the Panel's model terms."
)
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Calibri", 11, margin_cm=2.3)
    derived_style(sheet, "Part Title", "Heading 1", size=14)
    derived_style(sheet, "Package Title", "Heading 2", size=12)
    table_style(sheet, "Panel Table", PLUM, LILAC)
    run(sheet.header.paragraphs[0], f"Research Facilities Panel\t\tAward {project.reference}", size=9)
    para(sheet.body, "Research Facilities Panel", size=12, color=PLUM)
    para(sheet.body, "Capital award: progress report", bold=True, size=20, color=PLUM)
    para(sheet.body, GUIDANCE, italic=True, size=9)
    _award(sheet, update)
    ratings = _assessment(sheet, update)
    activities = _packages(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _spending(sheet, update)
    risks = _risks(sheet, update)
    _part(sheet, "G", "Access and open research")
    para(sheet.body, ACCESS)
    _part(sheet, "H", "Decisions requested from the Panel")
    for text in update.decisions or ("None.",):
        para(sheet.body, text, style="List Number" if update.decisions else None)
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


def _part(sheet: Sheet, letter: str, title: str) -> None:
    para(sheet.body, f"Part {letter}: {title}", style="Part Title")


def _award(sheet: Sheet, update: Update) -> None:
    project = update.project
    _part(sheet, "A", "Award details")
    grid = sheet.table([5.6, 10.8])
    span(grid, "To be completed by the award holder", italic=True, size=9, fill=LILAC)
    for label, value in (
        ("Project title", project.name),
        ("Project reference", project.reference),
        ("Programme", project.programme),
        ("Host organisation", "University of Kelderwick"),
        ("Principal Investigator", "Professor Anneke Dalgarno"),
        ("Project sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Start date", dates.brief(project.start)),
        ("End date", dates.brief(project.end)),
        ("Reporting period", f"{dates.brief(update.first_day)} to {dates.brief(update.last_day)}"),
        ("Date of report", dates.brief(update.reported)),
    ):
        row(grid, [label, value])


def _assessment(sheet: Sheet, update: Update) -> list[Record]:
    """Ratings last time and this time; what is green needs no explanation."""
    _part(sheet, "B", "Self-assessment")
    grid = sheet.table([3.4, 2.6, 2.6, 7.8], "Panel Table")
    row(grid, ["Criterion", "Previous report", "This report", "Explanation (if not Green)"])
    records = []
    for label, key in CRITERIA.items():
        rated = update.rated[key]
        comment = None if rated.current == "Green" else rated.comment
        cells = row(grid, [label, rated.previous or "First report", None, comment])
        rate(cells[2], rated.current, rated.current)
        records.append(gold.rating(label, key, rated.current, rated.previous, comment))
    para(sheet.body)
    para(sheet.body, "Summary for publication", bold=True)
    para(sheet.body, update.summary)
    return records


def _packages(sheet: Sheet, update: Update) -> list[Record]:
    """A heading for each work package; below it what was done, then what follows."""
    _part(sheet, "C", "Progress by work package")
    names = list(dict.fromkeys(task[2] for task in update.project.facts["tasks"]))
    parts = (
        ("Progress in this period", "completed", by_workstream(update.done)),
        ("Next steps", "planned", by_workstream(update.planned)),
    )
    records = []
    for number, name in enumerate(names, start=1):
        title = f"WP{number} {name}"
        if not any(name in groups for *_, groups in parts):
            continue
        para(sheet.body, title, style="Package Title")
        for label, kind, groups in parts:
            if name not in groups:
                continue
            para(sheet.body, f"{label}:", bold=True, size=10)
            for task in groups[name]:
                bullet(sheet.body, task.text)
                records.append(gold.activity(kind, task.text, title))
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _part(sheet, "D", "Milestones")
    grid = sheet.table([1.4, 6.0, 3.0, 3.0, 3.0], "Panel Table")
    row(grid, ["No.", "Milestone", "Date in award", "Expected", "Achieved"])
    records = []
    for number, item in enumerate(update.milestones, start=1):
        days = (item.baseline, None if item.actual else item.forecast, item.actual)
        row(grid, [f"M{number}", item.text, *(dates.month_dash(day) if day else "" for day in days)])
        baseline, forecast, actual = (dates.iso_month(day) if day else None for day in days)
        records.append(gold.milestone(item.text, baseline=baseline, forecast=forecast, actual=actual))
    return records


def _spending(sheet: Sheet, update: Update) -> list[Record]:
    _part(sheet, "E", "Expenditure")
    grid = sheet.table([5.2, 2.8, 2.8, 2.8, 2.8], "Panel Table")
    row(grid, ["Heading", "Budget (£)", "Spent to date (£)", "Forecast total (£)", "Variance (£)"])
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(f"{n:,}" if n >= 0 else f"−{-n:,}" for n in amounts)])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Each risk in a few lines: what it is in bold, then mitigation, levels and owner behind their labels."""
    _part(sheet, "F", "Risks and issues")
    records = []
    for title, kind in (("Risks", "risk"), ("Issues", "issue")):
        found = update.of_kind(kind)
        para(sheet.body, title, style="Package Title")
        if not found:
            para(sheet.body, "There are no issues to report.")
        records += [_entry(sheet, risk) for risk in found]
    return records


def _entry(sheet: Sheet, risk: Risk) -> Record:
    para(sheet.body, f"{risk.reference}: {risk.text}", bold=True)
    lines = [("Mitigation" if risk.kind == "risk" else "Action", risk.response)]
    words = {}
    if risk.likelihood is not None:
        words = {"likelihood": f"{risk.likelihood} out of 5", "impact": f"{risk.impact} out of 5"}
        lines += [("Likelihood", words["likelihood"]), ("Impact", words["impact"])]
    lines.append(("Owner", risk.owner))
    for label, text in lines:
        line = para(sheet.body)
        line.paragraph_format.left_indent = Cm(0.8)
        line.paragraph_format.space_after = 0
        run(line, f"{label}: ", italic=True)
        run(line, text)
    return gold.told_risk(risk, "response", "reference", "owner", **words)


FAMILY = Family(
    name="award_progress",
    organisation="University of Kelderwick",
    style="progress report to a funder of research facilities",
    tests="done and next beneath each work package, explanations only where not green, risks in labelled lines",
    suffix=".docx",
    apart=False,
    projects=("records", "wetland"),
    render=render,
)
