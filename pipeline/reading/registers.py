"""Registers: bands of rows under column heads whose wordings tell what the rows are (risks, milestones ...)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from extractors.document import Cell, ListItem, Text
from pipeline.reading.budgets import AMOUNTS, MONEY_ROLES, read_budget
from pipeline.reading.column_heads import Column
from pipeline.reading.columns_shown import Shown, columns_shown
from pipeline.reading.elements import Register, Row
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.head_parts import REGISTER_OF, parts_of_head
from pipeline.reading.label_lines import says_field
from pipeline.reading.milestones_across import read_milestones_across
from pipeline.reading.register_rows import HeadReading, hold_labels, is_unfilled, looks_like_head, read_rows
from pipeline.reading.row_labels import sections_down
from pipeline.reading.twin_heads import unparted_heads
from pipeline.reading.vocabulary import Vocabulary

_HEAD_LENGTH = 60
"""Characters of a column head; longer ones are content."""
_KNOWN_SHARE = 0.5
"""Share of a head row's cells that the rules must know."""
_HINT = 3.0
"""Weight of the heading above a table in telling its kind; as much as its most telling column."""
_NEEDS: dict[str, tuple[str, ...]] = {
    "risks": ("response", "likelihood", "impact", "score", "rating", "status", "owner", "kind"),
    "milestones": ("baseline", "forecast", "actual", "status", "rating"),
    "activities": ("owner", "due", "status", "workstream"),
    "decisions": ("aside",),
    "finances": ("budget", "actual", "forecast", "variance"),
    "control": ("aside",),
}
_LOWER_LENGTH = 24
"""Characters of the lower of two head rows: 'Likelihood', 'Impact', 'Score' under 'Current assessment'."""
_TEXTS = {"text", "text-plain"}
_IDENTITY = {
    "project",
    "sponsor",
    "manager",
    "reference",
    "programme",
    "period",
    "start_date",
    "end_date",
    "percent_complete",
    "authorised",
}
"""Form labels that head no column of an unknown table or of document control."""
_FORM_FIELDS = {"project", "sponsor", "programme", "authorised"}
"""A row that begins with one of these labels is a form's, not a head."""
_HEAD_COVERAGE = 0.75
_UNKNOWN_COLUMNS = 3
"""Columns from which a table of unknown heads is a table and not a form."""
_WHOLE = 3
"""Heads that, each with its part known, say what a table is whatever stands above it."""


def read_register(grid: Grid, row: int, vocabulary: Vocabulary, hint: str) -> tuple[Register, int] | None:
    """The register whose head stands at ``row`` (one row, or two where the upper heads span several), and its rows."""
    if _is_form(grid, row):
        return read_budget(grid, row, vocabulary) if hint == "finances" else None
    across = read_milestones_across(grid, row, vocabulary)
    if across is not None:
        return across
    spans = any(_heads_several(grid, row, cell) for cell in grid.starting(row)[1:])
    for depth in (2, 1) if spans else (1,):
        heads = _heads(grid, row, depth, vocabulary)
        dressed = depth == 1 and _is_dressed(grid, row, heads)
        hint = _band_below(grid, row + depth, vocabulary) or hint
        reading = (
            _judge(heads, vocabulary, hint, partial(_shown, grid, row + depth, heads, vocabulary), dressed)
            if heads
            else None
        )
        if reading is not None and row + depth < grid.rows:
            rows, used = _rows_under(grid, row + depth, heads, reading, vocabulary)
            if hold_labels(rows, vocabulary) or sections_down(grid, row, vocabulary):
                return None
            if rows or is_unfilled(grid, row + depth, reading, heads, vocabulary):
                unparted = unparted_heads(heads, reading.roles, reading.kind, rows, vocabulary)
                found = _register(grid, row, depth, heads, reading, rows)
                return replace(found, unparted=unparted), depth + used
        if reading is not None and depth == grid.rows and _are_bare_heads(heads, reading):
            return _register(grid, row, depth, heads, reading, []), depth
    return read_budget(grid, row, vocabulary) or _unknown(grid, row, vocabulary)


def _are_bare_heads(heads: list[tuple[Cell, str]], reading: HeadReading) -> bool:
    """Whether nothing but known heads, dressed as such, is a table's only row: a register that nobody filled in."""
    shown = [cell for cell, text in heads if text]
    known = set(range(len(heads))) <= set(reading.roles) - reading.guessed
    return len(shown) >= _UNKNOWN_COLUMNS and known and all(map(looks_like_head, shown))


