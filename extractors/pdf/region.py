"""A page, column or cell -> its blocks in reading order: tables set aside, columns parted, text flowed between."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from extractors.document import Block, Box, Cell, Figure, Place, Table
from extractors.pdf import boxes
from extractors.pdf.aligned import find_aligned
from extractors.pdf.aligned_within import with_aligned_rows
from extractors.pdf.amounts import find_amounts
from extractors.pdf.bars import fill_the_cell
from extractors.pdf.bullets import merge_markers
from extractors.pdf.columns import Area
from extractors.pdf.figure_places import holds_figure, is_background, stands_in
from extractors.pdf.flow import Setting, make_blocks
from extractors.pdf.gutters import Piece, without_padding
from extractors.pdf.lamps import light_rows
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.level_tables import areas_around_tables
from extractors.pdf.light_columns import light_tables, with_lights_beside
from extractors.pdf.lines import Line, make_lines
from extractors.pdf.lit_rows import are_rows_of, light_boxes, lit_tables
from extractors.pdf.middles import Middles
from extractors.pdf.missing_rules import split_rows
from extractors.pdf.panels import cut_zones, find_panels
from extractors.pdf.pitch import Wraps
from extractors.pdf.primitives import Word
from extractors.pdf.spans import splice_rows, split_spans
from extractors.pdf.striped import find_striped
from extractors.pdf.titled_columns import find_titled_columns
from extractors.pdf.versions import columns_of_versions

FEW_SEGMENTS = 12
"""A cell with no more pieces of text than this is not searched for columns."""

FEW_WORDS = 60
"""Words of such a cell, more or less: more are not looked at twice."""

TAKEN = 0.7
"""The share of a cell that a table within leaves so little of that its own fill shows at the sides alone."""

LEAST_SPLIT_ROWS = 2
"""A grid of full-width rows is cut into columns where so many neighbouring rows keep the same gutters."""


class Content(NamedTuple):
    """What stands in a region: words, drawn grids (outer and nested), figures, the page's row bands and wide rules."""

    words: tuple[Word, ...]
    grids: tuple[Grid, ...] = ()
    figures: tuple[Figure, ...] = ()
    bands: tuple[tuple[Box, bool], ...] = ()
    rules: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """What is read by itself and placed whole: a table, or the blocks of a panel; ``paint`` is the panel's area."""

    box: Box
    blocks: tuple[Block, ...]
    paint: Box | None = None
    titled: bool = False
    """Whether it is a column under a bar."""


def read_region(content: Content, frame: Box, setting: Setting, cell: bool = False) -> tuple[Block, ...]:
    """The blocks of a region in reading order. ``cell`` tells that ``frame`` is a table cell's box."""
    plain = _plain_cell(content, frame, setting) if cell else None
    if plain is not None:
        return plain
    panels, content = ([], content) if cell else _panels(content, frame, setting)
    tables, free, loose = _build_tables(content, setting)
    placed = panels + [Placed(table.place.box or frame, (table,)) for table in tables]
    pieces: list[Piece] = []
    segments = []
    lines = make_lines(free)
    for line in lines:
        for segment in merge_markers(line.segments):
            segments.append(segment)
            pieces.append(Piece(segment.box, len(segments) - 1, segment))
    pieces += [
        Piece(without_padding(whole.box) if _is_table(whole) else whole.box, index)
        for index, whole in enumerate(placed)
    ]
    blocks: list[Block] = []
    areas = [Area(frame, tuple(pieces))] if pieces else []
    if not (cell and len(segments) <= FEW_SEGMENTS):
        zones = cut_zones(
            pieces,
            [one.paint for one in panels if one.paint],
            [band for band, _ in content.bands],
            [one.box[1] for one in panels if one.titled],
        )
        lights = light_boxes(loose)
        areas = areas_around_tables(zones, frame, content.rules, lights, content.bands)
    for number, area in enumerate(areas):
        inside = [figure for figure in loose if stands_in(figure, area, frame, areas[number + 1 :])]
        loose = [figure for figure in loose if figure not in inside]
        own = lines if len(areas) == 1 else make_lines(_words(area))
        blocks += _read_area(area, own, placed, inside, content.bands, setting, cell)
    blocks += loose
    return tuple(blocks)


