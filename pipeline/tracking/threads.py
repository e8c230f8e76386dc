"""One risk over the months: through other words, another order and other numbers, until it is closed or drops out.

Each report's risks are joined as a whole with the threads that the reports before it left, by what they say, their
reference, owner and rating. A reference alone joins nothing: numbers are used again for other risks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.model import Risk
from pipeline.tracking.closing import closing_of, closings, is_closed
from pipeline.tracking.dates import months_between
from pipeline.tracking.filing import FiledReport
from pipeline.tracking.ids import row_id
from pipeline.tracking.matching import best_pairs
from pipeline.tracking.projects import fold_name, same_name
from pipeline.tracking.timeline import Project
from pipeline.tracking.wording import Weights, common_words, nearness

THREAD_PREFIX = "THR"

LEAST = 0.42
"""Evidence from which two rows are one risk: most of their words by weight, or fewer with the same reference. Chosen by
the months that ``tests/story_months.py`` labels."""
LEAST_WORDS = 0.2
"""Nearness of words below which nothing joins two risks: a number used again is no evidence."""
SAME_REFERENCE, OTHER_REFERENCE = 0.25, -0.08
SAME_OWNER, SAME_RATING, SAME_RESPONSE = 0.05, 0.02, 0.3
AWAY, MOST_AWAY = 0.02, 0.1
"""Taken off for each report that did not hold the thread, and at most."""
LONGEST_AWAY = 24
"""Reports after which a risk that comes back is a new one: nobody at the table remembers the old one by then, and a
project of many years is not compared with all that it ever feared."""
ENDED = 0.1
"""Taken off where the thread was closed and the row is open: rather a new risk."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A risk in one report.

    Attributes:
        filed: The report.
        step: The report's place among those of the project.
        position: The risk's place among the report's.
        risk: The risk.
        closed: What its row says.
        stems: Of all its words, with their initials.
    """

    filed: FiledReport
    step: int
    position: int
    risk: Risk
    closed: bool
    stems: frozenset[str]


@dataclass(slots=True)
class Thread:
    """One risk over the reports of a project, oldest first; ``closed_by``: the report that told it closed."""

    id: str
    seen: list[Seen] = field(default_factory=list)
    closed_by: FiledReport | None = None
    stems: set[str] = field(default_factory=set)
    """Of all that it was ever called: most threads have no word in common with a row and need no closer look."""

    @property
    def last(self) -> Seen:
        """Where it was last seen."""
        return self.seen[-1]

    @property
    def first_period(self) -> str | None:
        """The month in which it was first seen."""
        return self.seen[0].filed.period

    @property
    def last_period(self) -> str | None:
        """The month in which it was last seen."""
        return self.last.filed.period

    @property
    def months_open(self) -> int | None:
        """Months from the first in which it stood open to the last, both counted; 0 where it never did."""
        open_ones = [item.filed.period for item in self.seen if not item.closed]
        if not open_ones or open_ones[0] is None or open_ones[-1] is None:
            return 0 if self.first_period else None
        return months_between(open_ones[0], open_ones[-1]) + 1


def risk_threads(project: Project) -> list[Thread]:
    """The threads of a project's risks, over the reports that count, by where they were first seen."""
    risks = [risk for filed in project.reports for risk in filed.report.risks]
    weights = Weights(text for risk in risks for text in (risk.text, risk.response) if text)
    threads: list[Thread] = []
    for step, filed in enumerate(project.reports):
        rows = [
            Seen(filed, step, position, risk, is_closed(risk), _stems(risk))
            for position, risk in enumerate(filed.report.risks)
        ]
        lately = [thread for thread in threads if step - thread.last.step <= LONGEST_AWAY]
        scores = [[evidence(row, thread, weights) for thread in lately] for row in rows]
        joined = dict(best_pairs(scores, LEAST))
        for number, row in enumerate(rows):
            thread = lately[joined[number]] if number in joined else _new_thread(project, row, threads)
            thread.seen.append(row)
            thread.stems |= row.stems
            thread.closed_by = filed if row.closed else None
        _close_told(threads, filed, step, weights)
    return threads


def evidence(row: Seen, thread: Thread, weights: Weights) -> float:
    """How much speaks for a row being the thread's risk; 0 where their words have too little in common."""
    if row.stems and row.stems.isdisjoint(thread.stems):
        return 0.0
    old = thread.last
    words = max(nearness(row.risk.text, past.risk.text, weights) for past in _different(thread.seen))
    response = _response_nearness(row.risk, old.risk, weights)
    if max(words, response) < LEAST_WORDS:
        return 0.0
    references = (fold_name(row.risk.reference or ""), fold_name(old.risk.reference or ""))
    score = words
    if all(references):
        score += SAME_REFERENCE if references[0] == references[1] else OTHER_REFERENCE
    score += SAME_OWNER * same_name(row.risk.owner, old.risk.owner)
    score += SAME_RATING * same_name(row.risk.rating, old.risk.rating)
    score += SAME_RESPONSE * response
    score -= min(AWAY * (row.step - old.step - 1), MOST_AWAY)
    if thread.closed_by and not row.closed:
        score -= ENDED
    return score


def _stems(risk: Risk) -> frozenset[str]:
    return common_words(risk.text) | common_words(risk.response or "")


def _different(seen: Sequence[Seen]) -> Iterable[Seen]:
    """The last rows of a thread, one for each wording: a text may go back to what it was."""
    by_text = {item.risk.text: item for item in seen[-4:]}
    return by_text.values()


def _response_nearness(risk: Risk, old: Risk, weights: Weights) -> float:
    """How near what is done about the two is: it often stays when the risk is put in other words."""
    if not risk.response or not old.response:
        return 0.0
    return nearness(risk.response, old.response, weights)


def _new_thread(project: Project, row: Seen, threads: list[Thread]) -> Thread:
    """A thread named after the row that begins it, so that its ID stays when later months come."""
    own = [risk_row for risk_row in row.filed.rows if risk_row.sheet.key == "risks"][row.position]
    thread = Thread(row_id(THREAD_PREFIX, project.key, own.id))
    threads.append(thread)
    return thread


def _close_told(threads: Iterable[Thread], filed: FiledReport, step: int, weights: Weights) -> None:
    """Each closing that a report tells outside its register closes the thread that it speaks of most surely; of
    threads that have left the register rather than of those still in it.
    """
    open_ones = [
        thread for thread in threads if thread.closed_by is None and step - thread.last.step <= LONGEST_AWAY
    ]
    for sentence in closings(filed.report):
        sure = [
            (closing_of(sentence, thread.last.risk, weights, listed=listed), not listed, thread)
            for thread in open_ones
            for listed in [thread.last.step == step]
        ]
        best = max(sure, key=lambda item: item[:2], default=None)
        if best and best[0] > 0:
            best[2].closed_by = filed
