"""A project's sponsor, manager, reference, start and end where only a sentence says so: memos have no form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.document import ListItem
from pipeline.nlp import split_sentences
from pipeline.reading.context import Context
from pipeline.reading.elements import RECORD_SECTIONS, Line, Section, source_of
from pipeline.reading.fields import Fields
from pipeline.reading.persons import is_person
from pipeline.values.dates import find_dates

_IS = r"(?:is|remains|continues to be)(?: (?:now|still|currently))?"
_SAYS = re.compile(rf"\s{_IS}\s")
_ROLE_FIRST = re.compile(
    rf"\b(?:the|our|my|its)\s+(?P<label>[A-Za-z][\w'’/ -]{{1,40}}?)\s+{_IS}\s+(?P<value>[A-Z0-9][^,;:()]{{1,60}})",
    re.IGNORECASE,
)
"""'The sponsor is Dr Ann Lee', 'our reference is LM/07'."""
_NAME_FIRST = re.compile(
    rf"(?:^|\band\s+|[,;]\s*)(?P<value>[A-Z][^,;:()]{{2,40}}?)\s+{_IS}\s+(?:the|our|its)\s+(?P<label>[\w'’/ -]{{2,40}})"
)
"""'Bo Day is our project manager'."""
_ENDS = re.compile(r"\s+(?:and|who|with|while|whose|but|for|at|of|until|from|since)\b|[.]\s*$")
"""What a name ends before."""
_CODE = re.compile(r"(?=\S*\d)[A-Z][A-Z0-9]*[-/.]?\d[\w/.-]{0,16}\b")
_PEOPLE = {"sponsor": "sponsor", "manager": "manager", "manager-fallback": "manager"}
_BRACKETED = re.compile(
    r"\b(?P<value>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3}) \((?:the |our )?(?P<label>[A-Za-z ]{3,40})\)"
)
"""'put it to Bo Day (Project Manager)'."""
_SIGNED = re.compile(
    r"^(?P<value>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})(?:, |\t+)(?P<label>[A-Z][A-Za-z ]{3,40})$"
)
"""'Bo Day, Project Manager' under 'Yours sincerely'."""
_DATES = {"start_date", "end_date"}
_WHOLES = {"project", "scheme", "programme", "contract", "grant"}
"""What a sentence must speak of for its last date to be the end of all: 'the roof will be complete in May' is none."""
_RECORDS = RECORD_SECTIONS | {"milestones"}
_LABEL_WORDS = 4
"""Words of the longest label; more are a clause."""


def tell_particulars(sections: Sequence[Section], fields: Fields, context: Context) -> None:
    """Set the fields that the form leaves out and a sentence of the report's prose gives; each is told."""
    if {*_PEOPLE.values(), *_DATES, "reference"} <= set(fields.values):
        return
    for line in _prose(sections):
        told = any(pattern.search(line.text) for pattern in (_SAYS, _BRACKETED, _SIGNED))
        if not told and not find_dates(line.text):
            continue
        for sentence in split_sentences(line.text):
            for key, value in _said(sentence, context):
                if key in fields.values:
                    continue
                source = source_of(line.block.place, line.block.text, "sentence")
                fields.values[key], fields.sources[key] = value, source
                message = f"No label gives the {key}: '{value}' was read from a sentence."
                context.tell("field-from-sentence", "warning", key, message, source)


def _prose(sections: Sequence[Section]) -> Iterator[Line]:
    """The lines of running text outside the records, and a letter's last ones that name somebody with the role."""
    for section in sections:
        for item in section.items:
            if not isinstance(item, Line) or isinstance(item.block, ListItem):
                continue
            if section.name not in _RECORDS or _BRACKETED.search(item.text) or _SIGNED.match(item.text):
                yield item


def _said(sentence: str, context: Context) -> Iterator[tuple[str, str]]:
    """The fields that a sentence gives, with their values."""
    for pattern in (_ROLE_FIRST, _NAME_FIRST):
        start = 0
        while (found := pattern.search(sentence, start)) is not None:
            start = min(found.end("label"), found.end("value"))
            label = found["label"].strip()
            words = label.split()
            names = (" ".join(words[:count]) for count in range(min(len(words), _LABEL_WORDS), 0, -1))
            field = next((name for words in names if (name := context.vocabulary.field(words))), None)
            if pattern is _ROLE_FIRST and len(words) > _LABEL_WORDS:
                continue
            value = _ENDS.split(found["value"].strip())[0].strip()
            if field in _PEOPLE and is_person(value):
                yield _PEOPLE[field], value
            elif field == "reference" and (code := _CODE.match(found["value"].strip())):
                yield "reference", code[0].rstrip(".")
    for named in (*_BRACKETED.finditer(sentence), *_SIGNED.finditer(sentence.strip())):
        field = context.vocabulary.field(named["label"])
        if field in _PEOPLE and is_person(named["value"]):
            yield _PEOPLE[field], named["value"]
    yield from _start_and_end(sentence, context)


def _start_and_end(sentence: str, context: Context) -> Iterator[tuple[str, str]]:
    """'The project started in March 2011 and will end in May 2012': the dates, and what the words before each say."""
    told: str | None = None
    position = 0
    for start, end, value in find_dates(sentence, context.order, context.year):
        words = sentence[position:start].strip(" ,;:")
        position = end
        about_it = told is not None or any(word in _WHOLES for word in words.casefold().split())
        begun = context.vocabulary.is_kind("started-on", words)
        ends = about_it and context.vocabulary.is_kind("ends-on", words)
        told = "start_date" if begun else "end_date" if ends else None
        if told is not None and value.iso is not None:
            yield told, value.iso
