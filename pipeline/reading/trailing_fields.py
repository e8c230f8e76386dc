"""Fields that end a line of running text: 'Monthly report to the Works Board. Month: October 2026'."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import ListItem
from pipeline.reading.elements import Line, Pair
from pipeline.reading.label_lines import SENTENCES, line_pair, split_inline
from pipeline.reading.vocabulary import Vocabulary

_LENGTH = 200
"""Characters of such a line; a longer one is a paragraph of prose."""

_PAIR_WORDS = 12
"""Words of a field and its value; more are a sentence that begins with somebody's role."""


def split_trailing_fields(line: Line, section: str, vocabulary: Vocabulary) -> tuple[Line, list[Pair]] | None:
    """What a line says before its fields as a line of its own, and these; None where none end it, or all is fields."""
    if section != "front" or isinstance(line.block, ListItem) or line.in_table or len(line.text) > _LENGTH:
        return None
    parts = SENTENCES.split(line.text)
    pairs = [split_inline(part.rstrip(" ."), vocabulary, strict=True) for part in parts]
    told = next((at for at in range(1, len(parts)) if all(pair and pair[1] for pair in pairs[at:])), 0)
    if not told or any(pairs[:told]) or any(len(part.split()) > _PAIR_WORDS for part in parts[told:]):
        return None
    said = line.text[: line.text.index(parts[told])].strip(" ;,.")
    found = [line_pair(*pair, (line.block,)) for pair in pairs[told:] if pair is not None]
    runs = (replace(line.block.runs[0], text=said),) if line.block.runs else ()
    return replace(line, block=replace(line.block, runs=runs), text=said), found
