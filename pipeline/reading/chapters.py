"""Chapters: lines of one look that are numbered on and on through a report ('3. Hours', '4. Issues', '5. Risks').

Names may look just like them ('Priya Raman:' in bold); the number tells that a chapter ends what stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.document import ListItem
from pipeline.reading.elements import RECORD_SECTIONS, Element, Line
from pipeline.reading.headings import Look, Looks
from pipeline.reading.vocabulary import Vocabulary

_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]?\s+(?=[^\W\d])")
_FEWEST = 3
_KNOWN = 2
"""Chapters that are headings of records: work may be numbered too, but is seldom called 'Risks' and 'Next steps'."""
_LATEST = 2
"""The number of the first one: what was rated under '1. Overall status' may be read already."""
_WORDS = 10
_HEADS = RECORD_SECTIONS | {"milestones", "summary"}


def find_chapters(elements: Iterable[Element], looks: Looks, vocabulary: Vocabulary) -> frozenset[Line]:
    """The lines that head a report's numbered chapters; none where they are not numbered in turn."""
    numbered: dict[Look, list[tuple[int, Line]]] = {}
    for element in elements:
        number = _number_of(element) if isinstance(element, Line) else None
        if number is not None and isinstance(element, Line) and looks.strength(element) > 1:
            numbered.setdefault(looks.of(element), []).append((number, element))
    return frozenset(
        line for lines in numbered.values() if _are_chapters(lines, vocabulary) for _, line in lines
    )


def _number_of(line: Line) -> int | None:
    """The number that a short line begins with."""
    found = _NUMBER.match(line.text.strip())
    short = len(line.text.split()) <= _WORDS and line.label == "none" and not isinstance(line.block, ListItem)
    return int(found["number"]) if found and short and not line.text.rstrip().endswith((".", ";")) else None


def _are_chapters(lines: list[tuple[int, Line]], vocabulary: Vocabulary) -> bool:
    first = lines[0][0]
    in_turn = [number for number, _ in lines] == list(range(first, first + len(lines)))
    if len(lines) < _FEWEST or first > _LATEST or not in_turn:
        return False
    matches = [vocabulary.heading(line.text.strip()) for _, line in lines]
    known = {match.section for match in matches if match is not None and match.whole}
    return len(known & _HEADS) >= _KNOWN and bool(known & RECORD_SECTIONS)
