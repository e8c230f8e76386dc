"""The same report as another hand would lay it out: what a reader sees of it stays the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extractors.document import Block, Cell, Document, Heading, ListItem, Paragraph, Table

Shape = Callable[[Document], Document]
Line = Heading | Paragraph | ListItem


def in_a_frame(document: Document) -> Document:
    """The whole page in the one cell of a table that draws its border."""
    place = document.body[0].place
    return replace(document, body=(Table((Cell(0, 0, document.body, place),), 1, 1, place),))


def columns_apart(document: Document) -> Document:
    """An empty column between any two columns."""
    return _tables(document, lambda table: _spread(table, down=1, across=2))


def rows_apart(document: Document) -> Document:
    """An empty row between any two rows."""
    return _tables(document, lambda table: _spread(table, down=2, across=1))


def margin_left(document: Document) -> Document:
    """An empty first column."""

    def with_margin(table: Table) -> Table:
        moved = [replace(cell, column=cell.column + 1) for cell in table.cells]
        empty = [Cell(row, 0, (), table.place) for row in range(table.rows)]
        return replace(table, cells=_in_order([*moved, *empty]), columns=table.columns + 1)

    return _tables(document, with_margin)


def headings_bold(document: Document) -> Document:
    """Headings without a heading's style, in bold letters of the body's size."""

    def set_bold(line: Line) -> Line:
        if not isinstance(line, Heading):
            return line
        return replace(_paragraph(line), runs=tuple(replace(run, bold=True) for run in line.runs), size=None)

    return _lines(document, set_bold)


def headings_capital(document: Document) -> Document:
    """Headings in capital letters."""

    def raised(line: Line) -> Line:
        if not isinstance(line, Heading):
            return line
        return replace(line, runs=tuple(replace(run, text=run.text.upper()) for run in line.runs))

    return _lines(document, raised)


SHAPES: dict[str, Shape] = {
    shape.__name__.replace("_", " "): shape
    for shape in (
        in_a_frame,
        columns_apart,
        rows_apart,
        margin_left,
        headings_bold,
        headings_capital,
    )
}


def _spread(table: Table, down: int, across: int) -> Table:
    """The cells in every ``down``-th row and ``across``-th column, empty cells between them."""
    moved = [replace(cell, row=cell.row * down, column=cell.column * across) for cell in table.cells]
    rows, columns = table.rows * down - down + 1, table.columns * across - across + 1
    taken = {(cell.row, cell.column) for cell in moved}
    empty = [
        Cell(row, column, (), table.place)
        for row in range(rows)
        for column in range(columns)
        if (row, column) not in taken
    ]
    return replace(table, cells=_in_order([*moved, *empty]), rows=rows, columns=columns)


def _in_order(cells: list[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _is_plain(table: Table) -> bool:
    """Whether no cell of a table of columns is merged."""
    merged = any(cell.row_span > 1 or cell.column_span > 1 for cell in table.cells)
    return (
        not merged and len(table.cells) == table.rows * table.columns and min(table.rows, table.columns) > 1
    )


def _tables(document: Document, change: Callable[[Table], Table]) -> Document:
    def changed(block: Block) -> Block:
        return change(block) if isinstance(block, Table) and _is_plain(block) else block

    return replace(document, body=tuple(map(changed, document.body)))


def _lines(document: Document, change: Callable[[Line], Line]) -> Document:
    def changed(block: Block) -> Block:
        if isinstance(block, Table):
            cells = (replace(cell, blocks=tuple(map(changed, cell.blocks))) for cell in block.cells)
            return replace(block, cells=tuple(cells))
        return change(block) if isinstance(block, Heading | Paragraph | ListItem) else block

    return replace(document, body=tuple(map(changed, document.body)))


def _paragraph(line: Line) -> Paragraph:
    return Paragraph(line.runs, line.place, line.size, line.fill, line.starts_page, None, line.figures)
