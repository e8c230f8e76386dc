"""Words -> segments and lines: what is printed side by side on one baseline, and where wide gaps part it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low

from extractors.document import Box, Figure
from extractors.pdf import boxes
from extractors.pdf.primitives import Word
from extractors.pdf.rows import baseline_rows

TAB_GAP = 0.72
"""Of the font size: a gap this wide (2.5 spaces) is no word space."""

STRETCH = 1.9
"""Times the line's usual word gap: justified lines have wide gaps that part nothing."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one baseline without a wide gap between them, left to right (at least one word)."""

    words: tuple[Word, ...]

    @property
    def box(self) -> Box:
        """The box around its words."""
        return boxes.union(word.box for word in self.words)

    @property
    def x0(self) -> float:
        """The left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right end."""
        return max(word.x1 for word in self.words)

    @property
    def size(self) -> float:
        """The largest font size in points."""
        return max(word.size for word in self.words)

    @property
    def base(self) -> float:
        """The baseline of the largest words: raised signs do not count."""
        size = self.size
        return next(word.base for word in self.words if word.size == size)

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return "".join(
            ("" if word.glued or not index else " ") + word.text for index, word in enumerate(self.words)
        )

    @property
    def bold(self) -> bool:
        """Whether all words are bold."""
        return all(word.look.bold for word in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """Segments of one baseline, left to right, and the figures that stand between them."""

    segments: tuple[Segment, ...]
    figures: tuple[Figure, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        """All words from left to right."""
        return tuple(word for segment in self.segments for word in segment.words)

    @property
    def box(self) -> Box:
        """The box around its words."""
        return boxes.union(segment.box for segment in self.segments)

    @property
    def x0(self) -> float:
        """The left end."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """The right end."""
        return max(segment.x1 for segment in self.segments)

    @property
    def size(self) -> float:
        """The size of most characters."""
        counts: dict[float, int] = {}
        for word in self.words:
            counts[word.size] = counts.get(word.size, 0) + len(word.text)
        return max(counts, key=lambda size: (counts[size], size))

    @property
    def base(self) -> float:
        """The baseline of the largest words."""
        largest = max(self.segments, key=lambda segment: segment.size)
        return largest.base

    @property
    def text(self) -> str:
        """The segments parted by tabs."""
        return "\t".join(segment.text for segment in self.segments)


def make_lines(words: Iterable[Word]) -> list[Line]:
    """All lines of some words (those of one column or cell), from the top."""
    level = [word for word in words if not word.turned]
    rows = baseline_rows(level)
    rows.extend([[word] for word in words if word.turned])
    lines = [Line(tuple(cut_segments(row))) for row in rows]
    return sorted(lines, key=lambda line: line.box[3])


def cut_segments(row: Sequence[Word]) -> list[Segment]:
    """Cut a row of words at its wide gaps."""
    gaps = [
        max(0.0, word.x0 - last.x1) / max(last.size, word.size)
        for last, word in itertools.pairwise(row)
        if not word.glued
    ]
    usual = median_low(gaps) if len(gaps) >= 4 else 0.0
    limit = max(TAB_GAP, STRETCH * usual) if usual < 1.2 else TAB_GAP
    segments: list[Segment] = []
    part: list[Word] = [row[0]]
    for word in row[1:]:
        last = part[-1]
        if word.x0 - last.x1 > limit * max(last.size, word.size):
            segments.append(Segment(tuple(part)))
            part = []
        part.append(word)
    segments.append(Segment(tuple(part)))
    return segments
