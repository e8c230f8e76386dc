"""The scanned pages of a file: which they are, what was read of them, and what must be told about them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence

import pypdfium2 as pdfium

from extractors.cache import Cache
from extractors.document import Place, Problem, UnsureWord
from extractors.pdf.scan.confidence import unsure_words
from extractors.pdf.scan.engine import OutOfTime
from extractors.pdf.scan.layer import Reason
from extractors.pdf.scan.program import INSTALL, Engine, find_engine
from extractors.pdf.scan.reading import RECIPE, ScannedPage, kept, read_scan, written
from extractors.pdf.scan.scans import Scans
from extractors.pdf.scan.together import as_one_document

PAGE_SECONDS = 45.0
"""A full page takes 2 to 5 s; a page of dust or a photograph must not hold up the rest."""

TOLD_WORDS = 40
"""Unsure words that a message names; of a page with more, the whole is to be compared."""


def read_scans(
    data: bytes, sha256: str, wanted: Mapping[int, Reason], cache: Cache | None, seconds: float
) -> Scans:
    """Reads the ``wanted`` pages (by number, with the reason) of the PDF file ``data`` from their pictures.

    Pages that cannot be read are told, and the others are read all the same.
    """
    engine, scans = find_engine(), Scans()
    if engine is None:
        scans.problems += [_no_engine(number, reason) for number, reason in wanted.items()]
        return scans
    until = time.monotonic() + seconds
    read: dict[int, ScannedPage] = {}
    document = pdfium.PdfDocument(data)
    try:
        if document.get_formtype():
            document.init_forms()
        for number in wanted:
            left = min(PAGE_SECONDS, until - time.monotonic())
            try:
                read[number] = _read_page(document, f"{sha256}-{number}", engine, cache, left, number)
            except OutOfTime:
                scans.problems.append(_too_slow(number, whole=left < PAGE_SECONDS))
    finally:
        document.close()
    for number, page in zip(read, as_one_document(list(read.values())), strict=True):
        _take(scans, page, number, wanted[number])
    if scans.pages:
        scans.problems.insert(0, _told(sorted(scans.pages), engine))
    return scans


def _read_page(
    document: pdfium.PdfDocument, key: str, engine: Engine, cache: Cache | None, seconds: float, number: int
) -> ScannedPage:
    """A page as it is kept, or as it is read now and then kept.

    Raises:
        OutOfTime: it takes longer than ``seconds``.
    """
    version = f"scan {RECIPE} {engine.version}"
    text = cache.fetch_text(key, version) if cache else None
    known = kept(text) if text else None
    if known is not None:
        return known
    page = document[number - 1]
    try:
        read = read_scan(engine, page, seconds)
    finally:
        page.close()
    if cache:
        cache.keep_text(key, version, written(read))
    return read


def _take(scans: Scans, read: ScannedPage, number: int, reason: Reason) -> None:
    scans.pages[number] = read.page(number)
    unsure = [UnsureWord(text, number, box) for text, box in unsure_words(read.words)]
    scans.unsure += unsure
    scans.problems += _page_problems(read, unsure, number, reason)


def _page_problems(
    read: ScannedPage, unsure: Sequence[UnsureWord], number: int, reason: Reason
) -> Iterator[Problem]:
    place = Place(page=number)
    if reason == "garbled":
        yield Problem(
            "text-layer-garbled",
            "warning",
            f"The text of page {number} makes no words (its fonts tell wrong characters), so its picture was read by "
            "OCR instead. Compare it with the document, or give the Word file.",
            place,
        )
    elif reason == "layer":
        yield Problem(
            "text-layer-ignored",
            "info",
            f"Page {number} is a scan with invisible text that an earlier OCR left; the picture was read anew.",
            place,
        )
    if unsure:
        words = ", ".join(f"'{word.text}'" for word in unsure[:TOLD_WORDS])
        more = f" and {len(unsure) - TOLD_WORDS} more" if len(unsure) > TOLD_WORDS else ""
        yield Problem(
            "ocr-unsure",
            "warning",
            f"OCR was unsure of these words of page {number}; compare them with the scan: {words}{more}.",
            place,
        )
    if not read.coloured and read.rects:
        yield Problem(
            "scan-without-colour",
            "warning",
            f"Page {number} was scanned without colour: ratings that only a colour shows cannot be told. "
            "Scan it in colour, or give the Word file.",
            place,
        )


def _told(numbers: Sequence[int], engine: Engine) -> Problem:
    return Problem(
        "read-by-ocr",
        "info",
        f"{'Page' if len(numbers) == 1 else 'Pages'} {', '.join(map(str, numbers))} "
        f"{'was' if len(numbers) == 1 else 'were'} read from a picture by OCR ({engine.version}).",
        Place(page=numbers[0]),
    )


def _too_slow(number: int, *, whole: bool) -> Problem:
    cause = (
        "the document's time ran out before it"
        if whole
        else f"reading it took more than {PAGE_SECONDS:.0f} s"
    )
    return Problem(
        "ocr-deadline",
        "error",
        f"Page {number} is a scan that was not read: {cause}. Read the document again with a longer --deadline (pages "
        "that were read are kept and cost nothing then), or give the Word file.",
        Place(page=number),
    )


def _no_engine(number: int, reason: Reason) -> Problem:
    """A garbled page is read as its fonts tell it, so it is no error."""
    garbled = reason == "garbled"
    what = (
        f"The text of page {number} makes no words" if garbled else f"Page {number} is a picture without text"
    )
    return Problem(
        "scanned-page",
        "warning" if garbled else "error",
        f"{what}: it needs OCR, and Tesseract is not installed here. Install it "
        f"({INSTALL}), or give the Word file or a PDF saved from it.",
        Place(page=number),
    )