def _band_below(grid: Grid, row: int, vocabulary: Vocabulary) -> str | None:
    """The section that a row across the table, right under its heads, names for the rows below it."""
    cells = grid.filled(row)
    if len(cells) != 1 or cells[0].column_span < grid.columns or not looks_like_head(cells[0]):
        return None
    match = vocabulary.heading(cells[0].words)
    if match is None or match.section not in REGISTER_OF:
        return None
    return match.section if match.exact or match.coverage >= _HEAD_COVERAGE else None


def _is_dressed(grid: Grid, row: int, heads: list[tuple[Cell, str]]) -> bool:
    """Whether three heads or more are dressed as heads over rows that are not: a table, whatever its words."""
    shown = [cell for cell, text in heads if text]
    below = grid.filled(row + 1)
    if len(shown) < _UNKNOWN_COLUMNS or len(below) < 2:
        return False
    return all(map(looks_like_head, shown)) and not all(map(looks_like_head, below))


def _is_form(grid: Grid, row: int) -> bool:
    """Whether labels and values take turns in a row and in the one below, as their looks tell: heads look alike."""
    looks = [[(cell.column, looks_like_head(cell)) for cell in grid.filled(line)] for line in (row, row + 1)]
    turns = [dressed for _, dressed in looks[0]]
    return (
        turns[:1] == [True]
        and looks[0] == looks[1]
        and turns == [index % 2 == 0 for index in range(len(turns))]
    )


def _heads_several(grid: Grid, row: int, head: Cell) -> bool:
    """Whether a head stands over several heads of the row below, and not just over one wide column."""
    columns = range(head.column, head.column + head.column_span)
    below = grid.starting(row + 1)
    return head.column_span > 1 and len([cell for cell in below if cell.column in columns]) > 1


def _rows_under(
    grid: Grid, start: int, heads: list[tuple[Cell, str]], reading: HeadReading, vocabulary: Vocabulary
) -> tuple[list[Row], int]:
    def begins_another(cells: list[Cell]) -> bool:
        return _new_head(cells, vocabulary, reading)

    return read_rows(grid, start, heads, reading, vocabulary, begins_another)


