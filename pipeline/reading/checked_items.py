"""Lists whose signs are boxes: among ticked items of what was to be done, an open box is what was not."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.document import ListItem
from pipeline.reading.elements import Drawing, Line, Pair, Register
from pipeline.values.boxes import OPEN_BOXES

_TICKED = "✓✔☑☒✅"


def open_boxes(items: Iterable[Line | Register | Pair | Drawing]) -> frozenset[ListItem]:
    """The items of a section's lists before which an open box stands, where other items are ticked."""
    listed = [item.block for item in items if isinstance(item, Line) and isinstance(item.block, ListItem)]
    if not any(block.marker and block.marker in _TICKED for block in listed):
        return frozenset()
    return frozenset(block for block in listed if block.marker and block.marker in OPEN_BOXES)
