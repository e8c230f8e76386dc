"""Pieces of a page read by themselves: lone letters, which a reading of the whole page passes over, and figures, which
are read a second time, for a wrong one makes another date or sum and no sentence tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.pdf.scan.engine import LINE, SeenWord, read_pictures
from extractors.pdf.scan.program import Engine
from extractors.pdf.scan.raster import Pixels

Piece = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""

ZOOM_TO = 32
"""Pixels: the height to which lone letters are enlarged; Tesseract reads larger ones worse."""

AGAIN_TO = 40
"""Pixels: another height for the second reading, or it would repeat the first one's mistake."""

MARGIN = 14
"""Pixels of paper around a piece that is read alone."""

CLOSE = 2
"""Pixels: how far letters reach out of the box that Tesseract tells."""

AGREED, DOUBTED = 92.0, 50.0
"""Of 100: the confidence, at least and at most, in figures that were read twice alike and in two ways."""

LEAST_SECOND, SURE_SECOND = 50.0, 80.0
"""Of 100: a second reading that is less sure says nothing; one that is surer counts before a first that is not."""

FIGURES = re.compile(r"\d")
CAPITALS = re.compile(r"[A-Z]{2,4}")
LOOK_ALIKE = str.maketrans(
    {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "]": "1", "’": "'", "—": "-", "–": "-"}
)
"""Signs that a reader of single words cannot tell apart."""

AT_ENDS = ".,;:'‘’\"“”_ "
"""Signs too small to be read alone."""


def read_alone(
    engine: Engine,
    picture: Pixels,
    pieces: Sequence[Piece],
    figures: Sequence[SeenWord],
    dpi: int,
    until: float,
) -> tuple[list[SeenWord], list[SeenWord]]:
    """What stands on some pieces, and some words again with their confidence after a second reading, in one call.

    Raises:
        OutOfTime: it takes longer than ``until``, by ``time.monotonic``.
    """
    again = [_around(word, picture) for word in figures]
    boxes = [*((piece, ZOOM_TO) for piece in pieces), *((piece, AGAIN_TO) for piece in again)]
    if not boxes:
        return [], []
    zooms = [max(1.0, min(4.0, height / (bottom - top))) for (_, top, _, bottom), height in boxes]
    crops = [_enlarged(picture, piece, zoom) for (piece, _), zoom in zip(boxes, zooms, strict=True)]
    seen = read_pictures(engine, crops, LINE, dpi, until)
    first = [word for word in seen if word.picture < len(pieces)]
    second: dict[int, list[SeenWord]] = {}
    for word in seen:
        second.setdefault(word.picture - len(pieces), []).append(word)
    return (
        list(_in_place(first, pieces, zooms)),
        [_compared(word, second.get(index, [])) for index, word in enumerate(figures)],
    )


def _around(word: SeenWord, picture: Pixels) -> Piece:
    high, wide = picture.shape
    left, top = max(0, word.left - CLOSE), max(0, word.top - CLOSE)
    return left, top, min(wide, word.right + CLOSE), min(high, word.bottom + CLOSE)


def needs_second(word: SeenWord) -> bool:
    """Whether a word is worth a second reading: one with figures, or what may be a code with none read right."""
    return bool(
        FIGURES.search(word.text) or (CAPITALS.fullmatch(word.text) and word.confidence < LEAST_SECOND)
    )


def _in_place(
    words: Sequence[SeenWord], pieces: Sequence[Piece], zooms: Sequence[float]
) -> Iterator[SeenWord]:
    for word in words:
        (left, top, _, _), zoom = pieces[word.picture], zooms[word.picture]
        x0, x1 = (left + round((side - MARGIN) / zoom) for side in (word.left, word.right))
        y0, y1 = (top + round((side - MARGIN) / zoom) for side in (word.top, word.bottom))
        yield replace(word, left=max(0, x0), right=x1, top=max(0, y0), bottom=y1, picture=word.picture + 1)


def _compared(word: SeenWord, second: Sequence[SeenWord]) -> SeenWord:
    """A word with figures as sure as its two readings make it."""
    surest = min((part.confidence for part in second), default=0.0)
    text = "".join(part.text for part in second)
    if _bare(word.text) == _bare(text):
        return replace(word, confidence=max(word.confidence, AGREED))
    if word.confidence < LEAST_SECOND and surest >= SURE_SECOND and FIGURES.search(text):
        return replace(word, text=text, confidence=DOUBTED)
    if surest < LEAST_SECOND:
        return word
    return replace(word, confidence=min(word.confidence, DOUBTED))


def _bare(text: str) -> str:
    return text.translate(LOOK_ALIKE).strip(AT_ENDS)


def _enlarged(picture: Pixels, piece: Piece, zoom: float) -> Pixels:
    left, top, right, bottom = piece
    crop = cv2.resize(picture[top:bottom, left:right], None, fx=zoom, fy=zoom, interpolation=cv2.INTER_CUBIC)
    return cv2.copyMakeBorder(crop, MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_CONSTANT, value=(255,)).astype(
        np.uint8
    )
