"""A plan taken apart into its work, the thing it is done to and the rest; and the kinds of work that a report tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.nlp import SMALL_WORDS
from pipeline.tracking.done_words import ACTIONS
from pipeline.tracking.field_words import FIELDS
from pipeline.tracking.word_forms import LIGHT_WORDS
from pipeline.tracking.wording import stem_of, words_of

_NUMBERED = re.compile(
    r"\b([A-Za-z]{3,}) (\d{1,2}|[A-H])"
    r"(?=$|[,;.)]|\s+(?:and|to|of|at|in|on|for|with|by|from|is|was|are|were|over|has|have|now|\w+ed)\b)"
)
_NAMED = re.compile(r"\b(?=((?:[A-Z][a-z]+(?:, (?:and )?| and | & | to ))*[A-Z][a-z]+) ([A-Z][a-z]+)\b)")
"""A noun with the name before it, or with several names: 'Ash and Elm Court'."""
_SPLIT_NAMES = re.compile(r", (?:and )?| and | & | to ")
LONGEST_DOER = 6
"""Words within which 'to' comes after who is to do a plan's work."""
_LEADING_ON = """
for at in on with to from by through into under between about over before after so which what where when how that of who
whether if within across during against near onto out off
"""
LEADS_ON = frozenset(_LEADING_ON.split())
"""Words after which a plan tells where, for whom or how."""
_TOPICS = frozenset(["about", "which", "what", "how", "whether"])
"""Words after which a plan to ask or tell somebody says what it is about."""
_TIMES = frozenset(["once", "as", "when", "soon", "again", "back"])
"""Words that tell when, after a verb without an object."""
_BEFORE = "the a an our its their all both any each this these those new old"
_BEFORE_THINGS = frozenset(_BEFORE.split())
"""Words after a verb, and after no noun."""
_FINISHED = """
held met sent built run laid done given taken made chosen begun found bought written put set cut drawn paid sold shown
told won left struck sunk hung broken swept dug cast fit came went got complete wrote gave began stood let lit grown
"""
_PAST = frozenset(_FINISHED.split())
"""Words of finished work that do not end in 'ed'."""


@dataclass(frozen=True, slots=True)
class PlanParts:
    """A plan taken apart.

    Attributes:
        lead: The stem it opens with, most often a verb.
        particles: Stems that belong to that: 'right' of 'Put the lamps right'.
        thing: Stems of what the work is done to: up to the first 'for', 'at', 'with' and the like, and what one asks
            or tells 'about'.
        kinds: The kinds of work it is, by their place in ``ACTIONS``.
    """

    lead: str
    particles: frozenset[str]
    thing: frozenset[str]
    kinds: frozenset[int]

    @property
    def is_light(self) -> bool:
        """True where the lead only says that something is done: 'Complete', 'Carry out'."""
        return self.lead in LIGHT_STEMS


@lru_cache(maxsize=65536)
def parts_of(plan: str) -> PlanParts:
    """The parts of a plan."""
    words = opened(plan)
    lead, whole = stem_of(words[0]) if words else "", " ".join(words)
    kinds = {number for number, (singles, _) in enumerate(_PLANS) if lead in singles}
    particles: set[str] = set()
    if len(words) > 2 and lead in _STARTS and words[1].endswith("ing") and stem_of(words[1]) in WORK_STEMS:
        return parts_of(" ".join(words[1:]))
    for number, (_, phrase) in enumerate(_PLANS):
        if phrase and (said := phrase.match(whole)):
            kinds.add(number)
            particles |= {stem_of(word) for word in said[0].split() if word in _PARTICLES}
    thing: list[str] = []
    for word in words[1:]:
        if word in LEADS_ON and word not in _TOPICS and thing:
            break
        if word not in SMALL_WORDS and len(word) > 1 and stem_of(word) not in particles:
            thing.append(stem_of(word))
    return PlanParts(lead, frozenset(particles - {lead}), frozenset(thing), frozenset(kinds))


