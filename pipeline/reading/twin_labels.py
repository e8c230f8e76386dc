"""Labels of two fields with both values: 'Project start / end' over 'May 2024 / December 2025'."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.reading.elements import Pair
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import find_dates

_SIGNS = ("/", "|", ";", "&", "–", "—", "-", " and ", " to ")
"""What parts two labels, or two values."""
_TWINS = ({"start_date", "end_date"}, {"sponsor", "manager"}, {"sponsor", "manager-fallback"})
"""Fields that forms ask for together."""
_BRACKETS = re.compile(r"^[^()]*\((?P<inside>[^()]+)\)\s*$")
_DATES = re.compile(r"^(?:project |scheme |contract |key )?dates?\b", re.IGNORECASE)


def parted_twins(pairs: list[Pair], vocabulary: Vocabulary) -> list[Pair]:
    """The pairs, those of two fields in one label each parted into two where the value falls into two as well."""
    return [part for pair in pairs for part in _parts(pair, vocabulary)]


def _parts(pair: Pair, vocabulary: Vocabulary) -> list[Pair]:
    inside = _BRACKETS.match(pair.label) if _DATES.match(pair.label) else None
    for sign in _SIGNS:
        labels = _halves(inside["inside"] if inside else pair.label, sign)
        if labels is None:
            continue
        fields = [vocabulary.field(label) for label in labels]
        if set(fields) not in _TWINS:
            continue
        values = _values(pair.value, sign, dated="start_date" in fields)
        if values is not None:
            return [_half(pair, label, value) for label, value in zip(labels, values, strict=True)]
    return [pair]


def _half(pair: Pair, label: str, value: str) -> Pair:
    return replace(pair, label=label, value=value, mark=replace(pair.mark, text=value))


def _values(text: str, sign: str, dated: bool) -> tuple[str, str] | None:
    """The two values: the only two dates, or what stands either side of the label's own sign or another."""
    if dated:
        found = find_dates(text)
        return (text[: found[0][1]], text[found[1][0] :]) if len(found) == len(("start", "end")) else None
    halves = [_halves(text, own) for own in (sign, "/", ";", "|")]
    return next((half for half in halves if half), None)


def _halves(text: str, sign: str) -> tuple[str, str] | None:
    """Both sides of the only ``sign``, None where it is not there or a side is empty."""
    parts = [part.strip() for part in text.split(sign)]
    return (parts[0], parts[1]) if len(parts) == len(("one", "two")) and all(parts) else None
