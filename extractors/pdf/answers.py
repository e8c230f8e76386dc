"""Answers typed into form fields, and text notes, as words of the page that stand within their fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.primitives import Field, Look, Word

SPACE = 0.278
"""Of the font size: the width of a space (this and the letters' widths as in Helvetica, ISO 32000-1's usual font)."""

WIDTHS = {
    "ijlI'|.,:;!/ft()[]-": 0.27, "r\"": 0.34, "cksvxyzJ": 0.5, "mM%W": 0.85, "wABCDEGHKNOPQRSUVXY&": 0.71,
}  # fmt: skip
"""Of the font size: the widths of narrow and wide letters; the others are ``LETTER`` wide."""

LETTER = 0.556

_LETTERS = {letter: wide for letters, wide in WIDTHS.items() for letter in letters}

LEADING = 1.2
"""Font sizes from baseline to baseline."""

SEVERAL = 3
"""Lines: a field with room for so many is written from its top, a lower one in its middle."""

INDENT = 2.0
"""Points between a field's side and its text."""

LABEL_LEVEL = 0.4
"""Of a field's height by which its label's baseline may miss the one that its answer is taken to have."""

LABEL_REACH = 40.0
"""Points between a label and its field."""

SMALLEST = 6.0
"""Points: text is not assumed to be smaller, however low its field."""


def answer_words(fields: Iterable[Field], printed: Sequence[Word] = ()) -> Iterator[Word]:
    """The words of all written fields: broken into lines as wide as the field, from its top where there are several.

    An answer of one line stands level with the label ``printed`` before its field: they are read as one line.
    """
    for field in fields:
        if field.kind == "text":
            words = list(_words(field))
            base = _label_base(field.box, words, printed)
            yield from words if base is None else (replace(word, base=base) for word in words)


def answer_grids(fields: Iterable[Field]) -> list[Grid]:
    """A frame for each field with several lines of text: it is read apart from what stands beside it."""
    boxes_of = [field.box for field in fields if field.kind == "text" and len(_all_lines(field)[0]) > 1]
    return [Grid((GridCell(0, 0, 1, 1, box),), (box[0], box[2]), (box[1], box[3])) for box in boxes_of]


def _label_base(box: Box, words: Sequence[Word], printed: Sequence[Word]) -> float | None:
    """The baseline of the label before a field with one line of text; None where none is so near."""
    if len({word.base for word in words}) != 1:
        return None
    own = words[0].base
    before = [
        (round(abs(word.base - own), 1), -word.x1, word.base)
        for word in printed
        if word.x1 <= box[0] + 1 and abs(word.base - own) <= LABEL_LEVEL * boxes.height(box)
    ]
    nearest = min(before, default=None)
    return nearest[2] if nearest is not None and box[0] + nearest[1] <= LABEL_REACH else None


def _words(field: Field) -> Iterator[Word]:
    lines, size = _all_lines(field)
    _, top, _, bottom = field.box
    if len(lines) == 1 and bottom - top < SEVERAL * LEADING * size:
        yield from _set(lines[0], (top + bottom) / 2 + 0.35 * size, field.box, size)
        return
    room = (bottom - top - 1.1 * size) / (len(lines) - 1) if lines[1:] else bottom - top
    step = min(LEADING * size, room)
    size = min(size, max(1.0, step / 1.05))
    for number, line in enumerate(lines):
        yield from _set(line, top + 1.1 * size + max(step, 1.05 * size) * number, field.box, size)


def _all_lines(field: Field) -> tuple[list[list[str]], float]:
    """The words of each of a field's lines, and their size in points."""
    size = min(field.size, max(SMALLEST, 0.8 * boxes.height(field.box)))
    rows = [row for row in field.text.split("\n") if row.strip()]
    return [line for row in rows for line in _lines(row, field.box, size)], size


def _lines(row: str, box: Box, size: float) -> list[list[str]]:
    """One typed line as the lines that it takes; all of it in one where the field has room for no more."""
    words = row.split()
    if boxes.height(box) < 2 * LEADING * size:
        return [words]
    lines: list[list[str]] = [[]]
    for word in words:
        if lines[-1] and _width([*lines[-1], word], size) > boxes.width(box) - 2 * INDENT:
            lines.append([])
        lines[-1].append(word)
    return lines


def _width(words: Sequence[str], size: float) -> float:
    return size * (sum(map(_wide, words)) + SPACE * (len(words) - 1))


def _wide(word: str) -> float:
    """The width of a word in font sizes."""
    return sum(_LETTERS.get(letter, LETTER) for letter in word)


def _set(words: Sequence[str], base: float, box: Box, size: float) -> Iterator[Word]:
    """The words of one line, set closer where they would not fit."""
    room = boxes.width(box) - 2 * INDENT
    scale = min(1.0, room / _width(words, size)) if room > 0 else 1.0
    x = box[0] + INDENT
    for text in words:
        wide = scale * size * _wide(text)
        yield Word(text, x, x + wide, base, Look("", size))
        x += wide + scale * SPACE * size
