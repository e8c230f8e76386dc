"""Rows that a column of lights shows: each light stands beside the middle, or the first line, of all cells of its row.

Tables that nobody ruled centre their cells, so that a row's texts stand on baselines of their own and look like columns
of text; the lights beside them tell which lines are one row.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from extractors.document import Box, Figure
from extractors.pdf import boxes
from extractors.pdf.bullets import SIGNS
from extractors.pdf.lamps import LIGHTS
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import Line, Segment
from extractors.pdf.primitives import Word

FACES = frozenset("☺☹😐")
LEVEL = 3.0
"""Points by which lights of one column, or the middles of a light and of the cells beside it, stand apart."""

FARTHEST = 140.0
"""Points from light to light in neighbouring rows."""

LEAST_ROWS = {True: 2, False: 3}
"""Rows of a table with heads over them, and without any."""

COLUMNS = (2, 6)
"""Columns of text beside the lights: a label alone is read with its light as a line."""

WHITE = 3.0
"""Points of white between two columns."""

SAME_LINE = 1.0
"""Points by which baselines of one line differ."""

PITCH = 1.6
"""Font sizes from baseline to baseline within one cell."""

FAR = 3.4
"""Font sizes from heads to the row under them."""

RISE = 0.35
"""Of the font size: how far the middle of small letters stands over their baseline."""

WHOLE = 0.9
"""Of the area of a table found in another way: the lights' table holds at least so much."""

Span = tuple[float, float]
Rows = list[list[Segment]]


def _is_face(part: Segment) -> bool:
    return part.text[:1] in FACES and FACES.issuperset(part.text)


def _is_bullet(part: Segment) -> bool:
    return part.text in SIGNS and part.text not in FACES


def may_be_lit(words: Iterable[Word], lights: Sequence[Box]) -> bool:
    """Whether there are lights, or words that may be faces: without them there is no such table."""
    return bool(lights) or any(word.text[:1] in FACES for word in words)


def lit_tables(
    lines: Sequence[Line], lights: Sequence[Box], bands: Sequence[tuple[Box, bool]] = ()
) -> list[Grid]:
    """Grids of rows with one light each, two columns of text at least beside it, heads over them or none; ``bands``
    are the rows that rules show.
    """
    parts = [part for line in lines for part in line.segments if not line.words[0].turned]
    faces = [part.box for part in parts if _is_face(part)]
    if not lights and not faces:
        return []
    texts = [part for part in parts if not _is_face(part)]
    marks = sorted([*lights, *faces], key=lambda box: boxes.center(box)[0])
    grids: list[Grid] = []
    for column in _columns_of(marks):
        at = 0
        while at < len(column):
            run = _run(column, at)
            found = next(
                (grid for end in range(len(run), 1, -1) if (grid := _grid(run[:end], texts, bands))), None
            )
            grids += [found] if found else []
            at += len(found.ys) - 1 if found else 1
    return grids


def light_boxes(figures: Sequence[Figure]) -> list[Box]:
    """Where lights stand among some figures."""
    return [figure.place.box for figure in figures if figure.kind in LIGHTS and figure.place.box]


def are_rows_of(one: Grid, other: Grid) -> bool:
    """Whether a table that lights show is another one, found by its texts alone: the lights tell its rows better."""
    return len(one.xs) == len(other.xs) and boxes.shared(other.box, one.box) >= WHOLE


def _columns_of(marks: Sequence[Box]) -> Iterator[list[Box]]:
    """The lights that stand one below the other, from the top; none of columns beside other lights."""
    columns: list[list[Box]] = []
    for box in marks:
        if columns and boxes.center(box)[0] - boxes.center(columns[-1][0])[0] <= LEVEL:
            columns[-1].append(box)
        else:
            columns.append([box])
    for column in columns:
        heights = [boxes.center(box)[1] for other in columns if other is not column for box in other]
        alone = [
            box
            for box in column
            if not any(abs(boxes.center(box)[1] - height) <= LEVEL for height in heights)
        ]
        yield sorted(alone, key=lambda box: box[1])


