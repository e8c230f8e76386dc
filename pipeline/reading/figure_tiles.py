"""Figures set large over what they measure, side by side: [22%][9][521] over [complete][apprentices][visits]."""

from __future__ import annotations

import re

from pipeline.reading.elements import Break, Element, Pair, mark_of
from pipeline.reading.grid import Grid
from pipeline.reading.vocabulary import Vocabulary

_FIGURE = re.compile(r"[£$€]?\d[\d,. ]*\s?(?:%|k|m|bn)?")
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?\s?%")
_CAPTION_WORDS = 6


def read_figure_tiles(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """The figures of a row with their captions below them as label and value, where one of them is the share done."""
    figures = grid.filled(row)
    if len(figures) < len(("share", "count")) or not all(_is_figure(cell.words) for cell in figures):
        return None
    captions = [grid.under(row + 1, cell) for cell in figures]
    pairs: list[Element] = []
    measured = False
    for cell, caption in zip(figures, captions, strict=True):
        words = caption.words.strip(" :") if caption is not None and caption.row == row + 1 else ""
        if caption is None or not 0 < len(words.split()) <= _CAPTION_WORDS or any(map(str.isdigit, words)):
            return None
        share = _SHARE.fullmatch(cell.words.strip()) is not None
        measured = measured or (share and vocabulary.field(words) == "percent_complete")
        pairs.append(Pair(words, cell.words.strip(), caption.lines + cell.lines, mark_of(cell), cell.place))
    return ([Break(), *pairs, Break()], 2) if measured else None


def _is_figure(words: str) -> bool:
    return _FIGURE.fullmatch(words.strip()) is not None
