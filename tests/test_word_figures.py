"""Drawings and signs of Word documents, and the colours they show."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from extractors.document import Document, Figure, Text, walk_blocks
from extractors.word.pictures import dominant_color
from pipeline.reading import read_document
from tests.documents import RULES
from tests.word_files import lamp, para, pasted, picture, read_word, run, text_box, told

GREEN = (0, 176, 80)


def figures(document: Document) -> list[Figure]:
    found: list[Figure] = []
    for block in walk_blocks(document.body):
        found += [block] if isinstance(block, Figure) else block.figures if isinstance(block, Text) else []
    return found


@pytest.mark.parametrize(
    ("color", "told_as"), [(GREEN, "#00B050"), ((255, 0, 0), "#FF0000"), ((128, 128, 128), "#808080")]
)
def test_a_lamp_tells_its_colour_and_not_its_rim(color: tuple[int, int, int], told_as: str) -> None:
    assert dominant_color(lamp(color)) == told_as


@pytest.mark.parametrize("data", [b"", b"no picture", lamp(GREEN)[:60]])
def test_a_broken_picture_has_no_colour(data: bytes) -> None:
    assert dominant_color(data) is None


def test_pictures(tmp_path: Path) -> None:
    body = (
        para(run("Overall ") + picture("img", "Green lamp"))
        + para(picture("img"))
        + para(picture("missing", "Lost"))
    )
    document = read_word(tmp_path, body, parts={"img": ("image", lamp(GREEN))})
    assert [(figure.kind, figure.color, figure.text) for figure in figures(document)] == [
        ("picture", "#00B050", "Green lamp"), ("picture", "#00B050", ""), ("picture", None, "Lost"),
    ]  # fmt: skip
    assert [type(block).__name__ for block in document.body] == ["Paragraph", "Figure", "Figure"]


def ring_chart() -> bytes:
    """A chart as pictures hold it: two colours on white."""
    image = Image.new("RGB", (240, 180), "white")
    draw = ImageDraw.Draw(image)
    draw.pieslice((60, 30, 180, 150), 0, 200, fill="#375623")
    draw.pieslice((60, 30, 180, 150), 200, 360, fill="#D9D9D9")
    return _png(image)


def photograph() -> bytes:
    """Colours of every hue, as photographs have."""
    return _png(Image.merge("RGB", [Image.effect_noise((240, 180), 120) for _ in range(3)]))


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "size", "over", "told_of"),
    [
        (ring_chart(), (240, 180), "In short", True),
        (photograph(), (240, 180), "In short", False),
        (ring_chart(), (240, 40), "In short", False),
        (ring_chart(), (240, 180), "", False),
    ],
)
def test_a_chart_that_was_pasted_in_as_a_picture_is_told(
    data: bytes, size: tuple[int, int], over: str, told_of: bool, tmp_path: Path
) -> None:
    """No photograph, no band as low as a letterhead, nothing that stands over all words."""
    body = para(run(over)) + para(pasted("img", *size)) + para(run("Project: Weir repair"))
    document = read_word(tmp_path, body, parts={"img": ("image", data)})
    assert ("picture-unread" in {problem.code for problem in document.problems}) is told_of
    about = {
        f.about for f in read_document(document, RULES).reports[0].findings if f.code == "picture-unread"
    }
    assert about == ({"ratings", "percent_complete"} if told_of else set())


def test_filled_shapes(tmp_path: Path) -> None:
    body = para(run("Cost") + text_box("", "FFC000", "ellipse")) + para(
        text_box(para("G"), "00B050", "ellipse")
    )
    body += para(text_box(para("A longer note on a coloured ground"), "FFFF99"))
    document = read_word(tmp_path, body)
    assert told(document.body) == ["Cost", "G", "A longer note on a coloured ground"]
    assert [(figure.kind, figure.color) for figure in figures(document)] == [
        ("shape", "#FFC000"),
        ("shape", "#00B050"),
    ]
    assert [block.fill for block in document.body if isinstance(block, Text)] == [None, "#00B050", "#FFFF99"]


def test_shape_colours_of_the_theme(tmp_path: Path) -> None:
    scheme = '<a:schemeClr val="accent6"><a:lumMod val="50000"/></a:schemeClr>'
    shape = text_box("", "FFFFFF").replace('<a:srgbClr val="FFFFFF"/>', scheme)
    assert [figure.color for figure in figures(read_word(tmp_path, para(run("x") + shape)))] == ["#385723"]


@pytest.mark.parametrize(
    ("shapes", "theme", "color"),
    [
        ('<v:oval fillcolor="#f79646"/>', None, "#F79646"),
        ('<v:oval fillcolor="#f79646"/>', "0A0B0C", "#0A0B0C"),
        ('<v:oval fillcolor="#f79646"/><v:oval fillcolor="red"/>', None, "#70AD47"),
    ],
    ids=["no theme", "a theme", "two shapes for one"],
)
def test_a_theme_colour_without_a_theme_is_the_fallbacks(
    tmp_path: Path, shapes: str, theme: str | None, color: str
) -> None:
    """LibreOffice names theme colours and writes no theme: its fallback tells the colour that it showed."""
    shape = text_box("", "FFFFFF").replace('<a:srgbClr val="FFFFFF"/>', '<a:schemeClr val="accent6"/>')
    shape = re.sub(
        r"<mc:Fallback>.*</mc:Fallback>", f"<mc:Fallback><w:pict>{shapes}</w:pict></mc:Fallback>", shape
    )
    scheme = f'<a:clrScheme><a:accent6><a:srgbClr val="{theme}"/></a:accent6></a:clrScheme>'
    parts = {"t": ("theme", f"<a:themeElements>{scheme}</a:themeElements>")} if theme else {}
    document = read_word(tmp_path, para(run("x") + shape), parts=parts)
    assert [figure.color for figure in figures(document)] == [color]


@pytest.mark.parametrize(
    ("shape", "color"),
    [
        ('<v:oval fillcolor="red"/>', "#FF0000"),
        ('<v:rect fillcolor="#00b050 [3204]"/>', "#00B050"),
        ('<v:roundrect fillcolor="#fc0"/>', "#FFCC00"),
        ('<v:group><v:oval fillcolor="yellow"/></v:group>', "#FFFF00"),
    ],
)
def test_old_shapes(tmp_path: Path, shape: str, color: str) -> None:
    body = para(run("Status") + f"<w:r><w:pict>{shape}</w:pict></w:r>")
    assert [(figure.kind, figure.color) for figure in figures(read_word(tmp_path, body))] == [
        ("shape", color)
    ]


@pytest.mark.parametrize(
    "shape", ['<v:rect filled="f" fillcolor="red"/>', "<v:rect/>", '<v:shapetype fillcolor="red"/>']
)
def test_shapes_without_colour_are_nothing(tmp_path: Path, shape: str) -> None:
    assert figures(read_word(tmp_path, para(run("Status") + f"<w:r><w:pict>{shape}</w:pict></w:r>"))) == []


def test_word_art_is_text(tmp_path: Path) -> None:
    art = '<w:r><w:pict><v:shape id="a"><v:textpath string="Highlight report"/></v:shape></w:pict></w:r>'
    assert told(read_word(tmp_path, para(art)).body) == ["Highlight report"]


def test_words_of_a_diagram(tmp_path: Path) -> None:
    data = "<dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
    names = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    names += 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    model = f"<dgm:dataModel {names}>{data.format('Design')}{data.format('Build')}</dgm:dataModel>"
    graphic = '<a:graphic><a:graphicData><dgm:relIds r:dm="d"/></a:graphicData></a:graphic>'
    body = para(f"<w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>")
    assert told(read_word(tmp_path, body, parts={"d": ("diagramData", model)}).body) == ["Design", "Build"]


@pytest.mark.parametrize(
    ("content", "text", "found"),
    [
        (run("●", '<w:color w:val="FF0000"/>'), "", [("●", "#FF0000")]),
        (run("● On track", '<w:color w:val="00B050"/>'), "On track", [("●", "#00B050")]),
        (run("Costs 🟢"), "Costs", [("🟢", "#008000")]),
        (run("● bullet"), "bullet", []),
        (run("↑", '<w:color w:val="FFC000"/>'), "", [("↑", "#FFC000")]),
        (run("■ ", '<w:color w:val="1F3864"/>') + run("Drains laid by May"), "Drains laid by May", []),
        (run("● Complete", '<w:color w:val="0070C0"/>'), "Complete", [("●", "#0070C0")]),
        (run("up ↑ again", '<w:color w:val="FFC000"/>'), "up ↑ again", []),
        (
            '<w:r><w:rPr><w:color w:val="00B050"/></w:rPr><w:sym w:font="Wingdings" w:char="F06C"/></w:r>',
            "",
            [("●", "#00B050")],
        ),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "☺", []),
    ],
)  # fmt: skip
def test_coloured_signs(tmp_path: Path, content: str, text: str, found: list[tuple[str, str]]) -> None:
    document = read_word(tmp_path, para(content))
    assert [(figure.text, figure.color) for figure in figures(document)] == found
    assert " ".join(block.text for block in document.body if isinstance(block, Text)) == text


def test_charts_tell_their_words_and_values(tmp_path: Path) -> None:
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:t>Spend</a:t></c:title>'
        '<c:ser><c:tx><c:v>Actual</c:v></c:tx><c:cat><c:pt idx="0"><c:v>May</c:v></c:pt></c:cat>'
        '<c:val><c:pt idx="0"><c:v>40</c:v></c:pt></c:val></c:ser></c:chartSpace>'
    )
    graphic = '<a:graphic><a:graphicData><c:chart r:id="ch"/></a:graphicData></a:graphic>'
    frame = f"<w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>"
    document = read_word(tmp_path, para(frame), parts={"ch": ("chart", chart)})
    assert [(figure.kind, figure.text) for figure in figures(document)] == [
        ("chart", "Spend\nActual: May 40")
    ]


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [("0%", "0.62", "62%"), ('0"%"', "62", "62%"), ("0.0%", "0.625", "62.5%"), ("General", "62", "62")],
)
def test_charts_tell_percentages_as_they_are_printed(
    tmp_path: Path, form: str, value: str, printed: str
) -> None:
    code = form.replace('"', "&quot;")
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:ser><c:tx><c:v>Built</c:v>'
        f"</c:tx><c:val><c:numRef><c:numCache><c:formatCode>{code}</c:formatCode>"
        f'<c:pt idx="0"><c:v>{value}</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:chartSpace>'
    )
    graphic = '<a:graphic><a:graphicData><c:chart r:id="ch"/></a:graphicData></a:graphic>'
    frame = f"<w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>"
    document = read_word(tmp_path, para(frame), parts={"ch": ("chart", chart)})
    assert [figure.text for figure in figures(document)] == [f"Built: {printed}"]


def ring(left: float, width: float) -> str:
    """An empty ellipse over its paragraph, in points."""
    old = text_box("", "", "ellipse")
    spot = (
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{round(left * 12700)}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-12700</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{round(width * 12700)}" cy="200000"/>'
    )
    return old.replace("<wp:anchor>", f"<wp:anchor>{spot}")


def panel(left: float, width: float, fill: str = "") -> str:
    """A rectangle of a drawn bar, 12 points high."""
    box = ring(left, width).replace('prst="ellipse"', 'prst="rect"').replace('cy="200000"', 'cy="152400"')
    return (
        box.replace("<a:noFill/>", f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>') if fill else box
    )


@pytest.mark.parametrize(
    ("panels", "segments"),
    [
        (panel(10, 200) + panel(10, 120, "00B050"), [("#00B050", 0.6), ("#FFFFFF", 0.4)]),
        (panel(10, 200, "D9D9D9") + panel(10, 50, "0070C0"), [("#0070C0", 0.25), ("#D9D9D9", 0.75)]),
        (panel(0, 150, "0070C0") + panel(150, 50, "D9D9D9"), [("#0070C0", 0.75), ("#D9D9D9", 0.25)]),
        (panel(0, 20, "FF0000") + panel(100, 20, "00B050"), None),
        (panel(0, 12, "FF0000") + panel(12, 12, "00B050"), None),
    ],
)
def test_a_bar_of_rectangles(tmp_path: Path, panels: str, segments: list[tuple[str, float]] | None) -> None:
    found = [
        figure
        for figure in figures(read_word(tmp_path, para(run("Complete") + panels)))
        if figure.kind == "bar"
    ]
    told_segments = [(color, round(share, 2)) for bar in found for color, share in bar.segments]
    assert told_segments == (segments or [])


TABS = '<w:tabs><w:tab w:val="left" w:pos="2000"/><w:tab w:val="left" w:pos="4000"/></w:tabs>'


@pytest.mark.parametrize(
    ("left", "width", "properties", "covered"),
    [
        (95, 60, TABS, "Amber"),
        (-5, 45, TABS, "Red"),
        (190, 80, TABS, "Green"),
        (140, 30, TABS, ""),
        (95, 60, '<w:jc w:val="center"/>' + TABS, ""),
    ],
)
def test_a_ring_tells_the_words_that_it_covers(
    tmp_path: Path, left: float, width: float, properties: str, covered: str
) -> None:
    body = para(run("Red\tAmber\tGreen") + ring(left, width), properties)
    assert [
        (figure.kind, figure.color, figure.overlaps) for figure in figures(read_word(tmp_path, body))
    ] == [("shape", None, covered)]


def test_a_ring_in_a_line_of_one_option_marks_it(tmp_path: Path) -> None:
    assert [
        figure.overlaps for figure in figures(read_word(tmp_path, para(run("On hold") + ring(300, 20))))
    ] == ["On hold"]


def test_ink_marks_and_its_colour_tells_nothing(tmp_path: Path) -> None:
    style = "position:absolute;margin-left:95pt;margin-top:-2pt;width:60pt;height:20pt"
    ink = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpi"><w:drawing><w14:contentPart/></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:shape style="{style}"><v:imagedata r:id="img"/></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    parts = {"img": ("image", lamp((255, 0, 0)))}
    document = read_word(tmp_path, para(run("Red\tAmber\tGreen") + ink, TABS), parts=parts)
    assert [(figure.kind, figure.color, figure.overlaps) for figure in figures(document)] == [
        ("picture", None, "Amber")
    ]
