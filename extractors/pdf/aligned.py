"""Tables without drawn columns: rows of words that keep the same columns, told by white gutters and row bands."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.aligned_heads import (
    FAR,
    HEADING,
    LEAST_WHITE,
    NEAR,
    close_head,
    is_head,
    is_headed,
    is_numbered_title,
    left_by,
    over_head,
    with_empty_columns,
)
from extractors.pdf.aligned_rows import (
    CLOSE,
    Gap,
    Row,
    are_one_row,
    column_of,
    is_strip,
    parted_row,
    row_groups,
)
from extractors.pdf.bands import SAME_ENDS, row_bands
from extractors.pdf.bare_heads import with_heads_over
from extractors.pdf.bullets import merge_markers, split_marker
from extractors.pdf.label_columns import labels_beside_items
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import Line, Segment
from extractors.pdf.paces import wrapped_pace, wraps_below

GUTTER = 0.55
"""Of the font size: the least white between two columns of a table."""

ALIGNED_SHARE = 0.6
"""The share of a column's texts that must be aligned."""

MOST_CENTERED = 5
"""Lines of the tallest cell that may stand above the middle of its row."""

SAME_STEP = 1.05
"""Times the distance of two lines: lines no farther apart are lines of one cell."""

LEAST_LINES = 3
"""Lines that tell how far apart the lines of one cell stand: a row, its second line and the next."""

LEAST_STRIP = 4
"""Columns of a line of labels over a line of values that is a form's."""

HEAD_AND_BODY = 2
"""Bands between a table's three lines: over its heads, under them and under its last row."""

LONGEST_RUN = 9
"""Words: two columns whose usual text is longer are prose."""

Band = tuple[Box, bool]
"""A row that rules or fills show, and whether it is filled."""


def find_aligned(lines: Sequence[Line], bands: Sequence[Band], frame: Box) -> list[Grid]:
    """Grids of all tables among ``lines`` that no drawn columns show.

    ``bands`` are boxes of table rows that rules or fills show, and whether they are filled.
    """
    if not any(len(line.segments) > 1 for line in lines):
        return []
    bands = row_bands(bands)
    rows = [make_row(line, bands) for line in lines if not line.words[0].turned]
    grids: list[Grid] = []
    start = taken = 0
    while start < len(rows):
        if not rows[start].many or is_numbered_title(rows, start):
            start += 1
            continue
        end, gaps = _run(rows, start, bands)
        run = rows[start:end]
        cut = _cut_head(rows, start, len(gaps), bands)
        if cut is not None:
            end, gaps, run = cut
        if gaps and _is_table(run, gaps):
            head = over_head(rows[taken:start], run[0], gaps) or (
                close_head(rows[start - 1], run[0], gaps) if start > taken else None
            )
            foreign = {row.band for row in (*rows[: start - bool(head)], *rows[end:])}
            rest = [replace(row, band=None) if row.band in foreign else row for row in run]
            whole = [head, *rest] if head else rest
            grids.append(make_grid(whole, with_heads_over(whole, left_by(gaps, head)), bands, frame))
            taken = end
            start = end
        else:
            start += 1
    return grids


def make_row(line: Line, bands: Sequence[Band]) -> Row:
    """The printed line with its segments, and the band of ``bands`` that holds it."""
    x, y = boxes.center(line.box)
    band = next(
        (i for i, (box, _) in enumerate(bands) if box[1] <= y <= box[3] and box[0] - 2 <= x <= box[2] + 2),
        None,
    )
    filled = band is not None and bands[band][1]
    return Row(line, tuple(merge_markers(line.segments)), band, filled)


def _run(rows: list[Row], start: int, bands: Sequence[Band]) -> tuple[int, list[Gap]]:
    """The rows from ``start`` that share column gutters, and those gutters; texts that fill a column are cut there."""
    gaps = _gaps(rows[start])
    end = start + 1
    while end < len(rows):
        rows[end] = parted_row(rows[end], gaps)
        row, above = rows[end], rows[end - 1]
        distance = row.line.base - above.line.base
        size = max(row.line.size, above.line.size)
        if distance > FAR * size and not _meet(row, above, bands, size):
            break
        if is_numbered_title(rows, end) or _leaves_table(row, above, bands):
            break
        if _is_banner(rows, end, start) and (end + 1 == len(rows) or is_head(rows[end + 1])):
            break
        narrowed = [gap for gap in (_narrowed(gap, row) for gap in gaps) if gap is not None]
        if row.many:
            if len(narrowed) < max(1, len(gaps) - 1):
                break
        elif len(narrowed) < len(gaps) or not (
            _belongs(row, above, distance, size)
            or _leads_on(rows, end, gaps)
            or _continues(rows[start : end + 1], gaps)
            or wraps_below(rows[start:end], row, gaps)
        ):
            break
        gaps = narrowed
        end += 1
    while end - start > 1 and not (
        rows[end - 1].many
        or _is_wrapped(rows, end - 1, start)
        or _continues(rows[start:end], gaps)
        or wraps_below(rows[start : end - 1], rows[end - 1], gaps)
    ):
        end -= 1
    if _is_banner(rows, end - 1, start):
        end -= 1
    return end, _white_strips(rows[start:end], gaps)


