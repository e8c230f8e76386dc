"""A constabulary's ANPR programme: numbered sections, drop-downs with a code and its meaning, work strand by strand."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import COLOURS, Sheet, bullet, control, para, row, run, shade

SLATE = "E7E9EF"
AREAS = {
    "Overall": ("overall", "overall"),
    "Time": ("schedule", "schedule"),
    "Money": ("cost", "cost"),
    "Information assurance": ("quality", None),
    "Strand A: Fixed sites": ("fixed", "other"),
    "Strand B: Mobile units": ("mobile", "other"),
    "Strand C: Back office": ("office", "other"),
}
CODES = {
    "Green": "G - on plan",
    "Amber": "A - off plan, recoverable",
    "Red": "R - off plan, intervention needed",
    "Blue": "B - closed",
}
LIKELY = ("", "Very unlikely (1)", "Unlikely (2)", "Possible (3)", "Likely (4)", "Very likely (5)")
SEVERE = ("", "Negligible (1)", "Minor (2)", "Moderate (3)", "Major (4)", "Critical (5)")
MARKING = "OFFICIAL-SENSITIVE"
ETHICS = (
    "The Data Protection Impact Assessment and Equality Impact Assessment are held by the programme office. Camera "
    "siting follows the National ANPR Standards and the Surveillance Camera Code of Practice."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10.5, margin_cm=2.2)
    for edge in (sheet.header, sheet.footer):
        para(edge, MARKING, bold=True, centred=True, color="C00000")
    para(sheet.body, "Wealdmoor Constabulary", bold=True, size=15)
    para(sheet.body, "Force Change Board – Highlight Report", bold=True, size=13)
    _cover(sheet, update)
    sheet.heading("1. Executive overview", 2)
    para(sheet.body, update.summary)
    ratings = _status(sheet, update)
    activities = _strands(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _money(sheet, update)
    risks = _raid(sheet, update)
    sheet.heading("7. Legal, ethics and equality", 2)
    para(sheet.body, ETHICS)
    sheet.heading("8. Decisions sought from the Board", 2)
    for letter, text in zip("abcd", update.decisions, strict=False):
        para(sheet.body, f"({letter}) {text}")
    if not update.decisions:
        para(sheet.body, "None. The report is for information.")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _cover(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([5.2, 11.4], "Table Grid")
    covered = f"{dates.long(update.first_day)} to {dates.long(update.last_day)}"
    for label, value in (
        ("Project", project.name),
        ("Project ref", project.reference),
        ("Programme", project.programme),
        ("Business lead (SRO)", project.sponsor),
        ("Project manager", project.manager),
        ("Period covered", covered),
        ("Date submitted", dates.dashed(update.reported)),
        ("Freedom of Information", "Exempt under s.31 (law enforcement)"),
        ("Version", f"{update.number + 7}.0"),
    ):
        cells = row(grid, [None, value])
        run(cells[0].paragraphs[0], label, bold=True)
        shade(cells[0], SLATE)


def _status(sheet: Sheet, update: Update) -> list[Record]:
    """Codes chosen from a list, an arrow for the trend, and in words what stood there last time."""
    sheet.heading("2. Status", 2)
    grid = sheet.table([3.8, 3.6, 1.6, 7.6])
    row(grid, ["Area", "RAG status", "Trend", "Narrative"], bold=True, fill=SLATE)
    order = ["Red", "Amber", "Green", "Blue"]
    records = []
    for label, (key, dimension) in AREAS.items():
        rated = update.rated[key]
        step = order.index(rated.current) - order.index(rated.previous or rated.current)
        arrow = "↑" if step > 0 else "↓" if step < 0 else "↔"
        cells = row(grid, [label, None, arrow, rated.comment])
        control(sheet, cells[1].paragraphs[0], CODES[rated.current])
        shade(cells[1], COLOURS[rated.current])
        record = gold.rating(label, dimension or "quality", rated.current, comment=rated.comment)
        if dimension is None:
            del record["dimension"]  # 'Information assurance' may be told as quality, risk or other
        records.append(record)
    return records


def _strands(sheet: Sheet, update: Update) -> list[Record]:
    """A heading for each strand and bold words over what was delivered, what was not and what follows."""
    sheet.heading("3. Progress by strand", 2)
    parts = (
        ("Delivered this period", "completed", by_workstream(update.done)),
        ("Not delivered", "missed", by_workstream(update.missed)),
        ("Planned for next period", "planned", by_workstream(update.planned)),
    )
    records = []
    for name in ("Fixed sites", "Mobile units", "Back office"):
        sheet.heading(name, 3)
        if not any(name in tasks for _, _, tasks in parts):
            para(sheet.body, "No activity this period.")
        for title, kind, tasks in parts:
            if name not in tasks:
                continue
            para(sheet.body, title, bold=True)
            for task in tasks[name]:
                bullet(sheet.body, task.text)
                records.append(gold.activity(kind, task.text, name))
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("4. Key milestones", 2)
    grid = sheet.table([6.4, 2.8, 2.8, 2.8, 1.8])
    row(grid, ["Milestone", "Approved plan", "Current forecast", "Delivered", "RAG"], bold=True, fill=SLATE)
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = [dates.dashed(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        cells = row(grid, [item.text, *days, item.rating[0]])
        shade(cells[4], COLOURS[item.rating])
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=forecast,
                actual=item.actual,
                rating=item.rating,
            )
        )
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("5. Finance", 2)
    grid = sheet.table([5.8, 2.7, 2.7, 2.7, 2.7])
    heads = ["Budget head", "Allocation (£k)", "Actual (£k)", "Forecast (£k)", "Variance (£k)"]
    row(grid, heads, bold=True, fill=SLATE)
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(f"{n / 1000:,.1f}" for n in amounts)])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _raid(sheet: Sheet, update: Update) -> list[Record]:
    """Levels as words with their number; what is closed this month stays in the register and says so."""
    sheet.heading("6. Risks and issues", 2)
    records = []
    para(sheet.body, "Risks", bold=True)
    grid = sheet.table([1.4, 4.6, 2.3, 2.1, 3.8, 2.4])
    heads = ["Ref", "Risk", "Likelihood", "Impact", "Control measures", "Owner"]
    row(grid, heads, bold=True, fill=SLATE, size=9)
    for risk in update.of_kind("risk"):
        words = {"likelihood": LIKELY[risk.likelihood or 0], "impact": SEVERE[risk.impact]}
        texts = [risk.reference, risk.text, words["likelihood"], words["impact"], risk.response, risk.owner]
        row(grid, texts, size=9)
        records.append(gold.told_risk(risk, "response", "reference", "owner", **words))
    para(sheet.body)
    para(sheet.body, "Issues", bold=True)
    issues = update.of_kind("issue")
    if not issues:
        para(sheet.body, "No open issues.")
        return records
    grid = sheet.table([1.4, 5.6, 5.6, 2.4, 1.6])
    row(grid, ["Ref", "Issue", "Resolution", "Owner", "Status"], bold=True, fill=SLATE, size=9)
    for issue in issues:
        row(grid, [issue.reference, issue.text, issue.response, issue.owner, issue.status], size=9)
        records.append(gold.told_risk(issue, "response", "reference", "owner", "status"))
    return records


FAMILY = Family(
    name="anpr_board",
    organisation="Wealdmoor Constabulary",
    style="numbered report of a constabulary's number plate camera programme to its change board",
    tests="codes and their meaning in drop-downs, strands as areas, work by strand, levels as words, lettered asks",
    suffix=".docx",
    apart=False,
    projects=("anpr",),
    render=render,
)
