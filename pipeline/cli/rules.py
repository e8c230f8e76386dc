"""``rules``: what is known of reports: check rules of one's own, list all, suggest new ones from documents."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import RulesOption, load_rules
from pipeline.cli.telling import ExitCode, check_paths, count, told_in_words, wrong_use

PIPED_WIDTH = 100
"""Columns of a line where no window tells its width."""

app = typer.Typer(no_args_is_help=True, help="Check rules of your own, list all rules, suggest new ones.")


@app.command()
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of your rule files.")],
) -> None:
    """Tell every mistake in rules of your own, and what they change.

    Each rule's example is tried, together with the built-in rules. Exit status 2 where something must be mended.

    Example: highlight-tracker rules check wordings
    """
    from pipeline.rulebook.check import check_rules

    with told_in_words():
        checked = check_rules(folder)
    for problem in checked.problems:
        typer.echo(str(problem), err=True)
    for note in checked.notes:
        typer.echo(f"note: {note}")
    kinds = ", ".join(count(number, kind) for kind, number in checked.counts.items())
    holds = f"{count(len(checked.files), 'file')}, {count(checked.counts.total(), 'rule')}"
    told = count(len(checked.problems), "mistake") if checked.problems else "no mistakes"
    typer.echo(f"{folder}: {holds}{f' ({kinds})' if kinds else ''}, {told}.")
    raise typer.Exit(ExitCode.WRONG_USE if checked.problems else ExitCode.ALL_READ)


@app.command("list")
def list_(
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Only headings, labels, columns, ratings ...")
    ] = None,
    rules: RulesOption = None,
    grep: Annotated[str, typer.Option("--grep", metavar="TEXT", help="Only rules that hold this text.")] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print whole rules, one JSON object a line.")
    ] = False,
) -> None:
    """List all rules: kind, meaning, file and wordings, one line each.

    Example: highlight-tracker rules list --kind labels --grep sponsor
    """
    from pipeline.rulebook.catalogue import NoSuchKind, list_rules, rule_line, rule_values

    with told_in_words(NoSuchKind):
        found = list_rules(load_rules(rules), kind, grep)
    width = shutil.get_terminal_size((PIPED_WIDTH, 0)).columns
    for rule in found:
        typer.echo(
            json.dumps(rule_values(rule), ensure_ascii=False) if as_json else rule_line(rule, width, grep)
        )
    if not found:
        typer.echo(f"No rule holds '{grep}'. Try a part of the word, or without --kind.", err=True)


@app.command()
def suggest(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Reports, folders of them, or zip files.")
    ],
    rules: RulesOption = None,
) -> None:
    """Write rules for what no rule knows in documents.

    Headings, labels, columns, rated dimensions and rating words, each with where it stands and what it may mean. What
    is printed is a rule file; choose in it, save it in a folder of your own, and check it.

    Example: highlight-tracker rules suggest may.docx june.docx > wordings/ours.toml
    """
    check_paths(paths)

    from pipeline.rulebook.fragment import write_fragment
    from pipeline.rulebook.suggest import suggest_rules

    with told_in_words():
        suggestions = suggest_rules(paths, load_rules(rules))
    for shown, why in suggestions.unread:
        typer.echo(f"{shown}: {why}", err=True)
    if not suggestions.read and not suggestions.unread:
        raise wrong_use(
            "There is no report among these. Name a Word or PDF file, or a folder that holds some."
        )
    typer.echo(write_fragment(suggestions), nl=False)
    kinds = Counter(item.unknown.kind for item in suggestions.items)
    unknown = ", ".join(count(number, kind) for kind, number in kinds.items()) or "nothing"
    typer.echo(f"{count(suggestions.read, 'document')} read; no rule knows: {unknown}.", err=True)
    raise typer.Exit(ExitCode.SOME_NOT_READ if suggestions.unread else ExitCode.ALL_READ)
