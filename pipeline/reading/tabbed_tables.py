"""Tables drawn with tabs alone: a line of heads over lines of as many parts become a Table like any other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.document import Block, Cell, Paragraph, Run, Table, Text
from pipeline.reading.ledger import Ledger
from pipeline.values.money import parse_amount
from pipeline.values.rating import RatingWords

_COLUMNS, _ROWS = 3, 3
"""Parts of a line, and lines, at least: two parts are a label and its value, two lines labels over values."""
_HEAD = 30
"""Characters of a head."""
_FIGURES = "0123456789£$€("
_BOXES = "☐☑☒□■✓✔✗"


@dataclass(frozen=True, slots=True)
class Untabbed:
    """``blocks``: a document's blocks, its tabbed tables as tables; ``parts``: the cells' lines of each line."""

    blocks: tuple[Block, ...]
    parts: tuple[tuple[Text, tuple[Text, ...]], ...]

    def enter(self, ledger: Ledger) -> None:
        """Enter for each line what became of its parts."""
        for line, parts in self.parts:
            fates = [entry for part in parts if (entry := ledger.fate_of(part)) is not None]
            told = next((entry for entry in fates if entry.fate == "record"), fates[0] if fates else None)
            if told is not None:
                ledger.take(line, told.fate, told.rule)


def untabbed(blocks: tuple[Block, ...], words: RatingWords) -> Untabbed:
    """The blocks with every run of tabbed lines of as many parts as the first, a line of heads, made a table."""
    made: list[Block] = []
    parts: list[tuple[Text, tuple[Text, ...]]] = []
    index = 0
    while index < len(blocks):
        lines = _run_of_lines(blocks, index, words)
        if len(lines) < _ROWS:
            made.append(blocks[index])
            index += 1
            continue
        rows = _rows(lines)
        made.append(_table(rows))
        parts += zip(lines, map(tuple, rows), strict=True)
        index += len(lines)
    return Untabbed(tuple(made), tuple(parts))


def _rows(lines: list[Text]) -> list[list[Text]]:
    """The parts of each line; a head that begins over the second part of the others has an empty one before it."""
    heads = [part.strip() for part in lines[0].text.split("\t")]
    if not _are_of_amounts(heads, tuple(lines[1:_ROWS])):  # type: ignore[arg-type]  # all are paragraphs
        return [_parts(line, single=_is_single(lines)) for line in lines]
    unnamed = replace(lines[0], runs=(), figures=(), starts_page=False)
    return [
        [unnamed, *_parts(lines[0], single=True)],
        *(_parts(line, single=_is_single(lines[1:])) for line in lines[1:]),
    ]


def _are_of_amounts(heads: list[str], below: tuple[Block, ...]) -> bool:
    """Whether a line heads the amounts alone: each line below has a name before as many amounts as there are heads."""
    parts = [block.text.split("\t") for block in below if isinstance(block, Text) and _is_tabbed(block)]
    return (
        all(heads)
        and len(parts) == len(below) == _ROWS - 1
        and all(len(line) == len(heads) + 1 and all(map(_is_amount, line[1:])) for line in parts)
    )


def _is_amount(part: str) -> bool:
    return parse_amount(part) is not None or not part.strip(" -–—")


def _run_of_lines(blocks: tuple[Block, ...], start: int, words: RatingWords) -> list[Text]:
    """The lines from ``start`` on that have as many parts as the first, where that one is a line of heads."""
    first = blocks[start]
    if not _is_tabbed(first) or not isinstance(first, Text):
        return []
    heads = [part.strip() for part in first.text.split("\t")]
    if _are_of_amounts(heads, blocks[start + 1 : start + _ROWS]):
        heads.insert(0, "")
    width = len(heads)
    told = [head for head in heads if head]
    if width < _COLUMNS or len(told) < width - 1 or not all(_is_head(head, words) for head in told):
        return []
    lines: list[Text] = [first]
    for block in blocks[start + 1 :]:
        if not isinstance(block, Text) or not _is_tabbed(block) or not _fits(block, width):
            break
        lines.append(block)
    return lines


def _is_head(part: str, words: RatingWords) -> bool:
    """Whether a part may head a column: short, no label of a form, no amount and no rating."""
    return len(part) <= _HEAD and ":" not in part and part[0] not in _FIGURES and words.of_word(part) is None


def _is_tabbed(block: Block) -> bool:
    """A paragraph of several parts, none of which is a box to tick."""
    if not isinstance(block, Paragraph) or block.figures or "\t" not in block.text:
        return False
    return not any(sign in block.text for sign in _BOXES)


def _fits(line: Text, width: int) -> bool:
    return width in {len(line.text.split("\t")), len(_filled(line))}


def _is_single(lines: list[Text]) -> bool:
    """Whether every tab begins a column, so that two in a row leave one empty."""
    width = len(lines[0].text.split("\t"))
    return all(len(line.text.split("\t")) == width for line in lines)


def _filled(line: Text) -> list[str]:
    return [part for part in line.text.split("\t") if part.strip()]


def _parts(line: Text, single: bool) -> list[Text]:
    """The parts of a line as lines of their own, each with its runs."""
    parts: list[list[Run]] = [[]]
    for run in line.runs:
        first, *others = run.text.split("\t")
        parts[-1].append(replace(run, text=first))
        for words in others:
            parts.append([replace(run, text=words)])
    cells = [replace(line, runs=tuple(runs), starts_page=False) for runs in parts]
    return cells if single else [cell for cell in cells if cell.text]


def _table(rows: list[list[Text]]) -> Table:
    width = len(rows[0])
    cells = tuple(
        Cell(number, column, (part,), part.place)  # type: ignore[arg-type]  # a part of a paragraph is one
        for number, row in enumerate(rows)
        for column, part in enumerate(row[:width])
    )
    return Table(cells, len(rows), width, rows[0][0].place)
