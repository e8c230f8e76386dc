"""Traffic lights of Word documents: groups with one lit lamp, cropped and vector pictures, and charts."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from extractors.document import Figure, Table
from extractors.word.metafiles import largest_fill
from extractors.word.pictures import dominant_color
from tests.test_word_figures import figures, ring
from tests.word_files import cell, lamp, para, picture, read_word, row, run, table

RED, AMBER, GREEN = "FF0000", "FFC000", "00B050"
COLOURS = {"red": (255, 0, 0), "amber": (255, 192, 0), "green": (0, 176, 80)}


def disc(fill: str) -> str:
    """A round shape inside a group."""
    return f'<wps:wsp><wps:spPr><a:prstGeom prst="ellipse"/>{fill}</wps:spPr></wps:wsp>'


def plain(color: str, inside: str = "") -> str:
    return f'<a:solidFill><a:srgbClr val="{color}">{inside}</a:srgbClr></a:solidFill>'


def group(*shapes: str) -> str:
    """Shapes in a group that floats."""
    return (
        "<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wpg:wgp>"
        + "".join(shapes)
        + "</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


HOUSING = f'<wps:wsp><wps:spPr><a:prstGeom prst="rect"/>{plain("262626")}</wps:spPr></wps:wsp>'
FAINT = '<a:alpha val="15000"/>'


@pytest.mark.parametrize(
    ("shapes", "lit"),
    [
        ((HOUSING, disc(plain(RED)), disc(plain("D9D9D9")), disc(plain("D9D9D9"))), ["#FF0000"]),
        ((disc("<a:noFill/>"), disc(plain(AMBER)), disc("<a:noFill/>")), ["#FFC000"]),
        ((HOUSING, disc(plain("400000")), disc(plain("403000")), disc(plain(GREEN))), ["#00B050"]),
        ((disc(plain(RED, FAINT)), disc(plain(AMBER, FAINT)), disc(plain(GREEN))), ["#00B050"]),
        ((disc(plain(RED)), disc(plain(AMBER)), disc(plain(GREEN))), ["#FF0000", "#FFC000", "#00B050"]),
        ((disc(plain("1F3864")), disc(plain("D9D9D9"))), ["#1F3864", "#D9D9D9"]),
    ],
)
def test_the_lit_lamp_of_a_group(tmp_path: Path, shapes: tuple[str, ...], lit: list[str]) -> None:
    document = read_word(tmp_path, para(run("Cost") + group(*shapes)))
    assert [figure.color for figure in figures(document) if figure.color] == lit


def test_the_lit_lamp_of_an_old_group(tmp_path: Path) -> None:
    lamps = "".join(f'<v:oval fillcolor="{color}"/>' for color in ("silver", "#ffc000", "silver"))
    body = para(run("Cost") + f"<w:r><w:pict><v:group>{lamps}</v:group></w:pict></w:r>")
    assert [figure.color for figure in figures(read_word(tmp_path, body))] == ["#FFC000"]


def lights(lit: str, form: str = "PNG") -> bytes:
    """A picture of three lamps above each other, the others dim."""
    image = Image.new("RGB", (30, 90), (30, 30, 30))
    draw = ImageDraw.Draw(image)
    for index, (name, color) in enumerate(COLOURS.items()):
        shown = color if name == lit else tuple(part // 3 for part in color)
        draw.ellipse((3, 30 * index + 3, 27, 30 * index + 27), fill=shown)
    stream = io.BytesIO()
    image.save(stream, form)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["PNG", "BMP", "TIFF", "GIF"])
@pytest.mark.parametrize("lit", list(COLOURS))
def test_a_picture_of_lamps_tells_the_lit_one(lit: str, form: str) -> None:
    assert dominant_color(lights(lit, form)) == "#" + "".join(f"{part:02X}" for part in COLOURS[lit])


def test_only_what_is_shown_of_a_cropped_picture_counts(tmp_path: Path) -> None:
    image = Image.new("RGB", (90, 30), COLOURS["red"])
    image.paste(COLOURS["green"], (60, 0, 90, 30))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    crop = '<a:srcRect l="66667"/>'
    cropped = picture("img").replace("</pic:blipFill>", crop + "</pic:blipFill>")
    document = read_word(
        tmp_path, para(cropped + picture("img")), parts={"img": ("image", stream.getvalue())}
    )
    assert [figure.color for figure in figures(document)] == ["#00B050", "#FF0000"]


def enhanced(*records: tuple[int, bytes]) -> bytes:
    """An EMF file of these records."""
    body = b"".join(struct.pack("<II", kind, 8 + len(data)) + data for kind, data in records)
    head = struct.pack("<II", 1, 88) + bytes(32) + b" EMF" + bytes(44)
    return head + body + struct.pack("<IIIII", 14, 20, 0, 0, 20)


def brush(number: int, color: tuple[int, int, int], style: int = 0) -> tuple[int, bytes]:
    return 39, struct.pack("<II4BI", number, style, *color, 0, 0)


def placed(number: int) -> tuple[int, bytes]:
    return 37, struct.pack("<I", number)


def drawn(kind: int, size: int) -> tuple[int, bytes]:
    return kind, struct.pack("<4i", 0, 0, size, size)


def old(*records: tuple[int, tuple[int, ...]]) -> bytes:
    """A WMF file of these records (16-bit words)."""
    body = b"".join(
        struct.pack(f"<IH{len(words)}H", 3 + len(words), kind, *words) for kind, words in (*records, (0, ()))
    )
    return bytes.fromhex("d7cdc69a") + bytes(18) + struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 2, 0, 0) + body


PLUS_ELLIPSE = struct.pack("<HHII4B4f", 0x400E, 0x8000, 32, 20, 80, 176, 0, 255, 0, 0, 10, 10)


@pytest.mark.parametrize(
    ("data", "color"),
    [
        (enhanced(brush(1, (0, 176, 80)), placed(1), drawn(42, 20)), "#00B050"),
        (enhanced(placed(0x80000000), drawn(43, 90), brush(1, (255, 0, 0)), placed(1), drawn(3, 20)), "#FF0000"),
        (enhanced(brush(1, (40, 40, 40)), placed(1), drawn(43, 90), brush(2, (255, 192, 0)), placed(2), drawn(47, 20)),
         "#FFC000"),
        (enhanced(brush(1, (255, 0, 0), style=1), placed(1), drawn(42, 20)), None),
        (enhanced((70, struct.pack("<I", 36) + b"EMF+" + PLUS_ELLIPSE)), "#00B050"),
        (enhanced(brush(1, (0, 176, 80)), placed(1), drawn(42, 20))[:150], "#00B050"),
        (old((0x02FA, (0,) * 5), (0x02FC, (0, 255, 0, 0)), (0x012D, (1,)), (0x0418, (20, 20, 0, 0))), "#FF0000"),
        (old((0x02FC, (0, 0xC0FF, 0, 0)), (0x012D, (0,)), (0x0324, (3, 0, 0, 9, 0, 9, 9))), "#FFC000"),
        (old((0x02FC, (1, 255, 0, 0)), (0x012D, (0,)), (0x041B, (20, 20, 0, 0))), None),
    ],
)  # fmt: skip
def test_colour_of_simple_metafiles(data: bytes, color: str | None) -> None:
    assert largest_fill(data) == color
    assert dominant_color(data) == color


def chart(kind: str, series: str, inside: str = "") -> str:
    return (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:t>Progress</a:t></c:title>'
        f"<c:{kind}>{inside}{series}</c:{kind}></c:chartSpace>"
    )


def one(name: str, *points: tuple[str, str], colors: str = "") -> str:
    words = "".join(
        f'<c:pt idx="{number}"><c:v>{word}</c:v></c:pt>' for number, (word, _) in enumerate(points)
    )
    values = "".join(
        f'<c:pt idx="{number}"><c:v>{value}</c:v></c:pt>' for number, (_, value) in enumerate(points)
    )
    return (
        f"<c:ser><c:tx><c:v>{name}</c:v></c:tx>{colors}<c:cat>{words}</c:cat><c:val>{values}</c:val></c:ser>"
    )


PART = (
    f'<c:dPt><c:idx val="0"/><c:spPr>{plain(GREEN)}</c:spPr></c:dPt>'
    f'<c:dPt><c:idx val="1"/><c:spPr>{plain("D9D9D9")}</c:spPr></c:dPt>'
)
STACKED = '<c:grouping val="percentStacked"/>'


@pytest.mark.parametrize(
    ("xml", "segments"),
    [
        (chart("doughnutChart", one("Done", ("Complete", "64"), ("Remaining", "36"), colors=PART)),
         [("#00B050", 0.64), ("#D9D9D9", 0.36)]),
        (chart("pieChart", one("Done", ("Complete", "0.25"), ("Left", "0.75"))),
         [("#4472C4", 0.25), ("#ED7D31", 0.75)]),
        (chart("barChart", one("Done", ("", "30")) + one("Left", ("", "70")), STACKED),
         [("#4472C4", 0.3), ("#ED7D31", 0.7)]),
        (chart("barChart", one("Spend", ("May", "30"), ("June", "70"))), []),
        (chart("doughnutChart", one("Done", ("Complete", "n/a"), ("Remaining", "36"))), []),
    ],
)  # fmt: skip
def test_shares_of_a_chart(tmp_path: Path, xml: str, segments: list[tuple[str, float]]) -> None:
    frame = '<w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="ch"/></a:graphicData></a:graphic>'
    body = para(f"<w:r>{frame}</wp:inline></w:drawing></w:r>")
    (figure,) = figures(read_word(tmp_path, body, parts={"ch": ("chart", xml)}))
    assert figure.text.startswith("Progress\n")
    assert [(color, round(share, 4)) for color, share in figure.segments] == segments


def test_a_lamp_in_any_bitmap_format() -> None:
    image = Image.open(io.BytesIO(lamp((255, 192, 0)))).convert("RGB")
    for form in ("JPEG", "BMP", "TIFF"):
        stream = io.BytesIO()
        image.save(stream, form, **({"quality": 95} if form == "JPEG" else {}))
        color = dominant_color(stream.getvalue())
        assert color is not None
        assert [int(color[index : index + 2], 16) // 16 for index in (1, 3, 5)] == [15, 12, 0], form


@pytest.mark.parametrize(
    ("content", "segments"),
    [
        (run("██████░░░░ 60%"), [("#000000", 0.6), ("#FFFFFF", 0.4)]),
        (run("Progress: ") + run("■■", '<w:color w:val="00B050"/>') + run("■■■", '<w:color w:val="D9D9D9"/>'),
         [("#00B050", 0.4), ("#D9D9D9", 0.6)]),
        (run("■■■", '<w:color w:val="00B050"/>') + run("□□□□□"), [("#00B050", 0.375), ("#FFFFFF", 0.625)]),
        (run("█ ", '<w:color w:val="00B050"/>') + run("well ")
         + run("█ ", '<w:color w:val="FF0000"/>') + run("ill"), []),
        (run("■", '<w:color w:val="00B050"/>') + run("□□"), []),
        (run("░░░░░█████"), []),
    ],
)  # fmt: skip
def test_a_bar_of_typed_blocks(tmp_path: Path, content: str, segments: list[tuple[str, float]]) -> None:
    found = [figure for figure in figures(read_word(tmp_path, para(content))) if figure.kind == "bar"]
    assert [segment for bar in found for segment in bar.segments] == segments


@pytest.mark.parametrize(
    ("colors", "lit"),
    [
        (("D9D9D9", "FFC000", "D9D9D9"), ["#FFC000"]),
        (("FF0000", "FFC000", "00B050"), ["#FF0000", "#FFC000", "#00B050"]),
        (("00B050", "D9D9D9"), ["#00B050", "#D9D9D9"]),
    ],
)
def test_lamps_that_stand_side_by_side(tmp_path: Path, colors: tuple[str, ...], lit: list[str]) -> None:
    signs = [run("●", f'<w:color w:val="{color}"/>') for color in colors]
    body = table(row(cell(para("".join(signs))), cell("".join(para(sign) for sign in signs))))
    (grid,) = read_word(tmp_path, body).body
    assert isinstance(grid, Table)
    in_line, below = grid.cells
    assert [block.color for block in in_line.blocks if isinstance(block, Figure)] == lit
    assert [block.color for block in below.blocks if isinstance(block, Figure)] == lit


@pytest.mark.parametrize(
    ("left", "covered"), [(10, "Red"), (110, "Amber"), (210, "Green"), (-90, ""), (400, "")]
)
def test_a_ring_may_stand_over_another_cell(tmp_path: Path, left: float, covered: str) -> None:
    cells = [cell(para(run("Red") + ring(left, 30))), cell("Amber"), cell("Green")]
    document = read_word(tmp_path, table(row(*cells), widths=(2000, 2000, 2000)))
    assert [figure.overlaps for figure in figures(document)] == [covered]


@pytest.mark.parametrize(("top", "covered"), [(-1, "On hold"), (60, ""), (-60, "")])
def test_a_ring_far_from_its_line_names_no_words(tmp_path: Path, top: float, covered: str) -> None:
    moved = ring(0, 40).replace("<wp:posOffset>-12700<", f"<wp:posOffset>{top * 12700}<")
    assert [figure.overlaps for figure in figures(read_word(tmp_path, para(run("On hold") + moved)))] == [
        covered
    ]
