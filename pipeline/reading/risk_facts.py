"""Lines of facts over a risk or under it, as cards on dashboards have them: 'R14  Red  Score: 20  Status: Open'."""

from __future__ import annotations

import re

from pipeline.reading.risk_labels import split_labels
from pipeline.reading.risk_scores import score_in_product, scores_in_words
from pipeline.reading.vocabulary import Vocabulary

_REFERENCE = re.compile(
    r"(?P<reference>#\d{1,4}|[A-Z]{1,5}[-/ .]?\d{1,4}|(?:risk|issue)\s*(?:no\.?\s*|#)?\d{1,3})"
    r"\s*(?:[:.)–—|·-](?=\s)|(?=\s|$))\s*",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\t+|\s+[|·•–—-]\s+|\s*;\s*|\s{3,}")
_LONGEST = 120
"""Characters of a line of facts."""


def read_facts(text: str, vocabulary: Vocabulary) -> dict[str, str]:
    """The parts of a line that begins with a risk's reference and says nothing else but such parts; {} of others."""
    found = _REFERENCE.match(text.strip())
    if found is None or len(text) > _LONGEST:
        return {}
    parts = {"reference": found["reference"].strip()}
    labelled = split_labels(text.strip()[found.end() :])
    lead = labelled.pop("text", "") if labelled else text.strip()[found.end() :]
    parts |= {role: value for role, value in labelled.items() if role != "kind"}
    for piece in filter(None, (piece.strip(" .,") for piece in _PIECES.split(lead))):
        told = _told(piece, vocabulary)
        if not told or set(told) & set(parts):
            return {}
        parts |= told
    return parts


def _told(piece: str, vocabulary: Vocabulary) -> dict[str, str]:
    """What a piece without a label is: a rating, a status, scores."""
    if vocabulary.rating_words.of_word(piece) is not None and not vocabulary.is_kind("state", piece):
        return {"rating": piece}
    if vocabulary.is_kind("state", piece):
        return {"status": piece}
    return score_in_product(piece, "") or scores_in_words(piece, vocabulary)
