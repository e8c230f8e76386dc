"""Reading order: which parts of a page are columns to be read one after the other.

A page is cut into bands; a band through which a clear gutter runs, with text of its own on both sides, is cut into
columns; each column is cut again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.bullets import DASHES, SIGNS
from extractors.pdf.lines import Segment

GUTTER = 11.0
"""Points: the least width of the white strip between two columns."""

LEAST_LINES = 3
"""A column has at least so many lines; fewer are labels and values side by side."""

LEVEL_SHARE = 0.75
"""Where fewer of the right side's lines than this stand on baselines of the left side, the sides are independent."""

WIDE_SHARE = 0.6
"""Lines of running text fill this share of their column."""

LEAST_LETTERS = 22
"""Characters of the usual line of a column of running text; shorter ones are a table's cells."""

LEAST_FACTS = 3
"""Texts of a line over columns that they do not belong to."""

DEEPEST = 6
"""Columns within columns within columns: deeper nesting is not looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of text, or a thing that is placed whole (a table, a figure): ``segment`` is None."""

    box: Box
    index: int
    segment: Segment | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the page that is read from top to bottom: its frame and what stands in it."""

    frame: Box
    pieces: tuple[Piece, ...]


def reading_areas(pieces: Sequence[Piece], frame: Box, depth: int = 0) -> list[Area]:
    """Cut ``frame`` into areas in reading order."""
    if (
        len(pieces) < 2 * LEAST_LINES and not any(piece.segment is None for piece in pieces)
    ) or depth >= DEEPEST:
        return [Area(frame, tuple(pieces))] if pieces else []
    rows = _rows(pieces)
    areas: list[Area] = []
    plain: list[Piece] = []
    start = 0
    while start < len(rows):
        found = _band(rows, start, frame)
        if found is None:
            plain.extend(rows[start])
            start += 1
            continue
        end, gutter = found
        band = [piece for row in rows[start:end] for piece in row]
        if plain:
            areas.append(Area(frame, tuple(plain)))
            plain = []
        middle = (gutter[0] + gutter[1]) / 2
        left = [piece for piece in band if piece.box[2] <= middle]
        right = [piece for piece in band if piece.box[2] > middle]
        top, bottom = boxes.union(piece.box for piece in band)[1::2]
        areas += reading_areas(left, (frame[0], top, gutter[0], bottom), depth + 1)
        areas += reading_areas(right, (gutter[1], top, frame[2], bottom), depth + 1)
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


Gap = tuple[float, float]


def _gaps(row: Sequence[Piece], frame: Box) -> list[Gap]:
    """The white strips of a row, those at the frame's sides included."""
    gaps: list[Gap] = []
    at = frame[0] - 1.0
    for x0, x1 in sorted((piece.box[0], piece.box[2]) for piece in row):
        if x0 - at >= GUTTER:
            gaps.append((at, x0))
        at = max(at, x1)
    gaps.append((at, frame[2] + GUTTER + 1.0))
    return gaps


def _common(first: Sequence[Gap], second: Sequence[Gap]) -> list[Gap]:
    both = [(max(a[0], b[0]), min(a[1], b[1])) for a in first for b in second]
    return [gap for gap in both if gap[1] - gap[0] >= GUTTER]


def _band(rows: Sequence[Sequence[Piece]], start: int, frame: Box) -> tuple[int, Gap] | None:
    """The longest band from row ``start`` through which a column gutter runs: its end row and the gutter."""
    gaps = _gaps(rows[start], frame)
    if not _inner(gaps, rows[start]) or _runs_over_tables(rows, start):
        return None
    candidates: list[tuple[int, Gap]] = []
    band: list[Piece] = []
    for end in range(start, len(rows)):
        if _runs_over_columns(rows, end):
            break
        gaps = _common(gaps, _gaps(rows[end], frame))
        band.extend(rows[end])
        inner = _inner(gaps, band)
        if not inner:
            break
        if _two_sided(rows[end], inner) and not _are_captions(rows, end):
            candidates += [(end + 1, gap) for gap in inner]
    for end, gutter in sorted(candidates, key=lambda item: (-item[0], item[1][0] - item[1][1])):
        pieces = [piece for row in rows[start:end] for piece in row]
        if _are_columns(pieces, gutter):
            return _with_tail(rows, end, gutter), gutter
    return None


def _runs_over_tables(rows: Sequence[Sequence[Piece]], start: int) -> bool:
    """Whether a line of text stands over tables and is none of their captions: it has more pieces than they are."""
    line, below = rows[start], rows[start + 1] if start + 1 < len(rows) else []
    tables = [piece for piece in below if piece.segment is None]
    return (
        len(line) > len(tables) == len(below) > 1
        and all(piece.segment is not None for piece in line)
        and len({round(piece.segment.base) for piece in line if piece.segment}) == 1
    )


