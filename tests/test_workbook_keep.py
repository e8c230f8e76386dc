from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.filters import FilterColumn, Filters
from openpyxl.worksheet.table import Table, TableColumn, TableFormula
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Report
from pipeline.tracking import write_workbook
from pipeline.tracking.columns import DIMENSIONS, OVERVIEW
from pipeline.tracking.workbook.write import WrittenWorkbook
from tests.tracking_factories import NOON, activity, finding, rating, report, tracker_of

FIRST = [
    report("Depot", "2011-11", activities=(activity("Walls"), activity("Roof")), findings=(finding(),)),
    report("Ward 7", "2011-11", ratings=(rating("Red"),), activities=(activity("Beds"),)),
]
LATER = [report("Archive", "2011-12", activities=(activity("Shelves"),)), *FIRST]


class Desk:
    """A reviewer's desk: the workbook at ``path``, opened, written in and saved as people do."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ingest(self, reports: list[Report]) -> WrittenWorkbook:
        return write_workbook(tracker_of(*reports), self.path, NOON)

    def edit(self, change: Callable[[Workbook], None]) -> None:
        book = openpyxl.load_workbook(self.path)
        change(book)
        book.save(self.path)

    def look(self, name: str) -> Worksheet:
        return openpyxl.load_workbook(self.path)[name]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    one = Desk(tmp_path / "tracker.xlsx")
    one.ingest(FIRST)
    return one


def headers(page: Worksheet) -> list[Any]:
    return [cell.value for cell in page[1]]


def at(page: Worksheet, text: str, header: str) -> Any:
    """The cell of a column in the row that holds a text."""
    for row in page.iter_rows(min_row=2):
        if text in [cell.value for cell in row]:
            return page.cell(row[0].row or 0, headers(page).index(header) + 1)
    raise AssertionError(f"no row with {text!r}")


def test_what_reviewers_wrote_moves_with_its_row(desk: Desk) -> None:
    def review(book: Workbook) -> None:
        page = book["Activities"]
        at(page, "Roof", "Reviewed").value = "yes"
        at(page, "Roof", "Reviewer").value = "A. Bell"
        note = at(page, "Roof", "Note")
        note.value, note.data_type, note.fill = (
            "=not a formula",
            "s",
            PatternFill("solid", fgColor="FFFFFF00"),
        )

    desk.edit(review)
    assert desk.ingest(LATER).kept_notes == 1
    page = desk.look("Activities")
    assert at(page, "Roof", "Reviewed").value == "yes"
    assert at(page, "Roof", "Reviewer").value == "A. Bell"
    note = at(page, "Roof", "Note")
    assert (note.value, note.data_type, note.fill.fgColor.rgb) == ("=not a formula", "s", "FFFFFF00")
    assert at(page, "Walls", "Note").value is None


def test_the_status_of_a_finding_stays_and_the_overview_counts_the_open_ones(desk: Desk) -> None:
    assert at(desk.look(OVERVIEW), "Depot", "Open warnings").value == 1

    def accept(book: Workbook) -> None:
        at(book["Checks"], "guessed", "Status").value = "Accepted"

    desk.edit(accept)
    desk.ingest(LATER)
    assert at(desk.look("Checks"), "guessed", "Status").value == "Accepted"
    assert at(desk.look(OVERVIEW), "Depot", "Open warnings").value == 0


def test_added_columns_stay_with_their_values_formulas_and_place_in_the_table(desk: Desk) -> None:
    def add(book: Workbook) -> None:
        page = book["Activities"]
        number = page.max_column + 1
        for row, value in enumerate(["Team", "north", None, '=CONCATENATE(D4," ",E4)'], start=1):
            page.cell(row, number, value)
        old = page.tables["tblActivities"]
        table = Table(displayName="tblActivities", ref=f"A1:{get_column_letter(number)}{page.max_row}")
        table.tableColumns = [*old.tableColumns, TableColumn(id=number, name="Team")]
        table.tableColumns[-1].calculatedColumnFormula = TableFormula(attr_text="1+1")
        del page.tables["tblActivities"]
        page.add_table(table)

    before = [row[0].value for row in desk.look("Activities").iter_rows(min_row=2)]
    desk.edit(add)
    desk.ingest(LATER)
    page = desk.look("Activities")
    assert headers(page)[-1] == "Team"
    assert at(page, str(before[0]), "Team").value == "north"
    moved = at(page, str(before[2]), "Team")
    assert moved.value == f'=CONCATENATE(D{moved.row}," ",E{moved.row})'
    assert moved.row == 5
    table = page.tables["tblActivities"]
    assert table.tableColumns[-1].name == "Team"
    assert table.tableColumns[-1].calculatedColumnFormula.attr_text == "1+1"
    assert table.ref == page.dimensions


def test_a_column_without_a_header_and_one_in_the_middle_stay(desk: Desk) -> None:
    def add(book: Workbook) -> None:
        page = book["Activities"]
        page.insert_cols(5)
        page["E1"], page["E2"] = "Mine", "in the middle"
        page.cell(2, page.max_column + 2, "scribble")

    desk.edit(add)
    desk.ingest(LATER)
    page = desk.look("Activities")
    row = next(row for row in page.iter_rows(min_row=2, values_only=True) if "in the middle" in row)
    assert "scribble" in row
    assert headers(page)[-2] == "Mine"


def test_comments_stay_on_cells_headers_and_the_overview(desk: Desk) -> None:
    def comment(book: Workbook) -> None:
        at(book["Activities"], "Roof", "Activity").comment = Comment("which roof?", "B")
        book["Activities"]["A1"].comment = Comment("on the header", "B")
        book[OVERVIEW]["B2"].comment = Comment("ask", "B")

    desk.edit(comment)
    desk.ingest(LATER)
    page = desk.look("Activities")
    assert at(page, "Roof", "Activity").comment.text == "which roof?"
    assert page["A1"].comment.text == "on the header"
    overview = desk.look(OVERVIEW)
    assert at(overview, "Depot", "Project").offset(0, 1).comment.text == "ask"


def test_a_column_added_to_the_overview_stays(desk: Desk) -> None:
    def add(book: Workbook) -> None:
        page = book[OVERVIEW]
        number = page.max_column + 1
        page.cell(1, number, "Next board")
        page.cell(3, number, "May")

    desk.edit(add)
    desk.ingest(LATER)
    page = desk.look(OVERVIEW)
    assert at(page, "Ward 7", "Next board").value == "May"
    assert headers(page)[-2:] == ["Open warnings", "Next board"]


def test_what_is_written_beside_a_dimension_stays_or_is_told(desk: Desk) -> None:
    def add(book: Workbook) -> None:
        page = book[DIMENSIONS]
        number = page.max_column + 1
        page.cell(1, number, "Why")
        row = next(row[0].row for row in page.iter_rows(min_row=2) if row[0].value == "Ward 7")
        page.cell(row, number, "the lift")
        page.cell(row, 3).comment = Comment("ask", "B")

    desk.edit(add)
    desk.ingest(LATER)
    page = desk.look(DIMENSIONS)
    assert headers(page)[-1] == "Why"
    assert at(page, "Ward 7", "Why").value == "the lift"
    assert at(page, "Ward 7", "Project").offset(0, 2).comment.text == "ask"


def test_widths_and_hidden_columns_stay(desk: Desk) -> None:
    def widen(book: Workbook) -> None:
        page = book["Activities"]
        page.column_dimensions["F"].width = 91
        page.column_dimensions["G"].hidden = True
        book[OVERVIEW].column_dimensions["A"].width = 55

    desk.edit(widen)
    desk.ingest(LATER)
    dimensions = desk.look("Activities").column_dimensions
    assert dimensions["F"].width == 91
    assert dimensions["G"].hidden
    assert desk.look(OVERVIEW).column_dimensions["A"].width == 55


def test_a_filter_stays_and_hides_the_right_rows(desk: Desk) -> None:
    def choose(book: Workbook) -> None:
        chosen = book["Activities"].tables["tblActivities"].autoFilter
        chosen.filterColumn = [FilterColumn(colId=1, filters=Filters(filter=["Depot"]))]

    desk.edit(choose)
    desk.ingest(LATER)
    page = desk.look("Activities")
    [column] = page.tables["tblActivities"].autoFilter.filterColumn
    assert column.filters.filter == ["Depot"]
    hidden = {row[1].value: page.row_dimensions[row[0].row or 0].hidden for row in page.iter_rows(min_row=2)}
    assert hidden == {"Archive": True, "Depot": False, "Ward 7": True}


def test_added_sheets_and_peoples_own_rules_stay(desk: Desk) -> None:
    def add(book: Workbook) -> None:
        page = book.create_sheet("Board dates", 1)
        page["A1"], page["B1"] = "May", "=COUNTA(Activities!A:A)"
        book.move_sheet("Checks", -3)

    desk.edit(add)
    order = openpyxl.load_workbook(desk.path).sheetnames
    desk.ingest(LATER)
    book = openpyxl.load_workbook(desk.path)
    assert book.sheetnames == order
    assert [book["Board dates"]["A1"].value, book["Board dates"]["B1"].value] == [
        "May",
        "=COUNTA(Activities!A:A)",
    ]


def test_a_note_on_a_row_that_is_gone_moves_to_checks_and_stays_there(desk: Desk) -> None:
    def note(book: Workbook) -> None:
        at(book["Activities"], "Beds", "Note").value = "ring them"
        at(book["Activities"], "Beds", "Activity").comment = Comment("twelve", "B")

    desk.edit(note)
    for _ in range(3):
        desk.ingest(LATER[:-1])
        page = desk.look("Checks")
        [row] = [row for row in page.iter_rows(min_row=2) if row[4].value == "orphaned-note"]
        assert [row[1].value, row[5].value] == ["Ward 7", "Activities"]
        assert "Note: ring them" in str(row[6].value)
        assert "twelve" in str(row[6].value)
        assert row[8].hyperlink is not None
        assert row[8].hyperlink.target == "Ward%207%202011-11.pdf"


def test_an_answer_to_an_orphaned_note_stays(desk: Desk) -> None:
    desk.edit(lambda book: setattr(at(book["Activities"], "Beds", "Note"), "value", "ring them"))
    desk.ingest(LATER[:-1])
    desk.edit(lambda book: setattr(at(book["Checks"], "orphaned-note", "Status"), "value", "done"))
    desk.ingest(LATER[:-1])
    assert at(desk.look("Checks"), "orphaned-note", "Status").value == "done"


def test_a_line_that_people_wrote_below_the_table_is_not_lost(desk: Desk) -> None:
    def scribble(book: Workbook) -> None:
        page = book["Decisions"]
        page.cell(page.max_row + 2, 4, "Decide about the crane")

    desk.edit(scribble)
    desk.ingest(LATER)
    messages = [row[6].value for row in desk.look("Checks").iter_rows(min_row=2)]
    assert any("Decide about the crane" in str(message) for message in messages)


def test_a_column_that_people_deleted_comes_back(desk: Desk) -> None:
    desk.edit(lambda book: book["Activities"].delete_cols(4))
    desk.ingest(LATER)
    assert headers(desk.look("Activities"))[3] == "Kind"


def beside(desk: Desk) -> Path:
    result = desk.ingest(LATER)
    assert result.path != desk.path
    assert result.path.parent == desk.path.parent
    [message] = result.messages
    assert f"'{desk.path}' was left as it is" in message
    assert str(result.path) in message
    assert openpyxl.load_workbook(result.path)["Activities"].max_row == 5
    return result.path


def test_a_read_only_workbook_is_left_alone(desk: Desk) -> None:
    before = desk.path.read_bytes()
    desk.path.chmod(stat.S_IRUSR)
    beside(desk)
    assert desk.path.read_bytes() == before


@pytest.mark.parametrize("owner", ["~$tracker.xlsx", ".~lock.tracker.xlsx#"])
def test_a_workbook_that_somebody_has_open_is_left_alone(desk: Desk, owner: str) -> None:
    desk.path.with_name(owner).touch()
    before = desk.path.read_bytes()
    assert beside(desk) != beside(desk)
    assert desk.path.read_bytes() == before


def test_a_file_that_is_no_workbook_is_left_alone(desk: Desk) -> None:
    desk.path.write_text("minutes of the meeting", encoding="utf-8")
    beside(desk)
    assert desk.path.read_text(encoding="utf-8") == "minutes of the meeting"


def test_somebody_elses_workbook_is_left_alone(desk: Desk) -> None:
    book = Workbook()
    page = book.create_sheet("Risks")
    page.append(["ID", "Description", "Owner", "Score"])
    page.append(["R1", "Ours", "A. Bell", 12])
    book.save(desk.path)
    beside(desk)
    assert desk.look("Risks")["B2"].value == "Ours"


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("xl/slicers/slicer1.xml", "<slicers/>", "slicers"),
        ("xl/threadedComments/threadedComment1.xml", "<x/>", "threaded comments"),
        ("xl/drawings/drawing7.xml", "<xdr:wsDr><xdr:sp macro=''/></xdr:wsDr>", "shapes"),
        ("xl/worksheets/sheet99.xml", "<ext><x14:sparklineGroups/></ext>", "sparklines"),
    ],
)
def test_a_workbook_with_parts_that_would_be_lost_is_left_alone(
    desk: Desk, name: str, content: str, what: str
) -> None:
    desk.edit(lambda book: setattr(at(book["Activities"], "Roof", "Note"), "value", "kept"))
    with zipfile.ZipFile(desk.path, "a") as package:
        package.writestr(name, content)
    result = desk.ingest(LATER)
    assert what in result.messages[0]
    assert result.path != desk.path
    page = openpyxl.load_workbook(result.path)["Activities"]
    assert at(page, "Roof", "Note").value == "kept"


def test_a_workbook_saved_with_prefixed_elements_is_read_like_any_other(desk: Desk) -> None:
    desk.edit(lambda book: setattr(at(book["Activities"], "Roof", "Note"), "value", "kept"))
    with zipfile.ZipFile(desk.path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(desk.path, "w") as package:
        for name, part in parts.items():
            if name.startswith("xl/worksheets/sheet"):
                prefixed = re.sub(rb"<(/?)(?=\w)", rb"<\1x:", part).replace(b' xmlns="', b' xmlns:x="')
                package.writestr(name, prefixed)
            else:
                package.writestr(name, part)
    result = desk.ingest(LATER)
    assert (result.path, result.kept_notes) == (desk.path, 1)
    assert at(desk.look("Activities"), "Roof", "Note").value == "kept"


def test_comments_and_values_far_below_the_table_are_told(desk: Desk) -> None:
    def scribble(book: Workbook) -> None:
        book["Decisions"]["C900"].comment = Comment("is the crane decided?", "B")
        book["Activities"]["A40"] = "our own list"

    desk.edit(scribble)
    desk.ingest(LATER)
    messages = [str(row[6].value) for row in desk.look("Checks").iter_rows(min_row=2)]
    assert any("is the crane decided?" in message for message in messages)
    assert any("row 40" in message or "our own list" in message for message in messages)


def test_an_unchanged_workbook_with_notes_is_written_the_same(desk: Desk) -> None:
    desk.edit(lambda book: setattr(at(book["Activities"], "Roof", "Note"), "value", "kept"))
    desk.ingest(FIRST)
    before = desk.path.read_bytes()
    desk.ingest(FIRST)
    assert desk.path.read_bytes() == before
