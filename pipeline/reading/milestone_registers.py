"""The rows of tables of milestones to milestones: dates by their part, the rating from its column, a badge or paint."""

from __future__ import annotations

from extractors.document import Cell
from pipeline.model import Milestone, RatingValue
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import (
    Line,
    Register,
    Section,
    figures_of,
    mark_beside,
    source_of,
)
from pipeline.reading.ledger import COLUMN_HEAD
from pipeline.reading.lone_lights import lone_lights
from pipeline.reading.milestone_dates import told_dates
from pipeline.reading.tabled import records_of
from pipeline.reading.ticked_options import words_chosen
from pipeline.values.rating import Mark

_DATES = ("baseline", "forecast", "actual")
_SEVERAL = 2
"""Colours of a column that make lights of its paint: one alone may dress the column."""
_ALIKE = 3
"""Cells of one colour in a column that are likely lights."""


def read_milestones(register: Register, section: Section, context: Context) -> list[Milestone]:
    """The milestones of a table."""
    context.ledger.take_all(register.head_blocks, "label", COLUMN_HEAD)
    milestones: list[Milestone] = []
    lines = [item.text for item in section.items if isinstance(item, Line)]
    around = " ".join([section.title, *lines, *register.heads.values()])
    lit = _lit_column(register, context)
    lights = lone_lights(register, context.words)
    for row, blocks, text in records_of(register, context):
        source = source_for(blocks, row.cells["text"].place, "milestone register")
        words = {role: words_chosen(cell) for role, cell in row.cells.items()}
        told = told_dates(words, around, context.vocabulary)
        dates = {
            role: context.date(told[role], "milestones", source) if role in told else None for role in _DATES
        }
        if _is_past(words.get("moment", "")):
            dates["actual"], dates["forecast"] = dates["actual"] or dates["forecast"], None
        rating = None
        if "rating" in row.cells:
            rating = context.rating_value(
                mark_beside(row.cells["rating"], row.cells.get("text")), "milestones", source
            )
        status = context.state(words.get("status"))
        if "status" in row.cells and rating is None:
            mark = mark_beside(row.cells["status"], row.cells.get("text"))
            fill = _badge_color(row.cells["status"], context) or mark.fill
            light = Mark("", (), fill, figures_of(row.cells["status"].blocks))
            rating = context.rating_value(light, "milestones", source)
            if status and len(status) <= 2 and context.words.of_word(status):
                rating, status = context.words.of_word(status), None
        if rating is None and lit in row.cells:
            rating = context.words.of_colour(row.cells[lit].fill)
        if rating is None and id(row) in lights:
            rating = context.rating_value(lights[id(row)], "milestones", source)
        if rating is None:
            context.tell_unread(words.get("rating"), "milestones", source)
        milestones.append(
            Milestone(text, dates["baseline"], dates["forecast"], dates["actual"], rating, status, source)
        )
    return milestones


def _lit_column(register: Register, context: Context) -> str:
    """The part of the dates whose cells are painted in the colours of ratings; '' where there is no such one.

    Where all cells of just one part show the same light, it is told: it may dress the column.
    """
    rows = register.rows
    if any("rating" in row.cells for row in rows):
        return ""

    def lights(role: str) -> list[RatingValue]:
        fills = [row.cells[role].fill for row in rows if role in row.cells]
        return list(filter(None, map(context.words.light_of, fills)))

    found = {role: lights(role) for role in _DATES if role in register.heads}
    shown = [role for role, values in found.items() if len(set(values)) >= _SEVERAL]
    if shown:
        return shown[0] if len(shown) == 1 else ""
    alike = [role for role, values in found.items() if len(values) >= _ALIKE]
    if len(alike) != 1 or sum(map(len, found.values())) != len(found[alike[0]]):
        return ""
    head, value = register.heads[alike[0]], found[alike[0]][0]
    message = f"The cells under '{head}' are all painted {value}: read as the milestones' rating."
    context.tell("one-light", "warning", "milestones", message, source_of(register.place, head))
    return alike[0]


def _badge_color(cell: Cell, context: Context) -> str | None:
    """The colour of a cell whose words all stand on a badge of one paint; a pale badge's colour is its words'."""
    texts = cell.lines
    paints = {(run.fill or text.fill, run.color) for text in texts for run in text.runs if run.text.strip()}
    if len(paints) != 1:
        return None
    [(fill, color)] = paints
    return next((each for each in (fill, color) if fill and context.words.of_colour(each)), None)


def _is_past(moment: str) -> bool:
    """Whether the word beside a date says that it is no forecast."""
    return moment.strip(" (").casefold().startswith("a")
