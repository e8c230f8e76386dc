"""The conductor: the only module that knows the order of the stages.

file → sniff → extractor → Document → records (Reading) → store → months reconciled → workbook
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import importlib.metadata
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.document import UnreadableDocument
from extractors.sniff import sniff_format
from pipeline.collecting import seldom_collected
from pipeline.converting import Means, converted
from pipeline.gather import Omission, ReportFile, gather_files
from pipeline.limits import Limits
from pipeline.model import DocumentInfo, Finding, Reading, Severity
from pipeline.workers import Failure, work_through
from rules.schema import Rules, load_rules

if TYPE_CHECKING:
    from extractors.registry import Aids
    from pipeline.tracking import Store, Tracker, WrittenWorkbook

SCAN_SHARE = 0.8
"""Of a document's deadline: what its scanned pages may take, so that those that were read in time are not lost."""

RuleFolders = tuple[Path, ...]
"""Folders of a user's own rules, which go before the built-in ones."""


@dataclass(frozen=True, slots=True)
class Step:
    """One document is done: ``done`` of ``total``. ``detail`` is the traceback of a fault of our own, or empty."""

    reading: Reading
    done: int
    total: int
    detail: str = ""


Listener = Callable[[Step], None]


def _ignore(_: Step) -> None:
    """For callers who need not hear of every document."""


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What one ingest did: documents ``read`` now, ``again`` of them because the rules have changed since they were
    read before, and ``unchanged`` since then.

    ``tracker`` is the workbook written, which is not the one asked for where that could not be replaced; then
    ``messages`` tell why.
    """

    tracker: Path
    kept_notes: int
    messages: tuple[str, ...]
    read: int
    unchanged: int
    again: int
    failed: tuple[Reading, ...]
    omitted: tuple[Omission, ...]
    reports: int
    findings: Counter[Severity]

    @property
    def found(self) -> int:
        """Files that are reports, or should be."""
        return self.read + self.unchanged + len(self.failed)

    @property
    def complete(self) -> bool:
        """True where nothing that may be a report was left unread."""
        return not self.failed and not any(omission.failed for omission in self.omitted)


class NoReports(Exception):
    """Nothing under the given paths is a report; ``omitted`` tells what was there instead."""

    def __init__(self, omitted: tuple[Omission, ...]) -> None:
        super().__init__("no report found")
        self.omitted = omitted


@seldom_collected()
def read_file(path: Path, rules: Rules, shown: str | None = None, aids: Aids | None = None) -> Reading:
    """One file's records; a file that cannot be read is a Reading without reports whose finding says why.

    Args:
        path: where the file's bytes are.
        rules: what is known of reports.
        shown: the path as the user knows it, where it is another.
        aids: what helps to read it, beside the file.
    """
    from extractors.registry import extract_document
    from pipeline.reading import read_document

    file = ReportFile(shown or path.as_posix(), path)
    try:
        document = extract_document(path, aids)
    except UnreadableDocument as error:
        return _fail(file, error.code, str(error))
    except OSError as error:
        if _can_be_opened(path):
            raise
        return unread(file, "", "file-not-readable", _why_not_opened(file, error))
    return read_document(dataclasses.replace(document, path=file.shown), rules)


def extract_files(
    paths: Iterable[Path],
    *,
    rule_folders: RuleFolders = (),
    limits: Limits | None = None,
    means: Means | None = None,
    listener: Listener = _ignore,
) -> Iterator[Reading]:
    """The records of every file, in the order given.

    Raises:
        RuleError: before any file is opened.
    """
    load_rules(*rule_folders)
    files = [ReportFile(path.as_posix(), path) for path in paths]
    return _readings(files, rule_folders, limits or Limits(), means or Means(), listener)


def ingest(
    paths: Sequence[Path],
    tracker: Path,
    store_url: str | None = None,
    *,
    as_of: str | None = None,
    rule_folders: RuleFolders = (),
    limits: Limits | None = None,
    means: Means | None = None,
    listener: Listener = _ignore,
) -> IngestSummary:
    """Reads every report under ``paths`` into the store and writes the workbook ``tracker`` from the store.

    Each document is committed as it comes, so that a run which is stopped goes on where it was. ``as_of``: the last
    month (``YYYY-MM``) that the workbook shows; later reports are in the store alone.

    Raises:
        RuleError: before any file is opened.
        NoReports: where there is nothing to read; the workbook is left alone.
    """
    from pipeline.tracking import open_store, renew_workbook

    rules = load_rules(*rule_folders)
    rules_version = reading_version(rules)
    with (
        tempfile.TemporaryDirectory(prefix="highlight-", ignore_cleanup_errors=True) as scratch,
        open_store(store_url or default_store(tracker)) as store,
    ):
        gathered = gather_files(paths, is_report, Path(scratch))
        if not gathered.files and not any(omission.failed for omission in gathered.omitted):
            raise NoReports(tuple(gathered.omitted))
        files = [_as_seen_from(tracker.parent, file) for file in gathered.files]
        plan = _plan(files, store, rules_version)
        readings = []
        for step in _read_files(plan.fresh, rule_folders, limits or Limits(), means or Means()):
            _keep(step.reading, plan, store, rules_version)
            readings.append(step.reading)
            listener(step)
        written = renew_workbook(store, tracker, rules.aliases(), as_of)
    return _summarise(written, readings, plan, tuple(gathered.omitted))


def export_store(
    folder: Path, form: str, store_url: str, *, rule_folders: RuleFolders = (), as_of: str | None = None
) -> list[Path]:
    """Writes the records of a store as files of a format of ``pipeline.tracking.FORMATS``; the files written.

    Raises:
        RuleError, StoreError, ExportError: in words for the user.
    """
    from pipeline.tracking import export_records

    return export_records(tracked(store_url, rule_folders=rule_folders, as_of=as_of), folder, form)


def tracked(store_url: str, *, rule_folders: RuleFolders = (), as_of: str | None = None) -> Tracker:
    """The months of a store's reports, reconciled.

    Raises:
        RuleError, StoreError: in words for the user.
    """
    from pipeline.tracking import build_tracker, open_store

    aliases = load_rules(*rule_folders).aliases()
    with open_store(store_url) as store:
        return build_tracker(store, aliases=aliases, as_of=as_of)


def unread(file: ReportFile, sha256: str, code: str, message: str) -> Reading:
    """The Reading of a file that gave no records: the finding tells why, and what to do."""
    known = None
    with contextlib.suppress(UnreadableDocument, OSError):
        known = sniff_format(file.path)
    info = DocumentInfo(file.shown, sha256, known, None, scanned=False)
    return Reading(info, findings=(Finding(code, "error", "document", message),))


def default_store(tracker: Path) -> str:
    """The SQLite file beside the tracker, of the tracker's name."""
    return str(tracker.with_suffix(".sqlite"))


