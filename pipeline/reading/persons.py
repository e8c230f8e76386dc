"""Whether words are the name of a person, as owners are given in brackets and in columns."""

from __future__ import annotations

import re
from functools import lru_cache

_INITIALS_ONLY = re.compile(r"[A-Z]{2,3}(?:\s?[/&]\s?[A-Z]{2,3})?")
_UPPER = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĞĢĪĶŁĻŃŅŇŌŐŘŚŞŠŤŪŮŰŹŻŽ"
_LOWER = "a-zß-öø-ÿāăąćčďđēęěğģīıķłļńņňōőřśşšťūůűźżž"
"""Letters of names in the languages of Europe: 'Gráinne Ní Dhuibhir', 'Łukasz Žák'."""
_SURNAME = (
    rf"(?:[{_UPPER}][{_LOWER}'’]+(?:-[{_UPPER}][{_LOWER}]+)?|(?:O['’]|Mc|Mac|ap )[{_UPPER}][{_LOWER}]+)"
)
_BETWEEN = rf"(?:(?:van|de|von|Van|De|Ní|Nic|Mac|Ó|Ap|ap|[{_UPPER}]\.?) )?"
_FULL_NAME = re.compile(
    rf"(?:[{_UPPER}]\.? ?){{1,2}}{_SURNAME}"
    rf"|[{_UPPER}][{_LOWER}'’]+ (?:&|and) [{_UPPER}][{_LOWER}'’]+"
    rf"|[{_UPPER}][{_LOWER}]+(?:-[{_UPPER}][{_LOWER}]+)? {_BETWEEN}{_SURNAME}"
)
_TITLED = re.compile(
    r"(?:The )?(?:Dr|Mr|Mrs|Ms|Miss|Mx|Cllr|Councillor|Alderman|Ald|Prof|Professor|Sir|Dame|Lord|Lady|Baroness"
    r"|Rev|Revd|Very Rev|Very Revd|Canon|Father|Fr|Sister|Bishop|Archdeacon|Rabbi|Imam|Dean|Principal"
    r"|Insp|Sgt|DI|DS|PC|DCI|DSupt|Supt|Ch Supt|C/Supt|CI|ACC|DCC|CC|Inspector|Superintendent|Chief Inspector"
    r"|ACO|DCO|CFO|DCFO|ACFO|AM|GM|SM|WM|CM|(?:Crew|Watch|Station|Group|Area) Manager"
    r"|Col|Colonel|Lt Col|Lt|Maj|Major|Capt|Captain|Cdr|Commander|Wg Cdr|Sqn Ldr|Flt Lt|Brig|Brigadier)\.? "
)

_SPACES = 10
"""Spaces in the longest name, two titles of three words before it; more words are a sentence."""
_KEPT = 4096
"""Words of which a process remembers whether they are a name."""
_BADGE = re.compile(r"(?P<initials>[A-Z]{2,3})\s+(?P<name>[A-Z]\S+(?:\s+\S+)+)")


@lru_cache(maxsize=_KEPT)
def is_person(words: str) -> bool:
    """Initials ('JW'), 'O Pugh', 'F. Mulvihill', 'Samir Joshi', 'Professor Ingrid Solberg', 'Halsall & Rudge'."""
    if words.count(" ") > _SPACES:
        return False
    bare = _TITLED.sub("", _TITLED.sub("", words, count=1), count=1)
    return any(_INITIALS_ONLY.fullmatch(name) or _FULL_NAME.fullmatch(name) for name in (bare, words))


def without_initials(name: str | None) -> str | None:
    """A name without the initials in a disc that an intranet prints before it: 'AB Sister Amy Blunt'."""
    found = _BADGE.match(name) if name else None
    if found is None:
        return name
    capitals = "".join(word[0] for word in found["name"].split() if word[:1].isupper())
    return found["name"] if capitals.endswith(found["initials"]) else name
