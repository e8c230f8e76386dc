"""Printed options: every rating stands in a cell of its own and one of them is crossed, filled, ringed or bold.

Forms print them under heads (Red | Amber | Green, a cross in one) or in each row ([Overall][Red][Amber][Green], one
filled), once for this period or once for each period. Without a mark nothing is chosen: never the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.document import Cell, Text
from pipeline.reading.elements import Element, Labels, Rated, figures_of, mark_of
from pipeline.reading.further_marks import further_marks
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.marks import is_dimension, prose_beside, role_of
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.boxes import BOXES
from pipeline.values.rating import Mark

_OPTION_VALUES = {"Red", "Amber/Red", "Amber", "Amber/Green", "Green", "Blue"}
_OPTION_COLUMNS = 2
"""Columns headed by ratings from which a table is one of boxes to mark."""
_OPTION_CELLS = 3
"""Cells of one row that each print another rating from which they are options, not ratings."""
_MEANING = re.compile(r"\s*[(:]|\s[–—-]\s")
"""What parts an option from its meaning: 'Green (controlled)', 'Amber – some concern'."""
_KEY = re.compile(r"\b(?:key|legend)\b", re.IGNORECASE)
_INSIDE_BRACKETS = re.compile(r"\((\w+)\)")
"""'Minor deviation (Amber)'."""
_OWN_WORDS = 4
"""Words of an organisation's own name for a colour, on that colour ('Needs watching')."""
_FULL, _RINGS = set("●•⬤"), set("○◦◯")
_OPTION_WORDS = 3
_LETTERS = 2


@dataclass(frozen=True, slots=True)
class _Group:
    """Columns that print the options of one period. ``role``: current or previous; None where nothing tells."""

    heads: tuple[Cell, ...]
    role: str | None


