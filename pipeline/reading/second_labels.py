"""A second label and its value within a form's cell, behind a tab: [Start][1 June 2025<tab>End date: 30 May 2026]."""

from __future__ import annotations

from dataclasses import replace

from pipeline.reading.elements import Element, Pair
from pipeline.reading.label_lines import line_pair, split_inline
from pipeline.reading.vocabulary import Vocabulary


def split_second_labels(element: Element, vocabulary: Vocabulary) -> list[Element]:
    """A pair with what stands before the tab, and those behind it; the element alone where there are none."""
    if not isinstance(element, Pair) or vocabulary.field(element.label) is None:
        return [element]
    first, *rest = element.value.split("\t")
    told = [split_inline(part.strip(), vocabulary, strict=True) for part in rest]
    further = [line_pair(*found, element.blocks) for found in told if found and found[1]]
    if not first.strip() or not rest or len(further) < len(rest):
        return [element]
    return [replace(element, value=first.strip()), *further]
