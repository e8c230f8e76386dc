"""Tables and lines of tables that only paint shows: filled cells side by side, a change of fill within a drawn cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.bands import fill_bands
from extractors.pdf.fills import visible
from extractors.pdf.flanked import part_flanked
from extractors.pdf.lattice import Grid, find_grids
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Page, Rect, Rule, Word

LARGEST_FILL = 0.45
"""Of the page's area: larger fills are backgrounds of the page, not of cells."""

FILL_SLACK = 3.5
"""Points by which a cell's fill may miss the cell's lines."""

LEAST_FILL = 6.0
"""Points: fills of cells are at least this wide and high."""

LEAST_PAINTED = 0.5
"""Of a painted table's area: a painted header over one painted column belongs to a table of white cells."""


def painted_grids(
    page: Page, ruled: Sequence[Grid], words: Middles[Word], used: frozenset[Box]
) -> list[Grid]:
    """Tables whose cells are only painted: filled rectangles side by side in two rows and columns at least."""
    largest = LARGEST_FILL * page.width * page.height
    rects = [
        rect
        for rect in page.rects
        if rect.box not in used
        and boxes.area(rect.box) < largest
        and min(boxes.width(rect.box), boxes.height(rect.box)) > LEAST_FILL
        and not any(boxes.holds_center(grid.box, rect.box) for grid in ruled)
    ]
    grids = []
    for grid in with_words(find_grids((), [rect.box for rect in rects]), words):
        colored = sum(1 for cell in grid.cells if _is_painted(cell.box, rects))
        texts = sum(1 for cell in grid.cells if words.holds_any([cell.box]))
        white = [cell for cell in grid.cells if cell.row_span > 1 and not _is_painted(cell.box, rects)]
        held = sum(boxes.area(cell.box) for cell in grid.cells if cell not in white)
        whole = held >= LEAST_PAINTED * boxes.area(grid.box)
        if len(grid.xs) > 2 and len(grid.ys) > 2 and colored >= 2 and texts >= 3 and whole:
            grids.append(grid)
    return grids


def with_words(grids: Iterable[Grid], words: Middles[Word]) -> list[Grid]:
    """The grids that hold words, those parted whose lines fall together with their cell's."""
    return [
        part
        for grid in grids
        if words.holds_any(cell.box for cell in grid.cells)
        for part in part_flanked(grid, words)
    ]


def painted_sides(page: Page, ruled: Sequence[Grid], words: Middles[Word]) -> list[Rule]:
    """Column lines that only a change of fill shows: a label's fill ends within a ruled row, words on both sides."""
    sides = []
    cells = [cell.box for grid in ruled for cell in grid.cells]
    for rect in page.rects:
        if not visible(rect.color):
            continue
        x0, top, x1, bottom = rect.box
        x, y = boxes.center(rect.box)
        home = next((cell for cell in cells if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]), None)
        if (
            home is None
            or bottom - top < 0.85 * (home[3] - home[1])
            or not 0.1 < (x1 - x0) / boxes.width(home) < 0.9
        ):
            continue
        at = x1 if abs(x0 - home[0]) <= FILL_SLACK else x0 if abs(x1 - home[2]) <= FILL_SLACK else None
        inside = words.within(home) if at is not None else []
        if at is None or any(word.x0 < at - 1 < at + 1 < word.x1 for word in inside):
            continue
        if any(word.x1 <= at + 1 for word in inside) and any(word.x0 >= at - 1 for word in inside):
            sides.append(Rule(at, home[1], at, home[3], 0.5, rect.color))
    return sides


def painted_rows(page: Page, ruled: Sequence[Grid], words: Middles[Word]) -> list[Rule]:
    """Row lines that only a change of fill shows: a filled row runs from side to side through a drawn cell."""
    lines = []
    bands = fill_bands(page.rects, page.height)
    for grid in ruled:
        here = [band for band in bands if _within_table(band, grid.box)]
        for cell in grid.cells if here else ():
            x0, top, x1, bottom = cell.box
            for band in here:
                if band[0] > x0 + FILL_SLACK or band[2] < x1 - FILL_SLACK:
                    continue
                for at in (band[1], band[3]):
                    within = at - top > LEAST_FILL and bottom - at > LEAST_FILL
                    if within and not _crosses(at, words.within(cell.box)):
                        lines.append(Rule(x0, at, x1, at, 0.5, "#000000"))
    return lines


def _crosses(at: float, words: Iterable[Word]) -> bool:
    """Whether a level line runs through the letters of a word."""
    return any(word.base - 0.5 * word.size < at < word.base - 0.1 * word.size for word in words)


def _within_table(band: Box, table: Box) -> bool:
    return all(
        (
            band[0] >= table[0] - FILL_SLACK,
            band[1] >= table[1] - FILL_SLACK,
            band[2] <= table[2] + FILL_SLACK,
            band[3] <= table[3] + FILL_SLACK,
        )
    )


def _is_painted(box: Box, rects: Sequence[Rect]) -> bool:
    return any(visible(rect.color) and boxes.holds(rect.box, *boxes.center(box)) for rect in rects)
