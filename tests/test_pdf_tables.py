"""Tables of digital PDFs: ruled, painted, or shown by nothing but the words' alignment; and over page breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as Story

from extractors.document import ListItem, Paragraph, Table, walk_blocks
from tests.pdf_files import (
    AMBER,
    GREEN,
    HEIGHT,
    RED,
    SMALL,
    asides,
    cell,
    drawn,
    grid,
    outline,
    prose,
    tables,
    texts,
    told,
    write,
)

HEADER = ["Milestone", "Due", "RAG"]
ROWS = [["Footbridge opened", "04/03/2022", "Green"], ["Ferry stage rebuilt", "09/05/2022", "Amber"]]
GREY = colors.HexColor("#D9D9D9")


def test_a_ruled_table_with_fills(tmp_path: Path) -> None:
    table = grid(
        [HEADER, *ROWS],
        [200, 100, 80],
        ("BACKGROUND", (0, 0), (-1, 0), GREY),
        ("BACKGROUND", (2, 1), (2, 1), colors.HexColor(GREEN)),
        ("BACKGROUND", (2, 2), (2, 2), colors.HexColor(AMBER)),
    )
    [found] = tables(told(tmp_path, [table]))
    assert (found.rows, found.columns) == (3, 3)
    assert outline(found) == " / ".join(" | ".join(row) for row in [HEADER, *ROWS])
    assert [cell(found, text).fill for text in ("Due", "Green", "Amber", "04/03/2022")] == [
        "#D9D9D9",
        GREEN,
        AMBER,
        None,
    ]


def test_spanning_cells_stand_once(tmp_path: Path) -> None:
    table = grid(
        [["Overall", "Cost", ""], ["", "Budget", "Spent"], ["On time", "120", "80"]],
        [120, 80, 80],
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (2, 0)),
    )
    [found] = tables(told(tmp_path, [table]))
    assert len(found.cells) == 7
    overall, cost = cell(found, "Overall"), cell(found, "Cost")
    assert (overall.row_span, overall.column_span, cost.row_span, cost.column_span) == (2, 1, 1, 2)


def test_the_topmost_fill_is_seen(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for color, inset in ((RED, 0), ("#FFFFFF", 0), (GREEN, 2)):
            paper.setFillColor(colors.HexColor(color))
            paper.rect(60 + inset, HEIGHT - 100 + inset, 100 - 2 * inset, 20 - 2 * inset, stroke=0, fill=1)
        paper.setFillColor(colors.black)
        paper.grid([60, 160, 260], [HEIGHT - 100, HEIGHT - 80])
        write(paper, 66, 94, "Scope")
        write(paper, 166, 94, "as planned")

    [found] = tables(drawn(tmp_path, page))
    assert (cell(found, "Scope").fill, cell(found, "as planned").fill) == (GREEN, None)


def test_a_table_of_level_rules_only(tmp_path: Path) -> None:
    rules = [
        ("LINEABOVE", (0, 0), (-1, -1), 0.7, colors.black),
        ("LINEBELOW", (0, -1), (-1, -1), 0.7, colors.black),
    ]
    rows = [
        HEADER,
        [Story("Footbridge opened to walkers and to cyclists", SMALL), "04/03/2022", "Green"],
        ROWS[1],
    ]
    [found] = tables(told(tmp_path, [grid(rows, [120, 100, 80], *rules, ruled=False)]))
    assert outline(found).split(" / ")[1:] == [
        "Footbridge opened to walkers and to cyclists | 04/03/2022 | Green",
        "Ferry stage rebuilt | 09/05/2022 | Amber",
    ]


def test_a_zebra_table_without_rules(tmp_path: Path) -> None:
    rows = [HEADER, *ROWS, ["Boathouse let", "11/06/2022", "Red"], ["Slipway dredged", "01/07/2022", "Green"]]
    zebra = ("ROWBACKGROUNDS", (0, 0), (-1, -1), [GREY, colors.white])
    [found] = tables(told(tmp_path, [grid(rows, [150, 100, 80], zebra, ruled=False)]))
    assert outline(found) == " / ".join(" | ".join(row) for row in rows)
    assert cell(found, "Milestone").fill == "#D9D9D9" and cell(found, "Footbridge opened").fill is None


def test_a_table_with_a_filled_header_only(tmp_path: Path) -> None:
    header = [("BACKGROUND", (0, 0), (-1, 0), colors.navy), ("TEXTCOLOR", (0, 0), (-1, 0), colors.white)]
    rows = [["Line", "Budget"], ["Timber", "1,200"], ["Labour", "3,450"], ["Total", "4,650"]]
    [found] = tables(told(tmp_path, [grid(rows, [150, 100], *header, ruled=False)]))
    assert outline(found) == " / ".join(" | ".join(row) for row in rows)
    assert cell(found, "Line").fill == "#000080"


def test_a_table_without_any_lines(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(
            paper,
            60,
            60,
            "The figures of the quarter are these, as the treasurer has them in his own books today:",
        )
        for number, row in enumerate(
            [["Item", "Plan", "Actual"], ["Nets", "40", "38"], ["Ropes", "12", "15"]]
        ):
            for x, text in zip((60, 200, 300), row, strict=True):
                write(paper, x, 90 + 16 * number, text, font="Helvetica-Bold" if number == 0 else "Helvetica")

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == "Item | Plan | Actual / Nets | 40 | 38 / Ropes | 12 | 15"


def test_label_and_value_lines_are_no_table(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, row in enumerate(
            [("Project:", "Mill race"), ("Sponsor:", "Odile Brandt"), ("Month:", "May 2021")]
        ):
            write(paper, 60, 80 + 16 * number, row[0])
            write(paper, 160, 80 + 16 * number, row[1])

    assert texts(drawn(tmp_path, page)) == [
        "Project:\tMill race",
        "Sponsor:\tOdile Brandt",
        "Month:\tMay 2021",
    ]


def test_a_label_told_apart_by_its_fill_alone(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, row in enumerate([("Project", "Mill race"), ("Manager", "Odile Brandt")]):
            y = HEIGHT - 100 - 20 * number
            paper.setFillColor(GREY)
            paper.rect(60, y, 100, 20, stroke=0, fill=1)
            paper.setFillColor(colors.black)
            paper.rect(60, y, 400, 20)
            write(paper, 66, 94 + 20 * number, row[0])
            write(paper, 166, 94 + 20 * number, row[1])

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == "Project | Mill race / Manager | Odile Brandt"
    assert (cell(found, "Project").fill, cell(found, "Mill race").fill) == ("#D9D9D9", None)


def test_turned_words_in_a_header(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.grid([60, 160, 190, 220], [HEIGHT - 160, HEIGHT - 140, HEIGHT - 80])
        write(paper, 66, 130, "Area")
        for x, text in ((178, "Cost risk"), (208, "Time risk")):
            paper.saveState()
            paper.translate(x, HEIGHT - 136)
            paper.rotate(90)
            paper.drawString(0, 0, text)
            paper.restoreState()
        for x, text in ((66, "Locks"), (170, "3"), (200, "5")):
            write(paper, x, 154, text)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == "Area | Cost risk | Time risk / Locks | 3 | 5"


def test_a_nested_table(tmp_path: Path) -> None:
    inner = grid([["Risk", "Owner"], ["Flood", "Ada"]], [100, 80])
    outer = grid([["Risks", [prose("These are open:"), inner]], ["Asks", "None"]], [80, 300])
    [found] = tables(told(tmp_path, [outer]))
    nested = [block for block in walk_blocks(found.cells[1].blocks) if isinstance(block, Table)]
    assert [outline(block) for block in nested] == ["Risk | Owner / Flood | Ada"]


def test_bullets_and_headings_within_a_cell(tmp_path: Path) -> None:
    section = [
        prose("<u>Hedges</u>", SMALL),
        Story(
            "All hedges along the northern lane were laid and the old wire behind them was carted off.",
            SMALL,
            bulletText="\u2022",
        ),
        prose("<u>Ditches</u>", SMALL),
        Story("Cleared by hand.", SMALL, bulletText="\u2022"),
    ]
    [found] = tables(told(tmp_path, [grid([["Progress in this period:"], [section]], [300])]))
    kinds = [
        (type(block), block.text)
        for block in found.cells[1].blocks
        if isinstance(block, (Paragraph, ListItem))
    ]
    assert kinds == [
        (Paragraph, "Hedges"),
        (
            ListItem,
            "All hedges along the northern lane were laid and the old wire behind them was carted off.",
        ),
        (Paragraph, "Ditches"),
        (ListItem, "Cleared by hand."),
    ]


@pytest.mark.parametrize("repeat", [0, 1])
def test_a_long_table_is_one_and_its_repeated_header_is_dropped(tmp_path: Path, repeat: int) -> None:
    rows = [
        ["No.", "Action"],
        *[[str(number), f"Action of the harbour board, item {number}"] for number in range(90)],
    ]
    table = grid(rows, [60, 300])
    table.repeatRows = repeat
    document = told(tmp_path, [table])
    [found] = tables(document)
    assert (found.rows, found.columns) == (91, 2)
    assert [found.row(index)[0].text for index in (0, 45, 90)] == ["No.", "44", "89"]
    assert asides(document, "header") == (["No.", "Action"] if repeat else [])
    assert {each.place.page for each in found.cells} >= {1, 2}


def cut_cell(paper: Canvas, top: float, bottom: float, close: str, lines: list[str]) -> None:
    """One open-ended cell of a one-column table with its lines of text."""
    paper.line(50, HEIGHT - top, 50, HEIGHT - bottom)
    paper.line(540, HEIGHT - top, 540, HEIGHT - bottom)
    paper.line(
        50, HEIGHT - (top if close == "top" else bottom), 540, HEIGHT - (top if close == "top" else bottom)
    )
    write(paper, 60, top + 14, *lines)


def test_a_sentence_cut_by_the_page_end_is_whole(tmp_path: Path) -> None:
    first = "\u2022 The pump house was handed over in the last week of the month, and the keys were given to"

    def one(paper: Canvas) -> None:
        cut_cell(paper, 700, 720, "top", ["Done in this period:"])
        cut_cell(paper, 720, 790, "top", ["\u2022 Weir raised.", first])

    def two(paper: Canvas) -> None:
        cut_cell(paper, 50, 110, "bottom", ["the new keeper.", "\u2022 Sluice oiled."])
        cut_cell(paper, 110, 130, "bottom", ["Planned for the next period:"])

    [found] = tables(drawn(tmp_path, one, two))
    assert [each.text for each in found.cells] == [
        "Done in this period:",
        "Weir raised.\nThe pump house was handed over in the last week of the month, and the keys were given to "
        "the new keeper.\nSluice oiled.",
        "Planned for the next period:",
    ]
    assert found.cells[1].place.page == 1


def test_forms_of_a_pack_stay_apart(tmp_path: Path) -> None:
    def form(name: str) -> list[list[str]]:
        return [
            ["Highlight report", ""], ["Project", name], ["Sponsor", f"Board of {name}"], ["Status", "Green"],
            *[[f"Question {number}", f"Answer of {name}"] for number in range(34)],
        ]  # fmt: skip

    from reportlab.platypus import PageBreak

    story = [grid(form("Ropewalk"), [120, 300]), PageBreak(), grid(form("Tannery"), [120, 300])]
    found = tables(told(tmp_path, story))
    assert [table.row(1)[1].text for table in found] == ["Ropewalk", "Tannery"]


@pytest.mark.parametrize("lines", ["columns only", "no outer border"])
def test_tables_whose_lines_are_drawn_in_part(tmp_path: Path, lines: str) -> None:
    rules = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.7, colors.black),
        ("INNERGRID", (0, 0), (-1, 0), 0.7, colors.black),
    ]
    rules.append(("LINEAFTER", (0, 0), (-2, -1), 0.7, colors.black))
    if lines == "no outer border":
        rules.append(("INNERGRID", (0, 0), (-1, -1), 0.7, colors.black))
    [found] = tables(told(tmp_path, [grid([HEADER, *ROWS], [200, 100, 80], *rules, ruled=False)]))
    assert outline(found) == " / ".join(" | ".join(row) for row in [HEADER, *ROWS])


def test_rows_without_column_lines_keep_the_columns_of_the_others(tmp_path: Path) -> None:
    """As Word's light list styles print: an outer box, row lines, and fills in some of the rows."""
    commands = [
        ("BOX", (0, 0), (-1, -1), 0.7, colors.navy),
        ("LINEBELOW", (0, 0), (-1, -1), 0.7, colors.navy),
        ("INNERGRID", (0, 1), (-1, 1), 0.7, colors.navy),
        ("BACKGROUND", (2, 2), (2, 2), colors.HexColor(AMBER)),
    ]
    [found] = tables(told(tmp_path, [grid([HEADER, *ROWS], [200, 100, 80], *commands, ruled=False)]))
    assert outline(found) == " / ".join(" | ".join(row) for row in [HEADER, *ROWS])
    assert cell(found, "Amber").fill == AMBER


