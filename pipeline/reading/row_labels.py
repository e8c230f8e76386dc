"""Rows whose first cell names what stands beside it: a section of the report, or a workstream of its work."""

from __future__ import annotations

import re

from extractors.document import Cell, ListItem, Table
from pipeline.reading.elements import RECORD_SECTIONS
from pipeline.reading.forms import looks_like_label
from pipeline.reading.grid import Grid
from pipeline.reading.shares import says_shares
from pipeline.reading.vocabulary import Vocabulary

_LABEL_LENGTH = 90
"""Characters of a row's label: the longest headings of forms."""
_LABEL_LINES = 2
"""Lines of a label that its narrow cell breaks."""
_LABEL_AND_CONTENT = 2
_SECTION_ROWS = 2
"""Rows of a table that open sections by their labels from which that is its way."""
_PRIMARY = RECORD_SECTIONS | {"response"}
_SECTIONS = _PRIMARY | {"milestones", "finances", "ratings", "summary"}
"""Sections whose names are no names of workstreams."""
_ROW_COVERAGE = 0.75
"""Share of known words from which a row's label is a heading."""
_COUNT = re.compile(r"[-+(]?[£$€]?\d[\d,. ]*[%km)]?(?: (?:complete|to date|of plan))?", re.IGNORECASE)
"""A bare number, sum or percentage: 'Planned progress | 28%' is a field of the form and opens no section."""
_MONTH_WORDS = 7
"""Words of the longest period ('1 April 2019 to 30 June 2019')."""


def sections_down(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    """Whether labels down the left side of a form name sections: [Done][...], [Next steps][...], [Risks][...]."""
    rows = [cells for below in range(row, grid.rows) if (cells := grid.starting(below))]
    labels = [cells[0] for cells in rows if len(cells) == _LABEL_AND_CONTENT and len(cells[0].lines) == 1]
    matches = [vocabulary.heading(cell.words) for cell in labels]
    named = [match.section for match in matches if match and match.whole and match.section in RECORD_SECTIONS]
    return len(set(named)) >= _SECTION_ROWS and len(named) * 2 > len(rows)


def names_section(cells: list[Cell], vocabulary: Vocabulary, grid: Grid | None = None) -> bool:
    """Whether a row's first cell names the section that its other cells hold; of a whole table, its others tell too."""
    label = cells[0].words
    if len(cells) < 2 or len(label) > _LABEL_LENGTH or len(cells[0].lines) > 2:
        return False
    values = [cell.words.strip() for cell in cells[1:]]
    if all(_COUNT.fullmatch(value) or says_shares(value, vocabulary) for value in values):
        return False
    match = vocabulary.heading(label)
    if match is None or match.coverage < _ROW_COVERAGE:
        return False
    known = vocabulary.field(label)
    if known and known != "metadata" and not (known == "period" and _tells_of_work(cells[1:])):
        return False
    content = [text for cell in cells[1:] for text in cell.lines if text.text]
    if len(content) == 1 and not match.exact and vocabulary.is_kind("rating-reason", label):
        return False  # the commentary of the rating in the row above
    if (
        len(content) == 1
        and not match.exact
        and known == "metadata"
        and len(content[0].text) <= _LABEL_LENGTH
    ):
        return False  # 'Paid for by', 'Completed by' beside a name
    long = len(content) > 1 or any(len(text.text) > _LABEL_LENGTH for text in content)
    if match.section in _PRIMARY or match.section == "summary":
        return not any(looks_like_label(cell, vocabulary) for cell in cells[1:-1])
    if len(cells) != _LABEL_AND_CONTENT:
        return False
    return long or (grid is not None and match.whole and sections_down(grid, 0, vocabulary))


def labels_part(cell: Cell) -> bool:
    """Whether a cell is short enough to label what stands beside it, and no list of its own."""
    lines = [line for line in cell.lines if line.text]
    listed = any(isinstance(line, ListItem) for line in lines)
    return not listed and len(lines) <= _LABEL_LINES and len(cell.words) <= _LABEL_LENGTH


def lists_under_own_label(grid: Grid, cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a label that no rule knows stands beside a list, in a table whose labels open sections: one more of them.

    'On the bench' beside bullets, under 'Finished' and over 'Risks', is no field of a form.
    """
    label, content = cells
    lines = [line for line in content.lines if line.text]
    if not labels_part(label) or not lines or not all(isinstance(line, ListItem) for line in lines):
        return False
    words = label.words
    if not words or vocabulary.field(words) is not None or vocabulary.heading(words) is not None:
        return False
    rows = [grid.filled(row) for row in range(grid.rows) if row != label.row]
    alike = [row for row in rows if len(row) == len(cells) and _dress(row[0]) == _dress(label)]
    return sum(1 for row in alike if names_section(row, vocabulary)) >= _SECTION_ROWS


def _dress(cell: Cell) -> tuple[int, str | None, bool]:
    return cell.column, cell.fill, all(line.bold for line in cell.lines)


def names_workstream(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a row holds a workstream and the lines of its work: [Masonry][Bay 3 pinned / Bay 4 begun].

    To be asked in a section of activities that no row's label opened: rows are labels of sections there.
    """
    if len(cells) != 2 or cells[0].column:
        return False
    label, work = cells
    match = vocabulary.heading(label.words)
    if match is not None and match.section in _SECTIONS and match.coverage >= _ROW_COVERAGE:
        return False
    named = len(label.lines) == 1 and len(label.words) <= _LABEL_LENGTH
    lines = [text for text in work.lines if text.text]
    tabled = any(isinstance(block, Table) for block in work.blocks)
    return named and len(lines) > 1 and not tabled and not vocabulary.field(label.words)


def _tells_of_work(cells: list[Cell]) -> bool:
    """Whether what stands beside 'This month' is a list or a sentence, and no month."""
    lines = [text for cell in cells for text in cell.lines if text.text]
    return bool(lines) and all(
        isinstance(line, ListItem) or len(line.text.split()) > _MONTH_WORDS for line in lines
    )
