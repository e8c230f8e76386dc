"""What a command says besides its result: errors with the next step, the progress of a reading, exit statuses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import typer

if TYPE_CHECKING:
    from pipeline.run import Listener, Step

CONVERTED_A_LINE = 20
"""Files that LibreOffice converts in some seconds."""


class ExitCode(IntEnum):
    """How a command ended, for scripts."""

    ALL_READ = 0
    WRONG_USE = 2
    SOME_NOT_READ = 3
    INTERRUPTED = 130
    """As shells report a Ctrl-C: 128 + SIGINT."""


class Say(Protocol):
    """Prints one line, on standard error where ``err``."""

    def __call__(self, line: str, /, *, err: bool) -> object:
        """Prints ``line``; what it returns has no meaning."""


def count(number: int, noun: str) -> str:
    """'1 report', '2 reports'."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


@contextmanager
def told_in_words(*mendable: type[Exception]) -> Iterator[None]:
    """Turns what a user can mend into a message and exit status 2; our own faults stay tracebacks."""
    from rules.schema import RuleError

    kinds: tuple[type[Exception], ...] = (RuleError, *mendable)
    try:
        yield
    except kinds as error:
        raise wrong_use(str(error)) from None
    except KeyboardInterrupt:
        typer.echo(
            "highlight-tracker: stopped. What was read is kept; run the command again to go on.", err=True
        )
        raise typer.Exit(ExitCode.INTERRUPTED) from None


def wrong_use(message: str) -> typer.Exit:
    """Tells what is wrong with the command; to be raised."""
    typer.echo(f"highlight-tracker: {message}", err=True)
    return typer.Exit(ExitCode.WRONG_USE)


def check_paths(paths: list[Path]) -> None:
    """Leaves with a message where one of ``paths`` does not exist."""
    for path in paths:
        if not path.exists():
            raise wrong_use(
                f"There is no file or folder {path}. Check the spelling and the folder you are in."
            )


@dataclass(frozen=True, slots=True)
class Telling:
    """Who hears what goes on: each document that is done, how many are converted, a line for the user."""

    listener: Listener
    converting: Callable[[int, int], None]
    say: Callable[[str], None]


@contextmanager
def progress(verbose: bool) -> Iterator[Telling]:
    """A bar on standard error where that is a terminal; what went wrong, and with ``verbose`` everything, in words."""
    if not sys.stderr.isatty():
        yield Telling(
            lambda step: _tell_step(step, verbose, typer.echo),
            lambda done, total: _tell_converting(done, total, verbose),
            lambda line: typer.echo(line, err=True),
        )
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)

        def say(line: str, *, err: bool = True) -> None:
            bar.console.print(line, markup=False, highlight=False)

        def listen(step: Step) -> None:
            bar.update(task, completed=step.done, total=step.total, description="Reading")
            _tell_step(step, verbose, say)

        def converting(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, description="Converting")

        yield Telling(listen, converting, say)


def _tell_converting(done: int, total: int, verbose: bool) -> None:
    """Where no bar is shown: a line now and then, so that a log tells that something goes on."""
    if verbose and (done == total or done % CONVERTED_A_LINE == 0):
        typer.echo(f"{done} of {count(total, 'file')} converted by LibreOffice", err=True)


def _tell_step(step: Step, verbose: bool, say: Say) -> None:
    from pipeline.run import all_findings

    document = step.reading.document
    for finding in step.reading.findings if step.reading.failed else ():
        if finding.severity == "error":
            say(f"{document.path}: {finding.message}", err=True)
    if verbose and step.detail:
        say(step.detail, err=True)
    if verbose and not step.reading.failed:
        say(f"{document.path}: {count(len(step.reading.reports), 'report')}", err=True)
        told: dict[tuple[str, str], list[str]] = {}
        for finding in all_findings(step.reading):
            told.setdefault((finding.severity, finding.message), []).append(finding.about)
        for (severity, message), keys in told.items():
            several = f" ({', '.join(dict.fromkeys(keys))})" if len(set(keys)) > 1 else ""
            say(f"    {severity}: {message}{several}", err=True)
