"""Labels and values of a form that are a report's title: 'Project: Highlight report', 'Project status / Mill Yard'."""

from __future__ import annotations

from pipeline.reading.elements import Pair
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import find_dates

_OF_REPORTS = {"ratings", "summary", "control"}
"""Sections of which a report may be titled."""
_TITLE_AND_NAME = 2
_LARGER = 1.2
"""Times the size of what stands under it from which a line is a title."""
_NAME_WORDS = 10
"""Words of the longest name under a title."""


def is_title_of_report(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words title the report, or a part of it, and are nobody's name: 'Project Status'."""
    match = vocabulary.heading(words) if len(words.split()) > 1 else None
    part = match is not None and match.exact and match.section in _OF_REPORTS
    return part or vocabulary.is_report_title(words)


def titles_name(pair: Pair, vocabulary: Vocabulary) -> bool:
    """Whether a report's title stands large over the name of its project, as in a banner; a label is no larger."""
    value = pair.value.strip()
    sizes = [block.size or 0.0 for block in pair.blocks]
    if (
        len(sizes) < _TITLE_AND_NAME
        or sizes[0] < sizes[-1] * _LARGER
        or value.endswith(".")
        or find_dates(value)
    ):
        return False
    named = len(value.split()) <= _NAME_WORDS and vocabulary.rating_words.of_word(value) is None
    return named and is_title_of_report(pair.label.strip(" :"), vocabulary)
