"""Pages as browsers and style sheets print them: cells ruled one by one, cards, turned heads, ligatures in forms."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Table, block_text, walk_blocks
from tests.pdf_files import HEIGHT, by_hand, drawn, fill, outline, stream, tables, texts, write

STOPS = (50, 74, 300, 380, 440, 540)
HEADS = ("Ref", "What may happen", "Owner", "Score", "State")
RISKS = [
    (
        ("K1",),
        ("The kiln cracks when it is fired", "for the first time"),
        ("Ada Lovell",),
        ("12",),
        ("Open",),
    ),
    (("K2",), ("Clay is late",), ("Ben Marsh",), ("4",), ("Open",)),
]


def ruled(paper: Canvas, y: float, stops: Sequence[float], thickness: float = 0.3) -> None:
    """One piece of line under every cell, as a style sheet's bottom borders are printed."""
    paper.setLineWidth(thickness)
    for x0, x1 in itertools.pairwise(stops):
        paper.line(x0, HEIGHT - y, x1, HEIGHT - y)


def row(
    paper: Canvas, y: float, texts: Sequence[Sequence[str]], stops: Sequence[float], bold: bool = False
) -> float:
    """A row of cells whose texts begin at the stops; the height under it where its line runs."""
    for x, lines in zip(stops, texts, strict=False):
        write(paper, x, y, *lines, font="Helvetica-Bold" if bold else "Helvetica", size=10)
    return y + 12 * max(len(lines) for lines in texts) - 4


def register(paper: Canvas, top: float) -> None:
    y = row(paper, top, [(head,) for head in HEADS], STOPS, bold=True)
    ruled(paper, y, STOPS, 1)
    for risk in RISKS:
        y = row(paper, y + 13, risk, STOPS)
        ruled(paper, y, STOPS)


def test_joints_of_lines_are_columns(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 50, 80, "Risks", font="Helvetica-Bold", size=14)
        register(paper, 105)
        write(paper, 50, 230, "Nothing else stands here.")

    [title, table, after] = drawn(tmp_path, page).body
    assert isinstance(table, Table)
    assert outline(title).endswith("Risks")
    assert outline(after) == "Nothing else stands here."
    assert outline(table).split(" / ") == [
        "Ref | What may happen | Owner | Score | State",
        "K1 | The kiln cracks when it is fired for the first time | Ada Lovell | 12 | Open",
        "K2 | Clay is late | Ben Marsh | 4 | Open",
    ]


