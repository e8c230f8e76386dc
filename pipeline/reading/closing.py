"""The closing lines of a letter or a mail: regards and names belong to no section."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.reading.elements import RECORD_SECTIONS, Element, Line, Pair, Section
from pipeline.reading.persons import is_person
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date
from pipeline.values.rating import Mark

_NOT_ASKED = re.compile(r"n/?a\b|not (?:applicable|needed|required)\b", re.IGNORECASE)
"""What stands in the box of somebody who need not sign."""
_SIGNING = {"manager", "manager-fallback", "sponsor"}
"""Roles in which somebody signs a report."""
_NAME_LENGTH = 5
"""Letters of a signature: shorter lines ('None') may stand in the form by chance."""
_CLOSING_LENGTH = 100
"""Characters of a letter's closing line."""
_CLOSING = re.compile(
    r"yours (?:sincerely|faithfully|truly)|^(?:with )?(?:very )?(?:kind|best|warm|good)(?:est)? (?:regards|wishes)"
    r"|^regards\b|^with (?:(?:very )?many |sincere |grateful |our |my )?thanks[ ,.]*$"
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
    if last is not None and start is None:
        start = _signing_from(last, vocabulary)
    if last is not None and start is not None:
        closing, last.items[start:] = last.items[start:], []
    while last is not None and len(last.items) > 1 and isinstance(last.items[-1], Line):
        text = last.items[-1].text.strip(" ,.").casefold()
        if len(text) < _NAME_LENGTH or (text not in names and not _CLOSING.search(text)):
            break
        closing.insert(0, last.items.pop())
    return [*sections, Section("loose", "", None, _signed(closing, vocabulary))] if closing else sections


def _signing_from(last: Section, vocabulary: Vocabulary) -> int | None:
    """Where the boxes to sign begin below a section's records: labels of no record's part, some without an answer."""
    start = len(last.items)
    while start and _is_to_sign(last.items[start - 1], vocabulary):
        start -= 1
    boxes = last.items[start:]
    open_box = any(isinstance(box, Pair) and not box.value.strip() for box in boxes)
    return start if start and open_box and last.name in RECORD_SECTIONS else None


def _is_to_sign(item: Element, vocabulary: Vocabulary) -> bool:
    """Whether a form's pair is somebody's box: of no record's part, without an answer or with a name, a day, a yes."""
    if not isinstance(item, Pair) or not item.in_table or vocabulary.columns(item.label):
        return False
    value = item.value.strip()
    answered = any(vocabulary.is_kind(kind, value) for kind in ("placeholder", "yes", "no"))
    named = is_person(value) or parse_date(value) is not None or _NOT_ASKED.match(value) is not None
    return not value or answered or named


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
