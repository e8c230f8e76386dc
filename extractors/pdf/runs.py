"""Lines -> runs of text: wrapped lines joined, hyphens at line ends resolved, looks kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import Run
from extractors.pdf.hyphens import Vocabulary
from extractors.pdf.lines import Line
from extractors.pdf.primitives import Word

SOFT_HYPHEN = "\u00ad"
SOFT_HYPHENS = (SOFT_HYPHEN, "\u2010")
CUT_NUMBER = re.compile(r"^(?:\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{1,3}(?:,\d{3})+(?:\.\d+)?)$")
"""A date or an amount made whole of two lines."""

URL_REST = re.compile(r"[/_=%?&\d-]")
"""Signs that tell the rest of a web address from a word, after an address cut at a line's end."""


def make_runs(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[Run, ...]:
    """The runs of one logical line of text printed on ``lines``."""
    if len(lines) == 1:
        words = lines[0].words
        last = words[-1]
        if len(words) == 1 or all(word is last or _look_alike(word, last) for word in words):
            return (_run(lines[0].text.replace(SOFT_HYPHEN, "").rstrip(), last),)
    pieces: list[tuple[str, Word]] = []
    for number, line in enumerate(lines):
        for index, (text, word) in enumerate(_line_pieces(line)):
            if number and index == 0:
                _wrap(pieces, text, word, vocabulary, alone=len(lines[number - 1].words) == 1)
            else:
                pieces.append((text, word))
    return tuple(_merged(pieces))


def _line_pieces(line: Line) -> Iterator[tuple[str, Word]]:
    """The words of a line, each with the white space before it (none before the first)."""
    for at, segment in enumerate(line.segments):
        for index, word in enumerate(segment.words):
            tab = " " if at and line.is_told_apart(at) else "\t"
            space = tab if at and not index else "" if word.glued or (not at and not index) else " "
            yield space + word.text, word


def _wrap(pieces: list[tuple[str, Word]], text: str, word: Word, vocabulary: Vocabulary, alone: bool) -> None:
    """Add the first word of a new line. ``alone``: the line before holds one word, which a narrow cell may have cut."""
    last, last_word = pieces[-1]
    left = last.split()[-1]
    if last.endswith(SOFT_HYPHENS):
        pieces[-1] = (last[:-1], last_word)
        pieces.append((text, word))
    elif word.glued:  # a cell broke the word
        pieces.append((text, word))
    elif len(left) > 2 and left.endswith("-") and left[-2].isalpha() and text[:1].isalpha():
        joint = vocabulary.joint(left[:-1], text) if text[:1].islower() else "-"
        pieces[-1] = (last[:-1] + joint, last_word)
        pieces.append((text, word))
    elif _is_cut(left, text, vocabulary, alone):
        pieces.append((text, word))
    else:
        pieces.append((" " + text, word))


def _is_cut(left: str, right: str, vocabulary: Vocabulary, alone: bool) -> bool:
    """Whether a line's end cut a word, number or web address in two without a hyphen."""
    if "://" in left:
        return URL_REST.search(right) is not None and "://" not in right
    if left.endswith("/"):
        return len(left) > 1
    if not alone:
        return False
    if left[-1:].isdigit() and right[:1].isdigit():
        return CUT_NUMBER.match(left + right) is not None
    return right[:1].islower() and vocabulary.knows(left + right)


def _merged(pieces: Sequence[tuple[str, Word]]) -> Iterator[Run]:
    """Runs of pieces that look alike; the space between two runs belongs to the first."""
    text = ""
    last: Word | None = None
    for piece, word in pieces:
        visible = piece.replace(SOFT_HYPHEN, "")
        if last is not None and not _look_alike(word, last):
            bare = visible.lstrip()
            yield _run(text + visible[: len(visible) - len(bare)], last)
            text, visible = "", bare
        last = word
        text += visible
    if last is not None:
        yield _run(text.rstrip(), last)


def _look_alike(word: Word, other: Word) -> bool:
    if word.underline != other.underline or word.fill != other.fill:
        return False
    look, same = word.look, other.look
    return look is same or (look.bold, look.italic, look.color) == (same.bold, same.italic, same.color)


def _run(text: str, word: Word) -> Run:
    return Run(text, word.look.bold, word.look.italic, word.underline, word.look.color, word.fill)


def join_runs(above: Sequence[Run], below: Sequence[Run], vocabulary: Vocabulary) -> tuple[Run, ...]:
    """The runs of a text that a page break cut in two, joined like two of its lines."""
    last, first = above[-1], below[0]
    left, right = (last.text.split() or [""])[-1], (first.text.split() or [""])[0]
    space = " "
    if last.text.endswith(SOFT_HYPHENS):
        last, space = replace(last, text=last.text[:-1]), ""
    elif left.endswith("-") and len(left) > 2 and right[:1].islower():
        last, space = replace(last, text=last.text[:-1] + vocabulary.joint(left[:-1], right)), ""
    if replace(last, text="") == replace(first, text=""):
        return (*above[:-1], replace(last, text=last.text + space + first.text), *below[1:])
    return (*above[:-1], replace(last, text=last.text + space), *below)
