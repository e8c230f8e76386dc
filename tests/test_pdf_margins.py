"""Titles that hang in the margin beside what they head, however they are set; and columns of labels that are none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import HEIGHT, drawn, outline, texts, write

BOLD, SLANTED, SERIF = "Helvetica-Bold", "Helvetica-Oblique", "Times-Roman"
PLANTED = ["\u2022 Forty alders planted along the leat", "\u2022 Otter ledge fixed under the bridge"]
FLOOD = [
    "The leat ran over twice and took the lower stakes with it, so the planting was put off",
    "until the second week. Volunteers from three parishes have cleared the silt and set the",
    "stakes again.",
]


def written(paper: Canvas, y: float, rows: Sequence[tuple[str, ...]], stops: list[float], font: str) -> None:
    """Rows of a table without lines, the first one in ``font``."""
    for number, row in enumerate(rows):
        for x, text in zip(stops, row, strict=False):
            write(paper, x, y + 16 * number, text, font=font if number == 0 else "Helvetica", size=9)


def titled(
    paper: Canvas, titles: tuple[str, ...], font: str = BOLD, right: bool = False, lower: float = 0.0
) -> None:
    """Five titles at the left and what each heads: a paragraph, two lists, a table and a line."""
    y = 100.0
    for number, title in enumerate(titles):
        paper.setFont(font, 10)
        for line, words in enumerate(title.split("/")):
            if right:
                paper.drawRightString(170, HEIGHT - y - 12 * line, words)
            else:
                paper.drawString(50, HEIGHT - y - 12 * line, words)
        if number == 0:
            write(paper, 185, y + lower, *FLOOD, size=9)
        elif number in {1, 2}:
            write(paper, 192, y + lower, *PLANTED, size=9)
        elif number == 3:
            rows = [
                ("Milestone", "First date", "Now"),
                ("Weir drawn", "4 May 2024", "9 May 2024"),
                ("Weir built", "3 June 2024", "-"),
                ("Fish counted", "1 July 2024", "8 July 2024"),
            ]
            written(paper, y + lower, rows, [189, 330, 430], SLANTED)
        else:
            write(paper, 185, y + lower, "None this month.", size=9)
        y += 80


TITLES = ("Summary", "Planted in the/month", "Planting put off/in the month", "Dates", "Issues")


@pytest.mark.parametrize(
    ("font", "right", "lower"),
    [
        (BOLD, False, 0.0),
        (BOLD, True, 0.0),
        (BOLD, False, 5.0),
        (SLANTED, False, 0.0),
        ("Helvetica", False, 0.0),
    ],
    ids=["bold", "to the right", "text set lower", "in italics", "like the text"],
)
def test_titles_in_the_margin_head_what_stands_beside_them(
    tmp_path: Path, font: str, right: bool, lower: float
) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 50, 50, "Leat and water meadow", font=BOLD, size=18)
        titled(paper, TITLES, font, right, lower)

    found = texts(drawn(tmp_path, page))
    listed = [line.replace("\u2022", "*") for line in PLANTED]
    assert found == [
        "# Leat and water meadow",
        "## Summary",
        " ".join(FLOOD),
        "## Planted in the month",
        *listed,
        "## Planting put off in the month",
        *listed,
        "## Dates",
        "Milestone | First date | Now / Weir drawn | 4 May 2024 | 9 May 2024 / Weir built | 3 June 2024 | -"
        " / Fish counted | 1 July 2024 | 8 July 2024",
        "## Issues",
        "None this month.",
    ]


def test_a_margin_of_titles_goes_on_over_pages(tmp_path: Path) -> None:
    """A page with one title has the others' margin; what stands above it has its title on the page before."""

    def second(paper: Canvas) -> None:
        write(paper, 192, 60, "\u2022 Eels counted at the sluice", size=9)
        write(paper, 50, 100, "Asked of the", "board", font=BOLD)
        write(paper, 192, 100, "\u2022 To lend the long boat", size=9)

    found = texts(drawn(tmp_path, lambda paper: titled(paper, TITLES[:3]), second))
    assert found[-3:] == ["* Eels counted at the sluice", "# Asked of the board", "* To lend the long boat"]


