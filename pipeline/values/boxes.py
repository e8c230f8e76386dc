"""Typed tick boxes: 'Red [ ] Amber [x] Green [ ]' and '☐ Yes ☒ No' to options and which of them is ticked."""

from __future__ import annotations

import re
from collections.abc import Callable

OPEN_BOXES = "☐□"
BOXES = OPEN_BOXES + "☒☑"
"""The signs of tick boxes, and those of them that nobody ticked."""
_BOX = re.compile(r"[☐□☒☑✓✔✗✘]|\[\s?[xX✓✔]?\s?\]|\(\s?[xX✓✔]?\s?\)")
_OPEN = re.compile(r"[☐□]|\[\s?\]|\(\s?\)")


def ticked_options(text: str, is_option: Callable[[str], bool]) -> list[str] | None:
    """The options whose box is ticked, None where no box stands by an option or it is not plain which is whose.

    Boxes stand before their options, or after them: a line that begins with an option and ends with a box has them
    after. Words before the first box that are no option are the line's label.

    Args:
        text: one line.
        is_option: whether words are, or begin with, one of the options asked for.
    """
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return None
    starts = [0, *(box.end() for box in boxes)]
    ends = [*(box.start() for box in boxes), len(text)]
    words = [text[start:end].strip(" \t:;,./|") for start, end in zip(starts, ends, strict=True)]
    leads, trails = is_option(words[0]), is_option(words[-1])
    if leads is trails:
        return None
    options = words[:-1] if leads else words[1:]
    return [
        option
        for box, option in zip(boxes, options, strict=True)
        if not _OPEN.fullmatch(box.group(0)) and is_option(option)
    ]
