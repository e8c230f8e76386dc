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
_TITLED = re.compile(r"(?:Dr|Mr|Mrs|Ms|Cllr|Prof|Professor|Sir|Dame|Rev|Insp|Sgt|DI|DS|PC)\.? ")


def is_person(words: str) -> bool:
    """Initials ('JW'), 'O Pugh', 'F. Mulvihill', 'Samir Joshi', 'Professor Ingrid Solberg', 'Halsall & Rudge'."""
    bare = _TITLED.sub("", words, count=1)
    return _INITIALS_ONLY.fullmatch(bare) is not None or _FULL_NAME.fullmatch(bare) is not None
