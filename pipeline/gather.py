"""Finds the report files under what a user names: files, folders with all their sub-folders, zip archives.

A file that a user names, or that has a report's file name, always counts, readable or not; of the others under a
folder only those whose content is a report's. What is left out is listed, so that nothing vanishes unseen.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

REPORT_SUFFIXES = frozenset(
    {".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".rtf", ".odt", ".ott", ".pdf"}
)
"""A damaged file of such a name is a report that could not be read; it must not pass for a file of another kind."""

ARCHIVE_SUFFIX = ".zip"

MEMBER_BYTES = 500_000_000
"""A month's pack with photographs takes 50 MB; ten times that is no report."""

ARCHIVE_BYTES = 4_000_000_000
"""All archives together: years of packs, and still less than a temporary folder holds."""

ARCHIVE_MEMBERS = 20_000
ARCHIVE_DEPTH = 3
"""Archives within archives: mail gateways wrap one in another; more wrappings are a trap."""

_COPY_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file to read: ``shown`` is its path as the user knows it (posix style), ``path`` where its bytes are.

    They differ for members of archives: ``packs/may.zip!/north/report.docx``.
    """

    shown: str
    path: Path


@dataclass(frozen=True, slots=True)
class Omission:
    """A file that is not read, with the reason in the user's words. ``failed``: a report may have been lost."""

    shown: str
    reason: str
    failed: bool = False


@dataclass(slots=True)
class Gathered:
    """What was found, in the order of the paths given, folders sorted by name."""

    files: list[ReportFile] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)


def gather_files(paths: Iterable[Path], is_report: Callable[[Path], bool], scratch: Path) -> Gathered:
    """The report files under ``paths``, each file once.

    Args:
        paths: files, folders and archives, which must exist.
        is_report: tells by its content whether a file of any name is a report.
        scratch: a folder for the members of archives; it must live until the files are read.
    """
    search = _Search(is_report, scratch)
    for given in paths:
        for path in search.walk(given):
            search.take(path, path.as_posix(), named=path == given)
    return search.found


class ArchiveProblem(Exception):
    """An archive that is not unpacked; the message says why and what to do."""


class _Search:
    """One walk over what the user named."""

    def __init__(self, is_report: Callable[[Path], bool], scratch: Path) -> None:
        self.found = Gathered()
        self._is_report = is_report
        self._scratch = scratch
        self._seen: set[Path] = set()
        self._unpacked = 0

    def walk(self, path: Path) -> Iterator[Path]:
        """The files at or under ``path``; links to folders are not followed, since they may lead in circles."""
        if not path.is_dir():
            yield path
            return
        try:
            children = sorted(path.iterdir(), key=lambda child: (child.name.casefold(), child.name))
        except OSError as error:
            self._omit(path.as_posix(), f"the folder cannot be opened: {error.strerror}", failed=True)
            return
        for child in children:
            if child.is_dir() and (child.is_symlink() or _is_hidden(child.name)):
                self._omit(child.as_posix(), "a hidden folder or a link to a folder")
            else:
                yield from self.walk(child)

    def take(self, path: Path, shown: str, *, named: bool = False, depth: int = 0) -> None:
        """Puts one file where it belongs; ``named``: the user named this very file."""
        real = path.resolve()
        if real in self._seen:
            return
        self._seen.add(real)
        name = PurePosixPath(shown).name
        suffix = PurePosixPath(name).suffix.lower()
        if _is_hidden(name) and not named:
            self._omit(shown, "a hidden file or a lock file of Office")
        elif suffix == ARCHIVE_SUFFIX and not self._is_document(path):
            self._take_archive(path, shown, depth)
        elif named or suffix in REPORT_SUFFIXES or self._is_document(path):
            self.found.files.append(ReportFile(shown, path))
        else:
            self._omit(shown, "not a report in Word, RTF, OpenDocument or PDF format")

    def _take_archive(self, archive: Path, shown: str, depth: int) -> None:
        if depth >= ARCHIVE_DEPTH:
            self._omit(shown, "an archive within archives; unpack it yourself", failed=True)
            return
        try:
            for member, path in self._unpack(archive, shown):
                self.take(path, f"{shown}!/{member}", depth=depth + 1)
        except ArchiveProblem as problem:
            self._omit(shown, str(problem), failed=True)
        except (RuntimeError, NotImplementedError) as error:  # zipfile: protected, or a compression it lacks
            self._omit(shown, f"the archive cannot be unpacked ({error}); unpack it yourself", failed=True)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            self._omit(shown, f"the archive is damaged ({error}); ask for it again", failed=True)

    def _unpack(self, archive: Path, shown: str) -> Iterator[tuple[str, Path]]:
        """Every member with a name, as ``(name, path of its bytes)``.

        Members are stored under numbers, so that no name in an archive decides where anything is written, and
        their sizes are counted while they are written, since an archive may lie about them.
        """
        with zipfile.ZipFile(archive) as package:
            # A Mac keeps notes about its files there, under the files' own names.
            members = [
                info
                for info in package.infolist()
                if not info.is_dir() and not info.filename.startswith("__MACOSX/")
            ]
            if len(members) > ARCHIVE_MEMBERS:
                raise ArchiveProblem(
                    f"the archive holds more than {ARCHIVE_MEMBERS:,} files; unpack it yourself"
                )
            folder = self._scratch / f"archive-{sum(1 for _ in self._scratch.iterdir())}"
            folder.mkdir()
            for number, info in enumerate(sorted(members, key=lambda info: info.filename)):
                name = info.filename.replace("\\", "/")
                path = folder / str(number)
                limit = min(MEMBER_BYTES, ARCHIVE_BYTES - self._unpacked)
                size = _copy_member(package, info, path, limit)
                self._unpacked += size
                if size > limit:
                    path.unlink()
                    self._omit(f"{shown}!/{name}", "larger than reports are; unpack it yourself", failed=True)
                else:
                    yield name, path

    def _is_document(self, path: Path) -> bool:
        try:
            return self._is_report(path)
        except OSError:
            return False  # it cannot be opened: its name alone decides

    def _omit(self, shown: str, reason: str, *, failed: bool = False) -> None:
        self.found.omitted.append(Omission(shown, reason, failed))


def _copy_member(package: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, limit: int) -> int:
    """Writes one member and returns how many bytes were unpacked: above ``limit`` where it was given up."""
    size = 0
    with package.open(info) as source, path.open("wb") as target:
        while size <= limit and (chunk := source.read(_COPY_BYTES)):
            size += len(chunk)
            target.write(chunk)
    return size


def _is_hidden(name: str) -> bool:
    """Office leaves ``~$report.docx`` beside an open document; it holds a user name, no report."""
    return name.startswith((".", "~$"))