@lru_cache(maxsize=65536)
def opened(plan: str) -> tuple[str, ...]:
    """A plan's words from its work on: 'Sirens to be put up' as 'put up sirens'."""
    label, colon, rest = plan.partition(": ")
    words = words_of(rest)
    if colon and len(words) > 1 and _is_work(words[0]):
        return (*words, *words_of(label))
    return tuple(_from_the_work(_turned(words_of(plan))))


@lru_cache(maxsize=65536)
def opens_with_work(plan: str) -> bool:
    """True where a plan opens with a verb, as far as can be told: 'Strike the formwork', not 'Wave 3 layouts'."""
    words = opened(plan)
    return len(words) > 1 and (stem_of(words[0]) in WORK_STEMS | LIGHT_STEMS or words[1] in _BEFORE_THINGS)


def _turned(words: list[str]) -> list[str]:
    """A plan that opens with its thing, from its work on."""
    if not words or (len(words) > 1 and (words[1] in _BEFORE_THINGS or " ".join(words[:2]) in _PHRASES)):
        return words
    if "to" in words[1:LONGEST_DOER]:
        return _thing_to_be_worked(words, words.index("to", 1))
    return words if _is_work(words[0]) or words[0] in SMALL_WORDS else _named_by_work(words)


def _thing_to_be_worked(words: list[str], place: int) -> list[str]:
    """'Sirens to be put up' and 'Paving to start in May' from their work on; 'to' stands at a place of the words."""
    before, after = words[:place], words[place + 1 :]
    if (LEADS_ON - {"of"}).intersection(before):
        return words
    passive = after[:1] == ["be"] and len(after) > 1
    verb = after[passive:]
    end = 2 if len(verb) > 1 and verb[1] in _PARTICLES else 1
    if passive or (verb and _is_work(verb[0]) and (len(verb) == end or verb[end] in LEADS_ON | _TIMES)):
        return verb[:end] + before + verb[end:]
    return words


def _named_by_work(words: list[str]) -> list[str]:
    """'Water trial of the line' and 'Leeds go-live' from their work on."""
    end = next((place for place, word in enumerate(words) if word in LEADS_ON), len(words))
    for length in (2, 1):
        phrase = words[end - length : end]
        if length < end and _is_work(phrase[0]) and (length == 1 or " ".join(phrase) in _PHRASES):
            return phrase + words[: end - length] + words[end:]
    return words


def _is_work(word: str) -> bool:
    return stem_of(word) in WORK_STEMS | LIGHT_STEMS


def is_finished(word: str) -> bool:
    """True for a word of finished work: 'lodged', 'met'."""
    return (word.endswith("ed") and len(word) > len("shed")) or word in _PAST


@lru_cache(maxsize=65536)
def names_finished(text: str) -> bool:
    """True where a text has a word of finished work."""
    return any(is_finished(word) for word in words_of(text))


def _from_the_work(words: list[str]) -> list[str]:
    """A plan's words from the one that tells the work: 'to' and the like before it fall away, and who does it, as in
    'Network team to fit a faster line'.
    """
    while words and words[0] in SMALL_WORDS and words[0] not in _OPENERS:
        words = words[1:]
    if "to" in words[1:LONGEST_DOER] and stem_of(words[0]) not in WORK_STEMS | LIGHT_STEMS:
        after = words[words.index("to", 1) + 1 :]
        if after and stem_of(after[0]) in WORK_STEMS | LIGHT_STEMS:
            return after
    return words


@lru_cache(maxsize=65536)
def kinds_told(passage: str) -> frozenset[int]:
    """The kinds of work that a passage may tell as done."""
    words = words_of(passage)
    stems, whole = {stem_of(word) for word in words}, " ".join(words)
    return frozenset(
        number
        for number, (singles, phrase) in enumerate(_TELLS)
        if not stems.isdisjoint(singles) or (phrase and phrase.search(whole))
    )


