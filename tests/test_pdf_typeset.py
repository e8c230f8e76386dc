"""Papers and slides that typesetting programs make: two columns, tables of three lines, small capitals, accents."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Heading, ListItem
from extractors.pdf.page.tex import BOLD_FACES, CONTROL_SIGNS, ITALIC_FACES
from tests.pdf_files import AMBER, GREEN, HEIGHT, RED, asides, drawn, fill, outline, tables, texts, write

TEXT = (
    "the keeper of the lower weir has asked for a second winch because the old one slips when it rains and the rope "
    "frays at the upper gate where the water stands high in spring while the yard below it lies dry until the summer "
)


def justified(paper: Canvas, x: float, y: float, wide: float, lines: int, first: str = "Each") -> None:
    """A paragraph of lines that fill a column, its last one short."""
    waiting = [first, *(TEXT * 4).split()]
    for number in range(lines):
        line = [waiting.pop(0)]
        while stringWidth(" ".join([*line, waiting[0]]), "Helvetica", 9) < wide:
            line.append(waiting.pop(0))
        if number == lines - 1:
            write(paper, x, y + 12 * number, " ".join(line[:3]) + ".", size=9)
            continue
        gap = (wide - sum(stringWidth(word, "Helvetica", 9) for word in line)) / (len(line) - 1)
        at = x
        for word in line:
            write(paper, at, y + 12 * number, word, size=9)
            at += stringWidth(word, "Helvetica", 9) + gap


def rules(paper: Canvas, x0: float, x1: float, *heights: float) -> None:
    for height in heights:
        paper.line(x0, HEIGHT - height, x1, HEIGHT - height)


def ruled(paper: Canvas, x: float, y: float, stops: list[float], *rows: list[str], wide: float = 230) -> None:
    """A table with lines over and under its heads and under its last row."""
    for number, row in enumerate(rows):
        for stop, text in zip(stops, row, strict=True):
            write(paper, x + stop, y + 11 * number + (4 if number else 0), text, size=7)
    rules(paper, x, x + wide, y - 9, y + 3.5, y + 8 + 11 * (len(rows) - 1))


RISKS = (
    ["ID", "Risk", "Prob.", "Impact"],
    ["R1", "Ice lifts it", "Low", "High"],
    ["R2", "Rope frays", "Mid", "Mid"],
    ["R3", "Fog", "High", "Low"],
)
STATES = (
    ["Part", "Now", "Before", "Why"],
    ["Cost", "Red", "Green", "Steel"],
    ["Time", "Green", "Green", "None"],
)


@pytest.mark.parametrize("gutter", [17.0, 10.0])
def test_two_columns_with_tables_of_three_lines_are_read_one_after_the_other(
    tmp_path: Path, gutter: float
) -> None:
    wide = 235.0
    right = 50 + wide + gutter

    def page(paper: Canvas) -> None:
        write(paper, 200, 60, "Weir winch paper", size=16)
        justified(paper, 50, 100, wide, 6, "Left")
        ruled(paper, 55, 190, [0, 50, 100, 150], *STATES)
        write(paper, 50, 250, "Left list", size=9)
        justified(paper, 50, 268, wide, 4, "Leftmost")
        ruled(paper, right, 104, [0, 30, 130, 180], *RISKS)
        justified(paper, right, 176, wide, 6, "Right")

    shown = texts(drawn(tmp_path, page))
    order = [
        next(at for at, text in enumerate(shown) if start in text)
        for start in ("Left ", "Part", "Leftmost", "ID", "Right ")
    ]
    assert order == sorted(order)
    assert any("R2 | Rope frays | Mid | Mid" in text for text in shown)
    assert not any("Left" in text and "Right" in text for text in shown)


def test_a_justified_column_goes_on_below_the_end_of_its_neighbour(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        justified(paper, 50, 100, 235, 8, "Left")
        justified(paper, 302, 100, 235, 8, "Right")
        write(paper, 50, 240, "Winch room:", size=9)
        write(paper, 60, 265, "greased and painted", size=9)

    shown = " / ".join(texts(drawn(tmp_path, page)))
    assert shown.index("Winch room") < shown.index("Right")


def test_answer_lines_beside_their_labels_are_no_column(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, (label, answer) in enumerate(
            [
                ("Name of the project", "Weir winch"),
                ("Its sponsor", "Ann Lee"),
                ("Its manager", "Bo Day"),
                ("Its month", "May 2025"),
            ]
        ):
            write(paper, 60, 100 + 20 * number, label)
            write(paper, 220, 100 + 20 * number, answer)
            rules(paper, 215, 400, 103 + 20 * number)

    shown = " / ".join(texts(drawn(tmp_path, page)))
    assert (
        shown.index("Weir winch")
        < shown.index("Its sponsor")
        < shown.index("Ann Lee")
        < shown.index("Its manager")
    )


def test_small_capitals_have_the_size_of_their_large_letters(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        at = 60.0
        for text, size in (("I. ", 12), ("S", 12), ("TATE OF THE ", 9), ("W", 12), ("EIR", 9)):
            paper.setFont("Helvetica", size)
            paper.drawString(at, HEIGHT - 80, text)
            at += stringWidth(text, "Helvetica", size)
        for number in range(8):
            write(
                paper,
                60,
                110 + 12 * number,
                "The winch of the weir was greased on each day of the month.",
                size=9,
            )

    first = drawn(tmp_path, page).body[0]
    assert isinstance(first, Heading) and first.text == "I. STATE OF THE WEIR" and first.size == 12


def test_prose_in_a_page_of_small_tables_is_no_heading(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(
            paper,
            60,
            80,
            "The winch slips when it rains hard,",
            "and the keeper has asked for another",
            "one before the winter.",
            size=10,
        )
        for number in range(30):
            write(
                paper,
                60,
                150 + 10 * number,
                f"Row {number} of a long list in small print, with words enough",
                size=7,
            )

    assert not any(isinstance(block, Heading) for block in drawn(tmp_path, page).body)


@pytest.mark.parametrize(
    ("accent", "shift", "letter", "whole"),
    [("\xb4", 0.1, "e", "é"), ("\xa8", 0.1, "u", "ü"), ("\xa8", 2.2, "A", "Ä")],
)
def test_an_accent_printed_over_its_letter_is_one_with_it(
    tmp_path: Path, accent: str, shift: float, letter: str, whole: str
) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Kr")
        at = 60 + stringWidth("Kr", "Helvetica", 10)
        middle = (stringWidth(letter, "Helvetica", 10) - stringWidth(accent, "Helvetica", 10)) / 2
        write(paper, at + middle, 80 - shift, accent)
        write(paper, at, 80, letter)
        write(paper, at + stringWidth(letter, "Helvetica", 10), 80, "mer")

    assert texts(drawn(tmp_path, page)) == [f"Kr{whole}mer"]


def test_an_accent_that_stands_by_itself_is_left_alone(tmp_path: Path) -> None:
    shown = texts(drawn(tmp_path, lambda paper: write(paper, 60, 80, "the \xb4old\xb4 weir")))
    assert shown == ["the \xb4old\xb4 weir"]


@pytest.mark.parametrize(
    ("name", "bold", "italic"),
    [
        ("cmbx12", True, False),
        ("cmr10", False, False),
        ("cmti10", False, True),
        ("sfbx1095", True, False),
        ("nimbusromno9l-medi", True, False),
        ("nimbusromno9l-mediital", True, True),
        ("cmssbx10", True, False),
        ("sfrm1000", False, False),
        ("medium", False, False),
    ],
)
def test_tex_names_its_bold_and_slanted_fonts(name: str, bold: bool, italic: bool) -> None:
    assert (BOLD_FACES.search(name) is not None, ITALIC_FACES.search(name) is not None) == (bold, italic)


def test_no_number_of_a_ligature_is_a_character_elsewhere() -> None:
    assert all(code < ord(" ") or 0x80 <= code < 0xA0 for code in CONTROL_SIGNS)


def test_a_line_under_heads_tells_them_over_rows_of_lights(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        rows = (["D1", "Winch", "2025-03-31"], ["D2", "Rope", "2025-06-30"], ["D3", "Gate", "2025-09-30"])
        for x, text in zip(
            (60, 110, 250, 350), ("No.", "Deliverable", "Planned date", "Status"), strict=True
        ):
            write(paper, x, 100, text)
        for number, (row, color) in enumerate(zip(rows, (GREEN, RED, AMBER), strict=True)):
            for x, text in zip((60, 110, 250), row, strict=True):
                write(paper, x, 120 + 16 * number, text)
            fill(paper, color, 345, 110.5 + 16 * number, 52, 13)
        rules(paper, 58, 390, 88, 106, 160)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found).startswith("No. | Deliverable | Planned date | Status / D1 | Winch | 2025-03-31 | ")


def test_tables_of_lines_of_other_ends_stay_apart(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        ruled(paper, 60, 100, [0, 70, 120, 170], *RISKS, wide=230)
        ruled(paper, 60, 158, [0, 60, 100, 140], *STATES, wide=180)

    assert [outline(found).split(" / ")[0] for found in tables(drawn(tmp_path, page))] == [
        "ID | Risk | Prob. | Impact",
        "Part | Now | Before | Why",
    ]


def test_a_painted_foot_without_words_ends_no_columns(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        fill(paper, "#D6D6F0", 300, 90, 250, 80)
        write(paper, 310, 110, "Risks", size=12)
        write(paper, 310, 128, "The mill race floods", "Ice lifts the pontoon", size=9)
        ruled(paper, 40, 100, [0, 70, 120, 170], *RISKS, *RISKS[1:], *RISKS[1:])
        fill(paper, "#D6D6F0", 300, 190, 250, 60)
        write(paper, 310, 210, "Decisions", size=12)
        write(paper, 310, 228, "Lend us the barge", size=9)
        fill(paper, "#C2C2E8", 0, 265, 595, 10)

    shown = texts(drawn(tmp_path, page))
    assert [outline(found).count(" / ") for found in tables(drawn(tmp_path, page))] == [9]
    assert shown[-1].endswith("Lend us the barge")


def test_numbers_set_small_beside_another_column_count_their_list(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number in range(4):
            write(paper, 300, 98.5 + 30 * number, str(number + 1), size=5)
            write(
                paper, 310, 100 + 30 * number, f"Lend us barge {number}", "for the rest of the year", size=10
            )
            write(
                paper,
                60,
                99.2 + 30 * number,
                "The mill race floods in spring",
                "and the yard in autumn",
                size=10,
            )

    shown = drawn(tmp_path, page)
    assert [(block.marker, block.text) for block in shown.body if isinstance(block, ListItem)] == [
        (f"{number + 1}.", f"Lend us barge {number} for the rest of the year") for number in range(4)
    ]


def test_a_ball_of_many_shades_before_a_line_is_its_bullet(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number in range(3):
            y = HEIGHT - 97 - 20 * number
            paper.saveState()
            clip = paper.beginPath()
            clip.rect(60, y - 2.5, 5, 5)
            paper.clipPath(clip, stroke=0, fill=0)
            paper.radialGradient(62.5, y, 2.5, [colors.white, colors.darkblue], extend=False)
            paper.restoreState()
            write(paper, 75, 100 + 20 * number, f"Winch {number} greased")

    assert texts(drawn(tmp_path, page)) == [f"* Winch {number} greased" for number in range(3)]


def test_two_rows_of_sums_between_the_lines_of_a_table_are_rows(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        ruled(
            paper,
            60,
            100,
            [0, 70, 140],
            ["Item", "Budget", "Actual"],
            ["Ropes", "24,500", "23,980"],
            ["Oil", "9,000", "7,450"],
            wide=180,
        )

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == "Item | Budget | Actual / Ropes | 24,500 | 23,980 / Oil | 9,000 | 7,450"


def test_a_later_page_has_its_header_over_a_line_and_its_number(tmp_path: Path) -> None:
    def first(paper: Canvas) -> None:
        write(paper, 60, 100, "Weir winch paper", size=18)
        write(paper, 60, 140, "The winch slips when it rains.")

    def second(paper: Canvas) -> None:
        write(paper, 60, 60, "Weir group 3")
        write(paper, 440, 60, "Report, May 2025")
        end = 440 + stringWidth("Report, May 2025", "Helvetica", 10)
        rules(paper, 60, end, 64)
        write(paper, 60, 110, "The rope was bought.")
        write(paper, 595.28 / 2 - 2.8, 745, "2")

    document = drawn(tmp_path, first, second)
    assert asides(document, "header") == ["Weir group 3\tReport, May 2025"]
    assert asides(document, "footer") == ["2"]


CLOSE_ROWS = (
    (
        ["Part", "Name", "First date", "Now"],
        ["D1", "Winch drawn", "Dec 2025", "Dec 2025"],
        ["D2", "Winch and rope", "Mar 2026", "May 2026"],
        ["", "bought", "", ""],
    ),
    (
        ["Risk", "Likelihood", "Impact", "Response"],
        ["Ice lifts the", "high", "low", "Watch it"],
        ["weir", "", "", ""],
        ["Rope frays", "certain", "medium", "Buy two ropes"],
        ["", "", "", "and store them"],
    ),
)


@pytest.mark.parametrize(
    "rows, expected",
    [
        (
            CLOSE_ROWS[0],
            ["D1 | Winch drawn | Dec 2025 | Dec 2025", "D2 | Winch and rope bought | Mar 2026 | May 2026"],
        ),
        (
            CLOSE_ROWS[1],
            [
                "Ice lifts the weir | high | low | Watch it",
                "Rope frays | certain | medium | Buy two ropes and store them",
            ],
        ),
    ],
)
def test_months_and_words_of_a_scale_tell_rows_set_close(
    tmp_path: Path, rows: tuple[list[str], ...], expected: list[str]
) -> None:
    [found] = tables(drawn(tmp_path, lambda paper: ruled(paper, 60, 100, [0, 60, 120, 180], *rows)))
    assert outline(found).split(" / ")[1:] == expected
