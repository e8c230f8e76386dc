"""Dates of a milestone that say themselves what they are: '10/07/24 (A)' under 'Now' is the day it was achieved."""

from __future__ import annotations

import re

from pipeline.reading.vocabulary import Vocabulary

_MARKED = re.compile(
    r"(?P<date>.*\d.*?)(?:\s*[(\[]\s*(?P<mark>[^()\[\]]{1,14})\s*[)\]]|(?<=\d)\s+(?P<bare>[^\W\d]{1,10}))\.?"
)
"""A date and a word or letter after it, in brackets or bare."""
_PARTS = ("actual", "forecast")
"""What such a mark makes of a date."""


def told_dates(words: dict[str, str], around: str, vocabulary: Vocabulary) -> dict[str, str]:
    """The words of a row's dates by their part, those with a mark of their own under the part that the mark tells.

    Args:
        words: a row's words by the part that their column has.
        around: the words around the table, which may explain its letters ('(A) = achieved').
        vocabulary: what marks are known.
    """
    dates: dict[str, str] = {
        part: words[part] for part in ("baseline", "forecast", "actual") if part in words
    }
    for part, text in list(dates.items()):
        match = _MARKED.fullmatch(text.strip())
        meant = _meaning(match["mark"] or match["bare"], around, vocabulary) if match else None
        if match is None or meant is None:
            continue
        if meant == part:
            dates[part] = match["date"]
        elif not re.search(r"\w", dates.get(meant, "")):
            dates[meant] = match["date"]
            del dates[part]
    return dates


def _meaning(mark: str, around: str, vocabulary: Vocabulary) -> str | None:
    """The part that a mark makes a date: as the document explains it, else as the rules know it."""
    told = re.search(rf"(?<!\w){re.escape(mark)}\)?\s*[=:]\s*(?P<word>\w+)", around)
    word = told["word"] if told else mark
    return next((part for part in _PARTS if vocabulary.is_kind(f"date-{part}", word)), None)
