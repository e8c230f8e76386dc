"""The closing lines of a letter or a mail: regards and names belong to no section."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.reading.elements import Element, Line, Pair, Section
from pipeline.reading.persons import is_person
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_SIGNING = {"manager", "manager-fallback", "sponsor"}
"""Roles in which somebody signs a report."""
_NAME_LENGTH = 5
"""Letters of a signature: shorter lines ('None') may stand in the form by chance."""
_CLOSING_LENGTH = 100
"""Characters of a letter's closing line."""
_CLOSING = re.compile(
    r"yours (?:sincerely|faithfully|truly)|^(?:with )?(?:very )?(?:kind|best|warm|good)(?:est)? (?:regards|wishes)"
    r"|^regards\b"
    r"|^(?:many )?thanks\b|^thank you\b|^cheers\b|^signature\b",
    re.IGNORECASE,
)


def part_closing(sections: list[Section], vocabulary: Vocabulary) -> list[Section]:
    """A letter's closing lines: names that its head gives too belong to no section; who signs may say as what."""
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
    return [*sections, Section("loose", "", None, _signed(closing, vocabulary))] if closing else sections


def _signed(closing: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The closing lines, a name over 'Project Manager' as the pair that they are."""
    signed = list(closing)
    for index, (name, role) in enumerate(pairwise(closing)):
        if not isinstance(name, Line) or not isinstance(role, Line) or not is_person(name.text.strip(" ,")):
            continue
        if vocabulary.field(role.text) in _SIGNING:
            label, blocks = role.text.strip(" ,."), (name.block, role.block)
            value = name.text.strip(" ,")
            signed[index : index + 2] = [Pair(label, value, blocks, Mark(value), name.block.place, False)]
            break
    return signed
