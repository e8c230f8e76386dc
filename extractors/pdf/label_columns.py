"""Bold labels in a column of their own beside plain values and lists, without any line drawn between them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.pdf.bullets import split_marker
from extractors.pdf.lines import Line, Segment

INDENT = 2.5
"""Font sizes: bullets stand no farther to the right of the plain values of their column."""


def labels_beside_items(labels: Sequence[Segment], values: Sequence[Segment]) -> bool:
    """Whether two columns are labels and what they name, list items among it.

    Labels beside plain values are read as lines of text; a line of text cannot hold both a label and an item.
    """
    bold = all(segment.bold for segment in labels) and not any(segment.bold for segment in values)
    return bold and any(_is_item(segment) for segment in values) and _level(labels) and _level(values)


def _is_item(segment: Segment) -> bool:
    return len(segment.words) > 1 and split_marker(Line((segment,))) is not None


def _level(column: Sequence[Segment]) -> bool:
    """Whether texts begin at one place; list items stand a little in."""
    starts = [segment.x0 for segment in column]
    return max(starts) - min(starts) <= INDENT * max(segment.size for segment in column)
