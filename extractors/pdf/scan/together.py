"""What the pages of one scanned file have in common: shades of paint, and lines printed on several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations

from extractors.pdf import boxes
from extractors.pdf.scan.reading import ScannedPage
from extractors.pdf.scan.words import ScannedWord

ONE_SHADE = 6
"""Of 255: by how much the channels of one paint differ from cell to cell and page to page of a scan."""

SAME_PLACE = 1.8
"""Points by which the sides of a word differ that is printed again at the same place of a line."""

LEAST_WORDS = 3
"""Words of a line that may be known again on another page."""

LEAST_EQUAL = 0.5
"""Of a line's words: so many are read alike where it is the same line."""

ALIKE = 0.6
"""Likeness (0..1) of two readings of one word."""

Lines = dict[int, list[ScannedWord]]
"""Words from left to right, by rounded baseline."""


def as_one_document(pages: Sequence[ScannedPage]) -> list[ScannedPage]:
    """The pages of a file with one shade for each paint, and lines printed on several pages read alike."""
    return _read_alike(_shaded_alike(pages))


def _shaded_alike(pages: Sequence[ScannedPage]) -> list[ScannedPage]:
    areas: dict[str, float] = {}
    for page in pages:
        for rect in page.rects:
            areas[rect.color] = areas.get(rect.color, 0.0) + boxes.area(rect.box)
    shades: dict[str, str] = {}
    for color in sorted(areas, key=lambda each: -areas[each]):
        shades[color] = next((main for main in shades.values() if _apart(main, color) <= ONE_SHADE), color)
    return [
        replace(page, rects=tuple(replace(rect, color=shades[rect.color]) for rect in page.rects))
        for page in pages
    ]


def _apart(one: str, other: str) -> int:
    return max(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5))


def _read_alike(pages: Sequence[ScannedPage]) -> list[ScannedPage]:
    """Running lines and heads of tables are printed on every page: where one page read a word of such a line otherwise
    than another, the surer reading stands on both.
    """
    lines = [_lines(page) for page in pages]
    better: dict[ScannedWord, ScannedWord] = {}
    for one, other in combinations(lines, 2):
        for words in one.values():
            for twins in other.values():
                for word, twin in _misread(words, twins):
                    first, second = better.get(word, word), better.get(twin, twin)
                    surer = max(first, second, key=lambda each: each.confidence)
                    better[word] = replace(word, text=surer.text, confidence=surer.confidence)
                    better[twin] = replace(twin, text=surer.text, confidence=surer.confidence)
    return [replace(page, words=tuple(better.get(word, word) for word in page.words)) for page in pages]


def _lines(page: ScannedPage) -> Lines:
    lines: Lines = {}
    for word in sorted(page.words, key=lambda each: each.box[0]):
        lines.setdefault(round(word.base), []).append(word)
    return {base: words for base, words in lines.items() if len(words) >= LEAST_WORDS}


def _misread(
    words: Sequence[ScannedWord], twins: Sequence[ScannedWord]
) -> Iterator[tuple[ScannedWord, ScannedWord]]:
    """The words of a line that its twin reads otherwise; none where they are two lines."""
    if len(words) != len(twins) or abs(words[0].box[0] - twins[0].box[0]) > SAME_PLACE:
        return
    pairs = list(zip(words, twins, strict=True))
    if any(abs(a.box[at] - b.box[at]) > SAME_PLACE for a, b in pairs for at in (0, 2)):
        return
    others = [(a, b) for a, b in pairs if a.text != b.text]
    if len(pairs) - len(others) >= LEAST_EQUAL * len(pairs) and all(_one_word(a, b) for a, b in others):
        yield from others


def _one_word(one: ScannedWord, other: ScannedWord) -> bool:
    """Whether two readings may be of one word: numbers count upwards from page to page, and never are."""
    if any(char.isdigit() for char in one.text + other.text):
        return False
    return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio() >= ALIKE
