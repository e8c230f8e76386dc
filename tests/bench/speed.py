"""How fast reports are read, against the floors of the libraries measured in the same run: ``make bench``.

Single numbers depend on the machine and on what else it does; the ratios to the floors hold from one to another.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2

from extractors.registry import extract_document
from pipeline.run import read_file
from rules.schema import load_rules
from tests.bench import legacy, word

ROOT = Path(__file__).resolve().parent.parent.parent
REPORTS = ROOT / "samples" / "reports"

COLD_RUNS = 3
WARM_RUNS = 15
PAGES = 3
"""Pages of a usual highlight report."""
COMMAND = [sys.executable, "-m", "pipeline.cli"]


def main() -> None:
    """Measures and prints; the longest sample of each format stands for a report where one is read cold."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = of_pages(longest("*.pdf"), PAGES, Path(folder) / "three-pages.pdf")
        print(f"{'--help':<44}{1000 * once(partial(command, '--help')):9.1f} ms")
        for path in (longest("*.docx"), pdf):
            cold = once(partial(command, "extract", str(path)))
            print(f"{f'cold extract of {path.name}':<44}{1000 * cold:9.1f} ms")
        word.main()
        measure_pdf(pdf)
    legacy.main()


def measure_pdf(pdf: Path) -> None:
    """A report of three pages, warm in this process."""
    rules = load_rules()
    lowest = median(partial(text_of_pdf, pdf))
    extractor = median(partial(extract_document, pdf))
    whole = median(partial(read_file, pdf, rules))
    print(f"\nPDF, three pages, warm, {pdf.name}")
    for name, seconds in (
        ("floor: pypdfium2 reads the text", lowest),
        ("file to Document", extractor),
        ("file to records", whole),
    ):
        print(f"  {name:<42}{1000 * seconds:9.1f} ms{seconds / lowest:8.1f} x floor")


def of_pages(path: Path, pages: int, target: Path) -> Path:
    """A PDF of so many pages, a sample's own pages once more at its end."""
    source, made = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument.new()
    made.import_pages(source, [number % len(source) for number in range(pages)])
    made.save(target)
    return target


def longest(pattern: str) -> Path:
    """The largest sample of a format, measured without the pictures that a file may hold."""
    return max(REPORTS.rglob(pattern), key=content_bytes)


def content_bytes(path: Path) -> int:
    """Bytes of the text: the main part of a Word file, the text of a PDF."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return package.getinfo("word/document.xml").file_size
    return text_of_pdf(path)


def text_of_pdf(path: Path) -> int:
    """pypdfium2 reads the text"""
    document = pypdfium2.PdfDocument(path)
    try:
        return sum(len(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def command(*arguments: str) -> None:
    """Runs the command line in a process of its own, as a user does."""
    subprocess.run([*COMMAND, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def once(work: Callable[[], object]) -> float:
    """Seconds of the best of a few runs, for work that begins cold each time."""
    return min(timed(work) for _ in range(COLD_RUNS))


def median(work: Callable[[], object]) -> float:
    """Median seconds of warm runs."""
    work()
    return statistics.median(timed(work) for _ in range(WARM_RUNS))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run by the clock on the wall: processes of its own count too."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
