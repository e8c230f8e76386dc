"""Unruled forms over columns of text: rows of bold labels beside plain values, two pairs and more in a row; or a strip
of labels in one line over their values, set otherwise.
"""

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

CLOSE = 1.6
"""Font sizes from baseline to baseline: values stand no farther below their labels."""

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


def strip_rows(rows: Sequence[Row]) -> int:
    """How many rows from the first are labels in a line over their values, wrapped perhaps; 0 where they are none."""
    if len(rows[0].pieces) < LEAST_TEXTS:
        return 0
    labels = _segments(rows[0])
    values = _segments(rows[1]) if len(rows) > 1 else []
    faces = {_face(label) for label in labels}
    if len(labels) < LEAST_TEXTS or len(faces) > 1 or len(values) != len(labels):
        return 0
    kept = all(abs(label.x0 - value.x0) <= NEAR for label, value in zip(labels, values, strict=True))
    if not kept or {_face(value) for value in values} & faces or len({_face(value) for value in values}) > 1:
        return 0
    base, count = labels[0].base, 1
    for row in rows[1:]:
        texts = _segments(row)
        homes = [any(abs(text.x0 - value.x0) <= NEAR for value in values) for text in texts]
        if not texts or not all(homes) or texts[0].base - base > CLOSE * texts[0].size:
            break
        if _face(texts[0]) != _face(values[0]) or (count > 1 and len(texts) == len(values)):
            break
        base = texts[0].base
        count += 1
    return count if count > 1 else 0


def _face(segment: Segment) -> tuple[bool, float, str | None]:
    look = segment.words[0].look
    return segment.bold, look.size, look.color


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
