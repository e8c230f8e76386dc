"""What the value of a form's field shows itself to be, whatever its label asks: a figure, a share."""

from __future__ import annotations

import re

from pipeline.reading.context import Context
from pipeline.reading.shares import share_reached
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date
from pipeline.values.money import parse_percent
from pipeline.values.notation import amount_in_english

_BARE = re.compile(r"\d{1,3}(?:[.,]\d+)?\s?(?:%|per cent|percent)", re.IGNORECASE)
_COMPLETE = re.compile(r"\d{1,3}(?:\.\d+)?\s?(?:%|per cent|percent) complete[d]?\.?", re.IGNORECASE)
"""A value that says itself what it is, whatever its label asks ('How far?')."""


def is_figure(value: str, context: Context) -> bool:
    """Whether a value is a date or a bare number, which no person and no project is called."""
    return parse_date(value, context.order) is not None or not any(char.isalpha() for char in value)


def read_share(value: str, vocabulary: Vocabulary) -> float | None:
    """The number 0..100 that a field's value tells, with its sign or without; None where it tells none."""
    value = amount_in_english(value)
    found = parse_percent(value.split("(", maxsplit=1)[0] if value[:1].isdigit() else value)
    if found is not None:
        return found
    reached = share_reached(value, vocabulary)
    if reached is not None:
        return reached
    number = re.fullmatch(r"\d{1,3}(?:\.\d+)?", value.split("(", maxsplit=1)[0].strip())
    return float(number.group(0)) if number and float(number.group(0)) <= 100 else None


def is_bare_share(value: str) -> bool:
    """Whether a value is a percentage and nothing else, which is no date: 'Completion: 55%'."""
    return _BARE.fullmatch(value) is not None


def says_what_is_complete(value: str) -> bool:
    """Whether a value is '55% complete'."""
    return _COMPLETE.fullmatch(value) is not None
