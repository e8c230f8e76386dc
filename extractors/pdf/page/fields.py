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
PASSWORD_FLAG = 1 << 13
"""Bit of a text field's Ff (ISO 32000-1, table 228): nobody sees what is typed."""

NOTES = {
    raw.FPDF_ANNOT_FREETEXT: "text",
    raw.FPDF_ANNOT_TEXT: "comment",
    raw.FPDF_ANNOT_STRIKEOUT: "strikeout",
    raw.FPDF_ANNOT_HIGHLIGHT: "highlight",
}


def read_fields(page: Any, form: Any, matrix: Matrix) -> Iterator[Field]:
    """The fields to write in (those left empty too: a form's columns show by them), tick boxes, notes, strike-outs."""
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
        return Field("checkbox", box, "", _is_ticked(annotation, form, field_type), DEFAULT_SIZE)
    if field_type in WRITTEN and not raw.FPDFAnnot_GetFormFieldFlags(form, annotation) & PASSWORD_FLAG:
        size = ctypes.c_float()
        raw.FPDFAnnot_GetFontSize(form, annotation, ctypes.byref(size))
        value = _chosen(annotation, form) if field_type != raw.FPDF_FORMFIELD_TEXTFIELD else ""
        value = value or _value(annotation, form)
        return Field("text", box, value, None, size.value or DEFAULT_SIZE)
    return None


def _is_ticked(annotation: Any, form: Any, field_type: int) -> bool:
    """Whether a box or button is on: PDFium knows it where the looks name the state; else state or value tells."""
    if raw.FPDFAnnot_IsChecked(form, annotation):
        return True
    if field_type != raw.FPDF_FORMFIELD_CHECKBOX:
        return False
    states = [
        _utf16(lambda buffer, length, key=key: raw.FPDFAnnot_GetStringValue(annotation, key, buffer, length))
        for key in (b"AS", b"V")
    ]
    return any(state not in ("", "Off") for state in states)


def _chosen(annotation: Any, form: Any) -> str:
    """The chosen entries of a list as they are shown, one a line; '' where none of them is chosen."""
    labels = []
    for index in range(max(0, raw.FPDFAnnot_GetOptionCount(form, annotation))):
        if raw.FPDFAnnot_IsOptionSelected(form, annotation, index):

            def label(buffer: Any, length: int, at: int = index) -> int:
                return int(raw.FPDFAnnot_GetOptionLabel(form, annotation, at, buffer, length))

            labels.append(_utf16(label))
    return "\n".join(labels)


def _value(annotation: Any, form: Any) -> str:
    return _utf16(lambda buffer, length: raw.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, length))


def show_stamps(page: Any, form: Any) -> bool:
    """Make stamps and signatures part of a page's content, and take off its other notes and fields.

    The page must be loaded again to see it. False where it has neither, and nothing is changed.
    """
    others, stamps = [], 0
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        signature = (
            kind == raw.FPDF_ANNOT_WIDGET
            and form is not None
            and raw.FPDFAnnot_GetFormFieldType(form, annotation) == raw.FPDF_FORMFIELD_SIGNATURE
        )
        shown = not raw.FPDFAnnot_GetFlags(annotation) & HIDDEN_FLAGS
        if shown and (signature or kind == raw.FPDF_ANNOT_STAMP) and raw.FPDFAnnot_HasKey(annotation, b"AP"):
            stamps += 1
        else:
            others.append(index)
        raw.FPDFPage_CloseAnnot(annotation)
    if not stamps:
        return False
    for index in reversed(others):
        raw.FPDFPage_RemoveAnnot(page, index)
    return bool(raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)


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
