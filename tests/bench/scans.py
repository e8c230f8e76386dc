"""How much of printed reports is read from their scans: ``python -m tests.bench.scans [FOLDER]``.

One month of some families is printed, scanned by each scanner in turn, and read beside the prints; what is lost
between the two is the scans' own. It takes a few minutes and needs LibreOffice and Tesseract.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from pipeline.evaluate import Score, compare
from pipeline.model import as_contract
from pipeline.run import read_file
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
GOAL_F1, GOAL_SILENT, GOAL_COLOURED, GOAL_SECONDS = 0.92, 0.02, 0.97, 5.0


def main(folder: Path) -> None:
    """Makes the files below a folder, reads them, and prints what was read of prints and scans."""
    prints, scans = folder / "prints", folder / "scans"
    write_files(prints)
    write_files(scans)
    paths = sorted(scans.rglob("*.pdf"))
    scan_files((path.parent.name, path) for path in paths)
    rules = load_rules()
    best, score, cells = Score(), Score(), Coloured()
    seconds = 0.0
    for path in paths:
        digital = as_contract(read_file(prints / path.relative_to(scans), rules))
        start = time.perf_counter()
        scanned = as_contract(read_file(path, rules))
        seconds += time.perf_counter() - start
        gold = json.loads(path.with_name(f"{path.name}.gold.json").read_text(encoding="utf-8"))["reports"]
        compare(path.name, gold, digital, best)
        compare(path.name, gold, scanned, score)
        cells.count(digital["reports"], scanned["reports"])
    for name, document, told, what in ((key, name, told, what) for name, key, told, what in score.mistakes):
        print(f"{'told' if told else 'SILENT'}\t{document}\t{name}\t{what}")
    print(f"\n{'':<12}{'gold':>6}{'print':>8}{'scan':>8}")
    for kind in KINDS:
        print(f"{kind:<12}{score.gold[kind]:>6}{best.f1(kind):>8.3f}{score.f1(kind):>8.3f}")
    print(f"{'all':<12}{score.gold.total():>6}{best.f1():>8.3f}{score.f1():>8.3f} (goal {GOAL_F1})")
    print(
        f"silent {silent_share(score):.3f} of what is there (goal {GOAL_SILENT}; prints {silent_share(best):.3f})"
    )
    print(f"ratings told by a cell's colour: {cells.share:.3f} of {cells.told} (goal {GOAL_COLOURED})")
    print(f"{seconds / sum(map(count_pages, paths)):.1f} s a page (goal {GOAL_SECONDS:.0f})")


@dataclass(slots=True)
class Coloured:
    """Ratings that stand in a print as a cell's fill alone, and how many the scan tells alike."""

    told: int = 0
    alike: int = 0

    @property
    def share(self) -> float:
        """Of those told (0..1)."""
        return self.alike / max(1, self.told)

    def count(self, prints: list[dict[str, Any]], scans: list[dict[str, Any]]) -> None:
        """Adds the ratings of a document, as the contract writes its reports."""
        for number, report in enumerate(prints):
            found = Counter(map(rated, scans[number]["ratings"])) if number < len(scans) else Counter()
            coloured = Counter(rated(rating) for rating in report["ratings"] if rating["basis"] == "fill")
            self.told += coloured.total()
            self.alike += (coloured & found).total()


def rated(rating: dict[str, Any]) -> tuple[str, str, str]:
    """What a rating is of, and what it is now and was before."""
    return rating["dimension"], rating["current"], rating["previous"]


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
