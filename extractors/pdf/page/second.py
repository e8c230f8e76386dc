"""The second reader, pdfplumber: for files and pages that PDFium cannot open, and for characters that it cannot tell.

pdfplumber parses in Python, three times as slowly, but finds its way where PDFium gives up (a file with other text
before its header, fonts whose maps name glyphs instead of characters). It renders nothing: pictures have no colour
here, and form fields are not read.
"""

from __future__ import annotations

import io
import logging
import math
from collections.abc import Iterator, Sequence
from itertools import starmap
from typing import Any

import pdfplumber

from extractors.pdf import boxes
from extractors.pdf.page.glyphs import LEAST_WIDTH
from extractors.pdf.page.looks import BOLD_NAMES, FARTHEST, ITALIC_NAMES
from extractors.pdf.page.paint import hex_color
from extractors.pdf.page.paths import Subpath
from extractors.pdf.page.shapes import Shapes, add_subpath
from extractors.pdf.page.space import around
from extractors.pdf.page.tex import BOLD_FACES, ITALIC_FACES
from extractors.pdf.primitives import UNKNOWN, Glyph, Image, Look, Page
from extractors.pdf.symbols import plain_sign

CID = "(cid:"
"""How pdfminer writes a character that it cannot tell."""

SAME_PLACE = 1.5
"""Points: a character that both readers find no farther apart is the same one."""

LEAST_SEEN = 0.5
"""Of the first reader's characters: a second reading that finds fewer says nothing about the others."""

Metadata = tuple[tuple[str, str], ...]

# pdfminer reports on every oddity of a file; what matters of them is told as problems of the document.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def read_again(data: bytes, names: Sequence[str]) -> tuple[tuple[Page, ...], Metadata] | None:
    """All pages of a file and those of its properties that ``names`` lists; None where it cannot be opened."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            found = [_objects(page) for page in file.pages]
            told = {name: file.metadata.get(name) for name in names}
    except Exception:  # noqa: BLE001 - pdfminer raises whatever a damaged file makes it stumble over
        return None
    properties = tuple(
        (name.lower(), " ".join(value.split())) for name, value in told.items() if isinstance(value, str)
    )
    pages = tuple(starmap(_page, enumerate(found, start=1)))
    return pages, tuple((name, value) for name, value in properties if value)


def read_page_again(data: bytes, number: int) -> Page | None:
    """Page ``number`` (from 1) of a file; None where it cannot be read."""
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as file:
            found = _objects(file.pages[0])
    except Exception:  # noqa: BLE001 - pdfminer raises whatever a damaged file makes it stumble over
        return None
    return _page(number, found)


def settle(glyphs: Sequence[Glyph], page: Page | None) -> tuple[Glyph, ...]:
    """``glyphs`` with each unsure one told by the second reading of its page, where that knows it.

    An unknown one where the second reading prints nothing is white space.
    """
    if page is None or len(page.glyphs) < LEAST_SEEN * len(glyphs):
        return tuple(glyphs)
    printed: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in page.glyphs:
        printed.setdefault((round(glyph.x0), round(glyph.base)), []).append(glyph)
    settled: list[Glyph] = []
    spaced = False
    for glyph in glyphs:
        twin = _twin(glyph, printed) if glyph.unsure else None
        if glyph.text == UNKNOWN and twin is None:
            spaced = True
            continue
        known = glyph._replace(text=twin.text, unsure=twin.unsure) if twin and not twin.unsure else glyph
        settled.append(known._replace(spaced=known.spaced or spaced))
        spaced = False
    return tuple(settled)


def _twin(glyph: Glyph, printed: dict[tuple[int, int], list[Glyph]]) -> Glyph | None:
    """What the second reading prints in a glyph's place."""
    column, row = round(glyph.x0), round(glyph.base)
    for across in (column, column - 1, column + 1):
        for down in (row, row - 1, row + 1):
            for other in printed.get((across, down), ()):
                if abs(other.x0 - glyph.x0) <= SAME_PLACE and abs(other.base - glyph.base) <= SAME_PLACE:
                    return other
    return None


def _objects(page: Any) -> dict[str, Any]:
    """What pdfplumber finds on a page, read while the file is open."""
    kinds = ("chars", "rects", "lines", "curves", "images")
    return {"box": tuple(map(float, page.cropbox)), **{kind: list(getattr(page, kind)) for kind in kinds}}


