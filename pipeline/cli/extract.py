"""``extract``: the records of documents as JSON Lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

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
from pipeline.cli.telling import ExitCode, progress, told_in_words
from pipeline.limits import DEADLINE_SECONDS, Limits


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="The documents to read.")],
    rules: RulesOption = None,
    indent: Annotated[bool, typer.Option("--indent", help="Print for people: one key a line.")] = False,
    workers: WorkersOption = 0,
    deadline: DeadlineOption = DEADLINE_SECONDS,
    passwords: PasswordsOption = None,
    cache: CacheOption = None,
    no_cache: NoCacheOption = False,
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
    with told_in_words(), progress(verbose) as telling:
        for reading in extract_files(
            files,
            rule_folders=tuple(rules or ()),
            limits=Limits(workers, deadline),
            means=read_means(passwords, cache, no_cache, telling),
            listener=telling.listener,
        ):
            line = json.dumps(
                as_contract(reading), ensure_ascii=False, allow_nan=False, indent=2 if indent else None
            )
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
            failed += reading.failed
    raise typer.Exit(ExitCode.SOME_NOT_READ if failed else ExitCode.ALL_READ)
