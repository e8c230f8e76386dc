"""Characters that a file prints twice in one place (fake bold, shadows): the second one is none of the text."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extractors.pdf.primitives import Glyph, Look, single_glyphs

DOUBLE_SHIFT = 0.12
"""The share of the font size by which the copies of an overprinted character (fake bold, shadow) are apart."""

WIDE, HIGH = 192.0, 4.0
"""Points: the sides of the strips by which stretches of text are looked up: half a page's line, and lower than lines
stand apart.
"""

Place = tuple[float, float, float]
"""The left sides of a stretch's first and last glyph, and its baseline."""


class Stretch(NamedTuple):
    """Glyphs of one baseline, each so far right of the one before that it cannot be a copy of it.

    ``slack`` is how far its copies may stand from the glyphs of a line below.
    """

    glyphs: list[Glyph]
    place: Place
    slack: float


def without_doubles(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs without second copies; letters of one ligature share a place and are none.

    Only where an earlier stretch runs through the place of a later one the glyphs of both are compared.
    """
    kept: list[Glyph] = []
    strips: dict[tuple[int, int], list[Stretch]] = {}
    previous: Glyph | None = None
    for own, place, slack in _stretches(glyphs):
        near = [
            other
            for strip in _strips(place, slack)
            for other in strips.get(strip, ())
            if _run_together(other.place, place, slack)
        ]
        single = _first_copies(own, near, previous) if near else own
        previous = own[-1]
        kept += single
        stretch = Stretch(single, place, slack)
        for strip in _strips(place, 0.0):
            strips.setdefault(strip, []).append(stretch)
    return kept


def _stretches(glyphs: Iterable[Glyph]) -> Iterator[Stretch]:
    part: list[Glyph] = []
    left = right = line = slack = widest = 0.0
    known: Look | None = None
    for glyph in glyphs:
        _, x0, _, base, look, _, _, sides = glyph
        changed = look is not known
        if changed:
            known, slack = look, DOUBLE_SHIFT * look.size
        if part and (base != line or x0 - right <= slack):
            yield Stretch(part, (left, right, line), widest)
            part = []
        if not part:
            left, line, widest = x0, base, slack
        elif changed:
            widest = max(widest, slack)
        part.append(glyph)
        right = x0 if sides is None else sides[0][-1]
    if part:
        yield Stretch(part, (left, right, line), widest)


def _strips(place: Place, slack: float) -> Iterator[tuple[int, int]]:
    """The strips that a stretch runs through, grown by ``slack`` on each side."""
    left, right, base = place
    columns = range(int((left - slack) // WIDE), int((right + slack) // WIDE) + 1)
    rows = range(int((base - slack) // HIGH), int((base + slack) // HIGH) + 1)
    return itertools.product(columns, rows)


def _run_together(one: Place, other: Place, slack: float) -> bool:
    return abs(one[2] - other[2]) <= slack and one[0] <= other[1] + slack and other[0] <= one[1] + slack


def _first_copies(glyphs: Sequence[Glyph], near: Iterable[Stretch], previous: Glyph | None) -> list[Glyph]:
    """Those glyphs of a stretch of which no copy stands in the stretches near it."""
    alike: dict[str, list[Glyph]] = {}
    for stretch in near:
        for glyph in single_glyphs(stretch.glyphs):
            alike.setdefault(glyph.text, []).append(glyph)
    single = list(single_glyphs(glyphs))
    last = None if previous is None else (previous.last, previous.x1)
    piece = last == (single[0].x0, single[0].x1)
    return [
        glyph
        for index, glyph in enumerate(single)
        if (piece and index == 0) or not _is_copy(glyph, alike.get(glyph.text, ()))
    ]


def _is_copy(glyph: Glyph, others: Iterable[Glyph]) -> bool:
    slack = DOUBLE_SHIFT * glyph.look.size
    return any(
        abs(other.x0 - glyph.x0) <= slack and abs(other.base - glyph.base) <= slack for other in others
    )
