"""Has the .doc, .rtf and .odt files of a run converted together, before they are read."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from extractors.cache import Cache, UnusableCache
from extractors.document import UnreadableDocument
from extractors.office.convert import Conversion, Original, convert_all
from extractors.sniff import sniff_format

__all__ = ["Cache", "Means", "UnusableCache", "converted", "default_cache_folder"]

CONVERTED = frozenset({"doc", "rtf", "odt"})
"""Formats that are read by way of another one."""


def _silent(_done: int, _total: int) -> None:
    """For callers who need not hear of progress."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a run may use, beside the files: ``passwords`` for protected ones and a ``cache`` of converted ones.

    ``converting`` hears how many of how many files are converted.
    """

    passwords: tuple[str, ...] = field(default=(), repr=False)
    cache: Cache | None = None
    converting: Callable[[int, int], None] = _silent


def default_cache_folder() -> Path:
    """Where this system keeps what programs can make again: a folder of the user's own, which no share holds."""
    return platformdirs.user_cache_path("highlight-tracker", appauthor=False)


@contextmanager
def converted(paths: Iterable[Path], means: Means, lanes: int = 0) -> Iterator[Mapping[Path, Conversion]]:
    """What became of those of ``paths`` that need converting; the results live as long as the block."""
    if means.cache is not None:
        means.cache.tidy()
    originals = {path: original for path in paths if (original := _original(path))}
    if not originals:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="highlight-", ignore_cleanup_errors=True) as folder:
        done = convert_all(
            list(originals.values()), Path(folder), means.cache, lanes=lanes, tell=means.converting
        )
        yield {path: done[original.sha256] for path, original in originals.items()}


def _original(path: Path) -> Original | None:
    """None for every file that is read as it is, or not at all; its reader tells why."""
    with suppress(OSError, UnreadableDocument):
        known = sniff_format(path)
        if known in CONVERTED:
            with path.open("rb") as file:
                return Original(path, known, hashlib.file_digest(file, "sha256").hexdigest())
    return None
