"""Forms whose boxes stand apart: no lattice joins them, yet their labels and heads make them the cells of a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Figure
from tests.pdf_files import AMBER, GREEN, HEIGHT, RED, drawn, figures, fill, outline, tables, texts, write

Place = tuple[float, float, float, float]
"""Left side, top, width and height in points, from the page's top left corner."""
Box = Callable[[Canvas, Place, str], None]


def typed(paper: Canvas, place: Place, value: str) -> None:
    """A text field of a form that shows its value in a bordered, tinted box."""
    x, top, wide, high = place
    paper.acroForm.textfield(
        name=f"f{x:.0f}-{top:.0f}",
        value=value,
        x=x,
        y=HEIGHT - top - high,
        width=wide,
        height=high,
        fontSize=8,
        borderWidth=0.5,
        borderColor=colors.grey,
        fillColor=colors.HexColor("#EEF4FA"),
        forceBorder=True,
    )


def printed(paper: Canvas, place: Place, value: str) -> None:
    """The same box printed: a frame with words in it."""
    x, top, wide, high = place
    paper.rect(x, HEIGHT - top - high, wide, high)
    write(paper, x + 3, top + 11, value, size=8)


FACTS = [
    ("Project", "Mill race", "Number", "MR/7"),
    ("Sponsor", "Ada Lovell", "Month", "May 2021"),
    ("Manager", "", "Done", "40"),
]


@pytest.mark.parametrize("box", [typed, printed])
def test_labels_beside_boxes_that_stand_apart_are_a_form(tmp_path: Path, box: Box) -> None:
    def page(paper: Canvas) -> None:
        for number, (first, value, second, other) in enumerate(FACTS):
            top = 100 + 22 * number
            write(paper, 40, top + 11, first)
            write(paper, 320, top + 11, second)
            box(paper, (120, top, 170, 16), value)
            box(paper, (400, top, 150, 16), other)

    [table] = tables(drawn(tmp_path, page))
    assert [[cell.text for cell in table.row(row)] for row in range(3)] == [list(row) for row in FACTS]


@pytest.mark.parametrize("box", [typed, printed])
def test_heads_over_boxes_that_stand_apart_are_a_table(tmp_path: Path, box: Box) -> None:
    rows = [("Roof stripped", "Hobbs", "3 May"), ("Bats counted", "Lovell", "9 May"), ("", "", "")]
    places = [(40.0, 300.0), (350.0, 90.0), (450.0, 90.0)]

    def page(paper: Canvas) -> None:
        for (x, _), text in zip(places, ("What was done", "By whom", "Date done"), strict=True):
            write(paper, x, 95, text, font="Helvetica-Bold")
        for number, row in enumerate(rows):
            for (x, wide), text in zip(places, row, strict=True):
                box(paper, (x, 102 + 20 * number, wide, 16), text)

    document = drawn(tmp_path, page)
    assert texts(document)[0].startswith(
        "What was done | By whom | Date done / Roof stripped | Hobbs | 3 May / Bats"
    )


