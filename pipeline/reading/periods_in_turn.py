"""Headings that are nothing but periods: 'Last week' and 'This week', with or without 'Next week'.

Alone, 'This week' heads what was done. After what was done last week it is what is being done, or, where nothing comes
after it, what comes next.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.reading.context import Context
from pipeline.reading.elements import Section, source_of


def periods_in_turn(sections: list[Section], context: Context) -> list[Section]:
    """The sections, that of the present period as one of present or coming work where the last one has its own."""
    says = context.vocabulary.is_kind
    past = any(section.name == "completed" and says("last-period", _title(section)) for section in sections)
    if not past:
        return sections
    name = "in progress" if any(section.name == "planned" for section in sections) else "planned"
    return [
        _moved(section, name, context)
        if section.name == "completed" and says("this-period-alone", _title(section))
        else section
        for section in sections
    ]


def _moved(section: Section, name: str, context: Context) -> Section:
    heading = section.heading
    if heading is not None:
        source = source_of(heading.block.place, heading.block.text)
        message = f"'{section.title}' stands beside work of the period before it: taken as {name} work."
        context.tell("period-in-turn", "warning", "activities", message, source)
    return replace(section, name=name)


def _title(section: Section) -> str:
    return section.title.strip(" :")
