"""The law of conservation: every word of a document stands in its object, counted by a reading of its own."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import ListFlowable, SimpleDocTemplate, TableStyle
from reportlab.platypus import Paragraph as Story
from reportlab.platypus import Table as StoryTable

from pipeline.model import DocumentInfo, Reading, as_contract
from pipeline.run import read_file
from tests.documents import RULES

SAMPLES = sorted(
    path
    for path in (Path(__file__).parent.parent / "samples" / "reports").rglob("*")
    if path.suffix in {".docx", ".pdf"}
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
WORD = re.compile(r"[^\W_]+")
BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\ufffe]\s*\n\s*([^\W\d_]+)|([^\W\d_]+)\ufffe([^\W\d_]+)")
"""A word hyphenated at a line's end (PDFium writes U+FFFE for the hyphen that it takes to be soft)."""
LIST_NUMBER = re.compile(r"^\s*\(?\d{1,2}[.)]\s", re.MULTILINE)


def words_of(text: str) -> Counter[str]:
    """The words of a text, any case."""
    return Counter(WORD.findall(text.casefold()))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def kept_words(reading: Reading) -> Counter[str]:
    """The words of a document's object; findings quote, and ``sources`` repeat: neither counts."""
    plain = as_contract(reading)
    found: list[str] = list(strings([plain["unclassified"], plain["furniture"]]))
    for report in plain["reports"]:
        found += strings(list(report["metadata"]))
        found += strings([value for key, value in report.items() if key not in {"findings", "sources"}])
    return words_of("\n".join(found))


def word_text(path: Path) -> str:
    """All ``w:t`` of the document, its headers and footers; each alternate and each equal header once."""
    stories: dict[str, None] = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(?:document|header\d*|footer\d*)\.xml", name):
                stories[story_text(archive.read(name))] = None
    return "\n".join(stories)


def story_text(xml: bytes) -> str:
    root = etree.fromstring(xml)
    for fallback in list(root.iter(FALLBACK)):
        parent = fallback.getparent()
        assert parent is not None
        parent.remove(fallback)
    lines: dict[Any, str] = {}
    for node in root.iter(f"{W}t", f"{W}tab", f"{W}br"):
        paragraph = next(node.iterancestors(f"{W}p"), None)
        text = (node.text or "") if node.tag == f"{W}t" else " "
        lines[paragraph] = lines.get(paragraph, "") + text
    return "\n".join(lines.values())


def page_text(path: Path) -> str:
    """PDFium's text of all pages; a line of an earlier page (running header, head of a table that goes on) once."""
    seen: set[str] = set()
    kept: list[str] = []
    document = pypdfium2.PdfDocument(path)
    for page in document:
        lines = page.get_textpage().get_text_range().replace("\r\n", "\n").split("\n")
        folded = [re.sub(r"\d+", "0", line.strip()) for line in lines]
        kept += [line for line, key in zip(lines, folded, strict=True) if key not in seen]
        seen |= set(folded)
    document.close()
    return LIST_NUMBER.sub("", "\n".join(kept))


def lost_words(path: Path) -> Counter[str]:
    """What stands in the document and not, or not as often, in its object."""
    text = word_text(path) if path.suffix == ".docx" else page_text(path)
    kept = kept_words(read_file(path, RULES))
    joined = BROKEN.sub(lambda found: "".join(part or "" for part in found.groups()), text)
    lost = words_of(joined) - kept
    for found in BROKEN.finditer(text):  # a hyphen of the word's own may stay: 'part-time'
        parts = [part.casefold() for part in found.groups() if part]
        if all(kept[part] for part in parts):
            lost["".join(parts)] -= 1
    return +lost


def test_the_count_sees_what_is_lost() -> None:
    path = SAMPLES[0]
    nothing = Reading(DocumentInfo(path.as_posix(), "", "docx", None, False))
    assert words_of(word_text(path)) - kept_words(nothing) == words_of(word_text(path))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_word_of_a_sample_is_lost(path: Path) -> None:
    assert lost_words(path) == Counter()


