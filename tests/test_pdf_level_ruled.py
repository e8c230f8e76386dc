"""Digital PDFs whose tables level lines or painted rows alone show: labels beside their rows, neighbours apart."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import HEIGHT, drawn, fill, outline, tables, texts, write

BOLD = "Helvetica-Bold"


def rule(paper: Canvas, top: float, left: float = 50, right: float = 540) -> None:
    paper.line(left, HEIGHT - top, right, HEIGHT - top)


def row(paper: Canvas, top: float, cells: dict[int, str], font: str = "Helvetica") -> None:
    for x, text in cells.items():
        write(paper, x, top, text, font=font, size=9)


def test_a_label_before_shorter_lines_stands_beside_all_their_rows(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 55, 80, "Sluices and sums", font=BOLD, size=13)
        for top in (90, 170):
            rule(paper, top)
        for top in (110, 130, 150):
            rule(paper, top, left=140)
        row(paper, 133, {55: "Stages"}, BOLD)
        row(paper, 103, {146: "Stage", 330: "Planned", 440: "Expected"}, BOLD)
        row(paper, 123, {146: "Cofferdam dry", 330: "03/02/2025", 440: "10/02/2025"})
        row(paper, 143, {146: "Gate hung", 330: "07/04/2025", 440: "07/04/2025"})
        row(paper, 163, {146: "Towpath open", 330: "02/06/2025", 440: "09/06/2025"})

    document = drawn(tmp_path, page)
    assert "Sluices and sums" in texts(document)[0]
    assert outline(tables(document)[0]) == (
        "Stages | Stage | Planned | Expected / Cofferdam dry | 03/02/2025 | 10/02/2025"
        " / Gate hung | 07/04/2025 | 07/04/2025 / Towpath open | 02/06/2025 | 09/06/2025"
    )


def labelled(paper: Canvas, top: float) -> None:
    """Two rows between level lines: a bold label in the middle beside paragraphs, and beside a list."""
    for at in (top, top + 62, top + 124):
        rule(paper, at)
    row(paper, top + 36, {55: "How it goes"}, BOLD)
    for number, text in enumerate(
        (
            "The lock chamber is dry and its floor has been swept and surveyed; the masons",
            "found two stones loose and set them again within the week.",
            "The keeper has seen the gates in the yard and is content with their timber and",
            "with the way in which the collars have been forged.",
        )
    ):
        row(paper, top + 14 + 13 * number, {160: text})
    row(paper, top + 84, {55: "Works carried out"}, BOLD)
    row(paper, top + 96, {55: "since May"}, BOLD)
    row(paper, top + 78, {160: "Lock chamber"}, BOLD)
    for number, text in enumerate(("• Floor swept", "• Two stones set again", "• Ladders hung")):
        row(paper, top + 91 + 13 * number, {165: text})


def test_bold_labels_between_level_lines_stand_beside_their_paragraphs(tmp_path: Path) -> None:
    [found] = tables(drawn(tmp_path, lambda paper: labelled(paper, 300)))
    assert (found.rows, found.columns) == (2, 2)
    first, second = [cell for cell in found.cells if cell.column == 1]
    assert first.text.startswith("The lock chamber") and first.text.endswith("been forged.")
    assert [block.text for block in second.blocks if not hasattr(block, "cells")] == [
        "Lock chamber",
        "Floor swept",
        "Two stones set again",
        "Ladders hung",
    ]


def test_a_row_without_its_label_after_a_page_break_goes_on(tmp_path: Path) -> None:
    def second(paper: Canvas) -> None:
        for at in (60, 100, 160):
            rule(paper, at)
        row(paper, 74, {160: "Weir"}, BOLD)
        row(paper, 88, {165: "• Eel pass opened"})
        row(paper, 128, {55: "Works to come"}, BOLD)
        for number, text in enumerate(("• Hang the gates", "• Fill the chamber", "• Paint the rails")):
            row(paper, 114 + 13 * number, {165: text})

    [found] = tables(drawn(tmp_path, lambda paper: labelled(paper, 650), second))
    assert (found.rows, found.columns) == (3, 2)
    assert [cell.text for cell in found.cells if cell.column == 0] == [
        "How it goes",
        "Works carried out since May",
        "Works to come",
    ]
    assert "Eel pass opened" in next(cell.text for cell in found.cells if (cell.row, cell.column) == (1, 1))


def striped(paper: Canvas, top: float, ends: tuple[int, int], rows: list[dict[int, str]]) -> None:
    """A painted head, and rows of which every other one is painted, none with lines."""
    for number, cells in enumerate(rows):
        if number % 2 or not number:
            color = "#E2E8EC" if number else "#1D5C7A"
            fill(paper, color, ends[0], top + 16 * number, ends[1] - ends[0], 16)
        paper.setFillColor("#FFFFFF" if not number else "#000000")
        row(paper, top + 11 + 16 * number, cells, "Helvetica" if number else BOLD)
    paper.setFillColor("#000000")


def test_striped_tables_side_by_side_keep_their_own_rows(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 40, 90, "Our lights", font=BOLD, size=12)
        write(paper, 310, 90, "Dates", font=BOLD, size=12)
        striped(
            paper,
            100,
            (40, 285),
            [
                {44: "Topic", 110: "Now", 160: "Remark"},
                {44: "Pace", 110: "Green", 160: "The gates came early."},
                {44: "Money", 110: "Amber", 160: "Timber is dear."},
                {44: "Crew", 110: "Green", 160: "Two masons joined."},
                {44: "Water", 110: "Green", 160: "Levels are low."},
            ],
        )
        striped(
            paper,
            100,
            (310, 555),
            [
                {314: "Stage", 420: "Planned", 490: "Expected"},
                {314: "Chamber dry", 420: "03/02/2025", 490: "10/02/2025"},
                {314: "Gates hung", 420: "07/04/2025", 490: "07/04/2025"},
                {314: "Chamber filled", 420: "05/05/2025", 490: "12/05/2025"},
            ],
        )

    document = drawn(tmp_path, page)
    assert texts(document) == [
        "# Our lights",
        "Topic | Now | Remark / Pace | Green | The gates came early. / Money | Amber | Timber is dear."
        " / Crew | Green | Two masons joined. / Water | Green | Levels are low.",
        "# Dates",
        "Stage | Planned | Expected / Chamber dry | 03/02/2025 | 10/02/2025"
        " / Gates hung | 07/04/2025 | 07/04/2025 / Chamber filled | 05/05/2025 | 12/05/2025",
    ]


def test_numbers_of_a_list_set_lower_than_its_items_count_them(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "For the trustees to settle", font=BOLD, size=12)
        for number, text in enumerate(("Lend the weir cottage to the eel wardens.", "Sell the old crane.")):
            write(paper, 76, 100 + 12 * number, text, size=9)
            write(paper, 60, 103 + 12 * number, str(number + 1), size=12)
        write(paper, 60, 150, "Done", font=BOLD, size=12)
        for number, text in enumerate(("Towpath mown.", "Rails painted.", "Keys handed over.")):
            write(paper, 76, 170 + 12 * number, text, size=9)
            write(paper, 60, 173 + 12 * number, "•", size=12)

    assert texts(drawn(tmp_path, page)) == [
        "# For the trustees to settle",
        "* Lend the weir cottage to the eel wardens.",
        "* Sell the old crane.",
        "# Done",
        "* Towpath mown.",
        "* Rails painted.",
        "* Keys handed over.",
    ]


def test_a_figure_beside_its_caption_is_no_number_of_a_list(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, text in enumerate(("open risks", "closed risks")):
            write(paper, 76, 100 + 30 * number, text, size=9)
            write(paper, 50, 105 + 30 * number, str(number + 1), size=18)

    shown = " ".join(texts(drawn(tmp_path, page)))
    assert "*" not in shown and "1." not in shown
