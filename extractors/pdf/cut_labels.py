"""Labels of several rows that a page break cuts: each row ends on its page, the label beside them goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from extractors.document import Block, Cell, Table

SAME_EDGE = 4.0
"""Points: sides this close are the same column's."""

LEAST_BESIDE = 2
"""Cells with words beside a label whose row is its own; one text alone may go on over the page in lower case."""

ENDS = (".", "!", "?", ":", ";")
"""With what a text ends that does not go on."""

JoinBlocks = Callable[[Sequence[Block], Sequence[Block]], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Cut:
    """What is known of the break between two tables: the left sides of the cells whose border is missing there, in
    the last row above it and the first one below, and how far down the page goes.
    """

    open_bottoms: frozenset[float] = frozenset()
    open_tops: frozenset[float] = frozenset()
    limit: float = 0.0

    @property
    def open_bottom(self) -> bool:
        """Whether the table above lacks a border at its end."""
        return bool(self.open_bottoms)

    @property
    def open_top(self) -> bool:
        """Whether the table below lacks a border at its beginning."""
        return bool(self.open_tops)


def cut_labels(above: Table, first: Sequence[Cell], cut: Cut) -> list[tuple[Cell, Cell]]:
    """The leading cells of the last row above and the first one below that are parts of one label each.

    [] where the whole row is cut, or none of it. ``first`` are the cells of the first row below that is no head said
    again; the borders between those and the heads over them are always drawn.
    """
    last = [cell for cell in above.cells if cell.row + cell.row_span == above.rows]
    if not _level(last, first):
        return []
    broken = [
        _is_among(_left(mine), cut.open_bottoms) or _is_among(_left(theirs), cut.open_tops)
        for mine, theirs in zip(last, first, strict=True)
    ]
    labels = broken.index(False) if False in broken else 0
    if not labels or any(broken[labels:]):
        return []
    pairs = list(zip(last, first, strict=True))
    rows = all(mine.blocks and theirs.blocks for mine, theirs in pairs[labels : labels + 1])
    return pairs[:labels] if rows else []


def blank_labels(above: Table, first: Sequence[Cell], rest: Sequence[Cell]) -> list[tuple[Cell, Cell]]:
    """The leading cells of the last row above and of the first one below (``first``, of ``rest``) that are one label
    each though borders are drawn between them: the part below the break is blank.

    Word processors close such cells at a page's end. A blank cell is a label's rest only in a column that has labels
    of several rows, and beside cells that all have words of their own: else it is the row that goes on.
    """
    last = [cell for cell in above.cells if cell.row + cell.row_span == above.rows]
    if not _level(last, first) or first[0].blocks or not (last[0].blocks or last[0].row_span > 1):
        return []
    labels = [cell for cell in (*above.cells, *rest) if abs(_left(cell) - _left(first[0])) <= SAME_EDGE]
    if not any(cell.row_span > 1 for cell in labels):
        return []
    beside = [(mine, theirs) for mine, theirs in zip(last[1:], first[1:], strict=True) if mine.blocks]
    own = all(theirs.blocks for _, theirs in beside) and (
        len(beside) >= LEAST_BESIDE or all(theirs.words[:1].isupper() for _, theirs in beside)
    )
    return [(last[0], first[0])] if beside and own else []


def wrapped_labels(above: Table, first: Sequence[Cell]) -> list[tuple[Cell, Cell]]:
    """The leading cells around the break that are one label of several rows, whose text goes on in lower case below it;
    with what is blank beside rows on both pages.
    """
    last = sorted((cell for cell in above.cells if cell.row + cell.row_span == above.rows), key=_left)
    first = sorted(first, key=_left)
    if not _level(last, first) or max(last[0].row_span, first[0].row_span) == 1:
        return []
    if not first[0].text[:1].islower() or last[0].text.endswith(ENDS) or not last[0].text:
        return []
    pairs = list(zip(last, first, strict=True))
    own = [theirs for mine, theirs in pairs[1:] if mine.text and theirs.text]
    if len(own) < LEAST_BESIDE or any(cell.text[0].islower() for cell in own):
        return []
    blank = [
        (mine, theirs)
        for mine, theirs in pairs[1:]
        if not mine.blocks and not theirs.blocks and max(mine.row_span, theirs.row_span) > 1
    ]
    return [pairs[0], *blank]


def _level(last: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """Whether two rows have cells that begin at the same places, two or more."""
    return 1 < len(last) == len(first) and all(
        abs(_left(mine) - _left(theirs)) <= SAME_EDGE for mine, theirs in zip(last, first, strict=True)
    )


def with_labels(
    above: Table, rest: Sequence[Cell], pairs: Sequence[tuple[Cell, Cell]], join: JoinBlocks
) -> tuple[Table, list[Cell]]:
    """The table above, its cut labels whole, and the cells below that are no parts of them."""
    grown = {
        id(mine): replace(
            mine,
            blocks=join(mine.blocks, theirs.blocks),
            row_span=mine.row_span + theirs.row_span,
            fill=mine.fill or theirs.fill,
        )
        for mine, theirs in pairs
    }
    parts = {id(theirs) for _, theirs in pairs}
    cells = tuple(grown.get(id(cell), cell) for cell in above.cells)
    return replace(above, cells=cells), [cell for cell in rest if id(cell) not in parts]


def _left(cell: Cell) -> float:
    if cell.place.box is None:
        raise ValueError("a PDF table without a box")
    return cell.place.box[0]


def _is_among(side: float, sides: Collection[float]) -> bool:
    return any(abs(side - at) <= SAME_EDGE for at in sides)
