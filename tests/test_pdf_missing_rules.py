"""Tables whose lines run over their heads and under their last row alone, drawn cell by cell or in one piece."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import HEIGHT, drawn, outline, tables, texts, write

STOPS = (50, 210, 300, 390, 520)
HEADS = ("Stage", "Promised", "Expected", "Reached")


def ruled(paper: Canvas, y: float, pieces: bool) -> None:
    ends = itertools.pairwise(STOPS) if pieces else [(STOPS[0], STOPS[-1])]
    for x0, x1 in ends:
        paper.line(x0, HEIGHT - y, x1, HEIGHT - y)


def row(paper: Canvas, y: float, cells: Sequence[str], font: str = "Helvetica") -> None:
    for x, cell in zip(STOPS, cells, strict=False):
        if cell:
            write(paper, x + 4, y, *cell.split("/"), font=font)


def table(paper: Canvas, rows: Sequence[Sequence[str]], steps: Sequence[float], pieces: bool) -> None:
    ruled(paper, 86, pieces)
    row(paper, 100, HEADS, "Helvetica-Bold")
    ruled(paper, 106, pieces)
    y = 120.0
    for cells, step in zip(rows, steps, strict=True):
        row(paper, y, cells)
        y += step
    ruled(paper, y - 12, pieces)
    write(paper, 50, y + 30, "The keeper has seen these dates and is content with them.")


@pytest.mark.parametrize("pieces", [True, False])
def test_rows_between_the_lines_over_and_under_a_tables_body(tmp_path: Path, pieces: bool) -> None:
    rows = [
        ("Sluice dredged", "4 May 2024", "", "9 May 2024"),
        ("Wheel hung", "7 June 2024", "", "6 June 2024"),
        ("First flour ground", "2 July 2024", "19 July 2024", ""),
        ("Doors open", "1 August 2024", "1 August 2024", ""),
    ]
    [found] = tables(drawn(tmp_path, lambda paper: table(paper, rows, [20] * 4, pieces)))
    assert outline(found).split(" / ")[1:] == [" | ".join(cells) for cells in rows]


@pytest.mark.parametrize("pieces", [True, False])
def test_rows_of_wrapped_cells_stand_farther_apart_than_their_lines(tmp_path: Path, pieces: bool) -> None:
    rows = [
        ("Sluice dredged and its/gates hung again", "4 May 2024", "", "9 May 2024"),
        ("Wheel hung", "7 June 2024", "mid June/or later", ""),
        ("Doors open", "1 August 2024", "", ""),
    ]
    [found] = tables(drawn(tmp_path, lambda paper: table(paper, rows, [32, 32, 20], pieces)))
    assert outline(found).split(" / ")[1:] == [" | ".join(cells).replace("/", " ") for cells in rows]


@pytest.mark.parametrize("pieces", [True, False])
def test_rows_no_farther_apart_than_lines(tmp_path: Path, pieces: bool) -> None:
    rows = [
        ("Sluice dredged", "4 May 2024", "", "9 May 2024"),
        ("Wheel hung", "7 June 2024", "", "6 June 2024"),
        ("First flour ground", "2 July 2024", "19 July 2024", ""),
    ]
    [found] = tables(drawn(tmp_path, lambda paper: table(paper, rows, [12] * 3, pieces)))
    assert outline(found).split(" / ")[1:] == [" | ".join(cells) for cells in rows]


TYPESET = [
    [
        ("Stage", "Light", "Word"),
        ("Sluice", "Amber", "mud again"),
        ("Wheel", "Green", ""),
        ("Flour", "Green", "fine"),
    ],
    [("Stage", "Cost"), ("Sluice", "£1,200"), ("Wheel", "£90")],
    [
        ("No", "Trouble", "Keeper"),
        ("T1", "Reeds grow in/the mill race", "Ada Lock"),
        ("T2", "Owls nest in/the tower roof", "Ben Marsh"),
    ],
    [
        ("Trouble", "Keeper", "Due"),
        ("Reeds grow", "Ada Lock", "6 June"),
        ("Owls nest in/the tower roof", "Ben Marsh", "7 July"),
    ],
]


@pytest.mark.parametrize("rows", TYPESET)
def test_short_entries_tell_rows_where_no_cell_has_more_room_than_it_needs(
    tmp_path: Path, rows: Sequence[Sequence[str]]
) -> None:
    def page(paper: Canvas) -> None:
        parts = [[part for cell in column for part in cell.split("/")] for column in zip(*rows, strict=True)]
        wide = [12 + max(stringWidth(part, "Helvetica", 10) for part in column) for column in parts]
        stops = list(itertools.accumulate(wide, initial=50.0))
        y = 100.0
        for number, cells in enumerate(rows):
            for x, text in zip(stops, cells, strict=False):
                for at, part in enumerate(text.split("/") if text else ()):
                    write(paper, x, y + 12 * at, part)
            y += 12 * max(text.count("/") for text in cells)
            for line in {0: (y - 14, y + 6), len(rows) - 1: (y + 6,)}.get(number, ()):
                paper.line(stops[0], HEIGHT - line, stops[-1] - 12, HEIGHT - line)
            y += 18 if not number else 12

    [found] = tables(drawn(tmp_path, page))
    assert outline(found).split(" / ") == [" | ".join(cells).replace("/", " ") for cells in rows]


def test_words_that_a_narrow_cell_wrapped_are_no_rows(tmp_path: Path) -> None:
    cells = ("Reeds grow/in the race", "Ada/Lock", "6 June/2024", "mown by/the keeper")
    [found] = tables(drawn(tmp_path, lambda paper: table(paper, [cells], [32], pieces=False)))
    assert found.rows == 2


def test_lists_beside_each_other_in_one_row_stay_one_row(tmp_path: Path) -> None:
    cells = (
        "Sluice gates were hung/on both sides//The wheel was turned",
        "Grind the first sacks/of rye//Hire a miller",
        "Nothing is needed from/anybody this month",
    )

    def page(paper: Canvas) -> None:
        stops = (50, 220, 390, 540)
        for y in (86, 106, 190):
            for x0, x1 in itertools.pairwise(stops):
                paper.line(x0, HEIGHT - y, x1, HEIGHT - y)
        for x, head in zip(stops, ("What was done", "What comes next", "What we need"), strict=False):
            write(paper, x + 4, 100, head, font="Helvetica-Bold")
        for x, text in zip(stops, cells, strict=False):
            write(paper, x + 4, 120, *text.split("/"))

    [found] = tables(drawn(tmp_path, page))
    assert found.rows == 2


def test_a_row_whose_cells_all_but_one_wrap_is_one_row(tmp_path: Path) -> None:
    stops = (50, 210, 390, 450, 520)

    def page(paper: Canvas) -> None:
        rows = [
            ("What may happen", "What we do", "Keeper", "Light"),
            ("Bricks are late because", "Kilns are asked for each/day", "Ada", "Red"),
            ("Owls nest in the tower/Park Lane roof", "The tower waits until/August", "Ben/Marsh", "Green"),
        ]
        y = 100
        for number, cells in enumerate(rows):
            for x, text in zip(stops, cells, strict=False):
                for at, part in enumerate(text.split("/")):
                    bold = "-Bold" if not number else ""
                    write(paper, x, y + 15 * at, part, font=f"Helvetica{bold}")
            y += 15 * max(text.count("/") + 1 for text in cells) - 8
            paper.line(stops[0], HEIGHT - y, stops[-1], HEIGHT - y)
            y += 16

    [found] = tables(drawn(tmp_path, page))
    assert found.rows == 3


def test_sums_tell_rows_in_a_sheet_with_merged_cells(tmp_path: Path) -> None:
    stops = (50, 150, 190, 300, 410)
    rows = [("Sluice", "900", "400"), ("Race", "500", "120"), ("All", "1,400", "520")]

    def page(paper: Canvas) -> None:
        for y in (80, 100, 120, 174):
            paper.line(stops[0], HEIGHT - y, stops[-1], HEIGHT - y)
        for x, top in ((50, 80), (150, 80), (190, 100), (300, 80), (410, 80)):
            paper.line(x, HEIGHT - top, x, HEIGHT - (100 if x == 150 else 174))
        for x, head in zip(stops, ("No", "Of", "Day", "Who"), strict=False):
            write(paper, x + 4, 94, head, font="Helvetica-Bold")
        for x, head in zip((50, 190, 300), ("Line", "Budget", "Spent"), strict=True):
            write(paper, x + 4, 114, head, font="Helvetica-Bold")
        for number, cells in enumerate(rows):
            for x, text in zip((50, 190, 300), cells, strict=True):
                write(paper, x + 4, 134 + 16 * number, text)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found).split(" / ")[2:] == [" | ".join(cells) for cells in rows]


def test_gaps_stretched_alike_part_nothing(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for x in (50, 90, 190):
            paper.line(x, HEIGHT - 80, x, HEIGHT - 140)
        for y in (80, 100, 140):
            paper.line(50, HEIGHT - y, 190, HEIGHT - y)
        for x, y, text in ((54, 94, "No"), (94, 94, "Trouble"), (54, 114, "T1"), (94, 126, "the tower roof")):
            write(paper, x, y, text)
        left = 94.0
        for word in ("Owls", "nest", "near"):
            write(paper, left, 114, word)
            left += stringWidth(word, "Helvetica", 10) + 10

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == "No | Trouble / T1 | Owls nest near the tower roof"


def test_a_numbered_title_between_tables_is_no_row(tmp_path: Path) -> None:
    rows = [
        ("Sluice dredged", "4 May 2024", "", "9 May 2024"),
        ("Wheel hung", "7 June 2024", "", "6 June 2024"),
    ]

    def page(paper: Canvas) -> None:
        ruled(paper, 40, pieces=False)
        for x, text in ((50, "3"), (66, "Stages")):
            write(paper, x, 72, text, font="Helvetica-Bold", size=13)
        table(paper, rows, [12] * 2, pieces=False)

    document = drawn(tmp_path, page)
    assert [outline(found).split(" / ")[1:] for found in tables(document)] == [
        [" | ".join(cells) for cells in rows]
    ]
    assert "Stages" in texts(document)[0]


def test_whole_rows_around_a_page_break_stay_apart_where_no_line_is_drawn_there(tmp_path: Path) -> None:
    def part(paper: Canvas, top: float, cells: tuple[str, ...]) -> None:
        for x in (50, 250, 400, 520):
            paper.line(x, HEIGHT - top, x, HEIGHT - top - 44)
        for y in (top, top + 20):
            paper.line(50, HEIGHT - y, 520, HEIGHT - y)
        for x, title, text in zip((56, 256, 406), ("Trouble", "What we do", "Keeper"), cells, strict=True):
            write(paper, x, top + 14, title, font="Helvetica-Bold")
            write(paper, x, top + 34, text)

    rows = [
        ("Mud lies in the race", "Dredgers are asked", "Ada Lock"),
        ("Owls nest in the roof", "We wait", "Ben Marsh"),
    ]
    one, two = ((top, cells) for top, cells in zip((740, 40), rows, strict=True))
    [found] = tables(drawn(tmp_path, lambda paper: part(paper, *one), lambda paper: part(paper, *two)))
    assert outline(found).split(" / ")[1:] == [" | ".join(cells) for cells in rows]


def test_labels_and_values_between_the_lines_over_and_under_them_are_rows(tmp_path: Path) -> None:
    pairs = (("Project", "Mill Wheel"), ("Manager", "Odile Marsh"), ("Reporting week", "3 to 7 June 2024"))

    def page(paper: Canvas) -> None:
        for y in (86, 106, 180):
            paper.line(50, HEIGHT - y, 160, HEIGHT - y)
            paper.line(160, HEIGHT - y, 300, HEIGHT - y)
        for y, (label, value) in zip((100, 122, 146, 170), (("Field", "Value"), *pairs), strict=True):
            write(paper, 54, y, label)
            write(paper, 164, y, value)
        write(paper, 50, 220, "The keeper has seen these dates and is content with them.")

    [found] = tables(drawn(tmp_path, page))
    assert outline(found).split(" / ")[1:] == [" | ".join(pair) for pair in pairs]
