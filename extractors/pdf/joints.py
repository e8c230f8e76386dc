"""Column lines that only the joints of level lines show: browsers and style sheets rule each cell by itself.

A table without column lines whose rows are ruled prints one piece of line under every cell; where the pieces meet, a
column ends. The heads over the first line and the cells under the last one belong to the table too.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.pdf import boxes
from extractors.pdf.fills import visible
from extractors.pdf.lines import Line, Segment, make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Rect, Rule, Word

LEVEL = 0.8
"""Points: pieces whose heights differ by no more are one line."""

TOUCH = 1.5
"""Points by which two pieces of one line may miss or overlap each other."""

LEAST_PIECE = 8.0
"""Points: shorter pieces are dashes."""

SAME = 2.0
"""Points: ends and joints so close together are the same column's."""

FARTHEST = 260.0
"""Points: lines farther apart do not bound one row."""

LARGER = 1.12
"""Times the size of a table's other words: a text set so large between two lines is a heading between two tables,
unless it keeps to several of the columns."""

NEAREST = 2.4
"""Font sizes from a table's outermost line to the baseline of the row beyond it."""

WRAPPED = {True: 1.4, False: 1.6}
"""Font sizes from baseline to baseline within one cell, over a table (other text may stand close) and under it."""

HEADED_SHARE, TAIL_SHARE = 0.5, 0.6
"""The share of the columns that the words over the first line or under the last one stand in."""

LEAST_APART = 2
"""Painted rows, or runs of rows that touch, with plain rows between them."""

TAIL_COLUMNS = 3
"""Columns of a table whose last row may stand under its last line."""


@dataclass(frozen=True, slots=True)
class JointLine:
    """A level line in touching pieces: its height, the positions of its ends and joints, and its colour."""

    y: float
    xs: tuple[float, ...]
    color: str


def joint_rules(rules: Sequence[Rule], rects: Sequence[Rect], words: Middles[Word]) -> list[Rule]:
    """The column lines (and the outer lines of heads and last rows) that the joints of ``rules`` show.

    Painted cells side by side (``rects``) end and begin rows too; they make a table alone where plain rows stand
    between them. A table that draws upright lines anywhere, at its sides or within, draws them where it has columns.
    """
    ruled = _joint_lines(rules)
    lines = sorted([*ruled, *_painted_lines(rects)], key=lambda line: line.y)
    if not any(len(line.xs) > 2 for line in lines):
        return []
    plumb = [rule for rule in rules if not rule.horizontal]
    found: list[Rule] = []
    for group in _tables(lines, words):
        left, right = group[0].xs[0], group[0].xs[-1]
        drawn = any(
            left - SAME < rule.x0 < right + SAME and rule.y1 > group[0].y and rule.y0 < group[-1].y
            for rule in plumb
        )
        if len(group) < 2 or drawn:
            continue
        if any(len(line.xs) > 2 and line in ruled for line in group) or _is_zebra(group):
            found += _table_rules(group, words)
    return found


def _is_zebra(group: Sequence[JointLine]) -> bool:
    """Whether painted rows of the same columns stand apart: the plain ones between them have those columns too."""
    sides = {round(line.y) for line in group}  # rows that touch share a side
    apart = len(sides) - len(group) // 2
    return apart >= LEAST_APART and all(len(line.xs) > TAIL_COLUMNS for line in group)


def _joint_lines(rules: Iterable[Rule]) -> list[JointLine]:
    rows: list[list[Rule]] = []
    level = [rule for rule in rules if rule.horizontal and rule.x1 - rule.x0 >= LEAST_PIECE]
    for rule in sorted(level, key=lambda rule: rule.y0):
        if rows and rule.y0 - rows[-1][0].y0 <= LEVEL:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return sorted((line for row in rows for line in _chains(row)), key=lambda line: line.y)


def _painted_lines(rects: Iterable[Rect]) -> Iterator[JointLine]:
    """The upper and lower sides of painted cells that touch side by side."""
    rows: dict[tuple[int, int], list[Rect]] = {}
    for rect in rects:
        if visible(rect.color) and boxes.height(rect.box) > LEAST_PIECE:
            rows.setdefault((round(rect.box[1]), round(rect.box[3])), []).append(rect)
    for row in rows.values():
        for side in (1, 3) if len(row) > 1 else ():
            level = [
                Rule(rect.box[0], rect.box[side], rect.box[2], rect.box[side], 0.0, rect.color)
                for rect in row
            ]
            yield from (line for line in _chains(level) if len(line.xs) > 2)


def _chains(row: Sequence[Rule]) -> Iterator[JointLine]:
    """The lines of touching pieces at one height; a piece drawn twice counts once."""
    chain: list[Rule] = []
    for rule in sorted(row, key=lambda rule: (rule.x0, rule.x1)):
        if chain and abs(rule.x0 - chain[-1].x0) <= TOUCH and abs(rule.x1 - chain[-1].x1) <= TOUCH:
            continue
        if chain and abs(rule.x0 - chain[-1].x1) > TOUCH:
            yield _line(chain)
            chain = []
        chain.append(rule)
    if chain:
        yield _line(chain)