PIECES = st.sampled_from(
    [
        *[
            "sluice",
            "oak gate",
            "the pumps",
            "12 May 2012",
            "Ada Reed",
            "£12.5k",
            "Q3 2012/13",
            "45%",
            "31/02/2012",
        ],
        *[
            "Red",
            "Amber",
            "Green",
            "On track",
            "Complete",
            "R",
            "N/A",
            "TBC",
            "None",
            "Yes / No",
            "12",
            "(1,500)",
        ],
        *[
            "There is a risk that",
            "– pumps are on site",
            "Mitigation: a pump",
            "by 3 June",
            "(Owner: Bo Lunn)",
            "R4:",
        ],
    ]
)
TEXT = st.lists(PIECES, min_size=1, max_size=5).map(" ".join)
HEADS = st.sampled_from(
    [
        *[
            "Highlight Report: Weir repair",
            "Achievements this period",
            "Planned for next period",
            "Risks and issues",
        ],
        *[
            "Key milestones",
            "Budget (£000)",
            "Decisions required",
            "Executive summary",
            "Overall RAG",
            "Herons",
        ],
        *[
            "Document control",
            "Mitigating actions",
            "Planned but not completed",
            "Project",
            "Schedule",
            "Cost",
        ],
    ]
)
LABELS = st.sampled_from(
    [
        *[
            "Project",
            "Sponsor",
            "Project manager:",
            "Report date",
            "Reporting period",
            "Authorised by sponsor",
            "Wards",
        ],
        *[
            "Risk",
            "Likelihood",
            "Impact",
            "Mitigation",
            "Owner",
            "Status",
            "RAG",
            "Milestone",
            "Baseline",
            "Forecast",
        ],
        *[
            "Budget",
            "Actual",
            "Variance",
            "Activity",
            "Due",
            "This month",
            "Last month",
            "Schedule",
            "Cost",
            "Overall",
        ],
        *["Achievements", "Next steps", "Decision required", "Bird", "ID", "Comments", ""],
    ]
)
CELLS = st.one_of(LABELS, TEXT, HEADS)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.tuples(
        st.lists(LABELS, min_size=width, max_size=width),
        st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4),
    ).map(lambda parts: [parts[0], *parts[1]])
)
BLOCKS = st.one_of(
    st.tuples(st.just("heading"), HEADS),
    st.tuples(st.just("bold"), HEADS),
    st.tuples(st.just("paragraph"), TEXT),
    st.tuples(st.just("line"), st.tuples(LABELS, TEXT).map(": ".join)),
    st.tuples(st.just("bullet"), TEXT),
    st.tuples(st.just("table"), TABLES),
)


def marked(blocks: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Every other running text and cell with a word that stands nowhere else: no second mention can stand in for it."""
    made: list[tuple[str, Any]] = []
    for number, (kind, content) in enumerate(blocks, 1):
        if kind == "table":
            head, *rows = content
            rows = [
                [
                    f"{text} tarn{number}x{row}y{column}".strip() if (row + column) % 2 else text
                    for column, text in enumerate(texts)
                ]
                for row, texts in enumerate(rows)
            ]
            made.append((kind, [head, *rows]))
        elif kind in {"paragraph", "line", "bullet"} and number % 2:
            made.append((kind, f"{content} tarn{number}"))
        else:
            made.append((kind, content))
    return made


REPORTS = st.lists(BLOCKS, min_size=1, max_size=9).map(marked)


def write_docx(blocks: list[tuple[str, Any]], path: Path) -> None:
    document = docx.Document()
    for kind, content in blocks:
        if kind == "heading":
            document.add_heading(content, level=2)
        elif kind == "bold":
            document.add_paragraph().add_run(content).bold = True
        elif kind == "bullet":
            document.add_paragraph(content, style="List Bullet")
        elif kind == "table":
            grid = document.add_table(rows=len(content), cols=len(content[0]), style="Table Grid")
            for row, texts in zip(grid.rows, content, strict=True):
                for place, text in zip(row.cells, texts, strict=True):
                    place.text = text
        else:
            document.add_paragraph(content)
    document.save(str(path))


def write_pdf(blocks: list[tuple[str, Any]], path: Path) -> None:
    styles = getSampleStyleSheet()
    body = styles["BodyText"]
    story: list[Any] = []
    for kind, content in blocks:
        if kind == "heading":
            story.append(Story(escape(content), styles["Heading2"]))
        elif kind == "bold":
            story.append(Story(f"<b>{escape(content)}</b>", body))
        elif kind == "bullet":
            story.append(ListFlowable([Story(escape(content), body)], bulletType="bullet", start="•"))
        elif kind == "table":
            rows = [[Story(escape(text), body) for text in texts] for texts in content]
            ruling = TableStyle(
                [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            )
            story.append(StoryTable(rows, style=ruling))
        else:
            story.append(Story(escape(content), body))
    SimpleDocTemplate(str(path), pagesize=A4).build(story)


@settings(max_examples=80, deadline=None)
@given(REPORTS)
def test_no_word_of_any_word_document_is_lost(blocks: list[tuple[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        write_docx(blocks, path)
        assert lost_words(path) == Counter()


@settings(max_examples=40, deadline=None)
@given(REPORTS)
@example([("table", [["Project", "Status", "Status"], ["Project", "Project tarn", "Red"]])])
def test_no_word_of_any_pdf_is_lost(blocks: list[tuple[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        write_pdf(blocks, path)
        assert lost_words(path) == Counter()