def test_boxes_that_begin_above_their_titles_are_theirs(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, title in enumerate(("Done", "To come", "Put off")):
            y = 100 + 70 * number
            paper.rect(180, HEIGHT - y - 50, 360, 60)
            write(paper, 50, y, title, font=BOLD)
            write(paper, 192, y, f"\u2022 Reed bed {number + 1} cut", "\u2022 Cuttings carted", size=9)

    assert texts(drawn(tmp_path, page)) == [
        *("# Done", "* Reed bed 1 cut", "* Cuttings carted"),
        *("# To come", "* Reed bed 2 cut", "* Cuttings carted"),
        *("# Put off", "* Reed bed 3 cut", "* Cuttings carted"),
    ]


def test_dots_drawn_beside_titles_are_bullets(tmp_path: Path) -> None:
    """A title may end close before the first item's dot."""

    def page(paper: Canvas) -> None:
        for number, title in enumerate(("Work of the past quarter", "Next", "Late")):
            y = 100 + 70 * number
            write(paper, 50, y, title, font=BOLD)
            for line, text in enumerate(("Hedge laid", "Gate hung")):
                paper.circle(190, HEIGHT - y - 14 * line + 3, 1.3, stroke=0, fill=1)
                write(paper, 197, y + 14 * line, text)

    found = texts(drawn(tmp_path, page))
    assert found.count("* Hedge laid") == found.count("* Gate hung") == 3


def test_labels_of_a_form_hang_in_no_margin(tmp_path: Path) -> None:
    rows = [("Project", "Leat"), ("Sponsor", "Ada Lyle"), ("Lead", "Bo Finn"), ("Started", "May 2024")]

    def page(paper: Canvas) -> None:
        for number, (label, value) in enumerate(rows):
            write(paper, 50, 100 + 24 * number, label, font=BOLD)
            write(paper, 180, 100 + 24 * number, value)
        write(paper, 50, 230, "Summary", font=BOLD)
        write(paper, 180, 230, *FLOOD, size=9)

    assert texts(drawn(tmp_path, page))[:4] == [f"{label}\t{value}" for label, value in rows]


@pytest.mark.parametrize("colon", [":", ""])
def test_labels_that_look_wrapped_hang_in_no_margin(tmp_path: Path, colon: str) -> None:
    """Long labels over short ones look like titles that are wrapped."""
    rows = [("Scheme", "Leat"), ("Scheme number", "L-22"), ("Member sponsor", "Ada Lyle")]
    rows += [("Scheme manager", "Bo Finn"), ("Month", "May 2024"), ("Prepared", "9 June 2024")]
    rows += [("Status this month", "Green"), ("Status last month", "Amber")]
    rows = [(f"{label}{colon}", value) for label, value in rows]

    def page(paper: Canvas) -> None:
        for number, (label, value) in enumerate(rows):
            write(paper, 50, 100 + 12 * number, label, font=BOLD)
            write(paper, 180, 100 + 12 * number, value)
        write(
            paper, 50, 210, "The scheme is half done, and the weather has been kind to the masons all month."
        )
        for number, words in enumerate(("Planted", "To come")):
            write(paper, 50, 240 + 60 * number, words, font=BOLD)
            write(paper, 68, 254 + 60 * number, *PLANTED, size=9)

    assert texts(drawn(tmp_path, page, page))[:8] == [f"{label}\t{value}" for label, value in rows]


def test_the_first_column_of_a_table_hangs_in_no_margin(tmp_path: Path) -> None:
    rows = [
        ("Alders", "40", "Planted in the first week"),
        ("Willows", "25", "Waiting for stakes"),
        ("Reeds", "900", "Plugs"),
    ]

    def page(paper: Canvas) -> None:
        for number, row in enumerate(rows):
            write(paper, 50, 100 + 16 * number, row[0], font=BOLD)
            write(paper, 180, 100 + 16 * number, row[1])
            write(paper, 260, 100 + 16 * number, row[2])

    [table] = drawn(tmp_path, page).body
    assert outline(table) == " / ".join(" | ".join(row) for row in rows)


def test_columns_of_text_hang_in_no_margin(tmp_path: Path) -> None:
    """Bold heads over the left one of two columns stand beside lines of the right one."""

    def page(paper: Canvas) -> None:
        for number in range(3):
            y = 100 + 90 * number
            write(paper, 50, y, f"Field {number + 1}", font=BOLD)
            write(paper, 50, y + 14, "Stakes set and", "wired along the", "leat this week", size=9)
            write(
                paper,
                200,
                y + 2,
                "The lower field floods",
                "and is left to reeds for",
                "the coming two years",
                size=9,
            )

    assert not any(text.startswith("#") for text in texts(drawn(tmp_path, page)))


@pytest.mark.parametrize("colon", [":", ""])
def test_labels_close_together_hang_in_no_margin(tmp_path: Path, colon: str) -> None:
    """Labels no farther apart than lines, with a colon or without: no titles in several lines."""
    rows = [("Project", "Leat and meadow"), ("Code", "L-07"), ("Sponsor", "Ada Lyle"), ("Lead", "Bo Finn")]

    def page(paper: Canvas) -> None:
        for number, (label, value) in enumerate(rows):
            write(paper, 50, 100 + 13 * number, label + colon, font=BOLD)
            write(paper, 180, 100 + 13 * number, value)
        y = 180.0
        for title in ("Summary", "Cost", "People"):
            write(paper, 50, y, title, font=BOLD)
            write(paper, 180, y, *FLOOD, size=9)
            y += 60

    found = texts(drawn(tmp_path, page))
    assert not any("Code" in text and "Sponsor" in text for text in found)


def test_a_form_in_one_of_two_columns_has_no_titles_in_a_margin(tmp_path: Path) -> None:
    labels = (
        "Project title",
        "Keeper",
        "Project code",
        "Funder",
        "Start",
        "End",
        "Project lead",
        "Report date",
    )

    def page(paper: Canvas) -> None:
        for number in range(10):
            write(paper, 50, 100 + 11 * number, f"The {number} rope was laid in the race by hand", size=9)
            write(paper, 310, 104 + 11 * number, f"The {number} stake was set by the weir in May", size=9)
        paper.line(50, HEIGHT - 238, 280, HEIGHT - 238)
        for number, label in enumerate(labels):
            write(paper, 54, 250 + 9 * number, label, size=7)
            write(paper, 140, 250 + 9 * number, f"Value {number}", size=7)
        paper.line(50, HEIGHT - 318, 280, HEIGHT - 318)
        for number in range(4):
            write(paper, 318, 254 + 24 * number, f"\u2022 The mill race floods in month {number} and", size=9)
            write(paper, 326, 265 + 24 * number, "takes the stakes with it", size=9)

    found = texts(drawn(tmp_path, page))
    assert "Keeper\tValue 1" in found
    assert not any("Value" in text and "race" in text for text in found)
