"""Progress bars that are drawn as a table: one row of filled cells whose widths are the shares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from extractors.document import Figure, Table

UNFILLED = "#FFFFFF"
"""The colour of a segment that is as white as the paper."""

MIN_STEPS = 4
"""Cells: from this number on, equal cells of two looks are the steps of a bar and not two lamps side by side."""

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
