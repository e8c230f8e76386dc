"""What a cell of a RAG matrix shows: a mark, a dimension's label, a period's or a comment's."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Cell, ListItem, Paragraph
from pipeline.reading.elements import figures_of
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.memory import remembered
from pipeline.reading.vocabulary import Vocabulary

_LIGHTS = {"symbol", "shape", "picture"}
_PARTS = re.compile(r"\s[–—-]\s|[:(),]")
"""What parts the words of a label: 'Status – this month', 'RAG (previous)'."""
_PRINTED = 2
"""More ratings than these in one line are printed options."""
_FEW_WORDS = 2
_ABBREVIATED = 6
"""Characters up to which a word with a full stop may be an abbreviation."""
SIGNS = (
    " \u25cf\u25a0\u25b2\u25bc\u25ba\u25c4\u25b6\u25c0\u25b3\u25bd\u2190\u2191\u2192\u2193\u2194\u2197\u2198"
    "\u2b05\u2b06\u2b07\u27a1\u21e6\u21e7\u21e8\u21e9\ufe0f"
)
"""Discs, squares and arrows that say nothing of a rating themselves: their cell's colour does."""
_OWN_WORDS = 3
"""Words of an organisation's own word for a rating."""
MARK_LENGTH = 90
"""Characters: a rating cell holds a word or a short remark, not prose."""


def is_mark(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell shows a rating: a rating word, or nothing but a light (fill, symbol, picture)."""
    words = vocabulary.rating_words
    if options_over_comment(cell, vocabulary) is not None:
        return True
    text = cell.words
    if len(text) > MARK_LENGTH:
        return False
    if text and (words.starts_with_rating(text) or len(words.options(text)) > 2):
        return True
    figures = figures_of(cell.blocks)
    if any(figure.kind == "checkbox" and words.options(figure.text) for figure in figures):
        return True
    if text.strip(SIGNS):
        return False
    lit = any(words.of_colour(f.color) for f in figures if f.kind in _LIGHTS)
    return lit or words.light_of(cell.fill) is not None or words.of_colour(cell.fill) == "Blue"


def options_over_comment(cell: Cell, vocabulary: Vocabulary) -> tuple[Cell, Cell] | None:
    """A cell's line of printed options and the commentary below it, each as a cell; None where it holds no such."""
    if len(cell.blocks) < _PRINTED:
        return None
    lines = [block for block in cell.blocks if isinstance(block, (Paragraph, ListItem)) and block.text]
    if len(lines) < _PRINTED or len(lines) != len(cell.blocks):
        return None
    if len(vocabulary.rating_words.options(lines[0].text)) <= _PRINTED or len(lines[0].text) > MARK_LENGTH:
        return None
    if any(vocabulary.rating_words.starts_with_rating(line.text) or line.figures for line in lines[1:]):
        return None  # options printed one below the other
    return replace(cell, blocks=(lines[0],)), replace(cell, blocks=tuple(lines[1:]), fill=None)


def is_blank_mark(cell: Cell | None, vocabulary: Vocabulary) -> bool:
    """Whether a rating cell holds nothing yet: empty, or a placeholder."""
    return cell is None or is_empty(cell) or vocabulary.is_placeholder(cell.words)


def is_grey_among_lights(grid: Grid, row: int, head: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a row's cell under a head of ratings is a light that is out: grey alone, in a column of lights.

    Grey on its label too, or on the head, is the row's or the table's paper.
    """
    label, cell = grid.at(row, 0), grid.under(row, head)
    words = vocabulary.rating_words
    if cell is None or label is None or not is_empty(cell) or words.of_colour(cell.fill) != "Grey":
        return False
    column = [grid.under(line, head) for line in range(head.row + 1, grid.rows)]
    lit = any(words.light_of(other.fill) for other in column if other is not None)
    return lit and cell.fill not in {label.fill, head.fill}


def is_coloured_word(label: Cell, mark: Cell, vocabulary: Vocabulary) -> bool:
    """An organisation's own word on a light ('Happy' on green) beside a dimension."""
    if is_dimension(mark, vocabulary):
        return False
    whole = vocabulary.rating_words.of_word(mark.words) is not None
    short = 0 < len(mark.words.split()) <= _OWN_WORDS and (whole or not is_mark(mark, vocabulary))
    lit = vocabulary.rating_words.light_of(mark.fill) is not None and mark.fill != label.fill
    return short and lit and vocabulary.dimension(label.words, loose=True) is not None


def role_of(cell: Cell | None, vocabulary: Vocabulary) -> str | None:
    """What a period or comment label says: current, previous, comment or aside."""
    if cell is None:
        return None
    words = cell.words
    return role_of_words(vocabulary, words) if words else None


def heads_a_column(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell's whole words are a label of the matrix ('Direction of travel'), and so no commentary."""
    return any(column.register == "ratings" for column in vocabulary.columns(cell.words))


@remembered
def role_of_words(vocabulary: Vocabulary, words: str) -> str | None:
    """What the words of a period's or comment's label say."""
    roles = [column.role for column in vocabulary.columns(words) if column.register == "ratings"]
    for part in _PARTS.split(words) if not roles else ():
        roles += [column.role for column in vocabulary.columns(part) if column.register == "ratings"]
    return next((role for role in ("previous", "current", "comment", "aside") if role in roles), None)


def names_earlier(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a label stands before the rating of the period before: 'Last month'."""
    return any(
        column.register == "ratings" and column.role == "previous" for column in vocabulary.columns(label)
    )


def is_dimension(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell is the label of a rated dimension."""
    text = cell.words
    return len(text) <= 60 and vocabulary.dimension(text) is not None


def prose_beside(grid: Grid, row: int, taken: set[int]) -> Cell | None:
    """The one cell of a rated row that is neither label nor mark: its commentary, whatever its head is called."""
    rest = [cell for cell in grid.starting(row) if id(cell) not in taken and is_prose(cell.words)]
    return rest[0] if len(rest) == 1 else None


def is_prose(text: str) -> bool:
    """Some words, or fewer that end like a sentence ('On course.')."""
    return len(text.split()) > _FEW_WORDS or (text.endswith(".") and len(text) > _ABBREVIATED)
