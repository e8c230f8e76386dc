"""What the columns of a register show, whatever their heads say: dates, amounts, lights, 'Risk' and 'Issue'."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.document import Cell
from pipeline.reading.elements import cell_text
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.marks import is_mark
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_SAMPLE_ROWS = 12
"""Rows that show what a column holds."""
_FIGURE_ROLES = {"baseline", "forecast", "actual", "due", "budget", "variance"}
"""Parts whose cells hold dates or amounts."""
_LETTERS = 2
_COLOUR = 6
"""Characters of 'yellow', the longest name of a rating's colour."""
_KINDS = {"risk", "issue", "r", "i", "risks", "issues", "assumption", "dependency", "action"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the cells of columns show, by the index of their heads.

    ``wordless``: words or crosses and no figure at all. ``grouping``: cells that span rows. ``lights``: nothing but
    ratings. ``dates``: nothing but dates. ``kinds``: nothing but 'Risk' or 'Issue'.
    """

    wordless: frozenset[int] = frozenset()
    grouping: frozenset[int] = frozenset()
    lights: frozenset[int] = frozenset()
    dates: frozenset[int] = frozenset()
    kinds: frozenset[int] = frozenset()

    def speaks_against(self, index: int, role: str) -> bool:
        """Whether what a column shows speaks against a part that its head allows."""
        if role in {"text", "text-plain"}:
            return index in self.grouping or index in self.kinds
        return index in self.wordless and role in _FIGURE_ROLES

    def parts_of(self, register: str, roles: dict[int, str]) -> dict[int, str]:
        """The parts of columns whose heads no rule knows, where what they show leaves no doubt."""
        found: dict[int, str] = {}

        def give(role: str, columns: frozenset[int]) -> None:
            taken = {**roles, **found}
            spare = next((index for index in sorted(columns) if taken.get(index, "aside") == "aside"), None)
            if spare is not None and role not in taken.values():
                found[spare] = role

        if register == "activities":
            give("workstream", self.grouping)
        if register == "risks":
            give("kind", self.kinds)
        if register in {"risks", "milestones"}:
            give("rating", self.lights - set(roles))
        if register == "milestones" and {"forecast", "actual"} & set(roles.values()):
            give("baseline", self.dates - set(roles))
        return found


def columns_shown(grid: Grid, start: int, heads: list[Cell], vocabulary: Vocabulary) -> Shown:
    """What stands under each of the heads, from the row ``start`` on."""
    columns = [_cells(grid, start, head) for head in heads]

    def where(test: Callable[[Cell], bool], blank: bool = False) -> frozenset[int]:
        told = [[cell for cell in cells if blank or not is_empty(cell)] for cells in columns]
        return frozenset(index for index, cells in enumerate(told) if cells and all(map(test, cells)))

    return Shown(
        wordless=where(lambda cell: not any(map(str.isdigit, cell_text(cell)))),
        grouping=frozenset(
            index for index, cells in enumerate(columns) if any(cell.row_span > 1 for cell in cells)
        ),
        lights=where(lambda cell: _is_light(cell, vocabulary), blank=True),
        dates=where(lambda cell: parse_date(cell_text(cell)) is not None),
        kinds=where(lambda cell: cell_text(cell).casefold().strip() in _KINDS),
    )


def _is_light(cell: Cell, vocabulary: Vocabulary) -> bool:
    """A light, a letter or a colour's name: 'Complete' and 'On track' are words of a status."""
    text = cell_text(cell).strip()
    return is_mark(cell, vocabulary) and (
        len(text) <= _LETTERS or bool(vocabulary.rating_words.options(text[:_COLOUR]))
    )


def _cells(grid: Grid, start: int, head: Cell) -> list[Cell]:
    below = [grid.under(row, head) for row in range(start, min(start + _SAMPLE_ROWS, grid.rows))]
    return [cell for cell in below if cell is not None and (not is_empty(cell) or cell.fill)]
