"""Sentences that rate: 'Time is amber (it was green in May): the gate is late', 'On cost we remain green'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_RATING = r"amber[/-]red|red[/-]amber|amber[/-]green|green[/-]amber|red|amber|yellow|green"
_NAMED = re.compile(rf"\b(?:{_RATING})\b", re.IGNORECASE)
_IS = (
    r"(?:is|are|am|remains?|stays?|stands? at|continues?(?: to be)?"
    r"|ha(?:s|ve) (?:been|gone|moved|come|turned|slipped|fallen|improved|risen|dropped|changed|returned)"
    r"|(?:would|should|can|must|will)(?: still| again)? (?:call|rate|put|judge|mark|score)(?: us| it| this| them)?"
    r"|(?:call|rate|put|judge|mark|score)(?: us| it| this| them))"
)
_HOW = (
    r"(?:(?:now|still|currently|again|therefore|also|at|as|to|firmly|just|only|back|up|down|rated|reported|assessed"
    r"|judged|shown|marked|an?|overall|this (?:month|period|quarter|time)|once more)\s+){0,4}"
)
_FROM = rf"(?:from\s+(?P<then>{_RATING})(?:\s+[\w ]{{2,24}}?)?\s+(?:back\s+)?to\s+)?"
_STATUS = re.compile(
    rf"^(?P<subject>.{{0,120}}?)\b(?:(?P<who>we|i|this|it|that)\s+)?{_IS}\s+{_HOW}{_FROM}(?P<now>{_RATING})\b"
    r"(?![/-]?[a-z])(?!\s+(?!this\b|last\b|again\b|overall\b|now\b|but\b|and\b|because\b|as\b|since\b|having\b|against\b"
    r"|after\b|while\b|with\b|for\b|at\b|so\b|though\b|although\b|owing\b|due\b|on\b|in\b|until\b|compared\b)[a-z])"
    r"(?P<tail>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""What is rated, a verb of being, perhaps the rating before, the rating; no noun after it: 'it is green paint'."""
_SAME = re.compile(
    r"[,(\s]*\b(?:(?:just |exactly )?as (?:(?:we|it|they|i) (?:was|were|did|had)|in|at|before|last|previously)\b"
    r"|the same as\b|unchanged\b|no change\b)[^.:;()]*\)?",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"[,(\s]*\b(?:having been|against|compared (?:with|to)|up from|down from|(?:it|they|we|this|which) (?:was|were)"
    rf"|was|were|previously|formerly|last (?:month|report|time|quarter|period|update|meeting|week|year)"
    rf"|previous (?:month|report|quarter|period|update))\s*(?:was|were|:|at|an?)?\s*(?P<then>{_RATING})\b"
    r"(?:\s+(?:in|at|last|the|on|for)\b[^.:;,()]*)?\)?",
    re.IGNORECASE,
)
"""What the rating was before: ', having been green in May', '(it was green in May)'."""
_ABOUT = re.compile(
    r"^(?:and\s+|but\s+|as (?:to|for|regards)|on|for|in terms of|with regard to|regarding|turning to)\s+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|our|its|my)\s+", re.IGNORECASE)
_NEW = re.compile(r"\s+(?:is|are)\s+.*$", re.IGNORECASE | re.DOTALL)
_KEPT = 4096
"""Lines of which a process remembers whether they name a colour: several steps ask."""
_FEWEST_WORDS = 3
"""Words of the shortest reason; fewer say when ('this month')."""
_MOST_WORDS = 9
"""Words of the longest thing that a sentence rates."""


@dataclass(frozen=True, slots=True)
class StatusSentence:
    """What a sentence rates ('' where it only says 'we'), the rating now and before, and what else it says."""

    label: str
    current: str
    previous: str | None
    comment: str


@lru_cache(maxsize=_KEPT)
def names_rating(text: str) -> bool:
    """Whether a text names a rating's colour at all: few do, and only their sentences are parsed."""
    return _NAMED.search(text) is not None


def status_sentence(text: str) -> StatusSentence | None:
    """What one sentence rates; None where it rates nothing."""
    found = _STATUS.match(text.strip())
    if found is None:
        return None
    label = _label(found["subject"])
    if label is None:
        return None
    tail, previous = found["tail"], found["then"]
    if previous is None and (then := _THEN.match(tail)):
        previous, tail = then["then"], tail[then.end() :]
    elif previous is None and (same := _SAME.match(tail)):
        previous, tail = found["now"], tail[same.end() :]
    comment = tail.strip().lstrip(",:;–—- ").strip()
    comment = comment if len(comment.split()) >= _FEWEST_WORDS else ""
    return StatusSentence(label, _upper(found["now"]), _upper(previous) if previous else None, comment)


def _label(subject: str) -> str | None:
    """What is rated, by the words before the verb; None where they are a clause of their own."""
    words = subject.strip().rstrip(",").strip()
    if "," in words:  # 'Neighbours are new to this note, and there we are amber'
        words = _NEW.sub("", words.partition(",")[0])
    words = _ARTICLE.sub("", _ABOUT.sub("", words))
    if len(words.split()) > _MOST_WORDS or any(sign in words for sign in ".;:"):
        return None
    return words


def _upper(rating: str) -> str:
    return "/".join(part.capitalize() for part in re.split(r"[/-]", rating))
