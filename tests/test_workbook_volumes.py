from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Report
from pipeline.tracking import WrittenWorkbook, open_store, renew_workbook, write_workbook
from pipeline.tracking.columns import OVERVIEW, README
from pipeline.tracking.workbook.sheets import TooManyRows
from pipeline.tracking.workbook.volumes import UNDATED, split_months
from tests.tracking_factories import NOON, activity, months_of, reading, risk, tracker_of


def story(months: int) -> list[Report]:
    """A project with three activities and a risk a month, from November 2011 on."""
    each = {"activities": tuple(activity(name) for name in ("Walls", "Roof", "Doors")), "risks": (risk(),)}
    return months_of("Depot", "2011-11", [each] * months)


def ingest(folder: Path, months: int, most: int) -> WrittenWorkbook:
    return write_workbook(tracker_of(*story(months)), folder / "tracker.xlsx", NOON, most_rows=most)


def page(folder: Path, file: str, sheet: str = "Activities") -> Worksheet:
    found = openpyxl.load_workbook(folder / file)[sheet]
    assert isinstance(found, Worksheet)
    return found


def rows(folder: Path, file: str, sheet: str = "Activities") -> list[tuple[str, Any]]:
    """Month and text of each row."""
    headers = [cell.value for cell in page(folder, file, sheet)[1]]
    month, text = (
        headers.index("Period"),
        headers.index("Activity" if sheet == "Activities" else "Description"),
    )
    found = page(folder, file, sheet).iter_rows(min_row=2, values_only=True)
    return [(f"{row[month]:%Y-%m}", row[text]) for row in found if row[0]]


EARLIER = "tracker (earlier months).xlsx"


@pytest.mark.parametrize(
    ("counts", "most", "files"),
    [
        ({"2011-11": 3, "2011-12": 3}, 6, [["2011-11", "2011-12"]]),
        ({"2011-11": 3, "2011-12": 3}, 5, [["2011-12"], ["2011-11"]]),
        ({"2011-03": 1, "2011-04": 3, "2012-01": 2}, 3, [["2012-01"], ["2011-04"], ["2011-03"]]),
        ({"2011-11": 3, UNDATED: 2}, 4, [[UNDATED], ["2011-11"]]),
        ({"2011-01": 1, "2011-11": 2, "2011-12": 1, "2012-01": 1}, 4, [["2012-01"], ["2011-01", "2011-11", "2011-12"]]),
    ],
)  # fmt: skip
def test_the_newest_months_that_have_room_stay(
    counts: dict[str, int], most: int, files: list[list[str]]
) -> None:
    own = tuple(
        {"id": f"{month} {number}", "period": None if month == UNDATED else month}
        for month, count in counts.items()
        for number in range(count)
    )
    volumes = split_months({"Activities": own}, most)
    found = [
        list(dict.fromkeys(str(row["period"] or UNDATED) for row in volume.rows["Activities"]))
        for volume in volumes
    ]
    assert found == files


def test_a_month_that_alone_has_no_room_is_told(tmp_path: Path) -> None:
    with pytest.raises(TooManyRows, match="of their own"):
        ingest(tmp_path, 3, most=2)


def test_the_oldest_months_stand_in_a_file_beside_the_tracker_and_nothing_is_cut(tmp_path: Path) -> None:
    written = ingest(tmp_path, 4, most=6)
    assert EARLIER in written.messages[0]
    assert "until Dec 2011" in written.messages[0]
    assert {month for month, _ in rows(tmp_path, "tracker.xlsx")} == {"2012-01", "2012-02"}
    assert {month for month, _ in rows(tmp_path, EARLIER)} == {"2011-11", "2011-12"}
    assert len(rows(tmp_path, "tracker.xlsx") + rows(tmp_path, EARLIER)) == 12
    for file in ("tracker.xlsx", EARLIER):
        told = [cell.value for cell in page(tmp_path, file, README)["B"]]
        assert any(EARLIER in str(sentence) for sentence in told)
    assert [f"{cell.value:%Y-%m}" for cell in page(tmp_path, "tracker.xlsx", OVERVIEW)[1][1:5]] == [
        "2011-11",
        "2011-12",
        "2012-01",
        "2012-02",
    ]


