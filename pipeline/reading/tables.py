"""Tables to elements: each table is cut into bands of rows (form, ratings, register, sections) from the top down.

One table often is all of these at once: a council's form holds labels, a RAG matrix and whole sections in one grid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial

from extractors.document import Block, Cell, Figure, Heading, Table, Text
from pipeline.reading.banners import is_title, name_lines, read_name_cell
from pipeline.reading.bare_tables import bare_table
from pipeline.reading.boards import read_board
from pipeline.reading.boxed_options import with_own_boxes
from pipeline.reading.cards import read_cards, whole_cards
from pipeline.reading.contents import entries_of, is_entry
from pipeline.reading.elements import (
    ACTIVITY_SECTIONS,
    RISK_SECTIONS,
    Break,
    Drawing,
    Element,
    LabelRole,
    Labels,
    Line,
    Rated,
    Register,
    texts_of,
)
from pipeline.reading.entry_forms import read_entry_form
from pipeline.reading.figure_tiles import read_figure_tiles
from pipeline.reading.forms import (
    fields_inside,
    form_row,
    label_columns,
    labels_over_values,
)
from pipeline.reading.frames import without_frames
from pipeline.reading.grid import Grid, PartBeside, is_empty, part_beside
from pipeline.reading.guidance import without_guidance
from pipeline.reading.halves import parts_within, side_by_side_parts
from pipeline.reading.headed_work import headings_of_work
from pipeline.reading.keys import read_key
from pipeline.reading.light_strips import read_light_strips
from pipeline.reading.line_numbers import counts_on
from pipeline.reading.matrices import read_matrix
from pipeline.reading.measures import read_measures
from pipeline.reading.milestone_cards import read_milestone_card
from pipeline.reading.milestone_forms import named_date, read_milestone_forms
from pipeline.reading.painted_bands import with_bands
from pipeline.reading.panels import is_banner, part_panel
from pipeline.reading.registers import read_register
from pipeline.reading.risk_maps import read_risk_map
from pipeline.reading.row_labels import labels_part, lists_under_own_label, names_section, names_workstream
from pipeline.reading.side_by_side import SideBySide, holds_table, read_dashboard, read_side_by_side
from pipeline.reading.spacers import without_spacers
from pipeline.reading.stacked_forms import read_stacked_form
from pipeline.reading.ticked_states import read_ticked_states
from pipeline.reading.titled_work import TitlesOfWork, name_of, rated_title, rated_whole, titles_of_work
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.workstream_cards import holds_cards, join_cards, read_workstream_card

_LABEL_LENGTH = 90
"""Characters: a row's label or a column's head is no longer than the longest headings of forms."""
_HEADING_SHARE, _LINE_SHARE = 0.45, 0.8
"""Share of known words from which a line that looks like a heading, or any other, tells what a table below holds."""
_LABEL_AND_CONTENT = 2
_SHEET = re.compile(
    r"(?:(?:sheet|page|report|project|scheme|slide)\s*\d{1,3}\s*(?:of|/)|\d{1,3}\s*of)\s*\d{1,3}",
    re.IGNORECASE,
)
"""What a banner says of its place in a pack: 'Sheet 1 of 3'."""
_SUM = re.compile(r"[\dx×*=()LIli\s]{5,20}")
"""'4 x 5 = 20'."""
_NUMBER_CELL = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z])[.)]?", re.IGNORECASE)


def _outweighs(register: Register, hint: str) -> bool:
    """Whether a register's heads say more than a row of dimensions could ('Impact | Owner | Status | Resolution')."""
    of_work = (
        register.kind == "activities"
        and hint in ACTIVITY_SECTIONS
        and {"owner", "due"} <= set(register.heads)
    )
    return (of_work or register.kind in {"risks", "milestones", "finances"}) and len(register.heads) > 3


def _rates_parts(elements: list[Element], register: Register) -> bool:
    """Whether a matrix rates the parts of the work, of which nothing but their state is told: no list of tasks."""
    parts = any(isinstance(element, Rated) and element.of_part for element in elements)
    return parts and register.kind == "activities" and not {"owner", "due"} & set(register.heads)


def _lines_of(label: Cell, role: LabelRole) -> list[Line]:
    """The lines of a cell that labels others."""
    return [Line(block, block.text, fill=label.fill, label=role, in_table=True) for block in label.lines]


