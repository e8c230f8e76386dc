"""How fast PDF reports of three pages are read in a worker that is warm, against pdfplumber and the floor of the same
run; and how much memory a pack of two hundred pages takes.
"""

from __future__ import annotations

import itertools
import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pdfplumber
import pypdfium2

from extractors.registry import extract_document
from pipeline.run import read_file
from rules.schema import Rules, load_rules
from tests.bench.memory import peak_megabytes

ROOT = Path(__file__).resolve().parent.parent.parent
REPORTS = ROOT / "samples" / "reports"

PAGES = 3
"""Pages of a usual highlight report."""

PACK_PAGES = 200
"""Pages of a large board pack."""

ROUNDS = 9
GOAL_SECONDS = 0.080
GOAL_RATIO = 0.3
"""Of what pdfplumber takes to find the text and the tables of the same pages."""

GOAL_MEGABYTES = 400

CLOCK = time.process_time if time.get_clock_info("process_time").resolution < 1e-4 else time.perf_counter
"""Seconds of processor time where the system counts them finely: what else the machine does is not ours."""


def main() -> None:
    """Prints each template's medians, then the medians of the templates, then the pack's memory."""
    rules = load_rules()
    with tempfile.TemporaryDirectory() as folder:
        made = {family.name: three_pages(family, Path(folder)) for family in templates()}
        rows = {name: measure(path, rules) for name, path in made.items()}
        pack = of_pages(sorted(REPORTS.rglob("*.pdf")), PACK_PAGES, Path(folder) / "pack.pdf")
        peak = peak_of_reading(pack)
    print(
        f"\nPDF, {PAGES} pages, warm (goal {1000 * GOAL_SECONDS:.0f} ms and {GOAL_RATIO} of pdfplumber), ms"
    )
    heads = ("floor", "pdfplumber", "Document", "file", "x floor", "x pdfplumber")
    print(f"  {'':<18}" + "".join(f"{head:>14}" for head in heads))
    for name, row in rows.items():
        print_row(name, row)
    print_row("median", [statistics.median(column) for column in zip(*rows.values(), strict=True)])
    told = f"{peak:.0f} MB" if not math.isnan(peak) else "not told by this system"
    print(f"  {f'peak memory of a pack of {PACK_PAGES} pages':<42}{told} (goal {GOAL_MEGABYTES} MB)")


def templates() -> list[Path]:
    """The folders of samples that hold PDF files."""
    return sorted({path.parent for path in REPORTS.rglob("*.pdf")})


def three_pages(folder: Path, target: Path) -> Path:
    """A template's reports, one after the other, as far as the third page."""
    return of_pages(sorted(folder.glob("*.pdf")), PAGES, target / f"{folder.name}.pdf")


def of_pages(paths: Sequence[Path], pages: int, target: Path) -> Path:
    """A PDF of so many pages of some files, all of them over again where they have too few."""
    made = pypdfium2.PdfDocument.new()
    for path in itertools.cycle(paths):
        source = pypdfium2.PdfDocument(path)
        made.import_pages(source, list(range(min(len(source), pages - len(made)))))
        if len(made) == pages:
            break
    made.save(target)
    return target


def measure(path: Path, rules: Rules) -> list[float]:
    """The numbers of a row: each is measured once a round, so that what slows the machine slows them alike."""
    stages: dict[str, Callable[[], object]] = {
        "floor": partial(text_of_pdf, path),
        "pdfplumber": partial(text_and_tables, path),
        "Document": partial(extract_document, path),
        "file": partial(read_file, path, rules),
    }
    taken: dict[str, list[float]] = {name: [] for name in stages}
    for number in range(ROUNDS + 1):
        for name, work in stages.items():
            seconds = timed(work)
            if number:  # the first round warms up
                taken[name].append(seconds)
    floor, plumber, document, whole = (statistics.median(seconds) for seconds in taken.values())
    milliseconds = [1000 * seconds for seconds in (floor, plumber, document, whole)]
    return [*milliseconds, whole / floor, whole / plumber]


def print_row(name: str, row: Sequence[float]) -> None:
    """One template's numbers under the heads that ``main`` prints."""
    *milliseconds, floor, plumber = row
    print(f"  {name:<18}" + "".join(f"{each:14.1f}" for each in (*milliseconds, floor)) + f"{plumber:14.2f}")


def text_of_pdf(path: Path) -> int:
    """pypdfium2 reads the text"""
    document = pypdfium2.PdfDocument(path)
    try:
        return sum(len(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def text_and_tables(path: Path) -> int:
    """pdfplumber reads the text and the tables"""
    with pdfplumber.open(path) as document:
        return sum(len(page.extract_text()) + len(page.extract_tables()) for page in document.pages)


def peak_of_reading(path: Path) -> float:
    """The most memory that a process of its own holds while it reads a file, in megabytes."""
    asked = [sys.executable, "-m", "tests.bench.pdf", str(path)]
    answer = subprocess.run(asked, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return float(answer.stdout)


def tell_peak(path: Path) -> None:
    """Reads a file and prints this process's peak in megabytes."""
    read_file(path, load_rules())
    print(peak_megabytes())


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = CLOCK()
    work()
    return CLOCK() - start


if __name__ == "__main__":
    if len(sys.argv) > 1:
        tell_peak(Path(sys.argv[1]))
    else:
        main()