def test_cells_centred_beside_wrapped_ones(tmp_path: Path) -> None:
    long = "The stage was rebuilt by the same crew that had built it forty years ago"
    rows = [HEADER, *[[prose(f"{long}, part {number}", SMALL), "09/05/2022", "Amber"] for number in range(3)]]
    middle = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("FONT", (0, 0), (-1, 0), "Helvetica-Bold")]
    [found] = tables(told(tmp_path, [grid(rows, [150, 100, 80], *middle, ruled=False)]))
    assert [found.row(number)[0].text for number in range(1, 4)] == [
        f"{long}, part {number}" for number in range(3)
    ]


def ruled_rows(paper: Canvas, rows: list[list[str]], columns: tuple[int, ...]) -> None:
    """Rows over level rules; the first row bold on a fill; columns are not drawn."""
    paper.setFillColor(GREY)
    paper.rect(50, HEIGHT - 96, 450, 16, fill=1, stroke=0)
    paper.setFillColor(colors.black)
    for number, row in enumerate(rows):
        paper.line(50, HEIGHT - 96 - 16 * number, 500, HEIGHT - 96 - 16 * number)
        for x, text in zip(columns, row, strict=True):
            write(paper, x, 92 + 16 * number, text, font="Helvetica-Bold" if number == 0 else "Helvetica")


