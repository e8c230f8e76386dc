"""Tick boxes and signs in a line: the words that a box belongs to, and signs that are no status but bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Figure, Run
from extractors.lines import Piece
from extractors.word.symbols import is_status_color

MIN_BULLET_WORDS = 3
"""Words: a coloured sign before fewer may be a lamp with its label ('● Complete'); before more it is a bullet."""


def label_boxes(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give each tick box the words that it belongs to: those up to the next box or tab, or else those before it.

    Where a line begins with words and ends with a box, its boxes stand after their words ('Red ☐ Amber ☒').
    A ticked box also tells them as the words that its tick marks.
    """
    for piece in pieces:
        if isinstance(piece, Figure):
            break
    else:
        return tuple(pieces)
    boxes = [
        index for index, piece in enumerate(pieces) if isinstance(piece, Figure) and piece.kind == "checkbox"
    ]
    before = _option_before(pieces[: boxes[0]]) if len(boxes) > 1 else ""
    after_words = bool(before) and not before.endswith(":") and not _option(pieces[boxes[-1] + 1 :])
    labelled: list[Piece] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, Figure) and piece.kind == "checkbox":
            option = "" if after_words else _option(pieces[index + 1 :])
            option = option or _option_before(pieces[:index])
            labelled.append(replace(piece, text=option, overlaps=option if piece.checked else ""))
        else:
            labelled.append(piece)
    return tuple(labelled)


def uncolor_bullet(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Give a sign at the front of a sentence back to the text where its colour is the house's and no status."""
    first = next(iter(pieces), None)
    if not isinstance(first, Figure) or first.kind != "symbol" or is_status_color(first.color or ""):
        return pieces
    words = "".join(piece.text for piece in pieces[1:] if isinstance(piece, Run)).split()
    return pieces if len(words) < MIN_BULLET_WORDS else (Run(first.text + " "), *pieces[1:])


def _option(pieces: Sequence[Piece]) -> str:
    option = ""
    for piece in pieces:
        if isinstance(piece, Run):
            option += piece.text
        elif piece.kind == "checkbox":
            break
    return " ".join(re.split(r"[\t\n]", option.strip())[0].split())


def _option_before(pieces: Sequence[Piece]) -> str:
    option = ""
    for piece in reversed(pieces):
        if isinstance(piece, Run):
            option = piece.text + option
        elif piece.kind == "checkbox":
            break
    return " ".join(re.split(r"[\t\n]", option.strip())[-1].split())
