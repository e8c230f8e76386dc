"""What the columns of a register show, whatever their heads say: dates, amounts, names, lights, 'Risk' and 'Issue'."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from extractors.document import Cell
from pipeline.reading.elements import cell_text
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.marks import is_mark
from pipeline.reading.reckoning import Figures, is_product, reckon_amounts
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date
from pipeline.values.money import parse_amount

_SAMPLE_ROWS = 12
"""Rows that show what a column holds."""
_FIGURE_ROLES = {"baseline", "forecast", "actual", "due", "budget", "variance"}
"""Parts whose cells hold dates or amounts."""
_MONEY = {"budget", "actual", "forecast"}
_LETTERS = 2
_COLOUR = 6
"""Characters of 'yellow', the longest name of a rating's colour."""
_KINDS = {"risk", "issue", "r", "i", "risks", "issues", "assumption", "dependency", "action"}
_MOMENTS = {"forecast", "actual", "f", "a", "fcst", "f/c", "act", "forecasted", "achieved"}
"""'Latest date | F or A': what the date beside it is."""
_NAME = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Cllr|Prof|Professor|Sir|Dame|Rev|Sgt|Insp|Cdr|Sister)\.? )?"
    r"[A-Z][\w'’.-]*(?: (?:van|de|von|der|la|[A-Z][\w'’.-]*)){0,2} [A-Z][a-z'’][\w'’-]*"
)
"""A person's name: two words or three that begin with capitals."""
_STATUS_WORDS = 3
_STATUS_SHARE = 0.5
"""Words of the longest status ('Not yet started'), and the share of a status column's cells that the rules know."""
_GUESSED_FROM = 2
"""Rows from which what they show says anything of a head that no rule knows."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of columns by the index of their heads; those in ``guessed`` are likely and no more."""

    roles: dict[int, str] = field(default_factory=dict)
    guessed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """What the cells of columns show, by the index of their heads.

    ``wordless``: words or crosses and no figure at all. ``grouping``: cells that span rows. ``lights``: nothing but
    ratings. ``dates``: nothing but dates. ``full``: no cell empty. ``kinds``: nothing but 'Risk' or 'Issue'.
    ``moments``: nothing but 'Forecast' or 'Actual'. ``names``: nothing but people. ``statuses``: words of a status.
    ``figures``: the number in each row, None where there is none; ``numbers``: columns of nothing else.
    """

    wordless: frozenset[int] = frozenset()
    grouping: frozenset[int] = frozenset()
    lights: frozenset[int] = frozenset()
    dates: frozenset[int] = frozenset()
    full: frozenset[int] = frozenset()
    kinds: frozenset[int] = frozenset()
    moments: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()
    statuses: frozenset[int] = frozenset()
    numbers: frozenset[int] = frozenset()
    figures: tuple[Figures, ...] = ()

    def speaks_against(self, index: int, role: str) -> bool:
        """Whether what a column shows speaks against a part that its head allows."""
        if role in {"text", "text-plain"}:
            return index in self.grouping or index in self.kinds
        return index in self.wordless and role in _FIGURE_ROLES

    def forbids(self, index: int, role: str, register: str) -> bool:
        """Whether a column can by no means play a part: nothing but dates or numbers names a record."""
        if role in {"text", "text-plain"} and register != "finances":
            return index in self.dates or index in self.numbers
        return index in self.moments and role in _FIGURE_ROLES

    def can_name(self, index: int) -> bool:
        """Whether a column whose head no rule knows may hold what the records are about."""
        return index not in self.dates | self.numbers | self.kinds | self.lights | self.names

    def parts_of(self, register: str, roles: dict[int, str], hinted: bool) -> Parts:
        """The parts of columns whose heads no rule knows, as what they show tells.

        ``hinted``: something else than the heads says too that the table is such a register.
        """
        found: dict[int, str] = {}
        guessed: set[int] = set()

        def give(role: str, columns: frozenset[int], sure: bool = True) -> None:
            taken = {**roles, **found}
            spare = next((index for index in sorted(columns) if taken.get(index, "aside") == "aside"), None)
            if spare is not None and role not in taken.values():
                found[spare] = role
                if not sure:
                    guessed.add(spare)

        unknown = frozenset(range(len(self.figures))) - set(roles)
        if register == "activities":
            give("workstream", self.grouping)
            give("due", self.dates & unknown, sure=False)
        if register == "risks":
            give("kind", self.kinds)
            give(
                "score", frozenset(index for index in self.numbers & unknown if self._is_score(index, roles))
            )
        if register in {"risks", "activities"}:
            give("owner", self.names & unknown, sure=False)
        if register in {"risks", "milestones"}:
            give("rating", self.lights - set(roles))
        if register == "milestones":
            give("moment", self.moments & unknown)
            give("status", self.statuses & unknown, sure=False)
            if {"forecast", "actual"} & set(roles.values()):
                give("baseline", self.dates - set(roles))
            elif "baseline" in roles.values():
                first = next(index for index, role in roles.items() if role == "baseline")
                later = frozenset(index for index in self.dates & self.full & unknown if index > first)
                give("forecast", later, sure=False)
        if register == "finances" and (hinted or len(_MONEY & set(roles.values())) > 1):
            amounts, unsure = reckon_amounts(roles, self.figures, self.numbers & unknown)
            found |= amounts
            guessed |= unsure
        return Parts(found, frozenset(guessed))

    def _is_score(self, index: int, roles: dict[int, str]) -> bool:
        factors = [self.figures[other] for other, role in roles.items() if role in {"likelihood", "impact"}]
        return len(factors) == 2 and is_product(self.figures[index], *factors)


