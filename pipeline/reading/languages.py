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

_SIGN = " / "
_SHORT = 90
"""Characters of the longest label in two languages."""
_PAIRS = 5
"""Different wordings, one half known and the other not, that make a form one of two languages: one alone may be
'Date / venue'."""
_HALF_WORDS = 6
"""Words of a short answer in each language ('Dim / None')."""
_Known = TypeVar("_Known")


def vocabulary_for(lines: Iterable[str], rules: Rules) -> Vocabulary:
    """The rules made ready for a document of these lines: in one language, or in two."""
    one = _in_one(rules)
    pairs = {line for line in lines if _SIGN in line and len(line) <= _SHORT}
    sides = [_known_side(pair, one) for pair in pairs]
    several = max(sides.count(0), sides.count(1)) >= _PAIRS
    return _in_two(rules) if several else one


@lru_cache(maxsize=4)
def _in_one(rules: Rules) -> Vocabulary:
    return Vocabulary(rules)


@lru_cache(maxsize=4)
def _in_two(rules: Rules) -> Vocabulary:
    return TwoLanguages(rules)


def _halves(text: str) -> tuple[str, str] | None:
    first, sign, second = text.partition(_SIGN)
    if not sign or _SIGN in second or not first.strip() or not second.strip():
        return None
    return first.strip(), second.strip()


def _known_side(text: str, vocabulary: Vocabulary) -> int | None:
    """Which half of a wording the rules know, None where they know both or none."""
    halves = _halves(text)
    if halves is None:
        return None
    known = [_means_something(half, vocabulary) for half in halves]
    return known.index(True) if sum(known) == 1 else None


def _means_something(text: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heading(text)
    return bool(
        vocabulary.field(text)
        or vocabulary.columns(text)
        or (match and (match.exact or match.coverage >= 1.0))
    )


class TwoLanguages(Vocabulary):
    """The rules, asked of a document whose wordings stand in two languages, of which the rules know one."""

    def __init__(self, rules: Rules) -> None:
        super().__init__(rules)
        self._one = _in_one(rules)

    @remembered
    def heading(self, text: str) -> HeadingMatch | None:
        """As in one language, or what the half says that the rules know better than the whole."""
        whole, halves = self._one.heading(text), _halves(text)
        told = [found for half in reversed(halves or ()) if (found := self._one.heading(half))]
        return max([*([whole] if whole else []), *told], key=_sureness, default=None)

    def halves(self, text: str) -> tuple[str, ...]:
        """The wording in each of the two languages, () where it stands in one."""
        return _halves(" ".join(text.split())) or ()

    @remembered
    def field(self, text: str) -> str | None:
        """As in one language; else what the half says that the rules know."""
        return _in_either(text, self._one.field)

    @remembered
    def columns(self, text: str, loose: bool = False) -> tuple[Column, ...]:
        """As in one language; else what the half says that the rules know."""
        exact = _in_either(text, self._one.columns)
        return exact or (self._one.columns(text, loose=True) if loose else ())

    @remembered
    def dimension(self, text: str, loose: bool = False) -> Dimension | None:
        """As in one language; else what the half says that the rules know."""
        return _in_either(text, self._one.dimension) or (
            self._one.dimension(text, loose=True) if loose else None
        )

    @remembered
    def is_kind(self, kind: str, text: str) -> bool:
        """As in one language; of a short answer in two, what one half is, both are."""
        ask = self._one.is_kind
        halves = _halves(" ".join(text.split()))
        short = halves is not None and all(len(half.split()) <= _HALF_WORDS for half in halves)
        return ask(kind, text) or (short and any(ask(kind, half) for half in halves or ()))


def _sureness(match: HeadingMatch) -> tuple[bool, float]:
    return match.exact, match.coverage


def _in_either(text: str, ask: Callable[[str], _Known]) -> _Known:
    whole = ask(text)
    halves = _halves(text)
    if whole or halves is None:
        return whole
    return next((found for half in reversed(halves) if (found := ask(half))), whole)
