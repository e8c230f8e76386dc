"""Where floating drawings stand: relative to their paragraph and column, or inside their group."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.word.markup import WP, A, Element, integer

EMU = 12_700
"""English metric units in a point."""

_LENGTH = re.compile(r"(?:^|;)\s*([\w-]+)\s*:\s*(-?\d+(?:\.\d+)?)(pt|in|cm|mm|px)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 1.0}


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle, in points from the column's left edge and the paragraph's top (inside a group: in its own units)."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


def anchored_spot(anchor: Element) -> Spot | None:
    """The spot of a ``wp:anchor``; None where it hangs on something else than its paragraph and column."""
    across, down = anchor.find(WP + "positionH"), anchor.find(WP + "positionV")
    extent = anchor.find(WP + "extent")
    if across is None or down is None or extent is None:
        return None
    if across.get("relativeFrom") != "column" or down.get("relativeFrom") not in ("paragraph", "line"):
        return None
    numbers = (
        across.findtext(WP + "posOffset"), down.findtext(WP + "posOffset"), extent.get("cx"), extent.get("cy")
    )  # fmt: skip
    left, top, width, height = (integer(number) / EMU for number in numbers)
    return Spot(left, top, width, height)


def grouped_spot(properties: Element | None) -> Spot | None:
    """The spot of a shape inside its group, by the ``a:xfrm`` of its properties."""
    frame = None if properties is None else properties.find(A + "xfrm")
    offset = None if frame is None else frame.find(A + "off")
    extent = None if frame is None else frame.find(A + "ext")
    if offset is None or extent is None:
        return None
    left, top, width, height = (
        integer(number) / EMU
        for number in (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
    )
    return Spot(left, top, width, height)


def vml_spot(style: str) -> Spot | None:
    """The spot of a VML shape by its ``style``; None where it stands in the line or hangs on the page."""
    if "position:absolute" not in style.replace(" ", ""):
        return None
    if re.search(r"relative:\s*(?:page|margin|char)", style):
        return None
    sizes = {name: float(number) * _POINTS[unit] for name, number, unit in _LENGTH.findall(style)}
    left = sizes.get("margin-left", sizes.get("left", 0.0))
    top = sizes.get("margin-top", sizes.get("top", 0.0))
    return Spot(left, top, sizes.get("width", 0.0), sizes.get("height", 0.0))
