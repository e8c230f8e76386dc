"""The overview: a row a project, a column a month, ratings in their colours, and a chart of them.

Below the projects stands the block that the chart is drawn from: how many projects had each rating, under the
same months.
"""

from __future__ import annotations

import pandas as pd
from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.months import Tracker
from pipeline.tracking.overall import NOT_RATED, overall_rating
from pipeline.tracking.scale import trend
from pipeline.tracking.timeline import Project
from pipeline.tracking.workbook.cells import lines_needed, row_height
from pipeline.tracking.workbook.internals import cell_at, charts_of
from pipeline.tracking.workbook.keep import CLOSING, KeptSheet
from pipeline.tracking.workbook.matrix import Matrix, missing_months, put_label, shown_name
from pipeline.tracking.workbook.sheets import Place, clear_page
from pipeline.tracking.workbook.styles import (
    PALE_LINE,
    RATING_COLOURS,
    Look,
    Stamps,
    rating_fill,
    rating_font,
)

CHART_TITLE = "Ratings by month"
BLOCK_TITLE = "Projects by overall rating"
PROJECT_WIDTH = 40.0
CHART_WIDTH, CHART_HEIGHT = 26, 9
"""Centimetres."""


def write_overview(
    place: Place, tracker: Tracker, months: tuple[str, ...], open_warnings: dict[str, int], kept: KeptSheet
) -> None:
    """Write the overview anew; ``open_warnings`` by project, or by file where none is named."""
    page, stamps, projects = place.page, place.stamps, tracker.projects
    clear_page(page)
    charts_of(page)[:] = [chart for chart in charts_of(page) if _title(chart) != CHART_TITLE]
    ratings = overall_ratings(projects)
    matrix = Matrix(place, {"Project": PROJECT_WIDTH}, months, CLOSING, kept)
    by_month = ratings.pivot(index="project", columns="period", values="rating")
    by_month = by_month.reindex(index=[project.key for project in projects], columns=list(matrix.months))
    matrix.write_headers(set(ratings["rating"]))
    for number, project in enumerate(projects, start=2):
        row = [word if isinstance(word, str) else None for word in list(by_month.loc[project.key])]
        name = shown_name(project)
        put_label(page, number, 1, name, "name", stamps)
        matrix.write_months(number, row, missing_months(project))
        page.row_dimensions[number].height = row_height(max(lines_needed(name, PROJECT_WIDTH), 1)) + 6
        warnings = open_warnings.get(project.name or project.everything[0].path, 0)
        _write_closing(page, number, project, row, warnings, stamps)
        matrix.write_kept(number, name)
    if matrix.months:
        matrix.add_rating_rules(len(projects) + 1)
        _write_block(page, len(projects) + 3, list(matrix.months), ratings, stamps)
    if place.new:
        matrix.set_up()


def overall_ratings(projects: tuple[Project, ...]) -> pd.DataFrame:
    """The overall rating of every report that counts: columns project (its key), period, rating."""
    rows = [
        (project.key, filed.period, overall_rating(filed.report))
        for project in projects
        for filed in project.reports
    ]
    return pd.DataFrame(rows, columns=pd.Index(["project", "period", "rating"]), dtype=object)


def _write_closing(
    page: Worksheet, number: int, project: Project, ratings: list[str | None], warnings: int, stamps: Stamps
) -> None:
    rated = [word for word in ratings if word in RATING_COLOURS]
    percents = [filed.report.percent_complete for filed in project.reports]
    percent = next((value for value in reversed(percents) if value is not None), None)
    way = trend(rated[-2], rated[-1]) if len(rated) > 1 else None
    start = len(ratings) + 2
    put_label(page, number, start, way, "tally", stamps)
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
    put_label(page, top, 1, BLOCK_TITLE, "label", stamps)
    for number, word in enumerate(words, start=top + 1):
        put_label(page, number, 1, word, "matrix", stamps)
        if word in RATING_COLOURS:
            page.cell(number, 1).fill, page.cell(number, 1).font = rating_fill(word), rating_font(word)
        for column, count in enumerate(list(counts.loc[word]), start=2):
            cell = cell_at(page, number, column)
            cell.value = int(count)
            stamps.put(cell, "tally")
    legend = top + len(words) + 1
    put_label(
        page, legend, 1, "Hatched: no report, though one was due. Blank: no report due.", "label", stamps
    )
    if words:
        page.add_chart(_chart(page, top + 1, words, len(months)), f"B{legend + 2}")


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
