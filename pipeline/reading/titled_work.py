"""Tables of one workstream each: its name in a row of its own over what was done and what comes next, side by side."""

from __future__ import annotations

from extractors.document import Block, Cell, Table
from pipeline.reading.elements import ACTIVITY_SECTIONS, cell_text
from pipeline.reading.grid import Grid
from pipeline.reading.side_by_side import heading_of
from pipeline.reading.vocabulary import Vocabulary

_NAME = 80
"""Characters of a workstream's name."""
_SEVERAL = 2
"""Names that make a set: one title alone is the table's, whatever it says."""


def titles_of_work(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> frozenset[str]:
    """The names of a document's workstreams that stand so; none where there are fewer than several.

    A name may read like a section's ('Design and approvals'): that others stand just so tells that it is none.
    """
    names = {
        cell_text(title)
        for block in blocks
        if isinstance(block, Table)
        for grid in [Grid(block)]
        for row in range(grid.rows)
        if (title := _title(grid, row, vocabulary)) is not None
    }
    return frozenset(names) if len(names) >= _SEVERAL else frozenset()


def _title(grid: Grid, row: int, vocabulary: Vocabulary) -> Cell | None:
    """The cell that alone spans a row right over headings of activities in two columns; None where none does."""
    cells = grid.filled(row)
    if len(cells) != 1 or cells[0].column_span < grid.columns or row + 1 >= grid.rows:
        return None
    words = cell_text(cells[0])
    sections = [heading_of(cell, vocabulary) for cell in grid.filled(row + 1)]
    if not all(name in ACTIVITY_SECTIONS for name in sections) or len(set(sections)) < len(("done", "next")):
        return None
    named = len(cells[0].lines) == 1 and len(words) <= _NAME and not words.endswith(".")
    return cells[0] if named and heading_of(cells[0], vocabulary) not in ACTIVITY_SECTIONS else None
