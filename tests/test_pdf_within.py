"""Tables within something drawn, between it or beside it: cards, cells, bands, lights; cells as long as columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Table
from tests.pdf_files import AMBER, GREEN, HEIGHT, RED, cell, drawn, fill, outline, tables, texts, write

BOLD = "Helvetica-Bold"


def line(paper: Canvas, x0: float, y: float, x1: float) -> None:
    paper.line(x0, HEIGHT - y, x1, HEIGHT - y)


def row(
    paper: Canvas, y: float, stops: Sequence[float], words: Sequence[str], font: str = "Helvetica"
) -> None:
    for x, text in zip(stops, words, strict=False):
        write(paper, x, y, text, font=font, size=9)


def test_a_ruled_card_keeps_the_columns_of_the_table_on_it(tmp_path: Path) -> None:
    """The card's painted title and the room left under the last row run from side to side."""
    stops = [48, 80, 300, 470]
    rows = [
        ("B1", "Otters leave the weir", "Ledge kept clear"),
        ("B2", "Silt fills the leat", "Dredged in May"),
    ]

    def page(paper: Canvas) -> None:
        fill(paper, "#FFCC00", 40, 100, 480, 16)
        paper.rect(40, HEIGHT - 220, 480, 120)
        write(paper, 48, 112, "Risks", font=BOLD)
        row(paper, 128, stops, ("Ref", "Risk", "Answer", "RAG"), BOLD)
        for number, words in enumerate(rows):
            fill(paper, (RED, GREEN)[number], 468, 132 + 16 * number, 46, 16)
            row(paper, 144 + 16 * number, stops, words)
        for number in range(3):
            line(paper, 42, 132 + 16 * number, 514)

    [table] = tables(drawn(tmp_path, page))
    assert outline(table).strip(" /") == (
        "Risks / Ref | Risk | Answer | RAG / B1 | Otters leave the weir | Ledge kept clear | "
        " / B2 | Silt fills the leat | Dredged in May |"
    )
    assert [each.fill for each in table.cells if each.column == 3][1:] == [RED, GREEN]
    assert cell(table, "Risks").column_span == 4


def test_a_table_without_lines_ends_where_something_else_is_drawn(tmp_path: Path) -> None:
    """Painted bands of a letter and a title are no rows of one table: boxes to write in stand between them."""

    def page(paper: Canvas) -> None:
        for number, title in enumerate(("Work done", "Work to come", "Asked of the board")):
            y = 100 + 90 * number
            fill(paper, "#0B3C5D", 40, y, 500, 15)
            paper.setFillColor(HexColor("#FFFFFF"))
            write(paper, 46, y + 11, "ABC"[number], font=BOLD)
            write(paper, 66, y + 11, title, font=BOLD)
            paper.setFillColor(HexColor("#000000"))
            for box in range(3):
                paper.rect(45, HEIGHT - y - 37 - 20 * box, 490, 16)
                write(paper, 50, y + 33 + 20 * box, f"Reed bed {3 * number + box} cut", size=9)

    found = texts(drawn(tmp_path, page))
    assert found[:5] == [
        "A\tWork done",
        "Reed bed 0 cut",
        "Reed bed 1 cut",
        "Reed bed 2 cut",
        "B\tWork to come",
    ]


def nested(paper: Canvas, top: float, label: str, rows: Sequence[Sequence[str]], room: float) -> float:
    """A labelled cell around a table that takes all of its height but ``room``; where the next one begins."""
    stops = [166, 240, 420, 480]
    bottom = top + 16 * len(rows) + room
    for number, words in enumerate(rows):
        row(paper, top + 12 + 16 * number, [x + 4 for x in stops], words)
    for number in range(len(rows) + 1):
        line(paper, 166, top + 16 * number, 480)
    for x in stops:
        paper.line(x, HEIGHT - top, x, HEIGHT - bottom + room)
    paper.rect(40, HEIGHT - bottom, 120, bottom - top)
    paper.rect(160, HEIGHT - bottom, 340, bottom - top)
    write(paper, 46, top + 12, label, font=BOLD)
    return bottom


def test_a_table_whose_lines_fall_together_with_those_of_its_cell(tmp_path: Path) -> None:
    heads = ("Ref", "Risk", "Score")

    def page(paper: Canvas) -> None:
        y = nested(paper, 100, "Issues", [heads, ("I1", "Gate stuck", "9")], room=12)
        nested(paper, y, "Risks", [heads, ("R1", "Flood in May", "12"), ("R2", "No silt barge", "8")], room=0)

    [table] = tables(drawn(tmp_path, page))
    assert table.row(1)[0].text == "Risks"
    inner = table.row(1)[-1].blocks[0]
    assert isinstance(inner, Table)
    assert outline(inner) == "Ref | Risk | Score / R1 | Flood in May | 12 / R2 | No silt barge | 8"


