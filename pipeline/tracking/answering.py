"""How surely a passage of a later report answers a plan.

A plan is a piece of work (its first word, most often a verb), a thing it is done to, and where, for whom or how.
A passage that shares only the latter speaks of something else there: 'Repair the lift bridge at Fox Farm' is not
answered by 'Customers at Fox Farm complained'. What a report calls the work when it is done (``done_words.py``) and
words of one field (``field_words.py``) count as well, though less than the same words. All numbers are shares of 1,
chosen by the months that ``tests/story_months.py`` labels; to move one by a fifth changes one outcome in a hundred.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from pipeline.tracking.plan_parts import (
    WORK_STEMS,
    PlanParts,
    kinds_told,
    named_nouns,
    numbered_nouns,
    of_one_field,
    opened,
    parts_of,
    tells_work,
    words_telling,
)
from pipeline.tracking.things import other_thing
from pipeline.tracking.wording import (
    STEADY_DIGITS,
    Weights,
    Wording,
    differ,
    spelt_out,
    stem_of,
    tell_apart,
    wording,
)

OWN_WORK, ONE_ROOT, SAME_FIELD = 0.7, 0.8, 0.5
"""What a word counts that tells the plan's kind of work in other words, is made of the same root, or is of the same
field; the same word: 1."""
WORK, AROUND = 0.6, 0.6
"""What a word weighs that opens plans, and one that tells where, for whom or how, beside one that tells the thing."""
FIELD_ALONE = 0.6
"""What is left where only words of one field tie a plan to what is still to do: the 'assistants' are not the
'operator'."""
CONTAINED = 0.75
"""How much it counts that the shorter text's words are all in the longer, against that they are the same words."""
SHORT = 0.5
"""How much of that is asked of the plan's words where the passage is the shorter: 'Design signed off' holds little."""
LEAD = 0.5
"""What the plan's work counts, beside its thing, for that a passage speaks of it."""
ENOUGH = 0.6
"""Of thing (1) and work together, from which a passage speaks of the plan."""
ELSEWHERE = 0.3
"""What is left of the nearness of a passage that shares neither a plan's work nor its thing."""
OTHER_WORK = 0.6
"""The same of one that tells other work: 'Help pages shortened' does not answer 'Translate the help pages'."""
PARTLY = 0.1
"""Taken off where the same work is still to do on what is not quite the same thing."""
OTHER_NUMBER = 0.03
"""What is left where the two tell different things by number or by a contrast of words."""
SHORTEST_ROOT = 4
"""Letters of a root: shorter ones begin many words."""
_PUTTING_OFF = """
delay slip postpone defer hold stop wait await pause suspend cancel move put back later reschedule outstanding
"""
_PUT_OFF_STEMS = frozenset(map(stem_of, _PUTTING_OFF.split()))
_ENDINGS = ("er", "or", "r", "ist", "man", "ag", "ment", "ation", "ing", "al", "anc")


def nearness_to_plan(
    plan: str, passage: str, weights: Weights, *, done: bool, put_off: bool = False
) -> float:
    """How surely a passage speaks of a plan, 0..1.

    Args:
        plan: The plan.
        passage: What a later report says.
        weights: How much each word tells.
        done: Whether the passage tells of finished work; else of work still to do.
        put_off: Whether it says that work was not done or is put off: it need not say which work.
    """
    first, second = wording(plan), wording(passage)
    apart = (
        tell_apart(first, second)
        or differ(numbered_nouns(plan), numbered_nouns(passage))
        or differ(named_nouns(plan), named_nouns(passage))
    )
    if first == second:
        return OTHER_NUMBER if apart else 1.0
    parts = parts_of(plan)
    kinds = parts.kinds & (kinds_told(passage) if done else parts_of(passage).kinds)
    mine, yours = _stems(first, second), _stems(second, first)
    if kinds:
        mine -= parts.particles - yours
    worth = {stem: _worth(stem, yours) for stem in mine}
    if put_off and parts.lead in worth:
        worth[parts.lead] = max(worth[parts.lead], OWN_WORK)
        yours -= _PUT_OFF_STEMS - mine
    if kinds and parts.lead in worth:
        worth[parts.lead] = max(worth[parts.lead], OWN_WORK)
    if not any(share for stem, share in worth.items() if stem != parts.lead or len(mine) == 1):
        return 0.0
    telling = frozenset[str]().union(*(words_telling(kind) for kind in kinds))
    back = {stem: max(_worth(stem, mine), OWN_WORK * (stem in telling)) for stem in yours}
    near = _overlap(parts, worth, back, weights) * _speaks(parts, worth, weights)
    if not done and all(share <= SAME_FIELD for stem, share in worth.items() if stem != parts.lead):
        near *= FIELD_ALONE
    lead = worth.get(parts.lead, 0.0)
    if done and not lead and not parts.is_light and tells_work(passage):
        near *= OTHER_WORK
    if not done and not put_off and lead == 1.0:
        near -= PARTLY * (1 - min((worth.get(stem, 1.0) for stem in parts.thing), default=1.0))
    apart = apart or other_thing(plan, passage)
    return round(near * OTHER_NUMBER if apart else near, STEADY_DIGITS)


