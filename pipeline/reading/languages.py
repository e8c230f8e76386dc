"""Forms printed in two languages: every label and heading in both, one after the other ('Cyllideb / Budget')."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from pipeline.model import Dimension
from pipeline.reading.column_heads import Column
from pipeline.reading.heading_words import HeadingMatch
from pipeline.reading.memory import remembered
from pipeline.reading.vocabulary import Vocabulary
from rules.schema import Rules

_SIGNS = (" / ", "/")
"""What stands between the two, the surer sign first: 'Cyllideb / Budget', 'Cyllideb/Budget'."""
_SHORT = 90
"""Characters of the longest label in two languages."""
_PAIRS = 5
"""Different wordings, one half known and the other not, that make a form one of two languages: one alone may be
'Date / venue'."""
_HALF_WORDS = 6
"""Words of a short answer in each language ('Dim / None')."""
_OPPOSITE = {"yes": "no", "no": "yes"}
_KEPT = 16
"""Vocabularies that a process keeps: one for each language of the documents that it reads."""
_Known = TypeVar("_Known")


def vocabulary_for(lines: Iterable[str], rules: Rules) -> Vocabulary:
    """The rules made ready for a document of these lines: in one language, or in two."""
    one = _in_one(rules)
    lines = list(lines)
    for sign in _SIGNS:
        pairs = {line for line in lines if sign in line and len(line) <= _SHORT}
        sides = [_known_side(pair, sign, one) for pair in pairs]
        if max(sides.count(0), sides.count(1)) >= _PAIRS:
            return _in_two(rules, sign)
    return one


@lru_cache(maxsize=_KEPT)
def _in_one(rules: Rules) -> Vocabulary:
    return Vocabulary(rules)


@lru_cache(maxsize=_KEPT)
def _in_two(rules: Rules, sign: str) -> Vocabulary:
    return TwoLanguages(rules, sign)


def _halves(text: str, sign: str) -> tuple[str, str] | None:
    first, found, second = text.partition(sign)
    if not found or sign in second or not any(map(str.isalpha, first)) or not any(map(str.isalpha, second)):
        return None
    return first.strip(), second.strip()


def _known_side(text: str, sign: str, vocabulary: Vocabulary) -> int | None:
    """Which half of a wording the rules know, None where they know both or none."""
    halves = _halves(text, sign)
    if halves is None:
        return None
    known = [_means_something(half, vocabulary) for half in halves]
    return known.index(True) if sum(known) == 1 else None


def _means_something(text: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heading(text)
    return bool(vocabulary.field(text) or vocabulary.columns(text) or (match and match.whole))


class TwoLanguages(Vocabulary):
    """The rules, asked of a document whose wordings stand in two languages, of which the rules know one."""

    def __init__(self, rules: Rules, sign: str = _SIGNS[0]) -> None:
        super().__init__(rules)
        self._sign = sign
        self._one = _in_one(rules)
        self.rating_words = self.rating_words.in_two_languages(sign)

    @remembered
    def heading(self, text: str) -> HeadingMatch | None:
        """As in one language, or what the half says that the rules know better than the whole."""
        whole, halves = self._one.heading(text), _halves(text, self._sign)
        told = [found for half in reversed(halves or ()) if (found := self._one.heading(half))]
        return max([*([whole] if whole else []), *told], key=_sureness, default=None)

    def halves(self, text: str) -> tuple[str, ...]:
        """The wording in each of the two languages, () where it stands in one."""
        return _halves(" ".join(text.split()), self._sign) or ()

    @remembered
    def field(self, text: str) -> str | None:
        """As in one language; else what the half says that the rules know."""
        return _in_either(text, self._sign, self._one.field)

    @remembered
    def columns(self, text: str, loose: bool = False) -> tuple[Column, ...]:
        """As in one language; else what the half says that the rules know."""
        exact = _in_either(text, self._sign, self._one.columns)
        return exact or (self._one.columns(text, loose=True) if loose else ())

    @remembered
    def dimension(self, text: str, loose: bool = False) -> Dimension | None:
        """As in one language; else what the half says that the rules know."""
        return _in_either(text, self._sign, self._one.dimension) or (
            self._one.dimension(text, loose=True) if loose else None
        )

    @remembered
    def is_kind(self, kind: str, text: str) -> bool:
        """As in one language; of a short answer in two, what one half is, both are."""
        ask = self._one.is_kind
        halves = _halves(" ".join(text.split()), self._sign)
        short = halves is not None and all(len(half.split()) <= _HALF_WORDS for half in halves)
        if kind in _OPPOSITE and any(ask(_OPPOSITE[kind], half) for half in halves or ()):
            return ask(kind, text)  # 'Yes / No' are two answers
        return ask(kind, text) or (short and any(ask(kind, half) for half in halves or ()))


def _sureness(match: HeadingMatch) -> tuple[bool, float]:
    return match.exact, match.coverage


def _in_either(text: str, sign: str, ask: Callable[[str], _Known]) -> _Known:
    whole = ask(text)
    halves = _halves(text, sign)
    if whole or halves is None:
        return whole
    return next((found for half in reversed(halves) if (found := ask(half))), whole)
