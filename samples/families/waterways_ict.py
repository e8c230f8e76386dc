"""An Australian agency's ICT project status report: numbered headings, drop-downs, Nil, thousands of dollars."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import COLOURS, Sheet, bullet, para, rate, row, run, shade, span, write
from samples.word_fields import date_picker, drop_down
from samples.word_styles import table_style

OCEAN, FOAM, SAND = "0B4F6C", "E8F3F7", "F6EFE0"
INDICATORS = {
    "Overall status": "overall",
    "Schedule": "schedule",
    "Budget": "cost",
    "Scope": "scope",
    "Resourcing": "resources",
    "Risk profile": "risk",
    "Stakeholder engagement": "stakeholders",
    "Benefits realisation": "benefits",
}
WORDS = {"Green": "On track", "Amber": "Watch", "Red": "Action required"}
MEANINGS = {
    "Green": "Delivering to the approved plan",
    "Amber": "Variation within the delegation of the Project Board",
    "Red": "Variation that the Steering Committee must direct",
}
ORDER = ("Red", "Amber", "Green")
LIKELIHOOD = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
CONSEQUENCE = ("Insignificant", "Minor", "Moderate", "Major", "Severe")
LEVELS = {"Red": "High", "Amber": "Medium", "Green": "Low"}
STATES = {
    "Complete": "Achieved",
    "On track": "On schedule",
    "At risk": "Slipping",
    "Delayed": "Late",
}
VARIATION = ("CR-02", "Identity fallback at counters and bulk transfer", "155.0", "Submitted", "Approved")
VARIED_IN = 5
"""The report in which the change request is submitted; a month later it is approved."""
NOT_ENDORSED, STRUCK = 0, 1
"""Of every four reports, the one that is tabled without endorsement and the one with an item struck out."""
PRINTED = (
    *("programme", "reference", "sponsor", "manager"),
    *("report_date", "start_date", "end_date", "percent_complete"),
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10, margin_cm=1.9)
    table_style(sheet, "Agency Table", OCEAN, FOAM)
    run(sheet.header.paragraphs[0], "OFFICIAL: Sensitive", bold=True, size=9, color="B00020")
    run(sheet.footer.paragraphs[0], "ICT Project Status Report template v3.2 | Effective 01/02/2022", size=8)
    para(sheet.body, "Waterways Safety Authority", size=12, color=OCEAN)
    para(sheet.body, "ICT Project Status Report", bold=True, size=20, color=OCEAN)
    _details(sheet, update)
    _title(sheet, 1, "Executive summary")
    para(sheet.body, update.summary)
    ratings = _health(sheet, update)
    activities = _results(sheet, update) + _ahead(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _budget(sheet, update)
    _asked(sheet, update)
    risks = _risks(sheet, update) + _issues(sheet, update)
    _changes(sheet, update)
    endorsed = _endorsement(sheet, update)
    report = gold.told_report(
        update,
        *PRINTED,
        authorised=endorsed,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, number: int, text: str) -> None:
    sheet.heading(f"{number}.  {text}", 2)


def _grid(sheet: Sheet, widths: list[float], heads: list[str]) -> Any:
    grid = sheet.table(widths, "Agency Table")
    row(grid, heads, size=9.5)
    return grid


def _details(sheet: Sheet, update: Update) -> None:
    project = update.project
    day, last = update.first_day.day, update.last_day.day
    grid = sheet.table([5.4, 11.6])
    for label, value in (
        ("Project name", project.name),
        ("Project number", project.reference),
        ("Program", project.programme),
        ("Senior Responsible Officer", project.sponsor),
        ("Business owner", f"Director {project.department}"),
        ("Project manager", project.manager),
        ("Governing committee", "Digital Steering Committee"),
        ("Reporting period", f"{day} to {last} {dates.month_year(update.first_day)}"),
        ("Date of report", None),
        ("Approved start date", dates.slashed(project.start)),
        ("Approved end date", dates.slashed(project.end)),
        ("Percentage complete", f"{update.percent}%"),
    ):
        cells = row(grid, [label, value])
        if label == "Date of report":
            date_picker(sheet, cells[1].paragraphs[0], update.reported, dates.slashed(update.reported))
        shade(cells[0], SAND)


def _health(sheet: Sheet, update: Update) -> list[Record]:
    """Words chosen from a list on their colour; the trend is a word as well and only repeats them."""
    _title(sheet, 2, "Project health")
    heads = ["Indicator", "This period", "Last period", "Trend", "Commentary"]
    grid = _grid(sheet, [3.6, 2.5, 2.5, 2.3, 6.2], heads)
    records = []
    for label, key in INDICATORS.items():
        rated = update.rated[key]
        step = ORDER.index(rated.current) - ORDER.index(rated.previous or rated.current)
        trend = "Improving" if step > 0 else "Worsening" if step < 0 else "Steady" if rated.previous else "–"
        cells = row(grid, [label, None, None, trend, rated.comment], size=9.5)
        drop_down(sheet, cells[1].paragraphs[0], list(WORDS.values()), WORDS[rated.current])
        shade(cells[1], COLOURS[rated.current])
        if rated.previous:
            rate(cells[2], rated.previous, WORDS[rated.previous], size=9.5)
        else:
            write(cells[2], "Not reported", size=9.5)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    key_line = "; ".join(f"{WORDS[colour]}: {meaning.lower()}" for colour, meaning in MEANINGS.items())
    para(sheet.body, f"Legend – {key_line}.", italic=True, size=8.5)
    return records


def _results(sheet: Sheet, update: Update) -> list[Record]:
    """What was planned for the period; a last column says what came of it."""
    _title(sheet, 3, "Results for this period")
    grid = _grid(sheet, [8.6, 3.4, 2.4, 2.6], ["Deliverable", "Responsible", "Due", "Result"])
    records = []
    results = [("completed", "Delivered", task) for task in update.done]
    late = [("missed", "Carried over", task) for task in update.missed]
    for kind, word, task in late + results if update.number % 2 else results + late:
        row(grid, [task.text, task.owner, dates.slashed(task.due), word], size=9.5)
        records.append(gold.activity(kind, task.text, None, task.owner, task.due))
    return records


def _ahead(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, 4, "Activities planned for next period")
    records = []
    for name, tasks in by_workstream(update.planned).items():
        sheet.heading(name, 3)
        for task in tasks:
            bullet(sheet.body, task.text)
            records.append(gold.activity("planned", task.text, name))
    if update.number % 4 == STRUCK:
        bullet(sheet.body, "Demonstrate the prototype at the boat show", strike=True)
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, 5, "Milestones")
    heads = ["Milestone", "Baseline", "Forecast", "Actual", "Status"]
    grid = _grid(sheet, [6.0, 2.7, 2.7, 2.7, 2.9], heads)
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = (item.baseline, forecast, item.actual)
        state = STATES[item.status]
        row(grid, [item.text, *(dates.slashed(day) if day else "" for day in days), state], size=9.5)
        baseline, forecast, actual = days
        records.append(
            gold.milestone(item.text, baseline=baseline, forecast=forecast, actual=actual, status=state)
        )
    return records


def _budget(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, 6, "Financial status")
    para(sheet.body, "All amounts are thousands of Australian dollars (AUD '000), excluding GST.", size=9)
    heads = ["Cost category", "Approved budget", "Actual to date", "Forecast at completion", "Variance"]
    grid = _grid(sheet, [4.8, 3.0, 3.0, 3.4, 2.8], heads)
    records = []
    for line in with_total(update):
        name = "Total project" if line.text == "Total" else line.text
        sums = (line.budget, line.actual, line.forecast, line.variance)
        shown = [f"{n / 1000:,.1f}" if n >= 0 else f"({-n / 1000:,.1f})" for n in sums]
        row(grid, [name, *shown], size=9.5)
        told = gold.told_money(line, "budget", "actual", "forecast", "variance")
        records.append({**told, "text": name, "currency": "AUD"})
    return records


def _asked(sheet: Sheet, update: Update) -> None:
    _title(sheet, 7, "Direction sought from the Steering Committee")
    if not update.decisions:
        para(sheet.body, "Nil.")
        return
    grid = _grid(sheet, [1.6, 15.4], ["Item", "The Committee is asked to"])
    for number, text in enumerate(update.decisions, start=1):
        row(grid, [f"7.{number}", text])


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Levels as words of the agency's matrix; the rating's word stands on its colour."""
    _title(sheet, 8, "Key risks")
    heads = ["ID", "Risk", "Likelihood", "Consequence", "Rating", "Treatment", "Owner", "Status"]
    grid = _grid(sheet, [1.1, 3.0, 2.2, 2.7, 1.6, 2.7, 2.2, 1.6], heads)
    records = []
    for risk in update.of_kind("risk"):
        words = {
            "likelihood": LIKELIHOOD[(risk.likelihood or 1) - 1],
            "impact": CONSEQUENCE[risk.impact - 1],
        }
        texts = (risk.reference, risk.text, words["likelihood"], words["impact"], None)
        cells = row(grid, [*texts, risk.response, risk.owner, risk.status], size=9)
        rate(cells[4], risk.rating, LEVELS[risk.rating], size=9)
        record = gold.told_risk(risk, "reference", "response", "owner", "rating", "status", **words)
        del record["score"]  # 'High' on red may be told as the score as well
        records.append(record)
    return records