def _runs_over_columns(rows: Sequence[Sequence[Piece]], start: int) -> bool:
    """Whether a line of several texts stands over fewer columns, and does not begin where they do: facts in a line."""
    line, below = rows[start], rows[start + 1] if start + 1 < len(rows) else []
    if len(line) < LEAST_FACTS or any(piece.segment is None for piece in line) or len(below) < 2:
        return False
    if len({round(piece.segment.base) for piece in line if piece.segment}) > 1:
        return False
    starts = [piece.box[0] for piece in below]
    loose = [piece for piece in line if not any(abs(piece.box[0] - at) <= GUTTER for at in starts)]
    return len(loose) * 2 > len(line) and len(line) > len({round(at / GUTTER) for at in starts})


def _are_captions(rows: Sequence[Sequence[Piece]], at: int) -> bool:
    """Whether a row holds nothing but a caption over each of the tables below it: it is not parted from them."""
    line, below = rows[at], rows[at + 1] if at + 1 < len(rows) else []
    if any(piece.segment is None for piece in line) or any(piece.segment is not None for piece in below):
        return False
    return len(line) == len(below) and all(
        any(
            abs(piece.box[0] - table.box[0]) <= GUTTER and piece.box[3] <= table.box[1] + GUTTER
            for table in below
        )
        for piece in line
    )


def _inner(gaps: Sequence[Gap], pieces: Sequence[Piece]) -> list[Gap]:
    x0 = min(piece.box[0] for piece in pieces)
    x1 = max(piece.box[2] for piece in pieces)
    return [gap for gap in gaps if gap[0] > x0 and gap[1] < x1 + 0.1]


def _two_sided(row: Sequence[Piece], gaps: Sequence[Gap]) -> bool:
    return any(
        any(piece.box[2] <= gap[0] + 0.1 for piece in row)
        and any(piece.box[0] >= gap[1] - 0.1 for piece in row)
        for gap in gaps
    )


def _with_tail(rows: Sequence[Sequence[Piece]], end: int, gutter: Gap) -> int:
    """Take in the rows after a band in which only one column goes on, as far as they follow without a break."""
    bottom = max(piece.box[3] for piece in rows[end - 1])
    while end < len(rows):
        row = rows[end]
        one_side = all(p.box[2] <= gutter[0] for p in row) or all(p.box[0] >= gutter[1] for p in row)
        if not one_side or row[0].box[1] - bottom > 0.9 * boxes.height(row[0].box):
            break
        bottom = max(piece.box[3] for piece in row)
        end += 1
    return end


def _are_columns(pieces: Sequence[Piece], gutter: Gap) -> bool:
    """Whether what stands left and right of a gutter is read side by side as columns, not across as rows."""
    left = [piece for piece in pieces if piece.box[2] <= gutter[0] + 0.1]
    right = [piece for piece in pieces if piece.box[0] >= gutter[1] - 0.1]
    if left and right and all(piece.segment is None for piece in pieces):
        return True
    if _is_captioned(left) and _is_captioned(right):
        return True
    lines_left, lines_right = _segments(left), _segments(right)
    heavy_left = len(lines_left) >= LEAST_LINES or _has_table(left)
    heavy_right = len(lines_right) >= LEAST_LINES or _has_table(right)
    if not heavy_left or not heavy_right:
        return False
    if _has_table(left) or _has_table(right):
        return True
    bases = [segment.base for segment in lines_left]
    level = sum(1 for segment in lines_right if any(abs(segment.base - base) < 1.6 for base in bases))
    shorter = min(len(lines_left), len(lines_right))
    if level < LEVEL_SHARE * shorter and _wordy(lines_left) and _wordy(lines_right):
        return True
    if _bulleted(lines_left) and _bulleted(lines_right):
        return True
    return _running(lines_left) and _running(lines_right)


def _is_captioned(pieces: Sequence[Piece]) -> bool:
    """Whether there are tables, however low, and nothing but a caption over each."""
    tables = [piece for piece in pieces if piece.segment is None]
    lines = [piece for piece in pieces if piece.segment is not None]
    return bool(tables and lines) and _are_captions([lines, tables], 0)


def _has_table(pieces: Sequence[Piece]) -> bool:
    return any(piece.segment is None and boxes.height(piece.box) > 60 for piece in pieces)


def _segments(pieces: Sequence[Piece]) -> list[Segment]:
    return [piece.segment for piece in pieces if piece.segment is not None]


def _wordy(segments: Sequence[Segment]) -> bool:
    return median(len(segment.text) for segment in segments) >= 0.5 * LEAST_LETTERS


def _running(segments: Sequence[Segment]) -> bool:
    """Whether lines are running text: long, and most of them fill their column."""
    wide = max(segment.x1 for segment in segments) - min(segment.x0 for segment in segments)
    usual = median(segment.x1 - segment.x0 for segment in segments)
    letters = median(len(segment.text) for segment in segments)
    return usual >= WIDE_SHARE * wide and letters >= LEAST_LETTERS


def _bulleted(segments: Sequence[Segment]) -> bool:
    signs = sum(1 for segment in segments if segment.text[:1] in SIGNS or segment.text[:1] in DASHES)
    return signs >= 2
