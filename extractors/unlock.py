"""Opens protected files with the passwords that the user gave; the plain copy never outlives its reading."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from extractors.document import UnreadableDocument
from extractors.office.unlock import unlock_office
from extractors.pdf.unlock import unlock_pdf
from extractors.sniff import OLE2_SIGNATURE


@contextmanager
def unlocked(path: Path, passwords: Sequence[str]) -> Iterator[Path]:
    """The path of a plain copy in a private temporary folder, which goes when the block ends.

    Raises:
        UnreadableDocument: ``wrong-password`` where none of the passwords fits, ``encryption-unknown`` where none can.
    """
    with tempfile.TemporaryDirectory(prefix="highlight-", ignore_cleanup_errors=True) as folder:
        plain = Path(folder) / f"plain{path.suffix}"
        if not any(_unlock(path, password, plain) for password in passwords if password):
            raise UnreadableDocument(
                "wrong-password",
                "The file is protected, and none of the passwords given opens it. Add its password to the file that "
                "--passwords names, or ask its author for a copy without one.",
            )
        yield plain


def _unlock(path: Path, password: str, target: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(len(OLE2_SIGNATURE))
    if head == OLE2_SIGNATURE:
        return unlock_office(path, password, target)
    if head.startswith(b"PK"):
        raise UnreadableDocument(
            "encryption-unknown",
            "This is a protected OpenDocument file, which this program cannot open with a password. Open it in "
            "LibreOffice, save it without a password (Save As, 'Save with password' off) and try again.",
        )
    return unlock_pdf(path, password, target)
