"""Titles that hang in the margin: a narrow column of headings, each beside the first line of what it heads.

Annual reports, government papers and consultants' templates are set so. Nothing need be drawn between the two columns,
and a title's lines stand level with lines of its text or table: read across, a title is a table's first cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.document import Box
from extractors.pdf.bullets import split_marker
from extractors.pdf.lines import Line, Segment, make_lines
from extractors.pdf.primitives import Look, Word

ALIGNED = 2.0
"""Points: titles begin at one place, or end there, as closely as this."""

WHITE = 5.0
"""Points of white between titles and text, at least."""

WRAPPED = 1.6
"""Font sizes from baseline to baseline: lines of one title stand no farther apart."""

PADDED = 1.2
"""Font sizes by which a drawn table may begin above the title beside it."""

BESIDE = 2.5
"""Font sizes: what a title heads begins no farther below the title's first line."""

SHORT = 0.5
"""Of the width beside the titles: a line of running text beside the first line of a title is longer."""

LEAST_LETTERS = 3
"""Letters of a title: bullets and numbers have fewer."""


class Face(NamedTuple):
    """How text is set."""

    font: str
    size: float
    bold: bool
    italic: bool
    color: str | None


@dataclass(frozen=True, slots=True)
class Margin:
    """Where a document's titles hang: ``at`` is where they begin or, with ``right``, where they end; ``text`` is where
    what they head begins; ``width`` is the widest title's. Points.
    """

    face: Face
    at: float
    right: bool
    text: float
    width: float = 0.0

    def holds(self, line: Line) -> bool:
        """Whether a line is one of a title, with or without text beside it."""
        first = line.segments[0]
        side = first.x1 if self.right else first.x0
        return (
            abs(side - self.at) <= ALIGNED
            and face_in(first) == self.face
            and is_worded(first)
            and first.x1 <= self.text - WHITE
            and all(self.is_text(segment.x0) for segment in line.segments[1:])
        )

    def is_text(self, x0: float) -> bool:
        """Whether what begins at ``x0`` stands beside the titles."""
        return x0 >= self.text - ALIGNED


@dataclass(frozen=True, slots=True)
class Printed:
    """A page without its running lines: its words, the boxes of its drawn tables, its width in points."""

    words: Sequence[Word]
    tables: Sequence[Box]
    width: float

    def free_lines(self) -> list[Line]:
        """The lines that stand in no drawn table."""
        return make_lines(
            word
            for word in self.words
            if not word.turned and not any(_within(word, box) for box in self.tables)
        )


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a page from ``top`` to ``bottom``: a title with notes under it (``side``) and what stands beside them;
    or, without a title, what none heads.
    """

    top: float
    bottom: float
    title: tuple[Word, ...] = ()
    notes: tuple[Word, ...] = ()


def cut_zones(page: Printed, margin: Margin | None, frame: Box) -> list[Zone]:
    """The zones of a page from top to bottom; one without a title where no title hangs on it."""
    lines = page.free_lines() if margin is not None else []
    titles = find_titles(lines, page.tables, margin) if margin is not None else []
    zones: list[Zone] = []
    at = frame[1]
    for index, title in enumerate(titles):
        if margin is None:
            break
        top = _top(title, page.tables, margin)
        if top > at:
            zones.append(Zone(at, top))
        below = _top(titles[index + 1], page.tables, margin) if index + 1 < len(titles) else frame[3]
        notes, bottom = _notes(lines, title, below, margin)
        zones.append(Zone(top, bottom, tuple(word for part in title for word in part.words), notes))
        at = bottom
    if at < frame[3]:
        zones.append(Zone(at, frame[3]))
    return zones


def _within(word: Word, box: Box) -> bool:
    return box[0] <= word.x0 and word.x1 <= box[2] and box[1] <= word.base <= box[3]


def face_of(look: Look) -> Face:
    """How a word of this look is set."""
    return Face(look.font, round(look.size, 1), look.bold, look.italic, look.color)


def face_in(segment: Segment) -> Face | None:
    """How a text is set; None where its words differ."""
    faces = {face_of(word.look) for word in segment.words}
    return faces.pop() if len(faces) == 1 else None


def is_worded(segment: Segment) -> bool:
    """Whether a text is more than a bullet or a number."""
    return sum(char.isalpha() for char in segment.text) >= LEAST_LETTERS


def find_titles(lines: Sequence[Line], tables: Sequence[Box], margin: Margin) -> list[tuple[Segment, ...]]:
    """The titles of a page from the top, each with its lines."""
    titles: list[list[Segment]] = []
    right = max((line.x1 for line in lines), default=0.0)
    above: Line | None = None
    for line in lines:
        if not margin.holds(line):
            continue
        part = line.segments[0]
        labels = above is not None and _are_labels(above, line, right)
        if titles and not labels and _goes_on(titles[-1][-1], part, margin):
            titles[-1].append(part)
        else:
            titles.append([part])
        above = line
    return [tuple(title) for title in titles if _has_text(title[0], lines, tables, margin)]


def _goes_on(above: Segment, below: Segment, margin: Margin) -> bool:
    """Whether a title is wrapped: its next line follows closely, and would not have fitted into the last one."""
    if below.base - above.base > WRAPPED * below.size:
        return False
    word = below.words[0]
    return not margin.width or above.x1 - above.x0 + word.x1 - word.x0 + 0.2 * below.size > margin.width


def _are_labels(above: Line, below: Line, right: float) -> bool:
    """Whether two lines are a label each, its value beside it, and no title in two lines beside running text."""
    if above.segments[0].text.endswith(":"):
        return True
    if not len(above.segments) == len(below.segments) == len(("label", "value")):
        return False
    values = [line.segments[1] for line in (above, below)]
    return all(
        split_marker(Line((value,))) is None and value.x1 - value.x0 < SHORT * (right - value.x0)
        for value in values
    )


def _has_text(title: Segment, lines: Sequence[Line], tables: Sequence[Box], margin: Margin) -> bool:
    """Whether something begins beside a title's first line, or a little below."""
    first, last = title.base - PADDED * title.size, title.base + BESIDE * title.size
    return any(
        first <= segment.base <= last and margin.is_text(segment.x0)
        for line in lines
        for segment in line.segments
    ) or any(margin.is_text(box[0]) and first - title.size <= box[1] <= last for box in tables)


def _top(title: Sequence[Segment], tables: Sequence[Box], margin: Margin) -> float:
    """Where a title's zone begins: with the title, or with a drawn table that begins a little above it."""
    top, size = title[0].box[1], title[0].size
    over = [box[1] for box in tables if margin.is_text(box[0]) and top - PADDED * size <= box[1] <= top]
    return min([top, *over])


def _notes(
    lines: Sequence[Line], title: Sequence[Segment], below: float, margin: Margin
) -> tuple[tuple[Word, ...], float]:
    """The words under a title that are set otherwise; and where its zone ends: above text across both columns."""
    notes: list[Word] = []
    last = title[-1]
    for line in lines:
        if not title[0].base < line.base < below or margin.is_text(line.x0):
            continue
        first = line.segments[0]
        if first in title:
            continue
        near = line.base - last.base <= WRAPPED * max(first.size, last.size)
        if not near or first.x1 > margin.text - WHITE:
            return tuple(notes), line.box[1]
        notes += first.words
        last = first
    return tuple(notes), below
