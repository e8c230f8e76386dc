"""A central agency's monthly return to its investment board: confidence, cost, benefits, strands of work in a table."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Milestone, Money, Risk, Update
from samples.story import tell
from samples.word import Sheet, bullet, deleted, inserted, page_number, para, rate, row, run, shade, write

NAVY, MIST = "12305B", "E4EAF2"
MEASURES = {
    "Delivery confidence (SRO view)": "overall",
    "Schedule": "schedule",
    "Whole life cost": "cost",
    "Benefits": "benefits",
    "Capability and capacity": "resources",
    "Scope": "scope",
}
ORDER = ("Red", "Amber", "Green")
LEVELS = ("Very low", "Low", "Medium", "High", "Very high")
MARKING = "OFFICIAL – SENSITIVE"
GUIDANCE = "Return to the Portfolio Office by working day three. Boxes will expand."
COST_NOTE = "Resource and capital together, £ million, outturn prices."
BENEFIT_NOTE = (
    "Profiles are those of the Full Business Case and are reviewed with Analysis Division each quarter."
)
BALANCE = 10_000
"""What the table of costs is rounded to: two decimals of a million."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10, margin_cm=1.8)
    para(sheet.header, MARKING, bold=True, size=9, centred=True)
    foot = para(sheet.footer, "Monthly project return, version 6 | Page ", size=8, centred=True)
    page_number(foot)
    para(sheet.body, "Agency for Legal Support", bold=True, color=NAVY)
    para(sheet.body, "Monthly project return to the Investment Board", bold=True, size=18, color=NAVY)
    para(sheet.body, GUIDANCE, italic=True, size=8)
    _about(sheet, update)
    ratings = _confidence(sheet, update)
    activities = _strands(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _costs(sheet, update)
    _benefits(sheet, update)
    risks = _risks(sheet, update)
    _title(sheet, "8. Asks of the Investment Board")
    for text in update.decisions:
        bullet(sheet.body, text, style="List Number")
    if not update.decisions:
        para(sheet.body, "No asks this month.")
    cleared = update.number % 4 != 0
    _title(sheet, "9. Clearance")
    grid = sheet.table([8.6, 8.6])
    _pair(grid, ["Finance Business Partner", "Theodora Quill"])
    _pair(grid, ["Cleared by the SRO?", "Yes" if cleared else "No"])
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        authorised=cleared,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=12, color=NAVY)
    line.paragraph_format.keep_with_next = True


def _pair(grid: Any, texts: list[str]) -> None:
    cells = row(grid, texts)
    for cell in cells[::2]:
        shade(cell, MIST)


def _about(sheet: Sheet, update: Update) -> None:
    project = update.project
    _title(sheet, "1. About the project")
    grid = sheet.table([3.4, 5.2, 3.4, 5.2])
    for texts in (
        ["Project", project.name, "Project code", project.reference],
        ["Programme", project.programme, "Return for", dates.month_year(update.first_day)],
        ["SRO", project.sponsor, "Project Director", project.manager],
        ["Business case", "Full Business Case", "Date of return", dates.long(update.reported)],
        ["Start date", dates.long(project.start), "Forecast end date", dates.long(project.end)],
    ):
        _pair(grid, texts)
    para(sheet.body)


def _direction(current: str, previous: str | None) -> str:
    if previous is None:
        return "–"
    step = ORDER.index(current) - ORDER.index(previous)
    return "Improved" if step > 0 else "Worsened" if step < 0 else "No change"


