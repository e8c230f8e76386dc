"""Parts of the work that a paper letters through: 'A. WP1: Modelling', 'B. WP2: Testing', each over its paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from extractors.document import ListItem
from pipeline.reading.elements import Line

_LETTERED = re.compile(r"([A-Z])[.)]\s+[A-Z]")
_WORDS = 10
"""Words of the longest name; longer lines are text."""
_LEAST = 2
"""Names that a section letters through."""


def lettered_names(lines: Iterable[Line]) -> frozenset[Line]:
    """The lines in italics of one section that are lettered in order from A, with text between them."""
    found = [(place, line) for place, line in enumerate(lines) if _is_lettered(line)]
    letters = "".join(line.text[0] for _, line in found)
    apart = all(below - above > 1 for (above, _), (below, _) in itertools.pairwise(found))
    in_order = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".startswith(letters)
    return (
        frozenset(line for _, line in found) if len(found) >= _LEAST and in_order and apart else frozenset()
    )


def _is_lettered(line: Line) -> bool:
    listed = isinstance(line.block, ListItem) or line.in_table
    short = len(line.text.split()) <= _WORDS and not line.text.rstrip().endswith((".", ";"))
    return not listed and short and line.block.italic and _LETTERED.match(line.text) is not None
