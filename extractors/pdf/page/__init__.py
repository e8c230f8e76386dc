"""Reads a PDF file into pages of primitives. The only package that knows PDFium; pdfplumber reads what it cannot.

PDFium is asked object by object through ``pypdfium2.raw``: it is three times as fast as a parser in Python, tells
text render modes, and gives every colour space as RGB.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.document import Place, Problem, UnreadableDocument
from extractors.pdf.page.cover import Cover
from extractors.pdf.page.fields import read_fields, show_stamps
from extractors.pdf.page.glyphs import read_glyphs
from extractors.pdf.page.paint import Painting
from extractors.pdf.page.rings import find_rings
from extractors.pdf.page.second import read_again, read_page_again, settle
from extractors.pdf.page.shapes import read_shapes
from extractors.pdf.page.space import page_matrix
from extractors.pdf.page.unprinted import without_unprinted
from extractors.pdf.primitives import UNKNOWN, Page

__all__ = ["RawDocument", "read_pages"]

PROPERTY_NAMES = ("Title", "Subject", "Keywords")
"""Entries of the info dictionary that hold words about the document (ISO 32000-1, 14.3.3)."""

MOST_UNKNOWN = 0.02
"""Of a page's characters: a few unknown ones are bullets or logos; more are words that nobody can read."""

GARBLED = 0.3
"""Of a page's characters: where so many are unknown, its picture tells more than its text."""


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The pages of one file, its properties and what went wrong on single pages.

    ``garbled``: the numbers of pages that do not say what most of their characters are.
    """

    pages: tuple[Page, ...]
    properties: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    garbled: frozenset[int] = frozenset()


def read_pages(data: bytes, name: str) -> RawDocument:
    """Read all pages of the PDF file whose content is ``data``; ``name`` is used in messages.

    Raises:
        UnreadableDocument: ``encrypted`` or ``corrupt``.
    """
    try:
        document = _open(data, name)
    except UnreadableDocument as error:
        again = read_again(data, PROPERTY_NAMES) if error.code == "corrupt" else None
        if again is None or not any(page.glyphs for page in again[0]):
            raise
        return RawDocument(*again, (_read_twice(None),))
    try:
        properties = tuple(_properties(document))
        pages: list[Page] = []
        problems: list[Problem] = []
        garbled: set[int] = set()
        for index in range(len(document)):
            try:
                page = _read_page(document, index)
                unsure = [glyph for glyph in page.glyphs if glyph.unsure]
                if unsure:
                    page = replace(page, glyphs=settle(page.glyphs, read_page_again(data, index + 1)))
                    problems += _unknown_characters(page)
                    if sum(glyph.unsure for glyph in page.glyphs) > GARBLED * len(page.glyphs):
                        garbled.add(page.number)
            except (pdfium.PdfiumError, ValueError) as error:
                second = read_page_again(data, index + 1)
                problems.append(_read_twice(index + 1) if second else _broken_page(index + 1, error))
                page = second or Page(number=index + 1, width=0.0, height=0.0)
            page, lost = without_unprinted(page)
            problems += lost
            known = tuple([glyph for glyph in page.glyphs if glyph.text != UNKNOWN])
            pages.append(replace(page, glyphs=known) if len(known) < len(page.glyphs) else page)
        return RawDocument(tuple(pages), properties, tuple(problems), frozenset(garbled))
    finally:
        document.close()


def _open(data: bytes, name: str) -> Any:
    try:
        document = pdfium.PdfDocument(data)
        if len(document) == 0:
            raise UnreadableDocument(
                "corrupt",
                f"{name} is a PDF without pages. Open it in a PDF viewer and save or print it again as PDF.",
            )
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise UnreadableDocument(
                "encrypted",
                f"{name} is protected by a password. Put it on a line of a text file and name that file with "
                "--passwords, or open the PDF with it, print it as a PDF without one, and give that file.",
            ) from error
        raise UnreadableDocument(
            "corrupt",
            f"{name} is damaged: it cannot be opened as a PDF. Ask its sender for the file again, or open it in a "
            "PDF viewer and print it to a new PDF.",
        ) from error
    return document


def _properties(document: Any) -> Iterator[tuple[str, str]]:
    for key in PROPERTY_NAMES:
        value = " ".join(document.get_metadata_value(key).replace("\x00", "").split())
        if value:
            yield key.lower(), value


def _read_page(document: Any, index: int) -> Page:
    page = document[index]
    form = document.formenv.raw if document.formenv else None
    matrix, width, height = page_matrix(page.get_bbox(), raw.FPDFPage_GetRotation(page.raw))
    fields = tuple(read_fields(page.raw, form, matrix))
    if show_stamps(page.raw, form):
        page.close()
        page = document[index]
    textpage = page.get_textpage()
    try:
        painting = Painting(page, width, height)
        shapes = read_shapes(page.raw, matrix, painting)
        cover = Cover(shapes.rects, shapes.texts, painting, shapes.curves, shapes.images)
        glyphs = read_glyphs(textpage.raw, matrix, painting, cover)
        return Page(
            number=index + 1,
            width=width,
            height=height,
            glyphs=tuple(glyphs),
            rules=tuple(shapes.rules),
            rects=tuple(shapes.rects),
            outlines=tuple(shapes.outlines),
            curves=tuple(shapes.curves),
            images=tuple(shapes.images),
            fields=fields,
            rings=tuple(find_rings(shapes.curves, painting)),
        )
    except ctypes.ArgumentError as error:
        raise ValueError(f"PDFium returned no object: {error}") from error
    finally:
        textpage.close()
        page.close()


def _broken_page(number: int, error: Exception) -> Problem:
    return Problem(
        code="unreadable-page",
        severity="error",
        message=f"Page {number} is damaged and was left out ({error}). Print the document to a new PDF and give that.",
        place=Place(page=number),
    )


def _read_twice(number: int | None) -> Problem:
    what = "The file is damaged" if number is None else f"Page {number} is damaged"
    return Problem(
        code="second-reader",
        severity="warning",
        message=f"{what} and was read by a second reader, which sees neither form fields nor the colours of pictures. "
        "Compare it with the document, or print the document to a new PDF and give that.",
        place=Place(page=number),
    )


def _unknown_characters(page: Page) -> Iterator[Problem]:
    unknown = sum(glyph.unsure for glyph in page.glyphs)
    if unknown > MOST_UNKNOWN * len(page.glyphs):
        yield Problem(
            code="unknown-characters",
            severity="warning",
            message=f"Page {page.number} does not say what {unknown} of its {len(page.glyphs)} characters are; "
            "words on it are missing or wrong. Give the Word file or a PDF saved from it.",
            place=Place(page=page.number),
        )
