"""What a report tells that may answer a plan of an earlier one: its activities, milestones reached, and its prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.model import Activity, Report
from pipeline.nlp import split_sentences
from pipeline.tracking.clauses import clauses_of
from pipeline.tracking.closing import is_closed
from pipeline.tracking.plan_parts import names_finished
from pipeline.tracking.projects import fold_name

Outcome = Literal["delivered", "carried forward", "not mentioned"]

_LATER_ON = (
    r"(?:(?:early|mid|late|the (?:start|middle|end) of|\d{1,2})[ -])?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|"
    r"apr(?:il)?|(?-i:May)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|(?:the )?next|(?:the )?(?:new year|spring|summer|autumn|winter)|q[1-4]|20\d\d)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:not (?:yet )?(?:been |be )?(?:\w+ed|done|begun|started|held|sent|met)|did not|was not|were not|has not"
    r"|have not|yet to|unable to|outstanding|still (?:to|awaiting|waiting))\b",
    re.IGNORECASE,
)
"""What tells that planned work was not done."""
_PUT_OFF = re.compile(
    r"\b(?:delayed|deferred|postponed|slipped|re-?scheduled|cancelled|on hold"
    r"|carried (?:forward|over)|rolled (?:forward|over)|moved (?:back )?to (?:the )?next"
    r"|(?:put|pushed|set|held) back|pushed (?:out|on) to|put off|held up|paused|suspended"
    rf"|(?:moved|slid|gone|now set) (?:back )?to (?:{_LATER_ON})|(?:now|instead) (?:in |on |for |to )?(?:{_LATER_ON})"
    r"|no longer going ahead)\b",
    re.IGNORECASE,
)
"""What tells that it is put off."""
_UNSURE = re.compile(
    r"\b(?:risk|might|could|would|if|unless|(?-i:may)|potential(?:ly)?|likely)\b", re.IGNORECASE
)
"""What makes a row of the risks speak of what may come."""
_DONE_BEFORE = re.compile(
    r"\b(?:\w{3,}ed|held|met|sent|built|run|laid|done|complete|given|taken|made|chosen|begun|found|bought|written|put|set"
    r"|out|live|up|in)\b[^;.]*[;.,]",
    re.IGNORECASE,
)
"""What was done, before a sentence goes on to what was not: 'Tenders evaluated; the order is not yet placed'."""
_TO_COME = re.compile(
    r"\b(?:will|shall|to be|going to|next|plan(?:s|ned)?|due|expect(?:s|ed)?|intend(?:s|ed)?|awaiting|hope(?:s|d)?"
    r"|should|must|need(?:s|ed)?|continu(?:es?|ing)|progressing|under way|in progress|risk|might|could|if|unless"
    r"|until|(?-i:may))\b",
    re.IGNORECASE,
)
"""What makes a sentence of prose no news of finished work."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a report that may speak of a plan, with what they say of it.

    ``begun`` where it is work in progress, which answers a plan to start it;
    ``put_off`` where they say that work was not done: such a passage names the thing and seldom the work.
    """

    text: str
    outcome: Outcome
    workstream: str | None = None
    owner: str | None = None
    put_off: bool = False
    begun: bool = False


def told_by(report: Report, before: Report | None) -> list[Told]:
    """The activities, and the milestones reached since the report before, which lists those reached earlier too."""
    found = [
        Told(activity.text, _outcome(activity), activity.workstream, activity.owner, _puts_off(activity.text))
        for activity in report.activities
    ]
    found += [
        Told(activity.text, "delivered", activity.workstream, activity.owner, begun=True)
        for activity in report.activities
        if activity.kind == "in-progress"
    ]
    old = {fold_name(one.text) for one in before.milestones if one.actual} if before else set()
    found += [
        Told(milestone.text, "delivered")
        for milestone in report.milestones
        if milestone.actual and fold_name(milestone.text) not in old
    ]
    return found


def told_apart(passage: Told) -> list[Told]:
    """The clauses of a passage that tells several pieces of finished work; else the passage itself."""
    if passage.begun or not (passage.outcome == "delivered" or passage.put_off):
        return [passage]
    clauses = clauses_of(passage.text)
    if len(clauses) == 1:
        return [passage]
    return [replace(passage, text=text, outcome=_said(text), put_off=_puts_off(text)) for text in clauses]


def told_in_prose(report: Report, before: Report | None = None) -> list[Told]:
    """The sentences outside the registers: summaries, comments of ratings, and what no rule took; and what the risks
    say is put off, or was done about them since the report before.
    """
    told = [Told(text, _outcome_in_prose(text), put_off=_puts_off(text)) for text in _sentences(report)]
    rows = [
        text
        for risk in report.risks
        if not is_closed(risk)
        for text in (risk.text, risk.response)
        if text and _PUT_OFF.search(text) and not _UNSURE.search(text)
    ]
    told += [Told(text, "carried forward", put_off=True) for text in rows]
    old = {risk.response for risk in before.risks} if before else set()
    responses = [risk.response for risk in report.risks if risk.response and risk.response not in old]
    done = [
        sentence
        for response in responses
        for sentence in split_sentences(response)
        if names_finished(sentence) and _outcome_in_prose(sentence) == "delivered"
    ]
    return told + [Told(sentence, "delivered") for sentence in done]


def _sentences(report: Report) -> Iterable[str]:
    texts = [prose.text for prose in report.narrative] + [passage.text for passage in report.unclassified]
    texts += [rating.comment for rating in report.ratings if rating.comment]
    for text in texts:
        yield from split_sentences(text)


def _outcome(activity: Activity) -> Outcome:
    return _said(activity.text) if activity.kind == "completed" else "carried forward"


def _said(text: str) -> Outcome:
    return "delivered" if _is_done(text) else "carried forward"


def _outcome_in_prose(sentence: str) -> Outcome:
    return "delivered" if _is_done(sentence) and not _TO_COME.search(sentence) else "carried forward"


def _puts_off(text: str) -> bool:
    return not _is_done(text)


def _is_done(text: str) -> bool:
    starts = [said.start() for words in (_NOT_DONE, _PUT_OFF) if (said := words.search(text))]
    return not starts or bool(_DONE_BEFORE.search(text[: min(starts)]))
