"""Who does a piece of work and by when, where the words of its line say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from pipeline.reading.context import Context
from pipeline.reading.elements import Register, Section
from pipeline.reading.fields import Fields
from pipeline.reading.persons import is_person
from pipeline.values.dates import find_dates, parse_date
from pipeline.values.notation import any_word, words_of

_DUE = re.compile(
    r"\b(?:due|by|before|no later than|complete(?:d)? by|on or before)\s*:?\s*(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
_ANY_YEAR = 2000
"""With which '29 February' is a day too."""
_DAY = re.compile(r"^(?:due|by|before|on|target)\s*:?\s+", re.IGNORECASE)
_ROLES = ("owner", "lead", "action by", "responsible", "assigned to")
_OWNER = re.compile(
    r"[(\[–\-;,.]\s*(?:action\s+)?(?:owner|lead|action by|responsible|assigned to)"
    r"\s*[:\-–]\s*(?P<name>[^()\[\];.,]{2,40})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[(\[–\-;,.]\s*(?:action\s+)?(?:owner|lead|action by|responsible|assigned to)\s+"
    r"(?P<name>(?-i:[A-Z])[^()\[\];:.,\d]{2,40}?)\s*(?=[)\];,.–]|$)",
    re.IGNORECASE,
)
"""The same without a colon ('– owner A Person, due 7 November'): then it must be a person's name."""
_BRACKET = re.compile(r"\((?P<name>[A-Z][\w'’.&\- ]{1,34})\)\s*[.;]?$")
_NAMED_DAY = re.compile(
    r"\((?P<name>[A-Z][\w'’.&\- ]{1,34}?)\s*(?:[,;:–]|\s-)\s*(?P<day>[^()]{4,30})\)\s*[.;]?$"
)
"""'(A Person, 7 November 2025)' at a line's end: who does it and by when."""
_INITIALS = re.compile(r"\[(?P<name>[A-Z]{2,3}(?:/[A-Z]{2,3})?)\]\s*\.?$")
_LABELLED = re.compile(
    r"\s*[(\[](?=[^()\[\]]*[;,|])"
    r"(?:\s*(?:owner|lead|action by|responsible|assigned to|due|due date|by when|deadline|target date)"
    r"\s*:\s*[^()\[\];,|:]{2,40}[;,|]?){2,3}[)\]]\s*[.;]?$",
    re.IGNORECASE,
)
"""A bracket of nothing but labelled parts: '[Owner: Ada Reed; due: 12/05/2012]'."""
_FIRST_NAME = re.compile(r"[A-Z][a-zà-ÿ'’]{2,14}")
_AND = re.compile(r"\s+(?:and|&)\s+")
_NAME_WORDS = re.compile(r"[^\W\d_][\w'’-]+")
_SHORTEST = 3
"""Letters of the shortest first name; what is shorter may be initials or a title."""


def owner_in(text: str, first_names: Set[str] = frozenset()) -> str | None:
    """The owner that a line names as such: '(Owner: A B)', '[AB]' at its end.

    ``first_names``: those of the report's own people, one of which alone names an owner too: '(Ada)'.
    """
    says_role, brackets = _names_role(text), _holds_bracket(text)
    match = (
        (_OWNER.search(text) if says_role else None)
        or _in_own_language(text)
        or (_INITIALS.search(text) if brackets else None)
    )
    if match:
        return match["name"].strip()
    match = _NAMED.search(text) if says_role else None
    if match and is_person(match["name"]):
        return match["name"]
    if not brackets:
        return None
    named = _NAMED_DAY.search(text)
    if named is not None and _is_known(named["name"].strip(), first_names) and _is_day(named["day"]):
        return named["name"].strip()
    bracket = _BRACKET.search(text)
    if bracket is None:
        return None
    name, before = bracket["name"].strip(), text[: bracket.start()]
    return name if _is_known(name, first_names) and not _abbreviates(name, before) else None


