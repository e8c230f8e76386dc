"""A police force's highlight report: one table from the project's name to the sign-off, strands as row labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.shared import Cm

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import Sheet, bullet, inserted, page_number, para, rate, run, shade, write

NAVY, PALE = "14284B", "DCE3EE"
GRID_CM = 1.45
COLUMNS = 12
AREAS = {
    "Overall": "overall",
    "Time": "schedule",
    "Budget": "cost",
    "Quality": "quality",
    "People": "resources",
    "Benefits": "benefits",
}
CORRECTED_EVERY = 3
"""One month in three somebody corrects the report with tracking on."""
KEY = (
    "BRAG: R – outside tolerance, board to act; A – within tolerance, being managed; G – no concerns; "
    "B – finished."
)
PRINTED = ("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date")
Part = tuple[int, str | None]


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    sheet = Sheet("Arial", 9, margin_cm=1.8)
    para(sheet.header, "OFFICIAL", bold=True, centred=True)
    foot = para(sheet.footer, "Wealdshire Police  |  Form EC2 (rev. 6)  |  Page ", size=8)
    page_number(foot)
    grid = sheet.table([GRID_CM] * COLUMNS)
    _band(grid, "WEALDSHIRE POLICE – HIGHLIGHT REPORT TO PROGRAMME BOARD")
    _particulars(grid, update)
    ratings = _status(grid, update)
    _band(grid, "Headlines")
    write(_line(grid, (COLUMNS, None))[0], update.summary)
    activities = _strands(sheet, grid, update)
    risks = _register(grid, update)
    milestones = _key_dates(grid, update)
    finances = _funding(grid, update)
    _band(grid, "Direction sought from the Board")
    (asks,) = _line(grid, (COLUMNS, None))
    for text in update.decisions:
        bullet(asks, text)
    if not update.decisions:
        write(asks, "Nil")
    agreed = update.number % 4 != 0
    _line(
        grid,
        (4, "Agreed by SRO for submission (Y/N)"),
        (2, "Y" if agreed else "N"),
        (3, "Board date"),
        (3, _board(update)),
    )
    report = gold.told_report(
        update,
        *PRINTED,
        authorised=agreed,
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _board(update: Update) -> str:
    return dates.slashed(update.next_month.replace(day=11))


def _line(grid: Any, *parts: Part, **look: Any) -> list[Any]:
    """A row whose cells span so many columns of the grid; a None leaves the cell empty."""
    cells, at, made = grid.add_row().cells, 0, []
    for width, text in parts:
        cell = cells[at].merge(cells[at + width - 1]) if width > 1 else cells[at]
        cell.width = Cm(GRID_CM * width)
        if text is not None:
            write(cell, text, **look)
        made.append(cell)
        at += width
    return made


def _band(grid: Any, title: str) -> None:
    (cell,) = _line(grid, (COLUMNS, title), bold=True, color="FFFFFF")
    shade(cell, NAVY)


def _heads(grid: Any, *parts: Part) -> None:
    for cell in _line(grid, *parts, bold=True, size=8):
        shade(cell, PALE)


def _particulars(grid: Any, update: Update) -> None:
    project = update.project
    pairs: Sequence[tuple[str, str, str, str]] = (
        ("Project", project.name, "Ref.", project.reference),
        ("Programme", project.programme, "Report no.", str(update.number)),
        ("SRO", project.sponsor, "Project manager", project.manager),
        ("Period from", dates.slashed(update.first_day), "Period to", dates.slashed(update.last_day)),
        ("Project start", dates.slashed(project.start), "Project end", dates.slashed(project.end)),
        ("Department", project.department, "Date of report", dates.slashed(update.reported)),
    )
    for left, value, right, other in pairs:
        cells = _line(grid, (2, None), (5, value), (2, None), (3, other))
        for cell, label in ((cells[0], left), (cells[2], right)):
            write(cell, label, bold=True)
            shade(cell, PALE)


def _status(grid: Any, update: Update) -> list[Record]:
    """Letters on fills, last month before this month; the route back to green only where it is not green."""
    _band(grid, "Project health")
    _heads(grid, (2, "Area"), (2, "Last month"), (2, "This month"), (6, "Reason and route back to green"))
    records = []
    for label, key in AREAS.items():
        rated = update.rated[key]
        comment = rated.comment if rated.current in ("Red", "Amber") else None
        cells = _line(grid, (2, label), (2, None), (2, None), (6, comment))
        if rated.previous:
            rate(cells[1], rated.previous, rated.previous[0])
        else:
            write(cells[1], "–", centred=True)
        rate(cells[2], rated.current, rated.current[0], bold=True)
        records.append(gold.rating(label, key, rated.current, rated.previous, comment))
    _line(grid, (COLUMNS, KEY), italic=True, size=7.5)
    return records


def _strands(sheet: Sheet, grid: Any, update: Update) -> list[Record]:
    """A row for each strand with its bullets; work that slipped has no strand."""
    records = []
    for title, kind, tasks in (
        ("Work completed since last report, by strand", "completed", update.done),
        ("Work for next period, by strand", "planned", update.planned),
    ):
        _band(grid, title)
        for strand, group in by_workstream(tasks).items():
            cells = _line(grid, (3, None), (9, None))
            write(cells[0], strand, bold=True)
            shade(cells[0], PALE)
            for task in group:
                text, item = task.text, bullet(cells[1], task.text)
                if kind == "planned" and task is tasks[-1] and update.number % CORRECTED_EVERY == 0:
                    inserted(sheet, item, " (subject to contractor)")
                    text += " (subject to contractor)"
                records.append(gold.activity(kind, text, strand))
        if kind == "completed":
            records += _slipped(grid, update)
    return records


def _slipped(grid: Any, update: Update) -> list[Record]:
    _band(grid, "Not achieved in period")
    (cell,) = _line(grid, (COLUMNS, None))
    if not update.missed:
        write(cell, "Nil")
    for task in update.missed:
        bullet(cell, task.text)
    return [gold.activity("missed", task.text) for task in update.missed]


def _register(grid: Any, update: Update) -> list[Record]:
    """Risks with likelihood, impact and a filled score; issues below them without."""
    _band(grid, "Key risks")
    _heads(
        grid, (1, "No."), (4, "Risk"), (3, "Control measures"), (1, "L"), (1, "I"), (1, "L x I"), (1, "Owner")
    )
    records = []
    for risk in update.of_kind("risk"):
        words = {"likelihood": str(risk.likelihood), "impact": str(risk.impact), "score": str(risk.score)}
        cells = _line(
            grid, (1, risk.reference), (4, risk.text), (3, risk.response),
            (1, words["likelihood"]), (1, words["impact"]), (1, None), (1, None),
        )  # fmt: skip
        rate(cells[5], risk.rating, words["score"])
        write(cells[6], risk.owner, size=7)
        records.append(gold.told_risk(risk, "reference", "response", "owner", "rating", **words))
    _band(grid, "Live issues")
    issues = update.of_kind("issue")
    if not issues:
        _line(grid, (COLUMNS, "Nil"))
        return records
    _heads(grid, (1, "No."), (5, "Issue"), (4, "Being done about it"), (2, "Owner"))
    for issue in issues:
        _line(grid, (1, issue.reference), (5, issue.text), (4, issue.response), (2, issue.owner))
        records.append(gold.told_risk(issue, "reference", "response", "owner"))
    return records


def _key_dates(grid: Any, update: Update) -> list[Record]:
    _band(grid, "Key dates")
    _heads(grid, (5, "Event"), (2, "Original"), (2, "Revised"), (2, "Achieved"), (1, "BRAG"))
    records = []
    for item in update.milestones:
        revised = item.forecast if item.forecast != item.baseline and not item.actual else None
        days = (item.baseline, revised, item.actual)
        shown = [dates.slashed(day) if day else None for day in days]
        cells = _line(grid, (5, item.text), *((2, text) for text in shown), (1, None))
        rate(cells[4], item.rating, item.rating[0])
        records.append(
            gold.milestone(item.text, baseline=days[0], forecast=revised, actual=days[2], rating=item.rating)
        )
    return records


def _funding(grid: Any, update: Update) -> list[Record]:
    _band(grid, "Funding")
    _heads(grid, (4, ""), (2, "Approved £k"), (2, "Spent £k"), (2, "Outturn £k"), (2, "Over/(under) £k"))
    records = []
    for line in with_total(update):
        amounts = (line.budget, line.actual, line.forecast, line.variance)
        shown = [f"{n / 1000:,.1f}" if n >= 0 else f"({-n / 1000:,.1f})" for n in amounts]
        cells = _line(grid, (4, None), *((2, text) for text in shown))
        run(cells[0].paragraphs[0], line.text, bold=line.text == "Total")
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    return records


FAMILY = Family(
    name="custody_strands",
    organisation="Wealdshire Police",
    style="estates and custody highlight report of a police force, one table",
    tests="strands as row labels, 'last month' before 'this month', nil rows, a board's date",
    suffix=".docx",
    apart=False,
    projects=("custody", "control"),
    render=render,
)
