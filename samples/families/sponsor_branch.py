"""A Northern Ireland public body's report to its sponsor branch: roman numerals, screening, labelled issues."""

from __future__ import annotations

from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, page_number, para, rate, row, run, shade, write

MOSS, SAGE = "3F5B2B", "E6EDDD"
THOUSAND = 1000
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
LABELS = {"Overall": "overall", "Time": "schedule", "Cost": "cost", "Quality": "quality"}
WORDS = {1: "Low", 2: "Low", 3: "Medium", 4: "High", 5: "High"}
SCREENING = (
    ("Section 75 equality screening", "Completed – screened out"),
    ("Rural needs impact assessment", "Completed"),
    ("Data protection impact assessment", "Draft with Information Governance"),
)
GATEWAY = "The Full Business Case was approved with two conditions, both now met. Gateway 4 has not begun."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    cleared = update.number % 5 != 0
    sheet = Sheet("Verdana", 9.5, margin_cm=1.9)
    run(sheet.header.paragraphs[0], "LOUGHS AND UPLANDS AGENCY", bold=True, size=12, color=MOSS)
    para(sheet.header, "An Arm's Length Body of the Department", size=8)
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, "Highlight report to Sponsor Branch", bold=True, size=15, centred=True)
    _details(sheet, update, cleared)
    ratings = _status(sheet, update)
    sheet.heading("2. SRO's assessment", 2)
    para(sheet.body, update.summary)
    activities = _deliverables(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _finance(sheet, update)
    risks = _risks(sheet, update) + _issues(sheet, update)
    sheet.heading("9. Gateway, approvals and screening", 2)
    para(sheet.body, GATEWAY)
    grid = sheet.table([8.0, 9.2])
    for texts in SCREENING:
        shade(row(grid, texts)[0], SAGE)
    sheet.heading("10. Approvals sought from the Department", 2)
    for text in update.decisions or ("Nil return.",):
        bullet(sheet.body, text)
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        authorised=cleared,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _details(sheet: Sheet, update: Update, cleared: bool) -> None:
    project = update.project
    grid = sheet.table([6.4, 10.8])
    for label, value in (
        ("Project title", project.name),
        ("Project reference", project.reference),
        ("Senior Responsible Owner (SRO)", project.sponsor),
        ("Project manager", project.manager),
        ("Programme for Government outcome", "We live and work sustainably"),
        ("Project commenced", dates.long(project.start)),
        ("Planned completion", dates.long(project.end)),
        ("Reporting period", f"{dates.long(update.first_day)} – {dates.long(update.last_day)}"),
        ("Date of report", dates.long(update.reported)),
        ("Approved by SRO?", "Yes" if cleared else "No"),
    ):
        cells = row(grid, [None, value])
        write(cells[0], label, bold=True)
        shade(cells[0], SAGE)


def _status(sheet: Sheet, update: Update) -> list[Record]:
    """Areas as columns; last and this period and the reason beneath each."""
    sheet.heading("1. RAG status", 2)
    grid = sheet.table([2.4, 3.7, 3.7, 3.7, 3.7])
    row(grid, ["", *LABELS], bold=True, fill=SAGE, size=9)
    lines = ("Last period", "This period", "Reason")
    before, now, reasons = (row(grid, [name, None, None, None, None]) for name in lines)
    records = []
    for place, (label, key) in enumerate(LABELS.items(), start=1):
        rated = update.rated[key]
        if rated.previous:
            rate(before[place], rated.previous, rated.previous.upper(), size=8.5)
        rate(now[place], rated.current, rated.current.upper(), bold=True, size=8.5)
        write(reasons[place], rated.comment, size=8.5)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _deliverables(sheet: Sheet, update: Update) -> list[Record]:
    """Typed numerals under underlined headings, then two tables."""
    sheet.heading("3. Deliverables completed in the period", 2)
    records = []
    for area, group in by_workstream(update.done).items():
        para(sheet.body, area, underline=True).paragraph_format.keep_with_next = True
        for numeral, task in zip(ROMAN, group, strict=False):
            line = para(sheet.body, f"({numeral})\t{task.text}")
            line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(1.2), Cm(-1.0)
            records.append(gold.activity("completed", task.text, area))
    for number, title, head, kind, tasks in (
        (
            "4",
            "Slippage: deliverables due in the period but not completed",
            "Was due",
            "missed",
            update.missed,
        ),
        ("5", "Deliverables due in the next period", "Due", "planned", update.planned),
    ):
        sheet.heading(f"{number}. {title}", 2)
        if not tasks:
            para(sheet.body, "Nil return.")
            continue
        grid = _headed(sheet, [10.0, 4.2, 3.0], ["Deliverable", "Responsible officer", head])
        for task in tasks:
            row(grid, [task.text, task.owner, dates.slashed(task.due)])
            records.append(gold.activity(kind, task.text, None, task.owner, task.due))
    return records


def _headed(sheet: Sheet, widths: list[float], heads: list[str]) -> Any:
    grid = sheet.table(widths)
    row(grid, heads, bold=True, fill=SAGE)
    return grid


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("6. Key milestones", 2)
    grid = _headed(sheet, [8.0, 3.9, 3.7, 1.6], ["Milestone", "Date per FBC", "Current estimate", "RAG"])
    records = []
    for item in update.milestones:
        cells = row(grid, [item.text, dates.slashed(item.baseline), dates.slashed(item.forecast), None])
        rate(cells[3], item.rating, item.rating[0])
        records.append(gold.told_milestone(item, "baseline", "forecast", "rating"))
    return records


def _finance(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("7. Financial position (£k)", 2)
    heads = ["Category", "FBC budget", "Expenditure to date", "Forecast outturn"]
    grid = _headed(sheet, [6.2, 3.4, 4.2, 3.4], heads)
    records = []
    for line in with_total(update):
        sums = (line.budget, line.actual, line.forecast)
        row(grid, [line.text, *(f"{amount / THOUSAND:,.1f}" for amount in sums)], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast"))
    return records


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("8. Key risks and live issues", 2)
    heads = ["Risk no.", "Risk", "Impact", "Likelihood", "Countermeasures", "Owner"]
    grid = _headed(sheet, [1.5, 4.5, 1.9, 2.6, 4.3, 2.4], heads)
    records = []
    for risk in update.of_kind("risk"):
        levels = {"impact": WORDS[risk.impact], "likelihood": WORDS[risk.likelihood or 1]}
        row(grid, [risk.reference, risk.text, *levels.values(), risk.response, risk.owner], size=9)
        records.append(gold.told_risk(risk, "reference", "response", "owner", **levels))
    return records


def _issues(sheet: Sheet, update: Update) -> list[Record]:
    """Each issue in three lines that begin with a label."""
    records = []
    for issue in update.of_kind("issue"):
        for label, text in (("Issue", issue.text), ("Action", issue.response), ("Owner", issue.owner)):
            line = para(sheet.body)
            line.paragraph_format.space_after = 0
            run(line, f"{label}: ", bold=True)
            run(line, text)
        para(sheet.body)
        records.append(gold.told_risk(issue, "response", "owner"))
    return records


FAMILY = Family(
    name="sponsor_branch",
    organisation="Loughs and Uplands Agency",
    style="report of a Northern Ireland arm's length body to its sponsor branch",
    tests="reasons beneath areas, typed roman numerals, issues in labelled lines, screening, nil returns",
    suffix=".docx",
    apart=False,
    projects=("grants", "wetland"),
    render=render,
)
