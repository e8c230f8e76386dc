"""Options printed in one cell of a register or form, each with a box to tick: '☒ Risk ☐ Issue', '☐ Open ☒ Closed'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Cell, Figure
from pipeline.reading.elements import figures_of
from pipeline.values.boxes import BOXES, OPEN_BOXES

_TYPED = re.compile(r"(?P<box>[☐□☒☑])\s*(?P<words>[^☐□☒☑]*)")
"""A box that is typed before its option."""
_MOST_WORDS = 4
"""Words of an option; more are a sentence with a box before it."""
_SEVERAL = 2
"""Boxes from which they are options; one alone is ticked for what stands beside it."""


@dataclass(frozen=True, slots=True)
class Option:
    """The words beside a box, and whether it is ticked."""

    text: str
    checked: bool


def words_chosen(cell: Cell) -> str:
    """A cell's words; of printed options those beside the one box that is ticked, '' where not just one is."""
    return chosen_of(cell.words, figures_of(cell.blocks))


def chosen_of(text: str, figures: Sequence[Figure]) -> str:
    """As ``words_chosen``, of words and the figures among them."""
    options = _options(text, figures)
    if not options:
        return text
    ticked = [box.text.strip() for box in options if box.checked]
    return ticked[0] if len(ticked) == 1 else ""


def is_unchosen(cell: Cell) -> bool:
    """Whether a cell prints options, and not just one of them is ticked."""
    return bool(_options(cell.words, figures_of(cell.blocks))) and not words_chosen(cell)


def _options(text: str, figures: Sequence[Figure]) -> list[Option]:
    """The boxes, drawn or typed, beside words that say nothing but what is to tick; [] of all other words."""
    boxes = [figure for figure in figures if figure.kind == "checkbox"]
    if not boxes:
        return _typed(text)
    said = "".join("".join(box.text.split()) for box in boxes)
    whole = len(boxes) >= _SEVERAL and all(box.text.strip() for box in boxes)
    told = [Option(box.text, bool(box.checked)) for box in boxes]
    return told if whole and said == "".join(text.split()) else []


def _typed(text: str) -> list[Option]:
    """'☒ Risk ☐ Issue': several boxes typed before an option of a few words each, and nothing before them."""
    found = list(_TYPED.finditer(text)) if text.startswith(tuple(BOXES)) else []
    if len(found) < _SEVERAL:
        return []
    options = [Option(one["words"].strip(), one["box"] not in OPEN_BOXES) for one in found]
    return options if all(0 < len(one.text.split()) <= _MOST_WORDS for one in options) else []
