"""Sections of a paper's front sheet that say what it is brought for: 'For assurance', 'For decision', some ticked."""

from __future__ import annotations

from dataclasses import replace

from pipeline.reading.elements import Line, Section
from pipeline.reading.vocabulary import Vocabulary


def as_front_sheet(sections: list[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections, those of decisions that hold nothing but a paper's purposes as what controls the document."""
    return [
        replace(section, name="control")
        if section.name == "decisions" and _holds_purposes(section, vocabulary)
        else section
        for section in sections
    ]


def _holds_purposes(section: Section, vocabulary: Vocabulary) -> bool:
    return bool(section.items) and all(
        isinstance(item, Line) and vocabulary.is_kind("purpose", item.text) for item in section.items
    )
