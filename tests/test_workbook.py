from __future__ import annotations

import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Report
from pipeline.tracking import WorkbookError, build_tracker, open_store, write_workbook
from pipeline.tracking.columns import DIMENSIONS, OVERVIEW, README, SHEETS
from pipeline.tracking.months import Tracker, reconcile_months
from pipeline.tracking.text import clean_text, unescape_cell
from pipeline.tracking.workbook.sheets import MOST_ROWS, TooManyRows
from tests.tracking_factories import (
    NOON,
    activity,
    decision,
    finance,
    finding,
    milestone,
    months_of,
    passage,
    rating,
    reading,
    report,
    risk,
    source,
    stored,
    tracker_of,
)

PROMISED = {
    "Ratings": "Dimension Label Current Previous|Previous reported|Trend Basis Comment",
    "Activities": "Kind Workstream Activity Owner Due Outcome|Outcome period",
    "Risks": "Kind Reference Description Response Owner Likelihood Impact Score Rating Status Thread|First seen"
    "|Last seen|Months open",
    "Milestones": "Milestone Baseline Forecast Actual Rating Status|Slip (days)",
    "Finances": "Line Budget Actual Forecast Variance Currency",
    "Decisions": "Decision",
    "Reports": "Programme Reference Sponsor Manager|Report date|Period basis|Start date|End date|Percent complete"
    "|Authorised|Superseded by|Format Pages SHA-256|Ingested at|Rules version|Warnings",
    "Checks": "Severity Code About Message Status",
    "Unclassified": "Section Text",
}
"""The columns that people's formulas rely on, after ID, Project and Period; a bar parts headers of two words."""


def promised(name: str) -> list[str]:
    own: list[str] = []
    for part in PROMISED[name].split("|"):
        whole = part in {"Previous reported"} or (
            len(part.split()) == 2 and part[part.index(" ") + 1].islower()
        )
        own += [part] if whole or part == "Slip (days)" else part.split()
    tail = ["Source file", "Page", "Evidence", "Reviewed", "Reviewer", "Note"]
    return ["ID", "Project", "Period", *own, *tail]


def portfolio() -> list[Report]:
    depot = months_of(
        "Depot Move",
        "2011-10",
        [
            {
                "ratings": (rating("Green"), rating("Red", "cost")),
                "percent_complete": 10,
                "authorised": False,
            },
            {
                "ratings": (rating("Amber"),),
                "activities": (activity(due="2012-01"), activity(due="2012-01-09")),
            },
            None,
            {"ratings": (rating("Red", "cost"),), "percent_complete": 12.5, "end_date": "2013-06-30"},
        ],
    )
    ward = months_of(
        "Ward 7", "2011-11", [{"ratings": (rating("Blue"),)}, {"ratings": (rating("Amber/Red"),)}]
    )
    full = report(
        "Archive & Store",
        "2012-01",
        ratings=(rating("Black"),),
        risks=(risk(reference="007", score="12", rating="Amber"),),
        milestones=(milestone(baseline="2011-11-01", forecast="2011-12-01"), milestone("Old", "1899-01-01")),
        finances=(finance(budget=12500.0, actual=-30412.55),),
        decisions=(decision(),),
        unclassified=(passage(),),
        findings=(finding(),),
        sources={"project": source("Project: Archive & Store", 2)},
    )
    return [*depot, *ward, full]


def written(tracker: Tracker, path: Path, moment: datetime = NOON) -> Workbook:
    assert write_workbook(tracker, path, moment).path == path
    return openpyxl.load_workbook(path)


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    return written(tracker_of(*portfolio()), tmp_path / "tracker.xlsx")


def column(page: Worksheet, header: str) -> list[Any]:
    return [cell.value for cell in column_cells(page, header)]


def column_cells(page: Worksheet, header: str) -> list[Any]:
    headers = [cell.value for cell in page[1]]
    number = headers.index(header) + 1
    return [page.cell(row, number) for row in range(2, page.max_row + 1)]


def test_sheets_tables_and_headers_are_the_promised_ones(book: Workbook) -> None:
    assert book.sheetnames == [OVERVIEW, DIMENSIONS, *PROMISED, "Corrections", README]
    corrections = ["ID", "Sheet", "Row ID", "Column", "Read", "Corrected", "First seen"]
    for name in (*PROMISED, "Corrections"):
        page = book[name]
        [table] = page.tables.values()
        assert (table.name, table.displayName) == (f"tbl{name}", f"tbl{name}")
        headers = corrections if name == "Corrections" else promised(name)
        assert [cell.value for cell in page[1]] == headers
        assert [item.name for item in table.tableColumns] == headers
        assert name == "Corrections" or table.ref == page.dimensions
        assert table.autoFilter.ref == table.ref
        assert page.freeze_panes == "D2"
        assert page.print_title_rows == "$1:$1"


