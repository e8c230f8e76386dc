"""Where Tesseract is installed, and which one it is."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

INSTALL_PLACES = (
    Path("C:/Program Files/Tesseract-OCR/tesseract.exe"),
    Path("C:/Program Files (x86)/Tesseract-OCR/tesseract.exe"),
)
"""Where the installer for Windows puts it without telling the PATH."""

LANGUAGE = "eng"

ANSWER_SECONDS = 30.0
"""For its version: it needs a tenth of a second; a longer wait is a broken installation."""

INSTALL = (
    "Debian and Ubuntu: sudo apt install tesseract-ocr; Windows: winget install UB-Mannheim.TesseractOCR; "
    "macOS: brew install tesseract"
)
"""What a person without it is told."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An installed Tesseract."""

    program: str
    version: str


@cache
def find_engine() -> Engine | None:
    """The Tesseract of this computer that reads English; None where there is none."""
    program = shutil.which("tesseract") or next(
        (str(place) for place in INSTALL_PLACES if place.is_file()), None
    )
    if program is None:
        return None
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        version = _ask(program, "--version").partition("\n")[0].strip()
        if version and LANGUAGE in _ask(program, "--list-langs").split():
            return Engine(program, version)
    return None


def _ask(program: str, option: str) -> str:
    told = subprocess.run(
        [program, option], check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        errors="replace", timeout=ANSWER_SECONDS,
    )  # fmt: skip
    return told.stdout or told.stderr
