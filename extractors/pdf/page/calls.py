"""PDFium's functions that are asked for each character, called with plain numbers and addresses."""

from __future__ import annotations

import ctypes
from typing import Any

from pypdfium2 import raw


def _bare(name: str, *arguments: Any) -> Any:
    """A function of the library that pypdfium2 loaded, without its conversions: they cost more than the answers."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(*arguments)(address or 0)


get_font = _bare("FPDFTextObj_GetFont", ctypes.c_void_p, ctypes.c_void_p)
get_object = _bare("FPDFText_GetTextObject", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
is_unmapped = _bare("FPDFText_HasUnicodeMapError", ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
get_box = _bare("FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
get_origin = _bare(
    "FPDFText_GetCharOrigin", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
)