def columns_shown(grid: Grid, start: int, heads: list[Cell], vocabulary: Vocabulary) -> Shown:
    """What stands under each of the heads, from the row ``start`` on."""
    rows = range(start, min(start + _SAMPLE_ROWS, grid.rows))
    under = [[grid.under(row, head) for row in rows] for head in heads]
    columns = [
        [cell for cell in cells if cell is not None and (not is_empty(cell) or cell.fill)] for cells in under
    ]
    told = [[cell for cell in cells if not is_empty(cell)] for cells in columns]

    def where(test: Callable[[Cell], bool], blank: bool = False) -> frozenset[int]:
        shown = columns if blank else told
        return frozenset(index for index, cells in enumerate(shown) if cells and all(map(test, cells)))

    figures = tuple(tuple(_figure(cell) for cell in cells) for cells in under)
    named = where(lambda cell: _NAME.fullmatch(cell_text(cell).strip()) is not None)
    return Shown(
        wordless=where(lambda cell: not any(map(str.isdigit, cell_text(cell)))),
        grouping=frozenset(
            index for index, cells in enumerate(columns) if any(cell.row_span > 1 for cell in cells)
        ),
        lights=where(lambda cell: _is_light(cell, vocabulary), blank=True),
        dates=where(lambda cell: parse_date(cell_text(cell)) is not None),
        full=frozenset(index for index, cells in enumerate(told) if len(cells) == len(_filled_rows(told))),
        kinds=where(lambda cell: cell_text(cell).casefold().strip() in _KINDS),
        moments=where(lambda cell: cell_text(cell).casefold().strip(" ()") in _MOMENTS),
        names=frozenset(index for index in named if index > 0),
        statuses=frozenset(
            index for index, cells in enumerate(told) if cells and _are_statuses(cells, vocabulary)
        ),
        numbers=where(lambda cell: _figure(cell) is not None),
        figures=figures,
    )


def _filled_rows(told: list[list[Cell]]) -> list[Cell]:
    """The cells of the column that is filled most: as many rows as the table has records."""
    return max(told, key=len, default=[])


def _figure(cell: Cell | None) -> float | None:
    amount = parse_amount(cell_text(cell)) if cell is not None else None
    return amount.value if amount else None


def _are_statuses(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a column holds a status each, half of them in words that the rules know, and no light alone."""
    words = [cell_text(cell).strip() for cell in cells]
    if len(words) < _GUESSED_FROM or any(
        len(text) <= _LETTERS or len(text.split()) > _STATUS_WORDS or parse_date(text) for text in words
    ):
        return False
    known = [
        text for text in words if vocabulary.activity_kind(text) or vocabulary.rating_words.of_word(text)
    ]
    return len(known) >= _STATUS_SHARE * len(words)


def _is_light(cell: Cell, vocabulary: Vocabulary) -> bool:
    """A light, a letter or a colour's name: 'Complete' and 'On track' are words of a status."""
    text = cell_text(cell).strip()
    return is_mark(cell, vocabulary) and (
        len(text) <= _LETTERS or bool(vocabulary.rating_words.options(text[:_COLOUR]))
    )
