"""A fire authority's report on a rebuilt station: headings and bullets, dots for colours, a register of rules alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from samples import dates, gold
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Update, with_total
from samples.pdf import Dot, Pages, line_at_foot, line_at_top

LABELS = {
    "The scheme as a whole": "overall", "Programme": "schedule", "Cost": "cost", "Workmanship": "quality",
    "Team": "resources", "Crews, unions and neighbours": "stakeholders",
}  # fmt: skip
DOTS = {"Green": "#2F9E44", "Amber": "#F59F00", "Red": "#D6282F", "Blue": "#1C7ED6"}
WIDTH = 511.0
STRUCK_EVERY = 5
COVER_NOTE = (
    "Two pumps remain available at Thornwick throughout. Control has been told of every road closure this month, and "
    "the on-call crew at Eastgate continues to cover drill nights."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    pages = Pages("Times-Roman", 11, ink="#7A1218")
    pages.head.keepWithNext = 1
    pages.say(f"Progress report no. {update.number}", pages.title)
    facts = (
        ("Scheme", project.name),
        ("Parent programme", project.programme),
        ("Scheme number", project.reference),
        ("Senior responsible owner", project.sponsor),
        ("Project manager", project.manager),
        ("Month", dates.month_year(update.first_day)),
        ("Date of report", dates.ordinal(update.reported)),
        ("Commencement", dates.long(project.start)),
        ("Contract completion", dates.long(project.end)),
    )
    for label, value in facts:
        pages.add(f"<b>{label}:</b> {escape(value)}", ParagraphStyle("fact", parent=pages.body, spaceAfter=1))
    pages.say("Introduction", pages.head)
    pages.say(
        f"{update.summary} By the clerk of works' reckoning the works are {update.percent} per cent complete."
    )
    ratings = _dots(pages, update)
    activities = _work(pages, update)
    milestones = _dates(pages, update)
    risks = _register(pages, update)
    finances = _money(pages, update)
    pages.say("Fire cover", pages.head)
    pages.say(COVER_NOTE)
    pages.say("The Estates Board is asked to", pages.head)
    for number, text in enumerate(update.decisions, 1):
        pages.bullet(text, f"({number})")
    if not update.decisions:
        pages.say("There are no matters for decision.")
    report = gold.told_report(
        update,
        *("programme", "reference", "sponsor", "manager", "report_date", "start_date", "end_date"),
        percent_complete=update.percent,
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        risks=risks,
        finances=finances,
        decisions=gold.decisions(update.decisions),
    )

    def furniture(canvas: Any, number: int) -> None:
        line_at_top(canvas, "Ravel Coast Fire Authority", "OFFICIAL")
        line_at_foot(canvas, "Estates Programme Board", f"Page {number}")

    return Rendered(pages.save(furniture), (report,))


def _ruled(
    pages: Pages, rows: Sequence[Sequence[str | Flowable]], widths: Sequence[float], right: int = 99
) -> None:
    """A table without sides or fills: a thick rule under the heads and a hair under each row."""

    def styled(line: int, column: int) -> ParagraphStyle:
        return ParagraphStyle(
            "ruled",
            parent=pages.body if line else pages.strong,
            fontSize=9.5,
            leading=11.5,
            spaceAfter=0,
            alignment=TA_RIGHT if column >= right else TA_LEFT,
        )

    cells = [
        [
            Paragraph(escape(cell), styled(line, column)) if isinstance(cell, str) else cell
            for column, cell in enumerate(texts)
        ]
        for line, texts in enumerate(rows)
    ]
    look = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, 0), 1.1, HexColor("#333333")),
            ("LINEBELOW", (0, 1), (-1, -1), 0.3, HexColor("#999999")),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    pages.flow.append(Table(cells, colWidths=list(widths), style=look, hAlign="LEFT", repeatRows=1))
    pages.gap()


def _dots(pages: Pages, update: Update) -> list[Record]:
    """Each area on its line after its dot, its reason below the name; colours without words."""
    pages.say("Where we stand", pages.head)
    records = []
    lines: list[list[Flowable]] = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        told = f"<b>{escape(label)}</b><br/>{escape(rated.comment)}"
        lines.append([Dot(DOTS[rated.current], 13), Paragraph(told, pages.body)])
        records.append(gold.rating(label, key, rated.current, comment=rated.comment))
    look = TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)])
    pages.flow.append(Table(lines, colWidths=[26, WIDTH - 26], style=look, hAlign="LEFT"))
    keys = (("Green", "proceeding as approved"), ("Amber", "being watched"), ("Red", "needs the Board"))
    cells = [part for colour, text in keys for part in (Dot(DOTS[colour], 7), Paragraph(text, pages.small))]
    pages.flow.append(Table([cells], colWidths=[14, 110] * 3, style=look, hAlign="LEFT"))
    return records


def _work(pages: Pages, update: Update) -> list[Record]:
    """Bullets under a bold line for each part of the works; a plan given up is struck through."""
    records = []
    for title, kind, tasks in (
        ("Progress since the last report", "completed", update.done),
        ("Behind programme", "missed", update.missed),
        ("The next four weeks", "planned", update.planned),
    ):
        pages.say(title, pages.head)
        if not tasks:
            pages.say("Nothing to report.")
        for name, group in by_workstream(tasks).items():
            pages.say(name, ParagraphStyle("part", parent=pages.strong, spaceBefore=3, spaceAfter=1))
            for task in group:
                pages.bullet(task.text)
                records.append(gold.activity(kind, task.text, name))
        if kind == "planned" and tasks and update.number % STRUCK_EVERY == 0:
            struck = "<strike>Order the memorial garden stone</strike>"
            pages.flow.append(Paragraph(struck, pages.point, bulletText="•"))
    return records


def _dates(pages: Pages, update: Update) -> list[Record]:
    """A sentence for each date: what was planned, and what is forecast now or when it was achieved."""
    pages.say("Key dates", pages.head)
    records = []
    for item in update.milestones:
        told = f"planned {dates.long(item.baseline)}"
        forecast = None if item.actual else item.forecast
        told += (
            f"; achieved {dates.long(item.actual)}"
            if item.actual
            else f"; now forecast {dates.long(item.forecast)}"
        )
        pages.bullet(f"{item.text} – {told}")
        records.append(
            gold.milestone(item.text, baseline=item.baseline, forecast=forecast, actual=item.actual)
        )
    return records


def _register(pages: Pages, update: Update) -> list[Record]:
    """A register of rules alone, with a dot at the end of each row; problems as bullets after it."""
    pages.say("Risk register", pages.head)
    records = []
    heads = ["No.", "Risk", "Likelihood", "Impact", "Score", "What we are doing", "Owner", "RAG"]
    rows: list[list[str | Flowable]] = [list(heads)]
    for told in update.of_kind("risk"):
        levels = [str(told.likelihood), str(told.impact), str(told.score)]
        rows.append(
            [told.reference, told.text, *levels, told.response, told.owner, Dot(DOTS[told.rating], 10)]
        )
        records.append(
            gold.told_risk(
                told,
                *("reference", "response", "owner"),
                likelihood=levels[0],
                impact=levels[1],
                score=levels[2],
                rating=told.rating,
            )
        )
    _ruled(pages, rows, (28, 131, 52, 40, 34, 126, 72, 28))
    pages.say("Issues", pages.head)
    for told in update.of_kind("issue"):
        pages.bullet(f"{told.text} – {told.response}")
        records.append(gold.told_risk(told, "response"))
    if not update.of_kind("issue"):
        pages.say("None.")
    return records


def _money(pages: Pages, update: Update) -> list[Record]:
    """Whole pounds; the difference with its sign."""
    pages.say("Money", pages.head)
    rows: list[list[str | Flowable]] = [["", "Sum approved", "Paid", "Expected final cost", "Variance"]]
    records = []
    for line in with_total(update):
        told = f"{'+' if line.variance > 0 else '-'}£{abs(line.variance):,}" if line.variance else "nil"
        rows.append([line.text, f"£{line.budget:,}", f"£{line.actual:,}", f"£{line.forecast:,}", told])
        records.append(gold.told_money(line, "budget", "actual", "forecast", "variance"))
    _ruled(pages, rows, (140, 90, 90, 110, 81), right=1)
    return records


FAMILY = Family(
    name="station_rebuild",
    organisation="Ravel Coast Fire Authority",
    style="a fire authority's report on a station that is rebuilt, drawn by its own system",
    tests="dots without words, bullets under bold lines, dates as sentences, a register of rules alone, a struck plan",
    suffix=".pdf",
    apart=False,
    projects=("w5_firestation",),
    render=render,
)
