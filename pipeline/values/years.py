"""The year of a date that names none, told by the report's own month and by the weekday that stands before the date."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

_HALF = 6
"""Months: what a report calls by day and month alone lies no farther from it."""
_YEAR = 12
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|rs?|nes|ur)?(?:day)?\b", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Near(NamedTuple):
    """The month of a report: dates without a year are those nearest to it."""

    year: int
    month: int


def year_of(month: int, day: int | None, text: str, known: int | Near) -> int:
    """The year of a day or month that names none.

    Args:
        month: 1 to 12.
        day: its day, None for a whole month.
        text: the words of the date: 'Fri 9 Jan' is of the year in which that day is a Friday.
        known: the year that completes it; or the report's month: 'January' in a report of November is the next one.
    """
    if not isinstance(known, Near):
        return known
    apart = month - known.month
    nearest = known.year + (apart < -_HALF) - (apart > _HALF)
    weekday = _WEEKDAY.search(text)
    if weekday is None or day is None:
        return nearest
    wanted = _WEEKDAYS.index(weekday[1].casefold())
    fitting = [year for year in (nearest, nearest + 1, nearest - 1) if _weekday(year, month, day) == wanted]
    return fitting[0] if fitting else nearest


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return datetime.date(year, month, day).weekday()
    except ValueError:
        return None
