"""Which of the periods that head the columns or rows of a matrix is now, and which was before.

Heads name months, quarters, numbered periods or weeks, mostly without a year: 'Jan' beside 'Dec' is the later one, and
the later one may stand first. So the heads are put in the order that the shortest way from each to the next one shows.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.reading.context import Context
from pipeline.reading.elements import Rated, Section

_MONTHS = {name[:3].casefold(): number for number, name in enumerate(month_name) if name}
_NAMES = "|".join([*month_name[1:], *month_abbr[1:], "Sept"])
_YEAR = r"(?:[\s\-/'’,.]*(?P<year>(?:19|20)?\d{2}))?"
_DAY = r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s\-/]*)?"
_MONTH = re.compile(rf"{_DAY}(?P<month>{_NAMES})\.?{_YEAR}", re.IGNORECASE)
_DATE = re.compile(r"(?P<day>\d{1,2})[/.](?P<number>\d{1,2})(?:[/.](?P<year>(?:19|20)?\d{2}))?")
_COUNTED = re.compile(
    r"(?P<unit>quarter|qtr|q|period|month|mth|week|wk|sprint)\.?\s?(?P<count>\d{1,2})"
    r"(?:\s*,?\s*(?:of\s+)?(?:FY\s?)?(?P<year>(?:19|20)?\d{2})(?:\s?[/\-–]\s?\d{2,4})?)?",
    re.IGNORECASE,
)
_CYCLES = {"q": 4, "p": 13, "m": 12, "w": 52, "s": 10_000}
"""After how many of them a unit's numbers begin again; sprints never do. A bare 'P1' may be a project or a phase."""
_LETTERED = re.compile(r"(?P<unit>[MP])\s?(?P<count>\d{1,2})", re.IGNORECASE)
_NEIGHBOURS = 2
_LATE = 5
"""From 'P5' on a bare number is an accounting period's: few reports count so many projects or phases."""
_AS_AT = re.compile(
    r"^(?:as (?:at|of)|at|to|end of|end|ending|w/?e|w/?c|week ending|month of|rag|status|rating)\b[\s:–-]*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:rag|status|rating|\([^()]*\))?\s*[:*†¹²³]?\s*$", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"[a-z]\.?\s\d{2}$", re.IGNORECASE)
"""Two figures after a month's name: a year, or a day of the month."""
_SPAN = re.compile(r"\s+[–—-]\s+|\s*[–—]\s*|\s+to\s+")
"""What parts a span's first day or month from its last, after which it is named."""
_DAYS = 31
"""Days of a month, at most: where both heads are dates, their day counts too."""
_KEPT = 2048
"""Heads whose period a process keeps: the tables of a template have the same heads month after month."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """A head's place in its cycle. ``cycle``: after how many steps the places come again."""

    unit: str
    place: int
    cycle: int
    year: int | None


def is_period(head: str) -> bool:
    """Whether a whole head names a period."""
    return _moment(head) is not None


def is_lettered(head: str) -> bool:
    """Whether a whole head is a letter and a number that beside their neighbour name a period: 'M4', 'P11'."""
    return _LETTERED.fullmatch(head.strip()) is not None


def now_and_before(heads: Sequence[str]) -> tuple[int, int] | None:
    """Which of the ``heads`` is the latest period and which the one before it, as indices.

    None where they are no periods, or where nothing shows their order: 'Q1' and 'Q3' may follow each other either way.
    """
    moments = [_moment(head) for head in _spelt_out(heads)]
    if len(moments) < 2 or None in moments:
        return None
    told = [moment for moment in moments if moment is not None]
    if len({moment.unit for moment in told}) > 1:
        return None
    dated = [(moment.year, moment.place) for moment in told if moment.year is not None]
    places = _shortest_way(told)
    if len(dated) < len(told):
        return _last_two(places) if places is not None else None
    days = (
        places is not None
        and len(set(places)) == len(places)
        and any(_SHORT_YEAR.search(head) for head in heads)
    )
    if days and _last_two(places or []) != _last_two(dated):
        return None  # 'Sep 30' beside 'Oct 29': years, or days of one year
    return _last_two(dated)


def _spelt_out(heads: Sequence[str]) -> Sequence[str]:
    """'M3' and 'M4' as 'month 3' and 'month 4': only beside its neighbour is a bare letter a period's.

    'M1' alone may be a milestone, 'P1' beside 'P2' two phases or projects.
    """
    found = [_LETTERED.fullmatch(head.strip()) for head in heads]
    if (
        len(found) != _NEIGHBOURS
        or None in found
        or len({one["unit"].casefold() for one in found if one}) > 1
    ):
        return heads
    units = {"m": ("month", 12), "p": ("period", 13)}
    unit, cycle = units[str(found[0] and found[0]["unit"]).casefold()]
    counts = [int(one["count"]) for one in found if one]
    if unit == "period" and min(counts) < _LATE:
        return heads
    if (counts[0] - counts[1]) % cycle not in {1, cycle - 1} or max(counts) > cycle:
        return heads
    return [f"{unit} {count}" for count in counts]


def _last_two(places: Sequence[tuple[int, int] | int]) -> tuple[int, int] | None:
    """The indices of the last and the last but one; None where two are the same."""
    if len(set(places)) < len(places):
        return None
    order = sorted(range(len(places)), key=lambda index: places[index])
    return order[-1], order[-2]


def _shortest_way(moments: list[_Moment]) -> list[int] | None:
    """Where the moments stand on one line of time, each as near to the last as may be; None where that is unclear."""
    cycle = moments[0].cycle
    places = [moments[0].place]
    for last, moment in pairwise(moments):
        step = (moment.place - last.place) % cycle
        if step * 2 == cycle:
            return None
        places.append(places[-1] + (step if step * 2 < cycle else step - cycle))
    return places


@lru_cache(maxsize=_KEPT)
def _moment(head: str) -> _Moment | None:
    """The period that a whole head names."""
    words = _SPAN.split(_AFTER.sub("", _AS_AT.sub("", " ".join(head.split()))))[-1]
    if (found := _MONTH.fullmatch(words)) is not None:
        return _on_calendar(_MONTHS[found["month"][:3].casefold()], found["day"], found["year"])
    if (found := _DATE.fullmatch(words)) is not None and 1 <= int(found["number"]) <= 12:
        return _on_calendar(int(found["number"]), found["day"], found["year"])
    if (found := _COUNTED.fullmatch(words)) is not None:
        unit = found["unit"][0].casefold()
        return _Moment(unit, int(found["count"]), _CYCLES[unit], _year(found["year"]))
    return None


def _on_calendar(month: int, day: str | None, year: str | None) -> _Moment:
    if day is None:
        return _Moment("month", month, 12, _year(year))
    return _Moment("day", month * _DAYS + int(day), 12 * _DAYS, _year(year))


def _year(digits: str | None) -> int | None:
    return int(digits) % 100 if digits else None


def tell_other_months(sections: Iterable[Section], report: Iterable[str | None], context: Context) -> None:
    """Tell where the latest month of a matrix is none of the ``report``'s own (ISO dates): it may be a forecast."""
    own = {int(iso[5:7]) for iso in report if iso and len(iso) >= len("2011-12")}
    rated = [
        item for section in sections for item in section.items if isinstance(item, Rated) and item.period
    ]
    for head in dict.fromkeys(item.period for item in rated) if own else ():
        moment = _moment(head)
        month = moment.place if moment is not None and moment.unit == "month" else None
        if month is not None and month not in own:
            message = f"The ratings are those of '{head}', their table's latest month, though the report is of another."
            context.tell("rating-of-another-month", "warning", "ratings", message)
