"""The command line: words in, words out. What is done stands in ``run``; here is only asked and told."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pipeline.cli.doctor import doctor
from pipeline.cli.evaluate import evaluate
from pipeline.cli.explain import explain
from pipeline.cli.export import export
from pipeline.cli.extract import extract
from pipeline.cli.ingest import ingest
from pipeline.cli.report import report
from pipeline.cli.rules import app as rules
from pipeline.cli.telling import ExitCode

__all__ = ["ExitCode", "app", "main"]

app = typer.Typer(
    name="highlight-tracker",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a fault of our own shows its traceback, plain and whole
    rich_markup_mode=None,  # plain text: it reads the same in a terminal, a pipe and the README
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (ingest, report, export, extract, explain, evaluate, doctor):
    app.command()(_command)
app.add_typer(rules, name="rules")


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
