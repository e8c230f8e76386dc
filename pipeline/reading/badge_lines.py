"""Ratings in lines of an area, a tab and its word: 'Money[tab]On track[tab]why', or why in the lines below.

Where the areas of several such lines are known the others are areas too, whatever they are called.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Heading, ListItem
from pipeline.reading.elements import Element, Line, Rated
from pipeline.reading.headings import Looks
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_LABEL_WORDS = 5
_KNOWN = 2
"""Known areas that make lines of words and a rating a report's ratings."""
_PARTS = (2, 3)
"""An area, its word, and perhaps what lies behind it."""
_BELOW = 2
"""Lines of commentary under one rating."""


def read_badge_lines(elements: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The elements, lines of an area and its rating's word as ratings, what stands below each with it."""
    looks = Looks(elements)
    found: list[Element | None] = [*elements]  # None: what stands in a rating already
    for start, end in _stretches(elements, vocabulary):
        starts = [at for at in range(start, end) if _parts(elements[at], vocabulary)]
        known = [at for at in starts if vocabulary.dimension(_parts(elements[at], vocabulary)[0])]
        if len(known) < _KNOWN or len(known) * 2 < len(starts):
            continue
        for at, after in itertools.pairwise([*starts, end]):
            rated = _rated(elements[at], vocabulary)
            below = list(itertools.takewhile(_is_comment, elements[at + 1 : after]))
            whole = rated.comment is None and below and at + 1 + len(below) == after
            told = whole and len(below) <= _BELOW and (after < end or _ends_section(elements, end, looks))
            found[at] = _with_comment(rated, below) if told else rated
            for index in range(at + 1, after) if told else ():
                found[index] = None
    return [element for element in found if element is not None]


def _stretches(elements: Sequence[Element], vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """From the first of such lines to the last, and the plain lines under it, with nothing else between them."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at, element in enumerate(elements):
        if _parts(element, vocabulary):
            start = at if start is None else start
        elif start is not None and not _is_comment(element):
            found.append((start, at))
            start = None
    return [*found, (start, len(elements))] if start is not None else found


def _parts(element: Element, vocabulary: Vocabulary) -> list[str]:
    """The area, the rating's word and the commentary of such a line; [] of any other."""
    if not isinstance(element, Line) or element.in_table or isinstance(element.block, ListItem):
        return []
    parts = [part.strip(" :") for part in element.text.split("\t")]
    if len(parts) not in _PARTS or not all(parts) or element.block.figures:
        return []
    words = vocabulary.rating_words
    label, mark = parts[:2]
    named = label[:1].isalpha() and len(label.split()) <= _LABEL_WORDS and not words.of_word(label)
    return parts if named and words.of_word(mark) else []


def _rated(element: Element, vocabulary: Vocabulary) -> Rated:
    assert isinstance(element, Line)
    label, word, *comment = _parts(element, vocabulary)
    runs = tuple(run for run in element.block.runs if run.text.strip() == word)
    fill = runs[0].fill if runs else None
    mark = Mark(word, runs, fill)
    return Rated(label, mark, None, comment[0] if comment else None, (element.block,), element.block.place)


def _is_comment(element: Element) -> bool:
    """Whether an element is a plain line that may say why."""
    return (
        isinstance(element, Line)
        and element.label == "none"
        and not (element.in_table or "\t" in element.text)
        and not isinstance(element.block, ListItem | Heading)
        and not (element.block.bold or element.block.underline)
    )


def _ends_section(elements: Sequence[Element], end: int, looks: Looks) -> bool:
    """Whether a heading follows, or nothing: what stands above it belongs to the last rating."""
    element = elements[end] if end < len(elements) else None
    return element is None or (isinstance(element, Line) and looks.strength(element) > 1)


def _with_comment(rated: Rated, below: Sequence[Element]) -> Rated:
    lines = [element for element in below if isinstance(element, Line)]
    words = " ".join(line.text.strip() for line in lines)
    return replace(rated, comment=words, blocks=(*rated.blocks, *(line.block for line in lines)))
