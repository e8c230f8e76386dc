"""Workstreams laid out as cards: [name][Lead: A B][AMBER] over what was done and comes next, a card each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.document import Block, Cell, ListItem, Table
from pipeline.reading.elements import ACTIVITY_SECTIONS, Line, Pair, Rated, cell_text, mark_of
from pipeline.reading.forms import form_row
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.marks import is_mark
from pipeline.reading.vocabulary import Vocabulary

_NAME = 60
"""Characters of a workstream's name."""
_COVERAGE = 0.75
"""Share of a heading's words that the rules must know."""
_LEAD_WORDS, _PROSE_WORDS = 3, 2
"""Words of the longest name of somebody in the head; more than the second are prose."""
_HEAD_CELLS = 4
"""Name, lead, a date, mark."""
_SEVERAL = 2
"""Cards that make a set: one alone may be the whole report."""
_OF_A_REPORT = {"project", "sponsor", "reference", "period", "report_date", "programme", "week-ending"}
"""Fields that only a report's own form gives."""


@dataclass(frozen=True, slots=True)
class WorkstreamCard:
    """``rated``: the workstream and its rating; ``name``: the heading of its work; ``body``: the rows that tell it."""

    rated: Rated
    name: Line
    body: Table
    rows: int


def holds_cards(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> bool:
    """Whether a document lays out its workstreams as cards."""
    cards = 0
    for block in blocks:
        if isinstance(block, Table):
            grid = Grid(block)
            cards += sum(read_workstream_card(grid, row, vocabulary) is not None for row in range(grid.rows))
    return cards >= _SEVERAL


def read_workstream_card(grid: Grid, row: int, vocabulary: Vocabulary) -> WorkstreamCard | None:
    """The card whose head stands at ``row``; None where none does."""
    head = _head(grid, row, vocabulary)
    if head is None:
        return None
    name, mark = head
    end = next((below for below in range(row + 1, grid.rows) if _head(grid, below, vocabulary)), grid.rows)
    body = [cell for below in range(row + 1, end) for cell in grid.starting(below)]
    if not any(_tells_of_work(cell, vocabulary) for cell in body):
        return None
    heads = grid.starting(row)
    if any(_is_of_a_report(cell, vocabulary) for cell in (*heads, *body)):
        return None
    comment = _comment(grid, row + 1, vocabulary)
    first = row + 1 + (comment is not None)
    cells = (*heads, *([comment] if comment is not None else []))
    rated = Rated(
        cell_text(name).strip(" :"),
        mark_of(mark),
        None,
        cell_text(comment) if comment is not None else None,
        tuple(line for cell in cells for line in cell.lines),
        name.place,
    )
    line = Line(name.lines[0], cell_text(name).strip(" :"), fill=name.fill, label="package", in_table=True)
    rest = tuple(
        replace(cell, row=cell.row - first) for below in range(first, end) for cell in grid.starting(below)
    )
    return WorkstreamCard(rated, line, Table(rest, end - first, grid.columns, grid.table.place), end - row)


def _head(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[Cell, Cell] | None:
    """The name and the mark of a card's first row: a short name first, one mark, perhaps who leads it."""
    cells = [cell for cell in grid.starting(row) if not is_empty(cell) or cell.fill]
    if not 1 < len(cells) <= _HEAD_CELLS:
        return None
    name, *others = cells
    marks = [cell for cell in others if is_mark(cell, vocabulary)]
    words = cell_text(name)
    if len(marks) != 1 or not 0 < len(words) <= _NAME or len(name.lines) != 1 or is_mark(name, vocabulary):
        return None
    rest = [cell for cell in others if cell not in marks and not is_empty(cell)]
    led = all(_pairs_in(cell, vocabulary) or len(cell_text(cell).split()) <= _LEAD_WORDS for cell in rest)
    return (name, marks[0]) if led and not vocabulary.field(words) else None


def _tells_of_work(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell is headed by what was done or comes next."""
    first = next((line for line in cell.lines if line.text), None)
    if first is None or isinstance(first, ListItem):
        return False
    match = vocabulary.heading(first.text)
    return match is not None and match.section in ACTIVITY_SECTIONS and match.coverage >= _COVERAGE


def _comment(grid: Grid, row: int, vocabulary: Vocabulary) -> Cell | None:
    """The row right below the head that is nothing but prose."""
    cells = [cell for cell in grid.starting(row) if not is_empty(cell)]
    if len(cells) != 1 or any(isinstance(line, ListItem) for line in cells[0].lines):
        return None
    words = cell_text(cells[0])
    prose = words.rstrip().endswith(".") or vocabulary.heading(cells[0].lines[0].text) is None
    return cells[0] if prose and len(words.split()) > _PROSE_WORDS else None


def _is_of_a_report(cell: Cell, vocabulary: Vocabulary) -> bool:
    return vocabulary.field(cell_text(cell)) in _OF_A_REPORT or any(
        vocabulary.field(pair.label) in _OF_A_REPORT for pair in _pairs_in(cell, vocabulary)
    )


def _pairs_in(cell: Cell, vocabulary: Vocabulary) -> list[Pair]:
    return [pair for pair in form_row([cell], vocabulary) if isinstance(pair, Pair)]
