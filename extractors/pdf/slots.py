"""Forms of boxes that stand apart: rows of boxes to type, tick or print in, their labels beside or above them.

No line is shared between such boxes, so no lattice shows that they are the cells of one table: their rows and columns
do. Boxes of one height beside each other are a row; rows with boxes over each other are a block; what is printed to
the left of the boxes labels the rows, what is printed above them heads the columns.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import Segment, make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Page, Word

LOWEST, HIGHEST = 6.0, 5.0
"""A box is at least so many points high, and at most so many times the size of the document's text."""

ONE_LINE = 2.4
"""Times the size of the text: a box that nobody can type in is no higher, or it is a card with a text of its own."""

SAME = 3.0
"""Points by which the sides of boxes over each other, or the middles of boxes beside each other, may differ."""

APART = 1.0
"""Points of white between boxes: nearer ones are cells of a painted table."""

ROW_GAP = 1.2
"""Of a box's height: rows farther apart belong to different blocks."""

HEAD_GAP = 1.6
"""Times the text's size between the heads' baseline and the boxes, and between the baselines of heads in two lines."""

MOST_HEAD_LINES = 3
LABEL_REACH = 0.3
"""Of the page's width: a label ends no farther to the left of its box."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Row:
    """Boxes beside each other, left to right."""

    slots: tuple[Box, ...]

    @property
    def top(self) -> float:
        return min(slot[1] for slot in self.slots)

    @property
    def bottom(self) -> float:
        return max(slot[3] for slot in self.slots)


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows of boxes over each other, with the labels beside each row and the lines of heads above, top down."""

    rows: tuple[_Row, ...]
    labels: tuple[tuple[Segment, ...], ...]
    heads: tuple[tuple[Segment, ...], ...]


def find_slots(page: Page, ticks: Iterable[Box], drawn: Sequence[Grid], body: float) -> list[Box]:
    """The boxes of a page that may be a form's: painted, outlined or typed in, none in another or in a drawn table.

    ``ticks`` are tick boxes; ``body`` is the size of the document's text in points.
    """
    typed = [field.box for field in page.fields if field.kind == "text"]
    shapes = [rect.box for rect in page.rects] + [outline.box for outline in page.outlines]
    lone = [cell.box for grid in drawn if len(grid.ys) == 2 for cell in grid.cells]
    tables = [grid.box for grid in drawn if len(grid.ys) > 2]
    found: list[Box] = []
    for places in ([*typed, *shapes], lone):
        low = [
            box
            for box in places
            if LOWEST <= boxes.height(box) <= HIGHEST * body
            and boxes.width(box) >= LOWEST
            and not any(boxes.holds_center(table, box) for table in tables)
        ]
        for box in sorted(low, key=boxes.area, reverse=True):
            if not any(
                boxes.holds_center(other, box, SAME) or boxes.holds_center(box, other) for other in found
            ):
                found.append(box)
    small = [box for box in ticks if not any(boxes.holds_center(other, box) for other in [*found, *tables])]
    return [*found, *small]


def slot_grids(page: Page, slots: Sequence[Box], words: Sequence[Word], body: float) -> list[Grid]:
    """The tables whose cells are ``slots``; ``words`` are those of the page."""
    if len(slots) < 2:
        return []
    within = set(Middles(words).within_any(slots))
    free = [
        segment for line in make_lines([w for w in words if w not in within]) for segment in line.segments
    ]
    answers = [field.box for field in page.fields]
    grids = []
    for rows in _blocks(list(_rows(slots))):
        block = _labelled(rows, free, page.width, body)
        if _is_form(block, answers, words, body):
            grid = _grid(block)
            grids += [grid] if grid is not None else []
    return grids


def replaced(drawn: Sequence[Grid], forms: Sequence[Grid]) -> list[Grid]:
    """All grids: the ``forms``, and those ``drawn`` that are no boxes of theirs."""
    kept = [grid for grid in drawn if not any(boxes.holds_center(form.box, grid.box) for form in forms)]
    return [*kept, *forms]


