"""Factories of small Documents in memory: each noun of ``extractors.document`` in one short call."""

from __future__ import annotations

from typing import Any

from extractors.document import (
    Aside,
    AsideKind,
    Block,
    Cell,
    Document,
    Figure,
    FigureKind,
    Heading,
    ListItem,
    Paragraph,
    Place,
    Run,
    Table,
)
from pipeline.model import Reading, Report
from pipeline.reading import read_document
from pipeline.reading.vocabulary import Vocabulary
from rules.schema import load_rules

RED, AMBER, GREEN, BLUE, GREY = "#C00000", "#FFC000", "#00B050", "#0070C0", "#D9D9D9"
RULES = load_rules()
VOCABULARY = Vocabulary(RULES)


def heading(text: str, level: int = 1, **more: Any) -> Heading:
    """A heading by the document's structure."""
    return Heading((Run(text, bold=True),), Place(path="body"), level=level, **more)


def para(*parts: str | Run, **more: Any) -> Paragraph:
    """A plain paragraph of texts and runs."""
    return Paragraph(_runs(parts), Place(path="body"), **more)


def bold(text: str, **more: Any) -> Paragraph:
    """A paragraph in bold, of the body's size."""
    return para(Run(text, bold=True), **more)


def underlined(text: str) -> Paragraph:
    """An underlined paragraph."""
    return para(Run(text, underline=True))


def bullet(text: str | Run, level: int = 0, marker: str = "•", **more: Any) -> ListItem:
    """A list item."""
    return ListItem(_runs((text,)), Place(path="body"), level=level, marker=marker, **more)


def bullets(*texts: str) -> list[Block]:
    """List items of the first level."""
    return [bullet(text) for text in texts]


def figure(color: str | None = None, kind: FigureKind = "symbol", **more: Any) -> Figure:
    """A coloured light, a tick box, a bar."""
    return Figure(kind, Place(path="figure"), color, **more)


def cell(*blocks: str | Block, fill: str | None = None, across: int = 1, down: int = 1) -> Cell:
    """A cell whose place its table gives it; texts become paragraphs."""
    inside = tuple(para(block) if isinstance(block, str) else block for block in blocks)
    return Cell(0, 0, inside, Place(path="cell"), row_span=down, column_span=across, fill=fill)


def head(text: str, **more: Any) -> Cell:
    """A bold cell on grey, as column heads and labels are printed."""
    return cell(bold(text), fill=GREY, **more)


def table(*rows: list[str | Cell]) -> Table:
    """A grid of rows; a text is a plain cell. Cells that span rows or columns push the others on."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        column = 0
        for item in row:
            made = cell(item) if isinstance(item, str) else item
            while (number, column) in taken:
                column += 1
            place = Place(path=f"table 1 row {number + 1} cell {column + 1}")
            cells.append(Cell(number, column, made.blocks, place, made.row_span, made.column_span, made.fill))
            taken |= {
                (number + down, column + across)
                for down in range(made.row_span)
                for across in range(made.column_span)
            }
    return Table(tuple(cells), len(rows), 1 + max(column for _, column in taken), Place(path="table 1"))


def document(*blocks: str | Block | list[Block], **more: Any) -> Document:
    """A Word document of these blocks; lists of blocks are opened, texts become paragraphs."""
    body: list[Block] = []
    for block in blocks:
        if isinstance(block, list):
            body += block
        else:
            body.append(para(block) if isinstance(block, str) else block)
    given = {"path": "report.docx", "sha256": "0" * 64, "format": "docx", "pages": None, **more}
    return Document(body=tuple(body), **given)


def aside(kind: AsideKind, text: str) -> Aside:
    """Text outside the body."""
    return Aside(kind, para(text))


def read(*blocks: str | Block | list[Block], **more: Any) -> Reading:
    """What a document of these blocks is read as."""
    return read_document(document(*blocks, **more), RULES)


def read_report(*blocks: str | Block | list[Block], **more: Any) -> Report:
    """The one report of a document of these blocks."""
    (report,) = read(*blocks, **more).reports
    return report


def done(report: Report) -> list[tuple[str, str | None, str]]:
    """Kind, workstream and text of a report's activities."""
    return [(activity.kind, activity.workstream, activity.text) for activity in report.activities]


def codes(report: Report) -> set[str]:
    """The codes of a report's findings."""
    return {finding.code for finding in report.findings}


def _runs(parts: tuple[str | Run, ...]) -> tuple[Run, ...]:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


FORM = table(["Project", "Weir repair"], ["Date", "7 December 2011"])
"""The least form of a report."""
