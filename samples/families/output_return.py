"""A gas network's return to its regulator: numbered tables with a line reference and a unit for every value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Money, Task, Update, with_total
from samples.word import Sheet, page_number, para, row, run, shade
from samples.word_styles import derived_style

NAVY, MIST = "14304F", "E8EDF3"
WORDS = {"Green": "On course", "Amber": "Watch", "Red": "Off course", "Blue": "Delivered"}
KEY = "Status words: On course = Green; Watch = Amber; Off course = Red; Delivered = Blue."
AREAS = {
    "Overall delivery of the output": "overall",
    "Timeliness": "schedule",
    "Cost against allowance": "cost",
    "Quality of work": "quality",
    "Customers and streets": "stakeholders",
    "Network risk": "risk",
    "Scope of the output": "scope",
}
LENGTHS = (2.1, 3.4, 4.0, 4.9, 6.0, 7.0, 7.9, 9.3, 10.8, 11.6, 13.1, 14.3)
"""Kilometres of main abandoned at the end of each month."""
PRINTED = (
    *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
    "percent_complete",
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Verdana", 8.5, landscape=True, margin_cm=1.7)
    derived_style(sheet, "Return Table", "Heading 2", bold=True, size=11)
    run(sheet.header.paragraphs[0], "Calder Vale Gas Networks plc\t\t\tCommercially confidential", size=8)
    line = sheet.footer.paragraphs[0]
    run(
        line, "Monthly output return to the Office for Network Regulation, guidance version 2.3\t\t\t", size=8
    )
    page_number(line)
    para(sheet.body, "Monthly output return", bold=True, size=18, color=NAVY)
    para(sheet.body, "Complete every line. Enter nil where there is nothing to report.", italic=True, size=8)
    _output(sheet, update)
    ratings = _status(sheet, update)
    activities = _work(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _allowance(sheet, update)
    risks = _register(sheet, update)
    decisions = _matters(sheet, update)
    report = gold.told_report(
        update,
        *PRINTED,
        authorised=True,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=decisions,
    )
    return Rendered(sheet.save(), (report,))


def _table(sheet: Sheet, title: str, heads: Sequence[str], widths: Sequence[float]) -> Any:
    heading = para(sheet.body, title, style="Return Table")
    heading.paragraph_format.space_before = 140000
    grid = sheet.table(widths)
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF")
    return grid


def _lines(table: int, grid: Any, rows: Sequence[Sequence[str]]) -> None:
    """Rows with their references: table and line, as the regulator counts them."""
    for number, texts in enumerate(rows, start=1):
        cells = row(grid, [f"T{table}.{number:02d}", *texts])
        shade(cells[0], MIST)


def _output(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = _table(sheet, "T1 The output", ["Line", "Item", "Unit", "Entry"], [1.6, 9.0, 2.6, 13.0])
    _lines(
        1,
        grid,
        (
            ("Licensee", "text", "Calder Vale Gas Networks plc"),
            ("Project name", "text", project.name),
            ("Project reference", "text", project.reference),
            ("Programme", "text", project.programme),
            ("Senior Responsible Officer", "text", project.sponsor),
            ("Project manager", "text", project.manager),
            (
                "Reporting period",
                "dates",
                f"{dates.dashed(update.first_day)} to {dates.dashed(update.last_day)}",
            ),
            ("Date of return", "date", dates.dashed(update.reported)),
            ("Project start date", "date", dates.dashed(project.start)),
            ("Project end date", "date", dates.dashed(project.end)),
            ("Length of iron main abandoned to date", "km", f"{LENGTHS[update.number - 1]:.1f}"),
            ("Percentage complete", "%", str(update.percent)),
            ("Return approved by Senior Responsible Officer", "yes / no", "yes"),
        ),
    )
    para(sheet.body)
    para(sheet.body, "Licensee's commentary", bold=True)
    para(sheet.body, update.summary)


def _status(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["Line", "Area", "Last return", "This return", "Reason"]
    grid = _table(sheet, "T2 Delivery status", heads, [1.6, 6.4, 2.8, 2.8, 12.6])
    rows, records = [], []
    for label, key in AREAS.items():
        rated = update.rated[key]
        before = WORDS[rated.previous] if rated.previous else "nil"
        rows.append((label, before, WORDS[rated.current], rated.comment))
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    _lines(2, grid, rows)
    para(sheet.body, KEY, italic=True, size=8)
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["Line", "Workstream", "Work", "Result", "Date"]
    grid = _table(sheet, "T3 Work in the period", heads, [1.6, 4.4, 14.2, 3.2, 2.8])
    results = [("Done", "completed", task) for task in update.done]
    results += [("Not done", "missed", task) for task in update.missed]
    rows = [
        (task.workstream, task.text, result, dates.dashed(task.due) if kind == "completed" else "")
        for result, kind, task in results
    ]
    _lines(3, grid, rows)
    records = [_activity(kind, task, dated=kind == "completed") for _, kind, task in results]
    heads = ["Line", "Workstream", "Work", "Target date"]
    grid = _table(sheet, "T4 Work in the next period", heads, [1.6, 4.4, 17.4, 2.8])
    _lines(4, grid, [(task.workstream, task.text, dates.dashed(task.due)) for task in update.planned])
    return records + [_activity("planned", task) for task in update.planned]


def _activity(kind: str, task: Task, dated: bool = True) -> Record:
    return gold.activity(kind, task.text, task.workstream, due=task.due if dated else None)


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["Line", "Milestone", "Regulatory date", "Licensee's forecast", "Date delivered", "Days late"]
    grid = _table(sheet, "T5 Milestones", heads, [1.6, 10.6, 3.7, 3.7, 3.7, 2.9])
    rows, records = [], []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = (item.baseline, forecast, item.actual)
        rows.append((item.text, *(dates.dashed(day) if day else "" for day in days), str(item.slip)))
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    _lines(5, grid, rows)
    return records


def _allowance(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["Line", "Category", "Allowance", "Spend to date", "Forecast", "Variance"]
    grid = _table(sheet, "T6 Expenditure (£m)", heads, [1.6, 10.6, 3.5, 3.5, 3.5, 3.5])
    lines = with_total(update)
    _lines(6, grid, [(line.text, *_millions(line)) for line in lines])
    return [gold.told_money(line, "budget", "actual", "forecast", "variance") for line in lines]


def _millions(line: Money) -> list[str]:
    """Three decimals and the half thousands' fourth; a saving bears a minus."""
    amounts = (line.budget, line.actual, line.forecast, line.variance)
    return [f"{amount / 1_000_000:.4f}" for amount in amounts]


