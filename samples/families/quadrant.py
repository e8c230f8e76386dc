"""A port authority's landscape page of four quadrants, made with fpdf2."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from fpdf import FPDF

from samples import dates, gold
from samples.family import Family, Rendered
from samples.month import Update

STAMP = datetime(2011, 1, 1, tzinfo=UTC)
COLOURS = {"Red": (214, 48, 49), "Amber": (255, 177, 0), "Green": (46, 160, 67), "Blue": (52, 120, 200)}
LABELS = {"Overall": "overall", "Time": "schedule", "Cost": "cost", "Risk": "risk"}
HALF_WIDTH = 134
TOPS = (46, 122)
"""Millimetres: width of a quadrant and the top of each row of quadrants."""


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    page = FPDF("L", "mm", "A4")
    page.core_fonts_encoding = "windows-1252"
    page.set_creation_date(STAMP)
    page.set_auto_page_break(False)
    page.add_page()
    _head(page, update)
    _quadrant(page, 12, TOPS[0], "Achievements", [task.text for task in update.done])
    _quadrant(page, 12 + HALF_WIDTH + 5, TOPS[0], "Next steps", [task.text for task in update.planned])
    concerns = [f"{risk.text} – {risk.response}" for risk in update.risks]
    _quadrant(page, 12, TOPS[1], "Risks and issues", concerns)
    _quadrant(page, 12 + HALF_WIDTH + 5, TOPS[1], "Milestones", [])
    _milestones(page, update)
    page.set_font("Helvetica", "", 7)
    page.set_xy(12, 199)
    page.cell(0, 4, "G = on plan   A = recoverable   R = not recoverable without help   B = finished")
    report = gold.report(
        project=project.name,
        sponsor=project.sponsor,
        manager=project.manager,
        report_date=update.reported,
        period=update.period,
        ratings=[gold.rating(label, key, update.rated[key].current) for label, key in LABELS.items()],
        activities=[gold.activity("completed", task.text) for task in update.done]
        + [gold.activity("planned", task.text) for task in update.planned],
        risks=[gold.risk(None, risk.text, response=risk.response) for risk in update.risks],
        milestones=[gold.milestone(m.text, baseline=m.forecast, status=m.status) for m in update.milestones],
    )
    for record in report["milestones"]:
        del record["baseline"], record["forecast"]  # a single 'Date' may be told as either
    return Rendered(bytes(page.output()), (report,))


def _head(page: FPDF, update: Update) -> None:
    project = update.project
    page.set_fill_color(22, 43, 72)
    page.rect(0, 0, 297, 22, style="F")
    page.set_text_color(255, 255, 255)
    page.set_font("Helvetica", "B", 18)
    page.text(12, 14, project.name)
    page.set_font("Helvetica", "", 10)
    page.text(232, 14, f"Highlight report: {dates.month_year(update.first_day)}")
    page.set_text_color(0, 0, 0)
    page.set_font("Helvetica", "", 10)
    page.text(12, 29, f"Sponsor: {project.sponsor}")
    page.text(95, 29, f"Project manager: {project.manager}")
    page.text(190, 29, f"Report date: {dates.brief(update.reported)}")
    page.set_font("Helvetica", "B", 10)
    for index, (label, key) in enumerate(LABELS.items()):
        rated = update.rated[key]
        page.set_fill_color(240, 240, 240)
        page.set_xy(12 + index * 68, 33)
        page.cell(38, 8, label, border=1, fill=True, align="C")
        page.set_fill_color(*COLOURS[rated.current])
        page.cell(26, 8, rated.letter.replace("Y", "A"), border=1, fill=True, align="C")


def _quadrant(page: FPDF, left: float, top: float, title: str, items: Sequence[str]) -> None:
    page.set_draw_color(22, 43, 72)
    page.rect(left, top, HALF_WIDTH, 74)
    page.set_font("Helvetica", "B", 11)
    page.set_text_color(22, 43, 72)
    page.text(left + 3, top + 6, title)
    page.set_text_color(0, 0, 0)
    page.set_font("Helvetica", "", 9)
    page.set_xy(left + 3, top + 9)
    for item in items:
        page.set_x(left + 3)
        page.cell(4, 4.4, "•")
        page.multi_cell(HALF_WIDTH - 10, 4.4, item, align="L", new_x="LMARGIN", new_y="NEXT")
        page.ln(1)


def _milestones(page: FPDF, update: Update) -> None:
    left = 12 + HALF_WIDTH + 8
    widths = (66, 32, 28)
    page.set_draw_color(150, 150, 150)
    page.set_xy(left, TOPS[1] + 10)
    page.set_font("Helvetica", "B", 9)
    for text, width in zip(("Milestone", "Date", "Status"), widths, strict=True):
        page.cell(width, 6, text, border=1)
    page.set_font("Helvetica", "", 9)
    for index, item in enumerate(update.milestones, start=1):
        page.set_xy(left, TOPS[1] + 10 + index * 6)
        for text, width in zip((item.text, dates.dashed(item.forecast), item.status), widths, strict=True):
            page.cell(width, 6, text, border=1)


FAMILY = Family(
    name="quadrant",
    organisation="Port of Merrow",
    style="landscape page of four quadrants",
    tests="two columns of boxes side by side, wrapped bullets, letters on fills, fields in one line, legend",
    suffix=".pdf",
    apart=False,
    projects=("control", "prescribing", "contact"),
    render=render,
)
