"""Colours as they are seen: spot colours, patterns, transparency, clipping, stacked areas, pictures used as paint."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Cell
from tests.pdf_files import (
    AMBER,
    GREEN,
    HEIGHT,
    RED,
    by_hand,
    cell,
    drawn,
    figures,
    fill,
    tables,
    texts,
    write,
)

GRID = "0 0 0 RG 1 w 60 660 200 40 re S 60 680 m 260 680 l S 160 660 m 160 700 l S"
WORDS = "BT /F1 10 Tf 0 g 66 686 Td (Time) Tj 0 -20 Td (Cost) Tj 120 20 Td (now) Tj 0 -20 Td (then) Tj ET"
UPPER, LOWER = "160 680 100 20 re", "160 660 100 20 re"
"""The cells of 'now' and 'then'."""


def rated(tmp_path: Path, paint: str, resources: str = "", others: tuple[str, ...] = ()) -> Cell:
    """The cell 'now' of a small table, painted by ``paint``."""
    document = by_hand(tmp_path, f"{paint}\n{GRID}\n{WORDS}", resources=resources, others=others)
    return cell(tables(document)[0], "now")


def near(color: str | None, other: str) -> bool:
    """Whether two colours are the same but for rounding and edges."""
    if color is None:
        return False
    pairs = zip(
        (color[at : at + 2] for at in (1, 3, 5)), (other[at : at + 2] for at in (1, 3, 5)), strict=True
    )
    return all(abs(int(one, 16) - int(two, 16)) <= 24 for one, two in pairs)


FUNCTION = "<< /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [0 0.69 0.31] /N 1 >>"


def test_a_spot_colour(tmp_path: Path) -> None:
    found = rated(
        tmp_path,
        f"/Spot cs 1 scn {UPPER} f",
        f"/ColorSpace << /Spot [/Separation /LeafGreen /DeviceRGB {FUNCTION}] >>",
    )
    assert near(found.fill, GREEN)


@pytest.mark.parametrize(
    ("space", "paint"),
    [
        ("[/Indexed /DeviceRGB 1 <FFFFFF00B050>]", "1"),
        ("[/DeviceN [/Leaf] /DeviceRGB " + FUNCTION + "]", "1"),
        (
            "[/CalRGB << /WhitePoint [0.9505 1 1.089] /Gamma [2.2 2.2 2.2] "
            "/Matrix [0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505] >>]",
            "0 0.69 0.31",
        ),
    ],
)
def test_other_colour_spaces(tmp_path: Path, space: str, paint: str) -> None:
    found = rated(tmp_path, f"/Own cs {paint} sc {UPPER} f", f"/ColorSpace << /Own {space} >>")
    assert near(found.fill, GREEN)


def test_four_inks(tmp_path: Path) -> None:
    assert near(rated(tmp_path, f"0 1 1 0 k {UPPER} f").fill, "#ED1C24")


@pytest.mark.parametrize("share", [1.0, 0.8])
def test_a_tiled_pattern(tmp_path: Path, share: float) -> None:
    """A tile whose ink covers it, and one that leaves paper between its stripes."""
    tile = f"0 0.69 0.31 rg 0 0 8 {8 * share} re f"
    found = rated(
        tmp_path,
        f"/Pattern cs /P1 scn {UPPER} f",
        "/Pattern << /P1 6 0 R >>",
        (
            "<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 8 8] /XStep 8 /YStep 8 "
            f"/Resources << >> /Length {len(tile)} >> stream\n{tile}\nendstream",
        ),
    )
    assert near(found.fill, GREEN)


def test_a_shaded_pattern(tmp_path: Path) -> None:
    blend = "<< /FunctionType 2 /Domain [0 1] /C0 [1 0.75 0] /C1 [1 0.8 0.1] /N 1 >>"
    found = rated(
        tmp_path,
        f"/Pattern cs /P1 scn {UPPER} f",
        "/Pattern << /P1 << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB "
        f"/Coords [160 0 260 0] /Function {blend} /Extend [true true] >> >> >>",
    )
    assert near(found.fill, AMBER)


def test_paint_that_is_half_transparent(tmp_path: Path) -> None:
    """Half green over white paper, and half red over a green cell."""
    state = "/ExtGState << /Half << /ca 0.5 >> >>"
    assert near(rated(tmp_path, f"q /Half gs 0 0.69 0.31 rg {UPPER} f Q", state).fill, "#80D7A7")
    found = rated(tmp_path, f"0 0.69 0.31 rg {UPPER} f q /Half gs 1 0 0 rg {UPPER} f Q", state)
    assert near(found.fill, "#805828")


def test_a_group_that_is_transparent_as_a_whole(tmp_path: Path) -> None:
    content = f"0 0.69 0.31 rg {UPPER} f"
    found = rated(
        tmp_path,
        "q /Half gs /Whole Do Q",
        "/ExtGState << /Half << /ca 0.5 >> >> /XObject << /Whole 6 0 R >>",
        (
            "<< /Type /XObject /Subtype /Form /BBox [0 0 600 842] /Group << /S /Transparency >> "
            f"/Length {len(content)} >> stream\n{content}\nendstream",
        ),
    )
    assert near(found.fill, "#80D7A7")


def test_a_colour_that_multiplies(tmp_path: Path) -> None:
    found = rated(
        tmp_path,
        f"1 1 0 rg {UPPER} f q /Mul gs 0 1 1 rg {UPPER} f Q",
        "/ExtGState << /Mul << /BM /Multiply >> >>",
    )
    assert near(found.fill, "#00FF00")


def test_paint_that_is_clipped_to_its_cell(tmp_path: Path) -> None:
    """Both colours are painted over the whole table; each is cut to its own cell."""
    document = by_hand(
        tmp_path,
        f"q {UPPER} W n 0 0.69 0.31 rg 0 0 600 842 re f Q q {LOWER} W n 1 0 0 rg 0 0 600 842 re f Q\n{GRID}\n{WORDS}",
    )
    [table] = tables(document)
    assert [cell(table, text).fill for text in ("now", "then")] == ["#00B04F", "#FF0000"]
    assert cell(table, "Time").fill is None


def test_stacked_areas_show_the_topmost(tmp_path: Path) -> None:
    assert near(rated(tmp_path, f"1 0 0 rg {UPPER} f 0 0.69 0.31 rg 160.5 680.5 99 19 re f").fill, GREEN)
    assert rated(tmp_path, f"1 0 0 rg {UPPER} f 1 1 1 rg 160.5 680.5 99 19 re f").fill is None


@pytest.mark.parametrize("size", [(1, 1), (40, 8)])
def test_a_picture_of_one_colour_is_paint(tmp_path: Path, size: tuple[int, int]) -> None:
    """Some printers send a cell's shading as a picture."""

    def page(paper: Canvas) -> None:
        paper.drawImage(ImageReader(Image.new("RGB", size, RED)), 160, HEIGHT - 120, 100, 20)
        paper.grid([60, 160, 260], [HEIGHT - 140, HEIGHT - 120, HEIGHT - 100])
        for x, y, word in ((66, 114, "Time"), (66, 134, "Cost"), (186, 114, "now"), (186, 134, "then")):
            write(paper, x, y, word)

    document = drawn(tmp_path, page)
    [table] = tables(document)
    assert (cell(table, "now").fill, cell(table, "then").fill) == (RED, None)
    assert figures(document) == []


