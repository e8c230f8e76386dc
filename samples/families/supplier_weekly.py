"""A software supplier's weekly report to its customer, made with fpdf2: a dark sidebar of facts and status chips."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from fpdf import FPDF
from fpdf.fonts import FontFace

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Task, Update

STAMP = datetime(2011, 1, 1, tzinfo=UTC)
SLATE = (38, 50, 56)
ACCENT = (0, 131, 143)
CHIPS = {"Red": (198, 40, 40), "Amber": (255, 160, 0), "Green": (46, 125, 50), "Blue": (21, 101, 192)}
WORDS = {"Red": "Off track", "Amber": "At risk", "Green": "On track", "Blue": "Complete"}
LABELS = {"Overall": "overall", "Schedule": "schedule", "Scope": "scope", "Resources": "resources"}
SIDEBAR = 54
LEFT = 62
"""Millimetres: width of the sidebar and left edge of the page's main part."""


class Weekly(FPDF):
    """Pages that all have the sidebar's ground."""

    def header(self) -> None:
        self.set_fill_color(*SLATE)
        self.rect(0, 0, SIDEBAR, 297, style="F")

    def footer(self) -> None:
        self.set_xy(LEFT, 286)
        self.set_font("Helvetica", "", 7.5)
        self.set_text_color(110, 110, 110)
        self.cell(0, 4, f"Calloway Software Ltd. Confidential to the customer. Page {self.page_no()}")


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    ends = update.last_day - timedelta(days=update.last_day.weekday() + 3)
    page = Weekly("P", "mm", "A4")
    page.core_fonts_encoding = "windows-1252"
    page.set_creation_date(STAMP)
    page.set_margins(LEFT, 14, 12)
    page.set_auto_page_break(True, 16)
    page.add_page()
    ratings = _sidebar(page, update, ends)
    page.set_xy(LEFT, 14)
    page.set_text_color(*ACCENT)
    page.set_font("Helvetica", "B", 19)
    page.cell(0, 9, "Weekly status report", new_x="LMARGIN", new_y="NEXT")
    page.set_text_color(0, 0, 0)
    page.set_font("Helvetica", "", 11)
    page.cell(0, 7, f"Week ending {dates.brief(ends)}", new_x="LMARGIN", new_y="NEXT")
    _title(page, "Summary")
    page.multi_cell(0, 4.8, update.summary, align="L", new_x="LMARGIN", new_y="NEXT")
    activities = _points(page, "Completed this week", update.done, "completed")
    activities += _points(page, "Planned for next week", update.planned, "planned")
    milestones = _milestones(page, update)
    risks = _raid(page, update)
    _title(page, "Decisions needed from the customer")
    for text in update.decisions or ("None",):
        _point(page, text)
    report = gold.report(
        project=project.name,
        reference=project.reference,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=ends,
        period=dates.iso_month(ends),
        ratings=ratings,
        activities=activities,
        risks=risks,
        milestones=milestones,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(bytes(page.output()), (report,))


def _sidebar(page: FPDF, update: Update, ends: date) -> list[Record]:
    """Labels in small capitals above their values, then a chip for each rating."""
    project = update.project
    page.set_y(16)
    for label, value in (
        ("PROJECT", project.name),
        ("PROJECT REF", project.reference),
        ("PROJECT SPONSOR", project.sponsor),
        ("PROJECT MANAGER", project.manager),
        ("REPORT DATE", dates.brief(ends)),
    ):
        page.set_x(5)
        page.set_text_color(144, 164, 174)
        page.set_font("Helvetica", "B", 7)
        page.cell(44, 4, label, new_x="LEFT", new_y="NEXT")
        page.set_text_color(255, 255, 255)
        page.set_font("Helvetica", "", 10)
        page.multi_cell(44, 4.8, value, align="L", new_x="LEFT", new_y="NEXT")
        page.ln(4)
    page.ln(4)
    page.set_x(5)
    page.set_font("Helvetica", "B", 11)
    page.cell(44, 6, "Status", new_x="LEFT", new_y="NEXT")
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        top = page.get_y() + 2
        page.set_xy(5, top)
        page.set_font("Helvetica", "", 9)
        page.cell(22, 6, label)
        page.set_fill_color(*CHIPS[rated.current])
        page.rect(27, top, 22, 6, style="F", round_corners=True, corner_radius=2)
        page.set_font("Helvetica", "B", 8)
        page.cell(22, 6, WORDS[rated.current], align="C", new_x="LEFT", new_y="NEXT")
        records.append(gold.rating(label, key, rated.current))
    return records


def _title(page: FPDF, text: str) -> None:
    page.ln(3)
    page.set_text_color(*ACCENT)
    page.set_font("Helvetica", "B", 12)
    page.cell(0, 7, text, new_x="LMARGIN", new_y="NEXT")
    page.set_text_color(0, 0, 0)
    page.set_font("Helvetica", "", 9.5)


def _point(page: FPDF, text: str) -> None:
    page.cell(4, 4.8, "»")
    page.multi_cell(0, 4.8, text, align="L", new_x="LMARGIN", new_y="NEXT")
    page.ln(0.8)


def _points(page: FPDF, title: str, tasks: tuple[Task, ...], kind: str) -> list[Record]:
    _title(page, title)
    for task in tasks:
        _point(page, task.text)
    if not tasks:
        _point(page, "None")
    return [gold.activity(kind, task.text) for task in tasks]


def _grid(page: FPDF, rows: Sequence[Sequence[str]], widths: tuple[int, ...]) -> None:
    look = FontFace(emphasis="BOLD", color=(255, 255, 255), fill_color=ACCENT)
    page.set_font("Helvetica", "", 8.5)
    page.set_fill_color(255, 255, 255)
    with page.table(
        col_widths=widths,
        line_height=4.4,
        text_align="LEFT",
        headings_style=look,
        borders_layout="HORIZONTAL_LINES",
        width=sum(widths),
        align="L",
    ) as table:
        for texts in rows:
            line = table.row()
            for text in texts:
                line.cell(text)


def _milestones(page: FPDF, update: Update) -> list[Record]:
    _title(page, "Milestones")
    rows = [["Milestone", "Baseline date", "Forecast date", "Status"]]
    records = []
    for item in update.milestones:
        rows.append([item.text, dates.brief(item.baseline), dates.brief(item.forecast), item.status])
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=item.forecast, status=item.status)
        )
    _grid(page, rows, (60, 27, 27, 22))
    return records


def _raid(page: FPDF, update: Update) -> list[Record]:
    _title(page, "Risks and issues")
    if not update.risks:
        page.cell(0, 5, "None", new_x="LMARGIN", new_y="NEXT")
        return []
    rows = [["Type", "Description", "Next action", "Owner", "Status"]]
    records = []
    for risk in update.risks:
        rows.append([risk.kind.capitalize(), risk.text, risk.response, risk.owner, risk.status])
        records.append(
            gold.risk(risk.kind, risk.text, response=risk.response, owner=risk.owner, status=risk.status)
        )
    _grid(page, rows, (14, 45, 38, 24, 15))
    return records


FAMILY = Family(
    name="supplier_weekly",
    organisation="Calloway Software",
    style="weekly report of a supplier",
    tests="dark sidebar of labels above values, status words on rounded chips, guillemets as bullets, week ending",
    suffix=".pdf",
    apart=False,
    projects=("contact", "control", "grants"),
    render=render,
)
