"""Tables that nobody ruled, whose lights tell the rows: cells of several lines stand centred beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Figure, Table
from tests.pdf_files import AMBER, GREEN, HEIGHT, RED, drawn, outline, tables, texts, write

ROWS = [
    (["Gulls nest on the", "new roof"], ["Netting ordered for", "March, before the", "season begins"], AMBER),
    (["Slates arrive late"], ["Two quarries asked"], GREEN),
    (["Scaffold is struck by", "a storm"], ["Tied in twice"], RED),
]


def light(paper: Canvas, x: float, y: float, color: str) -> None:
    paper.setFillColor(colors.HexColor(color))
    paper.circle(x, HEIGHT - y, 6, fill=1, stroke=0)
    paper.setFillColor(colors.black)


def cell(paper: Canvas, x: float, middle: float, lines: list[str], centred: bool) -> None:
    """Lines of 10 points, their middle (or the first one's) at a height."""
    over = 6 * (len(lines) - 1) if centred else 0
    write(paper, x, middle + 3.5 - over, *lines)


def register(paper: Canvas, top: float, centred: bool = True) -> None:
    for number, (risk, answer, color) in enumerate(ROWS):
        middle = top + 44 * number
        cell(paper, 60, middle, risk, centred)
        cell(paper, 260, middle, answer, centred)
        light(paper, 480, middle, color)


def lights(table: Table) -> list[str | None]:
    return [block.color for each in table.cells for block in each.blocks if isinstance(block, Figure)]


@pytest.mark.parametrize("centred", [True, False], ids=["around the light", "from the light down"])
def test_lights_tell_the_rows_of_a_register(tmp_path: Path, centred: bool) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "What may go wrong", font="Helvetica-Bold", size=14)
        for x, head in ((60, "Risk"), (260, "What we do")):
            write(paper, x, 105, head, font="Helvetica-Bold")
        register(paper, 135, centred)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Risk | What we do |  / Gulls nest on the new roof | Netting ordered for March, before the season begins | "
        " / Slates arrive late | Two quarries asked |  / Scaffold is struck by a storm | Tied in twice | "
    )
    assert lights(found) == [AMBER, GREEN, RED]


def test_lights_between_labels_and_wrapped_remarks_tell_their_rows(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "How it stands", font="Helvetica-Bold", size=14)
        rows = [
            (["Roof"], ["Half of the slates are on, and", "the rest is at the quay"], GREEN),
            (["Money"], [], AMBER),
            (["Neighbours and", "visitors"], ["One letter was answered"], GREEN),
            (["Time"], ["Easter is still the aim of", "the whole parish"], RED),
        ]
        for number, (label, remark, color) in enumerate(rows):
            cell(paper, 60, 115 + 32 * number, label, centred=True)
            cell(paper, 240, 115 + 32 * number, remark, centred=True)
            light(paper, 200, 115 + 32 * number, color)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Roof |  | Half of the slates are on, and the rest is at the quay / Money |  | "
        " / Neighbours and visitors |  | One letter was answered"
        " / Time |  | Easter is still the aim of the whole parish"
    )


def test_cells_that_begin_level_beside_a_light_in_the_middle_of_their_row(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for x, head in ((60, "Kind"), (130, "What may happen"), (330, "What we do")):
            write(paper, x, 105, head, font="Helvetica-Bold")
        for number, (risk, answer, color) in enumerate(ROWS):
            top = 125 + 42 * number
            lines = max(len(risk), len(answer))
            write(paper, 60, top, "Risk")
            write(paper, 130, top, *risk)
            write(paper, 330, top, *answer)
            light(paper, 520, top - 3.5 + 6 * (lines - 1), color)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Kind | What may happen | What we do | "
        " / Risk | Gulls nest on the new roof | Netting ordered for March, before the season begins | "
        " / Risk | Slates arrive late | Two quarries asked | "
        " / Risk | Scaffold is struck by a storm | Tied in twice | "
    )
    assert lights(found) == [AMBER, GREEN, RED]


def test_lights_beside_two_columns_of_running_text_make_no_table(tmp_path: Path) -> None:
    left = [
        "The slates came by barge and were",
        "carried up the lane by hand, since",
        "the bridge is closed.",
    ]
    right = [
        "Visitors may use the north door",
        "until the porch has been mended",
        "and painted by the parish.",
    ]

    def page(paper: Canvas) -> None:
        write(paper, 60, 100, *left, *left, *left)
        write(paper, 300, 104, *right, *right, *right)
        for number, color in enumerate((GREEN, RED)):
            light(paper, 540, 110 + 60 * number, color)

    document = drawn(tmp_path, page)
    assert not tables(document)
    assert texts(document)[0].startswith("The slates came by barge and were carried up")


def test_the_eyes_of_a_face_are_no_bullets(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, (label, color) in enumerate((("Roof", GREEN), ("Money", RED))):
            y = 105 + 30 * number
            write(paper, 60, y + 3, label)
            light(paper, 200, y, color)
            paper.setFillColor(colors.HexColor("#202020"))
            for x in (197, 203):
                paper.circle(x, HEIGHT - y + 2, 1, fill=1, stroke=0)
            paper.setFillColor(colors.black)
            paper.line(196.5, HEIGHT - y - 3, 203.5, HEIGHT - y - 3)
            write(paper, 209, y + 3, "As last month, more or less")

    assert "•" not in " ".join(texts(drawn(tmp_path, page)))


def test_a_list_whose_items_begin_with_lights_is_no_table(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 60, "Prose above the list, in the type of the page.")
        for number, (name, color) in enumerate((("Overall", AMBER), ("Schedule", AMBER), ("Funding", GREEN))):
            write(paper, 75, 100 + 15 * number, "•")
            light(paper, 92, 96.5 + 15 * number, color)
            write(paper, 103, 100 + 15 * number, f"{name}: waits for the validator")

    assert tables(drawn(tmp_path, page)) == []