def reading_version(rules: Rules) -> str:
    """What a reading depends on beside the document: this release and every word of the rules."""
    return f"{importlib.metadata.version('highlight-tracker')}+{rules.version}"


def is_report(path: Path) -> bool:
    """True where the file's content is of a format that can be read."""
    try:
        sniff_format(path)
    except UnreadableDocument:
        return False
    return True


def hash_file(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _readings(
    files: Sequence[ReportFile], rule_folders: RuleFolders, limits: Limits, means: Means, listener: Listener
) -> Iterator[Reading]:
    for step in _read_files(files, rule_folders, limits, means):
        listener(step)
        yield step.reading


@dataclass(frozen=True, slots=True)
class _Task:
    """One file to read, and what helps to read it."""

    file: ReportFile
    aids: Aids


def _read_files(
    files: Sequence[ReportFile], rule_folders: RuleFolders, limits: Limits, means: Means
) -> Iterator[Step]:
    """Reads the files in worker processes; a failed one gives a Reading that says why."""
    from extractors.registry import Aids

    with converted((file.path for file in files), means, limits.workers) as conversions:
        seconds = SCAN_SHARE * limits.deadline
        tasks = [
            _Task(file, Aids(conversions.get(file.path), means.cache, means.passwords, seconds))
            for file in files
        ]
        task = partial(_read_in_worker, rule_folders)
        outcomes = work_through(task, tasks, limits, prepare=partial(_warm_up, rule_folders))
        for done, outcome in enumerate(outcomes, start=1):
            match outcome.result:
                case Failure(code, message, detail):
                    yield Step(_fail(outcome.item.file, code, message), done, len(files), detail)
                case reading:
                    yield Step(reading, done, len(files))


def _fail(file: ReportFile, code: str, message: str) -> Reading:
    try:
        sha256 = hash_file(file.path)
    except OSError:
        sha256 = ""
    return unread(file, sha256, code, message)


def _can_be_opened(path: Path) -> bool:
    """Whether the file lies there for us to read: what failed else is no fault of the file's."""
    try:
        hash_file(path)
    except OSError:
        return False
    return True


def _read_in_worker(rule_folders: RuleFolders, task: _Task) -> Reading:
    return read_file(task.file.path, _rules(rule_folders), task.file.shown, task.aids)


def _warm_up(rule_folders: RuleFolders) -> None:
    """The costs that every worker pays once, before any document's time begins to run."""
    import pipeline.reading  # noqa: F401

    _rules(rule_folders)


@cache
def _rules(rule_folders: RuleFolders) -> Rules:
    return load_rules(*rule_folders)


def _why_not_opened(file: ReportFile, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is no file {file.shown}. Check the spelling and the folder."
    if isinstance(error, (IsADirectoryError, PermissionError)) and file.path.is_dir():
        return f"{file.shown} is a folder. Name the files in it, or use ingest, which reads whole folders."
    if isinstance(error, PermissionError):
        return f"You may not open {file.shown}. Ask its owner for access, or copy it to a folder of your own."
    return f"{file.shown} cannot be opened: {error.strerror or error}. Copy it to a local disk and try again."


def _as_seen_from(folder: Path, file: ReportFile) -> ReportFile:
    """The file's path as the workbook's links need it: relative where it is below the workbook, else absolute."""
    archive, mark, member = file.shown.partition("!/")
    path = Path(archive).absolute()
    with contextlib.suppress(ValueError):  # not below the folder
        path = path.relative_to(folder.absolute())
    return ReportFile(f"{path.as_posix()}{mark}{member}", file.path)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be read; ``again`` of it by other rules than last time. ``copies`` are further names of the same
    bytes, by SHA-256.
    """

    fresh: tuple[ReportFile, ...]
    copies: Mapping[str, Sequence[str]]
    unchanged: int
    again: int


def _plan(files: Sequence[ReportFile], store: Store, rules_version: str) -> _Plan:
    """Leaves out what the store knows, and reads equal files once."""
    fresh: dict[str, ReportFile] = {}
    copies: dict[str, list[str]] = {}
    unchanged = again = 0
    for file in files:
        try:
            sha256 = hash_file(file.path)
        except OSError:
            fresh[file.shown] = file  # it fails again when it is read, and is told there
            continue
        read_by = store.read_by(sha256)
        if read_by == rules_version:
            store.seen_at(sha256, file.shown)
            unchanged += 1
        elif sha256 in fresh:
            copies.setdefault(sha256, []).append(file.shown)
            unchanged += 1
        else:
            fresh[sha256] = file
            again += read_by is not None
    return _Plan(tuple(fresh.values()), copies, unchanged, again)


def _keep(reading: Reading, plan: _Plan, store: Store, rules_version: str) -> None:
    sha256 = reading.document.sha256
    if not sha256:
        return  # a file that could not be opened: it has no identity to be kept under
    store.add(reading, datetime.now(UTC), rules_version)
    for name in plan.copies.get(sha256, ()):
        store.seen_at(sha256, name)


def _summarise(
    written: WrittenWorkbook, readings: Sequence[Reading], plan: _Plan, omitted: tuple[Omission, ...]
) -> IngestSummary:
    read = [reading for reading in readings if not reading.failed]
    return IngestSummary(
        tracker=written.path,
        kept_notes=written.kept_notes,
        messages=written.messages,
        read=len(read),
        unchanged=plan.unchanged,
        again=plan.again,
        failed=tuple(reading for reading in readings if reading.failed),
        omitted=omitted,
        reports=sum(len(reading.reports) for reading in read),
        findings=Counter(finding.severity for reading in readings for finding in all_findings(reading)),
    )


def all_findings(reading: Reading) -> Iterator[Finding]:
    """The findings about the document, then those about each report."""
    yield from reading.findings
    for report in reading.reports:
        yield from report.findings
