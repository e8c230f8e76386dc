"""Tables that nothing draws: rows that wrap, rows over a page break, what stands side by side, wide lights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Document
from tests.pdf_files import (
    AMBER,
    GREEN,
    HEIGHT,
    RED,
    Drawing,
    drawn,
    figures,
    fill,
    grid,
    outline,
    tables,
    texts,
    write,
)

BOLD = "Helvetica-Bold"
HEADS = ("Risk", "Answer", "Owner", "Score")
COLUMNS = (60, 200, 330, 420)
LEADING = 12.0


def written(paper: Canvas, y: float, cells: Sequence[Sequence[str]], font: str = "Helvetica") -> float:
    """A row of cells, each of so many lines; where the next row begins."""
    for x, lines in zip(COLUMNS, cells, strict=False):
        write(paper, x, y, *lines, font=font)
    return y + LEADING * max(map(len, cells))


def rows_of(document: Document) -> list[str]:
    [table] = tables(document)
    return outline(table).split(" / ")


def test_cells_that_wrap_are_one_row_though_rows_stand_no_farther_apart(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        y = written(paper, 100, [[head] for head in HEADS], BOLD)
        y = written(paper, y, [["The lock gate sticks at", "low water in the dry", "summer months"],
                               ["Gate greased and", "watched daily"], ["A Brook"], ["12"]])  # fmt: skip
        written(paper, y, [["Anglers do not agree to", "the closed season"], ["Two meetings held"],
                           ["B Reed"], ["6"]])  # fmt: skip

    assert rows_of(drawn(tmp_path, page)) == [
        "Risk | Answer | Owner | Score",
        "The lock gate sticks at low water in the dry summer months | Gate greased and watched daily | A Brook | 12",
        "Anglers do not agree to the closed season | Two meetings held | B Reed | 6",
    ]


def test_an_entry_with_nothing_beside_it_is_a_row_of_its_own(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        y = written(paper, 100, [["Step"], ["Planned"], ["Expected"]], BOLD)
        for name, *days in (
            ("Gate hung", "3 May 2024", "4 May 2024"),
            ("Lock drained and swept", "9 May 2024", "9 May 2024"),
            ("Towpath open",),
            ("Boats return", "1 June 2024", "8 June 2024"),
        ):
            y = written(paper, y, [[name], *([day] for day in days)])

    assert "Towpath open |  | " in rows_of(drawn(tmp_path, page))


def test_cells_centred_beside_wrapped_ones_are_their_rows(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        y = written(paper, 100, [[head] for head in HEADS], BOLD)
        for name, answer, owner, score in (
            (["The lock gate sticks at", "low water"], ["Gate greased"], "A Brook", "12"),
            (["Eels are few"], ["Pass cleared and", "watched daily"], "B Reed", "6"),
            (
                ["Anglers do not agree to", "the closed season or to", "the new byelaws"],
                ["Two meetings"],
                "C Sedge",
                "8",
            ),
        ):
            lines = max(len(name), len(answer))
            for x, texts_ in zip(COLUMNS, (name, answer, [owner], [score]), strict=True):
                write(paper, x, y + LEADING * (lines - len(texts_)) / 2, *texts_)
            y += LEADING * lines

    assert rows_of(drawn(tmp_path, page)) == [
        "Risk | Answer | Owner | Score",
        "The lock gate sticks at low water | Gate greased | A Brook | 12",
        "Eels are few | Pass cleared and watched daily | B Reed | 6",
        "Anglers do not agree to the closed season or to the new byelaws | Two meetings | C Sedge | 8",
    ]


def test_a_text_that_fills_its_column_ends_where_the_next_one_begins(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        y = written(paper, 100, [[head] for head in HEADS], BOLD)
        full = "The lock gate sticks at low"
        write(paper, COLUMNS[1] - 6 - paper.stringWidth(full, "Helvetica", 10), y, full)
        write(paper, 60, y + 12, "water")
        for x, text in zip(COLUMNS[1:], ("Gate greased", "A Brook", "12"), strict=True):
            write(paper, x, y, text)
        written(paper, y + 30, [["Eels are few"], ["Pass cleared"], ["B Reed"], ["6"]])

    assert rows_of(drawn(tmp_path, page))[1].endswith(" low water | Gate greased | A Brook | 12")


PLANNED = [
    ["Step", "Planned", "Expected", "Done"],
    ["Lock drained", "9 May 2024", "9 May 2024", "8 May 2024"],
]
LATER = [
    ["Gate hung", "3 June 2024", "4 June 2024", ""],
    ["Towpath open to the town", "1 July 2024", "2 July 2024", ""],
]


def broken(folder: Path, later: Sequence[Sequence[str]], heading: str = "Money") -> Document:
    """A table without lines, its first rows at a page's end and the ``later`` ones on the next page."""

    def first(paper: Canvas) -> None:
        write(paper, 60, 60, *["The lock was closed to boats for the whole of the month."] * 50)
        written(paper, 752, [[text] for text in PLANNED[0]], BOLD)
        written(paper, 766, [[text] for text in PLANNED[1]])

    def second(paper: Canvas) -> None:
        y = 60.0
        for row in later:
            y = written(paper, y, [[text] for text in row], BOLD if row[0] == "Total" else "Helvetica") + 2
        y = max(y, 80)
        write(paper, 60, y + 12, heading, font=BOLD)
        write(paper, 60, y + 26, "The grant was paid.")

    return drawn(folder, first, second)


