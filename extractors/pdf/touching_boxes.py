"""Boxes to tick that stand so close under a table or over one that their lines would be taken for the table's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.edges import REACH
from extractors.pdf.primitives import Page, Rule

LEAST, MOST = 5.0, 1.5
"""Points, and times the size of the document's text: the side of a box to tick."""

SQUARE = 1.2
"""Times its shorter side: a longer one is a cell."""

OWN = 0.7
"""Points by which a box's own lines may stand off its sides."""

LONGER = 3.0
"""Times the box's width: the line of a table that it nearly touches."""


def without_touching_boxes(page: Page, rules: Sequence[Rule], body: float) -> list[Rule]:
    """The rules without the sides of small squares that nearly reach one long level line, and no other line at all.

    ``body`` is the size of the document's text in points.
    """
    ticks = [
        outline.box
        for outline in page.outlines
        if _is_tick(outline.box, body) and _touches(outline.box, rules)
    ]
    return (
        [rule for rule in rules if not any(_within(rule, tick) for tick in ticks)] if ticks else list(rules)
    )


def _is_tick(box: Box, body: float) -> bool:
    low, high = sorted((boxes.width(box), boxes.height(box)))
    return low >= LEAST and high <= min(SQUARE * low, MOST * body)


def _touches(box: Box, rules: Sequence[Rule]) -> bool:
    near = list(_near(box, rules))
    longer = [rule for rule in near if rule.horizontal and rule.x1 - rule.x0 >= LONGER * boxes.width(box)]
    sides = {rule.y0 > boxes.center(box)[1] for rule in longer}
    return len(near) == len(longer) and len(sides) == 1


def _near(box: Box, rules: Sequence[Rule]) -> Iterator[Rule]:
    """The lines that a box reaches, its own left out."""
    x0, top, x1, bottom = box
    for rule in rules:
        if _within(rule, box):
            continue
        across = rule.x0 <= x1 + REACH and rule.x1 >= x0 - REACH
        if across and rule.y0 <= bottom + REACH and rule.y1 >= top - REACH:
            yield rule


def _within(rule: Rule, box: Box) -> bool:
    x0, top, x1, bottom = box
    return rule.x0 >= x0 - OWN and rule.x1 <= x1 + OWN and rule.y0 >= top - OWN and rule.y1 <= bottom + OWN
