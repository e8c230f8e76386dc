"""``ingest``: reports into the store and the tracker."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import (
    CacheOption,
    DeadlineOption,
    NoCacheOption,
    PasswordsOption,
    RulesOption,
    VerboseOption,
    WorkersOption,
    read_means,
)
from pipeline.cli.stored import check_month
from pipeline.cli.telling import ExitCode, check_paths, count, progress, told_in_words, wrong_use
from pipeline.limits import DEADLINE_SECONDS, Limits, memory_is_capped

if TYPE_CHECKING:
    from pipeline.model import Severity
    from pipeline.run import IngestSummary


def ingest(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Reports, folders of them, or zip files.")
    ],
    tracker: Annotated[
        Path, typer.Option("--tracker", metavar="FILE", help="The workbook (.xlsx) to write.")
    ],
    store: Annotated[
        str | None,
        typer.Option(
            "--store",
            metavar="URL",
            help="Where the records are kept: a file or a database URL. "
            "Without it, a SQLite file beside the tracker.",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="YYYY-MM",
            help="Write the tracker as it would have stood after this month; later reports are only stored.",
        ),
    ] = None,
    rules: RulesOption = None,
    workers: WorkersOption = 0,
    deadline: DeadlineOption = DEADLINE_SECONDS,
    passwords: PasswordsOption = None,
    cache: CacheOption = None,
    no_cache: NoCacheOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Read reports into the store and write the tracker workbook.

    Reports that were read before and have not changed are not read again; what reviewers wrote in the workbook stays.

    Example: highlight-tracker ingest reports/ --tracker tracker.xlsx
    """
    check_paths(paths)
    check_month(as_of)
    _check_tracker(tracker)
    if not memory_is_capped():
        typer.echo("On this system the memory of a document cannot be capped; its time is.", err=True)

    from pipeline.run import NoReports
    from pipeline.run import ingest as run_ingest
    from pipeline.tracking import StoreError, WorkbookError

    with told_in_words(StoreError, WorkbookError), progress(verbose) as telling:
        try:
            summary = run_ingest(
                paths,
                tracker,
                store,
                as_of=as_of,
                rule_folders=tuple(rules or ()),
                limits=Limits(workers, deadline),
                means=read_means(passwords, cache, no_cache, telling),
                listener=telling.listener,
            )
        except NoReports as nothing:
            where = ", ".join(path.as_posix() for path in paths)
            others = f" ({len(nothing.omitted)} files of other kinds are there)" if nothing.omitted else ""
            raise wrong_use(
                f"There is no report under {where}{others}. Name a folder that holds some."
            ) from None
    _tell_summary(summary, verbose)
    raise typer.Exit(ExitCode.ALL_READ if summary.complete else ExitCode.SOME_NOT_READ)


def _check_tracker(tracker: Path) -> None:
    if tracker.suffix.lower() != ".xlsx":
        raise wrong_use(
            f"The tracker must be an Excel workbook: give --tracker a name that ends in .xlsx, not {tracker}."
        )
    folder = tracker.absolute().parent
    if not folder.is_dir():
        raise wrong_use(f"There is no folder {folder} for the tracker. Make it first, or name another.")
    if not os.access(folder, os.W_OK) or (tracker.exists() and not os.access(tracker, os.W_OK)):
        raise wrong_use(f"You may not write {tracker}. Give --tracker a file in a folder of your own.")


def _tell_summary(summary: IngestSummary, verbose: bool) -> None:
    lost = [omission for omission in summary.omitted if omission.failed]
    for omission in summary.omitted if verbose else lost:
        typer.echo(f"{omission.shown}: {omission.reason}", err=True)
    parts = [
        f"{count(summary.read, 'document')} read ({count(summary.reports, 'report')})",
        f"{summary.unchanged} unchanged",
        f"{len(summary.failed) + len(lost)} not read",
        f"{count(len(summary.omitted) - len(lost), 'other file')} left out",
    ]
    typer.echo(", ".join(parts) + ".", err=True)
    if summary.again:
        typer.echo(
            f"{summary.again} of them had been read before, by other rules or an older release. If"
            " you meant to use rules of your own, give --rules as last time.",
            err=True,
        )
    words: tuple[tuple[Severity, str], ...] = (("error", "error"), ("warning", "warning"), ("info", "note"))
    counts = [count(summary.findings[level], word) for level, word in words if summary.findings[level]]
    if counts:
        typer.echo(f"To check: {', '.join(counts)} (sheet Checks of the tracker).", err=True)
    for message in summary.messages:
        typer.echo(message, err=True)
    typer.echo(f"Tracker: {summary.tracker}", err=True)
