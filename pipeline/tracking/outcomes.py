"""What became of each planned activity: followed into the next report, and where that is silent, into later ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Activity
from pipeline.tracking.answering import names_work, nearness_to_plan, other_step, plans_a_start, says_work
from pipeline.tracking.filing import FiledReport
from pipeline.tracking.matching import best_pairs
from pipeline.tracking.plan_parts import parts_of
from pipeline.tracking.projects import same_name
from pipeline.tracking.timeline import Project
from pipeline.tracking.told import Outcome, Told, told_apart, told_by, told_in_prose
from pipeline.tracking.wording import Weights, wording

LEAST = 0.5
"""Nearness from which a passage speaks of a plan. Chosen by the months that ``tests/story_months.py`` labels."""
LEAST_LEFT = 0.2
"""The same of plans and passages that found no other: most of what a report tells was planned in the one before."""
LEAST_ALONE, CLEAR = 0.12, 2
"""Nearness from which a plan and finished work that both are left over belong together, and how many times nearer
they must be than either is to anything else: a report may tell in words of its own what was planned."""
LATER = 0.4
"""Taken off there where a report in between was silent about the plan: it is rather an answer to a newer one."""
LEAST_PROSE = 0.6
"""Nearness from which a sentence of prose tells of a plan's very work, where no activity does."""
LEAST_BESIDE = 0.45
"""Nearness from which a passage that answers one plan answers another whose thing it tells too."""
SURE = 0.75
"""Nearness from which one passage may answer for several plans: 'Roof and windows handed over'."""
OTHER_WORKSTREAM, SAME_WORKSTREAM, SAME_OWNER = -0.06, 0.05, 0.03
STILL_TO_DO = 0.06
"""Taken off for what is still to do: beside work that was done, it is rather the next piece of it."""
OTHER_STEP = 0.2
"""Taken off where that is another kind of work: 'Evaluate the tenders' is the step after 'Issue the tender'."""
REPORTS_FOLLOWED = 3
"""Reports after the plan that are looked into; what comes up later is a new plan."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a planned activity, and the report that tells it (for 'not mentioned': the next one)."""

    outcome: Outcome
    told_by: FiledReport


@dataclass(frozen=True, slots=True)
class Waiting:
    """A plan not yet answered: its report's ID and its place there, and how many reports ago it was made."""

    key: tuple[str, int]
    activity: Activity
    age: int


def plan_outcomes(project: Project) -> dict[tuple[str, int], Followed]:
    """The outcome of every planned activity that has a next report, by the report's ID and the activity's place."""
    texts = [activity.text for filed in project.reports for activity in filed.report.activities]
    weights = Weights(texts)
    found: dict[tuple[str, int], Followed] = {}
    plans: list[Waiting] = []
    before: FiledReport | None = None
    for filed in project.reports:
        passages = told_by(filed.report, before.report if before else None)
        answers = follow(plans, passages, weights)
        answers |= _mentioned(plans, answers, filed, before, weights)
        for number, plan in enumerate(plans):
            if number in answers:
                found[plan.key] = Followed(answers[number].outcome, filed)
            else:
                found.setdefault(plan.key, Followed("not mentioned", filed))
        plans = [
            Waiting(plan.key, plan.activity, plan.age + 1)
            for number, plan in enumerate(plans)
            if number not in answers and plan.age < REPORTS_FOLLOWED
        ]
        plans += [
            Waiting((filed.id, place), activity, 1)
            for place, activity in enumerate(filed.report.activities)
            if activity.kind == "planned"
        ]
        before = filed
    return found


def follow(plans: Sequence[Waiting], passages: Sequence[Told], weights: Weights) -> dict[int, Told]:
    """The passage that tells of each plan, by the plan's place.

    Plans of the report before are joined with the clauses of passages as a whole; then one clause may also answer for
    a plan that is nearly all in it, or whose thing it tells besides. Of what is left over on both sides less is
    asked, and the plans of earlier reports come in; least where a plan and finished work have nobody else.
    """
    told = [(place, clause) for place, passage in enumerate(passages) for clause in told_apart(passage)]
    wholes = [[_score(plan.activity, passage, weights) for passage in passages] for plan in plans]
    scores = [
        _with_clauses(plan.activity, own, told, passages, weights)
        for plan, own in zip(plans, wholes, strict=True)
    ]
    joined = _join(scores, [row for row, plan in enumerate(plans) if plan.age == 1], (), LEAST)
    for row, plan in enumerate(plans):
        if row not in joined and plan.age == 1 and max(scores[row], default=0.0) >= SURE:
            joined[row] = scores[row].index(max(scores[row]))
    for row, plan in enumerate(plans):
        if row not in joined and plan.age == 1:
            joined |= _beside(row, scores[row], joined, plans, told)
    rest = [row for row in range(len(plans)) if row not in joined]
    late = [
        [score - LATER * (plan.age > 1) for score in own] for plan, own in zip(plans, scores, strict=True)
    ]
    used = {told[column][0] for column in joined.values()}
    taken = {column for column, (place, _) in enumerate(told) if place in used}
    joined |= _join(late, rest, taken, LEAST_LEFT)
    joined |= _alone(scores, plans, joined, told)
    return {row: told[column][1] for row, column in joined.items()}


