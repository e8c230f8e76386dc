"""Several ratings in one line, or in a line over another: matrices that were drawn without a table."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Heading, ListItem, Run
from pipeline.reading.elements import RECORD_SECTIONS, Drawing, Element, Line, Pair, Rated
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark
from pipeline.values.two_lights import then_and_now

_TABS = re.compile(r"[^\t]+")
_AFTER_LABEL = re.compile(r":|\s[–—-]\s|\t|\s(?:[→➔➜➝➞➡⇨⇒⟶]\ufe0f?|->|=>)|\s\((?=\w+ ?\w* ?:?\s*\))")
"""Where a rated label ends: a colon, a dash, or what stands between its lights."""
_LABEL = 60
"""Characters of a dimension."""
_LIGHTS = {"picture", "shape", "symbol"}
_LEAST = 2
"""Ratings of a line from which it is a row of them."""


def lights_in_line(line: Line, vocabulary: Vocabulary) -> list[Rated]:
    """'Overall: ●  Scope: ●  Budget: ●': several dimensions in one line, a light each, in order."""
    colour_of = vocabulary.rating_words.of_colour
    lights = [f for f in line.block.figures if colour_of(f.color) not in {None, "Grey", "Black"}]
    if len(lights) < _LEAST:
        return []
    labels = [part.strip(" :") for part in re.split(r":\s*|\t+|\s{3,}", line.text) if part.strip(" :")]
    if len(labels) != len(lights) or not all(map(vocabulary.dimension, labels)):
        return []
    return [
        Rated(label, Mark("", (), None, (light,)), None, None, (line.block,), line.block.place)
        for label, light in zip(labels, lights, strict=True)
    ]


def with_lights(fields: list[Pair], line: Line, vocabulary: Vocabulary) -> list[Element]:
    """The fields of 'Start: 2 March 2031  ● Safety  ● Cost', and the labels beside them, which have a light each."""
    colour_of = vocabulary.rating_words.of_colour
    lights = [f for f in line.block.figures if colour_of(f.color) not in {None, "Grey", "Black"}]
    labels = [part.strip() for part in line.text.split("\t") if part.strip() and ":" not in part]
    known = sum(vocabulary.dimension(label) is not None for label in labels)
    alone = len(lights) == len(line.block.figures) == len(labels)
    if not alone or len(lights) < _LEAST or known * 2 < len(labels):
        return [*fields]
    plain = [replace(pair, mark=replace(pair.mark, figures=())) for pair in fields]
    rated = [
        Rated(label, Mark("", (), None, (light,)), None, None, (line.block,), line.block.place)
        for label, light in zip(labels, lights, strict=True)
    ]
    return [*plain, *rated]


def lights_then_and_now(line: Line, section: str, vocabulary: Vocabulary) -> list[Rated]:
    """'Budget: ● → ● the grant is late', 'Budget: ● (was ●)': what a dimension was and is now."""
    lights = [figure for figure in line.block.figures if vocabulary.rating_words.of_colour(figure.color)]
    if len(lights) != _LEAST or len(line.block.figures) != _LEAST:
        return []
    begins = _AFTER_LABEL.search(line.text)
    told = then_and_now(line.text[begins.start() :].lstrip(" \t:–—-")) if begins else None
    if begins is None or told is None:
        return []
    label = line.text[: begins.start()].strip(" \t:–—-")
    among = section == "ratings" or not told[0]  # nothing but a rating was another
    if not 0 < len(label) <= _LABEL or not (among or vocabulary.dimension(label, loose=True)):
        return []
    marks = [Mark("", (), None, (light,)) for light in lights]
    before, now = marks if told[0] else marks[::-1]
    said = vocabulary.rating_words.read(Mark(told[1]))
    if said.basis == "text":
        now = Mark(told[1])
    comment = (said.rest if said.basis == "text" else told[1]) or None
    return [Rated(label, now, before, comment, (line.block,), line.block.place)]


def light_below(line: Line, following: Element | None, section: str, vocabulary: Vocabulary) -> list[Rated]:
    """A dimension over its light, drawn or pasted in a paragraph of its own: 'Overall' over a disc in a box."""
    if not isinstance(following, Drawing) or section in RECORD_SECTIONS or isinstance(line.block, ListItem):
        return []
    figure, name = following.figure, vocabulary.dimension(line.text)
    if figure.kind not in _LIGHTS or vocabulary.rating_words.light_of(figure.color) is None:
        return []
    if isinstance(line.block, Heading) and name != "overall":
        return []  # under the heading 'Quality' a picture may show the work
    if name is None and (section != "ratings" or len(line.text) > _LABEL or line.text.endswith(".")):
        return []
    mark = Mark("", (), None, (figure,))
    return [Rated(line.text.strip(" :"), mark, None, None, (line.block,), line.block.place)]


def words_in_line(line: Line, vocabulary: Vocabulary) -> list[Rated]:
    """'Overall <tab> Amber <tab> Cost <tab> Green': several dimensions in one line, a rating's word beside each."""
    if "\t" not in line.text:
        return []
    parts = [(found.group().strip(" :"), found.span()) for found in _TABS.finditer(line.text)]
    labels, marks = parts[::2], parts[1::2]
    words = vocabulary.rating_words
    if len(labels) != len(marks) or len(marks) < _LEAST:
        return []
    if not all(words.of_word(mark) for mark, _ in marks) or any(words.of_word(label) for label, _ in labels):
        return []
    known = sum(vocabulary.dimension(label) is not None for label, _ in labels)
    if known * 2 < len(labels):
        return []
    return [
        Rated(label, _mark(line, mark, *span), None, None, (line.block,), line.block.place)
        for (label, _), (mark, span) in zip(labels, marks, strict=True)
    ]


def tabbed_ratings(line: Line, following: Line, vocabulary: Vocabulary) -> list[Rated]:
    """A line of tabbed dimensions over a line of their tabbed ratings."""
    if "\t" not in line.text:
        return []
    labels, marks = (
        [part.strip() for part in re.split(r"\t+", text)] for text in (line.text, following.text)
    )
    if len(labels) != len(marks) or not all(vocabulary.dimension(label) for label in labels):
        return []
    if not all(vocabulary.rating_words.of_word(mark) for mark in marks):
        return []
    blocks = (line.block, following.block)
    return [
        Rated(label, Mark(mark), None, None, blocks, line.block.place)
        for label, mark in zip(labels, marks, strict=True)
    ]


def _mark(line: Line, text: str, start: int, end: int) -> Mark:
    """A rating's word with its runs and the paint behind it."""
    runs: list[Run] = []
    at = 0
    for run in line.block.runs:
        if at < end and at + len(run.text) > start:
            runs.append(run)
        at += len(run.text)
    return Mark(text, tuple(runs), runs[0].fill if len(runs) == 1 else None)
