"""How organisations print dates: one function for each notation, none of which depends on the locale."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SATURDAY = 5
FISCAL_START = 4
"""Month in which a British public body's year begins."""
_BY_DATE = re.compile(rf"\bby (\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")


def long(day: date) -> str:
    """``7 December 2011``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def ordinal(day: date) -> str:
    """``7th December 2011``."""
    ending = "th" if 10 <= day.day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} {MONTHS[day.month - 1]} {day.year}"


def slashed(day: date) -> str:
    """``07/12/2011``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def short(day: date) -> str:
    """``07/12/11``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year % 100:02d}"


def dotted(day: date) -> str:
    """``07.12.2011``."""
    return f"{day.day:02d}.{day.month:02d}.{day.year}"


def dashed(day: date) -> str:
    """``07-Dec-11``."""
    return f"{day.day:02d}-{MONTHS[day.month - 1][:3]}-{day.year % 100:02d}"


def brief(day: date) -> str:
    """``7 Dec 2011``."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month_year(day: date) -> str:
    """``December 2011``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def month_dash(day: date) -> str:
    """``Dec-11``."""
    return f"{MONTHS[day.month - 1][:3]}-{day.year % 100:02d}"


def american(day: date) -> str:
    """``12/07/2011``, month first."""
    return f"{day.month:02d}/{day.day:02d}/{day.year}"


def american_long(day: date) -> str:
    """``December 7, 2011``."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def week_commencing(day: date) -> str:
    """``w/c 5 December 2011``: the Monday of the day's week."""
    return f"w/c {long(monday(day))}"


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def working_day(day: date) -> date:
    """The day itself, or the Friday before it where it falls on a weekend."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def fiscal_quarter(day: date) -> str:
    """``Q3 2011/12`` of a year that begins in April."""
    year = day.year if day.month >= FISCAL_START else day.year - 1
    return f"Q{(day.month - FISCAL_START) % 12 // 3 + 1} {year}/{(year + 1) % 100:02d}"


def named_deadline(text: str) -> str | None:
    """The ISO date after 'by' in a sentence, None where it names none."""
    match = _BY_DATE.search(text)
    if match is None:
        return None
    day, month, year = match.groups()
    return date(int(year), MONTHS.index(month) + 1, int(day)).isoformat()


def iso_month(day: date) -> str:
    """``2011-12``."""
    return f"{day.year}-{day.month:02d}"
