"""Reading order: which parts of a page are columns to be read one after the other.

A page is cut into bands; a band through which a clear gutter runs, with text of its own on both sides, is cut into
columns; each column is cut again.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.flush import FOLLOWING, are_flush, with_tail
from extractors.pdf.form_rows import form_rows, strip_rows
from extractors.pdf.gutters import (
    GUTTER,
    LEAST_LETTERS,
    LEAST_LINES,
    LEVEL,
    LEVEL_SHARE,
    WORDY,
    Gap,
    Piece,
    Row,
    Sides,
    narrowed,
)
from extractors.pdf.headed import headed_rows
from extractors.pdf.lattice import Grid
from extractors.pdf.level_rows import level_rows
from extractors.pdf.lines import Segment, make_lines
from extractors.pdf.lit_rows import lit_tables, may_be_lit
from extractors.pdf.unlike_heads import heads_over

WIDE_SHARE = 0.6
"""Lines of running text fill this share of their column."""

LEAST_FACTS = 3
"""Texts of a line over columns that they do not belong to."""

BARS = frozenset("|¦·")
"""Signs that part facts in one line."""

CAPTIONED = 2
"""Rows: captions, and the tables below them."""

BESIDE_TABLE = 2
"""Lines beside a table: a title and what stands under it."""

SAME = 2.0
"""Points: texts of one column of a table begin, or end, no farther apart."""

UNDERLINED = 0.8
"""Times a title's height: the line drawn under it stands no farther below."""

NEXT = 4
"""Rows above a line in which a table's cells stand over its own: cells may be wrapped or empty."""

SHORT_BAND, LONGER = 6, 2
"""Rows of a band that may be none, and how many times longer the one is that begins within it."""

NEAR_COLUMN = 18.0
"""Points: what stands over a column, and belongs to it, stands no farther above the next line."""

DEEPEST = 6
"""Columns within columns within columns: deeper nesting is not looked for."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the page that is read from top to bottom: its frame and what stands in it."""

    frame: Box
    pieces: tuple[Piece, ...]


