"""Read a Word document: ``extract_docx``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path

from docx.oxml.parser import OxmlElement
from docx.oxml.settings import CT_Settings
from docx.settings import Settings

from extractors.document import Aside, AsideKind, Block, Document, Place, Problem, block_text
from extractors.lines import Piece, list_ticked_lines, list_typed_numbers
from extractors.word.archive import parse_text
from extractors.word.bound import refresh_bound
from extractors.word.fields import Fields, are_balanced
from extractors.word.markup import Element, R, W, child, is_on, said, value
from extractors.word.package import Package, open_package
from extractors.word.paragraphs import plain_paragraph, read_paragraph
from extractors.word.story import Book, Scope, Story, open_book, unwrap
from extractors.word.tables import read_table
from extractors.word.themes import settle_theme

_NOTES = (
    ("comments", "comment", "comment"),
    ("footnotes", "footnote", "footnote"),
    ("endnotes", "endnote", "footnote"),
)
"""Part, element and kind of aside."""
_PARAGRAPH, _TABLE, _IMPORT = W + "p", W + "tbl", W + "altChunk"
_RUNS = frozenset(W + name for name in ("r", "hyperlink", "fldSimple"))
_ON_THE_SAME_PAGE = frozenset({"continuous", "nextColumn"})
"""How sections begin that begin no page (ECMA-376 part 1, 17.18.77 ST_SectionMark)."""
_NO_TEXT = frozenset(W + name for name in ("tcPr", "sectPr", "tblPr", "trPr", "sdtPr", "rPr"))


def extract_docx(path: Path) -> Document:
    """Read a .docx or .docm file.

    Raises:
        UnreadableDocument: 'not-found', 'empty-file', 'encrypted', 'corrupt' or 'too-large', with the next step.
    """
    package = open_package(path)
    book = open_book(package)
    root = package.tree(package.main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        package.problems.append(_no_body(path))
    if body is not None:
        book.palette, differs = settle_theme(body, book.palette)
        package.problems += [differs] if differs else []
    sections = [] if body is None else _sections(body)
    blocks, asides = ((), ()) if body is None else _read_body(book, body, sections)
    asides += _read_running(book, sections)
    for part, element, kind in _NOTES:
        asides += _read_notes(book, part, element, "footnote" if kind == "footnote" else "comment")
    return Document(
        path=str(path),
        sha256=package.archive.sha256,
        format="docm" if package.macro_enabled else "docx",
        pages=None,
        body=blocks,
        asides=asides,
        properties=package.properties(),
        problems=tuple(package.problems),
    )


def read_blocks(container: Element, story: Story, scope: Scope) -> tuple[Block, ...]:
    """The blocks of a body, cell, header, note or text box, in reading order; paths count from 1 in each."""
    blocks: list[Block] = []
    paragraphs = tables = 0
    carried: tuple[Piece, ...] = ()
    items = unwrap(container, scope)
    if not _RUNS.isdisjoint([element.tag for element, _ in items]):
        items = list(_gather_loose(items))
    for element, inner in items:
        tag = element.tag
        if tag == _PARAGRAPH:
            paragraphs += 1
            place = Place(path=scope.inside(f"paragraph {paragraphs}"))
            found, carried = read_paragraph(element, story, inner, place, read_blocks, carried)
            blocks += found
        elif tag == _TABLE:
            tables += 1
            here = inner.at(scope.inside(f"table {tables}"))
            blocks += read_table(element, story, here, read_blocks)
        elif tag == _IMPORT:
            from extractors.word.imported import read_import  # noqa: PLC0415 - rare, and slow to load

            blocks += read_import(element, story, inner, read_blocks)
        elif len(element) and tag not in _NO_TEXT:
            blocks += read_blocks(element, story, inner)  # a wrapper that the schema does not know
    if carried:
        place = Place(path=scope.inside(f"paragraph {paragraphs}"))
        blocks += plain_paragraph(carried, story, scope, place)
    return list_typed_numbers(list_ticked_lines(blocks)) if len(blocks) > 1 else tuple(blocks)


def _gather_loose(items: Iterable[tuple[Element, Scope]]) -> Iterator[tuple[Element, Scope]]:
    """Put runs that stand without a paragraph into one: Word shows them, and some programs write them."""
    loose: list[Element] = []
    around = Scope()
    for element, scope in items:
        if element.tag in _RUNS:
            loose.append(element)
            around = scope
            continue
        if loose:
            yield _paragraph_of(loose), around
            loose = []
        yield element, scope
    if loose:
        yield _paragraph_of(loose), around


def _paragraph_of(runs: list[Element]) -> Element:
    paragraph = OxmlElement("w:p")
    paragraph.extend(deepcopy(run) for run in runs)
    return paragraph


def _sections(body: Element) -> list[Element]:
    """The section properties (``w:sectPr``) of the body, in order; the last is the body's own."""
    return [item for item in body.iter(W + "sectPr") if _holds_section(item)]