def _issues(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, 9, "Issues")
    heads = ["ID", "Issue", "Resolution", "Assigned to", "Status"]
    grid = _grid(sheet, [1.2, 6.0, 5.0, 2.8, 2.0], heads)
    records = []
    for issue in update.of_kind("issue"):
        row(grid, [issue.reference, issue.text, issue.response, issue.owner, issue.status], size=9.5)
        records.append(gold.told_risk(issue, "reference", "response", "owner", "status"))
    if not records:
        span(grid, "Nil", size=9.5)
    return records


def _changes(sheet: Sheet, update: Update) -> None:
    _title(sheet, 10, "Change requests")
    if update.number < VARIED_IN:
        para(sheet.body, "Nil.")
        return
    number, name, cost, before, after = VARIATION
    grid = _grid(sheet, [2.0, 8.6, 3.4, 3.0], ["CR no.", "Change", "Cost (AUD '000)", "Outcome"])
    row(grid, [number, name, cost, before if update.number == VARIED_IN else after], size=9.5)


def _endorsement(sheet: Sheet, update: Update) -> bool:
    _title(sheet, 11, "Endorsement")
    endorsed = update.number % 4 != NOT_ENDORSED
    grid = sheet.table([7.0, 3.4, 6.6])
    cells = row(grid, ["Endorsed by the Senior Responsible Officer", None, None])
    shade(cells[0], SAND)
    drop_down(sheet, cells[1].paragraphs[0], ["Yes", "Not yet"], "Yes" if endorsed else "Not yet")
    day = update.reported + timedelta(days=1) if endorsed else None
    date_picker(sheet, cells[2].paragraphs[0], day, dates.slashed(day) if day else "")
    return endorsed


FAMILY = Family(
    name="waterways_ict",
    organisation="Waterways Safety Authority",
    style="an Australian agency's ICT project status report",
    tests="drop-downs on fills, results told by a column, consequence and treatment, AUD thousands, an item struck out",
    suffix=".docx",
    apart=False,
    projects=("boating",),
    render=render,
)
