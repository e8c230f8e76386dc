"""An ambulance trust's estates and fleet board: landscape scheme sheet, months of the financial year, action lists."""

from __future__ import annotations

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, inserted, para, rate, row, run, shade, span, write

NAVY, BLUE = "003087", "D6E4F5"
DOMAINS = {
    "Overall scheme": "overall",
    "Timescale": "schedule",
    "Capital and revenue": "cost",
    "Quality & clinical safety": "quality",
    "Capacity": "resources",
    "Staff side & partners": "stakeholders",
}
KEY = "B = complete   G = on plan   A = off plan, recovery in hand   R = off plan, Board help needed"
CLOSED_WORD = {"Blue": "Done", "Green": "To plan", "Amber": "Slipping", "Red": "Late"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 9, landscape=True, margin_cm=1.5)
    run(
        sheet.header.paragraphs[0],
        "Wolds and Levels Ambulance Service NHS Trust",
        bold=True,
        size=9,
        color=NAVY,
    )
    run(sheet.footer.paragraphs[0], "Estates & Fleet Board – scheme report v3.2 – PRIVATE", size=8)
    para(sheet.body, "Estates & Fleet Board: scheme report", bold=True, size=16, color=NAVY)
    _front(sheet, update)
    ratings = _status(sheet, update)
    activities = _actions(sheet, update)
    milestones = _key_dates(sheet, update)
    finances = _capital(sheet, update)
    risks = _register(sheet, update)
    grid = _grid(sheet, "For the Board to agree", [26.7])
    for number, text in enumerate(update.decisions, start=1):
        row(grid, [f"{number}. {text}"])
    if not update.decisions:
        row(grid, ["Nil"])
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "end_date"),
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _financial_month(update: Update, back: int = 0) -> str:
    return f"M{(update.first_day.month - dates.FISCAL_START - back) % 12 + 1}"


def _grid(sheet: Sheet, title: str, widths: list[float]) -> object:
    """A table under a dark band of its own."""
    gap = para(sheet.body)
    gap.paragraph_format.space_after = 0
    grid = sheet.table(widths)
    band = span(grid, title, bold=True, fill=NAVY, color="FFFFFF")
    band.paragraphs[0].paragraph_format.keep_with_next = True
    return grid


def _heads(grid: object, texts: list[str]) -> None:
    for cell in row(grid, texts, bold=True, fill=BLUE):
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _front(sheet: Sheet, update: Update) -> None:
    project = update.project
    grid = sheet.table([3.0, 10.4, 3.4, 9.9])
    month = f"{dates.month_year(update.first_day)} ({_financial_month(update)})"
    for texts in (
        ("Scheme", project.name, "Scheme ref", project.reference),
        ("Programme", project.programme, "Reporting month", month),
        ("SRO", project.sponsor, "Report completed on", dates.dotted(update.reported)),
        ("Project manager", project.manager, "Scheme end date", dates.dotted(project.end)),
        ("Localities", "Thornby, Marfleet, East Levels", "Papers to", "Finance & Performance Committee"),
    ):
        cells = row(grid, list(texts))
        for cell in (cells[0], cells[2]):
            shade(cell, BLUE)


