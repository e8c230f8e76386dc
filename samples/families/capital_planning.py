"""A hospital trust's capital scheme on landscape pages: areas as columns, done beside next, last report's dates."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Risk, Task, Update, with_total
from samples.story import tell
from samples.word import Sheet, bullet, inserted, para, rate, row, run, shade, write

NAVY, PALE = "003087", "D9E5F5"
LABELS = {
    "Overall": "overall",
    "Programme": "schedule",
    "Cost": "cost",
    "Quality & compliance": "quality",
    "Scope": "scope",
    "Clinical engagement": "stakeholders",
}
KEY = "R – outside tolerance; A – pressure that can be managed; G – no concerns; B – complete"
PERMIT = " – subject to permit to work"
INFECTION = (
    "Weekly air sampling in the adjoining corridor shows no rise in particle counts. Hoardings are inspected every "
    "Monday by Infection Prevention and Control and the record is kept at the theatre reception desk."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 9.5, landscape=True, margin_cm=1.5)
    run(sheet.footer.paragraphs[0], "Capital Planning Group – in confidence", size=8)
    name = para(sheet.body, "Pellworth Hospitals NHS Trust", bold=True, size=11, color=NAVY)
    name.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    para(sheet.body, "Capital scheme highlight report", bold=True, size=18, color=NAVY)
    _strip(sheet, update)
    ratings = _areas(sheet, update)
    _band(sheet, "Position statement")
    para(sheet.body, update.summary)
    activities = _work(sheet, update)
    milestones = _programme(sheet, update)
    finances = _money(sheet, update)
    risks = _risks(sheet, update)
    _band(sheet, "Infection prevention and control")
    para(sheet.body, INFECTION)
    _band(sheet, "Approvals sought")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "None this period.")
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


def _band(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text.upper(), bold=True, size=10, color=NAVY)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Cm(0.3), True


def _strip(sheet: Sheet, update: Update) -> None:
    """Labels in two dark rows, each over its values."""
    project = update.project
    grid = sheet.table([8.9, 5.9, 5.9, 5.9])
    for facts in (
        (
            ("Scheme", project.name),
            ("Scheme no.", project.reference),
            ("Executive sponsor", project.sponsor),
            ("Project manager", project.manager),
        ),
        (
            ("Programme", project.programme),
            ("Funding source", "Internally generated capital"),
            ("Reporting period", dates.month_year(update.first_day)),
            ("Date of issue", dates.dashed(update.reported)),
        ),
    ):
        row(grid, [label for label, _ in facts], bold=True, color="FFFFFF", size=8.5, fill=NAVY)
        row(grid, [value for _, value in facts])


def _areas(sheet: Sheet, update: Update) -> list[Record]:
    """Areas across, the last period's letters over this period's; remarks only where the letter asks for one."""
    _band(sheet, "RAG summary")
    grid = sheet.table([2.6, *[4.0] * 6])
    row(grid, ["", *LABELS], bold=True, fill=PALE)
    last = row(grid, ["Last period", *[None] * 6])
    this = row(grid, ["This period", *[None] * 6])
    remarks = row(grid, ["Reason / action", *[None] * 6])
    records = []
    for place, (label, key) in enumerate(LABELS.items(), start=1):
        rated = update.rated[key]
        if rated.previous:
            rate(last[place], rated.previous, rated.previous[0], bold=True)
        rate(this[place], rated.current, rated.current[0], bold=True)
        comment = None if rated.current == "Green" else rated.comment
        if comment:
            write(remarks[place], comment, size=8.5)
        records.append(gold.rating(label, key, rated.current, rated.previous, comment))
    para(sheet.body, KEY, italic=True, size=8)
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    """Side by side; what was not achieved has a row of its own beneath only when there is any."""
    grid = sheet.table([13.3, 13.3])
    row(grid, ["Completed this period", "Planned next period"], bold=True, fill=PALE)
    done, planned = grid.add_row().cells
    records = _bullets(done, "completed", update.done) + _bullets(planned, "planned", update.planned)
    if update.number % 3 == 2:
        inserted(sheet, planned.paragraphs[-1], PERMIT)
        records[-1]["text"] += PERMIT
    if update.missed:
        title, cell = (grid.add_row().cells for _ in range(2))
        write(title[0].merge(title[1]), "Not achieved this period", bold=True)
        shade(title[0], PALE)
        records += _bullets(cell[0].merge(cell[1]), "missed", update.missed)
    return records


def _bullets(cell: Any, kind: str, tasks: tuple[Task, ...]) -> list[Record]:
    for task in tasks:
        bullet(cell, task.text)
    return [gold.activity(kind, task.text) for task in tasks]


def _programme(sheet: Sheet, update: Update) -> list[Record]:
    """The date last reported stands between the date of the business case and today's forecast."""
    _band(sheet, "Key programme dates")
    grid = sheet.table([9.6, 3.6, 3.6, 3.6, 3.6, 2.6])
    row(
        grid,
        ["Stage", "FBC date", "Last reported", "Current forecast", "Achieved", "RAG"],
        bold=True,
        fill=PALE,
    )
    earlier = tell(update.project.key, max(1, update.number - 1)).milestones
    records = []
    for item, before in zip(update.milestones, earlier, strict=True):
        now = None if item.actual else item.forecast
        days = (item.baseline, None if before.actual else before.forecast, now, item.actual)
        cells = row(grid, [item.text, *(dates.dashed(day) if day else "–" for day in days), None])
        rate(cells[5], item.rating, item.rating[0])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=now, actual=item.actual, rating=item.rating
            )
        )
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _band(sheet, "Capital position (£000)")
    grid = sheet.table([9.6, 4.2, 4.2, 4.4, 4.2])
    row(grid, ["", "Approved", "Spend to date", "Forecast outturn", "Variance"], bold=True, fill=PALE)
    for line in with_total(update):
        sums = (line.budget, line.actual, line.forecast, line.variance)
        texts = [f"({-n / 1000:,.1f})" if n < 0 else f"{n / 1000:,.1f}" for n in sums]
        row(grid, [line.text, *texts], bold=line.text == "Total")
    return [gold.told_money(m, "budget", "actual", "forecast", "variance") for m in with_total(update)]


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    _band(sheet, "Top risks")
    grid = sheet.table([1.4, 8.4, 1.2, 1.2, 1.6, 8.2, 2.8, 1.8])
    heads = ["ID", "Risk", "C", "L", "C x L", "Controls and actions", "Lead", "Status"]
    row(grid, heads, bold=True, fill=PALE)
    records = []
    for risk in update.of_kind("risk"):
        words = {"likelihood": str(risk.likelihood), "impact": str(risk.impact), "score": str(risk.score)}
        texts = [risk.reference, risk.text, words["impact"], words["likelihood"], None]
        cells = row(grid, [*texts, risk.response, risk.owner, risk.status])
        rate(cells[4], risk.rating, words["score"])
        records.append(gold.told_risk(risk, "reference", "response", "owner", "rating", "status", **words))
    para(sheet.body, "C – consequence, L – likelihood, both from 1 to 5", italic=True, size=8)
    return records + _issues(sheet, update.of_kind("issue"))


def _issues(sheet: Sheet, issues: tuple[Risk, ...]) -> list[Record]:
    _band(sheet, "Issues")
    if not issues:
        para(sheet.body, "There are no open issues.")
        return []
    grid = sheet.table([1.4, 10.4, 10.2, 2.8, 1.8])
    row(grid, ["ID", "Issue", "Action in hand", "Lead", "Status"], bold=True, fill=PALE)
    for issue in issues:
        row(grid, [issue.reference, issue.text, issue.response, issue.owner, issue.status])
    return [gold.told_risk(issue, "reference", "response", "owner", "status") for issue in issues]


FAMILY = Family(
    name="capital_planning",
    organisation="Pellworth Hospitals NHS Trust",
    style="a hospital trust's capital scheme on landscape pages for its planning group",
    tests="areas as columns, remarks only where not green, date last reported, consequence as C, a late insertion",
    suffix=".docx",
    apart=True,
    projects=("w2a_theatres",),
    render=render,
)
