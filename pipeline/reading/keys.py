"""Keys laid out as tables: [R][off track] / [A][at risk] / [G][on track]. They explain ratings and are none."""

from __future__ import annotations

import re

from extractors.document import Cell
from pipeline.reading.elements import Element, Labels
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.vocabulary import Vocabulary

_ROWS = 3
"""Ratings that a key explains at least: red, amber and green."""
_WORDS = 2
"""Words of the shortest meaning ('On track')."""
_HEAD_WORDS = 6
_MEANING = re.compile(r"(?P<word>[A-Za-z][A-Za-z' -]{2,24}?)\s*(?:\s[–—-]\s|[:=])\s*\S+\s+\S")
"""A rating's word and, after a sign, at least two words of what it means."""


def read_key(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """The key that begins at ``row``, its head row included, and how many rows it takes; None where it is none."""
    across = _key_across(grid.starting(row), vocabulary)
    if across:
        return [Labels(tuple(text for cell in across for text in cell.lines), "legend")], 1
    start = row if _rating(grid, row, vocabulary) else row + 1
    if start > row and not all(len(cell.words.split()) <= _HEAD_WORDS for cell in grid.starting(row)):
        return None
    explained: list[str] = []
    below = start
    while below < grid.rows and (rating := _rating(grid, below, vocabulary, len(explained))):
        if rating in explained:
            break
        explained.append(rating)
        below += 1
    marks = [grid.starting(line)[0] for line in range(start, below)]
    lit = [cell for cell in marks if vocabulary.rating_words.light_of(cell.fill)]
    if len(explained) < _ROWS or len(lit) == 1:
        return None  # one of several options filled is a choice, not a key
    cells = [cell for line in range(row, below) for cell in grid.starting(line)]
    return [Labels(tuple(text for cell in cells for text in cell.lines), "legend")], below - row


def _key_across(cells: tuple[Cell, ...] | list[Cell], vocabulary: Vocabulary) -> list[Cell]:
    """The cells of a row that explains a rating in each cell, on its colour ('Settled – on plan'), its head beside."""
    words = vocabulary.rating_words
    shown = [cell for cell in cells if not is_empty(cell)]
    ratings: list[str] = []
    for cell in shown:
        said = _MEANING.match(cell.words)
        value = words.of_word(said["word"]) if said and cell.fill else None
        if value is not None and words.of_colour(cell.fill) == value:
            ratings.append(value)
        elif cell is not shown[0] or len(cell.words.split()) > _HEAD_WORDS:
            return []
    return shown if len(ratings) >= _ROWS and len(set(ratings)) == len(ratings) else []


def _rating(grid: Grid, row: int, vocabulary: Vocabulary, explained: int = 0) -> str | None:
    """The rating that a row explains: a rating word, letter or colour before prose, and nothing else.

    After as many as make a key, a single word explains too ('C' as 'Complete').
    """
    cells = grid.starting(row) if row < grid.rows else []
    if not 1 < len(cells) <= _ROWS or (explained < _ROWS and any(_is_bare(cell) for cell in cells[1:])):
        return None
    words = vocabulary.rating_words
    first = cells[0]
    return words.light_of(first.fill) if is_empty(first) else words.of_word(first.words)


def _is_bare(cell: Cell) -> bool:
    return len(cell.words.split()) < _WORDS
