"""The options that say which tracker's store is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.telling import wrong_use

TrackerOption = Annotated[
    Path | None,
    typer.Option("--tracker", metavar="FILE", help="The tracker whose store is asked: the file beside it."),
]
StoreOption = Annotated[
    str | None,
    typer.Option("--store", metavar="URL", help="The store itself: a file or a database URL."),
]


def check_month(month: str | None) -> None:
    """Leaves with a message where an ``--as-of`` is no month."""
    if month is None:
        return

    from pipeline.tracking.dates import date_span

    if len(month) != len("2012-03") or date_span(month) is None:
        raise wrong_use(f"--as-of wants a month as 2012-03, not {month}.")


def find_store(tracker: Path | None, store: str | None) -> str:
    """The address of the store that is meant; leaves with a message where there is none."""
    from pipeline.run import default_store

    if (tracker is None) == (store is None):
        raise wrong_use("Say which tracker is meant: --tracker FILE, or --store URL (one of the two).")
    address = store or default_store(tracker or Path())
    if "://" not in address and not Path(address).is_file():
        raise wrong_use(
            f"There is no store {address}. It stands beside the tracker that ingest wrote, under its name."
        )
    return address