class TableReader:
    """Turns blocks into elements; the section last opened is a hint for tables without a telling head."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._hint = ""
        self._cards = False
        self._titles: TitlesOfWork = {}
        self._labels: Callable[[], frozenset[int]] = frozenset
        self._hint_of_row = False

    def read_blocks(self, blocks: tuple[Block, ...], in_table: bool = False) -> Iterator[Element]:
        """The elements of blocks in reading order."""
        seen = tuple(
            without_spacers(block, self._vocabulary) if isinstance(block, Table) else block
            for block in (blocks if in_table else without_frames(blocks))
        )
        blocks = whole_cards(join_cards(seen, self._vocabulary), self._vocabulary)
        self._cards = self._cards or (not in_table and holds_cards(blocks, self._vocabulary))
        self._titles = self._titles if in_table else titles_of_work(blocks, self._vocabulary)
        named = frozenset() if in_table else headings_of_work(blocks, self._vocabulary)
        paged = frozenset() if in_table else entries_of(blocks, self._vocabulary)
        told = 0
        for index, block in enumerate(blocks):
            if index < told:
                continue
            card = read_milestone_card(blocks[index:], self._vocabulary)
            if card is not None:
                told = index + card.blocks
                yield card.register
            elif id(block) in paged or (isinstance(block, Text) and is_entry(block)):
                yield Labels(tuple(texts_of((block,))))
            elif isinstance(block, Table):
                for part in side_by_side_parts(with_bands(block, self._vocabulary), self._vocabulary):
                    unnumbered, labels, listed = bare_table(part, self._hint, self._vocabulary)
                    if labels:
                        yield Labels(labels)
                    if listed:
                        yield from (line for cell in unnumbered.cells for line in self._cell(cell))
                        continue
                    beside = part_panel(unnumbered, self._vocabulary)
                    yield from self._read_table(beside.form if beside else unnumbered)
                    yield from beside.panel if beside else ()
                    if part is not block and part.columns == 1:
                        yield Break()  # a section beside a register ends with it
            elif isinstance(block, Figure):
                yield Drawing(block)
            elif self._vocabulary.is_kind("caption", block.text):
                yield Labels((block,))
            elif block.text or block.figures:
                self._remember(block.text, isinstance(block, Heading) or block.bold)
                role: LabelRole = "headed-work" if id(block) in named else "none"
                yield Line(block, block.text, fill=block.fill, label=role, in_table=in_table)

    def _remember(self, text: str, stands_out: bool = False) -> None:
        """Keep the section that a line may open as a hint; a heading that no rule knows ends the hint."""
        match = self._vocabulary.heading(text)
        if match is None and stands_out and len(text) <= _LABEL_LENGTH and not text.endswith("."):
            self._hint = ""
        if match and (match.exact or match.coverage > (_HEADING_SHARE if stands_out else _LINE_SHARE)):
            self._hint = match.section

    def _read_table(self, table: Table) -> Iterator[Element]:
        table, guidance = without_guidance(table, self._vocabulary)
        grid = Grid(with_own_boxes(table, self._vocabulary))
        outer, self._labels = self._labels, cache(partial(label_columns, grid, self._vocabulary))
        self._hint_of_row = False
        row = 0
        labelled = False
        while row < grid.rows:
            first = grid.at(row, 0)
            goes_on = labelled and (first is None or first.row < row or is_empty(first))
            if labelled and not goes_on:
                yield Break()
                labelled = False
            if goes_on:
                for cell in grid.starting(row):
                    yield from self.read_blocks(cell.blocks, in_table=True)
                row += 1
                continue
            elements, used = self._read_band(grid, row)
            labelled = bool(elements) and isinstance(elements[-1], Break) and used == 1
            yield from elements[:-1] if labelled else elements
            row += max(1, used)
        if guidance:
            yield Labels(guidance, "instruction")
        if labelled:
            yield Break()
        self._labels = outer

    def _read_band(self, grid: Grid, row: int) -> tuple[list[Element], int]:
        """The elements of the band that begins at a row, and how many rows it takes."""
        cells = grid.filled(row)
        if not cells:
            return read_light_strips(grid, row, self._vocabulary) or ([], 1)
        register = read_register(grid, row, self._vocabulary, self._hint)
        untold = register is None or register[0].kind in {"other", "control"}
        return (
            self._layout(grid, row, untold)
            or self._entries(grid, row, untold)
            or self._records(grid, row, cells, register)
        )

    def _layout(self, grid: Grid, row: int, untold: bool) -> tuple[list[Element], int] | None:
        """A card, a labelled part, parts of a page, a board: what a table is only the frame of."""
        workstream = read_workstream_card(grid, row, self._vocabulary) if self._cards else None
        if workstream is not None:
            told = [workstream.rated, workstream.name, *self._read_table(workstream.body), Break()]
            return told, workstream.rows
        heads = grid.filled(row)
        if len(heads) == 1 and heads[0].words in self._titles:
            return [*rated_title(heads[0], self._titles, self._vocabulary), *self._whole_row(heads[0])], 1
        whole = rated_whole(grid, row, self._titles, self._vocabulary)
        if whole is not None:
            return whole
        beside = part_beside(grid, row)
        if beside is not None:
            return self._labelled_part(beside), beside.table.rows
        measured = read_measures(grid, row, self._vocabulary) if untold and self._hint != "finances" else None
        if measured is not None:
            return [measured[0]], measured[1]
        within = parts_within(grid, row, self._vocabulary)
        if within is not None:
            return [element for part in within[0] for element in self._read_table(part)], within[1]
        dashboard = read_dashboard(grid, row, whole_page=untold)
        if dashboard is not None:
            return self._parts(dashboard)
        board = read_board(grid, row, self._vocabulary)
        return self._parts(board) if board is not None else None

    def _entries(self, grid: Grid, row: int, untold: bool) -> tuple[list[Element], int] | None:
        """A form under heads, a key of colours, risks as cards."""
        if row == 0 and (map_of_risks := read_risk_map(grid, self._vocabulary)):
            return map_of_risks
        if row == 0 and (stacked := read_stacked_form(grid, self._vocabulary)):
            return stacked
        if tiles := read_figure_tiles(grid, row, self._vocabulary):
            return tiles
        if self._hint == "milestones" and (states := read_ticked_states(grid, row)):
            return [states[0]], states[1]
        form = read_entry_form(grid, row, self._vocabulary) if untold else None
        told = form or read_key(grid, row, self._vocabulary)
        if told:
            return told
        cards = read_cards(grid, row, self._vocabulary, self._hint in RISK_SECTIONS)
        cards = cards or read_milestone_forms(grid, row, self._vocabulary, self._hint == "milestones")
        return ([cards[0]], cards[1]) if cards else None

    def _records(
        self, grid: Grid, row: int, cells: list[Cell], register: tuple[Register, int] | None
    ) -> tuple[list[Element], int]:
        """Ratings, rows of records, labels over values, sections beside each other, a row by itself."""
        untold = register is None or register[0].kind in {"other", "control"}
        matrix = read_matrix(grid, row, self._vocabulary)
        if matrix and not (
            self._hint != "ratings"
            and register
            and not untold
            and not _rates_parts(matrix[0], register[0])
            and (self._rates_records(matrix[0], register[0]) or _outweighs(register[0], self._hint))
        ):
            return matrix
        numbered = _NUMBER_CELL.fullmatch(cells[0].words) is not None  # '8.1' beside its own question
        pairs = None if numbered else labels_over_values(grid, row, self._vocabulary, all_known=not untold)
        if pairs and (untold or (register is not None and len(register[0].rows) == 1)):
            return list(pairs[0]), pairs[1]
        sections = self._side_by_side(grid, row)
        if register and not (sections and "text" not in register[0].heads):
            return [register[0]], register[1]
        return sections or (self._single_row(grid, row, cells), 1)

    def _labelled_part(self, beside: PartBeside) -> list[Element]:
        """A label that stands down the side of several rows, then those rows as a table of their own."""
        label = beside.label
        self._remember(label.words, stands_out=True)
        return [*_lines_of(label, "row"), *self._read_table(beside.table), Break()]

    def _rates_records(self, elements: list[Element], register: Register) -> bool:
        """Whether a matrix rates what a register's rows hold: most of its labels, or of the rows, are no dimensions."""
        labels = [element.label for element in elements if isinstance(element, Rated)]
        known = sum(1 for label in labels if self._vocabulary.dimension(label, loose=True))
        records = sum(1 for row in register.rows if row.cells)
        return isinstance(elements[0], Labels) and known * 2 < max(len(labels), records)

    def _single_row(self, grid: Grid, row: int, cells: list[Cell]) -> list[Element]:
        if len(cells) == 1 and (
            cells[0].column_span == grid.columns or grid.columns == 1 or len(grid.starting(row)) == 1
        ):
            return self._whole_row(cells[0])
        if len(cells) > 1 and _NUMBER_CELL.fullmatch(cells[0].words):
            numbered, *rest = cells  # '3.2' in a cell of its own before its question
            alone = len(rest) == 1 and rest[0].column + rest[0].column_span >= grid.columns
            if alone and (counts_on(grid, row) or rest[0].words.endswith(".")):
                told = self._cell(rest[0])
            else:
                told = self._whole_row(rest[0]) if alone else self._single_row(grid, row, rest)
            return [Labels(numbered.lines), *told]
        if any(_SHEET.fullmatch(cell.words.strip()) for cell in cells) or (
            row == 0 and is_banner(cells, self._vocabulary)
        ):
            return [
                Line(block, block.text, fill=cell.fill, spans_row=True, in_table=True)
                for cell in cells
                for block in cell.lines
            ]
        labelled = self._labelled(grid, cells, row)
        if labelled:
            return labelled
        starting = [cell for cell in grid.starting(row) if cell.column >= cells[0].column]
        pairs = form_row(starting, self._vocabulary, self._labels())
        if pairs:
            return list(pairs)
        if self._hint == "milestones" and (dated := named_date(cells)):
            return [dated]
        return [element for cell in cells for element in self._cell(cell)]

    def _cell(self, cell: Cell) -> list[Element]:
        """What a cell holds; a sum of scores keeps the cell's paint, which may rate the record beside it."""
        elements = list(self.read_blocks(cell.blocks, in_table=True))
        first = elements[0] if len(elements) == 1 else None
        if cell.fill and isinstance(first, Line) and _SUM.fullmatch(first.text.strip()):
            return [replace(first, fill=cell.fill)]
        return elements

    def _labelled(self, grid: Grid, cells: list[Cell], row: int) -> list[Element]:
        """A row whose first cell names what its other cells hold; [] where it does not."""
        label, *rest = cells
        if len(cells) == _LABEL_AND_CONTENT:
            if holds_table(rest[0]) and labels_part(label):
                return self._part(label, rest[0])
            if lists_under_own_label(grid, cells, self._vocabulary):
                return self._part(label, rest[0])
            if named := read_name_cell(cells, self._vocabulary) if row == 0 else []:
                return named
            if fields := fields_inside(rest[0], self._vocabulary):
                titled = is_title(label, self._vocabulary)
                lines = name_lines(label, self._vocabulary) if titled else _lines_of(label, "none")
                return [*lines, *fields]
        of_work = self._hint in ACTIVITY_SECTIONS and not self._hint_of_row
        if of_work and names_workstream(cells, self._vocabulary):
            return self._labelled_row(cells, "workstream")
        if not names_section(cells, self._vocabulary, grid):
            return []
        self._remember(label.words)
        self._hint_of_row = True
        return [*self._labelled_row(cells, "row"), Break()]

    def _labelled_row(self, cells: list[Cell], role: LabelRole) -> list[Element]:
        """A row's label, then what its other cells hold."""
        label, *rest = cells
        elements: list[Element] = [*_lines_of(label, role)]
        for cell in rest:
            elements += self.read_blocks(cell.blocks, in_table=True)
        return elements

    def _part(self, label: Cell, content: Cell) -> list[Element]:
        """A part of the page under a label in the margin: a table that stands beside it within the cell."""
        self._remember(label.words, stands_out=True)
        self._hint_of_row = True
        return [*_lines_of(label, "part"), *self.read_blocks(content.blocks, in_table=True), Break()]

    def _whole_row(self, cell: Cell) -> list[Element]:
        elements = list(self.read_blocks(cell.blocks, in_table=True))
        texts = cell.lines
        if (
            len(texts) == 1
            and len(elements) == 1
            and isinstance(elements[0], Line)
            and len(texts[0].text) <= _LABEL_LENGTH
        ):
            self._hint_of_row = False
            role: LabelRole = "package" if texts[0].text in self._titles else "none"
            fill = cell.fill or texts[0].fill
            words = name_of(texts[0].text, self._vocabulary) if role == "package" else texts[0].text
            return [Line(texts[0], words, fill=fill, label=role, spans_row=True, in_table=True)]
        if texts and cell.fill and isinstance(elements[0], Line):
            elements[0] = Line(elements[0].block, elements[0].text, fill=cell.fill, in_table=True)
        return elements

    def _side_by_side(self, grid: Grid, row: int) -> tuple[list[Element], int] | None:
        """Sections that stand side by side, each column's cells read as that section's content."""
        found = read_side_by_side(grid, row, self._vocabulary)
        return self._parts(found) if found is not None else None

    def _parts(self, found: SideBySide) -> tuple[list[Element], int]:
        elements: list[Element] = []
        for part in found.parts:
            if isinstance(part, Cell):
                elements += self.read_blocks(part.blocks, in_table=True)
            else:
                elements.append(part)
                if isinstance(part, Line) and part.label in {"column", "part"}:
                    self._remember(part.text, stands_out=part.label == "part")
        return [*elements, Break()], found.rows