def _meet(row: Row, above: Row, bands: Sequence[Band], size: float) -> bool:
    """Whether drawn rows hold both lines, of one table: no more between them than between two lines of a text."""
    if row.band is None or above.band is None:
        return False
    return bands[row.band][0][1] - bands[above.band][0][3] <= FAR * size


def _leaves_table(row: Row, above: Row, bands: Sequence[Band]) -> bool:
    """Whether a line stands between level lines of other ends than the line above it: in the next table."""
    if row.band is None or above.band is None or row.filled or above.filled:
        return False
    here, over = bands[row.band][0], bands[above.band][0]
    return max(abs(here[0] - over[0]), abs(here[2] - over[2])) > SAME_ENDS


def _is_banner(rows: Sequence[Row], index: int, start: int) -> bool:
    """Whether a single painted text stands under unpainted rows: a row that titles others, or the next heading."""
    return index > start + 1 and rows[index].filled and not (rows[index].many or rows[index - 1].filled)


def _narrowed(gap: Gap, row: Row) -> Gap | None:
    """What a row leaves of a gutter; None where its text runs across."""
    left, right = gap
    for segment in row.segments:
        if segment.x0 < left + 1.0:
            left = max(left, segment.x1)
        elif segment.x0 < right:
            right = segment.x0
    return (left, right) if right - left >= LEAST_WHITE else None


def _is_wrapped(rows: Sequence[Row], index: int, start: int) -> bool:
    """Whether a single text at a run's end belongs to the row above it: it follows closely, or a band holds it."""
    row, above = rows[index], rows[index - 1]
    banded = row.band is not None and index - start >= 2
    return banded or row.line.base - above.line.base <= CLOSE * row.line.size


def _white_strips(run: Sequence[Row], gaps: Sequence[Gap]) -> list[Gap]:
    """All gutters of a run: a header may lack the texts over some columns. Rows that cross gutters are spans."""
    plain = [row for row in run if all(_narrowed(gap, row) is not None for gap in gaps)]
    strips: list[Gap] = []
    at: float | None = None
    for x0, x1 in sorted((segment.x0, segment.x1) for row in plain for segment in row.segments):
        if at is not None and x0 - at >= LEAST_WHITE:
            strips.append((at, x0))
        at = x1 if at is None else max(at, x1)
    return strips if len(strips) >= len(gaps) else list(gaps)


def _belongs(row: Row, above: Row, distance: float, size: float) -> bool:
    """Whether a single text goes on with the row above or stands in a row of its own, and is no larger heading."""
    if row.line.size > HEADING * max(segment.size for segment in above.segments):
        return False
    return distance <= CLOSE * size or (row.band is not None and above.band is not None)


def _continues(run: Sequence[Row], gaps: Sequence[Gap]) -> bool:
    """Whether the last row, a single text, is one more line of a later cell, as far below as the one before."""
    if len(run) < LEAST_LINES:
        return False
    before, above, row = run[-3:]
    step = SAME_STEP * (above.line.base - before.line.base)
    text = row.segments[0]
    later = text.x0 >= gaps[0][1] - NEAR and any(abs(part.x0 - text.x0) <= NEAR for part in above.segments)
    return later and row.line.base - above.line.base <= step


def _leads_on(rows: Sequence[Row], index: int, gaps: Sequence[Gap]) -> bool:
    """Whether a single text begins a row whose other cells are centred lower: a full row follows closely."""
    for above, row in itertools.pairwise(rows[index : index + MOST_CENTERED]):
        if row.line.base - above.line.base > CLOSE * row.line.size:
            return False
        if row.many:
            return all(_narrowed(gap, row) is not None for gap in gaps)
        if are_one_row(above, row, gaps):
            return True
    return False


def _gaps(row: Row) -> list[Gap]:
    least = GUTTER * row.line.size
    pairs = itertools.pairwise(row.segments)
    return [(left.x1, right.x0) for left, right in pairs if right.x0 - left.x1 >= least]