def _confidence(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "2. Delivery confidence")
    grid = sheet.table([4.0, 2.2, 2.2, 2.2, 6.6])
    row(
        grid,
        ["Measure", "Last return", "This return", "Direction", "Rationale"],
        bold=True,
        fill=NAVY,
        color="FFFFFF",
    )
    records = []
    for label, key in MEASURES.items():
        rated = update.rated[key]
        direction = _direction(rated.current, rated.previous)
        cells = row(grid, [label, rated.previous or "n/a", None, direction, rated.comment], size=9)
        rate(cells[2], rated.current, rated.current.upper(), bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    para(sheet.body)
    para(sheet.body, "SRO commentary", bold=True)
    para(sheet.body, update.summary)
    return records


def _strands(sheet: Sheet, update: Update) -> list[Record]:
    """A row for each strand of the work, its past, its slippage and its future side by side."""
    _title(sheet, "3. Delivery by strand")
    grid = sheet.table([2.4, 5.2, 4.4, 5.2])
    heads = ["Strand", "Delivered since last return", "Due but not delivered", "To be delivered next month"]
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF")
    parts = (
        ("completed", by_workstream(update.done)),
        ("missed", by_workstream(update.missed)),
        ("planned", by_workstream(update.planned)),
    )
    records = []
    for strand in dict.fromkeys(task[2] for task in update.project.facts["tasks"]):
        cells = row(grid, [strand, *(None for _ in parts)], size=9)
        for cell, (kind, groups) in zip(cells[1:], parts, strict=True):
            for task in groups.get(strand, ()):
                bullet(cell, task.text, size=9)
                records.append(gold.activity(kind, task.text, strand))
            if strand not in groups:
                write(cell, "–")
    para(sheet.body)
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    """The forecast of last month stands between the baseline and today's; a late change is left tracked."""
    _title(sheet, "4. Milestones")
    grid = sheet.table([5.0, 2.7, 2.9, 2.7, 2.7, 1.2])
    heads = ["Milestone", "Approved baseline", "Forecast at last return", "Forecast now", "Achieved", "RAG"]
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF", size=9)
    earlier = tell(update.project.key, update.number - 1).milestones if update.number > 1 else ()
    before = {item.text: item.forecast for item in earlier}
    records = []
    edited = update.number % 3 != 0
    for item in update.milestones:
        last = dates.dashed(before[item.text]) if item.text in before else "n/a"
        texts = [item.text, dates.dashed(item.baseline), last, None, _day(item, reached=True), None]
        cells = row(grid, texts, size=9)
        if edited or item.actual:
            write(cells[3], _day(item, reached=False), size=9)
        else:
            deleted(sheet, cells[3].paragraphs[0], "tbc")
            inserted(sheet, cells[3].paragraphs[0], dates.dashed(item.forecast))
            edited = True
        rate(cells[5], item.rating, "C" if item.actual else item.rating[0])
        forecast = None if item.actual else item.forecast
        told = gold.milestone(
            item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, rating=item.rating
        )
        records.append(told)
    para(sheet.body, "RAG: R = more than three weeks late, A = late, G = on time, C = complete", size=8)
    return records


def _day(item: Milestone, *, reached: bool) -> str:
    if reached:
        return dates.dashed(item.actual) if item.actual else ""
    return "–" if item.actual else dates.dashed(item.forecast)


def _costs(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "5. Whole life cost")
    para(sheet.body, COST_NOTE, italic=True, size=9)
    grid = sheet.table([5.2, 3.0, 3.0, 3.0, 3.0])
    heads = ["£m", "Approved", "Spent to date", "Forecast", "Variance"]
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF")
    lines = [
        Money(line.text, line.budget, round(line.actual / BALANCE) * BALANCE, line.forecast)
        for line in update.money
    ]
    sums = zip(*((line.budget, line.actual, line.forecast) for line in lines), strict=True)
    lines.append(Money("Whole life total", *(sum(amounts) for amounts in sums)))
    records = []
    for line in lines:
        amounts = [f"{amount / 1e6:.2f}" for amount in (line.budget, line.actual, line.forecast)]
        row(grid, [line.text, *amounts, f"{line.variance / 1e6:+.2f}" if line.variance else "0.00"])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    para(sheet.body)
    return records


def _benefits(sheet: Sheet, update: Update) -> None:
    """Measures of what the project is for: neither milestones nor money."""
    _title(sheet, "6. Benefits realisation")
    grid = sheet.table([6.6, 2.6, 2.6, 2.6, 2.8])
    row(grid, ["Benefit", "Baseline", "Target", "Latest", "Type"], bold=True, fill=NAVY, color="FFFFFF")
    days, calls = 21 - update.number, 46 - 2 * update.number
    row(grid, ["Working days from bill to payment", "22", "8", f"{days}", "Non-cashable"])
    row(grid, ["Calls to the helpline for each hundred bills", "47", "20", f"{calls}", "Cashable"])
    para(sheet.body, BENEFIT_NOTE, size=9)


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "7. Principal risks and live issues")
    grid = sheet.table([1.2, 4.8, 4.2, 2.2, 1.6, 1.6, 1.8])
    heads = ["Ref", "Risk (cause, event, effect)", "Mitigation", "Owner", "Prob.", "Impact", "RAG"]
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF", size=9)
    records = []
    for risk in update.of_kind("risk"):
        words = {"likelihood": _level(risk.likelihood), "impact": _level(risk.impact)}
        texts = [risk.reference, risk.text, risk.response, risk.owner, *words.values()]
        cells = row(grid, [*texts, None], size=8)
        rate(cells[6], risk.rating, risk.rating, size=8)
        records.append(gold.told_risk(risk, "reference", "response", "owner", "rating", **words))
    para(sheet.body)
    issues = update.of_kind("issue")
    grid = sheet.table([1.2, 5.4, 5.4, 2.4, 3.0])
    heads = ["Ref", "Issue", "Action being taken", "Owner", "Status"]
    row(grid, heads, bold=True, fill=NAVY, color="FFFFFF", size=9)
    for issue in issues:
        row(grid, _issue(issue), size=8)
        records.append(gold.told_risk(issue, "reference", "response", "owner", "status"))
    if not issues:
        row(grid, ["", "Nil return", "", "", ""], size=8)
    run(para(sheet.body), "Closed issues drop off the return after one month.", italic=True, size=8)
    return records


def _issue(issue: Risk) -> list[str]:
    return [issue.reference, issue.text, issue.response, issue.owner, issue.status]


def _level(number: int | None) -> str:
    return LEVELS[(number or 1) - 1]


FAMILY = Family(
    name="investment_return",
    organisation="Agency for Legal Support",
    style="a central agency's monthly project return to its investment board",
    tests="strands as rows with slippage between past and future, last month's forecast, measures of benefit",
    suffix=".docx",
    apart=False,
    projects=("claims",),
    render=render,
)
