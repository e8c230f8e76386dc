"""Dimensions side by side in one line, each on paint of its own rating's colour: tiles that stand apart on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.document import ListItem
from pipeline.reading.elements import Element, Line, Rated
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_TILES = 3
"""Tiles in a line, at least: two painted words may be marked text."""
_WORDS = 4
"""Words of a dimension."""

Tile = tuple[str, str | None]


def read_lit_lines(elements: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The elements, lines of dimensions on their colours as ratings."""
    found: list[Element] = []
    for element in elements:
        tiles = _tiles(element, vocabulary)
        found += tiles or [element]
    return found


def _tiles(element: Element, vocabulary: Vocabulary) -> list[Element]:
    """The ratings of one line, half of whose dimensions at least are known; [] of any other line."""
    if not isinstance(element, Line) or element.in_table or isinstance(element.block, ListItem):
        return []
    if "\t" not in element.text or element.block.figures:
        return []
    tiles = [(text.strip(" :"), fill) for text, fill in _parts(element)]
    light = vocabulary.rating_words.light_of
    if len(tiles) < _TILES or not all(text and fill and light(fill) for text, fill in tiles):
        return []
    known = sum(vocabulary.dimension(text) is not None for text, _ in tiles)
    long = any(len(text.split()) > _WORDS or vocabulary.rating_words.of_word(text) for text, _ in tiles)
    if long or known * 2 < len(tiles):
        return []
    block = element.block
    return [Rated(text, Mark("", (), fill), None, None, (block,), block.place) for text, fill in tiles]


def _parts(element: Line) -> Iterator[Tile]:
    """The parts between tabs and the paint that each stands on; None where it stands on none or on several."""
    text, fills = "", set[str | None]()
    for run in element.block.runs:
        for number, piece in enumerate(run.text.split("\t")):
            if number:
                yield text, fills.pop() if len(fills) == 1 else None
                text, fills = "", set()
            text += piece
            fills |= {run.fill} if piece.strip() else set()
    yield text, fills.pop() if len(fills) == 1 else None
