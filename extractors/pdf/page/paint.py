"""Colours: what PDFium says an object is painted with, and what the rendered page really shows."""

from __future__ import annotations

import functools
from typing import Any

from extractors.document import Box
from extractors.pdf.page.calls import Address, fill_channels, stroke_channels

WHITE = "#FFFFFF"
NEAR_WHITE = 245
"""Of 255: a channel as light as this is not told from white paper."""

EVEN = 8
"""Of 255: channels that differ by no more are one colour."""

DOMINANT_SHARE = 0.08
"""The share of a picture's pixels that one strong colour needs to be called the picture's colour: rings, shading and
anti-aliased edges leave a small light's plain colour as few as a tenth."""


def hex_color(red: int, green: int, blue: int) -> str:
    """``#RRGGBB`` of three channels 0..255."""
    return f"#{red:02X}{green:02X}{blue:02X}"


@functools.cache
def is_light(color: str) -> bool:
    """Whether a colour is not told from white paper."""
    return all(int(color[at : at + 2], 16) >= NEAR_WHITE for at in (1, 3, 5))


def fill_color(obj: Address) -> tuple[str | None, bool]:
    """The colour that an object (its address) is filled with and whether it shows at all; None for a pattern.

    Transparency is reckoned over white paper.
    """
    channels = fill_channels(obj)
    return (None, True) if channels is None else _on_paper(*channels)


def stroke_color(obj: Address) -> tuple[str | None, bool]:
    """What an object is stroked with, as ``fill_color`` tells it."""
    channels = stroke_channels(obj)
    return (None, True) if channels is None else _on_paper(*channels)


@functools.lru_cache(maxsize=4096)
def _on_paper(red: int, green: int, blue: int, alpha: int) -> tuple[str | None, bool]:
    if alpha == 0:
        return None, False
    mixed = (round(255 - (255 - part) * alpha / 255) for part in (red, green, blue))
    return hex_color(*mixed), True


class Painting:
    """The page as rendered at 72 dpi (one pixel a point), made only when somebody looks."""

    def __init__(self, page: Any, width: float, height: float) -> None:
        self._page = page
        self.width = width
        self.height = height
        self._bitmap: Any = None

    def _crop(self, box: Box) -> Any:
        """The part of the page within ``box`` as a picture; None where that is no pixel."""
        if self._bitmap is None:
            # PDFium itself puts red first: to turn the channels round afterwards takes longer than to draw the page.
            drawn = self._page.render(scale=1, may_draw_forms=False, rev_byteorder=True).to_pil()
            self._bitmap = drawn if drawn.mode == "RGB" else drawn.convert("RGB")
        wide, high = self._bitmap.size
        left, top = max(0, int(box[0])), max(0, int(box[1]))
        right, bottom = min(wide, int(box[2] + 0.999)), min(high, int(box[3] + 0.999))
        if right <= left or bottom <= top:
            return None
        return self._bitmap.crop((left, top, right, bottom))

    def _pixels(self, box: Box) -> list[tuple[int, tuple[int, int, int]]]:
        """How many pixels within ``box`` are of which colour."""
        crop = self._crop(box)
        if crop is None:
            return []
        colors: list[tuple[int, tuple[int, int, int]]] = crop.getcolors(maxcolors=crop.size[0] * crop.size[1])
        return colors

    def _channels(self, box: Box) -> list[tuple[int, int]]:
        """The least and the most red, green and blue within ``box``."""
        crop = self._crop(box)
        return [] if crop is None else list(crop.getextrema())

    def blank(self, box: Box) -> bool:
        """Whether the page shows nothing but white within ``box``."""
        return all(least >= NEAR_WHITE for least, _ in self._channels(box))

    def at(self, x: float, y: float) -> tuple[int, int, int] | None:
        """The colour of one point; None outside the page."""
        pixels = self._pixels((int(x), int(y), int(x) + 1, int(y) + 1))
        return pixels[0][1] if pixels else None

    def plain(self, box: Box) -> bool:
        """Whether the page shows one colour and nothing else within ``box``."""
        channels = self._channels(box)
        return bool(channels) and all(most - least <= EVEN for least, most in channels)

    def share(self, box: Box) -> float:
        """How much (0..1) of ``box`` its commonest colour fills."""
        counts = [count for count, _ in self._pixels(box)]
        return max(counts) / sum(counts) if counts else 0.0

    def flat_color(self, box: Box) -> str | None:
        """The commonest colour within ``box``; None for white or outside the page."""
        pixels = self._pixels(box)
        if not pixels:
            return None
        color = max(pixels)[1]
        return None if min(color) >= NEAR_WHITE else hex_color(*color)

    def dominant_color(self, box: Box) -> str | None:
        """The commonest strong colour within ``box``, else the commonest that is not white, else None.

        Strong is what is neither grey, black nor white: borders, shadows and paper are ignored.
        """
        bins: dict[tuple[int, int, int], int] = {}
        total = 0
        for count, color in self._pixels(box):
            total += count
            if min(color) < NEAR_WHITE:
                key = (color[0] // 32, color[1] // 32, color[2] // 32)
                bins[key] = bins.get(key, 0) + count
        strong = {key: count for key, count in bins.items() if max(key) - min(key) >= 2}
        if strong and sum(strong.values()) >= DOMINANT_SHARE * total:
            return self._commonest(box, max(strong, key=lambda key: strong[key]))
        if bins:
            return self._commonest(box, max(bins, key=lambda key: bins[key]))
        return None

    def _commonest(self, box: Box, bin_key: tuple[int, int, int]) -> str:
        inside = [
            (count, color)
            for count, color in self._pixels(box)
            if tuple(part // 32 for part in color) == bin_key
        ]
        return hex_color(*max(inside)[1])
