"""What a ring, tick or ink stroke marks: 'circle the status' is answered by drawing over one of the printed words.

Word says where a drawing stands relative to its paragraph; where the words stand only its layout knows. Options that
are circled stand apart, so widths estimated from average letters tell which of them a ring covers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from extractors.document import Figure, Run
from extractors.lines import Piece, split_breaks
from extractors.word.markup import VAL, Element, W, integer, value, words
from extractors.word.spots import Spot
from extractors.word.styles import DEFAULT_SIZE, ParagraphFormat

TWIP = 20
"""Twentieths in a point."""
LINE_HEIGHT = 1.2
"""Of the font size: single line spacing."""
DEFAULT_TAB = 36.0
"""Points between default tab stops."""

LINE_SLACK = 0.75
"""Lines: how far above or below its paragraph a mark may stand and still be meant for it (spacing, a tall ring)."""
LONG_LINE = 90
"""Characters that fill a page's width: a longer text takes several lines."""
CELL_SLACK = 6.0
"""Points: a cell's own margin, from which places in it are counted."""
MAX_OPTION = 40
"""Characters: what a ring marks in a cell is a word or two."""

_NARROW = frozenset("iljtfrI.,:;'|!()[]- /")
_WIDE = frozenset("mwMW@%")
_NARROW_WIDTH, _WIDE_WIDTH, _CAPITAL_WIDTH, _LETTER_WIDTH = 0.32, 0.85, 0.68, 0.54
_BOLD = 1.07


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    left: float
    right: float


class RowOfCells(NamedTuple):
    """A cell in its row."""

    table: Element
    row: Element
    cell: Element

    @classmethod
    def around(cls, cell: Element | None) -> RowOfCells | None:
        """The row that a cell stands in; None outside tables."""
        row = None if cell is None else next(cell.iterancestors(W + "tr"), None)
        table = None if row is None else next(row.iterancestors(W + "tbl"), None)
        return None if cell is None or row is None or table is None else cls(table, row, cell)

    def text_at(self, x: float) -> str | None:
        """The words of the cell at ``x`` points from this cell's text; None where that is this cell itself."""
        edges = self._edges()
        here = next((left for left, _, cell in edges if cell is self.cell), None)
        if here is None:
            return None
        for left, right, cell in edges:
            if left <= here + CELL_SLACK + x < right:
                text = " ".join(words(cell, W + "t").split())
                return None if cell is self.cell else text if len(text) <= MAX_OPTION else ""
        return ""

    def _edges(self) -> list[tuple[float, float, Element]]:
        """Left and right edge of each cell of the row, in points; without a grid by the cells' own widths."""
        grid = [
            integer(column.get(W + "w")) / TWIP for column in self.table.iterfind(f"{W}tblGrid/{W}gridCol")
        ]
        column = max(0, integer(value(self.row, f"{W}trPr/{W}gridBefore")))
        x = sum(grid[:column])
        edges = []
        for cell in self.row.iter(W + "tc"):
            if next(cell.iterancestors(W + "tr"), None) is not self.row:
                continue
            span = max(1, integer(value(cell, f"{W}tcPr/{W}gridSpan"), 1))
            own = cell.find(f"{W}tcPr/{W}tcW")
            width = sum(grid[column : column + span]) or (
                0.0 if own is None else integer(own.get(W + "w")) / TWIP
            )
            if width <= 0:
                return []
            edges.append((x, x + width, cell))
            x, column = x + width, column + span
        return edges


def find_overlaps(
    pieces: Sequence[Piece],
    spots: Sequence[tuple[Figure, Spot]],
    properties: Element | None,
    layout: ParagraphFormat,
    size: float | None,
    row: RowOfCells | None = None,
) -> list[Piece]:
    """Tell each mark of a paragraph which words it covers.

    Args:
        pieces: the paragraph's text and figures.
        spots: its floating marks, each with its spot.
        properties: the ``w:pPr``, for tab stops and alignment.
        layout: the paragraph's effective indents.
        size: its font size in points.
        row: inside a table, the cells beside its own.
    """
    covered = {
        id(mark): _marked(pieces, spot, properties, layout, size or DEFAULT_SIZE, row) for mark, spot in spots
    }
    return [
        replace(piece, overlaps=covered[id(piece)])
        if isinstance(piece, Figure) and id(piece) in covered
        else piece
        for piece in pieces
    ]


def _marked(
    pieces: Sequence[Piece],
    spot: Spot,
    properties: Element | None,
    layout: ParagraphFormat,
    size: float,
    row: RowOfCells | None,
) -> str:
    """The words under a mark, in its own paragraph or in a cell beside it; none where it stands elsewhere."""
    text = "".join(piece.text for piece in pieces if isinstance(piece, Run))
    lines = text.count("\n") + 1 + len(text) // LONG_LINE
    height = size * LINE_HEIGHT
    if not -LINE_SLACK * height <= spot.middle <= (lines + LINE_SLACK) * height:
        return ""
    beside = None if row is None else row.text_at((spot.left + spot.right) / 2)
    return _covered(pieces, spot, properties, layout, size) if beside is None else beside


def _covered(
    pieces: Sequence[Piece], spot: Spot, properties: Element | None, layout: ParagraphFormat, size: float
) -> str:
    lines = split_breaks(pieces)
    row = min(max(0, int(spot.middle // (size * LINE_HEIGHT))), len(lines) - 1)
    runs = [piece for piece in lines[row] if isinstance(piece, Run)]
    text = "".join(run.text for run in runs)
    if value(properties, W + "jc") not in ("center", "right", "end"):
        laid = _lay_out(runs, properties, layout, size)
        marked = [word.text for word in laid if spot.left <= (word.left + word.right) / 2 <= spot.right]
        if marked:
            return " ".join(marked)
    return "" if "\t" in text.strip() else " ".join(text.split())


def _lay_out(
    runs: Sequence[Run], properties: Element | None, layout: ParagraphFormat, size: float
) -> list[_Word]:
    """The words of one line with their estimated edges in points."""
    left, first = layout.left or 0.0, layout.first or 0.0
    stops = sorted({*_tab_stops(properties), *([left] if first < 0 else [])})
    x, laid, current, start = left + first, [], "", 0.0
    for run in runs:
        for sign in run.text:
            if sign.isspace():
                if current:
                    laid.append(_Word(current, start, x))
                current = ""
            elif not current:
                start = x
            current += "" if sign.isspace() else sign
            x = _next_stop(x, stops) if sign == "\t" else x + _width(sign, size) * (_BOLD if run.bold else 1)
    if current:
        laid.append(_Word(current, start, x))
    return laid


def _tab_stops(properties: Element | None) -> list[float]:
    if properties is None:
        return []
    stops = properties.iterfind(f"{W}tabs/{W}tab")
    return [integer(stop.get(W + "pos")) / TWIP for stop in stops if stop.get(VAL) != "clear"]


def _next_stop(x: float, stops: Sequence[float]) -> float:
    return next((stop for stop in stops if stop > x), (x // DEFAULT_TAB + 1) * DEFAULT_TAB)


def _width(sign: str, size: float) -> float:
    if sign in _NARROW:
        return _NARROW_WIDTH * size
    if sign in _WIDE:
        return _WIDE_WIDTH * size
    return (_CAPITAL_WIDTH if sign.isupper() else _LETTER_WIDTH) * size
