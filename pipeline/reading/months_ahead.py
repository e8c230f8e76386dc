"""Sections named after the month to come: 'Doing in November' beside 'Done in October' is what comes next."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from dataclasses import replace

from pipeline.reading.elements import Section

_MONTHS = {name[:3]: number for number, name in enumerate(month_name) if name}
_NAMED = re.compile(rf"\b(?P<month>{'|'.join([*month_name[1:], *month_abbr[1:]])})\b")
_YEAR = 12


def as_planned(sections: list[Section]) -> list[Section]:
    """The sections, those in progress in the month after the one whose work is done as planned."""
    done = {month for section in sections if section.name == "completed" and (month := _month(section))}
    if len(done) != 1:
        return sections
    coming = done.pop() % _YEAR + 1
    return [
        replace(section, name="planned")
        if section.name == "in progress" and _month(section) == coming
        else section
        for section in sections
    ]


def _month(section: Section) -> int | None:
    """The one month that a section's title names, 1 to 12."""
    named = {_MONTHS[match["month"][:3]] for match in _NAMED.finditer(section.title)}
    return named.pop() if len(named) == 1 else None
