"""A digital team's fortnightly note, made with fpdf2: done, in progress, next, blocked, with owners and dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from fpdf import FPDF
from fpdf.fonts import FontFace

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update

STAMP = datetime(2011, 1, 1, tzinfo=UTC)
COLOURS = {"Red": (200, 30, 40), "Amber": (230, 150, 0), "Green": (0, 120, 60), "Blue": (30, 80, 180)}
LABELS = {"Overall": "overall", "Timing": "schedule", "Quality": "quality", "Team": "resources"}


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    page = FPDF("P", "mm", "A4")
    page.core_fonts_encoding = "windows-1252"
    page.set_creation_date(STAMP)
    page.set_margins(16, 14)
    page.add_page()
    page.set_font("Helvetica", "B", 20)
    page.cell(0, 10, project.name, new_x="LMARGIN", new_y="NEXT")
    page.set_font("Helvetica", "", 11)
    page.set_text_color(90, 90, 90)
    ends = update.last_day - timedelta(days=update.last_day.weekday() + 3)
    page.cell(0, 7, f"Fortnight ending {dates.long(ends)}", new_x="LMARGIN", new_y="NEXT")
    page.set_text_color(0, 0, 0)
    page.multi_cell(
        0, 6, f"SRO: {project.sponsor}   |   Delivery lead: {project.manager}", new_x="LMARGIN", new_y="NEXT"
    )
    page.ln(2)
    ratings = _status(page, update)
    half = (len(update.planned) + 1) // 2
    activities = _board(page, "Done", "Finished", update.done, "completed")
    activities += _board(page, "In progress", "Due", update.planned[:half], "in-progress")
    activities += _board(page, "Next", "Due", update.planned[half:], "planned")
    risks = _blocked(page, update)
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        manager=project.manager,
        period=dates.iso_month(ends),
        ratings=ratings,
        activities=activities,
        risks=risks,
    )
    return Rendered(bytes(page.output()), (report,))


def _status(page: FPDF, update: Update) -> list[Record]:
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        page.set_font("Helvetica", "B", 10)
        page.cell(22, 6, label)
        page.set_text_color(*COLOURS[rated.current])
        page.cell(18, 6, rated.current.upper())
        page.set_text_color(0, 0, 0)
        page.set_font("Helvetica", "", 10)
        page.multi_cell(0, 6, rated.comment, new_x="LMARGIN", new_y="NEXT")
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    page.ln(2)
    return records


def _title(page: FPDF, text: str) -> None:
    page.set_font("Helvetica", "B", 13)
    page.cell(0, 8, text, new_x="LMARGIN", new_y="NEXT")
    page.set_font("Helvetica", "", 9.5)


def _grid(page: FPDF, rows: Sequence[Sequence[str]], widths: tuple[int, ...]) -> None:
    look = FontFace(emphasis="BOLD", fill_color=(225, 238, 245))
    with page.table(col_widths=widths, line_height=5, text_align="LEFT", headings_style=look) as table:
        for texts in rows:
            line = table.row()
            for text in texts:
                line.cell(text)
    page.ln(3)


def _board(page: FPDF, title: str, when: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    _title(page, title)
    if not tasks:
        page.cell(0, 6, "Nothing", new_x="LMARGIN", new_y="NEXT")
        return []
    _grid(
        page,
        [["What", "Owner", when], *([t.text, t.owner, dates.brief(t.due)] for t in tasks)],
        (110, 40, 28),
    )
    return [gold.activity(kind, task.text, owner=task.owner, due=task.due) for task in tasks]


def _blocked(page: FPDF, update: Update) -> list[Record]:
    _title(page, "Blocked")
    records = []
    issues = update.of_kind("issue")
    if issues:
        rows = [[issue.text, issue.response, issue.owner] for issue in issues]
        _grid(page, [["What is blocked", "What we are doing", "Owner"], *rows], (80, 60, 38))
    else:
        page.cell(0, 6, "Nothing is blocked", new_x="LMARGIN", new_y="NEXT")
    for issue in issues:
        record = gold.risk("issue", issue.text, response=issue.response, owner=issue.owner)
        del record["kind"]  # a blocker may be told as an issue or as neither
        records.append(record)
    _title(page, "Risks we are watching")
    for risk in update.of_kind("risk"):
        page.multi_cell(0, 5, f"• {risk.text} – {risk.response}", align="L", new_x="LMARGIN", new_y="NEXT")
        records.append(gold.risk("risk", risk.text, response=risk.response))
    return records


FAMILY = Family(
    name="sprint_board",
    organisation="Rural Digital Delivery",
    style="fortnightly note of a digital team",
    tests="in progress apart from next, owner and due columns, coloured status words, period by the end of a fortnight",
    suffix=".pdf",
    apart=False,
    projects=("grants", "contact"),
    render=render,
)