def _is_table(whole: Placed) -> bool:
    """Whether it is a table of several cells: cards side by side are no columns of the page."""
    [block, *others] = whole.blocks
    return isinstance(block, Table) and len(block.cells) > 1 and not others


def _plain_cell(content: Content, frame: Box, setting: Setting) -> tuple[Block, ...] | None:
    """The blocks of a cell with a few words and nothing else, as most cells are; None where there may be more."""
    if content.grids or content.figures or len(content.words) > FEW_WORDS:
        return None
    if not content.words:
        return ()
    lines = setting.wraps.lines_in(frame) if setting.wraps else make_lines(content.words)
    segments = sum([len(line.segments) for line in lines])
    if segments > FEW_SEGMENTS or (segments > len(lines) and find_aligned(lines, content.bands, frame)):
        return None
    return tuple(make_blocks(lines, (), frame, setting, cell=True))


def _panels(content: Content, frame: Box, setting: Setting) -> tuple[list[Placed], Content]:
    """The painted panels of a region, each read by itself; and what stands in none of them."""
    panels = []
    tables = [grid.box for grid in content.grids if len(grid.cells) > 1]
    lights = [figure.place.box for figure in content.figures if figure.place.box]
    for box in find_titled_columns(setting.fills.painted(), content.words, tables, lights):
        inside = _part(content, box, within=True)
        panels.append(Placed(box, read_region(inside, box, setting), box, titled=True))
        content = _part(content, box, within=False)
    for box in find_striped(content.bands, content.words, tables):
        inside = _part(content, box, within=True)
        panels.append(Placed(box, read_region(inside, box, setting)))
        content = _part(content, box, within=False)
    for box in find_panels(setting.fills.painted(), content.words, _drawn_rows(content), frame):
        inside = _part(content, box, within=True)
        ink = boxes.union(word.box for word in inside.words)  # paint may come close to the next column
        panels.append(Placed((ink[0], box[1], ink[2], box[3]), read_region(inside, box, setting), box))
        content = _part(content, box, within=False)
    return panels, content


def _drawn_rows(content: Content) -> list[Box]:
    """Where tables are drawn, and painted rows that are wider than a cell."""
    tables = [grid.box for grid in content.grids if len(grid.cells) > 1]
    return tables + [band for band, filled in content.bands if filled]


def _part(content: Content, box: Box, within: bool) -> Content:
    """What stands in ``box``, or what does not."""

    def here(other: Box | None) -> bool:
        return (other is not None and boxes.holds_center(box, other)) == within

    return Content(
        tuple(word for word in content.words if here(word.box)),
        tuple(grid for grid in content.grids if here(grid.box)),
        tuple(figure for figure in content.figures if here(figure.place.box)),
        tuple(band for band in content.bands if here(band[0])),
        tuple(rule for rule in content.rules if here(rule)),
    )


def _nested(grid: Grid, other: Grid) -> bool:
    if grid is other or boxes.area(grid.box) >= boxes.area(other.box) or not boxes.meet(grid.box, other.box):
        return False
    return any(boxes.shared(grid.box, cell.box) > 0.9 for cell in other.cells)


