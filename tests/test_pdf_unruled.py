"""Tables that no line and no paint closes: labels beside lists, lights and marks under heads, tables on cards."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Cell, Figure
from extractors.pdf.figures import find_figures
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Look, Page, Word
from tests.pdf_files import AMBER, GREEN, HEIGHT, RED, drawn, figures, fill, outline, tables, texts, write

BOLD = "Helvetica-Bold"
WORKS = [
    ("Scheme", ["Millpond dredging"]),
    ("Done", ["\u2022 Sluice lifted out for repair"]),
    ("Next", ["\u2022 Line the leat", "\u2022 Hang the new gate"]),
    ("Worries", ["None"]),
]


def test_bold_labels_beside_lists_are_a_table(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        top = 100
        for label, values in WORKS:
            write(paper, 50, top, label, font=BOLD)
            write(paper, 160 if values[0][0] == "\u2022" else 154, top, *values)
            top += 12 * len(values) + 10

    [found] = tables(drawn(tmp_path, page))
    assert [[cell.text for cell in found.row(row)] for row in range(found.rows)] == [
        ["Scheme", "Millpond dredging"],
        ["Done", "Sluice lifted out for repair"],
        ["Next", "Line the leat\nHang the new gate"],
        ["Worries", "None"],
    ]


def disc(paper: Canvas, x: float, y: float, color: str) -> None:
    paper.setFillColor(colors.HexColor(color))
    paper.circle(x, HEIGHT - y, 5, stroke=0, fill=1)
    paper.setFillColor(colors.black)


LIT = [("Dredging", GREEN, AMBER), ("Weirs and gates", AMBER, RED), ("Budget", GREEN, GREEN)]


def test_lights_under_their_heads_are_a_table(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 190, 100, "Before")
        write(paper, 240, 100, "Today")
        for number, (label, before, today) in enumerate(LIT):
            y = 118 + 18 * number
            write(paper, 60, y, label)
            disc(paper, 206, y - 3, before)
            disc(paper, 253, y - 3, today)

    document = drawn(tmp_path, page)
    [found] = tables(document)
    assert outline(found).startswith(" | Before | Today / Dredging | ")
    assert [light.color for light in figures(document)] == [color for row in LIT for color in row[1:]]


def test_marks_that_stand_apart_have_turned_heads_and_notes(tmp_path: Path) -> None:
    rows = [
        ("Dredging", "G", "A", ["The leat silts up faster than the dredger", "can clear it."]),
        ("Weirs", "A", "A", ["One gate is late."]),
        ("Budget", "G", "G", ["Within the grant."]),
    ]

    def page(paper: Canvas) -> None:
        for x, text in ((203, "May 2023"), (237, "June 2023")):
            paper.saveState()
            paper.translate(x, HEIGHT - 136)
            paper.rotate(90)
            paper.drawString(0, 0, text)
            paper.restoreState()
        write(paper, 300, 136, "Why", font=BOLD)
        for number, (label, *marks, notes) in enumerate(rows):
            top = 140 + 22 * number
            write(paper, 50, top + 11, label)
            for x, mark in zip((185, 219), marks, strict=True):
                fill(paper, GREEN if mark == "G" else AMBER, x, top, 30, 15)
                write(paper, x + 11, top + 11, mark)
            write(paper, 300, top + 6, *notes, size=7)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        " | May 2023 | June 2023 | Why"
        " / Dredging | G | A | The leat silts up faster than the dredger can clear it."
        " / Weirs | A | A | One gate is late. / Budget | G | G | Within the grant."
    )


def test_a_card_is_no_row_of_the_table_on_it(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        fill(paper, "#EEF2F5", 40, 60, 500, 140)
        fill(paper, "#FFFFFF", 41, 61, 498, 138)
        write(paper, 300, 98, "Who")
        write(paper, 440, 98, "By")
        for top in (102, 126, 150):
            paper.line(50, HEIGHT - top, 530, HEIGHT - top)
        for number, (text, who, due) in enumerate(
            [("Line the leat", "Ada Fenn", "04/03/23"), ("Hang the gate", "Jo Marl", "11/03/23"),
             ("Fill the pond", "Ada Fenn", "18/03/23")]
        ):  # fmt: skip
            for x, word in ((50, text), (300, who), (440, due)):
                write(paper, x, 117 + 24 * number, word)

    [found] = tables(drawn(tmp_path, page))
    assert [found.row(row)[-1].text for row in range(found.rows)] == [
        "By",
        "04/03/23",
        "11/03/23",
        "18/03/23",
    ]


FLAG, TICK = "\uf024", "\uf00c"


@pytest.mark.parametrize(
    ("signs", "cells", "lights"),
    [
        ([(FLAG, GREEN)], [], 1),
        ([(FLAG, GREEN)] * 3, [(45.0, 90.0 + 20 * row, 60.0, 110.0 + 20 * row) for row in range(3)], 3),
        ([(TICK, GREEN)] * 3, [], 0),
        ([(FLAG, None)], [], 0),
    ],
)
def test_signs_of_icon_fonts_are_lights_but_no_bullets(
    signs: list[tuple[str, str | None]], cells: list[tuple[float, float, float, float]], lights: int
) -> None:
    words = []
    for number, (sign, color) in enumerate(signs):
        base = 104.0 + 20 * number
        words.append(Word(sign, 50, 58, base, Look("Icons", 8, color=color)))
        words.append(Word("Leat", 64, 90, base, Look("Body", 10)))
    found = find_figures(Page(1, 500, 500), words, Middles(words), cells, ())
    assert len(found.figures) == len(found.consumed) == lights


BERTHS = ("berth", "fault", "keeper")


def ledger(paper: Canvas, top: float, rows: list[tuple[str, ...]]) -> None:
    for number, row in enumerate(rows):
        y = top + 24 * number
        for x, wide, text in zip((50, 150, 350), (100, 200, 100), row, strict=True):
            paper.rect(x, HEIGHT - y - 24, wide, 24)
            write(paper, x + 6, y + 15, text)


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (("berth 4", "chain worn", "ada fenn"), ("berth 5", "ring loose", "jo marl")),
        (("north quay", "chain worn", "ada fenn"), ("south quay", "ring loose", "jo marl")),
        (("B4", "Chain worn", "Ada Fenn"), ("B5", "ring loose", "Jo Marl")),
    ],
)
def test_rows_that_begin_in_lower_case_stay_apart_over_a_page_break(
    tmp_path: Path, last: tuple[str, ...], first: tuple[str, ...]
) -> None:
    def one(paper: Canvas) -> None:
        ledger(paper, 740, [BERTHS, last])

    def two(paper: Canvas) -> None:
        ledger(paper, 40, [BERTHS, first])

    [found] = tables(drawn(tmp_path, one, two))
    assert outline(found) == " / ".join(" | ".join(row) for row in (BERTHS, last, first))


def test_a_row_that_begins_in_lower_case_goes_on_where_its_cell_began_in_upper_case(tmp_path: Path) -> None:
    def one(paper: Canvas) -> None:
        ledger(paper, 740, [BERTHS, ("North quay", "Chain worn and", "Ada Fenn")])

    def two(paper: Canvas) -> None:
        ledger(paper, 40, [BERTHS, ("", "ring loose", "")])

    [found] = tables(drawn(tmp_path, one, two))
    assert found.row(1)[1].text == "Chain worn and ring loose"


def lights_in(found: Cell) -> list[Figure]:
    return [block for block in found.blocks if isinstance(block, Figure)]


def turned(paper: Canvas, x: float, y: float, text: str) -> None:
    paper.saveState()
    paper.translate(x, HEIGHT - y)
    paper.rotate(90)
    paper.drawString(0, 0, text)
    paper.restoreState()


def test_lights_stand_under_turned_heads_and_beside_columns_of_text(tmp_path: Path) -> None:
    """A light may be missing, with a dash in its place; a name may be wrapped."""
    rows = [
        ("W1", ["Weir"], (GREEN, AMBER, RED), "3"),
        ("W2", ["Fish ladder on the", "left bank"], (AMBER, None, GREEN), "5"),
    ]

    def page(paper: Canvas) -> None:
        for x, word in ((50, "Ref"), (90, "Work"), (330, "Page")):
            write(paper, x, 130, word, font=BOLD)
        for x, word in ((213, "Overall"), (253, "Time"), (293, "Money")):
            turned(paper, x, 131, word)
        for number, (reference, name, lights, leaf) in enumerate(rows):
            y = 150 + 20 * number
            for x, text in ((50, reference), (332, leaf)):
                write(paper, x, y, text)
            write(paper, 90, y, *name)
            for x, color in zip((210, 250, 290), lights, strict=True):
                if color is None:
                    write(paper, x - 3, y, "-")
                    continue
                paper.setFillColor(colors.HexColor(color))
                paper.circle(x, HEIGHT - y + 4, 4, stroke=0, fill=1)
                paper.setFillColor(colors.black)

    [found] = tables(drawn(tmp_path, page))
    told = [
        [cell.text or "".join(light.color or "" for light in lights_in(cell)) for cell in found.row(row)]
        for row in range(3)
    ]
    assert told == [
        ["Ref", "Work", "Overall", "Time", "Money", "Page"],
        ["W1", "Weir", GREEN, AMBER, RED, "3"],
        ["W2", "Fish ladder on the left bank", AMBER, "-", GREEN, "5"],
    ]


def test_a_dash_in_an_empty_cell_is_no_bullet_of_the_next_one(tmp_path: Path) -> None:
    rows = [
        ("Milestone", "First date", "Now", "Reached"),
        ("Weir drawn", "4 May 2024", "-", "2 May 2024"),
        ("Weir built", "3 June 2024", "-", "9 June 2024"),
        ("Fish counted", "1 July 2024", "8 July 2024", "-"),
    ]

    def page(paper: Canvas) -> None:
        for number, row in enumerate(rows):
            for x, text in zip((50, 170, 270, 370), row, strict=True):
                write(paper, x, 100 + 18 * number, text, font="Helvetica" if number else "Helvetica-Oblique")

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == " / ".join(" | ".join(row) for row in rows)


def test_heads_a_word_space_apart_are_cut_at_the_columns_below_them(tmp_path: Path) -> None:
    rows = [
        ("Silt clogs the sluice", "Low", "High", "Rake weekly"),
        ("Geese graze the reeds", "High", "Low", "Net them"),
    ]

    def page(paper: Canvas) -> None:
        for x, text in ((50, "Risk"), (170, "Chance"), (206, "Harm"), (236, "Answer to it")):
            write(paper, x, 90, text, font=BOLD, size=9)
        for number, row in enumerate(rows):
            for x, text in zip((50, 170, 206, 236), row, strict=True):
                write(paper, x, 106 + 16 * number, text, size=9)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found).split(" / ")[0] == "Risk | Chance | Harm | Answer to it"


def test_an_unruled_form_over_two_columns_is_read_across(tmp_path: Path) -> None:
    """The values of its first row end where the columns below it have their gutter; one label wraps."""
    form = [
        ("Project", "Millpond dredging and new gates", "Sponsor", "Ann Lee"),
        ("Parent", "Waterways 2030", "Manager", "Bo Day"),
        ("programme", "", "", ""),
        ("Start", "May 2012", "Finish", "June 2013"),
    ]

    def page(paper: Canvas) -> None:
        for number, row in enumerate(form):
            for index, (x, text) in enumerate(zip((40, 110, 330, 400), row, strict=True)):
                write(paper, x, 80 + 12 * number, text, font="Helvetica" if index % 2 else BOLD)
        for x, title in ((40, "Where we are"), (270, "Work by team")):
            write(paper, x, 150, title, font=BOLD)
            lines = [f"The {title[:4].lower()} gate number {n} of the weir was oiled" for n in range(12)]
            write(paper, x, 168, *lines)

    document = drawn(tmp_path, page)
    [found] = tables(document)
    assert [[" ".join(cell.text.split()) for cell in found.row(row)] for row in range(found.rows)] == [
        ["Project", "Millpond dredging and new gates", "Sponsor", "Ann Lee"],
        ["Parent programme", "Waterways 2030", "Manager", "Bo Day"],
        ["Start", "May 2012", "Finish", "June 2013"],
    ]
    said = " ".join(texts(document))
    assert said.index("Work by team") > said.index("The wher gate number 11")