def _in_own_language(text: str) -> re.Match[str] | None:
    """'(Verantwortlich: A B)' in a document of such a language."""
    words = words_of("owner")
    name = r"\s*[:–-]\s*(?P<name>[^()\[\];.,]{2,40})"
    return re.search(rf"[(\[–\-;,.]\s*{any_word(words)}{name}", text, re.IGNORECASE) if words else None


def _is_due(before: str) -> bool:
    """Whether what stands before a date makes it a deadline: 'by', 'spätestens am'."""
    words = words_of("deadline")
    own = words and re.search(rf"(?<!\w){any_word(words)}\s*:?\s*$", before, re.IGNORECASE)
    return bool(own) or _DUE.search(before) is not None


def _names_role(text: str) -> bool:
    """Whether a line holds one of the words that stand before an owner's name."""
    folded = text.casefold()
    return any(role in folded for role in _ROLES)


def _holds_bracket(text: str) -> bool:
    """Whether a line may end with who does the work in brackets."""
    return "(" in text or "[" in text


def owner_perhaps(text: str, context: Context) -> str | None:
    """A word or two in brackets at a line's end that may be first names, though nobody else is called so."""
    if not _holds_bracket(text):
        return None
    named = _NAMED_DAY.search(text)
    bracket = named if named is not None and _is_day(named["day"]) else _BRACKET.search(text)
    name = bracket["name"].strip() if bracket else ""
    parts = _AND.split(name)
    if not all(_FIRST_NAME.fullmatch(part) or (len(parts) > 1 and is_person(part)) for part in parts):
        return None
    if context.words.of_word(name) is not None:
        return None
    known = (
        context.vocabulary.activity_kind(name) or context.placeholder(name) or find_dates(f"1 {name} 2012")
    )
    return None if known else name


def without_labels(text: str) -> str:
    """The line without a bracket at its end that is nothing but labelled fields; what it says is in the record."""
    return (_LABELLED.sub("", text).rstrip() or text) if _holds_bracket(text) else text.rstrip() or text


def first_names(fields: Fields, sections: Iterable[Section]) -> frozenset[str]:
    """The first names of the people whom a report's form and its tables' columns of owners name in full."""
    people = [fields.values.get(key, "") for key in ("sponsor", "manager")]
    people += [value for value in fields.metadata.values() if is_person(value.strip())]
    for section in sections:
        for item in section.items:
            rows = item.rows if isinstance(item, Register) else ()
            people += [row.cells["owner"].words for row in rows if "owner" in row.cells]
    words = (_NAME_WORDS.findall(person) for person in people)
    return frozenset(word for name in words for word in name[:-1] or name if len(word) >= _SHORTEST)


def _is_known(name: str, known: Set[str]) -> bool:
    """Whether words are a person's full name or initials, or the first name of one of the report's people."""
    parts = _AND.split(name)
    if len(parts) > 1:
        return all(_is_known(part, known) for part in parts)  # 'Leeds and Hull' are two of something
    return is_person(name) or (name in known and _FIRST_NAME.fullmatch(name) is not None)


def _is_day(words: str) -> bool:
    """Whether words after a name are a day; one without a year must be the end of a term ('by 7 November')."""
    told = _DAY.match(words)
    return parse_date(_DAY.sub("", words), year=_ANY_YEAR if told else None) is not None


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


def due_in(text: str, context: Context, about: str, source: object) -> str | None:
    """The date of the only 'by <date>' of a line, or that after a name in brackets at its end; None where there is none
    or several.
    """
    named = _NAMED_DAY.search(text) if _holds_bracket(text) else None
    owned = named is not None and owner_in(text, context.first_names) == named["name"].strip()
    behind = named.start("day") if named is not None and owned else len(text)
    found = [
        value
        for start, _, value in find_dates(text, context.order, context.year)
        if start >= behind or _is_due(text[:start])
    ]
    if len({value.iso for value in found}) != 1:
        return None
    return context.checked(found[0], about, source)  # type: ignore[arg-type]
