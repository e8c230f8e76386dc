"""Where the characters of turned lines stand: in their own direction, and where PDFium loses their place."""

from __future__ import annotations

import ctypes
from typing import Any

from pypdfium2 import raw

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.page.space import Matrix, around, moved, product
from extractors.pdf.primitives import Look

SPACE_GAP, FAR_GAP = 0.16, 1.6
"""Of the font size: between characters so far apart along their line stands a space; farther apart is another line."""

ASTRAY = 2.0
"""Points between where a character's own matrix puts it and where PDFium says it begins."""

UP, LEFT, DOWN = 90, 180, 270


class TurnedText:
    """The turned characters of one page, asked in the order of the file."""

    def __init__(self, textpage: Any, matrix: Matrix) -> None:
        self._textpage = textpage
        self._matrix = matrix
        self._last: tuple[Box, int] | None = None

    def place(
        self, index: int, rect: Box, origin: tuple[float, float], look: Look
    ) -> tuple[float, float, float, bool]:
        """Left, right and baseline in reading space, and whether white space parts it from the one before.

        ``rect`` (left, top, right, bottom) and ``origin`` are what PDFium says of the character, in the page's own
        space.
        """
        left, top, right, bottom = rect
        corners = [(left, bottom), (right, top)]
        form = self._lost_form(index, origin)
        if form is not None:
            corners = [moved(form, *corner) for corner in corners]
        box = around(moved(self._matrix, *corner) for corner in corners)
        apart = self._last is not None and self._last[1] == look.angle and _apart(self._last[0], box, look)
        self._last = (box, look.angle)
        if look.angle == 0:
            return box[0], box[2], moved(self._matrix, *origin)[1], apart
        return box[0], box[2], box[3] - 0.2 * look.size, apart

    def _lost_form(self, index: int, origin: tuple[float, float]) -> Matrix | None:
        """The matrix that PDFium forgets for text that a marked span replaces (ISO 32000-1, 14.9.4) within a form.

        It tells such characters (browsers' ligatures) in the form's own space: their matrix knows the page's.
        """
        own = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._textpage, index, ctypes.byref(own))
        if abs(own.e - origin[0]) <= ASTRAY and abs(own.f - origin[1]) <= ASTRAY:
            return None
        text = raw.FS_MATRIX()
        obj = raw.FPDFText_GetTextObject(self._textpage, index)
        raw.FPDFPageObj_GetMatrix(obj, ctypes.byref(text))
        if abs(text.e - origin[0]) > ASTRAY or abs(text.f - origin[1]) > ASTRAY:
            return None
        back = _inverse((text.a, text.b, text.c, text.d, text.e, text.f))
        return back and product(back, (own.a, own.b, own.c, own.d, own.e, own.f))


def _inverse(matrix: Matrix) -> Matrix | None:
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    if abs(size) < 1e-9:
        return None
    return (d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size)


def _apart(last: Box, box: Box, look: Look) -> bool:
    """Whether a character follows the last one along its line with white space between them."""
    across = abs(boxes.center(last)[0] - boxes.center(box)[0])
    if look.angle == UP:
        gap = last[1] - box[3]
    elif look.angle == DOWN:
        gap = box[1] - last[3]
    elif look.angle == LEFT:
        gap, across = last[0] - box[2], abs(boxes.center(last)[1] - boxes.center(box)[1])
    else:
        return False
    return SPACE_GAP * look.size < gap < FAR_GAP * look.size and across < look.size