@pytest.mark.parametrize("words", [True, False])
def test_a_column_of_nothing_but_fills(tmp_path: Path, words: bool) -> None:
    scores = ["12", "4", "6"] if words else ["", "", ""]
    rows = [["Concern", "Keeper", "Score"], *([*pair, score] for pair, score in zip(
        [["Nets torn", "Ann Heron"], ["Slipway silted", "Bo Tern"], ["Lamp broken", "Cy Gull"]], scores, strict=True
    ))]  # fmt: skip

    def page(paper: Canvas) -> None:
        for number, color in enumerate((RED, GREEN, AMBER)):
            paper.setFillColor(color)
            paper.rect(440, HEIGHT - 112 - 16 * number, 60, 16, fill=1, stroke=0)
        ruled_rows(paper, rows, (56, 220, 446))

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == " / ".join(" | ".join(row) for row in rows)
    assert [found.row(row)[2].fill for row in (1, 2, 3)] == [RED, GREEN, AMBER]


def test_a_painted_head_over_a_painted_column_leaves_the_columns_beside_it(tmp_path: Path) -> None:
    """Scores under a low painted head: what is white around them is no cell of several rows."""
    concerns = ["Nets torn", "Slipway silted", "Lamp broken", "Ropes worn", "Oars lost"]
    rows = [["No", "Concern", "Keeper", "Score", "State"]]
    rows += [[f"R{n}", words, "Ann Heron", f"{2 * n}", "Open"] for n, words in enumerate(concerns, 1)]

    def page(paper: Canvas) -> None:
        for number, color in enumerate(("#0B4F6C", RED, GREEN, AMBER, GREEN, RED)):
            paper.setFillColor(color)
            x, width, height = (400, 40, 40) if number else (50, 450, 17)
            bottom = HEIGHT - 117 - 40 * number
            paper.rect(x, bottom, width, height, fill=1, stroke=0)
            paper.line(50, bottom, 500, bottom)
        paper.setFillColor(colors.black)
        for number, row in enumerate(rows):
            for x, text in zip((55, 90, 240, 405, 445), row, strict=True):
                y = 92 + 40 * number if number else 112
                write(paper, x, y, text, font="Helvetica-Bold" if number == 0 else "Helvetica", size=9)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == " / ".join(" | ".join(row) for row in rows)
    assert [found.row(row)[3].fill for row in range(1, 6)] == [RED, GREEN, AMBER, GREEN, RED]


def listed(paper: Canvas, top: float, rows: list[tuple[str, ...]]) -> None:
    for number, row in enumerate(rows):
        y = top + 24 * number
        paper.rect(50, HEIGHT - y - 24, 300, 24)
        paper.rect(350, HEIGHT - y - 24, 100, 24)
        for x, text in zip((56, 356), row, strict=True):
            write(paper, x, y + 15, text)


def test_rows_with_values_of_their_own_stay_apart_over_a_page_break(tmp_path: Path) -> None:
    def one(paper: Canvas) -> None:
        listed(paper, 730, [("\u2022 Nets mended", "04/03/2022"), ("\u2022 Lamp lit", "05/03/2022")])

    def two(paper: Canvas) -> None:
        listed(paper, 40, [("\u2022 Ropes spliced", "06/03/2022"), ("\u2022 Bell cast", "07/03/2022")])

    [found] = tables(drawn(tmp_path, one, two))
    assert [found.row(row)[1].text for row in range(found.rows)] == [
        f"{day:02}/03/2022" for day in (4, 5, 6, 7)
    ]
