"""A police estates board's landscape report drawn by ReportLab: level rules only and a register over page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import Paragraph, Table, TableStyle

from samples import dates, gold, pdf
from samples.family import Family, Rendered, by_workstream
from samples.gold import Record
from samples.month import Task, Update, with_total

INK = "#16325C"
PAPER = landscape(A4)
WIDTH = 757
WORDS = {"Green": "On course", "Amber": "Watch", "Red": "Intervene", "Blue": "Closed"}
HEADINGS = {
    "Programme": "schedule",
    "Cost": "cost",
    "Quality of work": "quality",
    "Operational units": "operations",
    "Workforce": "people",
}
DIMENSIONS = {"operations": "other", "people": ""}
LEVELS = ("", "Low", "Low", "Medium", "High", "High")
KEY = (
    "Key to positions: On course (green) – within tolerance. Watch (amber) – outside one tolerance, recovery plan in "
    "place. Intervene (red) – Board action needed. Closed (blue) – nothing left to do."
)
ESTATE = (
    "Wexby replaces 4,310 square metres of leased space on three sites. The building is designed to EPC A; rainwater "
    "is kept for washing vehicles. Two apprentices from Wexby College are with the contractor."
)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    pages = pdf.Pages(size=9, paper=PAPER, ink=INK)
    pages.say("Joint Estates Board: Project Report", pages.title)
    _facts(pages, update)
    overall = update.rated["overall"]
    last = f"last report: {WORDS[overall.previous]}" if overall.previous else "no earlier report"
    pages.say("1  Summary", pages.head)
    colour = pdf.COLOURS[overall.current]
    now = f'<font backColor="{colour}">&nbsp;{WORDS[overall.current]}&nbsp;</font>'
    pages.add(f"<b>Overall position:</b> {now} ({last}) – {escape(overall.comment)}")
    pages.say(update.summary)
    ratings = [gold.rating("Overall position", "overall", overall.current, overall.previous, overall.comment)]
    ratings += _positions(pages, update)
    activities = _progress(pages, update) + _next(pages, update.planned)
    milestones = _programme(pages, update)
    finances = _cost(pages, update)
    risks = _register(pages, update)
    pages.say("8  Estate and social value", pages.head)
    pages.say(ESTATE)
    pages.say("9  The Board is asked to", pages.head)
    for letter, text in zip("abcd", update.decisions, strict=False):
        pages.bullet(text, f"({letter})")
    if not update.decisions:
        pages.say("No decision is needed this month.")

    def furniture(canvas: Any, page: int) -> None:
        pdf.line_at_top(canvas, "Avonreach Police and Crime Commissioner", "OFFICIAL", PAPER)
        left = f"JES form 12, v4   {update.project.reference}"
        pdf.line_at_foot(canvas, left, f"Page {page}", PAPER)

    report = gold.told_report(
        update,
        "programme",
        "reference",
        "sponsor",
        "manager",
        "report_date",
        "start_date",
        "end_date",
        "percent_complete",
        ratings=ratings,
        activities=activities,
        milestones=milestones,
        finances=finances,
        risks=risks,
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(pages.save(furniture), (report,))


Cell = str | Sequence[str]
"""A text, or the texts of bullets."""


def _ruled(
    pages: pdf.Pages,
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *,
    fills: pdf.Fills | None = None,
    right: int | None = None,
    last_bold: bool = False,
) -> None:
    """A table of level rules alone, its head repeated; columns from ``right`` on are set to the right."""
    look: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEABOVE", (0, 0), (-1, 0), 1.2, HexColor(INK)),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(INK)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.3, HexColor("#9AA5B5")),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    for (line, column), fill in (fills or {}).items():
        look.append(("BACKGROUND", (column, line), (column, line), HexColor(fill)))
    made = []
    for line, texts in enumerate(rows):
        bold = line == 0 or (last_bold and line == len(rows) - 1)
        style = (pages.strong if bold else pages.body).clone("cell", spaceAfter=0, textColor=black)
        side = style.clone("side", alignment=2)
        point = style.clone("point", leftIndent=9, bulletIndent=0)
        cells: list[Any] = []
        for column, text in enumerate(texts):
            if isinstance(text, str):
                chosen = side if right is not None and column >= right else style
                cells.append(Paragraph(escape(text), chosen))
            else:
                cells.append([Paragraph(escape(item), point, bulletText="•") for item in text])
        made.append(cells)
    pages.flow.append(
        Table(made, colWidths=list(widths), repeatRows=1, style=TableStyle(look), hAlign="LEFT")
    )
    pages.gap()


def _facts(pages: pdf.Pages, update: Update) -> None:
    project = update.project
    last = f"{update.first_day.day} to {dates.long(update.last_day)}"
    facts = (
        ("Project", project.name, "Project no.", project.reference),
        ("Programme", project.programme, "Reporting period", last),
        ("Senior Responsible Officer", project.sponsor, "Date of report", dates.long(update.reported)),
        ("Project manager", project.manager, "Board meeting", "see forward plan"),
        ("Started", dates.long(project.start), "Works complete (by value)", f"{update.percent}%"),
        ("Project completion", dates.long(project.end), "Public or private session", "Private"),
    )
    cells = [
        [Paragraph(escape(t), pages.strong if n % 2 == 0 else pages.body) for n, t in enumerate(r)]
        for r in facts
    ]
    look = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)])
    pages.flow.append(Table(cells, colWidths=[140, 250, 140, 227], style=look, hAlign="LEFT"))


def _positions(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("2  Position under each heading", pages.head)
    rows: list[list[Cell]] = [["Heading", "Position", "Last report", "Remarks"]]
    fills, records = {}, []
    for line, (label, key) in enumerate(HEADINGS.items(), start=1):
        rated = update.rated[key]
        before = WORDS[rated.previous] if rated.previous else ""
        rows.append([label, WORDS[rated.current], before, rated.comment])
        fills[line, 1] = pdf.COLOURS[rated.current]
        dimension = DIMENSIONS.get(key, key)
        record = gold.rating(label, dimension, rated.current, rated.previous, rated.comment)
        if not dimension:
            del record["dimension"]  # readers may differ: the people on the work, or those it concerns
        records.append(record)
    _ruled(pages, rows, [130, 80, 90, 457], fills=fills)
    pages.say(KEY, pages.small)
    return records


def _progress(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("3  Progress since the last report", pages.head)
    done, missed = by_workstream(update.done), by_workstream(update.missed)
    rows: list[list[Cell]] = [["Work package", "Done", "Held up"]]
    records = []
    for package in dict.fromkeys([*done, *missed]):
        cells: list[Cell] = [package]
        for kind, told in (("completed", done), ("missed", missed)):
            texts = [task.text for task in told.get(package, ())]
            cells.append(texts or "–")
            records += [gold.activity(kind, text, package) for text in texts]
        rows.append(cells)
    _ruled(pages, rows, [110, 365, 282])
    return records


def _next(pages: pdf.Pages, planned: tuple[Task, ...]) -> list[Record]:
    pages.say("4  Before the next report", pages.head)
    rows: list[list[Cell]] = [["Work package", "Action", "Who", "By"]]
    records = []
    for task in planned:
        rows.append([task.workstream, task.text, task.owner, dates.dashed(task.due)])
        records.append(gold.activity("planned", task.text, task.workstream, task.owner, task.due))
    _ruled(pages, rows, [110, 417, 150, 80])
    return records


def _programme(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("5  Programme", pages.head)
    rows: list[list[Cell]] = [["Stage", "Approved plan", "Forecast", "Actual", "Weeks late", "State"]]
    records = []
    for item in update.milestones:
        state = "Done" if item.actual else "Late" if item.slip else "On time"
        forecast = None if item.actual else item.forecast
        told = [dates.dashed(day) if day else "" for day in (item.baseline, forecast, item.actual)]
        rows.append([item.text, *told, str(item.slip // 7), state])
        records.append(
            gold.milestone(
                item.text, baseline=item.baseline, forecast=forecast, actual=item.actual, status=state
            )
        )
    _ruled(pages, rows, [267, 110, 100, 100, 90, 90])
    return records


def _cost(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("6  Cost", pages.head)
    heads = ["Budget head", "Approved (£)", "Paid to date (£)", "Anticipated final cost (£)", "Variance (£)"]
    rows: list[list[Cell]] = [[*heads]]
    records = []
    for line in with_total(update):
        amounts = line.budget, line.actual, line.forecast, line.variance
        rows.append([line.text, *(f"{n:,}" if n >= 0 else f"({-n:,})" for n in amounts)])
        budget, actual, forecast, variance = amounts
        records.append(
            gold.finance(line.text, budget=budget, actual=actual, forecast=forecast, variance=variance)
        )
    _ruled(pages, rows, [217, 130, 130, 160, 120], right=1, last_bold=True)
    return records


def _register(pages: pdf.Pages, update: Update) -> list[Record]:
    pages.say("7  Risk and issue register", pages.head)
    heads = [
        "No.",
        "Type",
        "Description",
        "Likelihood",
        "Impact",
        "RAG",
        "Control or action",
        "Owner",
        "State",
    ]
    rows: list[list[Cell]] = [[*heads]]
    fills, records = {}, []
    for line, told in enumerate(update.risks, start=1):
        likelihood = LEVELS[told.likelihood] if told.likelihood else ""
        impact = LEVELS[told.impact]
        texts = (told.reference, told.kind.title(), told.text, likelihood, impact, told.rating[0])
        rows.append([*texts, told.response, told.owner, told.status])
        fills[line, 5] = pdf.COLOURS[told.rating]
        record = gold.told_risk(
            told, "reference", "response", "owner", "rating", "status", likelihood=likelihood, impact=impact
        )
        record["likelihood"] = likelihood or None
        records.append(record)
    _ruled(pages, rows, [34, 40, 222, 58, 50, 32, 185, 88, 48], fills=fills)
    return records


FAMILY = Family(
    name="police_estates",
    organisation="Avonreach Police and Crime Commissioner",
    style="a police estates board's landscape report drawn by its own system, level rules alone",
    tests="words of its own with a key, packages by outcome, state words of stages, a long register over pages",
    suffix=".pdf",
    apart=True,
    projects=("w6_opsbase",),
    render=render,
)
