"""Which thing a text speaks of: a noun with what stands before it. 'Ward sister' and 'ward volunteers' are two things,
and so are 'fish rescue method' and 'sampling method', whatever else two texts share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.nlp import SMALL_WORDS
from pipeline.tracking.plan_parts import LEADS_ON, is_finished, of_one_field, opened, opens_with_work
from pipeline.tracking.word_forms import CONTRASTS
from pipeline.tracking.wording import stem_of, wording, words_of

_AUXILIARIES = frozenset(
    ["is", "are", "was", "were", "be", "been", "has", "have", "had", "now", "to", "will"]
)
_ALIKE = """
new old further more extra final temporary permanent full whole main latest current next remaining big small
"""
_ANY_KIND = frozenset(_ALIKE.split())
"""What stands before a noun and tells no kind of it."""
_JOINTS = frozenset(["and", "or", "but", "as"])
_PARTS = re.compile(r"[;:,.(–—]\s*")
_NAME = re.compile(r"(?<=\w )[A-Z]\w+")
_SIDES = frozenset(stem_of(word) for group in CONTRASTS for word in group)
ROOT = 4
"""Letters that words of one root begin with."""
PLACED = 2
"""Words of a noun that has another before it: a lone one tells no thing apart."""


@lru_cache(maxsize=65536)
def other_thing(plan: str, passage: str) -> bool:
    """True where a passage tells the plan's own work of another thing than the plan's.

    What is abbreviated may be anything.
    """
    words = list(opened(plan))
    if not opens_with_work(plan) or wording(plan).short:
        return False
    mine, lead = _noun(_past_of(words[1:])), stem_of(words[0])
    plain, said = wording(plan).stems, wording(passage).stems
    parts = [words_of(part) for part in _PARTS.split(passage)]
    for told in parts:
        stems = [stem_of(word) for word in told]
        if mine and lead in stems:
            place = stems.index(lead)
            yours = _noun(_past_of(told[place + 1 :])) or _noun(told[:place])
            if wording(passage).short.intersection(yours):
                return False
            if yours and not _akin(mine, said) and not _akin(yours, plain):
                return True
            return _other_modifier(mine, yours, plan, passage) or _other_head(mine, yours, plan, passage)
    return _other_modifier(mine, _noun(parts[0]), plan, passage)


def _other_modifier(mine: Sequence[str], yours: Sequence[str], plan: str, passage: str) -> bool:
    """True for the same noun with other words before it."""
    if len(mine) < PLACED or len(yours) < PLACED or mine[-1] != yours[-1]:
        return False
    rest = frozenset(mine[-1:])
    return not _akin(mine[:-1], wording(passage).stems - rest) and not _akin(
        yours[:-1], wording(plan).stems - rest
    )


def _other_head(mine: Sequence[str], yours: Sequence[str], plan: str, passage: str) -> bool:
    """True for another noun after the same word.

    What has a name is one thing, however it is called ('the Camden pilot' and 'the Camden scheme'), and so is a side:
    'the north slope' and 'the north side'.
    """
    if len(mine) < PLACED or len(yours) < PLACED:
        return False
    if _akin(mine[-1:], wording(passage).stems) or _akin(yours[-1:], wording(plan).stems):
        return False
    shared = set(mine) & set(yours)
    return bool(shared) and not shared & (_names_in(plan) | _SIDES)


def _names_in(plan: str) -> set[str]:
    return {stem_of(word.casefold()) for word in _NAME.findall(plan)}


def _akin(stems: Sequence[str], others: frozenset[str]) -> bool:
    return any(
        stem in others
        or of_one_field(stem, others)
        or any(stem[:ROOT] == other[:ROOT] for other in others if len(other) >= ROOT)
        for stem in stems
    )


def _past_of(words: Sequence[str]) -> Sequence[str]:
    return words[1:] if words[:1] in (["of"], ["to"], ["for"]) else words


def _noun(words: Sequence[str]) -> list[str]:
    """The stems of the first noun with what stands before it."""
    found: list[str] = []
    for word in words:
        if word in LEADS_ON or word in _AUXILIARIES or word in _JOINTS or is_finished(word):
            if found or word not in LEADS_ON:
                break
            return found
        if word not in SMALL_WORDS | _ANY_KIND and len(word) > 1 and not word.isdigit():
            found.append(stem_of(word))
    return found