def test_every_row_of_the_tracker_stands_in_the_workbook(book: Workbook) -> None:
    tracker = tracker_of(*portfolio())
    for sheet in SHEETS:
        rows = tracker.rows[sheet.name]
        assert rows, f"the test's portfolio should fill {sheet.name}"
        assert column(book[sheet.name], "ID") == [row["id"] for row in rows]
        assert column(book[sheet.name], "Evidence") == [row["evidence"] or None for row in rows]


def test_values_are_typed(book: Workbook) -> None:
    assert column(book["Reports"], "Period")[0] == datetime(2012, 1, 1)
    assert column_cells(book["Reports"], "Period")[0].number_format == "mmm yyyy"
    assert column(book["Reports"], "End date")[-3:] == [datetime(2013, 6, 30), None, None]
    assert column(book["Activities"], "Due") == ["2012-01", datetime(2012, 1, 9)]
    assert column(book["Milestones"], "Forecast") == [datetime(2011, 12, 1), "1899-01-01"]
    assert column(book["Milestones"], "Slip (days)") == [30, None]
    assert column(book["Finances"], "Actual") == [-30412.55]
    assert column(book["Reports"], "Percent complete") == [None, 10, None, 12.5, None, None]
    assert column(book["Reports"], "Authorised")[1] == "No"
    assert column(book["Risks"], "Reference") == ["007"]
    assert column(book["Reports"], "Ingested at")[0] == datetime(2012, 3, 5, 17, 0)
    assert set(column(book["Checks"], "Status")) == {"open"}


def test_ratings_are_coloured_by_their_word(book: Workbook) -> None:
    page = book["Ratings"]
    letter = column_cells(page, "Current")[0].column_letter
    rules = {
        rule.formula[0].strip('"'): rule.dxf.fill.bgColor.rgb
        for area in page.conditional_formatting
        if letter in str(area.sqref)
        for rule in area.rules
    }
    assert {"Red", "Amber/Red", "Amber", "Amber/Green", "Green", "Blue", "Grey", "Black"} == set(rules)
    assert len(set(rules.values())) == len(rules)


def test_the_overview_is_a_matrix_of_projects_and_months(book: Workbook) -> None:
    page = book[OVERVIEW]
    headers = [cell.value for cell in page[1]]
    months = [datetime(2011, 10, 1), datetime(2011, 11, 1), datetime(2011, 12, 1), datetime(2012, 1, 1)]
    closing = ["Trend", "Percent complete", "Months missing", "Open warnings"]
    assert headers == ["Project", *months, *closing]
    rows = [[cell.value for cell in row] for row in page["A2:I4"]]
    assert rows[0] == ["Archive & Store", None, None, None, "Black", None, None, 0, 3]
    assert rows[1][:8] == ["Depot Move", "Green", "Amber", None, "not rated", "▼ worse", 12.5, 1]
    assert rows[2][:8] == ["Ward 7", None, "Blue", "Amber/Red", None, "◆ changed", None, 0]
    assert page["B3"].fill.fgColor.rgb == "FF00A651"
    assert page["D3"].fill.patternType == "lightUp"
    assert page["E4"].fill.patternType is None
    assert page["B1"].number_format == "mmm yyyy"


def test_the_dimensions_are_strips_of_months_below_each_other(book: Workbook) -> None:
    rows = [list(row) for row in book[DIMENSIONS].iter_rows(values_only=True)]
    months = [datetime(2011, 10, 1), datetime(2011, 11, 1), datetime(2011, 12, 1), datetime(2012, 1, 1)]
    assert rows == [
        ["Project", "Dimension", *months],
        ["Archive & Store", "overall", None, None, None, "Black"],
        ["Depot Move", "overall", "Green", "Amber", None, None],
        ["Depot Move", "cost", "Red", None, None, "Red"],
        ["Depot Move", "percent complete", 10, None, None, 12.5],
        ["Ward 7", "overall", None, "Blue", "Amber/Red", None],
    ]
    page = book[DIMENSIONS]
    assert page["C4"].fill.fgColor.rgb == page["F4"].fill.fgColor.rgb == "FFC00000"
    assert page["E4"].fill.patternType == "lightUp"


