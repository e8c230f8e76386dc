"""Documents whose headings and labels say things that no rule knows, one at a time: words of an unseen template."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Block, Document, Run, Table, Text, walk_blocks
from pipeline.reading import trace_document
from pipeline.reading.ledger import Ledger
from tests.documents import RULES

_SYLLABLES = tuple(re.findall("...", "bandelgormipsaltevruklonfimzadworpebhulnicdarsotvimkeg"))
_WORD = re.compile(r"[^\W\d_]{2,}")
_LABEL = re.compile(r"(?P<label>[^:\t]{3,60}?)\s*[:\t]\s*\S.*", re.DOTALL)
_LONGEST = 60
"""Characters of a heading or a label; longer lines are sentences."""


def labels_of(document: Document) -> list[str]:
    """The words that the reading takes for headings and labels, each once, in reading order."""
    _, ledger = trace_document(document, RULES)
    found = [_label(line, ledger) for line in _lines(document)]
    return list(dict.fromkeys(words for words in found if words and _WORD.search(words)))


def with_other_words(document: Document, label: str) -> Document:
    """The document with a heading's or label's words, wherever they head a line, replaced by words of no language."""
    other = _WORD.sub(lambda match: _no_word(match[0]), label)
    return replace(document, body=tuple(_changed(block, label, other) for block in document.body))


def _lines(document: Document) -> Iterator[Text]:
    return (block for block in walk_blocks(document.body) if isinstance(block, Text) and block.text)


def _label(line: Text, ledger: Ledger) -> str | None:
    entry, parted = ledger.fate_of(line), _LABEL.fullmatch(line.text)
    if (
        entry is None
        or entry.fate not in {"heading", "label", "field"}
        or (entry.fate == "field" and not parted)
    ):
        return None
    words = parted["label"] if parted else line.text
    return words if len(words) <= _LONGEST else None


def _changed(block: Block, label: str, other: str) -> Block:
    if isinstance(block, Table):
        cells = (
            replace(cell, blocks=tuple(_changed(inner, label, other) for inner in cell.blocks))
            for cell in block.cells
        )
        return replace(block, cells=tuple(cells))
    if (
        not isinstance(block, Text)
        or not block.text.startswith(label)
        or block.text[len(label) :][:1].isalnum()
    ):
        return block
    return replace(block, runs=tuple(_exchanged(block, label, other)))


def _exchanged(block: Text, label: str, other: str) -> Iterator[Run]:
    """The runs with the label's words exchanged, each letter keeping the look of the one it replaces."""
    start = "".join(run.text for run in block.runs).find(label)
    place = 0
    for run in block.runs:
        letters = [
            other[index - start] if 0 <= index - start < len(label) else letter
            for index, letter in enumerate(run.text, place)
        ]
        yield replace(run, text="".join(letters))
        place += len(run.text)


def _no_word(word: str) -> str:
    """As many letters as a word has, that make none: the same ones for the same word."""
    number = int(hashlib.sha256(word.casefold().encode()).hexdigest(), 16)
    letters = ""
    while len(letters) < len(word):
        number, syllable = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[syllable]
    letters = letters[: len(word)]
    if word.isupper():
        return letters.upper()
    return letters.capitalize() if word[0].isupper() else letters