def _page(number: int, found: dict[str, Any]) -> Page:
    left, top, right, bottom = found["box"]
    shapes = Shapes()
    for kind in ("rects", "lines", "curves"):
        for item in found[kind]:
            _add_shape(shapes, item, (left, top), (0.0, 0.0, right - left, bottom - top))
    return Page(
        number=number,
        width=right - left,
        height=bottom - top,
        glyphs=tuple(_glyphs(found["chars"], left, top)),
        rules=tuple(shapes.rules),
        rects=tuple(shapes.rects),
        outlines=tuple(shapes.outlines),
        curves=tuple(shapes.curves),
        images=tuple(
            Image((item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top), None)
            for item in found["images"]
        ),
    )


def _glyphs(chars: Sequence[dict[str, Any]], left: float, top: float) -> Iterator[Glyph]:
    spaced = False
    for char in chars:
        text = str(char["text"])
        if not text.strip():
            spaced = True
            continue
        x0, x1 = char["x0"] - left, char["x1"] - left
        look = _look(char)
        base = char["top"] - top + char["y1"] - char["matrix"][5]
        if look.angle:
            base = char["bottom"] - top - 0.2 * look.size
        if not (abs(x0) < FARTHEST and abs(x1) < FARTHEST and abs(base) < FARTHEST):
            continue
        unknown = text.startswith(CID) or not text.isprintable()
        yield Glyph(
            text=UNKNOWN if unknown else plain_sign(text, look.font) if len(text) == 1 else text,
            x0=x0,
            x1=max(x1, x0 + LEAST_WIDTH),
            base=base,
            look=look,
            spaced=spaced,
            unsure=unknown,
        )
        spaced = False


def _look(char: dict[str, Any]) -> Look:
    name = str(char["fontname"])
    font = name.split("+", 1)[1] if "+" in name[:8] else name
    lowered = font.lower()
    a, b = char["matrix"][:2]
    angle = round(math.degrees(math.atan2(b, a))) % 360
    color = _color(char["non_stroking_color"])
    return Look(
        font=font,
        size=round(float(char["size"]), 2) if 0.005 < char["size"] < FARTHEST else 1.0,
        bold=any(word in lowered for word in BOLD_NAMES) or BOLD_FACES.search(lowered) is not None,
        italic=any(word in lowered for word in ITALIC_NAMES) or ITALIC_FACES.search(lowered) is not None,
        color=None if color == "#000000" else color,
        angle=angle if 2 < angle < 358 else 0,
    )


def _add_shape(
    shapes: Shapes, item: dict[str, Any], origin: tuple[float, float], page: tuple[float, float, float, float]
) -> None:
    shapes.order += 1
    points = tuple((x - origin[0], y - origin[1]) for x, y in item["pts"])
    bends = sum(step[0] == "c" for step in item.get("path") or ())
    fill = (_color(item["non_stroking_color"]) or "#FFFFFF") if item["fill"] else None
    pen = None
    if item["stroke"]:
        pen = (_color(item["stroking_color"]) or "#000000", float(item["linewidth"] or 0))
    subpath = Subpath(points, bends, closed=item["object_type"] == "rect", box=around(points))
    box = boxes.overlap(subpath.box, page)
    if (fill or pen) and boxes.width(box) >= 0 and boxes.height(box) >= 0:
        add_subpath(shapes, subpath, box, fill, pen, page)


def _color(parts: Any) -> str | None:
    """``#RRGGBB`` of a grey, RGB or CMYK colour with parts 0..1; None for a pattern (ISO 32000-1, 8.6.4)."""
    if isinstance(parts, (int, float)):
        parts = (parts,)
    if not isinstance(parts, (tuple, list)) or not all(isinstance(part, (int, float)) for part in parts):
        return None
    shares = [min(1.0, max(0.0, float(part))) for part in parts]
    if len(shares) == 1:
        shares *= 3
    elif len(shares) == 4:
        black = 1 - shares[3]
        shares = [(1 - share) * black for share in shares[:3]]
    return hex_color(*(round(255 * share) for share in shares)) if len(shares) == 3 else None
