"""Risks of the form 'X: Y' where Y is what is done about X ('Helmets run out: buy ten more')."""

from __future__ import annotations

from pipeline.reading.context import Context

_LEAST = 3
"""Words of what may happen: fewer are a title ('Staff: recruit two')."""


def split_measure(text: str, source: object, context: Context) -> tuple[str, str | None]:
    """What may happen and the measure after its colon; a text whose colon parts no measure stays whole.

    Where the words after the colon may be one, that is told.
    """
    head, colon, tail = text.partition(": ")
    if not colon or ": " in tail or ". " in head or len(head.split()) < _LEAST:
        return text, None  # after a sentence the colon follows a label: 'Boats are late. Plan: hire two'
    if context.vocabulary.is_kind("measure", tail):
        return head.strip(), tail.strip()
    if context.vocabulary.is_kind("response", tail):
        message = f"'{text[:100]}' may tell after its colon what is done about it: it was kept whole."
        context.tell("response-perhaps", "warning", "risks", message, source)  # type: ignore[arg-type]
    return text, None
