"""RAG matrices: dimensions by periods either way round, dimension and mark side by side, a filled dimension cell."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Cell
from pipeline.reading.coloured_names import is_coloured_name
from pipeline.reading.elements import Element, Labels, Rated, mark_beside, mark_of
from pipeline.reading.forms import form_row
from pipeline.reading.further_marks import further_marks
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.index_pages import read_index
from pipeline.reading.light_strips import read_lights_before
from pipeline.reading.lit_labels import read_filled_labels, read_lit_tiles, read_tiles
from pipeline.reading.marks import (
    SIGNS,
    heads_a_column,
    is_blank_mark,
    is_coloured_word,
    is_dimension,
    is_grey_among_lights,
    is_mark,
    options_over_comment,
    prose_beside,
    role_of,
)
from pipeline.reading.matrix_across import read_dimensions_across
from pipeline.reading.matrix_heads import (
    earlier_head,
    is_told,
    lit_heads,
    names_both,
    period_heads,
    with_earlier,
    with_own_comment,
)
from pipeline.reading.options import read_option_cells, read_option_columns, read_option_row
from pipeline.reading.period_heads import is_period
from pipeline.reading.register_rows import looks_like_head
from pipeline.reading.vocabulary import Vocabulary

_LINE_NUMBER = re.compile(r"\d{1,2}[.)]?")
"""'12', '3.': what a form calls its line, no dimension."""
_MARK_WORDS = 3
"""Words of a rating that stands beside another one; more are its commentary."""
_STRIP = 3
"""Cells of a table of one rating: label, light, commentary."""


def read_matrix(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """The ratings of the band of rows that begins at ``row`` and how many rows it takes; None where it is no matrix."""
    return (
        _periods_in_row(grid, row, vocabulary)
        or _pairs_in_row(grid, row, vocabulary)
        or read_tiles(grid, row, vocabulary)
        or read_lit_tiles(grid, row, vocabulary)
        or read_option_columns(grid, row, vocabulary)
        or read_option_cells(grid, row, vocabulary)
        or read_option_row(grid, row, vocabulary)
        or read_dimensions_across(grid, row, vocabulary)
        or read_index(grid, row, vocabulary)
        or _dimensions_down(grid, row, vocabulary)
        or read_filled_labels(grid, row, vocabulary)
        or read_lights_before(grid, row, vocabulary)
    )


def _pairs_in_row(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """[Time][Green][Cost][Amber] in one row, two dimensions or more."""
    cells = [cell for cell in grid.starting(row) if not is_empty(cell) or cell.fill]
    if len(cells) < 4 or len(cells) % 2:
        return None
    pairs = list(zip(cells[::2], cells[1::2], strict=True))
    if not all(is_dimension(label, vocabulary) and is_mark(mark, vocabulary) for label, mark in pairs):
        return None
    return [_rated(label, mark, None, None) for label, mark in pairs], 1


def _periods_in_row(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """Both periods of one dimension in one row, form fields perhaps beside them.

    [Budget][Prior status][Green][Current status][Amber], or [Overall RAG][Amber][Previous RAG][Green].
    """
    cells = [cell for cell in grid.starting(row) if not is_empty(cell) or cell.fill]
    shown: dict[str, tuple[Cell, Cell]] = {}
    rest: list[Cell] = []
    index = 0
    while index < len(cells):
        head, mark = cells[index], cells[index + 1] if index + 1 < len(cells) else None
        role = role_of(head, vocabulary)
        if role != "previous" and is_dimension(head, vocabulary):
            role = "current"
        if (
            mark is None
            or role not in {"current", "previous"}
            or role in shown
            or not is_mark(mark, vocabulary)
        ):
            rest.append(head)
            index += 1
        else:
            shown[str(role)] = (head, mark)
            index += 2
    if set(shown) != {"current", "previous"}:
        return None
    (head, current), (_, previous) = shown["current"], shown["previous"]
    named = rest[:1] if rest and is_dimension(rest[0], vocabulary) else []
    labels = named or ([head] if is_dimension(head, vocabulary) else rest[:1])
    others = [cell for cell in rest if cell not in labels]
    fields = form_row(others, vocabulary)
    if others and not fields:
        return None
    rated = [cell for cell in cells if cell not in others]
    blocks = tuple(text for cell in rated for text in cell.lines)
    name = labels[0].words.strip(" :") if labels else ""
    place = (labels or cells)[0].place
    return [Rated(name, mark_of(current), mark_of(previous), None, blocks, place), *fields], 1


def _dimensions_down(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """Rows of dimension, mark, perhaps an earlier mark and a comment, under a row of heads or without one."""
    headed = row + 1 < grid.rows and not (
        _rated_row(grid, row, vocabulary) or _is_alike(grid, row, vocabulary)
    )
    roles, head_cells, start = _head_roles(grid, row, vocabulary) if headed else ({}, [], row)
    if headed and "current" not in roles:
        return None
    below = start
    workstreams = headed and _heads_workstreams(grid.at(row, 0), vocabulary)
    latest = roles["current"].words if "current" in roles else ""
    latest = latest if is_period(latest) else ""
    both = "previous" not in roles and names_both(roles.get("current"), vocabulary)
    rows: dict[int, Rated] = {}
    while below < grid.rows:
        rated = _down(grid, below, roles, vocabulary)
        if rated is None:
            break
        rated = with_earlier(rated, vocabulary) if both else rated
        told = _told_below(grid, below, rated, vocabulary)
        rows[below] = replace(told or rated, of_part=workstreams, period=latest)
        below += 2 if told else 1
    if not rows:
        return None
    further = further_marks(grid, list(rows), start - 1 if headed else None, roles, vocabulary)
    elements: list[Element] = []
    for line, rated in rows.items():
        elements.append(replace(rated, further=further[line]) if further[line] else rated)
        elements += _fields_beside(grid, line, vocabulary) if not roles else []
    labels = Labels(tuple(text for cell in head_cells for text in cell.lines))
    return ([labels, *elements] if headed else elements), below - row


def _head_roles(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[dict[str, Cell], list[Cell], int]:
    """The heads by what they say of their columns, all heads, and the row below them."""
    roles: dict[str, Cell] = {}
    head_cells = grid.filled(row)
    for cell in head_cells:
        role = role_of(cell, vocabulary)
        if role == "current" and is_told(grid, row, cell, vocabulary):
            role = "comment"  # 'Position' over sentences, beside 'This month' over lights
        if role and cell.column > 0:
            roles.setdefault(role, cell)
    if "current" not in roles:
        roles |= period_heads(head_cells, vocabulary)
    lower = grid.filled(row + 1)
    wide = [cell for cell in head_cells if cell.column_span > 1 and role_of(cell, vocabulary) == "current"]
    if wide:
        periods = {
            role: cell
            for cell in lower
            if any(head.column <= cell.column < head.column + head.column_span for head in wide)
            and not is_mark(cell, vocabulary)  # 'R A G', one of them ringed, is the first row's rating
            and (role := role_of(cell, vocabulary)) in {"current", "previous"}
        }
        if "current" in periods:  # 'Status' over 'Previous' and 'Current'
            return {**roles, **periods}, [*head_cells, *lower], row + 2
    if "current" not in roles:
        roles |= lit_heads(grid, row, head_cells, vocabulary)
    if "previous" not in roles:
        roles |= earlier_head(grid, row, roles.get("current"), vocabulary)
    return with_own_comment(roles, head_cells, vocabulary), head_cells, row + 1


def _heads_workstreams(corner: Cell | None, vocabulary: Vocabulary) -> bool:
    """Whether the column of labels is headed 'Workstream' or 'Work package'."""
    words = corner.words if corner is not None else ""
    return vocabulary.is_kind("workstreams", words)


def _told_below(grid: Grid, row: int, rated: Rated, vocabulary: Vocabulary) -> Rated | None:
    """The rating with its explanation that stands in a row across the table right below it; None without one."""
    cells = grid.filled(row + 1)
    if rated.comment or len(cells) != 1 or cells[0].column_span < grid.columns or looks_like_head(cells[0]):
        return None
    words = cells[0].words
    if (len(words.split()) <= _MARK_WORDS and not words.endswith(".")) or len(cells[0].lines) > 1:
        return None
    if vocabulary.is_kind("legend", words) or (not words.endswith(".") and vocabulary.heading(words)):
        return None
    return replace(rated, comment=words, blocks=(*rated.blocks, *cells[0].lines))


def _fields_beside(grid: Grid, row: int, vocabulary: Vocabulary) -> list[Element]:
    """Form fields that share a row with a rating: [Overall][Amber][Authorised by SRO][No]."""
    cells = grid.starting(row)
    first = next((index for index, cell in enumerate(cells[2:], 2) if vocabulary.field(cell.words)), None)
    return form_row(cells[first:], vocabulary) if first is not None else []


def _rated_row(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    cells = _unnumbered([cell for cell in grid.starting(row) if not is_empty(cell) or cell.fill])
    if len(cells) < 2:
        return False
    rated = is_dimension(cells[0], vocabulary) and is_mark(cells[1], vocabulary)
    if rated and _is_named(grid, cells, vocabulary):
        return False
    return rated or is_coloured_word(cells[0], cells[1], vocabulary)


def _is_named(grid: Grid, cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a row of a form is [Programme][Green Weirs], a name, or [Dependencies][N/A], a section left empty, and no
    other row of the table is rated.
    """
    label, words = cells[0].words, cells[1].words
    opened = vocabulary.heading(label) if vocabulary.is_placeholder(words) and not cells[1].fill else None
    empty = opened is not None and opened.whole
    if not empty and not is_coloured_name(label, words, vocabulary):
        return False
    others = [row for at in range(grid.rows) if len(row := grid.starting(at)) > 1 and row[0] is not cells[0]]
    return not any(is_dimension(row[0], vocabulary) and is_mark(row[1], vocabulary) for row in others)


