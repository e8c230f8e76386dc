"""The nouns between a Document and its records: what the reading stages hand each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar, dataclass_transform

from extractors.document import Block, Box, Cell, Figure, Place, Table, Text
from pipeline.model import Source
from pipeline.values.rating import Mark

ACTIVITY_SECTIONS = {
    "completed": "completed",
    "planned": "planned",
    "in progress": "in-progress",
    "missed": "missed",
}
RISK_SECTIONS = {"risks", "issues", "risks and issues"}
RECORD_SECTIONS = {*ACTIVITY_SECTIONS, *RISK_SECTIONS, "decisions"}
"""Sections whose lines are records: 'Status: green' there is somebody's sentence."""
_Kind = TypeVar("_Kind")


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def _element(kind: type[_Kind]) -> type[_Kind]:
    """As ``noun``, but alike to itself alone: two lines of the same words are two."""
    return dataclass(slots=True, eq=False)(kind)


LabelRole = Literal["none", "row", "column", "part", "workstream", "doer", "package", "headed-work", "name"]


@_element
class Line:
    """A line of running text. ``label``: it heads a table's row or column; ``spans_row``: it stands across a table.

    ``text`` differs from the block's where a run-in heading was cut off.
    """

    block: Text
    text: str
    fill: str | None = None
    label: LabelRole = "none"
    spans_row: bool = False
    in_table: bool = False
    after_label: bool = False


@_element
class Pair:
    """A form's label and its value, with the blocks both stand in."""

    label: str
    value: str
    blocks: tuple[Text, ...]
    mark: Mark
    place: Place
    in_table: bool = True


@_element
class Rated:
    """A rated dimension: label, what its current and previous cells show, and the commentary beside it."""

    label: str
    current: Mark | None
    previous: Mark | None
    comment: str | None
    blocks: tuple[Text, ...]
    place: Place
    of_project: bool = False
    """The row is a project's (an index page), not a dimension's."""
    of_part: bool = False
    """The rating is a workstream's, whatever dimension shares its name or a word of it ('People and timetable')."""
    period: str = ""
    """The month or other period that heads the current rating, where only the order of such heads tells it."""
    further: tuple[tuple[str, Mark], ...] = ()
    """Further marks beside the rating, each with the head that it stands under: no rule knows what they say."""


@_element
class Row:
    """A register's row: cells by role. ``group``: the sub-heading row that it stands under."""

    cells: dict[str, Cell]
    all_cells: tuple[Cell, ...]
    group: str | None = None


@_element
class Register:
    """A table (or a band of one) whose rows are records of one kind; ``heads`` are the column heads by role."""

    kind: str
    heads: dict[str, str]
    rows: tuple[Row, ...]
    head_blocks: tuple[Text, ...]
    place: Place
    unread: tuple[str, ...] = ()
    """Heads that no rule knows, over columns that are not empty: their words stand in the records' sources alone."""
    guessed: tuple[tuple[str, str], ...] = ()
    """Heads that no rule knows with the parts that what stands below them tells ('Officer' over names: owner)."""
    over: tuple[str, ...] = ()
    """What stands over several of the heads: 'Money (£000)' across the table."""
    unparted: tuple[str, ...] = ()
    """Heads of several parts ('Owner / due') over cells that do not show which is which."""


@_element
class Drawing:
    """A figure that stands by itself."""

    figure: Figure


@_element
class Break:
    """The end of a table's cell or band whose row label no longer speaks for what follows."""


@_element
class Labels:
    """Column heads and labels that carry no value of their own; what explains a key's colours, or how to fill in.

    ``kept``: what no record holds, to be kept as it stands.
    """

    blocks: tuple[Text, ...]
    kind: Literal["label", "legend", "instruction", "kept"] = "label"


Element = Line | Pair | Rated | Register | Drawing | Labels | Break


@dataclass(slots=True)
class Section:
    """A stretch of a report under one heading. ``name`` is the rules' section, 'front' before the first,
    'unknown' under a heading that no rule knows.
    """

    name: str
    title: str
    heading: Line | None
    items: list[Element] = field(default_factory=list)
    rule: str = ""
    work_package: Line | None = None
    """The heading of a work package that the section stands under."""


def texts_of(blocks: tuple[Block, ...]) -> tuple[Text, ...]:
    """All lines of text in blocks, those of nested tables included."""
    found: list[Text] = []
    for block in blocks:
        if isinstance(block, Text):
            found.append(block)
        elif isinstance(block, Table):
            for cell in block.cells:
                found += cell.lines
    return tuple(found)


def figures_of(blocks: tuple[Block, ...]) -> tuple[Figure, ...]:
    """All figures in blocks: alone, in lines, in nested tables."""
    found: list[Figure] = []
    for block in blocks:
        if isinstance(block, Text):
            found += block.figures
        elif isinstance(block, Table):
            for cell in block.cells:
                found += figures_of(cell.blocks)
        else:
            found.append(block)
    return tuple(found)


def mark_of(cell: Cell) -> Mark:
    """What a cell shows as a rating."""
    runs = tuple(run for line in cell.lines for run in line.runs)
    paragraph_fill = next((line.fill for line in cell.lines if line.fill), None)
    return Mark(cell.words, runs, cell.fill or paragraph_fill, figures_of(cell.blocks))


def mark_beside(cell: Cell, label: Cell | None) -> Mark:
    """What a cell shows as a rating beside its row's label: a fill that both share is the row's band and no rating."""
    mark = mark_of(cell)
    banded = label is not None and label is not cell and label.fill == cell.fill == mark.fill
    return replace(mark, fill=None) if banded and mark.fill else mark


def source_of(place: Place, text: str, rule: str = "") -> Source:
    """The contract's source of words at a place."""
    box: Box | None = place.box
    rounded = (
        None if box is None else (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
    )
    return Source(place.page, rounded, place.path, text, rule)


def place_over(place: Place, blocks: Iterable[Text]) -> Place:
    """A record's place, its box drawn around all ``blocks`` of its page: its words stand in several cells of a row."""
    if place.box is None:
        return place
    beside = [block.place.box for block in blocks if block.place.page == place.page and block.place.box]
    left, top, right, bottom = zip(place.box, *beside, strict=True)
    return replace(place, box=(min(left), min(top), max(right), max(bottom)))


def source_grown(source: Source, blocks: tuple[Text, ...]) -> Source:
    """A record's source with further lines of it: their words, and the box drawn around those of its page."""
    place = place_over(Place(source.page, source.bbox, source.path), blocks)
    words = " ".join(block.text for block in blocks)
    return source_of(place, f"{source.text} {words}", source.rule)
