"""Which pages are to be read from their picture: those without text, and those whose text is plainly not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from extractors.pdf import boxes
from extractors.pdf.primitives import Glyph, Page

Reason = Literal["picture", "layer", "garbled"]

LARGE_PICTURE = 0.5
"""Of a page's area: a page without words whose pictures cover this share is a scan."""

WHOLE_PICTURE = 0.8
"""Of a page's area: a picture that covers so much is the page itself, and text with it a layer that OCR left."""

STAMPED = 60
"""Characters: a scanned page may carry a stamp or a page number that was added later, and no more."""

LEAST_WORDS = 25
"""A page of fewer words says too little of its language."""

LEAST_WORDLIKE = 0.4
"""Of a page's words: where fewer look like words, its font tells wrong characters."""

WORDLIKE = re.compile(
    r"^[^\w\s]*(?:[A-Z]?[a-z]*[aeiouy][a-z]*|[A-Z]*[AEIOUY][A-Z]*)(?:['’-][A-Za-z]+)*[^\w\s]*$"
)
MOST_CONSONANTS = 5
CONSONANTS = re.compile(rf"[bcdfghjklmnpqrstvwxz]{{{MOST_CONSONANTS}}}", re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]")

LEAST_LETTERS = 3
"""Letters: a word of fewer says nothing of its language ('R0', 'w0.3')."""

CODE = re.compile(r"^[^\w\s]*[A-Za-z]{1,4}[-/.]?\d[\w./-]*[^\w\s]*$")
"""References and codes ('HPR-0417') are no words in any font."""


def reason_to_read(page: Page, garbled: frozenset[int]) -> Reason | None:
    """Why a page must be read from its picture; None where its own text is good."""
    if not page.width or not page.height:
        return None
    share = sum(boxes.area(image.box) for image in page.images) / (page.width * page.height)
    seen = [glyph for glyph in page.glyphs if not glyph.look.hidden]
    if not page.glyphs:
        return "picture" if share >= LARGE_PICTURE else None
    if share >= WHOLE_PICTURE and sum(glyph.letters for glyph in seen) <= STAMPED:
        return "layer" if len(seen) < len(page.glyphs) else "picture"
    if page.number in garbled or _is_garbled(seen):
        return "garbled"
    return None


def _is_garbled(glyphs: Sequence[Glyph]) -> bool:
    """Whether text that is there makes no words: letters without vowels, signs and capitals in the midst of words."""
    good = spoken = 0
    most = len(glyphs) + 1  # words
    for word in _words(glyphs):
        if _speaks(word):
            spoken += 1
            if WORDLIKE.match(word) and not (len(word) >= MOST_CONSONANTS and CONSONANTS.search(word)):
                good += 1
                if good >= LEAST_WORDLIKE * most:  # whatever the rest of the page says
                    return False
    return spoken >= LEAST_WORDS and good < LEAST_WORDLIKE * spoken


def _speaks(word: str) -> bool:
    """Whether a word has letters enough to tell a language by, and is no code."""
    return len(word) >= LEAST_LETTERS and (
        word.isalpha() or (len(LETTER.findall(word)) >= LEAST_LETTERS and not CODE.match(word))
    )


def _words(glyphs: Sequence[Glyph]) -> Iterator[str]:
    word = ""
    end = line = 0.0
    for text, x0, x1, base, look, spaced, _, _ in glyphs:
        if spaced or abs(x0 - end) > 0.25 * look.size or abs(base - line) > 1:
            yield word
            word = text
        else:
            word += text
        end, line = x1, base
    yield word