def _down(grid: Grid, row: int, roles: dict[str, Cell], vocabulary: Vocabulary) -> Rated | None:
    whole_row = grid.starting(row)
    cells = _unnumbered(whole_row)
    if len(cells) < 2 or is_empty(cells[0]) or len(cells[0].words) > 60:
        return None
    label = cells[0]
    known = is_dimension(label, vocabulary)
    if not roles and known and _is_named(grid, cells, vocabulary):
        return None
    if roles:
        current, previous = (
            grid.under(row, roles[name]) if name in roles else None for name in ("current", "previous")
        )
        comment = grid.under(row, roles["comment"]) if "comment" in roles else None
        if comment is None:
            comment = prose_beside(
                grid, row, {id(cell) for cell in (label, current, previous)} | _asides(grid, row, roles)
            )
        marked = current is not None and (
            is_mark(current, vocabulary)
            or _is_score(current, roles)
            or is_coloured_word(label, current, vocabulary)
            or is_grey_among_lights(grid, row, roles["current"], vocabulary)
        )
        if not marked and not (known and is_blank_mark(current, vocabulary)):
            return None
    elif is_coloured_word(label, cells[1], vocabulary):
        taken = {id(label), id(cells[1])} | {id(cell) for cell in cells if heads_a_column(cell, vocabulary)}
        current, previous, comment = cells[1], None, prose_beside(grid, row, taken)
    else:
        alone = _is_strip(grid, cells, vocabulary)
        if not is_mark(cells[1], vocabulary) or not (
            known or alone or _like_neighbour(grid, row, vocabulary)
        ):
            return None
        form = next(
            (index for index, cell in enumerate(cells[2:], 2) if vocabulary.field(cell.words)),
            len(cells),
        )
        current, previous = (
            cells[1],
            next((cell for cell in cells[2:form] if _says_then(cell, vocabulary)), None),
        )
        rest = [
            cell
            for cell in cells[2:form]
            if cell is not previous
            and cell.words.strip(SIGNS)
            and not heads_a_column(cell, vocabulary)
            and (not is_mark(cell, vocabulary) or _is_remark(cell))
        ]
        comment = rest[0] if rest else None
    parted = options_over_comment(current, vocabulary) if current is not None and comment is None else None
    if parted is not None:
        current, comment = parted
    return _rated(label, current, previous, comment, tuple(whole_row))


