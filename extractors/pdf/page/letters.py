"""What PDFium's text page tells of all characters of a page, asked for at once: their codes, places and objects."""

from __future__ import annotations

import ctypes
import itertools
import operator
import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from extractors.pdf.page.calls import (
    Argument,
    character_boxes,
    get_object,
    is_generated,
    text_objects,
    unmapped_characters,
)
from extractors.pdf.page.tex import CONTROL_SIGNS
from extractors.pdf.primitives import UNKNOWN

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
LINE_END_HYPHEN = 2
"""PDFium gives this code for a hyphen that it found at the end of a line."""

SPACE = " "
SURROGATES, PRIVATE_USE = 0xD800, 0xE000
"""Where the halves of UTF-16's pairs begin, and after them the private use area, which PDFium's own marks follow."""

HALF = SURROGATES
"""Stands for the first half of a sign beyond U+FFFF: the second one tells the whole."""

NO_CHARACTER = 0xFFFF
"""Stands for numbers beyond Unicode (17.11: it is none and never will be)."""

SIGNS = ("\uf000", "\uf0ff")
"""Where the private use area holds what fonts of signs print."""

ALONE = "\0"
"""Stands in a page's line for what prints nothing and for a character that makes no word with those beside it."""

_ODD = re.compile("[\0-\t\x0b\x0c\x0e-\x1f\ud800-\uffff]")
"""What has another code than in text; line ends have the same one."""

_HALVES = re.compile("[\ud800-\udfff\U00010000-\U0010ffff]")
_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001eeff]")
"""Letters of scripts that run from right to left: PDFium turns the order of a line's characters where it has some."""

_NO_ASCII = re.compile(r"[^ -~]")
_STRETCHES = re.compile(rf" |{ALONE}|[^ {ALONE}]+")


@dataclass(frozen=True, slots=True)
class Letters:
    """The characters of a page (its ``textpage``) by their index: what each prints (None: nothing; ' ': any white
    space), its left and right side and bottom in the page's own space.

    ``line`` has a character for each: its own where it may be part of a word. ``widths`` are theirs, ``gaps`` the
    white before the next one. ``unsure`` are those whose text is a guess. ``rightwards``: all lines run so.
    """

    textpage: Argument
    texts: list[str | None]
    line: str
    lefts: array[float]
    rights: array[float]
    bottoms: array[float]
    widths: list[float]
    gaps: list[float]
    unsure: frozenset[int]
    rightwards: bool

    def stretches(self) -> Iterator[re.Match[str]]:
        """Words, spaces and single characters: where each begins and ends in ``line``."""
        return _STRETCHES.finditer(self.line)

    def objects_between(self, start: int, end: int, known: int) -> Sequence[tuple[int, int, int]]:
        """The text objects of the characters of a stretch, and from where to where each goes; none of those that
        PDFium made up. ``known`` is that of the stretch before.

        The characters of an object follow each other where lines run rightwards: only the first and the last are asked,
        and only the last one where the known object goes on.
        """
        if known and self.rightwards and get_object(self.textpage, end - 1) == known:
            return ((known, start, end),)
        first: int | None = get_object(self.textpage, start)
        if end - start == 1 or (self.rightwards and first == get_object(self.textpage, end - 1)):
            return ((first, start, end),) if first else ()
        found = []
        at = start
        for key, run in itertools.groupby(text_objects(self.textpage, range(start, end))):
            size = len(list(run))
            if key:
                found.append((key, at, at + size))
            at += size
        return found


def read_letters(textpage: Any, address: Argument) -> Letters:
    """All characters of a text page, which lies at ``address``."""
    printed = _printed(textpage)
    unsure = unmapped_characters(address, len(printed))
    texts, line = _texts(printed, unsure, address)
    lefts, rights, bottoms = character_boxes(address, len(printed))
    return Letters(
        address,
        texts,
        line,
        lefts,
        rights,
        bottoms,
        widths=list(map(operator.sub, rights, lefts)),
        gaps=list(map(operator.sub, lefts[1:], rights)),
        unsure=unsure,
        rightwards=_LEFTWARDS.search(printed) is None,
    )


def _printed(textpage: Any) -> str:
    """The code of each character: all in one call where PDFium's text has one for each, else one by one."""
    count = max(0, raw.FPDFText_CountChars(textpage))
    buffer = (ctypes.c_ushort * (count + 1))()
    whole = raw.FPDFText_GetText(textpage, 0, count, buffer) == count + 1
    text = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass") if whole else ""
    if len(text) != count or _HALVES.search(text):
        return _joined([_code(textpage, index) for index in range(count)])
    odd = [match.start() for match in _ODD.finditer(text)]
    if not odd:
        return text
    codes = [*text]
    for index in odd:  # a hyphen at a line's end has other codes in text
        codes[index] = chr(_code(textpage, index))
    return "".join(codes)


def _code(textpage: Any, index: int) -> int:
    code: int = raw.FPDFText_GetUnicode(textpage, index)
    return code if code <= 0x10FFFF else NO_CHARACTER


def _joined(codes: Sequence[int]) -> str:
    """PDFium lists a sign beyond U+FFFF (an emoji) as two halves in one place: one code at the second one's index."""
    high = 0
    joined = []
    for code in codes:
        if SURROGATES <= code <= 0xDBFF:
            high = code
            joined.append(HALF)
            continue
        pair = 0xDC00 <= code < PRIVATE_USE and high
        joined.append(0x10000 + ((high - SURROGATES) << 10) + (code - 0xDC00) if pair else code)
        high = 0
    return "".join(map(chr, joined))


def _texts(printed: str, unsure: frozenset[int], address: Argument) -> tuple[list[str | None], str]:
    """What each character prints, and the line of those that may be parts of words.

    PDFium makes spaces of gaps and line breaks of jumps: only the file's own spaces tell something. A page that does
    not say what all its characters are is compared with a second reading character by character.
    """
    texts: list[str | None] = [*printed]
    line = [*printed]
    for index in sorted(unsure) + [match.start() for match in _NO_ASCII.finditer(printed)]:
        code = ord(printed[index])
        text = _guess(code) if index in unsure else _clean(code)
        if code in CONTROL_SIGNS and is_generated(address, index) != 1:
            text = CONTROL_SIGNS[code]
        if text == SPACE and is_generated(address, index) == 1:
            text = None
        texts[index] = text
        alone = text is None or len(text) > 1 or SIGNS[0] <= text <= SIGNS[1]
        line[index] = ALONE if text is None or alone else text
    if unsure or UNKNOWN in printed:
        line = [each if each == SPACE else ALONE for each in line]
    return texts, "".join(line)


def _clean(code: int) -> str | None:
    """The text of one code, ' ' for any white space, None for what prints nothing."""
    if code == LINE_END_HYPHEN:
        return "-"
    if code == 0 or SURROGATES <= code < PRIVATE_USE:
        return None
    text = chr(code)
    if text.isspace():
        return " "
    category = unicodedata.category(text)
    if category == "Cf":
        return "\u00ad" if text == "\u00ad" else None
    if category in ("Cc", "Cn"):
        return None
    return LIGATURES.get(text, text)


def _guess(code: int) -> str | None:
    """The text of a code that is a character's number in its font, and only by luck its number in Unicode too."""
    if code == HALF:
        return None
    return chr(code) if chr(code).isprintable() and code != ord(SPACE) else UNKNOWN
