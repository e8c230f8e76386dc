"""Labels of two fields with both values: 'Project start / end' over 'May 2024 / December 2025', 'Project dates'."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pipeline.reading.elements import Pair
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import plain
from pipeline.values.dates import find_dates, parse_date

_SIGNS = ("/", "|", ";", "&", "–", "—", "-", " and ", " to ")
"""What parts two labels, or two values."""
_BOTH_DATES = {"start_date", "end_date"}
_TWINS = (_BOTH_DATES, {"sponsor", "manager"}, {"sponsor", "manager-fallback"})
"""Fields that forms ask for together."""
_KEPT = 4096
"""Labels of which a process remembers whether they may name two fields."""
_BRACKETS = re.compile(r"^[^()]*\((?P<inside>[^()]+)\)\s*$")
_DATES = re.compile(r"^(?:project |scheme |contract |key )?dates?\b", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[–—/|;-]|\bto\b|\buntil\b)\s*", re.IGNORECASE)
"""What parts the start from the end."""
_ENDS = ("Start", "End")
"""Labels of the two dates where one label asks for both in words that do not part ('Project dates')."""
_REPORTED = 4
"""Months of the longest period that one report covers: a longer 'Project period' is the project's own."""


def parted_twins(pairs: list[Pair], vocabulary: Vocabulary) -> list[Pair]:
    """The pairs, those of two fields in one label each parted into two where the value falls into two as well."""
    return [part for pair in pairs for part in _parts(pair, vocabulary)]


def may_hold_both_dates(label: str, value: str, vocabulary: Vocabulary) -> bool:
    """Whether what stands under a label may be a project's start and end, though it could not be parted into them."""
    asked = vocabulary.is_kind("both-dates", label) or any(
        {vocabulary.field(half) for half in halves} == _BOTH_DATES for _, halves in _named_twice(label)
    )
    if asked:
        return bool(find_dates(value))
    dates = _both_dates(value, vocabulary) if vocabulary.field(label) is None else None
    return dates is not None and _is_long(*dates)


def _parts(pair: Pair, vocabulary: Vocabulary) -> list[Pair]:
    for sign, labels in _named_twice(pair.label):
        fields = [vocabulary.field(label) for label in labels]
        if set(fields) not in _TWINS:
            continue
        values = _both_dates(pair.value, vocabulary) if "start_date" in fields else _values(pair.value, sign)
        if values is not None:
            return [_half(pair, label, value) for label, value in zip(labels, values, strict=True)]
    if vocabulary.is_kind("both-dates", pair.label):
        values = _both_dates(pair.value, vocabulary)
        if values is not None and ("period" not in plain(pair.label).split() or _is_long(*values)):
            return [_half(pair, label, value) for label, value in zip(_ENDS, values, strict=True)]
    return [pair]


@lru_cache(maxsize=_KEPT)
def _named_twice(label: str) -> tuple[tuple[str, tuple[str, str]], ...]:
    """The halves of a label by each sign that may part them: 'Start – finish', 'Project dates (start – finish)'."""
    inside = _BRACKETS.match(label) if _DATES.match(label) else None
    parts = [(sign, _halves(inside["inside"] if inside else label, sign)) for sign in _SIGNS]
    return tuple([(sign, halves) for sign, halves in parts if halves is not None])


def _half(pair: Pair, label: str, value: str) -> Pair:
    return replace(pair, label=label, value=value, mark=replace(pair.mark, text=value))


def _both_dates(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The only two dates, those of one year too ('May–December 2024'), or a date and what stands for none ('TBC')."""
    found = find_dates(text)
    if len(found) == len(_ENDS):
        return text[: found[0][1]], text[found[1][0] :]
    ends = [part.strip() for part in _TO.split(text)]
    if len(ends) != len(_ENDS) or not all(ends):
        return None
    if len(found) == 1 and any(vocabulary.is_kind("placeholder", end) for end in ends):
        return ends[0], ends[1]
    last = parse_date(ends[1])
    if last is None or last.iso is None:
        return None
    for start in (ends[0], f"{ends[0]} {last.iso[:4]}"):
        first = parse_date(start)
        if first is not None and first.iso is not None and first.iso <= last.iso:
            return start, ends[1]
    return None


def _is_long(start: str, end: str) -> bool:
    """Whether two dates lie further apart than one report reaches."""
    months = [
        int(value.iso[:4]) * 12 + int(value.iso[5:7])
        for value in (parse_date(start), parse_date(end))
        if value is not None and value.iso is not None and len(value.iso) >= len("2011-12")
    ]
    return len(months) == len(_ENDS) and months[1] - months[0] >= _REPORTED


def _values(text: str, sign: str) -> tuple[str, str] | None:
    """The two values: what stands either side of the label's own sign or another."""
    return next((half for own in (sign, "/", ";", "|") if (half := _halves(text, own))), None)


def _halves(text: str, sign: str) -> tuple[str, str] | None:
    """Both sides of the only ``sign``, None where it is not there or a side is empty."""
    parts = [part.strip() for part in text.split(sign)]
    return (parts[0], parts[1]) if len(parts) == len(("one", "two")) and all(parts) else None
