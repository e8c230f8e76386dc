"""No visible word of a Word document is lost: a plain scan of the XML is compared with what the extractor gives."""

from __future__ import annotations

import tempfile
import zipfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from extractors.document import Block, ListItem, Table, Text
from extractors.word.extract import extract_docx
from tests.word_files import cell, control, field, item, para, row, run, styled, table, text_box, write_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

WORDS = st.lists(
    st.sampled_from(["drains", "laid", "2011", "£5k", "Mill", "Lane:", "1.5m", "(a)", "-"]),
    min_size=1,
    max_size=4,
)
TEXT = WORDS.map(" ".join)
RUNS = st.one_of(
    TEXT.map(run),
    TEXT.map(lambda text: run(text, "<w:b/>")),
    TEXT.map(lambda text: run(text, "<w:strike/>")),
    TEXT.map(lambda text: run(text, "<w:vanish/>")),
    TEXT.map(lambda text: f"<w:ins>{run(text)}</w:ins>"),
    TEXT.map(lambda text: f"<w:moveFrom>{run(text)}</w:moveFrom>"),
    TEXT.map(lambda text: control(run(text))),
    TEXT.map(lambda text: field("REF a", text)),
    TEXT.map(lambda text: field("DATE", text)),
    TEXT.map(lambda text: f"<w:hyperlink>{run(text)}</w:hyperlink>"),
    TEXT.map(lambda text: text_box(para(text) + para(text))),
    TEXT.map(lambda text: text_box(para(text), "00B050", "ellipse")),
    st.sampled_from(["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:br w:type="page"/></w:r>']),
)
DELETED_END = "<w:rPr><w:del/></w:rPr>"
PARAGRAPHS = st.one_of(
    st.builds(
        para, st.lists(RUNS, min_size=1, max_size=5).map(" ".join), st.sampled_from(["", "", DELETED_END])
    ),
    st.builds(styled, st.sampled_from(["Ueberschrift1", "Bullet", "TOC1"]), TEXT),
    st.builds(item, st.integers(1, 3), st.integers(0, 2), TEXT),
)
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        inner.map(control),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda parts: table(
                row(*(cell(part + para(), '<w:vMerge w:val="restart"/>') for part in parts)),
                row(*(cell(part + para(), "<w:vMerge/>") for part in parts)),
                row(cell(parts[0] + para()), properties="<w:del/>"),
            )
        ),
    ),
    max_leaves=6,
)


def printed_words(path: Path) -> Counter[str]:
    """Characters of every ``w:t``, each alternate once; marks of lists are not in the XML's text."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for fallback in list(root.iter(FALLBACK)):
        parent = fallback.getparent()
        assert parent is not None
        parent.remove(fallback)
    return Counter("".join("".join(node.text or "" for node in root.iter(W + "t")).split()))


def given_words(blocks: list[Block]) -> str:
    words = ""
    for block in blocks:
        if isinstance(block, Table):
            words += "".join(given_words(list(found.blocks)) for found in block.cells)
        elif isinstance(block, Text):
            words += block.text + "".join(figure.text for figure in block.figures if figure.kind == "symbol")
            words += block.marker if isinstance(block, ListItem) and block.marker not in GENERATED else ""
        elif block.kind != "bar":
            words += block.text
    return "".join(words.split())


GENERATED = {"•", "o"}


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=5))
def test_every_word_stands_somewhere(parts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_word(Path(folder) / "report.docx", "".join(parts), numbering=BULLETS_ONLY)
        document = extract_docx(path)
        found = given_words([*document.body, *(aside.block for aside in document.asides)])
        assert Counter(found) == printed_words(path)


BULLETS_ONLY = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
"""
