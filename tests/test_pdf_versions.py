"""Versions before the names of a table's rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import HEIGHT, drawn, grid, tables


@pytest.mark.parametrize(
    ("names", "first"),
    [
        (["0.8 Boards", "0.9 Fares", "1.0 Stable"], "0.8 Boards"),
        (["1.4 Boards", "1.5 Fares", "2.0 Stable"], "1.4 Boards"),
        (["1.1 Boards", "1.2 Fares", "2.1 Stable"], "Boards"),
    ],
)
def test_versions_before_names_are_no_numbers_of_a_list(tmp_path: Path, names: list[str], first: str) -> None:
    def page(paper: Canvas) -> None:
        rows = [["Release", "Planned"], *([name, "3 May 2031"] for name in names)]
        table = grid(rows, [160, 120])
        table.wrapOn(paper, 400, 400)
        table.drawOn(paper, 60, HEIGHT - 200)

    [found] = tables(drawn(tmp_path, page))
    assert found.row(1)[0].text == first
