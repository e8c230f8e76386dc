"""How fast old formats are converted and read: a batch of samples, and one by itself."""

from __future__ import annotations

import hashlib
import tempfile
import time
from pathlib import Path

from extractors.legacy import extract_legacy
from extractors.office.convert import Original, convert_all
from samples.families import FAMILIES
from samples.generate import in_other_format, make_samples, write_samples

FILES = 20
KINDS = ("doc", "rtf", "odt")
GOAL_SECONDS = 0.35
"""A file of a batch, on two processors."""


def main() -> None:
    """Prints seconds a file: one alone, then batches of each format."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"\nLibreOffice, {FILES} files of a format in a batch (goal {GOAL_SECONDS} s a file)")
        for kind in KINDS:
            paths = write_batch(kind, Path(folder) / kind)
            alone = timed_reading(paths[:1])
            together = timed_reading(paths) / len(paths)
            print(f"  .{kind:<6}one alone {alone:5.2f} s   in the batch {together:5.3f} s a file")


def write_batch(kind: str, out: Path) -> list[Path]:
    """The files, of as many families as there are."""
    word = [family for family in FAMILIES if family.suffix == ".docx" and not family.gather]
    made = (sample for family in word for sample in make_samples(family, (4, 5), family.projects[:1]))
    write_samples([*in_other_format(made, kind)][:FILES], out)
    return sorted(out.rglob(f"*.{kind}"))


def timed_reading(paths: list[Path]) -> float:
    """Seconds from the files to their Documents."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        originals = [
            Original(path, path.suffix[1:], hashlib.sha256(path.read_bytes()).hexdigest())  # type: ignore[arg-type]
            for path in paths
        ]
        done = convert_all(originals, Path(folder))
        for item in originals:
            extract_legacy(item.path, done[item.sha256])
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
