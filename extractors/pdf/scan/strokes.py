"""The figure 1, the capital I and the bar, which Tesseract tells by what stands beside them: I01 is read as 101, and an
I that stands alone (the head of a column of impacts) as a bar or not at all.

A 1 has a flag at its top, to the left of its stroke alone; an I is the same on both sides, with serifs or without. In
some typefaces (Gill Sans) the 1 is a bare stroke too: only where the page's other ones have flags is one without a
flag no 1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from extractors.pdf.scan.engine import SeenWord
from extractors.pdf.scan.raster import Pixels

CODE = re.compile(r"1[\dO]{1,3}")
"""What the code of an issue may be read as."""

BAR = frozenset("|l")
"""What a lone I may be read as."""

TALLER = 1.2
"""Times the height of a line's capitals: bars are taller, an I is not."""

UPRIGHT, SOLID, HIGH = 0.36, 0.7, (4.0, 12.0)
"""Of its height: how wide a lone I without serifs is; of its box: how much of it is ink; points: how high it is."""

LIKELY = 85.0
"""Of 100: how sure a lone upright stroke is an I."""

TOP, MIDDLE = (0.08, 0.38), (0.45, 0.75)
"""Of a figure's height: where its flag is, and where nothing but its stroke."""

FLAGGED, PLAIN = 0.2, 0.1
"""How much more ink a figure has to the left of its stroke than to the right, of both: a 1 has more, an I less."""

LEAST_ONES = 3
"""Flagged ones of a page that show its typeface."""


def is_lone_i(picture: Pixels, piece: tuple[int, int, int, int], scale: float) -> bool:
    """Whether a piece (in pixels) that no ruled line left behind is nothing but an upright stroke."""
    left, top, right, bottom = piece
    wide, high = right - left, bottom - top
    if wide > UPRIGHT * high or not HIGH[0] <= high / scale <= HIGH[1]:
        return False
    return float((picture[top:bottom, left:right] < 255 - _INK).mean()) >= SOLID


def without_bars(words: Sequence[SeenWord]) -> tuple[list[SeenWord], list[SeenWord]]:
    """The words of a page, an I for each bar that is no taller than the capitals beside it; and the other bars."""
    lines: dict[tuple[int, int, int], list[int]] = {}
    for word in words:
        if _HIGH_ONLY.fullmatch(word.text):
            lines.setdefault(word.line, []).append(word.bottom - word.top)
    kept, bars = [], []
    for word in words:
        highs = lines.get(word.line)
        if word.text not in BAR:
            kept.append(word)
        elif highs and word.bottom - word.top <= TALLER * median(highs):
            kept.append(replace(word, text="I", confidence=min(word.confidence, LIKELY)))
        else:
            bars.append(word)
    return kept, bars


def with_capitals(words: Sequence[SeenWord], picture: Pixels) -> list[SeenWord]:
    """Words of one page, in which codes that begin with an I begin with no 1."""
    leans = [_leans(word, picture) for word in words]
    ones = [lean for word, each in zip(words, leans, strict=True) for lean in _of_ones(word, each)]
    if len([lean for lean in ones if lean >= FLAGGED]) < LEAST_ONES or median(ones) < FLAGGED:
        return list(words)
    return [
        replace(word, text=f"I{word.text[1:]}")
        if CODE.fullmatch(word.text) and each and abs(each[0]) <= PLAIN
        else word
        for word, each in zip(words, leans, strict=True)
    ]


def _of_ones(word: SeenWord, leans: Sequence[float]) -> list[float]:
    return [lean for char, lean in zip(word.text, leans, strict=False) if char == "1"]


def _leans(word: SeenWord, picture: Pixels) -> list[float]:
    """How each character leans to the left at its top (-1..1); none where characters touch or the word holds no 1."""
    if "1" not in word.text:
        return []
    dark = 255.0 - picture[word.top : word.bottom, word.left : word.right].astype(np.float32)
    inked = (dark > _INK).any(axis=0).astype(np.int8)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], inked, [0]))))
    runs = list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
    if len(runs) != len(word.text):
        return []
    return [_lean(np.asarray(dark[:, max(0, start - 1) : end + 1])) for start, end in runs]


def _lean(dark: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> float:
    rows = np.flatnonzero((dark > _INK).any(axis=1))
    if len(rows) < _LEAST_HIGH:
        return 0.0
    top, high = int(rows[0]), len(rows)
    at = np.arange(dark.shape[1], dtype=np.float32)
    middle = dark[top + int(MIDDLE[0] * high) : top + int(MIDDLE[1] * high)].sum(axis=0)
    stroke = float((middle * at).sum() / max(1.0, float(middle.sum())))
    above = dark[top + int(TOP[0] * high) : top + max(1, int(TOP[1] * high))].sum(axis=0)
    away = at - stroke
    left, right = float((above * -away)[away < 0].sum()), float((above * away)[away > 0].sum())
    return (left - right) / max(1.0, left + right)


_INK = 105.0
"""Of 255: how dark ink is."""

_HIGH_ONLY = re.compile(r"(?=.*[A-Zbdfhkl\d])[^gjpqyQ,;()\[\]{}|/@$]+")
"""Words of letters that stand on the line and rise to the height of capitals."""

_LEAST_HIGH = 8
"""Pixels: lower figures show no flags."""
