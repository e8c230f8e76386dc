"""Lines of a title block that are nothing but a date or a period: the report's own, whatever heading they resemble."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from extractors.document import ListItem
from pipeline.reading.elements import Element, Line, Section
from pipeline.values.dates import find_dates
from pipeline.values.notation import is_date_word

_BETWEEN_DATES = {
    *(
        "to",
        "from",
        "and",
        "until",
        "the",
        "for",
        "of",
        "period",
        "reporting",
        "month",
        "quarter",
        "date",
        "dated",
    ),
    *("st", "nd", "rd", "th", "ending", "ended", "week", "commencing"),
    *("monday", "tuesday", "wednesday", "thursday", "friday"),
}
"""Words that may stand in a line that is nothing but dates."""
_MONTH_STEMS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
_BLOCK = 8
"""Lines of the longest title block: titles, names, the date."""
_SHORT = 14
"""Words of a title block's longest line: longer ones are prose."""


def is_nothing_but_dates(text: str, dates: Iterable[tuple[int, int, object]]) -> bool:
    """Whether a text holds no word beside the ``dates`` found in it but such as stand between dates."""
    rest = text
    for start, end, _ in reversed(list(dates)):
        rest = rest[:start] + rest[end:]
    return all(
        len(word) == 1
        or word.casefold() in _BETWEEN_DATES
        or word.casefold()[:3] in _MONTH_STEMS
        or is_date_word(word)
        for word in re.findall(r"[^\W\d_]+", rest)
    )


def dated_title_lines(elements: Iterable[Element]) -> frozenset[Line]:
    """The lines of a report's title block that are nothing but dates with their year; a month alone may head work."""
    found: set[Line] = set()
    for place, element in enumerate(elements):
        if place >= _BLOCK or not isinstance(element, Line) or isinstance(element.block, ListItem):
            break
        if element.in_table or len(element.text.split()) > _SHORT:
            break
        dates = find_dates(element.text)
        days = any(value.iso is not None and len(value.iso) == len("2011-12-07") for _, _, value in dates)
        if days and is_nothing_but_dates(element.text, dates):
            found.add(element)
    return frozenset(found)


def move_to_front(sections: list[Section], dated: AbstractSet[Line]) -> None:
    """Move the ``dated`` lines of the title block to the front, where a line of it has opened a section before them."""
    for section in sections[1:]:
        held = [item for item in section.items if isinstance(item, Line) and item in dated]
        if held:
            section.items[:] = [item for item in section.items if item not in held]
            sections[0].items += held
