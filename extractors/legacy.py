"""Reads .doc, .rtf and .odt: LibreOffice turns the file into .docx, which the Word extractor reads.

What LibreOffice keeps on the way: text, headings, numbering, fills, merged cells and the title property. What it
loses: content controls; two tables that touch become one. It exits with 0 on files it could not read, so the
output alone tells whether a conversion worked.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from extractors.document import Document, Format, UnreadableDocument
from extractors.sniff import sniff_format
from extractors.word.extract import extract_docx

CONVERSION_SECONDS = 60.0
"""A report converts in 1 to 3 s, the first one on a slow machine in 15 s; a longer run hangs."""

KILL_SECONDS = 5.0
"""A killed process is gone within milliseconds; more means that it waits for a dead disk."""

INSTALL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
"""Where LibreOffice installs itself without entering the search path."""


def extract_legacy(path: Path) -> Document:
    """The Document of a .doc, .rtf or .odt file; its ``format`` is the original's, its ``sha256`` too.

    Raises:
        UnreadableDocument: ``libreoffice-missing``, ``conversion-timeout`` or ``conversion-failed``, and whatever
            the Word extractor raises for the converted file.
    """
    original = sniff_format(path)
    with tempfile.TemporaryDirectory(prefix="highlight-", ignore_cleanup_errors=True) as folder:
        converted = convert_to_docx(path, original, Path(folder))
        document = extract_docx(converted)
    return dataclasses.replace(document, path=str(path), sha256=_sha256(path), format=original)


def convert_to_docx(path: Path, original: Format, folder: Path) -> Path:
    """Converts ``path`` inside ``folder``, which must be empty and private, and returns the new file.

    LibreOffice gets a profile of its own there: two runs on one profile disturb each other, and the user's own
    profile may hold settings or an open window.
    """
    # A plain name with the true extension: LibreOffice trusts names, and a name may begin with a dash.
    source = folder / f"report.{original}"
    shutil.copyfile(path, source)
    output = folder / "converted"
    command = [
        find_libreoffice(),
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        "docx",
        "--outdir",
        str(output),
        str(source),
    ]
    said = _run(command, folder)
    converted = output / "report.docx"
    with contextlib.suppress(OSError, UnreadableDocument):  # no output, or none that is a Word document
        if sniff_format(converted) == "docx":
            return converted
    raise UnreadableDocument(
        "conversion-failed",
        f"LibreOffice could not read this .{original} file: it may be damaged or protected by a password. "
        f"Open it in Word, save it as .docx and try again.{f' LibreOffice said: {said}' if said else ''}",
    )


def find_libreoffice() -> str:
    """Path of the ``soffice`` program.

    Raises:
        UnreadableDocument: ``libreoffice-missing``.
    """
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return found
    for place in INSTALL_PLACES:
        if place.is_file():
            return str(place)
    raise UnreadableDocument(
        "libreoffice-missing",
        "Reading .doc, .rtf and .odt files needs LibreOffice, which is not installed here. Install it "
        "(on Debian and Ubuntu: the package libreoffice-writer-nogui), or save the file as .docx and try again.",
    )


def _run(command: list[str], folder: Path) -> str:
    """Runs LibreOffice to its end and returns what it complained of; no process of it outlives the call."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,  # a group of its own, so that the whole family can be ended
    )
    try:
        _, complaint = process.communicate(timeout=CONVERSION_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(
            "conversion-timeout",
            f"LibreOffice did not finish converting the file within {CONVERSION_SECONDS:.0f} seconds. "
            "Open it in Word, save it as .docx and try again.",
        ) from error
    finally:
        _end_family(process)
    lines = [line for line in complaint.splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def _end_family(process: subprocess.Popen[str]) -> None:
    """Ends the process and its children: ``soffice`` is a launcher, the work is done by its child."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/T", "/F", "/PID", str(process.pid)],
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
    else:
        with contextlib.suppress(ProcessLookupError):  # the family ended by itself
            os.killpg(process.pid, signal.SIGKILL)
    if process.stderr is not None:
        process.stderr.close()
    process.wait(timeout=KILL_SECONDS)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