def test_two_ratings_of_one_dimension_have_strips_of_their_own(tmp_path: Path) -> None:
    ratings = (rating("Green", "risk", label="Issues"), rating("Red", "risk", label="Risks"))
    later = (rating("Amber", "risk", label="Risks"), rating("Blue", "schedule", label="Time"))
    book = written(
        tracker_of(report(ratings=ratings), report(period="2012-02", ratings=later)), tmp_path / "t.xlsx"
    )
    rows = [row[1:] for row in book[DIMENSIONS].iter_rows(min_row=2, values_only=True)]
    assert rows == [
        ("schedule", None, "Blue"),
        ("risk: Issues", "Green", None),
        ("risk: Risks", "Red", "Amber"),
    ]


def test_a_long_history_opens_at_its_latest_months_and_prints_on_several_pages(tmp_path: Path) -> None:
    months: list[dict[str, Any] | None] = [{"ratings": (rating(),)}] * 30
    book = written(tracker_of(*months_of("Depot", "2010-01", months)), tmp_path / "t.xlsx")
    for name in (OVERVIEW, DIMENSIONS):
        page = book[name]
        pane = page.sheet_view.pane
        assert pane is not None and pane.topLeftCell is not None
        assert page[pane.topLeftCell].offset(-1, 0).value == datetime(2011, 7, 1)
        assert page.page_setup.fitToWidth == 2


def test_the_overview_has_a_chart_of_ratings_by_month(book: Workbook) -> None:
    page = book[OVERVIEW]
    [chart] = page._charts  # type: ignore[attr-defined]
    counts = {row[0].value: [cell.value for cell in row[1:5]] for row in page["A7:E12"]}
    assert counts["Green"] == [1, 0, 0, 0]
    assert counts["not rated"] == [0, 0, 0, 1]
    assert len(chart.series) == 6
    assert chart.grouping == "stacked"
    assert chart.series[0].cat.numRef.f == "'Overview'!$B$1:$E$1"


def test_a_row_links_to_its_file(tmp_path: Path) -> None:
    paths = ["in/a b#1.pdf", "/elsewhere/é.docx", "pack.zip!/deep/c.pdf"]
    readings = [reading(report(path, sources={"project": source("x", 3)}), path=path) for path in paths]
    (tmp_path / "books").mkdir()
    book = written(reconcile_months(stored(one) for one in readings), tmp_path / "books" / "tracker.xlsx")
    cells = column_cells(book["Reports"], "Source file")
    found = {cell.value: (cell.hyperlink.target, cell.hyperlink.location) for cell in cells}
    away = "../" * len((tmp_path / "books").parts[1:])
    assert found == {
        "a b#1.pdf": ("in/a%20b%231.pdf", "page=3"),
        "é.docx": (f"{away}elsewhere/%C3%A9.docx", None),
        "c.pdf": ("pack.zip", "page=3"),
    }


def test_a_report_without_a_project_has_its_own_row_and_warnings(tmp_path: Path) -> None:
    book = written(
        tracker_of(report(None, "2012-01", findings=(finding(),)), report("Depot")), tmp_path / "t.xlsx"
    )
    rows = list(book[OVERVIEW].iter_rows(min_row=2, max_row=3, values_only=True))
    assert [(row[0], row[-1]) for row in rows] == [("Depot", 0), ("(no project named: None 2012-01.pdf)", 1)]


def test_a_name_too_long_or_too_odd_for_a_link_does_no_harm(tmp_path: Path) -> None:
    paths = ["deep/" * 500 + "a.pdf", "odd \ud800 \x07.pdf"]
    book = written(
        reconcile_months(stored(reading(report(path), path=path)) for path in paths), tmp_path / "t.xlsx"
    )
    links = {cell.value: cell.hyperlink for cell in column_cells(book["Reports"], "Source file")}
    assert links["a.pdf"] is None
    assert links["odd \ufffd \u2407.pdf"] is not None


def test_an_empty_store_makes_a_workbook_too(tmp_path: Path) -> None:
    book = written(reconcile_months([]), tmp_path / "tracker.xlsx")
    for name in PROMISED:
        [table] = book[name].tables.values()
        assert table.ref.endswith("2")
    assert book[OVERVIEW]["A1"].value == "Project"


