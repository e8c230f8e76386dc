"""PDFium's functions that are asked for each character and each drawn object, called with plain numbers and addresses.

Whatever such a function writes goes into one of a few buffers, which the next call writes over.
"""

from __future__ import annotations

import ctypes
import itertools
import struct
from array import array
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from extractors.pdf.page.space import Matrix


class Address(ctypes.c_void_p):
    """Where something of PDFium's lies. A plain number in its place would be cut to 32 bits on its way."""

    __slots__ = ()


Argument = Any
"""An address made ready for calls once and for all: of an ``Address`` each call makes that anew."""

_NUMBER = ctypes.c_int


def _bare(name: str, answer: Any) -> Any:
    """A function of the library that pypdfium2 loaded, which takes its arguments as they come.

    To convert them costs three times as much as the answer: callers give an ``Address`` or an ``Argument`` for each
    address, a plain number for each C int, and nothing else. Nor does it let other threads go on meanwhile: it answers
    sooner than they could begin. ``answer`` is None where nobody asks for it: a number is one more thing to convert.
    """
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(answer)(address or 0)


get_font = _bare("FPDFTextObj_GetFont", ctypes.c_void_p)
get_render_mode = _bare("FPDFTextObj_GetTextRenderMode", _NUMBER)
get_object = _bare("FPDFText_GetTextObject", ctypes.c_void_p)
is_unmapped = _bare("FPDFText_HasUnicodeMapError", _NUMBER)
is_generated = _bare("FPDFText_IsGenerated", _NUMBER)
get_box = _bare("FPDFText_GetLooseCharBox", None)
get_origin = _bare("FPDFText_GetCharOrigin", None)
get_font_size = _bare("FPDFText_GetFontSize", ctypes.c_double)

get_kind = _bare("FPDFPageObj_GetType", _NUMBER)
is_transparent = _bare("FPDFPageObj_HasTransparency", _NUMBER)
count_marks = _bare("FPDFPageObj_CountMarks", _NUMBER)
get_clip = _bare("FPDFPageObj_GetClipPath", Address)
count_clips = _bare("FPDFClipPath_CountPaths", _NUMBER)
count_clip_segments = _bare("FPDFClipPath_CountPathSegments", _NUMBER)
get_clip_segment = _bare("FPDFClipPath_GetPathSegment", Address)
count_segments = _bare("FPDFPath_CountSegments", _NUMBER)
get_segment = _bare("FPDFPath_GetPathSegment", Address)
get_segment_kind = _bare("FPDFPathSegment_GetType", _NUMBER)
closes = _bare("FPDFPathSegment_GetClose", _NUMBER)

_count_objects = _bare("FPDFPage_CountObjects", _NUMBER)
_get_page_object = _bare("FPDFPage_GetObject", Address)
_count_form_objects = _bare("FPDFFormObj_CountObjects", _NUMBER)
_get_form_object = _bare("FPDFFormObj_GetObject", Address)
_get_mark = _bare("FPDFPageObj_GetMark", Address)
_get_mark_name = _bare("FPDFPageObjMark_GetName", _NUMBER)
_get_fill = _bare("FPDFPageObj_GetFillColor", _NUMBER)
_get_stroke = _bare("FPDFPageObj_GetStrokeColor", _NUMBER)
_get_matrix = _bare("FPDFPageObj_GetMatrix", _NUMBER)
_get_text_matrix = _bare("FPDFText_GetMatrix", _NUMBER)
_get_bounds = _bare("FPDFPageObj_GetBounds", _NUMBER)
_get_stroke_width = _bare("FPDFPageObj_GetStrokeWidth", _NUMBER)
_get_draw_mode = _bare("FPDFPath_GetDrawMode", _NUMBER)
_get_point = _bare("FPDFPathSegment_GetPoint", _NUMBER)

_numbers = (ctypes.c_float * 6)()
_counts = (ctypes.c_uint * 4)()
_name = (ctypes.c_ushort * 8)()
_length = ctypes.c_ulong()


