"""Dimensions in cells of their own rating's colour, and tiles of a dimension over its rating."""

from __future__ import annotations

from extractors.document import Cell, ListItem
from pipeline.reading.elements import Element, Rated
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_MARK_WORDS = 3
"""Words of a rating in the colour below another one; more explain it."""
_LABEL_WORDS = 6
"""Words of a dimension in its own colour; more are its commentary."""
_TILES = 2
"""Tiles in a row, and lines in a tile, at least."""


def read_filled_labels(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """Dimension cells that are filled in their own rating's colour, with no mark beside or below."""
    lit = _lit_row(grid, row, vocabulary)
    if lit is None or any(_own_comment(cell, vocabulary) != "" for cell in lit):
        return None
    colours = {vocabulary.rating_words.light_of(cell.fill) for cell in lit}
    if len(colours) < 2 and row + 1 < grid.rows:
        return None
    told = _explained(grid, row + 1, lit, vocabulary)
    rated: list[Element] = [
        Rated(
            cell.words,
            Mark("", (), cell.fill),
            None,
            below.words or None if below is not None else None,
            cell.lines + (below.lines if below is not None else ()),
            cell.place,
        )
        for cell, below in zip(lit, told or [None] * len(lit), strict=True)
    ]
    return rated, 2 if told else 1


def read_lit_tiles(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """Tiles of a rating's colour that hold a dimension over its commentary: [Schedule / Two weeks behind] on red."""
    lit = _lit_row(grid, row, vocabulary) or []
    own = [_own_comment(cell, vocabulary) for cell in lit]
    if None in own or not any(own):
        return None
    return [
        Rated(_name(cell), Mark("", (), cell.fill), None, said or None, cell.lines, cell.place)
        for cell, said in zip(lit, own, strict=True)
    ], 1


def _lit_row(grid: Grid, row: int, vocabulary: Vocabulary) -> list[Cell] | None:
    """The cells of a row that are all in the colours of ratings, most of them beginning with a dimension."""
    cells = grid.filled(row)
    names = [_name(cell) for cell in cells if vocabulary.rating_words.light_of(cell.fill)]
    known = [name for name in names if vocabulary.dimension(name)]
    if len(known) < _TILES or len(names) != len(cells) or len(known) * 2 <= len(names):
        return None
    return None if any(len(name.split()) > _LABEL_WORDS for name in names) else cells


def _name(cell: Cell) -> str:
    """The first line of a cell: 'Schedule' over 'Two weeks late'."""
    return next((line.text for line in cell.lines if line.text), "").strip(" :")


def _own_comment(cell: Cell, vocabulary: Vocabulary) -> str | None:
    """What stands under a cell's first line, '' for nothing; None where that is a rating or a list."""
    below = [line for line in cell.lines if line.text][1:]
    if any(isinstance(line, ListItem) or vocabulary.rating_words.of_word(line.text) for line in below):
        return None
    return " ".join(line.text for line in below)


def _explained(grid: Grid, row: int, lit: list[Cell], vocabulary: Vocabulary) -> list[Cell | None] | None:
    """The cells right under dimensions in their colours that explain these: words on no colour; None without any."""
    below = [grid.under(row, cell) for cell in lit] if row < grid.rows else []
    words = [cell.words for cell in below if cell is not None and not is_empty(cell)]
    plain = all(cell is None or vocabulary.rating_words.light_of(cell.fill) is None for cell in below)
    if not words or not plain or any(len(text.split()) <= _MARK_WORDS for text in words):
        return None
    listed = any(isinstance(line, ListItem) for cell in below if cell is not None for line in cell.lines)
    return None if listed else below


def read_tiles(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """Cells that hold a dimension and, on the next line, its rating: [Time / GREEN][Budget / AMBER]."""
    cells = grid.filled(row)
    tiles = [[line for line in cell.lines if line.text] for cell in cells]
    words = vocabulary.rating_words
    if len(cells) < _TILES or any(
        len(lines) != _TILES or not words.of_word(lines[1].text) for lines in tiles
    ):
        return None
    if not any(vocabulary.dimension(lines[0].text) for lines in tiles):
        return None
    return [
        Rated(
            lines[0].text.strip(" :"),
            Mark(lines[1].text, lines[1].runs, cell.fill),
            None,
            None,
            tuple(lines),
            cell.place,
        )
        for cell, lines in zip(cells, tiles, strict=True)
    ], 1
