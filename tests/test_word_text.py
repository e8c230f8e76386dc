"""Paragraphs of Word documents: headings, lists, look, revisions, fields, controls, headers and notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import Document, Heading, ListItem, Paragraph, Text
from tests.word_files import (
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
    styled,
    table,
    text_box,
    tick_box,
    told,
)

SECTION_END = '<w:r><w:br w:type="page"/></w:r>'


def first(document: Document) -> Text:
    block = document.body[0]
    assert isinstance(block, Text)
    return block


@pytest.mark.parametrize(
    ("style", "level"),
    [("Ueberschrift1", 1), ("Section", 1), ("Title", 1), ("TOC1", None), ("Normal", None), ("Unknown", None)],
)
def test_heading_styles(tmp_path: Path, style: str, level: int | None) -> None:
    block = first(read_word(tmp_path, styled(style, "Flood works")))
    assert (block.level if isinstance(block, Heading) else None) == level


def test_direct_outline_level_makes_and_unmakes_headings(tmp_path: Path) -> None:
    body = para("Risks", '<w:outlineLvl w:val="1"/>')
    body += para("No heading", '<w:pStyle w:val="Ueberschrift1"/><w:outlineLvl w:val="9"/>')
    blocks = read_word(tmp_path, body).body
    assert [getattr(block, "level", None) for block in blocks] == [2, None]


def test_style_name_and_size_are_told(tmp_path: Path) -> None:
    heading, plain, small = read_word(
        tmp_path, styled("Section", "Risks") + para("body") + para(run("note", '<w:sz w:val="15"/>'))
    ).body
    assert isinstance(heading, Text)
    assert isinstance(plain, Text)
    assert isinstance(small, Text)
    assert (heading.style, heading.size, heading.bold) == ("Council Section", 16.0, True)
    assert (plain.size, small.size) == (11.0, 7.5)


def test_entries_of_a_table_of_contents_are_no_headings(tmp_path: Path) -> None:
    body = (
        para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("Risks\t2"), '<w:pStyle w:val="Ueberschrift1"/>')
        + item(2, 0, "Costs")
        + para('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + styled("Ueberschrift1", "Risks")
    )  # fmt: skip
    blocks = read_word(tmp_path, body).body
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Paragraph", "Heading"]
    assert [block.style for block in blocks[:2] if isinstance(block, Text)] == ["TOC", "TOC"]


def test_list_markers_are_those_that_are_printed(tmp_path: Path) -> None:
    body = (
        item(1, 0, "dot") + item(1, 1, "ring")
        + item(2, 0, "one") + item(2, 1, "deep") + item(2, 2, "letter") + item(2, 2, "letter") + item(2, 0, "two")
        + item(2, 1, "again") + item(3, 0, "restart") + item(2, 0, "goes on")
    )  # fmt: skip
    assert told(read_word(tmp_path, body).body) == [
        "• dot", "  o ring", "1. one", "  1.1 deep", "    a) letter", "    b) letter", "2. two", "  2.1 again",
        "1. restart", "2. goes on",
    ]  # fmt: skip


def test_numbering_comes_from_the_style_and_zero_switches_it_off(tmp_path: Path) -> None:
    off = para("plain", '<w:pStyle w:val="Bullet"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert told(read_word(tmp_path, styled("Bullet", "dot") + off).body) == ["• dot", "plain"]


def test_an_automatic_heading_number_is_no_text(tmp_path: Path) -> None:
    body = para("Risks", '<w:pStyle w:val="Ueberschrift1"/><w:numPr><w:numId w:val="2"/></w:numPr>')
    assert told(read_word(tmp_path, body + styled("Ueberschrift1", "3 Costs")).body) == [
        "# Risks",
        "# 3 Costs",
    ]


def test_typed_bullets_and_numbers(tmp_path: Path) -> None:
    body = para("- dug") + para("•\tfilled") + para("1. first") + para("2. second") + para("2011 was wet")
    assert told(read_word(tmp_path, body).body) == [
        "- dug",
        "• filled",
        "1. first",
        "2. second",
        "2011 was wet",
    ]
    kinds = [type(block) for block in read_word(tmp_path, body).body]
    assert kinds == [ListItem, ListItem, ListItem, ListItem, Paragraph]


def test_a_lone_typed_number_with_a_hanging_indent_is_an_item(tmp_path: Path) -> None:
    hanging = '<w:ind w:left="720" w:hanging="360"/>'
    body = para(run("4.\tDug"), hanging) + para("rest") + para("1.5 million", hanging)
    assert told(read_word(tmp_path, body).body) == ["4. Dug", "rest", "1.5 million"]


def test_a_soft_break_inside_a_bullet_is_a_space(tmp_path: Path) -> None:
    content = run("Dug") + "<w:r><w:br/></w:r>" + run("and filled")
    body = para(content, '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert told(read_word(tmp_path, body).body) == ["• Dug and filled"]


def test_typed_bullets_after_soft_breaks_are_items_under_their_heading(tmp_path: Path) -> None:
    broken = "<w:r><w:br/></w:r>".join(
        (run("Drainage", '<w:u w:val="single"/>'), run("- laid"), run("- tested\nwell"))
    )
    body = para(broken) + para(
        run("Sponsor: P Green<w:br/>").replace("<w:br/></w:t>", "</w:t><w:br/>") + run("Ref: B12")
    )
    assert told(read_word(tmp_path, body).body) == [
        "Drainage",
        "- laid",
        "- tested well",
        "Sponsor: P Green",
        "Ref: B12",
    ]


def test_effective_bold_is_a_toggle_of_styles_and_direct_formatting_wins(tmp_path: Path) -> None:
    heading = '<w:pStyle w:val="Ueberschrift1"/>'
    strong = '<w:rStyle w:val="Strong"/>'
    body = para(run("a"), heading) + para(run("b", strong), heading) + para(run("c", strong))
    body += para(run("d", '<w:b w:val="0"/>'), heading) + para(run("e", strong + "<w:b/>"), heading)
    blocks = read_word(tmp_path, body).body
    assert [block.bold for block in blocks if isinstance(block, Text)] == [True, False, True, False, True]


def test_colours_of_text(tmp_path: Path) -> None:
    body = para(
        run("a", '<w:color w:val="FF0000"/>') + run("b", '<w:color w:val="auto"/>')
        + run("c", '<w:highlight w:val="yellow"/>')
        + run("d", '<w:shd w:val="clear" w:fill="00B050"/>') + run("e", '<w:color w:val="X" w:themeColor="accent6"/>'),
        '<w:shd w:val="clear" w:fill="EEEEEE"/>',
    )  # fmt: skip
    block = first(read_word(tmp_path, body))
    assert [(part.text, part.color, part.fill) for part in block.runs] == [
        ("a", "#FF0000", None), ("b", None, None), ("c", None, "#FFFF00"),
        ("d", None, "#00B050"), ("e", "#70AD47", None),
    ]  # fmt: skip
    assert block.fill == "#EEEEEE"


def test_signs_that_are_no_letters(tmp_path: Path) -> None:
    content = (
        run("a\u00a0b\u00adc\u200bd")
        + "<w:r><w:noBreakHyphen/><w:t>e</w:t><w:tab/><w:t>f</w:t><w:softHyphen/></w:r>"
    )
    content += '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(
        "ü", '<w:rFonts w:ascii="Wingdings"/>'
    )
    assert first(read_word(tmp_path, para(content))).text == "a bcd-e\tf✓✓"


def test_insertions_stay_and_deletions_go(tmp_path: Path) -> None:
    body = para(
        run("spent ") + "<w:ins>" + run("ten") + "</w:ins><w:del><w:r><w:delText>two</w:delText></w:r></w:del>"
        + "<w:moveFrom>" + run("pence") + "</w:moveFrom><w:moveTo>" + run(" pounds") + "</w:moveTo>"
        + run(" maybe", "<w:strike/>") + run(" never", "<w:dstrike/>") + run(" secret", '<w:rStyle w:val="Secret"/>')
    )  # fmt: skip
    document = read_word(tmp_path, body)
    assert told(document.body) == ["spent ten pounds"]
    assert aside_texts(document, "deleted") == ["twopence", "maybe never"]
    assert aside_texts(document, "hidden") == ["secret"]


def test_a_deleted_paragraph_end_joins_the_paragraphs(tmp_path: Path) -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    body = (
        para(run("Dug "), mark + '<w:numPr><w:numId w:val="2"/></w:numPr>')
        + item(2, 0, "and filled")
        + item(2, 0, "Paved")
    )
    assert told(read_word(tmp_path, body).body) == ["1. Dug and filled", "2. Paved"]


def test_deleted_rows_go(tmp_path: Path) -> None:
    document = read_word(tmp_path, table(row(cell("stays")), row(cell("went"), properties="<w:del/>")))
    assert told(document.body) == ["[1x1]", "stays"]
    assert aside_texts(document, "deleted") == ["went"]


def test_fields_show_their_results_but_dates_of_opening_are_hidden(tmp_path: Path) -> None:
    body = para(field("REF x", "Bridge")) + para(run("Date: ") + field('DATE \\@ "d MMM"', "3 May 2031"))
    body += para('<w:fldSimple w:instr=" SAVEDATE ">' + run("4 May 2031") + "</w:fldSimple>" + run("saved"))
    document = read_word(tmp_path, body)
    assert told(document.body) == ["Bridge", "Date:", "saved"]
    assert aside_texts(document, "hidden") == ["3 May 2031", "4 May 2031"]


def test_a_field_that_never_ends_swallows_nothing(tmp_path: Path) -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    assert told(read_word(tmp_path, para(broken + run("kept")) + para("and this")).body) == [
        "kept",
        "and this",
    ]


def test_prompts_and_symbols_that_only_the_field_code_holds(tmp_path: Path) -> None:
    begin, end = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    code = "<w:r><w:instrText>MACROBUTTON NoMacro [Click and type]</w:instrText></w:r>"
    sign = '<w:r><w:instrText>SYMBOL 252 \\f "Wingdings"</w:instrText></w:r>'
    assert told(read_word(tmp_path, para(begin + code + end) + para(begin + sign + end)).body) == [
        "[Click and type]",
        "✓",
    ]


def test_legacy_form_fields(tmp_path: Path) -> None:
    def form(data: str, result: str = "") -> str:
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
            '<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    choices = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("Red", "Amber", "Green"))
    body = para(run("Status: ") + form(f'<w:ddList><w:result w:val="2"/>{choices}</w:ddList>'))
    body += para(form("<w:textInput/>", run("Mill Lane")))
    body += para(form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') + run(" Agreed"))
    document = read_word(tmp_path, body)
    assert told(document.body) == ["Status: Green", "Mill Lane", "Agreed"]
    box = document.body[2]
    assert isinstance(box, Text)
    assert [(figure.kind, figure.checked, figure.text) for figure in box.figures] == [
        ("checkbox", True, "Agreed")
    ]


def test_content_controls_of_every_shape(tmp_path: Path) -> None:
    in_row = control(row(control(cell("in a cell")), cell("beside")))
    body = para(run("Now ") + control(run("in a line"))) + control(para("in a block")) + table(in_row)
    assert told(read_word(tmp_path, body).body) == [
        "Now in a line",
        "in a block",
        "[1x2]",
        "in a cell",
        "beside",
    ]


def test_prompts_of_controls_are_told_by_the_style(tmp_path: Path) -> None:
    prompt = control(run("Enter your name"), "<w:showingPlcHdr/>")
    body = para(prompt) + para(run("Name: ") + prompt) + control(para("Pick one"), "<w:showingPlcHdr/>")
    blocks = read_word(tmp_path, body).body
    assert [block.style for block in blocks if isinstance(block, Text)] == [
        "Placeholder",
        "Normal",
        "Placeholder",
    ]


def test_check_boxes_in_a_line_know_their_options(tmp_path: Path) -> None:
    content = (
        tick_box(False) + run(" Red ") + tick_box(True) + run(" Amber ") + tick_box(False) + run(" Green")
    )
    block = first(read_word(tmp_path, para(content)))
    assert block.text.split() == ["Red", "Amber", "Green"]
    assert [figure.overlaps for figure in block.figures] == ["", "Amber", ""]
    assert [(figure.text, figure.checked) for figure in block.figures] == [
        ("Red", False),
        ("Amber", True),
        ("Green", False),
    ]


def test_a_check_box_around_a_cell(tmp_path: Path) -> None:
    box = control(cell("☒"), "<w14:checkbox><w14:checked/></w14:checkbox>")
    assert told(read_word(tmp_path, table(row(box, cell("Agreed")))).body) == [
        "[1x2]",
        "(checkbox None )",
        "Agreed",
    ]


def test_typed_boxes_stay_text(tmp_path: Path) -> None:
    assert told(read_word(tmp_path, para("☐ Yes ☒ No")).body) == ["☐ Yes ☒ No"]


def test_text_boxes_stand_once_after_their_anchor(tmp_path: Path) -> None:
    body = para(run("Anchor") + text_box(para("Boxed words stand here") + para("- and here"))) + para("After")
    assert told(read_word(tmp_path, body).body) == ["Anchor", "Boxed words stand here", "- and here", "After"]


def test_page_breaks(tmp_path: Path) -> None:
    section = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'
    body = (
        para(run("one") + SECTION_END + run("two"))
        + para("three", "<w:pageBreakBefore/>")
        + para(SECTION_END)
    )
    body += para("four") + para("five", section.format("nextPage")) + para("six", section.format("nextPage"))
    body += para("<w:r><w:lastRenderedPageBreak/><w:t>seven</w:t></w:r>") + section.format("continuous")
    blocks = read_word(tmp_path, body).body
    starts = [block.text for block in blocks if isinstance(block, Text) and block.starts_page]
    assert starts == ["two", "three", "four", "six"]


def test_a_bullet_over_a_page_break_is_one(tmp_path: Path) -> None:
    body = para(run("Dug") + SECTION_END + run("and filled"), '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert told(read_word(tmp_path, body).body) == ["• Dug and filled"]


def test_headers_and_footers_once_each_and_unshown_ones_hidden(tmp_path: Path) -> None:
    references = (
        '<w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="default" r:id="f1"/>'
    )
    body = para("one", f"<w:sectPr>{references}</w:sectPr>") + para("two")
    other = '<w:headerReference w:type="default" r:id="h2"/><w:headerReference w:type="first" r:id="h3"/>'
    body += f"<w:sectPr>{other}</w:sectPr>"
    parts = {
        "h1": ("header", table(row(cell("Ref"), cell("B12")))),
        "h2": ("header", table(row(cell("Ref"), cell("B12")))),
        "h3": ("header", para("Old template")),
        "f1": ("footer", para(run("Page ") + field("PAGE", "7"))),
    }
    document = read_word(tmp_path, body, parts=parts)
    assert aside_texts(document, "header") == ["[1x2]", "Ref", "B12"]
    assert aside_texts(document, "footer") == ["Page"]
    assert aside_texts(document, "hidden") == ["Old template"]


def test_watermark(tmp_path: Path) -> None:
    art = '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    body = para("text") + '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>'
    document = read_word(tmp_path, body, parts={"h1": ("header", para(art))})
    assert aside_texts(document, "watermark") == ["DRAFT"]
    assert aside_texts(document, "header") == []


def test_comments_and_notes(tmp_path: Path) -> None:
    parts = {
        "c": ("comments", f'<w:comment w:id="0">{para("Is this right?")}</w:comment>'),
        "f": (
            "footnotes",
            f'<w:footnote w:type="separator">{para("-")}</w:footnote><w:footnote>{para("See plan")}</w:footnote>',
        ),
        "e": ("endnotes", f"<w:endnote>{para('Last word')}</w:endnote>"),
    }
    document = read_word(tmp_path, para("text"), parts=parts)
    assert aside_texts(document, "comment") == ["Is this right?"]
    assert aside_texts(document, "footnote") == ["See plan", "Last word"]


def test_places_count_from_one(tmp_path: Path) -> None:
    body = para() + para("text") + table(row(cell("a"), cell(para("b") + para("c"))))
    document = read_word(tmp_path, body)
    assert first(document).place.path == "paragraph 2"
    last = document.body[1]
    assert last.place.path == "table 1"
    assert last.cells[1].blocks[1].place.path == "table 1 row 1 cell 2 paragraph 2"  # type: ignore[union-attr]


def test_imported_text_is_told(tmp_path: Path) -> None:
    problems = read_word(tmp_path, para("text") + '<w:altChunk r:id="x"/>').problems
    assert [problem.code for problem in problems] == ["imported-text"]


@pytest.mark.parametrize(("number", "level"), [("0", 1), ("3", None)])
def test_a_style_based_on_a_heading_that_lost_level_and_number_makes_headings(
    tmp_path: Path, number: str, level: int | None
) -> None:
    """LibreOffice writes it so for a .doc; a numbered body paragraph based on a heading's style is none."""
    lost = (
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own Head"/><w:basedOn w:val="Ueberschrift1"/>'
        f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        '<w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    block = first(read_word(tmp_path, styled("Own", "Flood works"), styles=STYLES + lost))
    assert (block.level if isinstance(block, Heading) else None) == level
