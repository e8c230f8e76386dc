"""What became of each planned activity: followed into the next report, and where that is silent, into later ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.model import Activity
from pipeline.tracking.filing import FiledReport
from pipeline.tracking.matching import best_pairs
from pipeline.tracking.projects import same_name
from pipeline.tracking.timeline import Project
from pipeline.tracking.wording import Weights, nearness, opens_alike

Outcome = Literal["delivered", "carried forward", "not mentioned"]

LEAST = 0.5
"""Nearness from which a passage speaks of a plan. Chosen by the months that ``tests/story_months.py`` labels."""
LEAST_LEFT = 0.25
"""The same of plans and passages that found no other: chosen so that of plans called 'not mentioned' most are."""
SURE = 0.75
"""Nearness from which one passage may answer for several plans: 'Roof and windows handed over'."""
OTHER_WORKSTREAM, SAME_WORKSTREAM, SAME_OWNER = -0.06, 0.05, 0.03
STILL_TO_DO = 0.06
"""Taken off for what is still to do: beside work that was done, it is rather the next piece of it."""
OTHER_STEP = 0.15
"""Taken off where a plan's first word, most often its verb, is not in a passage of what is still to do: 'Evaluate the
tenders' is the step after 'Issue the tender'."""
REPORTS_FOLLOWED = 3
"""Reports after the plan that are looked into; what comes up later is a new plan."""

_NOT_DONE = re.compile(
    r"\b(?:not (?:yet )?(?:been |be )?(?:\w+ed|done|begun|started|held|sent|met)|did not|was not|were not|has not"
    r"|have not|yet to|unable to|delayed|deferred|postponed|slipped|re-?scheduled|cancelled|on hold|outstanding"
    r"|carried (?:forward|over)|rolled (?:forward|over)|moved (?:back )?to (?:the )?next"
    r"|still (?:to|awaiting|waiting))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a planned activity, and the report that tells it (for 'not mentioned': the next one)."""

    outcome: Outcome
    told_by: FiledReport


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
    for step, filed in enumerate(project.reports):
        waiting = [n for n, activity in enumerate(filed.report.activities) if activity.kind == "planned"]
        later = project.reports[step + 1 : step + 1 + REPORTS_FOLLOWED]
        for told_by in later:
            plans = [filed.report.activities[place] for place in waiting]
            passages = _passages(told_by)
            answers = follow(plans, passages, weights)
            for number, passage in answers.items():
                found[filed.id, waiting[number]] = Followed(passage.outcome, told_by)
            waiting = [place for number, place in enumerate(waiting) if number not in answers]
        for place in waiting if later else ():
            found[filed.id, place] = Followed("not mentioned", later[0])
    return found


def follow(plans: Sequence[Activity], passages: Sequence[_Passage], weights: Weights) -> dict[int, _Passage]:
    """The passage that tells of each plan, by the plan's place.

    Plans are joined with passages as a whole; then one passage may also answer for a plan that is nearly all in it.
    Of what is left over on both sides less is asked: most of what a report tells was planned in the one before.
    """
    scores = [[_score(plan, passage, weights) for passage in passages] for plan in plans]
    pairs = best_pairs(scores, LEAST)
    joined = dict(pairs)
    for row, own in enumerate(scores):
        if row not in joined and own and max(own) >= SURE:
            joined[row] = own.index(max(own))
    taken = set(joined.values())
    rows = [row for row in range(len(plans)) if row not in joined]
    left = [column for column in range(len(passages)) if column not in taken]
    rest = best_pairs([[scores[row][column] for column in left] for row in rows], LEAST_LEFT)
    joined |= {rows[row]: left[column] for row, column in rest}
    return {row: passages[column] for row, column in joined.items()}


def _score(plan: Activity, passage: _Passage, weights: Weights) -> float:
    score = nearness(plan.text, passage.text, weights)
    if passage.outcome == "carried forward":
        score -= STILL_TO_DO + OTHER_STEP * (not opens_alike(plan.text, passage.text))
    if plan.workstream and passage.workstream:
        score += SAME_WORKSTREAM if same_name(plan.workstream, passage.workstream) else OTHER_WORKSTREAM
    if same_name(plan.owner, passage.owner):
        score += SAME_OWNER
    return score


def _passages(filed: FiledReport) -> list[_Passage]:
    report = filed.report
    found = [
        _Passage(activity.text, _told(activity), activity.workstream, activity.owner)
        for activity in report.activities
    ]
    found += [_Passage(milestone.text, "delivered") for milestone in report.milestones if milestone.actual]
    return found


def _told(activity: Activity) -> Outcome:
    done = activity.kind == "completed" and not _NOT_DONE.search(activity.text)
    return "delivered" if done else "carried forward"
