"""Which module reads which format: the one place to touch for a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from extractors.document import Document, Format
from extractors.sniff import sniff_format

Extractor = Callable[[Path], Document]


def _read_word(path: Path) -> Document:
    from extractors.word.extract import extract_docx

    return extract_docx(path)


def _read_pdf(path: Path) -> Document:
    from extractors.pdf.extract import extract_pdf

    return extract_pdf(path)


def _read_legacy(path: Path) -> Document:
    from extractors.legacy import extract_legacy

    return extract_legacy(path)


EXTRACTORS: Mapping[Format, Extractor] = {
    "docx": _read_word,
    "docm": _read_word,
    "doc": _read_legacy,
    "rtf": _read_legacy,
    "odt": _read_legacy,
    "pdf": _read_pdf,
}
"""Each imports its module when the first file of its format comes, so that no run pays for formats it lacks."""


def extract_document(path: Path) -> Document:
    """The file at ``path`` as a Document.

    Raises:
        UnreadableDocument: where it is of no known format, or its extractor cannot read it.
        OSError: where the file cannot be opened.
    """
    return EXTRACTORS[sniff_format(path)](path)
