"""What a ring, tick or ink stroke marks: 'circle the status' is answered by drawing over one of the printed words.

Word says where a drawing stands relative to its paragraph; where the words stand only its layout knows. Options that
are circled stand apart, so widths estimated from average letters tell which of them a ring covers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import Figure, Run
from extractors.lines import Piece, split_breaks
from extractors.word.markup import VAL, Element, W, integer, value
from extractors.word.spots import Spot
from extractors.word.styles import DEFAULT_SIZE, ParagraphFormat

TWIP = 20
"""Twentieths in a point."""
LINE_HEIGHT = 1.2
"""Of the font size: single line spacing."""
DEFAULT_TAB = 36.0
"""Points between default tab stops."""

_NARROW = frozenset("iljtfrI.,:;'|!()[]- /")
_WIDE = frozenset("mwMW@%")
_NARROW_WIDTH, _WIDE_WIDTH, _CAPITAL_WIDTH, _LETTER_WIDTH = 0.32, 0.85, 0.68, 0.54
_BOLD = 1.07


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    left: float
    right: float


def find_overlaps(
    pieces: Sequence[Piece],
    spots: Sequence[tuple[Figure, Spot]],
    properties: Element | None,
    layout: ParagraphFormat,
    size: float | None,
) -> list[Piece]:
    """Tell each mark of a paragraph which words it covers.

    Args:
        pieces: the paragraph's text and figures.
        spots: its floating marks, each with its spot.
        properties: the ``w:pPr``, for tab stops and alignment.
        layout: the paragraph's effective indents.
        size: its font size in points.
    """
    covered = {
        id(mark): _covered(pieces, spot, properties, layout, size or DEFAULT_SIZE) for mark, spot in spots
    }
    return [
        replace(piece, overlaps=covered[id(piece)])
        if isinstance(piece, Figure) and id(piece) in covered
        else piece
        for piece in pieces
    ]


def _covered(
    pieces: Sequence[Piece], spot: Spot, properties: Element | None, layout: ParagraphFormat, size: float
) -> str:
    lines = split_breaks(pieces)
    row = min(max(0, int(spot.middle // (size * LINE_HEIGHT))), len(lines) - 1)
    runs = [piece for piece in lines[row] if isinstance(piece, Run)]
    text = "".join(run.text for run in runs)
    if value(properties, W + "jc") not in ("center", "right", "end"):
        words = _lay_out(runs, properties, layout, size)
        marked = [word.text for word in words if spot.left <= (word.left + word.right) / 2 <= spot.right]
        if marked:
            return " ".join(marked)
    return "" if "\t" in text.strip() else " ".join(text.split())


def _lay_out(
    runs: Sequence[Run], properties: Element | None, layout: ParagraphFormat, size: float
) -> list[_Word]:
    """The words of one line with their estimated edges in points."""
    left, first = layout.left or 0.0, layout.first or 0.0
    stops = sorted({*_tab_stops(properties), *([left] if first < 0 else [])})
    x, words, current, start = left + first, [], "", 0.0
    for run in runs:
        for sign in run.text:
            if sign.isspace():
                if current:
                    words.append(_Word(current, start, x))
                current = ""
            elif not current:
                start = x
            current += "" if sign.isspace() else sign
            x = _next_stop(x, stops) if sign == "\t" else x + _width(sign, size) * (_BOLD if run.bold else 1)
    if current:
        words.append(_Word(current, start, x))
    return words


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
