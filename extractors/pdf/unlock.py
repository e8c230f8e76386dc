"""A PDF that asks for a password, as one that does not."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium

REMOVE_SECURITY = 3
"""FPDF_REMOVE_SECURITY of PDFium's fpdf_save.h."""


def unlock_pdf(path: Path, password: str, target: Path) -> bool:
    """Writes the PDF without its encryption to ``target``; False where the password is not the right one.

    Raises:
        pdfium.PdfiumError: never for a wrong password, but for a damaged file.
    """
    try:
        document = pdfium.PdfDocument(path, password=password)
    except pdfium.PdfiumError:
        return False
    try:
        document.save(target, flags=REMOVE_SECURITY)
    finally:
        document.close()
    return True
