"""What an unknown wording may mean: the known wordings that it looks most like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from pipeline.reading.wording import plain
from rules.schema import Rule, Rules, kind_of, meaning_of

SURE = 0.85
"""Likeness (0..1) from which a guess may stand; measured on French, Danish, German and Welsh headings, where the
highest wrong guess was 0.80 (Danish "Handling", an action, is like "heading").
"""
_LITTLE_WORD = 3
"""Letters of words that may be left out of a comparison ('du', 'og', 'y')."""
_WHOLE = 0.5
"""Share of the whole wording's likeness in that of its words: 'risk owner' and 'owner of the risk' are alike too."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A meaning, how like (0..1) the wording is to one that has it, and that one; '' where something else tells it."""

    meaning: str
    likeness: float
    like: str = ""

    @property
    def sure(self) -> bool:
        """Whether the guess may stand unless somebody objects."""
        return self.likeness >= SURE


class Guesser:
    """Ranks the meanings that rules of one kind give, by their wordings' likeness to an unknown one."""

    def __init__(self, rules: Rules) -> None:
        self._known: dict[str, dict[str, str]] = {}
        for rule in rules.all():
            known = self._known.setdefault(kind_of(rule), {})
            for phrase in _phrases(rule):
                known.setdefault(f"{plain(phrase)}\0{meaning_of(rule)}", phrase)

    def rank(self, kind: str, wording: str, within: str = "") -> list[Guess]:
        """The meanings of a kind, the likeliest first.

        Args:
            kind: of the rule.
            wording: what no rule knows.
            within: only meanings that begin so ('risks.' for the columns of a register of risks).
        """
        best: dict[str, Guess] = {}
        for key, phrase in self._known.get(kind, {}).items():
            known, _, meaning = key.partition("\0")
            if not meaning.startswith(within):
                continue
            likeness = likeness_of(plain(wording), known)
            if meaning not in best or likeness > best[meaning].likeness:
                best[meaning] = Guess(meaning, likeness, phrase)
        return sorted(best.values(), key=lambda guess: -guess.likeness)


@lru_cache(maxsize=65536)
def likeness_of(one: str, other: str) -> float:
    """How alike two plain wordings are, 0..1: as wholes, and word by word in any order."""
    whole = fuzz.ratio(one, other) / 100
    words = (_words_found(one, other) + _words_found(other, one)) / 2
    return max(whole, (1 - _WHOLE) * words + _WHOLE * max(whole, words * 0.9)) if words else whole


def _words_found(one: str, other: str) -> float:
    """The share of one wording's letters that stand in words like the other's."""
    words = _telling(one)
    others = _telling(other)
    letters = sum(map(len, words))
    if not letters or not others:
        return 0.0
    found = 0.0
    for word in words:
        likeness = process.extractOne(word, others, scorer=fuzz.ratio)[1] / 100
        found += (
            len(word) * likeness**2
        )  # half alike is not alike at all: most words share half their letters
    return found / letters


def _telling(wording: str) -> list[str]:
    words = wording.split()
    return [word for word in words if len(word) > _LITTLE_WORD] or words


def _phrases(rule: Rule) -> Iterable[str]:
    return (rule.example, *getattr(rule, "phrases", ()), *getattr(rule, "words", ()))