def _read_area(
    area: Area,
    lines: Sequence[Line],
    whole: Sequence[Placed],
    figures: Sequence[Figure],
    bands: Sequence[tuple[Box, bool]],
    setting: Setting,
    cell: bool,
) -> list[Block]:
    """One column of ``lines``: its tables (drawn or aligned) and between them its text."""
    placed = [whole[piece.index] for piece in area.pieces if piece.segment is None]
    frame = area.frame
    centred = lit_tables(lines, light_boxes(figures), bands)
    lit = [*centred, *light_tables(lines, figures)]
    aligned = [grid for part in _between(lines, placed) for grid in _undrawn(part, bands, frame)]
    found = [
        grid
        for grid in (with_lights_beside(grid, figures) for grid in aligned)
        if not any(_is_more(other, grid) for other in lit)
        and not any(are_rows_of(other, grid) for other in centred)
    ]
    for grid in (*lit, *light_rows(lines, figures)):
        if not any(boxes.shared(grid.box, other.box) > 0 for other in found):
            found.append(grid)
    if not found and not placed:
        return make_blocks(lines, figures, frame, setting, cell)
    words = _words(area)
    waiting = list(figures)
    for grid in found:
        inside = [word for word in words if boxes.holds_center(grid.box, word.box, 0.5)]
        here = [figure for figure in waiting if holds_figure(grid.box, figure)]
        waiting = [figure for figure in waiting if figure not in here]
        taken = set(map(id, inside))
        words = [word for word in words if id(word) not in taken]
        parts = Content(tuple(inside), (), tuple(here))
        rows = split_rows(_on_fills(grid, inside, setting), Middles(inside))
        table = build_table(rows, parts, setting)
        placed.append(Placed(table.place.box or frame, (table,)))
    placed.sort(key=lambda one: one.box[1])
    blocks: list[Block] = []
    for one in placed:
        top = boxes.center(one.box)[1]
        above = [word for word in words if word.base < top]
        over = [figure for figure in waiting if figure.place.box and boxes.center(figure.place.box)[1] < top]
        blocks += make_blocks(make_lines(above), over, frame, setting, cell)
        words = [word for word in words if word.base >= top]
        waiting = [figure for figure in waiting if figure not in over]
        blocks += one.blocks
    return blocks + make_blocks(make_lines(words), waiting, frame, setting, cell)


def _undrawn(lines: Sequence[Line], bands: Sequence[tuple[Box, bool]], frame: Box) -> list[Grid]:
    """The tables without lines among ``lines``; of money, where its columns stand too close for any other table."""
    money = find_amounts(lines)
    found = find_aligned(lines, bands, frame)
    found = [grid for grid in found if not any(_is_more(other, grid) for other in money)]
    return found + [
        grid for grid in money if not any(boxes.shared(grid.box, other.box) > 0 for other in found)
    ]


def _between(lines: Sequence[Line], placed: Sequence[Placed]) -> list[list[Line]]:
    """Lines by what is placed whole between them: no table without lines goes on under another one."""
    cuts = [
        one.box[1]
        for one in placed
        if not any(one.box[1] <= boxes.center(line.box)[1] <= one.box[3] for line in lines)
    ]
    above = [sum(1 for cut in cuts if cut < boxes.center(line.box)[1]) for line in lines]
    return [[lines[at] for at in part] for _, part in itertools.groupby(range(len(lines)), above.__getitem__)]


def _is_more(one: Grid, other: Grid) -> bool:
    """Whether two tables without lines, found in two ways, are the same, ``one`` with more columns."""
    return boxes.shared(one.box, other.box) > 0 and len(one.xs) > len(other.xs)


def _words(area: Area) -> list[Word]:
    return [word for piece in area.pieces if piece.segment is not None for word in piece.segment.words]


def _on_fills(grid: Grid, words: Sequence[Word], setting: Setting) -> Grid:
    """The grid with each column line moved to where stacked fills begin, if no word stands in between."""
    sides = setting.fills.column_sides(grid.box)
    moves: dict[float, float] = {}
    for x in grid.xs[1:-1]:
        for side in sorted(sides, key=lambda side: abs(side - x)):
            low, high = sorted((x, side))
            if not any(word.x1 > low + 1 and word.x0 < high - 1 for word in words):
                moves[x] = side
                break
    xs = [moves.get(x, x) for x in grid.xs]
    if any(left >= right for left, right in itertools.pairwise(xs)):
        return grid
    cells = [
        replace(slot, box=(xs[slot.column], slot.box[1], xs[slot.column + slot.column_span], slot.box[3]))
        for slot in grid.cells
    ]
    return replace(grid, cells=tuple(cells), xs=tuple(xs))


