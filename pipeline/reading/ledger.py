"""What became of every line of the document: the books that show nothing was lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from extractors.document import Text

Fate = Literal[
    "record",
    "field",
    "metadata",
    "narrative",
    "unclassified",
    "heading",
    "label",
    "legend",
    "instruction",
    "placeholder",
    "watermark",
    "index",
]


COLUMN_HEAD = "column head"
"""The rule by which the heads of a register are furniture."""


class Entry(NamedTuple):
    """What a line became, under which heading or label, and the rule that decided."""

    fate: Fate
    rule: str
    text: str


class Ledger:
    """One entry a line. The first word of a line's fate stands, except that a record outranks furniture."""

    def __init__(self) -> None:
        self._entries: dict[int, Entry] = {}

    def take(self, block: Text, fate: Fate, rule: str, text: str | None = None) -> None:
        """Enter what a line became. ``text`` is what of it is told as furniture (the whole line by default)."""
        known = self._entries.get(id(block))
        if known is None or (fate == "record" and known.fate != "record"):
            self._entries[id(block)] = Entry(fate, rule, block.text if text is None else text)

    def take_all(self, blocks: Iterable[Text], fate: Fate, rule: str) -> None:
        """Enter the same fate for several lines."""
        for block in blocks:
            self.take(block, fate, rule)

    def fate_of(self, block: Text) -> Entry | None:
        """What a line became, None where nothing has taken it."""
        return self._entries.get(id(block))
