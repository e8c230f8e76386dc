"""Tables: the grid with its spans, each cell with the background a reader sees.

Source: ECMA-376 part 1, 17.4 (tables) and 17.7.6 (conditional formatting: which region overrides which).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from docx.oxml.parser import OxmlElement

from extractors.document import AsideKind, Block, Cell, Figure, ListItem, Paragraph, Place, Run, Table
from extractors.word.bars import join_steps, read_bar
from extractors.word.colors import seen
from extractors.word.lamps import lit_figures
from extractors.word.markup import VAL, Element, W, child, integer, is_on, named_children, value
from extractors.word.story import ReadBlocks, Scope, Story, unwrap
from extractors.word.styles import RunFormat, TableStyle, override

_LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_STRAY = frozenset({W + "p", W + "tbl"})
_CELLS = frozenset({W + "tc", *_STRAY})
"""What a row holds; a paragraph or table right in it, which some programs write, is taken for a cell."""
_MAX_SPAN = 63
"""Columns: Word's own limit for a table; more is a damaged file."""


_ROW, _CELL = W + "tr", W + "tc"
_CELL_PROPERTIES, _ROW_PROPERTIES, _ROW_EXCEPTIONS = W + "tcPr", W + "trPr", W + "tblPrEx"
_SPAN, _ACROSS, _DOWN, _SHADING, _DELETED = (
    W + name for name in ("gridSpan", "hMerge", "vMerge", "shd", "cellDel")
)


@dataclass(slots=True)
class _Draft:
    """A cell that may still grow downwards."""

    row: int
    column: int
    place: Place
    blocks: tuple[Block, ...]
    fill: str | None
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class _Look:
    """Which conditional regions of a table's style are switched on, and what they give each cell."""

    style: TableStyle
    on: dict[str, bool]
    rows: int
    own_fill: str | None
    cache: dict[tuple[str, ...], tuple[RunFormat, str | None]] = field(default_factory=dict)

    def of(self, row: int, column: int, is_last: bool) -> tuple[RunFormat, str | None]:
        """The run look and the fill that the style gives a cell."""
        regions = () if self.style.is_uniform else tuple(self._regions(row, column, is_last))
        if regions not in self.cache:
            look, fill = self.style.runs.get("wholeTable", RunFormat()), self.own_fill
            fill = self.style.fills.get("wholeTable", fill)
            for region in regions:
                look = override(look, self.style.runs.get(region, RunFormat()))
                fill = self.style.fills.get(region, fill)
            self.cache[regions] = look, fill
        return self.cache[regions]

    def _regions(self, row: int, column: int, is_last: bool) -> Iterator[str]:
        """Weakest first."""
        top, bottom = self.on["firstRow"] and row == 0, self.on["lastRow"] and row == self.rows - 1
        left, right = self.on["firstColumn"] and column == 0, self.on["lastColumn"] and is_last
        if not self.on["noVBand"] and not left and not right:
            index = (column - self.on["firstColumn"]) // self.style.column_band
            yield "band2Vert" if index % 2 else "band1Vert"
        if not self.on["noHBand"] and not top and not bottom:
            index = (row - self.on["firstRow"]) // self.style.row_band
            yield "band2Horz" if index % 2 else "band1Horz"
        yield from (
            name
            for name, holds in (
                ("firstCol", left),
                ("lastCol", right),
                ("firstRow", top),
                ("lastRow", bottom),
            )
            if holds
        )
        corners = (
            ("nwCell", top and left),
            ("neCell", top and right),
            ("swCell", bottom and left),
            ("seCell", bottom and right),
        )
        yield from (name for name, holds in corners if holds)


