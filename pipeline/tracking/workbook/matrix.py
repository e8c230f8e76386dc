"""A page with a column a month and a rating in each of its cells: what the overview and the dimensions share."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pandas as pd
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.dates import full_date
from pipeline.tracking.timeline import LONGEST_GAP, Project
from pipeline.tracking.workbook.cells import put_text, row_height
from pipeline.tracking.workbook.internals import cell_at, give_style
from pipeline.tracking.workbook.keep import KeptRow, KeptSheet
from pipeline.tracking.workbook.sheets import ADDED_WIDTH, Place, add_rules, set_up_page, set_width
from pipeline.tracking.workbook.styles import (
    RATING_COLOURS,
    Look,
    Stamps,
    rating_fill,
    rating_font,
    rating_rules,
)

MONTH_WIDTH = 9.5
"""Characters: as wide as 'Nov 2011' and 'not rated' need."""
WIDE_MONTH_WIDTH = 12.5
"""Where ratings of two words stand in the months."""

MONTHS_IN_VIEW = 12
"""Months that are on the screen when a new workbook is opened: the latest ones."""

MONTHS_A_PAGE = 24
"""Months across a printed page that are still read without a glass (A3, landscape)."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """One page of months: the columns before them and after them with their widths, and what people made of it."""

    place: Place
    leading: Mapping[str, float]
    months: tuple[str, ...]
    closing: Mapping[str, float]
    kept: KeptSheet

    @property
    def headers(self) -> list[str]:
        """Every column's header; a month as ``2011-11``."""
        return [*self.leading, *self.months, *self.closing, *self.kept.added]

    def write_headers(self, words: Collection[str]) -> None:
        """Write the first row, and give the columns widths that these ratings can be read in."""
        page, kept = self.place.page, self.kept
        month_width = WIDE_MONTH_WIDTH if any("/" in word for word in words) else MONTH_WIDTH
        widths = dict(self.leading) | dict.fromkeys(self.months, month_width) | dict(self.closing)
        for column, header in enumerate(self.headers, start=1):
            cell = cell_at(page, 1, column)
            month = full_date(f"{header}-01")
            if month and header not in kept.added:
                cell.value = datetime(month.year, month.month, 1)
                self.place.stamps.put(cell, "month header")
            else:
                put_label(page, 1, column, header, "header", self.place.stamps)
            set_width(page, column, widths.get(header, ADDED_WIDTH), kept.widths.get(header))
            if header in kept.header_styles:
                give_style(cell, kept.header_styles[header])
            if header in kept.header_comments:
                cell.comment = copy(kept.header_comments[header])
        page.row_dimensions[1].height = row_height(2)

    def write_months(self, number: int, values: Sequence[str | float | None], missing: set[str]) -> None:
        """Write a row's months: a rating in its colour, a number as percent, hatched where a report was due."""
        for column, (month, value) in enumerate(
            zip(self.months, values, strict=True), start=len(self.leading) + 1
        ):
            cell = cell_at(self.place.page, number, column)
            if isinstance(value, str):
                self.place.stamps.put(cell, "matrix")
                put_text(cell, value)
            elif value is not None:
                self.place.stamps.put(cell, "share")
                cell.value = value
            else:
                self.place.stamps.put(cell, "missing" if month in missing else "matrix")
            if isinstance(value, str) and value in RATING_COLOURS:
                cell.fill, cell.font = rating_fill(value), rating_font(value)

    def write_kept(self, number: int, identity: str) -> None:
        """Write what people wrote in this row."""
        own = self.kept.rows.get(identity, KeptRow())
        for column, header in enumerate(self.headers, start=1):
            own.put(cell_at(self.place.page, number, column), header, added=header in self.kept.added)
        self.place.page.row_dimensions[number].hidden = own.hidden

    def area(self, last: int) -> str:
        """The months' cells down to a row, as a range."""
        first = len(self.leading) + 1
        return f"{get_column_letter(first)}2:{get_column_letter(first + len(self.months) - 1)}{last}"

    def add_rating_rules(self, last: int) -> None:
        """Let a rating that somebody writes over take its colour, down to a row."""
        add_rules(self.place.page, self.area(last), rating_rules())

    def set_up(self) -> None:
        """Freeze what names a row, begin at the latest months, and print no more months a page than can be read."""
        page, first = self.place.page, len(self.leading) + 1
        set_up_page(page, f"{get_column_letter(first)}2")
        start = first + max(len(self.months) - MONTHS_IN_VIEW, 0)
        pane = page.sheet_view.pane
        assert pane is not None
        pane.topLeftCell = f"{get_column_letter(start)}2"
        page.page_setup.fitToWidth = max(-(-len(self.months) // MONTHS_A_PAGE), 1)
        page.print_title_cols = f"A:{get_column_letter(len(self.leading))}"


def shown_months(projects: tuple[Project, ...]) -> tuple[str, ...]:
    """Every month from the first report of any project to its last; years in which no project reports are left out."""
    shown: set[str] = set()
    for project in projects:
        told = sorted({filed.period for filed in project.reports if filed.period})
        for one, two in pairwise(told):
            between = pd.period_range(one, two, freq="M")[1:-1]
            shown.update(str(period) for period in between if len(between) <= LONGEST_GAP)
        shown.update(told)
    return tuple(sorted(shown))


def shown_name(project: Project) -> str:
    """The project's name, or the file of the report that names none."""
    return project.name or f"(no project named: {project.everything[0].file})"


def missing_months(project: Project) -> set[str]:
    """The months in which a report was due and none is there."""
    return {month for gap in project.gaps for month in gap.months}


def put_label(page: Worksheet, row: int, column: int, text: str | None, look: Look, stamps: Stamps) -> None:
    """Write a cell's text, if any, in one of the looks."""
    cell = cell_at(page, row, column)
    if text is not None:
        put_text(cell, text)
    stamps.put(cell, look)
