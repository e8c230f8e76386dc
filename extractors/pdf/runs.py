"""Lines -> runs of text: wrapped lines joined, hyphens at line ends resolved, looks kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import Run
from extractors.pdf.lines import Line
from extractors.pdf.primitives import Word

SOFT_HYPHENS = ("\u00ad", "\u2010")
COMPOUND_STARTS = frozenset(
    "all anti back bi by case check chief co cost counter cross cut day decision double down drop e end ex fast first "
    "five follow forward four front full go half hand hard head high higher hot ill in inter key kick large lead left "
    "less lessons level life line long longer look low lower make medium mid middle mini mock month more multi near "
    "new non off on once one open opt out over part peer place post pre pro quarter quick re ready real right risk "
    "roll run second self semi service set short shorter side sign single site six small soft stake start step sub "
    "take ten third three time to top trade two under up user value vice walk well whole wide work year zero".split()
)
"""First halves of English compounds that keep their hyphen when a line ends after it."""

COMPOUND_ENDS = frozenset(
    "to up on off in out by based wide term going led time date day week month year long scale side site line level "
    "end of the and or and/or depth house making driven ready related specific free friendly party hand class to-date "
    "offs ups ins outs over through down around".split()
)
"""Second halves of which the same holds."""


CUT_NUMBER = re.compile(r"^(?:\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{1,3}(?:,\d{3})+(?:\.\d+)?)$")
"""A date or an amount made whole of two lines."""

URL_REST = re.compile(r"[/_=%?&\d-]")
"""Signs that tell the rest of a web address from a word, after an address cut at a line's end."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that the document prints within a line, lower-cased: they tell whether a hyphen belongs to a word."""

    words: frozenset[str]

    def joint(self, left: str, right: str) -> str:
        """What stands between two halves of a word: nothing where only the line's end made the hyphen."""
        first = left.rsplit("-", 1)[-1].strip("(\"'“‘").lower()
        second = right.split("-", 1)[0].strip(".,;:)\"'”’!?").lower()
        if f"{first}{second}" in self.words:
            return ""
        if f"{first}-{second}" in self.words or "-" in left.rstrip("-"):
            return "-"
        if (
            first in COMPOUND_STARTS
            or second in COMPOUND_ENDS
            or (first in self.words and second in self.words)
        ):
            return "-"
        return ""


def make_runs(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[Run, ...]:
    """The runs of one logical line of text printed on ``lines``."""
    pieces: list[tuple[str, Word]] = []
    for number, line in enumerate(lines):
        for text, word in _line_pieces(line):
            if number and pieces and text.startswith(" ") and word is line.words[0]:
                alone = len(lines[number - 1].words) == 1
                _wrap(pieces, text[1:], word, vocabulary, alone)
            else:
                pieces.append((text, word))
    return tuple(_merged(pieces))


def _line_pieces(line: Line) -> Iterator[tuple[str, Word]]:
    for at, segment in enumerate(line.segments):
        for index, word in enumerate(segment.words):
            before = "\t" if at and not index else "" if word.glued else " "
            yield (
                before + word.text.replace("\u00ad", "")
                if not word.text.endswith("\u00ad")
                else before + word.text,
                word,
            )


def _wrap(pieces: list[tuple[str, Word]], text: str, word: Word, vocabulary: Vocabulary, alone: bool) -> None:
    """Add the first word of a new line. ``alone``: the line before holds one word, which a narrow cell may have cut."""
    last, last_word = pieces[-1]
    halves = last.split()[-1] if last.split() else ""
    if last.endswith(SOFT_HYPHENS):
        pieces[-1] = (last[:-1], last_word)
        pieces.append((text, word))
    elif len(halves) > 2 and last.endswith("-") and halves[-2].isalpha() and text[:1].isalpha():
        joint = vocabulary.joint(halves[:-1], text) if text[:1].islower() else "-"
        pieces[-1] = (last[:-1] + joint, last_word)
        pieces.append((text, word))
    elif (
        alone and halves[-1:].isdigit() and text[:1].isdigit() and CUT_NUMBER.match(halves + text.split()[0])
    ):
        pieces.append((text, word))
    elif alone and f"{halves}{text.split()[0]}".lower() in vocabulary.words and text[:1].islower():
        pieces.append((text, word))
    elif "://" in halves and URL_REST.search(text.split()[0]) and "://" not in text:
        pieces.append((text, word))
    elif last.endswith("/") and not last.endswith(" /"):
        pieces.append((text, word))
    else:
        pieces.append((" " + text, word))


def _merged(pieces: Sequence[tuple[str, Word]]) -> Iterator[Run]:
    text, look = "", None
    for index, (piece, word) in enumerate(pieces):
        piece = piece.replace("\u00ad", "")
        one = Run("", word.look.bold, word.look.italic, word.underline, word.look.color, word.fill)
        if index == 0:
            piece = piece.lstrip()
        if look is not None and one != look:
            blank = piece[: len(piece) - len(piece.lstrip())]
            yield _run(look, text + blank)
            text, piece = "", piece.lstrip()
        look = one
        text += piece
    if look is not None:
        yield _run(look, text.rstrip())


def _run(look: Run, text: str) -> Run:
    return Run(text, look.bold, look.italic, look.underline, look.color, look.fill)


def join_runs(above: Sequence[Run], below: Sequence[Run], vocabulary: Vocabulary) -> tuple[Run, ...]:
    """The runs of a text that a page break cut in two, joined like two of its lines."""
    last, first = above[-1], below[0]
    left = last.text.split()[-1] if last.text.split() else ""
    space = " "
    if last.text.endswith(SOFT_HYPHENS):
        last, space = replace(last, text=last.text[:-1]), ""
    elif left.endswith("-") and len(left) > 2 and first.text[:1].islower():
        last, space = (
            replace(last, text=last.text[:-1] + vocabulary.joint(left[:-1], first.text.split()[0])),
            "",
        )
    if replace(last, text="") == replace(first, text=""):
        return (*above[:-1], replace(last, text=last.text + space + first.text), *below[1:])
    return (*above[:-1], replace(last, text=last.text + space), *below)