@pytest.mark.parametrize("later", [LATER, LATER[:1], [*LATER, ["Total", "14 days", "15 days", ""]]])
def test_rows_over_a_page_break_keep_the_columns_above_it(tmp_path: Path, later: list[list[str]]) -> None:
    document = broken(tmp_path, later)
    assert rows_of(document) == [" | ".join(row) for row in [*PLANNED, *later]]
    assert texts(document)[-2:] == ["Money", "The grant was paid."]


def test_heads_again_over_the_last_row_are_told_once(tmp_path: Path) -> None:
    def first(paper: Canvas) -> None:
        write(paper, 60, 60, *["The lock was closed to boats for the whole of the month."] * 50)
        written(paper, 752, [[text] for text in PLANNED[0]], BOLD)
        written(paper, 766, [[text] for text in PLANNED[1]])

    def second(paper: Canvas) -> None:
        written(paper, 60, [[text] for text in PLANNED[0]], BOLD)
        written(paper, 74, [["Total"], ["14 days"], ["15 days"]], BOLD)

    document = drawn(tmp_path, first, second)
    assert rows_of(document) == [*(" | ".join(row) for row in PLANNED), "Total | 14 days | 15 days | "]


def test_another_table_after_a_page_break_is_not_carried(tmp_path: Path) -> None:
    def second(paper: Canvas) -> None:
        y = written(paper, 60, [["Item"], ["Budget"], ["Spent"], ["Left"]], BOLD)
        for row in (("Stone", "£900", "£300", "£600"), ("Timber", "£400", "£400", "£0")):
            y = written(paper, y + 2, [[text] for text in row])

    def first(paper: Canvas) -> None:
        write(paper, 60, 60, *["The lock was closed to boats for the whole of the month."] * 50)
        written(paper, 752, [[text] for text in PLANNED[0]], BOLD)
        written(paper, 766, [[text] for text in PLANNED[1]])

    assert [table.rows for table in tables(drawn(tmp_path, first, second))] == [2, 3]


def test_a_form_in_two_tables_is_read_before_what_stands_under_them(tmp_path: Path) -> None:
    def place(paper: Canvas, x: float, y: float, rows: list[list[str]]) -> None:
        table = grid(rows, [80, 130])
        table.wrapOn(paper, 400, 400)
        table.drawOn(paper, x, 842 - y - table._height)

    def page(paper: Canvas) -> None:
        write(paper, 40, 60, "Weir repair: monthly report", font=BOLD, size=14)
        place(paper, 40, 80, [["Project", "Weir repair"], ["Sponsor", "A Brook"]])
        place(paper, 300, 80, [["Reference", "W-22"], ["Manager", "B Reed"]])
        for x, title in ((40, "Done"), (300, "Next")):
            write(paper, x, 150, title, font=BOLD)
            write(
                paper,
                x,
                166,
                "\u2022 Stones cut and laid",
                "\u2022 Eel pass cleared of silt",
                "\u2022 Gauge read daily",
            )

    assert [text.split(" | ")[0] for text in texts(drawn(tmp_path, page))] == [
        "# Weir repair: monthly report",
        "Project",
        "Reference",
        "Done",
        *["* Stones cut and laid", "* Eel pass cleared of silt", "* Gauge read daily"],
        "Next",
        *["* Stones cut and laid", "* Eel pass cleared of silt", "* Gauge read daily"],
    ]