def _line(chain: Sequence[Rule]) -> JointLine:
    xs = (*(rule.x0 for rule in chain), chain[-1].x1)
    return JointLine(chain[0].y0, xs, chain[0].color)


def _tables(lines: Sequence[JointLine], words: Middles[Word]) -> Iterator[list[JointLine]]:
    """Lines of equal ends, one joint or more among them, whose joints agree: the lines of one table."""
    groups: list[list[JointLine]] = []
    for line in lines:
        home = next((group for group in reversed(groups) if _same_ends(group[-1], line)), None)
        if home is None or not _goes_on(home, line, words):
            groups.append([line])
        else:
            home.append(line)
    for group in groups:  # lines without joints over and under a table underline its heading, or the next one
        jointed = [index for index, line in enumerate(group) if len(line.xs) > 2]
        if jointed:
            yield group[jointed[0] : jointed[-1] + 1]


def _same_ends(first: JointLine, second: JointLine) -> bool:
    return abs(first.xs[0] - second.xs[0]) <= SAME and abs(first.xs[-1] - second.xs[-1]) <= SAME


def _goes_on(group: Sequence[JointLine], line: JointLine, words: Middles[Word]) -> bool:
    if line.y - group[-1].y > FARTHEST:
        return False
    longest = max([above.xs for above in group], key=len)
    fewer, more = sorted((longest, line.xs), key=len)
    if fewer != more and not all(_near(x, more) for x in fewer):
        return False
    between = words.within((line.xs[0], group[-1].y, line.xs[-1], line.y))
    if not between:
        return True
    jointed = next((above.y for above in group if len(above.xs) > 2), line.y)
    known = words.within((line.xs[0], jointed, line.xs[-1], group[-1].y)) or between
    sizes = sorted([word.look.size for word in known])
    larger = [word for word in between if word.look.size > LARGER * sizes[len(sizes) // 2]]
    return not larger or _are_cells(larger, longest)


def _are_cells(words: Sequence[Word], xs: Sequence[float]) -> bool:
    """Whether words set larger than the rows above are a row's: heads may be set smaller than their rows. The first
    line of a row stands in several columns, a heading in one.
    """
    inner, first = xs[1:-1], make_lines(words)[0]
    columns = {sum(1 for x in inner if boxes.center(part.box)[0] > x) for part in first.segments}
    return len(columns) > 1 and not any(_crossed(x, words) for x in inner)


def _near(x: float, xs: Iterable[float]) -> bool:
    return any(abs(x - other) <= SAME for other in xs)


def _table_rules(group: Sequence[JointLine], words: Middles[Word]) -> Iterator[Rule]:
    xs = max((line.xs for line in group), key=len)
    color = group[0].color
    for above, below in itertools.pairwise(group):
        inside = words.within((xs[0], above.y, xs[-1], below.y))
        for x in xs[1:-1]:
            over, under = _near(x, above.xs), _near(x, below.xs)
            if (over or under) and not _crossed(x, inside if over and under else _phrases(inside)):
                yield Rule(x, above.y, x, below.y, 0.5, color)
    top = outer_row(group[0].y, xs, words, up=True)
    bottom = outer_row(group[-1].y, xs, words, up=False) if len(xs) > TAIL_COLUMNS else None
    for start, end, at in ((top, group[0].y, top), (group[-1].y, bottom, bottom)):
        if start is not None and end is not None and at is not None:
            yield Rule(xs[0], at, xs[-1], at, 0.5, color)
            yield from (Rule(x, start, x, end, 0.5, color) for x in xs[1:-1])


def _phrases(words: Iterable[Word]) -> Iterator[Segment]:
    """Words that nothing wider than a word space parts: where only one line of a row has a joint, they cross it."""
    return (segment for line in make_lines(words) for segment in line.segments)


def _crossed(x: float, words: Iterable[Word | Segment]) -> bool:
    return any(word.x0 < x - 1 and word.x1 > x + 1 for word in words)


def outer_row(y: float, xs: Sequence[float], words: Middles[Word], up: bool) -> float | None:
    """Where the row over (or under) a table's outermost line ends, if words that keep its columns stand there."""
    reach = (xs[0] - 1, y - FARTHEST, xs[-1] + 1, y) if up else (xs[0] - 1, y, xs[-1] + 1, y + FARTHEST)
    row: list[Line] = []
    lines = make_lines(word for word in words.within(reach) if not word.turned)
    for line in reversed(lines) if up else lines:
        last = row[-1].base if row else y
        most = WRAPPED[up] if row else NEAREST
        alike = not row or (abs(line.size - row[0].size) < 0.5 and line.bold == row[0].bold)
        across = any(_crossed(x, line.words) for x in xs[1:-1])
        if abs(line.base - last) > most * line.size or not alike or across:
            break
        row.append(line)
    filled = {sum(1 for x in xs[1:-1] if word.x0 >= x - 1) for line in row for word in line.words}
    share = HEADED_SHARE if up else TAIL_SHARE
    if len(filled) < max(2, share * (len(xs) - 1)):
        return None
    if not up and all(len(line.segments) == 1 for line in row):
        return None  # a note as wide as the table runs through all its columns
    ends = [line.box[1] if up else line.box[3] for line in row]
    return min(ends) - 1 if up else max(ends) + 1
