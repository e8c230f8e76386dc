"""Form fields: their values stand where a reader sees them, whatever kind of field and however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Document
from tests.pdf_files import HEIGHT, by_hand, cell, drawn, figures, paragraph, tables, texts, write


def label(text: str, x: float, y: float) -> str:
    """Content that prints ``text`` with its baseline ``y`` points above the bottom of the page."""
    return f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET"


def form(tmp_path: Path, content: str, widgets: list[str], page: str = "") -> Document:
    """A page with ``widgets``, none of which says how it looks."""
    numbers = " ".join(f"{6 + index} 0 R" for index in range(len(widgets)))
    return by_hand(
        tmp_path,
        content,
        page=f"/Annots [{numbers}] {page}",
        catalogue=f"/AcroForm << /Fields [{numbers}] /DA (/F1 10 Tf 0 g) /DR << /Font << /F1 5 0 R >> >> >>",
        others=[f"<< /Type /Annot /Subtype /Widget /F 4 {widget} >>" for widget in widgets],
    )


def test_a_field_that_does_not_say_how_it_looks(tmp_path: Path) -> None:
    document = form(
        tmp_path, label("Sponsor:", 60, 700), ["/FT /Tx /T (s) /V (Rosa Birtwistle) /Rect [120 696 300 712]"]
    )
    assert texts(document) == ["Sponsor:\tRosa Birtwistle"]


def test_a_list_shows_what_is_chosen_and_not_its_code(tmp_path: Path) -> None:
    options = "/Opt [[(1) (Behind plan)] [(2) (On plan)] [(3) (Ahead)]]"
    document = form(
        tmp_path,
        "\n".join([label("Time:", 60, 700), label("Money:", 60, 660), label("Parts:", 60, 600)]),
        [
            f"/FT /Ch /Ff 131072 /T (a) {options} /V (2) /Rect [120 696 300 712]",
            "/FT /Ch /Ff 131072 /T (b) /Opt [(Over) (Within)] /V (Within) /Rect [120 656 300 672]",
            f"/FT /Ch /Ff 2097152 /T (c) {options} /V [(1) (3)] /Rect [120 580 300 612]",
        ],
    )
    assert [" ".join(text.split()) for text in texts(document)] == [
        "Time: On plan",
        "Money: Within",
        "Parts:",
        "Behind plan",
        "Ahead",
    ]


def test_long_answers_stay_in_their_field(tmp_path: Path) -> None:
    answer = (
        "The lock gates were lifted in and hung on Tuesday. Both paddles leak a little and the maker comes back in "
        "June to grind the seats."
    )
    document = form(
        tmp_path,
        "\n".join([label("Progress", 60, 730), label("Next", 320, 730)]),
        [
            f"/FT /Tx /Ff 4096 /T (a) /V ({answer}) /Rect [60 600 290 720]",
            "/FT /Tx /Ff 4096 /T (b) /V (Drain the chamber.\\rOrder stop planks.) /Rect [320 600 540 720]",
        ],
    )
    lines = [paragraph(document, start) for start in ("The lock gates", "Drain", "Order")]
    assert lines[0].text == answer
    for line, (left, right) in zip(lines, ((60, 290), (320, 540), (320, 540)), strict=True):
        assert line.place.box is not None
        assert left <= line.place.box[0] and line.place.box[2] <= right


def test_fields_stand_in_their_cells(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.grid([60, 160, 300], [HEIGHT - 160, HEIGHT - 120, HEIGHT - 100])
        write(paper, 66, 114, "Reference")
        write(paper, 66, 140, "Manager")
        for y, value in ((117, "BW/7"), (158, "Idris Pell")):
            paper.acroForm.textfield(
                value=value, x=164, y=HEIGHT - y, width=130, height=14, borderWidth=0, fontSize=9
            )

    [table] = tables(drawn(tmp_path, page))
    assert [cell(table, text).column for text in ("Reference", "BW/7", "Manager", "Idris Pell")] == [
        0,
        1,
        0,
        1,
    ]


@pytest.mark.parametrize("looks", [True, False])
def test_buttons_of_which_one_is_chosen(tmp_path: Path, looks: bool) -> None:
    """Radio buttons; where they do not say how they look, the group's value tells which one is on."""
    names = ("Red", "Amber", "Green")
    content = "\n".join(label(name, 80 + 70 * at, 700) for at, name in enumerate(names))
    if looks:

        def page(paper: Canvas) -> None:
            for at, name in enumerate(names):
                paper.acroForm.radio(
                    name="rag", value=name, selected=name == "Amber", x=62 + 70 * at, y=HEIGHT - 122, size=12
                )
                write(paper, 80 + 70 * at, 120, name)

        document = drawn(tmp_path, page)
    else:
        kids = [
            f"/Parent 9 0 R /AS /{'Amber' if name == 'Amber' else 'Off'} /Rect [{62 + 70 * at} 698 {74 + 70 * at} 710] "
            f"/AP << /N << /{name} 10 0 R /Off 10 0 R >> >>"
            for at, name in enumerate(names)
        ]
        document = by_hand(
            tmp_path,
            content,
            page="/Annots [6 0 R 7 0 R 8 0 R]",
            catalogue="/AcroForm << /Fields [9 0 R] >>",
            others=[
                *(f"<< /Type /Annot /Subtype /Widget /F 4 {kid} >>" for kid in kids),
                "<< /FT /Btn /Ff 49152 /T (rag) /V /Amber /Kids [6 0 R 7 0 R 8 0 R] >>",
                "<< /Type /XObject /Subtype /Form /BBox [0 0 12 12] /Length 0 >> stream\n\nendstream",
            ],
        )
    assert [figure.checked for figure in figures(document)] == [False, True, False]


