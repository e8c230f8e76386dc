"""The heights at which the lines of a table row's cells stand, all cells together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.pdf.lines import Line

LEVEL = 1.5
"""Points by which the baselines of one row may differ."""

RISE = 0.6
"""Font sizes from a baseline to the middle of what stands over it."""


def levels_of(columns: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of all cells by their baselines, from the top."""
    levels: list[list[Line]] = []
    for line in sorted((line for column in columns for line in column), key=lambda line: line.base):
        if levels and line.base - levels[-1][0].base <= LEVEL:
            levels[-1].append(line)
        else:
            levels.append([line])
    return levels


def between(levels: Sequence[Sequence[Line]], fresh: Iterable[int]) -> list[float]:
    """Heights between the lines after which rows begin and the next ones."""
    return [
        (levels[at][-1].base + levels[at + 1][0].base - RISE * levels[at + 1][0].size) / 2 for at in fresh
    ]
