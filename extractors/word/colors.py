"""Colours as a reader sees them: theme colours, tints and shades, patterns, highlight names, drawing fills.

Every colour leaves here as ``#RRGGBB``. In formats that inherit, ``None`` means 'says nothing' and ``CLEAR`` ('')
means 'explicitly none', which switches an inherited colour off.
"""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass, field
from typing import Final

from extractors.word.markup import VAL, A, Element, W, percentage

CLEAR: Final = ""
"""Explicitly no colour ('auto', 'No colour'): overrides what a style would give."""

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})\b")
_SHORT_HEX = re.compile(r"#([0-9A-Fa-f]{3})\b")

HIGHLIGHTS: Final = {
    "black": "#000000", "blue": "#0000FF", "cyan": "#00FFFF", "darkblue": "#000080", "darkcyan": "#008080",
    "darkgray": "#808080", "darkgreen": "#008000", "darkmagenta": "#800080", "darkred": "#800000",
    "darkyellow": "#808000", "green": "#00FF00", "lightgray": "#C0C0C0", "magenta": "#FF00FF", "red": "#FF0000",
    "white": "#FFFFFF", "yellow": "#FFFF00",
}  # fmt: skip
"""ECMA-376 part 1, 17.18.40 ST_HighlightColor."""

NAMED: Final = HIGHLIGHTS | {
    "green": "#008000", "lime": "#00FF00", "amber": "#FFBF00", "orange": "#FFA500", "gold": "#FFD700",
    "gray": "#808080", "grey": "#808080", "silver": "#C0C0C0", "maroon": "#800000", "navy": "#000080",
    "olive": "#808000", "purple": "#800080", "teal": "#008080", "aqua": "#00FFFF", "fuchsia": "#FF00FF",
    "limegreen": "#32CD32", "forestgreen": "#228B22", "lightgreen": "#90EE90", "darkorange": "#FF8C00",
    "crimson": "#DC143C", "lightblue": "#ADD8E6", "lightyellow": "#FFFFE0", "lightgrey": "#D3D3D3",
    "dkgreen": "#006400", "ltgray": "#D3D3D3", "dkgray": "#A9A9A9", "tomato": "#FF6347", "firebrick": "#B22222",
}  # fmt: skip
"""HTML colour names, as VML and DrawingML preset colours use them (those that signals are drawn in)."""