def test_boxes_of_unlike_height_and_ticks_share_a_row(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        heads = [(40, "No."), (72, "Risk"), (102, "Issue"), (140, "Description"), (420, "Owner")]
        for x, text in heads:
            write(paper, x, 95, text, font="Helvetica-Bold", size=8)
        for number, ticked in enumerate((0, 1)):
            top = 102 + 40 * number
            typed(paper, (40, top, 20, 16), str(number + 1))
            for column, x in enumerate((76, 106)):
                paper.acroForm.checkbox(
                    name=f"c{number}{column}", x=x, y=HEIGHT - top - 14, size=12, checked=column == ticked
                )
            typed(paper, (140, top, 270, 34), "The river stands too high for work in the tail race")
            typed(paper, (420, top, 120, 34), "A Lovell")

    document = drawn(tmp_path, page)
    [table] = tables(document)
    assert [cell.text for cell in table.row(0)] == ["No.", "Risk", "Issue", "Description", "Owner"]
    ticked = [
        cell.column
        for cell in table.cells
        for block in cell.blocks
        if isinstance(block, Figure) and block.checked
    ]
    assert ticked == [1, 2]


def test_tiles_under_their_heads_are_a_table(tmp_path: Path) -> None:
    tiles = [("OVERALL", AMBER, "A"), ("TIME", RED, "R"), ("MONEY", GREEN, "G")]

    def page(paper: Canvas) -> None:
        for number, (head, colour, letter) in enumerate(tiles):
            x = 60 + 100 * number
            write(paper, x + 20, 96, head, font="Helvetica-Bold", size=8)
            fill(paper, colour, x, 102, 80, 36)
            write(paper, x + 35, 126, letter, font="Helvetica-Bold", size=18)
        write(paper, 400, 96, "DONE", font="Helvetica-Bold", size=8)
        fill(paper, "#E3E6EC", 400, 108, 120, 18)
        fill(paper, "#2F6FC4", 400, 108, 70, 18)

    document = drawn(tmp_path, page)
    [table] = tables(document)
    assert outline(table) == "OVERALL | TIME | MONEY / A | R | G"
    assert [cell.fill for cell in table.row(1)] == [AMBER, RED, GREEN]


def test_bars_over_panels_are_no_tiles(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for x, above, bar, below in (
            (40, "Roof stripped", "Next", "Hang the gates"),
            (300, "Eels moved", "Asks", "Crane"),
        ):
            write(paper, x + 4, 92, above)
            fill(paper, "#1B2A49", x, 100, 240, 18)
            paper.setFillColor(colors.white)
            write(paper, x + 4, 113, bar)
            paper.setFillColor(colors.black)
            write(paper, x + 4, 134, below)

    assert "Roof stripped" not in " ".join(outline(table) for table in tables(drawn(tmp_path, page)))


def test_marks_in_the_rows_of_a_table_are_no_boxes_of_a_form(tmp_path: Path) -> None:
    rows = [("Overall", "On track", "Fine"), ("Time", "At risk", "Wind"), ("Money", "On track", "Within")]

    def page(paper: Canvas) -> None:
        for x, text in ((40, "Measure"), (200, "Status"), (300, "Comment")):
            write(paper, x, 95, text, font="Helvetica-Bold")
        for number, (label, mark, comment) in enumerate(rows):
            top = 102 + 22 * number
            paper.line(40, HEIGHT - top, 540, HEIGHT - top)
            fill(paper, "#CFE8CF", 196, top + 5, 50, 12)
            for x, text in ((40, label), (200, mark), (300, comment)):
                write(paper, x, top + 15, text)
        paper.line(40, HEIGHT - 168, 540, HEIGHT - 168)

    [table] = tables(drawn(tmp_path, page))
    assert [cell.text for cell in table.row(2)] == list(rows[1])


def test_cards_with_texts_of_their_own_are_no_table(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for column, name in enumerate(("To do", "Doing")):
            write(paper, 40 + 260 * column, 95, name, font="Helvetica-Bold")
            for row in range(2):
                place = (40.0 + 260 * column, 102.0 + 50 * row, 240.0, 42.0)
                printed(paper, place, "Hang the upper gate")
                write(paper, place[0] + 3, place[1] + 24, "Ada Lovell, by the end of May", size=8)

    assert not any(table.rows > 2 for table in tables(drawn(tmp_path, page)))


def test_a_line_between_rows_of_tiles_parts_them(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for row, names in enumerate((("TIME", "COST", "RISK"), ("STAFF", "SCOPE", "TRUST"))):
            for number, head in enumerate(names):
                x, top = 60 + 100 * number, 102 + 60 * row
                write(paper, x + 20, top - 5, head, font="Helvetica-Bold", size=8)
                fill(paper, GREEN, x, top, 80, 36)
                write(paper, x + 35, top + 24, "G", size=18)

    document = drawn(tmp_path, page)
    assert [outline(table) for table in tables(document)] == [
        "TIME | COST | RISK / G | G | G",
        "STAFF | SCOPE | TRUST / G | G | G",
    ]


def test_lines_drawn_cell_by_cell_bound_rows(tmp_path: Path) -> None:
    rows = [
        (("Pond freezes before", "the dredger comes"), ("Book it early; keep", "the spare one"), "A Ferris"),
        (("Crane has no permit", "for the bridge"), ("Ask the county", ""), "B Holt"),
        (("Eels in the pass", ""), ("Count them", ""), "B Holt"),
    ]

    def page(paper: Canvas) -> None:
        for x, text in ((40, "Risk"), (240, "What we do"), (420, "Owner")):
            write(paper, x, 95, text, font="Helvetica-Bold")
        for number, (risk, response, owner) in enumerate(rows):
            top = 102 + 34 * number
            write(paper, 40, top + 14, *risk)
            write(paper, 240, top + 14, *response)
            write(paper, 420, top + 14, owner)
        for number in range(4):
            y = HEIGHT - 102 - 34 * number
            for x0, x1 in ((36, 236), (236, 416), (416, 540)):
                paper.line(x0, y, x1, y)

    [table] = tables(drawn(tmp_path, page))
    assert [cell.text for cell in table.row(1)] == [
        "Pond freezes before the dredger comes",
        "Book it early; keep the spare one",
        "A Ferris",
    ]
    assert table.rows == 4


def test_facts_in_a_line_over_columns_stay_together(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 40, 60, "Mill race restored", font="Helvetica-Bold", size=18)
        for x, fact in ((40, "Ref: MR/7"), (150, "Sponsor: Ada Lovell"), (330, "Manager: Ben Marsh")):
            write(paper, x, 84, fact)
        for x, name, items in (
            (40, "Done", ("The roof was stripped", "The bats were counted", "The sluice was greased")),
            (310, "Next", ("Hang the upper gate", "Count the eels again", "Move the crane away")),
        ):
            write(paper, x, 112, name, font="Helvetica-Bold")
            write(paper, x, 128, *(f"• {item}" for item in items))

    read = texts(drawn(tmp_path, page))
    assert "Ref: MR/7\tSponsor: Ada Lovell\tManager: Ben Marsh" in read
    assert read.index("* The sluice was greased") < read.index("* Hang the upper gate")


def test_captions_over_low_tables_side_by_side_head_their_own(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for x, name, rows in (
            (40, "Milestones", (("Gate", "Date"), ("Upper", "3 May"), ("Lower", "9 May"))),
            (310, "Budget", (("Line", "Spent"), ("Oak", "£300"))),
        ):
            write(paper, x, 95, name, font="Helvetica-Bold", size=12)
            for number, (first, second) in enumerate(rows):
                top = 102 + 18 * number
                for left, text in ((x, first), (x + 110, second)):
                    paper.rect(left, HEIGHT - top - 18, 110, 18)
                    write(paper, left + 4, top + 12, text)

    read = [text.lstrip("# ") for text in texts(drawn(tmp_path, page))]
    assert read == [
        "Milestones",
        "Gate | Date / Upper | 3 May / Lower | 9 May",
        "Budget",
        "Line | Spent / Oak | £300",
    ]


def test_the_shadow_of_a_bar_is_no_light(tmp_path: Path) -> None:
    shadow = tmp_path / "shadow.png"
    Image.new("RGB", (240, 26), "#005F61").save(shadow)

    def page(paper: Canvas) -> None:
        paper.drawImage(str(shadow), 38, HEIGHT - 125, 244, 26)
        fill(paper, "#005F61", 40, 101, 240, 21)
        paper.setFillColor(colors.white)
        write(paper, 46, 116, "Status", font="Helvetica-Bold")
        paper.setFillColor(colors.black)
        write(paper, 46, 150, "All is well on the river.")

    assert not figures(drawn(tmp_path, page))


def test_badges_on_framed_cards_are_no_boxes_of_a_form(tmp_path: Path) -> None:
    """Each card is read from top to bottom: its area, the badge, and what is written under it."""

    def page(paper: Canvas) -> None:
        for number, (area, color) in enumerate((("Weir", AMBER), ("Leat", RED), ("Pond", GREEN))):
            x = 50 + 170 * number
            paper.rect(x, HEIGHT - 160, 150, 60)
            write(paper, x + 8, 116, area, font="Helvetica-Bold", size=9)
            paper.setFillColor(color)
            paper.rect(x + 8, HEIGHT - 136, 48, 13, fill=1, stroke=0)
            paper.setFillColor(colors.black)
            write(paper, x + 12, 133, "As told", size=8)
            write(paper, x + 8, 150, f"More of the {area.lower()}", size=8)

    assert texts(drawn(tmp_path, page)) == [
        line for area in ("Weir", "Leat", "Pond") for line in (area, "As told", f"More of the {area.lower()}")
    ]


@pytest.mark.parametrize("box", [typed, printed])
def test_a_box_as_wide_as_the_row_under_it_belongs_to_the_form(tmp_path: Path, box: Box) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 40, 91, "Project", font="Helvetica-Bold")
        box(paper, (120, 78, 430, 16), "Mill race and sluice")
        for number, (first, value, second, other) in enumerate(FACTS[1:]):
            top = 100 + 22 * number
            write(paper, 40, top + 13, first, font="Helvetica-Bold")
            write(paper, 320, top + 13, second, font="Helvetica-Bold")
            box(paper, (120, top, 170, 16), value)
            box(paper, (400, top, 150, 16), other)

    [table] = tables(drawn(tmp_path, page))
    assert [cell.text for cell in table.row(0)] == ["Project", "Mill race and sluice"]
    assert [cell.column_span for cell in table.cells if cell.row == 0] == [1, 3]
    assert [cell.text for cell in table.row(1)] == list(FACTS[1])


def test_the_words_behind_the_last_box_of_each_row_are_its_option(tmp_path: Path) -> None:
    names = ("Weir bought", "Eels counted", "Otters back")

    def page(paper: Canvas) -> None:
        for number, name in enumerate(names):
            top = 100 + 20 * number
            write(paper, 40, top + 9, name)
            for at, state in enumerate(("Reached", "Put back", "Too early yet")):
                x = 180 + 90 * at
                paper.acroForm.checkbox(
                    name=f"s{number}{at}", x=x, y=HEIGHT - top - 11, size=11, checked=at == number
                )
                write(paper, x + 16, top + 9, state)

    [table] = tables(drawn(tmp_path, page))
    assert [[cell.text for cell in table.row(row) if cell.text] for row in range(3)] == [
        [name, "Reached", "Put back", "Too early yet"] for name in names
    ]
