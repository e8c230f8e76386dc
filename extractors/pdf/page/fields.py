"""Form fields and notes that are drawn over a page: their text and whether they are ticked."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from extractors.pdf.page.space import Matrix, around, moved
from extractors.pdf.primitives import Field

DEFAULT_SIZE = 10.0
"""Points: the size assumed for a field whose size is left to the viewer."""

HIDDEN_FLAGS = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
TICKED = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
WRITTEN = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
NOTES = {
    raw.FPDF_ANNOT_FREETEXT: "text",
    raw.FPDF_ANNOT_TEXT: "comment",
    raw.FPDF_ANNOT_STRIKEOUT: "strikeout",
    raw.FPDF_ANNOT_HIGHLIGHT: "highlight",
}


def read_fields(page: Any, form: Any, matrix: Matrix) -> Iterator[Field]:
    """The filled-in fields, tick boxes, text notes and strike-outs of a page."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            found = _read(annotation, form, matrix)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
        if found is not None:
            yield found


def _read(annotation: Any, form: Any, matrix: Matrix) -> Field | None:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    rect = raw.FS_RECTF()
    if raw.FPDFAnnot_GetFlags(annotation) & HIDDEN_FLAGS or not raw.FPDFAnnot_GetRect(
        annotation, ctypes.byref(rect)
    ):
        return None
    box = around((moved(matrix, rect.left, rect.bottom), moved(matrix, rect.right, rect.top)))
    if kind in NOTES:
        return Field(NOTES[kind], box, _contents(annotation), None, DEFAULT_SIZE)
    if kind != raw.FPDF_ANNOT_WIDGET or form is None:
        return None
    field_type = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if field_type in TICKED:
        return Field("checkbox", box, "", bool(raw.FPDFAnnot_IsChecked(form, annotation)), DEFAULT_SIZE)
    if field_type in WRITTEN:
        size = ctypes.c_float()
        raw.FPDFAnnot_GetFontSize(form, annotation, ctypes.byref(size))
        value = _utf16(
            lambda buffer, length: raw.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, length)
        )
        return Field("text", box, value, None, size.value or DEFAULT_SIZE) if value.strip() else None
    return None


def _contents(annotation: Any) -> str:
    return _utf16(
        lambda buffer, length: raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length)
    )


def _utf16(read: Any) -> str:
    """Call one of PDFium's string getters twice: for the length in bytes, then for the UTF-16 text."""
    length = read(None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    read(ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").replace("\r\n", "\n").replace("\r", "\n")
