"""The overview: a row a project, a column a month, ratings in their colours, and a chart of them.

Below the projects stands the block that the chart is drawn from: how many projects had each rating, under the
same months.
"""

from __future__ import annotations

from copy import copy
from datetime import datetime
from itertools import pairwise

import pandas as pd
from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.dates import full_date
from pipeline.tracking.months import Tracker
from pipeline.tracking.overall import NOT_RATED, overall_rating
from pipeline.tracking.scale import trend
from pipeline.tracking.timeline import LONGEST_GAP, Project
from pipeline.tracking.workbook.cells import lines_needed, put_text, row_height
from pipeline.tracking.workbook.internals import cell_at, charts_of, give_style
from pipeline.tracking.workbook.keep import CLOSING, KeptRow, KeptSheet
from pipeline.tracking.workbook.sheets import Place, add_rules, clear_page, set_up_page, set_width
from pipeline.tracking.workbook.styles import (
    PALE_LINE,
    RATING_COLOURS,
    Look,
    Stamps,
    rating_fill,
    rating_font,
    rating_rules,
)

CHART_TITLE = "Ratings by month"
BLOCK_TITLE = "Projects by overall rating"
PROJECT_WIDTH, MONTH_WIDTH = 40.0, 12.5
CHART_WIDTH, CHART_HEIGHT = 26, 9
"""Centimetres."""


def write_overview(place: Place, tracker: Tracker, open_warnings: dict[str, int], kept: KeptSheet) -> None:
    """Write the overview anew; ``open_warnings`` by project, or by file where none is named."""
    page, stamps, projects = place.page, place.stamps, tracker.projects
    clear_page(page)
    charts_of(page)[:] = [chart for chart in charts_of(page) if _title(chart) != CHART_TITLE]
    ratings = overall_ratings(projects)
    months = shown_months(projects)
    matrix = ratings.pivot(index="project", columns="period", values="rating")
    matrix = matrix.reindex(index=[project.key for project in projects], columns=months)
    headers = ["Project", *months, *CLOSING, *kept.added]
    _write_headers(place, headers, kept)
    for number, project in enumerate(projects, start=2):
        row = [word if isinstance(word, str) else None for word in list(matrix.loc[project.key])]
        _write_project(page, number, project, dict(zip(months, row, strict=True)), stamps)
        _write_closing(
            page,
            number,
            project,
            row,
            open_warnings.get(project.name or project.everything[0].path, 0),
            stamps,
        )
        own = kept.rows.get(shown_name(project), KeptRow())
        for column, header in enumerate(headers, start=1):
            own.put(cell_at(page, number, column), header, added=header in kept.added)
        page.row_dimensions[number].hidden = own.hidden
    if months:
        last = get_column_letter(len(months) + 1)
        add_rules(page, f"B2:{last}{len(projects) + 1}", rating_rules())
        _write_block(page, len(projects) + 3, months, ratings, stamps)
    if place.new:
        set_up_page(page, "B2")


def overall_ratings(projects: tuple[Project, ...]) -> pd.DataFrame:
    """The overall rating of every report that counts: columns project (its key), period, rating."""
    rows = [
        (project.key, filed.period, overall_rating(filed.report))
        for project in projects
        for filed in project.reports
    ]
    return pd.DataFrame(rows, columns=pd.Index(["project", "period", "rating"]), dtype=object)


def shown_months(projects: tuple[Project, ...]) -> list[str]:
    """Every month from the first report of any project to its last; years in which no project reports are left out."""
    shown: set[str] = set()
    for project in projects:
        told = sorted({filed.period for filed in project.reports if filed.period})
        for one, two in pairwise(told):
            between = pd.period_range(one, two, freq="M")[1:-1]
            shown.update(str(period) for period in between if len(between) <= LONGEST_GAP)
        shown.update(told)
    return sorted(shown)


def shown_name(project: Project) -> str:
    """The project's name, or the file of the report that names none."""
    return project.name or f"(no project named: {project.everything[0].file})"


def _write_headers(place: Place, headers: list[str], kept: KeptSheet) -> None:
    for column, header in enumerate(headers, start=1):
        cell = cell_at(place.page, 1, column)
        month = full_date(f"{header}-01")
        if month and header not in kept.added:
            cell.value = datetime(month.year, month.month, 1)
            place.stamps.put(cell, "month header")
        else:
            _text(place.page, 1, column, header, "header", place.stamps)
        usual = PROJECT_WIDTH if column == 1 else CLOSING.get(header, MONTH_WIDTH)
        set_width(place.page, column, usual, kept.widths.get(header))
        if header in kept.header_styles:
            give_style(cell, kept.header_styles[header])
        if header in kept.header_comments:
            cell.comment = copy(kept.header_comments[header])
    place.page.row_dimensions[1].height = row_height(2)


