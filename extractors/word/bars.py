"""Progress bars: a table of one row whose filled cells are the shares, rectangles over each other, or typed blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractors.document import Cell, Figure, Place, Run, Table, Text
from extractors.lines import Piece
from extractors.word.spots import Spot

UNFILLED = "#FFFFFF"
"""The colour of a segment that is as white as the paper."""

MIN_STEPS = 4
"""Cells: from this number on, equal cells of two looks are the steps of a bar and not two lamps side by side."""

MIN_ASPECT = 3.0
"""Width over height: a rectangle less long than this is a lamp or a box, no bar."""

TOLERANCE = 0.03
"""Of the bar's width: edges drawn by hand that lie this close are meant to meet."""

MIN_BLOCKS = 5
"""Blocks: fewer are lamps or bullets."""
MIN_LIGHT = 0.8
"""Lightness (HLS): from here on a colour is the ground of a bar's steps that are not reached yet."""
_INK = "#000000"
_TWO = 2
_EMPTY_BLOCKS = frozenset("░▒□▯◻▢")
_BLOCKS = _EMPTY_BLOCKS | frozenset("█▓■▮◼")
_NO_BLOCKS = str.maketrans(dict.fromkeys(_BLOCKS, " "))

_PERCENT = re.compile(r"\d{1,3}(?:\.\d+)?\s*%?(?:\s*complete)?", re.IGNORECASE)


def read_bar(table: Table, widths: Sequence[int]) -> Figure | None:
    """The bar that a table draws, or None.

    A bar is one row of cells that hold nothing or a percentage, with filled cells from the left on, and either
    cells of unequal width or many equal steps of two looks.

    Args:
        table: the table.
        widths: its columns' widths, in any unit.
    """
    cells = table.cells
    if table.rows != 1 or len(cells) < 2 or cells[0].fill is None:
        return None
    if any(cell.text and not _PERCENT.fullmatch(cell.text.strip()) for cell in cells):
        return None
    if any(not hasattr(block, "runs") for cell in cells for block in cell.blocks):
        return None
    sizes = [sum(widths[cell.column : cell.column + cell.column_span]) for cell in cells]
    total = sum(sizes)
    fills = [cell.fill or UNFILLED for cell in cells]
    merged = [
        (fill, sum(size for _, size in group) / total)
        for fill, group in groupby(zip(fills, sizes, strict=True), key=lambda pair: pair[0])
    ]
    steps = len(cells) >= MIN_STEPS and len(set(fills)) == 2
    unequal = len(set(sizes)) > 1 and sum(cell.fill is not None for cell in cells) >= 2
    if len(merged) < 2 or not (steps or unequal) or (steps and len(merged) != 2):
        return None
    text = " ".join(cell.text for cell in cells if cell.text)
    return Figure("bar", table.place, color=fills[0], text=text, segments=tuple(merged))


def join_steps(table: Table) -> Table:
    """The table, the steps of a bar that stand beside its label as one cell that holds the bar.

    Steps are empty cells side by side, first of one colour and then pale or of none, that no other row of the table is
    cut into: ratings of several months stand under heads.
    """
    if table.columns <= MIN_BLOCKS:
        return table
    cells: list[Cell] = []
    for row in range(table.rows):
        across = table.row(row)
        bars = dict(_steps(across, _cuts(table, row))) if len(across) > MIN_BLOCKS else {}
        index = 0
        while index < len(across):
            count = bars.get(index, 0)
            cells.append(_bar_cell(across[index : index + count]) if count else across[index])
            index += max(1, count)
    return table if len(cells) == len(table.cells) else replace(table, cells=tuple(cells))


def _cuts(table: Table, row: int) -> frozenset[int]:
    """The columns at which cells of other rows begin."""
    return frozenset(cell.column for cell in table.cells if cell.row != row)


