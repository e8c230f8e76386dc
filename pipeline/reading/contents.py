"""Tables of contents and lists of tables: their entries repeat headings, and say only on which page those stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Block, Figure, Table, Text
from pipeline.reading.vocabulary import Vocabulary

_LEADER_DOTS = 5
_LEADERS = re.compile(rf"\S\s*(?:\.\s?){{{_LEADER_DOTS},}}\s*\d{{0,3}}$")
_PAGED = re.compile(r"(?:^|\S\s*\t\s*|\S(?:\s*\.)+\s*|[a-z)]\s)(?:\d{1,3}|[ivx]{1,5})$")
"""An entry and its page behind a tab or leaders, or a page alone."""


def is_entry(block: Text) -> bool:
    """A line of a table of contents: by its style, or by leaders that run to a page number."""
    if (block.style or "").casefold().startswith("toc"):
        return True
    return block.text.count(".") >= _LEADER_DOTS and _LEADERS.search(block.text) is not None


def entries_of(blocks: Sequence[Block], vocabulary: Vocabulary) -> frozenset[int]:
    """The ids of the heads of contents and of the lines and tables under them that say pages."""
    found: set[int] = set()
    title: Block | None = None
    for block in blocks:
        if isinstance(block, Text) and vocabulary.is_kind("contents", block.text):
            title = block
        elif isinstance(block, Figure) or title is None:
            continue
        elif _is_paged(block):
            found |= {id(title), id(block)}
        else:
            title = None
    return frozenset(found)


def _is_paged(block: Block) -> bool:
    """Whether a line ends with a page number, or all of a table's rows do."""
    if isinstance(block, Text):
        return _PAGED.search(block.text) is not None
    if not isinstance(block, Table):
        return False
    rows = [[text for cell in block.row(row) if (text := cell.words)] for row in range(block.rows)]
    told = [row for row in rows if row]
    return bool(told) and all(len(row) > 1 and row[-1].replace(" ", "").isdecimal() for row in told)
