"""Words with a mark over a small letter that the reader of English left out: 'Siân' is read as 'Sian'."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.pdf.scan.marks import INKED
from extractors.pdf.scan.raster import Pixels

MARKED = frozenset("ijÀÁÂÃÄÅÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåèéêëìíîïñòóôõöùúûüýÿāēīōūŵŷ")
"""Letters with a mark of their own above them."""

LETTERS = 2
"""Letters of a word at least: what stands over a sign or a lone letter is mostly dust."""

ABOVE, REACH = 0.54, 1.0
"""Of the font size, over the baseline: where marks of small letters begin, and how high they reach at most."""

MARK = (0.07, 0.34)
"""Of the font size: how wide and high a mark is; a grave or acute accent measures 0.1 to 0.25."""


def has_more_marks(text: str, picture: Pixels, left: int, right: int, base: float, size: float) -> bool:
    """Whether more marks stand over a word's small letters than its text tells.

    Args:
        text: as it was read; only words of letters are looked at.
        picture: of dark ink on white.
        left: where the word begins in the picture, in pixels.
        right: where it ends.
        base: its baseline, in pixels from the top.
        size: its font size in pixels.
    """
    word = text.strip(".,;:()")
    if len(word) < LETTERS or not word.isalpha() or not any(char.islower() for char in word):
        return False
    top = max(0, round(base - (REACH + MARK[1]) * size))
    window = picture[top : round(base), left:right]
    if not window.size:
        return False
    count, _, stats, _ = cv2.connectedComponentsWithStats((window < INKED).astype(np.uint8), connectivity=8)
    marks = 0
    for x, y, wide, high, _ in stats[1:count].tolist():
        over = y > 0 and base - REACH * size <= top + y and top + y + high <= base - ABOVE * size
        inside = x > 0 and x + wide < right - left
        marks += over and inside and MARK[0] * size <= min(wide, high) and max(wide, high) <= MARK[1] * size
    return marks > sum(char in MARKED for char in word)
