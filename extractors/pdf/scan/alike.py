"""What one line and one page have in common: baselines, sizes, colours and weights that differ by chance alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from extractors.pdf.scan.words import ScannedWord, Stature, stature

ONE_LINE = 0.2
"""By how much sizes of words in one line differ and are still one size, the rest being chance."""

ONE_SIZE = 0.065
"""By how much sizes of lines differ and are still one size."""

ONE_COLOR = 26
"""Of 255: by how much the channels of letters in one colour differ in a scan."""

BOLD = 1.19
"""Times the usual weight of a page's words: on the page bold strokes are one and a half times as thick, in a scan a
third thicker."""

USUAL = 0.4
"""Of a page's letters by weight: those that are surely not bold."""

LEAST_PAIRS = 5
"""Words beside taller ones that show how a page's small letters are drawn."""

TELLING = 4
"""Letters whose strokes tell their weight; those of fewer say little."""


def made_alike(words: Sequence[ScannedWord]) -> tuple[ScannedWord, ...]:
    """Words with the chance taken out of their looks, and the bold ones told."""
    return tuple(_weighed(_same_colors(_same_sizes(_level(words)))))


def _level(words: Sequence[ScannedWord]) -> list[ScannedWord]:
    """Words of one line on one baseline and in one size, where they differ by no more than chance."""
    lines: dict[tuple[int, ...], list[ScannedWord]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    parts = [part for line in lines.values() for part in _parts(line)]
    factors = _factors(parts)
    return [word for part in parts for word in _levelled(part, factors)]


def _factors(parts: Sequence[Sequence[ScannedWord]]) -> dict[Stature, float]:
    """By how much words of small letters seem larger than they are: typefaces differ most in these."""
    ratios: dict[Stature, list[float]] = {"small": [], "tee": []}
    for part in parts:
        tall = [word.size for word in part if stature(word.text) == "tall" and _has_letters(word)]
        for word in part:
            low = stature(word.text)
            if tall and low != "tall" and len(word.text) >= TELLING:
                ratios[low].append(word.size / median(tall))
    return {low: median(seen) if len(seen) >= LEAST_PAIRS else 1.0 for low, seen in ratios.items()}


def _levelled(part: Sequence[ScannedWord], factors: dict[Stature, float]) -> Iterator[ScannedWord]:
    part = [replace(word, size=word.size / factors.get(stature(word.text), 1.0)) for word in part]
    telling = [word for word in part if _has_letters(word)] or part
    tall = [word for word in telling if stature(word.text) == "tall"] or telling
    size = median([word.size for word in tall for _ in word.text])
    base = median([word.base for word in telling for _ in word.text])
    red, green, blue = (int(median([word.color[at] for word in telling])) for at in range(3))
    for word in part:
        signs = word not in telling
        near = abs(word.size - size) <= ONE_LINE * size or signs or len(word.text) <= 2
        level = abs(word.base - base) <= 0.3 * size or signs
        alike = _apart(word.color, (red, green, blue)) < 70
        yield replace(
            word,
            size=size if near else word.size,
            base=base if level else word.base,
            color=(red, green, blue) if alike or signs else word.color,
        )


def _has_letters(word: ScannedWord) -> bool:
    return any(char.isalnum() for char in word.text)


def _parts(line: Sequence[ScannedWord]) -> Iterator[list[ScannedWord]]:
    """A line cut at its wide gaps: what stands apart may be set in another size."""
    part: list[ScannedWord] = []
    for word in sorted(line, key=lambda each: each.box[0]):
        if part and word.box[0] - part[-1].box[2] > 2.5 * max(word.size, part[-1].size):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _same_sizes(words: Sequence[ScannedWord]) -> list[ScannedWord]:
    """Words whose sizes are nearly the page's commonest ones in exactly these."""
    left, centers = list(words), []
    while left:
        weights: dict[float, int] = {}
        for word in left:
            size = round(word.size * 4) / 4
            weights[size] = weights.get(size, 0) + len(word.text)
        main = max(weights, key=lambda size: (_share(weights, size), size))
        near = [word for word in left if abs(word.size - main) <= ONE_SIZE * main] or left[:1]
        centers.append(median([word.size for word in near for _ in word.text]))
        left = [
            word
            for word in left
            if abs(word.size - centers[-1]) > ONE_SIZE * centers[-1] and word not in near
        ]
    sized = []
    for word in words:
        nearest = min(centers, key=lambda center: abs(center - word.size))
        sized.append(replace(word, size=round(nearest, 1)))
    return sized


def _same_colors(words: Sequence[ScannedWord]) -> list[ScannedWord]:
    """Words in nearly the same colour in exactly one."""
    palette: list[tuple[int, int, int]] = []
    colored = []
    for word in words:
        alike = (color for color in palette if _apart(color, word.color) <= ONE_COLOR)
        color = next(alike, (255, 255, 255) if min(word.color) >= 255 - ONE_COLOR else word.color)
        if color not in palette:
            palette.append(color)
        colored.append(replace(word, color=color))
    return colored


def _apart(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _share(weights: dict[float, int], size: float) -> int:
    return sum(count for other, count in weights.items() if abs(other - size) <= 0.05 * size)


def _weighed(words: Sequence[ScannedWord]) -> list[ScannedWord]:
    """Words with their bold ones told, measured by the page's usual stroke; short ones go with their neighbours."""
    weights = sorted(word.weight for word in words for _ in word.text)
    usual = weights[int(USUAL * len(weights))] if weights else 1.0
    lines: dict[tuple[float, tuple[int, ...]], list[ScannedWord]] = {}
    for word in words:
        lines.setdefault((word.base, word.line), []).append(word)
    told = []
    for line in lines.values():
        for part in _parts(line):
            for index, word in enumerate(part):
                near = part[max(0, index - 1) : index + 2] if len(word.text) < TELLING else [word]
                letters = sum(len(each.text) for each in near)
                weight = sum(each.weight * len(each.text) for each in near) / letters
                told.append(replace(word, bold=weight > BOLD * usual))
    return told
