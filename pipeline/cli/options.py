"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rules.schema import Rules

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


def load_rules(folders: list[Path] | None) -> Rules:
    """The built-in rules with those of ``--rules`` before them."""
    from rules.schema import load_rules

    return load_rules(*(folders or ()))
