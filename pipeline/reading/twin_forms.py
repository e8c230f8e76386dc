"""Sheets of a pack that only their forms part: the same labels again under another name, over records of its own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from extractors.document import Heading
from pipeline.reading.elements import Element, Labels, Line, Pair, Register
from pipeline.reading.titles import read_title
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import plain

_FEWEST_LABELS = 2
_TITLE_LENGTH = 120
"""Characters of the longest name over a form."""
_WHOSE = {"sponsor", "manager", "manager-fallback"}
"""Fields that say whose sheet it is; work packages have a lead too, but no records of the whole."""
_OF_THE_WHOLE = {"risks", "issues", "risks and issues", "milestones", "finances", "decisions"}
"""Sections that a project has and its work packages mostly have not."""
_COVERAGE = 0.75
"""Share of a line's words that the rules must know for it to head a section."""


def twin_forms(elements: list[Element], vocabulary: Vocabulary) -> list[int]:
    """Where the names stand over forms of the same labels; [] unless a report's records stand below each of them.

    A title or a field of a report before the first of them makes them parts of that report.
    """
    named: dict[tuple[object, ...], dict[str, int]] = {}
    for index, labels in _forms(elements, vocabulary):
        above = _name_above(elements, index, vocabulary)
        if above is not None and isinstance(line := elements[above], Line):
            look = (type(line.block), line.block.size, line.block.bold, line.spans_row)
            named.setdefault((labels, look), {}).setdefault(plain(line.text), above)
    starts = sorted(max(named.values(), key=len, default={}).values())
    if len(starts) < _FEWEST_LABELS or any(
        _is_of_one(element, vocabulary) for element in elements[: starts[0]]
    ):
        return []
    pieces = [elements[a:b] for a, b in itertools.pairwise([*starts, len(elements)])]
    return starts if all(_has_records_of_the_whole(piece, vocabulary) for piece in pieces) else []


def _forms(elements: list[Element], vocabulary: Vocabulary) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where forms begin, and their labels."""
    index = 0
    while index < len(elements):
        labels: list[str] = []
        fields: set[str | None] = set()
        start = index
        while index < len(elements) and isinstance(pair := elements[index], Pair) and pair.in_table:
            labels.append(plain(pair.label))
            fields.add(vocabulary.field(pair.label))
            index += 1
        if len(labels) >= _FEWEST_LABELS and fields & _WHOSE:
            yield start, tuple(labels)
        index += 1 if index == start else 0


def _name_above(elements: list[Element], index: int, vocabulary: Vocabulary) -> int | None:
    """The line set like a title right over a form that the rules know as nothing else."""
    above = index - 1
    while above >= 0 and isinstance(elements[above], Labels):
        above -= 1
    line = elements[above] if above >= 0 else None
    if not isinstance(line, Line) or not 0 < len(line.text) <= _TITLE_LENGTH:
        return None
    match = vocabulary.heading(line.text)
    heads = match is not None and (match.exact or match.coverage >= _COVERAGE)
    part = vocabulary.is_kind("workstreams", line.text.split(" ")[0])
    dressed = isinstance(line.block, Heading) or line.block.bold or line.spans_row
    return above if dressed and not heads and not part else None


def _is_of_one(element: Element, vocabulary: Vocabulary) -> bool:
    """Whether an element says of one report whose it is: a field of a form, a title with a name."""
    if isinstance(element, Pair):
        return vocabulary.field(element.label) not in {None, "metadata", "period", "report_date"}
    return isinstance(element, Register) or (
        isinstance(element, Line)
        and (title := read_title(element.text, vocabulary)).kind
        and bool(title.name)
    )


def _has_records_of_the_whole(piece: list[Element], vocabulary: Vocabulary) -> bool:
    sections = {
        match.section
        for element in piece
        if isinstance(element, Line)
        and (match := vocabulary.heading(element.text)) is not None
        and (match.exact or match.coverage >= _COVERAGE)
    }
    sections |= {element.kind for element in piece if isinstance(element, Register)}
    return len(sections) > 1 and bool(sections & _OF_THE_WHOLE)
