"""Traffic lights that are drawn whole: three lamps in one housing, of which one is lit."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

from extractors.document import Figure
from extractors.word.symbols import is_status_color

MIN_LAMPS = 2
"""Lamps: a single coloured shape is told as it is."""
MIN_ROW = 3
"""Lamps in a row: two may be now and before."""
_LIGHTS = frozenset({"symbol", "shape", "picture"})
GLARE = 1.5
"""A lit lamp is at least so many times as vivid as the next one."""


def lit_lamp(colors: Sequence[str | None]) -> str | None:
    """The colour of the one lamp of several that is lit; None where none stands out.

    The others are grey, white or black, or much paler or darker than the lit one.
    """
    shown = [color for color in colors if color]
    if len(colors) < MIN_LAMPS:
        return None
    glows = sorted(((_vividness(color), color) for color in shown if is_status_color(color)), reverse=True)
    if not glows:
        return None
    if len(glows) > 1 and glows[0][0] < GLARE * glows[1][0]:
        return None
    return glows[0][1]


def lit_figures(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The lit one of three lamps or more that stand side by side and are drawn one by one; else all of them."""
    alike = len({(figure.kind, figure.text) for figure in figures}) == 1
    if len(figures) < MIN_ROW or not alike or figures[0].kind not in _LIGHTS:
        return tuple(figures)
    lit = lit_lamp([figure.color for figure in figures])
    chosen = tuple(figure for figure in figures if figure.color == lit)
    return chosen if len(chosen) == 1 else tuple(figures)


def _vividness(color: str) -> float:
    """Saturation times brightness, each 0..1."""
    red, green, blue = (int(color[index : index + 2], 16) / 255 for index in (1, 3, 5))
    _, saturation, brightness = colorsys.rgb_to_hsv(red, green, blue)
    return saturation * brightness
