"""What Tesseract reads in pictures."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.pdf.scan.program import LANGUAGE, Engine
from extractors.pdf.scan.raster import Pixels

SPARSE, LINE = 11, 7
"""Page segmentation modes: text anywhere in any order; one line (``tesseract --help-psm``)."""

_WORD_LEVEL = "5"
"""Of a row of Tesseract's table (page, block, paragraph, line, word)."""


class OutOfTime(Exception):
    """A page took longer than it may."""


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
