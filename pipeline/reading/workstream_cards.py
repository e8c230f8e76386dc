"""Workstreams laid out as cards: [name][Lead: A B][AMBER] over what was done and comes next, a card each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from extractors.document import Block, Cell, Figure, Heading, ListItem, Paragraph, Table
from pipeline.reading.elements import ACTIVITY_SECTIONS, Line, Pair, Rated, mark_of
from pipeline.reading.forms import form_row
from pipeline.reading.grid import Grid, is_empty, rows_alone, tables_joined
from pipeline.reading.label_lines import split_inline
from pipeline.reading.marks import is_mark, role_of
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

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


def join_cards(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> tuple[Block, ...]:
    """The blocks, a card's head that stands in a table of its own right over that of its work joined with it."""
    return tables_joined(blocks, partial(_is_cut_card, vocabulary=vocabulary), _stacked)


def _is_cut_card(above: Table, below: Table, vocabulary: Vocabulary) -> bool:
    return (
        above.rows == 1
        and _head(Grid(above), 0, vocabulary) is not None
        and all(_tells_of_work(cell, vocabulary) for cell in below.row(0))
    )


def _stacked(above: Table, below: Table) -> Table:
    """Two tables as one; the last cell of a row reaches to the wider one's end."""
    columns = max(above.columns, below.columns)
    moved = tuple(replace(cell, row=cell.row + above.rows) for cell in below.cells)
    cells = tuple(
        replace(cell, column_span=columns - cell.column) if cell.column + cell.column_span == ends else cell
        for part, ends in ((above.cells, above.columns), (moved, below.columns))
        for cell in part
    )
    return Table(cells, above.rows + below.rows, columns, above.place)


