"""Guidance over the answers of a form's cells ('Enter as dd/mm/yyyy.' in blue italics over the date): no answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.document import Block, Cell, ListItem, Table, Text, tables_in
from pipeline.model import Finding
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import Pair, source_of
from pipeline.reading.ledger import Ledger
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_CELLS = 3
"""Cells with a line of one look over their answers from which the look is the form's: two may be somebody's habit."""
_READ = 0.5
"""The share of such lines that must read like guidance: last month's words may stand in italics over this month's."""
_SMALLER = 0.9
"""Points by which small print is smaller than what stands below it."""

_Look = tuple[str | None, float | None]
"""Colour and size of a line in italics."""


@dataclass(frozen=True, slots=True)
class Answered:
    """``blocks``: a document's blocks, the guidance gone from its tables' cells; ``guidance``: its lines.

    ``unsure``: those of them that only their look makes guidance.
    """

    blocks: tuple[Block, ...]
    guidance: tuple[Text, ...] = ()
    unsure: tuple[Text, ...] = ()

    def enter(self, ledger: Ledger) -> None:
        """Enter the lines of guidance as the template's own."""
        ledger.take_all(self.guidance, "instruction", "guidance over a form's answers")

    def findings(self) -> tuple[Finding, ...]:
        """A warning for each line that may be somebody's answer in the look of the form's guidance."""
        return tuple(
            Finding(
                "guidance-or-answer",
                "warning",
                "document",
                f"'{line.text}' looks like the guidance of the form's other cells: it was taken for no answer.",
                source_of(line.place, line.text),
            )
            for line in self.unsure
        )


def without_cell_guidance(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> Answered:
    """The blocks, the guidance over the answers in their cells left out where a form has it again and again."""
    looks: dict[_Look, list[Text]] = {}
    for cell in [cell for table in tables_in(blocks) for cell in table.cells]:
        for line in _over_answer(cell, vocabulary):
            looks.setdefault(_look(line), []).append(line)
    kept = {look for look, lines in looks.items() if _is_of_the_form(lines, vocabulary)}
    if not kept:
        return Answered(blocks)
    told: list[Text] = []
    cut = tuple(_without(block, kept, told, vocabulary) for block in blocks)
    return Answered(cut, tuple(told), tuple(line for line in told if not _reads_so(line.text, vocabulary)))


def tell_mixed_answer(pair: Pair, context: Context) -> None:
    """Tell of an answer whose first line is in italics and another is not: guidance may be part of it."""
    said = [line for line in pair.blocks if line.text and line.text in pair.value]
    name = context.vocabulary.field(pair.label)
    mixed = len(said) > 1 and said[0].italic and not all(line.italic for line in said)
    if not mixed or name in {None, "metadata"}:
        return
    about = str(name).removesuffix("-fallback")
    message = f"'{pair.value}' after '{pair.label}' may begin with guidance of the form: '{said[0].text}'."
    source = source_for(pair.blocks, pair.place, f"label '{pair.label}'")
    context.tell("guidance-in-answer", "warning", about, message, source)


def _is_of_the_form(lines: list[Text], vocabulary: Vocabulary) -> bool:
    read = [line for line in lines if _reads_so(line.text, vocabulary)]
    return len(lines) >= _CELLS and len(read) >= _READ * len(lines)


def _reads_so(text: str, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.is_kind(kind, text) for kind in ("guidance", "cell-guidance", "instruction"))


def _over_answer(cell: Cell, vocabulary: Vocabulary) -> tuple[Text, ...]:
    """The lines in italics with which a cell begins, a heading before them perhaps, over lines of another look."""
    if len(cell.blocks) < len(("guidance", "answer")):
        return ()
    blocks = [block for block in cell.blocks if not isinstance(block, Text) or block.text or block.figures]
    if blocks and isinstance(blocks[0], Text) and blocks[0].bold and not blocks[0].italic:
        blocks = blocks[1:]
    lines: list[Text] = []
    while blocks and isinstance(blocks[0], Text) and _is_guiding(blocks[0], vocabulary):
        lines.append(blocks[0])
        blocks = blocks[1:]
    below = blocks[0] if blocks else None
    if below is None or not lines:
        return ()
    return tuple(line for line in lines if not isinstance(below, Text) or _stands_apart(line, below))


def _is_guiding(line: Text, vocabulary: Vocabulary) -> bool:
    """Whether a line is a sentence in italics: no rating, no date, no item of a list."""
    if isinstance(line, ListItem) or line.figures or not line.italic:
        return False
    words, text = vocabulary.rating_words, line.text
    if words.starts_with_rating(text) or words.says_previous(text) or parse_date(text) is not None:
        return False
    return text.endswith((".", "?", ":")) or _reads_so(text, vocabulary)


def _stands_apart(line: Text, below: Text) -> bool:
    """Whether a line differs from the one below by more than its italics: by its colour or its size."""
    if below.italic:
        return False
    smaller = line.size is not None and below.size is not None and line.size <= below.size - _SMALLER
    return smaller or line.color != below.color


def _look(line: Text) -> _Look:
    return line.color, line.size


def _without(block: Block, looks: set[_Look], told: list[Text], vocabulary: Vocabulary) -> Block:
    if not isinstance(block, Table):
        return block
    return replace(block, cells=tuple(_answer(cell, looks, told, vocabulary) for cell in block.cells))


def _answer(cell: Cell, looks: set[_Look], told: list[Text], vocabulary: Vocabulary) -> Cell:
    over = [line for line in _over_answer(cell, vocabulary) if _look(line) in looks]
    told += over
    kept = [block for block in cell.blocks if not any(block is line for line in over)]
    return replace(cell, blocks=tuple(_without(block, looks, told, vocabulary) for block in kept))
