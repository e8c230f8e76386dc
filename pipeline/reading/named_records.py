"""Lines of a section of risks that are a record, or a part of one, whatever headings their words might be."""

from __future__ import annotations

import re

from pipeline.reading.vocabulary import Vocabulary

_LABEL = re.compile(
    r"(?:risk|issue|(?:mitigation|mitigating action|action|response|impact|cause|effect)s?)(?:\s*\d+| (?-i:[A-Z]))?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:(?:risk|issue)\s*(?:no\.?\s*|#\s*)?|[ri])\d+\s*[:.)–—-]\s*\S|[ri]\d+\s+\S"
    r"|(?:risk|issue) (?-i:[A-Z])\s?[:.)–—-]\s*\S",
    re.IGNORECASE,
)
_PARTS = {"owner", "likelihood", "impact", "score"}
"""Parts of a risk whose labels name nothing else."""


def labels_part(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a line's label is a record's or that of its part: inside a section of risks it opens no section."""
    answers = (column for column in vocabulary.columns(label) if column.register == "risks")
    return _LABEL.fullmatch(label.strip()) is not None or any(column.role == "response" for column in answers)


def names_record(text: str) -> bool:
    """Whether a line, in bold perhaps, is a record that names itself: 'Risk 2: staff may leave', 'Issue A: ...'."""
    return _NUMBERED.match(text.strip()) is not None


def tells_part(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a part of the risk above it: 'Owner: Ann Lee', or 'Status:' with a word of a status."""
    label, sign, value = text.partition(":")
    if not sign or not value.strip():
        return False
    roles = {column.role for column in vocabulary.columns(label.strip()) if column.register == "risks"}
    return bool(roles & _PARTS) or ("status" in roles and vocabulary.is_kind("state", value.strip()))
