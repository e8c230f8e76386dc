"""Work packages as tables of their own: [WP1 Moorings][Leader: A][Status: B] over [Achieved][...], [Planned][...]."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.document import Cell
from pipeline.reading.elements import ACTIVITY_SECTIONS, Labels, Line, Rated, cell_text, mark_of
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.marks import is_mark, role_of
from pipeline.reading.register_rows import looks_like_head
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_TITLE_LENGTH = 90
_COVERAGE = 0.75
"""Share of a row label's words that the rules must know."""


@dataclass(frozen=True, slots=True)
class WorkCard:
    """The parts in reading order (a ``Cell`` stands for its content, None for the end of a row) and its rows."""

    parts: tuple[Line | Labels | Rated | Cell | None, ...]
    rows: int


def read_work_card(grid: Grid, row: int, vocabulary: Vocabulary) -> WorkCard | None:
    """The work package whose title begins ``row``; None where no such card stands there."""
    heads = [cell for cell in grid.starting(row) if not is_empty(cell) or cell.fill]
    if len(heads) < len(("title", "status")) or not _is_title(heads[0], vocabulary):
        return None
    mark = _mark(heads[1:], vocabulary)
    if mark is None or not all(_tells(cell, vocabulary) for cell in heads[1:]):
        return None
    body = _body(grid, row + 1, vocabulary)
    if not any(_section(label, vocabulary) in ACTIVITY_SECTIONS for label, _ in body):
        return None
    title = heads[0]
    said = [pair for pair in body if role_of(pair[0], vocabulary) == "comment"][:1]
    comment = cell_text(said[0][1]) if said else None
    blocks = tuple(
        text for cell in (*heads, *(cell for pair in said for cell in pair)) for text in cell.lines
    )
    parts: list[Line | Labels | Rated | Cell | None] = [
        Rated(cell_text(title).strip(" :"), mark, None, comment, blocks, title.place)
    ]
    for label, content in body:
        if (label, content) not in said:
            parts += [
                Line(text, text.text, fill=label.fill, label="row", in_table=True) for text in label.lines
            ]
            if _section(label, vocabulary) in ACTIVITY_SECTIONS:
                parts += [Line(text, text.text, label="workstream", in_table=True) for text in title.lines]
            parts += [content, None]
    return WorkCard(tuple(parts), 1 + len(body))


def _is_title(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell names something that no rule knows, dressed as a head."""
    words = cell_text(cell)
    if not 0 < len(words) <= _TITLE_LENGTH or not looks_like_head(cell) or is_mark(cell, vocabulary):
        return False
    known = vocabulary.field(words) or vocabulary.columns(words) or vocabulary.dimension(words)
    match = vocabulary.heading(words)
    return not known and not (match is not None and match.coverage >= _COVERAGE)


def _tells(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell beside the title is a mark, or a label with its value in one line."""
    label, sign, value = cell_text(cell).partition(":")
    return is_mark(cell, vocabulary) or bool(label.strip() and sign and value.strip())


def _mark(cells: list[Cell], vocabulary: Vocabulary) -> Mark | None:
    """What rates the work package: a cell that is a mark, or 'Status: A'."""
    for cell in cells:
        label, _, value = cell_text(cell).partition(":")
        current = any(
            column.register == "ratings" and column.role == "current"
            for column in vocabulary.columns(label.strip())
        )
        if current and vocabulary.rating_words.starts_with_rating(value.strip()):
            return Mark(value.strip())
        if is_mark(cell, vocabulary):
            return mark_of(cell)
    return None


def _section(label: Cell, vocabulary: Vocabulary) -> str | None:
    match = vocabulary.heading(cell_text(label))
    return match.section if match is not None and match.coverage >= _COVERAGE else None


def _body(grid: Grid, start: int, vocabulary: Vocabulary) -> list[tuple[Cell, Cell]]:
    """The rows of a label and its content below a title, up to the first that is none."""
    body: list[tuple[Cell, Cell]] = []
    for row in range(start, grid.rows):
        cells = [cell for cell in grid.starting(row) if not is_empty(cell)]
        if len(cells) != len(("label", "content")) or cells[0].column > 0:
            break
        label, content = cells
        if not looks_like_head(label) or not (
            _section(label, vocabulary) or role_of(label, vocabulary) == "comment"
        ):
            break
        body.append((label, content))
    return body
