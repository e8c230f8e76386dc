"""``evaluate``: what is read, compared with what should be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import RulesOption, load_rules
from pipeline.cli.telling import check_paths, told_in_words, wrong_use


def evaluate(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Documents, each NAME with NAME.gold.json beside it.")
    ],
    rules: RulesOption = None,
) -> None:
    """Compare what is read with what should be.

    Example: highlight-tracker evaluate samples/reports
    """
    check_paths([folder])
    if not folder.is_dir():
        raise wrong_use(f"{folder} is a file. Name the folder that it stands in.")

    from rich.console import Console

    from pipeline.evaluate import NoGold, evaluate_folder

    with told_in_words(NoGold):
        Console().print(evaluate_folder(folder, load_rules(rules)))