def words_telling(kind: int) -> frozenset[str]:
    """The stems that tell a kind of work."""
    return _TELLS[kind][0]


@lru_cache(maxsize=65536)
def tells_work(passage: str) -> bool:
    """True where a passage names finished work by more than that it is finished."""
    return any(
        (word.endswith("ed") or word in _PAST) and stem_of(word) in WORK_STEMS - _BARE
        for word in words_of(passage)
    )


@lru_cache(maxsize=65536)
def numbered_nouns(text: str) -> tuple[tuple[str, str], ...]:
    """Every noun with a number or letter of its own: 'pier 2', 'groynes 4 and 7'."""
    found = {(noun.casefold(), number) for noun, number in _NUMBERED.findall(text)}
    return tuple(
        sorted(
            (stem_of(noun), number)
            for noun, number in found
            if noun not in SMALL_WORDS and stem_of(noun) not in WORK_STEMS
        )
    )


@lru_cache(maxsize=65536)
def named_nouns(text: str) -> tuple[tuple[str, str], ...]:
    """Every noun in capitals with a name before it: 'Elm Court', 'Ash and Birch House'. What opens the text as a verb
    is no name.
    """
    found: set[tuple[str, str]] = set()
    for said in _NAMED.finditer(text):
        names = [stem_of(name.casefold()) for name in _SPLIT_NAMES.split(said[1]) if name not in SMALL_WORDS]
        if said.start() == 0 and names[0] in WORK_STEMS | LIGHT_STEMS:
            names = names[1:]
        noun = stem_of(said[2].casefold())
        if noun not in WORK_STEMS:
            found |= {(noun, name) for name in names if name not in SMALL_WORDS}
    return tuple(sorted(found))


def of_one_field(stem: str, others: frozenset[str]) -> bool:
    """True where a text holds another word of a stem's field: 'teacher' beside 'staff'."""
    fields = _FIELDS_OF.get(stem, _NONE)
    return bool(fields) and any(fields & _FIELDS_OF.get(other, _NONE) for other in others)


_NONE: frozenset[int] = frozenset()
_Spoken = tuple[frozenset[str], re.Pattern[str] | None]


def _spoken(entries: Iterable[str]) -> _Spoken:
    """Single words as stems, phrases as one pattern; '*' stands for up to three words."""
    known = list(entries)
    phrases = [
        r"\s".join(r"(?:\S+\s){0,2}\S+" if word == "*" else re.escape(word) for word in entry.split())
        for entry in known
        if " " in entry
    ]
    singles = frozenset(stem_of(entry) for entry in known if " " not in entry)
    return singles, re.compile(rf"\b(?:{'|'.join(phrases)})\b") if phrases else None


def _fields() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, field in enumerate(FIELDS):
        for word in field.words:
            found.setdefault(stem_of(word), set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


_PLANS = tuple(_spoken(action.plans) for action in ACTIONS)
_TELLS = tuple(_spoken(action.plans + action.tells) for action in ACTIONS)
_PLANNED = [entry.split() for action in ACTIONS for entry in action.plans]
_STARTS = frozenset(map(stem_of, ("start", "finish", "continue")))
_PHRASES = frozenset(" ".join(words) for words in _PLANNED if len(words) > 1)
_OPENERS = frozenset(words[0] for words in _PLANNED)
_PARTICLES = frozenset(word for words in _PLANNED for word in words[1:])
_FIELDS_OF = _fields()
LIGHT_STEMS = frozenset(stem_of(word) for word in LIGHT_WORDS)
_BARELY = "complete finish deliver do carry undertake conduct achieve make take"
_BARE = frozenset(map(stem_of, _BARELY.split()))
WORK_STEMS: frozenset[str] = frozenset().union(*(singles for singles, _ in _PLANS))
"""Stems that open plans: they tell less of which plan it is than the thing does."""
