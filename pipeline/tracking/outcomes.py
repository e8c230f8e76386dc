"""What became of each planned activity: followed into the next report, and where that is silent, into later ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.model import Activity
from pipeline.tracking.filing import FiledReport
from pipeline.tracking.matching import best_pairs
from pipeline.tracking.projects import fold_name, same_name
from pipeline.tracking.timeline import Project
from pipeline.tracking.answering import nearness_to_plan, other_step
from pipeline.tracking.wording import Weights

Outcome = Literal["delivered", "carried forward", "not mentioned"]

LEAST = 0.5
"""Nearness from which a passage speaks of a plan. Chosen by the months that ``tests/story_months.py`` labels."""
LEAST_LEFT = 0.2
"""The same of plans and passages that found no other: chosen so that of plans called 'not mentioned' most are."""
SURE = 0.75
"""Nearness from which one passage may answer for several plans: 'Roof and windows handed over'."""
OTHER_WORKSTREAM, SAME_WORKSTREAM, SAME_OWNER = -0.06, 0.05, 0.03
STILL_TO_DO = 0.06
"""Taken off for what is still to do: beside work that was done, it is rather the next piece of it."""
OTHER_STEP = 0.2
"""Taken off where a plan's first word, most often its verb, is not in a passage of what is still to do: 'Evaluate the
tenders' is the step after 'Issue the tender'."""
LEAST_LATER = 0.55
"""The same where a report in between was silent: what a report tells was most often planned in the one before."""
REPORTS_FOLLOWED = 3
"""Reports after the plan that are looked into; what comes up later is a new plan."""

_NOT_DONE = re.compile(
    r"\b(?:not (?:yet )?(?:been |be )?(?:\w+ed|done|begun|started|held|sent|met)|did not|was not|were not|has not"
    r"|have not|yet to|unable to|delayed|deferred|postponed|slipped|re-?scheduled|cancelled|on hold|outstanding"
    r"|carried (?:forward|over)|rolled (?:forward|over)|moved (?:back )?to (?:the )?next"
    r"|still (?:to|awaiting|waiting))\b",
    re.IGNORECASE,
)
_DONE_BEFORE = re.compile(
    r"\b(?:\w{3,}ed|held|met|sent|built|run|laid|done|complete|given|taken|made|chosen|begun|found|bought|written|put|set|out"
    r"|live|up|in)\b[^;.]*[;.,]",
    re.IGNORECASE,
)
"""What was done, before a sentence goes on to what was not: 'Tenders evaluated; the order is not yet placed'."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a planned activity, and the report that tells it (for 'not mentioned': the next one)."""

    outcome: Outcome
    told_by: FiledReport


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A plan not yet answered: its report's ID and its place there, and the step of the months at which it was made."""

    key: tuple[str, int]
    activity: Activity
    step: int


@dataclass(frozen=True, slots=True)
class _Passage:
    """Words of a later report that may speak of a plan, with what they say of it."""

    text: str
    outcome: Outcome
    workstream: str | None = None
    owner: str | None = None


def plan_outcomes(project: Project) -> dict[tuple[str, int], Followed]:
    """The outcome of every planned activity that has a next report, by the report's ID and the activity's place."""
    texts = [activity.text for filed in project.reports for activity in filed.report.activities]
    weights = Weights(texts)
    found: dict[tuple[str, int], Followed] = {}
    waiting: list[_Waiting] = []
    for step, filed in enumerate(project.reports):
        answers = follow(waiting, _passages(filed, project.reports[step - 1] if step else None), step, weights)
        found |= {plan.key: Followed(answers[number].outcome, filed) for number, plan in enumerate(waiting) if number in answers}
        for number, plan in enumerate(waiting):
            if number not in answers:
                found.setdefault(plan.key, Followed("not mentioned", filed))
        waiting = [
            plan
            for number, plan in enumerate(waiting)
            if number not in answers and step - plan.step < REPORTS_FOLLOWED
        ]
        waiting += [
            _Waiting((filed.id, place), activity, step)
            for place, activity in enumerate(filed.report.activities)
            if activity.kind == "planned"
        ]
    return found


def follow(
    plans: Sequence[_Waiting], passages: Sequence[_Passage], step: int, weights: Weights
) -> dict[int, _Passage]:
    """The passage that tells of each plan, by the plan's place.

    Plans are joined with passages as a whole; then one passage may also answer for a plan that is nearly all in it.
    Of what is left over on both sides less is asked: most of what a report tells was planned in the one before.
    """
    scores = [[_score(plan.activity, passage, weights) for passage in passages] for plan in plans]
    recent = [row for row, plan in enumerate(plans) if step - plan.step == 1]
    joined = _join(scores, recent, set(), LEAST)
    for row in recent:
        if row not in joined and max(scores[row], default=0.0) >= SURE:
            joined[row] = scores[row].index(max(scores[row]))
    older = [row for row in range(len(plans)) if row not in recent]
    joined |= _join(scores, older, set(joined.values()), LEAST_LATER)
    rest = [row for row in recent if row not in joined]
    joined |= _join(scores, rest, set(joined.values()), LEAST_LEFT)
    return {row: passages[column] for row, column in joined.items()}


def _join(
    scores: Sequence[Sequence[float]], rows: Sequence[int], taken: Collection[int], least: float
) -> dict[int, int]:
    """Rows joined as a whole with the columns that are not taken."""
    columns = [column for column in range(len(scores[0]) if scores else 0) if column not in taken]
    pairs = best_pairs([[scores[row][column] for column in columns] for row in rows], least)
    return {rows[row]: columns[column] for row, column in pairs}


def _score(plan: Activity, passage: _Passage, weights: Weights) -> float:
    score = nearness_to_plan(plan.text, passage.text, weights, done=passage.outcome == "delivered")
    if passage.outcome == "carried forward":
        score -= STILL_TO_DO + OTHER_STEP * other_step(plan.text, passage.text)
    if plan.workstream and passage.workstream:
        score += SAME_WORKSTREAM if same_name(plan.workstream, passage.workstream) else OTHER_WORKSTREAM
    if same_name(plan.owner, passage.owner):
        score += SAME_OWNER
    return score


def _passages(filed: FiledReport, before: FiledReport | None = None) -> list[_Passage]:
    """What may answer: activities, and milestones reached since the report before, which lists the older ones too."""
    found = [
        _Passage(activity.text, _told(activity), activity.workstream, activity.owner)
        for activity in filed.report.activities
    ]
    reached = {fold_name(one.text) for one in before.report.milestones if one.actual} if before else set()
    found += [
        _Passage(milestone.text, "delivered")
        for milestone in filed.report.milestones
        if milestone.actual and fold_name(milestone.text) not in reached
    ]
    return found


def _told(activity: Activity) -> Outcome:
    said = _NOT_DONE.search(activity.text)
    done = activity.kind == "completed" and not (said and not _DONE_BEFORE.search(activity.text[: said.start()]))
    return "delivered" if done else "carried forward"
