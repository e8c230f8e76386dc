"""A software supplier's monthly report to a council: tickets with states, health from drop-downs, one RAID log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import COLOURS, Sheet, bullet, page_number, para, row, run, shade, span
from samples.word_fields import drop_down
from samples.word_styles import derived_style, table_style

TEAL, WASH = "0B6E75", "EAF4F4"
HEALTH = {
    "Overall": "overall",
    "Schedule": "schedule",
    "Commercial": "cost",
    "Scope": "scope",
    "Quality": "quality",
    "People": "resources",
    "Client dependencies": "dependencies",
}
OPTIONS = ("Green", "Amber", "Red")
RANK = {"Green": 0, "Amber": 1, "Red": 2}
STATES = {"Complete": "Accepted", "On track": "On track", "At risk": "At risk", "Delayed": "Late"}
SERVICE = (
    ("Test tenancy available", "99.5%", "99.9%"),
    ("Calls answered in 60 seconds", "90%", "94%"),
    ("Priority 1 incidents", "0", "0"),
)
PRINTED = (
    *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
    "percent_complete",
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Segoe UI", 9, landscape=True, margin_cm=1.6)
    derived_style(sheet, "Panel", "Heading 2", bold=True, size=12)
    panel: Any = sheet.body.styles["Panel"]
    panel.paragraph_format.space_before, panel.paragraph_format.space_after = Pt(12), Pt(4)
    table_style(sheet, "Corvid Lane", TEAL, WASH)
    run(sheet.header.paragraphs[0], "corvid lane software  |  Ravenholt City Council", size=8, color=TEAL)
    line = sheet.footer.paragraphs[0]
    run(line, f"{update.project.reference}  |  Commercial in confidence  |  ", size=8)
    page_number(line)
    _opening(sheet, update)
    ratings = _health(sheet, update)
    activities = _tickets(sheet, update)
    milestones = _milestones(sheet, update)
    risks = _raid(sheet, update)
    finances = _commercials(sheet, update)
    _service(sheet)
    _panel(sheet, "Decisions we need from the Council")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None at present.")
    _versions(sheet, update)
    report = gold.told_report(
        update,
        *PRINTED,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _panel(sheet: Sheet, title: str) -> None:
    para(sheet.body, title, style="Panel")


def _grid(sheet: Sheet, heads: Sequence[str], widths: Sequence[float]) -> Any:
    grid = sheet.table(widths, "Corvid Lane")
    row(grid, heads)
    return grid


def _opening(sheet: Sheet, update: Update) -> None:
    """Six columns of pairs; what the project is for stands across the last row."""
    project = update.project
    para(sheet.body, f"Engagement report: {project.name}", bold=True, size=18, color=TEAL)
    grid = sheet.table([3.0, 6.2, 2.8, 5.6, 3.2, 5.7])
    period = f"{update.first_day.day} to {dates.long(update.last_day)}"
    for pairs in (
        ("Project", project.name, "Programme", project.programme, "Project ref", project.reference),
        (
            *("Council SRO", project.sponsor, "Delivery lead", project.manager),
            *("Issue date", dates.brief(update.reported)),
        ),
        (
            *("Reporting period", period, "Start date", dates.brief(project.start)),
            *("End date", dates.brief(project.end)),
        ),
    ):
        cells = row(grid, [None, pairs[1], None, pairs[3], None, pairs[5]])
        for place in (0, 2, 4):
            run(cells[place].paragraphs[0], pairs[place], bold=True, color=TEAL)
            shade(cells[place], WASH)
    _panel(sheet, "Executive summary")
    para(sheet.body, update.summary)
    para(sheet.body, f"The project is {update.percent}% complete.")


def _health(sheet: Sheet, update: Update) -> list[Record]:
    """The trend is an arrow beside the health; it says better or worse and not what was before."""
    _panel(sheet, "Project health")
    grid = _grid(sheet, ["Area", "Health", "Trend", "Comment"], [5.0, 2.8, 2.2, 16.5])
    records = []
    for label, key in HEALTH.items():
        rated = update.rated[key]
        change = RANK[rated.current] - RANK[rated.previous or rated.current]
        arrow = "↑" if change < 0 else "↓" if change else "→"
        cells = row(grid, [label, None, arrow, rated.comment])
        shade(cells[1], COLOURS[rated.current])
        drop_down(sheet, cells[1].paragraphs[0], OPTIONS, rated.current)
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _tickets(sheet: Sheet, update: Update) -> list[Record]:
    """Every piece of work with the key that it has in the supplier's tracker."""
    keys = {}
    for number, (*_, plan, outcome) in enumerate(update.project.facts["tasks"]):
        keys[plan] = keys[outcome] = f"PBC-{118 + number * 7}"
    records = []
    _panel(sheet, f"Work in {dates.month_year(update.first_day)}")
    heads = ["Ticket", "Epic", "Summary", "State", "Assignee"]
    grid = _grid(sheet, heads, [2.2, 3.8, 13.4, 2.9, 4.2])
    outcome_rows = [("Done", "completed", task) for task in update.done]
    outcome_rows += [("Not done", "missed", task) for task in update.missed]
    for state, kind, task in outcome_rows:
        row(grid, [keys[task.text], task.workstream, task.text, state, task.owner])
        records.append(_ticket(kind, task))
    _panel(sheet, f"Planned for {dates.month_year(update.next_month)}")
    heads = ["Ticket", "Epic", "Summary", "Target date", "Assignee"]
    grid = _grid(sheet, heads, [2.2, 3.8, 13.4, 2.9, 4.2])
    for task in update.planned:
        row(grid, [keys[task.text], task.workstream, task.text, dates.brief(task.due), task.owner])
        records.append(_ticket("planned", task))
    return records