def reading_areas(
    pieces: Sequence[Piece],
    frame: Box,
    rules: Sequence[Box] = (),
    lights: Sequence[Box] = (),
    depth: int = 0,
) -> list[Area]:
    """Cut ``frame`` into areas in reading order. ``rules`` are level lines that may be drawn under titles; ``lights``
    stand beside rows of tables.
    """
    if (
        len(pieces) < 2 * LEAST_LINES and not any(piece.segment is None for piece in pieces)
    ) or depth >= DEEPEST:
        return [Area(frame, tuple(pieces))] if pieces else []
    rows = [Row(row, frame) for row in _rows(pieces)]
    words = [word for piece in pieces if piece.segment is not None for word in piece.segment.words]
    lit = lit_tables(make_lines(words), lights) if may_be_lit(words, lights) else []
    areas: list[Area] = []
    plain: list[Piece] = []
    start = 0
    while start < len(rows):
        if depth == 0 and _are_halves(rows, start):
            halves = sorted(rows[start].pieces, key=lambda piece: piece.box[0])
            areas += [Area(frame, part) for part in (tuple(plain), *((half,) for half in halves)) if part]
            plain = []
            start += 1
            continue
        headed = _table_rows(rows[start:], lit)
        found = None if headed else _band(rows, start, rules)
        if found is not None and _is_chance(rows, start, found, rules):
            found = None
        if found is None:
            end = start + max(1, headed)
            plain += [piece for row in rows[start:end] for piece in row.pieces]
            start = end
            continue
        end, gutter = found
        band = [piece for row in rows[start:end] for piece in row.pieces]
        over = heads_over(_of(rows[:start], plain), gutter, band) or _rows_over(
            rows[:start], plain, gutter, band
        )
        plain, band = plain[: len(plain) - len(over)], [*over, *band]
        if plain:
            areas.append(Area(frame, tuple(plain)))
            plain = []
        middle = (gutter[0] + gutter[1]) / 2
        left = [piece for piece in band if piece.box[2] <= middle]
        right = [piece for piece in band if piece.box[2] > middle]
        top, bottom = boxes.union(piece.box for piece in band)[1::2]
        areas += reading_areas(left, (frame[0], top, gutter[0], bottom), rules, lights, depth + 1)
        areas += reading_areas(right, (gutter[1], top, frame[2], bottom), rules, lights, depth + 1)
        start = end
    if plain:
        areas.append(Area(frame, tuple(plain)))
    return areas


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that overlap in height, directly or through others, from the top."""
    rows: list[list[Piece]] = []
    bottom = float("-inf")
    for piece in sorted(pieces, key=lambda item: item.box[1]):
        slack = 0.25 * min(12.0, boxes.height(piece.box))
        if rows and piece.box[1] < bottom - slack:
            rows[-1].append(piece)
            bottom = max(bottom, piece.box[3])
        else:
            rows.append([piece])
            bottom = piece.box[3]
    return rows


def _of(rows: Sequence[Row], pieces: Sequence[Piece]) -> list[Row]:
    """The rows at the end of ``rows`` that are the last ``pieces``, which no area has taken."""
    counts = list(itertools.accumulate(len(row.pieces) for row in reversed(rows)))
    return list(rows[len(rows) - sum(count <= len(pieces) for count in counts) :])


def _table_rows(rows: Sequence[Row], lit: Sequence[Grid]) -> int:
    """How many rows from the first one are a table's or form's without columns of their own; 0 where none begins."""
    several = len(rows[0].pieces) > 1 and (
        headed_rows(rows) or form_rows(rows) or strip_rows(rows) or level_rows(rows)
    )
    return several or _rows_within(rows, lit)


def _rows_within(rows: Sequence[Row], tables: Sequence[Grid]) -> int:
    """How many rows from the first one stand in a table that lights show."""
    for table in tables:
        inside = [all(boxes.holds_center(table.box, piece.box) for piece in row.pieces) for row in rows]
        if inside[0]:
            return (*inside, False).index(False)
    return 0


def _band(rows: Sequence[Row], start: int, rules: Sequence[Box]) -> tuple[int, Gap] | None:
    """The longest band from row ``start`` through which a column gutter runs: its end row and the gutter."""
    first = rows[start]
    if not _inner([(gap, Sides()) for gap in first.gaps], first.x0, first.x1) or _runs_over_tables(
        rows, start
    ):
        return None
    candidates: list[tuple[int, Gap, Sides]] = []
    gaps = [(gap, Sides()) for gap in first.gaps]
    x0, x1 = first.x0, first.x1
    for end in range(start, len(rows)):
        row = rows[end]
        if _is_title_across(row, rules, (x0, x1)) or _is_barred(row):
            break
        if end > start and strip_rows(rows[end : end + 2]):
            break
        gaps = narrowed(gaps, row)
        x0, x1 = min(x0, row.x0), max(x1, row.x1)
        inner = _inner(gaps, x0, x1)
        two_sided = any(row.parted(gap).left.pieces and row.parted(gap).right.pieces for gap, _ in inner)
        if not inner or (two_sided and _runs_over_columns(rows, end, start)):
            break
        if two_sided and not (end + 1 < len(rows) and _are_captions(row.pieces, rows[end + 1].pieces)):
            candidates += [(end + 1, gap, sides) for gap, sides in inner]
        elif candidates and candidates[-1][0] == end and _follows(rows[end - 1], row):
            candidates += [(end + 1, gap, sides) for gap, sides in inner if sides.hold_tables()]
    for end, gutter, sides in sorted(candidates, key=lambda item: (-item[0], item[1][0] - item[1][1])):
        if gutter[1] - gutter[0] < GUTTER:
            told: bool | None = are_flush(rows[start:end], gutter)
        else:
            told = _are_captioned(rows[start:end], gutter) or sides.are_columns()
        if told or (told is None and _are_columns(rows[start:end], gutter, sides.level)):
            titles = (at for at in range(end, len(rows)) if _is_title_across(rows[at], rules, (x0, x1)))
            return with_tail(rows[: next(titles, len(rows))], start, end, gutter), gutter
    beside = _table_beside_text(first)
    return None if beside is None else (with_tail(rows, start, start + 1, beside), beside)


def _follows(above: Row, row: Row) -> bool:
    """Whether a row stands so close under another that the column in which it goes on is no longer than its text."""
    bottom = max(piece.box[3] for piece in above.pieces)
    return row.pieces[0].box[1] - bottom <= FOLLOWING * boxes.height(row.pieces[0].box)


def _is_chance(rows: Sequence[Row], start: int, found: tuple[int, Gap], rules: Sequence[Box]) -> bool:
    """Whether a few rows leave a strip between them by chance: a much longer band with another gutter begins there."""
    end, gutter = found
    if end - start > SHORT_BAND:
        return False
    for later in range(start + 1, end):
        other = _band(rows, later, rules)
        if other is not None and other[0] - later > LONGER * (end - start):
            return other[1][0] >= gutter[1] or other[1][1] <= gutter[0]
    return False


def _rows_over(
    rows: Sequence[Row], plain: Sequence[Piece], gutter: Gap, band: Sequence[Piece]
) -> list[Piece]:
    """What stands right over the right column of a band, which begins higher than the left one."""
    starts = [piece.box[0] for piece in band if piece.box[0] >= gutter[1] - SAME]
    over: list[Piece] = []
    top = min(piece.box[1] for piece in band)
    for row in reversed(rows):
        pieces = list(row.pieces)
        beside = all(min(abs(piece.box[0] - x) for x in starts) <= SAME for piece in pieces)
        far = top - max(piece.box[3] for piece in pieces) > NEAR_COLUMN
        if far or not beside or len(over) + len(pieces) > len(plain):
            break
        over = [*pieces, *over]
        top = min(piece.box[1] for piece in pieces)
    return over


def _is_title_across(row: Row, rules: Sequence[Box], columns: Gap) -> bool:
    """Whether a row is a title right over a line that runs under all ``columns``, from side to side: they end there."""
    if len(row.pieces) != 1 or row.pieces[0].segment is None:
        return False
    x0, _, x1, bottom = row.pieces[0].box
    height = boxes.height(row.pieces[0].box)
    return any(
        -SAME <= rule[1] - bottom <= UNDERLINED * height
        and rule[0] <= min(x0, columns[0]) + SAME
        and rule[2] >= max(x1, columns[1]) - SAME
        for rule in rules
    )


def _is_barred(row: Row) -> bool:
    """Whether bars alone part the texts of a line: 'SRO: A B | Manager: C D' is read across, however wide its gaps."""
    texts = [piece.segment.text for piece in row.pieces if piece.segment is not None]
    return len(texts) == len(row.pieces) >= LEAST_FACTS and not BARS.isdisjoint(texts)


def _are_halves(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is a report's form in tables side by side: level at their tops and ends, over all other tables."""
    pieces = rows[at].pieces
    if len(pieces) < 2 or any(piece.segment is not None for piece in pieces):
        return False
    over = [piece for row in rows[:at] for piece in row.pieces]
    ends = [[piece.box[side] for piece in pieces] for side in (1, 3)]
    level = all(max(side) - min(side) <= LEVEL for side in ends)
    return level and all(piece.segment is not None for piece in over)