def _write_project(
    page: Worksheet, number: int, project: Project, ratings: dict[str, str | None], stamps: Stamps
) -> None:
    name = shown_name(project)
    _text(page, number, 1, name, "name", stamps)
    missing = {month for gap in project.gaps for month in gap.months}
    for column, (month, word) in enumerate(ratings.items(), start=2):
        cell = cell_at(page, number, column)
        stamps.put(cell, "missing" if month in missing else "matrix")
        if word is not None:
            put_text(cell, word)
        if word in RATING_COLOURS:
            cell.fill, cell.font = rating_fill(word), rating_font(word)
    page.row_dimensions[number].height = row_height(max(lines_needed(name, PROJECT_WIDTH), 1)) + 6


def _write_closing(
    page: Worksheet, number: int, project: Project, ratings: list[str | None], warnings: int, stamps: Stamps
) -> None:
    rated = [word for word in ratings if word in RATING_COLOURS]
    percents = [filed.report.percent_complete for filed in project.reports]
    percent = next((value for value in reversed(percents) if value is not None), None)
    way = trend(rated[-2], rated[-1]) if len(rated) > 1 else None
    start = len(ratings) + 2
    _text(page, number, start, way, "tally", stamps)
    missing = sum(len(gap.months) for gap in project.gaps)
    closing: tuple[tuple[float | None, Look], ...] = (
        (percent, "share"),
        (missing, "tally"),
        (warnings, "tally"),
    )
    for column, (value, look) in enumerate(closing, start=start + 1):
        cell = cell_at(page, number, column)
        cell.value = value
        stamps.put(cell, look)


def _write_block(page: Worksheet, top: int, months: list[str], ratings: pd.DataFrame, stamps: Stamps) -> None:
    counts = pd.crosstab(ratings["rating"], ratings["period"]).reindex(columns=months, fill_value=0)
    words = [word for word in (*RATING_COLOURS, NOT_RATED) if word in counts.index]
    _text(page, top, 1, BLOCK_TITLE, "label", stamps)
    for number, word in enumerate(words, start=top + 1):
        _text(page, number, 1, word, "matrix", stamps)
        if word in RATING_COLOURS:
            page.cell(number, 1).fill, page.cell(number, 1).font = rating_fill(word), rating_font(word)
        for column, count in enumerate(list(counts.loc[word]), start=2):
            cell = cell_at(page, number, column)
            cell.value = int(count)
            stamps.put(cell, "tally")
    legend = top + len(words) + 1
    _text(page, legend, 1, "Hatched: no report, though one was due. Blank: no report due.", "label", stamps)
    if words:
        page.add_chart(_chart(page, top + 1, words, len(months)), f"A{legend + 2}")


def _chart(page: Worksheet, first: int, words: list[str], months: int) -> BarChart:
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "col", "stacked", 100, 60
    chart.title, chart.width, chart.height = CHART_TITLE, CHART_WIDTH, CHART_HEIGHT
    for number, word in enumerate(words, start=first):
        series = Series(Reference(page, min_col=2, max_col=months + 1, min_row=number), title=word)
        series.graphicalProperties.solidFill = RATING_COLOURS.get(word, ("FFE4E8EC", ""))[0][2:]
        series.graphicalProperties.line.solidFill = "FFFFFF"
        chart.series.append(series)
    chart.set_categories(Reference(page, min_col=2, max_col=months + 1, min_row=1))
    chart.x_axis.number_format = "mmm yyyy"
    chart.y_axis.title, chart.y_axis.number_format, chart.y_axis.majorUnit = "Projects", "0", 1
    pale = GraphicalProperties(ln=LineProperties(solidFill=PALE_LINE[2:]))
    chart.y_axis.majorGridlines = ChartLines(spPr=pale)
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend.position = "r"
    return chart


def _title(chart: object) -> str:
    title = getattr(chart, "title", None)
    rich = getattr(getattr(title, "tx", None), "rich", None)
    runs = [run.t for paragraph in getattr(rich, "p", ()) for run in paragraph.r or ()]
    return "".join(runs)


def _text(page: Worksheet, row: int, column: int, text: str | None, look: Look, stamps: Stamps) -> None:
    cell = cell_at(page, row, column)
    if text is not None:
        put_text(cell, text)
    stamps.put(cell, look)