def _steps(cells: Sequence[Cell], cuts: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where steps of a bar begin among a row's cells, and how many there are."""
    index = 0
    for is_step, group in groupby(cells, key=lambda cell: not cell.blocks or not (cell.text or _drawn(cell))):
        steps = list(group)
        looks = [fill for fill, _ in groupby(cell.fill for cell in steps)]
        two = is_step and len(looks) == _TWO and looks[0] is not None and _is_pale(looks[1])
        if two and len(steps) >= MIN_BLOCKS and cuts.isdisjoint(cell.column for cell in steps[1:]):
            yield index, len(steps)
        index += len(steps)


def _is_pale(fill: str | None) -> bool:
    """Whether a step is still to be filled: no light of another colour."""
    channels = [int((fill or UNFILLED)[at : at + 2], 16) for at in (1, 3, 5)]
    return (max(channels) + min(channels)) / (2 * 255) >= MIN_LIGHT


def _drawn(cell: Cell) -> bool:
    """Whether a cell without words holds a drawing or a table."""
    return any(not isinstance(block, Text) or block.figures for block in cell.blocks)


def _bar_cell(steps: Sequence[Cell]) -> Cell:
    first, last = steps[0], steps[-1]
    fills = [cell.fill or UNFILLED for cell in steps]
    segments = tuple((fill, len(list(group)) / len(steps)) for fill, group in groupby(fills))
    bar = Figure("bar", first.place, color=fills[0], segments=segments)
    span = last.column + last.column_span - first.column
    return replace(first, blocks=(bar,), column_span=span, fill=None)


def read_drawn_bar(panels: Sequence[tuple[Figure, Spot]], place: Place) -> Figure | None:
    """The bar that the rectangles of one paragraph draw, or None.

    Either a long rectangle with shorter coloured ones over it, from its left edge on, or coloured rectangles
    side by side.

    Args:
        panels: rectangles with their spots, in drawing order.
        place: where the paragraph stands.
    """
    if len(panels) < 2:
        return None
    left, right = min(spot.left for _, spot in panels), max(spot.right for _, spot in panels)
    height = max(spot.height for _, spot in panels)
    middle = panels[0][1].middle
    if right - left < MIN_ASPECT * height or any(
        abs(spot.middle - middle) > height / 2 for _, spot in panels
    ):
        return None
    slack = TOLERANCE * (right - left)
    segments: list[tuple[str, float]] = []
    x = left
    whole = [figure for figure, spot in panels if spot.width > right - left - slack]
    parts = [(figure, spot) for figure, spot in panels if figure not in whole]
    for figure, spot in sorted(parts, key=lambda part: part[1].left):
        if abs(spot.left - x) > slack or figure.color is None:
            return None
        segments.append((figure.color, (min(spot.right, right) - x) / (right - left)))
        x = spot.right
    if right - x > slack:
        ground = next((figure.color for figure in whole if figure.color), UNFILLED)
        segments.append((ground, (right - x) / (right - left)))
    if not parts or len({color for color, _ in segments}) < 2:
        return None
    return Figure("bar", place, color=segments[0][0], segments=tuple(segments))


def take_typed_bar(pieces: Sequence[Piece], place: Place) -> tuple[Figure | None, tuple[Piece, ...]]:
    """Part a bar that is typed as a row of blocks ('██████░░░░ 60%', green squares and grey ones) from its line.

    Args:
        pieces: one line.
        place: where it stands.

    Returns:
        The bar, with the words of its line, or None, and the line; blocks that are text stay in it, coloured ones are
        no lamps any more.
    """
    blocks: list[tuple[bool, str]] = []
    for piece in pieces:
        if isinstance(piece, Run) and not blocks and (piece.text.isascii() or _BLOCKS.isdisjoint(piece.text)):
            continue
        if isinstance(piece, Figure) and piece.text not in _BLOCKS:
            break
        for sign in piece.text:
            if sign in _BLOCKS:
                blocks.append((sign in _EMPTY_BLOCKS, piece.color or ""))
            elif blocks and not sign.isspace():
                break
    if len(blocks) < MIN_BLOCKS:
        return None, tuple(pieces)
    looks = [(look, len(list(group))) for look, group in groupby(blocks)]
    if len(looks) != _TWO or looks[0][0][0]:
        return None, tuple(pieces)
    colors = [UNFILLED if is_empty else color or _INK for (is_empty, color), _ in looks]
    segments = tuple((color, count / len(blocks)) for color, (_, count) in zip(colors, looks, strict=True))
    rest = tuple(piece for piece in pieces if isinstance(piece, Run) or piece.text not in _BLOCKS)
    words = "".join(piece.text for piece in rest if isinstance(piece, Run)).translate(_NO_BLOCKS)
    return Figure("bar", place, color=colors[0], text=" ".join(words.split()), segments=segments), rest


def replace_panels(
    pieces: Sequence[Piece], panels: Sequence[tuple[Figure, Spot]], bar: Figure
) -> list[Piece]:
    """Put a bar in the place of the rectangles that draw it."""
    drawn = {id(figure) for figure, _ in panels}
    kept = [piece for piece in pieces if id(piece) not in drawn]
    first = next(index for index, piece in enumerate(pieces) if id(piece) in drawn)
    return [*kept[:first], bar, *kept[first:]]
