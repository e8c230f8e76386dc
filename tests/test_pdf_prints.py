"""What word processors print: headers and footers of one page, footnotes, tab stops, items between bars."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Heading, ListItem, Paragraph
from tests.pdf_files import HEIGHT, asides, drawn, outline, tables, texts, write

BODY = ("The miller has mended the sluice and", "the wheel turns again.")


@pytest.mark.parametrize(
    ("footer", "size"),
    [
        ("Towpath Trust, not for circulation", 10.0),
        ("Return to the lock office by the fifth day.", 8.0),
        ("Form T7 saved 1 May 2011, page 1", 10.0),
    ],
)
def test_a_line_far_below_all_text_is_a_footer(tmp_path: Path, footer: str, size: float) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 120, *BODY)
        write(paper, 60, HEIGHT - 42, footer, size=size)

    document = drawn(tmp_path, page)
    assert (texts(document), asides(document, "footer")) == ([" ".join(BODY)], [footer])


@pytest.mark.parametrize(
    ("line", "font"),
    [
        ("Money", "Helvetica-Bold"),
        ("- Ask the mason", "Helvetica"),
        ("The lock opens on Monday.", "Helvetica"),
    ],
    ids=["a heading", "an item", "a sentence as loud as the text"],
)
def test_a_last_line_that_is_no_footer_stays(tmp_path: Path, line: str, font: str) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 120, *BODY)
        write(paper, 60, HEIGHT - 42, line, font=font)

    assert asides(drawn(tmp_path, page), "footer") == []


def test_parts_at_the_left_and_right_over_a_title_are_a_header(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 44, "Towpath Trust")
        write(paper, 400, 44, "Report to the lock board")
        write(paper, 60, 80, "Weir Repair", size=20)
        write(paper, 60, 120, *BODY)

    document = drawn(tmp_path, page)
    assert asides(document, "header") == ["Towpath Trust\tReport to the lock board"]
    assert texts(document)[0].endswith("Weir Repair")


def test_labels_with_values_over_a_title_are_no_header(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 44, "Ref: WR-12")
        write(paper, 400, 44, "Dated: 4 May 2026")
        write(paper, 60, 80, "Weir Repair", size=20)
        write(paper, 60, 120, *BODY)

    assert asides(drawn(tmp_path, page), "header") == []


def footed(paper: Canvas) -> None:
    write(paper, 60, 120, "The sluice is mended")
    write(paper, 60 + paper.stringWidth("The sluice is mended", "Helvetica", 10), 116.5, "1", size=6)
    write(paper, 60, 150, *BODY)
    paper.line(60, HEIGHT - 740, 180, HEIGHT - 740)
    write(paper, 60, 752, "1", size=10)
    write(paper, 68, 752, "By the mason of the upper lock,", "who also hung the gate.", size=8)


def test_footnotes_and_their_numbers_are_no_text(tmp_path: Path) -> None:
    document = drawn(tmp_path, footed)
    assert texts(document) == ["The sluice is mended", " ".join(BODY)]
    assert asides(document, "footnote") == ["By the mason of the upper lock, who also hung the gate."]


def test_a_line_over_numbered_text_that_nothing_calls_is_text(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 120, *BODY)
        paper.line(60, HEIGHT - 600, 180, HEIGHT - 600)
        write(paper, 60, 612, "1 lock is shut", size=8)

    document = drawn(tmp_path, page)
    assert asides(document, "footnote") == []
    assert any("lock is shut" in text for text in texts(document))


def test_small_lines_beside_a_large_title_keep_their_letters(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 40, 62.1, "Weir and Sluice", size=18)
        for base, text in ((50.0, "Owner: the mill's own"), (60.5, "Council"), (71.0, "Job no: WS-09")):
            write(paper, 400, base, text, size=9)
        write(paper, 40, 120, *BODY)

    words = " ".join(texts(drawn(tmp_path, page)))
    assert "Council" in words and "Job no: WS-09" in words


def test_bars_part_items_without_tabs(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for x, part in ((60, "Now: Shut"), (130, "|"), (150, "Then: Open"), (230, "|")):
            write(paper, x, 80, part)
        write(paper, 60, 92, "Complete: 55%")
        write(paper, 60, 140, *BODY)

    assert texts(drawn(tmp_path, page))[0] == "Now: Shut | Then: Open | Complete: 55%"


def test_a_value_at_a_tab_stop_is_apart_from_a_long_bold_label(tmp_path: Path) -> None:
    labels = (("Lock", "Upper"), ("Keeper of the keys", "Ada Lovell"), ("Dated", "4 May 2026"))

    def page(paper: Canvas) -> None:
        stop = 60 + paper.stringWidth(labels[1][0], "Helvetica-Bold", 10) + 1.2
        for number, (label, value) in enumerate(labels):
            write(paper, 60, 80 + 15 * number, label, font="Helvetica-Bold")
            write(paper, stop, 80 + 15 * number, value)
        write(paper, 60, 150, *BODY)

    assert texts(drawn(tmp_path, page))[:3] == [f"{label}\t{value}" for label, value in labels]


def test_small_print_behind_a_title_is_apart(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Wheel: Phase 2", font="Helvetica-Bold", size=17)
        wide = paper.stringWidth("Wheel: Phase 2", "Helvetica-Bold", 17)
        write(paper, 70.5 + wide, 80, "TW-07", size=11)
        write(paper, 60, 120, *BODY)

    [title, *_] = drawn(tmp_path, page).body
    assert isinstance(title, Heading) and title.text == "Wheel: Phase 2\tTW-07"


def test_a_label_that_ends_in_a_shortened_word_begins_a_line(tmp_path: Path) -> None:
    facts = ("Keeper of the lock: Ada Lovell", "Job no.: WR-12", "Ref. no: 9")

    def page(paper: Canvas) -> None:
        paper.rect(300, HEIGHT - 130, 160, 70)
        for number, fact in enumerate(facts):
            write(paper, 306, 76 + 18 * number, fact)
        write(paper, 40, 180, *BODY)

    found = "\n".join(texts(drawn(tmp_path, page)))
    assert "\n".join(facts) in found


def test_a_bold_number_over_its_own_parts_heads_them(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, (title, parts) in enumerate((("Done", "Mended"), ("Work in May", "Hung")), start=1):
            y = 40 + 60 * number
            for text, x in ((f"{number}.", 60), (title, 80)):
                write(paper, x, y, text, font="Helvetica-Bold")
            for part in (1, 2):
                write(paper, 60, y + 15 * part, f"{number}.{part}")
                write(paper, 90, y + 15 * part, f"{parts} gate {part}")

    body = drawn(tmp_path, page).body
    items = [block.text for block in body if isinstance(block, ListItem)]
    assert items == ["Mended gate 1", "Mended gate 2", "Hung gate 1", "Hung gate 2"]
    assert [block.text for block in body if isinstance(block, Heading | Paragraph)] == ["Done", "Work in May"]


def test_a_note_under_a_painted_table_is_no_row_of_it(tmp_path: Path) -> None:
    note = "Key: shut means that no boat may pass and open that all boats may pass as they wish"

    def page(paper: Canvas) -> None:
        paper.setFillColorRGB(0.9, 0.95, 0.95)
        for column in range(3):
            for row in range(2):
                paper.rect(60 + 130 * column, HEIGHT - 96 - 18 * row, 130, 18, stroke=0, fill=1)
        paper.setFillColorRGB(0, 0, 0)
        for row, cells in enumerate((("Lock", "Weir", "Mill"), ("Shut", "Open", "Open"))):
            for column, cell in enumerate(cells):
                write(paper, 66 + 130 * column, 90 + 18 * row, cell)
        write(paper, 66, 124, note, size=9)

    document = drawn(tmp_path, page)
    [found] = tables(document)
    assert outline(found) == "Lock | Weir | Mill / Shut | Open | Open"
    assert texts(document)[-1] == note


def test_items_of_a_cell_stand_farther_apart_than_their_lines(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.rect(60, HEIGHT - 150, 240, 80)
        paper.rect(300, HEIGHT - 150, 120, 80)
        write(paper, 306, 84, "To do")
        for y, line in (
            (84, "Mend the sluice of the lower lock by May"),
            (99.5, "Gather all the willows that lean over the"),
            (110, "path"),
            (125.5, "Paint the bridge"),
            (141, "Hang the gate"),
        ):
            write(paper, 65, y, line, size=9)

    [found] = tables(drawn(tmp_path, page))
    items = [block.text for block in found.cells[0].blocks if isinstance(block, Paragraph)]
    assert items == [
        "Mend the sluice of the lower lock by May",
        "Gather all the willows that lean over the path",
        "Paint the bridge",
        "Hang the gate",
    ]


def test_low_tables_and_a_column_that_goes_on_beside_nothing(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for y, title, rows in ((70, "How the locks are", 4), (150, "Money in thousands", 3)):
            write(paper, 60, y, title, font="Helvetica-Bold")
            for row in range(rows):
                for column in range(2):
                    paper.rect(60 + 100 * column, HEIGHT - y - 20 - 14 * row, 100, 14)
                    write(paper, 66 + 100 * column, y + 17 + 14 * row, ("Gate", "Open")[column], size=9)
        lines = (
            "Done in May",
            "- Mended the sluice of the",
            "lower lock",
            "- Hung the gate of the",
            "upper lock",
        )
        write(paper, 272, 70, lines[0], font="Helvetica-Bold")
        for number, line in enumerate(
            (
                *lines[1:],
                "- Painted all the bridges of",
                "the canal",
                "- Cut the grass",
                "- Swept the path",
                "- Fed the ducks",
            )
        ):
            write(paper, 272, 84 + 12 * number, line)
        write(
            paper,
            60,
            210,
            "All in all the water is back in the",
            "lower lock and the boats may pass",
            "until the autumn rain comes again.",
        )

    document = drawn(tmp_path, page)
    found = texts(document)
    at = next(number for number, text in enumerate(found) if "All in all" in text)
    assert "Done in May" in found[at + 1] and not any("\t" in text for text in found)
