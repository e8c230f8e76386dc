"""A milestone told in lines of its own: its name, then 'Baseline: 30 May', 'Forecast: 12 June', 'Status: late'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Block, Cell, Paragraph, Run, Text
from pipeline.reading.elements import Register, Row
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_DATES = {"baseline", "forecast", "actual"}
_ROLES = {*_DATES, "status", "rating"}
_PARTS = 2
"""Labelled parts below a name that make it a milestone's; one of them is a date."""
_NAME_WORDS = 15
_LABEL_WORDS = 4
_PLAIN_LABEL = re.compile(r"(?!milestone)[A-Z][a-z]+(?: [a-z]+)?", re.IGNORECASE)
"""A label of one or two words without a number: 'M3: Frame up' is a milestone's name."""
_BETWEEN = re.compile(r"\t+|\s+\|\s+|\s{3,}|;\s+")
"""What parts labelled parts that stand in one line."""


@dataclass(frozen=True, slots=True)
class MilestoneCard:
    """A register of one row, and how many blocks it is made of."""

    register: Register
    blocks: int


def read_milestone_card(blocks: Sequence[Block], vocabulary: Vocabulary) -> MilestoneCard | None:
    """The milestone that the first of some blocks names; None where it names none."""
    name, below = blocks[0], blocks[1] if len(blocks) > 1 else None
    if not isinstance(name, Text) or not isinstance(below, Text) or ":" not in below.text:
        return None  # most lines stand over none that is labelled
    if not _is_name(name.text, vocabulary):
        return None
    parts: dict[str, str] = {}
    count = 1
    for block in blocks[1:]:
        told = _labelled(block.text, vocabulary) if isinstance(block, Text) else {}
        if not told or set(told) & set(parts):
            break
        parts |= told
        count += 1
    dated = any(parse_date(parts[role]) is not None for role in _DATES & set(parts))
    if len(parts) < _PARTS or not dated:
        return None
    lines = [block for block in blocks[:count] if isinstance(block, Text)]
    cells = {role: _cell(value, name) for role, value in parts.items()}
    row = Row({"text": _cell(name.text, name), **cells}, (Cell(0, 0, tuple(lines), name.place),))
    heads = {role: role for role in row.cells}
    return MilestoneCard(Register("milestones", heads, (row,), (), name.place), count)


def _is_name(text: str, vocabulary: Vocabulary) -> bool:
    label, _, value = text.partition(":")
    if value.strip() and vocabulary.field(label.strip()) is not None:
        return False  # 'Started: 3 Oct 2022' over 'Planned finish: 29 Nov 2024': a form's fields
    if value.strip() and _PLAIN_LABEL.fullmatch(label):
        return False  # 'Team: Ann, Bo' over 'Date: 9 June' too, whatever the rules know of its label
    words = text.split()
    named = 0 < len(words) <= _NAME_WORDS and not text.rstrip().endswith((":", "."))
    heading = vocabulary.heading(text)
    return named and not _labelled(text, vocabulary) and not (heading is not None and heading.exact)


def _labelled(text: str, vocabulary: Vocabulary) -> dict[str, str]:
    """The values of a line by the part that their labels name; {} unless all of the line is labelled so."""
    found: dict[str, str] = {}
    for part in _BETWEEN.split(text.strip()):
        label, sign, value = part.partition(":")
        roles = {
            column.role for column in vocabulary.columns(label.strip()) if column.register == "milestones"
        }
        role = min(roles & _ROLES, default="")
        if not sign or not value.strip() or not role or role in found or len(label.split()) > _LABEL_WORDS:
            return {}
        found[role] = value.strip()
    return found


def _cell(words: str, line: Text) -> Cell:
    return Cell(0, 0, (Paragraph((Run(words),), line.place),), line.place)