def _is_table(run: Sequence[Row], gaps: Sequence[Gap]) -> bool:
    many = [row for row in run if row.many]
    columns = len(gaps) + 1
    bands = len({row.band for row in run if row.band is not None})
    headed = is_headed(run)
    texts: list[list[Segment]] = [[] for _ in range(columns)]
    for row in many:
        for segment in row.segments:
            column = column_of(segment, gaps)
            if column is not None:
                texts[column].append(segment)
    if columns == 2 and labels_beside_items(*texts):
        return True
    strip = columns >= LEAST_STRIP and is_strip(run)
    if len(many) < (2 if headed or strip or bands >= 2 else 3):
        return False
    aligned = [_aligned(column) for column in texts]
    bare = [headed and len(column) == 1 and column[0] in run[0].segments for column in texts]
    bare[0] = bare[0] or (headed and len(texts[0]) == 1)  # one row under heads, none over its names
    if sum(aligned) < 2 or not all(map(operator.or_, aligned, bare)):
        return False
    labels = sum(1 for segment in texts[0] if segment.text.endswith(":"))
    if columns == 2:
        lengths = [len(segment.words) for column in texts for segment in column]
        if labels >= 0.4 * len(texts[0]) or median(lengths) > LONGEST_RUN:
            return False
        if sum(1 for row in many if split_marker(row.line)) >= 0.5 * len(many):
            return False
        return (
            headed
            or bands >= 3
            or (bands == HEAD_AND_BODY and [row.band for row in run].count(run[0].band) == 1)
        )
    return not _is_prose(texts)


def _cut_head(
    rows: list[Row], start: int, known: int, bands: Sequence[Band]
) -> tuple[int, list[Gap], list[Row]] | None:
    """A table whose first row is its head, cut at the columns below it, where those are more than ``known``."""
    if start + 1 >= len(rows) or len(rows[start + 1].segments) <= len(rows[start].segments):
        return None
    end, gaps = _run(rows, start + 1, bands)
    gaps = with_empty_columns(gaps, rows[start], rows[start + 1 : end])
    head = close_head(rows[start], rows[start + 1], gaps) if len(gaps) > known else None
    return (end, left_by(gaps, head), [head, *rows[start + 1 : end]]) if head is not None else None


def _aligned(column: Sequence[Segment]) -> bool:
    if len(column) < 2:
        return False
    for edge in (
        [segment.x0 for segment in column],
        [segment.x1 for segment in column],
        [(segment.x0 + segment.x1) / 2 for segment in column],
    ):
        middle = median(edge)
        if sum(1 for at in edge if abs(at - middle) <= NEAR) >= ALIGNED_SHARE * len(edge):
            return True
    return False


def _is_prose(texts: Sequence[Sequence[Segment]]) -> bool:
    """Whether every column is running text: long lines that fill the column."""
    for column in texts:
        wide = max(segment.x1 for segment in column) - min(segment.x0 for segment in column)
        full = sum(1 for segment in column if segment.x1 - segment.x0 > 0.8 * wide)
        if median(len(segment.words) for segment in column) < 5 or full < 0.6 * len(column):
            return False
    return True


def make_grid(run: Sequence[Row], gaps: Sequence[Gap], bands: Sequence[Band], frame: Box) -> Grid:
    """The grid of a run of lines that keep the same gutters."""
    ink = boxes.union(row.line.box for row in run)
    around = [bands[row.band][0] for row in run if row.band is not None]
    x0 = min([ink[0] - 1.0, *(box[0] for box in around if box[0] >= frame[0] - 5)])
    x1 = max([ink[2] + 1.0, *(box[2] for box in around if box[2] <= frame[2] + 5)])
    xs = [x0, *((left + right) / 2 for left, right in gaps), x1]
    groups = row_groups(run, gaps, wrapped_pace(run, gaps))
    ys = [ink[1]]
    for above, below in itertools.pairwise(groups):
        ys.append((max(row.line.box[3] for row in above) + min(row.line.box[1] for row in below)) / 2)
    ys.append(ink[3])
    ys = [_snapped(y, around) for y in ys]
    cells = []
    for index, group in enumerate(groups):
        column = 0
        while column < len(xs) - 1:
            span = _span(group, gaps, column)
            box = (xs[column], ys[index], xs[column + span], ys[index + 1])
            cells.append(GridCell(index, column, 1, span, box))
            column += span
    return Grid(tuple(cells), tuple(xs), tuple(ys))


def _snapped(y: float, bands: Sequence[Box]) -> float:
    """A row's limit moved to the drawn band's nearest edge: the cell's place is what a reader sees."""
    edges = [edge for box in bands for edge in (box[1], box[3]) if abs(edge - y) <= 8.0]
    return min(edges, key=lambda edge: abs(edge - y)) if edges else y


def _span(group: Sequence[Row], gaps: Sequence[Gap], column: int) -> int:
    """How many columns the text that starts in ``column`` runs across."""
    span = 1
    for row in group:
        for segment in row.segments:
            start = sum(1 for _, right in gaps if segment.x0 >= right - 1.0)
            end = sum(1 for left, _ in gaps if segment.x1 > left + 1.0)
            if start == column and end > column:
                span = max(span, end - column + 1)
    return span
