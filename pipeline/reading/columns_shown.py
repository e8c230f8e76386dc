"""What the columns of a register show, whatever their heads say: dates, amounts, lights, names, states, prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractors.document import Cell
from pipeline.reading.cell_words import before_clause, kinds_shared, words_told
from pipeline.reading.column_heads import Column
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.marks import is_mark
from pipeline.reading.milestone_dates import says_what_it_is
from pipeline.reading.reckoning import Figures, guessed_amounts, is_product, reckoned_amounts
from pipeline.reading.register_rows import opens_another
from pipeline.reading.ticked_kinds import KINDS, tick_columns
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date
from pipeline.values.money import parse_amount

_SAMPLE_ROWS = 12
"""Rows that show what a column holds."""
_MILESTONE_DATES = {"baseline", "forecast", "actual"}
_IN_TURN = (("actual", "forecast"), ("forecast", "actual"))
"""Dates of a milestone of which a row holds one or the other."""
_FIGURE_ROLES = {"baseline", "forecast", "actual", "due", "budget", "variance"}
"""Parts whose cells hold dates or amounts."""
_TOLD_STATE = {"status", "response"}
"""Parts of a head ('Position') under which sentences tell what is done and a word or two the state."""
_LETTERS = 2
_COLOUR = 6
"""Characters of 'yellow', the longest name of a rating's colour."""
_STATE_WORDS = 4
"""Words of a status ('Not yet due', 'On hold until spring'); more are a comment."""
_PROSE_WORDS = 3
"""Words of a record's text on the average of its column; names, states and places have fewer."""
_NUMBER = re.compile(r"\d{3,8}")
"""A number under which a system files a risk; scores have two figures at most."""
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LEAST_LETTERED = 3
"""Rows lettered A, B, C from which the letters are references: two may be ratings."""
_STATE_SHARE = 0.5
"""Share of a status column's cells that the rules know."""
_MONEY = {"budget", "actual", "forecast"}
_FACTORS = {"likelihood", "impact"}
_LIT_PARTS = {"score", "status"}
"""Parts whose column is the rating's where it holds nothing but lights."""
_ABOVE_STATUS = 1.05
"""Weight between that of a status and those of the heads of responses."""
_WIDER = 1
"""Columns of the grid by which a cell may be wider than its head; rows across the table hold no column's content."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the cells of columns show, by the index of their heads.

    ``wordless``: words or crosses and no figure at all. ``grouping``: cells that span rows. ``lights``: nothing but
    ratings. ``dates``: nothing but dates. ``kinds``: nothing but 'Risk' or 'Issue'. ``names``: nothing but names of
    people. ``states``: nothing but words of a status. ``moments``: nothing but 'Forecast' or 'Actual'. ``full``: no
    cell empty. ``figures``: nothing but numbers; ``amounts``: where there are such, each column's number in each row.
    ``codes``: nothing but references. ``prose``: the column with the most words, None where none has several.
    """

    wordless: frozenset[int] = frozenset()
    grouping: frozenset[int] = frozenset()
    lights: frozenset[int] = frozenset()
    dates: frozenset[int] = frozenset()
    dated: frozenset[int] = frozenset()
    """Columns in which a cell holds a date."""
    kinds: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()
    states: frozenset[int] = frozenset()
    moments: frozenset[int] = frozenset()
    full: frozenset[int] = frozenset()
    figures: frozenset[int] = frozenset()
    codes: frozenset[int] = frozenset()
    numbers: frozenset[int] = frozenset()
    """Whole numbers of a register's own ('4137' under 'Datix'): longer than a score, and none comes twice."""
    lettered: frozenset[int] = frozenset()
    """Nothing but the letters A, B, C in their order, a row each."""
    amounts: tuple[Figures, ...] = ()
    prose: int | None = None
    words: tuple[float, ...] = ()
    """The words of each column's cells on the average."""
    filled: tuple[frozenset[int], ...] = ()
    """The rows of the table in which each column holds something."""
    told_dates: frozenset[int] = frozenset()
    """Columns of nothing but dates that say themselves whether they are expected or were met."""
    ticks: frozenset[int] = frozenset()
    """Columns of ticks for the kinds that head them."""

    def speaks_against(self, index: int, role: str) -> bool:
        """Whether what a column shows speaks against a part that its head allows."""
        if role in {"text", "text-plain"}:
            return index in self.grouping
        if role == "status" and index in self.figures:
            return True  # 'Progress' over shares of the work
        return index in self.wordless and role in _FIGURE_ROLES

    def excludes(self, index: int, role: str, register: str) -> bool:
        """Whether what a column shows rules out a part: dates, figures, lights, codes and names describe nothing.

        A fee 'agreed' for a stage is no date of a milestone, a 'baseline' of dates no budget.
        """
        if role in {"text", "text-plain"}:
            told = self.dates | self.figures | self.names | self.lights | self.kinds | self.codes | self.ticks
            return index in told
        if role in {"status", "owner", "workstream"}:
            return index in self.dates
        if role in {"response", "due"} and index in self.names:
            return True  # 'Being handled by', 'To be done by' over people
        if register == "finances" and index in self.dates:
            return True
        if register == "activities" and role == "due" and index in self.figures - self.dates:
            return True
        if register == "milestones" and role in _MILESTONE_DATES and self._tells_no_date(index):
            return True
        return role in _FIGURE_ROLES and index in self.moments

    def _tells_no_date(self, index: int) -> bool:
        """Whether a column holds figures, or is the first and holds words: 'Target' over 'All schools joined'."""
        named = index == 0 and bool(self.dates) and 0 not in self.dated
        return index in self.figures - self.dates or (named and self.words[0] > 1)

    def _tells(self, index: int) -> bool:
        """Whether sentences stand in a column, not the words of a status."""
        return index < len(self.words) and self.words[index] > _PROSE_WORDS and index not in self.states

    def meant(self, index: int, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """The parts that a head names, as what stands under it shows them: 'By' over dates is by when, not by whom."""
        told = [column for column in columns if (column.register, column.role) == ("risks", "score")]
        if told and index == self.prose:
            return (*columns, *(replace(column, role="text") for column in told))  # 'Exposure' over sentences
        parts = {column.role for column in columns if column.register == "risks"}
        if parts >= _TOLD_STATE and self._tells(index):
            return tuple(_before_status(column) for column in columns)
        if index not in self.dates:
            return columns
        named = [
            replace(column, role="due")
            for column in columns
            if column.role == "owner" and column.register == "activities"
        ]
        return (*columns, *named)

    def parts_of(self, register: str, roles: dict[int, str]) -> dict[int, str]:
        """The parts of columns whose heads no rule knows, where what they show leaves no doubt."""
        found: dict[int, str] = {}

        def give(role: str, columns: frozenset[int]) -> None:
            _give(role, columns, roles, found, lenient=True)

        if register == "activities":
            give("workstream", self.grouping)
        if register == "risks":
            give("kind", self.kinds)
            give("reference", (self.codes | self.lettered) & {0})
            give("reference", self.numbers & {0})
            give("score", frozenset(index for index in self._free(roles) if self._is_score(index, roles)))
        if register in {"risks", "milestones"}:
            give("rating", self.lights - set(roles))
            lit = [index for index in sorted(self.lights) if roles.get(index) in _LIT_PARTS]
            if len(lit) == 1 and "rating" not in {*roles.values(), *found.values()}:
                found[lit[0]] = "rating"  # 'Level' or 'Status' over nothing but lights
        if register == "milestones":
            give("moment", self.moments - set(roles))
            give("forecast", self.told_dates - set(roles))
        if register == "finances":
            found |= reckoned_amounts(roles, self.amounts, self._free(roles))
        return found

    def likely_parts_of(self, register: str, roles: dict[int, str], hinted: bool) -> dict[int, str]:
        """The parts that columns of unknown heads most likely have by what they show: to be told, not asserted.

        ``hinted``: something else than the heads says too that the table is such a register.
        """
        found: dict[int, str] = {}

        def give(role: str, columns: frozenset[int]) -> None:
            _give(role, columns, roles, found, lenient=False)

        if register in {"activities", "risks"}:
            give("owner", self.names)
        if register == "activities":
            give("due", self.dates)
        if register in {"activities", "risks", "milestones"}:
            give("status", self.states)
            remarks = frozenset(index for index in self.states if roles.get(index) == "aside")
            _give("status", remarks, roles, found, lenient=True)
        if register in {"activities", "risks"} and self.prose is not None and hinted:
            give("text", frozenset({self.prose}))
        if register == "milestones":
            if {"forecast", "actual"} & set(roles.values()):
                give("baseline", self.dates - set(roles))
            for role, other in _IN_TURN if "baseline" in roles.values() else ():
                give(role, self._in_turn(roles, other))
            give("forecast", self._later_dates(roles) & self.full)
            give("actual", self._later_dates(roles) - self.full)
        if register == "finances" and self.amounts and (hinted or len(_MONEY & set(roles.values())) > 1):
            found |= guessed_amounts(roles, self.amounts, self._free(roles))
        return found

    def several_dates(self, roles: dict[int, str]) -> bool:
        """Whether columns of nothing but dates are several of a milestone's dates: planned and expected, or met."""
        found = {role for index, role in roles.items() if index in self.dates and role in _MILESTONE_DATES}
        return "baseline" in found and len(found) > 1

    def text_among(self, free: list[int]) -> int | None:
        """The column of unknown heads that tells what each record is: an early one, or else the one of most words."""
        if not free or free[0] <= 1:
            return free[0] if free else None
        wordiest = max(free, key=lambda index: self.words[index] if self.words else 0.0)
        return wordiest if self.words and self.words[wordiest] > _PROSE_WORDS else None

    def _in_turn(self, roles: dict[int, str], other: str) -> frozenset[int]:
        """The columns of dates filled only where that of the part ``other`` is empty: a date is expected or was met."""
        known = next((index for index, role in roles.items() if role == other), None)
        if known is None or known >= len(self.filled):
            return frozenset()
        return frozenset(index for index in self.dates if not self.filled[index] & self.filled[known])

    def _free(self, roles: dict[int, str]) -> frozenset[int]:
        """The columns of numbers whose heads no rule knows."""
        return self.figures - set(roles) if self.amounts else frozenset()

    def _is_score(self, index: int, roles: dict[int, str]) -> bool:
        factors = [self.amounts[other] for other, role in roles.items() if role in _FACTORS]
        return len(factors) == len(_FACTORS) and is_product(self.amounts[index], *factors)

    def _later_dates(self, roles: dict[int, str]) -> frozenset[int]:
        """Columns of dates of unknown heads after the baseline: a date for every row is a forecast."""
        first = next((index for index, role in roles.items() if role == "baseline"), None)
        return frozenset(index for index in self.dates - set(roles) if first is not None and index > first)


def _before_status(column: Column) -> Column:
    """A head's part as a response, weighed above its part as a status, below any head that says so itself."""
    told = column.register == "risks" and column.role == "response"
    return replace(column, weight=_ABOVE_STATUS) if told else column


def _give(
    role: str, columns: frozenset[int], roles: dict[int, str], found: dict[int, str], lenient: bool
) -> None:
    """Give a part that nobody has to the only such column (the first, where ``lenient``) without a part."""
    taken = {**roles, **found}
    free = "aside" if lenient else None
    spare = [index for index in sorted(columns) if taken.get(index, free) == free]
    if role not in taken.values() and (len(spare) == 1 or (lenient and spare)):
        found[spare[0]] = role


def columns_shown(grid: Grid, start: int, heads: list[Cell], vocabulary: Vocabulary) -> Shown:
    """What stands under each of the heads, from the row ``start`` on."""
    rows = _rows_alike(grid, start, heads)
    columns = [_cells(grid, rows, head) for head in heads]
    filled = [[cell for cell in cells if not is_empty(cell)] for cells in columns]
    told = [[cell for cell in cells if not vocabulary.is_kind("placeholder", cell.words)] for cells in filled]
    shared = [kinds_shared([cell.words for cell in cells]) for cells in told]
    most = max(map(len, told), default=0)
    words = tuple(map(_words, columns))

    def where_all(kind: str) -> frozenset[int]:
        return _where([kind in kinds for kinds in shared])

    figures = where_all("figure")
    return Shown(
        wordless=_where(["wordless" in kinds_shared([cell.words for cell in cells]) for cells in filled]),
        grouping=_where([any(cell.row_span > 1 for cell in cells) for cells in columns]),
        lights=_where([_are_lights(cells, vocabulary) for cells in columns]),
        dates=where_all("date"),
        dated=_where([any(map(_holds_date, cells)) for cells in told]),
        kinds=_where([_are_kinds(cells, vocabulary) for cells in columns]),
        names=where_all("name"),
        states=_where([_are_states(cells, vocabulary) for cells in told]),
        moments=where_all("moment"),
        full=_where([len(cells) == most for cells in told]),
        amounts=tuple(tuple(_amount(grid.under(row, head)) for row in rows) for head in heads if figures),
        figures=figures,
        codes=where_all("code"),
        numbers=_where([_are_numbers(cells) for cells in told]),
        lettered=_where([_are_lettered(cells) for cells in told]),
        prose=_most_words(words),
        words=words,
        filled=tuple([frozenset([cell.row for cell in cells]) for cells in told]),
        told_dates=_where([_are_told_dates(cells, vocabulary) for cells in told]),
        ticks=tick_columns(heads, columns),
    )


def _where(held: Iterable[bool]) -> frozenset[int]:
    """The columns of which something holds."""
    return frozenset([index for index, holds in enumerate(held) if holds])


def _holds_date(cell: Cell) -> bool:
    return "dated" in words_told(cell.words).kinds


def _are_told_dates(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a column holds nothing but dates that say what they are."""
    return bool(cells) and all(
        _holds_date(cell) and says_what_it_is(cell.words, vocabulary) for cell in cells
    )


def _are_numbers(cells: list[Cell]) -> bool:
    """Whether a column holds nothing but numbers under which records are filed."""
    words = [cell.words.strip() for cell in cells]
    return bool(words) and all(map(_NUMBER.fullmatch, words)) and len(set(words)) == len(words)


def _are_lettered(cells: list[Cell]) -> bool:
    """Whether rows are lettered one after the other from A on: 'A' and 'C' are no ratings then."""
    if len(cells) < _LEAST_LETTERED:
        return False
    letters = "".join([cell.words.strip(" .()") for cell in cells])
    return letters == _ALPHABET[: len(cells)]


def _are_kinds(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a column says 'Risk' or 'Issue', and nothing else but prompts that nobody answered."""
    told = False
    for cell in cells:
        if not vocabulary.is_kind("placeholder", cell.words):
            told = True
            if cell.words.casefold().strip() not in KINDS:
                return False
    return told


def _words(cells: list[Cell]) -> float:
    """The words of a column's cells on the average."""
    return sum([words_told(cell.words).words for cell in cells]) / len(cells) if cells else 0.0


def _most_words(words: tuple[float, ...]) -> int | None:
    """The column that holds the most words, where it holds clearly more than a name or a state."""
    most = max(range(len(words)), key=words.__getitem__, default=None)
    return most if most is not None and words[most] > _PROSE_WORDS else None


def _amount(cell: Cell | None) -> float | None:
    amount = parse_amount(cell.words) if cell is not None else None
    return amount.value if amount else None


def _are_states(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a column holds a few words in each row, most of them a status that the rules know."""
    words: list[str] = []
    for cell in cells:
        text = before_clause(cell.words)
        if len(text) <= _LETTERS or len(text.split()) > _STATE_WORDS or parse_date(text):
            return False
        words.append(text)
    return sum(1 for text in words if _is_state(text, vocabulary)) > _STATE_SHARE * len(words)


def _is_state(text: str, vocabulary: Vocabulary) -> bool:
    """Words of a status: 'Done', 'On track', 'Not yet due'."""
    return (
        vocabulary.activity_kind(text) is not None
        or vocabulary.rating_words.of_word(text) is not None
        or vocabulary.is_kind("state", text)
    )


def _are_lights(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Lights, letters or colours' names alone: 'Complete' and 'On track' are words of a status."""
    for cell in cells:
        text = cell.words.strip()
        named = len(text) <= _LETTERS or vocabulary.rating_words.options(text[:_COLOUR])
        if not named or not is_mark(cell, vocabulary):
            return False
    return bool(cells)


def _rows_alike(grid: Grid, start: int, heads: list[Cell]) -> range:
    """The rows that show what the columns hold, up to one whose cells begin elsewhere: another band of the table."""
    columns = {head.column for head in heads}
    worded = [(head, head.words) for head in heads]
    for row in range(start, min(start + _SAMPLE_ROWS, grid.rows)):
        if len(grid.filled(row)) == 1 and opens_another(grid, row + 1, worded, start):
            return range(start, row)
        cells = grid.starting(row)
        if len(cells) > 1 and not {cell.column for cell in cells} <= columns:
            return range(start, row)
    return range(start, min(start + _SAMPLE_ROWS, grid.rows))


def _cells(grid: Grid, rows: range, head: Cell) -> list[Cell]:
    below = [grid.under(row, head) for row in rows]
    own = [
        cell for cell in below if cell is not None and cell.column_span <= max(head.column_span, 1) + _WIDER
    ]
    return [cell for cell in own if not is_empty(cell) or cell.fill]
