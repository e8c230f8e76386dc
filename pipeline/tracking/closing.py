"""Whether a report says that a risk or issue is closed, resolved or accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Report, Risk
from pipeline.tracking.wording import Weights, nearness

_ENDS = (
    r"clos(?:ed|ure)|resolved|accepted|retired|expired|withdrawn|removed|eliminated|solved|settled|lapsed|realised"
    r"|realized|no longer (?:a |an )?(?:risk|issue|relevant|applicable|applies|valid|needed)|mitigated|completed?|ended"
    r"|dealt with|archived|de-?escalated to (?:the )?(?:bau|team)|not required|n/?a"
)
_STATUS = re.compile(rf"\b(?:{_ENDS}|close)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:not|un|never|cannot|can't|nearly|partly|partially|almost|to be|once|until|before|if|when|awaiting|pending"
    r"|due to|proposed|propose|recommend(?:ed)?(?: to)?|for|yet)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"^\W*(?:(?:risk|issue)\s+(?:is\s+|has\s+been\s+)?(?:now\s+)?)?(?:closed|resolved|accepted)\b|"
    r"(?:[-–—(\[/.;:]\s*|\bnow\s+|\bbeen\s+|\brisk\s+|\bissue\s+)(?:closed|resolved|accepted)\W*$",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"\b(?:{_ENDS.replace('|completed?', '').replace('|n/?a', '')})\b", re.IGNORECASE)

LEAST_TOLD = 0.45
"""Nearness of a sentence that tells a closing to the risk it speaks of, where it does not give its reference."""


def is_closed(risk: Risk) -> bool:
    """True where its own row says so: by its status, a mark at either end of its text, or Blue (complete)."""
    status = risk.status or ""
    if _STATUS.search(status) and not _NOT_YET.search(status):
        return True
    return risk.rating == "Blue" or any(_MARKED.search(text) for text in (risk.text, risk.response or ""))


def told_closed(risk: Risk, report: Report, weights: Weights) -> bool:
    """True where a report says outside its register that a risk is closed, as in 'Risk R3 (lease) is now closed'."""
    return any(
        _speaks_of(risk, sentence, weights) for sentence in _sentences(report) if _tells_closing(sentence)
    )


def _tells_closing(sentence: str) -> bool:
    return bool(_TOLD.search(sentence)) and not _NOT_YET.search(sentence)


def _speaks_of(risk: Risk, sentence: str, weights: Weights) -> bool:
    reference = (risk.reference or "").strip()
    if len(reference) > 1 and re.search(rf"(?<!\w){re.escape(reference)}(?!\w)", sentence, re.IGNORECASE):
        return True
    return nearness(risk.text, sentence, weights) >= LEAST_TOLD


def _sentences(report: Report) -> Iterator[str]:
    """What a report says beside its register, sentence by sentence."""
    texts = [activity.text for activity in report.activities] + [
        decision.text for decision in report.decisions
    ]
    texts += [prose.text for prose in report.narrative] + [passage.text for passage in report.unclassified]
    for text in texts:
        yield from (part for part in re.split(r"(?<=[.;!?])\s+|\n", text) if part.strip())
    yield from (rating.comment for rating in report.ratings if rating.comment)
