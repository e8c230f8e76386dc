"""Ladders of facts: labels in one look, each over its value in another, as panels beside a page's text have them."""

from __future__ import annotations

import re

from extractors.document import ListItem
from pipeline.reading.elements import Element, Line, Pair
from pipeline.reading.headings import Look, Looks
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_RUNGS = 3
"""Labels with their values, one under the other, that make a ladder: two may be a heading and its text."""

_KNOWN = 0.5
"""The share of the labels that the rules know as fields."""

_LABEL_WORDS, _VALUE_LENGTH = 6, 80
"""Words of a label and characters of a value, at most."""

_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?\s?%")
"""A figure set large over the words that say what it measures."""


def read_ladders(elements: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The elements with the lines of ladders, and of figures over their captions, as label and value."""
    looks = Looks(elements)
    found: list[Element] = []
    index = 0
    while index < len(elements):
        rungs = _ladder(elements, index, looks, vocabulary)
        if rungs:
            found += rungs
            index += 2 * len(rungs)
            continue
        figure = _captioned(elements, index)
        if figure is not None:
            found.append(figure)
            index += 2
            continue
        found.append(elements[index])
        index += 1
    return found


def _ladder(elements: list[Element], start: int, looks: Looks, vocabulary: Vocabulary) -> list[Pair]:
    """The pairs of a ladder that begins with the element at ``start``; [] where none does."""
    first = elements[start]
    if not isinstance(first, Line) or vocabulary.field(first.text) is None:
        return []
    rungs: list[Pair] = []
    kinds: tuple[Look, Look] | None = None
    for index in range(start, len(elements) - 1, 2):
        label, value = elements[index : index + 2]
        if not (isinstance(label, Line) and isinstance(value, Line) and _is_rung(label, value)):
            break
        looked = (_plain(looks.of(label)), _plain(looks.of(value)))
        if looked != (kinds or looked) or _face(label) == _face(value):
            break
        kinds = looked
        rungs.append(_pair(label, value))
    known = [rung for rung in rungs if vocabulary.field(rung.label) is not None]
    return rungs if len(rungs) >= _RUNGS and len(known) >= _KNOWN * len(rungs) else []


def _is_rung(label: Line, value: Line) -> bool:
    if (
        label.in_table
        or value.in_table
        or isinstance(label.block, ListItem)
        or isinstance(value.block, ListItem)
    ):
        return False
    words = label.text.strip(" :").split()
    return (
        0 < len(words) <= _LABEL_WORDS
        and 0 < len(value.text.strip()) <= _VALUE_LENGTH
        and "\t" not in label.text + value.text
        and ":" not in label.text.strip().rstrip(":")
    )


def _plain(look: Look) -> Look:
    """A look whatever its letters: a value may be a code in capitals."""
    return look._replace(caps=False)


def _face(line: Line) -> tuple[object, ...]:
    return (line.block.size, line.block.bold, line.block.color, type(line.block))


def _captioned(elements: list[Element], start: int) -> Pair | None:
    """'24%' over 'of the plan complete'."""
    figure = elements[start]
    if not isinstance(figure, Line) or not _SHARE.fullmatch(figure.text.strip()):
        return None
    caption = elements[start + 1] if start + 1 < len(elements) else None
    if not isinstance(caption, Line) or not caption.text[:1].islower() or not _is_rung(caption, figure):
        return None
    return _pair(caption, figure)


def _pair(label: Line, value: Line) -> Pair:
    mark = Mark(value.text, value.block.runs, value.fill, value.block.figures)
    blocks = (label.block, value.block)
    return Pair(label.text.strip(" :"), value.text.strip(), blocks, mark, label.block.place, in_table=False)
