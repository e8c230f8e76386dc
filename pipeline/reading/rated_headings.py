"""Headings that are a rated dimension over its rating: 'Budget status' over 'Green – spend is in line'."""

from __future__ import annotations

from extractors.document import Heading, ListItem
from pipeline.reading.elements import ACTIVITY_SECTIONS, Element, Line, Rated, Register, Section
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import without_numbering
from pipeline.values.rating import Mark


def rate_heading(section: Section, vocabulary: Vocabulary) -> None:
    """'Budget status' over 'Green – spend is in line': the section's heading is a rated dimension."""
    first = next((item for item in section.items if isinstance(item, Line)), None)
    if (
        section.heading is None
        or first is None
        or first is not section.items[0]
        or section.name in ACTIVITY_SECTIONS
    ):
        return
    label = without_numbering(section.title).strip(" :")
    words = vocabulary.rating_words
    if (
        vocabulary.dimension(label) is None
        or not (words.starts_with_rating(first.text) or len(words.options(first.text)) > 2)
        or vocabulary.is_kind("placeholder", first.text)
        or (isinstance(first.block, Heading) and any(map(_is_listed, section.items[1:])))
    ):
        return  # 'Risks' over 'Critical' over a table of them: the second heading sorts them
    mark = Mark(first.text, first.block.runs, first.fill, first.block.figures)
    said = section.items[1] if len(section.items) == len(("rating", "why")) else None
    why = said if isinstance(said, Line) and not isinstance(said.block, ListItem) else None
    blocks = (section.heading.block, first.block, *((why.block,) if why else ()))
    comment = why.text if why else None
    section.items[:] = [
        Rated(label, mark, None, comment, blocks, first.block.place),
        *section.items[1 + bool(why) :],
    ]


def _is_listed(item: Element) -> bool:
    """Whether an element is a table of records or a bullet."""
    return isinstance(item, Register) or (isinstance(item, Line) and isinstance(item.block, ListItem))
