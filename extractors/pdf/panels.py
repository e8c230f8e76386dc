"""Painted panels within a page: cards and boxes of facts with text of their own beside the rest of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.gutters import Piece
from extractors.pdf.primitives import Word

WIDTHS = (60.0, 0.7)
"""Points, and of the width around it: a panel is so wide at least and at most."""

LEAST_HEIGHT = 12.0
"""Points: lower paint is a line or a bar."""

SAME_SIDE = 2.0
"""Points: paint one upon the other whose sides differ by no more is one panel, its head and its body."""

SLACK = 1.5
"""Points by which a word may reach over a panel's side, and baselines may differ that are one."""

LEVEL_SHARE = 0.75
"""Where so many lines of a painted area stand on baselines of plain text beside it, it is a table's column."""

LEAST_LINES = 2

BELOW = 100.0
"""Points under a panel in which the page's text runs across again, where it does."""

CLEARED = 30.0
"""Points without text beside a panel's end: what follows begins under the panel."""


def find_panels(paint: Sequence[Box], words: Sequence[Word], rows: Sequence[Box], frame: Box) -> list[Box]:
    """The panels among painted areas, from the top; ``frame`` is the box of what they stand in.

    ``rows`` are the boxes of drawn tables and of painted rows: paint within them is a cell's.
    """
    most = WIDTHS[1] * boxes.width(frame)
    areas = [
        box
        for box in paint
        if WIDTHS[0] <= boxes.width(box) <= most
        and boxes.height(box) >= LEAST_HEIGHT
        and not any(boxes.shared(box, row) > 0.5 and boxes.shared(row, box) < 0.9 for row in rows)
    ]
    whole = _stacked(area for area in areas if not _in_a_row(area, areas))
    held = [[word for word in words if boxes.holds_center(box, word.box)] for box in whole]
    inside = {id(word) for group in held for word in group}
    loose = [word for word in words if id(word) not in inside]
    return [box for box, group in zip(whole, held, strict=True) if _is_panel(box, group, words, loose)]


def _in_a_row(area: Box, areas: Sequence[Box]) -> bool:
    """Whether paint as high as this one touches its side: the cells of a painted row."""
    return any(
        abs(other[1] - area[1]) <= SAME_SIDE
        and abs(other[3] - area[3]) <= SAME_SIDE
        and min(abs(other[0] - area[2]), abs(other[2] - area[0])) <= SAME_SIDE
        for other in areas
    )


def _stacked(areas: Iterable[Box]) -> list[Box]:
    """Areas within others left out, those of equal sides that touch one upon the other joined."""
    joined: list[Box] = []
    for box in sorted(areas, key=lambda box: (box[1], -boxes.area(box))):
        for index, other in enumerate(joined):
            if boxes.shared(box, other) > 0.9:
                break
            same = abs(box[0] - other[0]) <= SAME_SIDE and abs(box[2] - other[2]) <= SAME_SIDE
            if same and box[1] - other[3] <= SAME_SIDE:
                joined[index] = boxes.union([box, other])
                break
        else:
            joined.append(box)
    return joined


def _is_panel(box: Box, inside: Sequence[Word], words: Sequence[Word], loose: Sequence[Word]) -> bool:
    """Whether an area holds lines of its own, none of which runs over its sides or goes on beside it."""
    bases = {round(word.base) for word in inside}
    if len(bases) < LEAST_LINES or any(
        word.x0 < box[0] - SLACK or word.x1 > box[2] + SLACK for word in inside
    ):
        return False
    beside = [
        word for word in words if box[1] < boxes.center(word.box)[1] < box[3] and word not in set(inside)
    ]
    if not beside or any(word.x1 > box[0] + SLACK and word.x0 < box[2] - SLACK for word in beside):
        return False
    near = set(loose)
    level = [base for base in bases if any(abs(word.base - base) <= SLACK for word in beside if word in near)]
    return len(level) < LEVEL_SHARE * len(bases)


def cut_zones(
    pieces: Sequence[Piece], panels: Sequence[Box], bands: Sequence[Box], tops: Iterable[float] = ()
) -> list[list[Piece]]:
    """The pieces parted where a panel ends and what stands under it runs from side to side: no column goes on.

    ``bands`` are the rows of tables that paint or rules show; ``tops``: where columns begin under bars of their own.
    """
    limits = [panel[3] for panel in panels if _ends_columns(panel, pieces, bands)]
    limits += [
        top
        for top in set(tops)
        if not any(piece.box[1] < top - SLACK and piece.box[3] > top + SLACK for piece in pieces)
    ]
    zones: list[list[Piece]] = []
    rest = list(pieces)
    for limit in sorted(limits):
        zones.append([piece for piece in rest if boxes.center(piece.box)[1] < limit])
        rest = [piece for piece in rest if boxes.center(piece.box)[1] >= limit]
    return [zone for zone in [*zones, rest] if zone]


def _ends_columns(panel: Box, pieces: Sequence[Piece], bands: Sequence[Box]) -> bool:
    x0, _, x1, bottom = panel
    if any(piece.box[1] < bottom - SLACK and piece.box[3] > bottom + SLACK for piece in pieces):
        return False
    above = max((piece.box[3] for piece in pieces if piece.box[3] < bottom - SLACK), default=0.0)
    under = [piece.box for piece in pieces if piece.box[1] >= bottom - SLACK]
    first = min((box[1] for box in under), default=bottom)
    far = BELOW if first - above < CLEARED else float("inf")
    across = [*under, *(band for band in bands if band[1] >= bottom and _is_written(band, under))]
    return any(
        box[1] <= bottom + far and box[0] < x - SAME_SIDE and box[2] > x + SAME_SIDE
        for box in across
        for x in (x0, x1)
    )


def _is_written(band: Box, under: Sequence[Box]) -> bool:
    """Whether text stands in a band: a slide's foot has only what every page repeats."""
    return any(boxes.holds_center(band, box) for box in under)
