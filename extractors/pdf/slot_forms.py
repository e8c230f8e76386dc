"""Forms of boxes that stand apart: blocks of them to tables, their labels beside the rows, their heads above."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import Box, Figure
from extractors.pdf import boxes
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import Segment, make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Page, Rule, Word
from extractors.pdf.slots import APART, SAME, Row, Slots, blocks_of, find_slots, reaches_over

ONE_LINE = 2.4
"""Times the size of the text: a box that nobody types in is no higher, or it is a card with a text of its own."""

UNLIKE = 1.5
"""Times the narrowest box of a row: a wider one shows that they are columns, not cards."""

HEAD_GAP = 1.6
"""Times the text's size between the heads' baseline and the boxes, and between the baselines of heads in two lines."""

MOST_HEAD_LINES, MOST_HEAD_WORDS = 3, 4
LABEL_REACH = 0.3
"""Of the page's width: a label ends no farther to the left of its box."""

NOTED_ROWS = 3
"""So many rows of labelled boxes without level heads are a matrix: what begins at one place to their right is notes."""

LEAST_TILES = 3
LONGEST_TILE = 6.0
"""Times its height: a longer box in a row of tiles is the heading of a panel."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows of boxes over each other, the labels and notes beside each row, and the lines of heads above, top down."""

    rows: tuple[Row, ...]
    labels: tuple[tuple[Segment, ...], ...]
    heads: tuple[tuple[Segment, ...], ...]
    notes: tuple[tuple[Segment, ...], ...] = ()

    @property
    def slots(self) -> list[Box]:
        return [slot for row in self.rows for slot in row.slots]


def add_forms(
    page: Page,
    drawn: Sequence[Grid],
    figures: Sequence[Figure],
    words: Sequence[Word],
    middles: Middles[Word],
    body: float,
) -> list[Grid]:
    """The ``drawn`` grids of a page, those that are boxes of a form replaced by the form's table.

    ``words`` are those of the page (``middles``), ``body`` is the size of the document's text in points.
    """
    forms = _forms(page, find_slots(page, figures, drawn, body), words, middles, body)
    kept = [grid for grid in drawn if not any(boxes.holds_center(form.box, grid.box) for form in forms)]
    return [*kept, *forms]


def _forms(
    page: Page, slots: Slots, words: Sequence[Word], middles: Middles[Word], body: float
) -> list[Grid]:
    """The tables whose cells are ``slots``."""
    if not slots.boxes or (
        len(slots.boxes) == 1 and not slots.typed
    ):  # one box makes a table where it is typed in
        return []
    within = {id(word) for word in middles.within_any(slots.boxes)}
    lines = make_lines([word for word in words if id(word) not in within])
    free = [segment for line in lines for segment in line.segments]
    grids = []
    for rows in blocks_of(slots.boxes, free):
        block = _labelled(rows, free, page.width, body)
        block = _with_last_options(block, free, body) or _with_notes(block, slots, free)
        if not _is_ruled(block, page.rules) and _is_form(block, slots, middles, free, body):
            grid = _grid(block)
            grids += [grid] if grid is not None else []
    return grids


def _labelled(rows: tuple[Row, ...], free: Sequence[Segment], width: float, body: float) -> _Block:
    """The block with what is printed beside its rows and above it."""
    labels = tuple(tuple(_labels(row, free, LABEL_REACH * width)) for row in rows)
    slots = [slot for row in rows for slot in row.slots]
    top = rows[0].top
    left = min([label.x0 for line in labels for label in line] + [slot[0] for slot in slots]) - SAME
    right = max(slot[2] for slot in slots) + 2 * SAME
    above = [
        segment for segment in free if segment.base <= top + 1 and left <= segment.x0 and segment.x1 <= right
    ]
    heads: list[tuple[Segment, ...]] = []
    for line in reversed(make_lines([word for segment in above for word in segment.words])):
        if top - line.base > HEAD_GAP * body or len(heads) == MOST_HEAD_LINES:
            break
        heads.insert(0, line.segments)
        top = line.base
    return _Block(rows, labels, tuple(heads))


def _with_notes(block: _Block, slots: Slots, free: Sequence[Segment]) -> _Block:
    """The block with the column of notes to the right of a matrix of marks; as it is where there is none."""
    count = len(block.rows[0].slots)
    level = any(not part.words[0].turned for line in block.heads for part in line)
    matrix = len(block.rows) >= NOTED_ROWS and all(block.labels) and not level
    if not matrix or any(len(row.slots) != count for row in block.rows) or _typed(block, slots):
        return block
    right = max(slot[2] for slot in block.slots)
    notes = tuple(tuple(each for each in row.beside(free) if each.x0 > right + APART) for row in block.rows)
    starts = [note.x0 for line in notes for note in line]
    if not starts or max(starts) - min(starts) > SAME:
        return block
    return replace(block, notes=notes)


