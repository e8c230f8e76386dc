"""Ratings on cards, told from top to bottom: an area, its word on a painted badge, why, and what it was before."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Figure, ListItem, Text
from pipeline.reading.elements import Element, Line, Pair, Rated
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_SERIES = 2
"""Cards that make it this report's way."""
_LABEL_WORDS, _BADGE_WORDS = 8, 4
_COVERAGE = 0.7
"""Share of known words from which a painted line is the title of a part."""
_MOST_BELOW = 3
"""Lines of a card under its badge."""


def read_stacked_ratings(elements: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The elements, those of ratings on cards as ratings where there are several such cards."""
    starts = [index for index in range(len(elements) - 1) if _begins(elements, index, vocabulary)]
    known = [index for index in starts if vocabulary.dimension(_words(elements[index]), loose=True)]
    if len(starts) < _SERIES or len(known) * 2 < len(starts):
        return elements
    found: list[Element] = []
    index = 0
    while index < len(elements):
        if index in starts:
            rated, used = _card(elements, index, starts, vocabulary)
            found.append(rated)
            index += used
        else:
            found.append(elements[index])
            index += 1
    return found


def _begins(elements: Sequence[Element], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a short line stands over a badge: a word or two on the colour of a rating."""
    label, badge = elements[index], elements[index + 1]
    if not (_is_plain(label) and _is_plain(badge)) or vocabulary.rating_words.of_word(_words(label)):
        return False
    words = vocabulary.rating_words
    if any(words.light_of(figure.color) for figure in _figures(label)) or _is_heading(badge, vocabulary):
        return False  # rated already, by a light of its own; the painted title of the next part
    shown = words.of_colour(_paint(badge))
    named = shown is not None and words.of_word(_words(badge)) == shown  # blue and grey may be a band's
    if not (named or words.light_of(_paint(badge))) or _paint(label) == _paint(badge):
        return False
    return 0 < len(_words(badge).split()) <= _BADGE_WORDS and 0 < len(_words(label).split()) <= _LABEL_WORDS


def _card(
    elements: Sequence[Element], start: int, starts: Sequence[int], vocabulary: Vocabulary
) -> tuple[Rated, int]:
    """The rating of the card that begins at ``start``, and how many elements it takes."""
    label, badge = elements[start], elements[start + 1]
    assert isinstance(label, Line) and isinstance(badge, Line)
    blocks: list[Text] = [label.block, badge.block]
    previous: Mark | None = None
    comment: str | None = None
    used = 2
    for below in elements[start + 2 : start + 2 + _MOST_BELOW]:
        then = _before(below, vocabulary)
        if then is not None and previous is None:
            previous = Mark(then)
        elif comment is None and previous is None and _is_why(below, elements, start + used, starts):
            comment = _words(below)
        else:
            break
        blocks += (
            [below.block] if isinstance(below, Line) else below.blocks if isinstance(below, Pair) else ()
        )
        used += 1
    mark = Mark(badge.text, badge.block.runs, _paint(badge), badge.block.figures)
    told = comment if previous is not None or start + used in starts else None
    if told is None and comment is not None:
        used, blocks = 2, blocks[:2]  # the text under the last badge may be the next section's
    return Rated(label.text.strip(" :"), mark, previous, told, tuple(blocks), label.block.place), used


def _before(element: Element, vocabulary: Vocabulary) -> str | None:
    """The earlier rating that 'Last month: On plan' tells."""
    if isinstance(element, Pair):
        label, then = element.label, element.value
    elif isinstance(element, Line):
        label, _, then = element.text.partition(":")
    else:
        return None
    roles = {column.role for column in vocabulary.columns(label) if column.register == "ratings"}
    return then.strip() if "previous" in roles and 0 < len(then.split()) <= _BADGE_WORDS else None


def _is_why(element: Element, elements: Sequence[Element], index: int, starts: Sequence[int]) -> bool:
    """Whether an element is a card's commentary: plain text, and not the next card's area."""
    return isinstance(element, Line) and _is_plain(element) and not element.block.bold and index not in starts


def _is_plain(element: Element) -> bool:
    return isinstance(element, Line) and element.label == "none" and not isinstance(element.block, ListItem)


def _is_heading(element: Element, vocabulary: Vocabulary) -> bool:
    match = (
        vocabulary.heading(_words(element))
        if vocabulary.rating_words.of_word(_words(element)) is None
        else None
    )
    return match is not None and match.coverage >= _COVERAGE


def _figures(element: Element) -> tuple[Figure, ...]:
    return element.block.figures if isinstance(element, Line) else ()


def _words(element: Element) -> str:
    return element.text.strip() if isinstance(element, Line) else ""


def _paint(element: Element) -> str | None:
    """The one colour behind a line's words."""
    if not isinstance(element, Line):
        return None
    runs = {run.fill for run in element.block.runs if run.text.strip()}
    return element.fill or element.block.fill or (next(iter(runs)) if len(runs) == 1 else None)
