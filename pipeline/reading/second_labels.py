"""A second label and its value within a form's cell, behind a tab: [Start][1 June 2025<tab>End date: 30 May 2026]."""

from __future__ import annotations

from dataclasses import replace

from pipeline.reading.elements import Pair
from pipeline.reading.label_lines import line_pair, split_inline
from pipeline.reading.vocabulary import Vocabulary


def split_second_labels(pair: Pair, vocabulary: Vocabulary) -> list[Pair]:
    """The pair with what stands before the tab, and those behind it; the pair alone where they are none."""
    first, *rest = pair.value.split("\t")
    if not rest or not first.strip() or vocabulary.field(pair.label) is None:
        return [pair]
    told = [split_inline(part.strip(), vocabulary, strict=True) for part in rest]
    further = [
        line_pair(label, value, pair.blocks) for found in told if found for label, value in [found] if value
    ]
    if len(further) < len(rest):
        return [pair]
    return [replace(pair, value=first.strip()), *further]
