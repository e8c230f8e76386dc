"""Lines, paragraphs, bullets, looks and reading order of digital PDFs."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as Story

from extractors.document import Heading, ListItem, Paragraph, block_text
from tests.pdf_files import BODY, HEIGHT, WIDTH, asides, drawn, grid, prose, tables, texts, told, write

LONG = (
    "The depot team has moved the spare pumps to the northern store and counted them twice, because the first list "
    "did not agree with the ledger that the auditors were given in spring. A third count is not planned."
)


def test_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    document = told(tmp_path, [prose(LONG), prose("A second paragraph of its own.")])
    assert texts(document) == [LONG, "A second paragraph of its own."]


def test_a_bold_line_over_text_stays_apart(tmp_path: Path) -> None:
    document = told(tmp_path, [prose(f"<b>Progress</b><br/>{LONG}")])
    first, second = document.body
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert (first.text, first.bold, second.text, second.bold) == ("Progress", True, LONG, False)


def test_an_underlined_line_over_text_stays_apart(tmp_path: Path) -> None:
    document = told(tmp_path, [prose(f"<u>Roofing works</u><br/>{LONG}")])
    first, second = document.body
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert (first.text, first.underline, second.text) == ("Roofing works", True, LONG)


def test_labels_of_a_memo_stay_separate_lines(tmp_path: Path) -> None:
    def memo(paper: Canvas) -> None:
        write(
            paper,
            60,
            80,
            "Project: Harbour lights",
            "Sponsor: Ines Okafor",
            "Date: 3 May 2021",
            "",
            LONG[:95],
        )

    document = drawn(tmp_path, memo)
    assert texts(document)[:3] == ["Project: Harbour lights", "Sponsor: Ines Okafor", "Date: 3 May 2021"]


def test_a_wide_gap_is_a_tab(tmp_path: Path) -> None:
    def form(paper: Canvas) -> None:
        write(paper, 60, 80, "Project ref")
        write(paper, 160, 80, "HL-0042")

    assert texts(drawn(tmp_path, form)) == ["Project ref\tHL-0042"]


def test_short_lines_of_a_list_without_signs_stay_apart(tmp_path: Path) -> None:
    lines = ("Survey of the culvert finished.", "Permit for the night works granted.", "Two weirs repaired.")
    document = drawn(tmp_path, lambda paper: write(paper, 60, 80, *lines))
    assert texts(document) == list(lines)


@pytest.mark.parametrize(
    ("sign", "font"),
    [
        ("\u2022", "Helvetica"),
        ("-", "Helvetica"),
        ("\u2013", "Helvetica"),
        ("o", "Courier"),
        ("\xb7", "Symbol"),
    ],
)
def test_bullets_of_every_kind(tmp_path: Path, sign: str, font: str) -> None:
    def page(paper: Canvas) -> None:
        for number, lines in enumerate(
            [("Pumps tested at the", "lower lock."), ("Crane hired", "for June.")]
        ):
            y = 80 + 30 * number
            write(paper, 60, y, sign, font=font)
            write(paper, 78, y, *lines)

    document = drawn(tmp_path, page)
    assert all(isinstance(block, ListItem) for block in document.body)
    assert [block.text for block in document.body if isinstance(block, ListItem)] == [
        "Pumps tested at the lower lock.",
        "Crane hired for June.",
    ]


def test_drawn_dots_are_bullets(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, line in enumerate(("Kiln relined.", "Chimney swept.")):
            y = 80 + 14 * number
            paper.circle(66, HEIGHT - y + 3, 1.6, stroke=0, fill=1)
            write(paper, 78, y, line)

    assert texts(drawn(tmp_path, page)) == ["* Kiln relined.", "* Chimney swept."]


def test_bullet_levels_follow_the_indent(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, (x, line) in enumerate(
            [(60, "Orchard"), (80, "Pears grafted"), (80, "Plums cut"), (60, "Barn")]
        ):
            write(paper, x, 80 + 14 * number, "\u2022")
            write(paper, x + 14, 80 + 14 * number, line)

    assert texts(drawn(tmp_path, page)) == ["* Orchard", "  * Pears grafted", "  * Plums cut", "* Barn"]


def test_numbered_items_lose_their_numbers(tmp_path: Path) -> None:
    lines = ("1. Order the slate for the porch", "2. Agree the colour of the doors")
    document = drawn(tmp_path, lambda paper: write(paper, 60, 80, *lines))
    items = [block for block in document.body if isinstance(block, ListItem)]
    assert [(item.marker, item.text) for item in items] == [
        ("1.", "Order the slate for the porch"),
        ("2.", "Agree the colour of the doors"),
    ]


def test_a_dash_wrapped_to_a_line_start_is_no_bullet(tmp_path: Path) -> None:
    lines = (
        "Clarity over who pays for the second survey of the western embankment wall",
        "\u2013 to be raised with the county engineer before the end of the quarter, when",
        "the budget closes.",
    )
    assert len(texts(drawn(tmp_path, lambda paper: write(paper, 60, 80, *lines, size=12)))) == 1


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("the imple-", "mentation of the scheme"), "the implementation of the scheme"),
        (("a long-", "term lease of the yard"), "a long-term lease of the yard"),
    ],
)
def test_hyphens_at_line_ends(tmp_path: Path, lines: tuple[str, str], joined: str) -> None:
    document = drawn(tmp_path, lambda paper: write(paper, 60, 80, *lines))
    assert texts(document) == [joined]


def test_large_text_is_a_heading_and_bold_text_is_not(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Quarry restoration", size=18, font="Helvetica-Bold")
        write(paper, 60, 110, "Summary", font="Helvetica-Bold")
        write(paper, 60, 125, *(LONG[at : at + 90].strip() for at in range(0, 180, 90)))

    document = drawn(tmp_path, page)
    assert isinstance(document.body[0], Heading) and isinstance(document.body[1], Paragraph)


def centred(paper: Canvas, *lines: str) -> None:
    paper.setFont("Helvetica-Bold", 16)
    for number, line in enumerate(lines):
        paper.drawCentredString(WIDTH / 2, HEIGHT - 80 - 20 * number, line)
    write(paper, 60, 150, *(LONG[at : at + 90].strip() for at in range(0, 180, 90)))


def test_a_centred_title_of_two_lines_is_one_heading(tmp_path: Path) -> None:
    lines = ("The quarry's northern face and the haul", "road to the wharf")
    first = drawn(tmp_path, lambda paper: centred(paper, *lines)).body[0]
    assert isinstance(first, Heading) and first.text == " ".join(lines)


def test_a_short_title_over_another_stays_apart(tmp_path: Path) -> None:
    blocks = drawn(tmp_path, lambda paper: centred(paper, "Letter of the month", "Quarry restoration")).body
    assert [block_text(block) for block in blocks[:2]] == ["Letter of the month", "Quarry restoration"]


def test_an_item_as_wide_as_the_page_is_not_taken_for_centred(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 60, "x" * 95)
        write(paper, 80, 100, "\u2022")
        write(
            paper,
            100,
            100,
            "The wharf was let to the ferry company for a season and a half by the former old Harbour",
        )
        write(paper, 100, 113, "Commission as its minutes say.")

    last = drawn(tmp_path, page).body[-1]
    assert isinstance(last, ListItem) and last.text.endswith(
        "by the former old Harbour Commission as its minutes say."
    )


def test_looks_of_runs(tmp_path: Path) -> None:
    document = told(tmp_path, [prose('Status <b>at</b> <i>risk</i> <font color="#C00000">today</font>')])
    block = document.body[0]
    assert isinstance(block, Paragraph)
    looks = {run.text.strip(): (run.bold, run.italic, run.color) for run in block.runs}
    assert looks == {
        "Status": (False, False, None),
        "at": (True, False, None),
        "risk": (False, True, None),
        "today": (False, False, "#C00000"),
    }


def test_struck_words_are_deleted(tmp_path: Path) -> None:
    document = told(tmp_path, [prose("Open the gate on <strike>Monday</strike> Tuesday")])
    assert texts(document) == ["Open the gate on Tuesday"]
    assert asides(document, "deleted") == ["Monday"]


@pytest.mark.parametrize(
    ("markup", "live", "deleted"),
    [
        ("The <strike>late.</strike>early train", "The early train", ["late."]),
        ("The <strike>gate was late.</strike>Train left", "The Train left", ["gate was late."]),
        ("The colo<strike>u</strike>r of it", "The color of it", ["u"]),
        ("All <strike>un</strike>done", "All done", ["un"]),
    ],
)
def test_words_struck_in_part(tmp_path: Path, markup: str, live: str, deleted: list[str]) -> None:
    document = told(tmp_path, [prose(markup)])
    assert texts(document) == [live]
    assert asides(document, "deleted") == deleted


def test_hidden_text_is_kept_apart(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Seen by all")
        paper.setFillColor(colors.white)
        write(paper, 60, 120, "White on white")
        paper.setFillColor(colors.black)
        invisible = paper.beginText(60, HEIGHT - 160)
        invisible.setTextRenderMode(3)
        invisible.textLine("Rendered invisibly")
        paper.drawText(invisible)

    document = drawn(tmp_path, page)
    assert texts(document) == ["Seen by all"]
    assert asides(document, "hidden") == ["White on white", "Rendered invisibly"]


def test_white_text_on_a_banner_is_seen(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.setFillColor(colors.HexColor("#1F3864"))
        paper.rect(50, HEIGHT - 90, 400, 22, stroke=0, fill=1)
        paper.setFillColor(colors.white)
        write(paper, 60, 83, "Milestones this quarter")

    block = drawn(tmp_path, page).body[0]
    assert isinstance(block, Paragraph)
    assert (block.text, block.fill, block.color) == ("Milestones this quarter", "#1F3864", "#FFFFFF")


def test_a_watermark_is_no_text(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.saveState()
        paper.translate(WIDTH / 2, HEIGHT / 2)
        paper.rotate(45)
        paper.setFillColor(colors.lightgrey)
        paper.setFont("Helvetica", 80)
        paper.drawCentredString(0, 0, "DRAFT")
        paper.restoreState()
        write(paper, 60, HEIGHT / 2 - 40, *["The lock gates were painted and hung again."] * 8)

    document = drawn(tmp_path, page)
    assert asides(document, "watermark") == ["DRAFT"]
    assert not any("DRAFT" in text for text in texts(document))


def test_a_turned_page_is_read_upright(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.setPageRotation(90)
        paper.saveState()
        paper.translate(WIDTH, 0)
        paper.rotate(90)
        paper.drawString(60, WIDTH - 80, "First line of the turned page")
        paper.drawString(60, WIDTH - 110, "Second line of the turned page")
        paper.restoreState()

    document = drawn(tmp_path, page)
    assert texts(document) == ["First line of the turned page", "Second line of the turned page"]
    place = document.body[0].place
    assert place.box is not None and place.box[:2] == pytest.approx((60, 72), abs=2)


def test_characters_printed_twice_count_once(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Bolder by printing twice")
        write(paper, 60.3, 80, "Bolder by printing twice")

    assert texts(drawn(tmp_path, page)) == ["Bolder by printing twice"]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [
        "The ferry was out of service for",
        "two days while the ramp was",
        "welded. Nobody was stranded",
        "overnight.",
    ]
    right = [
        "Ticket sales rose by a tenth in",
        "the same month, which pleased",
        "the harbour board very much",
        "indeed.",
    ]

    def page(paper: Canvas) -> None:
        write(paper, 60, 60, "Monthly letter of the ferry company", size=16)
        write(paper, 60, 100, *left)
        write(paper, 320, 100, *right)
        write(
            paper,
            60,
            300,
            "Signed by the harbour master and the clerk of the board, in the presence of both auditors",
        )

    document = drawn(tmp_path, page)
    assert texts(document)[1:3] == [" ".join(left), " ".join(right)]


def test_four_boxes_are_read_box_by_box(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, title in enumerate(("Done", "Next", "Risks", "Asks")):
            x, y = 50 + 260 * (number % 2), 60 + 200 * (number // 2)
            paper.rect(x, HEIGHT - y - 180, 240, 180)
            write(paper, x + 8, y + 16, title, font="Helvetica-Bold")
            for line in range(3):
                write(paper, x + 8, y + 34 + 14 * line, "\u2022")
                write(paper, x + 20, y + 34 + 14 * line, f"{title} point number {line}")

    found = texts(drawn(tmp_path, page))
    for title in ("Done", "Next", "Risks", "Asks"):
        at = found.index(title)
        assert found[at + 1 : at + 4] == [f"* {title} point number {line}" for line in range(3)]


def test_names_one_under_the_other_stay_apart(tmp_path: Path) -> None:
    names = ["Odile Marie Brandt", "Jan Kos", "Ines Adaeze Okafor"]
    [table] = tables(told(tmp_path, [grid([["Owners", Story("<br/>".join(names), BODY)]], [80, 112])]))
    assert table.cells[1].text.split("\n") == names


def test_sentences_that_run_to_the_cells_edge_are_parted_by_the_space_between_them(tmp_path: Path) -> None:
    """Nothing but a point more than between the lines of a paragraph, seen in another cell, tells them apart."""

    def page(paper: Canvas) -> None:
        paper.grid([50, 190, 330], [HEIGHT - 200, HEIGHT - 130, HEIGHT - 60])
        paper.setFont("Helvetica", 10)
        for x, y, line in [
            (55, 74, "Drove stakes along Bank 1."),
            (55, 86.6, "Counted 36 eels at Weir 2."),
            (195, 74, "Oiled the sluice at the Weir."),
            (195, 85.7, "Stakes are due next May."),
            (55, 144, "Raised the weir by a hand"),
            (55, 155.7, "and a half after the storm."),
        ]:
            paper.drawString(x, HEIGHT - y, line)

    [table] = tables(drawn(tmp_path, page))
    assert [[line.text for line in each.lines] for each in table.cells] == [
        ["Drove stakes along Bank 1.", "Counted 36 eels at Weir 2."],
        ["Oiled the sluice at the Weir. Stakes are due next May."],
        ["Raised the weir by a hand and a half after the storm."],
        [],
    ]


def test_numbered_lines_larger_than_the_small_print_of_tables_are_a_list(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 50, 60, "What we ask", size=16)
        for number, text in enumerate(("Lend us the pump for the lock", "Pay for the miller")):
            write(paper, 50, 84 + 15 * number, f"{number + 1}.", size=11)
            write(paper, 66, 84 + 15 * number, text, size=11)
        for number in range(12):
            write(paper, 50, 150 + 9 * number, LONG[:100], size=7)

    items = [block.text for block in drawn(tmp_path, page).body if isinstance(block, ListItem)]
    assert items == ["Lend us the pump for the lock", "Pay for the miller"]