def test_what_stands_beside_a_table_is_read_after_it(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 40, 60, "The weir was dry for most of the month and the stones could be reached.")
        table = grid([["Line", "Budget"], ["Stone", "900"], ["Timber", "400"], ["Total", "1,300"]], [90, 90])
        table.wrapOn(paper, 400, 400)
        table.drawOn(paper, 40, 842 - 90 - table._height)
        write(paper, 300, 100, "Decisions needed", font=BOLD)
        write(paper, 300, 116, "\u2022 Approve the second order of stone.")

    assert [text[:16] for text in texts(drawn(tmp_path, page))][1:] == [
        "Line | Budget / ",
        "Decisions needed",
        "* Approve the se",
    ]


def test_painted_boxes_under_each_other_are_lights(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Status", font=BOLD)
        for number, (label, color) in enumerate((("Overall", AMBER), ("Time", RED), ("Money", GREEN))):
            write(paper, 60, 100 + 18 * number, label)
            fill(paper, color, 150, 91 + 18 * number, 34, 13)

    assert [figure.color for figure in figures(drawn(tmp_path, page))] == [AMBER, RED, GREEN]


def test_bars_of_a_plan_are_no_lights(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.setStrokeColor(colors.black)
        for number, (start, wide) in enumerate(((150, 34), (170, 60), (210, 25))):
            write(paper, 60, 100 + 18 * number, f"Step {number}")
            fill(paper, GREEN, start, 91 + 18 * number, wide, 13)

    assert not [figure for figure in figures(drawn(tmp_path, page)) if figure.kind == "shape"]


def test_the_edge_of_a_filled_light_is_no_ring(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, lit in enumerate((1, 2, 0)):
            y = 100 + 30 * number
            write(paper, 60, y, f"Area {number}")
            for place, (letter, color) in enumerate(zip("RAG", (RED, AMBER, GREEN), strict=True)):
                x = 156 + 15 * place
                paper.setFillColor(colors.HexColor(color if place == lit else "#FFFFFF"))
                paper.setStrokeColor(colors.HexColor(color if place == lit else "#BBBBBB"))
                paper.circle(x, 842 - y + 3, 6, stroke=0, fill=1)
                paper.circle(x, 842 - y + 3, 6, stroke=1, fill=0)
                paper.setFillColor(colors.HexColor("#FFFFFF" if place == lit else "#BBBBBB"))
                write(paper, x - 3, y, letter, size=8)
            paper.setFillColor(colors.black)

    assert [figure.color for figure in figures(drawn(tmp_path, page))] == [AMBER, GREEN, RED]


@pytest.mark.parametrize("names", [("2 Progress", "3 Risks", "4 Money"), ("Annex A", "Annex B", "Annex C")])
def test_a_line_with_the_page_number_is_a_footer_whatever_it_names(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    def page(number: int, name: str) -> Drawing:
        def draw(paper: Canvas) -> None:
            write(paper, 60, 100, f"The stones of pier {name} were laid in the dry days of the month.")
            write(paper, 60, 810, name)
            write(paper, 480, 810, f"Page {number} of 3")

        return draw

    document = drawn(tmp_path, *(page(number, name) for number, name in enumerate(names, start=1)))
    assert not [text for text in texts(document) if "Page" in text]


def test_a_title_over_a_line_as_wide_as_both_columns_ends_them(tmp_path: Path) -> None:
    left = [
        "The ferry was out of service for",
        "two days while the ramp was",
        "welded. Nobody was stranded",
        "overnight, and the post came by",
        "the morning boat as it does.",
    ]
    right = [
        "Ticket sales rose by a tenth in",
        "the same month, which pleased",
        "the harbour board and its clerk",
        "very much indeed, so that they",
        "gave the crew a day of leave.",
    ]
    rows = [
        ("Quay", "Mend the bell that rings for the ferry, and its rope", "Bo Day", "3 Feb"),
        ("Crew", "Paint the ramp", "Ann Lee", "9 Jan"),
    ]

    def page(paper: Canvas) -> None:
        for y, title in ((60, "What we did"), (155, "What comes next")):
            write(paper, 60, y, title, font=BOLD, size=12)
        paper.line(60, HEIGHT - 160, 540, HEIGHT - 160)
        write(paper, 60, 85, *left)
        write(paper, 320, 85, *right)
        for y, row in zip((180, 196, 212), (("Part", "Action", "Who", "By when"), *rows), strict=True):
            for x, word in zip((60, 130, 380, 460), row, strict=True):
                write(paper, x, y, word, font=BOLD if y == 180 else "Helvetica")

    document = drawn(tmp_path, page)
    [table] = tables(document)
    assert [[cell.text for cell in table.row(at)] for at in range(3)] == [
        ["Part", "Action", "Who", "By when"],
        *map(list, rows),
    ]
    assert texts(document)[:4] == [
        "# What we did",
        " ".join(left),
        " ".join(right),
        "# What comes next",
    ]
