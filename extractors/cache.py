"""What is costly to make of a file (a conversion, a scanned page's words), kept from run to run.

The copies hold what the reports hold, so they stand where only their owner may look, are kept no longer than they are
of use, and never include a file that was opened with a password.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

CACHE_BYTES = 256 * 1024**2
"""Some thousand converted reports, or twenty thousand scanned pages; the least recently used go first."""

UNUSED_SECONDS = 180 * 24 * 3600.0
"""A copy that no run asked for in half a year goes."""

RECIPE = "1"
"""Raised when this program comes to convert in another way, so that older results are not used again."""

_OWN_FOLDER = "converted"
_FILE, _WORDS = ".docx", ".json"


class UnusableCache(Exception):
    """The folder cannot be a cache; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of results, named by the SHA-256 of the original and of what made them.

    Several runs may share it: files come into it whole, and one that another run removes is only missed.
    """

    folder: Path

    @classmethod
    def at(cls, parent: Path) -> Cache:
        """The cache below a folder, which is made where it is not there yet.

        Raises:
            UnusableCache: it cannot be made, or belongs to somebody else, who could put other words into reports.
        """
        folder = parent / _OWN_FOLDER
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if sys.platform != "win32":  # there, the folder of a user's own is private by inheritance
                if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                    raise UnusableCache(
                        f"The folder {folder} for converted files belongs to somebody else. "
                        "Give --cache a folder of your own, or do without: --no-cache."
                    )
                folder.chmod(0o700)
        except OSError as error:
            raise UnusableCache(
                f"The folder {folder} for converted files cannot be used ({error.strerror or error}). "
                "Give --cache a folder of your own, or do without: --no-cache."
            ) from error
        return cls(folder)

    def fetch(self, sha256: str, version: str, target: Path) -> bool:
        """Copies a kept file to ``target``; False where there is none."""
        kept = self._place(sha256, version, _FILE)
        try:
            shutil.copyfile(kept, target)
            os.utime(kept)  # used now
        except OSError:
            return False
        return True

    def fetch_text(self, key: str, version: str) -> str | None:
        """A kept text; None where there is none. ``key`` begins with the SHA-256 of what it was made of."""
        kept = self._place(key, version, _WORDS)
        try:
            text = kept.read_text(encoding="utf-8")
            os.utime(kept)  # used now
        except (OSError, UnicodeDecodeError):
            return None
        return text

    def keep(self, sha256: str, version: str, converted: Path) -> None:
        """Keeps a copy of ``converted``; where that fails (a full disk) the run goes on without."""
        with contextlib.suppress(OSError), converted.open("rb") as source:
            self._write(source, self._place(sha256, version, _FILE))

    def keep_text(self, key: str, version: str, text: str) -> None:
        """Keeps a text under the key that ``fetch_text`` knows it by; where that fails the run goes on without."""
        with contextlib.suppress(OSError):
            self._write(io.BytesIO(text.encode("utf-8")), self._place(key, version, _WORDS))

    def _write(self, source: BinaryIO, place: Path) -> None:
        handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")  # readable by its owner alone
        try:
            with os.fdopen(handle, "wb") as file:
                shutil.copyfileobj(source, file)
            Path(name).replace(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def tidy(self) -> None:
        """Removes what was long unused, then the least recently used above the size that a cache may have."""
        now, total = time.time(), 0
        for used, size, path in sorted(self._entries(), reverse=True):
            total += size
            if total > CACHE_BYTES or now - used > UNUSED_SECONDS:
                with contextlib.suppress(OSError):  # another run was quicker, or is reading it
                    path.unlink()

    def _entries(self) -> list[tuple[float, int, Path]]:
        """(last use, bytes, path) of every file, unfinished ones of runs that were killed among them."""
        entries = []
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                with contextlib.suppress(OSError):
                    state = path.stat()
                    entries.append((state.st_mtime, state.st_size, path))
        return entries

    def _place(self, key: str, version: str, suffix: str) -> Path:
        by = hashlib.sha256(f"{RECIPE} {version}".encode()).hexdigest()[:12]
        return self.folder / f"{key}-{by}{suffix}"