def _table_beside_text(row: Row) -> Gap | None:
    """The gutter between a table and what stands beside it alone, lines of text among it: they are none of its rows."""
    table = max(row.pieces, key=lambda piece: (piece.segment is None, boxes.height(piece.box)))
    rest = [piece for piece in row.pieces if piece is not table]
    if table.segment is not None or len(rest) < BESIDE_TABLE or all(piece.segment is None for piece in rest):
        return None
    here, beside = table.box, boxes.union(piece.box for piece in rest)
    if beside[1] < here[1] - LEVEL:
        return None
    gap = (here[2], beside[0]) if here[2] < beside[0] else (beside[2], here[0])
    return gap if gap[1] - gap[0] >= GUTTER else None


def _runs_over_tables(rows: Sequence[Row], start: int) -> bool:
    """Whether a line of text stands over tables and is none of their captions: it has more pieces than they are."""
    line, below = rows[start].pieces, rows[start + 1].pieces if start + 1 < len(rows) else []
    tables = [piece for piece in below if piece.segment is None]
    return (
        len(line) > len(tables) == len(below) > 1
        and all(piece.segment is not None for piece in line)
        and len({round(piece.segment.base) for piece in line if piece.segment}) == 1
    )


def _runs_over_columns(rows: Sequence[Row], at: int, start: int) -> bool:
    """Whether a line of several texts stands over fewer columns, and does not begin where they do: facts in a line.

    Texts that begin or end where those of the rows above them do, in the same band, are a table's cells.
    """
    line, below = rows[at].pieces, rows[at + 1].pieces if at + 1 < len(rows) else []
    if len(line) < LEAST_FACTS or any(piece.segment is None for piece in line) or len(below) < 2:
        return False
    if len({round(piece.segment.base) for piece in line if piece.segment}) > 1:
        return False
    if _keeps_columns(line, [piece for row in rows[max(start, at - NEXT) : at] for piece in row.pieces]):
        return False
    starts = [piece.box[0] for piece in below]
    loose = [piece for piece in line if not any(abs(piece.box[0] - start) <= GUTTER for start in starts)]
    return len(loose) * 2 > len(line) and len(line) > len({round(start / GUTTER) for start in starts})


