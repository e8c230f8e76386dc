"""A banner of a name and fields in one line: 'Weir Repair     Project no. W-12', 'Weir Repair | Ref: W-12'."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import ListItem, Run, Text
from pipeline.reading.elements import Element, Line, Pair
from pipeline.reading.label_lines import split_line
from pipeline.reading.vocabulary import Vocabulary

_GAP = re.compile(r"\t+|\s+\|\s+|\s{3,}")
_LENGTH = 160
"""Characters of a banner."""
_NAMING = {"reference", "report_date", "period", "programme", "manager", "sponsor", "week-ending"}
"""Fields that stand beside a project's name."""


def read_banner(line: Line, vocabulary: Vocabulary) -> list[Element]:
    """The name as a line of its own and the fields beside it; [] unless every other part is a field."""
    first, *others = [part.strip() for part in _GAP.split(line.text) if part.strip()] or [""]
    if (
        not others
        or len(line.text) > _LENGTH
        or isinstance(line.block, ListItem)
        or line.text != line.block.text
    ):
        return []
    if ":" in first or vocabulary.field(first) or vocabulary.heading(first) or vocabulary.dimension(first):
        return []
    if any(pair.value for pair in split_line(line.block, first, vocabulary, strict=True)):
        return []  # 'Project code W/12 | Sponsor: Ann Lee' is nothing but fields
    pairs: list[Pair] = []
    for part in others:
        found = split_line(line.block, part, vocabulary, strict=True)
        if len(found) != 1 or not found[0].value or vocabulary.field(found[0].label) not in _NAMING:
            return []
        pairs += found
    runs = (replace(line.block.runs[0], text=first),) if line.block.runs else ()
    return [replace(line, block=replace(line.block, runs=runs), text=first), *pairs]


def bold_part(block: Text) -> str:
    """The one bold part of a line that a gap parts ('Weir Repair<tab>Eddy & Sons'), a banner's name; else its words."""
    parts: list[list[Run]] = [[]]
    for run in block.runs:
        first, *rest = run.text.split("\t")
        parts[-1].append(replace(run, text=first))
        parts += [[replace(run, text=text)] for text in rest]
    told = [[run for run in part if run.text.strip()] for part in parts]
    told = [part for part in told if part]
    bold = [part for part in told if all(run.bold for run in part)]
    plain = [part for part in told if not any(run.bold for run in part)]
    if len(bold) != 1 or not plain or len(bold) + len(plain) < len(told):
        return block.text
    return "".join(run.text for run in bold[0]).strip()
