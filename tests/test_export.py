from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from pipeline.tracking import FORMATS, ExportError, export_records
from pipeline.tracking.columns import PAGES, RISKS
from pipeline.tracking.months import Tracker
from tests.tracking_factories import finance, report, risk, tracker_of


@pytest.fixture
def tracker() -> Tracker:
    return tracker_of(
        report(
            "Dépôt 仓库",
            "2012-01",
            end_date="2013",
            percent_complete=12.5,
            authorised=False,
            risks=(risk("=cmd|' /C calc'!A0", score="12", response='line\nbreak, "quotes"'),),
            finances=(finance(budget=1200.0, actual=None),),
        )
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_sheet_comes_out_with_all_its_rows(tracker: Tracker, tmp_path: Path, form: str) -> None:
    written = export_records(tracker, tmp_path / "new" / "folder", form)
    read = {path.stem: len(_read(path)) for path in written if path.suffix != ".sqlite"}
    if form == "sqlite":
        with closing(sqlite3.connect(written[0])) as link:
            read = {
                sheet.key: link.execute(f"select count(*) from {sheet.key}").fetchone()[0] for sheet in PAGES
            }
    assert read == {sheet.key: len(tracker.rows[sheet.name]) for sheet in PAGES}
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == sorted(
        p.name for p in written
    )


def _read(path: Path) -> list[object]:
    if path.suffix == ".csv":
        return list(csv.DictReader(io.StringIO(path.read_bytes().decode())))
    if path.suffix == ".json":
        return list(json.loads(path.read_text(encoding="utf-8")))
    return list(pd.read_parquet(path).itertuples())


def test_values_are_typed_and_text_is_whole(tracker: Tracker, tmp_path: Path) -> None:
    export_records(tracker, tmp_path, "json")
    [told] = json.loads((tmp_path / "reports.json").read_text(encoding="utf-8"))
    assert (told["project"], told["percent_complete"], told["authorised"]) == ("Dépôt 仓库", 12.5, False)
    assert told["end_date"] == "2013", "a date of reduced precision stays what it is"
    export_records(tracker, tmp_path, "parquet")
    [line] = pd.read_parquet(tmp_path / "finances.parquet").to_dict("records")
    assert line["budget"] == 1200.0
    assert pd.isna(line["actual"])


def test_no_text_of_a_document_becomes_a_formula_in_csv(tracker: Tracker, tmp_path: Path) -> None:
    export_records(tracker, tmp_path, "csv")
    [row] = csv.DictReader(io.StringIO((tmp_path / "risks.csv").read_bytes().decode()))
    assert row["text"].startswith("'=cmd")
    assert row["response"] == 'line\nbreak, "quotes"'


def test_what_reviewers_write_is_no_record(tracker: Tracker, tmp_path: Path) -> None:
    export_records(tracker, tmp_path, "csv")
    header = (tmp_path / "risks.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
    assert header == [column.key for column in RISKS.columns if column.origin != "reviewer"]


def test_a_place_that_cannot_be_written_is_told(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(ExportError, match="May you write there"):
        export_records(tracker, tmp_path / "file", "csv")
