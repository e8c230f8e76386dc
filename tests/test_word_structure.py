"""Odd structures of Word documents: words outside paragraphs and cells, revisions around blocks, numbering, breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import Text, walk_blocks
from tests.word_files import (
    NUMBERING,
    STYLES,
    aside_texts,
    cell,
    control,
    field,
    item,
    para,
    read_word,
    row,
    run,
    shade,
    styled,
    table,
    text_box,
    told,
)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (run("loose") + para("next"), ["loose", "next"]),
        (control(run("in a control")) + para("next"), ["in a control", "next"]),
        ("<w:p><w:t>no run</w:t></w:p>", ["no run"]),
        ("<w:odd>" + para("wrapped") + "</w:odd>", ["wrapped"]),
        (para("<w:odd>" + run("wrapped") + "</w:odd>"), ["wrapped"]),
        ("<w:tbl>" + row(cell("a")) + para("stray") + "</w:tbl>", ["[1x1]", "a", "stray"]),
        ("<w:tbl><w:tr>" + para("stray") + cell("a") + "</w:tr></w:tbl>", ["[1x2]", "stray", "a"]),
        ('<w:customXml w:element="x"><w:customXmlPr/>' + para("own") + "</w:customXml>", ["own"]),
        (para('<w:smartTag w:element="x"><w:smartTagPr/>' + run("Leeds") + "</w:smartTag>"), ["Leeds"]),
        (
            para('<w:dir w:val="rtl">' + run("a") + '</w:dir><w:bdo w:val="rtl">' + run("b") + "</w:bdo>"),
            ["ab"],
        ),
    ],
)
def test_words_in_odd_places_are_kept(tmp_path: Path, body: str, lines: list[str]) -> None:
    assert told(read_word(tmp_path, body).body) == lines


def test_revisions_around_whole_blocks(tmp_path: Path) -> None:
    body = f"<w:ins>{para('in')}</w:ins><w:del>{para('out')}</w:del><w:moveTo>{para('here')}</w:moveTo>"
    body += f"<w:moveFrom>{para('there')}</w:moveFrom><w:tbl><w:ins>{row(cell('row'))}</w:ins></w:tbl>"
    document = read_word(tmp_path, body)
    assert told(document.body) == ["in", "here", "[1x1]", "row"]
    assert aside_texts(document, "deleted") == ["out", "there"]


def test_tracked_rows_and_cells(tmp_path: Path) -> None:
    body = table(
        row(cell("new", "<w:cellIns/>"), cell("gone", "<w:cellDel/>")), row(cell("a"), properties="<w:ins/>")
    )
    document = read_word(tmp_path, body)
    assert told(document.body) == ["[2x2]", "new", "a"]
    assert aside_texts(document, "deleted") == ["gone"]


def test_the_end_of_a_moved_paragraph_joins_it(tmp_path: Path) -> None:
    body = para("<w:moveFrom>" + run("went") + "</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>") + para(
        "stays"
    )
    document = read_word(tmp_path, body)
    assert told(document.body) == ["stays"]
    assert aside_texts(document, "deleted") == ["went"]


WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    ("body", "is_seen"),
    [
        (para(run("words", WHITE)), False),
        (table(row(cell(para(run("words", WHITE))))), False),
        (table(row(cell(para(run("words", WHITE)), shade("1F3864")))), True),
        (table(row(cell(table(row(cell(para(run("words", WHITE))))), shade("1F3864")))), True),
        (para(run("words", WHITE), shade("1F3864")), True),
        (para(run("words", WHITE + '<w:highlight w:val="red"/>')), True),
        (para(text_box(para(run("words are white here", WHITE)), "1F3864")), True),
        (para(run("words", WHITE)) + para(text_box("", "1F3864")), True),
        (para(run("words", '<w:color w:val="X" w:themeColor="background1"/>')), False),
    ],
)
def test_white_words_on_white_paper_are_hidden(tmp_path: Path, body: str, is_seen: bool) -> None:
    document = read_word(tmp_path, body)
    assert (
        any("words" in block.text for block in walk_blocks(document.body) if isinstance(block, Text))
        == is_seen
    )
    assert aside_texts(document, "hidden") == ([] if is_seen else ["words"])
    assert [problem.code for problem in document.problems] == ([] if is_seen else ["white-text"])


def test_a_column_break_parts_lines_but_begins_no_page(tmp_path: Path) -> None:
    body = para(run("left") + '<w:r><w:br w:type="column"/></w:r>' + run("right"))
    blocks = read_word(tmp_path, body).body
    assert [(block.text, block.starts_page) for block in blocks if isinstance(block, Text)] == [
        ("left", False),
        ("right", False),
    ]


def test_equations_and_reading_aids_are_words(tmp_path: Path) -> None:
    fraction = "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>toh</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Tō</w:t></w:r></w:rubyBase>"
        "</w:ruby></w:r>"
    )
    body = para(f"<m:oMath><m:r><m:t>x=</m:t></m:r>{fraction}</m:oMath>") + para(ruby)
    assert told(read_word(tmp_path, body).body) == ["x=(a+b)/2", "Tō (toh)"]


@pytest.mark.parametrize(
    ("code", "shown", "hidden"),
    [
        ("MERGEFIELD Status", "3 May", []), ("DOCPROPERTY Ref", "3 May", []), ("=SUM(ABOVE)", "3 May", []),
        ("TITLE", "3 May", []), ("REF mark", "3 May", []), ("FORMULA", "3 May", []), ("SET x y", "", ["3 May"]),
        ("DATE", "", ["3 May"]), ("TIME", "", ["3 May"]), ("PRINTDATE", "", ["3 May"]), ("CREATEDATE", "", ["3 May"]),
    ],
)  # fmt: skip
def test_results_of_fields(tmp_path: Path, code: str, shown: str, hidden: list[str]) -> None:
    document = read_word(tmp_path, para(run("At: ") + field(code, "3 May")))
    assert told(document.body) == [f"At: {shown}".strip()]
    assert aside_texts(document, "hidden") == hidden


def test_a_field_within_a_fields_code_is_no_text(tmp_path: Path) -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    code = "<w:r><w:instrText>IF </w:instrText></w:r>" + field("MERGEFIELD Status", "G")
    body = para(begin + code + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("On track") + end)
    assert told(read_word(tmp_path, body).body) == ["On track"]


DERIVED = """
<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="House bullet"/><w:basedOn w:val="Bullet"/></w:style>
<w:style w:type="numbering" w:styleId="HouseList"><w:name w:val="House list"/>
  <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
