"""Sections side by side: headings over their content in two columns, a board, or workstreams by what they did."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import Cell, ListItem, Table, Text
from pipeline.reading.elements import (
    ACTIVITY_SECTIONS,
    LabelRole,
    Labels,
    Line,
    Rated,
)
from pipeline.reading.grid import Grid, is_empty, is_label_column, nests_table
from pipeline.reading.marks import is_mark
from pipeline.reading.register_rows import looks_like_head
from pipeline.reading.shares import says_shares
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.boxes import BOXES
from pipeline.values.dates import parse_date

_ACTIVITIES = set(ACTIVITY_SECTIONS)
_COVERAGE = 0.75
"""Share of a head's words that the rules must know."""
_TWO = 2
_NUMBER_HEAD = 6
"""Characters of a head over a column of numbers: 'No.', 'Item', '#'."""
_FIGURE = re.compile(r"[£$€]?[\d,.]+\s?[%km]?")
_PROSE_WORDS = 2
"""Words on the average of what was done; states and names have fewer."""
_HEAD_LENGTH = 90
"""Characters: a column's head is no longer than the longest headings of forms."""


Part = Line | Labels | Rated | Cell


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The parts in reading order (a ``Cell`` stands for its content) and the rows of the table that they take."""

    parts: tuple[Part, ...]
    rows: int


def read_side_by_side(grid: Grid, row: int, vocabulary: Vocabulary) -> SideBySide | None:
    """The sections whose headings stand in ``row``, column by column; None where it holds no such headings."""
    heads = grid.filled(row)
    if len(heads) < _TWO or row + 1 >= grid.rows or not any(heading_of(cell, vocabulary) for cell in heads):
        return None
    asides = [cell for cell in heads if numbers_lines(grid, row, cell)]
    shares = [cell for cell in heads[1:] if is_share(grid, row, cell)]
    heads = [cell for cell in heads if cell not in asides and cell not in shares]
    if len(heads) < _TWO:
        return None
    names = [heading_of(cell, vocabulary) for cell in heads]
    known = [name for name in names if name]
    led = names[0] is None and len(known) == len(heads) - 1 and len(known) > 1
    led = led or (
        len(heads) == 2
        and names[0] is None
        and names[1] in _ACTIVITIES
        and not _is_bare_state(heads[1], vocabulary)
        and _leads(grid, row, heads[0], vocabulary)
    )
    if (
        (len(set(known)) < 2 and not led and not _in_turn(grid, row, heads, vocabulary))
        or (len(known) != len(heads) and not led)
        or "response" in known
    ):
        return None
    body = body_under(grid, row, vocabulary)
    if not body or any(is_dated(grid, head, body) for head in heads):
        return None
    corner = _unnamed_leader(grid, row, heads, known)
    led = led and corner is None
    leader = heads[0] if led else corner
    parts: list[Part] = [] if leader is None else [Labels(leader.lines)]
    for head in heads[1:] if led else heads:
        parts += column_parts(grid, head, leader, body)
    for beside in (*asides, *shares):
        cells = [beside, *(cell for below in body if (cell := grid.under(below, beside)) is not None)]
        lines = tuple(text for cell in cells for text in cell.lines)
        parts.append(Labels(lines, "kept" if beside in shares else "label"))
    return SideBySide(tuple(parts), 1 + len(body))


def _in_turn(grid: Grid, row: int, heads: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether heads are nothing but the last period and this one, which hold work of two kinds, or ratings."""
    words = [cell.words.strip(" :") for cell in heads]
    says = vocabulary.is_kind
    if not any(says("last-period", text) for text in words) or not any(
        says("this-period-alone", text) for text in words
    ):
        return False
    below = [cell for line in range(row + 1, grid.rows) for cell in grid.starting(line)]
    if any(is_mark(cell, vocabulary) or vocabulary.rating_words.light_of(cell.fill) for cell in below):
        return False
    told = [len(cell.words.split()) for cell in below if not is_empty(cell)]
    return sum(told) >= _PROSE_WORDS * len(told)


