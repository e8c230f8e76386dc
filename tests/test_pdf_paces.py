"""Tables without lines whose rows only distances tell: wide spacing, wrapped cells, cells centred in their rows."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import HEIGHT, drawn, outline, tables, texts, write

LEFTS = (60, 200, 340)


def heads(paper: Canvas, top: float, *words: str) -> None:
    for x, word in zip(LEFTS, words, strict=False):
        write(paper, x, top, word, font="Helvetica-Bold")


def row(paper: Canvas, top: float, step: float, *cells: list[str]) -> None:
    """Cells whose first lines stand level, their lines a step apart."""
    for x, lines in zip(LEFTS, cells, strict=False):
        for number, line in enumerate(lines):
            write(paper, x, top + step * number, line)


def test_a_line_closer_than_rows_goes_on_with_its_cell(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        heads(paper, 100, "Line", "Budget", "Spent")
        row(paper, 119, 16, ["Weirs"], ["48,000"], ["12,000"])
        row(paper, 138, 16, ["Fish ladders, eel brushes", "and counters"], ["9,500"], ["3,100"])
        row(paper, 173, 16, ["Clerk"], ["1,200"], ["900"])
        row(paper, 192, 16, ["Permits from the Crown", "Estate"], ["2,000"], ["0"])

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Line | Budget | Spent / Weirs | 48,000 | 12,000"
        " / Fish ladders, eel brushes and counters | 9,500 | 3,100 / Clerk | 1,200 | 900"
        " / Permits from the Crown Estate | 2,000 | 0"
    )


def test_a_note_under_a_table_is_no_line_of_its_last_cell(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        heads(paper, 100, "Line", "Budget", "Spent")
        row(paper, 119, 16, ["Weirs"], ["48,000"], ["12,000"])
        row(paper, 138, 16, ["Eel brushes"], ["9,500"], ["3,100"])
        row(paper, 157, 16, ["Clerk"], ["1,200"], ["900"])
        write(paper, 60, 173, "In crowns")

    document = drawn(tmp_path, page)
    [found] = tables(document)
    assert outline(found).endswith("Clerk | 1,200 | 900")
    assert texts(document)[-1] == "In crowns"


def test_rules_over_and_under_few_rows_bound_none_of_them(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for y in (86, 106, 190):
            paper.line(56, HEIGHT - y, 530, HEIGHT - y)
        heads(paper, 100, "Kind", "Threat", "Answer")
        row(paper, 119, 13, ["Issue"], ["The mill race is full of reeds", "again"], ["Dredger hired"])
        row(paper, 148, 13, ["Risk"], ["Otters settle in the old Fish", "Ladder"], ["Survey asked for"])

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Kind | Threat | Answer / Issue | The mill race is full of reeds again | Dredger hired"
        " / Risk | Otters settle in the old Fish Ladder | Survey asked for"
    )


def test_cells_of_any_number_of_lines_are_centred_in_their_rows(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 100, "Task", font="Helvetica-Bold", size=9)
        write(paper, 200, 100, "Who", font="Helvetica-Bold", size=9)
        write(paper, 340, 100, "When", font="Helvetica-Bold", size=9)
        rows = [
            (["Lay the sleepers of the", "upper yard"], ["Bridge gang"], ["13 Nov", "2031"]),
            (["Order rails"], ["The yard's", "clerk"], ["20 Nov", "2031"]),
            (["Ask the miller for his", "leave to cross"], ["Clerk"], ["27 Nov", "2031"]),
            (["Open the halt"], [], ["4 Dec", "2031"]),
        ]
        for number, cells in enumerate(rows):
            middle = 125 + 32 * number
            for x, lines in zip(LEFTS, cells, strict=True):
                write(paper, x, middle - 6.5 * (len(lines) - 1), *lines[:1])
                write(paper, x, middle + 6.5, *lines[1:])

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Task | Who | When / Lay the sleepers of the upper yard | Bridge gang | 13 Nov 2031"
        " / Order rails | The yard's clerk | 20 Nov 2031"
        " / Ask the miller for his leave to cross | Clerk | 27 Nov 2031 / Open the halt |  | 4 Dec 2031"
    )
