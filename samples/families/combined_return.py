"""A combined authority's monthly return to its government funder: numbered questions, forecast or actual in words."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import Sheet, bullet, page_number, para, rate, row, run, shade, span, write
from samples.word_fields import drop_down

PLUM, LILAC = "4B2E5A", "E9E3EE"
NUMBER, QUESTION, ANSWER = 1.2, 5.6, 10.8
THOUSAND = 1000
LABELS = {
    "Overall delivery confidence": "overall",
    "Time (to scheme opening)": "schedule",
    "Scheme cost": "cost",
    "Scope": "scope",
    "Benefits": "benefits",
}
KEY = "B – delivered. G – no concerns. A – concerns that the promoter can manage. R – the Department should act."
ANSWERS = ("Yes", "No")
PUBLICITY = "No announcements are planned. The local newspaper has asked for a site visit in the spring."
GUIDANCE = "Return to the regional team by the 5th working day. Please do not add rows to sections 1 and 8."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    agreed = update.number % 4 != 3
    sheet = Sheet("Arial", 9.5, margin_cm=1.7)
    run(sheet.header.paragraphs[0], "Regional Transport Majors\t\tForm MR1 (version 6)", size=8)
    foot = sheet.footer.paragraphs[0]
    run(foot, "Five Dales Combined Authority     ", size=8)
    page_number(foot)
    para(sheet.body, "Monthly monitoring return", bold=True, size=17, color=PLUM)
    para(sheet.body, GUIDANCE, italic=True, size=8.5)
    _scheme(sheet, update)
    ratings = _confidence(sheet, update)
    activities = _progress(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _spend(sheet, update)
    risks = _risks(sheet, update)
    grid = _section(sheet, 7, "Decisions and change requests", [NUMBER, QUESTION, ANSWER])
    cell = _question(grid, "7.1", "Decisions sought from the Department this month")
    for text in update.decisions or ("None",):
        bullet(cell, text)
    grid = _section(sheet, 8, "Sign-off", [NUMBER, QUESTION, ANSWER])
    cell = _question(grid, "8.1", "Has the Senior Responsible Owner approved this return?")
    drop_down(sheet, cell.paragraphs[0], ANSWERS, ANSWERS[0] if agreed else ANSWERS[1])
    cell = _question(grid, "8.2", "Has the Section 151 Officer seen the figures in section 5?")
    drop_down(sheet, cell.paragraphs[0], ANSWERS, ANSWERS[0])
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "percent_complete"),
        authorised=agreed,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _section(sheet: Sheet, number: int, title: str, widths: list[float]) -> Any:
    """A table whose first row is the section's title."""
    para(sheet.body).paragraph_format.space_after = 0
    grid = sheet.table(widths)
    span(grid, f"SECTION {number} – {title.upper()}", bold=True, color="FFFFFF", fill=PLUM)
    return grid


def _question(grid: Any, number: str, question: str) -> Any:
    cells = row(grid, [number, question, None])
    for cell in cells[:2]:
        shade(cell, LILAC)
    return cells[2]


