"""Words found by where they stand: the same ones as a look at each of them finds."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.middles import Middles

NUMBERS = st.integers(0, 12).map(float)
"""Few positions, so that middles fall on the sides of boxes."""


@dataclass(frozen=True)
class Spot:
    """Something with a box."""

    box: Box


def _box(corners: tuple[float, float, float, float]) -> Box:
    x0, top, x1, bottom = corners
    return (min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom))


BOXES = st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS).map(_box)


@given(st.lists(BOXES.map(Spot)), BOXES, st.sampled_from((0.0, 0.5, 2.0)))
def test_a_box_holds_the_items_whose_middles_lie_in_it_in_their_order(
    items: list[Spot], box: Box, slack: float
) -> None:
    expected = [item for item in items if boxes.holds_center(box, item.box, slack)]
    assert Middles(items).within(box, slack) == expected


@given(st.lists(BOXES.map(Spot)), st.lists(BOXES))
def test_several_boxes_hold_each_item_once(items: list[Spot], places: list[Box]) -> None:
    middles = Middles(items)
    expected = [item for item in items if any(boxes.holds_center(place, item.box) for place in places)]
    assert middles.within_any(places) == expected
    assert middles.holds_any(places) == bool(expected)
