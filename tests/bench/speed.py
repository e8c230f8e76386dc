"""How fast reports are read, against the floors of the libraries measured in the same run: ``make bench``.

Single numbers depend on the machine and on what else it does; the ratios to the floors hold from one to another.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench import legacy, pdf, rows, word

ROOT = Path(__file__).resolve().parent.parent.parent
REPORTS = ROOT / "samples" / "reports"

COLD_RUNS = 3
COMMAND = [sys.executable, "-m", "pipeline.cli"]


def main() -> None:
    """Measures and prints; the longest sample of each format stands for a report where one is read cold."""
    with tempfile.TemporaryDirectory() as folder:
        three = pdf.of_pages([longest("*.pdf")], pdf.PAGES, Path(folder) / "three-pages.pdf")
        print(f"{'--help':<44}{1000 * once(partial(command, '--help')):9.1f} ms")
        for path in (longest("*.docx"), three):
            cold = once(partial(command, "extract", str(path)))
            print(f"{f'cold extract of {path.name}':<44}{1000 * cold:9.1f} ms")
        word.main()
        pdf.main()
    legacy.main()
    rows.main()


def longest(pattern: str) -> Path:
    """The largest sample of a format, measured without the pictures that a file may hold."""
    return max(REPORTS.rglob(pattern), key=content_bytes)


def content_bytes(path: Path) -> int:
    """Bytes of the text: the main part of a Word file, the text of a PDF."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return package.getinfo("word/document.xml").file_size
    return pdf.text_of_pdf(path)


def command(*arguments: str) -> None:
    """Runs the command line in a process of its own, as a user does."""
    subprocess.run([*COMMAND, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def once(work: Callable[[], object]) -> float:
    """Seconds of the best of a few runs, for work that begins cold each time."""
    return min(timed(work) for _ in range(COLD_RUNS))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run by the clock on the wall: processes of its own count too."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
