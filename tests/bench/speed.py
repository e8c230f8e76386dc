"""How fast reports are read, against the floors of the libraries measured in the same run: ``make bench``.

Single numbers depend on the machine and on what else it does; the ratios to the floors hold from one to another.
"""

from __future__ import annotations

import io
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
from lxml import etree

from extractors.registry import extract_document
from pipeline.run import read_file
from rules.schema import load_rules
from tests.bench import legacy

ROOT = Path(__file__).resolve().parent.parent.parent
REPORTS = ROOT / "samples" / "reports"

COLD_RUNS = 3
WARM_RUNS = 15
PAGES = 3
"""Pages of a usual highlight report."""
COMMAND = [sys.executable, "-m", "pipeline.cli"]


def main() -> None:
    """Measures and prints; the longest sample of each format stands for a report of some pages."""
    with tempfile.TemporaryDirectory() as folder:
        measure(longest("*.docx"), of_pages(longest("*.pdf"), PAGES, Path(folder) / "three-pages.pdf"))
    legacy.main()


def measure(word: Path, pdf: Path) -> None:
    """One report of each format: cold from the command line, then warm in this process."""
    print(f"{'--help':<44}{1000 * once(partial(command, '--help')):9.1f} ms")
    for path in (word, pdf):
        cold = once(partial(command, "extract", str(path)))
        print(f"{f'cold extract of {path.name}':<44}{1000 * cold:9.1f} ms")
    rules = load_rules()
    for path, floor in ((word, parse_word), (pdf, text_of_pdf)):
        lowest = median(partial(floor, path))
        extractor = median(partial(extract_document, path))
        whole = median(partial(read_file, path, rules))
        print(f"\nwarm, {path.name}")
        for name, seconds in (
            (f"floor: {floor.__doc__}", lowest),
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


def parse_word(path: Path) -> int:
    """lxml parses document.xml"""
    with zipfile.ZipFile(path) as package:
        return len(etree.parse(io.BytesIO(package.read("word/document.xml"))).getroot())


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
    """Seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
