"""Scores of risks that no label names: a number on a painted tile or disc, 'Likelihood 3, impact 4' in a line."""

from __future__ import annotations

import re

from extractors.document import Text
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_NUMBER = re.compile(r"\d{1,3}")
_PIECES = re.compile(r"\s*[,;|/·]\s*|\t+")
_LABEL_AND_VALUE = re.compile(r"(?P<label>.*\S)\s+(?P<value>\d{1,3}|[A-Za-z]+)")
_PRODUCT = re.compile(
    r"[A-Za-z]{0,10}\s?(?P<first>\d{1,2})\s*[x×*]\s*[A-Za-z]{0,10}\s?(?P<second>\d{1,2})\s*[=:(]?\s*(?P<score>\d{1,3})\)?",
    re.IGNORECASE,
)
_IMPACT_FIRST = re.compile(
    r"\b(?:impact|severity|consequence)\s*(?:x|×|\*|by)\s*(?:likelihood|probability)\b", re.IGNORECASE
)
_ROLES = {"likelihood", "impact", "score"}


def paint_of(score: str | None, blocks: tuple[Text, ...]) -> Mark | None:
    """The paint on which a score is printed, in a line or on a tile or disc of its own; None where it has none."""
    if not score:
        return None
    fills = [run.fill for line in blocks for run in line.runs if run.fill and run.text.strip() == score]
    figures = tuple(figure for line in blocks for figure in line.figures if figure.overlaps == score)
    return Mark("", (), fills[0] if fills else None, figures) if fills or figures else None


def without_tile(text: str, blocks: tuple[Text, ...]) -> tuple[str, str | None]:
    """A risk's text without the number on a painted tile that stands apart beside it, and that number."""
    for line in blocks:
        for run in line.runs:
            number = run.text.strip()
            if not _NUMBER.fullmatch(number) or paint_of(number, (line,)) is None:
                continue
            rest, count = re.subn(rf"(?:^|\t){number}(?:\s+|$)", " ", text, count=1)
            if count and rest.strip():
                return rest.strip(), number
    return text, None


def score_in_product(text: str, title: str) -> dict[str, str]:
    """Likelihood, impact and score of '4 x 5 = 20'; nothing where the sum is wrong.

    Likelihood stands first, as in most registers, unless the section's title says that impact does.
    """
    found = _PRODUCT.fullmatch(text.strip())
    if found is None or int(found["first"]) * int(found["second"]) != int(found["score"]):
        return {}
    first, second = ("impact", "likelihood") if _IMPACT_FIRST.search(title) else ("likelihood", "impact")
    return {first: found["first"], second: found["second"], "score": found["score"]}


def scores_in_words(text: str, vocabulary: Vocabulary) -> dict[str, str]:
    """Likelihood, impact and score of a line that says nothing else, without colons ('Likelihood 3, impact 4')."""
    parts: dict[str, str] = {}
    pieces = _PIECES.split(text.strip().rstrip("."))
    for piece in pieces:
        found = _LABEL_AND_VALUE.fullmatch(piece)
        roles = (
            [
                column.role
                for column in vocabulary.columns(found["label"])
                if column.register == "risks" and column.role in _ROLES
            ]
            if found
            else []
        )
        if found is None or not roles or roles[0] in parts:
            return {}
        parts[roles[0]] = found["value"]
    return parts if len(parts) > 1 or any(value.isdigit() for value in parts.values()) else {}