def _unknown(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[Register, int] | None:
    """A table whose heads look like heads and name nothing that the rules know: its rows are kept together."""
    heads = _heads(grid, row, 1, vocabulary)
    shown = [cell for cell, text in heads if text]
    if len(shown) < _UNKNOWN_COLUMNS or len(shown) < len(heads) - 1 or row + 1 >= grid.rows:
        return None
    if any(text and vocabulary.field(text) in _FORM_FIELDS for _, text in heads):
        return None
    if 2 * sum(vocabulary.rating_words.of_word(text) is not None for _, text in heads if text) > len(shown):
        return None  # a scale, and no heads; 'Delivered' over one of several columns is a head
    below = grid.filled(row + 1)
    if (
        len(below) < 2
        or not all(looks_like_head(cell) for cell in shown)
        or (all(looks_like_head(cell) for cell in below) and _dresses(shown) & _dresses(below))
    ):
        return None
    reading = HeadReading("other", {0: "text"}, 0.0)
    rows, used = _rows_under(grid, row + 1, heads, reading, vocabulary)
    return (_register(grid, row, 1, heads, reading, rows), 1 + used) if rows else None


def _dresses(cells: list[Cell]) -> set[tuple[str | None, bool]]:
    """What cells are dressed in: a band of colour under a darker head is dressed otherwise."""
    return {(cell.fill, all(text.bold for text in cell.lines)) for cell in cells}


def _holds_its_words(cell: Cell) -> bool:
    """Whether a cell holds a bold line over a plain sentence: '**Progress** / The arch was set'."""
    lines = [line for line in cell.lines if line.text]
    return (
        bool(lines) and lines[0].bold and any(not line.bold and line.text.endswith(".") for line in lines[1:])
    )


def _heads(grid: Grid, row: int, depth: int, vocabulary: Vocabulary) -> list[tuple[Cell, str]]:
    """The head cells with their words, two rows' words joined where ``depth`` is 2."""
    if any(isinstance(text, ListItem) for cell in grid.starting(row) for text in cell.lines):
        return []  # bullets are content
    if sum(map(_holds_its_words, grid.starting(row))) > 1:
        return []  # sections beside each other, each a heading over its own words
    if depth == 1:
        heads = [(cell, cell.words) for cell in grid.starting(row)]
        if sum(says_field(text, vocabulary) for _, text in heads) > 1:
            return []  # 'Project: Depot move | Sponsor: Ann Lee': each cell is a field of its own
        return heads if all(len(text) <= _HEAD_LENGTH for _, text in heads) and len(heads) > 1 else []
    lower = grid.starting(row + 1)
    if row + 2 >= grid.rows or not lower or any(len(cell.words) > _LOWER_LENGTH for cell in lower):
        return []
    heads = []
    for column in range(grid.columns):
        top, bottom = grid.at(row, column), grid.at(row + 1, column)
        if bottom is None or any(cell is bottom for cell, _ in heads):
            continue
        if (
            top is not None
            and top is not bottom
            and top.column_span == 1
            and not is_empty(top)
            and not is_empty(bottom)
        ):
            return []  # a head over a head of its own width: two rows of a form
        own = bottom is top or top is None or bool(vocabulary.columns(bottom.words))
        words = bottom.words if own or top is None else f"{top.words} {bottom.words}".strip()
        heads.append((bottom, words))
    return heads if lower and all(len(text) <= _HEAD_LENGTH for _, text in heads) else []


def _shown(grid: Grid, start: int, heads: list[tuple[Cell, str]], vocabulary: Vocabulary) -> Shown:
    return columns_shown(grid, start, [cell for cell, _ in heads], vocabulary)


def _judge(
    heads: list[tuple[Cell, str]],
    vocabulary: Vocabulary,
    hint: str,
    look: Callable[[], Shown] = Shown,
    dressed: bool = False,
) -> HeadReading | None:
    """The register that the heads speak for most, None where they speak for none.

    ``look`` tells what the columns show, asked only once the heads are known: columns without a figure take a part of
    dates or money last, those that group the rows are no text. Where the heads are ``dressed`` as such and the heading
    above says what they head, one known head is enough: 'Due by | Work | Officer' under 'Work in the next period'.
    """
    if vocabulary.field(heads[0][1]) in _FORM_FIELDS and not _heads_money(heads[1:], vocabulary):
        return None
    known = [(cell, parts_of_head(text, vocabulary)) for cell, text in heads]
    worded = [columns for (cell, columns), (_, text) in zip(known, heads, strict=True) if text]
    telling = sum(1 for columns in worded if columns)
    known_well = len(worded) > 1 and telling >= max(2, _KNOWN_SHARE * len(worded))
    if not known_well and not (dressed and telling and hint in REGISTER_OF):
        return None
    shown = look()
    meant = [
        (index, column, columns)
        for index, (_, columns) in enumerate(known)
        for column in shown.meant(index, columns)
    ]
    readings: list[HeadReading] = []
    for register in _NEEDS if known_well else (REGISTER_OF[hint],):
        hinted = REGISTER_OF.get(hint) == register or _speaks_of(register, heads)
        named = [item for item in meant if item[1].register == register]
        reading = _assign(register, named, heads, hinted, shown, hint not in REGISTER_OF)
        if reading is None:
            continue
        if register == "control" and any(vocabulary.field(text) in _IDENTITY for _, text in heads):
            continue
        score = reading.score + (_HINT if REGISTER_OF.get(hint) == register else 0.0)
        readings.append(replace(reading, score=score))
    best = max(readings, key=_score, default=None)
    if best is None or not any(best.roles[index] == "text" for index in best.guessed):
        return best
    # 'Concerns | Action in hand | Officer' under work still to come: who guesses its records gives way
    whole = [other for other in readings if not other.guessed and len(other.roles) == len(heads) >= _WHOLE]
    return max(whole, key=_score, default=best)


def _score(reading: HeadReading) -> float:
    return reading.score


def _heads_money(heads: list[tuple[Cell, str]], vocabulary: Vocabulary) -> bool:
    """Whether the heads beside 'Scheme', one at most left out, name sums of money: a budget by scheme."""
    money = [
        any(column.register == "finances" and column.role in AMOUNTS for column in vocabulary.columns(text))
        for _, text in heads
    ]
    return sum(money) >= max(MONEY_ROLES, len(money) - 1)


def _speaks_of(register: str, heads: list[tuple[Cell, str]]) -> bool:
    """Whether the heads name the register's records ('Risk no.', 'Risk owner')."""
    stem = {"risks": ("risk", "issue"), "milestones": ("milestone",)}.get(register, ())
    return any(word in text.casefold().split() for _, text in heads for word in stem)


def _assign(
    register: str,
    named: list[tuple[int, Column, tuple[Column, ...]]],
    heads: list[tuple[Cell, str]],
    hinted: bool,
    shown: Shown,
    alone: bool = False,
) -> HeadReading | None:
    """Each head's part in one register: the most telling head takes a part first, every part but 'aside' once.

    ``named``: the parts that heads name, each with the head's index and all its parts. ``alone``: no heading says what
    records the table holds.
    """
    roles: dict[int, str] = {}
    score = 0.0
    options = sorted(
        (
            (
                not shown.speaks_against(index, column.role),
                column.weight,
                column.role in _TEXTS and not _has_another_part(column, columns),
                column.role in _TEXTS and index == shown.prose,
                -index,
                column.role,
            )
            for index, column, columns in named
            if not shown.excludes(index, column.role, register)
        ),
        reverse=True,
    )
    for _, weight, *_, minus, role in options:
        name = "text" if role == "text-plain" else role
        if -minus in roles or (name != "aside" and name in roles.values()):
            continue
        roles[-minus] = name
        score += weight
    roles |= shown.parts_of(register, roles)
    likely = shown.likely_parts_of(register, roles, hinted)
    roles |= likely
    found = set(roles.values())
    if register == "finances":
        if len(found & set(_NEEDS[register])) < MONEY_ROLES:
            return None
        if "text" not in found:
            first = min((i for i, _ in enumerate(heads) if i not in roles), default=None)
            if first == 0:
                roles[0] = "text"
            elif first is not None or 0 in shown.wordless:
                return None
    elif register in {"milestones", "risks", "activities"} and "text" not in found:
        text = shown.text_among([index for index, _ in enumerate(heads) if index not in roles])
        telling = [name for name in found if name in _NEEDS[register]]
        if text is None or len(telling) < MONEY_ROLES:
            return None
        if not hinted and not (
            alone and register == "milestones" and text == 0 and shown.several_dates(roles)
        ):
            return None
        roles[text] = "text"
        likely |= {text: "text"} if text > 1 or not hinted else {}
    elif "text" not in found:
        return None
    sure = found if hinted else {role for index, role in roles.items() if index not in likely}
    if not any(name in sure for name in _NEEDS[register]):
        return None
    return HeadReading(
        register, roles, score, frozenset(likely), shown.ticks if register == "risks" else frozenset()
    )


def _has_another_part(text: Column, columns: tuple[Column, ...]) -> bool:
    """Whether a head for texts may also head a part of theirs: 'Progress' beside 'Action' says how far it is."""
    return any(other.register == text.register and other.role not in _TEXTS for other in columns)


def _new_head(cells: list[Cell], vocabulary: Vocabulary, reading: HeadReading) -> bool:
    """Whether a row is another register's head inside the same table."""
    heads = [(cell, cell.words) for cell in cells]
    if (
        len(heads) < 3
        or any(len(text) > _HEAD_LENGTH for _, text in heads)
        or not all(text for _, text in heads)
    ):
        return False
    if not all(vocabulary.columns(text) for _, text in heads):
        return False
    other = _judge(heads, vocabulary, "")
    return other is not None and (other.kind != reading.kind or other.roles != reading.roles)


def _register(
    grid: Grid, row: int, depth: int, heads: list[tuple[Cell, str]], reading: HeadReading, rows: list[Row]
) -> Register:
    blocks: list[Text] = []
    for line in range(row, row + depth):
        for cell in grid.starting(line):
            blocks += cell.lines
    words = {role: heads[number][1] for number, role in reading.roles.items() if role != "aside"}
    guessed = tuple((heads[number][1], reading.roles[number]) for number in sorted(reading.guessed))
    unread = tuple(
        text
        for number, (cell, text) in enumerate(heads)
        if text and number not in {*reading.roles, *reading.ticks} and _is_filled(cell, rows)
    )
    over = tuple(cell.words for cell in grid.starting(row) if depth > 1 and cell.column_span > 1)
    place = heads[0][0].place
    return Register(reading.kind, words, tuple(rows), tuple(blocks), place, unread, guessed, over)


def _is_filled(head: Cell, rows: list[Row]) -> bool:
    """Whether a record holds words under a head."""
    columns = range(head.column, head.column + head.column_span)
    return any(cell.column in columns and cell.words for row in rows if row.cells for cell in row.all_cells)
