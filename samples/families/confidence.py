"""A department's delivery confidence report: five levels, SRO, money in millions with a totals row."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, para, rate, row, run, write

BAND = "DDE3EA"
MILLION = 1_000_000
AREAS = {"Delivery confidence": "overall", "Schedule": "schedule", "Cost": "cost", "Benefits": "benefits"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    sheet = Sheet(size=10.5)
    run(sheet.header.paragraphs[0], "OFFICIAL", bold=True)
    run(sheet.footer.paragraphs[0], "OFFICIAL", bold=True)
    sheet.heading(f"{project.name}: monthly assurance return", 1)
    grid = sheet.table([5.2, 11.6])
    for label, value in (
        ("Programme", project.programme),
        ("Project", project.name),
        ("Senior Responsible Owner (SRO)", project.sponsor),
        ("Project Director", project.manager),
        ("Reporting period", dates.month_year(update.first_day)),
        ("Return completed on", dates.long(update.reported)),
        ("Project end date (approved)", dates.long(project.end)),
    ):
        cells = row(grid, [label, value])
        cells[0].paragraphs[0].runs[0].bold = True
    ratings = _assessment(sheet, update)
    sheet.heading("SRO commentary", 2)
    para(sheet.body, update.summary)
    activities = _progress(sheet, update)
    milestones = _milestones(sheet, update)
    finances = _finances(sheet, update)
    sheet.heading("Principal risks", 2)
    for risk in update.of_kind("risk"):
        line = bullet(sheet.body, risk.text + ".")
        run(line, " Mitigation: ", bold=True)
        run(line, f"{risk.response}.")
    sheet.heading("Ask of the Investment Committee", 2)
    for text in update.decisions:
        bullet(sheet.body, text)
    if not update.decisions:
        para(sheet.body, "Not applicable.")
    report = gold.report(
        project=project.name,
        programme=project.programme,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        end_date=project.end,
        ratings=ratings,
        activities=activities,
        risks=[gold.risk("risk", f"{r.text}.", response=f"{r.response}.") for r in update.of_kind("risk")],
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _assessment(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Delivery Confidence Assessment", 2)
    grid = sheet.table([4.0, 3.2, 9.6])
    row(grid, ["Area", "Rating", "Reason"], bold=True, fill=BAND)
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, rated.comment])
        rate(cells[1], rated.confidence, rated.confidence, bold=True)
        records.append(gold.rating(label, key, rated.confidence, comment=rated.comment))
    scale = "Five-point scale: Green highly likely; Amber/Green probable; Amber feasible; "
    para(sheet.body, f"{scale}Amber/Red in doubt; Red unachievable.", italic=True, size=8.5)
    return records


def _progress(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    sections = (
        ("Progress in the period", update.done, "completed"),
        ("Missed in the period", update.missed, "missed"),
        ("Activity in the next period", update.planned, "planned"),
    )
    for title, tasks, kind in sections:
        if not tasks:
            continue
        sheet.heading(title, 2)
        for task in tasks:
            text = task.text.rstrip(".") + "."
            bullet(sheet.body, text)
            records.append(gold.activity(kind, text))
    return records


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Key milestones", 2)
    grid = sheet.table([6.6, 3.4, 3.4, 3.4])
    row(grid, ["Milestone", "Approved date", "Current forecast", "RAG"], bold=True, fill=BAND)
    records = []
    for item in update.milestones:
        cells = row(grid, [item.text, dates.brief(item.baseline), dates.brief(item.forecast), None])
        rate(cells[3], item.rating, item.rating)
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=item.forecast, rating=item.rating)
        )
    return records


def _finances(sheet: Sheet, update: Update) -> list[Record]:
    sheet.heading("Financial position", 2)
    grid = sheet.table([5.2, 2.9, 2.9, 2.9, 2.9])
    row(grid, ["£m", "Budget", "Spend to date", "Forecast outturn", "Variance"], bold=True, fill=BAND)
    records = []
    for text, budget, actual, forecast in [
        (m.text, m.budget, m.actual, m.forecast) for m in with_total(update)
    ]:
        amounts = [round(value / MILLION, 2) for value in (budget, actual, forecast)]
        variance = round(amounts[0] - amounts[2], 2)
        printed = f"({-variance:.2f})" if variance < 0 else f"{variance:.2f}"
        cells = row(grid, [text, *(f"{amount:.2f}" for amount in amounts), None], bold=text == "Total")
        write(cells[4], printed, bold=text == "Total", color="C00000" if variance < 0 else None)
        values = [round(amount * MILLION) for amount in (*amounts, variance)]
        records.append(
            gold.finance(text, budget=values[0], actual=values[1], forecast=values[2], variance=values[3])
        )
    para(sheet.body, "Figures in brackets are overspends against budget.", italic=True, size=8.5)
    return records


FAMILY = Family(
    name="confidence",
    organisation="Department for Rural Affairs",
    style="assurance return of central government",
    tests="five-level ratings, money in millions with brackets and totals, mitigation labelled in bullets, marking",
    suffix=".docx",
    apart=False,
    projects=("grants", "control"),
    render=render,
)
