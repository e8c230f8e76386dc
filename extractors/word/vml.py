"""What VML says of a shape: its background, and that of the DrawingML shape which it stands in for."""

from __future__ import annotations

from typing import Final

from extractors.word.colors import CLEAR, seen, vml_color
from extractors.word.markup import MC, WPS, Element, V

VML_SHAPES: Final = frozenset(
    V + name for name in ("shape", "rect", "oval", "roundrect", "polyline", "arc", "curve")
)


def vml_fill(shape: Element) -> str | None:
    """The background of a VML shape; white, its default, is the paper."""
    fill = shape.find(V + "fill")
    switches = [shape.get("filled", "t"), "t" if fill is None else fill.get("on", "t")]
    if any(switch.lower() in ("f", "false") for switch in switches):
        return None
    color = vml_color(shape.get("fillcolor")) or (vml_color(fill.get("color")) if fill is not None else None)
    return seen(color or CLEAR)


def twin_fill(shape: Element) -> str | None:
    """The background that the fallback of a DrawingML shape has: plain where the shape itself names a theme's colour.

    None where it stands in no ``mc:AlternateContent`` or the fallback holds another number of shapes.
    """
    choice = next(shape.iterancestors(MC + "Choice"), None)
    holder = None if choice is None else choice.getparent()
    fallback = None if holder is None else holder.find(MC + "Fallback")
    if choice is None or fallback is None:
        return None
    shapes = list(choice.iter(WPS + "wsp"))
    twins = [item for item in fallback.iter() if item.tag in VML_SHAPES]
    return vml_fill(twins[shapes.index(shape)]) if len(shapes) == len(twins) else None
