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
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Write to this new file (.toml).")
    ] = None,
) -> None:
    """Write rules for what no rule knows in documents.

    Headings, labels, columns, rated dimensions and rating words, each with where it stands and what it may mean, as a
    rule file: choose in it, then check its folder.

    Example: highlight-tracker rules suggest reports/ --save wordings/ours.toml
    """
    check_paths(paths)
    if save is not None:
        _check_new(save)

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
    fragment = write_fragment(suggestions)
    if save is None or not suggestions.teachable:
        typer.echo(fragment, nl=False)
    else:
        save.parent.mkdir(parents=True, exist_ok=True)
        save.write_text(fragment, encoding="utf-8", newline="\n")
    kinds = Counter(item.unknown.kind for item in suggestions.items)
    unknown = ", ".join(count(number, kind) for kind, number in kinds.items()) or "nothing"
    typer.echo(f"{count(suggestions.read, 'document')} read; no rule knows: {unknown}.", err=True)
    if save is not None and suggestions.teachable:
        check_it = f"highlight-tracker rules check {save.parent.as_posix()}"
        typer.echo(f"{save.as_posix()} is written: choose in it, then: {check_it}", err=True)
    raise typer.Exit(ExitCode.SOME_NOT_READ if suggestions.unread else ExitCode.ALL_READ)


def _check_new(file: Path) -> None:
    """Leaves with a message where ``file`` may not become a rule file: somebody's choices must not be written over."""
    if file.suffix != ".toml":
        raise wrong_use(f"A rule file's name ends in .toml: give --save such a name, not {file}.")
    if file.exists():
        raise wrong_use(
            f"There is a file {file} already, and your choices may be in it. Give --save a new name."
        )
    if file.parent.exists() and not file.parent.is_dir():
        raise wrong_use(f"{file.parent} is a file, not a folder. Give --save a name in a folder of your own.")