def holds_cards(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> bool:
    """Whether a document lays out its workstreams as cards."""
    tables = [block for block in blocks if isinstance(block, Table)]
    telling = [sum(_tells_of_work(cell, vocabulary) for cell in table.cells) for table in tables]
    if sum(telling) < _SEVERAL:
        return False  # each card has a cell that tells of work
    cards = 0
    for table, cells in zip(tables, telling, strict=True):
        grid = Grid(table)
        rows = range(grid.rows) if cells else ()
        cards += sum(read_workstream_card(grid, row, vocabulary) is not None for row in rows)
    return cards >= _SEVERAL


def read_workstream_card(grid: Grid, row: int, vocabulary: Vocabulary) -> WorkstreamCard | None:
    """The card whose head stands at ``row``; None where none does."""
    head = _head(grid, row, vocabulary)
    if head is None:
        return None
    name, mark, before = head
    end = next((below for below in range(row + 1, grid.rows) if _head(grid, below, vocabulary)), grid.rows)
    body = [cell for below in range(row + 1, end) for cell in grid.starting(below)]
    heads = grid.starting(row)
    rest = [cell for cell in heads if _mark(cell, vocabulary) is None]  # 'Status: A' is nearly 'Status at'
    if not any(_tells_of_work(cell, vocabulary) for cell in body):
        return None
    if any(_is_of_a_report(cell, vocabulary) for cell in (*rest, *body)):
        return None
    said = next((below for below in range(row + 1, end) if _comment(grid, below, row, vocabulary)), None)
    comment = _comment(grid, said, row, vocabulary) if said is not None else None
    comment = comment or next((below for cell in heads if (below := _below_mark(cell, vocabulary))), None)
    told = (*heads, *(grid.starting(said) if said is not None else ()))
    lines = tuple(line for cell in told for line in cell.lines)
    words = name.lines[0].text.strip(" :")
    told_of = comment.words if comment is not None else None
    rated = Rated(words, mark, before, told_of, lines, name.place, of_part=True)
    line = Line(name.lines[0], words, fill=name.fill, label="package", in_table=True)
    others = [below for below in range(row + 1, end) if below != said]
    return WorkstreamCard(rated, line, rows_alone(grid, others), end - row)


def _head(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[Cell, Mark, Mark | None] | None:
    """The name and the marks of a card's first row: a short name first, one mark, perhaps who leads it.

    Or marks behind labels of their own, now and before: [Training][This month][AMBER][Last month][GREEN].
    """
    cells = [cell for cell in grid.starting(row) if not is_empty(cell) or cell.fill]
    labelled = _labelled(cells[1:], vocabulary)
    cells = [cell for cell in cells if not any(cell in pair for pair in labelled.values())]
    if not (0 if labelled else 1) < len(cells) <= _HEAD_CELLS:
        return None
    name, *others = cells
    words = name.lines[0].text if name.lines else ""
    if not 0 < len(words) <= _NAME or not _names(name, vocabulary) or vocabulary.field(words):
        return None
    if _tells_of_work(name, vocabulary):
        return None  # 'Next month' beside 'N/A': a part of a card with nothing to tell
    if role_of(name, vocabulary) == "comment":
        return None  # 'Status comment' beside 'stopped'
    if vocabulary.dimension(words) == "overall" or is_mark(name, vocabulary):
        return None  # the rating of the whole project over what was done for it
    marks = [(cell, mark) for cell in others if (mark := _mark(cell, vocabulary))]
    if len(marks) != (0 if labelled else 1):
        return None
    rated = [cell for cell, _ in marks]
    rest = [cell for cell in others if cell not in rated and not is_empty(cell)]
    led = all(_pairs_in(cell, vocabulary) or len(cell.words.split()) <= _LEAD_WORDS for cell in rest)
    if not led:
        return None
    before = mark_of(labelled["previous"][1]) if "previous" in labelled else None
    return name, mark_of(labelled["current"][1]) if labelled else marks[0][1], before


def _labelled(cells: list[Cell], vocabulary: Vocabulary) -> dict[str, tuple[Cell, Cell]]:
    """The label and the mark of now, and of before where it is told, among a head's cells; {} where now is not."""
    pairs = [(role_of(label, vocabulary), label, mark) for label, mark in pairwise(cells)]
    found = {
        role: (label, mark)
        for role, label, mark in pairs
        if role in {"current", "previous"} and _mark(mark, vocabulary) and not _mark(label, vocabulary)
    }
    return found if "current" in found else {}


def _names(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds a name, and under it at most who leads the work: 'Lead: A B'."""
    name, *below = cell.lines or (None,)
    return name is not None and all(split_inline(line.text, vocabulary, strict=False) for line in below)


def _below_mark(cell: Cell, vocabulary: Vocabulary) -> Cell | None:
    """The commentary under the rating's own word in a coloured cell, as a cell; None where the cell holds none."""
    lines = _plain_lines(cell)
    if len(lines) < len(("word", "comment")) or not cell.fill:
        return None
    words = vocabulary.rating_words
    if words.of_word(lines[0].text.strip(" .")) is None:
        return None
    if any(words.starts_with_rating(line.text.rpartition(":")[2].strip()) for line in lines[1:]):
        return None  # 'September: ON TRACK': what it was before
    return replace(cell, blocks=lines[1:], fill=None)


def _plain_lines(cell: Cell) -> tuple[Heading | Paragraph | ListItem, ...]:
    """A cell's own lines with words."""
    return tuple(block for block in cell.blocks if not isinstance(block, (Table, Figure)) and block.text)


def _mark(cell: Cell, vocabulary: Vocabulary) -> Mark | None:
    """What rates the workstream: a cell that is a mark, or 'Status: A'."""
    if _below_mark(cell, vocabulary) is not None:
        return mark_of(replace(cell, blocks=_plain_lines(cell)[:1]))
    if is_mark(cell, vocabulary) or (is_empty(cell) and vocabulary.rating_words.of_colour(cell.fill)):
        return mark_of(cell)  # grey too: not begun
    label, sign, value = cell.words.partition(":")
    if not sign:
        return None
    current = any(
        column.register == "ratings" and column.role == "current" for column in vocabulary.columns(label)
    )
    rated = current and vocabulary.rating_words.starts_with_rating(value.strip())
    return Mark(value.strip()) if rated else None


def _tells_of_work(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell is headed by what was done or comes next."""
    for line in cell.lines:
        if line.text:
            match = None if isinstance(line, ListItem) else vocabulary.heading(line.text)
            return match is not None and match.section in ACTIVITY_SECTIONS and match.coverage >= _COVERAGE
    return False


def _comment(grid: Grid, row: int, head: int, vocabulary: Vocabulary) -> Cell | None:
    """The commentary: a row right below the head that is nothing but prose, or one that is labelled so."""
    cells = grid.filled(row)
    if len(cells) == len(("label", "comment")) and role_of(cells[0], vocabulary) == "comment":
        return cells[1]
    if row > head + 1 or len(cells) != 1 or any(isinstance(line, ListItem) for line in cells[0].lines):
        return None
    words = cells[0].words
    prose = words.rstrip().endswith(".") or vocabulary.heading(cells[0].lines[0].text) is None
    return cells[0] if prose and len(words.split()) > _PROSE_WORDS else None


def _is_of_a_report(cell: Cell, vocabulary: Vocabulary) -> bool:
    return vocabulary.field(cell.words) in _OF_A_REPORT or any(
        vocabulary.field(pair.label) in _OF_A_REPORT for pair in _pairs_in(cell, vocabulary)
    )


def _pairs_in(cell: Cell, vocabulary: Vocabulary) -> list[Pair]:
    return [pair for pair in form_row([cell], vocabulary) if isinstance(pair, Pair)]
