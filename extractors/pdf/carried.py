"""Rows at the top of a page that go on with a table of the page before, where no lines show either part's columns.

The rows have no heads over them and may be too few to show columns by themselves: those above the break are theirs.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import Block, Box, Cell, Table, walk_blocks
from extractors.pdf import boxes
from extractors.pdf.aligned import make_grid, make_row
from extractors.pdf.aligned_rows import CLOSE, Gap, Row, parted_row
from extractors.pdf.bands import row_bands
from extractors.pdf.lattice import Grid
from extractors.pdf.lines import Line, Segment, make_lines
from extractors.pdf.primitives import Word

NEAR = 3.0
"""Points: texts whose starts, ends or middles agree this closely stand in one column."""

FAR = 3.4
"""Times the font size: rows farther apart belong to different tables."""

SAME_SIZE = 0.5
"""Points by which the sizes of texts of one table may differ."""

LEAST_WHITE = 3.0
"""Points between the texts of two columns."""

LEAST_COLUMNS = 3
"""Of the table above: labels and their values in two columns are found anywhere."""


@dataclass(frozen=True, slots=True)
class _Column:
    """The boxes of a column's texts above the break, whether the last of them is bold, and its sides."""

    texts: tuple[Box, ...]
    bold: bool
    sides: Gap

    def fits(self, segment: Segment) -> bool:
        """Whether a text stands just as one of the column's does, or within it where it has none."""
        x0, x1 = segment.x0, segment.x1
        if not self.texts:
            return self.sides[0] <= x0 and x1 <= self.sides[1]
        return any(
            min(abs(x0 - box[0]), abs(x1 - box[2]), abs(x0 + x1 - box[0] - box[2]) / 2) <= NEAR
            for box in self.texts
        )


def carried_grid(words: Iterable[Word], bands: Sequence[tuple[Box, bool]], above: Table) -> Grid | None:
    """The grid of the first lines of a page's ``words`` that keep to the columns of ``above``; None without any.

    ``bands`` are boxes of table rows that rules or fills show, and whether they are filled.
    """
    columns = [_column(above, at) for at in range(above.columns)]
    if len(columns) < LEAST_COLUMNS or not columns[0].texts:
        return None
    bands = row_bands(bands)
    heads = [text for cell in above.row(0) if (text := " ".join(cell.text.split()))]
    run = list(_carried(make_lines(words), bands, columns, (heads, _size(above))))
    gaps = _gaps(run, columns)
    if not run or gaps is None:
        return None
    frame = above.place.box or boxes.union(row.line.box for row in run)
    return make_grid(run, gaps, bands, frame)


def _column(table: Table, at: int) -> _Column:
    own = [cell for cell in table.cells if cell.column == at and cell.column_span == 1]
    texts = [block for cell in own for block in walk_blocks(cell.blocks) if block.place.box]
    found = tuple(block.place.box for block in texts if block.place.box)
    xs = _edges(table)
    return _Column(found, bool(texts) and getattr(texts[-1], "bold", False), (xs[at], xs[at + 1]))


def _edges(table: Table) -> list[float]:
    """The column lines of a table, its outer sides included."""
    xs = [min(_box(cell)[0] for cell in table.cells if cell.column == at) for at in range(table.columns)]
    return [*xs, max(_box(cell)[2] for cell in table.cells)]


def _size(table: Table) -> float:
    sizes = [getattr(block, "size", None) for cell in table.cells for block in walk_blocks(cell.blocks)]
    return next((size for size in reversed(sizes) if size), 0.0)


def _carried(
    lines: Sequence[Line],
    bands: Sequence[tuple[Box, bool]],
    columns: Sequence[_Column],
    like: tuple[list[str], float],
) -> Iterator[Row]:
    """The rows from the page's top whose every text stands in a column of its own, the table's heads again included.

    ``like``: those heads, and the table's font size.
    """
    heads, size = like
    starts = [(0.0, box[0]) for column in columns for box in column.texts]
    before: Line | None = None
    for index, line in enumerate(lines):
        if line.words[0].turned or abs(line.size - size) > SAME_SIZE:
            return
        row = parted_row(make_row(line, bands), starts)
        step = line.base - before.base if before else 0.0
        follows = before is not None and step <= CLOSE * line.size
        again = before is None and [part.text for part in row.segments] == heads
        if step > FAR * line.size or not (again or _keeps(row, columns, follows)):
            return
        after = next((below.base for below in lines[index + 1 :] if len(below.segments) > 1), float("inf"))
        near = follows or after - line.base <= CLOSE * line.size
        if not row.many and (not near or _heads(row, columns)):
            return
        yield row
        before = line


def _keeps(row: Row, columns: Sequence[_Column], beside: bool) -> bool:
    """Whether the texts stand each in a column of its own, from left to right; bold ones are totals, not heads.

    ``beside``: whether the line may hold cells that are centred beside the wrapped text of the line above it.
    """
    at = _homes(row, columns)
    if at is None or (row.many and at[0] > 0 and not beside):
        return False
    if not row.segments[0].bold or columns[0].bold:
        return True
    return row.many and all(any(map(str.isdigit, part.text)) for part in row.segments[1:])


def _homes(row: Row, columns: Sequence[_Column]) -> list[int] | None:
    """The columns of a row's texts; None where one stands in none, or two in one."""
    homes: list[int] = []
    for segment in row.segments:
        rest = range(homes[-1] + 1 if homes else 0, len(columns))
        home = next((at for at in rest if columns[at].fits(segment)), None)
        if home is None:
            return None
        homes.append(home)
    return homes


def _heads(row: Row, columns: Sequence[_Column]) -> bool:
    """Whether a single text is set otherwise than the first column: the next heading."""
    segment = row.segments[0]
    return segment.bold != columns[0].bold or segment.words[0].underline


def _gaps(run: Sequence[Row], columns: Sequence[_Column]) -> list[Gap] | None:
    """The white between the columns on both pages together; None where there is none."""
    spans = [
        [(box[0], box[2]) for box in column.texts] or [(sum(column.sides) / 2,) * 2] for column in columns
    ]
    for row in run:
        for home, segment in zip(_homes(row, columns) or (), row.segments, strict=True):
            spans[home].append((segment.x0, segment.x1))
    pairs = [
        (max(x1 for _, x1 in left), min(x0 for x0, _ in right)) for left, right in itertools.pairwise(spans)
    ]
    return pairs if all(right - left >= LEAST_WHITE for left, right in pairs) else None


def with_edges(blocks: Sequence[Block], grid: Grid, above: Table) -> tuple[Block, ...]:
    """The blocks, the cells of the table made of ``grid`` set between the column lines of the table above the break."""
    box = boxes.rounded(grid.box)
    xs = _edges(above)

    def moved(cell: Cell) -> Cell:
        _, top, _, bottom = _box(cell)
        return replace(
            cell,
            place=replace(cell.place, box=(xs[cell.column], top, xs[cell.column + cell.column_span], bottom)),
        )

    return tuple(
        replace(block, cells=tuple(map(moved, block.cells)))
        if isinstance(block, Table) and block.place.box == box
        else block
        for block in blocks
    )


def _box(cell: Cell) -> Box:
    return cell.place.box or (0.0, 0.0, 0.0, 0.0)