def says_work(plan: str, passage: str) -> bool:
    """True where a passage holds the word that the plan opens with, in any form."""
    return parts_of(plan).lead in wording(passage).stems


def names_work(plan: str, passage: str) -> bool:
    """True where a passage of finished work names the plan's thing or its work, in any words, and not only where or
    for whom it is done.
    """
    said, parts = wording(passage).stems, parts_of(plan)
    return bool(parts.kinds & kinds_told(passage)) or any(
        _worth(stem, said) for stem in parts.thing | {parts.lead}
    )


def plans_a_start(plan: str) -> bool:
    """True where a plan is met as soon as its work is in progress."""
    words = opened(plan)
    return bool(words) and stem_of(words[0]) == stem_of("start")


def other_step(plan: str, passage: str) -> bool:
    """True where what is still to do is another piece of work: 'Evaluate the tenders' after 'Issue the tender'."""
    mine, theirs = parts_of(plan), parts_of(passage)
    said = wording(passage).stems
    shared = len(mine.thing & said)
    if mine.is_light:
        return 2 * shared <= len(mine.thing)
    if mine.lead == theirs.lead or mine.kinds & theirs.kinds:
        return False
    if theirs.is_light and not theirs.particles:
        return mine.lead not in said and 2 * shared < len(mine.thing)
    return bool(mine.kinds and theirs.kinds) or mine.lead not in said


def _stems(text: Wording, other: Wording) -> frozenset[str]:
    """The stems of a text with each thing that it numbers: 'phase 2' tells more than 'phase'."""
    return spelt_out(text, other) | {" ".join(pair) for pair in text.numbered}


def _overlap(
    parts: PlanParts, worth: Mapping[str, float], back: Mapping[str, float], weights: Weights
) -> float:
    """How much of a plan's words is in the passage and of the passage's in the plan, by weight."""
    near_work = parts.thing | {parts.lead}
    mine = {stem: _weight(stem, weights) * (1 if stem in near_work else AROUND) for stem in worth}
    yours = {stem: _weight(stem, weights) for stem in back}
    own, other = math.fsum(mine.values()), math.fsum(yours.values())
    shared = math.fsum(weight * worth[stem] for stem, weight in mine.items())
    answered = math.fsum(weight * back[stem] for stem, weight in yours.items())
    inside = shared / own if own <= other else SHORT * answered / other + (1 - SHORT) * shared / own
    return (1 - CONTAINED) * (shared + answered) / (own + other) + CONTAINED * inside


def _speaks(parts: PlanParts, worth: Mapping[str, float], weights: Weights) -> float:
    """How far a passage that has this in common with a plan speaks of its work or its thing."""
    thing = {stem: _weight(stem, weights) for stem in parts.thing if stem in worth}
    met = LEAD * worth.get(parts.lead, 0.0) ** 2
    if thing:
        met += math.fsum(weight * worth[stem] for stem, weight in thing.items()) / math.fsum(thing.values())
    return ELSEWHERE + (1 - ELSEWHERE) * min(1.0, met / ENOUGH)


def _weight(stem: str, weights: Weights) -> float:
    return weights.of(stem) * (WORK if stem in WORK_STEMS else 1.0)


def _worth(stem: str, others: frozenset[str]) -> float:
    """What a stem counts beside a text's."""
    if stem in others:
        return 1.0
    if _of_one_root(stem, others):
        return ONE_ROOT
    return SAME_FIELD if of_one_field(stem, others) else 0.0


def _of_one_root(stem: str, others: Iterable[str]) -> bool:
    """True for a word and one made of it: 'angler' and 'angling', 'underdrain' and 'underdrainage'."""
    pairs = (sorted((stem, other), key=len) for other in others)
    return any(
        len(short) >= SHORTEST_ROOT and long.startswith(short) and long[len(short) :] in _ENDINGS
        for short, long in pairs
    )
