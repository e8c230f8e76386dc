"""The command line: words in, words out. What is done stands in ``run``; this module only asks and tells."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from pipeline.limits import DEADLINE_SECONDS, Limits, memory_is_capped

if TYPE_CHECKING:
    from pipeline.model import Severity
    from pipeline.run import IngestSummary, Listener, Step
    from rules.schema import Rules


class ExitCode(IntEnum):
    """How a command ended, for scripts."""

    ALL_READ = 0
    WRONG_USE = 2
    SOME_NOT_READ = 3
    INTERRUPTED = 130
    """As shells report a Ctrl-C: 128 + SIGINT."""


app = typer.Typer(
    name="highlight-tracker",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a fault of our own shows its traceback, plain and whole
    rich_markup_mode=None,  # plain text: it reads the same in a terminal, a pipe and the README
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Say(Protocol):
    """Prints one line, on standard error where ``err``."""

    def __call__(self, line: str, /, *, err: bool) -> object:
        """Prints ``line``; what it returns has no meaning."""


RulesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules", metavar="DIR", help="A folder of your own rule files; they go before the built-in ones."
    ),
]
WorkersOption = Annotated[
    int,
    typer.Option(
        "--workers", metavar="N", min=0, help="Documents read at a time; 0: one for each processor."
    ),
]
DeadlineOption = Annotated[
    float, typer.Option("--deadline", metavar="S", min=0.1, help="Seconds one document may take.")
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Tell every file and finding, and the traceback of a fault.")
]


@app.command()
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
    rules: RulesOption = None,
    workers: WorkersOption = 0,
    deadline: DeadlineOption = DEADLINE_SECONDS,
    verbose: VerboseOption = False,
) -> None:
    """Read reports into the store and write the tracker workbook.

    Reports that were read before and have not changed are not read again; what reviewers wrote in the workbook stays.

    Example: highlight-tracker ingest reports/ --tracker tracker.xlsx
    """
    _check_paths(paths)
    _check_tracker(tracker)
    if not memory_is_capped():
        typer.echo("On this system the memory of a document cannot be capped; its time is.", err=True)

    from pipeline.run import NoReports
    from pipeline.run import ingest as run_ingest
    from pipeline.tracking import StoreError, WorkbookError

    with _told_in_words(StoreError, WorkbookError), _progress(verbose) as listener:
        try:
            summary = run_ingest(
                paths,
                tracker,
                store,
                rule_folders=tuple(rules or ()),
                limits=Limits(workers, deadline),
                listener=listener,
            )
        except NoReports as nothing:
            where = ", ".join(path.as_posix() for path in paths)
            others = f" ({len(nothing.omitted)} files of other kinds are there)" if nothing.omitted else ""
            raise _wrong_use(
                f"There is no report under {where}{others}. Name a folder that holds some."
            ) from None
    _tell_summary(summary, verbose)
    raise typer.Exit(ExitCode.ALL_READ if summary.complete else ExitCode.SOME_NOT_READ)


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="The documents to read.")],
    rules: RulesOption = None,
    indent: Annotated[bool, typer.Option("--indent", help="Print for people: one key a line.")] = False,
    workers: WorkersOption = 0,
    deadline: DeadlineOption = DEADLINE_SECONDS,
    verbose: VerboseOption = False,
) -> None:
    """Print the records of documents as JSON Lines.

    One object for each document, in the order given; nothing else goes to standard output. A document that
    cannot be read is an object too; its finding says why.

    Example: highlight-tracker extract may.docx june.pdf > records.jsonl
    """
    from pipeline.model import as_contract
    from pipeline.run import extract_files

    failed = 0
    with _told_in_words(), _progress(verbose) as listener:
        for reading in extract_files(
            files, rule_folders=tuple(rules or ()), limits=Limits(workers, deadline), listener=listener
        ):
            line = json.dumps(
                as_contract(reading), ensure_ascii=False, allow_nan=False, indent=2 if indent else None
            )
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
            failed += reading.failed
    raise typer.Exit(ExitCode.SOME_NOT_READ if failed else ExitCode.ALL_READ)


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document to explain.")],
    rules: RulesOption = None,
    report: Annotated[
        int | None, typer.Option("--report", metavar="N", min=1, help="Only the N-th report of a pack.")
    ] = None,
) -> None:
    """Show how a document was read, and why.

    Each block of the document, what became of it, and the rule that decided.

    Example: highlight-tracker explain may.docx
    """
    _check_paths([file])
    if file.is_dir():
        raise _wrong_use(f"{file} is a folder. Name one file in it.")

    from rich.console import Console

    from extractors.document import UnreadableDocument
    from pipeline.explain import NoSuchReport, explain_file

    with _told_in_words(NoSuchReport):
        try:
            Console().print(explain_file(file, _load_rules(rules), report))
        except UnreadableDocument as error:
            typer.echo(f"{file}: {error}", err=True)
            raise typer.Exit(ExitCode.SOME_NOT_READ) from None


@app.command()
def evaluate(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Documents, each NAME with NAME.gold.json beside it.")
    ],
    rules: RulesOption = None,
) -> None:
    """Compare what is read with what should be.

    Example: highlight-tracker evaluate samples/reports
    """
    _check_paths([folder])
    if not folder.is_dir():
        raise _wrong_use(f"{folder} is a file. Name the folder that it stands in.")

    from rich.console import Console

    from pipeline.evaluate import NoGold, evaluate_folder

    with _told_in_words(NoGold):
        Console().print(evaluate_folder(folder, _load_rules(rules)))


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"highlight-tracker {version('highlight-tracker')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and leave."
        ),
    ] = False,
) -> None:
    """Reads project highlight reports (Word, PDF) and keeps one consolidated Excel tracker.

    Exit status: 0 all documents read, 3 some not read, 2 wrong use.
    """


def main() -> None:
    """Entry point of the console script."""
    for stream in (sys.stdout, sys.stderr):
        # UTF-8 with plain newlines on every system. A lone surrogate of a damaged text becomes \\udXXX, which is
        # also how JSON writes it.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    try:
        app(prog_name="highlight-tracker")
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)


def _check_paths(paths: list[Path]) -> None:
    for path in paths:
        if not path.exists():
            raise _wrong_use(
                f"There is no file or folder {path}. Check the spelling and the folder you are in."
            )


def _check_tracker(tracker: Path) -> None:
    if tracker.suffix.lower() != ".xlsx":
        raise _wrong_use(
            f"The tracker must be an Excel workbook: give --tracker a name that ends in .xlsx, not {tracker}."
        )
    folder = tracker.absolute().parent
    if not folder.is_dir():
        raise _wrong_use(f"There is no folder {folder} for the tracker. Make it first, or name another.")
    if not os.access(folder, os.W_OK) or (tracker.exists() and not os.access(tracker, os.W_OK)):
        raise _wrong_use(f"You may not write {tracker}. Give --tracker a file in a folder of your own.")


def _load_rules(folders: list[Path] | None) -> Rules:
    from rules.schema import load_rules

    return load_rules(*(folders or ()))


@contextmanager
def _told_in_words(*mendable: type[Exception]) -> Iterator[None]:
    """Turns what a user can mend into a message and exit status 2; our own faults stay tracebacks."""
    from rules.schema import RuleError

    kinds: tuple[type[Exception], ...] = (RuleError, *mendable)
    try:
        yield
    except kinds as error:
        raise _wrong_use(str(error)) from None
    except KeyboardInterrupt:
        typer.echo(
            "highlight-tracker: stopped. What was read is kept; run the command again to go on.", err=True
        )
        raise typer.Exit(ExitCode.INTERRUPTED) from None


def _wrong_use(message: str) -> typer.Exit:
    typer.echo(f"highlight-tracker: {message}", err=True)
    return typer.Exit(ExitCode.WRONG_USE)


@contextmanager
def _progress(verbose: bool) -> Iterator[Listener]:
    """A bar on standard error where that is a terminal; what went wrong, and with ``verbose`` everything, in words."""
    if not sys.stderr.isatty():
        yield lambda step: _tell_step(step, verbose, typer.echo)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def listen(step: Step) -> None:
            bar.update(task, completed=step.done, total=step.total)
            _tell_step(
                step, verbose, lambda line, *, err: bar.console.print(line, markup=False, highlight=False)
            )

        yield listen


def _tell_step(step: Step, verbose: bool, say: Say) -> None:
    from pipeline.run import all_findings

    document = step.reading.document
    for finding in step.reading.findings if step.reading.failed else ():
        if finding.severity == "error":
            say(f"{document.path}: {finding.message}", err=True)
    if verbose and step.detail:
        say(step.detail, err=True)
    if verbose and not step.reading.failed:
        say(f"{document.path}: {_count(len(step.reading.reports), 'report')}", err=True)
        for finding in all_findings(step.reading):
            say(f"    {finding.severity}: {finding.message}", err=True)


def _tell_summary(summary: IngestSummary, verbose: bool) -> None:
    lost = [omission for omission in summary.omitted if omission.failed]
    for omission in summary.omitted if verbose else lost:
        typer.echo(f"{omission.shown}: {omission.reason}", err=True)
    parts = [
        f"{_count(summary.read, 'document')} read ({_count(summary.reports, 'report')})",
        f"{summary.unchanged} unchanged",
        f"{len(summary.failed) + len(lost)} not read",
        f"{_count(len(summary.omitted) - len(lost), 'other file')} left out",
    ]
    typer.echo(", ".join(parts) + ".", err=True)
    words: tuple[tuple[Severity, str], ...] = (("error", "error"), ("warning", "warning"), ("info", "note"))
    counts = [_count(summary.findings[level], word) for level, word in words if summary.findings[level]]
    if counts:
        typer.echo(f"To check: {', '.join(counts)} (sheet Checks of the tracker).", err=True)
    for message in summary.messages:
        typer.echo(message, err=True)
    typer.echo(f"Tracker: {summary.tracker}", err=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    main()
