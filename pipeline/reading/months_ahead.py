"""Sections named after months: beside 'Done in October', 'Doing in November' is what comes next, and back."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from dataclasses import replace

from pipeline.reading.elements import ACTIVITY_SECTIONS, Section
from pipeline.reading.vocabulary import Vocabulary

_MONTHS = {name[:3]: number for number, name in enumerate(month_name) if name}
_NAMED = re.compile(rf"\b(?P<month>{'|'.join([*month_name[1:], *month_abbr[1:]])})\b")
_IN_MONTH = re.compile(rf"\b(?:in|during|for|of) (?:{'|'.join(month_name[1:])})(?: (?:20)?\d\d)?\b")
_YEAR = 12


def by_month(sections: list[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections, those in progress in the month after the one whose work is done as planned.

    Where only what is planned says its month, a section of work in the month before it ('Work in October' over
    'Planned for November') is that month's, though its own words do not tell whether it is to come.
    """
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
