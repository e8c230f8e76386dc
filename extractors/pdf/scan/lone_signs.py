"""Solid coloured signs that stand alone (arrows of a trend, faces): lights, whatever letters were read in them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from extractors.pdf import boxes
from extractors.pdf.page.paint import hex_color
from extractors.pdf.primitives import Curve
from extractors.pdf.scan.words import ScannedWord

COLOURED = 60
"""Of 255: by how much the channels of a sign's colour differ."""

HEAVY = 1.6
"""Times the page's usual stroke: bold letters are a third heavier, solid shapes twice as heavy."""

UNSURE = 86.0
"""Of 100: a real letter that stands alone is read with more confidence."""

MOST_LETTERS = 3
"""Letters that may be read in one sign."""

SIDE = (6.0, 20.0)
"""Points: how wide and high signs are."""

ALONE = 10.0
"""Points to the next word beside it."""


def take_signs(words: Sequence[ScannedWord]) -> tuple[list[ScannedWord], tuple[Curve, ...]]:
    """The words that are words, and the others as coloured shapes."""
    usual = median(word.weight for word in words) if words else 0.0
    signs = [word for word in words if _is_sign(word, usual) and not _has_neighbour(word, words)]
    curves = (Curve(word.box, hex_color(*word.color), None, False, 0) for word in signs)
    return [word for word in words if word not in signs], tuple(curves)


def _is_sign(word: ScannedWord, usual: float) -> bool:
    wide, high = boxes.width(word.box), boxes.height(word.box)
    return (
        max(word.color) - min(word.color) >= COLOURED
        and len(word.text) <= MOST_LETTERS
        and word.confidence <= UNSURE
        and word.weight >= HEAVY * usual
        and SIDE[0] <= min(wide, high)
        and max(wide, high) <= SIDE[1]
    )


def _has_neighbour(word: ScannedWord, words: Sequence[ScannedWord]) -> bool:
    x0, top, x1, bottom = word.box
    return any(
        other is not word
        and other.box[1] < bottom
        and other.box[3] > top
        and other.box[0] < x1 + ALONE
        and other.box[2] > x0 - ALONE
        for other in words
    )
