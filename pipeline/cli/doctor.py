"""``doctor``: what is there, what is missing, and how to get it."""

from __future__ import annotations

import typer

from pipeline.cli.telling import ExitCode


def doctor() -> None:
    """Tell what is installed, what is missing and how to get it.

    Exit status: 0 all is there, 3 something is missing; what needs it is told, the rest works without.

    Example: highlight-tracker doctor
    """
    from pipeline.doctor import examine

    words = {True: "ok", False: "MISSING", None: "-"}
    missing = 0
    for check in examine():
        typer.echo(f"{words[check.present]:<9}{check.name}: {check.found}")
        if check.present is False:
            missing += 1
            typer.echo(f"{'':<9}  Without it, {check.without}. To get it:")
            for system, command in check.get:
                typer.echo(f"{'':<9}  {system}: {command}")
    raise typer.Exit(ExitCode.SOME_NOT_READ if missing else ExitCode.ALL_READ)