def _run(column: Sequence[Box], at: int) -> list[Box]:
    """The lights from one on that stand no farther apart than rows do."""
    run = [column[at]]
    for box in column[at + 1 :]:
        if boxes.center(box)[1] - boxes.center(run[-1])[1] > FARTHEST:
            break
        run.append(box)
    return run


def _grid(marks: Sequence[Box], texts: Sequence[Segment], bands: Sequence[tuple[Box, bool]]) -> Grid | None:
    """The table of the rows of some lights; None where the texts beside them are none."""
    for centred in (True, False):
        rows = _rows(marks, texts, centred)
        columns = _text_columns(rows, marks) if rows else []
        if columns and _keeps(rows, columns, marks, centred):
            head = _head(rows, columns, marks, texts, bands)
            if len(rows) >= LEAST_ROWS[bool(head)]:
                return _drawn(rows, columns, marks, head)
    return None


def _rows(marks: Sequence[Box], texts: Sequence[Segment], centred: bool) -> Rows:
    """The texts beside each light, around its middle or from its height down; [] where one has none."""
    middles = [boxes.center(box)[1] for box in marks]
    steps = [below - above for above, below in itertools.pairwise(middles)]
    if centred:
        limits = [(above + below) / 2 for above, below in itertools.pairwise(middles)]
        limits = [middles[0] - max(steps) / 2, *limits, middles[-1] + max(steps) / 2]
    else:
        limits = [*(middle - LEVEL for middle in middles), middles[-1] + max(steps)]
    rows: Rows = []
    for mark, (top, bottom) in zip(marks, itertools.pairwise(limits), strict=True):
        near = [part for part in texts if top < _middle(part) <= bottom]
        rows.append(_one_row(near, mark))
    return rows if all(rows) else []


def _one_row(near: Sequence[Segment], mark: Box) -> list[Segment]:
    """Of the texts near a light those level with it, and those that follow them line by line."""
    middle = boxes.center(mark)[1]
    found = [part for part in near if abs(_middle(part) - middle) <= PITCH * part.size / 2 + LEVEL]
    waiting = [part for part in near if part not in found]
    while grown := [part for part in waiting if any(_follows(part, other) for other in found)]:
        found += grown
        waiting = [part for part in waiting if part not in grown]
    return found


def _follows(part: Segment, other: Segment) -> bool:
    """Whether two texts are neighbouring lines of one cell, or stand level in two cells."""
    over = part.x0 < other.x1 and part.x1 > other.x0
    step = abs(part.base - other.base)
    return step <= (PITCH * part.size if over else SAME_LINE)


def _text_columns(rows: Rows, marks: Sequence[Box]) -> list[Span]:
    """From where to where the columns of text reach, if there are as many as a table has and no light is in them."""
    columns: list[Span] = []
    for x0, x1 in sorted((part.x0, part.x1) for row in rows for part in row):
        if columns and x0 - columns[-1][1] < WHITE:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    if columns and all(_is_bullet(part) for row in rows for part in row if part.x0 < columns[0][1]):
        return []  # a list whose items begin with a light
    left, right = min(box[0] for box in marks), max(box[2] for box in marks)
    free = all(x1 < left or x0 > right for x0, x1 in columns)
    return columns if free and COLUMNS[0] <= len(columns) <= COLUMNS[1] else []


def _keeps(rows: Rows, columns: Sequence[Span], marks: Sequence[Box], centred: bool) -> bool:
    """Whether each row has a text in its first column, and all its cells stand beside its light."""
    counts = [0] * len(columns)
    for row, mark in zip(rows, marks, strict=True):
        cells = [
            sorted((part for part in row if x0 <= part.x0 <= x1), key=lambda part: part.base)
            for x0, x1 in columns
        ]
        counts = [count + bool(cell) for count, cell in zip(counts, cells, strict=True)]
        if not _stand_beside([cell for cell in cells if cell], boxes.center(mark)[1], centred):
            return False
    return counts[0] == len(rows) and all(2 * count >= len(rows) for count in counts)


