"""A fictional programme: what happened in each project in each of its twelve months.

The facts stand in ``prose/*.toml``, one file per project. ``tell(project, number)`` gives one month of one project:
what was done, planned and missed, the risks as they stood, milestones, money and ratings. Families print it.
"""

from __future__ import annotations

import calendar
import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from samples.dates import named_deadline, working_day

PROSE = Path(__file__).parent / "prose"
PROJECT_TEXTS = ("name", "programme", "reference", "sponsor", "manager", "department")
MONTHS_TOLD = 12
LETTERS = {"G": "Green", "A": "Amber", "Y": "Amber", "R": "Red", "B": "Blue"}
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


@cache
def load_project(key: str, years: int = 0) -> Project:
    """Read one prose file, every year in it moved by ``years``.

    Raises:
        FileNotFoundError: no such project.
    """
    prose = (PROSE / f"{key}.toml").read_text(encoding="utf-8")
    facts = tomllib.loads(re.sub(r"\b20[12]\d\b", lambda year: str(int(year[0]) + years), prose))
    texts = {name: facts[name] for name in PROJECT_TEXTS}
    start, end = (date.fromisoformat(facts[name]) for name in ("start", "end"))
    return Project(key=key, start=start, end=end, facts=facts, **texts)


def project_keys() -> tuple[str, ...]:
    """The keys of all projects, sorted."""
    return tuple(sorted(path.stem for path in PROSE.glob("*.toml")))


@cache
def tell(key: str, number: int, years: int = 0) -> Update:
    """The story of one project in month ``number`` (1 to 12), moved by ``years``.

    Raises:
        ValueError: a month outside the story.
    """
    if not 1 <= number <= MONTHS_TOLD:
        raise ValueError(f"the story has months 1 to {MONTHS_TOLD}, not {number}")
    project = load_project(key, years)
    facts = project.facts
    year, month = (int(part) for part in facts["first"].split("-"))
    year, month = year + (month + number - 2) // 12, (month + number - 2) % 12 + 1
    first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    done, planned, missed = _tasks(facts, number, first, last)
    return Update(
        project=project,
        number=number,
        first_day=first,
        last_day=last,
        percent=facts["percent"][number - 1],
        summary=facts["summaries"][(number - 1) // 2],
        done=done,
        planned=planned,
        missed=missed,
        risks=_risks(facts, number),
        milestones=_milestones(facts, number, last),
        money=_money(facts, number),
        rated={dimension: _rated(facts, dimension, number) for dimension in facts["ratings"]},
        decisions=tuple(facts["decisions"].get(str(number), ())),
    )


def with_total(update: Update) -> tuple[Money, ...]:
    """The lines of the budget and a last one that adds them up."""
    sums = [
        sum(amounts)
        for amounts in zip(*((m.budget, m.actual, m.forecast) for m in update.money), strict=True)
    ]
    return (*update.money, Money("Total", *sums))


def _tasks(facts: dict[str, Any], number: int, first: date, last: date) -> tuple[tuple[Task, ...], ...]:
    done, planned, missed = [], [], []
    for index, (finish, start, workstream, plan, outcome) in enumerate(facts["tasks"]):
        owner = facts["people"][index % len(facts["people"])]
        day = 3 + index * 7 % 25
        if finish == number:
            done.append(Task(workstream, outcome, owner, working_day(first + timedelta(days=day))))
        if start <= number < finish:
            named = named_deadline(plan)
            due = date.fromisoformat(named) if named else working_day(last + timedelta(days=day))
            planned.append(Task(workstream, plan, owner, due))
        if start < number < finish:
            missed.append(Task(workstream, plan, owner, working_day(first + timedelta(days=day))))
    return tuple(done), tuple(planned), tuple(missed)


def _risks(facts: dict[str, Any], number: int) -> tuple[Risk, ...]:
    told = []
    counts = {"risk": 0, "issue": 0}
    for entry in facts["risks"]:
        counts[entry["kind"]] += 1
        begin, end = entry["months"]
        if not begin <= number <= end:
            continue
        month, wording = entry.get("reword", (MONTHS_TOLD + 1, ""))
        told.append(
            Risk(
                reference=f"{entry['kind'][0].upper()}{counts[entry['kind']]:02d}",
                kind=entry["kind"],
                clause=wording if number >= month else entry["text"],
                response=entry["response"],
                owner=entry["owner"],
                likelihood=entry["likelihood"][number - begin] if entry["likelihood"] else None,
                impact=entry["impact"],
                status="Closed" if number == end < MONTHS_TOLD else "New" if number == begin > 1 else "Open",
            )
        )
    return tuple(told)


def _milestones(facts: dict[str, Any], number: int, last: date) -> tuple[Milestone, ...]:
    told = []
    for entry in facts["milestones"]:
        moves = [entry["baseline"], *(day for month, day in entry["moves"] if month <= number)]
        actual = date.fromisoformat(entry["actual"]) if "actual" in entry else None
        reached = actual if actual and actual <= last else None
        baseline = date.fromisoformat(entry["baseline"])
        told.append(Milestone(entry["text"], baseline, reached or date.fromisoformat(moves[-1]), reached))
    return tuple(told)


def _money(facts: dict[str, Any], number: int) -> tuple[Money, ...]:
    told = []
    for entry in facts["finances"]:
        forecast = [amount for month, amount in entry["forecast"] if month <= number][-1]
        spent = round(forecast * facts["percent"][number - 1] / 100 / 500) * 500
        told.append(Money(entry["text"], entry["budget"], spent, forecast))
    return tuple(told)


def _rated(facts: dict[str, Any], dimension: str, number: int) -> Rated:
    letters = facts["ratings"][dimension]
    letter = letters[number - 1]
    before = letters[number - 2] if number > 1 else None
    after = letters[number] if number < MONTHS_TOLD else letter
    confidence = LETTERS[letter]
    if confidence == "Amber" and "R" in (before, after):
        confidence = "Amber/Red"
    elif confidence == "Amber" and after == "G":
        confidence = "Amber/Green"
    return Rated(
        dimension,
        letter,
        LETTERS[letter],
        LETTERS[before] if before else None,
        facts["comments"][dimension][letter],
        confidence,
    )
