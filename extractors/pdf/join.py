"""Pages -> one body: what runs over a page break is one block again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.document import (
    Aside,
    Block,
    Box,
    Cell,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Table,
    block_text,
    walk_blocks,
)
from extractors.pdf.cut_labels import Cut
from extractors.pdf.hyphens import Vocabulary
from extractors.pdf.paragraphs import TERMINAL, is_label
from extractors.pdf.runs import join_runs
from extractors.pdf.tablejoin import join_tables

HANGING = 2.5
"""Points: a line that starts as close as this to a bullet's text continues the bullet."""

FOOTER_REACH = 36.0
"""Points over the bottom margin into which a footer of several lines may reach."""

NESTED_CUT = Cut()
"""Tables within two parts of one cell: the break between them is known."""

OPEN_ENDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "to",
        "in",
        "on",
        "for",
        "with",
        "by",
        "at",
        "from",
        "that",
        "which",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "will",
        "would",
        "should",
        "has",
        "have",
        "had",
        "as",
        "but",
        "not",
        "than",
        "into",
        "this",
        "these",
        "their",
        "its",
        "our",
        "your",
        "his",
        "her",
        "no",
        "each",
        "any",
        "all",
    ]
)
"""Words with which no sentence ends: what follows over the page belongs to it."""


@dataclass(frozen=True, slots=True)
class PageBody:
    """The blocks of one page. ``open_tops`` and ``open_bottoms`` tell, by its box, which cells of a table lack their
    border at the page's end: their left sides. ``limit`` is how far down (points) text may stand.
    """

    number: int
    blocks: tuple[Block, ...]
    open_tops: Mapping[Box | None, frozenset[float]] = field(default_factory=dict)
    open_bottoms: Mapping[Box | None, frozenset[float]] = field(default_factory=dict)
    limit: float = 0.0


def join_pages(
    pages: Sequence[PageBody], vocabulary: Vocabulary
) -> tuple[tuple[Block, ...], tuple[Aside, ...]]:
    """All blocks in order; and the header rows and tables that later pages repeat."""
    body: list[Block] = []
    repeated: list[Aside] = []
    told: set[str] = set()
    before: PageBody | None = None
    for page in _without_repeated_tables(pages):
        blocks = list(page.blocks)
        last = _last_text(body, before)
        joined = False
        if blocks and before is not None and last is not None:
            first = blocks[0]
            one = _joined(body[last], first, _ended(before, body[last + 1 :]), page, vocabulary)
            if one is not None:
                block, dropped = one
                body[last] = block
                fresh = [each for each in dropped if block_text(each) not in told]
                repeated += [Aside("header", each) for each in fresh]
                told.update(map(block_text, fresh))
                blocks = blocks[1:]
                joined = True
        if blocks and before is not None and not joined:
            blocks = _page_started(blocks)
        body += blocks
        if page.blocks:
            before = page
    return tuple(_unboxed(body)), tuple(repeated)


def _last_text(body: Sequence[Block], before: PageBody | None) -> int | None:
    """The last block that may go on over the page: no figure, and no first page's footer under a table."""
    last = next((i for i in range(len(body) - 1, -1, -1) if not isinstance(body[i], Figure)), None)
    index = last
    while before is not None and index is not None and index > 0 and _is_low(body[index], before):
        index -= 1
    return index if index is not None and isinstance(body[index], Table) else last


def _ended(page: PageBody, footer: Sequence[Block]) -> PageBody:
    """The page, its text area ending where the blocks of ``footer`` begin."""
    tops = [block.place.box[1] for block in footer if block.place.box and not isinstance(block, Figure)]
    return replace(page, limit=min([page.limit, *tops]))


def _is_low(block: Block, page: PageBody) -> bool:
    """Whether a block is a line in or just over the bottom margin."""
    box = block.place.box
    if not isinstance(block, (Paragraph, Figure)) or box is None or block.place.page != page.number:
        return False
    return isinstance(block, Figure) or (
        box[1] > page.limit - FOOTER_REACH and box[3] - box[1] < FOOTER_REACH / 2
    )


def _joined(
    last: Block, first: Block, before: PageBody, page: PageBody, vocabulary: Vocabulary
) -> tuple[Block, tuple[Block, ...]] | None:
    if isinstance(last, Table) and isinstance(first, Table):
        cut = Cut(
            before.open_bottoms.get(last.place.box, frozenset()),
            page.open_tops.get(first.place.box, frozenset()),
            before.limit,
        )
        # A row that runs over whole pages keeps its first page: what stands in it tells how far it goes.
        if not any(_stands_on(cell, before.number) for cell in reversed(last.cells)):
            return None
        return join_tables(last, first, cut, lambda a, b: join_blocks(a, b, vocabulary))
    text = join_texts(last, first, vocabulary)
    return (text, ()) if text is not None else None


