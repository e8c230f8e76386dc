from __future__ import annotations

import dataclasses

import pytest

from pipeline import model
from pipeline.tracking.columns import LEADING, RECORDS, REPORTS, REVIEWERS, SHEETS, TRAILING, Sheet
from pipeline.tracking.ids import row_id

NOUNS = {
    "ratings": model.Rating,
    "activities": model.Activity,
    "risks": model.Risk,
    "milestones": model.Milestone,
    "finances": model.Finance,
    "decisions": model.Decision,
}
PLACED = {column.key for column in LEADING + TRAILING}


def own_keys(sheet: Sheet) -> set[str]:
    return set(sheet.keys("record")) - PLACED


@pytest.mark.parametrize("sheet", RECORDS, ids=lambda sheet: sheet.name)
def test_every_field_of_a_record_has_a_column_and_no_column_is_without_a_field(sheet: Sheet) -> None:
    fields = {field.name for field in dataclasses.fields(NOUNS[sheet.key])}
    assert own_keys(sheet) == fields - {"source"}


def test_every_single_value_of_a_report_has_a_column() -> None:
    lists = {
        field.name for field in dataclasses.fields(model.Report) if field.default in ((), dataclasses.MISSING)
    }
    scalars = {field.name for field in dataclasses.fields(model.Report)} - lists - {"project", "period"}
    assert own_keys(REPORTS) == scalars | {"format", "pages", "sha256"}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_headers_and_keys_are_unique_and_in_the_promised_frame(sheet: Sheet) -> None:
    headers = [header.casefold() for header in sheet.headers]
    assert len(set(headers)) == len(headers)
    assert len({column.key for column in sheet.columns}) == len(sheet.columns)
    assert sheet.columns[: len(LEADING)] == LEADING
    assert sheet.columns[-len(TRAILING + REVIEWERS) :] == TRAILING + REVIEWERS


def test_sheets_are_told_apart_by_name_table_key_and_prefix() -> None:
    for names in zip(*((sheet.name, sheet.table, sheet.key, sheet.prefix) for sheet in SHEETS), strict=True):
        assert len(set(names)) == len(SHEETS)


def test_parts_of_an_id_do_not_run_into_each_other() -> None:
    assert row_id("RSK", "ab", "c") != row_id("RSK", "a", "bc")
    assert row_id("RSK", "a\x1f1:b") != row_id("RSK", "a", "b")
