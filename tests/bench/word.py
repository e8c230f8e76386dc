"""How fast Word reports of three pages are read in a worker that is warm, against the floor of the same run."""

from __future__ import annotations

import io
import statistics
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from lxml import etree

from extractors.registry import extract_document
from pipeline.reading import read_document
from pipeline.run import read_file
from rules.schema import Rules, load_rules
from samples.families import FAMILIES
from samples.month import Update
from samples.story import tell

MONTHS = {
    "estates_paper": 3,
    "register": 5,
    "stage_headings": 5,
    "checkpoint": 8,
    "confidence": 8,
    "drawn_lights": 8,
    "nhs_grid": 8,
    "two_column": 8,
    "council_form": 12,
}
"""Templates of different kinds, and over how many months each must tell its project for LibreOffice to print the
report on three pages."""
WARM_UP = "police_cells"
"""A template that a worker has read before the measuring begins, of another project."""
ROUNDS = 15
GOAL_SECONDS = 0.025
GOAL_RATIO = 20.0
"""Times the floor."""

CLOCK = time.process_time if time.get_clock_info("process_time").resolution < 1e-4 else time.perf_counter
"""Seconds of processor time where the system counts them finely: what else the machine does is not ours."""

_Item = TypeVar("_Item")


@dataclass(slots=True)
class Times:
    """Seconds of one file's readings by what was measured; the first whole reading stands apart."""

    first: float = 0.0
    taken: dict[str, list[float]] = field(default_factory=dict)

    def median(self, name: str) -> float:
        """Of all rounds."""
        return statistics.median(self.taken[name])


def main() -> None:
    """Prints each file's medians, then the medians of the files: a first reading, and the same file once more."""
    rules = load_rules()
    with tempfile.TemporaryDirectory() as folder:
        read_file(write_report(WARM_UP, 1, Path(folder)), rules)
        files = {name: write_report(name, months, Path(folder)) for name, months in MONTHS.items()}
        times = {name: measure(path, rules) for name, path in files.items()}
    print(f"\nWord, three pages, warm (goal {1000 * GOAL_SECONDS:.0f} ms and {GOAL_RATIO:.0f} x floor), ms")
    heads = ("floor", "Document", "records", "file", "x floor", "new file", "x floor")
    print(f"  {'':<18}" + "".join(f"{head:>10}" for head in heads))
    rows = [summary(item) for item in times.values()]
    for name, row in zip(times, rows, strict=True):
        print_row(name, row)
    print_row("median", [statistics.median(column) for column in zip(*rows, strict=True)])


def write_report(family: str, months: int, folder: Path) -> Path:
    """A report of a family that tells the first months of its project at once."""
    template = next(item for item in FAMILIES if item.name == family)
    path = folder / f"{family}.docx"
    path.write_bytes(template.render((over_months(template.projects[0], months),)).content)
    return path


def over_months(project: str, months: int) -> Update:
    """The last of the months, with all that was done, planned, missed, risked and decided in any of them."""
    told = [tell(project, number) for number in range(1, months + 1)]
    return replace(
        told[-1],
        done=once_each(month.done for month in told),
        planned=once_each(month.planned for month in told),
        missed=once_each(month.missed for month in told),
        risks=once_each(month.risks for month in told),
        decisions=once_each(month.decisions for month in told),
    )


def once_each(lists: Iterable[tuple[_Item, ...]]) -> tuple[_Item, ...]:
    """All items of the lists, each where it stands first."""
    return tuple(dict.fromkeys(chain.from_iterable(lists)))


def measure(path: Path, rules: Rules) -> Times:
    """The floor, the stages and the whole, each once a round: what slows the machine slows them alike."""
    parse_word(path)
    times = Times(first=timed(partial(read_file, path, rules)))
    document = extract_document(path)
    stages: dict[str, Callable[[], object]] = {
        "floor": partial(parse_word, path),
        "Document": partial(extract_document, path),
        "records": partial(read_document, document, rules),
        "file": partial(read_file, path, rules),
    }
    for _ in range(ROUNDS):
        for name, work in stages.items():
            times.taken.setdefault(name, []).append(timed(work))
    return times


def summary(times: Times) -> list[float]:
    """The numbers of a row: milliseconds, and the wholes as multiples of the floor."""
    floor, *stages = (times.median(name) for name in ("floor", "Document", "records", "file"))
    whole = stages[-1]
    milliseconds = [1000 * seconds for seconds in (floor, *stages)]
    return [*milliseconds, whole / floor, 1000 * times.first, times.first / floor]


def print_row(name: str, row: list[float]) -> None:
    """One file's numbers under the heads that ``main`` prints."""
    print(f"  {name:<18}" + "".join(f"{number:10.1f}" for number in row))


def parse_word(path: Path) -> int:
    """lxml parses document.xml"""
    with zipfile.ZipFile(path) as package:
        return len(etree.parse(io.BytesIO(package.read("word/document.xml"))).getroot())


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = CLOCK()
    work()
    return CLOCK() - start


if __name__ == "__main__":
    main()