def test_lights_beside_rows_have_a_column_without_a_head(tmp_path: Path) -> None:
    rows = [
        ("The leat runs dry in July", "Sluice kept shut"),
        ("Otters move on", "Ledge built"),
        ("Silt", "Dredge"),
    ]

    def page(paper: Canvas) -> None:
        row(paper, 100, [60, 260], ("Risk", "What we do"), BOLD)
        for number, words in enumerate(rows):
            row(paper, 120 + 20 * number, [60, 260], words)
            paper.setFillColor(HexColor((RED, AMBER, GREEN)[number]))
            paper.circle(360, HEIGHT - 117 - 20 * number, 5, stroke=0, fill=1)
            paper.setFillColor(HexColor("#000000"))

    [table] = tables(drawn(tmp_path, page))
    assert table.columns == 3
    lit = [each.blocks[0] for each in table.cells if each.column == 2 and each.blocks]
    assert [getattr(figure, "color", None) for figure in lit] == [RED, AMBER, GREEN]


def test_a_heading_over_the_heads_is_none_of_them(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.setFillColor(HexColor("#24513B"))
        write(paper, 60, 82, "Risks that keep us all awake at night, and more", font=BOLD, size=13)
        paper.setFillColor(HexColor("#000000"))
        row(paper, 100, [60, 260], ("Risk", "What we do"), BOLD)
        for number in range(3):
            row(paper, 116 + 16 * number, [60, 260], (f"Leat {number} runs dry", "Sluice kept shut"))

    found = texts(drawn(tmp_path, page))
    assert found[0] == "# Risks that keep us all awake at night, and more"
    assert found[1].startswith("Risk | What we do / Leat 0 runs dry")


def test_wrapped_cells_that_begin_level_are_no_columns_of_text(tmp_path: Path) -> None:
    """Cells of long words in two columns, as level as rows are: no columns of text for the first three lines."""
    rows = [
        (
            ("The meadow is far too wet", "for the digger until May"),
            ("A second digger, lighter, is", "hired from the estate"),
        ),
        (
            ("The grant for new stakes", "is not given a second", "time"),
            ("Talks with the catchment", "board in July"),
        ),
        (("Fire in a dry spring",), ("Beaters bought and the", "pond kept full")),
    ]

    def page(paper: Canvas) -> None:
        row(paper, 100, [60, 190], ("Risk", "What we will do"), BOLD)
        y = 118.0
        for left, right in rows:
            for x, lines in ((60, left), (190, right)):
                write(paper, x, y, *lines, size=9)
            y += 10.8 * max(len(left), len(right)) + 6

    [table] = tables(drawn(tmp_path, page))
    assert outline(table) == (
        "Risk | What we will do"
        " / The meadow is far too wet for the digger until May | A second digger, lighter, is hired from the estate"
        " / The grant for new stakes is not given a second time | Talks with the catchment board in July"
        " / Fire in a dry spring | Beaters bought and the pond kept full"
    )


def test_the_longer_column_keeps_its_longest_line(tmp_path: Path) -> None:
    """The first list is longer by an item, and that item is wider than those beside the second list."""
    left = [
        "Otter ledge fixed",
        "Alders planted along the leat",
        "Sluice painted",
        "Flood gates tried by the warden",
    ]
    right = ["Count the eels", "Cut the reeds", "Mow the bank"]

    def page(paper: Canvas) -> None:
        for x, title, items in ((50, "Done in May", left), (320, "Next: June", right)):
            write(paper, x, 100, title, font=BOLD)
            for number, item in enumerate(items):
                write(paper, x, 122 + 15 * number, f"\u2022 {item}", size=9)

    found = texts(drawn(tmp_path, page))
    assert found[1:5] == [f"* {item}" for item in left]
    assert found[6:] == [f"* {item}" for item in right]


def test_amounts_a_word_space_apart_are_columns(tmp_path: Path) -> None:
    """Heads in two lines over amounts that end one below another."""
    ends = [200.0, 243.0, 286.0, 322.0]
    rows = [
        ("Stakes", "310,000", "121,400", "318,500", "8,500"),
        ("Alders", "184,000", "88,250", "182,000", "(2,000)"),
        ("Boat hire", "12,500", "4,310", "11,000", "(1,500)"),
        ("All", "506,500", "213,960", "511,500", "5,000"),
    ]

    def page(paper: Canvas) -> None:
        paper.setFont(BOLD, 8)
        paper.drawString(60, HEIGHT - 105, "Heading")
        paper.drawRightString(ends[0], HEIGHT - 100, "Grant")
        paper.drawRightString(ends[0], HEIGHT - 110, "given")
        for end, text in zip(ends[1:], ("Spent", "Forecast", "Over"), strict=True):
            paper.drawRightString(end, HEIGHT - 105, text)
        paper.setFont("Helvetica", 9)
        for number, (label, *amounts) in enumerate(rows):
            paper.drawString(60, HEIGHT - 125 - 16 * number, label)
            for end, amount in zip(ends, amounts, strict=True):
                shown = amount.replace("(", "(£") if "(" in amount else f"£{amount}"
                paper.drawRightString(end, HEIGHT - 125 - 16 * number, shown)

    [table] = tables(drawn(tmp_path, page))
    assert [each.text for each in table.row(0)] == ["Heading", "Grant given", "Spent", "Forecast", "Over"]
    assert [each.text.replace("£", "") for each in table.row(2)] == list(rows[1])