@pytest.mark.parametrize("paint", ["rectangle", "picture", "shading"])
def test_a_light_cut_out_of_its_paint(tmp_path: Path, paint: str) -> None:
    """A round clip makes a light of whatever is painted into it."""

    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Overall")
        path = paper.beginPath()
        path.circle(140, HEIGHT - 77, 6)
        paper.saveState()
        paper.clipPath(path, stroke=0, fill=0)
        if paint == "rectangle":
            fill(paper, AMBER, 130, 67, 20, 20)
        elif paint == "picture":
            paper.drawImage(ImageReader(Image.new("RGB", (20, 20), AMBER)), 130, HEIGHT - 87, 20, 20)
        else:
            paper.linearGradient(
                130, HEIGHT - 87, 150, HEIGHT - 67, (colors.HexColor(AMBER), colors.HexColor("#FFC814"))
            )
        paper.restoreState()

    [light] = figures(drawn(tmp_path, page))
    assert near(light.color, AMBER) and light.kind in ("shape", "picture")


def test_words_cut_away_or_painted_over_are_hidden(tmp_path: Path) -> None:
    document = by_hand(
        tmp_path,
        "BT /F1 10 Tf 60 700 Td (Shown) Tj ET "
        "q 60 600 100 20 re W n BT /F1 10 Tf 60 650 Td (Cut away) Tj ET Q "
        "BT /F1 10 Tf 60 560 Td (Blacked out) Tj ET 0 g 55 550 100 24 re f "
        "q /Half gs 1 1 0 rg 55 696 60 14 re f Q",
        resources="/ExtGState << /Half << /ca 0.5 >> >>",
    )
    assert texts(document) == ["Shown"]
    hidden = [aside.block.text for aside in document.asides if aside.kind == "hidden"]  # type: ignore[union-attr]
    assert hidden == ["Cut away", "Blacked out"]


def test_a_layer_that_is_switched_off_is_hidden(tmp_path: Path) -> None:
    document = by_hand(
        tmp_path,
        "BT /F1 10 Tf 60 700 Td (Shown) Tj ET /OC /Layer BDC BT /F1 10 Tf 60 650 Td (Draft words) Tj ET "
        "1 0 0 rg 60 500 40 40 re f EMC",
        resources="/Properties << /Layer 6 0 R >>",
        catalogue="/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] /BaseState /ON >> >>",
        others=["<< /Type /OCG /Name (Old) >>"],
    )
    assert texts(document) == ["Shown"]
    assert figures(document) == []


@pytest.mark.parametrize(
    "frame",
    [
        "0.04 0.24 0.36 rg 60 640 200 60 re 61 641 198 58 re f*",
        "0.04 0.24 0.36 rg 60 640 200 60 re 61 641 m 61 699 l 259 699 l 259 641 l h f",
    ],
    ids=["by the even-odd rule", "the inner one the other way round"],
)
def test_a_border_painted_between_two_rectangles_fills_nothing(tmp_path: Path, frame: str) -> None:
    """Style sheets draw a border of one colour so; what stands within it stands on white."""
    rules = "0.7 0.7 0.7 RG 0.5 w 62 680 m 258 680 l S 62 660 m 258 660 l S 160 642 m 160 698 l S"
    document = by_hand(tmp_path, f"{frame}\n{rules}\n{WORDS}")
    [found] = tables(document)
    assert {each.fill for each in found.cells} == {None}
    assert [each.text for each in found.cells if each.text] == ["Time", "now", "Cost", "then"]


def test_two_rectangles_drawn_the_same_way_round_are_both_painted(tmp_path: Path) -> None:
    paint = "1 0.753 0 rg 160 680 100 20 re 162 682 96 16 re f"
    assert rated(tmp_path, paint).fill == AMBER
