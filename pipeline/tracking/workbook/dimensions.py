"""Each project's ratings by dimension, a strip of months below the other: where a project stands, and since when.

The overview shows the overall rating alone; a project that is Green over all may have been Red in cost for a year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from pipeline.model import Dimension, Rating
from pipeline.tracking.months import Tracker
from pipeline.tracking.timeline import Project
from pipeline.tracking.workbook.cells import lines_needed, row_height
from pipeline.tracking.workbook.keep import KeptSheet, row_name
from pipeline.tracking.workbook.matrix import Matrix, missing_months, put_label, shown_name
from pipeline.tracking.workbook.sheets import Place, add_rules, clear_page
from pipeline.tracking.workbook.styles import Look, share_rule

LEADING = {"Project": 40.0, "Dimension": 24.0}
PERCENT = "percent complete"


@dataclass(frozen=True, slots=True)
class Strip:
    """One row: what is told of the project, by month."""

    name: str
    values: dict[str, str | float]


def write_dimensions(place: Place, tracker: Tracker, months: tuple[str, ...], kept: KeptSheet) -> None:
    """Write the page anew."""
    clear_page(place.page)
    strips = [(project, strip) for project in tracker.projects for strip in project_strips(project)]
    matrix = Matrix(place, LEADING, months, {}, kept)
    words = {str(value) for _, strip in strips for value in strip.values.values()}
    matrix.write_headers(words)
    above: Project | None = None
    for number, (project, strip) in enumerate(strips, start=2):
        look: Look = "repeated" if project is above else "name"
        name = shown_name(project)
        put_label(place.page, number, 1, name, look, place.stamps)
        put_label(place.page, number, 2, strip.name, "text", place.stamps)
        matrix.write_months(
            number, [strip.values.get(month) for month in matrix.months], missing_months(project)
        )
        place.page.row_dimensions[number].height = row_height(lines_needed(name, LEADING["Project"]))
        matrix.write_kept(number, row_name(name, strip.name))
        above = project
    if matrix.months and strips:
        matrix.add_rating_rules(len(strips) + 1)
        add_rules(place.page, matrix.area(len(strips) + 1), [share_rule()])
    if place.new:
        matrix.set_up()


def dimension_rows(tracker: Tracker) -> Iterator[str]:
    """What each row of the page is known by."""
    for project in tracker.projects:
        for strip in project_strips(project):
            yield row_name(shown_name(project), strip.name)


def project_strips(project: Project) -> Iterator[Strip]:
    """The project's strips in the vocabulary's order, its percent complete last."""
    told: dict[Dimension, dict[str, dict[str, str | float]]] = {}
    several = _rated_twice(project)
    for filed in project.reports:
        for rating in filed.report.ratings:
            if rating.current and filed.period:
                strips = told.setdefault(rating.dimension, {})
                strips.setdefault(_strip_name(rating, several), {})[filed.period] = rating.current
    for dimension in get_args(Dimension):
        for name, values in told.get(dimension, {}).items():
            yield Strip(name, values)
    percents = {
        filed.period: filed.report.percent_complete
        for filed in project.reports
        if filed.period and filed.report.percent_complete is not None
    }
    if percents:
        yield Strip(PERCENT, {**percents})


def _rated_twice(project: Project) -> set[Dimension]:
    """The dimensions that a report rates under several labels: 'Issues' beside 'Risks'."""
    counts = [Counter(rating.dimension for rating in filed.report.ratings) for filed in project.reports]
    return {dimension for count in counts for dimension, times in count.items() if times > 1}


def _strip_name(rating: Rating, several: set[Dimension]) -> str:
    own = rating.dimension in several or rating.dimension == "other"
    return f"{rating.dimension}: {rating.label}" if own and rating.label else rating.dimension
