"""Web pages inside Word files: programs that 'export to Word' often put a whole HTML page into an import chunk.

What Word shows when it merges such a page in comes out as blocks: headings, paragraphs, lists, tables with their
spans and fills, and the look that tags and ``style`` attributes give. Style sheets are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from lxml import etree

from extractors.document import Block, Cell, Heading, ListItem, Paragraph, Place, Run, Table
from extractors.lines import Piece, fold_lines, trim_runs
from extractors.word.colors import NAMED, normal, seen
from extractors.word.markup import Element, integer
from extractors.word.story import Story
from extractors.word.symbols import clean

MAX_SPAN = 63
"""Columns or rows: Word's own limit for a table's columns."""
MAX_DEPTH = 200
"""Elements within elements: more is a page made to harm."""

_SKIPPED = frozenset({"head", "script", "style", "title", "template", "noscript"})
_INLINE = frozenset(
    {
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdo",
            "big",
            "cite",
            "code",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
        ),
        *("mark", "q", "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "var"),
    }
)
_STRUCK = frozenset({"s", "strike", "del"})
_BOLD, _ITALIC, _UNDERLINED = frozenset({"b", "strong"}), frozenset({"i", "em"}), frozenset({"u", "ins"})
_HEADING = re.compile("h([1-6])")
_STYLE = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)")


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around say: look, list, place."""

    look: Run
    path: str
    level: int = -1
    marker: str = "•"
    heading: int | None = None
    fill: str | None = None
    depth: int = 0


def read_page(data: bytes, story: Story, path: str) -> tuple[Block, ...]:
    """The blocks of an HTML page.

    Args:
        data: the page.
        story: the story that it is merged into; struck words are set aside there.
        path: where in the document the page stands; block numbers are added to it.
    """
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, encoding=_encoding(data)
    )
    try:
        root = cast("Element | None", etree.fromstring(data, parser))  # of an empty page there is none
    except (etree.XMLSyntaxError, ValueError):
        return ()
    return () if root is None else tuple(_Reader(story, path).read(root, _Around(Run(""), path)))


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the page does not say otherwise: the parser's own guess is Latin-1."""
    if b"charset=" in data[:2000].lower():
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


class _Reader:
    """Walks one page; ``_pieces`` are the words of the line that is being gathered."""

    def __init__(self, story: Story, path: str) -> None:
        self._story = story
        self._path = path
        self._pieces: list[Piece] = []
        self._count = 0

    def read(self, element: Element, around: _Around) -> Iterator[Block]:
        """The blocks of one element."""
        yield from self._children(element, around)
        yield from self._flush(around)

    def _children(self, element: Element, around: _Around) -> Iterator[Block]:
        self._say(element.text, around)
        for number, child in enumerate(element, start=1):
            tag = str(child.tag)
            if tag == "br":
                self._pieces.append(Run("\n"))
            elif tag in _STRUCK:
                words = clean(" ".join("".join(map(str, child.itertext())).split()))
                self._story.set_aside("deleted", (Run(words),), Place(path=around.path))
            elif tag not in _SKIPPED and around.depth < MAX_DEPTH:
                inner = _entered(child, tag, around)
                if tag in _INLINE:
                    yield from self._children(child, inner)
                else:
                    yield from self._flush(around)
                    yield from self._block(child, tag, _listed(element, number, tag, inner))
            self._say(child.tail, around)

    def _block(self, element: Element, tag: str, around: _Around) -> Iterator[Block]:
        if tag == "table":
            table = self._table(element, around)
            if table is not None:
                yield table
            return
        yield from self.read(element, around)

    def _say(self, text: str | None, around: _Around) -> None:
        words = clean(re.sub(r"\s+", " ", text or ""))
        if words:
            self._pieces.append(replace(around.look, text=words))

    def _flush(self, around: _Around) -> Iterator[Block]:
        pieces, self._pieces = self._pieces, []
        for line in fold_lines(pieces):
            runs = trim_runs(line.runs)
            self._count += 1
            place = Place(path=f"{self._path} paragraph {self._count}")
            if around.heading:
                yield Heading(runs, place, fill=around.fill, level=around.heading)
            elif line.marker or around.level >= 0:
                level, marker = max(around.level, 0), line.marker or around.marker
                yield ListItem(runs, place, fill=around.fill, level=level, marker=marker)
            else:
                yield Paragraph(runs, place, fill=around.fill)

    def _table(self, element: Element, around: _Around) -> Table | None:
        taken: set[tuple[int, int]] = set()
        cells: list[Cell] = []
        self._count += 1
        path = f"{self._path} table {self._count}"
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table"), None) is element]
        for index, row in enumerate(rows):
            column = 0
            for number, item in enumerate((cell for cell in row if cell.tag in ("td", "th")), start=1):
                while (index, column) in taken:
                    column += 1
                height = min(max(1, integer(item.get("rowspan"), 1)), len(rows) - index)
                width = min(max(1, integer(item.get("colspan"), 1)), MAX_SPAN)
                taken |= {(index + down, column + right) for down in range(height) for right in range(width)}
                place = f"{path} row {index + 1} cell {number}"
                bold = around.look.bold or item.tag == "th"
                inner = _Around(replace(around.look, bold=bold), place, depth=around.depth + 1)
                fill = _fill(item) or _fill(row) or _fill(element)
                blocks = tuple(_Reader(self._story, place).read(item, _entered(item, "td", inner)))
                cells.append(Cell(index, column, blocks, Place(path=place), height, width, seen(fill)))
                column += width
        if not cells:
            return None
        return Table(tuple(cells), len(rows), 1 + max(column for _, column in taken), Place(path=path))


