"""Sections that only tell the story of a month whose work another section lists."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import ListItem
from pipeline.reading.elements import Line, Register, Section
from pipeline.reading.vocabulary import Vocabulary


def as_summaries(sections: list[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections, 'Highlights' or 'The story so far' in prose as summaries where another section lists the work."""
    listed = [section for section in sections if _lists(section) and _is_of_work(section)]
    return [
        replace(section, name="summary")
        if section.name == "completed"
        and not _lists(section)
        and vocabulary.is_kind("story", section.title.strip(" :"))
        and any(other is not section for other in listed)
        else section
        for section in sections
    ]


def _is_of_work(section: Section) -> bool:
    tables = [item for item in section.items if isinstance(item, Register)]
    return section.name == "completed" or any(table.kind == "activities" for table in tables)


def _lists(section: Section) -> bool:
    """Whether a section holds bullets or a table of records."""
    return any(
        isinstance(item, Register) or (isinstance(item, Line) and isinstance(item.block, ListItem))
        for item in section.items
    )