def _status(sheet: Sheet, update: Update) -> list[Record]:
    grid = _grid(sheet, "Status", [4.6, 1.5, 1.5, 19.1])
    _heads(grid, ["Domain", _financial_month(update, 1), _financial_month(update), "Position"])
    records = []
    for label, key in DOMAINS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        if rated.previous:
            rate(cells[1], rated.previous, rated.previous[0], bold=True)
        rate(cells[2], rated.current, rated.current[0], bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    span(grid, KEY, italic=True, size=7)
    span(grid, f"Headline: {update.summary}")
    return records


def _actions(sheet: Sheet, update: Update) -> list[Record]:
    """What was due this month with its outcome in a column, then what falls due next."""
    grid = _grid(sheet, "Actions due this month", [15.1, 4.2, 3.2, 4.2])
    _heads(grid, ["Action", "Lead", "Due", "Outcome"])
    records = []
    tasks = [("completed", task) for task in update.done] + [("missed", task) for task in update.missed]
    for kind, task in tasks:
        word = "Completed" if kind == "completed" else "Not completed"
        row(grid, [task.text, task.owner, dates.dotted(task.due), word])
        records.append(gold.activity(kind, task.text, owner=task.owner, due=task.due))
    grid = _grid(sheet, "Look ahead: next four to six weeks", [15.1, 4.2, 7.4])
    _heads(grid, ["Action", "Lead", "Due"])
    for task in update.planned:
        row(grid, [task.text, task.owner, dates.dotted(task.due)])
        records.append(gold.activity("planned", task.text, owner=task.owner, due=task.due))
    return records


def _key_dates(sheet: Sheet, update: Update) -> list[Record]:
    grid = _grid(sheet, "Key dates", [10.7, 4.0, 4.0, 4.0, 4.0])
    _heads(grid, ["Stage", "Plan", "Forecast", "Actual", "Position"])
    records = []
    for item in update.milestones:
        forecast = None if item.actual else item.forecast
        days = [dates.dotted(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        word = CLOSED_WORD[item.rating]
        cells = row(grid, [item.text, *days, None])
        rate(cells[4], item.rating, word)
        records.append(
            gold.milestone(
                item.text,
                baseline=item.baseline,
                forecast=forecast,
                actual=item.actual,
                rating=item.rating,
                status=word,
            )
        )
    return records


def _capital(sheet: Sheet, update: Update) -> list[Record]:
    month = _financial_month(update)
    grid = _grid(sheet, "Capital", [10.7, 4.0, 4.0, 4.0, 4.0])
    _heads(grid, ["£'000", "Plan", f"Spend to {month}", "FOT", "Adv / (fav)"])
    records = []
    for line in with_total(update):
        spent = round(line.actual / 1000)
        gap = round(line.variance / 1000)
        words = [f"{line.budget // 1000:,}", f"{spent:,}", f"{line.forecast // 1000:,}"]
        row(grid, [line.text, *words, f"({-gap})" if gap < 0 else f"{gap}"], bold=line.text == "Total")
        records.append(
            gold.finance(
                line.text,
                budget=line.budget,
                actual=spent * 1000,
                forecast=line.forecast,
                variance=line.variance,
            )
        )
    return records


def _register(sheet: Sheet, update: Update) -> list[Record]:
    """Risks by consequence and likelihood as the trusts write them; issues below; a mitigation added late."""
    grid = _grid(sheet, "Risks", [1.8, 8.9, 1.0, 1.0, 1.4, 8.6, 4.0])
    _heads(grid, ["Datix", "Description", "C", "L", "C x L", "Controls and actions", "Handler"])
    records = []
    for risk in update.of_kind("risk"):
        datix = str(4100 + int(risk.reference[1:]) * 37)
        levels = {"likelihood": str(risk.likelihood), "impact": str(risk.impact), "score": str(risk.score)}
        cells = row(
            grid,
            [datix, risk.text, levels["impact"], levels["likelihood"], None, risk.response, risk.owner],
        )
        rate(cells[4], risk.rating, levels["score"])
        response = risk.response
        if risk.status == "New" and risk.likelihood == 2:
            late = "; reviewed by the tactical cell on Monday"
            inserted(sheet, cells[5].paragraphs[0], late)
            response += late
        records.append(gold.told_risk(risk, "owner", "rating", response=response, reference=datix, **levels))
    grid = _grid(sheet, "Issues", [10.7, 12.0, 4.0])
    _heads(grid, ["Issue", "Being managed by", "Handler"])
    for issue in update.of_kind("issue"):
        row(grid, [issue.text, issue.response, issue.owner])
        records.append(gold.told_risk(issue, "response", "owner"))
    if not update.of_kind("issue"):
        write(span(grid, None), "No issues open at the date of this report")
    return records


FAMILY = Family(
    name="ambulance_capital",
    organisation="Wolds and Levels Ambulance Service NHS Trust",
    style="scheme report of an ambulance trust's estates and fleet board on landscape pages",
    tests="months of the financial year as heads, outcomes told by a column, consequence as C, empty cells, FOT",
    suffix=".docx",
    apart=False,
    projects=("ambulancestation",),
    render=render,
)