def _keeps_columns(line: Sequence[Piece], above: Sequence[Piece]) -> bool:
    """Whether most texts of a line begin or end where texts of the rows above it do."""
    kept = [
        piece
        for piece in line
        if any(
            min(abs(piece.box[0] - other.box[0]), abs(piece.box[2] - other.box[2])) < SAME for other in above
        )
    ]
    return len(kept) * 2 > len(line)


def _are_captions(line: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether a row holds nothing but a caption over each of the tables below it: it is not parted from them."""
    if any(piece.segment is None for piece in line) or any(piece.segment is not None for piece in below):
        return False
    return len(line) == len(below) and all(
        any(
            abs(piece.box[0] - table.box[0]) <= GUTTER and piece.box[3] <= table.box[1] + GUTTER
            for table in below
        )
        for piece in line
    )


def _are_captioned(rows: Sequence[Row], gutter: Gap) -> bool:
    """Whether both sides of a gutter hold tables, however low, and nothing but a caption over each."""
    if len(rows) != CAPTIONED:
        return False
    return _are_captions(rows[0].pieces, rows[1].pieces) and all(
        {piece.box[0] < gutter[1] for piece in row.pieces} == {True, False} for row in rows
    )


def _inner(gaps: Sequence[tuple[Gap, Sides]], x0: float, x1: float) -> list[tuple[Gap, Sides]]:
    """The strips that have something on both sides."""
    return [(gap, sides) for gap, sides in gaps if gap[0] > x0 and gap[1] < x1 + 0.1]


def _are_columns(rows: Sequence[Row], gutter: Gap, level: int) -> bool:
    """Whether the lines on both sides of a gutter are columns, by their lengths and widths; ``level`` as in Sides."""
    left: list[Segment] = []
    right: list[Segment] = []
    for row in rows:
        for piece in row.pieces:
            if piece.segment is not None:
                (left if piece.box[0] < gutter[1] else right).append(piece.segment)
    if level < LEVEL_SHARE * min(len(left), len(right)) and _wordy(left) and _wordy(right):
        return True
    return _running(left) and _running(right)


def _wordy(segments: Sequence[Segment]) -> bool:
    return median(len(segment.text) for segment in segments) >= WORDY


def _running(segments: Sequence[Segment]) -> bool:
    """Whether lines are running text: long, and most of them fill their column."""
    wide = max(segment.x1 for segment in segments) - min(segment.x0 for segment in segments)
    usual = median(segment.x1 - segment.x0 for segment in segments)
    letters = median(len(segment.text) for segment in segments)
    return usual >= WIDE_SHARE * wide and letters >= LEAST_LETTERS