def test_equal_stores_give_equal_bytes_and_writing_again_changes_none(tmp_path: Path) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    tracker = tracker_of(*portfolio())
    write_workbook(tracker, one, NOON)
    write_workbook(tracker, other, NOON)
    assert one.read_bytes() == other.read_bytes()
    write_workbook(tracker, one, NOON)
    assert one.read_bytes() == other.read_bytes()
    write_workbook(tracker, one, NOON + timedelta(hours=1))
    assert one.read_bytes() != other.read_bytes()


def test_nothing_but_the_workbook_is_left_in_the_folder(tmp_path: Path) -> None:
    write_workbook(tracker_of(report()), tmp_path / "tracker.xlsx", NOON)
    assert [file.name for file in tmp_path.iterdir()] == ["tracker.xlsx"]


@pytest.mark.parametrize(
    ("name", "message"), [("tracker.xls", "ends in .xlsx"), ("no folder/tracker.xlsx", "Is its folder there")]
)
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(WorkbookError, match=message):
        write_workbook(tracker_of(report()), tmp_path / name, NOON)


def test_more_rows_than_excel_has_are_told(tmp_path: Path) -> None:
    tracker = tracker_of(report(activities=(activity(),)))
    many = tracker.rows["Activities"] * (MOST_ROWS + 1)
    huge = Tracker(dict(tracker.rows) | {"Activities": many}, tracker.projects)
    with pytest.raises(TooManyRows, match="of their own"):
        write_workbook(huge, tmp_path / "tracker.xlsx", NOON)


DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "#N/A",
    "#REF!",
    "'quoted",
    "\t=1",
    " =1",
    "TRUE",
    "1E5",
    "2012-01-01",
    "{=1}",
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_looks_like_something_else_stays_text(tmp_path: Path, text: str) -> None:
    [cell] = column_cells(written_text(tmp_path, text)["Activities"], "Activity")
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@given(st.text(min_size=1) | st.sampled_from(DANGEROUS))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_text(tmp_path: Path, text: str) -> None:
    book = written_text(tmp_path, text)
    for name, header in (("Activities", "Activity"), ("Activities", "Evidence"), ("Reports", "Sponsor")):
        [cell] = column_cells(book[name], header)
        assert cell.data_type != "f"
        assert unescape_cell(cell.value) == clean_text(text)


def written_text(folder: Path, text: str) -> Workbook:
    path = folder / "text.xlsx"
    path.unlink(missing_ok=True)
    one = reading(report("Depot", sponsor=text, activities=(activity(text),)), path="a.pdf", sha256="ab" * 32)
    return written(reconcile_months([stored(one)]), path)


SOFFICE = shutil.which("soffice")


@pytest.mark.parametrize("texts", [DANGEROUS, ["bell \x07", "line\nline", "\ud800", "  spaces  ", "☃ 😀"]])
def test_libreoffice_opens_it_and_shows_the_same(tmp_path: Path, texts: list[str]) -> None:
    assert SOFFICE, "LibreOffice is needed: install libreoffice-calc"
    reports = [*portfolio(), report("Texts", "2012-01", activities=tuple(activity(text) for text in texts))]
    ours = written(tracker_of(*reports), tmp_path / "tracker.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(tmp_path / "tracker.xlsx")], check=True, capture_output=True, timeout=120)
    theirs = openpyxl.load_workbook(tmp_path / "out" / "tracker.xlsx")
    assert theirs.sheetnames == ours.sheetnames
    for name in PROMISED:
        headers = promised(name)
        assert [cell.value for cell in theirs[name][1]] == headers
        for header in headers:
            assert [plain(value) for value in column(theirs[name], header)] == [
                plain(value) for value in column(ours[name], header)
            ]
        assert [table.name for table in theirs[name].tables.values()] == [f"tbl{name}"]


def plain(value: Any) -> Any:
    return unescape_cell(value) if isinstance(value, str) else value or None


def test_from_store_to_workbook(tmp_path: Path) -> None:
    (tmp_path / "moved.pdf").touch()
    with open_store(tmp_path / "tracker.sqlite") as store:
        for one in portfolio():
            store.add(reading(one), NOON, "rules-7")
        first = next(store.readings())
        store.seen_at(first.reading.document.sha256, "moved.pdf")
        tracker = build_tracker(store, tmp_path)
    book = written(tracker, tmp_path / "tracker.xlsx")
    assert set(column(book["Reports"], "Rules version")) == {"rules-7"}
    assert "moved.pdf" in column(book["Reports"], "Source file")
    assert "rules-7" in {cell.value for cell in book[README]["B"]}
