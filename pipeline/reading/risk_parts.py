"""A risk record put together: made from its text, completed by the parts that labels or columns give."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Text
from pipeline.model import Risk, RiskKind
from pipeline.reading.context import Context
from pipeline.reading.elements import source_grown

LABELLED_PARTS = {"response", "owner", "likelihood", "impact", "score", "status"}
_GOING_ON = {"response", "status"}
"""Parts of which 'No change' says something: what is done goes on, and where things stand."""
LONGEST_LABEL = 40
"""Characters of a label before a part of a risk ('What we are doing: ...')."""


def new_risk(kind: RiskKind | None, text: str, source: object, reference: str | None = None) -> Risk:
    """A risk or issue of which nothing but its words, and perhaps its reference, is known."""
    return Risk(kind, reference, text, None, None, None, None, None, None, None, source)  # type: ignore[arg-type]


def part_as_said(role: str, words: str, context: Context) -> str | None:
    """The words of a risk's part as written, None where they stand for nothing."""
    return context.state(words) if role in _GOING_ON else context.value(words)


def with_values(risk: Risk, **values: object) -> Risk:
    """The risk with other values."""
    return replace(risk, **values)  # type: ignore[arg-type]


def with_parts(risk: Risk, parts: dict[str, str], context: Context, blocks: tuple[Text, ...] = ()) -> Risk:
    """The risk with the parts that it does not have yet, by role; ``blocks`` are the lines that give them."""
    values: dict[str, object] = {}
    for role in ("response", "owner", "likelihood", "impact", "score", "status"):
        if role in parts and getattr(risk, role) is None:
            words = parts[role].rstrip(".") if role != "response" else parts[role]
            values[role] = part_as_said(role, words, context)
    if "rating" in parts and risk.rating is None:
        values["rating"] = context.words.of_word(parts["rating"].strip(" ."))
    if blocks:
        values["source"] = source_grown(risk.source, blocks)
    return with_values(risk, **values)