"""
LINKED = """
<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="HouseList"/></w:abstractNum>
<w:abstractNum w:abstractNumId="8">
  <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/>
    <w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="9"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0">
  <w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl>
</w:lvlOverride></w:num>
"""


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (styled("Child", "dug"), ["• dug"]),
        (item(7, 0, "first") + item(7, 1, "deep"), ["1. first", "  1.1 deep"]),
        (item(8, 0, "a") + item(8, 1, "b") + item(8, 0, "c") + item(8, 1, "d"),
         ["III. a", "  1) b", "IV. c", "  2) d"]),
        (item(9, 0, "own"), ["(e) own"]),
        (item(99, 0, "no such list"), ["no such list"]),
    ],
)  # fmt: skip
def test_numbering_through_styles_links_and_overrides(tmp_path: Path, body: str, lines: list[str]) -> None:
    document = read_word(tmp_path, body, styles=STYLES + DERIVED, numbering=NUMBERING + LINKED)
    assert told(document.body) == lines


def test_headers_of_even_pages_count_where_the_document_has_them(tmp_path: Path) -> None:
    references = '<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="even" r:id="h2"/>'
    parts = {"h1": ("header", para("Odd")), "h2": ("header", para("Even"))}
    body = para("text") + f"<w:sectPr>{references}</w:sectPr>"
    document = read_word(tmp_path, body, parts=parts)
    assert (aside_texts(document, "header"), aside_texts(document, "hidden")) == (["Odd"], ["Even"])
    parts["s"] = ("settings", "<w:evenAndOddHeaders/>")
    assert aside_texts(read_word(tmp_path, body, parts=parts), "header") == ["Odd", "Even"]


def test_the_first_pages_header_counts_where_the_section_has_one(tmp_path: Path) -> None:
    parts = {"h": ("header", para(text_box(para("In a box"))))}
    body = para("text") + '<w:sectPr><w:headerReference w:type="first" r:id="h"/><w:titlePg/></w:sectPr>'
    assert aside_texts(read_word(tmp_path, body, parts=parts), "header") == ["In a box"]


def test_text_boxes_in_groups_and_canvases(tmp_path: Path) -> None:
    content = f"<w:txbxContent>{para('Boxed in a group')}</w:txbxContent>"
    inner = f"<wps:wsp><wps:spPr/><wps:txbx>{content}</wps:txbx></wps:wsp>"
    drawing = f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wpg:wgp>{inner}</wpg:wgp></a:graphicData></a:graphic>"
    body = para(f"<w:r>{drawing}</wp:anchor></w:drawing></w:r>") + para("after")
    assert told(read_word(tmp_path, body).body) == ["Boxed in a group", "after"]


def test_a_document_without_styles_and_numbering(tmp_path: Path) -> None:
    body = styled("Heading1", "Risks") + item(1, 0, "late") + para(run("x", '<w:rStyle w:val="Strong"/>'))
    assert told(read_word(tmp_path, body, styles="", numbering="").body) == ["Risks", "late", "x"]