def _with_last_options(block: _Block, free: Sequence[Segment], body: float) -> _Block | None:
    """The block with the words right behind the last tick box of each row; None where a row has none there.

    The words before a box label the row or name the option before it: the last one's stand behind it.
    """
    count = len(block.rows[0].slots)
    ticks = all(max(boxes.width(slot), boxes.height(slot)) <= ONE_LINE * body for slot in block.slots)
    if len(block.rows) < 2 or count < 2 or not ticks or not all(block.labels):
        return None
    notes: list[tuple[Segment, ...]] = []
    for row in block.rows:
        right = row.slots[-1][2]
        named = [each for each in row.beside(free) if 0 <= each.x0 - right <= ONE_LINE * body]
        if len(row.slots) != count or len(named) != 1:
            return None
        notes.append((named[0],))
    starts = [note.x0 for line in notes for note in line]
    return replace(block, notes=tuple(notes)) if max(starts) - min(starts) <= SAME else None


def _typed(block: _Block, slots: Slots) -> bool:
    """Whether any of the boxes is a form's field."""
    return any(boxes.holds_center(slot, box, SAME) for slot in block.slots for box in slots.typed)


def _labels(row: Row, free: Sequence[Segment], reach: float) -> Iterator[Segment]:
    """What is printed at a row's height to the left of its boxes, nothing else between; all lines of each label."""
    here = row.beside(free)
    ends = [0.0, *(slot[2] for slot in row.slots)]
    for last, slot in zip(ends, row.slots, strict=False):
        near = [each for each in here if last - 1 <= each.x0 and slot[0] - reach <= each.x1 <= slot[0] + 1]
        nearest = max(near, key=lambda segment: segment.x0, default=None)
        yield from [each for each in near if nearest is not None and abs(each.x0 - nearest.x0) <= SAME]


def _is_ruled(block: _Block, rules: Iterable[Rule]) -> bool:
    """Whether a line runs between the rows and beyond their boxes: paint in a ruled table."""
    gaps = [(above.bottom, below.top) for above, below in itertools.pairwise(block.rows)]
    left, right = min(slot[0] for slot in block.slots), max(slot[2] for slot in block.slots)
    return any(
        rule.horizontal
        and any(top < rule.y0 < bottom for top, bottom in gaps)
        and ((rule.x0 < left - SAME and rule.x1 > left) or (rule.x1 > right + SAME and rule.x0 < right))
        for rule in rules
    )


def _is_form(block: _Block, slots: Slots, words: Middles[Word], free: Sequence[Segment], body: float) -> bool:
    """Whether rows of boxes are a table: several rows with labels or heads, or one row with a head for each box."""
    typed = _typed(block, slots)
    framed = all(any(_same(slot, frame) for frame in slots.framed) for slot in block.slots)
    if len(block.rows) == 1:
        return _is_one_row(block, words, typed, framed, body) and not _on_cards(block, slots, free)
    most = max(len(row.slots) for row in block.rows)
    if not typed:
        if (most == 1 and not framed and not block.notes) or not _holds_rows(block, free):
            return False  # marks among the words of a table without lines
        if not framed and _holds_columns(block, words):
            return False  # painted rows of tables side by side
        if any(boxes.height(slot) > ONE_LINE * body for slot in block.slots) and not (
            framed and _unlike(block)
        ):
            return False
    labelled = sum(1 for labels in block.labels if labels) > len(block.rows) / 2
    headed = bool(block.heads) and len(block.heads[-1]) >= max(2, most / 2)
    return labelled or (most > 1 and headed)


def _is_one_row(block: _Block, words: Middles[Word], typed: bool, framed: bool, body: float) -> bool:
    """Whether one row of boxes is a table: each typed in and labelled, or each a tile of one line under its head."""
    slots, [labels] = block.slots, block.labels
    if typed and len(slots) == 1:  # '[30%]' beside its question
        return framed and len(labels) == 1 and boxes.height(slots[0]) <= ONE_LINE * body
    broad = sum(1 for slot in slots if boxes.width(slot) > 1.5 * boxes.height(slot))
    if typed:
        return len(slots) > 1 and broad * 2 > len(slots) and (len(labels) == len(slots) or _one_each(block))
    lines = [make_lines(words.within(slot)) for slot in slots]
    short = all(len(line) == 1 and len(line[0].segments) == 1 for line in lines)
    tiles = all(boxes.width(slot) <= LONGEST_TILE * boxes.height(slot) for slot in slots)
    return len(slots) >= LEAST_TILES and broad * 2 > len(slots) and short and tiles and _one_each(block)


