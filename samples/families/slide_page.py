"""A fire service's project on a page: one slide, printed from the presentation it was drawn in."""

from __future__ import annotations

import importlib
import io
from collections.abc import Sequence
from typing import Any

from samples import dates, gold
from samples.family import Family, Rendered
from samples.gold import Record
from samples.month import Update, with_total
from samples.word import STAMP, repacked

LABELS = {
    "Overall": "overall", "Time": "schedule", "Cost": "cost", "Scope": "scope", "Quality": "quality",
    "People": "resources", "Stakeholders": "stakeholders",
}  # fmt: skip
PAINT = {"Green": "00A651", "Amber": "FFB81C", "Red": "DA291C", "Blue": "0072CE"}
NAVY, PALE, WHITE, INK = "14213D", "EEF1F6", "FFFFFF", "222222"
THOUSAND = 1000
OVAL, BOX, DIAMOND = 9, 1, 4
"""Numbers of ready-made shapes."""
STEP = 0.95
"""Centimetres of a row that holds two lines."""

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"

Place = tuple[float, float, float, float]
"""Left, top, width and height in centimetres on a slide of 33.9 by 19.05."""


class Slide:
    """One slide in the making, on a blank layout."""

    def __init__(self) -> None:
        self._shared = importlib.import_module("pptx.util")
        self._colour = importlib.import_module("pptx.dml.color").RGBColor.from_string
        self._deck: Any = importlib.import_module("pptx").Presentation()
        self._deck.slide_width, self._deck.slide_height = self._cm(33.867), self._cm(19.05)
        self._deck.core_properties.created = self._deck.core_properties.modified = STAMP
        self._shapes = self._deck.slides.add_slide(self._deck.slide_layouts[6]).shapes

    def _cm(self, length: float) -> Any:
        return self._shared.Cm(length)

    def shape(self, kind: int, place: Place, fill: str) -> Any:
        drawn = self._shapes.add_shape(kind, *map(self._cm, place))
        drawn.fill.solid()
        drawn.fill.fore_color.rgb = self._colour(fill)
        drawn.line.fill.background()
        drawn.shadow.inherit = False
        return drawn

    def words(
        self, place: Place, lines: Sequence[str], size: float = 10, *, ink: str = INK, **look: bool
    ) -> None:
        """A text box; ``bold`` or ``points`` (each line a list item)."""
        frame = self._shapes.add_textbox(*map(self._cm, place)).text_frame
        self._fill(frame, lines, size, ink, **look)

    def panel(self, place: Place, title: str, lines: Sequence[str], *, points: bool = True) -> None:
        """A rounded box with its title in a band."""
        left, top, width, height = place
        self.shape(BOX, (left, top, width, height), PALE)
        self.shape(BOX, (left, top, width, 0.7), NAVY)
        self.words((left, top - 0.05, width, 0.7), [title], 11, ink=WHITE, bold=True)
        self.words((left, top + 0.75, width, height - 0.8), lines, 9.5, points=points)

    def table(
        self, place: Place, rows: Sequence[Sequence[str]], widths: Sequence[float], step: float = 0.62
    ) -> Any:
        """A table of the presentation's own, its rows ``step`` high under a head; returns it for its fills."""
        grid = self._shapes.add_table(len(rows), len(widths), *map(self._cm, place)).table
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = self._cm(width)
        for number, texts in enumerate(rows):
            grid.rows[number].height = self._cm(step if number else 0.62)
            for cell, text in zip(grid.rows[number].cells, texts, strict=True):
                cell.margin_left = cell.margin_right = self._cm(0.12)
                cell.margin_top = cell.margin_bottom = self._cm(0.04)
                self._fill(cell.text_frame, [text], 9, WHITE if number == 0 else INK, bold=number == 0)
                self.paint(cell, NAVY if number == 0 else PALE)
        return grid

    def paint(self, cell: Any, fill: str) -> None:
        cell.fill.solid()
        cell.fill.fore_color.rgb = self._colour(fill)

    def _fill(
        self,
        frame: Any,
        lines: Sequence[str],
        size: float,
        ink: str,
        *,
        bold: bool = False,
        points: bool = False,
    ) -> None:
        frame.word_wrap = True
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = line
            run.font.size, run.font.bold, run.font.name = self._shared.Pt(size), bold, "Liberation Sans"
            run.font.color.rgb = self._colour(ink)
            if not line:
                paragraph._p.remove(run._r)
                paragraph._p.append(paragraph._p.makeelement(f"{{{DRAWING}}}endParaRPr", {"sz": "900"}))
            if points:
                properties = paragraph._p.get_or_add_pPr()
                properties.set("marL", "171450")
                properties.set("indent", "-171450")
                sign = properties.makeelement(f"{{{DRAWING}}}buChar", {"char": "•"})
                properties.append(sign)

    def save(self) -> bytes:
        raw = io.BytesIO()
        self._deck.save(raw)
        return repacked(raw)


