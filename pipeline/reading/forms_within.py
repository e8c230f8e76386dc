"""The report's form under a heading that opens a section of records: 'Progress report' may be its title.

Right over the form such a heading is a title. Where something stands between them, the form is read all the same:
labels of a report's particulars side by side in a table are no lines of what was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extractors.document import ListItem
from pipeline.reading.elements import RECORD_SECTIONS, Element, Line, Pair, Section
from pipeline.reading.heading_words import HeadingMatch
from pipeline.reading.inline import STRONG_FIELDS
from pipeline.reading.label_lines import split_line
from pipeline.reading.vocabulary import Vocabulary

_NAMING = {"project", "programme", "reference"}
"""Fields that begin a form."""
_LEAST_FIELDS = 4
"""Fields of a form that stands under a heading of records: a record has fewer parts that are called like them."""
_KNOWN_SHARE = 0.5
"""The share of a form's labels that the rules know."""


def is_over_the_form(
    match: HeadingMatch, section: str, below: Sequence[Element], vocabulary: Vocabulary
) -> bool:
    """Whether a line of the front stands right over the report's form: a subtitle, whatever its words.

    ``section``: where the line stands; ``below``: the two elements after it.
    """
    if section != "front":
        return False
    fields = [_field_of(element, vocabulary) for element in below]
    if match.section not in RECORD_SECTIONS:
        return not match.exact and any(name in _NAMING for name in fields)
    return bool(fields) and (fields[0] in _NAMING or all(name in STRONG_FIELDS for name in fields))


def _field_of(element: Element, vocabulary: Vocabulary) -> str | None:
    """The field that a pair, or a line of a label and its value, gives."""
    if isinstance(element, Pair):
        return vocabulary.field(element.label)
    if not isinstance(element, Line) or isinstance(element.block, ListItem):
        return None
    pairs = split_line(element.block, element.text, vocabulary, strict=True)
    return vocabulary.field(pairs[0].label) if pairs and pairs[0].value else None


def with_form_in_front(sections: Sequence[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections with a form that stands among records moved to the front, if the front has none of its own."""
    begun = bool(sections) and sections[0].name == "front"
    front = sections[0] if begun else Section("front", "", None)
    if _fields(front.items, vocabulary) & _NAMING:
        return list(sections)
    rest = list(sections[int(begun) :])
    for index, section in enumerate(rest):
        form = _form(section, vocabulary) if section.name in RECORD_SECTIONS else []
        if form:
            others = [item for item in section.items if not any(item is pair for pair in form)]
            rest[index] = replace(section, items=others)
            return [replace(front, items=[*front.items, *form]), *rest]
    return list(sections)


def _form(section: Section, vocabulary: Vocabulary) -> list[Pair]:
    """The pairs of a section, one after the other in a table, that are the report's form."""
    for paired, run in groupby(section.items, lambda item: isinstance(item, Pair) and item.in_table):
        pairs = [item for item in run if isinstance(item, Pair)]
        fields = _fields(pairs, vocabulary)
        if paired and fields & _NAMING and len(fields) >= max(_LEAST_FIELDS, _KNOWN_SHARE * len(pairs)):
            return pairs
    return []


def _fields(items: Sequence[Element], vocabulary: Vocabulary) -> set[str]:
    """The particulars that pairs give, each once."""
    found = {vocabulary.field(item.label) for item in items if isinstance(item, Pair)}
    return {field for field in found if field in STRONG_FIELDS}
