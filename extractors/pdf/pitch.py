"""How far apart the lines of one paragraph stand in a table: a wider step after a full stop starts another one.

Paragraphs of a cell may have no more than a point between them, and lines that all run to the cell's edge: what tells
them apart is the distance at which lines plainly go on, in their own cell or in another one of the table.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import cached_property

from extractors.document import Box
from extractors.pdf.lattice import Grid
from extractors.pdf.lines import Line, make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

WIDER = 0.05
"""Of the font size: printers round baselines by less than this."""

WRAPPED = 1.6
"""Font sizes: lines farther apart than this do not go on."""

SAME_SIZE = 0.02
"""Of the font size."""

ENDS = (".", "!", "?")


class Wraps:
    """The lines of a table's cells (``words`` are its own), each cell's made when it is asked for; and how far apart
    wrapped lines stand, looked for once some paragraph's end is in doubt.
    """

    def __init__(self, grid: Grid, words: Middles[Word]) -> None:
        self._grid = grid
        self._words = words
        self._lines: dict[Box, list[Line]] = {}

    def lines_in(self, box: Box) -> Sequence[Line]:
        """The lines of all words in a cell's box."""
        lines = self._lines.get(box)
        if lines is None:
            lines = self._lines[box] = make_lines(self._words.within(box))
        return lines

    @cached_property
    def pitch(self) -> float | None:
        """The widest step from a line to one that plainly goes on, in font sizes; None where no line does."""
        steps = [step for cell in self._grid.cells for step in _wrapped_steps(self.lines_in(cell.box))]
        return max(steps, default=None)


def _wrapped_steps(lines: Sequence[Line]) -> Iterable[float]:
    for above, below in itertools.pairwise(lines):
        step = _step(above, below)
        if below.text[:1].islower() and not above.text.endswith((*ENDS, ":", ";")) and step < WRAPPED:
            yield step


def _step(above: Line, below: Line) -> float:
    """From baseline to baseline, in font sizes; infinite between lines of different sizes."""
    if abs(above.size - below.size) > SAME_SIZE * below.size:
        return float("inf")
    return (below.base - above.base) / below.size


def may_start(above: Line, below: Line) -> bool:
    """Whether a line ends a sentence and the next one begins another."""
    begins = below.text[:1].isupper() or below.text[:1].isdigit()
    return begins and above.text.endswith(ENDS) and len(above.segments) == len(below.segments) == 1


def stands_off(above: Line, below: Line, pitch: float) -> bool:
    """Whether a new sentence stands farther below the last one than the lines of one paragraph do."""
    return may_start(above, below) and pitch + WIDER < _step(above, below) < float("inf")
