"""Boxes that stand apart, as a form draws them to write in and a chart to fill: four lines with nothing beyond them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.document import Box
from extractors.pdf.primitives import Outline, Rule
from extractors.pdf.scan.painted import Paint

CORNER = 2.2
"""Points by which the ends of two sides miss each other at a corner."""

LOW, HIGH = 5.0, 64.0
"""Points: how high boxes to write in are; higher ones are panels, which lines alone tell."""

NARROWEST = 12.0
"""Points: narrower boxes are there to be ticked, and are found as such."""


def find_outlines(rules: Sequence[Rule], paints: Sequence[Paint]) -> tuple[Outline, ...]:
    """The boxes that lines draw, or lines and the end of the paint that fills them from the left."""
    level = [rule for rule in rules if rule.horizontal]
    plumb = [rule for rule in rules if not rule.horizontal]
    found: list[Outline] = []
    for box, color in _pairs(level):
        whole = _closed(box, plumb, paints)
        if whole and not any(_is_within(rule, whole) for rule in rules):
            found.append(Outline(whole, color))
    return tuple(found)


def without_sides(rules: Sequence[Rule], outlines: Sequence[Outline]) -> tuple[Rule, ...]:
    """The lines that are no sides of boxes that stand apart: other lines do not begin or end at these."""
    return tuple(rule for rule in rules if not any(_is_side(rule, outline.box) for outline in outlines))


def _is_side(rule: Rule, box: Box) -> bool:
    x0, top, x1, bottom = rule.box
    inside = (
        x0 >= box[0] - CORNER
        and x1 <= box[2] + CORNER
        and top >= box[1] - CORNER
        and bottom <= box[3] + CORNER
    )
    if rule.horizontal:
        return inside and min(abs(top - box[1]), abs(top - box[3])) <= CORNER
    return inside and min(abs(x0 - box[0]), abs(x0 - box[2])) <= CORNER


def _pairs(level: Sequence[Rule]) -> Iterator[tuple[Box, str]]:
    """What lies between two level lines of one length, the one over the other."""
    for one in level:
        for other in level:
            if (
                LOW <= other.y0 - one.y0 <= HIGH
                and abs(one.x0 - other.x0) <= CORNER
                and abs(one.x1 - other.x1) <= CORNER
                and one.x1 - one.x0 >= NARROWEST
            ):
                box = ((one.x0 + other.x0) / 2, one.y0, (one.x1 + other.x1) / 2, other.y0)
                yield box, one.color


def _closed(box: Box, plumb: Sequence[Rule], paints: Sequence[Paint]) -> Box | None:
    """The box with both its ends closed, by lines or on the left by paint; None where one is open."""
    x0, top, x1, bottom = box

    def ends_at(x: float) -> bool:
        return any(
            abs(rule.x0 - x) <= CORNER and abs(rule.y0 - top) <= CORNER and abs(rule.y1 - bottom) <= CORNER
            for rule in plumb
        )

    if not ends_at(x1):
        return None
    if ends_at(x0):
        return box
    for paint in paints:
        left, upper, right, lower = paint.box
        level = abs(upper - top) <= CORNER and abs(lower - bottom) <= CORNER
        if level and (abs(left - x0) <= CORNER or abs(right - x0) <= CORNER):
            return (left, top, x1, bottom)
    return None


def _is_within(rule: Rule, box: Box) -> bool:
    """Whether a line lies within a box, off its sides."""
    x, y = (rule.x0 + rule.x1) / 2, (rule.y0 + rule.y1) / 2
    return box[0] + CORNER < x < box[2] - CORNER and box[1] + CORNER < y < box[3] - CORNER
