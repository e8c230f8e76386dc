"""Tiles with strips of colour: an empty painted cell over, or before, a dimension and its commentary."""

from __future__ import annotations

from pipeline.reading.elements import Element, Rated
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_LABEL_LENGTH = 60
"""Characters of a dimension's label."""
_BEFORE = 3
"""Cells of a row that begins with its light."""
_TOLD = 2
"""Words of the shortest commentary: without one a strip before a known word may dress a heading."""


def read_light_strips(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """The ratings of a row of empty painted cells over cells that name a dimension each, and the two rows' count."""
    strips = grid.starting(row)
    light = vocabulary.rating_words.light_of
    if not strips or row + 1 >= grid.rows or not all(is_empty(cell) and light(cell.fill) for cell in strips):
        return None
    ratings: list[Element] = []
    for strip in strips:
        tile = grid.under(row + 1, strip)
        lines = [line for line in tile.lines if line.text] if tile is not None else []
        if tile is None or not lines or light(tile.fill) or len(lines[0].text) > _LABEL_LENGTH:
            return None
        if vocabulary.dimension(lines[0].text) is None:
            return None
        comment = " ".join(line.text for line in lines[1:]) or None
        label = lines[0].text.strip(" :")
        ratings.append(Rated(label, Mark("", (), strip.fill), None, comment, tile.lines, strip.place))
    return ratings, 2


def read_lights_before(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """Rows of [light][Budget][why], one below another or one alone, and how many they are; None where there is none."""
    rated: list[Element] = []
    for below in range(row, grid.rows):
        cells = grid.starting(below)
        if len(cells) != _BEFORE or not is_empty(cells[0]):
            break
        light, label, comment = cells
        if not vocabulary.rating_words.light_of(light.fill) or light.fill in {label.fill, comment.fill}:
            break
        named = vocabulary.dimension(label.words, loose=True) and len(label.words) <= _LABEL_LENGTH
        if not named or len(comment.words.split()) < _TOLD:
            break
        mark = Mark("", (), light.fill)
        lines = (*label.lines, *comment.lines)
        rated.append(Rated(label.words, mark, None, comment.words, lines, label.place))
    return (rated, len(rated)) if rated else None
