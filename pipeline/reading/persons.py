"""Whether words are the name of a person, as owners are given in brackets and in columns."""

from __future__ import annotations

import re

_INITIALS_ONLY = re.compile(r"[A-Z]{2,3}(?:\s?[/&]\s?[A-Z]{2,3})?")
_FULL_NAME = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Cllr|Prof|Professor|Insp|Sgt|DI|DS|PC)\.? )?(?:[A-Z]\.? ?){1,2}"
    r"(?:[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?|(?:O['’]|Mc|Mac)[A-Z][a-z]+)"
    r"|[A-Z][a-zé'’]+ (?:&|and) [A-Z][a-zé'’]+"
    r"|[A-Z][a-zé]+ (?:(?:van|de|von|Van|De|[A-Z]\.?) )?"
    r"(?:[A-Z][a-zé]+|(?:O['’]|Mc|Mac)[A-Z][a-z]+)(?:-[A-Z][a-z]+)?"
)
_TITLED = re.compile(
    r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Cllr|Councillor|Alderman|Ald|Prof|Professor|Sir|Dame|Lord|Lady|Baroness"
    r"|Rev|Revd|Canon|Father|Fr|Sister|Bishop|Archdeacon|Rabbi|Imam"
    r"|Insp|Sgt|DI|DS|PC|DCI|DSupt|Supt|ACC|DCC|Col|Colonel|Maj|Major|Capt|Captain|Cdr|Commander)\.? "
)

_BADGE = re.compile(r"(?P<initials>[A-Z]{2,3})\s+(?P<name>[A-Z]\S+(?:\s+\S+)+)")


def is_person(words: str) -> bool:
    """Initials ('JW'), 'O Pugh', 'F. Mulvihill', 'Samir Joshi', 'Professor Ingrid Solberg', 'Halsall & Rudge'."""
    bare = _TITLED.sub("", words, count=1)
    return any(_INITIALS_ONLY.fullmatch(name) or _FULL_NAME.fullmatch(name) for name in (bare, words))


def without_initials(name: str | None) -> str | None:
    """A name without the initials in a disc that an intranet prints before it: 'AB Sister Amy Blunt'."""
    found = _BADGE.match(name) if name else None
    if found is None:
        return name
    capitals = "".join(word[0] for word in found["name"].split() if word[:1].isupper())
    return found["name"] if capitals.endswith(found["initials"]) else name
