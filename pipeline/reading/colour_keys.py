"""What a document's own colours mean: its key's cells, or cells that print the word on the colour, name them exactly.

Colours of a scale of five lie close together: what is a dark amber to one organisation is another's 'Amber/Red'. A
colour that the document itself names is not guessed from its hue.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Block, Cell, Table, Text, tables_in, walk_blocks
from pipeline.model import RatingValue
from pipeline.reading.grid import is_empty
from pipeline.values.rating import RatingWords

_SEVERAL = 3
"""Ratings that make a key: red, amber and green."""
_KEY = re.compile(r"(?P<word>[A-Za-z][A-Za-z' -]{2,24}?)\s*(?:\s[–—-]\s|[:=])\s*\S")
"""A word of a key and the sign before its meaning."""
_PLAIN = {"Red", "Amber", "Green"}


def own_colours(blocks: tuple[Block, ...], words: RatingWords) -> dict[str, RatingValue]:
    """The colours (``#RRGGBB``) that a document names itself, without those whose hue says the same."""
    named: dict[str, RatingValue] = {}
    printed: dict[str, set[RatingValue]] = defaultdict(set)
    for block in walk_blocks(blocks):
        if isinstance(block, Table):
            named |= _one_each(_swatches(block.cells, words))
            for colour, value in _printed(block.cells, words):
                printed[colour].add(value)
        elif isinstance(block, Text) and len(block.runs) > 1:
            named |= _one_each(_symbols(block, words))
    for colour, values in printed.items():
        if len(values) == 1 and words.of_colour(colour) in (value := next(iter(values))).split("/"):
            named.setdefault(colour, value)
    return {colour: value for colour, value in named.items() if words.of_colour(colour) != value}


def own_words(blocks: tuple[Block, ...], words: RatingWords) -> dict[str, RatingValue]:
    """The organisation's own words for its ratings, which a key explains on their colours: 'Settled – on plan'.

    Lower case; {} unless a table holds nothing that is filled but red, amber and green, each once and each explained.
    """
    found: dict[str, RatingValue] = {}
    for table in tables_in(blocks):
        filled = [cell for cell in table.cells if cell.fill]
        if len(filled) < _SEVERAL or len({cell.fill for cell in filled}) < len(filled):
            continue
        key = {
            match["word"].casefold(): words.of_colour(cell.fill)
            for cell in filled
            if (match := _KEY.match(cell.words))
        }
        values = [value for value in key.values() if value is not None]
        whole = len(key) == len(filled) == len(values) == len(set(values)) >= _SEVERAL
        if whole and set(values) >= _PLAIN:
            found |= {
                word: value
                for word, value in key.items()
                if value is not None and words.of_word(word) is None
            }
    return found


def _one_each(pairs: Sequence[tuple[str, RatingValue]]) -> dict[str, RatingValue]:
    """A key gives each of several ratings a colour of its own; {} for anything else."""
    if len(pairs) < _SEVERAL:
        return {}
    found = list(dict.fromkeys(pairs))
    colours, values = {colour for colour, _ in found}, {value for _, value in found}
    whole = len(found) == len(colours) == len(values) and len(values) >= _SEVERAL and values >= _PLAIN
    return dict(found) if whole else {}


def _swatches(cells: tuple[Cell, ...], words: RatingWords) -> list[tuple[str, RatingValue]]:
    """The filled cells of a table that is nothing but a key: words on their colours, or beside an empty swatch."""
    pairs: list[tuple[str, RatingValue]] = []
    for cell, beside in zip(cells, (*cells[1:], None), strict=True):
        if not cell.fill:
            continue
        said = beside if is_empty(cell) else cell
        if said is None or said.row != cell.row:
            continue
        value = _leading(said.words, words)
        if value is not None:
            pairs.append((cell.fill, value))
    return pairs


def _leading(text: str, words: RatingWords) -> RatingValue | None:
    """The rating that a text is, or begins with before its meaning."""
    return words.of_word(text) or words.leading(text)


def _printed(cells: tuple[Cell, ...], words: RatingWords) -> list[tuple[str, RatingValue]]:
    """The colours of cells that hold a rating's word and nothing else."""
    return [(cell.fill, value) for cell in cells if cell.fill and (value := words.of_word(cell.words))]


def _symbols(line: Text, words: RatingWords) -> list[tuple[str, RatingValue]]:
    """The coloured signs of a line, each with the rating named right after it: '● Red: off track  ● Amber: ...'."""
    pairs: list[tuple[str, RatingValue]] = []
    for run, following in pairwise(line.runs):
        sign = run.text.strip() if run.color else ""
        value = _leading(following.text.strip(), words) if sign and not any(map(str.isalnum, sign)) else None
        if run.color and value is not None:
            pairs.append((run.color, value))
    return pairs