def _is_strip(grid: Grid, cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a table is nothing but a label, a light without words and perhaps the prose beside it."""
    lit = is_empty(cells[1]) and vocabulary.rating_words.light_of(cells[1].fill) is not None
    return (
        grid.rows == 1 and lit and len(cells) <= _STRIP and not is_empty(cells[-1 if len(cells) > 2 else 0])
    )


def _unnumbered(cells: list[Cell]) -> list[Cell]:
    """A row's cells without the number that a form gives its lines: '12 | Overall | Amber'."""
    numbered = len(cells) > 2 and _LINE_NUMBER.fullmatch(cells[0].words.strip())
    words = numbered and any(char.isalpha() for char in cells[1].words)
    return cells[1:] if words else cells


def _says_then(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a mark says itself that it is the earlier one: 'was Green'."""
    return vocabulary.rating_words.says_previous(cell.words)


def _is_remark(cell: Cell) -> bool:
    """Whether words that begin like a rating are the commentary of the one before them ('On track.')."""
    words = cell.words.split()
    return len(words) > _MARK_WORDS or (len(words) > 1 and words[-1].endswith("."))


def _is_score(cell: Cell, roles: dict[str, Cell]) -> bool:
    """A rating given as a number from 1 to 5, under heads that leave no doubt that it is one."""
    return ("previous" in roles or "comment" in roles) and re.fullmatch(r"[1-5]", cell.words) is not None


def _is_alike(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a first row holds an unknown label and its mark, and no heads: the rows below are marked like it."""
    cells = grid.starting(row)
    marked = len(cells) > 1 and not is_empty(cells[0]) and is_mark(cells[1], vocabulary)
    return marked and role_of(cells[1], vocabulary) is None and _like_neighbour(grid, row, vocabulary)


def _like_neighbour(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row of an unknown label stands among rows that are marked like it, one of them of a known label."""
    for step in (-1, 1):
        other = row + step
        while 0 <= other < grid.rows:
            cells = grid.starting(other)
            if len(cells) != len(grid.starting(row)) or len(cells) < 2 or not is_mark(cells[1], vocabulary):
                break
            if _rated_row(grid, other, vocabulary):
                return True
            other += step
    return False


def _asides(grid: Grid, row: int, roles: dict[str, Cell]) -> set[int]:
    aside = grid.under(row, roles["aside"]) if "aside" in roles else None
    return {id(aside)} if aside is not None else set()


def _rated(
    label: Cell, current: Cell | None, previous: Cell | None, comment: Cell | None, row: tuple[Cell, ...] = ()
) -> Rated:
    cells = row or tuple(cell for cell in (label, current, previous, comment) if cell is not None)
    blocks = tuple(text for cell in cells for text in cell.lines)
    words = comment.words if comment is not None and not is_empty(comment) else None
    return Rated(
        label.words.strip().rstrip(":").strip(),
        mark_beside(current, label) if current else None,
        mark_beside(previous, label) if previous else None,
        words,
        blocks,
        label.place,
    )