def _build_tables(content: Content, setting: Setting) -> tuple[list[Table], list[Word], list[Figure]]:
    """Tables of the grids that lie in no other; the words and figures that stand in none of them."""
    loose = list(content.figures)
    if not content.grids:
        return [], list(content.words), loose
    inner = [grid for grid in content.grids if any(_nested(grid, other) for other in content.grids)]
    middles = Middles(content.words)
    taken: set[int] = set()  # by their ids: a word's own hash is that of all it holds
    tables = []
    for grid in content.grids:
        if grid in inner:
            continue
        within = middles.within_any(cell.box for cell in grid.cells)
        inside = [word for word in within if id(word) not in taken]
        if not inside:
            continue
        taken.update(map(id, inside))
        here = [figure for figure in loose if any(holds_figure(cell.box, figure) for cell in grid.cells)]
        loose = [figure for figure in loose if figure not in here]
        nested = tuple(other for other in inner if _nested(other, grid))
        parts = Content(tuple(inside), nested, tuple(here), content.bands)
        own = middles.part(grid.box, inside)
        whole = split_rows(split_spans(_with_columns(grid, parts, setting), own), own)
        tables.append(build_table(whole, parts, setting, own))
    return tables, [word for word in content.words if id(word) not in taken], loose


def _with_columns(grid: Grid, content: Content, setting: Setting) -> Grid:
    """Cut the rows of a one-column grid into columns where neighbouring rows keep the same gutters."""
    if len(grid.xs) != 2 or len(grid.cells) < LEAST_SPLIT_ROWS + 1 or content.grids:
        return grid
    bands = [(cell.box, False) for cell in grid.cells]
    found = find_aligned(make_lines(content.words), bands, grid.box)
    if len(found) != 1:
        return grid
    return with_aligned_rows(grid, _on_fills(found[0], content.words, setting))


def build_table(
    grid: Grid, content: Content, setting: Setting, middles: Middles[Word] | None = None
) -> Table:
    """The table of a grid, each cell read as a region of its own; ``middles``: its words, if known."""
    middles = middles or Middles(content.words)
    setting = replace(setting, wraps=Wraps(grid, middles))
    versions, counted = columns_of_versions(grid, middles), replace(setting, versions=True)
    figures = list(content.figures)
    around = [band for band in content.bands if boxes.shared(band[0], grid.box) > 0.9]
    rows: dict[tuple[float, float], list[tuple[Box, bool]]] = {}
    cells = []
    for slot in grid.cells:
        inside = middles.within(slot.box)
        here = [figure for figure in figures if holds_figure(slot.box, figure)]
        nested = [other for other in content.grids if boxes.shared(other.box, slot.box) > 0.9]
        if here:
            figures = [figure for figure in figures if figure not in here]
        _, top, _, bottom = slot.box
        if (top, bottom) not in rows:
            rows[top, bottom] = [band for band in around if top <= (band[0][1] + band[0][3]) / 2 <= bottom]
        bands = tuple([band for band in rows[top, bottom] if boxes.shared(band[0], slot.box) > 0.9])
        parts = Content(tuple(inside), tuple(nested), tuple(here), bands)
        cells.append(_cell(slot, parts, counted if slot.column in versions else setting))
    box = boxes.rounded(grid.box)
    return splice_rows(Table(tuple(cells), len(grid.ys) - 1, len(grid.xs) - 1, Place(setting.page, box)))


def _cell(slot: GridCell, content: Content, setting: Setting) -> Cell:
    fill = setting.fills.cell_color(_own_paper(slot.box, content.grids), content.words)
    figures = content.figures
    if figures:
        figures = tuple([figure for figure in figures if not is_background(figure, slot.box, fill)])
        content = content._replace(figures=figures)
    blocks = read_region(content, slot.box, setting, cell=True)
    return Cell(
        row=slot.row,
        column=slot.column,
        blocks=blocks,
        place=Place(setting.page, boxes.rounded(slot.box)),
        row_span=slot.row_span,
        column_span=slot.column_span,
        fill=None if fill_the_cell(figures, slot.box) else fill,
    )


def _own_paper(box: Box, nested: Sequence[Grid]) -> Box:
    """Where a cell shows its own fill: beside the table that it holds, where that takes nearly all of it."""
    within = next((grid.box for grid in nested if boxes.shared(box, grid.box) > TAKEN), None)
    if within is None:
        return box
    sides = [(box[0], box[1], within[0], box[3]), (within[2], box[1], box[2], box[3])]
    widest = max(sides, key=boxes.width)
    return widest if boxes.width(widest) > 1.0 else box
