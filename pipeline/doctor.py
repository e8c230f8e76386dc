"""What this computer has of the things that the program uses, and how to get what is missing."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extractors.document import UnreadableDocument
from extractors.office.program import find_libreoffice, libreoffice_version
from extractors.pdf.scan.program import find_engine
from pipeline.converting import Cache, UnusableCache, default_cache_folder
from pipeline.limits import memory_is_capped

PROJECT = "highlight-tracker"
ANSWER_SECONDS = 30.0
"""A program tells its version in a second at most; a longer wait is a broken installation."""

_ALIKE = {
    "Arial and Times New Roman": ("Liberation Sans", "Arial"),
    "Calibri and Cambria": ("Carlito", "Calibri"),
}
"""Office's usual fonts, and one free font of the same widths for each group, or the font itself."""

System = Literal["Debian, Ubuntu", "Windows", "macOS"]
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing: whether it is there (None: this system needs or knows no such thing), what was
    found, and what happens ``without`` it.

    ``get`` tells for each system how to get it where it is missing.
    """

    name: str
    present: bool | None
    found: str
    without: str
    get: tuple[tuple[System, str], ...] = ()


def examine() -> Iterator[Check]:
    """Everything that is looked at, what is always needed first."""
    yield _python()
    yield _packages()
    yield _libreoffice()
    yield _tesseract()
    yield from _fonts()
    yield _cache()
    yield Check(
        "Memory cap",
        memory_is_capped() or None,
        "yes" if memory_is_capped() else "not on this system; the time of a document is limited all the same",
        "a document may take all the memory there is",
    )


def _python() -> Check:
    return Check(
        "Python",
        sys.version_info >= (3, 11),
        f"{platform.python_version()} on {platform.system()} {platform.machine()}",
        "the program does not run; it needs 3.11 or newer",
        (
            ("Debian, Ubuntu", "sudo apt install python3 python3-venv"),
            ("Windows", "winget install Python.Python.3.12"),
            ("macOS", "brew install python"),
        ),
    )


def _packages() -> Check:
    """The Python packages that this release declares, with their versions."""
    found, absent = [f"{PROJECT} {importlib.metadata.version(PROJECT)}"], []
    for requirement in importlib.metadata.requires(PROJECT) or ():
        name = _NAME.match(requirement)
        if name is None or "extra ==" in requirement:
            continue
        try:
            found.append(f"{name[0]} {importlib.metadata.version(name[0])}")
        except importlib.metadata.PackageNotFoundError:
            absent.append(name[0])
    again = "install the program again (make setup), or: python -m pip install -r requirements.txt"
    return Check(
        "Python packages",
        not absent,
        f"missing: {', '.join(absent)}" if absent else ", ".join(found),
        "the program does not run",
        (("Debian, Ubuntu", again), ("Windows", again), ("macOS", again)),
    )


def _libreoffice() -> Check:
    try:
        program = find_libreoffice()
    except UnreadableDocument:
        program = ""
    version = libreoffice_version(program) if program else ""
    return Check(
        "LibreOffice",
        bool(version),
        f"{version} ({program})" if version else (f"{program} does not answer" if program else "not found"),
        ".doc, .rtf and .odt files are not read",
        (
            ("Debian, Ubuntu", "sudo apt install libreoffice-writer-nogui"),
            ("Windows", "winget install TheDocumentFoundation.LibreOffice"),
            ("macOS", "brew install --cask libreoffice"),
        ),
    )


def _tesseract() -> Check:
    engine = find_engine()
    without_english = "" if engine else _ask("tesseract", "--version").partition("\n")[0]
    return Check(
        "Tesseract",
        engine is not None,
        f"{engine.version} ({engine.program})"
        if engine
        else (f"{without_english}, without English" if without_english else "not found"),
        "pages that are only pictures are not read, and told as such; all other pages are",
        (
            ("Debian, Ubuntu", "sudo apt install tesseract-ocr tesseract-ocr-eng"),
            ("Windows", "winget install UB-Mannheim.TesseractOCR"),
            ("macOS", "brew install tesseract"),
        ),
    )


def _fonts() -> Iterator[Check]:
    """Fonts decide how LibreOffice breaks lines and pages, not what is read from a .doc, .rtf or .odt."""
    listed = _ask("fc-list", ":", "family") if sys.platform == "linux" else ""
    for names, fonts in _ALIKE.items():
        there = [font for font in fonts if font in listed]
        yield Check(
            f"Fonts like {names}",
            bool(there) if listed else None,
            ", ".join(there) or ("none" if listed else "not told by this system"),
            "documents that LibreOffice prints look unlike Word's; what is read stays the same",
            (
                (
                    "Debian, Ubuntu",
                    "sudo apt install fonts-liberation fonts-crosextra-carlito fonts-crosextra-caladea",
                ),
            ),
        )


def _cache() -> Check:
    parent = default_cache_folder()
    try:
        folder = Cache.at(parent).folder
    except UnusableCache as error:
        told, usable = str(error), False
    else:
        sizes = [path.stat().st_size for path in folder.iterdir()]
        told, usable = f"{folder}: {len(sizes)} files, {sum(sizes) / 1024**2:.1f} MB", True
    elsewhere = "name another folder with --cache, or do without: --no-cache"
    return Check(
        "Cache folder",
        usable,
        told,
        "files are converted, and scanned pages read, again in every run",
        (("Debian, Ubuntu", elsewhere), ("Windows", elsewhere), ("macOS", elsewhere)),
    )


def _ask(program: str, *arguments: str) -> str:
    """What a program prints; nothing where it is not there or does not answer."""
    found = shutil.which(program)
    if found is None:
        return ""
    try:
        done = subprocess.run(
            [found, *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=ANSWER_SECONDS,
            cwd=Path.home() if os.access(Path.home(), os.X_OK) else None,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return (done.stdout or done.stderr).strip()
