"""Lines of text that run up or down a page: heads of narrow columns, read from their picture turned level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from extractors.pdf.scan.engine import LINE, SeenWord, read_pictures
from extractors.pdf.scan.marks import INKED
from extractors.pdf.scan.program import Engine
from extractors.pdf.scan.raster import Pixels, Raster
from extractors.pdf.scan.words import ScannedWord, extent

WIDE = (4.0, 17.0)
"""Points: how wide a line is that runs up: the height of its letters."""

LONG = 2.6
"""Times its width: how long it is at least; words of three letters are."""

GAP = 4.0
"""Points between the words of such a line, and less between its letters."""

MARGIN = 14
"""Pixels of paper around a line that is read."""

SURE = 70.0
"""Of 100: letters that stand over each other without being turned are read with less confidence."""

LEAST_LETTERS = 3
"""Letters of a line: fewer may be read in anything."""

MOST = 40
"""Lines of a page; more of them are a drawing."""

Piece = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


def take_turned(
    engine: Engine, picture: Pixels, raster: Raster, until: float
) -> tuple[list[ScannedWord], Pixels]:
    """The lines of a picture of ink that run up or down, each as one word, and the picture without them.

    Raises:
        OutOfTime: it takes longer than ``until``, by ``time.monotonic``.
    """
    pieces = list(_pieces(picture, raster))[:MOST]
    if not pieces:
        return [], picture
    crops = [
        cv2.copyMakeBorder(
            np.ascontiguousarray(np.rot90(picture[top:bottom, left:right], k)),
            MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_CONSTANT, value=(255,),
        ).astype(np.uint8)
        for left, top, right, bottom in pieces
        for k in (-1, 1)
    ]  # fmt: skip
    read: dict[int, list[SeenWord]] = {}
    for word in read_pictures(engine, crops, LINE, round(72 * raster.scale), until):
        read.setdefault(word.picture, []).append(word)
    words, clean = [], picture.copy()
    for index, piece in enumerate(pieces):
        best = max((read.get(2 * index, []), read.get(2 * index + 1, [])), key=_surely)
        if _surely(best) >= SURE:
            words.append(_word(best, piece, index, raster, up=best is read.get(2 * index)))
            left, top, right, bottom = piece
            clean[top:bottom, left:right] = 255
    return words, clean


def _pieces(picture: Pixels, raster: Raster) -> Iterator[Piece]:
    inked = (picture < INKED).astype(np.uint8)
    tall = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, np.ones((raster.size(GAP), 1), np.uint8)).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(tall, connectivity=8)
    for index in range(1, count):
        left, top, wide, high, _ = (int(part) for part in stats[index])
        if WIDE[0] * raster.scale <= wide <= WIDE[1] * raster.scale and high >= LONG * wide:
            yield left, top, left + wide, top + high


def _surely(words: Sequence[SeenWord]) -> float:
    """How sure a reading is of its least sure word that has letters; 0 where there are too few."""
    telling = [word for word in words if any(char.isalpha() for char in word.text)]
    letters = sum(char.isalpha() for word in telling for char in word.text)
    return min(word.confidence for word in telling) if letters >= LEAST_LETTERS else 0.0


def _word(read: Sequence[SeenWord], piece: Piece, index: int, raster: Raster, *, up: bool) -> ScannedWord:
    text = " ".join(word.text for word in read)
    box = raster.points(*piece)
    size = (box[2] - box[0]) / sum(extent(text))
    least = min(word.confidence for word in read)
    return ScannedWord(
        text, box, box[3], size, least, (-2, 0, 0, index), 0.1, (0, 0, 0), angle=90 if up else 270
    )