def test_two_ruled_tables_of_the_same_columns_stay_apart(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        register(paper, 105)
        write(paper, 50, 205, "Old risks", font="Helvetica-Bold", size=14)
        register(paper, 225)

    assert [table.rows for table in tables(drawn(tmp_path, page))] == [3, 3]


def test_a_single_row_under_its_heads_is_a_table(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        y = row(paper, 105, [(head,) for head in HEADS], STOPS, bold=True)
        ruled(paper, y, STOPS, 1)
        ruled(paper, row(paper, y + 13, RISKS[1], STOPS), STOPS)

    [table] = tables(drawn(tmp_path, page))
    assert [cell.text for cell in table.row(1)] == ["K2", "Clay is late", "Ben Marsh", "4", "Open"]


def test_a_table_that_draws_upright_lines_is_not_parted_at_joints(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        stops = (50, 200, 350, 500)
        for y in (100, 120, 140, 160):
            ruled(paper, y, stops)
        for x, bottom in ((50, 160), (200, 140), (350, 140), (500, 160)):
            paper.line(x, HEIGHT - 100, x, HEIGHT - bottom)
        row(paper, 114, [("Area",), ("Now",), ("Before",)], [stop + 4 for stop in stops[:3]], bold=True)
        row(paper, 134, [("Time",), ("Green",), ("Green",)], [stop + 4 for stop in stops[:3]])
        row(paper, 154, [("All is well with the whole of this work",)], [54])

    [table] = tables(drawn(tmp_path, page))
    assert [cell.text for cell in table.row(2)] == ["All is well with the whole of this work"]


def facts(paper: Canvas, x: float, top: float) -> None:
    for number, (label, value) in enumerate((("Project", "Slate roof"), ("Sponsor", "Ben Marsh"))):
        write(paper, x, top + 30 * number, label, size=8)
        write(paper, x, top + 12 + 30 * number, value, font="Helvetica-Bold", size=10)


def test_a_panel_beside_the_text_ends_above_a_table(tmp_path: Path) -> None:
    stops = (50, 300, 410, 540)

    def page(paper: Canvas) -> None:
        fill(paper, "#EAF2EE", 400, 90, 140, 160)
        facts(paper, 410, 110)
        write(paper, 50, 110, "Rain held the slaters up for a week, and", "they began at the north end.")
        write(paper, 50, 280, "Tasks", font="Helvetica-Bold", size=12)
        row(paper, 300, [("Task",), ("Who",), ("By when",)], stops, bold=True)
        for number, cells in enumerate((("Order slates", "Ada", "9 May"), ("Hire a hoist", "Cy", "2 June"))):
            if not number:
                fill(paper, "#EEEEEE", 50, 310, 490, 20)
            row(paper, 324 + 20 * number, [(text,) for text in cells], stops)
        fill(paper, "#EEEEEE", 50, 350, 490, 20)
        row(paper, 364, [("Sweep up",), ("Ben",), ("9 June",)], stops)

    document = drawn(tmp_path, page)
    [table] = tables(document)
    assert outline(table).split(" / ") == [
        "Task | Who | By when",
        "Order slates | Ada | 9 May",
        "Hire a hoist | Cy | 2 June",
        "Sweep up | Ben | 9 June",
    ]
    assert [text.lstrip("# ") for text in texts(document)[:-1]] == [
        "Rain held the slaters up for a week, and they began at the north end.",
        "Project",
        "Slate roof",
        "Sponsor",
        "Ben Marsh",
        "Tasks",
    ]


def test_cards_with_painted_heads_are_read_one_by_one(tmp_path: Path) -> None:
    cards = [
        ("Done this month", "Trusses were lifted into place", "over three dry days."),
        ("Next month", "Slates go on the south side", "once the felt is down."),
        ("Decisions", "Agree the colour of the ridge", "tiles with the parish."),
    ]

    def page(paper: Canvas) -> None:
        for number, (head, *lines) in enumerate(cards):
            x = 40 + 175 * number
            fill(paper, "#14213D", x, 100, 165, 18)
            fill(paper, "#EEF1F6", x, 118, 165, 80)
            paper.setFillColor(colors.white)
            write(paper, x + 5, 113, head, font="Helvetica-Bold", size=10)
            paper.setFillColor(colors.black)
            write(paper, x + 5, 132, *lines, size=9)

    assert [text.lstrip("# ") for text in texts(drawn(tmp_path, page))] == [
        part for head, *lines in cards for part in (head, " ".join(lines))
    ]


def test_heads_turned_over_a_painted_table_are_a_row_of_it(tmp_path: Path) -> None:
    stops = (50, 150, 190, 230, 270, 310)

    def page(paper: Canvas) -> None:
        for number, label in enumerate(("Last month", "This month")):
            y = 200 + 18 * number
            write(paper, 52, y + 13, label)
            for x0, x1 in itertools.pairwise(stops[1:]):
                fill(paper, "#FFC145", x0, y, x1 - x0 - 1, 17)
                write(paper, x0 + 15, y + 13, "A")
        for x, head in zip(stops[1:], ("All in all", "Time", "Money", "Crew"), strict=False):
            paper.saveState()
            paper.translate(x + 22, HEIGHT - 195)
            paper.rotate(90)
            paper.drawString(0, 0, head)
            paper.restoreState()

    [table] = tables(drawn(tmp_path, page))
    assert outline(table).split(" / ")[0] == " | All in all | Time | Money | Crew".rstrip()


def test_a_painted_table_keeps_its_plain_head_and_last_row(tmp_path: Path) -> None:
    stops = (50, 250, 330, 430, 520)
    rows = [
        ("Kiln lit", "4 May", "", "G"),
        ("Pots glazed", "9 May", "", "G"),
        ("Fair held", "2 June", "", "G"),
    ]
    rows.append(("Stall sold", "9 June", "", "A"))

    def page(paper: Canvas) -> None:
        row(paper, 95, [("Event",), ("Planned",), ("Reached",), ("RAG",)], [x + 4 for x in stops], bold=True)
        for number, cells in enumerate(rows):
            y = 100 + 20 * number
            for x0, x1 in itertools.pairwise(stops) if number % 2 == 0 else ():
                fill(paper, "#EEEEEE", x0, y, x1 - x0, 20)
            fill(paper, "#4CAF6D", 430, y, 90, 20)
            row(paper, y + 14, [(text,) for text in cells], [x + 4 for x in stops])

    [table] = tables(drawn(tmp_path, page))
    assert outline(table).split(" / ") == [
        "Event | Planned | Reached | RAG",
        *(" | ".join(cells) for cells in rows),
    ]


def test_a_ligature_of_a_turned_line_keeps_its_place_in_a_form(tmp_path: Path) -> None:
    form = stream(
        "BT /F1 10 Tf 0 1 -1 0 100 100 Tm (Sta) Tj ET "
        "/Span << /ActualText (ffi) >> BDC BT /F1 10 Tf 0 1 -1 0 100 115.6 Tm (f) Tj ET EMC "
        "BT /F1 10 Tf 0 1 -1 0 100 118.4 Tm (ng) Tj ET BT /F1 10 Tf 0 1 -1 0 100 133 Tm (costs) Tj ET",
        "/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /Font << /F1 5 0 R >> >>",
    )
    document = by_hand(
        tmp_path, "q 1 0 0 1 200 300 cm /X1 Do Q", resources="/XObject << /X1 6 0 R >>", others=[form]
    )
    [block] = list(walk_blocks(document.body))
    assert outline(block) == "Staffing costs"


def test_plain_columns_beside_painted_cells_are_the_tables(tmp_path: Path) -> None:
    heads = ("Area", "Last", "Now", "Why")

    def page(paper: Canvas) -> None:
        for x, head in zip((50, 152, 192, 240), heads, strict=True):
            write(paper, x, 190, head, font="Helvetica-Bold", size=9)
        for number, label in enumerate(("Time", "Money", "Crew")):
            y = 200 + 18 * number
            write(paper, 50, y + 13, label)
            for x in (150, 190):
                fill(paper, "#FFC145", x, y, 39, 17)
                write(paper, x + 15, y + 13, "A")
            write(paper, 240, y + 13, f"{label} is short.")

    [table] = tables(drawn(tmp_path, page))
    assert outline(table).split(" / ") == [
        "Area | Last | Now | Why",
        *(f"{label} | A | A | {label} is short." for label in ("Time", "Money", "Crew")),
    ]


def test_a_label_in_italics_begins_a_line_of_its_own(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.rect(45, HEIGHT - 140, 260, 45)
        paper.rect(305, HEIGHT - 140, 60, 45)
        write(paper, 50, 108, "The kiln may crack when it is fired at its hottest")
        write(paper, 50, 120, "Response:", font="Helvetica-Oblique")
        write(paper, 101, 120, "Fire it slowly, and watch the")
        write(paper, 50, 132, "gauge by night")
        write(paper, 310, 108, "Open")

    [table] = tables(drawn(tmp_path, page))
    first = next(iter(table.cells))
    assert [block_text(block) for block in first.blocks] == [
        "The kiln may crack when it is fired at its hottest",
        "Response: Fire it slowly, and watch the gauge by night",
    ]


def test_two_amounts_apart_stand_in_two_columns(tmp_path: Path) -> None:
    rows = [("Wheel and its stand", "£9,850", "£585", "£1,064"), ("Kiln", "£12,400", "£1,220", "£2,218")]

    def page(paper: Canvas) -> None:
        for number, cells in enumerate([("", "Plan", "Paid", "Due"), *rows, ("Total", *rows[1][1:])]):
            for x, text in zip((50, 190, 226, 262), cells, strict=True):
                paper.setFont("Helvetica-Oblique" if not number else "Helvetica", 8)
                if x == 50:
                    paper.drawString(x, HEIGHT - 100 - 15 * number, text)
                else:
                    paper.drawRightString(x, HEIGHT - 100 - 15 * number, text)

    lines = texts(drawn(tmp_path, page))
    assert "Wheel and its stand | £9,850 | £585 | £1,064" in lines[0]


def test_underlined_headings_around_a_table_are_none_of_its_lines(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 50, 80, "Risks", font="Helvetica-Bold", size=13)
        ruled(paper, 85, (50, 540), 0.6)
        for x0, x1 in itertools.pairwise(STOPS):
            fill(paper, "#DDE3EA", x0, 92, x1 - x0, 18)
        row(paper, 105, [(head,) for head in HEADS], STOPS, bold=True)
        y = 110.0
        for risk in RISKS:
            y = row(paper, y + 13, risk, STOPS)
            ruled(paper, y, STOPS)
        write(paper, 50, 180, "Money", font="Helvetica-Bold", size=13)
        ruled(paper, 185, (50, 540), 0.6)
        write(paper, 50, 205, "All of it is spent.")

    document = drawn(tmp_path, page)
    [table] = tables(document)
    assert [table.rows, table.columns] == [3, 5]
    assert [text.lstrip("# ") for text in texts(document) if "|" not in text] == [
        "Risks",
        "Money",
        "All of it is spent.",
    ]


def test_plain_rows_between_painted_ones_have_their_columns(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        row(paper, 100, [(head,) for head in HEADS], STOPS, bold=True)
        for number, (lines, owner) in enumerate(
            ((["Rain"], "Ada"), (["Wind that blows all day", "and all night"], "Ben"), (["Frost"], "Cy"))
        ):
            y = 105 + 30 * number
            for x0, x1 in itertools.pairwise(STOPS) if number != 1 else ():
                fill(paper, "#F3F3F3", x0, y, x1 - x0, 30)
            row(paper, y + 12, [(f"K{number}",), lines, (owner,), ("4",), ("Open",)], STOPS)

    [table] = tables(drawn(tmp_path, page))
    assert outline(table).split(" / ") == [
        " | ".join(HEADS),
        "K0 | Rain | Ada | 4 | Open",
        "K1 | Wind that blows all day and all night | Ben | 4 | Open",
        "K2 | Frost | Cy | 4 | Open",
    ]


def test_the_scale_of_a_bar_in_a_column_ends_no_columns(tmp_path: Path) -> None:
    left = [
        "Rain held the slaters up for a week",
        "and they began at the north end,",
        "where the felt was dry.",
    ]
    right = [
        "The fair was moved to the hall for",
        "the day, and forty people came to",
        "see the wheel at work.",
    ]

    def page(paper: Canvas) -> None:
        write(paper, 50, 100, *left)
        for number in range(5):
            write(paper, 50 + 50 * number, 150, str(25 * number), size=7)
        write(paper, 50, 172, *left)
        write(paper, 310, 100, *right, "Tea was made by all of the", "friends, and the kiln was lit.")
        write(paper, 310, 172, *right)

    found = " ".join(texts(drawn(tmp_path, page))).split()
    assert (
        found.index("slaters")
        < found.index("25")
        < len(found) - found[::-1].index("slaters")
        < found.index("fair")
    )
