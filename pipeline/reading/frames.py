"""Tables that only draw a frame round a page or a part of it: what stands in their cells is the page's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Block, Table
from pipeline.reading.grid import nests_table


def without_frames(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the contents of frames in place of them; a frame's other rows stay tables of one row."""
    return tuple(inner for block in blocks for inner in _unframed(block))


def _unframed(block: Block) -> Iterator[Block]:
    if not isinstance(block, Table) or block.columns != 1 or not any(map(nests_table, block.cells)):
        yield block
        return
    for cell in block.cells:
        if nests_table(cell):
            yield from without_frames(cell.blocks)
        else:
            yield Table((replace(cell, row=0, row_span=1),), 1, 1, cell.place)
