"""Drawn progress bars: filled rectangles end to end in one strip, or one that fills part of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Box, Figure, Place
from extractors.pdf import boxes
from extractors.pdf.fills import visible
from extractors.pdf.lattice import Grid
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Page, Rect, Word

HIGHEST = 40.0
"""Points: bars are no higher; larger areas are panels and cells."""

SLENDER = 3.5
"""A bar is at least this many times as wide as high."""

JOINT = 1.6
"""Points by which the parts of a bar may miss each other."""

ASIDE = 1.5
"""Points by which the ends of areas in one column differ at most."""

INSET = 4.0
"""Points by which a bar's filled part may lie within its frame."""

TRACK_WHITE = "#FFFFFF"
_ONE_ROW = 2
"""Level lines of a grid of one row."""


STEPS = 4
"""Cells: so many in one ruled row without a word, filled from the left, are the steps of a bar."""

EQUAL_CELLS = 8
EQUAL_WIDTHS = 1.35
"""Cells, and the greatest width over the least, from which a bar is a strip of cells that were meant alike."""


BAR_SHARE = 0.9
"""Of a cell: a bar that covers so much of it is all its paint."""


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of a page, and the boxes of the rectangles that they are made of."""

    figures: tuple[Figure, ...]
    used: frozenset[Box]


def find_bars(page: Page, words: Middles[Word], cells: Sequence[Box], wordless: Sequence[Grid] = ()) -> Bars:
    """All progress bars of a page, those among its ``wordless`` grids too.

    Fills that fit a table's cells (``cells``), or hold text, are none.
    """
    parts = [
        rect
        for rect in page.rects
        if visible(rect.color) and 2.0 <= boxes.height(rect.box) <= HIGHEST and not _is_cell(rect.box, cells)
    ]
    figures, used = _ruled_bars(page, wordless)
    for chain in _chains(parts):
        if any(part.box in used for part in chain):
            continue
        box = boxes.union(part.box for part in chain)
        colors = {part.color for part in chain}
        if len(colors) >= 2 and _is_bar(box, chain, page, words):
            figures.append(_bar(page, box, [(part.color, part.box[0], part.box[2]) for part in chain]))
            used.update(part.box for part in chain)
    for part in parts:
        track = _track(part, page, cells)
        if part.box in used or track is None or track[0] in used:
            continue
        frame, color = track
        if _is_bar(frame, [part], page, words):
            shown = [(part.color, frame[0], part.box[2]), (color, part.box[2], frame[2])]
            figures.append(_bar(page, frame, shown))
            used.update((part.box, frame))
    return Bars(tuple(figures), frozenset(used))


def _ruled_bars(page: Page, grids: Sequence[Grid]) -> tuple[list[Figure], set[Box]]:
    """The bars that are drawn as a ruled row of cells, the first ones filled alike, and what fills them."""
    figures: list[Figure] = []
    used: set[Box] = set()
    for grid in grids:
        fills = [_fill_of(cell.box, page) for cell in grid.cells]
        looks = [fill.color if fill else TRACK_WHITE for fill in fills]
        filled = looks.index(looks[-1])
        stepped = len(grid.ys) == _ONE_ROW and len(looks) >= STEPS
        if stepped and filled and len(set(looks[:filled])) == len(set(looks[filled:])) == 1:
            shown = [(look, cell.box[0], cell.box[2]) for look, cell in zip(looks, grid.cells, strict=True)]
            figures.append(_bar(page, grid.box, shown))
            used |= {rect.box for rect in page.rects if boxes.holds_center(grid.box, rect.box)}
    return figures, used


def _fill_of(cell: Box, page: Page) -> Rect | None:
    """What paints a cell: the topmost visible fill around its middle that is no larger than cells are."""
    x, y = boxes.center(cell)
    around = [
        rect for rect in page.rects if boxes.holds(rect.box, x, y) and boxes.height(rect.box) <= HIGHEST
    ]
    top = max(around, key=lambda rect: rect.order, default=None)
    return top if top is not None and visible(top.color) else None


def _chains(parts: Sequence[Rect]) -> list[list[Rect]]:
    """Rectangles of one strip that touch end to end, left to right."""
    chains: list[list[Rect]] = []
    for part in sorted(parts, key=lambda rect: (rect.box[0], rect.order)):
        for chain in chains:
            last = chain[-1].box
            level = abs(last[1] - part.box[1]) < 1.0 and abs(last[3] - part.box[3]) < 1.0
            if level and abs(part.box[0] - last[2]) <= JOINT:
                chain.append(part)
                break
        else:
            chains.append([part])
    return [chain for chain in chains if len(chain) >= 2]


def _is_bar(box: Box, parts: Sequence[Rect], page: Page, words: Middles[Word]) -> bool:
    wide, high = boxes.width(box), boxes.height(box)
    if wide < SLENDER * high or wide < 24:
        return False
    if any(not _is_share(word.text) for word in words.within(box)):
        return False
    if len(parts) == 1:
        return True
    painted = [rect.box for rect in page.rects]
    for part in parts:
        left = part.box[0]
        if any(abs(left - other[0]) < ASIDE and _stacked(part.box, other) for other in painted):
            return False
    return True


def _is_share(text: str) -> bool:
    return text.strip("%").replace(".", "").isdigit()


def _stacked(box: Box, other: Box) -> bool:
    """Whether two areas of the same left and right end lie close one above the other: cells of a coloured column."""
    if abs(box[0] - other[0]) >= ASIDE or abs(box[2] - other[2]) >= ASIDE:
        return False
    return -1.0 < max(other[1] - box[3], box[1] - other[3]) < 3.0


def _track(part: Rect, page: Page, cells: Sequence[Box]) -> tuple[Box, str] | None:
    """The frame or background strip that ``part`` fills from the left, and the colour of its empty part."""
    frames = [(rect.box, rect.color) for rect in page.rects if rect.order < part.order]
    frames += [(outline.box, TRACK_WHITE) for outline in page.outlines]
    for frame, color in reversed(frames):
        within = (
            -1.0 <= part.box[0] - frame[0] <= INSET
            and -1.0 <= part.box[1] - frame[1] <= INSET
            and -1.0 <= frame[3] - part.box[3] <= INSET
            and part.box[2] <= frame[2] + 1.0
        )
        longer = within and boxes.width(frame) - boxes.width(part.box) > 2.0
        if longer and color != part.color and boxes.height(frame) <= HIGHEST and not _is_cell(frame, cells):
            return frame, color
    return None


def _is_cell(box: Box, cells: Sequence[Box]) -> bool:
    x0, top, x1, bottom = box
    middle = (top + bottom) / 2
    near = [cell for cell in cells if cell[1] <= middle <= cell[3] and cell[0] < x1 and cell[2] > x0]
    return any(boxes.shared(box, cell) > 0.85 and boxes.shared(cell, box) > 0.75 for cell in near)


def _bar(page: Page, box: Box, parts: Sequence[tuple[str, float, float]]) -> Figure:
    widths = [end - start for _, start, end in parts]
    if len(parts) >= EQUAL_CELLS and max(widths) <= EQUAL_WIDTHS * min(widths):
        # A strip of equal cells counts by its cells: their borders make the outer ones a little wider.
        parts = [(color, float(number), number + 1.0) for number, (color, _, _) in enumerate(parts)]
    total = sum(end - start for _, start, end in parts)
    segments: list[tuple[str, float]] = []
    for color, start, end in parts:
        share = (end - start) / total
        if segments and segments[-1][0] == color:
            segments[-1] = (color, segments[-1][1] + share)
        else:
            segments.append((color, share))
    return Figure(
        "bar",
        Place(page.number, boxes.rounded(box)),
        color=segments[0][0],
        segments=tuple((color, round(share, 4)) for color, share in segments),
    )


def fill_the_cell(figures: Sequence[Figure], cell: Box) -> bool:
    """Whether one of a cell's figures is a bar that takes all of it: what is painted there is the bar."""
    return bool(figures) and any(
        figure.kind == "bar"
        and figure.place.box is not None
        and boxes.shared(cell, figure.place.box) > BAR_SHARE
        for figure in figures
    )
