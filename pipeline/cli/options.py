"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.telling import Telling, wrong_use

if TYPE_CHECKING:
    from pipeline.converting import Means
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

PasswordsOption = Annotated[
    Path | None,
    typer.Option(
        "--passwords",
        metavar="FILE",
        help="A text file of passwords, one a line, to try on protected files. They are never printed or kept.",
    ),
]
CacheOption = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        metavar="DIR",
        help="Where converted files and the words of scanned pages are kept. Without it, in your own cache folder.",
    ),
]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Keep no converted file after the run, and use none.")
]


def read_means(passwords: Path | None, cache: Path | None, no_cache: bool, telling: Telling) -> Means:
    """What the run may use, beside the files; leaves with a message where that is not there."""
    from pipeline.converting import Cache, Means, UnusableCache, default_cache_folder

    if cache is not None and no_cache:
        raise wrong_use("Give --cache or --no-cache, not both.")
    kept = None
    if not no_cache:
        try:
            kept = Cache.at(cache or default_cache_folder())
        except UnusableCache as error:
            if cache is not None:
                raise wrong_use(str(error)) from None
            telling.say(str(error))
    return Means(() if passwords is None else _read_passwords(passwords), kept, telling.converting)


def _read_passwords(path: Path) -> tuple[str, ...]:
    """The lines of the file; what stands in them goes into no message."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except OSError as error:
        raise wrong_use(
            f"The passwords cannot be read from {path} ({error.strerror}). Check the spelling and the folder."
        ) from None
    except UnicodeDecodeError:
        raise wrong_use(
            f"{path} is no plain text in UTF-8. Save the passwords as a text file, one a line (in Notepad: "
            "Save As, encoding UTF-8)."
        ) from None
    return tuple(dict.fromkeys(line for line in lines if line))


def load_rules(folders: list[Path] | None) -> Rules:
    """The built-in rules with those of ``--rules`` before them."""
    from rules.schema import load_rules

    return load_rules(*(folders or ()))