def _stand_beside(cells: Sequence[Sequence[Segment]], middle: float, centred: bool) -> bool:
    """Whether the lines of each cell follow each other, and all cells have their middles or first lines at a height.

    Where a light is centred beside its row, lower cells may begin level with the highest one.
    """
    pairs = [pair for cell in cells for pair in itertools.pairwise(cell)]
    if any(not LEVEL <= below.base - above.base <= PITCH * below.size for above, below in pairs):
        return False
    if not centred:
        return all(abs(_middle(cell[0]) - middle) <= LEVEL for cell in cells)
    highest = max(cells, key=len)
    return all(
        abs((_middle(cell[0]) + _middle(cell[-1])) / 2 - middle) <= LEVEL
        or (cell is not highest and abs(cell[0].base - highest[0].base) <= LEVEL)
        for cell in cells
    )


def _head(
    rows: Rows,
    columns: Sequence[Span],
    marks: Sequence[Box],
    texts: Sequence[Segment],
    bands: Sequence[tuple[Box, bool]],
) -> list[Segment]:
    """The line of heads right over the first row, set otherwise than it or parted from it by a line; [] where there
    is none.
    """
    top = min(part.base for part in rows[0])
    size = rows[0][0].size
    over = [part for part in texts if part.base < top - LEVEL and part not in rows[0]]
    if not over:
        return []
    base = max(part.base for part in over)
    line = sorted((part for part in over if abs(part.base - base) <= 1.0), key=lambda part: part.x0)
    lit = (min(box[0] for box in marks), max(box[2] for box in marks))
    places = sorted([*columns, lit])
    homes = [[at for at, (x0, x1) in enumerate(places) if part.x0 < x1 and part.x1 > x0] for part in line]
    looks = [
        {(word.look.font, word.look.color) for part in some for word in part.words}
        for some in (line, rows[0])
    ]
    alone = all(len(home) == 1 for home in homes) and len({home[0] for home in homes if home}) == len(line)
    if len(line) < COLUMNS[0] or not alone or top - base > FAR * size:
        return []
    return line if not looks[0] & looks[1] or _are_parted(line, rows[0], bands) else []


def _are_parted(head: Sequence[Segment], row: Sequence[Segment], bands: Sequence[tuple[Box, bool]]) -> bool:
    """Whether heads stand between two lines, and the row under them below the second one."""
    over, under = boxes.union(part.box for part in head), boxes.union(part.box for part in row)
    return any(
        boxes.holds_center(band, over) and band[3] <= boxes.center(under)[1]
        for band, filled in bands
        if not filled
    )


def _drawn(rows: Rows, columns: Sequence[Span], marks: Sequence[Box], head: Sequence[Segment]) -> Grid:
    """The grid of all rows, the lights' column among those of the texts."""
    lit = (min(box[0] for box in marks), max(box[2] for box in marks))
    places = sorted([*columns, lit])
    for part in head:
        at = next(i for i, (x0, x1) in enumerate(places) if part.x0 < x1 and part.x1 > x0)
        places[at] = (min(places[at][0], part.x0), max(places[at][1], part.x1))
    xs = [places[0][0] - 1, *((a[1] + b[0]) / 2 for a, b in itertools.pairwise(places)), places[-1][1] + 1]
    held = [boxes.union([mark, *(part.box for part in row)]) for row, mark in zip(rows, marks, strict=True)]
    held = [boxes.union(part.box for part in head), *held] if head else held
    ys = [held[0][1] - 1, *((a[3] + b[1]) / 2 for a, b in itertools.pairwise(held)), held[-1][3] + 1]
    cells = [
        GridCell(row, column, 1, 1, (xs[column], ys[row], xs[column + 1], ys[row + 1]))
        for row in range(len(ys) - 1)
        for column in range(len(xs) - 1)
    ]
    return Grid(tuple(cells), tuple(xs), tuple(ys))


def _middle(part: Segment) -> float:
    return part.base - RISE * part.size
