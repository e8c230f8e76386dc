"""Row bands: what level rules or row-wide fills show of tables whose columns are not drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.fills import visible
from extractors.pdf.primitives import Rect, Rule

SAME_ENDS = 4.0
"""Points: rules that start and end so close together are rules of one table."""

LEAST_RULES = 3
TALLEST = 260.0
"""Points: rules farther apart do not bound one row."""

LEAST_BAND = 7.0
WIDEST_SHARE = 0.4
"""Of the page: a filled area higher than this share is a panel, not a row."""


def rule_bands(rules: Iterable[Rule]) -> list[Box]:
    """The bands between level rules of equal extent, three of them or more."""
    groups: list[list[Rule]] = []
    for rule in sorted((rule for rule in rules if rule.horizontal), key=lambda rule: rule.y0):
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
            for above, below in zip(group, group[1:], strict=False):
                if below.y0 - above.y0 <= TALLEST:
                    bands.append((above.x0, above.y0, above.x1, below.y0))
    return bands


def fill_bands(rects: Sequence[Rect], page_height: float) -> list[Box]:
    """Rows of filled rectangles that touch side by side, each as one band."""
    rows: list[list[Box]] = []
    for rect in sorted(rects, key=lambda item: (round(item.box[1]), item.box[0])):
        high = boxes.height(rect.box)
        if visible(rect.color) is None or not LEAST_BAND <= high <= WIDEST_SHARE * page_height:
            continue
        if rows and abs(rows[-1][-1][1] - rect.box[1]) < 1.5 and abs(rows[-1][-1][3] - rect.box[3]) < 1.5:
            if rect.box[0] - rows[-1][-1][2] < 3.0:
                rows[-1].append(rect.box)
                continue
        rows.append([rect.box])
    bands = [boxes.union(row) for row in rows]
    return [band for band in bands if boxes.width(band) > 100]
