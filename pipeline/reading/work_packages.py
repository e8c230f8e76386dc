"""Work packages that hold what was done and what comes next: 'WP1 Design' over 'Progress' and 'Next steps'."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from extractors.document import Heading
from pipeline.reading.elements import ACTIVITY_SECTIONS, RECORD_SECTIONS, Line, Pair, Rated, Section
from pipeline.reading.headings import Looks

_NUMBER = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+(?=[A-Z])")
_LEAD_LENGTH = 80
"""Characters of a line that says who leads a work package."""
_NAME = 80
"""Characters of the longest name of a part of the work."""
_OWN_RECORDS = {*RECORD_SECTIONS, "response", "front"}
"""Sections whose headings name their own records."""
_BETWEEN = 3
"""Lines at most between two parts of the work: a name, what it is about, who does it."""
_SERIES = 2
"""Headings of one look, each right over a section of activities, that make a series."""


def name_work_packages(sections: list[Section], looks: Looks) -> list[Section]:
    """The sections, those of activities under a work package's heading with its name as their workstream."""
    again = _told_again(sections)
    over: dict[int, Line] = {}
    for index in range(1, len(sections)):
        line = _line_over(sections, index, looks)
        if line is None and index in again:
            line = _name_between(sections[index - 1], looks, list(over.values()))
        if line is not None:
            over[index] = line
    series = [
        index
        for index, line in over.items()
        if line.label == "package" or _alike(line, over, looks) >= _SERIES
    ]
    if not series:
        return sections
    named: list[Section] = []
    current: Line | None = None
    for index, section in enumerate(sections):
        if index in series:
            current = over[index]
            named[-1], lead = _without_heading(named[-1], current)
            named += [lead] if lead is not None else []
        if section.name not in ACTIVITY_SECTIONS or current is None:
            goes_on = current is not None and current.label == "package" and section.name != "loose"
            current = current if goes_on else None
            named.append(section)
            continue
        named.append(replace(section, work_package=current))
    return named


def _without_heading(above: Section, heading: Line) -> tuple[Section, Section | None]:
    """The section above a work package without the package's heading, and who leads the package as prose of its own.

    The lead of one package is no manager of the project.
    """
    if heading is above.heading:
        return above, None
    place = next(index for index, item in enumerate(above.items) if item is heading)
    blocks = [
        block
        for item in above.items[place + 1 :]
        if isinstance(item, (Line, Pair))
        for block in ((item.block,) if isinstance(item, Line) else item.blocks)
    ]
    lead = Section("people", heading.text.strip(" :"), None, [Line(block, block.text) for block in blocks])
    return replace(above, items=above.items[:place]), lead if blocks else None


def _line_over(sections: list[Section], index: int, looks: Looks) -> Line | None:
    """The heading, or a table's filled row, right over a section of activities that no rule knows; None without one."""
    above, section = sections[index - 1], sections[index]
    card = next((item for item in above.items if isinstance(item, Line) and item.label == "package"), None)
    if card is not None:
        return card  # its issues may come first
    if section.name not in ACTIVITY_SECTIONS or not above.items:
        return None
    last = above.items[-1]
    if len(above.items) > 1 and isinstance(last, (Line, Pair)) and _names_a_lead(last):
        last = above.items[-2]
    if not isinstance(last, Line):
        return None
    banded = last.in_table and last.spans_row and bool(last.fill)
    if not banded and (not isinstance(last.block, Heading) or last.in_table):
        return None
    return last if looks.strength(last) > 1 else None


def _told_again(sections: list[Section]) -> set[int]:
    """The sections of activities whose headings stand in the report more than once: for one part of the work each."""
    titles = Counter(section.title.casefold() for section in sections if section.name in ACTIVITY_SECTIONS)
    return {
        index
        for index, section in enumerate(sections)
        if section.name in ACTIVITY_SECTIONS and titles[section.title.casefold()] >= _SERIES
    }


def _name_between(above: Section, looks: Looks, known: list[Line]) -> Line | None:
    """What names a part of the work right over its sections: the first line between the parts, others below it.

    Over the first part more may stand; its name is dressed as the others are, which those tell that follow.
    """
    if above.heading is not None and all(isinstance(item, Rated) for item in above.items):
        return above.heading if above.name not in _OWN_RECORDS else None
    lines = [item for item in above.items[-_BETWEEN:] if isinstance(item, Line)]
    if above.name != "loose" or len(above.items) > _BETWEEN:
        lines = [line for line in lines if looks.strength(line) > 1][-1:]
    name = lines[0] if lines else None
    if name is None or looks.strength(name) <= 1 or len(name.text) > _NAME or name.text.endswith("."):
        return None
    return name if not known or looks.of(name) in map(looks.of, known) else None


def _names_a_lead(item: Line | Pair) -> bool:
    """A line between a work package's heading and its work: 'Workstream lead: A B', 'Budget: £40k'."""
    words = item.text if isinstance(item, Line) else f"{item.label}: {item.value}"
    plain = isinstance(item, Pair) or not (item.block.bold or item.block.underline)
    return plain and ":" in words and len(words) <= _LEAD_LENGTH


def _alike(line: Line, over: dict[int, Line], looks: Looks) -> int:
    return len([other for other in over.values() if looks.of(other) == looks.of(line)])


def package_name(section: Section) -> str | None:
    """The name of the work package that a section stands under."""
    return without_number(section.work_package.text.strip(" :")) if section.work_package else None


def without_number(name: str) -> str:
    """A work package's or workstream's name without the number before it ('2.1 Design')."""
    return _NUMBER.sub("", name)
