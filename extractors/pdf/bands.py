"""Row bands: what level rules or row-wide fills show of tables whose columns are not drawn."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.fills import visible
from extractors.pdf.primitives import Rect, Rule

SAME_ENDS = 4.0
"""Points: rules that start and end so close together are rules of one table."""

END_TO_END = 0.8
"""Points by which rules drawn cell by cell may miss each other and still be one line."""

LEAST_RULES = 3
TALLEST = 260.0
"""Points: rules farther apart do not bound one row."""

SEVERAL_ROWS = 2
"""Rows within a filled area: one may be the row itself, ruled a little lower than it is painted."""

SAME_ROW = 1.5
"""Points by which the tops and bottoms of one row's fills may differ."""

LEAST_BAND = 7.0
"""Points: lower fills are lines or bars."""

LEAST_WIDTH = 100.0
"""Points: narrower fills are single cells and marks."""

MOST_HEIGHTS = 4.0
"""Times a filled row's height: what stands between two of them may be so high and still be one row."""

WIDEST_SHARE = 0.4
"""Of the page's height: a filled area higher than this share is a panel, not a row."""


def rule_bands(rules: Iterable[Rule]) -> list[Box]:
    """The bands between level rules of equal extent, three of them or more."""
    groups: list[list[Rule]] = []
    for rule in sorted(_whole(rules), key=lambda rule: rule.y0):
        if rule.x1 - rule.x0 < 60:
            continue
        for group in groups:
            last = group[-1]
            if abs(last.x0 - rule.x0) <= SAME_ENDS and abs(last.x1 - rule.x1) <= SAME_ENDS:
                if rule.y0 - last.y0 > 2.0:
                    group.append(rule)
                break
        else:
            groups.append([rule])
    bands = []
    for group in groups:
        if len(group) >= LEAST_RULES:
            for above, below in itertools.pairwise(group):
                if below.y0 - above.y0 <= TALLEST:
                    bands.append((above.x0, above.y0, above.x1, below.y0))
    return bands


def _whole(rules: Iterable[Rule]) -> list[Rule]:
    """Level rules, those end to end joined to one: browsers draw a row's line cell by cell."""
    whole: list[Rule] = []
    level = [rule for rule in rules if rule.horizontal]
    for rule in sorted(level, key=lambda rule: (round(rule.y0), rule.x0)):
        last = whole[-1] if whole else None
        if last is None or abs(last.y0 - rule.y0) > END_TO_END or abs(last.x1 - rule.x0) > END_TO_END:
            whole.append(rule)
        else:
            whole[-1] = replace(last, x1=max(last.x1, rule.x1))
    return whole


def fill_bands(rects: Sequence[Rect], page_height: float) -> list[Box]:
    """Rows of filled rectangles that touch side by side, each as one band."""
    rows: list[list[Box]] = []
    for rect in sorted(rects, key=lambda item: (round(item.box[1]), item.box[0])):
        if (
            visible(rect.color) is None
            or not LEAST_BAND <= boxes.height(rect.box) <= WIDEST_SHARE * page_height
        ):
            continue
        if rows and _beside(rows[-1][-1], rect.box):
            rows[-1].append(rect.box)
        else:
            rows.append([rect.box])
    return [band for row in rows if boxes.width(band := boxes.union(row)) > LEAST_WIDTH]


def gap_bands(bands: Sequence[Box], rules: Iterable[Rule] = ()) -> list[Box]:
    """The unfilled rows between filled bands of equal extent: the other half of a zebra table.

    Level ``rules`` of the same extent within such a gap end a table and begin the next: its rows end there too.
    """
    level = sorted((rule for rule in rules if rule.horizontal), key=lambda rule: rule.y0)
    gaps = []
    for above, below in itertools.pairwise(sorted(bands, key=lambda band: band[1])):
        same = abs(above[0] - below[0]) <= SAME_ENDS and abs(above[2] - below[2]) <= SAME_ENDS
        high = below[1] - above[3]
        if same and LEAST_BAND <= high <= MOST_HEIGHTS * max(boxes.height(above), boxes.height(below)):
            limits = [
                rule.y0
                for rule in level
                if above[3] + SAME_ROW < rule.y0 < below[1] - SAME_ROW
                and abs(rule.x0 - above[0]) <= SAME_ENDS
                and abs(rule.x1 - above[2]) <= SAME_ENDS
            ]
            parts = [(above[3], limits[0]), (limits[-1], below[1])] if limits else [(above[3], below[1])]
            gaps += [(above[0], top, above[2], end) for top, end in parts if end - top >= LEAST_BAND]
    return gaps


def row_bands(bands: Sequence[tuple[Box, bool]]) -> list[tuple[Box, bool]]:
    """The bands (and whether they are filled) without painted cards: what holds several rows is no row of a table."""

    def holds(card: Box, row: Box) -> bool:
        return boxes.height(row) < boxes.height(card) and boxes.shared(row, card) > 0.9

    return [
        (box, filled)
        for box, filled in bands
        if not filled or sum(holds(box, other) for other, _ in bands) < SEVERAL_ROWS
    ]


def _beside(left: Box, right: Box) -> bool:
    """Whether two filled cells stand side by side in one row."""
    level = abs(left[1] - right[1]) < SAME_ROW and abs(left[3] - right[3]) < SAME_ROW
    return level and right[0] - left[2] < 2 * SAME_ROW