def read_dashboard(grid: Grid, row: int, whole_page: bool) -> SideBySide | None:
    """Parts of a page laid out in a grid, whatever their heads say: lists and tables under heads dressed as such.

    A part is known by its content: a table within the cell, or, where nothing says that the heads are a table's own
    (``whole_page``), a list or several paragraphs.
    """
    heads = grid.filled(row)
    if len(heads) < _TWO or not all(map(_is_part_head, heads)):
        return None
    if is_label_column(heads, [grid.under(row + 1, head) for head in heads]):
        return None
    body = _filled_rows_under(grid, row)
    if len(body) != 1:
        return None
    cells = [cell for head in heads if (cell := _starting_under(grid, body[0], head)) is not None]
    whole = sum(1 for cell in cells if _is_laid_out(cell))
    tables = any(isinstance(block, Table) for cell in cells for block in cell.blocks)
    if not (tables or (whole_page and whole * 2 >= len(heads))):
        return None
    parts: list[Part] = []
    for head in heads:
        parts += lines_labelled(head, "part")
        under = _starting_under(grid, body[0], head)
        if under is not None:
            parts.append(under)
    return SideBySide(tuple(parts), body[0] - row + 1)


def holds_table(cell: Cell) -> bool:
    """Whether a table of several rows and columns stands within a cell."""
    return any(isinstance(block, Table) and block.rows > 1 and block.columns > 1 for block in cell.blocks)


def _is_part_head(cell: Cell) -> bool:
    texts = [text for text in cell.lines if text.text]
    short = len(texts) == 1 and len(cell.words) <= _HEAD_LENGTH and not isinstance(texts[0], ListItem)
    return short and looks_like_head(cell) and not cell.words.rstrip().endswith(".")


def _is_laid_out(cell: Cell) -> bool:
    """Whether a cell holds a part of a page: a table, a list, or paragraphs, and no single value."""
    lines = [text for text in cell.lines if text.text]
    if nests_table(cell):
        return True
    return any(isinstance(text, ListItem) for text in lines) or len(lines) > 1


def _filled_rows_under(grid: Grid, row: int) -> list[int]:
    """The rows with words below a row of heads, up to a row across the table or the next heads."""
    body: list[int] = []
    for below in range(row + 1, grid.rows):
        cells = grid.filled(below)
        if not cells:
            continue
        if (len(cells) == 1 and cells[0].column_span == grid.columns) or all(map(_is_part_head, cells)):
            break
        body.append(below)
    return body


def _starting_under(grid: Grid, row: int, head: Cell) -> Cell | None:
    cell = grid.under(row, head)
    return cell if cell is not None and cell.row == row else None


def _unnamed_leader(grid: Grid, row: int, heads: list[Cell], known: list[str]) -> Cell | None:
    """The blank corner over a first column of workstreams, whose rows say what was done and what comes next."""
    corner = grid.at(row, 0)
    if corner is None or not is_empty(corner) or heads[0].column == 0 or not set(known) <= _ACTIVITIES:
        return None
    return corner


def numbers_lines(grid: Grid, row: int, head: Cell) -> bool:
    """Whether a column only numbers the lines beside it ('No.' over 1, 2, 3)."""
    below = [cell for line in range(row + 1, grid.rows) if (cell := grid.under(line, head)) is not None]
    words = [cell.words.strip(" .)") for cell in below if not is_empty(cell)]
    return bool(words) and len(head.words) <= _NUMBER_HEAD and all(word.isdigit() for word in words)


def is_share(grid: Grid, row: int, head: Cell) -> bool:
    """Whether a column holds nothing but shares of the work ('% planned' over 92, 30, 22)."""
    below = [cell for line in range(row + 1, grid.rows) if (cell := grid.under(line, head)) is not None]
    words = [cell.words.strip() for cell in below if not is_empty(cell)]
    return "%" in head.words and bool(words) and all(map(_FIGURE.fullmatch, words))


