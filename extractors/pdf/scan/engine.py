"""Tesseract: where it is, what it can, and what it reads in pictures."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractors.pdf.scan.raster import Pixels

INSTALL_PLACES = (
    Path("C:/Program Files/Tesseract-OCR/tesseract.exe"),
    Path("C:/Program Files (x86)/Tesseract-OCR/tesseract.exe"),
)
"""Where the installer for Windows puts it without telling the PATH."""

LANGUAGE = "eng"

ANSWER_SECONDS = 30.0
"""For its version: it needs a tenth of a second; a longer wait is a broken installation."""

SPARSE, LINE = 11, 7
"""Page segmentation modes: text anywhere in any order; one line (``tesseract --help-psm``)."""

_WORD_LEVEL = "5"
"""Of a row of Tesseract's table (page, block, paragraph, line, word)."""


class OutOfTime(Exception):
    """A page took longer than it may."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An installed Tesseract."""

    program: str
    version: str


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word as Tesseract reads it: its box in pixels, how sure it is (0..100), and the line that it stands in.

    ``picture`` counts the pictures of one call from 0.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    picture: int
    line: tuple[int, int, int]


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


def read_pictures(
    engine: Engine, pictures: Sequence[Pixels], mode: int, dpi: int, until: float
) -> list[SeenWord]:
    """The words of some pictures of dark ink on white (one channel), all in one call: its start takes 0.1 s.

    Args:
        engine: who reads.
        pictures: what to read.
        mode: ``SPARSE`` or ``LINE``.
        dpi: of the pictures.
        until: by ``time.monotonic``, when the reading must be done.

    Raises:
        OutOfTime: it is not.
    """
    left = until - time.monotonic()
    if left <= 0:
        raise OutOfTime
    with tempfile.TemporaryDirectory(prefix="highlight-scan-", ignore_cleanup_errors=True) as folder:
        names = []
        for index, picture in enumerate(pictures):
            names.append(Path(folder) / f"{index}.pgm")
            _write_pgm(picture, names[-1])
        listed = Path(folder) / "pictures.txt"
        listed.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
        command = [
            engine.program,
            str(listed),
            "-",
            "-l",
            LANGUAGE,
            "--psm",
            str(mode),
            "--dpi",
            str(dpi),
            "tsv",
        ]
        try:
            told = subprocess.run(
                command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                encoding="utf-8", errors="replace", timeout=left,
                # Its threads gain nothing on a page, and would crowd out the other documents.
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise OutOfTime from error
    return list(_words(told.stdout))


def _write_pgm(picture: Pixels, path: Path) -> None:
    """The plainest picture format that Tesseract reads (Netpbm's binary greymap)."""
    high, wide = picture.shape
    path.write_bytes(f"P5 {wide} {high} 255\n".encode() + picture.tobytes())


def _words(table: str) -> Iterator[SeenWord]:
    """Rows: level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""
    for row in table.splitlines():
        parts = row.split("\t")
        if len(parts) != 12 or parts[0] != _WORD_LEVEL or not parts[11].strip():
            continue
        page, block, paragraph, line, _, left, top, wide, high = (int(part) for part in parts[1:10])
        yield SeenWord(
            parts[11].strip(), left, top, left + wide, top + high, float(parts[10]), page - 1,
            (block, paragraph, line),
        )  # fmt: skip
