"""Words of a drawn progress bar that say nothing of the report: its scale, and the legend right under it."""

from __future__ import annotations

import re

from pipeline.reading.elements import Drawing, Element, Line

_AXIS = re.compile(r"\d{1,3}\s?%(?:\s+\d{1,3}\s?%)+")
"""The scale under a progress bar."""
_LEGEND = 40
"""Characters of the words under a progress bar."""


def explains_bar(line: Line, above: Element | None, plainly_set: bool) -> bool:
    """Whether a line is the scale of a bar ('0% 50% 100%'), or stands right under one ('Completed  Remaining').

    ``plainly_set``: nothing makes the line look like a heading.
    """
    if "%" in line.text and _AXIS.fullmatch(line.text.strip()):
        return True
    drawn = isinstance(above, Drawing) and above.figure.kind == "bar"
    return drawn and len(line.text) <= _LEGEND and not line.spans_row and plainly_set
