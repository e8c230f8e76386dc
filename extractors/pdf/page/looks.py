"""How the text objects of a page are set: font, size, colour and direction, each object asked once."""

from __future__ import annotations

import ctypes
import math
from typing import Any, NamedTuple

from pypdfium2 import raw

from extractors.pdf.page.calls import (
    Argument,
    address_of,
    argument_of,
    get_font,
    get_font_size,
    get_render_mode,
    text_matrix,
)
from extractors.pdf.page.cover import Cover, Printed
from extractors.pdf.page.paint import fill_color, is_light
from extractors.pdf.page.space import Matrix, product
from extractors.pdf.page.tex import BOLD_FACES, ITALIC_FACES
from extractors.pdf.primitives import Look

HIDDEN_MODES = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
STROKED_MODES = (raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP)
"""Letters stroked as well as filled are made bold so."""

BOLD_NAMES = ("bold", "black", "heavy", "demi", "semibd")
ITALIC_NAMES = ("italic", "oblique", "slanted")
BOLD_WEIGHT = 600
"""Font weights from semi-bold upwards (ISO 32000-1, 9.8.1: 400 is normal, 700 bold)."""

ITALIC_FLAG, FORCE_BOLD_FLAG = 1 << 6, 1 << 18
"""Bits of a font descriptor's Flags (ISO 32000-1, table 123)."""

FARTHEST = 1e5
"""Points: positions beyond this (or no numbers at all) come from damaged files."""


class Face(NamedTuple):
    """What a look has of its font alone."""

    name: str
    bold: bool
    italic: bool


class Pen(NamedTuple):
    """How one text object is set."""

    look: Look
    level: bool
    """Whether its lines and the page's are level as the file has them."""
    flat: bool
    """Whether all its characters share one baseline to the last digit."""
    signs: bool
    """Whether its font is one of signs."""
    light: bool
    """Whether its colour is not told from white paper."""
    printed: Printed | None
    """Where it stands in the painting order; None where nothing can hide it."""
    doubted: bool
    """Whether the page must be looked at to tell that a reader sees it."""


class Pens:
    """The pens of a page's text objects."""

    def __init__(self, textpage: Any, matrix: Matrix, cover: Cover) -> None:
        self._textpage = textpage
        self._address = address_of(textpage)
        self._matrix = matrix
        self._upright = matrix[1] == 0 and matrix[0] > 0
        self._cover = cover
        self._known: dict[int, Pen] = {}
        self._alike: dict[tuple[Any, ...], Pen] = {}
        self._looks: dict[Look, Look] = {}
        self._faces: dict[int, Face] = {}

    def of(self, key: int, index: int) -> Pen:
        """The pen of the character at ``index``, of the text object at the address ``key``."""
        pen = self._known.get(key)
        if pen is None:
            pen = self._set_alike(argument_of(key), index)
            printed = self._cover.doubted(key)
            if printed is not None:
                look, level, flat, signs, light, _, _ = pen
                pen = Pen(look, level, flat, signs, light, printed, True)
            self._known[key] = pen
        return pen

    def _set_alike(self, obj: Argument, index: int) -> Pen:
        """The pen of a text object that nothing can hide; those that are set alike share it."""
        own = text_matrix(self._address, index)[:4]
        size = get_font_size(self._address, index)
        font = get_font(obj) or 0
        told = (font, size, own, get_render_mode(obj), fill_color(obj))
        pen = self._alike.get(told)
        if pen is None:
            face = self._faces.get(font)
            if face is None:
                face = self._faces[font] = _face(self._textpage, index)
            made = _look(face, size, product((*own, 0.0, 0.0), self._matrix), *told[3:])
            look = self._looks.setdefault(made, made)
            light = look.color is not None and is_light(look.color)
            level = self._upright and look.angle == 0
            signs = "ding" in look.font.lower()
            pen = self._alike[told] = Pen(look, level, level and own[1] == 0, signs, light, None, light)
        return pen


def _look(face: Face, size: float, matrix: Matrix, mode: int, fill: tuple[str | None, bool]) -> Look:
    """What is told of a text object: ``size`` before its ``matrix`` is applied, ``mode`` as PDFium has it."""
    a, b, c, d, _, _ = matrix
    size *= math.hypot(c, d) or 1.0
    angle = round(math.degrees(math.atan2(-b, a))) % 360
    color, shows = fill
    return Look(
        font=face.name,
        size=round(size, 2) if 0.005 < size < FARTHEST else 1.0,
        bold=face.bold or mode in STROKED_MODES,
        italic=face.italic,
        color=None if color == "#000000" else color,
        angle=angle if 2 < angle < 358 else 0,
        hidden=mode in HIDDEN_MODES or not shows,
    )


def _face(textpage: Any, index: int) -> Face:
    """The font of one character: its name without a subset's tag, its weight and slant."""
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(256)
    length = raw.FPDFText_GetFontInfo(textpage, index, buffer, 256, ctypes.byref(flags))
    name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace")
    name = name.split("+", 1)[1] if "+" in name[:8] else name
    lowered = name.lower()
    weight = raw.FPDFText_GetFontWeight(textpage, index)
    return Face(
        name,
        bold=any(word in lowered for word in BOLD_NAMES)
        or BOLD_FACES.search(lowered) is not None
        or bool(flags.value & FORCE_BOLD_FLAG)
        or BOLD_WEIGHT <= weight <= 1000,
        italic=any(word in lowered for word in ITALIC_NAMES)
        or ITALIC_FACES.search(lowered) is not None
        or bool(flags.value & ITALIC_FLAG),
    )
