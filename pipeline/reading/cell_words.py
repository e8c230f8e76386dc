"""What the words of a table's cell are, whatever stands over them: a number, a date, a name, a reference."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from pipeline.reading.persons import is_person
from pipeline.values.dates import find_dates, parse_date

_ANY_YEAR = 2000
"""A leap year, by which '29 February' is a date too."""
CODE = re.compile(r"[A-Z]{1,6}[-/. ]?\d{1,4}[A-Za-z]?")
"""A reference: 'R01', 'RISK-12'."""
_FIGURE = re.compile(r"[-+(−–]?(?:[A-Z]{0,2}[£$€])?[-+−–]?\d[\d,.\s]*(?:%|k|m|bn)?\)?", re.IGNORECASE)
_MOMENTS = {"forecast", "actual", "f", "a", "fcst", "f/c", "act", "forecasted", "achieved"}
"""'Latest date | F or A': what the date beside it is."""
_CLAUSE = re.compile(r"\s*(?:,|;|\(|\s[–—-]\s)")
"""What parts a status from what is said of it: 'Complete, two weeks late', 'On course (11 live)'."""
_KEPT = 8192
"""Cells' words of which a process remembers what they are: the reports of each month repeat most of them."""


class CellWords(NamedTuple):
    """What the words of a cell are, whatever stands over them, and how many."""

    kinds: frozenset[str]
    words: int


@lru_cache(maxsize=_KEPT)
def words_told(text: str) -> CellWords:
    """A 'figure', a 'date', a 'name', a 'moment' ('Forecast'), a 'code'; 'dated' holds a date, 'wordless' no figure."""
    bare = text.strip()
    kinds = {
        "figure": _FIGURE.fullmatch(bare) is not None,
        "date": parse_date(text, year=_ANY_YEAR) is not None,
        "dated": bool(find_dates(text)),
        "name": is_person(bare),
        "moment": text.casefold().strip(" ()") in _MOMENTS,
        "code": CODE.fullmatch(bare) is not None,
        "wordless": not any(map(str.isdigit, text)),
    }
    return CellWords(frozenset([kind for kind, holds in kinds.items() if holds]), len(text.split()))


def kinds_shared(texts: Iterable[str]) -> frozenset[str]:
    """What the words of all cells of a column are."""
    kinds = [words_told(text).kinds for text in texts]
    return frozenset.intersection(*kinds) if kinds else frozenset()


@lru_cache(maxsize=_KEPT)
def before_clause(text: str) -> str:
    """A status without what is said of it: 'Complete' of 'Complete, two weeks late'."""
    return _CLAUSE.split(text.strip(), maxsplit=1)[0]