def _entered(element: Element, tag: str, around: _Around) -> _Around:
    """What holds inside an element: the look around it, changed by its tag and its style."""
    style = {name.lower(): text.strip().lower() for name, text in _STYLE.findall(element.get("style", ""))}
    color = _color(style.get("color") or element.get("color"))
    weight = style.get("font-weight", "")
    line = style.get("text-decoration", "")
    look = around.look
    look = replace(
        look,
        bold=look.bold or tag in _BOLD or weight.startswith(("bold", "6", "7", "8", "9")),
        italic=look.italic or tag in _ITALIC or style.get("font-style") == "italic",
        underline=look.underline or tag in _UNDERLINED or "underline" in line,
        color=look.color if color is None else None if color == "#000000" else color,
    )
    if tag in _INLINE:
        ground = _color(style.get("background-color") or style.get("background"))
        return replace(around, look=replace(look, fill=seen(ground) or look.fill), depth=around.depth + 1)
    heading = _HEADING.fullmatch(tag)
    return replace(
        around,
        look=look,
        heading=int(heading[1]) if heading else around.heading,
        fill=seen(_fill(element)) if tag == "p" else around.fill,
        depth=around.depth + 1,
    )


def _listed(parent: Element, number: int, tag: str, around: _Around) -> _Around:
    """A list item's level and marker."""
    if tag in ("ul", "ol"):
        return replace(around, level=around.level + 1)
    if tag == "li":
        marker = f"{number}." if parent.tag == "ol" else "•"
        return replace(around, marker=marker, level=max(around.level, 0))
    return around


def _fill(element: Element) -> str | None:
    style = dict(_STYLE.findall(element.get("style", "").lower()))
    return _color(style.get("background-color") or style.get("background") or element.get("bgcolor"))


def _color(text: str | None) -> str | None:
    """``#RRGGBB`` of a CSS colour, None for what it does not say plainly."""
    for word in re.findall(r"rgba?\([^)]*\)|\S+", (text or "").lower()):
        parts = _RGB.match(word)
        if parts:
            return "#" + "".join(f"{min(int(part), 255):02X}" for part in parts.groups())
        short = re.fullmatch("#([0-9a-f])([0-9a-f])([0-9a-f])", word)
        color = "#" + "".join(2 * sign for sign in short.groups()).upper() if short else normal(word)
        if color or word in NAMED:
            return color or NAMED[word]
    return None
