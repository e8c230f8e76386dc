"""Ratings told twice, each under a label that says when: 'Overall last month' over 'Overall this month'."""

from __future__ import annotations

from dataclasses import replace

from pipeline.reading.elements import Element, Pair, Rated, Section
from pipeline.reading.memory import remembered
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import phrases_within, plain

_WORDS = 3
"""Words of the longest phrase for a period: 'the previous report'."""


def then_joined(section: Section, vocabulary: Vocabulary) -> list[Element]:
    """The items of a section, a rating of the period before put into that of now which has the same name."""
    items = list(section.items)
    for earlier in [item for item in items if isinstance(item, (Rated, Pair))]:
        if (name := _named(earlier, "previous", vocabulary)) is None:
            continue
        now = [
            index
            for index, item in enumerate(items)
            if isinstance(item, (Rated, Pair)) and _is_now(item, name, vocabulary)
        ]
        if len(now) == 1:
            items[now[0]] = _with_previous(items[now[0]], earlier)
            items = [item for item in items if item is not earlier]
    return items


def _is_now(item: Rated | Pair, name: str, vocabulary: Vocabulary) -> bool:
    """Whether an item rates, for this period or without saying when, what an earlier one of this name rates."""
    alike = name in {plain(item.label), _named(item, "current", vocabulary)}
    return alike and _named(item, "previous", vocabulary) is None and _before(item) is None


def _named(item: Rated | Pair, role: str, vocabulary: Vocabulary) -> str | None:
    """What an item rates, where its label says besides for which period and it shows a rating; else None."""
    name = _parted(vocabulary, item.label, role)
    mark = item.current if isinstance(item, Rated) else item.mark
    if name is None or mark is None or _before(item) is not None:
        return None
    return name if vocabulary.rating_words.read(mark).value else None


@remembered
def _parted(vocabulary: Vocabulary, words: str, role: str) -> str | None:
    """The dimension's name in a label that holds besides a phrase for a period of this role; else None."""
    label = plain(words)
    for phrase in phrases_within(label, _WORDS):
        name = " ".join(label.replace(phrase, " ", 1).split())
        said = {column.role for column in vocabulary.columns(phrase) if column.register == "ratings"}
        if said == {role} and vocabulary.dimension(name):
            return name
    return None


def _before(item: Rated | Pair) -> object:
    return item.previous if isinstance(item, Rated) else None


def _with_previous(item: Element, earlier: Rated | Pair) -> Rated:
    """A rating of now with the mark of the earlier one."""
    mark = earlier.current if isinstance(earlier, Rated) else earlier.mark
    if isinstance(item, Rated):
        return replace(item, previous=mark, blocks=(*item.blocks, *earlier.blocks))
    assert isinstance(item, Pair)
    return Rated(item.label, item.mark, mark, None, (*item.blocks, *earlier.blocks), item.place)
