"""Drawn lines -> grids: what closes a cell, what is left open, and what lies within another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.pdf.lattice import Grid, find_grids
from extractors.pdf.primitives import Rule

SPANS = {"columns": (50.0, 150.0, 250.0, 350.0), "rows": (100.0, 120.0, 150.0, 180.0)}


def level(y: float, *stretches: tuple[float, float]) -> list[Rule]:
    return [Rule(start, y, end, y, 0.5, "#000000") for start, end in stretches or [(50.0, 350.0)]]


def plumb(x: float, *stretches: tuple[float, float]) -> list[Rule]:
    return [Rule(x, start, x, end, 0.5, "#000000") for start, end in stretches or [(100.0, 180.0)]]


def lines(without: tuple[str, float] | None = None) -> list[Rule]:
    """A table of three rows and three columns."""
    rules = [rule for y in SPANS["rows"] if ("level", y) != without for rule in level(y)]
    return rules + [rule for x in SPANS["columns"] if ("plumb", x) != without for rule in plumb(x)]


def slots(grid: Grid) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells]


SINGLE = [(row, column, 1, 1) for row in range(3) for column in range(3)]


def test_every_closed_area_is_a_cell() -> None:
    [grid] = find_grids(lines())
    assert slots(grid) == SINGLE
    assert (grid.xs, grid.ys) == (SPANS["columns"], SPANS["rows"])
    assert all(cell.top_drawn and cell.bottom_drawn for cell in grid.cells)


def test_double_borders_and_short_lines_are_one() -> None:
    doubled = [replace(rule, x0=rule.x0 + 2, y0=rule.y0 + 1, y1=rule.y1 + 1) for rule in level(120.0)]
    [grid] = find_grids([*lines(), *doubled])
    assert slots(grid) == SINGLE


@pytest.mark.parametrize(
    ("without", "top", "bottom"), [(("level", 100.0), False, True), (("level", 180.0), True, False)]
)
def test_a_border_that_a_page_break_took(without: tuple[str, float], top: bool, bottom: bool) -> None:
    [grid] = find_grids(lines(without))
    assert slots(grid) == SINGLE
    assert {cell.top_drawn for cell in grid.cells if cell.row == 0} == {top}
    assert {cell.bottom_drawn for cell in grid.cells if cell.row == 2} == {bottom}


def test_spans_stand_once() -> None:
    inner = plumb(150.0, (120.0, 180.0)) + plumb(250.0, (120.0, 180.0))
    [grid] = find_grids(
        [*level(100), *level(120), *level(150, (50, 250)), *level(180), *plumb(50), *plumb(350), *inner]
    )
    assert slots(grid) == [(0, 0, 1, 3), (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 2, 1), (2, 0, 1, 1), (2, 1, 1, 1)]


def test_a_line_that_ends_in_the_middle_closes_nothing() -> None:
    [grid] = find_grids([*lines(), *level(135.0, (50.0, 90.0))])
    assert [cell for cell in slots(grid) if cell[0] == 0] == [(0, column, 1, 1) for column in range(3)]
    assert len(grid.cells) == 9


def test_a_table_within_a_cell_whose_lines_touch_is_a_grid_of_its_own() -> None:
    outer = [*level(100), *level(200), *plumb(50, (100, 200)), *plumb(350, (100, 200))]
    inner = [*level(130, (50, 250)), *level(160, (50, 250)), *level(190, (50, 250))]
    sides = [*plumb(150, (130, 190)), *plumb(250, (130, 190))]
    grids = find_grids([*outer, *inner, *sides])
    assert sorted(len(grid.cells) for grid in grids) == [1, 4]


def test_tables_apart_are_two_and_loose_lines_none() -> None:
    lower = [replace(rule, y0=rule.y0 + 300, y1=rule.y1 + 300) for rule in lines()]
    grids = find_grids([*lines(), *lower, *level(250.0, (60.0, 300.0))])
    assert [slots(grid) for grid in grids] == [SINGLE, SINGLE]
