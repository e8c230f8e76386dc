"""The one colour that a small picture shows, and whether a large one is a drawing: lamps and charts get pasted in."""

from __future__ import annotations

import colorsys
import io
from collections import Counter
from typing import Final

from PIL import Image

from extractors.word.metafiles import is_metafile, largest_fill

MAX_PIXELS = 4_000_000
"""Pixels: a larger picture is a photograph or a screenshot, whose dominant colour says nothing."""

_SAMPLE = 48
"""Pixels on the longer side after shrinking: a lamp's colour survives, drawing noise does not."""
_OPAQUE = 128
_BIN = 32
"""Width of a colour bin, of 256 levels a channel."""
_MIN_SATURATION = 0.25
_MIN_BRIGHTNESS = 0.25
_MIN_COLORED_SHARE = 0.1
"""Share of the picture's ink: less colour than this is a logo's trimmings or noise."""
_MIN_DARK_SHARE = 0.4
"""Share of the whole picture: a black or grey lamp fills this much, the outlines of a drawing do not."""
_FLAT_COLORS = 6
"""Colours that a chart, a table or a page of words is drawn in, its paper included."""
_FLAT_SHARE = 0.85
"""Share of a drawing's pixels that have one of these: the rest are smoothed edges. A photograph has half at most."""
_LEAST_INK = 0.02
"""Share of a drawing that is no paper: an empty frame shows nothing."""
_PAPER = 0.94
"""Lightness from which a colourless pixel counts as paper."""

_Rgb = tuple[int, int, int]
_WHITE: Final[_Rgb] = (255, 255, 255)


Crop = tuple[float, float, float, float]
"""Shares of a picture that are cut off at its left, top, right and bottom."""
NO_CROP: Final[Crop] = (0.0, 0.0, 0.0, 0.0)


def dominant_color(data: bytes, crop: Crop = NO_CROP) -> str | None:
    """The dominant colour of an image file; white, transparent and (beside a colour) grey and black parts ignored.

    Args:
        data: the file, of a bitmap format or a Windows metafile.
        crop: what is cut off of a bitmap.

    Returns:
        ``#RRGGBB``; None where the image is damaged, too large or empty.
    """
    if is_metafile(data):
        return largest_fill(data)
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            image.draft("RGB", (_SAMPLE, _SAMPLE))
            small = _cropped(image, crop).convert("RGBA")
            small.thumbnail((_SAMPLE, _SAMPLE), Image.Resampling.NEAREST)
            raw = small.tobytes()
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, MemoryError):
        return None
    seen = Counter((raw[i], raw[i + 1], raw[i + 2]) for i in range(0, len(raw), 4) if raw[i + 3] >= _OPAQUE)
    ink = Counter({pixel: count for pixel, count in seen.items() if not _is_paper(pixel)})
    colored = Counter({pixel: count for pixel, count in ink.items() if _is_colored(pixel)})
    if colored and colored.total() >= _MIN_COLORED_SHARE * ink.total():
        return _largest_bin(colored)
    return _largest_bin(ink) if ink and ink.total() >= _MIN_DARK_SHARE * (len(raw) // 4) else None


def is_drawn(data: bytes) -> bool:
    """Whether an image file is drawn in a few flat colours, as charts and pasted tables are and photographs are not."""
    if is_metafile(data):
        return True
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MAX_PIXELS:
                return False
            image.draft("RGB", (_SAMPLE, _SAMPLE))
            small = image.convert("RGBA")
            small.thumbnail((_SAMPLE, _SAMPLE), Image.Resampling.NEAREST)
            raw = small.tobytes()
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, MemoryError):
        return False
    pixels = [
        (raw[i], raw[i + 1], raw[i + 2]) if raw[i + 3] >= _OPAQUE else _WHITE for i in range(0, len(raw), 4)
    ]
    bins = Counter((red // _BIN, green // _BIN, blue // _BIN) for red, green, blue in pixels)
    flat = sum(count for _, count in bins.most_common(_FLAT_COLORS))
    ink = sum(not _is_paper(pixel) for pixel in pixels)
    return flat >= _FLAT_SHARE * len(pixels) and ink >= _LEAST_INK * len(pixels)


def _cropped(image: Image.Image, crop: Crop) -> Image.Image:
    left, top, right, bottom = (min(max(share, 0.0), 1.0) for share in crop)
    if crop == NO_CROP or left + right >= 1 or top + bottom >= 1:
        return image
    width, height = image.size
    box = (left * width, top * height, (1 - right) * width, (1 - bottom) * height)
    return image.crop(tuple(round(edge) for edge in box))  # type: ignore[arg-type]  # four edges


def _largest_bin(pixels: Counter[_Rgb]) -> str:
    bins: Counter[_Rgb] = Counter()
    for (red, green, blue), count in pixels.items():
        bins[red // _BIN, green // _BIN, blue // _BIN] += count
    best = max(sorted(bins), key=lambda key: bins[key] * _glow(key))
    members = Counter(
        {pixel: n for pixel, n in pixels.items() if tuple(part // _BIN for part in pixel) == best}
    )
    commonest = max(sorted(members), key=lambda pixel: members[pixel])
    return "#" + "".join(f"{part:02X}" for part in commonest)


def _glow(key: _Rgb) -> float:
    """How much a bin counts: the dark and pale lamps beside a lit one are as large as it is."""
    _, saturation, brightness = colorsys.rgb_to_hsv(*((part + 0.5) * _BIN / 256 for part in key))
    return 0.05 + saturation * brightness


def _is_paper(pixel: _Rgb) -> bool:
    return min(pixel) >= _PAPER * 255


def _is_colored(pixel: _Rgb) -> bool:
    _, saturation, brightness = colorsys.rgb_to_hsv(*(part / 255 for part in pixel))
    return saturation >= _MIN_SATURATION and brightness >= _MIN_BRIGHTNESS
