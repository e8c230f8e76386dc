"""Which module reads which format: the one place to touch for a new one."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extractors.cache import Cache
from extractors.document import Document, Format, Problem, UnreadableDocument
from extractors.office.convert import Conversion
from extractors.sniff import sniff_format


@dataclass(frozen=True, slots=True)
class Aids:
    """What helps to read a file, beside the file."""

    conversion: Conversion | None = None
    """What became of a .doc, .rtf or .odt that was converted before; None: it is converted when it is read."""
    cache: Cache | None = None
    """Where converted files and the words of scanned pages are kept."""
    passwords: tuple[str, ...] = field(default=(), repr=False)
    """Tried on files that ask for one."""
    seconds: float = 100.0
    """How long the scanned pages of a document may take in all; those that are left are told."""


Extractor = Callable[[Path, Aids], Document]


def _read_word(path: Path, _aids: Aids) -> Document:
    from extractors.word.extract import extract_docx

    return extract_docx(path)


def _read_pdf(path: Path, aids: Aids) -> Document:
    from extractors.pdf.extract import extract_pdf

    return extract_pdf(path, aids.cache, aids.seconds)


def _read_legacy(path: Path, aids: Aids) -> Document:
    from extractors.legacy import extract_legacy

    return extract_legacy(path, aids.conversion, aids.cache)


EXTRACTORS: Mapping[Format, Extractor] = {
    "docx": _read_word,
    "docm": _read_word,
    "doc": _read_legacy,
    "rtf": _read_legacy,
    "odt": _read_legacy,
    "pdf": _read_pdf,
}
"""Each imports its module when the first file of its format comes, so that no run pays for formats it lacks."""


def extract_document(path: Path, aids: Aids | None = None) -> Document:
    """The file at ``path`` as a Document.

    Raises:
        UnreadableDocument: where it is of no known format, or its extractor cannot read it.
        OSError: where the file cannot be opened.
    """
    known = aids or Aids()
    try:
        return EXTRACTORS[sniff_format(path)](path, known)
    except UnreadableDocument as error:
        if error.code != "encrypted" or not known.passwords:
            raise
    return _read_protected(path, known)


def _read_protected(path: Path, aids: Aids) -> Document:
    """As ``extract_document``, of a file that asks for a password; nothing of it is kept in a cache."""
    from extractors.unlock import unlocked

    with unlocked(path, aids.passwords) as plain:
        document = EXTRACTORS[sniff_format(plain)](plain, Aids(seconds=aids.seconds))
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    opened = Problem(
        "opened-with-password", "info", "The file is protected; a password that you gave opened it."
    )
    return dataclasses.replace(document, path=str(path), sha256=sha256, problems=(*document.problems, opened))
