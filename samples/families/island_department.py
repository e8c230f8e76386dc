"""A Crown Dependency department's update: vote and spend, commentary apart, two columns of work, ministers and law."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update
from samples.word import Sheet, bullet, page_number, para, rate, row, run, shade
from samples.word_fields import drop_down
from samples.word_review import footnote

CRIMSON, SAND = "8A1538", "F4EFE6"
THOUSAND = 1000
LABELS = {
    "Time": "schedule",
    "Cost": "cost",
    "Scope": "scope",
    "Resourcing": "resources",
    "Benefits": "benefits",
    "Stakeholders": "stakeholders",
}
OVERALL = "Overall delivery confidence"
CONFIDENCE = ("Green", "Amber/Green", "Amber", "Amber/Red", "Red")
POLITICAL = (
    "The Member with political responsibility was briefed. Two questions for oral answer have been tabled.",
    "No primary legislation is required. Draft regulations will go to the next sitting of the Chamber.",
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Open Sans", 9.5, margin_cm=1.8)
    run(sheet.header.paragraphs[0], "Government of Hestrey", bold=True, size=13, color=CRIMSON)
    para(sheet.header, "Gwarnow Hestrey  |  OFFICIAL – SENSITIVE", size=8)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "Major Projects Portfolio: Monthly Update", bold=True, size=16, color=CRIMSON)
    _identity(sheet, update)
    ratings = _confidence(sheet, update)
    activities = _work(sheet, update)
    risks = _risks(sheet, update)
    finances = _vote(sheet, update)
    milestones = _milestones(sheet, update)
    _title(sheet, "Political and legislative position")
    for text in POLITICAL:
        para(sheet.body, text)
    _title(sheet, "Ministerial decisions required")
    for text in update.decisions or ("None this month.",):
        bullet(sheet.body, text)
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager"),
        start_date=dates.iso_month(project.start),
        end_date=dates.iso_month(project.end),
        ratings=ratings,
        activities=activities,
        risks=risks,
        finances=finances,
        milestones=milestones,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    para(sheet.body, text, bold=True, size=11.5, color=CRIMSON).paragraph_format.keep_with_next = True


def _identity(sheet: Sheet, update: Update) -> None:
    """Two pairs in a row; the department's own people stand beside the project's."""
    project = update.project
    grid = sheet.table([3.7, 5.0, 3.7, 5.0])
    for line in (
        ("Project", project.name, "Project ref.", project.reference),
        ("Programme", project.programme, "Update for", dates.month_year(update.first_day)),
        ("Senior Responsible Owner", project.sponsor, "Project Manager", project.manager),
        ("Department", "Infrastructure and Home Affairs", "Stage", "4 – Implementation"),
        ("Start", dates.month_year(project.start), "Planned end", dates.month_year(project.end)),
    ):
        for cell in row(grid, line, size=9)[::2]:
            shade(cell, SAND)
    para(sheet.body)


def _confidence(sheet: Sheet, update: Update) -> list[Record]:
    """An overall level from a list of five; six areas with their fill and word; the reasons beneath in prose."""
    overall = update.rated["overall"]
    _title(sheet, "Delivery confidence")
    grid = sheet.table([6.0, 3.2, 8.2])
    cells = row(grid, [OVERALL, None, overall.comment], size=9)
    shade(cells[0], SAND)
    rate(cells[1], overall.confidence)
    drop_down(sheet, cells[1].paragraphs[0], CONFIDENCE, overall.confidence)
    records = [gold.rating(OVERALL, "overall", overall.confidence, comment=overall.comment)]
    para(sheet.body, size=4)
    grid = sheet.table([2.9] * len(LABELS))
    row(grid, list(LABELS), bold=True, fill=SAND, centred=True, size=9)
    cells = row(grid, [None] * len(LABELS))
    reasons = []
    for cell, (label, key) in zip(cells, LABELS.items(), strict=True):
        rated = update.rated[key]
        rate(cell, rated.current, rated.current, size=9)
        records.append(gold.rating(label, key, rated.current))
        if rated.current != "Green":
            reasons.append(f"On {label.lower()}: {rated.comment[0].lower()}{rated.comment[1:]}")
            del records[-1]["comment"]  # some would bring the narrative's sentence back to its area
    para(sheet.body, size=4)
    _title(sheet, "Narrative")
    para(sheet.body, update.summary)
    if reasons:
        para(sheet.body, f"Areas that are not Green. {' '.join(reasons)}")
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """Achieved beside planned; slippage beneath."""
    grid = sheet.table([8.7, 8.7])
    heads = ["Achieved since last update", "Planned before next update"]
    row(grid, heads, bold=True, fill=CRIMSON, color="FFFFFF")
    cells = row(grid, [None, None])
    records = []
    for cell, kind, tasks in zip(cells, ("completed", "planned"), (update.done, update.planned), strict=True):
        for task in tasks:
            bullet(cell, task.text, size=9)
            records.append(gold.activity(kind, task.text))
    para(sheet.body, size=4)
    grid = sheet.table([8.7, 5.2, 3.5])
    heads = ["Slippage: work due this month that was not achieved", "Responsible officer", "Was due"]
    row(grid, heads, bold=True, fill=CRIMSON, color="FFFFFF")
    for task in update.missed:
        row(grid, [task.text, task.owner, dates.dashed(task.due)], size=9)
        records.append(gold.activity("missed", task.text, None, task.owner, task.due))
    if not update.missed:
        row(grid, ["None", "", ""], size=9)
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """A rank that is no reference, and the score that is left once controls work."""
    para(sheet.body, size=4)
    _title(sheet, "Top risks and issues")
    grid = sheet.table([1.4, 1.5, 5.4, 5.0, 2.5, 1.6])
    heads = ["Rank", "Type", "Description", "Control measures", "Owner", "Score"]
    row(grid, heads, bold=True, fill=SAND, size=9)
    records = []
    for rank, risk in enumerate(update.risks, start=1):
        kind = risk.kind.capitalize()
        cells = row(grid, [str(rank), kind, risk.text, risk.response, risk.owner, None], size=9)
        rate(cells[5], risk.rating, str(risk.score or ""), size=9)
        words = {"score": str(risk.score)} if risk.score else {}
        records.append(gold.told_risk(risk, "response", "owner", "rating", **words))
        del records[-1]["reference"]  # a rank may be kept as the reference
    return records


def _vote(sheet: Sheet, update: Update) -> list[Record]:
    para(sheet.body, size=4)
    _title(sheet, "Capital vote (£000s)")
    grid = sheet.table([6.2, 2.8, 2.8, 2.8, 2.8])
    heads = ["Head of expenditure", "Vote", "Spend to date", "Outturn", "(Over)/under"]
    cells = row(grid, heads, bold=True, fill=SAND, size=9)
    footnote(sheet, cells[1].paragraphs[0], "As approved in the annual Budget, with virements since.")
    records = []
    for line in update.money:
        sums = [f"{amount / THOUSAND:,.1f}" for amount in (line.budget, line.actual, line.forecast)]
        under = f"{abs(line.variance) / THOUSAND:,.1f}"
        row(grid, [line.text, *sums, f"({under})" if line.variance > 0 else under], size=9)
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
        del records[-1]["variance"]  # brackets are overspends here: its sign may be told either way
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    """Months alone, as ministers like them; the state in words."""
    para(sheet.body, size=4)
    _title(sheet, "Key dates")
    grid = sheet.table([7.4, 3.4, 3.4, 3.2])
    row(grid, ["Milestone", "Approved", "Current", "State"], bold=True, fill=SAND, size=9)
    records = []
    for item in update.milestones:
        months = [dates.month_dash(item.baseline), dates.month_dash(item.forecast)]
        row(grid, [item.text, *months, item.status], size=9)
        baseline, forecast = dates.iso_month(item.baseline), dates.iso_month(item.forecast)
        records.append(gold.milestone(item.text, baseline=baseline, forecast=forecast, status=item.status))
    return records


FAMILY = Family(
    name="island_department",
    organisation="Government of Hestrey",
    style="a Crown Dependency department's monthly update for ministers",
    tests="five levels in a list, reasons in prose apart, months alone, ranks, (over)/under",
    suffix=".docx",
    apart=False,
    projects=("prescribing", "bridge"),
    render=render,
)
