from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from openpyxl.worksheet.filters import (
    AutoFilter,
    CustomFilter,
    CustomFilters,
    DateGroupItem,
    FilterColumn,
    Filters,
)

from pipeline.tracking.workbook.filters import is_hidden, moved_filter

NOVEMBER = DateGroupItem(year=2011, month=11, dateTimeGrouping="month")


@pytest.mark.parametrize(
    ("value", "chosen", "hidden"),
    [
        ("Depot", Filters(filter=["depot"]), False),
        ("Depot", Filters(filter=["Ward"]), True),
        (None, Filters(filter=["Ward"]), True),
        (None, Filters(blank=True), False),
        (12.0, Filters(filter=["12"]), False),
        (datetime(2011, 11, 1), Filters(dateGroupItem=[NOVEMBER]), False),
        (datetime(2011, 12, 1), Filters(dateGroupItem=[NOVEMBER]), True),
    ],
)
def test_a_filter_by_listed_values(value: Any, chosen: Filters, hidden: bool) -> None:
    assert is_hidden([value], [FilterColumn(colId=0, filters=chosen)]) is hidden


def test_a_filter_by_a_condition_hides_nothing_by_itself() -> None:
    condition = CustomFilters(customFilter=[CustomFilter(operator="greaterThan", val="5")])
    assert not is_hidden([3], [FilterColumn(colId=0, customFilters=condition)])


def test_a_filter_moves_with_its_column_and_goes_with_it() -> None:
    old = AutoFilter(ref="A1:C9", filterColumn=[FilterColumn(colId=0), FilterColumn(colId=2)])
    moved = moved_filter(old, ["ID", "Mine", "Note"], ["Note", "ID"], "A1:B5")
    assert (moved.ref, [column.colId for column in moved.filterColumn]) == ("A1:B5", [1, 0])
    assert moved_filter(old, ["ID", "Mine", "Gone"], ["Note", "ID"], "A1:B5").filterColumn[0].colId == 1
