"""Words -> segments and lines: what is printed side by side on one baseline, and where wide gaps part it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median_low

from extractors.document import Box, Figure
from extractors.pdf import boxes
from extractors.pdf.primitives import Word
from extractors.pdf.reckoned import Reckoned, reckoning
from extractors.pdf.rows import stacked_rows

BALLOT_BOXES = frozenset("☐☑☒□")
"""Signs that are typed before an answer to tick."""

BAR = "|"
"""Stands between the parts of a line."""

TAB_GAP = 0.72
"""Of the font size: a gap this wide (2.5 spaces) is no word space."""

SMALL_PRINT = 0.75
"""Of a title's size: what stands behind it, set so much smaller, is none of its words."""

SMALL_CAPITALS = 0.7
"""Of the size of their large letters: small capitals are no smaller."""

STRETCH = 1.9
"""Times the line's usual word gap: justified lines have wide gaps that part nothing."""


EVEN = 0.5
"""Times the line's usual word gap: no gap of a justified line is narrower."""

SAME_GAP = 0.05
"""Of the font size: typesetters stretch all gaps of a line alike."""

LEAST_WORDS = 3
"""Words whose gaps are alike tell a stretched line; a single gap is like itself."""

CLOSE_BELOW = 1.5
"""Times the font size: the next line of the same paragraph is closer."""

SAME_START = 0.6
"""Points by which lines of one paragraph begin apart."""

_AMOUNT = re.compile(r"[-–(]?[£€$]?[-–]?\d[\d,.]*[kmb%]?\)?$", re.IGNORECASE)
"""Two amounts with a wide gap between them stand in two columns, however wide the other gaps of their row are."""


@reckoning
class Segment:
    """Words of one baseline without a wide gap between them, left to right (at least one word).

    What is told of segments and lines is reckoned once: every stage asks for it again.
    """

    words: tuple[Word, ...]

    @Reckoned
    def box(self) -> Box:
        """The box around its words."""
        first = self.words[0]
        if len(self.words) == 1:
            return first.box
        base, look, ink = first.base, first.look, first.ink
        for word in self.words:
            if (
                word.base != base
                or word.ink != ink
                or (word.look is not look and word.look.size != look.size)
            ):
                return boxes.union([each.box for each in self.words])
        x0, top, _, bottom = first.box
        return (x0, top, self.x1, bottom)

    @property
    def x0(self) -> float:
        """The left end."""
        return self.words[0].x0

    @Reckoned
    def x1(self) -> float:
        """The right end."""
        words = self.words
        return max([word.x1 for word in words]) if len(words) > 1 else words[0].x1

    @Reckoned
    def size(self) -> float:
        """The largest font size in points."""
        words = self.words
        return max([word.look.size for word in words]) if len(words) > 1 else words[0].look.size

    @Reckoned
    def base(self) -> float:
        """The baseline of the largest words: raised signs do not count."""
        size = self.size
        for word in self.words:
            if word.look.size == size:
                return word.base
        return self.words[0].base

    @Reckoned
    def text(self) -> str:
        """The words with single spaces."""
        if len(self.words) == 1:
            return self.words[0].text
        return "".join([word.text if word.glued else " " + word.text for word in self.words]).removeprefix(
            " "
        )

    @Reckoned
    def bold(self) -> bool:
        """Whether all words are bold."""
        return self.words[0].look.bold and all(word.look.bold for word in self.words)


@reckoning
class Line:
    """Segments of one baseline, left to right, and the figures that stand between them."""

    segments: tuple[Segment, ...]
    figures: tuple[Figure, ...] = ()

    @Reckoned
    def words(self) -> tuple[Word, ...]:
        """All words from left to right."""
        if len(self.segments) == 1:
            return self.segments[0].words
        return tuple([word for segment in self.segments for word in segment.words])

    @Reckoned
    def box(self) -> Box:
        """The box around its words."""
        if len(self.segments) == 1:
            return self.segments[0].box
        return boxes.union([segment.box for segment in self.segments])

    @property
    def x0(self) -> float:
        """The left end."""
        return self.segments[0].x0

    @Reckoned
    def x1(self) -> float:
        """The right end."""
        if len(self.segments) == 1:
            return self.segments[0].x1
        return max([segment.x1 for segment in self.segments])

    @Reckoned
    def size(self) -> float:
        """The size of most characters; of small capitals that of the large ones."""
        words = self.words
        first = words[0].look
        for word in words:
            if word.look is not first and word.look.size != first.size:
                break
        else:
            return first.size
        if _are_small_capitals(words):
            return max([word.look.size for word in words])
        counts: dict[float, int] = {}
        for word in words:
            size = word.look.size
            counts[size] = counts.get(size, 0) + len(word.text)
        return max(counts, key=lambda size: (counts[size], size))

    @Reckoned
    def bold(self) -> bool:
        """Whether all words are bold."""
        return self.segments[0].bold and all(segment.bold for segment in self.segments[1:])

    @Reckoned
    def base(self) -> float:
        """The baseline of the largest words."""
        if len(self.segments) == 1:
            return self.segments[0].base
        largest = max(self.segments, key=lambda segment: segment.size)
        return largest.base

    @Reckoned
    def text(self) -> str:
        """The segments parted by tabs."""
        text = self.segments[0].text
        for index, segment in enumerate(self.segments[1:]):
            text += (" " if self.is_told_apart(index + 1) else "\t") + segment.text
        return text

    def is_told_apart(self, index: int) -> bool:
        """Whether signs part a segment from the one before it, however wide the gap: a box to tick that begins both
        (options of one question), or an upright bar between them.
        """
        before, here = self.segments[index - 1].words, self.segments[index].words
        if BAR in (before[-1].text, here[0].text):
            return True
        return here[0].text[:1] in BALLOT_BOXES and any(word.text[:1] in BALLOT_BOXES for word in before)