def _stands_on(cell: Cell, page: int) -> bool:
    """Whether a cell, or anything in it, begins on a page."""
    return cell.place.page == page or any(block.place.page == page for block in walk_blocks(cell.blocks))


def join_blocks(above: Sequence[Block], below: Sequence[Block], vocabulary: Vocabulary) -> tuple[Block, ...]:
    """The blocks of two parts of a cell, a text cut in the middle made whole."""
    if not above or not below:
        return (*above, *below)
    last, first = above[-1], below[0]
    if isinstance(last, Table) and isinstance(first, Table):
        one = join_tables(last, first, NESTED_CUT, lambda a, b: join_blocks(a, b, vocabulary))
        if one is not None:
            return (*above[:-1], one[0], *below[1:])
    text = join_texts(last, first, vocabulary)
    if text is not None:
        return (*above[:-1], text, *below[1:])
    return (*above, *below)


def join_texts(above: Block, below: Block, vocabulary: Vocabulary) -> Block | None:
    """One text of two where ``below`` goes on with what ``above`` began, else None."""
    if not isinstance(above, (Paragraph, ListItem)) or not isinstance(below, Paragraph):
        return None
    if not goes_on(above, below):
        return None
    runs = join_runs(above.runs, below.runs, vocabulary)
    return replace(above, runs=runs, figures=(*above.figures, *below.figures))


def goes_on(above: Paragraph | ListItem, below: Paragraph) -> bool:
    """Whether a paragraph at the top of a page is the rest of the text above the page break."""
    first, last = below.text, above.text
    if not first or not last or (is_label(first) and not isinstance(above, ListItem)):
        return False
    if abs((above.size or 0) - (below.size or 0)) > 0.1 * (above.size or 1):
        return False
    looks = (above.runs[-1].bold, above.runs[-1].underline), (below.runs[0].bold, below.runs[0].underline)
    if looks[0] != looks[1] and (looks[1] == (True, False) or looks[1][1]) and not first[:1].islower():
        return False
    if last.endswith(TERMINAL):
        return last.endswith(".") and first[:1].islower()
    if first[:1].islower() or last.endswith((",", "-", "–", "&", "(", "/")):
        return True
    if last.split()[-1].lower() in OPEN_ENDS:
        return True
    if isinstance(above, ListItem) and above.place.box and below.place.box:
        return (
            abs(above.place.box[0] - below.place.box[0]) <= HANGING and not below.bold and not below.underline
        )
    return first[:1].isdigit() and not below.bold


def _page_started(blocks: Sequence[Block]) -> list[Block]:
    """The first text of the blocks (within a table: of its first cell with text) marked as starting a page."""
    marked = list(blocks)
    for index, block in enumerate(marked):
        if isinstance(block, Table):
            marked[index] = _table_started(block)
            break
        if isinstance(block, (Heading, Paragraph, ListItem)):
            marked[index] = replace(block, starts_page=True)
            break
    return marked


def _table_started(table: Table) -> Table:
    cells = list(table.cells)
    for index, cell in enumerate(cells):
        if cell.blocks:
            cells[index] = replace(cell, blocks=tuple(_page_started(cell.blocks)))
            break
    return replace(table, cells=tuple(cells))


def _without_repeated_tables(pages: Sequence[PageBody]) -> list[PageBody]:
    """Drop a table that opens a page just as it opened the one before: it is part of the running header."""
    kept: list[PageBody] = []
    opening: Table | None = None
    for page in pages:
        first = page.blocks[0] if page.blocks else None
        if isinstance(first, Table):
            if opening is not None and _same_table(opening, first) and len(page.blocks) > 1:
                kept.append(replace(page, blocks=page.blocks[1:]))
                continue
            opening = first
        kept.append(page)
    return kept


def _same_table(one: Table, other: Table) -> bool:
    if one.place.box is None or other.place.box is None:
        return False
    near = all(abs(a - b) < 3.0 for a, b in zip(one.place.box, other.place.box, strict=True))
    texts = [cell.text for cell in one.cells], [cell.text for cell in other.cells]
    return near and texts[0] == texts[1] and any(texts[0])


def _unboxed(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with every single-cell table replaced by what is in it: a frame around text is no table."""
    plain: list[Block] = []
    for block in blocks:
        if not isinstance(block, Table):
            plain.append(block)
            continue
        cells = tuple(map(_with_plain_blocks, block.cells))
        if len(cells) == 1:
            plain += [_with_fill(inner, cells[0]) for inner in cells[0].blocks]
        else:
            plain.append(replace(block, cells=cells))
    return plain


def _with_plain_blocks(cell: Cell) -> Cell:
    if not any(isinstance(block, Table) for block in cell.blocks):
        return cell
    return replace(cell, blocks=tuple(_unboxed(cell.blocks)))


def _with_fill(block: Block, cell: Cell) -> Block:
    if isinstance(block, (Heading, Paragraph, ListItem)) and block.fill is None and cell.fill:
        return replace(block, fill=cell.fill)
    return block
