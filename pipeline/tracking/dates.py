"""Comparing ISO dates of any precision: '2013' is a whole year, '2011-12' a whole month."""

from __future__ import annotations

import calendar
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""As the workbook shows them, whatever the machine's language."""


def date_span(iso: str | None) -> tuple[date, date] | None:
    """First and last day that an ISO date may mean; None where it is none."""
    try:
        parts = [int(part) for part in (iso or "").split("-")]
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
        if len(parts) == 2:
            last = calendar.monthrange(parts[0], parts[1])[1]
            return date(parts[0], parts[1], 1), date(parts[0], parts[1], last)
        return (date(*parts), date(*parts)) if len(parts) == 3 else None
    except ValueError:
        return None


def full_date(iso: str | None) -> date | None:
    """The day of a date given to the day, else None."""
    span = date_span(iso)
    return span[0] if span and span[0] == span[1] else None


def is_later(first: str | None, second: str | None) -> bool:
    """True where ``first`` lies after ``second`` whatever their days may be."""
    one, two = date_span(first), date_span(second)
    return one is not None and two is not None and one[0] > two[1]


def may_be_same(first: str | None, second: str | None) -> bool:
    """True where the two can mean the same day ('2013' and '2013-06')."""
    one, two = date_span(first), date_span(second)
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


def spoken(iso: str | None) -> str:
    """'7 Dec 2011', 'Dec 2011' or '2011', as people write it; unreadable text as it is."""
    span = date_span(iso)
    if span is None or iso is None:
        return iso or "no date"
    first = span[0]
    month = f"{MONTHS[first.month - 1]} {first.year}"
    return {1: str(first.year), 2: month}.get(iso.count("-") + 1, f"{first.day} {month}")


def months_between(first: str, second: str) -> int:
    """Months from one period (``YYYY-MM``) to another."""
    years, months = int(second[:4]) - int(first[:4]), int(second[5:7]) - int(first[5:7])
    return 12 * years + months
