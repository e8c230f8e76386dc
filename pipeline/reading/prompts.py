"""Prompts of a form's fields that nobody has answered, as the file itself marks them: 'Choose a sponsor'.

Each organisation words its own, so no rule lists them; where the same words stand unmarked too, they are an answer.
"""

from __future__ import annotations

from itertools import groupby

from extractors.document import Block, Text
from pipeline.reading.elements import texts_of


def prompts_of(blocks: tuple[Block, ...]) -> frozenset[str]:
    """The prompts that a document's lines hold, whole, without the space around them."""
    marked: set[str] = set()
    answered: set[str] = set()
    lines = texts_of(blocks)
    if not any(run.placeholder for line in lines for run in line.runs):
        return frozenset()
    for line in lines:
        for is_prompt, words in _stretches(line):
            (marked if is_prompt else answered).add(words)
    return frozenset(words for words in marked if words and not any(words in said for said in answered))


def _stretches(line: Text) -> list[tuple[bool, str]]:
    """A line's words, cut where prompts begin and end."""
    return [
        (is_prompt, "".join(run.text for run in runs).strip())
        for is_prompt, runs in groupby(line.runs, key=lambda run: run.placeholder)
    ]
