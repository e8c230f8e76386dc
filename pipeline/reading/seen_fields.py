"""Fields that are empty though the report's lines hold their label, or a share or a bar of what is done.

Whatever a line was taken for, a known label in it with a value beside it says that the report is not silent. So an
empty cell of the tracker that has such a line in its document is told of, with the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.document import Figure, Text
from pipeline.model import Finding, Report
from pipeline.reading.doubts import PERSONAL, could_be
from pipeline.reading.elements import source_of
from pipeline.reading.ledger import Ledger
from pipeline.reading.memory import remembered
from pipeline.reading.vocabulary import Vocabulary

_NAMED = PERSONAL - {"percent_complete"}
"""Fields whose labels may stand before their value with nothing between."""
_PIECES = re.compile(r"\t+|\s+[|·•]\s+|\s{3,}|[.;]\s+(?=[A-Z])")
"""What parts the facts of one line."""
_LABELLED = re.compile(r"(?P<label>[^:]{2,50}?)\s*:\s*(?P<value>\S.{0,80})")
_LABEL_WORDS = 3
"""Words of the longest label that stands before its value with nothing between."""
_DONE = re.compile(
    r"\b\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent)\s(?:complete|done|finished|built|through|of the way)"
    r"|\b(?:complete|completion|progress|done)\b[^.:%]{0,30}[:\s]\s?\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d\s?(?:%|per\s?cent)", re.IGNORECASE)
_DATES = {"start_date", "end_date"}
"""Fields whose labels a milestone may have for its name ('Practical completion')."""
_PARTS = 2
"""Parts of a drawn bar or ring of which one is what is done."""


def seen_findings(
    report: Report, lines: Sequence[Text], drawings: Sequence[Figure], ledger: Ledger, vocabulary: Vocabulary
) -> list[Finding]:
    """A warning for each empty field whose label, or whose value, stands somewhere in the report's lines.

    Args:
        report: what was read.
        lines: all lines of the report, in reading order.
        drawings: the figures that stand between its lines.
        ledger: what became of each line.
        vocabulary: the rules.
    """
    found: dict[str, Finding] = {}
    if all(getattr(report, field) is not None for field in PERSONAL):
        return []
    facts_of = _facts_of.of(vocabulary)
    facts = [(line, facts_of(line.text)) for line in lines]
    for field, words, line in (*_labels_within(facts), *_labels_beside(facts, vocabulary)):
        entry = ledger.fate_of(line)
        if field in _DATES and entry is not None and entry.fate == "record":
            continue
        if getattr(report, field) is None and field not in found:
            message = (
                f"'{words}' may tell the {field.replace('_', ' ')}, which no rule could read from there."
            )
            found[field] = Finding(
                "field-perhaps", "warning", field, message, source_of(line.place, line.text)
            )
    if report.percent_complete is None:
        found |= {doubt.about: doubt for doubt in _shares_seen(lines, drawings, ledger)}
    return list(found.values())


class _Facts(NamedTuple):
    """What a line may tell: ``told``, fields with the pieces that hold label and value; ``pieces``, each with the
    field of the form that it is the label of.
    """

    told: tuple[tuple[str, str], ...]
    pieces: tuple[tuple[str, str | None], ...]


@remembered
def _facts_of(vocabulary: Vocabulary, text: str) -> _Facts:
    """What a line may tell."""
    return _Facts(_told_in(vocabulary, text), _pieces_of(vocabulary, text))


def _labels_within(facts: Sequence[tuple[Text, _Facts]]) -> Iterator[tuple[str, str, Text]]:
    """Each field whose known label stands in a piece of a line before such a value, with the words of both."""
    for line, about in facts:
        for field, words in about.told:
            yield field, words, line


def _told_in(vocabulary: Vocabulary, text: str) -> tuple[tuple[str, str], ...]:
    """The fields whose labels stand before such values in the pieces of a line, with these pieces."""
    told: list[tuple[str, str]] = []
    for piece in (part.strip(" .;") for part in _PIECES.split(text)):
        parted, words = _LABELLED.fullmatch(piece), piece.split()
        pairs = [(parted["label"], parted["value"])] if parted else []
        longest = min(_LABEL_WORDS, len(words) - 1)
        pairs += [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(2, longest + 1)]
        for label, value in pairs:
            field = vocabulary.field(label)
            if field in _NAMED and could_be(field, value):
                told.append((field, piece))
    return tuple(told)


def _labels_beside(
    facts: Sequence[tuple[Text, _Facts]], vocabulary: Vocabulary
) -> Iterator[tuple[str, str, Text]]:
    """Each field whose known label is a piece of its own next to one that could be the value, with both."""
    pieces = [(*piece, line) for line, about in facts for piece in about.pieces]
    for (one, field, line), (other, field_too, _) in pairwise(pieces):
        if field is not None and _is_value(field, other, vocabulary):
            yield field, f"{one}: {other}", line
        if field_too == "percent_complete" and _is_value(field_too, one, vocabulary):
            yield field_too, f"{one} ({other})", line


def _pieces_of(vocabulary: Vocabulary, text: str) -> tuple[tuple[str, str | None], ...]:
    """The pieces of a line, each with the field of the form that it is the label of."""
    pieces = [piece.strip(" .;:") for piece in _PIECES.split(text) if piece.strip()]
    fields = [vocabulary.field(piece) if len(piece.split()) <= _LABEL_WORDS + 1 else None for piece in pieces]
    return tuple(
        (piece, field if field in PERSONAL else None) for piece, field in zip(pieces, fields, strict=True)
    )


def _is_value(field: str, words: str, vocabulary: Vocabulary) -> bool:
    """Whether words beside a label could be its value, and are no label or placeholder themselves."""
    if field == "percent_complete" and not _SHARE.search(words):
        return False
    known = vocabulary.field(words) or vocabulary.columns(words) or vocabulary.is_kind("placeholder", words)
    return could_be(field, words) and not known


def _shares_seen(lines: Sequence[Text], drawings: Sequence[Figure], ledger: Ledger) -> Iterator[Finding]:
    """A share of what is done, or a bar in parts, of which no percentage complete was read."""
    for line in lines:
        entry = ledger.fate_of(line)
        if (entry is None or entry.fate != "record") and _DONE.search(line.text):
            message = (
                f"'{line.text[:80]}' may tell how much is complete, which no rule could read from there."
            )
            yield Finding(
                "field-perhaps", "warning", "percent_complete", message, source_of(line.place, line.text)
            )
            return
    figures = [*drawings, *(figure for line in lines for figure in line.figures)]
    bars = [
        figure for figure in figures if figure.kind in {"bar", "chart"} and len(figure.segments) >= _PARTS
    ]
    if bars:
        message = "A drawn bar or chart may show how much is complete; nothing was read from it."
        yield Finding("field-perhaps", "warning", "percent_complete", message, source_of(bars[0].place, ""))
