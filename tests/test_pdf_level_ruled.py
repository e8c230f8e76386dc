"""Digital PDFs whose tables level lines or painted rows alone show: labels beside their rows, neighbours apart."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import HEIGHT, drawn, figures, fill, outline, tables, texts, write

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


def test_headings_of_columns_at_unlike_heights_head_their_own(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for left, top, title, stem in ((50, 100, "Reached", "Weir"), (310, 110, "To come", "Lock")):
            write(paper, left, top, title, font=BOLD, size=13)
            for number, part in enumerate(("stone", "timber")):
                at = top + 22 + 40 * number
                write(paper, left, at, f"{stem} {part}", font=BOLD)
                write(paper, left, at + 14, f"• The {part} of the {stem.lower()} is in its place.")
        write(paper, 50, 240, "The keepers meet again when the lock is full of water.")

    assert texts(drawn(tmp_path, page))[:10] == [
        "# Reached",
        "Weir stone",
        "* The stone of the weir is in its place.",
        "Weir timber",
        "* The timber of the weir is in its place.",
        "# To come",
        "Lock stone",
        "* The stone of the lock is in its place.",
        "Lock timber",
        "* The timber of the lock is in its place.",
    ]


def test_struck_words_in_the_next_cell_widen_no_word_before_it(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for top in (100, 140):
            rule(paper, top, right=400)
        for x in (50, 140, 400):
            paper.line(x, HEIGHT - 100, x, HEIGHT - 140)
        write(paper, 56, 114, "Eels are caught")
        write(paper, 56, 127, "in the sluice")
        write(paper, 146, 114, "To be settled with the wardens. Fit a screen")
        rule(paper, 110.6, 146, 291)
        write(paper, 146, 127, "before the spring.")

    document = drawn(tmp_path, page)
    [found] = tables(document)
    assert outline(found) == "Eels are caught in the sluice | Fit a screen before the spring."


def test_a_box_to_tick_close_under_a_painted_bar_is_no_cell_of_it(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        fill(paper, "#D9E2EA", 50, 100, 480, 15)
        paper.rect(50, HEIGHT - 115, 480, 15)
        write(paper, 56, 111, "Consent", font=BOLD)
        write(paper, 56, 125, "Has the warden agreed?")
        for x, answer in ((180, "Yes"), (240, "No")):
            write(paper, x, 125, answer)
            paper.rect(x + 22, HEIGHT - 127, 10.5, 10.5)
        paper.line(262, HEIGHT - 127, 272.5, HEIGHT - 116.5)
        paper.line(262, HEIGHT - 116.5, 272.5, HEIGHT - 127)

    document = drawn(tmp_path, page)
    ticks = [figure for figure in figures(document) if figure.kind == "checkbox"]
    assert [figure.checked for figure in ticks] == [False, True]
    assert any("Yes" in text and "No" in text for text in texts(document))


def test_a_list_close_beside_tables_is_read_after_them(tmp_path: Path) -> None:
    def table(paper: Canvas, left: float, top: float, *rows: tuple[str, str]) -> None:
        for number in range(len(rows) + 1):
            rule(paper, top + 18 * number, left, left + 200)
        for x in (left, left + 130, left + 200):
            paper.line(x, HEIGHT - top, x, HEIGHT - top - 18 * len(rows))
        for number, cells in enumerate(rows):
            row(paper, top + 12 + 18 * number, {int(left) + 6: cells[0], int(left) + 136: cells[1]})

    def page(paper: Canvas) -> None:
        write(paper, 50, 95, "Our lights", font=BOLD, size=12)
        table(paper, 50, 105, ("Pace", "Green"), ("Money", "Amber"), ("Crew", "Green"), ("Water", "Red"))
        write(paper, 50, 205, "Sums", font=BOLD, size=12)
        table(paper, 50, 215, ("Timber", "4.1"), ("Stone", "2.8"), ("Iron", "1.2"), ("Whole", "8.1"))
        write(paper, 256, 95, "What was done", font=BOLD, size=12)
        for number in range(12):
            write(paper, 256, 112 + 14 * number, f"• Stone {number + 1} of the weir was set in lime.", size=9)

    shown = texts(drawn(tmp_path, page))
    assert shown[:4] == [
        "# Our lights",
        "Pace | Green / Money | Amber / Crew | Green / Water | Red",
        "# Sums",
        "Timber | 4.1 / Stone | 2.8 / Iron | 1.2 / Whole | 8.1",
    ]
    assert shown[4] == "# What was done" and len(shown) == 5 + 12


def test_titles_that_hang_beside_other_rows_too_are_no_labels_of_a_table(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for at in (100, 160, 220, 280):
            rule(paper, at)
        for number, title in enumerate(("How we stand", "Done", "To come")):
            row(paper, 116 + 60 * number, {60: title}, BOLD)
        for number, cells in enumerate((("Topic", "Light"), ("Pace", "Green"), ("Money", "Amber"))):
            row(paper, 116 + 14 * number, {160: cells[0], 300: cells[1]}, "Helvetica" if number else BOLD)
        for top in (176, 236):
            for number, text in enumerate(("• Eel pass scrubbed", "• Rails painted", "• Keys cut")):
                row(paper, top + 13 * number, {165: text})

    document = drawn(tmp_path, page)
    assert not any(cell.text == "Done" for table in tables(document) for cell in table.cells)


def test_painted_cells_between_a_label_and_a_note_are_a_bar(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        stops = [50, 140, *(140 + 26 * step for step in range(1, 11)), 540]
        for number in range(10):
            fill(paper, "#2E7D6B" if number < 6 else "#E1EFEC", stops[1 + number], 100, 26, 14)
        paper.setFillColor("#000000")
        for top in (100, 114):
            rule(paper, top)
        for x in stops:
            paper.line(x, HEIGHT - 100, x, HEIGHT - 114)
        row(paper, 110, {56: "How far", 406: "a tenth of the weir each"})

    document = drawn(tmp_path, page)
    [found] = tables(document)
    assert [cell.text for cell in found.cells] == ["How far", "", "a tenth of the weir each"]
    assert found.cells[1].fill is None
    [bar] = figures(document)
    assert bar.kind == "bar" and bar.segments == (("#2E7D6B", 0.6), ("#E1EFEC", 0.4))