def _on_cards(block: _Block, slots: Slots, free: Sequence[Segment]) -> bool:
    """Whether the boxes are badges on framed cards of their own, and more is written under a badge on its card."""
    cards = [
        next((frame for frame in slots.framed if boxes.holds(frame, *boxes.center(slot))), slot)
        for slot in block.slots
    ]
    if len(set(cards)) < len(cards):
        return False
    return any(
        card is not slot and boxes.holds_center(card, segment.box) and segment.base > slot[3]
        for card, slot in zip(cards, block.slots, strict=True)
        for segment in free
    )


def _one_each(block: _Block) -> bool:
    """Whether every box of the only row has one short head above it."""
    heads = block.heads[-1] if block.heads else ()
    if any(len(head.words) > MOST_HEAD_WORDS for head in heads):
        return False
    return all(
        sum(1 for head in heads if slot[0] <= boxes.center(head.box)[0] <= slot[2]) == 1
        for slot in block.slots
    )


def _same(box: Box, other: Box) -> bool:
    return all(abs(side - theirs) <= SAME for side, theirs in zip(box, other, strict=True))


def _holds_columns(block: _Block, words: Middles[Word]) -> bool:
    """Whether most boxes hold texts far apart in one line, as the rows of a table do."""
    lines = [make_lines(words.within(slot)) for slot in block.slots]
    return sum(any(len(line.segments) > 1 for line in each) for each in lines) * 2 > len(lines)


def _unlike(block: _Block) -> bool:
    """Whether boxes beside each other differ in width, as columns of a table do and cards do not."""
    widths = [boxes.width(slot) for slot in block.slots]
    return max(widths) > UNLIKE * min(widths)


def _holds_rows(block: _Block, free: Sequence[Segment]) -> bool:
    """Whether nothing but the labels and notes stands beside the boxes."""
    labels = {label for line in (*block.labels, *block.notes) for label in line}
    return all(segment in labels for row in block.rows for segment in row.beside(free))


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
    own: dict[tuple[int, int], Box] = {}
    wide: dict[tuple[int, int], int] = {}
    for number, row in enumerate(block.rows):
        for slot in row.slots:
            columns = _columns_of(slot, spans)
            place = (first + number, columns.start)
            own[place] = slot
            wide[place] = len(columns)
    hidden = {(row, column + n) for (row, column), span in wide.items() for n in range(1, span)}
    placed = [
        replace(cell, box=own[place], column_span=wide[place]) if place in own else cell
        for cell in cells
        if (place := (cell.row, cell.column)) not in hidden
    ]
    return Grid(tuple(placed), tuple(xs), tuple(ys))


def _columns(block: _Block) -> list[Span] | None:
    """Left and right side of each column, labels and boxes taken together; None where two boxes of a row share one."""
    places = [(slot[0], slot[2]) for row in block.rows for slot in row.slots if not _is_wide(row, block)]
    places += [(label.x0, label.x1) for line in (*block.labels, *block.notes) for label in line]
    spans: list[Span] = []
    for left, right in sorted(places):
        if spans and left < spans[-1][1] + APART:
            spans[-1] = (spans[-1][0], max(right, spans[-1][1]))
        else:
            spans.append((left, right))
    for row, labels in zip(block.rows, block.labels, strict=True):
        used = [column for slot in row.slots for column in _columns_of(slot, spans)] + [
            _column_of(label.box, spans) for label in labels
        ]
        if len(set(used)) < len(used):
            return None
    return spans


def _is_wide(row: Row, block: _Block) -> bool:
    """Whether a row is one box as wide as the boxes of another row."""
    return any(reaches_over(row.slots, other.slots) for other in block.rows)


def _columns_of(slot: Box, spans: Sequence[Span]) -> range:
    """The columns of a box: those whose middles it holds, where it is as wide as several boxes of another row."""
    inside = [index for index, (left, right) in enumerate(spans) if slot[0] <= (left + right) / 2 <= slot[2]]
    if len(inside) > 1:
        return range(inside[0], inside[-1] + 1)
    own = _column_of(slot, spans)
    return range(own, own + 1)


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
