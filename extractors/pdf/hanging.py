"""Titles that hang in the margin: a narrow column of headings, each beside the first line of what it heads.

Annual reports, government papers and consultants' templates are set so. Nothing need be drawn between the two columns,
and a title's lines stand level with lines of its text or table: read across, a title is a table's first cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from extractors.document import Box
from extractors.pdf.bullets import split_marker
from extractors.pdf.lines import Line, Segment, make_lines
from extractors.pdf.primitives import Look, Word

ALIGNED = 2.0
"""Points: titles begin at one place, or end there, as closely as this."""

NARROW = (36.0, 0.4)
"""Points, and of the page's width: how far from the titles' left side the text begins, at least and at most."""

WHITE = 5.0
"""Points of white between titles and text, at least."""

WRAPPED = 1.6
"""Font sizes from baseline to baseline: lines of one title stand no farther apart."""

PADDED = 1.2
"""Font sizes by which a drawn table may begin above the title beside it."""

BESIDE = 2.5
"""Font sizes: what a title heads begins no farther below the title's first line."""

LEAST_TITLES = 3
"""Titles of a document that make a margin: fewer are labels or notes."""

LEAST_RICH, RICH_SHARE = 2, 0.4
"""Titles, and the share of them, beside more than a value: a form's labels have values of a line or two."""

SINGLE_SHARE = 0.25
"""The share of titles beside text without columns: beside the first column of a table stand columns throughout."""

LEAST_LETTERS = 3
"""Letters of a title: bullets and numbers have fewer."""

PARAGRAPH = 3
"""Lines of text, or rows of a table, that are more than a value."""


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
            and _face(first) == self.face
            and _is_worded(first)
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


def find_margin(pages: Iterable[Printed]) -> Margin | None:
    """The margin in which a document's titles hang; None where it has none."""
    printed = [(page, page.free_lines()) for page in pages]
    letters: Counter[Face] = Counter()
    for _, lines in printed:
        for line in lines:
            for word in line.words:
                letters[_face_of(word.look)] += len(word.text)
    if not letters:
        return None
    body = letters.most_common(1)[0][0]
    widest = max(page.width for page, _ in printed)
    best: tuple[int, Margin] | None = None
    for candidate in _candidates([line for _, lines in printed for line in lines], body, widest):
        titles = [title for page, lines in printed for title in _titles(lines, page.tables, candidate)]
        if len(titles) < LEAST_TITLES or (best is not None and len(titles) <= best[0]):
            continue
        widths = [segment.x1 - segment.x0 for title in titles for segment in title]
        margin = replace(candidate, width=max(widths))
        if _heads_sections(printed, margin):
            best = (len(titles), margin)
    return best[1] if best is not None else None


def cut_zones(page: Printed, margin: Margin | None, frame: Box) -> list[Zone]:
    """The zones of a page from top to bottom; one without a title where no title hangs on it."""
    lines = page.free_lines() if margin is not None else []
    titles = _titles(lines, page.tables, margin) if margin is not None else []
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


def _face_of(look: Look) -> Face:
    return Face(look.font, round(look.size, 1), look.bold, look.italic, look.color)


def _face(segment: Segment) -> Face | None:
    """How a text is set; None where its words differ."""
    faces = {_face_of(word.look) for word in segment.words}
    return faces.pop() if len(faces) == 1 else None


def _is_worded(segment: Segment) -> bool:
    """Whether a text is more than a bullet or a number."""
    return sum(char.isalpha() for char in segment.text) >= LEAST_LETTERS


def _candidates(lines: Sequence[Line], body: Face, width: float) -> Iterator[Margin]:
    """Margins that the lines may have, the likeliest first: where texts of one face have others beside them."""
    found: Counter[tuple[Face, bool, float]] = Counter()
    edges: dict[tuple[Face, bool, float], list[float]] = {}
    for line in lines:
        first = line.segments[0]
        face = _face(first)
        if face is None or face == body or len(line.segments) < 2 or not _is_worded(first):
            continue
        for right, at in ((False, first.x0), (True, first.x1)):
            key = (face, right, float(round(at)))
            found[key] += 1
            edges.setdefault(key, []).append(line.segments[1].x0)
    for key, count in found.most_common():
        if count < LEAST_TITLES - 1:
            return
        face, right, at = key
        for text in sorted({float(int(edge)) for edge in edges[key]}):
            if right or NARROW[0] <= text - at <= NARROW[1] * width:
                yield Margin(face, at, right, text)


def _titles(lines: Sequence[Line], tables: Sequence[Box], margin: Margin) -> list[tuple[Segment, ...]]:
    """The titles of a page from the top, each with its lines."""
    titles: list[list[Segment]] = []
    for line in lines:
        if not margin.holds(line):
            continue
        part = line.segments[0]
        if titles and _goes_on(titles[-1][-1], part, margin):
            titles[-1].append(part)
        else:
            titles.append([part])
    return [tuple(title) for title in titles if _has_text(title[0], lines, tables, margin)]


def _goes_on(above: Segment, below: Segment, margin: Margin) -> bool:
    """Whether a title is wrapped: its next line follows closely, and would not have fitted into the last one."""
    if below.base - above.base > WRAPPED * below.size:
        return False
    word = below.words[0]
    return not margin.width or above.x1 - above.x0 + word.x1 - word.x0 + 0.2 * below.size > margin.width


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


def _heads_sections(printed: Sequence[tuple[Printed, list[Line]]], margin: Margin) -> bool:
    """Whether enough titles head tables, lists and paragraphs, and are no labels of a form and no table's column."""
    count = rich = single = foreign = 0
    for page, lines in printed:
        for zone in cut_zones(page, margin, (0.0, 0.0, page.width, float("inf"))):
            inside = [line for line in lines if zone.top <= line.base < zone.bottom]
            if not zone.title:
                foreign += sum(_is_foreign(line, margin) for line in inside) if count else 0
                continue
            beside = [_beside(line, margin) for line in inside]
            texts = [line for line in beside if line is not None]
            drawn = [box for box in page.tables if zone.top <= box[1] < zone.bottom]
            rows = [line for line in texts if len(line.segments) > 1 and split_marker(line) is None]
            listed = any(split_marker(line) is not None for line in texts)
            count += 1
            rich += bool(drawn) or listed or len(texts) >= PARAGRAPH
            single += not drawn and not rows
    return rich >= max(LEAST_RICH, RICH_SHARE * count) and single >= SINGLE_SHARE * count and foreign <= count


def _beside(line: Line, margin: Margin) -> Line | None:
    parts = tuple(segment for segment in line.segments if margin.is_text(segment.x0))
    return Line(parts) if parts else None


def _is_foreign(line: Line, margin: Margin) -> bool:
    """Whether a line stands in both columns and its first text is no title: columns of text, rows of a table."""
    return line.segments[0].x1 <= margin.text - WHITE and any(
        margin.is_text(segment.x0) for segment in line.segments[1:]
    )
