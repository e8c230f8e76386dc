"""A language school trust's dashboard for its trustees: areas two to a row, one action tracker, typed levels."""

from __future__ import annotations

from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update, with_total
from samples.retelling import LANGUAGE_SCHOOL, retold
from samples.story import tell
from samples.word import Sheet, bullet, page_number, para, rate, row, run, shade, span, write

CORAL, BLUSH, INK = "C8553D", "FBE9E4", "2B2D42"
NAME, PROGRAMME = "Learner Records Replacement", "Schools of the Future"
THOUSAND = 1000
LABELS = {
    "Overall": "overall",
    "Timetable": "schedule",
    "Budget": "cost",
    "Staff": "resources",
    "Risk": "risk",
    "Teachers and learners": "stakeholders",
}
STATES = {"completed": "Completed", "missed": "Overdue", "planned": "Not yet due"}
LEVELS = {1: "L", 2: "L", 3: "M", 4: "H", 5: "H"}
CENTRES = (("Harbour Street", 412, "94%"), ("Old Brewery", 268, "89%"), ("Online", 731, "81%"))
"""Centres, learners enrolled and attendance."""
VOICE = "“I booked my Portuguese class on my telephone, in the queue for the bus,” – evening learner, Old Brewery."


def gather(number: int) -> tuple[Update, ...]:
    """A university's story under the trust's names, four years later."""
    return (retold(tell("records", number, 4), LANGUAGE_SCHOOL, name=NAME, programme=PROGRAMME),)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Candara", 10.5, landscape=True, margin_cm=1.7)
    header = sheet.header.paragraphs[0]
    run(
        header,
        f"Babel House Languages Trust | Trustees' dashboard | {dates.month_year(update.first_day)}",
        size=9,
    )
    page_number(sheet.footer.paragraphs[0])
    para(sheet.body, update.project.name, bold=True, size=20, color=CORAL)
    project = update.project
    facts = (
        f"Programme: {project.programme}",
        f"Trustee sponsor: {project.sponsor}",
        f"Project manager: {project.manager}",
        f"Report written: {dates.long(update.reported)}",
    )
    para(sheet.body, "  |  ".join(facts), size=9.5, color=INK)
    ratings = _pairs(sheet, update)
    _title(sheet, "The story so far")
    para(sheet.body, update.summary)
    activities = _tracker(sheet, update)
    risks = _log(sheet, update)
    finances = _money(sheet, update)
    _centres(sheet)
    _title(sheet, "For trustees to decide")
    for text in update.decisions or ("Nothing at this meeting.",):
        bullet(sheet.body, text)
    report = gold.told_report(
        update,
        *("programme", "sponsor", "manager", "report_date"),
        ratings=ratings,
        activities=activities,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    para(sheet.body, text, bold=True, size=13, color=CORAL).paragraph_format.keep_with_next = True


def _headed(sheet: Sheet, widths: list[float], heads: list[str]) -> Any:
    grid = sheet.table(widths)
    row(grid, heads, bold=True, fill=INK, color="FFFFFF")
    return grid


def _pairs(sheet: Sheet, update: Update) -> list[Record]:
    """Two areas to a row, each with its letter and why, to save paper."""
    _title(sheet, "RAG at a glance")
    grid = _headed(sheet, [3.6, 1.4, 8.1] * 2, ["Area", "RAG", "Why?"] * 2)
    areas = list(LABELS.items())
    records = []
    for pair in zip(areas[::2], areas[1::2], strict=True):
        cells = row(grid, [None] * 6)
        for (label, key), place in zip(pair, (0, 3), strict=True):
            rated = update.rated[key]
            write(cells[place], label, bold=True)
            rate(cells[place + 1], rated.current, rated.letter, bold=True)
            write(cells[place + 2], rated.comment)
            records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    return records


def _tracker(sheet: Sheet, update: Update) -> list[Record]:
    """One table of everything done, late and to come; a column says which."""
    _title(sheet, "Action tracker: this month and next")
    heads = ["Strand", "Action", "Who", "Target date", "Status"]
    grid = _headed(sheet, [3.4, 12.0, 4.2, 3.2, 3.4], heads)
    groups: tuple[tuple[str, tuple[Task, ...]], ...] = (
        ("completed", update.done),
        ("missed", update.missed),
        ("planned", update.planned),
    )
    records = []
    for kind, tasks in groups:
        for task in tasks:
            row(grid, [task.workstream, task.text, task.owner, dates.brief(task.due), STATES[kind]])
            records.append(gold.activity(kind, task.text, task.workstream, task.owner, task.due))
    return records


def _log(sheet: Sheet, update: Update) -> list[Record]:
    """Risks and issues in one table under bands of their own; levels are single letters."""
    _title(sheet, "Risks and issues")
    grid = _headed(sheet, [9.0, 2.8, 1.9, 8.7, 3.8], ["What", "Likelihood", "Impact", "Response", "Lead"])
    records = []
    for title, kind in (("Risks", "risk"), ("Issues", "issue")):
        found = update.of_kind(kind)
        if found:
            span(grid, title, bold=True, fill=BLUSH)
        for risk in found:
            levels = {"impact": LEVELS[risk.impact]}
            if risk.likelihood:
                levels["likelihood"] = LEVELS[risk.likelihood]
            shown = [risk.text, levels.get("likelihood", ""), levels["impact"], risk.response, risk.owner]
            row(grid, shown)
            records.append(gold.told_risk(risk, "response", "owner", **levels))
    return records


def _money(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Money (£000s)")
    heads = ["Line", "Budget", "Actual to date", "Forecast", "Variance"]
    grid = _headed(sheet, [9.4, 4.2, 4.2, 4.2, 4.2], heads)
    records = []
    for line in with_total(update):
        sums = (line.budget, line.actual, line.forecast, line.variance)
        row(grid, [line.text, *(f"{amount / THOUSAND:,.1f}" for amount in sums)], bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


def _centres(sheet: Sheet) -> None:
    """Learners by centre and what one of them said, which are no record."""
    _title(sheet, "Our learners this term")
    grid = sheet.table([9.4, 4.2, 4.2])
    for cell in row(grid, ["Centre", "Enrolled", "Attendance"], bold=True):
        shade(cell, BLUSH)
    for name, enrolled, attendance in CENTRES:
        row(grid, [name, str(enrolled), attendance])
    para(sheet.body, VOICE, italic=True)


FAMILY = Family(
    name="language_trust",
    organisation="Babel House Languages Trust",
    style="landscape dashboard of a language school trust for its trustees",
    tests="areas two to a row, done, overdue and to come by a status column, levels as letters, month in header",
    suffix=".docx",
    apart=False,
    projects=("records",),
    render=render,
    gather=gather,
)
