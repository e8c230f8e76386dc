"""How surely a passage of a later report answers a plan.

A plan is a piece of work (its first word, most often a verb), a thing it is done to, and where, for whom or how. A
passage that shares only the latter speaks of something else there: 'Repair the lift bridge at Fox Farm' is not
answered by 'Customers at Fox Farm complained'. What a report calls the work when it is done (``kin_words.py``) and words
of one field count as well, though less than the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.nlp import SMALL_WORDS
from pipeline.tracking.kin_words import ACTIONS, FIELDS
from pipeline.tracking.word_forms import LIGHT_WORDS
from pipeline.tracking.wording import ANOTHER_THING, Weights, differ, spelt_out, stem_of, tell_apart, wording, words_of

OWN_WORK, SAME_FIELD = 0.7, 0.5
"""What a word counts that tells the plan's kind of work in other words, or is of the same field; the same word: 1."""
CONTAINED = 0.75
"""How much it counts that the shorter text's words are all in the longer one, against that they are the same words."""
ELSEWHERE = 0.3
"""What is left of the nearness of a passage that shares neither a plan's work nor its thing."""
ENOUGH = 0.6
"""Of the plan's work and thing (1 each) that much makes a passage speak of it."""
_DIGITS = 9
PARTLY = 0.1
_NOUN_NUMBER = re.compile(r"\b([A-Za-z]{3,}) (\d{1,2}|[A-H])(?=$|[,;.)]|\s+(?:and|to|of|at|in|on|for|with|by|from|is|was|are|were|over|has|have)\b)")
SHORT = 0.5
WORK = 0.6
LEAD = 0.5
AROUND = 0.6
ONE_ROOT = 0.8
OTHER_WORK = 0.6

_LEADS_ON = frozenset(
    "for at in on with to from by through into under between about over before after so which what where when how"
    " that of who whether if within across during against near onto out off".split()
)
"""Words after which a plan tells where, for whom or how."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A plan taken apart: the stem it opens with, the thing it is done to, and its kinds of work."""

    lead: str | None
    particles: frozenset[str]
    thing: frozenset[str]
    kinds: frozenset[int]


def nearness_to_plan(plan: str, passage: str, weights: Weights, *, done: bool) -> float:
    """How surely a passage speaks of a plan, 0..1."""
    first, second = wording(plan), wording(passage)
    if first == second:
        return 1.0
    mine = spelt_out(first, second) | {" ".join(pair) for pair in first.numbered}
    yours = spelt_out(second, first) | {" ".join(pair) for pair in second.numbered}
    parts = _taken_apart(plan)
    kinds = parts.kinds & (_kinds_told(passage) if done else _taken_apart(passage).kinds)
    told = {stem for kind in kinds for stem in _TELLS[kind][0]}
    if kinds:
        mine -= parts.particles - {parts.lead}
    worth = {stem: _worth(stem, yours) for stem in mine}
    if kinds and parts.lead in worth:
        worth[parts.lead] = max(worth[parts.lead], OWN_WORK)
    if not any(share for stem, share in worth.items() if stem != parts.lead):
        if len(mine) > 1: return 0.0
    back = {stem: max(_worth(stem, mine), OWN_WORK * (stem in told)) for stem in yours}
    close = parts.thing | {parts.lead}
    def heavy(stem): return _weight(stem, weights) * (1 if stem in close else AROUND)
    own, other = sum(map(heavy, mine)), sum(_weight(stem, weights) for stem in yours)
    shared = sum(heavy(stem) * share for stem, share in worth.items())
    answered = sum(_weight(stem, weights) * share for stem, share in back.items())
    if not own or not other: return 0.0
    inside = shared / own if own <= other else SHORT * answered / other + (1 - SHORT) * shared / own
    near = (1 - CONTAINED) * (shared + answered) / (own + other) + CONTAINED * inside
    near *= _speaks(parts, worth, weights)
    if done and not kinds and parts.lead not in _LIGHT and not worth.get(parts.lead or "") and _verbs(passage):
        near *= OTHER_WORK
    if not done and worth.get(parts.lead or "") == 1.0:
        near -= PARTLY * (1 - min((worth.get(stem, 1.0) for stem in parts.thing), default=1.0))
    apart = tell_apart(first, second) or differ(_numbered(plan), _numbered(passage))
    return round(near * ANOTHER_THING if apart else near, _DIGITS)


@lru_cache(maxsize=65536)
def _numbered(text: str) -> tuple[tuple[str, str], ...]:
    """Any noun with a number of its own: 'pier 2', 'groynes 4 and 7'."""
    found = ((stem_of(noun.casefold()), number) for noun, number in _NOUN_NUMBER.findall(text))
    return tuple(sorted({(noun, number) for noun, number in found if noun not in _WORK_STEMS and noun not in SMALL_WORDS}))


def says_work(plan: str, passage: str) -> bool:
    """True where a passage holds the word that the plan opens with, in any form."""
    return _taken_apart(plan).lead in wording(passage).stems


