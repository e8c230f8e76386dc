"""A fictional programme: what happened in each project in each of its twelve months.

The facts stand in ``prose/*.toml``, one file per project. ``tell(project, number)`` gives one month of one project:
what was done, planned and missed, the risks as they stood, milestones, money and ratings. Families print it.
"""

from __future__ import annotations

import calendar
import re
import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from samples.dates import named_deadline, working_day
from samples.month import Milestone, Money, Project, Rated, Risk, Task, Update

PROSE = Path(__file__).parent / "prose"
PROJECT_TEXTS = ("name", "programme", "reference", "sponsor", "manager", "department")
MONTHS_TOLD = 12
LETTERS = {"G": "Green", "A": "Amber", "Y": "Amber", "R": "Red", "B": "Blue"}


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
