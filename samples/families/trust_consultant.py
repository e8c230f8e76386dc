"""A consultant project manager's report to an academy trust: prose, coloured dots, work by element, changes."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.word import Sheet, bullet, para, row, run, write

SLATE, STONE = "33475B", "EEF1F4"
INK = {"Green": "2E9E44", "Amber": "F0A30A", "Red": "D42A2A"}
LABELS = {
    "Overall": "overall",
    "Programme": "schedule",
    "Cost": "cost",
    "Quality": "quality",
    "Safety and safeguarding": "safety",
    "Stakeholders": "stakeholders",
}
DIMENSIONS = {"safety": "other"}
CHANGES = (
    ("CC01", "Omit rooflight over the preparation room", "Architect", "−£4,150", "0", "Approved"),
    ("CC02", "Upgrade fire alarm panel", "Trust", "£11,870", "0", "Approved"),
    ("CC03", "Additional rainwater outlets to roof area B", "Engineer", "£6,425", "2", "Approved"),
    ("CC04", "Divert data cable found in trench", "Contractor", "£3,980", "1", "Rejected"),
    ("CC05", "Additional fume extraction to Laboratory 4", "Trust", "£22,600", "5", "Under review"),
)
"""One more each month until all stand in the register."""
ASSUMPTIONS = (
    "The cost plan assumes that VAT is recoverable by the Trust and that the Academy provides its own removals. "
    "The programme depends on the network operator's upgrade of the substation in Mill Lane."
)
HEALTH = "The principal designer's file is up to date. {hours:,} hours have been worked without a reportable incident."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet("Georgia", 10.5, margin_cm=2.2)
    run(sheet.header.paragraphs[0], f"Prentiss Vale LLP\t\t{project.reference}", size=8.5, color=SLATE)
    run(
        sheet.footer.paragraphs[0],
        "Prepared for the Trust only. No liability to third parties is accepted.",
        size=8,
    )
    para(sheet.body, f"Project Manager’s Report No. {update.number}", bold=True, size=20, color=SLATE)
    _particulars(sheet, update)
    _title(sheet, "1.0", "Executive summary")
    para(sheet.body, update.summary)
    ratings = _dots(sheet, update)
    activities = _work(sheet, update)
    milestones = _key_dates(sheet, update)
    finances = _cost(sheet, update)
    _changes(sheet, update)
    risks = _raid(sheet, update)
    _title(sheet, "7.0", "Health, safety and the environment")
    para(sheet.body, HEALTH.format(hours=1450 + update.number * 2380))
    _title(sheet, "8.0", "Instructions sought from the Trust")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "No instructions are sought this month.")
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, number: str, text: str) -> None:
    sheet.heading(f"{number} {text}", 2)


def _particulars(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([4.4, 12.2])
    for label, value in (
        ("Project", project.name),
        ("Project no.", project.reference),
        ("Client", "Wharfe and Nidd Academies Trust"),
        ("Funding", project.programme),
        ("Project sponsor", project.sponsor),
        ("Project manager", project.manager),
        ("Contractor", "Gaunt Brothers (Construction) Limited"),
        ("Form of contract", "JCT Design and Build 2016"),
        ("Commencement", dates.long(project.start)),
        ("Contract completion", dates.long(project.end)),
        ("Reporting period", dates.month_year(update.first_day)),
        ("Date of issue", dates.long(update.reported)),
    ):
        row(grid, [label, value])


def _dots(sheet: Sheet, update: Update) -> list[Record]:
    """No word tells the status but the colour of a dot; the key says which colour means what."""
    grid = sheet.table([4.4, 1.2, 11.0])
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        write(
            row(grid, [label, None, rated.comment])[1], "●", centred=True, size=15, color=INK[rated.current]
        )
        records.append(gold.rating(label, DIMENSIONS.get(key, key), rated.current, comment=rated.comment))
    legend = para(sheet.body)
    for colour, text in (("Green", " as planned   "), ("Amber", " needs attention   "), ("Red", " off plan")):
        run(legend, "●", color=INK[colour], size=8)
        run(legend, text, size=8)
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """One row for each element of the works, what was done beside what is to come, each in plain paragraphs."""
    _title(sheet, "2.0", "Progress of the works")
    parts = (by_workstream(update.done), by_workstream(update.missed), by_workstream(update.planned))
    names = list(dict.fromkeys(task[2] for task in update.project.facts["tasks"]))
    grid = sheet.table([3.0, 4.6, 4.4, 4.6])
    heads = [
        "Element",
        "Completed in the period",
        "Programmed but not completed",
        "Programmed for next period",
    ]
    row(grid, heads, bold=True, fill=STONE)
    records = []
    for name in names:
        if not any(name in groups for groups in parts):
            continue
        cells = row(grid, [name, None, None, None], size=9.5)
        for cell, kind, groups in zip(cells[1:], ("completed", "missed", "planned"), parts, strict=True):
            records += _told(cell, kind, groups.get(name, []), name)
    return records


def _told(cell: Any, kind: str, tasks: list[Task], name: str) -> list[Record]:
    for task in tasks:
        write(cell, task.text, size=9.5)
    if not tasks:
        write(cell, "–")
    return [gold.activity(kind, task.text, name) for task in tasks]


def _key_dates(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "3.0", "Key dates")
    grid = sheet.table([6.4, 3.4, 3.4, 3.4])
    row(grid, ["Event", "Contract programme", "Anticipated", "Achieved"], bold=True, fill=STONE)
    records = []
    for item in update.milestones:
        expected = None if item.actual else item.forecast
        days = (item.baseline, expected, item.actual)
        row(grid, [item.text, *(dates.brief(day) if day else "" for day in days)])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=expected, actual=item.actual)
        )
    return records


def _cost(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "4.0", "Cost and cash flow")
    grid = sheet.table([5.8, 3.6, 3.6, 3.6])
    row(grid, ["Cost head", "Approved sum", "Paid to date", "Anticipated final cost"], bold=True, fill=STONE)
    records = []
    for line in with_total(update):
        row(grid, [line.text, *(f"£{n:,}.00" for n in (line.budget, line.actual, line.forecast))])
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    total = with_total(update)[-1]
    claim = round((total.forecast - total.actual) / max(1, 16 - update.number) / 1000) * 1000
    para(sheet.body)
    para(
        sheet.body,
        f"Valuation {update.number} has been certified. We forecast a drawdown of £{claim:,} in "
        f"{dates.month_year(update.next_month)}, which is in line with the cash flow lodged with the Department.",
    )
    return records


def _changes(sheet: Sheet, update: Update) -> None:
    _title(sheet, "5.0", "Change control register")
    grid = sheet.table([1.6, 6.4, 2.3, 2.2, 1.4, 2.7])
    row(grid, ["No.", "Change", "Raised by", "Value", "Days", "Outcome"], bold=True, fill=STONE, size=9.5)
    for change in CHANGES[: update.number]:
        row(grid, list(change), size=9.5)


def _raid(sheet: Sheet, update: Update) -> list[Record]:
    """Risks are scored, issues are not; assumptions and dependencies are told in a sentence."""
    _title(sheet, "6.0", "RAID log extract")
    para(sheet.body, "Risks", bold=True)
    grid = sheet.table([1.2, 5.0, 4.8, 2.4, 0.9, 0.9, 1.4])
    heads = ["ID", "Risk", "Action", "Owned by", "P", "I", "PxI"]
    row(grid, heads, bold=True, fill=STONE, size=9.5)
    records = []
    for risk in update.of_kind("risk"):
        likelihood, impact, score = (str(n) for n in (risk.likelihood, risk.impact, risk.score))
        texts = [risk.reference, risk.text, risk.response, risk.owner, likelihood, impact, score]
        row(grid, texts, size=9.5)
        scores = {"likelihood": likelihood, "impact": impact, "score": score}
        records.append(gold.told_risk(risk, "reference", "response", "owner", **scores))
    para(sheet.body)
    para(sheet.body, "Issues", bold=True)
    issues = update.of_kind("issue")
    if not issues:
        para(sheet.body, "No issues are open.")
    else:
        grid = sheet.table([1.2, 5.4, 6.0, 2.4, 1.6])
        row(grid, ["ID", "Issue", "Action", "Owned by", "Status"], bold=True, fill=STONE, size=9.5)
        for issue in issues:
            row(grid, [issue.reference, issue.text, issue.response, issue.owner, issue.status], size=9.5)
            records.append(gold.told_risk(issue, "reference", "response", "owner", "status"))
        para(sheet.body)
    para(sheet.body, "Assumptions and dependencies", bold=True)
    para(sheet.body, ASSUMPTIONS)
    return records


FAMILY = Family(
    name="trust_consultant",
    organisation="Prentiss Vale LLP",
    style="consultant project manager's report to an academy trust",
    tests="coloured dots without words, elements as rows, a change register that is no record, RAID in parts, pence",
    suffix=".docx",
    apart=False,
    projects=("sciencewing",),
    render=render,
)