def _alone(
    scores: Sequence[Sequence[float]],
    plans: Sequence[Waiting],
    joined: Mapping[int, int],
    told: Sequence[tuple[int, Told]],
) -> dict[int, int]:
    """Plans and finished work that are left over and far nearer to one another than to anything else."""
    used = {told[column][0] for column in joined.values()}
    columns = [
        column
        for column, (place, passage) in enumerate(told)
        if place not in used and passage.outcome == "delivered"
    ]
    found: dict[int, int] = {}
    for row, own in enumerate(scores):
        best = max(columns, key=own.__getitem__, default=None)
        if row in joined or plans[row].age > 1 or best is None or own[best] < LEAST_ALONE:
            continue
        if not names_work(plans[row].activity.text, told[best][1].text):
            continue
        line = told[best][0]
        beside = [own[column] for column in columns if told[column][0] != line]
        beside += [
            other[column]
            for place, other in enumerate(scores)
            for column in columns
            if place != row and told[column][0] == line
        ]
        if CLEAR * max(beside, default=0.0) <= own[best]:
            found[row] = best
    return found


def _beside(
    row: int,
    scores: Sequence[float],
    joined: Mapping[int, int],
    plans: Sequence[Waiting],
    told: Sequence[tuple[int, Told]],
) -> dict[int, int]:
    """A plan's row with the clause that answers another plan and tells its own thing as well, as 'Tie-in and cabling of
    line 2 done' does; nothing where none does.
    """
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    if best is None or scores[best] < LEAST_BESIDE or told[best][1].outcome != "delivered":
        return {}
    others = [
        plans[other].activity.text for other, column in joined.items() if told[column][0] == told[best][0]
    ]
    said = wording(told[best][1].text).stems & wording(plans[row].activity.text).stems
    own = said.difference(*(wording(other).stems for other in others))
    return {row: best} if own & parts_of(plans[row].activity.text).thing else {}


def _with_clauses(
    plan: Activity,
    wholes: Sequence[float],
    told: Sequence[tuple[int, Told]],
    passages: Sequence[Told],
    weights: Weights,
) -> list[float]:
    """How near each clause is to a plan: the one of its line that is nearest counts at least as its whole line."""
    own = [
        wholes[place] if clause is passages[place] else _score(plan, clause, weights)
        for place, clause in told
    ]
    best: dict[int, int] = {}
    for column, (place, _) in enumerate(told):
        if place not in best or own[column] > own[best[place]]:
            best[place] = column
    for place, column in best.items():
        own[column] = max(own[column], wholes[place])
    return own


def _mentioned(
    plans: Sequence[Waiting],
    answered: Collection[int],
    filed: FiledReport,
    before: FiledReport | None,
    weights: Weights,
) -> dict[int, Told]:
    """Plans of the report before that only the prose of this one speaks of, by the plan's place."""
    rows = [row for row, plan in enumerate(plans) if row not in answered and plan.age == 1]
    sentences = told_in_prose(filed.report, before.report if before else None) if rows else []
    found: dict[int, Told] = {}
    for row in rows:
        plan = plans[row].activity
        scores = [
            _score(plan, sentence, weights)
            if sentence.put_off or says_work(plan.text, sentence.text)
            else 0.0
            for sentence in sentences
        ]
        if max(scores, default=0.0) >= LEAST_PROSE:
            found[row] = sentences[scores.index(max(scores))]
    return found


def _join(
    scores: Sequence[Sequence[float]], rows: Sequence[int], taken: Collection[int], least: float
) -> dict[int, int]:
    """Rows joined as a whole with the columns that are not taken."""
    columns = [column for column in range(len(scores[0]) if scores else 0) if column not in taken]
    pairs = best_pairs([[scores[row][column] for column in columns] for row in rows], least)
    return {rows[row]: columns[column] for row, column in pairs}


def _score(plan: Activity, passage: Told, weights: Weights) -> float:
    if passage.begun and not plans_a_start(plan.text):
        return 0.0
    done = passage.outcome == "delivered"
    score = nearness_to_plan(plan.text, passage.text, weights, done=done, put_off=passage.put_off)
    if not done and not passage.put_off:
        score -= STILL_TO_DO + OTHER_STEP * other_step(plan.text, passage.text)
    if plan.workstream and passage.workstream:
        score += SAME_WORKSTREAM if same_name(plan.workstream, passage.workstream) else OTHER_WORKSTREAM
    if same_name(plan.owner, passage.owner):
        score += SAME_OWNER
    return score