def _holds_section(item: Element) -> bool:
    parent = item.getparent()
    return parent is not None and parent.tag in (W + "pPr", W + "body")


def _read_body(
    book: Book, body: Element, sections: list[Element]
) -> tuple[tuple[Block, ...], tuple[Aside, ...]]:
    refresh_bound(body, book.package)
    story = Story(book, book.package.main, Fields(balanced=are_balanced(body)))
    story.elements = list(body.iter())
    # A section's type says how it begins, so the break after one section is described by the next.
    story.page_sections = [_begins_page(item) for item in sections[1:]]
    blocks = read_blocks(body, story, Scope())
    return blocks, tuple(story.asides)


def _read_running(book: Book, sections: list[Element]) -> tuple[Aside, ...]:
    """Headers and footers, each distinct one once; those that no page shows are hidden text."""
    shown: dict[tuple[str, str], bool] = {}
    inherited: dict[tuple[str, str], str] = {}
    for section in sections:
        for kind in ("header", "footer"):
            for reference in section.iterfind(f"{W}{kind}Reference"):
                target = book.package.target(book.package.main, reference.get(R + "id"))
                if target:
                    inherited[kind, reference.get(W + "type", "default")] = target
        first_shown = _has_own_first_page(section)
        for (kind, pages), target in inherited.items():
            is_shown = first_shown if pages == "first" else pages != "even" or _parts_even_pages(book.package)
            shown[kind, target] = shown.get((kind, target), False) or is_shown
    asides: list[Aside] = []
    said: set[tuple[str, str]] = set()
    numbers = {"header": 0, "footer": 0}
    for (kind, target), is_shown in shown.items():
        numbers[kind] += 1
        label: AsideKind = ("header" if kind == "header" else "footer") if is_shown else "hidden"
        found = _read_part(book, target, f"{kind} {numbers[kind]}", label)
        words = "\n".join(block_text(aside.block) for aside in found)
        if (label, words) not in said or not words.strip():
            said.add((label, words))
            asides += found
    return tuple(asides)


def _begins_page(section: Element) -> bool:
    return value(section, W + "type") not in _ON_THE_SAME_PAGE


def _has_own_first_page(section: Element) -> bool:
    return is_on(child(section, W + "titlePg"))


def _parts_even_pages(package: Package) -> bool:
    name = package.related(package.main, "settings")
    settings = package.tree(name) if name else None
    return isinstance(settings, CT_Settings) and said(
        lambda: Settings(settings).odd_and_even_pages_header_footer, False
    )


def _read_part(book: Book, part: str, path: str, kind: AsideKind) -> list[Aside]:
    root = book.package.tree(part, parse_text)
    if root is None:
        return []
    refresh_bound(root, book.package)
    story = Story(book, part, Fields(running=True, balanced=are_balanced(root)))
    blocks = read_blocks(root, story, Scope(path=path))
    return [Aside(kind, block) for block in blocks] + story.asides


def _read_notes(book: Book, part: str, element: str, kind: AsideKind) -> tuple[Aside, ...]:
    name = book.package.related(book.package.main, part)
    root = book.package.tree(name, parse_text) if name else None
    asides: list[Aside] = []
    for number, note in enumerate(root.iterfind(W + element) if root is not None else (), start=1):
        if note.get(W + "type", "normal") != "normal":
            continue  # the line between text and notes
        story = Story(book, name or "", Fields(balanced=are_balanced(note)))
        asides += [
            Aside(kind, block) for block in read_blocks(note, story, Scope(path=f"{element} {number}"))
        ]
        asides += story.asides
    return tuple(asides)


def _no_body(path: Path) -> Problem:
    return Problem(
        "no-body",
        "warning",
        f"{path.name} holds no text. Open it in Word to see whether it is the right file.",
    )