def read_option_columns(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """Columns headed Green, Yellow, Red with a cross in one of them in each dimension's row.

    A row of periods may stand above the heads ('Last period' over three of them, 'This period' over three).
    """
    over = _periods(grid, row, vocabulary)
    top = row + 1 if over else row
    heads = grid.filled(top)
    options = [cell for cell in heads if cell.column > 0 and _option(cell, vocabulary)]
    if any(cell.words.startswith(tuple(BOXES)) for cell in options):
        return None  # a row's own options: each has its box typed before it
    options = options or _own_options(heads, vocabulary)
    if len(options) < _OPTION_COLUMNS or any(
        is_dimension(cell, vocabulary) for cell in heads if cell.column == 0
    ):
        return None
    groups = _groups(options, over, vocabulary)
    before = next(
        (cell for cell in heads if cell not in options and role_of(cell, vocabulary) == "previous"), None
    )
    rated: list[Rated] = []
    below = top + 1
    while below < grid.rows and (label := grid.at(below, 0)) is not None and not is_empty(label):
        both = _now_and_then(grid, below, options, vocabulary) if len(groups) == 1 else None
        if both is not None:
            told = _rated(grid, below, label, [replace(groups[0], role="current")], [both[0]], options)
            rated.append(
                replace(told, previous=both[1], comment=told.comment or _headed(grid, top, below, vocabulary))
            )
            below += 1
            continue
        crossed = [[head for head in group.heads if _is_crossed(grid.under(below, head))] for group in groups]
        if max(map(len, crossed)) > 1 or not (any(crossed) or is_dimension(label, vocabulary)):
            break
        marks = [_chosen(found[0], vocabulary) if found else None for found in crossed]
        told = _rated(grid, below, label, groups, marks, options)
        said = told.comment or _headed(grid, top, below, vocabulary) or _said_in(grid, below, crossed)
        told = replace(told, comment=said)
        earlier = grid.under(below, before) if before is not None else None
        rated.append(replace(told, previous=mark_of(earlier)) if earlier is not None else told)
        below += 1
    if not rated:
        return None
    heads_read = {str(index): head for index, head in enumerate([*options, *([before] if before else [])])}
    further = further_marks(grid, list(range(top + 1, below)), top, heads_read, vocabulary)
    for line, item in enumerate(rated, top + 1):
        rated[line - top - 1] = replace(item, further=further[line])
    return [_labels(grid, row, top), *rated], below - row


def read_option_cells(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """Rows that print every option after their label: [Schedule][Red][Amber][Green], one of them marked."""
    over = _periods(grid, row, vocabulary)
    top = row + 1 if over else row
    if not over and (periods := _option_periods(grid, row, vocabulary)):
        return periods
    rated: list[Element] = []
    below = top
    while below < grid.rows:
        label = grid.at(below, 0)
        beside = grid.starting(below)[1:]
        if label is None or is_empty(label) or len(beside) < _OPTION_CELLS:
            break
        if _option(label, vocabulary) or _KEY.search(label.words):
            break
        options = _alike([cell for cell in beside if _option(cell, vocabulary)])
        if len({_option(cell, vocabulary) for cell in options}) < _OPTION_CELLS:
            break
        groups = _groups(options, over, vocabulary)
        rated.append(
            _rated(
                grid, below, label, groups, [_printed(group.heads, vocabulary) for group in groups], options
            )
        )
        below += 1
    if not rated:
        return None
    return ([_labels(grid, row, row)] if over else []) + rated, below - row


def _option_periods(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """[This quarter][Red][Amber][Green] over [Last quarter][...]: one rating, named by the heading above."""
    marks: dict[str, Mark] = {}
    blocks: tuple[Text, ...] = ()
    below = row
    if (first := grid.at(row, 0)) is not None and is_dimension(first, vocabulary):
        return None  # 'Overall status', over the other dimensions
    while below < grid.rows and (role := role_of(grid.at(below, 0), vocabulary)) in {"current", "previous"}:
        options = _alike([cell for cell in grid.starting(below)[1:] if _option(cell, vocabulary)])
        if role in marks or len({_option(cell, vocabulary) for cell in options}) < _OPTION_CELLS:
            break
        marks[str(role)] = _printed(tuple(options), vocabulary)
        blocks += tuple(text for cell in grid.starting(below) for text in cell.lines)
        below += 1
    if not marks:
        return None
    place = grid.starting(row)[0].place
    return [Rated("", marks.get("current"), marks.get("previous"), None, blocks, place)], below - row


def read_option_row(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """A row of all ratings, one of them ringed or bold: its label stands in the row or heading above."""
    cells = grid.filled(row)
    named = [vocabulary.rating_words.options(cell.words) for cell in cells]
    if (
        len(cells) < _OPTION_CELLS
        or any(len(values) != 1 for values in named)
        or len({values[0] for values in named}) < _OPTION_CELLS
    ):
        return None
    if any(len(cell.words.split()) > _OPTION_WORDS for cell in cells):
        return None
    blocks = tuple(text for cell in cells for text in cell.lines)
    return [Rated("", _printed(tuple(cells), vocabulary), None, None, blocks, cells[0].place)], 1


def _periods(grid: Grid, row: int, vocabulary: Vocabulary) -> list[Cell]:
    """The heads of a row that name periods, each over several columns of options."""
    cells = [cell for cell in grid.starting(row) if cell.column_span > 1 and not is_empty(cell)]
    periods = [cell for cell in cells if role_of(cell, vocabulary) in {"current", "previous"}]
    return periods if periods and row + 1 < grid.rows else []


def _option(cell: Cell, vocabulary: Vocabulary) -> str | None:
    """The rating that a cell prints as an option: the word alone, or before its meaning in brackets."""
    words = vocabulary.rating_words
    text = cell.words.lstrip(BOXES + " ")
    value = words.of_word(text) or words.of_word(_MEANING.split(text, maxsplit=1)[0])
    inside = _INSIDE_BRACKETS.search(text)
    if value is None and inside:
        value = words.of_word(inside[1])
    return value if value in _OPTION_VALUES else None


def _own_options(heads: list[Cell], vocabulary: Vocabulary) -> list[Cell]:
    """Heads with an organisation's own names for its colours ('Going well', 'Needs help'), each on another light."""
    words = vocabulary.rating_words
    named = [cell for cell in heads if cell.column > 0 and 0 < len(cell.words.split()) <= _OWN_WORDS]
    lit = [(cell, light) for cell in named if (light := words.light_of(cell.fill)) in _OPTION_VALUES]
    several = len(lit) >= _OPTION_CELLS and len({light for _, light in lit}) == len(lit)
    return [cell for cell, _ in lit] if several else []


def _alike(options: list[Cell]) -> list[Cell]:
    """The options of the kind that most are of, letters or words: 'On track.' beside R, A, G is a comment."""
    letters = [cell for cell in options if len(cell.words.strip()) <= _LETTERS]
    words = [cell for cell in options if cell not in letters]
    return letters if len(letters) >= len(words) else words


def _groups(options: list[Cell], over: list[Cell], vocabulary: Vocabulary) -> list[_Group]:
    """Options side by side, a new group where a rating comes again."""
    groups: list[list[Cell]] = []
    for cell in options:
        value = _option(cell, vocabulary) or cell.fill
        if not groups or value in {_option(other, vocabulary) or other.fill for other in groups[-1]}:
            groups.append([])
        groups[-1].append(cell)
    if len(groups) == 1:
        return [_Group(tuple(groups[0]), "current")]
    return [_Group(tuple(heads), _role_over(heads[0], over, vocabulary)) for heads in groups]


def _role_over(head: Cell, over: list[Cell], vocabulary: Vocabulary) -> str | None:
    above = [cell for cell in over if cell.column <= head.column < cell.column + cell.column_span]
    return role_of(above[0], vocabulary) if above else None


def _rated(
    grid: Grid, row: int, label: Cell, groups: list[_Group], marks: list[Mark | None], options: list[Cell]
) -> Rated:
    by_role = {group.role: mark for group, mark in zip(groups, marks, strict=True)}
    comment = prose_beside(
        grid, row, {id(label), *(id(grid.under(row, head)) for head in options), *map(id, options)}
    )
    blocks = tuple(text for cell in grid.starting(row) for text in cell.lines)
    beside = comment.words if comment is not None else None
    name = label.words.strip(" :")
    return Rated(name, by_role.get("current"), by_role.get("previous"), beside, blocks, label.place)


def _printed(cells: tuple[Cell, ...], vocabulary: Vocabulary) -> Mark:
    """Options in cells of their own as one mark: the only cell that is lit speaks, else what marks the words."""
    lit = [cell for cell in cells if vocabulary.rating_words.light_of(cell.fill)]
    if len(lit) == 1:
        return Mark(lit[0].words, (), lit[0].fill)
    marks = [mark_of(cell) for cell in cells]
    runs = tuple(run for mark in marks for run in mark.runs)
    figures = tuple(figure for mark in marks for figure in mark.figures)
    return Mark(" / ".join(mark.text for mark in marks), runs, None, figures)


def _chosen(head: Cell, vocabulary: Vocabulary) -> Mark:
    """The option that a head stands for: its word, or its light where the word is the organisation's own."""
    word = _MEANING.split(head.words)[0].strip()
    return Mark(word) if vocabulary.rating_words.of_word(word) else Mark("", (), head.fill)


def _headed(grid: Grid, top: int, row: int, vocabulary: Vocabulary) -> str | None:
    """What stands under a head of comments, however short ('See resources')."""
    heads = [head for head in grid.starting(top) if role_of(head, vocabulary) == "comment"]
    cell = grid.under(row, heads[0]) if len(heads) == 1 else None
    return cell.words or None if cell is not None else None


def _said_in(grid: Grid, row: int, crossed: list[list[Cell]]) -> str | None:
    """The commentary that stands where a cross would: in the column of its colour."""
    cells = [grid.under(row, head) for found in crossed for head in found]
    words = cells[0].words if len(cells) == 1 and cells[0] is not None else ""
    return words if len(words.split()) > 1 else None


def _is_crossed(cell: Cell | None) -> bool:
    """Whether an option's box is marked: ticked where it is a drawn box, else anything in it."""
    if cell is None or is_empty(cell):
        return False
    boxes = [figure for figure in figures_of(cell.blocks) if figure.kind == "checkbox"]
    return any(figure.checked for figure in boxes) if boxes else cell.words.strip() not in {"☐", "□"}


def _now_and_then(
    grid: Grid, row: int, options: list[Cell], vocabulary: Vocabulary
) -> tuple[Mark, Mark] | None:
    """The options under which a row prints a full disc and a ring: now and then, as keys of such matrices say."""
    signs = [(head, cell.words) for head in options if (cell := grid.under(row, head)) is not None]
    if any(set(words) - _FULL - _RINGS - {" "} for _, words in signs):
        return None
    full = [head for head, words in signs if set(words) & _FULL]
    rings = [head for head, words in signs if set(words) & _RINGS]
    if len(full) != 1 or len(rings) != 1:
        return None
    return _chosen(full[0], vocabulary), _chosen(rings[0], vocabulary)


def _labels(grid: Grid, first: int, last: int) -> Labels:
    cells = [cell for row in range(first, last + 1) for cell in grid.starting(row)]
    return Labels(tuple(text for cell in cells for text in cell.lines))
