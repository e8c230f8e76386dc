"""Whether and where a document's titles hang in the margin: told by how they are set and by what stands beside them."""

from __future__ import annotations

import itertools
import operator
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.document import Box
from extractors.pdf.bullets import split_marker
from extractors.pdf.hanging import (
    WHITE,
    Face,
    Margin,
    Printed,
    Zone,
    cut_zones,
    face_in,
    face_of,
    find_titles,
    is_worded,
)
from extractors.pdf.lines import Line

NARROW = (36.0, 0.4)
"""Points, and of the page's width: how far from the titles' left side the text begins, at least and at most."""

LOWER = 0.9
"""Font sizes: text beside a title, but on a baseline of its own, begins no lower."""

LEAST_TITLES = 3
"""Titles of a document that make a margin: fewer are labels or notes."""

LEAST_RICH, RICH_SHARE = 2, 0.4
"""Titles, and the share of them, beside more than a value: a form's labels have values of a line or two."""

SINGLE_SHARE = 0.25
"""The share of titles beside text without columns: beside the first column of a table stand columns throughout."""

NOTE = 1
"""Lines of a note under a title; longer ones are a column of text."""

MOST_WORDS = 9
"""Words of titles that are set like the text: lines of a column of text make longer ones."""

MOST_SIDES, MOST_EDGES = 8, 5
"""Places at which texts of one face begin or end, and edges of what stands beside each, that are looked at: the
commonest of a document.
"""

PARAGRAPH = 3
"""Lines of text, or rows of a table, that are more than a value."""

VALUE_WORDS = 6
"""Words of a value: of several lines one is longer, or they are values under each other, each beside its label."""

RUNNING, LEAST_RUNNING = 6, 6
"""Words of a line of running text, and such lines on each side of the middle of a page set in two columns."""

_look = operator.attrgetter("look")


def find_margin(pages: Iterable[Printed]) -> Margin | None:
    """The margin in which a document's titles hang; None where it has none."""
    printed = [(page, page.free_lines) for page in pages]
    printed = [(page, lines) for page, lines in printed if not _is_in_columns(lines, page.width)]
    every = [line for _, lines in printed for line in lines]
    widest = max((page.width for page, _ in printed), default=0.0)
    candidates = list(_candidates(every, widest))
    if not candidates:
        return None
    body = _letters(every).most_common(1)[0][0]
    best: tuple[int, Margin] | None = None
    for edges in candidates:
        count, margin = max((_measured(printed, edge) for edge in edges), key=lambda found: found[0])
        longest = MOST_WORDS if margin.face == body else None
        if count > (best[0] if best else LEAST_TITLES - 1) and _heads_sections(printed, margin, longest):
            best = (count, margin)
    return best[1] if best is not None else None


def _is_in_columns(lines: Iterable[Line], width: float) -> bool:
    """Whether a page is set in two columns: running text on both sides of its middle, hardly any across it.

    Text beside titles in a margin runs across it.
    """
    left = right = across = 0
    for line in lines:
        for segment in line.segments:
            if len(segment.words) >= RUNNING:
                left += segment.x1 <= width / 2
                right += segment.x0 >= width / 2
                across += segment.x0 < width / 2 < segment.x1
    return across <= min(left, right) >= LEAST_RUNNING


def _letters(lines: Iterable[Line]) -> Counter[Face]:
    """How many letters are set in which face."""
    letters: Counter[Face] = Counter()
    for line in lines:
        for look, words in itertools.groupby(line.words, key=_look):
            letters[face_of(look)] += sum([len(word.text) for word in words])
    return letters


def _measured(printed: Sequence[tuple[Printed, list[Line]]], margin: Margin) -> tuple[int, Margin]:
    """How many titles a margin has, and the margin with the width of the widest."""
    titles = [title for page, lines in printed for title in find_titles(lines, page.tables, margin)]
    widths = [segment.x1 - segment.x0 for title in titles for segment in title]
    return len(titles), replace(margin, width=max(widths, default=0.0))