def other_step(plan: str, passage: str) -> bool:
    """True where what is still to do is another piece of work: 'Evaluate the tenders' after 'Issue the tender'."""
    mine, theirs = _taken_apart(plan), _taken_apart(passage)
    said = wording(passage).stems
    if mine.lead in _LIGHT:
        return 2 * len(mine.thing & said) <= len(mine.thing)
    if mine.lead == theirs.lead or mine.kinds & theirs.kinds:
        return False
    return bool(mine.kinds and theirs.kinds) or mine.lead not in said


def _weight(stem: str, weights: Weights) -> float:
    return weights.of(stem) * (WORK if stem in _WORK_STEMS else 1.0)


def _speaks(parts: _Plan, worth: dict[str, float], weights: Weights) -> float:
    """How far a passage that has this in common with a plan speaks of its work or its thing."""
    thing = [stem for stem in parts.thing if stem in worth]
    whole = sum(_weight(stem, weights) for stem in thing)
    met = sum(_weight(stem, weights) * worth[stem] for stem in thing) / whole if whole else 0.0
    met += LEAD * worth.get(parts.lead or "", 0.0) ** 2
    return ELSEWHERE + (1 - ELSEWHERE) * min(1.0, met / ENOUGH)


def _worth(stem: str, others: frozenset[str]) -> float:
    """What a stem counts beside a text's: 1 where it holds the same, less where it holds one of its field."""
    if stem in others:
        return 1.0
    if any(_of_one_root(stem, other) for other in others):
        return ONE_ROOT
    fields = _FIELDS_OF.get(stem)
    if fields and any(fields & _FIELDS_OF.get(other, _NONE) for other in others):
        return SAME_FIELD
    return 0.0


def _of_one_root(one: str, other: str) -> bool:
    """True for a doer and what is done: 'angler' and 'angling'."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and long.startswith(short) and long[len(short) :] in ("er", "or", "r", "ist", "man")


@lru_cache(maxsize=65536)
def _taken_apart(text: str) -> _Plan:
    words = words_of(text)
    while words and words[0] in SMALL_WORDS and words[0] not in _OPENERS:
        words = words[1:]
    lead, whole = stem_of(words[0]) if words else "", " ".join(words)
    kinds = {number for number, (singles, _) in enumerate(_PLANS) if lead in singles}
    particles: set[str] = set()
    for number, (_, phrase) in enumerate(_PLANS):
        if phrase and (said := phrase.match(whole)):
            kinds.add(number)
            particles |= {stem_of(word) for word in said[0].split() if word in _PARTICLES}
    thing: list[str] = []
    for word in words[1:]:
        if word in _LEADS_ON and thing:
            break
        if word not in SMALL_WORDS and len(word) > 1 and stem_of(word) not in particles:
            thing.append(stem_of(word))
    return _Plan(lead or None, frozenset(particles), frozenset(thing), frozenset(kinds))


@lru_cache(maxsize=65536)
def _verbs(text: str) -> bool:
    return any(
        (word.endswith("ed") or word in _PAST) and stem_of(word) in _WORK_STEMS - _BARE for word in words_of(text)
    )


@lru_cache(maxsize=65536)
def _kinds_told(text: str) -> frozenset[int]:
    """The kinds of work that a passage tells as done."""
    words = words_of(text)
    stems, whole = {stem_of(word) for word in words}, " ".join(words)
    return frozenset(
        number
        for number, (singles, phrase) in enumerate(_TELLS)
        if not stems.isdisjoint(singles) or (phrase and phrase.search(whole))
    )


_NONE: frozenset[int] = frozenset()
_Spoken = tuple[frozenset[str], re.Pattern[str] | None]


def _spoken(*lists: str) -> _Spoken:
    """Single words as stems, phrases as one pattern."""
    entries = [entry.strip() for listed in lists for entry in listed.split(";")]
    singles = frozenset(stem_of(entry) for entry in entries if " " not in entry)
    phrases = [
        re.escape(entry).replace(r"\ \*", r"(?: \S+){1,3}").replace(r"\ ", " ") for entry in entries if " " in entry
    ]
    return singles, re.compile(rf"\b(?:{'|'.join(phrases)})\b") if phrases else None


_PLANS = tuple(_spoken(action.plans) for action in ACTIONS)
_TELLS = tuple(_spoken(action.plans, action.tells) for action in ACTIONS)
_PARTICLES = frozenset(word for action in ACTIONS for entry in action.plans.split(";") for word in entry.split()[1:])
_OPENERS = frozenset(entry.split()[0] for action in ACTIONS for entry in map(str.strip, action.plans.split(";")))


def _fields() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, field in enumerate(FIELDS):
        for word in field.words.split():
            found.setdefault(stem_of(word), set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


_FIELDS_OF = _fields()
_LIGHT = frozenset(stem_of(word) for word in LIGHT_WORDS)
_PAST = frozenset("held met sent built run laid done given taken made chosen begun found bought written put set cut drawn paid sold shown told won left".split())
_BARE = frozenset(map(stem_of, "complete finish deliver do carry undertake conduct achieve make take".split()))
_WORK_STEMS = frozenset().union(*(singles for singles, _ in _PLANS))