def heading_of(cell: Cell, vocabulary: Vocabulary) -> str | None:
    """The section that a column's head opens; heads of a register's own columns ('Due date') open none."""
    texts, text = cell.lines, cell.words
    if not texts or len(texts) > 2 or len(text) > _HEAD_LENGTH:
        return None
    match = vocabulary.heading(text)
    if match is None or match.coverage < _COVERAGE or match.section == "ratings" or _has_boxes(cell):
        return None
    if not match.exact and any(map(_is_bullet, texts)):
        return None  # a list's item beside 'Done this month' is what was done, whatever its words
    if says_shares(text, vocabulary):
        return None  # 'Plan 40% / Actual 35%' beside 'Progress' is its value
    if not match.exact and vocabulary.field(text) is not None:
        return None
    label, _, value = text.partition(":")
    if value.strip() and not match.exact and vocabulary.field(label) is not None:
        return None  # 'Reporting period: May 2023' is a field
    roles = {column.role for column in vocabulary.columns(text) if column.register == "activities"}
    return match.section if match.exact or not roles & {"owner", "due", "status"} else None


def _is_bullet(line: Text) -> bool:
    """Whether a line is a plain item of a list; forms number their headings too."""
    return isinstance(line, ListItem) and not line.bold and not any(map(str.isdigit, line.marker))


def _has_boxes(cell: Cell) -> bool:
    """Whether boxes stand in a cell, to tick one: '☐ Yes ☒ No – to be agreed' answers what stands beside it."""
    drawn = any(figure.kind == "checkbox" for line in cell.lines for figure in line.figures)
    return drawn or any(sign in cell.words for sign in BOXES)


def _is_bare_state(cell: Cell, vocabulary: Vocabulary) -> bool:
    """'Completed' in a cell that nothing dresses as a head: how something stands, beside what it is."""
    dressed = bool(cell.fill) or all(text.bold or text.underline for text in cell.lines)
    return not dressed and vocabulary.activity_kind(cell.words) is not None


def body_under(grid: Grid, row: int, vocabulary: Vocabulary) -> list[int]:
    """The rows of content under the heads, up to a row across the table or further heads."""
    body: list[int] = []
    for below in range(row + 1, grid.rows):
        cells = grid.filled(below)
        if len(cells) == 1 and grid.columns > 1 and cells[0].column_span == grid.columns:
            break
        if len(cells) > 1 and all(heading_of(cell, vocabulary) for cell in cells):
            break
        body.append(below)
    return body


def _leads(grid: Grid, row: int, head: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a first column holds workstreams: short labels under a head of its own that is no reference."""
    roles = {column.role for column in vocabulary.columns(head.words)}
    cells = [cell for below in range(row + 1, grid.rows) if (cell := grid.at(below, head.column)) is not None]
    words = [len(cell.words.split()) for cell in cells]
    return bool(words) and max(words) <= 6 and (not roles or "workstream" in roles)


def is_dated(grid: Grid, head: Cell, body: list[int]) -> bool:
    """Whether a column holds dates or figures: 'Planned | Done' over them are a table's columns, not sections."""
    cells = [grid.under(below, head) for below in body]
    words = [cell.words for cell in cells if cell is not None and not is_empty(cell)]
    figures = sum(1 for text in words if parse_date(text) or _FIGURE.fullmatch(text.strip()))
    return bool(words) and figures * 2 >= len(words)


def column_parts(
    grid: Grid, head: Cell, leader: Cell | None, body: list[int], role: LabelRole = "workstream"
) -> list[Part]:
    """A heading, then its column's cells, each under the label of its row where the table has such."""
    parts: list[Part] = [*lines_labelled(head, "column")]
    for below in body:
        label = grid.at(below, leader.column) if leader is not None else None
        if label is not None and label.row == below:
            parts += lines_labelled(label, role)
        cell = grid.at(below, head.column)
        if cell is not None and cell.row == below:
            parts.append(cell)
    return parts


def lines_labelled(cell: Cell, label: LabelRole) -> list[Line]:
    """The lines of a cell, each with what they label."""
    return [Line(block, block.text, fill=cell.fill, label=label, in_table=True) for block in cell.lines]