def render(updates: tuple[Update, ...]) -> Rendered:
    (update,) = updates
    project = update.project
    slide = Slide()
    slide.shape(BOX, (0, 0, 33.867, 1.5), NAVY)
    slide.words((0.5, 0.1, 24, 1.2), [project.name], 24, ink=WHITE, bold=True)
    slide.words((24.5, 0.1, 9, 0.6), ["Cinder Hills Fire and Rescue Service"], 11, ink=WHITE)
    slide.words(
        (24.5, 0.7, 9, 0.6), [f"Project on a page, {dates.month_year(update.first_day)}"], 11, ink=WHITE
    )
    for left, label, value in (
        (0.5, "Sponsor", project.sponsor),
        (6.3, "Project manager", project.manager),
        (13.2, "Programme", project.programme),
        (19.5, "Ref", project.reference),
        (22.9, "Report date", dates.brief(update.reported)),
    ):
        slide.words((left, 1.55, 7, 0.6), [f"{label}: {value}"], 10.5, bold=True)
    slide.words((28.2, 1.55, 5.5, 0.6), [f"Complete: {update.percent}%"], 10.5, bold=True)
    slide.shape(BOX, (28.4, 2.25, 5, 0.3), "C9CED6")
    slide.shape(BOX, (28.4, 2.25, 5 * update.percent / 100, 0.3), PAINT["Blue"])
    slide.panel((0.5, 2.8, 9.3, 3.2), "Summary", [update.summary], points=False)
    slide.panel((10.2, 2.8, 7.6, 6.3), "Achieved this month", [task.text for task in update.done] or ["None"])
    slide.panel((18.2, 2.8, 7.6, 3), "Not achieved", [task.text for task in update.missed] or ["None"])
    slide.panel(
        (18.2, 6.1, 7.6, 3), "Planned for next month", [task.text for task in update.planned] or ["None"]
    )
    slide.panel((26.2, 2.8, 7.2, 6.3), "Decisions for the board", list(update.decisions) or ["None"])
    activities = [gold.activity("completed", task.text) for task in update.done]
    activities += [gold.activity("missed", task.text) for task in update.missed]
    activities += [gold.activity("planned", task.text) for task in update.planned]
    report = gold.told_report(
        update,
        *("sponsor", "manager", "programme", "reference", "report_date", "percent_complete"),
        ratings=_ratings(slide, update),
        activities=activities,
        milestones=_milestones(slide, update),
        risks=_risks(slide, update),
        finances=_money(slide, update),
        decisions=gold.decisions(update.decisions),
    )
    return Rendered(slide.save(), (report,))


def _ratings(slide: Slide, update: Update) -> list[Record]:
    """A table whose cells are empty: discs are laid over them."""
    rows = [["RAG", "Last", "Now", "Comment"]]
    records = []
    for label, key in LABELS.items():
        rated = update.rated[key]
        rows.append([label, "", "", rated.comment])
        records.append(gold.rating(label, key, rated.current, rated.previous, rated.comment))
    slide.table((0.5, 6.3, 9.3, 5.6), rows, (2.3, 0.95, 0.95, 5.1), STEP)
    for number, key in enumerate(LABELS.values(), start=1):
        rated = update.rated[key]
        top = 6.92 + STEP * (number - 1) + 0.27
        if rated.previous:
            slide.shape(OVAL, (3.08, top, 0.4, 0.4), PAINT[rated.previous])
        slide.shape(OVAL, (4.03, top, 0.4, 0.4), PAINT[rated.current])
    return records


def _milestones(slide: Slide, update: Update) -> list[Record]:
    rows = [["Milestone", "Plan", "Forecast", "Actual", ""]]
    records = []
    for item in update.milestones:
        days = [item.baseline, None if item.actual else item.forecast, item.actual]
        rows.append([item.text, *(dates.dashed(day) if day else "" for day in days), ""])
        records.append(
            gold.milestone(item.text, baseline=days[0], forecast=days[1], actual=days[2], rating=item.rating)
        )
    slide.table((10.2, 14.2, 11.9, 4), rows, (4.8, 2.1, 2.1, 2.1, 0.8))
    for number, item in enumerate(update.milestones, start=1):
        slide.shape(DIAMOND, (21.5, 14.2 + 0.62 * number + 0.11, 0.4, 0.4), PAINT[item.rating])
    return records


def _risks(slide: Slide, update: Update) -> list[Record]:
    rows = [["ID", "Top risks and issues", "Response", "Owner", "Score"]]
    records = []
    for told in update.risks:
        score = str(told.score) if told.score else ""
        rows.append([told.reference, told.text, told.response, told.owner, score])
        words = {"score": score, "rating": told.rating} if score else {}
        record = gold.told_risk(told, "reference", "response", "owner", **words)
        del record["kind"]  # R and I before the numbers tell the two apart to those who know
        records.append(record)
    grid = slide.table((10.2, 9.4, 23.2, 3), rows, (1.1, 9.6, 8.0, 3.2, 1.3), STEP)
    for number, told in enumerate(update.risks, start=1):
        if told.score:
            slide.paint(grid.cell(number, 4), PAINT[told.rating])
    return records


def _money(slide: Slide, update: Update) -> list[Record]:
    rows = [["£k", "Budget", "Spent", "Forecast"]]
    records = []
    for line in with_total(update):
        sums = [round(n / THOUSAND, 1) for n in (line.budget, line.actual, line.forecast)]
        rows.append([line.text, *(f"{n:,.1f}" for n in sums)])
        whole = [round(n * THOUSAND) for n in sums]
        records.append(gold.finance(line.text, budget=whole[0], actual=whole[1], forecast=whole[2]))
    slide.table((22.7, 14.2, 10.7, 3), rows, (4.7, 2, 2, 2))
    return records


FAMILY = Family(
    name="slide_page",
    organisation="Cinder Hills Fire and Rescue Service",
    style="a fire service's project on a page, one slide of a presentation",
    tests="a printed slide: boxes titled in bands, discs and diamonds laid over tables, filled scores, a drawn bar",
    suffix=".pdf",
    apart=False,
    projects=("breathing",),
    render=render,
    office=True,
    source=".pptx",
)
