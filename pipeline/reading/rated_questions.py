"""Ratings told in two lines each: a question that stands out over "Amber (last month: Green). We are late"."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import ListItem
from pipeline.reading.asked_options import read_asked_options
from pipeline.reading.elements import Element, Line, Rated
from pipeline.reading.headings import Looks
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_SERIES = 2
"""Questions with their answers, one under the other, that make it this report's way."""
_KNOWN = 0.5
"""The share of the questions of which the rules know what they rate."""
_LABEL_WORDS = 14
_STANDS_OUT = 2
"""Strength of a look from which a line is no running text."""


def read_rated_questions(elements: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The elements with series of questions over their answers as ratings."""
    elements = read_asked_options(elements, vocabulary)
    looks = Looks(elements)
    found: list[Element] = []
    index = 0
    while index < len(elements):
        series = _series(elements, index, looks, vocabulary)
        found += series or [elements[index]]
        index += 2 * len(series) or 1
    return found


def _series(elements: Sequence[Element], start: int, looks: Looks, vocabulary: Vocabulary) -> list[Rated]:
    """The ratings of a series that begins with the element at ``start``; [] where none does."""
    ratings: list[Rated] = []
    for index in range(start, len(elements) - 1, 2):
        label, answer = elements[index : index + 2]
        if not (isinstance(label, Line) and isinstance(answer, Line) and _is_plain(answer)):
            break
        if (
            not (_answers(answer, vocabulary) and _asks(label, looks))
            or looks.strength(answer) >= _STANDS_OUT
        ):
            break
        below = elements[index + 2] if index + 2 < len(elements) else None
        legend = isinstance(below, Line) and vocabulary.is_kind("legend", below.text)
        if isinstance(below, Line) and not legend and looks.strength(below) < _STANDS_OUT:
            break  # more is said under the heading: a section, which begins with a rating
        ratings.append(_rated(label, answer))
    if len(ratings) == 1 and _asks_of_a_dimension(ratings[0].label, vocabulary):
        return ratings
    known = [rated for rated in ratings if vocabulary.dimension(rated.label, loose=True)]
    return ratings if len(ratings) >= _SERIES and len(known) >= _KNOWN * len(ratings) else []


def _asks(line: Line, looks: Looks) -> bool:
    words = line.text.split()
    return _is_plain(line) and looks.strength(line) >= _STANDS_OUT and 0 < len(words) <= _LABEL_WORDS


def _asks_of_a_dimension(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a lone question asks of a known dimension and opens no section."""
    return (
        label.endswith("?") and vocabulary.dimension(label) is not None and vocabulary.heading(label) is None
    )


def _is_plain(line: Line) -> bool:
    return not line.in_table and line.label == "none" and not isinstance(line.block, ListItem)


def _answers(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with the name of a colour, or with a rating's word beside its light."""
    words = vocabulary.rating_words
    if not words.starts_with_rating(line.text):
        return False
    first = line.text.split(maxsplit=1)[0].strip(" .:;,()")
    lit = any(words.light_of(figure.color) for figure in line.block.figures)
    return lit or bool(words.options(first))


def _rated(label: Line, answer: Line) -> Rated:
    mark = Mark(answer.text, answer.block.runs, answer.fill, answer.block.figures)
    return Rated(label.text.strip(" :"), mark, None, None, (label.block, answer.block), label.block.place)
