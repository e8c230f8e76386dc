"""The nouns every extractor produces: what stands on the pages, in reading order, with its place.

A Document knows nothing of reports. It holds blocks (headings, paragraphs, list items, tables, figures) as the
file shows them to a reader: deleted and hidden text is kept apart in ``asides``, never in ``body``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeVar, dataclass_transform

_Noun = TypeVar("_Noun")

Box = tuple[float, float, float, float]
"""``(x0, top, x1, bottom)`` in points from the page's top left corner."""

Format = Literal["docx", "docm", "doc", "rtf", "odt", "pdf"]
AsideKind = Literal["header", "footer", "watermark", "deleted", "hidden", "comment", "footnote"]
FigureKind = Literal["picture", "symbol", "shape", "bar", "checkbox", "chart"]
Severity = Literal["info", "warning", "error"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def noun(kind: type[_Noun]) -> type[_Noun]:
    """A dataclass that nobody may change once it is made, as the type checker sees to.

    Python itself would see to it at the price of every field: a document is some thousand nouns, and each would take
    three to five times as long to make.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)


@noun
class Place:
    """Where a block stands: page (1-based) and box in formats with pages, else a path in the document's structure."""

    page: int | None = None
    box: Box | None = None
    path: str | None = None


@noun
class Run:
    """A stretch of text of one look. Colours are ``#RRGGBB``; ``color`` None is the default (black) text colour."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str | None = None
    fill: str | None = None
    """Background of the run: highlight or run shading."""
    placeholder: bool = False
    """True where the file itself says that this is the prompt of a form field that nobody has answered."""


@noun
class Text:
    r"""What headings, paragraphs and list items share: one logical line of text, soft breaks already joined.

    A tab is kept as ``\\t``: label and value are often parted by nothing else.
    """

    runs: tuple[Run, ...]
    place: Place
    size: float | None = None
    """Font size in points where known."""
    fill: str | None = None
    """Background of the paragraph (not of the cell around it)."""
    starts_page: bool = False
    """True for the first block after a page break (explicit, or on a new page)."""
    style: str | None = None
    """Name of the paragraph style, where the format has styles."""
    figures: tuple[Figure, ...] = ()
    """Pictures, coloured symbols, tick boxes and shapes that stand in this line, left to right."""
    text: str = field(init=False, repr=False, compare=False)
    """The line's words, trimmed: put together once, since everything that is read of a line begins with them."""

    def __post_init__(self) -> None:
        runs = self.runs
        words = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        self.text = words.strip()  # type: ignore[misc]  # once, here

    @property
    def bold(self) -> bool:
        """True where every visible character is bold."""
        for run in self.runs:
            if not run.bold and run.text.strip():
                return False
        return bool(self.text)

    @property
    def italic(self) -> bool:
        """True where every visible character is in italics."""
        for run in self.runs:
            if not run.italic and run.text.strip():
                return False
        return bool(self.text)

    @property
    def underline(self) -> bool:
        """True where every visible character is underlined."""
        for run in self.runs:
            if not run.underline and run.text.strip():
                return False
        return bool(self.text)

    @property
    def color(self) -> str | None:
        """The text's one colour, None where it is the default or mixed."""
        if len(self.runs) == 1:
            return self.runs[0].color if self.text else None
        colors = {run.color for run in self.runs if run.text.strip()}
        return colors.pop() if len(colors) == 1 else None


@noun
class Paragraph(Text):
    """A line of text that is neither heading nor list item by the format's own evidence."""


@noun
class Heading(Text):
    """A line that the document's structure makes a heading: a heading style, an outline level, or a size
    clearly above the body's. Bold or underlined lines of body size stay paragraphs; their look tells.
    """

    level: int = 1


@noun
class ListItem(Text):
    """A bullet or numbered item. ``marker`` is the sign or number as printed ('•', '-', '3.'), not in the text."""

    level: int = 0
    marker: str = "•"


@noun
class Figure:
    """Something drawn. ``color`` is its dominant colour (``#RRGGBB``), borders and transparency ignored.

    ``segments`` of a bar are ``(color, width share 0..1)`` from left to right, adding up to 1.
    ``checked`` is set for check boxes only. ``text`` is the symbol itself, the alternative text, or words inside.
    ``overlaps`` are the words of the page that a drawn ring or tick covers, where the extractor can tell.
    """

    kind: FigureKind
    place: Place
    color: str | None = None
    text: str = ""
    segments: tuple[tuple[str, float], ...] = ()
    checked: bool | None = None
    overlaps: str = ""


@noun
class Cell:
    """One cell of a table; a merged cell stands once, at its top left corner, with its spans. 0-based."""

    row: int
    column: int
    blocks: tuple[Block, ...]
    place: Place
    row_span: int = 1
    column_span: int = 1
    fill: str | None = None
    """The background a reader sees, None for none or white."""
    lines: tuple[Text, ...] = field(init=False, repr=False, compare=False)
    """All lines of text, those of nested tables included."""
    words: str = field(init=False, repr=False, compare=False)
    """The lines' words, parted by one space."""

    def __post_init__(self) -> None:
        lines: list[Text] = []
        for block in self.blocks:
            if isinstance(block, Text):
                lines.append(block)
            elif isinstance(block, Table):
                lines += [line for cell in block.cells for line in cell.lines]
        self.lines = tuple(lines)  # type: ignore[misc]  # once, here
        self.words = " ".join([line.text for line in lines if line.text])  # type: ignore[misc]

    @property
    def text(self) -> str:
        """All words of the cell, its lines parted by newlines, nested tables included."""
        return "\n".join(filter(None, (block_text(block) for block in self.blocks)))


@noun
class Table:
    """A grid; ``cells`` in row-major order. ``rows`` and ``columns`` count the grid's lines."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    place: Place

    def row(self, index: int) -> tuple[Cell, ...]:
        """The cells that start in row ``index``, left to right."""
        return tuple(cell for cell in self.cells if cell.row == index)


Block = Heading | Paragraph | ListItem | Table | Figure


@noun
class Aside:
    """Text outside the body: running headers and footers (once each), deleted or hidden text, comments, notes."""

    kind: AsideKind
    block: Block


@noun
class Problem:
    """What the extractor could not do or is unsure of, in words that tell the next step."""

    code: str
    severity: Severity
    message: str
    place: Place = field(default_factory=Place)


@noun
class UnsureWord:
    """A word of a scanned page that may be another one, and where it stands."""

    text: str
    page: int
    box: Box


@noun
class Document:
    """One file as a reader sees it."""

    path: str
    sha256: str
    format: Format
    pages: int | None
    body: tuple[Block, ...]
    asides: tuple[Aside, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    """Document properties that hold text: title, subject, ... as (name, value)."""
    problems: tuple[Problem, ...] = ()
    scanned: bool = False
    """Whether any page is a picture whose words were read by OCR."""
    unsure: tuple[UnsureWord, ...] = ()
    """Words that OCR may have misread."""


class UnreadableDocument(Exception):
    """The file cannot be read as a document; the message says why and what to do next."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def block_text(block: Block) -> str:
    """The words of any block, lines parted by newlines."""
    if isinstance(block, Table):
        return "\n".join(filter(None, (cell.text for cell in block.cells)))
    return block.text


def tables_in(blocks: tuple[Block, ...]) -> list[Table]:
    """Every table in reading order, those inside table cells after the one around them."""
    found: list[Table] = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(block)
            for cell in block.cells:
                for inner in cell.blocks:
                    if isinstance(inner, Table):
                        found += tables_in((inner,))
    return found


def walk_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, those inside table cells included, each table before its cells' blocks."""
    for block in blocks:
        yield block
        if isinstance(block, Table):
            for cell in block.cells:
                yield from walk_blocks(cell.blocks)