def _rows(slots: Sequence[Box]) -> Iterator[_Row]:
    """The rows of boxes that stand apart from each other, from the top."""
    waiting = sorted(slots, key=lambda box: (box[1], box[0]))
    while waiting:
        first = waiting[0]
        row = [box for box in waiting if _beside(first, box)]
        waiting = [box for box in waiting if box not in row]
        row.sort()
        if all(right[0] - left[2] >= APART for left, right in itertools.pairwise(row)):
            yield _Row(tuple(row))


def _beside(first: Box, other: Box) -> bool:
    """Whether two boxes stand in one row: their tops or middles level, most of the lower one beside the higher one."""
    middles = boxes.center(first)[1] - boxes.center(other)[1]
    level = abs(middles) <= SAME or abs(first[1] - other[1]) <= SAME
    lower = min(boxes.height(first), boxes.height(other))
    return level and min(first[3], other[3]) - max(first[1], other[1]) >= 0.6 * lower


def _blocks(rows: Sequence[_Row]) -> Iterator[tuple[_Row, ...]]:
    """Rows that follow closely and have boxes over each other."""
    block: list[_Row] = []
    for row in rows:
        if block and not _follows(block[-1], row):
            yield tuple(block)
            block = []
        block.append(row)
    if block:
        yield tuple(block)


def _follows(above: _Row, row: _Row) -> bool:
    gap = row.top - above.bottom
    if not 0 <= gap <= ROW_GAP * min(above.bottom - above.top, row.bottom - row.top):
        return False
    few, many = sorted((above.slots, row.slots), key=len)
    return all(any(_over(slot, other) for other in many) for slot in few)


def _over(slot: Box, other: Box) -> bool:
    return abs(slot[0] - other[0]) <= SAME and abs(slot[2] - other[2]) <= SAME


def _labelled(rows: tuple[_Row, ...], free: Sequence[Segment], width: float, body: float) -> _Block:
    """The block with what is printed beside its rows and above it."""
    labels = tuple(tuple(_labels(row, free, LABEL_REACH * width)) for row in rows)
    top = rows[0].top
    heads: list[tuple[Segment, ...]] = []
    lefts = [label.x0 for line in labels for label in line] + [slot[0] for row in rows for slot in row.slots]
    right = max(slot[2] for row in rows for slot in row.slots)
    above = [
        s for s in free if s.base <= top + 1 and min(lefts) - SAME <= s.box[0] and s.x1 <= right + 2 * SAME
    ]
    for line in reversed(make_lines([word for segment in above for word in segment.words])):
        if top - line.base > HEAD_GAP * body or len(heads) == MOST_HEAD_LINES:
            break
        heads.insert(0, line.segments)
        top = line.base
    return _Block(rows, labels, tuple(heads))


def _labels(row: _Row, free: Sequence[Segment], reach: float) -> Iterator[Segment]:
    """What is printed at a row's height to the left of its boxes, nothing else between."""
    here = [segment for segment in free if row.top <= boxes.center(segment.box)[1] <= row.bottom]
    ends = [0.0, *(slot[2] for slot in row.slots)]
    for last, slot in zip(ends, row.slots, strict=False):
        beside = [s for s in here if last - 1 <= s.x0 and slot[0] - reach <= s.x1 <= slot[0] + 1]
        yield from beside[-1:]


def _is_form(block: _Block, answers: Sequence[Box], words: Sequence[Word], body: float) -> bool:
    """Whether rows of boxes are a table: several rows with labels or heads, or one row with a head for each box."""
    slots = [slot for row in block.rows for slot in row.slots]
    typed = any(boxes.holds_center(slot, answer, SAME) for slot in slots for answer in answers)
    if not typed and any(boxes.height(slot) > ONE_LINE * body for slot in slots):
        lines = [make_lines(Middles(words).within(slot)) for slot in slots]
        if len(block.rows) > 1 or any(len(line) != 1 or len(line[0].segments) != 1 for line in lines):
            return False
    if len(block.rows) == 1:
        broad = [slot for slot in slots if boxes.width(slot) > 1.5 * boxes.height(slot)]
        return len(slots) > 1 and len(broad) * 2 > len(slots) and _one_each(block)
    labelled = sum(1 for labels in block.labels if labels) > len(block.rows) / 2
    most = max(len(row.slots) for row in block.rows)
    return labelled or (most > 1 and _heads_of(block, most))


