"""Heads of columns by their words: the parts that a column may play in a register, by its whole head or parts of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

from pipeline.reading.composed import Composed
from pipeline.reading.spelling import Spellings
from pipeline.reading.wording import (
    key_of,
    to_date,
    without_brackets,
    without_date,
    without_project,
    without_unit,
    without_year,
)
from rules.schema import Rules

_INSIDE_HEAD = 45
_INSIDE_PHRASE = 6
"""Letters of an unknown column head, and of a known one inside it, for the known one to speak for it."""
_QUALIFIER = re.compile(
    r"^(?:(?:project|risk|issue|milestone|deliverable|task|activity|action|budget|current|target|key|overall|agreed|proposed)s?\s+)+(?=\S)"
)
"""Words before a column head that only say whose column it is ('Issue resolution', 'Target due date')."""


def _to_date_alone(text: str) -> str:
    """'Spent to 30 June (net)' as 'Spent to date'."""
    return to_date(without_brackets(text))


@dataclass(frozen=True, slots=True)
class Column:
    """What a column head may be: its part in a register's records."""

    register: str
    role: str
    weight: float


_OF_WORK_TOO = {"planned", "planned for"}
"""What 'Planned for August' is without its month: work to come as well as money, so what stands below it decides."""


class ColumnHeads:
    """The wordings of column heads, ready to be asked."""

    def __init__(self, rules: Rules) -> None:
        self._columns: dict[str, list[Column]] = {}
        for rule in rules.columns:
            for phrase in rule.phrases:
                self._columns.setdefault(key_of(phrase), []).append(
                    Column(rule.register, rule.role, rule.weight)
                )
        self._composed = [
            (Composed.of(rule.needs, rule.allows), Column(rule.register, rule.role, rule.weight))
            for rule in rules.columns
            if rule.needs
        ]
        self._spellings = Spellings(self._columns)
        self._long_columns = {
            key: rank for rank, key in enumerate(self._columns) if len(key) >= _INSIDE_PHRASE
        }
        self._words = frozenset[str]().union(*(composed.allowed for composed, _ in self._composed))

    def parts_of(self, text: str, loose: bool = False) -> tuple[Column, ...]:
        """The parts that a column head may play; empty where no rule knows it.

        Args:
            text: the head's words.
            loose: a known head inside an unknown one counts too.
        """
        if loose:
            near = None if (exact := self.parts_of(text)) else self._inside(key_of(without_brackets(text)))
            return exact or (tuple(self._columns[near]) if near else ())
        for reduce in (str, without_brackets, without_unit, without_year, to_date, _to_date_alone):
            key = key_of(reduce(text))
            for variant in dict.fromkeys(
                (key, without_project(key), key.removesuffix(" k"), key.removesuffix(" m"))
            ):
                if variant in self._columns:
                    return self._with_other_registers(self._columns[variant], variant)
        bare = _QUALIFIER.sub("", key_of(without_brackets(text)))
        if bare in self._columns:
            return tuple(self._columns[bare])
        plain = without_brackets(text)
        built = self._by_words(plain) or self._by_words(without_unit(plain))
        if built:
            return built
        undated = key_of(without_date(plain))
        money = () if undated in _OF_WORK_TOO else self._columns.get(undated, ())
        if dated := tuple(column for column in money if column.register == "finances"):
            return dated  # 'Completed in June' over a list is no column of dates
        near = self._spellings.nearest(key_of(text))
        return tuple(self._columns[near]) if near else ()

    def _with_other_registers(self, listed: list[Column], key: str) -> tuple[Column, ...]:
        """A listed head's parts, and in registers that do not list it those that its words make of it."""
        words = key.split()
        registers = {column.register for column in listed}
        if not self._words.issuperset(words):
            return tuple(listed)
        built = [column for composed, column in self._composed if composed.fits(words)]
        return (*listed, *(column for column in built if column.register not in registers))

    def _by_words(self, head: str) -> tuple[Column, ...]:
        """The parts of a head put together from known words, or from two known heads ('Raised by / owner')."""
        words = key_of(head).split()
        known = self._words.issuperset(words)
        built = tuple(column for composed, column in self._composed if known and composed.fits(words))
        if built:
            return built
        parts = [key_of(part) for part in re.split(r"[/&+]|\band\b|\bor\b", head, flags=re.IGNORECASE)]
        heads = [self._columns.get(part) or self._columns.get(_QUALIFIER.sub("", part)) for part in parts]
        if len(parts) == 1 or not all(heads):
            return ()
        meant = [
            tuple(column for column in columns if column.role != "aside") for columns in heads if columns
        ]
        return next(filter(None, meant), ())

    def _inside(self, key: str) -> str | None:
        """The longest known column head that stands whole inside an unknown one ('Consumed spend to date')."""
        if not key or len(key) > _INSIDE_HEAD:
            return None
        words = key.split()
        spans = (" ".join(words[a:b]) for a, b in combinations(range(len(words) + 1), 2))
        found = [span for span in spans if span in self._long_columns]
        return min(found, key=lambda known: (-len(known), self._long_columns[known]), default=None)
