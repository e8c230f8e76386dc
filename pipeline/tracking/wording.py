"""How near two texts are in what they say: 'Issue the tender' and 'Tender issued on 4 May' are near.

A text becomes the stems of its words, without dates and small words. Each stem weighs by how seldom the texts of its
own project hold it: 'roof' tells little in the reports of a roof. What is near is told by the weight of shared stems.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from pipeline.nlp import SMALL_WORDS
from pipeline.tracking.word_forms import (
    BASE_FORMS,
    CONTRASTS,
    LIGHT_WORDS,
    NUMBER_WORDS,
    NUMBERED_THINGS,
    SAME_MEANING,
)

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\b\.?(?:\s+(?:20)?\d\d\b)?"
    rf"|(?:in|by|during|for|until|from|since|end(?:\s+of)?|early|mid|late)[\s-]+(?:{_MONTH}|spring|summer|autumn|winter)\b"
    rf"|(?:{_MONTH})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+20\d\d)?|(?:{_MONTH})\b\.?\s+(?:20)\d\d"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|20\d\d-\d\d-\d\d|w/[ce]\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\d+\.\d+[^\W_]*|[^\W_]+(?:['’][^\W_]+)?")
_ACRONYM = re.compile(r"\b[A-Z]{3,5}\b")
ACRONYM_WORDS = (3, 4, 5)
"""Words that an abbreviation stands for: shorter ones are too many things."""
_JOINED = re.compile(r"\b(sub|re|co|pre|non|multi|anti|post|e)-(?=[a-z])", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"\b({'|'.join(sorted(NUMBERED_THINGS))})s?\.?\s+(?:no\.?\s+)?(\d+[a-z]?|[A-H]|[ivx]+|{'|'.join(NUMBER_WORDS)})\b",
    re.IGNORECASE,
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}

LIGHT = 0.25
"""Weight of a light word, in the weights of a word that tells which thing it is."""

CONTAINED = 0.75
"""How much it counts that the shorter text's words are all in the longer one, against that they are the same words:
a report of what was done says more than its plan did. Chosen by the months that ``tests/story_months.py`` labels."""

STEADY_DIGITS = 9
"""Digits of a nearness: one that lies at a limit must not fall to either side of it by how a sum was rounded."""

ANOTHER_THING = 0.2
"""What is left of the nearness of texts that tell different things by number or by a contrast of words."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text says.

    Attributes:
        stems: Its words, each form of one and each of one meaning alike.
        short: Its abbreviations in capitals, as stems ('uat').
        initials: What its words could be abbreviated to: the first letters of three or more words in a row, with
            the stems of these words after a space ('uat user accept test').
        numbered: What it numbers: ('phase', '2').
        contrasts: Its words of a contrast, with the number of the contrast.
    """

    stems: frozenset[str]
    short: frozenset[str]
    initials: frozenset[str]
    numbered: tuple[tuple[str, str], ...]
    contrasts: tuple[tuple[int, str], ...]


@lru_cache(maxsize=65536)
def wording(text: str) -> Wording:
    """The wording of a text."""
    dateless = _dateless(text)
    words = words_of(text)
    stems = frozenset(stem_of(word) for word in words if word not in SMALL_WORDS and len(word) > 1)
    numbered = tuple(
        sorted({(noun.casefold(), _number(value)) for noun, value in _NUMBERED.findall(dateless)})
    )
    contrasts = tuple(
        sorted(
            {(place, group[word]) for word in words for place, group in enumerate(CONTRASTS) if word in group}
        )
    )
    return Wording(stems, *_short_forms(dateless, words), numbered, contrasts)


def words_of(text: str) -> list[str]:
    """The words of a text in order, small ones too, without its dates."""
    return [word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(_dateless(text))]


def _dateless(text: str) -> str:
    return _JOINED.sub(r"\1", _DATE.sub(" ", text))


def _short_forms(text: str, words: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    short = frozenset(stem_of(word.casefold()) for word in _ACRONYM.findall(text))
    runs = (
        words[start : start + length] for length in ACRONYM_WORDS for start in range(len(words) - length + 1)
    )
    return short, frozenset(
        " ".join(["".join(word[0] for word in run), *(stem_of(word) for word in run)]) for run in runs
    )


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """What stands for a word in all its forms and for the words that reports use in its stead."""
    base = BASE_FORMS.get(word, word)
    stem: str = _stemmer.stemWord(base)
    return _GROUPS.get(stem, stem)


_stemmer = snowballstemmer.stemmer("english")
_GROUPS: dict[str, str] = {
    _stemmer.stemWord(BASE_FORMS.get(word, word)): _stemmer.stemWord(BASE_FORMS.get(first, first))
    for word, first in SAME_MEANING.items()
}
_SMALL_STEMS = frozenset(stem_of(word) for word in SMALL_WORDS)
_LIGHT_STEMS = frozenset(stem_of(word) for word in LIGHT_WORDS)


def _number(value: str) -> str:
    plain = value.casefold()
    return NUMBER_WORDS.get(plain, _ROMAN.get(plain, plain))


class Weights:
    """How much each stem tells among the texts of one project."""

    def __init__(self, texts: Iterable[str]) -> None:
        different = {wording(text).stems for text in texts}
        self._counts = Counter(stem for stems in different for stem in stems)
        self._texts = max(len(different), 1)
        self._known: dict[str, float] = {}
        self._wholes: dict[frozenset[str], float] = {}

    def of(self, stem: str) -> float:
        """From nearly 0 for a stem of every text to 1 for one of a single text; light words less."""
        known = self._known.get(stem)
        if known is None:
            share = self._counts.get(stem, 1) / self._texts
            rare = math.log(1 + 1 / share) / math.log(1 + self._texts) if self._texts > 1 else 1.0
            known = self._known[stem] = rare * (LIGHT if stem in _LIGHT_STEMS else 1.0)
        return known

    def total(self, stems: Iterable[str]) -> float:
        """The weight of several stems, the same on every run."""
        return math.fsum(map(self.of, stems))

    def whole(self, stems: frozenset[str]) -> float:
        """The weight of all stems of a text: each text is compared with many others."""
        known = self._wholes.get(stems)
        if known is None:
            known = self._wholes[stems] = self.total(stems)
        return known


def nearness(one: str, other: str, weights: Weights) -> float:
    """How near two texts are, 0..1."""
    first, second = wording(one), wording(other)
    if first == second:
        return 1.0
    mine, yours = spelt_out(first, second), spelt_out(second, first)
    shared = weights.total(mine & yours)
    if not shared:
        return 0.0
    own = (weights.whole(mine), weights.whole(yours))
    near = (1 - CONTAINED) * 2 * shared / sum(own) + CONTAINED * shared / min(own)
    return round(near * ANOTHER_THING if tell_apart(first, second) else near, STEADY_DIGITS)


def spelt_out(text: Wording, other: Wording) -> frozenset[str]:
    """The stems of a text, with an abbreviation spelt out as the other text does."""
    if not text.short:
        return text.stems
    stems = text.stems
    for run in other.initials:
        short, *words = run.split()
        if short in text.short:
            stems = (stems - {short}) | frozenset(words) - _SMALL_STEMS
    return stems


@lru_cache(maxsize=65536)
def common_words(text: str) -> frozenset[str]:
    """Stems and initials of a text: one that has none of them in common with another is not near it."""
    said = wording(text)
    return said.stems | {run.split()[0] for run in said.initials}


def opens_alike(one: str, other: str) -> bool:
    """True where the other text also holds the first word of this one, in any form, or that word tells little."""
    first = next((word.casefold() for word in _WORD.findall(one) if word.casefold() not in SMALL_WORDS), "")
    return stem_of(first) in wording(other).stems | _LIGHT_STEMS


def tell_apart(first: Wording, second: Wording) -> bool:
    """True where the same noun has other numbers in the two ('Phase 1' and 'Phase 2'), or each has its own word of
    a contrast ('north wing' and 'south wing').
    """
    return differ(first.numbered, second.numbered) or differ(first.contrasts, second.contrasts)


def differ(one: Iterable[tuple[object, str]], other: Iterable[tuple[object, str]]) -> bool:
    """True where two texts give the same thing other numbers or words, and none alike."""
    mine, yours = _by_first(one), _by_first(other)
    return any(not (mine[key] & yours[key]) for key in mine.keys() & yours.keys())


def _by_first(pairs: Iterable[tuple[object, str]]) -> dict[object, set[str]]:
    found: dict[object, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return found
