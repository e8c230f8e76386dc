"""Sections that only tell the story of a month whose work another section lists."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import ListItem
from pipeline.reading.elements import Line, Register, Section
from pipeline.reading.vocabulary import Vocabulary

BESIDE_A_LIST = "prose beside a list"
"""The rule of a section whose heading promises work, told in prose where another section lists it."""

_PARAGRAPHS = 2
"""Paragraphs of a summary at most: more are pieces of work, each told in prose."""
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")


def as_summaries(sections: list[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections, those in prose as summaries where another one lists the work: 'Highlights', 'The story so far',
    and 'Progress' where its paragraphs are of several sentences and the list stands below.
    """
    listed = [section for section in sections if _lists(section) and _is_of_work(section)]
    told: list[Section] = []
    for index, section in enumerate(sections):
        if section.name != "completed" or _lists(section) or not listed:
            told.append(section)
        elif vocabulary.is_kind("story", section.title.strip(" :")):
            told.append(replace(section, name="summary"))
        elif _is_prose(section) and any(
            other.name == "completed" for other in sections[index:] if _lists(other)
        ):
            told.append(replace(section, name="summary", rule=BESIDE_A_LIST))
        else:
            told.append(section)
    return told


def _is_prose(section: Section) -> bool:
    """Whether a section is a paragraph or two of several sentences, and none of its lines stands out."""
    lines = [item for item in section.items if isinstance(item, Line)]
    return 0 < len(lines) <= _PARAGRAPHS and all(
        _SENTENCE_END.search(line.text) and not line.block.bold and not line.in_table for line in lines
    )


def _is_of_work(section: Section) -> bool:
    tables = [item for item in section.items if isinstance(item, Register)]
    return section.name == "completed" or any(table.kind == "activities" for table in tables)


def _lists(section: Section) -> bool:
    """Whether a section holds bullets or a table of records."""
    return any(
        isinstance(item, Register) or (isinstance(item, Line) and isinstance(item.block, ListItem))
        for item in section.items
    )