def read_table(element: Element, story: Story, scope: Scope, read_blocks: ReadBlocks) -> tuple[Block, ...]:
    """Read one ``w:tbl``: the table, and before it the bar that it draws, if it does.

    Args:
        element: the ``w:tbl``.
        story: the story that it stands in.
        scope: the container that it stands in; its path already names this table.
        read_blocks: reads the content of cells.
    """
    rows: list[tuple[Element, Scope, Mapping[str, Element]]] = []
    stray: list[Element] = []
    for row, inner in unwrap(element, scope):
        if row.tag != _ROW:
            if row.tag in _STRAY:
                stray.append(row)
            continue
        said = named_children(row)
        gone = _row_is_gone(said.get(_ROW_PROPERTIES))
        if gone and scope.kind is None:
            _read_gone_row(row, story, inner._replace(kind=gone), read_blocks)
        else:
            rows.append((row, inner, said))
    look = _read_look(element, story, len(rows))
    drafts: list[_Draft] = []
    open_cells: dict[int, _Draft] = {}
    for index, (row, inner, parts) in enumerate(rows):
        reader = _RowReader(index, story, look, read_blocks, open_cells)
        drafts += reader.read(row, parts, inner)
        open_cells = reader.open_below
    cells = tuple(
        Cell(item.row, item.column, item.blocks, item.place, item.row_span, item.column_span, item.fill)
        for item in drafts
    )
    outside = _read_stray(stray, story, scope, read_blocks) if stray else ()
    if not cells:
        return outside
    columns = max(cell.column + cell.column_span for cell in cells)
    table = Table(cells, len(rows), columns, Place(path=scope.path))
    bar = read_bar(table, _widths(element, columns)) if len(rows) == 1 else None
    return (join_steps(table), *outside) if bar is None else (bar, table, *outside)


def _read_stray(
    items: list[Element], story: Story, scope: Scope, read_blocks: ReadBlocks
) -> tuple[Block, ...]:
    """Paragraphs and tables that stand in a table but in none of its cells: their words follow the table."""
    holder = OxmlElement("w:body")
    holder.extend(deepcopy(item) for item in items)
    return read_blocks(holder, story, scope)


@dataclass(slots=True)
class _RowReader:
    """Reads one row; ``open_cells`` are the cells of the row above that may go on here, by their column."""

    index: int
    story: Story
    look: _Look
    read_blocks: ReadBlocks
    open_cells: dict[int, _Draft]
    open_below: dict[int, _Draft] = field(default_factory=dict)
    row_fill: str | None = None

    def read(self, row: Element, parts: Mapping[str, Element], scope: Scope) -> list[_Draft]:
        """The cells of a row; ``parts`` are its children by name, the first of each."""
        column = min(max(0, integer(value(parts.get(_ROW_PROPERTIES), W + "gridBefore"))), _MAX_SPAN)
        self.row_fill = self.story.book.palette.shading(child(parts.get(_ROW_EXCEPTIONS), _SHADING))
        cells = [(cell, inner) for cell, inner in unwrap(row, scope) if cell.tag in _CELLS]
        drafts: list[_Draft] = []
        for number, (cell, around) in enumerate(cells, start=1):
            said = named_children(child(cell, _CELL_PROPERTIES))
            wide = said.get(_SPAN)
            span = 1 if wide is None else min(max(1, integer(wide.get(VAL), 1)), _MAX_SPAN)
            path = f"{scope.path} row {self.index + 1} cell {number}"
            above = self.open_cells.get(column)
            if drafts and _continues(said.get(_ACROSS)):
                drafts[-1].column_span += span
                self._hide(cell, around.at(path))
            elif above is not None and _continues(said.get(_DOWN)):
                above.row_span += 1
                self.open_below[column] = above
                self._hide(cell, around.at(path))
            else:
                draft = self._cell(cell, said, around, path, column, span, number == len(cells))
                drafts.append(draft)
                if _DOWN in said:
                    self.open_below[column] = draft
            column += span
        _settle_row_number(drafts)
        return drafts

    def _cell(
        self,
        cell: Element,
        said: Mapping[str, Element],
        scope: Scope,
        path: str,
        column: int,
        span: int,
        is_last: bool,
    ) -> _Draft:
        look, fill = self.look.of(self.index, column, is_last)
        own = self.story.book.palette.shading(said.get(_SHADING))
        own = self.row_fill if own is None else own
        kind: AsideKind | None = scope.kind
        if kind is None and _DELETED in said:
            kind = "deleted"
        shown = seen(fill if own is None else own)
        inner = scope.of_cell(path, look, kind, cell, shown or scope.fill or scope.ground)
        blocks = self.read_blocks(_cell_of(cell), self.story, inner)
        if len(blocks) > 1 and isinstance(blocks[0], Figure):
            figures = [block for block in blocks if isinstance(block, Figure)]
            blocks = lit_figures(figures) if len(figures) == len(blocks) else blocks
        return _Draft(self.index, column, Place(path=path), blocks, shown, column_span=span)

    def _hide(self, cell: Element, scope: Scope) -> None:
        """Words in the covered part of a merged cell: Word does not show them."""
        self.read_blocks(cell, self.story, scope._replace(kind=scope.kind or "hidden"))


