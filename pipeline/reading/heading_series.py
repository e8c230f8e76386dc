"""Headings that a report numbers through: '1. Status', '2. Individual work', '3. Hours', '4. Issues'.

Whatever a rule knows of their words, those of one look whose numbers run on from the first head sections, and none is
a workstream of the one before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from extractors.document import ListItem
from pipeline.reading.elements import RECORD_SECTIONS, Element, Line
from pipeline.reading.headings import Look, Looks
from pipeline.reading.vocabulary import Vocabulary

_NUMBERED = re.compile(r"(?:section\s+)?(\d{1,2}|[A-Z])[.):]?\s+(?=\S)", re.IGNORECASE)
_LEAST = 3
"""Headings of a series."""
_KNOWN = 2
"""Those of them that head different sections of records: workstreams may be numbered too."""
_FIRST = 2
_WORDS = 10
"""Words of the longest heading; a numbered line with more is an item of a list."""


def looks_of_series(elements: Iterable[Element], looks: Looks, vocabulary: Vocabulary) -> set[Look]:
    """The looks of headings that a report numbers through from 1 or A."""
    lines = [line for line in elements if isinstance(line, Line) and not isinstance(line.block, ListItem)]
    series: dict[Look, list[tuple[int, Line]]] = defaultdict(list)
    for line in lines:
        number = _number_of(line.text)
        if number is not None and looks.strength(line) > 1 and not line.in_table:
            series[looks.of(line)].append((number, line))
    return {
        look
        for look, numbered in series.items()
        if len(numbered) >= _LEAST
        and _runs_on([number for number, _ in numbered])
        and len(_sections_headed((line for _, line in numbered), vocabulary)) >= _KNOWN
    }


def _runs_on(numbers: list[int]) -> bool:
    """Whether numbers run on from the first, or from the second where the first heads a rating and was read with it."""
    return numbers[0] <= _FIRST and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _number_of(text: str) -> int | None:
    """The number before a heading's words, a letter's place in the alphabet; None where none stands there."""
    said = _NUMBERED.match(text)
    if said is None or len(text.split()) > _WORDS:
        return None
    return int(said[1]) if said[1].isdigit() else ord(said[1].upper()) - ord("A") + 1


def _sections_headed(lines: Iterable[Line], vocabulary: Vocabulary) -> set[str]:
    found = [vocabulary.heading(line.text) for line in lines]
    return {match.section for match in found if match and match.whole} & RECORD_SECTIONS
