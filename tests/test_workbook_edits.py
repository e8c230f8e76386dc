"""Whatever people do in the workbook is still there after the next month was ingested: random edits, many at once."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Report
from pipeline.tracking import open_store, renew_workbook
from tests.tracking_factories import NOON, activity, finance, milestone, rating, reading, report, risk

SHEETS = ("Ratings", "Activities", "Risks", "Milestones", "Finances", "Reports")
CORRECTABLE = {"Ratings": "Comment", "Activities": "Owner", "Risks": "Response", "Milestones": "Status"}
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=12
)


def month(number: int) -> list[Report]:
    return [
        report(
            name,
            f"2012-{number:02}",
            ratings=(rating("Amber"), rating("Green", "cost")),
            activities=(activity(f"Wall {number} built"), activity("Roof felt", "planned")),
            risks=(risk("The lease may end early"), risk("Steel is dear")),
            milestones=(milestone("Roof on", "2013-01-05"),),
            finances=(finance(budget=100.0),),
        )
        for name in ("Depot", "Archive")
    ]


@dataclass
class Edits:
    """What a person does to a workbook, and what must be found in it afterwards."""

    expected: list[tuple[str, Callable[[Workbook], bool]]] = field(default_factory=list)

    def expect(self, what: str, holds: Callable[[Workbook], bool]) -> None:
        self.expected.append((what, holds))


def page_of(book: Workbook, name: str) -> Worksheet:
    page = book[name]
    assert isinstance(page, Worksheet)
    return page


def column(page: Worksheet, header: str) -> int:
    return [cell.value for cell in page[1]].index(header) + 1


def found(book: Workbook, sheet: str, identity: str, header: str) -> Any:
    """The cell of a column in the row of an ID."""
    page = page_of(book, sheet)
    row = next(cells[0].row for cells in page.iter_rows(min_row=2, max_col=1) if cells[0].value == identity)
    return page.cell(row or 0, column(page, header))


def corrected_rows(book: Workbook) -> set[Any]:
    return {row[2] for row in page_of(book, "Corrections").iter_rows(values_only=True)}


def edit(data: st.DataObject, book: Workbook, edits: Edits) -> None:
    draw = data.draw
    sheet = draw(st.sampled_from(SHEETS))
    page = page_of(book, sheet)
    row = draw(st.integers(2, page.max_row))
    identity = str(page.cell(row, 1).value)
    text = draw(WORDS)
    kind = draw(st.sampled_from(["note", "comment", "fill", "correct", "width", "hide", "sheet"]))
    if kind == "note":
        page.cell(row, column(page, "Note")).value = f"n {text}"
        edits.expect(f"note {text!r}", lambda b: found(b, sheet, identity, "Note").value is not None)
    elif kind == "comment":
        page.cell(row, 2).comment = Comment(f"c {text}", "Ann")
        edits.expect("comment", lambda b: found(b, sheet, identity, "Project").comment is not None)
    elif kind == "fill":
        page.cell(row, 3).fill = PatternFill("solid", fgColor="FFFFFF00")
        edits.expect("fill", lambda b: found(b, sheet, identity, "Period").fill.fgColor.rgb == "FFFFFF00")
    elif kind == "correct" and sheet in CORRECTABLE:
        header = CORRECTABLE[sheet]
        page.cell(row, column(page, header)).value = f"w {text}"
        edits.expect("correction", lambda b: str(found(b, sheet, identity, header).value).startswith("w "))
        edits.expect("its line", lambda b: identity in corrected_rows(b))
    elif kind == "width":
        page.column_dimensions["E"].width = 33
        edits.expect("width", lambda b: abs(page_of(b, sheet).column_dimensions["E"].width - 33) < 1)
    elif kind == "hide":
        page.row_dimensions[row].hidden = True
        edits.expect(
            "hidden row",
            lambda b: page_of(b, sheet).row_dimensions[found(b, sheet, identity, "ID").row].hidden,
        )
    elif kind == "sheet" and "Ours" not in book.sheetnames:
        book.create_sheet("Ours")["A1"] = "=1+1"
        edits.expect("sheet", lambda b: b["Ours"]["A1"].value == "=1+1")


@settings(max_examples=15)
@given(st.data())
def test_random_edits_stay(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name, open_store(Path(name) / "t.sqlite") as store:
        path = Path(name) / "t.xlsx"
        for one in month(1):
            store.add(reading(one), NOON, "rules-1")
        renew_workbook(store, path, now=NOON)
        edits = Edits()
        book = openpyxl.load_workbook(path)
        for _ in range(data.draw(st.integers(1, 8))):
            edit(data, book, edits)
        book.save(path)
        for number in (2, 3):
            for one in month(number):
                store.add(reading(one), NOON, "rules-1")
            renew_workbook(store, path, now=NOON)
        after = openpyxl.load_workbook(path)
        assert [what for what, holds in edits.expected if not holds(after)] == []


def test_no_cell_is_a_formula_that_the_tracker_did_not_write(tmp_path: Path) -> None:
    nasty = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "\tx", "\x07bell", "שלום", "🙂", "_x0041_"]
    nasty.append("x" * 40_000)
    told = [
        report(
            "Depot", "2012-01", activities=tuple(activity(text) for text in nasty), risks=(risk(nasty[0]),)
        )
    ]
    with open_store(tmp_path / "t.sqlite") as store:
        for one in told:
            store.add(reading(one), NOON, "rules-1")
        renew_workbook(store, tmp_path / "t.xlsx", now=NOON)
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    formulas = [
        f"{page.title}!{cell.coordinate}"
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert formulas == []
    shown = {cell.value for row in page_of(book, "Activities").iter_rows() for cell in row}
    assert {"=1+1", "-1", "שלום", "🙂"} <= shown
