"""Labels that only their dress parts from their values: 'Sponsor' in bold or grey, and right behind it the name."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from extractors.document import Run
from pipeline.reading.elements import Element, Line
from pipeline.reading.risk_parts import LABELLED_PARTS
from pipeline.reading.vocabulary import Vocabulary

_SERIES = 3
"""Labels of one dress that make it this report's way; two of them differ."""
_LABEL_WORDS = 5
_PARTS = LABELLED_PARTS | {"text", "rating"}
_Dress = tuple[bool, bool, bool, str | None]
"""Bold, italic, underlined, and the colour."""


class _Stretch(NamedTuple):
    """Neighbouring runs of one dress."""

    text: str
    dress: _Dress


def with_colons(elements: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The elements, lines of dressed labels with a colon behind each, where a report has several such labels."""
    found = {
        index: (stretches, labels)
        for index, element in enumerate(elements)
        if isinstance(element, Line)
        and element.text == element.block.text
        and (stretches := _stretches(element.block.runs))
        and (labels := _labels(stretches, vocabulary))
    }
    named: dict[tuple[_Dress, _Dress], Counter[str]] = {}
    for stretches, labels in found.values():
        for at in labels:
            dresses = stretches[at].dress, stretches[at + 1].dress
            named.setdefault(dresses, Counter())[stretches[at].text.strip().casefold()] += 1
    usual = {dresses for dresses, words in named.items() if len(words) > 1 and words.total() >= _SERIES}
    told = list(elements)
    for index, (stretches, labels) in found.items():
        line = told[index]
        meant = [at for at in labels if (stretches[at].dress, stretches[at + 1].dress) in usual]
        if meant and isinstance(line, Line):
            told[index] = replace(line, text=_written(stretches, meant))
    return told


def _stretches(runs: tuple[Run, ...]) -> list[_Stretch]:
    """A line's words by their dress; [] of a line in one dress."""
    if len(runs) < 2:
        return []
    found: list[_Stretch] = []
    for run in runs:
        dress = (run.bold, run.italic, run.underline, run.color)
        if found and (found[-1].dress == dress or not run.text.strip()):
            found[-1] = _Stretch(found[-1].text + run.text, found[-1].dress)
        elif run.text:
            found.append(_Stretch(run.text, dress))
    return found if len(found) > 1 else []


def _labels(stretches: list[_Stretch], vocabulary: Vocabulary) -> list[int]:
    """Which stretches are labels: known words, and right behind them in another dress what may be a value."""
    return [
        at
        for at, (label, value) in enumerate(itertools.pairwise(stretches))
        if _may_be_value(value.text) and _is_label(label.text, vocabulary)
    ]


def _may_be_value(text: str) -> bool:
    first = text.lstrip()[:1]
    return text[:1] != "\t" and (first.isupper() or first.isdigit())


def _is_label(text: str, vocabulary: Vocabulary) -> bool:
    words = text.strip()
    if text.endswith("\t") or not words[:1].isupper() or not words[-1:].isalpha():
        return False
    if len(words.split()) > _LABEL_WORDS:
        return False
    if vocabulary.field(words) not in {None, "metadata", "percent_complete"}:
        return True
    return any(column.register == "risks" and column.role in _PARTS for column in vocabulary.columns(words))


def _written(stretches: list[_Stretch], labels: list[int]) -> str:
    """The line with a colon behind each label, and a tab before each but the first."""
    text = ""
    for at, stretch in enumerate(stretches):
        if at in labels:
            text = (
                f"{text.rstrip()}\t{stretch.text.strip()}: " if text.strip() else f"{stretch.text.strip()}: "
            )
        else:
            text += stretch.text.lstrip() if at - 1 in labels else stretch.text
    return text.strip()
