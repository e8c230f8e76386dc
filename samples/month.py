"""The nouns of the story: one month of one project, as ``story`` tells it and families print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from samples.dates import working_day

RED_SCORE = 15
AMBER_SCORE = 8
"""Thresholds of the usual five by five matrix of likelihood and impact."""
RED_IMPACT = 4
AMBER_IMPACT = 3
LATE_DAYS = 21
"""A milestone that has slipped by more than three weeks is red."""


@dataclass(frozen=True, slots=True)
class Project:
    """What stays the same from month to month; ``facts`` is the rest of the prose file."""

    key: str
    name: str
    programme: str
    reference: str
    sponsor: str
    manager: str
    department: str
    start: date
    end: date
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work as a report tells it: ``text`` is its wording in this month's section."""

    workstream: str
    text: str
    owner: str
    due: date


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk or issue in one month. ``clause`` has no capital and follows 'There is a risk that'."""

    reference: str
    kind: str
    clause: str
    response: str
    owner: str
    likelihood: int | None
    impact: int
    status: str

    @property
    def text(self) -> str:
        return self.clause[0].upper() + self.clause[1:]

    @property
    def sentence(self) -> str:
        return f"There is a risk that {self.clause}."

    @property
    def score(self) -> int | None:
        return None if self.likelihood is None else self.likelihood * self.impact

    @property
    def rating(self) -> str:
        if self.score is None:
            return "Red" if self.impact >= RED_IMPACT else "Amber" if self.impact >= AMBER_IMPACT else "Green"
        return "Red" if self.score >= RED_SCORE else "Amber" if self.score >= AMBER_SCORE else "Green"


@dataclass(frozen=True, slots=True)
class Milestone:
    """``actual`` is None until the month in which it was reached."""

    text: str
    baseline: date
    forecast: date
    actual: date | None

    @property
    def slip(self) -> int:
        """Days later than the baseline, never negative."""
        return max(0, ((self.actual or self.forecast) - self.baseline).days)

    @property
    def status(self) -> str:
        return {"Blue": "Complete", "Green": "On track", "Amber": "At risk", "Red": "Delayed"}[self.rating]

    @property
    def rating(self) -> str:
        if self.actual:
            return "Blue"
        return "Green" if not self.slip else "Amber" if self.slip <= LATE_DAYS else "Red"


@dataclass(frozen=True, slots=True)
class Money:
    """One line of the budget in whole units of the currency."""

    text: str
    budget: int
    actual: int
    forecast: int

    @property
    def variance(self) -> int:
        return self.forecast - self.budget


@dataclass(frozen=True, slots=True)
class Rated:
    """``letter`` is the rating as one letter; ``previous`` is None in the first month."""

    dimension: str
    letter: str
    current: str
    previous: str | None
    comment: str
    confidence: str
    """The same on the five-level scale of a delivery confidence assessment."""


@dataclass(frozen=True, slots=True)
class Update:
    """One month of one project."""

    project: Project
    number: int
    first_day: date
    last_day: date
    percent: int
    summary: str
    done: tuple[Task, ...]
    planned: tuple[Task, ...]
    missed: tuple[Task, ...]
    risks: tuple[Risk, ...]
    milestones: tuple[Milestone, ...]
    money: tuple[Money, ...]
    rated: dict[str, Rated]
    decisions: tuple[str, ...]

    @property
    def period(self) -> str:
        return f"{self.first_day.year}-{self.first_day.month:02d}"

    @property
    def reported(self) -> date:
        """The day near the month's end on which the report is written."""
        return working_day(self.last_day - timedelta(days=(self.number * 3) % 5))

    @property
    def next_month(self) -> date:
        return self.last_day + timedelta(days=1)

    def of_kind(self, kind: str) -> tuple[Risk, ...]:
        return tuple(risk for risk in self.risks if risk.kind == kind)


def with_total(update: Update) -> tuple[Money, ...]:
    """The lines of the budget and a last one that adds them up."""
    sums = [
        sum(amounts)
        for amounts in zip(*((m.budget, m.actual, m.forecast) for m in update.money), strict=True)
    ]
    return (*update.money, Money("Total", *sums))
