from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Report
from pipeline.tracking import Store, open_store, renew_workbook
from tests.tracking_factories import NOON, milestone, months_of, rating, reading, report, risk

LIBREOFFICE = shutil.which("soffice") or ""


class Office:
    """A programme office: a store and a workbook, ingested into and edited by hand in turn."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.path, self.folder, self.store, self.hours = folder / "tracker.xlsx", folder, store, 0

    def ingest(self, *reports: Report, as_of: str | None = None) -> None:
        self.hours += 1
        for one in reports:
            self.store.add(reading(one), NOON, "rules-1")
        renew_workbook(self.store, self.path, as_of=as_of, now=NOON + timedelta(hours=self.hours))

    def edit(self, change: Callable[[Workbook], None]) -> None:
        book = openpyxl.load_workbook(self.path)
        change(book)
        book.save(self.path)

    def save_in_libreoffice(self) -> None:
        profile = (self.folder / "profile").as_uri()
        command = [LIBREOFFICE, "--headless", f"-env:UserInstallation={profile}", "--convert-to"]
        command += ["xlsx:Calc MS Excel 2007 XML", "--outdir", str(self.folder / "saved"), str(self.path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        shutil.copy(self.folder / "saved" / self.path.name, self.path)

    def look(self, name: str) -> Worksheet:
        page = openpyxl.load_workbook(self.path)[name]
        assert isinstance(page, Worksheet)
        return page

    def corrections(self) -> list[tuple[Any, ...]]:
        """Sheet, column, read and corrected of each row of the sheet of corrections."""
        rows = self.look("Corrections").iter_rows(min_row=2, values_only=True)
        return [(row[1], row[3], row[4], row[5]) for row in rows if row[0]]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_store(tmp_path / "tracker.sqlite") as store:
        one = Office(tmp_path, store)
        one.ingest(
            *months_of(
                "Depot",
                "2011-10",
                [
                    {
                        "ratings": (rating("Red"),),
                        "percent_complete": 60.0,
                        "risks": (risk("The lease may end early", reference="R1"),),
                        "milestones": (milestone("Roof on", "2012-01-05", baseline="2011-12-01"),),
                    },
                    {
                        "ratings": (rating("Amber", previous="Green"),),
                        "percent_complete": 20.0,
                        "risks": (risk("The lease may end early", reference="R1"),),
                    },
                ],
            )
        )
        yield one


def cell(page: Worksheet, header: str, row: int = 2) -> Any:
    headers = [top.value for top in page[1]]
    return page.cell(row, headers.index(header) + 1)


def codes(office: Office) -> set[Any]:
    return {row[4] for row in office.look("Checks").iter_rows(min_row=2, values_only=True)}


def test_a_changed_cell_is_a_correction_that_the_checks_count_with(office: Office) -> None:
    assert {"previous-rating-differs", "percent-went-back"} <= codes(office)

    def correct(book: Workbook) -> None:
        cell(book["Ratings"], "Current").value = "green"
        cell(book["Reports"], "Percent complete").value = 10

    office.edit(correct)
    office.ingest(report("Depot", "2011-12"))
    assert office.corrections() == [
        ("Ratings", "Current", "Red", "Green"),
        ("Reports", "Percent complete", "60", "10"),
    ]
    assert not {"previous-rating-differs", "percent-went-back"} & codes(office)
    corrected = cell(office.look("Ratings"), "Current")
    assert corrected.value == "Green"
    assert "Read by the tracker: Red" in corrected.comment.text
    assert corrected.border.left.style == "medium"
    assert office.look("Overview")["B2"].value == "Green"


def test_a_correction_stays_over_later_ingests_and_is_first_seen_once(office: Office) -> None:
    office.edit(lambda book: setattr(cell(book["Risks"], "Owner"), "value", "Ann Hale"))
    for month in ("2011-12", "2012-01"):
        office.ingest(report("Depot", month))
    assert office.corrections() == [("Risks", "Owner", "(empty)", "Ann Hale")]
    seen = office.look("Corrections")["G2"].value
    assert seen == (NOON + timedelta(hours=2)).replace(tzinfo=None)
    comment = cell(office.look("Risks"), "Owner").comment
    assert comment.text.count("Read by the tracker") == 1


def test_writing_the_read_value_back_takes_a_correction_away(office: Office) -> None:
    office.edit(lambda book: setattr(cell(book["Ratings"], "Current"), "value", "Green"))
    office.ingest()
    office.edit(lambda book: setattr(cell(book["Ratings"], "Current"), "value", "Red"))
    office.ingest()
    assert office.corrections() == []
    assert cell(office.look("Ratings"), "Current").comment is None


def test_a_corrected_date_is_a_date_and_an_emptied_cell_is_empty(office: Office) -> None:
    def correct(book: Workbook) -> None:
        cell(book["Milestones"], "Baseline").value = datetime(2012, 2, 1)
        cell(book["Milestones"], "Forecast").value = None

    office.edit(correct)
    office.ingest()
    page = office.look("Milestones")
    assert cell(page, "Baseline").value == datetime(2012, 2, 1)
    assert cell(page, "Forecast").value is None
    assert cell(page, "Slip (days)").value is None
    assert ("Milestones", "Forecast", "2012-01-05", "(empty)") in office.corrections()


def test_what_only_the_months_tell_can_be_corrected_too(office: Office) -> None:
    office.edit(lambda book: setattr(cell(book["Risks"], "Months open"), "value", 9))
    office.ingest(report("Depot", "2011-12"))
    assert cell(office.look("Risks"), "Months open").value == 9
    assert office.corrections() == [("Risks", "Months open", "2", "9")]


def test_a_corrected_project_name_moves_the_report(office: Office) -> None:
    office.edit(lambda book: setattr(cell(book["Reports"], "Project"), "value", "Depot North"))
    office.ingest()
    names = [row[0] for row in office.look("Overview").iter_rows(min_row=2, max_row=3, values_only=True)]
    assert names == ["Depot", "Depot North"]


def test_corrections_outlive_the_workbook(office: Office) -> None:
    office.edit(lambda book: setattr(cell(book["Ratings"], "Current"), "value", "Green"))
    office.ingest()
    office.path.unlink()
    office.ingest()
    assert cell(office.look("Ratings"), "Current").value == "Green"


def test_a_persons_own_comment_stays_beside_ours(office: Office) -> None:
    def correct(book: Workbook) -> None:
        current = cell(book["Ratings"], "Current")
        current.value = "Green"
        current.comment = Comment("Checked with the sponsor.", "Ann Hale")

    office.edit(correct)
    for month in ("2011-12", "2012-01"):
        office.ingest(report("Depot", month))
    text = cell(office.look("Ratings"), "Current").comment.text
    assert text.startswith("Checked with the sponsor.")
    assert text.count("Read by the tracker: Red") == 1


def test_fills_and_rows_hidden_by_hand_stay_with_their_rows(office: Office) -> None:
    def paint(book: Workbook) -> None:
        cell(book["Risks"], "Description").fill = PatternFill("solid", fgColor="FFFFFF00")
        book["Risks"].row_dimensions[3].hidden = True

    office.edit(paint)
    office.ingest(report("Archive", "2011-10", risks=(risk("Damp"),)))
    page = office.look("Risks")
    yellow = [row[0].row for row in page.iter_rows(min_row=2) if row[5].fill.fgColor.rgb == "FFFFFF00"]
    assert yellow == [3], "the row moved down by one"
    assert [number for number in range(2, 5) if page.row_dimensions[number].hidden] == [4]
    assert office.corrections() == []


def test_saving_in_libreoffice_changes_nothing_and_keeps_a_correction(office: Office) -> None:
    office.save_in_libreoffice()
    office.ingest()
    assert office.corrections() == []
    office.edit(lambda book: setattr(cell(book["Ratings"], "Comment"), "value", "Steel is late"))
    office.save_in_libreoffice()
    office.ingest(report("Depot", "2011-12"))
    assert office.corrections() == [("Ratings", "Comment", "(empty)", "Steel is late")]


def test_a_workbook_that_was_left_alone_gives_no_false_corrections(office: Office) -> None:
    lock = office.path.with_name(f"~${office.path.name}")
    lock.touch()
    office.ingest(report("Depot", "2011-12", risks=(risk("The lease may end early", reference="R1"),)))
    lock.unlink()
    office.ingest()
    assert office.corrections() == []


def test_a_correction_in_a_tracker_of_an_earlier_month_stays(office: Office) -> None:
    office.ingest(as_of="2011-11")
    office.edit(lambda book: setattr(cell(book["Risks"], "Owner"), "value", "Ann Hale"))
    for _ in range(2):
        office.ingest(as_of="2011-11")
        assert cell(office.look("Risks"), "Owner").value == "Ann Hale"


def test_a_tracker_of_an_earlier_month_keeps_the_corrections_of_later_ones(office: Office) -> None:
    office.edit(lambda book: setattr(cell(book["Ratings"], "Comment", 3), "value", "Steel is late"))
    office.ingest()
    office.path.unlink()
    office.ingest(as_of="2011-10")
    office.path.unlink()
    office.ingest()
    assert cell(office.look("Ratings"), "Comment", 3).value == "Steel is late"
