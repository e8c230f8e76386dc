"""``export``: the tracker's records for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import RulesOption
from pipeline.cli.stored import StoreOption, TrackerOption, check_month, find_store
from pipeline.cli.telling import count, told_in_words


class Format(StrEnum):
    """What the records are written as."""

    CSV = "csv"
    PARQUET = "parquet"
    JSON = "json"
    SQLITE = "sqlite"


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files are written.")],
    form: Annotated[Format, typer.Option("--format", help="What to write: a file a sheet, or one database.")],
    tracker: TrackerOption = None,
    store: StoreOption = None,
    rules: RulesOption = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="YYYY-MM", help="Leave out what came after this month.")
    ] = None,
) -> None:
    """Write the records of a tracker for other programs.

    The same records as in the workbook, with what people corrected; dates are ISO 8601 text.

    Example: highlight-tracker export records --format csv --tracker tracker.xlsx
    """
    check_month(as_of)
    address = find_store(tracker, store)

    from pipeline.run import export_store
    from pipeline.tracking import ExportError, StoreError

    with told_in_words(StoreError, ExportError):
        written = export_store(folder, form.value, address, rule_folders=tuple(rules or ()), as_of=as_of)
    typer.echo(f"{count(len(written), 'file')} written to {folder}", err=True)
