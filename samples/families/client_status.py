"""A software supplier's weekly report to a council: a coloured headline, workstreams in rows, counts of faults."""

from __future__ import annotations

from datetime import date, timedelta

from docx.shared import Pt

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update
from samples.word import COLOURS, Sheet, bullet, page_number, para, rate, row, run, shade, write
from samples.word_styles import table_style

CYAN, ICE = "005F86", "E3F1F7"
STYLE = "Halyard Grid"
LABELS = {"Timeline": "schedule", "Scope": "scope", "Resourcing": "resources", "Quality": "quality"}
FRIDAY = 4
DEFECTS = (("Severity 1", 1), ("Severity 2", 5), ("Severity 3", 13))
"""Kinds of defect and how many are open at first."""
CLOSING = (
    "Our service desk is open from 8am to 6pm on working days. This report is confidential to the Council."
)


def week_end(update: Update) -> date:
    """The last Friday of the month."""
    return update.last_day - timedelta(days=(update.last_day.weekday() - FRIDAY) % 7)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    friday = week_end(update)
    sheet = Sheet("Segoe UI", 9.5, margin_cm=1.8)
    table_style(sheet, STYLE, CYAN, ICE)
    run(sheet.header.paragraphs[0], "Halyard Civic Systems Ltd", bold=True, color=CYAN)
    foot = sheet.footer.paragraphs[0]
    run(foot, f"{CLOSING}  ", size=7.5)
    page_number(foot)
    para(sheet.body, "Weekly Project Status Report", bold=True, size=17, color=CYAN)
    _facts(sheet, update, friday)
    ratings = [*_headline(sheet, update), *_health(sheet, update)]
    activities, streams = _workstreams(sheet, update)
    milestones = _milestones(sheet, update)
    _defects(sheet, update)
    risks = _raid(sheet, update)
    _title(sheet, "Decisions required from the Council")
    for text in update.decisions or ("None this week",):
        bullet(sheet.body, text)
    report = gold.told_report(
        update,
        *("reference", "sponsor", "manager"),
        report_date=friday + timedelta(days=3),
        ratings=[*ratings, *streams],
        activities=activities,
        milestones=milestones,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(sheet.save(), (report,))


def _title(sheet: Sheet, text: str) -> None:
    line = para(sheet.body, text, bold=True, size=11.5, color=CYAN)
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(8), True


def _facts(sheet: Sheet, update: Update, friday: date) -> None:
    project = update.project
    grid = sheet.table([2.9, 6.3, 3.3, 4.9], style="Normal Table")
    for texts in (
        ("Project:", project.name, "Week ending:", dates.dashed(friday)),
        ("Customer:", "Saltergate Borough Council", "Issued:", dates.dashed(friday + timedelta(days=3))),
        ("Project sponsor:", project.sponsor, "Project code:", project.reference),
        ("Project manager:", project.manager, "Contract:", "Framework lot 4, call-off 2"),
    ):
        cells = row(grid, texts)
        for cell in cells[::2]:
            cell.paragraphs[0].runs[0].bold = True


def _headline(sheet: Sheet, update: Update) -> list[Record]:
    """The overall status in one coloured band; the summary stands beneath it."""
    overall = update.rated["overall"]
    para(sheet.body).paragraph_format.space_after = 0
    grid = sheet.table([17.4])
    (cell,) = row(grid, [None])
    shade(cell, COLOURS[overall.current])
    write(cell, f"Overall status: {overall.current.upper()}", bold=True, size=13)
    _title(sheet, "Executive summary")
    para(sheet.body, update.summary)
    return [gold.rating("Overall status", "overall", overall.current)]


def _health(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Project health")
    grid = sheet.table([3.0, 2.2, 2.2, 10.0], style=STYLE)
    row(grid, ["Indicator", "Last report", "This report", "Comment"])
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        cells = row(grid, [label, None, None, rated.comment])
        for cell, value in ((cells[1], rated.previous), (cells[2], rated.current)):
            if value:
                rate(cell, value, value)
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    return records


def _workstreams(sheet: Sheet, update: Update) -> tuple[list[Record], list[Record]]:
    """A row for each workstream with a status of its own; it is amber where something is late."""
    _title(sheet, "Workstream update")
    grid = sheet.table([2.9, 1.6, 6.5, 6.4], style=STYLE)
    row(grid, ["Workstream", "RAG", "Completed this period", "Planned for next period"])
    done, planned = by_workstream(update.done), by_workstream(update.planned)
    late = by_workstream(update.missed)
    records, streams = [], []
    for area in dict.fromkeys((*done, *planned)):
        cells = row(grid, [None] * 4)
        write(cells[0], area, bold=True)
        colour = "Amber" if area in late else "Green"
        rate(cells[1], colour, colour)
        for cell, groups, kind in ((cells[2], done, "completed"), (cells[3], planned, "planned")):
            for task in groups.get(area, ()):
                bullet(cell, task.text)
                records.append(gold.activity(kind, task.text, area))
        stream = gold.rating(area, "other", colour)
        del stream["dimension"]  # 'Training' or 'Data' may be told as resources, as quality or as neither
        streams.append(stream)
    return records, streams


def _milestones(sheet: Sheet, update: Update) -> list[Record]:
    _title(sheet, "Milestone plan")
    grid = sheet.table([7.4, 2.6, 2.6, 2.6, 2.2], style=STYLE)
    row(grid, ["Milestone", "Contract date", "Forecast", "Completed on", "Status"])
    records = []
    for item in update.milestones:
        reached = dates.dashed(item.actual) if item.actual else "–"
        expected = dates.dashed(item.forecast)
        row(grid, [item.text, dates.dashed(item.baseline), expected, reached, item.status])
        records.append(gold.told_milestone(item, "baseline", "forecast", "actual", "status"))
    return records


def _defects(sheet: Sheet, update: Update) -> None:
    """Counts of faults, which are no record."""
    _title(sheet, "Defect position")
    grid = sheet.table([5.0, 3.0, 3.0, 3.0], style=STYLE)
    row(grid, ["", "Raised to date", "Closed to date", "Open"])
    for name, count in DEFECTS:
        raised, closed = count * update.number, count * (update.number - 1) + count // 2
        row(grid, [name, str(raised), str(closed), str(raised - closed)])


def _raid(sheet: Sheet, update: Update) -> list[Record]:
    records = []
    for title, kind, heads in (
        (
            "Risks",
            "risk",
            ["ID", "Risk description", "Prob.", "Impact", "Mitigating action", "Owner", "Status"],
        ),
        (
            "Issues",
            "issue",
            ["ID", "Issue description", "Resolution", "Owner", "Status"],
        ),
    ):
        _title(sheet, title)
        found = update.of_kind(kind)
        if not found:
            para(sheet.body, f"No open {kind}s")
            continue
        middle = [1.4, 1.7] if kind == "risk" else []
        grid = sheet.table([1.2, 4.6, *middle, 4.4, 2.3, 1.8], style=STYLE)
        row(grid, heads, size=8.5)
        for risk in found:
            levels = {"likelihood": str(risk.likelihood), "impact": str(risk.impact)} if middle else {}
            shown = [risk.reference, risk.text, *levels.values(), risk.response, risk.owner, risk.status]
            row(grid, shown, size=8.5)
            records.append(gold.told_risk(risk, "reference", "response", "owner", "status", **levels))
    return records


FAMILY = Family(
    name="client_status",
    organisation="Halyard Civic Systems",
    style="a software supplier's weekly report to a council",
    tests="overall status in a coloured band, a rating for each workstream beside its work, defect counts, week ending",
    suffix=".docx",
    apart=False,
    projects=("contact", "records"),
    render=render,
)
