"""Months of reports with what a person knows of them: which plan was answered by what, which rows are one risk.

They come from the samples' stories, and from ``plan_months.toml``: pairs of reports of many organisations, whose second
tells much in other words and speaks of other work at the same place.
"""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.model import Activity, Report, Risk
from pipeline.tracking.told import Outcome
from samples.story import MONTHS_TOLD, project_keys, tell
from tests.tracking_factories import activity, report, risk

APART = 3
"""One story in so many is kept apart: nothing was chosen by it."""


PLAN_MONTHS = Path(__file__).with_name("plan_months.toml")
_OUTCOMES: dict[str, Outcome] = {"D": "delivered", "C": "carried forward", "N": "not mentioned"}


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of one month, the report after it, and what became of each."""

    story: tuple[Report, ...]
    step: int
    plans: tuple[Activity, ...]
    outcomes: tuple[Outcome, ...]


def stories(*, apart: bool) -> list[str]:
    """The keys of the stories that the method was chosen by, or of those kept apart."""
    return [key for key in project_keys() if _is_apart(key) is apart]


def invented_plans(*, apart: bool) -> Iterator[Plans]:
    """The pairs of reports of ``plan_months.toml`` that the method was chosen by, or of those kept apart."""
    for key, months in _plan_months().items():
        if _is_apart(key) is apart:
            plans = months["plans"].strip().splitlines()
            activities = tuple(activity(line[2:], "planned") for line in plans)
            told = [activity(line, "completed") for line in months["done"].strip().splitlines()]
            told += [activity(line, "planned") for line in months["next"].strip().splitlines()]
            both = (
                report(key, "2020-01", activities=activities),
                report(key, "2020-02", activities=tuple(told)),
            )
            yield Plans(both, 0, activities, tuple(_OUTCOMES[line[0]] for line in plans))


@cache
def _plan_months() -> dict[str, dict[str, str]]:
    return tomllib.loads(PLAN_MONTHS.read_text(encoding="utf-8"))


def _is_apart(key: str) -> bool:
    return zlib.crc32(key.encode()) % APART == 0


def plans_of(key: str) -> Iterator[Plans]:
    """Every month's plans of a story, twice: each finished task is told in one telling and left out in the other."""
    for silent in (False, True):
        told = tuple(_month(key, number, silent) for number in range(1, MONTHS_TOLD + 1))
        facts = {row[3]: row for row in tell(key, 1).project.facts["tasks"]}
        for step in range(MONTHS_TOLD - 1):
            plans = [item for item in told[step].activities if item.kind == "planned"]
            texts = {item.text for item in told[step + 1].activities}
            outcomes = tuple(_outcome(facts[plan.text], step + 2, texts) for plan in plans)
            yield Plans(told, step, tuple(plans), outcomes)


def risks_of(key: str, *, references: bool) -> tuple[list[Report], dict[tuple[int, int], int]]:
    """A story's months with their risks; which entry of the story each is, by month (0-based) and place."""
    reports, entries = [], {}
    for number in range(1, MONTHS_TOLD + 1):
        update = tell(key, number)
        told: list[Risk] = []
        for entry, fact in enumerate(update.project.facts["risks"]):
            begin, end = fact["months"]
            if begin <= number <= end:
                entries[number - 1, len(told)] = entry
                told.append(_risk(fact, number, f"R{entry + 1}" if references else None))
        reports.append(report(key, f"2020-{number:02}", risks=tuple(told)))
    return reports, entries


def _risk(fact: dict[str, Any], number: int, reference: str | None) -> Risk:
    month, words = fact.get("reword", (MONTHS_TOLD + 1, ""))
    text = words if number >= month else fact["text"]
    return risk(text, reference=reference, owner=fact["owner"], response=fact["response"], status="Open")


def _month(key: str, number: int, silent: bool) -> Report:
    update = tell(key, number)
    done = [task for task in update.done if bool(zlib.crc32((key + task.text).encode()) % 2) is not silent]
    kinds = [(task, "completed") for task in done] + [(task, "planned") for task in update.planned]
    activities = [
        activity(task.text, kind, workstream=task.workstream, owner=task.owner) for task, kind in kinds
    ]
    return report(key, f"2020-{number:02}", activities=tuple(activities))


def _outcome(fact: list[Any], month: int, told: set[str]) -> Outcome:
    if fact[0] > month:
        return "carried forward"
    return "delivered" if fact[4] in told else "not mentioned"
