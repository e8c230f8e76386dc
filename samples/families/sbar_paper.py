"""A care partnership's committee paper: situation, background, assessment, recommendation in numbered parts."""

from __future__ import annotations

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Money, Update, with_total
from samples.word import Sheet, bullet, page_number, para, rate, row, run, shade, tick_box

BLUE = "003B6F"
DOMAINS = {
    "Overall": "overall",
    "Timescale": "schedule",
    "Finance": "cost",
    "Workforce": "resources",
    "Benefits": "benefits",
    "Engagement": "stakeholders",
}
BACKGROUND = (
    "The Partnership approved the business case as part of its delivery plan. This paper is the monthly report that "
    "the Committee asked for when it did so."
)
EQUALITY = "An integrated impact assessment has been completed and published. No change has been made to it this month."
ROUTE = (
    "This report has been previously considered by the Delivery Group, which supported its content and asked for the "
    "wording of the risks to be made plainer."
)
LEVELS = ((15, "Extreme", "Red"), (8, "High", "Amber"), (4, "Moderate", "Amber"), (0, "Low", "Green"))
FILLS = {"Extreme": "FF0000", "High": "FFC000", "Moderate": "FFFF00", "Low": "00B050"}
"""The matrix has a yellow below its amber."""
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 11, margin_cm=2.4)
    run(sheet.header.paragraphs[0], "Whinmoor and Solway Health and Care Partnership", bold=True, color=BLUE)
    line = sheet.footer.paragraphs[0]
    run(line, "Page ", size=9)
    page_number(line)
    _cover(sheet, update)
    _purpose(sheet, update)
    _part(sheet, "2.", "Report summary")
    _part(sheet, "2.1", "Situation")
    para(sheet.body, update.summary)
    _part(sheet, "2.2", "Background")
    para(sheet.body, BACKGROUND)
    _part(sheet, "2.3", "Assessment")
    ratings = _position(sheet, update)
    activities = _work(sheet, update)
    milestones = _timescale(sheet, update)
    finances = _finance(sheet, update)
    risks = _risks(sheet, update)
    _part(sheet, "2.3.8", "Equality and diversity, including health inequalities")
    para(sheet.body, EQUALITY)
    _part(sheet, "2.3.9", "Route to the meeting")
    para(sheet.body, ROUTE)
    _part(sheet, "2.4", "Recommendation")
    if update.decisions:
        para(sheet.body, "The Committee is asked to consider the following:")
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "No decision is needed this month.")
    _part(sheet, "3.", "List of appendices")
    para(sheet.body, "Appendix 1: Benefits tracker (held by the report author)")
    report = gold.told_report(
        update,
        *PRINTED,
        start_date=dates.iso_month(update.project.start),
        end_date=dates.iso_month(update.project.end),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _part(sheet: Sheet, number: str, title: str) -> None:
    """A heading whose number is typed and parted by a tab."""
    line = para(sheet.body, bold=True)
    line.paragraph_format.tab_stops.add_tab_stop(Cm(1.4))
    line.paragraph_format.space_before = 100000
    line.paragraph_format.keep_with_next = True
    big = number.endswith(".")
    run(line, f"{number}\t{title}", bold=True, size=13 if big else 11, color=BLUE)


def _cover(sheet: Sheet, update: Update) -> None:
    """Particulars of the meeting and of the paper: labels bold before a tab, no table."""
    project = update.project
    para(sheet.body, "Programme and project highlight report", bold=True, size=16, color=BLUE)
    for label, value in (
        ("Meeting:", "Delivery and Performance Committee"),
        ("Agenda item:", f"{4 + update.number % 3}.{update.number}"),
        ("Project:", project.name),
        ("Programme:", project.programme),
        ("Project reference:", project.reference),
        ("Senior Responsible Owner:", project.sponsor),
        ("Project manager:", project.manager),
        ("Report author:", "Orla Finnerty, Programme Office"),
        ("Date of report:", dates.ordinal(update.reported)),
        ("Reporting month:", dates.month_year(update.first_day)),
        ("Project start:", dates.month_year(project.start)),
        ("Project end:", dates.month_year(project.end)),
    ):
        line = para(sheet.body)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(6.2))
        line.paragraph_format.space_after = 0
        run(line, label, bold=True)
        run(line, f"\t{value}")


def _purpose(sheet: Sheet, update: Update) -> None:
    _part(sheet, "1.", "Purpose")
    para(sheet.body, "This report is presented to the Committee for:")
    for word, chosen in (
        ("Assurance", not update.decisions),
        ("Decision", bool(update.decisions)),
        ("Discussion", False),
    ):
        line = para(sheet.body)
        line.paragraph_format.left_indent = Cm(1.0)
        tick_box(sheet, line, chosen)
        run(line, f" {word}")