def _ticket(kind: str, task: Task) -> Record:
    due = task.due if kind == "planned" else None
    return gold.activity(kind, task.text, task.workstream, task.owner, due)


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _panel(sheet, "Contract milestones")
    heads = ["ID", "Milestone", "Contract date", "Forecast date", "Accepted on", "Status"]
    grid = _grid(sheet, heads, [1.6, 10.5, 3.6, 3.6, 3.6, 3.6])
    records = []
    for number, item in enumerate(update.milestones, start=1):
        forecast, status = None if item.actual else item.forecast, STATES[item.status]
        days = [dates.brief(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        row(grid, [f"M{number}", item.text, *days, status])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, status=status
            )
        )
    return records


def _raid(sheet: Sheet, update: Update) -> list[Record]:
    """Risks and issues in one log; a closed one is told once more, with its state."""
    _panel(sheet, "RAID log: risks and issues")
    heads = ["Ref", "Type", "Description", "Probability", "Impact", "Mitigation / action", "Owner", "Status"]
    grid = _grid(sheet, heads, [1.4, 1.6, 7.2, 2.5, 1.8, 6.9, 3.2, 1.9])
    levels = ("Low", "Low", "Medium", "High", "High")
    records = []
    for risk in update.risks:
        words = {"impact": levels[risk.impact - 1]}
        if risk.likelihood is not None:
            words["likelihood"] = levels[risk.likelihood - 1]
        texts = [risk.reference, risk.kind.capitalize(), risk.text, words.get("likelihood", "n/a")]
        row(grid, [*texts, words["impact"], risk.response, risk.owner, risk.status])
        records.append(gold.told_risk(risk, "reference", "response", "owner", "status", **words))
    if not update.risks:
        span(grid, "No open entries.")
    return records


def _commercials(sheet: Sheet, update: Update) -> list[Record]:
    _panel(sheet, "Commercials (£, excluding VAT)")
    heads = ["Charge", "Budget", "Spent to date", "Forecast at completion"]
    grid = _grid(sheet, heads, [10.5, 5.3, 5.3, 5.4])
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast)
        row(grid, [line.text, *(f"{amount:,.2f}" for amount in amounts)])
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


def _service(sheet: Sheet) -> None:
    _panel(sheet, "Service levels")
    grid = _grid(sheet, ["Measure", "Target", "This month"], [10.5, 8.0, 8.0])
    for texts in SERVICE:
        row(grid, texts)


def _versions(sheet: Sheet, update: Update) -> None:
    """Who changed the report when; its last line is the issue that the Council gets."""
    _panel(sheet, "Version history")
    grid = _grid(sheet, ["Version", "Date", "Author", "Change"], [2.4, 4.0, 6.0, 14.1])
    row(grid, ["0.1", dates.brief(update.first_day), "PMO", "Created from last month's report"])
    row(grid, ["1.0", dates.brief(update.reported), update.project.manager, "Issued to the Council"])


FAMILY = Family(
    name="engagement_report",
    organisation="Corvid Lane Software",
    style="a software supplier's monthly engagement report to a city council",
    tests="tickets with epics and states, drop-downs on fills beside trend arrows, service levels, version history",
    suffix=".docx",
    apart=False,
    projects=("w2c_planningweb",),
    render=render,
)
