"""The closing lines of a letter or a mail: regards and names belong to no section."""

from __future__ import annotations

import re

from pipeline.reading.elements import Element, Line, Pair, Section

_NAME_LENGTH = 5
"""Letters of a signature: shorter lines ('None') may stand in the form by chance."""
_CLOSING_LENGTH = 100
"""Characters of a letter's closing line."""
_CLOSING = re.compile(
    r"yours (?:sincerely|faithfully|truly)|^(?:with )?(?:kind|best|warm)(?:est)? (?:regards|wishes)|^regards\b"
    r"|^(?:many )?thanks\b|^thank you\b|^cheers\b|^signature\b",
    re.IGNORECASE,
)


def part_closing(sections: list[Section]) -> list[Section]:
    """A letter's closing lines: names that its head gives too belong to no section."""
    names = " | ".join(
        item.value.casefold() for section in sections for item in section.items if isinstance(item, Pair)
    )
    last = sections[-1] if sections else None
    closing: list[Element] = []
    start = next(
        (
            number
            for number, item in enumerate(last.items if last else [])
            if isinstance(item, Line) and len(item.text) < _CLOSING_LENGTH and _CLOSING.search(item.text)
        ),
        None,
    )
    if last is not None and start is not None:
        closing, last.items[start:] = last.items[start:], []
    while last is not None and len(last.items) > 1 and isinstance(last.items[-1], Line):
        text = last.items[-1].text.strip(" ,.").casefold()
        if len(text) < _NAME_LENGTH or (text not in names and not _CLOSING.search(text)):
            break
        closing.insert(0, last.items.pop())
    return [*sections, Section("loose", "", None, closing)] if closing else sections
