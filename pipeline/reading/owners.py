"""Who does a piece of work and by when, where the words of its line say so."""

from __future__ import annotations

import re

from pipeline.reading.context import Context
from pipeline.reading.persons import is_person
from pipeline.values.dates import find_dates, parse_date

_DUE = re.compile(
    r"\b(?:due|by|before|no later than|complete(?:d)? by|on or before)\s*:?\s*(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
_ANY_YEAR = 2000
"""With which '29 February' is a day too."""
_DAY = re.compile(r"^(?:due|by|before|on|target)\s*:?\s+", re.IGNORECASE)
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


def owner_in(text: str) -> str | None:
    """The owner that a line names as such: '(Owner: A B)', '[AB]' at its end."""
    match = _OWNER.search(text) or _INITIALS.search(text)
    if match:
        return match["name"].strip()
    match = _NAMED.search(text)
    if match and is_person(match["name"]):
        return match["name"]
    named = _NAMED_DAY.search(text)
    if named is not None and is_person(named["name"].strip()) and _is_day(named["day"]):
        return named["name"].strip()
    bracket = _BRACKET.search(text)
    if bracket is None:
        return None
    name, before = bracket["name"].strip(), text[: bracket.start()]
    return name if is_person(name) and not _abbreviates(name, before) else None


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
    named = _NAMED_DAY.search(text)
    behind = (
        named.start("day") if named is not None and owner_in(text) == named["name"].strip() else len(text)
    )
    found = [
        value
        for start, _, value in find_dates(text, context.order, context.year)
        if start >= behind or _DUE.search(text[:start])
    ]
    if len({value.iso for value in found}) != 1:
        return None
    return context.checked(found[0], about, source)  # type: ignore[arg-type]
