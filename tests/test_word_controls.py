"""Form controls of Word documents: content controls, controls bound to data, legacy fields, ActiveX."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from extractors.document import Document, Figure, Text, walk_blocks
from tests.word_files import cell, control, links, para, picture, read_word, row, run, table, told


def boxes(document: Document) -> list[tuple[str, bool | None]]:
    return [
        (figure.text, figure.checked)
        for block in walk_blocks(document.body)
        for figure in (
            block.figures if isinstance(block, Text) else (block,) if isinstance(block, Figure) else ()
        )
        if figure.kind == "checkbox"
    ]


@pytest.mark.parametrize(
    ("sign", "state"),
    [
        (run("X"), 'w14:val="0058" w14:font="Arial"'),
        (run("\u00fe", '<w:rFonts w:ascii="Wingdings"/>'), 'w14:val="00FE" w14:font="Wingdings"'),
        (run("✔"), 'w14:val="2714" w14:font="Segoe UI Symbol"'),
    ],
)
def test_a_box_may_show_any_sign_and_it_is_no_text(tmp_path: Path, sign: str, state: str) -> None:
    box = control(sign, f'<w14:checkbox><w14:checked w14:val="1"/><w14:checkedState {state}/></w14:checkbox>')
    document = read_word(tmp_path, para(box + run(" Green")))
    assert (told(document.body), boxes(document)) == (["Green"], [("Green", True)])


def test_lists_and_dates_show_what_was_chosen(tmp_path: Path) -> None:
    body = para(run("Status: ") + control(run("Amber"), "<w:dropDownList/>"))
    body += para(run("Date: ") + control(run("3 May 2031"), '<w:date w:fullDate="2031-05-03T00:00:00Z"/>'))
    body += table(control(control(row(cell("one"))) + control(row(cell("two")))))
    assert told(read_word(tmp_path, body).body) == [
        "Status: Amber",
        "Date: 3 May 2031",
        "[2x1]",
        "one",
        "two",
    ]


def test_the_picture_of_an_empty_picture_control_is_nothing(tmp_path: Path) -> None:
    prompt = control(picture("img"), "<w:showingPlcHdr/><w:picture/>")
    assert read_word(tmp_path, para(prompt + run("Cost"))).body[0].figures == ()  # type: ignore[union-attr]


STORE = "{11111111-2222-3333-4444-555555555555}"


def bound(content: str, path: str, kind: str = "<w:text/>") -> str:
    names = "xmlns:f='urn:form'"
    binding = f'<w:dataBinding w:prefixMappings="{names}" w:xpath="{path}" w:storeItemID="{STORE}"/>'
    return control(content, kind + binding)


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        (bound(run("old"), "/f:form[1]/f:status[1]"), "Amber"),
        (bound(run("Click here"), "/f:form/f:status", "<w:showingPlcHdr/><w:text/>"), "Amber"),
        (bound("", "/f:form/f:status"), "Amber"),
        (bound(run("kept"), "/f:form/f:nothing"), "kept"),
        (bound(run("kept"), "count(//*)"), "kept"),
        (bound(run("kept"), "/g:form"), "kept"),
        (bound(run("3 May"), "/f:form/f:day", "<w:date/>"), "3 May"),
        (bound("", "/f:form/f:day", "<w:date/>"), "2031-05-03"),
        (
            bound(
                run("x"),
                "/f:form/f:code",
                '<w:comboBox><w:listItem w:value="2" w:displayText="Red"/></w:comboBox>',
            ),
            "Red",
        ),
    ],
)
def test_bound_controls_show_their_data(tmp_path: Path, item: str, shown: str) -> None:
    data = (
        '<f:form xmlns:f="urn:form"><f:status>Amber</f:status><f:code>2</f:code>'
        "<f:day>2031-05-03T00:00:00</f:day></f:form>"
    )
    about = (
        f'<ds:datastoreItem ds:itemID="{STORE}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
    )
    document = read_word(
        tmp_path,
        para(run("Status: ") + item),
        parts={"d": ("customXml", data)},
        extra={"word/_rels/d.xml.rels": links(p=("customXmlProps", "about.xml")), "word/about.xml": about},
    )
    assert told(document.body) == [f"Status: {shown}"]
    assert [block.style for block in document.body if isinstance(block, Text)] == ["Normal"]


def form(data: str, result: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ('<w:result w:val="1"/><w:default w:val="2"/>', "Red"),
        ('<w:default w:val="2"/>', "Green"),
        ("", "Choose"),
        ('<w:result w:val="9"/>', ""),
    ],
)
def test_a_legacy_list_holds_an_index(tmp_path: Path, chosen: str, shown: str) -> None:
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("Choose", "Red", "Green"))
    body = para(run("RAG ") + form(f"<w:ddList>{chosen}{entries}</w:ddList>"))
    assert told(read_word(tmp_path, body).body) == [f"RAG {shown}".strip()]


@pytest.mark.parametrize(
    ("state", "checked"),
    [
        ("<w:checked/>", True), ('<w:checked w:val="0"/>', False), ('<w:default w:val="1"/>', True),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', False), ("", False),
    ],
)  # fmt: skip
def test_a_legacy_box(tmp_path: Path, state: str, checked: bool) -> None:
    body = para(form(f"<w:checkBox>{state}</w:checkBox>") + run(" Agreed"))
    assert boxes(read_word(tmp_path, body)) == [("Agreed", checked)]


TICK_BOX = "{8BD21D40-EC42-11CE-9E0D-00AA006002F3}"
TEXT_FIELD = "{8BD21D10-EC42-11CE-9E0D-00AA006002F3}"


def stored(value: str, caption: str = "") -> bytes:
    """A control's state as [MS-OFORMS] 2.2.5 lays it out: back colour, style byte, size, value, caption."""
    mask = 1 << 1 | 1 << 6 | 1 << 8 | 1 << 22 | (1 << 23 if caption else 0) | 1 << 31
    block = struct.pack("<IBxxxI", 0x8000000F, 4, len(value) | 0x80000000)
    extra = struct.pack("<ii", 2540, 500) + value.encode().ljust(-(-len(value) // 4) * 4, b"\0")
    if caption:
        words = caption.encode("utf-16-le")
        block += struct.pack("<I", len(words))
        extra += words
    data = struct.pack("<Q", mask) + block + extra
    return b"\0\2" + struct.pack("<H", len(data)) + data


def in_compound_file(stream: bytes) -> bytes:
    """A compound file ([MS-CFB]) with one small stream, 'contents'."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE

    def entry(name: str, kind: int, start: int, size: int, child: int = free) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        head = raw.ljust(64, b"\0") + struct.pack("<HBB3I", len(raw), kind, 1, free, free, child)
        return head + bytes(36) + struct.pack("<IQ", start, size)

    header = (
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    )
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, 2, 1, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, end, end, end, *[free] * 124)
    directory = entry("Root Entry", 5, 3, 512, 1) + entry("contents", 2, 0, len(stream)) + bytes(256)
    links_of_small = [*range(1, -(-len(stream) // 64)), end]
    small_table = struct.pack("<128I", *links_of_small, *[free] * (128 - len(links_of_small)))
    return header + table + directory + small_table + stream.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("kind", "inside", "binary", "text", "checked"),
    [
        (TICK_BOX, "", b"\x40" * 16 + stored("1", "Agreed"), "Agreed", True),
        (TICK_BOX, "", in_compound_file(stored("0", "Agreed")), "Agreed", False),
        (TICK_BOX, "", in_compound_file(stored("1", "A caption of more than sixty-four bytes")),
         "A caption of more than sixty-four bytes", True),
        (TICK_BOX, '<ax:ocxPr ax:name="Value" ax:value="1"/><ax:ocxPr ax:name="Caption" ax:value="Yes"/>', b"", "Yes",
         True),
        (TEXT_FIELD, "", b"\x10" * 16 + stored("Mill Lane"), "Mill Lane", None),
    ],
)  # fmt: skip
def test_activex_controls(
    tmp_path: Path, kind: str, inside: str, binary: bytes, text: str, checked: bool | None
) -> None:
    control_part = (
        f'<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:classid="{kind}" r:id="b" '
        f'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{inside}</ax:ocx>'
    )
    body = para('<w:r><w:object><v:shape/><w:control r:id="ax" w:name="Box"/></w:object></w:r>')
    document = read_word(
        tmp_path,
        body,
        parts={"ax": ("control", control_part)},
        extra={"word/_rels/ax.xml.rels": links(b=("activeXControlBinary", "a.bin")), "word/a.bin": binary},
    )
    assert told(document.body) == [text]
    assert [state for _, state in boxes(document)] == ([] if checked is None else [checked])
    assert document.problems == ()


@pytest.mark.parametrize("binary", [b"", b"\0\2", stored("1")[:20], in_compound_file(stored("1"))[:1600]])
def test_a_control_that_cannot_be_read_is_told(tmp_path: Path, binary: bytes) -> None:
    control_part = (
        f'<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:classid="{TICK_BOX}"/>'
    )
    body = para('<w:r><w:object><w:control r:id="ax" w:name="Box"/></w:object></w:r>')
    extra = {"word/_rels/ax.xml.rels": links(b=("activeXControlBinary", "a.bin")), "word/a.bin": binary}
    document = read_word(tmp_path, body, parts={"ax": ("control", control_part)}, extra=extra)
    assert [problem.code for problem in document.problems] == ["control-unread"]