def _one_each(block: _Block) -> bool:
    """Whether every box of the only row has one head above it, or its own label beside it."""
    [row], [labels] = block.rows, block.labels
    if len(labels) == len(row.slots):
        return True
    return bool(block.heads) and all(
        sum(1 for head in block.heads[-1] if slot[0] <= boxes.center(head.box)[0] <= slot[2]) == 1
        for slot in row.slots
    )


def _heads_of(block: _Block, columns: int) -> bool:
    """Whether the line above the boxes has texts over two columns at least, and over half of them."""
    return bool(block.heads) and len(block.heads[-1]) >= max(2, columns / 2)


def _grid(block: _Block) -> Grid | None:
    """The block's grid; None where its boxes keep no columns."""
    spans = _columns(block)
    if spans is None:
        return None
    xs = [
        spans[0][0] - 1,
        *((left[1] + right[0]) / 2 for left, right in itertools.pairwise(spans)),
        spans[-1][1] + 1,
    ]
    heads = _fitting(block.heads, xs)
    ys = [block.rows[0].top - 1]
    ys += [(above.bottom + below.top) / 2 for above, below in itertools.pairwise(block.rows)]
    ys.append(block.rows[-1].bottom + 1)
    if heads:
        ys.insert(0, min(head.box[1] for line in heads for head in line) - 1)
    cells = [
        GridCell(row, column, 1, 1, (left, top, right, bottom))
        for row, (top, bottom) in enumerate(itertools.pairwise(ys))
        for column, (left, right) in enumerate(itertools.pairwise(xs))
    ]
    first = 1 if heads else 0
    own = {
        (first + number, _column_of(slot, spans)): slot
        for number, row in enumerate(block.rows)
        for slot in row.slots
    }
    placed = [
        replace(cell, box=own[cell.row, cell.column]) if (cell.row, cell.column) in own else cell
        for cell in cells
    ]
    return Grid(tuple(placed), tuple(xs), tuple(ys))


def _columns(block: _Block) -> list[Span] | None:
    """Left and right side of each column, labels and boxes taken together; None where two boxes of a row share one."""
    places = [(slot[0], slot[2]) for row in block.rows for slot in row.slots]
    places += [(label.x0, label.x1) for labels in block.labels for label in labels]
    spans: list[Span] = []
    for left, right in sorted(places):
        if spans and left < spans[-1][1] + APART:
            spans[-1] = (spans[-1][0], max(right, spans[-1][1]))
        else:
            spans.append((left, right))
    for row, labels in zip(block.rows, block.labels, strict=True):
        used = [_column_of(slot, spans) for slot in row.slots] + [
            _column_of(label.box, spans) for label in labels
        ]
        if len(set(used)) < len(used):
            return None
    return spans


def _column_of(box: Box, spans: Sequence[Span]) -> int:
    middle = boxes.center(box)[0]
    return next(index for index, (left, right) in enumerate(spans) if left - 1 <= middle <= right + 1)


def _fitting(heads: Sequence[tuple[Segment, ...]], xs: Sequence[float]) -> Sequence[tuple[Segment, ...]]:
    """The lines of heads, from the boxes upwards, as long as no word crosses from one column into the next."""
    kept: list[tuple[Segment, ...]] = []
    for line in reversed(heads):
        crossing = any(
            word.x0 < x - 1 and word.x1 > x + 1 for head in line for word in head.words for x in xs[1:-1]
        )
        if crossing or (len(line) == 1 and not kept):
            break
        kept.insert(0, line)
    return kept