def _cell_of(element: Element) -> Element:
    if element.tag == _CELL:
        return element
    cell = OxmlElement("w:tc")
    cell.append(deepcopy(element))
    return cell


def _settle_row_number(drafts: list[_Draft]) -> None:
    """Keep the automatic number that is all its cell says, where it numbers a row that says something.

    Registers number their rows with an empty numbered paragraph in the first column; everywhere else such a
    paragraph is a line that nobody has filled in.
    """
    if not any(_is_bare_number(block) for draft in drafts for block in draft.blocks):
        return
    for draft in drafts:
        said = [block for block in draft.blocks if not _is_bare_number(block)]
        bare = [block for block in draft.blocks if isinstance(block, ListItem) and _is_bare_number(block)]
        others = any(
            not _is_bare_number(block) for other in drafts if other is not draft for block in other.blocks
        )
        if len(bare) == 1 and not said and draft is drafts[0] and others:
            number = bare[0]
            said = [Paragraph((Run(number.marker),), number.place, number.size, style=number.style)]
        draft.blocks = tuple(said)


def _is_bare_number(block: Block) -> bool:
    return isinstance(block, ListItem) and not block.runs


def _read_gone_row(row: Element, story: Story, scope: Scope, read_blocks: ReadBlocks) -> None:
    for cell, inner in unwrap(row, scope):
        if cell.tag == _CELL:
            read_blocks(cell, story, inner)


def _row_is_gone(properties: Element | None) -> AsideKind | None:
    if properties is None:
        return None
    if properties.find(W + "del") is not None:
        return "deleted"
    return "hidden" if is_on(properties.find(W + "hidden")) else None


def _continues(merge: Element | None) -> bool:
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _read_look(table: Element, story: Story, rows: int) -> _Look:
    properties = child(table, W + "tblPr")
    style = story.book.styles.table(value(properties, W + "tblStyle"))
    own = None if properties is None else story.book.palette.shading(child(properties, _SHADING))
    look = child(properties, W + "tblLook")
    on = dict.fromkeys(_LOOK_BITS, False)
    if look is not None:
        bits = look.get(VAL, "")
        mask = int(bits, 16) if bits and all(sign in "0123456789abcdefABCDEF" for sign in bits) else 0
        for name, bit in _LOOK_BITS.items():
            said = look.get(W + name)
            on[name] = bool(mask & bit) if said is None else said.lower() in ("1", "true", "on")
    return _Look(style, on, rows, own)


def _widths(table: Element, columns: int) -> list[int]:
    """Column widths in twentieths of a point; all equal where the grid does not say."""
    grid = table.find(W + "tblGrid")
    widths = [integer(item.get(W + "w")) for item in grid.iterfind(W + "gridCol")] if grid is not None else []
    return widths if len(widths) == columns and all(width > 0 for width in widths) else [1] * columns
