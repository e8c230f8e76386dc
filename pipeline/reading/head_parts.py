"""The parts that the head of a table's column may play in a register: by its own rule, or worded like a heading."""

from __future__ import annotations

from dataclasses import replace

from pipeline.reading.column_heads import Column
from pipeline.reading.vocabulary import Vocabulary

REGISTER_OF = {
    "risks": "risks",
    "issues": "risks",
    "risks and issues": "risks",
    "response": "risks",
    "milestones": "milestones",
    "schedule": "milestones",
    "finances": "finances",
    "completed": "activities",
    "planned": "activities",
    "in progress": "activities",
    "missed": "activities",
    "decisions": "decisions",
}
"""The register that a table under a heading of a section may be."""
_COVERAGE = 0.75
"""Share of known words of a head that is worded like a section's heading."""
_HEADING_WEIGHT = 2.5
"""A column headed like a section ('What worries us') holds that section's records."""
_INSIDE = 0.5
"""What a known head inside an unknown one ('Section of works') weighs of what it weighs alone."""


def parts_of_head(text: str, vocabulary: Vocabulary) -> tuple[Column, ...]:
    """The parts that a head may play; empty where no rule knows it."""
    columns = vocabulary.columns(text)
    if not columns and "/" in text:
        columns = vocabulary.columns(text.partition("/")[0])
    if not columns and (worded := _as_heading(text, vocabulary)) is not None:
        return worded
    columns = columns or tuple(
        replace(column, weight=column.weight * _INSIDE) for column in vocabulary.columns(text, loose=True)
    )
    if columns or "/" not in text:
        return columns
    return tuple(column for part in text.split("/") for column in vocabulary.columns(part))


def _as_heading(text: str, vocabulary: Vocabulary) -> tuple[Column, ...] | None:
    """The part of a head that is worded like a section's heading, if any; None where it is no such heading."""
    match = vocabulary.heading(text) if text and ":" not in text.rstrip(": ") else None
    register = REGISTER_OF.get(match.section) if match and match.section != "response" else None
    if match is None or register is None or match.coverage < _COVERAGE:
        return None
    inside = vocabulary.columns(text, loose=True)
    if match.section == "in progress" and any(column.role == "response" for column in inside):
        return None  # 'What the wardens are doing about it'
    listed = register in {"risks", "activities", "decisions"}
    return (Column(register, "text", _HEADING_WEIGHT),) if listed else ()
