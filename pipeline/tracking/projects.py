"""Which reports belong to one project, over the spellings that months of typing produce.

Joined are names that differ in case, punctuation, '&' and 'and', apostrophes, the full stops of an abbreviation, and
spaces. Numbers and letters stay: 'Phase 1' and 'Phase 2' are two projects. A report without a project name is never
joined with another.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´＇")

_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_])")
"""'M.I.S.': an abbreviation with its full stops."""


def fold_name(name: str) -> str:
    """What is equal for all spellings of a name; empty for a name without any letter or digit."""
    plain = unicodedata.normalize("NFKC", name).casefold().translate(_APOSTROPHES)
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), plain)
    words = re.findall(r"[^\W_]+", plain.replace("&", " and "))
    return " ".join(words)


def same_name(one: str | None, other: str | None) -> bool:
    """True where two names are both there and spell one thing."""
    return bool(one and other) and fold_name(one or "") == fold_name(other or "")


def usual_spelling(spellings: Iterable[str]) -> str:
    """The spelling to show: the most frequent one, of equals the last given; one in capitals alone only where there
    is no other.
    """
    given = [" ".join(spelling.split()) for spelling in spellings]
    given = [spelling for spelling in given if not spelling.isupper()] or given
    counts = Counter(given)
    best = max(counts.values())
    return next(spelling for spelling in reversed(given) if counts[spelling] == best)
