"""``explain``: how one document was read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import RulesOption, load_rules
from pipeline.cli.telling import ExitCode, check_paths, told_in_words, wrong_use


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
    check_paths([file])
    if file.is_dir():
        raise wrong_use(f"{file} is a folder. Name one file in it.")

    from rich.console import Console

    from extractors.document import UnreadableDocument
    from pipeline.explain import NoSuchReport, explain_file

    with told_in_words(NoSuchReport):
        try:
            Console().print(explain_file(file, load_rules(rules), report))
        except UnreadableDocument as error:
            typer.echo(f"{file}: {error}", err=True)
            raise typer.Exit(ExitCode.SOME_NOT_READ) from None
