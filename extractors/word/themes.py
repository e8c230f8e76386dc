"""Colours that a file gives twice, by its theme and plainly, where the two differ.

Word writes both, works the plain one out of the theme whenever it saves, and shows the theme's (ECMA-376 part 1,
17.3.2.6 and 17.3.5). They differ where another program exchanged the theme afterwards: reports joined into a pack, or
put into another house's template. The plain colours are then those that the author saw.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from extractors.document import Problem
from extractors.word.colors import Palette, is_near, normal, tinted
from extractors.word.markup import Element, W

_Variant = tuple[str, str | None, str | None]
"""A plain colour with the tint and the shade that it is said to be of its theme's colour."""


def settle_theme(body: Element, palette: Palette) -> tuple[Palette, Problem | None]:
    """The palette that the backgrounds of a document were chosen from, and what to tell where it gives them twice.

    The theme's count, as they do in Word, unless the plain ones were themselves worked out of another theme: one colour
    for each of its names, and tints or shades of such a colour beside it.
    """
    told: dict[str, set[_Variant]] = defaultdict(set)
    differing: set[str] = set()
    for shading in body.iter(W + "shd") if palette.stated else ():
        name = shading.get(W + "themeFill")
        if name is None:
            continue
        plain, base = normal(shading.get(W + "fill")), palette.named(name)
        if plain is None or base is None:
            continue
        tint, shade = shading.get(W + "themeFillTint"), shading.get(W + "themeFillShade")
        told[name].add((plain, tint, shade))
        if not is_near(plain, tinted(base, tint, shade)):
            differing.add(name)
    if not differing:
        return palette, None
    bases = {name: _base(told[name]) for name in differing}
    if not all(bases.values()) or all(len(told[name]) == 1 for name in differing):
        return palette, _problem("those of the theme, as Word shows them")
    former = {palette.slot(name): base for name, base in bases.items() if base is not None}
    return replace(palette, theme={**palette.theme, **former}), _problem("those that were written plainly")


def _base(variants: set[_Variant]) -> str | None:
    """The one colour of which all others are the tints and shades that they are said to be; None without such."""
    plain = [color for color, tint, shade in variants if not tint and not shade]
    if len(plain) != 1:
        return None
    base = plain[0]
    return base if all(is_near(color, tinted(base, tint, shade)) for color, tint, shade in variants) else None


def _problem(taken: str) -> Problem:
    return Problem(
        "theme-colours-differ",
        "warning",
        "The file gives colours twice, as colours of its theme and plainly, and they differ: its theme was exchanged "
        f"after the report was written. Taken were {taken}. Open it in Word and compare the ratings shown by colour.",
    )
