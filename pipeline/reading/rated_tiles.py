"""Tiles of ratings told line by line: a dimension, its rating by itself on the next line, a sentence perhaps below it.

Dashboards print so: 'Timescale' over 'Amber' over 'Two wards behind', tile after tile. A label may have the words of
a heading, or be one that no rule knows: the tiles around it tell what it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import ListItem
from pipeline.reading.elements import Element, Line, Rated
from pipeline.reading.headings import Look, Looks
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_TILES = 3
"""Tiles, one after the other, that make it this report's way."""
_KNOWN = 0.5
"""The share of their labels of which the rules know what they rate."""
_LABEL_WORDS = 6
_TALLEST = 3
"""Lines of a tile: its label, its rating, a comment."""


def read_tiles(elements: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The elements with series of tiles as ratings."""
    looks = Looks(elements)
    found: list[Element] = []
    index = 0
    while index < len(elements):
        tiles, taken = _series(elements, index, looks, vocabulary)
        found += tiles or [elements[index]]
        index += taken or 1
    return found


def _series(
    elements: Sequence[Element], start: int, looks: Looks, vocabulary: Vocabulary
) -> tuple[list[Rated], int]:
    """The ratings of the tiles that begin at ``start`` and how many elements they take; none of too few."""
    tiles: list[Rated] = []
    look: Look | None = None
    at = start
    while at + 1 < len(elements):
        label, light = elements[at : at + 2]
        if not (isinstance(label, Line) and isinstance(light, Line) and _is_tile(label, light, vocabulary)):
            break
        look = look or looks.of(label)
        if looks.of(label) != look or looks.of(light) == look:
            break
        comment = _comment(elements, at + 2, looks, vocabulary)
        tiles.append(_rated(label, light, comment))
        at += _TALLEST if comment is not None else _TALLEST - 1
    known = [tile for tile in tiles if vocabulary.dimension(tile.label, loose=True)]
    return (tiles, at - start) if len(tiles) >= _TILES and len(known) >= _KNOWN * len(tiles) else ([], 0)


def _is_tile(label: Line, light: Line, vocabulary: Vocabulary) -> bool:
    """Whether a line may be a tile's label, and the one below is its rating and nothing else."""
    words = label.text.strip(" :").split()
    return (
        0 < len(words) <= _LABEL_WORDS
        and all(_is_plain(line) for line in (label, light))
        and vocabulary.rating_words.of_word(light.text.strip()) is not None
        and vocabulary.rating_words.of_word(label.text.strip()) is None
    )


def _comment(elements: Sequence[Element], at: int, looks: Looks, vocabulary: Vocabulary) -> Line | None:
    """The line below a rating if it is a tile's comment: plain, and neither the next tile's label nor a rating."""
    line = elements[at] if at < len(elements) else None
    if not isinstance(line, Line) or not _is_plain(line) or looks.of(line).strength > 1:
        return None  # its colour and size are the tile's way
    below = elements[at + 1] if at + 1 < len(elements) else None
    if isinstance(below, Line) and _is_tile(line, below, vocabulary):
        return None
    return None if vocabulary.rating_words.of_word(line.text.strip()) else line


def _is_plain(line: Line) -> bool:
    listed = isinstance(line.block, ListItem) or "\t" in line.text
    return not line.in_table and line.label == "none" and not listed


def _rated(label: Line, light: Line, comment: Line | None) -> Rated:
    mark = Mark(light.text.strip(), light.block.runs, light.fill or light.block.fill, light.block.figures)
    lines = [label, light, *([comment] if comment is not None else [])]
    blocks = tuple(line.block for line in lines)
    told = comment.text.strip() if comment is not None else None
    return Rated(label.text.strip(" :"), mark, None, told, blocks, label.block.place)
