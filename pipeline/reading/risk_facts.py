"""Lines of facts over a risk or under it, as cards on dashboards have them: 'R14  Red  Score: 20  Status: Open'."""

from __future__ import annotations

import re

from pipeline.reading.risk_labels import split_labels
from pipeline.reading.risk_scores import score_in_product, scores_in_words
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_REFERENCE = re.compile(
    r"(?P<reference>#\d{1,4}|[A-Z]{1,5}[-/ .]?\d{1,4}|(?:risk|issue)\s*(?:no\.?\s*|#)?\d{1,3})"
    r"\s*(?:[:.)–—|·-](?=\s)|(?=\s|$))\s*",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\t+|\s+[|·•–—-]\s+|\s*;\s*|\s{3,}")
_LONGEST = 120
"""Characters of a line of facts."""
_LEAD_WORDS = 3
"""Words before a date, at most."""
_ANY_YEAR = 2000
"""The year in which a date without one is tried."""


def read_facts(text: str, vocabulary: Vocabulary) -> dict[str, str]:
    """The parts of a line that begins with a risk's reference and says nothing else but such parts; {} of others."""
    found = _REFERENCE.match(text.strip())
    if found is None or len(text) > _LONGEST:
        return {}
    parts = {"reference": found["reference"].strip()}
    labelled = split_labels(text.strip()[found.end() :])
    lead = labelled.pop("text", "") if labelled else text.strip()[found.end() :]
    parts |= {role: value for role, value in labelled.items() if role != "kind"}
    for piece in filter(None, (piece.strip(" .,|·•") for piece in _PIECES.split(lead))):
        told = _told(piece, vocabulary)
        if not told or set(told) & set(parts):
            return {}
        parts |= told
    return parts


def split_facts(text: str, vocabulary: Vocabulary) -> tuple[str, dict[str, str]]:
    """A risk's line as its text and the facts that stand apart before it or after it: 'Staff may leave<tab>Amber'."""
    pieces = [piece.strip() for piece in text.split("\t") if piece.strip()]
    found = _REFERENCE.fullmatch(pieces[0]) if len(pieces) > 1 else None
    parts = {"reference": found["reference"].strip()} if found else {}
    rest = pieces[1:] if found else pieces
    while len(rest) > 1 and (told := _told(rest[-1].strip(" .,"), vocabulary)) and not set(told) & set(parts):
        parts |= told
        rest = rest[:-1]
    return (rest[0], parts) if len(rest) == 1 and parts else (text, {})


def _told(piece: str, vocabulary: Vocabulary) -> dict[str, str]:
    """What a piece without a label is: a rating, a status, scores, or a date that no record holds."""
    if vocabulary.rating_words.of_word(piece) is not None and not vocabulary.is_kind("state", piece):
        return {"rating": piece}
    if vocabulary.is_kind("state", piece):
        return {"status": piece}
    if vocabulary.is_kind("gravity", piece):
        return {"score": piece}
    if _is_dated(piece, vocabulary):
        return {f"aside {piece}": piece}
    return score_in_product(piece, "") or scores_in_words(piece, vocabulary)


def _is_dated(piece: str, vocabulary: Vocabulary) -> bool:
    """Whether a piece says when something was done with the entry: 'Raised 2 June 2024'."""
    words = piece.split()
    return any(
        vocabulary.is_kind("entry-date", " ".join(words[:cut]).rstrip(":"))
        and parse_date(" ".join(words[cut:]), year=_ANY_YEAR) is not None
        for cut in range(1, min(_LEAD_WORDS, len(words) - 1) + 1)
    )
