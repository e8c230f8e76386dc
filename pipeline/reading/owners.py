"""Who is to do what a line tells, and by when: '(Owner: A B)', '[AB]', '(Ada Reed, by 12 May)', '(Ada)' at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from pipeline.model import Source
from pipeline.reading.context import Context
from pipeline.reading.elements import Register, Section, cell_text
from pipeline.reading.fields import Fields
from pipeline.reading.persons import is_person
from pipeline.values.dates import find_dates

_DUE = re.compile(
    r"\b(?:due|by|before|no later than|complete(?:d)? by|on or before)\s*:?\s*(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"[(\[–\-;,.]\s*(?:action\s+)?(?:owner|lead|action by|responsible|assigned to)"
    r"\s*[:\-–]\s*(?P<name>[^()\[\];.,]{2,40})",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\((?P<name>[A-Z][\w'’.&\- ]{1,34})\)\s*[.;]?$")
_INITIALS = re.compile(r"\[(?P<name>[A-Z]{2,3}(?:/[A-Z]{2,3})?)\]\s*\.?$")
_DATED = re.compile(
    r"[(\[](?P<name>[A-Z][\w'’.&\- ]{1,34}?)\s*(?:[,;:–/-]|\s-)\s*(?P<when>[^()\[\]]{3,30})[)\]]\s*[.;]?$"
)
"""'(Ada Reed, by 12 May)': whatever stands after the name must be a date."""
_LABELLED = re.compile(
    r"\s*[(\[](?=[^()\[\]]*[;,|])"
    r"(?:\s*(?:owner|lead|action by|responsible|assigned to|due|due date|by when|deadline|target date)"
    r"\s*:\s*[^()\[\];,|:]{2,40}[;,|]?){2,3}[)\]]\s*[.;]?$",
    re.IGNORECASE,
)
"""A bracket of nothing but labelled parts: '[Owner: Ada Reed; due: 12/05/2012]'."""
_FIRST_NAME = re.compile(r"[A-Z][a-zà-ÿ'’]{2,14}")
_NAME_WORDS = re.compile(r"[^\W\d_][\w'’-]+")
_RANKS = 3
"""Letters of the shortest first name; what is shorter may be initials or a title."""


def owner_in(text: str, first_names: Set[str] = frozenset()) -> str | None:
    """The owner that a line names as such; a first name alone where it is one of the report's own people's."""
    match = _OWNER.search(text) or _INITIALS.search(text)
    if match:
        return match["name"].strip()
    dated = _DATED.search(text)
    if dated is not None and _is_date(dated["when"]) and _is_known(dated["name"].strip(), first_names):
        return dated["name"].strip()
    bracket = _BRACKET.search(text)
    if bracket is None:
        return None
    name, before = bracket["name"].strip(), text[: bracket.start()]
    return name if _is_known(name, first_names) and not _abbreviates(name, before) else None


def owner_perhaps(text: str, context: Context) -> str | None:
    """A word in brackets at a line's end that may be somebody's first name, though nobody else is called so."""
    dated = _DATED.search(text)
    bracket = dated if dated is not None and _is_date(dated["when"]) else _BRACKET.search(text)
    name = bracket["name"].strip() if bracket else ""
    if not _FIRST_NAME.fullmatch(name) or context.words.of_word(name) is not None:
        return None
    known = (
        context.vocabulary.activity_kind(name) or context.placeholder(name) or find_dates(f"1 {name} 2012")
    )
    return None if known else name


def without_labels(text: str) -> str:
    """The line without a bracket at its end that is nothing but labelled fields; what it says is in the record."""
    return _LABELLED.sub("", text).rstrip() or text


def due_in(text: str, context: Context, about: str, source: Source) -> str | None:
    """The date of the only 'by <date>' of a line, None where there is none or several."""
    found = [
        value
        for start, _, value in find_dates(text, context.order, context.year)
        if _DUE.search(text[:start])
    ]
    if len({value.iso for value in found}) != 1:
        return None
    return context.checked(found[0], about, source)


def first_names(fields: Fields, sections: Iterable[Section]) -> frozenset[str]:
    """The first names of the people whom a report's form and its tables' columns of owners name in full."""
    people = [fields.values.get(key, "") for key in ("sponsor", "manager")]
    people += [value for value in fields.metadata.values() if is_person(value.strip())]
    for section in sections:
        for item in section.items:
            rows = item.rows if isinstance(item, Register) else ()
            people += [cell_text(row.cells["owner"]) for row in rows if "owner" in row.cells]
    words = (_NAME_WORDS.findall(person) for person in people)
    return frozenset(word for name in words for word in name[:-1] or name if len(word) >= _RANKS)


def _is_known(name: str, known: Set[str]) -> bool:
    """Whether words are a person's full name or initials, or the first name of one of the report's people."""
    return is_person(name) or (name in known and _FIRST_NAME.fullmatch(name) is not None)


def _is_date(words: str) -> bool:
    """Whether words are nothing but a date, 'by' before it or not."""
    found = find_dates(words, "dmy", 2000)
    if len(found) != 1:
        return False
    start, end, _ = found[0]
    lead = words[:start].strip()
    return (not lead or _DUE.search(words[:start]) is not None) and not words[end:].strip(" .")


def _abbreviates(letters: str, before: str) -> bool:
    """Whether capitals in brackets are short for the words before them ('the Partnership Board (PB)')."""
    if not letters.isupper():
        return False
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z][\w'’-]*", before)[-8:]).upper()
    return letters[0] in initials[-len(letters) - 2 :] and _is_subsequence(
        letters, initials[-len(letters) - 3 :]
    )


def _is_subsequence(letters: str, text: str) -> bool:
    position = iter(text)
    return all(letter in position for letter in letters if letter.isalpha())
