"""Rows of bold labels beside plain values, two pairs and more in a row: an unruled form over columns of text."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.pdf.gutters import LEVEL, Row
from extractors.pdf.lines import Segment

LEAST_TEXTS = 4
"""Texts of a row: two labels and their values; a single pair beside another may be two columns of text."""

LEAST_ROWS = 2
"""Rows of so many texts."""

NEAR = 3.0
"""Points: labels and values begin this close to those above them."""

FAR = 2.6
"""Font sizes from baseline to baseline: rows farther apart are not of one form."""

LONGEST_LABEL = 5
"""Words of a label."""


def form_rows(rows: Sequence[Row]) -> int:
    """How many rows from the first one are such a form; 0 where none begins there."""
    first = _segments(rows[0])
    if not _are_pairs(first):
        return 0
    starts = [segment.x0 for segment in first]
    base, count, whole = first[0].base, 0, 0
    for row in rows:
        texts = _segments(row)
        if not texts or texts[0].base - base > FAR * first[0].size or not _keeps(texts, starts):
            break
        base = max(text.base for text in texts)
        whole += len(texts) >= LEAST_TEXTS
        count += 1
    return count if whole >= LEAST_ROWS else 0


def _segments(row: Row) -> list[Segment]:
    """The texts of a row on one baseline, from left to right; none of a row that holds anything else."""
    texts = [piece.segment for piece in row.pieces if piece.segment is not None]
    level = bool(texts) and max(text.base for text in texts) - min(text.base for text in texts) <= LEVEL
    return sorted(texts, key=lambda text: text.x0) if level and len(texts) == len(row.pieces) else []


def _are_pairs(texts: Sequence[Segment]) -> bool:
    """Whether bold labels and plain values take turns."""
    return (
        len(texts) >= LEAST_TEXTS
        and len(texts) % 2 == 0
        and all(text.bold == (index % 2 == 0) for index, text in enumerate(texts))
        and all(len(text.words) <= LONGEST_LABEL for text in texts[::2])
    )


def _keeps(texts: Sequence[Segment], starts: Sequence[float]) -> bool:
    """Whether texts begin where the labels and values of the first row do, each set as its column is."""
    for text in texts:
        home = next((index for index, start in enumerate(starts) if abs(text.x0 - start) <= NEAR), None)
        if home is None or text.bold != (home % 2 == 0):
            return False
    return True