@pytest.mark.parametrize("on", ["Yes", "On", "1", "Ja#20wohl"])
def test_boxes_may_call_their_ticked_state_anything(tmp_path: Path, on: str) -> None:
    document = form(
        tmp_path,
        "\n".join([label("Agreed", 80, 700), label("Closed", 80, 670)]),
        [
            f"/FT /Btn /T (a) /V /{on} /AS /{on} /Rect [60 698 72 710]",
            "/FT /Btn /T (b) /V /Off /AS /Off /Rect [60 668 72 680]",
        ],
    )
    assert [paragraph(document, name).figures[0].checked for name in ("Agreed", "Closed")] == [True, False]


def test_a_ticked_box_without_a_state(tmp_path: Path) -> None:
    document = form(tmp_path, label("Agreed", 80, 700), ["/FT /Btn /T (a) /V /Yes /Rect [60 698 72 710]"])
    assert paragraph(document, "Agreed").figures[0].checked is True


def test_hidden_fields_and_secrets_are_not_read(tmp_path: Path) -> None:
    document = form(
        tmp_path,
        label("Shown", 60, 700),
        [
            "/FT /Tx /T (a) /V (nobody sees this) /F 2 /Rect [120 696 300 712]",
            "/FT /Tx /Ff 8192 /T (b) /V (password) /Rect [120 656 300 672]",
        ],
    )
    assert texts(document) == ["Shown"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_fields_of_a_turned_page(tmp_path: Path, turn: int) -> None:
    """The file turns the page for the reader; label and field are set along the reader's lines."""
    matrix, rect = {
        90: ("0 1 -1 0 200 100", "[188 160 204 320]"),
        180: ("-1 0 0 -1 400 600", "[180 588 340 604]"),
        270: ("0 -1 1 0 200 600", "[196 380 212 540]"),
    }[turn]
    document = form(
        tmp_path,
        f"BT /F1 10 Tf {matrix} Tm (Sponsor:) Tj ET",
        [f"/FT /Tx /T (s) /V (Rosa Birtwistle) /Rect {rect} /MK << /R {turn} >>"],
        page=f"/Rotate {turn}",
    )
    assert texts(document) == ["Sponsor:\tRosa Birtwistle"]


def test_the_words_of_a_stamp_or_free_note(tmp_path: Path) -> None:
    look = "BT /F1 14 Tf 10 10 Td (APPROVED) Tj ET"
    document = by_hand(
        tmp_path,
        label("Highlight report", 60, 760),
        page="/Annots [6 0 R 8 0 R]",
        others=[
            "<< /Type /Annot /Subtype /Stamp /F 4 /Rect [300 690 420 730] /AP << /N 7 0 R >> >>",
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 120 40] /Resources << /Font << /F1 5 0 R >> >> "
            f"/Length {len(look)} >> stream\n{look}\nendstream",
            "<< /Type /Annot /Subtype /FreeText /F 4 /Rect [60 600 300 620] /Contents (Signed off by the chair) "
            "/DA (/F1 10 Tf 0 g) >>",
        ],
    )
    assert "Signed off by the chair" in texts(document)
    assert "# APPROVED" in texts(document)


def test_a_framed_answer_is_read_across_with_its_label(tmp_path: Path) -> None:
    """The frame is no region of its own, whether it is drawn or a form's field."""
    frame = "0.9 0.95 0.95 rg 0.2 0.2 0.4 RG 150 694 60 17 re B 0 g"
    page = [frame, label("How much is done", 60, 698)]
    drawn = by_hand(tmp_path, "\n".join([*page, label("45%", 154, 698)]))
    assert texts(drawn) == ["How much is done\t45%"]
    field = ["/FT /Tx /T (s) /V (45%) /Rect [150 694 210 711]"]
    assert texts(form(tmp_path, "\n".join(page), field)) == ["How much is done | 45%"]