def _register(sheet: Sheet, update: Update) -> list[Record]:
    """Risks and problems in tables of their own; a row of each entry is followed by one with its mitigation."""
    records = []
    for title, kind, label in (
        ("T7 Risks to the output", "risk", "Mitigation"),
        ("T8 Issues affecting the output", "issue", "Action taken"),
    ):
        heads = ["ID", "Description", "Probability", "Impact", "Owner"]
        grid = _table(sheet, title, heads, [1.6, 15.4, 2.6, 2.6, 4.0])
        for risk in update.of_kind(kind):
            levels = {}
            if risk.likelihood is not None:
                levels["likelihood"] = f"{risk.likelihood} of 5"
            levels["impact"] = f"{risk.impact} of 5"
            probable = levels.get("likelihood", "")
            upper = row(grid, [risk.reference, risk.text, probable, levels["impact"], risk.owner])
            lower = row(grid, [None] * len(heads))
            shade(upper[0].merge(lower[0]), MIST)
            answer = lower[1].merge(lower[4]).paragraphs[0]
            run(answer, f"{label}: ", bold=True)
            run(answer, risk.response)
            records.append(gold.told_risk(risk, "reference", "response", "owner", **levels))
        if not update.of_kind(kind):
            row(grid, ["", "nil", "", "", ""])
    return records


def _matters(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["Line", "Decision or consent requested"]
    grid = _table(sheet, "T9 Decisions requested of the Office", heads, [1.6, 24.6])
    _lines(9, grid, [(text,) for text in update.decisions or ("nil",)])
    return gold.decisions(update.decisions)


FAMILY = Family(
    name="output_return",
    organisation="Calder Vale Gas Networks",
    style="a gas network's monthly output return to its regulator",
    tests="line references and units beside entries, status words with a key, mitigation in a row beneath, nil lines",
    suffix=".docx",
    apart=False,
    projects=("w2c_mains",),
    render=render,
)