def _position(sheet: Sheet, update: Update) -> list[Record]:
    """This month stands before last month; a reason is given for every domain."""
    _part(sheet, "2.3.1", "Delivery position")
    grid = sheet.table([3.0, 2.4, 2.4, 8.4])
    row(grid, ["Domain", "RAG this month", "RAG last month", "Rationale"], bold=True, size=10)
    records = []
    for label, key in DOMAINS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment], size=10)
        rate(cells[1], rated.current, rated.current, size=10)
        if rated.previous:
            rate(cells[2], rated.previous, rated.previous, size=10)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _work(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    for number, title, kind, tasks in (
        ("2.3.2", "Progress this month", "completed", update.done),
        ("2.3.3", "Planned but not achieved", "missed", update.missed),
        ("2.3.4", "Next steps", "planned", update.planned),
    ):
        _part(sheet, number, title)
        for workstream, group in by_workstream(tasks).items():
            line = para(sheet.body, workstream, bold=True)
            line.paragraph_format.keep_with_next = True
            for task in group:
                bullet(sheet.body, task.text)
                records.append(gold.activity(kind, task.text, workstream))
        if not tasks:
            para(sheet.body, "None.")
    return records


def _timescale(sheet: Sheet, update: Update) -> list[Record]:
    _part(sheet, "2.3.5", "Milestones")
    grid = sheet.table([6.6, 2.6, 2.6, 2.4, 2.0])
    row(grid, ["Milestone", "Plan", "Forecast", "Achieved", "RAG"], bold=True, size=10)
    records = []
    for item in update.milestones:
        days = (item.baseline, None if item.actual else item.forecast, item.actual)
        cells = row(grid, [item.text, *(dates.slashed(day) if day else "–" for day in days), None], size=10)
        rate(cells[4], item.rating)
        records.append(
            gold.milestone(item.text, baseline=days[0], forecast=days[1], actual=days[2], rating=item.rating)
        )
    para(sheet.body, "Blue shows a milestone that has been achieved.", italic=True, size=9)
    return records


def _finance(sheet: Sheet, update: Update) -> list[Record]:
    _part(sheet, "2.3.6", "Financial")
    grid = sheet.table([5.0, 2.8, 2.8, 2.8, 2.8])
    row(grid, ["£000", "Budget", "Actual to date", "Forecast", "Variance"], bold=True, size=10)
    records = []
    for line in with_total(update):
        row(grid, [line.text, *_thousands(line)], bold=line.text == "Total", size=10)
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    para(sheet.body, "An adverse variance is shown as a positive figure.", italic=True, size=9)
    return records


def _thousands(line: Money) -> list[str]:
    amounts = (line.budget, line.actual, line.forecast, line.variance)
    return [f"({-n / 1000:,.1f})" if n < 0 else f"{n / 1000:,.1f}" for n in amounts]


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    """Whole risk sentences with a worded score; below them issues as bullets that dashes part."""
    _part(sheet, "2.3.7", "Risk assessment and management")
    grid = sheet.table([1.3, 5.8, 5.0, 1.9, 2.2])
    row(grid, ["Ref", "Risk", "Mitigation", "Score", "Owner"], bold=True, size=10)
    records = []
    for risk in update.of_kind("risk"):
        score = risk.score or 0
        word, rating = next((word, rating) for least, word, rating in LEVELS if score >= least)
        shown = f"{score} {word}"
        cells = row(grid, [risk.reference, risk.sentence, risk.response, shown, risk.owner], size=10)
        shade(cells[3], FILLS[word])
        records.append(
            gold.risk(
                *("risk", risk.sentence),
                response=risk.response,
                reference=risk.reference,
                owner=risk.owner,
                score=shown,
                rating=rating,
            )
        )
    para(sheet.body)
    para(sheet.body, "Issues being managed", bold=True)
    for issue in update.of_kind("issue"):
        bullet(sheet.body, f"{issue.text} – {issue.response}")
        records.append(gold.told_risk(issue, "response"))
    if not update.of_kind("issue"):
        para(sheet.body, "There are no issues to bring to the Committee.")
    return records


FAMILY = Family(
    name="sbar_paper",
    organisation="Whinmoor and Solway Health and Care Partnership",
    style="a health and care partnership's paper in the SBAR form",
    tests="typed numbers before tabs, particulars of the meeting, this month before last, four levels of risk in words",
    suffix=".docx",
    apart=False,
    projects=("outpatients", "homefirst"),
    render=render,
)
