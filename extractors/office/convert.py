"""Many files through LibreOffice at once: batches in lanes, each lane with a profile of its own.

LibreOffice needs over a second to start and a fifth of one for a report, so files go to it many at a time, and two
lanes side by side on two processors need little more than half the time of one. It exits with 0 on files it could not
read, and one that hangs or crashes it takes the rest of its batch along: the output alone tells what was converted, and
what is missing is tried again by itself.
"""

from __future__ import annotations

import contextlib
import os
import queue
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from extractors.cache import Cache
from extractors.document import Format, UnreadableDocument
from extractors.office.binary import mend_final_table
from extractors.office.profile import write_profile
from extractors.office.program import complaint, find_libreoffice, libreoffice_version, running
from extractors.sniff import sniff_format

BATCH_FILES = 20
"""Files in one call: the start costs a twentieth of it, and a crash loses little."""

LANES = 4
"""LibreOffices at a time at most; each takes 200 MB."""

STALL_SECONDS = 60.0
"""A report converts in 0.2 to 3 s, the first one on a slow machine in 15 s; no new file for longer means a hang."""

_LOOK_SECONDS = 0.05
"""Between two looks whether the process ended or a file came."""


@dataclass(frozen=True, slots=True)
class Original:
    """A .doc, .rtf or .odt file to convert; ``sha256`` of its bytes."""

    path: Path
    format: Format
    sha256: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of an original: a .docx ``file``, or the ``code`` and ``message`` of why there is none."""

    file: Path | None = None
    code: str = ""
    message: str = ""

    def docx(self) -> Path:
        """The converted file.

        Raises:
            UnreadableDocument: where there is none.
        """
        if self.file is None:
            raise UnreadableDocument(self.code, self.message)
        return self.file


def _silent(_done: int, _total: int) -> None:
    """For callers who need not hear of progress."""


def convert_all(
    originals: Sequence[Original],
    folder: Path,
    cache: Cache | None = None,
    *,
    lanes: int = 0,
    tell: Callable[[int, int], None] = _silent,
) -> dict[str, Conversion]:
    """Converts the originals; equal ones once.

    Args:
        originals: what to convert.
        folder: a private folder for the results; they live as long as it does.
        cache: where results of earlier runs are, and these are kept; None: nowhere.
        lanes: LibreOffices at a time; 0: one for each processor, up to ``LANES``.
        tell: called with (done, total) as files are done, one call at a time.

    Returns:
        By SHA-256 of the original.
    """
    distinct = {original.sha256: original for original in originals}
    work = _Work(folder, cache, len(distinct), tell)
    try:
        program = find_libreoffice()
    except UnreadableDocument as error:
        return {key: Conversion(code=error.code, message=str(error)) for key in distinct}
    version = libreoffice_version(program)
    waiting = [item for item in distinct.values() if not work.take_cached(item, version)]
    if waiting:
        count = min(lanes or min(os.cpu_count() or 1, LANES), len(waiting))
        size = min(BATCH_FILES, -(-len(waiting) // count))
        for start in range(0, len(waiting), size):
            work.batches.put(tuple(waiting[start : start + size]))
        _run_lanes(count, work, program, version)
    return work.results


def _run_lanes(count: int, work: _Work, program: str, version: str) -> None:
    if count == 1:
        _Lane(work, program, version).run()
        return
    with ThreadPoolExecutor(count) as pool:
        try:
            lanes = [pool.submit(_Lane(work, program, version).run) for _ in range(count)]
            for lane in lanes:
                lane.result()
        finally:
            work.stopped.set()  # leaving early (an error, Ctrl-C) ends every LibreOffice


@dataclass(slots=True)
class _Work:
    """What the lanes share."""

    folder: Path
    cache: Cache | None
    total: int
    tell: Callable[[int, int], None]
    batches: queue.SimpleQueue[tuple[Original, ...]] = field(default_factory=queue.SimpleQueue)
    results: dict[str, Conversion] = field(default_factory=dict)
    stopped: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take_cached(self, original: Original, version: str) -> bool:
        """True where an earlier run has converted the file."""
        target = self.folder / f"{original.sha256}.docx"
        if self.cache is None or not self.cache.fetch(original.sha256, version, target):
            return False
        if not _is_word(target):
            return False
        self.settle(original, Conversion(target))
        return True

    def settle(self, original: Original, conversion: Conversion) -> None:
        with self.lock:
            self.results[original.sha256] = conversion
            self.tell(len(self.results), self.total)


class _Lane:
    """One LibreOffice at a time, with one profile for all its batches."""

    def __init__(self, work: _Work, program: str, version: str) -> None:
        self._work, self._program, self._version = work, program, version

    def run(self) -> None:
        """Works until no batch waits."""
        # Of a random name below a private folder; LibreOffice writes nothing elsewhere.
        with tempfile.TemporaryDirectory(
            prefix="lane-", dir=self._work.folder, ignore_cleanup_errors=True
        ) as scratch:
            profile = write_profile(Path(scratch) / "profile")
            number = 0
            while not self._work.stopped.is_set():
                try:
                    batch = self._work.batches.get_nowait()
                except queue.Empty:
                    return
                number += 1
                folder = Path(scratch) / str(number)
                folder.mkdir()
                self._convert(batch, folder, profile)
                shutil.rmtree(folder, ignore_errors=True)

    def _convert(self, batch: tuple[Original, ...], folder: Path, profile: str) -> None:
        sources = [_copy_in(original, folder / f"{index}") for index, original in enumerate(batch)]
        call = _Call(self._program, profile, sources, folder)
        ended = call.run(self._work.stopped)
        if self._work.stopped.is_set():
            return
        missing: list[int] = []
        for index, original in enumerate(batch):
            converted = call.output(index)
            if _is_word(converted):
                self._keep(original, converted)
            else:
                missing.append(index)
        if not missing:
            return
        if len(batch) == 1:
            self._work.settle(batch[0], _refusal(batch[0], ended, complaint(folder)))
            return
        # Those before the last good file were refused, and the next one may have ended the run: each alone. The
        # rest was never tried.
        tried = max((index for index in range(len(batch)) if index not in missing), default=-1) + 1
        rest = [] if ended else [index for index in missing if index > tried]
        for index in missing:
            if index not in rest:
                self._work.batches.put((batch[index],))
        if rest:
            self._work.batches.put(tuple(batch[index] for index in rest))

    def _keep(self, original: Original, converted: Path) -> None:
        target = self._work.folder / f"{original.sha256}.docx"
        converted.replace(target)
        if self._work.cache is not None:
            self._work.cache.keep(original.sha256, self._version, target)
        self._work.settle(original, Conversion(target))


@dataclass(slots=True)
class _Call:
    """One run of LibreOffice over ``sources``, which it takes in their order."""

    program: str
    profile: str
    sources: Sequence[Path]
    folder: Path

    def output(self, index: int) -> Path:
        """Where the result of a source comes."""
        return self.folder / "converted" / f"{self.sources[index].stem}.docx"

    def run(self, stopped: threading.Event) -> bool:
        """True where LibreOffice came to its end by itself, False where it crashed, hung or was stopped."""
        command = [
            self.program,
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            f"-env:UserInstallation={self.profile}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(self.folder / "converted"),
            *map(str, self.sources),
        ]
        with running(command, self.folder) as process:
            seen, since = 0, time.monotonic()
            while process.poll() is None:
                if stopped.wait(_LOOK_SECONDS):
                    return False
                count = self._count()
                if count > seen:
                    seen, since = count, time.monotonic()
                if time.monotonic() - since > STALL_SECONDS:
                    return False
            return process.returncode == 0

    def _count(self) -> int:
        try:
            return sum(1 for _ in (self.folder / "converted").iterdir())
        except FileNotFoundError:
            return 0


def _copy_in(original: Original, folder: Path) -> Path:
    """A copy under a plain name with the true extension: LibreOffice trusts names, and a name may begin with a dash.

    Fields that print the file's name print this one, so it is the same in every run and like no other word. Each copy
    stands in a folder of its own, so that nothing beside it can be taken for a part of it.
    """
    folder.mkdir()
    source = folder / f"{original.sha256}.{original.format}"
    shutil.copyfile(original.path, source)
    if original.format == "doc":
        with contextlib.suppress(OSError, ValueError):  # a broken file is LibreOffice's to refuse
            mend_final_table(source)
    return source


def _is_word(path: Path) -> bool:
    try:
        return sniff_format(path) == "docx"
    except (OSError, UnreadableDocument):
        return False


def _refusal(original: Original, ended: bool, said: str) -> Conversion:
    if ended:
        return Conversion(
            code="conversion-failed",
            message=f"LibreOffice could not read this .{original.format} file: it may be damaged. "
            f"Open it in Word, save it as .docx and try again.{f' LibreOffice said: {said}' if said else ''}",
        )
    return Conversion(
        code="conversion-stopped",
        message="LibreOffice crashed over this file, or did not finish converting it within "
        f"{STALL_SECONDS:.0f} seconds. Open it in Word, save it as .docx and try again.",
    )
