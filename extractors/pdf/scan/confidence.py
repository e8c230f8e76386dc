"""Which words of a scan a reader should compare with the picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Box
from extractors.pdf.scan.words import ScannedWord

SURE = 80.0
"""Of 100: of words read with more confidence one in a hundred is wrong, of the others one in three."""

SURE_FIGURES = 90.0
"""Of 100: a wrong figure makes another date or sum and no sentence tells it."""

SURE_CUT = 94.0
"""Of 100: of a word whose letters may have lost their tails in an underline."""

FIGURES = re.compile(r"\d")


def unsure_words(words: Sequence[ScannedWord]) -> tuple[tuple[str, Box], ...]:
    """Words that may be misread, from the top of the page."""
    found = [
        word
        for word in words
        if is_unsure(word.text, word.confidence) or (word.cut and word.confidence < SURE_CUT)
    ]
    found.sort(key=lambda word: (round(word.base), word.box[0]))
    return tuple((word.text, word.box) for word in found)


def is_unsure(text: str, confidence: float) -> bool:
    """Whether a word read with this confidence may be another one."""
    if not any(char.isalnum() for char in text):
        return False
    return confidence < SURE or (FIGURES.search(text) is not None and confidence < SURE_FIGURES)