def _scheme(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = _section(sheet, 1, "Scheme", [NUMBER, QUESTION, ANSWER])
    questions = (
        ("Promoting authority", "Five Dales Combined Authority"),
        ("Scheme name", project.name),
        ("Programme", project.programme),
        ("Scheme reference number", project.reference),
        ("Senior Responsible Owner", project.sponsor),
        ("Project manager", project.manager),
        ("Month of return", dates.month_year(update.first_day)),
        ("Date return completed", dates.slashed(update.reported)),
        ("Percentage of works complete", f"{update.percent}%"),
        ("Business case approval level", "Full approval with conditions"),
    )
    for place, (question, answer) in enumerate(questions, start=1):
        write(_question(grid, f"1.{place}", question), answer)


def _confidence(sheet: Sheet, update: Update) -> list[Record]:
    """Letters on fills; the reason is only asked for where a letter is amber or red."""
    grid = _section(sheet, 2, "Delivery confidence", [5.2, 1.9, 1.9, 8.6])
    heads = ["Criterion", "This return", "Last return", "Reason (required if A or R)"]
    row(grid, heads, bold=True, fill=LILAC)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        reason = rated.comment if rated.letter in "AR" else None
        cells = row(grid, [label, None, None, reason or ""])
        rate(cells[1], rated.current, rated.letter, bold=True)
        if rated.previous:
            rate(cells[2], rated.previous, rated.previous[0])
        records.append(gold.rating(label, key, rated.current, rated.previous, reason))
    para(sheet.body, KEY, size=8)
    return records


def _progress(sheet: Sheet, update: Update) -> list[Record]:
    grid = _section(sheet, 3, "Progress", [NUMBER, QUESTION, ANSWER])
    write(_question(grid, "3.1", "Summary of the current position"), update.summary)
    asked: tuple[tuple[str, str, tuple[Task, ...]], ...] = (
        ("What has been delivered this month?", "completed", update.done),
        ("What was forecast for this month but has not been delivered?", "missed", update.missed),
        ("What will be delivered next month?", "planned", update.planned),
    )
    records = []
    for place, (question, kind, tasks) in enumerate(asked, start=2):
        cell = _question(grid, f"3.{place}", question)
        for task in tasks:
            bullet(cell, task.text)
            records.append(gold.activity(kind, task.text))
        if not tasks:
            write(cell, "Nothing to report")
    write(_question(grid, "3.5", "Publicity and press interest expected"), PUBLICITY)
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    """One date for each milestone, and a column that says whether it is a forecast or an actual one."""
    grid = _section(sheet, 4, "Milestones", [1.2, 6.8, 3.1, 2.9, 1.9, 1.7])
    heads = ["Ref", "Milestone", "Funding agreement", "Latest date", "F/cast or Actual", "Weeks late"]
    row(grid, heads, bold=True, fill=LILAC, size=9)
    records = []
    for place, item in enumerate(update.milestones, start=1):
        latest = item.actual or item.forecast
        word = "Actual" if item.actual else "Forecast"
        shown = [dates.slashed(item.baseline), dates.slashed(latest), word, str(item.slip // 7)]
        row(grid, [f"M{place}", item.text, *shown])
        record = gold.told_milestone(item, "baseline", "forecast", "actual")
        if item.actual:
            del record[
                "forecast"
            ]  # the one date printed is the actual one; some may keep it as the last forecast
        records.append(record)
    return records


def _spend(sheet: Sheet, update: Update) -> list[Record]:
    grid = _section(sheet, 5, "Spend in £000", [5.6, 3.0, 3.0, 3.0, 3.0])
    heads = ["Cost heading", "Approved budget", "Spend to date", "Forecast outturn", "Variance"]
    row(grid, heads, bold=True, fill=LILAC)
    records = []
    for line in with_total(update):
        sums = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(f"{amount / THOUSAND:,.1f}" for amount in sums)], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    grid = _section(sheet, 6, "Top risks and live issues", [1.2, 1.3, 5.2, 5.0, 2.3, 0.8, 0.8, 1.0])
    heads = ["No.", "R / I", "Description", "Mitigation or action", "Owner", "P", "I", "P x I"]
    row(grid, heads, bold=True, fill=LILAC, size=9)
    records = []
    for risk in update.risks:
        levels = {name: str(getattr(risk, name) or "") for name in ("likelihood", "impact", "score")}
        shown = [risk.reference, risk.kind[0].upper(), risk.text, risk.response, risk.owner]
        cells = row(grid, [*shown, *levels.values()], size=9)
        words = {name: level for name, level in levels.items() if level}
        if risk.score:
            rate(cells[7], risk.rating)
            words["rating"] = risk.rating
        records.append(gold.told_risk(risk, "reference", "response", "owner", **words))
    return records


FAMILY = Family(
    name="combined_return",
    organisation="Five Dales Combined Authority",
    style="monthly return of a transport scheme to its government funder",
    tests="numbered questions beside answers, a reason only where not green, one date with forecast or actual in words",
    suffix=".docx",
    apart=False,
    projects=("bridge", "wetland"),
    render=render,
)
