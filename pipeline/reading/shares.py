"""Shares of the work, of which one was planned and one is reached: 'Plan 40% / Actual 35%'."""

from __future__ import annotations

import re

from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.money import holds_percent, parse_percent

_SHARE = re.compile(r"\d[\d.]*\s?(?:%|per\s?cent|percent)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;/()|]\s*|\s+(?:and|against|vs\.?|v)\s+|\s{3,}", re.IGNORECASE)
"""What parts the shares of one value."""
_WORDS = 4
"""Words beside a share in a line that holds nothing else; more are a sentence."""
_TIMES = {"baseline", "previous", "actual", "forecast", "current", "budget"}
"""Parts of records that say of what time a number is."""


def share_reached(value: str, vocabulary: Vocabulary) -> float | None:
    """The share reached, of several of which all others were planned or of another time: 'planned 40%, actual 35%'."""
    shares = _shares(value)
    others = [share for words, share in shares if not _is_of_another_time(words, vocabulary)]
    return others[0] if len(others) == 1 < len(shares) else None


def says_shares(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but shares with the words that say of what time they are: 'Plan 40%', 'Actual: 35%'."""
    if not holds_percent(text):
        return False
    parts = [part for part in _BETWEEN.split(text.strip(" .")) if part.strip()]
    shares = _shares(text)
    return len(parts) == len(shares) > 0 and all(
        0 < len(words.split()) <= _WORDS
        and any(column.role in _TIMES for column in vocabulary.columns(words))
        for words, _ in shares
    )


def _shares(value: str) -> list[tuple[str, float]]:
    """Each share of a value, with the words beside it."""
    parts = [(_SHARE.sub(" ", part).strip(" :=–—-."), part) for part in _BETWEEN.split(value)]
    return [(words, share) for words, part in parts if (share := parse_percent(part)) is not None]


def _is_of_another_time(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words beside a share say that it was planned, or was reached before."""
    return any(column.role in {"baseline", "previous"} for column in vocabulary.columns(words))