def _are_small_capitals(words: Sequence[Word]) -> bool:
    """Whether words of capitals alone are set in two sizes, the smaller one after a large first letter: 'S TATUS'."""
    sizes = {word.look.size for word in words if any(map(str.isalpha, word.text))}
    if len(sizes) != 2 or min(sizes) < SMALL_CAPITALS * max(sizes):
        return False
    if any(map(str.islower, "".join([word.text for word in words]))):
        return False
    opens = next((word for word in words if not word.glued and word.text[0].isalpha()), None)
    small = any(word.look.size == min(sizes) for word in words if word.glued)
    return small and opens is not None and opens.look.size == max(sizes)


def make_lines(words: Iterable[Word], cut: bool = True) -> list[Line]:
    """All lines of some words (those of one column or cell), from the top; without ``cut`` each of one segment."""
    known = list(words)
    if len(known) == 1:
        return [Line((Segment((known[0],)),))]
    turned = [word for word in known if word.turned]
    rows, stacked = stacked_rows([word for word in known if not word.turned] if turned else known)
    every = [*rows, *([word] for word in turned)]
    lines = [Line(tuple(cut_segments(row)) if cut else (Segment(tuple(row)),)) for row in every]
    if cut and len(rows) > 1:
        lines = _cut_at_stops(lines)
    if turned or not stacked:
        lines.sort(key=_bottom)
    return _whole_where_stretched(lines) if cut and len(rows) > 1 else lines


def _whole_where_stretched(lines: list[Line]) -> list[Line]:
    """Lines of narrow justified columns whole again: all their gaps are as wide, and the next line goes on below."""
    for at in range(len(lines) - 1):
        line, below = lines[at], lines[at + 1]
        if (
            len(line.segments) > 1
            and len(below.segments) == 1
            and len(line.words) >= LEAST_WORDS
            and 0 < below.base - line.base < CLOSE_BELOW * line.size
            and abs(below.x0 - line.x0) <= SAME_START
        ):
            gaps = _gaps(line.words)
            if max(gaps) - min(gaps) <= SAME_GAP and not any(_AMOUNT.match(word.text) for word in line.words):
                lines[at] = replace(line, segments=(Segment(line.words),))
    return lines


def _cut_at_stops(lines: list[Line]) -> list[Line]:
    """Lines of a form, a value cut off its bold label where the value of another line begins: a long label leaves no
    wide gap before it.
    """
    stops = {
        round(value.x0)
        for line in lines
        if len(line.segments) > 1
        for label, value in itertools.pairwise(line.segments)
        if label.bold and not value.words[0].look.bold
    }
    if not stops:
        return lines
    return [_with_cuts(line, stops) if any(word.look.bold for word in line.words) else line for line in lines]


def _with_cuts(line: Line, stops: Collection[int]) -> Line:
    """The line with its segments cut; the line itself, and what was reckoned of it, where none is."""
    parts = tuple([part for segment in line.segments for part in _cut_values(segment, stops)])
    return replace(line, segments=parts) if len(parts) > len(line.segments) else line


def _cut_values(segment: Segment, stops: Collection[int]) -> Iterator[Segment]:
    """A segment cut where plain words begin after bold ones at one of the ``stops`` in whole points."""
    start = 0
    for index, (label, value) in enumerate(itertools.pairwise(segment.words), start=1):
        if label.look.bold and not value.look.bold and round(value.x0) in stops:
            yield Segment(segment.words[start:index])
            start = index
    first = segment.words[start]
    yield Segment((replace(first, glued=False), *segment.words[start + 1 :])) if start else segment


def _bottom(line: Line) -> float:
    return line.box[3]


def cut_segments(row: Sequence[Word]) -> list[Segment]:
    """Cut a row of words at its wide gaps."""
    if len(row) == 1:
        return [Segment(tuple(row))]
    gaps = _gaps(row)
    if max(gaps) <= TAB_GAP:
        return [Segment(tuple(row))]
    white = [max(0.0, gap) for gap, word in zip(gaps, row[1:], strict=True) if not word.glued]
    usual = median_low(white) if len(white) >= 4 else 0.0
    if usual and min(white) < EVEN * usual:  # heads of two words among others far apart
        usual = 0.0
    limit = max(TAB_GAP, STRETCH * usual) if usual < 1.2 else TAB_GAP
    ends = [
        index
        for index, gap in enumerate(gaps, start=1)
        if gap > limit
        or (gap > TAB_GAP and _AMOUNT.match(row[index - 1].text) and _AMOUNT.match(row[index].text))
    ]
    return [Segment(tuple(row[start:end])) for start, end in itertools.pairwise([0, *ends, len(row)])]


def _gaps(row: Sequence[Word]) -> list[float]:
    """The white between each two words of a row, in font sizes of the larger one; between a title and small print on
    its baseline in those of the smaller one.
    """
    gaps = []
    end, size = row[0].x1, row[0].look.size
    for last, word in itertools.pairwise(row):
        own = word.look.size
        measure = size if size > own else own
        if own < SMALL_PRINT * size and word.base == last.base and word.text[0].isalnum():
            measure = own
        gaps.append((word.x0 - end) / measure)
        end, size = word.x1, own
    return gaps
