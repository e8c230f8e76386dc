"""What a line begins with in a look of its own: '**Next steps.** The tender ...', 'NEXT STEPS: the tender ...'."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.document import ListItem, Run
from pipeline.reading.elements import Line

_LENGTH = 70
"""Characters of the longest lead."""
_WORDS = 8
"""Words of the longest one that only a colon or capitals part from the text."""
_REST = 3
"""Words that must follow such a one: 'Place: Hull' is a field."""
_SIGNS = ".:–—-"
_PLAIN = re.compile(r"(?P<head>[^\W\d_][^:\t]+):\s+(?P<rest>\S.*)", re.DOTALL)
_CAPITALS = re.compile(r"(?P<head>[^\W\d_][^a-z:\t]+?)\s?(?P<sign>[.:–—-])\s+(?P<rest>\S.*)", re.DOTALL)


class Dress(NamedTuple):
    """The look of a lead. ``sign``: what ends it, '' where only its look does; ``apart``: the sign has it not."""

    bold: bool
    italic: bool
    underline: bool
    color: str | None
    capitals: bool
    sign: str
    apart: bool = False

    @property
    def stands_out(self) -> bool:
        """Whether it is told from the text by more than the sign at its end."""
        return self.bold or self.italic or self.underline or self.color is not None or self.capitals


class Lead(NamedTuple):
    """A line's first words, the text behind them, and their look."""

    head: str
    rest: str
    dress: Dress


def lead_of(line: Line) -> Lead | None:
    """What a line begins with in a look of its own, or before a colon; None where it has no such beginning."""
    listed = isinstance(line.block, ListItem) and not line.block.marker.strip(" .)(").isdigit()
    if listed or line.text != line.block.text:
        return None  # of a list's items only a numbered paragraph may begin with its heading
    return _dressed(line) or _capitals(line.text) or _plain(line.text)


def _dressed(line: Line) -> Lead | None:
    runs = [run for run in line.block.runs if run.text.strip()]
    own = _look(runs[0]) if runs else _NONE
    behind = next((at for at, run in enumerate(runs) if _look(run) != own), None)
    if own == _NONE or behind is None:
        return None
    head = "".join(run.text for run in runs[:behind]).strip()
    if len(head) > _LENGTH or not line.text.startswith(head):
        return None
    between = line.text[len(head) :]
    sign = head[-1] if head[-1] in _SIGNS else ""
    apart = not sign
    if apart:
        gap = between[: len(between) - len(between.lstrip())]
        sign = "\t" if "\t" in gap else between.lstrip()[:1] if between.lstrip()[:1] in _SIGNS else ""
        between = between.lstrip()[1:] if sign.strip() else between
    rest, words = between.strip(), head.rstrip(f" {_SIGNS}")
    if not rest or not words or (not sign and not (rest[:1].isupper() or rest[:1].isdigit())):
        return None
    return Lead(words, rest, Dress(*own, _is_capitals(words), sign, apart))


def _capitals(text: str) -> Lead | None:
    found = _CAPITALS.fullmatch(text)
    if found is None or not _fits(found["head"], found["rest"]) or not _is_capitals(found["head"]):
        return None
    return Lead(found["head"].strip(), found["rest"], Dress(*_NONE, True, found["sign"]))


def _plain(text: str) -> Lead | None:
    found = _PLAIN.fullmatch(text)
    if found is None or not _fits(found["head"], found["rest"]) or not text[:1].isupper():
        return None
    return Lead(found["head"].strip(), found["rest"], Dress(*_NONE, False, ":"))


def _fits(head: str, rest: str) -> bool:
    return len(head) <= _LENGTH and len(head.split()) <= _WORDS and len(rest.split()) >= _REST


def _is_capitals(words: str) -> bool:
    return words.isupper() and sum(char.isalpha() for char in words) > _REST


def _look(run: Run) -> tuple[bool, bool, bool, str | None]:
    return run.bold, run.italic, run.underline, run.color


_NONE = (False, False, False, None)
