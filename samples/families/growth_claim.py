"""A growth hub's progress report with its claim: lettered boxes of prose, options as boxes, outputs, a declaration."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, page_number, para, row, shade, span, tick_box, write

BLUE, PALE = "003399", "E8EDF8"
LABELS = {
    "Delivery of activity against the Funding Agreement": "scope",
    "Timescales": "schedule",
    "Expenditure against profile": "cost",
    "Outputs and results": "benefits",
}
TWO_MONTHS = timedelta(days=50)  # from the first of a month into the month before last
OPTIONS = ("Red", "Amber", "Green")
LEVELS = {1: "Low", 2: "Low", 3: "Medium", 4: "High", 5: "High"}
OUTPUTS = (
    ("C1", "Number of enterprises receiving support", 420),
    ("C5", "Number of new enterprises supported", 95),
    ("C8", "Employment increase in supported enterprises (FTE)", 110),
)
THEMES = (
    ("Publicity and branding", "The European emblem is shown on all slides and the plaque in reception."),
    ("Procurement", "No contracts were let. Three quotations are held for the venue hire."),
    ("Cross-cutting themes", "Events are held in step-free venues, and staff are asked to go by train."),
)
DECLARATION = "I declare that the information in this report and its claim is true and complete."


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 10, margin_cm=1.9)
    para(sheet.header, "European Regional Development Fund · Tarn and Fell Growth Hub", size=8, color=BLUE)
    page_number(para(sheet.footer, "PR2 Progress Report v7 – to be sent with every claim        ", size=8))
    para(sheet.body, "Project Progress Report", bold=True, size=18, color=BLUE)
    _details(sheet, update)
    activities = _progress(sheet, update)
    ratings = _assessment(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _expenditure(sheet, update)
    _outputs(sheet, update)
    risks = _risks(sheet, update)
    grid = _section(sheet, "H", "Compliance", [5.0, 12.2])
    for title, text in THEMES:
        shade(row(grid, [title, text], size=9)[0], PALE)
    _closing(sheet, update)
    report = gold.told_report(
        update,
        *("reference", "manager", "report_date", "start_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    del report["programme"], report["authorised"]  # the axis may be the programme, the signature an approval
    return Rendered(sheet.save(), (report,))


def _closing(sheet: Sheet, update: Update) -> None:
    grid = _section(sheet, "I", "Decisions")
    _prompt(grid, "I1", "Please list any decision that you need from the Managing Authority.")
    cell = span(grid, None)
    for text in update.decisions or ("None",):
        write(cell, text)
    grid = _section(sheet, "J", "Declaration", [5.0, 12.2])
    span(grid, DECLARATION, size=9)
    shade(row(grid, ["Signed for the Grant Recipient", "B. Hartley-Moss, Finance Director"])[0], PALE)


def _section(sheet: Sheet, letter: str, title: str, widths: list[float] | None = None) -> Any:
    """A table that begins with a band of the section's letter and title."""
    para(sheet.body, size=4).paragraph_format.space_after = 0
    grid = sheet.table(widths or [17.2])
    span(grid, f"Section {letter}: {title}", bold=True, fill=BLUE, color="FFFFFF")
    return grid


def _prompt(grid: Any, number: str, text: str) -> None:
    span(grid, f"{number}. {text}", italic=True, fill=PALE, size=9)


def _progress(sheet: Sheet, update: Update) -> list[Record]:
    """Boxes of plain paragraphs, one for each piece of work."""
    grid = _section(sheet, "B", "Progress in the claim period")
    _prompt(grid, "B1", "Please summarise the overall progress of the project (no more than 300 words).")
    write(span(grid, None), update.summary)
    records = []
    for number, prompt, kind, tasks in (
        ("B2", "What activity has been delivered in this claim period?", "completed", update.done),
        ("B3", "What was planned for this claim period but has not been delivered?", "missed", update.missed),
        ("B4", "What activity is planned for the next claim period?", "planned", update.planned),
    ):
        _prompt(grid, number, prompt)
        cell = span(grid, None)
        for text in [task.text for task in tasks] or ["None"]:
            write(cell, text)
        records += [gold.activity(kind, task.text) for task in tasks]
    return records