def _candidates(lines: Sequence[Line], width: float) -> Iterator[list[Margin]]:
    """Margins that lines may have, the likeliest first: where texts of one face have others beside them; of each all
    edges at which those begin, the nearest first.
    """
    found: Counter[tuple[Face, bool, float]] = Counter()
    edges: dict[tuple[Face, bool, float], list[float]] = {}
    for index, line in enumerate(lines):
        first = line.segments[0]
        face = face_in(first)
        edge = _edge_beside(lines, index)
        if face is None or edge is None or not is_worded(first):
            continue
        for right, at in ((False, first.x0), (True, first.x1)):
            key = (face, right, float(round(at)))
            found[key] += 1
            edges.setdefault(key, []).append(edge)
    for key, count in found.most_common(MOST_SIDES):
        if count < LEAST_TITLES - 1:
            return
        face, right, at = key
        common = Counter(float(int(edge)) for edge in edges[key]).most_common(MOST_EDGES)
        texts = sorted(text for text, _ in common)
        near = [text for text in texts if right or NARROW[0] <= text - at <= NARROW[1] * width]
        if near:
            yield [Margin(face, at, right, text) for text in near]


def _edge_beside(lines: Sequence[Line], index: int) -> float | None:
    """Where the text beside a line's first text begins: in the line, or in the next one that is set a little lower."""
    line = lines[index]
    if len(line.segments) > 1:
        return line.segments[1].x0
    for below in lines[index + 1 : index + 2]:
        near = 0.0 <= below.base - line.base < LOWER * line.size
        if near and below.x0 >= line.x1 + WHITE:
            return below.x0
    return None


def _heads_sections(
    printed: Sequence[tuple[Printed, list[Line]]], margin: Margin, longest: int | None
) -> bool:
    """Whether enough titles head tables, lists and paragraphs, and are no labels of a form and no table's column.

    ``longest``: words of a title at most, where they are counted.
    """
    headed: list[_Headed] = []
    foreign = 0
    for page, lines in printed:
        zones = cut_zones(page, margin, (0.0, 0.0, page.width, float("inf")))
        for index, zone in enumerate(zones):
            inside = [line for line in lines if zone.top <= line.base < zone.bottom]
            if not zone.title:
                between = 0 < index < len(zones) - 1
                foreign += sum(_is_foreign(line, margin, between) for line in inside) if index else 0
                continue
            if longest is not None and len(zone.title) > longest:
                return False
            foreign += max(0, len({word.base for word in zone.notes}) - NOTE)
            headed.append(_headed(zone, inside, page.tables, margin))
    rich, single, firm, values = (sum(each) for each in zip(*headed, strict=True)) if headed else (0, 0, 0, 0)
    if not firm and values:
        return False  # labels beside values and lists
    enough = rich >= max(LEAST_RICH, RICH_SHARE * len(headed)) and single >= SINGLE_SHARE * len(headed)
    return enough and foreign <= len(headed)


class _Headed(NamedTuple):
    """What stands beside a title: more than a value; no columns; a table or paragraph; a value."""

    rich: bool
    single: bool
    firm: bool
    value: bool


def _headed(zone: Zone, lines: Sequence[Line], tables: Sequence[Box], margin: Margin) -> _Headed:
    texts = [text for line in lines if (text := _beside(line, margin)) is not None]
    drawn = any(zone.top <= box[1] < zone.bottom for box in tables)
    rows = [line for line in texts if len(line.segments) > 1 and split_marker(line) is None]
    listed = any(split_marker(line) is not None for line in texts)
    words = max((sum(len(segment.words) for segment in line.segments) for line in texts), default=0)
    long = len(texts) >= PARAGRAPH and words > VALUE_WORDS
    return _Headed(
        rich=drawn or listed or long,
        single=not drawn and not rows,
        firm=drawn or len(rows) >= PARAGRAPH or (long and not listed),
        value=not drawn and not listed and not long,
    )


def _beside(line: Line, margin: Margin) -> Line | None:
    parts = tuple(segment for segment in line.segments if margin.is_text(segment.x0))
    return Line(parts) if parts else None


def _is_foreign(line: Line, margin: Margin, between: bool) -> bool:
    """Whether a line's first text stands in the titles' column and is none, with text beside it or ``between`` titles:
    a column of text, a row of a table.
    """
    return line.segments[0].x1 <= margin.text - WHITE and (
        between or any(margin.is_text(segment.x0) for segment in line.segments[1:])
    )