def _places(buffer: Any) -> tuple[Argument, ...]:
    """The addresses of a buffer's items."""
    size = ctypes.sizeof(buffer)
    return tuple(ctypes.byref(buffer, start) for start in range(0, size, size // len(buffer)))


_first, _second, _third, _fourth, *_ = _places(_numbers)
_red, _green, _blue, _alpha = _places(_counts)
_name_at, _length_at = ctypes.byref(_name), ctypes.byref(_length)
_name_size = ctypes.c_ulong(ctypes.sizeof(_name))
_pair = struct.Struct("2f").unpack_from

_MOST_BOXES = 1024
"""Characters whose boxes are asked for before they are taken over."""

_boxes = (ctypes.c_float * (4 * _MOST_BOXES))()
_box_places = _places(_boxes)[::4]
_box_bytes = memoryview(_boxes).cast("B")
_BOX = ctypes.sizeof(ctypes.c_float) * 4

NO_MATRIX: Matrix = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def address_of(pointer: Any) -> Argument:
    """The address that a pointer of pypdfium2 holds."""
    return argument_of(ctypes.cast(pointer, ctypes.c_void_p).value or 0)


def argument_of(address: int) -> Argument:
    """An address, made ready for several calls."""
    return ctypes.byref(ctypes.c_char.from_address(address))


def text_objects(textpage: Argument, part: range) -> list[int | None]:
    """The addresses of the text objects of some of a page's characters; None of what PDFium makes up."""
    return list(map(get_object, itertools.repeat(textpage), part))


def unmapped_characters(textpage: Argument, count: int) -> frozenset[int]:
    """The indices of characters of which the file does not say what they are."""
    told = list(map(is_unmapped, itertools.repeat(textpage), range(count)))
    return frozenset([index for index, each in enumerate(told) if each == 1]) if 1 in told else frozenset()


def character_boxes(textpage: Argument, count: int) -> tuple[array[float], array[float], array[float]]:
    """The left sides, the right sides and the bottoms of a page's characters."""
    told = array("f")
    for start in range(0, count, _MOST_BOXES):
        part = range(start, min(count, start + _MOST_BOXES))
        asked = len(list(map(get_box, itertools.repeat(textpage), part, _box_places)))
        told.frombytes(_box_bytes[: _BOX * asked])
    return told[0::4], told[2::4], told[3::4]


def character_box(textpage: Argument, index: int) -> tuple[float, float, float, float]:
    """The left, top, right and bottom of one character."""
    get_box(textpage, index, _box_places[0])
    left, top, right, bottom = _boxes[0:4]
    return (left, top, right, bottom)


def page_objects(page: Argument) -> Iterator[Address]:
    """The addresses of a page's objects in painting order."""
    for index in range(_count_objects(page)):
        if obj := _get_page_object(page, index):
            yield obj


def form_objects(form: Address) -> Iterator[Address]:
    """The same of what is kept together and painted as one object (a form XObject)."""
    for index in range(_count_form_objects(form)):
        if obj := _get_form_object(form, ctypes.c_ulong(index)):
            yield obj


def mark_name(obj: Address, index: int) -> bytes:
    """The name of an object's mark as PDFium writes it: UTF-16 with a zero at its end; longer ones are cut off."""
    mark = _get_mark(obj, ctypes.c_ulong(index))
    written = _get_mark_name(mark, _name_at, _name_size, _length_at)
    return bytes(_name)[: _length.value] if written else b""


def object_matrix(obj: Address) -> Matrix:
    """The matrix of an object; all 0 where it has none."""
    if not _get_matrix(obj, _first):
        return NO_MATRIX
    a, b, c, d, e, f = _numbers[:]
    return (a, b, c, d, e, f)


def text_matrix(textpage: Argument, index: int) -> Matrix:
    """The matrix of a character; all 0 where it has none."""
    if not _get_text_matrix(textpage, index, _first):
        return NO_MATRIX
    a, b, c, d, e, f = _numbers[:]
    return (a, b, c, d, e, f)


def object_bounds(obj: Address) -> tuple[float, float, float, float] | None:
    """The left, bottom, right and top of an object, its own matrix applied; None where it has none."""
    if not _get_bounds(obj, _first, _second, _third, _fourth):
        return None
    left, bottom, right, top, _, _ = _numbers[:]
    return (left, bottom, right, top)


def segment_end(segment: Address) -> tuple[float, float]:
    """Where a segment of a path ends, in the path's own space."""
    if not _get_point(segment, _first, _second):
        return (0.0, 0.0)
    x, y = _pair(_numbers)
    return (x, y)


def stroke_width(obj: Address) -> float:
    """The thickness of an object's stroke, before its matrix is applied; 0 where it has none."""
    return float(_numbers[0]) if _get_stroke_width(obj, _first) else 0.0


def draw_mode(path: Address) -> tuple[bool, bool]:
    """Whether a path is filled and whether it is stroked."""
    return (bool(_counts[0]), bool(_counts[1])) if _get_draw_mode(path, _red, _green) else (False, False)


def fills_evenly(path: Address) -> bool:
    """Whether a path is filled by the even-odd rule: a stretch within another is a hole in it."""
    return bool(_get_draw_mode(path, _red, _green)) and _counts[0] == raw.FPDF_FILLMODE_ALTERNATE


def fill_channels(obj: Address) -> tuple[int, int, int, int] | None:
    """Red, green, blue and opacity (0..255) of what an object is filled with; None for a pattern."""
    if not _get_fill(obj, _red, _green, _blue, _alpha):
        return None
    red, green, blue, alpha = _counts[:]
    return (red, green, blue, alpha)


def stroke_channels(obj: Address) -> tuple[int, int, int, int] | None:
    """The same of what it is stroked with."""
    if not _get_stroke(obj, _red, _green, _blue, _alpha):
        return None
    red, green, blue, alpha = _counts[:]
    return (red, green, blue, alpha)
