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
    r"|due to|due|proposed|propose|recommend(?:ed)?(?: to)?|for|yet|date)\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"^\W*(?:(?:risk|issue)\s+(?:is\s+|has\s+been\s+)?(?:now\s+)?)?(?:closed|resolved|accepted)\b|"
    r"(?:[-–—(\[/.;:]\s*|\bnow\s+|\bbeen\s+|\brisk\s+|\bissue\s+)(?:closed|resolved|accepted)\W*$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b(?:{_ENDS.replace('|completed?', '').replace('|n/?a', '')})\b"
    r"(?!\s+(?:from|until|till|over|during|between|to (?:the )?(?:public|visitors|traffic|staff|all)))",
    re.IGNORECASE,
)
"""An office 'closed from 23 December' is no risk's end."""

_CLOSES = re.compile(r"\bclos(?:e[ds]?|ing|ures?)\b", re.IGNORECASE)
"""Where a risk is about a closing, 'B wing closed' tells what happened and not that the risk is gone."""

_OF_A_RISK = re.compile(r"\b(?:risk|issue|threat|concern|problem)s?\b", re.IGNORECASE)

LEAST_TOLD = 0.45
"""Nearness of a sentence that tells a closing to the risk it speaks of, where nothing else ties them."""
LEAST_NAMED = 0.12
"""The same where it says 'risk' or 'issue' and the risk has left the register: 'the Wi-Fi risk was closed'."""
LEAST_LISTED = 0.3
"""The same where the risk still stands in the register of the report that tells it."""


def is_closed(risk: Risk) -> bool:
    """True where its own row says so: by its status, a mark at either end of its text, or Blue (complete)."""
    status = risk.status or ""
    if _says(_STATUS, status):
        return True
    return risk.rating == "Blue" or any(_MARKED.search(text) for text in (risk.text, risk.response or ""))


def closings(report: Report) -> list[str]:
    """What a report says outside its register of closing: 'Risk R3 (lease) is now closed'."""
    return [sentence for sentence in _sentences(report) if _tells_closing(sentence)]


def closing_of(sentence: str, risk: Risk, weights: Weights, *, listed: bool) -> float:
    """How surely a sentence that tells a closing speaks of a risk, 0..1; 0 where nothing says so.

    Args:
        sentence: What the report says.
        risk: The risk as it was last reported.
        weights: How much each word tells.
        listed: Whether the report's register still holds the risk.
    """
    if _names(risk.reference or "", sentence):
        return 1.0
    near = nearness(risk.text, sentence, weights)
    least = LEAST_TOLD
    if _OF_A_RISK.search(sentence):
        least = LEAST_LISTED if listed else LEAST_NAMED
    elif _CLOSES.search(risk.text) and not _tells_closing(_CLOSES.sub("", sentence)):
        return 0.0
    return near if near >= least else 0.0


def _names(reference: str, sentence: str) -> bool:
    """True where a sentence gives a reference: a bare number only after 'risk', 'issue' or '#'."""
    reference = reference.strip()
    if not reference:
        return False
    before = (
        r"(?:\b(?:risk|issue)s?\s+(?:no\.?\s*|number\s+|ref\.?\s*)?|#)" if reference.isdigit() else r"(?<!\w)"
    )
    return bool(re.search(rf"{before}{re.escape(reference)}(?!\w)", sentence, re.IGNORECASE))


def _tells_closing(sentence: str) -> bool:
    return _says(_TOLD, sentence)


def _says(words: re.Pattern[str], text: str) -> bool:
    """True where the words stand in a text without 'not', 'until' or the like shortly before them."""
    return any(not _NOT_YET.search(text[: match.start()]) for match in words.finditer(text))


def _sentences(report: Report) -> Iterator[str]:
    """What a report says beside its register, sentence by sentence."""
    texts = [activity.text for activity in report.activities] + [
        decision.text for decision in report.decisions
    ]
    texts += [prose.text for prose in report.narrative] + [passage.text for passage in report.unclassified]
    for text in texts:
        yield from (part for part in re.split(r"(?<=[.;!?])\s+|\n", text) if part.strip())
    yield from (rating.comment for rating in report.ratings if rating.comment)
