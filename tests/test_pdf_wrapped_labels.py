"""Forms without lines: labels that wrap, strips of labels over values, single boxes beside their questions."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import HEIGHT, drawn, fill, outline, tables, texts, write


def form(paper: Canvas, *rows: tuple[str, str]) -> None:
    y = 100
    for label, value in rows:
        write(paper, 60, y, *label.split("/"), font="Helvetica-Bold")
        write(paper, 185, y, *value.split("/"))
        y += 13 * max(label.count("/") + 1, value.count("/") + 1)


def test_a_label_that_wraps_beside_its_value_is_one_line(tmp_path: Path) -> None:
    rows = (
        ("Our ref", "EP7"),
        ("Senior responsible/officer", "Ada Lovell"),
        ("Project manager", "Ben Marsh"),
        ("Senior Finance Partner/for the works", "Cy Hill of the Mill/and Weir Trust"),
    )
    assert texts(drawn(tmp_path, lambda paper: form(paper, *rows))) == [
        "Our ref\tEP7",
        "Senior responsible officer\tAda Lovell",
        "Project manager\tBen Marsh",
        "Senior Finance Partner for the works\tCy Hill of the Mill and Weir Trust",
    ]


def test_a_heading_under_a_form_is_no_part_of_its_last_label(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        form(paper, ("Our ref", "EP7"), ("Manager", "Ben Marsh"), ("News", ""))
        write(paper, 60, 139, "The weir holds.")

    assert texts(drawn(tmp_path, page))[1:3] == ["Manager\tBen Marsh", "News"]


def test_one_typed_box_beside_its_question(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 40, 111, "How much of the work is complete?", font="Helvetica-Bold")
        look = {"borderColor": colors.grey, "borderWidth": 0.5, "forceBorder": True, "fontSize": 8}
        paper.acroForm.textfield(name="done", value="30%", x=240, y=HEIGHT - 116, width=50, height=16, **look)
        write(paper, 40, 160, "The weir holds.")

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == "How much of the work is complete? | 30%"


STRIP = (("Scheme", 30), ("Client", 170), ("Our manager", 300), ("Issued", 400), ("Completion", 500))


def strip(paper: Canvas) -> None:
    """A title on the left, a company on the right, and under both a line of small labels over bold values."""
    write(paper, 30, 40, "Report No. 14", font="Helvetica-Bold", size=16)
    write(paper, 470, 34, "Alder and Sons Ltd")
    write(paper, 470, 48, "Option C")
    for label, x in STRIP:
        write(paper, x, 70, label, size=6.5)
    values = ("Weir Lane Bridge", "Mill Trust", "Ada Lovell", "3/10/2025", "27/2/2026")
    for (_, x), value in zip(STRIP, values, strict=True):
        write(paper, x, 79, value, font="Helvetica-Bold", size=7.5)
    write(paper, 30, 88, "Widening", font="Helvetica-Bold", size=7.5)


def test_a_strip_of_labels_over_values_runs_under_what_stands_beside_the_title(tmp_path: Path) -> None:
    [found] = tables(drawn(tmp_path, strip))
    assert outline(found) == (
        "Scheme | Client | Our manager | Issued | Completion"
        " / Weir Lane Bridge Widening | Mill Trust | Ada Lovell | 3/10/2025 | 27/2/2026"
    )


def test_the_first_line_of_a_painted_head_may_stand_alone(tmp_path: Path) -> None:
    stops = (60, 250, 330, 420)

    def page(paper: Canvas) -> None:
        fill(paper, "#D8E0E8", 54, 90, 450, 32)
        write(paper, 330, 102, "Our last", font="Helvetica-Bold")
        rows = [("Stage", "Contract", "plan", "Met"), ("Weir dry", "4 May 2025", "9 May 2025", "")]
        for at, row in enumerate([*rows, ("Gates hung", "1 June 2025", "8 June 2025", "8 June 2025")]):
            for x, text in zip(stops, row, strict=True):
                write(paper, x, 114 + 20 * at, text, font="Helvetica" if at else "Helvetica-Bold")
            paper.line(54, HEIGHT - 120 - 20 * at, 504, HEIGHT - 120 - 20 * at)

    [found] = tables(drawn(tmp_path, page))
    assert [cell.text.replace("\n", " ") for cell in found.row(0)] == [
        "Stage",
        "Contract",
        "Our last plan",
        "Met",
    ]


def test_a_head_of_three_words_among_single_ones_leaves_them_apart(tmp_path: Path) -> None:
    stops, bold = (60, 206, 271, 341, 471), "Helvetica-Bold"

    def page(paper: Canvas) -> None:
        for x, head in zip(
            stops, ("Hazard", "Likelihood", "Severity", "Measure", "In hand with"), strict=True
        ):
            write(paper, x, 100, head, font=bold, size=10.5)
        for x, text in ((60, "The swell is higher than"), (341, "A second leg is hired to")):
            write(paper, x, 118, text, size=10.5)
        for x, text in ((206, "Likely"), (271, "Moderate"), (471, "A. Lovell")):
            write(paper, x, 125.4, text, size=10.5)
        for x, text in ((60, "the barge"), (341, "the end of June")):
            write(paper, x, 132.8, text, size=10.5)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Hazard | Likelihood | Severity | Measure | In hand with / The swell is higher than the barge | Likely"
        " | Moderate | A second leg is hired to the end of June | A. Lovell"
    )


def test_a_word_that_its_cell_broke_is_whole(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for row in range(3):
            paper.rect(60, HEIGHT - 100 - 30 * row, 56, 30)
            paper.rect(116, HEIGHT - 100 - 30 * row, 70, 30)
        write(paper, 65.4, 82, "Probabilit", "y", size=9.6)
        write(paper, 121.4, 82, "What it", "means")
        write(paper, 65.4, 112, "Low")
        write(paper, 121.4, 112, "Boats", "are late")
        write(paper, 65.4, 142, "High")
        write(paper, 121.4, 142, "The commissi", "oning slips")

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Probability | What it means / Low | Boats are late / High | The commissi oning slips"
    )