def _details(sheet: Sheet, update: Update) -> None:
    project = update.project
    begins = dates.slashed((update.first_day - TWO_MONTHS).replace(day=1))
    grid = _section(sheet, "A", "Project details", [5.0, 12.2])
    for label, value in (
        ("Project name", project.name),
        ("Project reference", project.reference),
        ("Grant Recipient", "Tarn and Fell Growth Hub Ltd"),
        ("Priority axis", "3 – Enhancing the competitiveness of SMEs"),
        ("Project manager", project.manager),
        ("Project start date", dates.slashed(project.start)),
        ("Project end date", dates.slashed(project.end)),
        ("Claim period", f"{begins} to {dates.slashed(update.last_day)}"),
        ("Date of report", dates.slashed(update.reported)),
    ):
        shade(row(grid, [label, value])[0], PALE)


def _assessment(sheet: Sheet, update: Update) -> list[Record]:
    """Three boxes for each area, one of which is crossed, and a reason in the last column."""
    grid = _section(sheet, "C", "Self-assessment", [5.2, 1.5, 1.7, 1.6, 7.2])
    row(grid, ["", *OPTIONS, "If Red or Amber, please explain"], bold=True, fill=PALE, size=9)
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        comment = None if rated.current == "Green" else rated.comment
        cells = row(grid, [label, None, None, None, comment or ""], size=9)
        for cell, option in zip(cells[1:4], OPTIONS, strict=True):
            tick_box(sheet, cell.paragraphs[0], option == rated.current)
        records.append(gold.rating(label, key, rated.current, comment=comment))
    del records[0]["dimension"]  # activity against the agreement may be scope or the whole
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    grid = _section(sheet, "D", "Milestones", [7.4, 3.4, 3.2, 3.2])
    row(grid, ["Milestone", "Contracted date", "Forecast date", "Actual date"], bold=True, fill=PALE, size=9)
    records = []
    for item in update.milestones:
        later = ["", dates.slashed(item.actual)] if item.actual else [dates.slashed(item.forecast), ""]
        row(grid, [item.text, dates.slashed(item.baseline), *later], size=9)
        printed = ("baseline", "actual" if item.actual else "forecast")
        records.append(gold.told_milestone(item, *printed))
    return records


def _expenditure(sheet: Sheet, update: Update) -> list[Record]:
    heads = ["Cost category", "Approved budget", "Defrayed to date", "Forecast at end", "Variance"]
    grid = _section(sheet, "E", "Expenditure", [5.6, 2.9, 2.9, 2.9, 2.9])
    row(grid, heads, bold=True, fill=PALE, size=9)
    records = []
    for line in with_total(update):
        sums = (line.budget, line.actual, line.forecast, line.variance)
        shown = [f"{'-' if amount < 0 else ''}£{abs(amount):,}.00" for amount in sums]
        row(grid, [line.text, *shown], size=9, bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _outputs(sheet: Sheet, update: Update) -> None:
    """Indicators by their codes, which are no record."""
    grid = _section(sheet, "F", "Outputs", [1.6, 8.4, 2.4, 2.4, 2.4])
    row(grid, ["Code", "Indicator", "Contracted", "Achieved", "%"], bold=True, fill=PALE, size=9)
    for code, text, target in OUTPUTS:
        row(grid, [code, text, str(target), str(target * update.percent // 100), str(update.percent)], size=9)


def _risks(sheet: Sheet, update: Update) -> list[Record]:
    grid = _section(sheet, "G", "Risk and issues register", [1.4, 1.5, 5.6, 2.0, 1.8, 4.9])
    heads = ["Ref", "Type", "Description", "Likelihood", "Impact", "Mitigating action"]
    row(grid, heads, bold=True, fill=PALE, size=9)
    records = []
    for risk in update.risks:
        words = {"likelihood": LEVELS[risk.likelihood]} if risk.likelihood else {}
        levels = [words.get("likelihood", ""), LEVELS[risk.impact]]
        row(grid, [risk.reference, risk.kind.capitalize(), risk.text, *levels, risk.response], size=9)
        records.append(gold.told_risk(risk, "reference", "response", impact=levels[1], **words))
    return records


FAMILY = Family(
    name="growth_claim",
    organisation="Tarn and Fell Growth Hub",
    style="progress report with a regional fund's claim",
    tests="lettered bands, prompts over boxes of plain paragraphs, crossed box under a colour, output codes",
    suffix=".docx",
    apart=False,
    projects=("warmth", "homefirst"),
    render=render,
)
