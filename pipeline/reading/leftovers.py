"""What no stage has taken: every line of the elements, and those that are kept as they stand."""

from __future__ import annotations

from extractors.document import Text
from pipeline.model import Passage
from pipeline.reading.context import Context
from pipeline.reading.elements import Element, Labels, Line, Pair, Rated, Register, source_of


def leftovers(blocks: list[Text], context: Context) -> list[Passage]:
    """What no stage has taken: kept, never lost."""
    kept: list[Passage] = []
    for block in blocks:
        if block.text and context.ledger.fate_of(block) is None:
            context.ledger.take(block, "unclassified", "no rule took it")
            kept.append(Passage(block.text, source_of(block.place, block.text, "no rule took it")))
    return kept


def blocks_of(elements: list[Element]) -> list[Text]:
    """All lines of text that elements were made of, in order, each once."""
    seen: dict[int, Text] = {}
    for element in elements:
        blocks: tuple[Text, ...] = ()
        if isinstance(element, Line):
            blocks = (element.block,)
        elif isinstance(element, (Pair, Rated, Labels)):
            blocks = element.blocks
        elif isinstance(element, Register):
            blocks = element.head_blocks + tuple(
                text for row in element.rows for cell in row.all_cells for text in cell.lines
            )
        for block in blocks:
            seen.setdefault(id(block), block)
    return list(seen.values())
