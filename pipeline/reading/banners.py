"""A name and fields beside each other: in one line ('Weir Repair | Ref: W-12'), or in a table's first row."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Cell, Heading, ListItem, Paragraph, Run, Text
from pipeline.reading.elements import Element, LabelRole, Line, Pair
from pipeline.reading.label_lines import split_line
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_GAP = re.compile(r"\t+|\s+\|\s+|\s{3,}")
_LENGTH = 160
"""Characters of a banner."""
_NAMING = {"reference", "report_date", "period", "programme", "manager", "sponsor", "week-ending"}
"""Fields that stand beside a project's name."""
_TITLED = _NAMING - {"manager", "sponsor"}
"""Those of them that no list of people is made of."""
_NAME_AND_FIELDS = 2
_COVERAGE = 0.75
"""Share of a title's words that the rules must know for it to head a section."""


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
    name = "".join(run.text for run in bold[0]).strip()
    return block.text if name.endswith(":") else name  # 'Re:' is the label of what follows


def read_name_cell(cells: list[Cell], vocabulary: Vocabulary) -> list[Element]:
    """The name and the fields of a table's first row of two cells; [] where it is another row.

    One cell holds one line set like a title, the other nothing but fields: '**Weir Repair**' beside 'Job no. W-12' over
    'May 2012 (issued 6 June 2012)'. An organisation's name there is no project's.
    """
    if len(cells) != _NAME_AND_FIELDS:
        return []
    for name, beside in (cells, cells[::-1]):
        if not _is_larger(name, beside) or not is_title(name, vocabulary):
            continue
        found = _fields_alone(beside, vocabulary)
        fields = {vocabulary.field(pair.label) for pair in found if isinstance(pair, Pair)}
        if fields & _TITLED:
            return [*name_lines(name, vocabulary), *found]
    return []


def name_lines(cell: Cell, vocabulary: Vocabulary) -> list[Element]:
    """The line of a cell that names what the fields beside it are of, or whose they are."""
    whose = any(vocabulary.is_kind("organisation", line.text) for line in cell.lines)
    label: LabelRole = "none" if whose else "name"
    return [Line(block, block.text, fill=cell.fill, label=label, in_table=True) for block in cell.lines]


def is_title(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds one line set like a title that the rules know as nothing else."""
    lines = [line for line in cell.lines if line.text]
    if len(lines) != 1 or len(lines[0].text) > _LENGTH or lines[0].text.rstrip().endswith((":", ".", "?")):
        return False
    words, line = lines[0].text, lines[0]
    heading = vocabulary.heading(words)
    opens = heading is not None and (heading.exact or heading.coverage >= _COVERAGE)
    known = opens or vocabulary.field(words) or vocabulary.dimension(words)
    other = any(vocabulary.is_kind(kind, words) for kind in ("title", "placeholder"))
    return (
        isinstance(line, (Heading, Paragraph))
        and (line.bold or isinstance(line, Heading))
        and not (known or other)
    )


def _is_larger(cell: Cell, beside: Cell) -> bool:
    """Whether a cell's line is set larger than what stands beside it: a bold label is as large as its value."""
    size = max((line.size or 0 for line in cell.lines), default=0)
    return size > max((line.size or 0 for line in beside.lines), default=size)


def _fields_alone(cell: Cell, vocabulary: Vocabulary) -> list[Element]:
    """The fields of a cell that holds nothing else but a date; [] where some line is neither."""
    found: list[Element] = []
    for line in cell.lines:
        pairs = [pair for pair in split_line(line, line.text, vocabulary, strict=True) if pair.value]
        if line.text and not pairs and parse_date(line.text) is None:
            return []
        found += pairs or ([Line(line, line.text, in_table=True)] if line.text else [])
    return found
