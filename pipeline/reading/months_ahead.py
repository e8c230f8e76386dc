"""Sections named after months: beside 'Done in October', 'Doing in November' is what comes next, and back.

Where the form gives the report's own month, 'Work during December and January' is told by it: done, or still to come.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from dataclasses import replace

from pipeline.reading.elements import ACTIVITY_SECTIONS, Pair, Section
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_period

_MONTHS = {name[:3]: number for number, name in enumerate(month_name) if name}
_NAMED = re.compile(rf"\b(?P<month>{'|'.join([*month_name[1:], *month_abbr[1:]])})\b")
_IN_MONTH = re.compile(rf"\b(?:in|during|for|of) (?:{'|'.join(month_name[1:])})(?: (?:20)?\d\d)?\b")
_ALL = "|".join([*month_name[1:], *month_abbr[1:]])
_IN_MONTHS = re.compile(
    rf"(?:\b(?:in|during|for|of|over|through|throughout|across) )?(?:the months? of )?(?:early |late |mid[- ])?"
    rf"\b(?:{_ALL})\b\.?(?: (?:20)?\d\d\b)?"
    rf"(?:(?: ?[,/&–-] ?| and | to | or )(?:early |late |mid[- ])?(?:{_ALL})\b\.?(?: (?:20)?\d\d\b)?)*"
)
"""One month or several of a title: 'during December and January', 'Jan–Mar 2012'."""
_YEAR = 12
_AHEAD = 5
"""Months that a report looks ahead, at most; others of the year have been."""


def by_month(sections: list[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections, those in progress in the month after the one whose work is done as planned.

    Where only what is planned says its month, a section of work in the month before it ('Work in October' over
    'Planned for November') is that month's, though its own words do not tell whether it is to come.
    """
    sections = _by_own_month(sections, vocabulary)
    done = _months(sections, "completed")
    planned = _months(sections, "planned")
    if len(done) == 1:
        coming = done.pop() % _YEAR + 1
        return [
            replace(section, name="planned")
            if section.name == "in progress" and _month(section) == coming
            else section
            for section in sections
        ]
    if len(planned) != 1 or done:
        return sections
    coming = planned.pop()
    return [_of_this_month(section, coming, vocabulary) for section in sections]


def _by_own_month(sections: list[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections, those of work in named months done or planned by the report's own, where its form tells that."""
    own = _own_month(sections, vocabulary)
    if own is None:
        return sections
    return [_told_by(section, own, vocabulary) for section in sections]


def _told_by(section: Section, own: int, vocabulary: Vocabulary) -> Section:
    steps = {(_MONTHS[match["month"][:3]] - own) % _YEAR for match in _NAMED.finditer(section.title)}
    if section.name != "unknown" or not steps:
        return section
    ahead = {0 < step <= _AHEAD for step in steps}
    if len(ahead) > 1:
        return section
    said = _IN_MONTHS.sub(" next month" if ahead.pop() else " this month", section.title)
    match = vocabulary.heading(" ".join(said.split()))
    named = match is not None and match.coverage == 1.0 and match.section in ACTIVITY_SECTIONS
    return replace(section, name=match.section, rule=match.rule) if match is not None and named else section


def _own_month(sections: list[Section], vocabulary: Vocabulary) -> int | None:
    """The month that the form calls the report's period, 1 to 12."""
    periods = [
        parse_period(item.value)
        for section in sections
        for item in section.items
        if isinstance(item, Pair) and vocabulary.field(item.label) == "period"
    ]
    months = {
        period.iso[5:7] for period in periods if period and period.iso and len(period.iso) >= len("2011-12")
    }
    return int(months.pop()) if len(months) == 1 else None


def _of_this_month(section: Section, coming: int, vocabulary: Vocabulary) -> Section:
    month = _month(section)
    if section.name != "unknown" or month is None or month % _YEAR + 1 != coming:
        return section
    match = vocabulary.heading(_IN_MONTH.sub("this month", section.title))
    named = match is not None and match.coverage == 1.0 and match.section in ACTIVITY_SECTIONS
    return replace(section, name=match.section, rule=match.rule) if match is not None and named else section


def _months(sections: list[Section], name: str) -> set[int]:
    """The months that the titles of the sections of a name say."""
    return {month for section in sections if section.name == name and (month := _month(section))}


def _month(section: Section) -> int | None:
    """The one month that a section's title names, 1 to 12."""
    named = {_MONTHS[match["month"][:3]] for match in _NAMED.finditer(section.title)}
    return named.pop() if len(named) == 1 else None
