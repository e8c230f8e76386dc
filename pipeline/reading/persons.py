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


def is_person(words: str) -> bool:
    """Initials ('JW'), 'O Pugh', 'F. Mulvihill', 'Samir Joshi', 'Professor Ingrid Solberg', 'Halsall & Rudge'."""
    bare = _TITLED.sub("", words, count=1)
    return any(_INITIALS_ONLY.fullmatch(name) or _FULL_NAME.fullmatch(name) for name in (bare, words))
