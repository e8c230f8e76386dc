"""Reports joined to projects: by name over its spellings, by reference, and by what people declared.

Names that fold to the same words are one project. Two such groups are joined where something speaks for it and
nothing against: a number, letter or direction that tells them apart ('Phase 1', 'Phase 2'), or other references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.tracking.filing import FiledReport
from pipeline.tracking.projects import fold_name
from pipeline.tracking.wording import tell_apart, wording

GENERAL_WORDS = frozenset({"a", "an", "initiative", "of", "program", "programme", "project", "scheme", "the"})
"""Words that people put to a project's name or leave off."""

SHORTEST_ACRONYM = 3
SHORTEST_REFERENCE = 3
"""Letters and digits: '12' may be a line number of a register."""
TYPED_WORD = 7
"""Letters from which a word that differs by one slip of the pen is the same word."""
PLURAL_WORD = 5
"""Letters from which an ending 's' is a plural."""


@dataclass(slots=True)
class NameGroup:
    """Reports whose names fold to the same words, and what else they tell of their project."""

    key: str
    reports: list[FiledReport] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """The names as written."""
        return [filed.report.project or "" for filed in self.reports]

    @property
    def references(self) -> set[str]:
        """References by which a project could be known again."""
        folded = {fold_name(filed.report.reference or "").replace(" ", "") for filed in self.reports}
        return {text for text in folded if len(text) >= SHORTEST_REFERENCE and re.search(r"\d", text)}

    @property
    def periods(self) -> set[str | None]:
        """The months that its reports are for."""
        return {filed.period for filed in self.reports}

    @property
    def people(self) -> set[str]:
        """Those who lead it."""
        leaders = (name for filed in self.reports for name in (filed.report.sponsor, filed.report.manager))
        return {fold_name(name) for name in leaders if name}


def join_names(groups: Mapping[str, NameGroup], aliases: Mapping[str, str]) -> dict[str, str]:
    """The key that each group is joined under, and its own where nothing joins it.

    Args:
        groups: Groups by their folded name.
        aliases: Folded name → the project's name, as rules declare.
    """
    leader = {key: aliases.get(key, key) for key in groups}
    for one, other in _alike(groups.values()):
        if _find(leader, one.key) != _find(leader, other.key) and is_same_project(one, other):
            first, second = sorted((_find(leader, one.key), _find(leader, other.key)))
            leader[second] = first
    return {key: _find(leader, key) for key in groups}


def is_same_project(one: NameGroup, other: NameGroup) -> bool:
    """True where two groups of reports are about one project."""
    if one.key.replace(" ", "") == other.key.replace(" ", ""):
        return True  # 'Re-display' and 'Redisplay'
    shared = one.references & other.references
    if shared and _without_brackets(one) & _without_brackets(other):
        return True
    if tell_apart(wording(one.key), wording(other.key)) or _numbers(one.key) != _numbers(other.key):
        return False
    if one.references and other.references and not shared:
        return False
    if _bare(one.key) == _bare(other.key) or _short_for(one, other) or _short_for(other, one):
        return True
    apart_in_time = not (one.periods & other.periods)
    if _slip(one.key, other.key):
        return apart_in_time and bool(shared or one.people & other.people)
    near = wording(one.key).stems & wording(other.key).stems
    return bool(shared) and apart_in_time and bool(near or one.people & other.people)


def _without_brackets(group: NameGroup) -> set[str]:
    """Names without what people put in brackets after them: 'Mill Lane (48 homes)'."""
    return {fold_name(re.sub(r"\([^()]*\)", " ", name)) or group.key for name in group.names}


def _find(leader: Mapping[str, str], key: str) -> str:
    while leader.get(key, key) != key:
        key = leader[key]
    return key


def _alike(groups: Iterable[NameGroup]) -> Iterable[tuple[NameGroup, NameGroup]]:
    """Pairs worth asking about: each is asked once, in one order on every run."""
    buckets: dict[str, dict[str, NameGroup]] = {}
    for group in groups:
        bare = _bare(group.key)
        signs = {f"bare {bare}", f"short {_initials(group.key)}", f"short {bare.replace(' ', '')}"}
        signs |= {f"ref {reference}" for reference in group.references}
        signs |= {f"led {name} {bare[:1]}" for name in group.people}
        for sign in signs:
            buckets.setdefault(sign, {})[group.key] = group
    pairs = {
        (one.key, other.key): (one, other)
        for bucket in buckets.values()
        for one, other in combinations([bucket[key] for key in sorted(bucket)], 2)
    }
    return [pairs[key] for key in sorted(pairs)]


def _bare(key: str) -> str:
    """The folded name without general words and plural endings; the name itself where nothing else is left."""
    words = [word for word in key.split() if word not in GENERAL_WORDS]
    return " ".join(_singular(word) for word in words) or key


def _singular(word: str) -> str:
    plural = len(word) >= PLURAL_WORD and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def _initials(key: str) -> str:
    return "".join(word[0] for word in key.split() if word not in {"and", "of", "the", "for", "to", "in"})


def _short_for(one: NameGroup, other: NameGroup) -> bool:
    """'CSR' for 'Children's Services Review', where it is written in capitals."""
    short = one.key.replace(" ", "")
    written = any(re.sub(r"[^A-Za-z]", "", name).isupper() for name in one.names)
    return (
        written
        and len(short) >= SHORTEST_ACRONYM
        and short in {_initials(other.key), _initials(_bare(other.key))}
    )


def _numbers(key: str) -> list[str]:
    """What a name numbers: digits, single letters and Roman numbers, in order."""
    return [word for word in key.split() if re.fullmatch(r"\d\w*|\w*\d|[a-z]|[ivx]{1,4}", word)]


def _slip(one: str, other: str) -> bool:
    """True where one long word differs by one slip of the pen."""
    mine, yours = one.split(), other.split()
    if len(mine) != len(yours):
        return False
    differ = [(a, b) for a, b in zip(mine, yours, strict=True) if a != b]
    return len(differ) == 1 and all(
        min(len(a), len(b)) >= TYPED_WORD and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1
        for a, b in differ
    )