def test_threads_see_all_months(tmp_path: Path) -> None:
    ingest(tmp_path, 4, most=6)
    headers = [cell.value for cell in page(tmp_path, "tracker.xlsx", "Risks")[1]]
    first = page(tmp_path, "tracker.xlsx", "Risks")[2][headers.index("First seen")].value
    assert f"{first:%Y-%m}" == "2011-11"


def test_what_people_wrote_moves_with_its_row_into_the_earlier_file_and_stays_there(tmp_path: Path) -> None:
    ingest(tmp_path, 2, most=6)
    book = openpyxl.load_workbook(tmp_path / "tracker.xlsx")
    own = book["Activities"]
    headers = [cell.value for cell in own[1]]
    note = own.cell(2, headers.index("Note") + 1, "look at this")
    note.font = Font(color="FFFF0000", bold=True)
    own.cell(2, headers.index("Activity") + 1).comment = Comment("which?", "A. Bell")
    own.cell(1, len(headers) + 1, "Team")
    own.cell(2, len(headers) + 1, "north")
    book.create_sheet("Board dates")
    book.save(tmp_path / "tracker.xlsx")
    for months in (4, 5):
        assert ingest(tmp_path, months, most=9).kept_notes == 1
        found = page(tmp_path, EARLIER)
        own_note = found.cell(2, headers.index("Note") + 1)
        assert (own_note.value, own_note.font.color.rgb, own_note.font.b) == (
            "look at this",
            "FFFF0000",
            True,
        )
        comment = found.cell(2, headers.index("Activity") + 1).comment
        assert comment is not None and comment.text == "which?"
        assert [found.cell(row, len(headers) + 1).value for row in (1, 2)] == ["Team", "north"]
    assert "Board dates" in openpyxl.load_workbook(tmp_path / "tracker.xlsx").sheetnames
    assert not any(
        "orphaned-note" in row for row in page(tmp_path, "tracker.xlsx", "Checks").iter_rows(values_only=True)
    )


def test_rows_come_back_when_there_is_room_again(tmp_path: Path) -> None:
    ingest(tmp_path, 4, most=6)
    ingest(tmp_path, 4, most=12)
    assert len(rows(tmp_path, "tracker.xlsx")) == 12
    assert rows(tmp_path, EARLIER) == []


def test_where_one_file_may_not_be_replaced_all_are_written_beside(tmp_path: Path) -> None:
    ingest(tmp_path, 4, most=6)
    before = (tmp_path / "tracker.xlsx").read_bytes()
    (tmp_path / f"~${EARLIER}").touch()
    written = ingest(tmp_path, 5, most=6)
    assert "open in another program" in written.messages[0]
    assert (tmp_path / "tracker.xlsx").read_bytes() == before
    beside = f"{written.path.stem} (earlier months).xlsx"
    assert len(rows(tmp_path, written.path.name) + rows(tmp_path, beside)) >= 9


def test_writing_again_changes_no_byte_of_any_file(tmp_path: Path) -> None:
    ingest(tmp_path, 4, most=6)
    files = sorted(tmp_path.iterdir())
    before = [file.read_bytes() for file in files]
    ingest(tmp_path, 4, most=6)
    assert [file.read_bytes() for file in files] == before
    assert sorted(tmp_path.iterdir()) == files


def test_a_correction_in_the_earlier_file_counts_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    with open_store(tmp_path / "tracker.sqlite") as store:
        for one in story(4):
            store.add(reading(one), NOON, "rules-1")
        renew_workbook(store, path, now=NOON, most_rows=6)
        book = openpyxl.load_workbook(tmp_path / EARLIER)
        headers = [cell.value for cell in book["Activities"][1]]
        book["Activities"].cell(2, headers.index("Owner") + 1, "Ann Hale")
        book.save(tmp_path / EARLIER)
        for _ in range(2):
            renew_workbook(store, path, now=NOON, most_rows=6)
            corrected = page(tmp_path, EARLIER).cell(2, headers.index("Owner") + 1)
            assert corrected.value == "Ann Hale"
            assert corrected.comment is not None and "(empty)" in corrected.comment.text
            [row] = page(tmp_path, "tracker.xlsx", "Corrections").iter_rows(min_row=2, values_only=True)
            assert row[5] == "Ann Hale"
