"""Workstreams under headings of their own, each over tables of what was done and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Block, Heading, Table
from pipeline.reading.elements import ACTIVITY_SECTIONS
from pipeline.reading.grid import Grid
from pipeline.reading.side_by_side import heading_of
from pipeline.reading.vocabulary import Vocabulary

_SEVERAL = 2
"""Headings that make a set, and the columns of a table: one alone may head anything."""


def headings_of_work(blocks: Sequence[Block], vocabulary: Vocabulary) -> frozenset[int]:
    """The ids of the headings that no rule knows, of one level, each over a table of what was done or comes next."""
    found: dict[int, list[Heading]] = {}
    over: Heading | None = None
    for block in blocks:
        if isinstance(block, Heading):
            over = block if _may_name(block, vocabulary) else None
        elif isinstance(block, Table) and over is not None and _tells_of_work(block, vocabulary):
            found.setdefault(over.level, []).append(over)
            over = None
    several = [headings for headings in found.values() if len(headings) >= _SEVERAL]
    return frozenset(id(heading) for headings in several for heading in headings)


def _may_name(block: Heading, vocabulary: Vocabulary) -> bool:
    known = vocabulary.heading(block.text) or vocabulary.is_report_title(block.text)
    return bool(block.text) and not known and not block.text.rstrip().endswith((".", ":"))


def _tells_of_work(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a table's first head says that its rows were done or come next, with who or when beside it."""
    heads = Grid(table).filled(0)
    return len(heads) >= _SEVERAL and heading_of(heads[0], vocabulary) in ACTIVITY_SECTIONS
