"""Colours to a rating value: the first rule whose hue, saturation and lightness a colour has."""

from __future__ import annotations

import colorsys
from typing import cast

from pipeline.model import RatingValue
from rules.schema import ColourRule


def rating_of(rules: tuple[ColourRule, ...], color: str) -> RatingValue | None:
    """The rating of the first rule that a colour (``#RRGGBB``) fits."""
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    for rule in rules:
        if _within(rule, hue * 360, saturation, lightness):
            return cast(RatingValue, rule.value)
    return None


def _within(rule: ColourRule, hue: float, saturation: float, lightness: float) -> bool:
    low, high = rule.hue
    in_hue = low <= hue <= high if low <= high else hue >= low or hue <= high
    return (
        in_hue
        and rule.saturation[0] <= saturation <= rule.saturation[1]
        and rule.lightness[0] <= lightness <= rule.lightness[1]
    )


def agree(value: RatingValue, seen: RatingValue) -> bool:
    """Five-level words are printed on the fill of either neighbour."""
    return seen in {value, *value.split("/")} or (
        value in {"Grey", "Black", "Blue"} and seen in {"Grey", "Black"}
    )
