"""How much of printed reports is read from their scans: ``python -m tests.bench.scans [FOLDER]``.

One month of some families is printed, scanned by each scanner in turn, and read beside the prints; what is lost
between the two is the scans' own. It takes a few minutes and needs LibreOffice and Tesseract.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import pypdfium2

from pipeline.evaluate import Score, score_folder
from rules.schema import load_rules
from samples.families import FAMILIES
from samples.generate import make_samples, printed, write_samples
from samples.scanning import scan_files

MONTH = 5
PROJECTS = 2
"""Of each family at most, so that every scanner has its turn and a run is short."""

CHOSEN = (
    "building_site", "symbol_sheet", "quadrant", "sprint_board", "supplier_weekly", "council_print", "transposed",
    "nhs_grid", "confidence", "colour_only", "register", "care_board", "regeneration_cards", "homes_progress",
    "estate_renewal",
)  # fmt: skip
"""Drawn as PDF, printed by LibreOffice, and Word: cells, lights, bands, columns, registers."""

KINDS = ("fields", "ratings", "activities", "risks", "milestones", "finances", "decisions")
GOAL_F1, GOAL_SILENT, GOAL_SECONDS = 0.92, 0.02, 5.0


def main(folder: Path) -> None:
    """Makes the files below a folder, reads them, and prints what was read of prints and scans."""
    prints, scans = folder / "prints", folder / "scans"
    write_files(prints)
    write_files(scans)
    paths = sorted(scans.rglob("*.pdf"))
    scan_files((path.parent.name, path) for path in paths)
    rules = load_rules()
    best = score_folder(prints, rules)
    start = time.perf_counter()
    score = score_folder(scans, rules)
    seconds = (time.perf_counter() - start) / sum(map(count_pages, paths))
    for name, document, told, what in ((key, name, told, what) for name, key, told, what in score.mistakes):
        print(f"{'told' if told else 'SILENT'}\t{document}\t{name}\t{what}")
    print(f"\n{'':<12}{'gold':>6}{'print':>8}{'scan':>8}")
    for kind in KINDS:
        print(f"{kind:<12}{score.gold[kind]:>6}{best.f1(kind):>8.3f}{score.f1(kind):>8.3f}")
    print(f"{'all':<12}{score.gold.total():>6}{best.f1():>8.3f}{score.f1():>8.3f} (goal {GOAL_F1})")
    print(
        f"silent {silent_share(score):.3f} of what is there (goal {GOAL_SILENT}; prints {silent_share(best):.3f})"
    )
    print(f"{seconds:.1f} s a page (goal {GOAL_SECONDS:.0f})")


def write_files(folder: Path) -> None:
    """The chosen families' reports as PDF files, with their gold."""
    known = {family.name: family for family in FAMILIES}
    for name in CHOSEN:
        family = known[name]
        projects = None if family.gather else family.projects[:PROJECTS]
        write_samples(list(printed(make_samples(family, [MONTH], projects))), folder)


def count_pages(path: Path) -> int:
    """The pages of a PDF file."""
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def silent_share(score: Score) -> float:
    """Mistakes that nobody is told of, as a share of what should be read."""
    return score.silent / max(1, score.gold.total())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            main(Path(scratch))