# A document without a theme part still may name theme colours: those of Office 2013-2022.
_OFFICE_THEME: Final = {
    "dk1": "#000000", "lt1": "#FFFFFF", "dk2": "#44546A", "lt2": "#E7E6E6", "accent1": "#4472C4",
    "accent2": "#ED7D31", "accent3": "#A5A5A5", "accent4": "#FFC000", "accent5": "#5B9BD5", "accent6": "#70AD47",
    "hlink": "#0563C1", "folHlink": "#954F72",
}  # fmt: skip
_THEME_NAMES: Final = {
    "text1": "dk1", "dark1": "dk1", "tx1": "dk1", "text2": "dk2", "dark2": "dk2", "tx2": "dk2",
    "background1": "lt1", "light1": "lt1", "bg1": "lt1", "background2": "lt2", "light2": "lt2", "bg2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
NEAR: Final = 40
"""Of 255, in each channel."""
_PERCENT = re.compile(r"pct(\d+)")


def normal(text: str | None) -> str | None:
    """``#RRGGBB`` of a hex colour with or without hash, None for anything else."""
    match = _HEX.match(text or "")
    return f"#{match[1].upper()}" if match else None


def seen(color: str | None) -> str | None:
    """A background as a reader sees it: white is the paper, so None."""
    return None if color in (None, CLEAR, "#FFFFFF") else color


def inked(color: str | None) -> str | None:
    """A text colour as a reader sees it: black and automatic are the default, so None."""
    return None if color in (None, CLEAR, "#000000") else color


@dataclass(frozen=True, slots=True)
class Palette:
    """The theme's colours by their short names (``accent1``, ``dk1``, ...)."""

    theme: dict[str, str] = field(default_factory=lambda: dict(_OFFICE_THEME))
    stated: bool = True
    """Whether the file holds its theme; else a plain colour beside the name of a theme's counts."""

    def named(self, name: str | None) -> str | None:
        """A theme colour by any of its names, None where there is no such name."""
        return self.theme.get(_THEME_NAMES.get(name or "", name or ""))

    def slot(self, name: str) -> str:
        """The short name of a theme colour."""
        return _THEME_NAMES.get(name, name)

    def themed(self, element: Element, plain: str, themed: str) -> str | None:
        """The colour of a pair of attributes such as ``w:fill`` / ``w:themeFill`` with its tint or shade."""
        base = self.named(element.get(W + themed))
        if base is None or (not self.stated and normal(element.get(W + plain))):
            text = element.get(W + plain)
            return CLEAR if text == "auto" else normal(text)
        return tinted(base, element.get(W + themed + "Tint"), element.get(W + themed + "Shade"))

    def text(self, element: Element | None) -> str | None:
        """The colour of a ``w:color`` element."""
        if element is None:
            return None
        base = self.named(element.get(W + "themeColor"))
        if base is None or (not self.stated and normal(element.get(VAL))):
            return CLEAR if element.get(VAL) == "auto" else normal(element.get(VAL))
        return tinted(base, element.get(W + "themeTint"), element.get(W + "themeShade"))

    def shading(self, shd: Element | None) -> str | None:
        """The background of a ``w:shd`` element: its fill, its solid foreground, or the mix of a percent pattern."""
        if shd is None:
            return None
        pattern = shd.get(VAL, "clear")
        if pattern == "nil":
            return CLEAR
        fill = self.themed(shd, "fill", "themeFill")
        front = _foreground(self, shd)
        if pattern == "solid":
            return front or "#000000"
        percent = _PERCENT.fullmatch(pattern)
        if percent:
            return _mix(front or "#000000", fill or "#FFFFFF", int(percent[1]) / 100)
        if pattern == "clear":
            return CLEAR if fill is None else fill
        return fill or front or CLEAR  # stripes and grids: the eye takes the ground, or else the lines

    def drawing(self, parent: Element | None) -> str | None:
        """The colour of a DrawingML fill (``a:solidFill``, a gradient's middle stop); CLEAR for ``a:noFill``."""
        if parent is None:
            return None
        if parent.find(A + "noFill") is not None:
            return CLEAR
        solid = parent.find(A + "solidFill")
        if solid is not None:
            return self.choice(solid)
        stops = parent.findall(f"{A}gradFill/{A}gsLst/{A}gs")
        return self.choice(stops[len(stops) // 2]) if stops else None

    def choice(self, holder: Element) -> str | None:
        """The one colour inside a DrawingML holder (``a:srgbClr``, ``a:schemeClr``, ...) with its adjustments."""
        for item in holder:
            name = item.get("val")
            if item.tag == A + "srgbClr":
                base = normal(name)
            elif item.tag == A + "schemeClr":
                base = self.named(name)
            elif item.tag == A + "sysClr":
                base = normal(item.get("lastClr"))
            elif item.tag == A + "prstClr":
                base = NAMED.get((name or "").lower())
            else:
                continue
            return None if base is None else _adjust(base, item)
        return None


def read_palette(theme: Element | None) -> Palette:
    """The palette of ``theme1.xml``; Office's own where there is none."""
    scheme = None if theme is None else theme.find(f"{A}themeElements/{A}clrScheme")
    colors = dict(_OFFICE_THEME)
    for slot in scheme if scheme is not None else ():
        color = Palette({}).choice(slot)
        if color and isinstance(slot.tag, str):
            colors[slot.tag.rpartition("}")[2]] = color
    return Palette(colors, stated=scheme is not None)


def vml_color(text: str | None) -> str | None:
    """A VML colour: ``#rrggbb [3204]``, ``#rgb`` or a name; None for what it does not say plainly."""
    if not text:
        return None
    short = _SHORT_HEX.match(text)
    if short and not _HEX.match(text):
        return "#" + "".join(2 * sign for sign in short[1]).upper()
    return normal(text) if text.startswith("#") else NAMED.get(text.split()[0].lower())


def _foreground(palette: Palette, shd: Element) -> str | None:
    base = palette.named(shd.get(W + "themeColor"))
    if base is None:
        return normal(shd.get(W + "color"))
    return tinted(base, shd.get(W + "themeTint"), shd.get(W + "themeShade"))


def is_near(color: str, other: str) -> bool:
    """Whether two colours differ by no more than programs do that work out tints each in its own way."""
    return all(abs(int(color[at : at + 2], 16) - int(other[at : at + 2], 16)) <= NEAR for at in (1, 3, 5))


def tinted(base: str, tint: str | None, shade: str | None) -> str:
    """Apply a tint (towards white) or shade (towards black), each a hex byte: FF leaves the colour as it is."""
    byte = tint or shade or ""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,2}", byte):
        return base
    part = int(byte, 16) / 255
    return _relight(base, part, 1 - part if tint else 0.0)


def _adjust(base: str, item: Element) -> str:
    """Apply DrawingML's luminance changes, in thousandths of a percent, in their order."""
    for change in item:
        part = percentage(change.get("val"), 1.0)
        if change.tag == A + "lumMod" or change.tag == A + "shade":
            base = _relight(base, part, 0.0)
        elif change.tag == A + "lumOff":
            base = _relight(base, 1.0, part)
        elif change.tag == A + "tint":
            base = _relight(base, part, 1 - part)
        elif change.tag == A + "alpha":
            base = _mix(base, "#FFFFFF", part)
    return base


def _relight(color: str, factor: float, offset: float) -> str:
    """Scale and shift the lightness (HLS), as Word's tints and shades do (ECMA-376 part 1, 17.3.2.6)."""
    red, green, blue = (int(color[index : index + 2], 16) / 255 for index in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(1.0, max(0.0, light * factor + offset))
    return _hex(*colorsys.hls_to_rgb(hue, light, saturation))


def _mix(front: str, back: str, share: float) -> str:
    mixed = [
        share * int(front[index : index + 2], 16) / 255 + (1 - share) * int(back[index : index + 2], 16) / 255
        for index in (1, 3, 5)
    ]
    return _hex(*mixed)


def _hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, part))):02X}" for part in (red, green, blue))
