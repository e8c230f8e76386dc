"""Tables of one workstream each: its name in a row of its own over what was done and what comes next.

What was done stands side by side with what comes next, or under it with its label at the left. The row of the name
may be painted in the workstream's rating; the whole project's then heads a table painted just so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extractors.document import Block, Cell, Table
from pipeline.reading.elements import ACTIVITY_SECTIONS, Element, Rated
from pipeline.reading.grid import Grid
from pipeline.reading.marks import is_dimension
from pipeline.reading.side_by_side import heading_of
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_NAME = 80
"""Characters of a workstream's name."""
_SEVERAL = 2
"""Names that make a set: one title alone is the table's, whatever it says."""
_WORD = re.compile(r"(\s*:\s*|\s+[–—-]\s+|\s+\()(?=[^:–—()]+\)?$)")
"""What parts a name from the rating's word after it."""
_LIGHTS = 2
"""Different lights from which the paint of the names rates: one alone is the house's colour."""

TitlesOfWork = Mapping[str, str | None]
"""Names of workstreams, each with the paint that rates it, None where paint rates none of them."""


def titles_of_work(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> TitlesOfWork:
    """The names of a document's workstreams that stand so; none where there are fewer than several.

    A name may read like a section's ('Design and approvals'): that others stand just so tells that it is none.
    """
    paint = {title.words: title.fill for title in _titles(blocks, vocabulary)}
    if len(paint) < _SEVERAL:
        return {}
    words = vocabulary.rating_words
    lights = {words.light_of(fill) for fill in paint.values()} - {None}
    rates = all(words.of_colour(fill) for fill in paint.values()) and len(lights) >= _LIGHTS
    return paint if rates else dict.fromkeys(paint)


def name_of(title: str, vocabulary: Vocabulary) -> str:
    """A workstream's name without the rating's word after it: 'Stone: amber', 'Fish – RED'."""
    name, sign, word = _WORD.split(title, maxsplit=1) if _WORD.search(title) else (title, "", "")
    return name if sign and vocabulary.rating_words.of_word(word.strip(" )")) else title


def rated_title(cell: Cell, titles: TitlesOfWork, vocabulary: Vocabulary) -> list[Rated]:
    """The rating that a workstream's name is painted in, or has beside it; [] where neither tells one."""
    text = cell.words.strip(" :")
    name = name_of(text, vocabulary)
    fill, word = titles.get(cell.words), text[len(name) :].strip(" :(–—-)")
    mark = Mark(word, (), fill)
    return [Rated(name, mark, None, None, cell.lines, cell.place, of_part=True)] if fill or word else []


def rated_whole(
    grid: Grid, row: int, titles: TitlesOfWork, vocabulary: Vocabulary
) -> tuple[list[Element], int] | None:
    """The project's own rating among workstreams rated by paint: [Overall][Summary] in a light, over what is said."""
    heads = grid.filled(row)
    lights = {vocabulary.rating_words.light_of(cell.fill) for cell in heads}
    if (
        not any(titles.values())
        or len(lights) != 1
        or None in lights
        or not is_dimension(heads[0], vocabulary)
    ):
        return None
    label, below = heads[0], grid.filled(row + 1)
    told = below if len(heads) == len(below) > 1 and row + len(("head", "said")) == grid.rows else []
    said = told[-1].words if told else None
    lines = tuple(line for cell in (*heads, *told) for line in cell.lines)
    mark = Mark("", (), label.fill)
    return [Rated(label.words.strip(" :"), mark, None, said, lines, label.place)], 1 + bool(told)


def _titles(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> Iterator[Cell]:
    for block in blocks:
        if isinstance(block, Table):
            grid = Grid(block)
            found = (_title(grid, row, vocabulary) for row in range(grid.rows))
            yield from (title for title in found if title is not None)


def _title(grid: Grid, row: int, vocabulary: Vocabulary) -> Cell | None:
    """The cell that alone spans a row right over headings of activities; None where none does."""
    cells = grid.filled(row)
    if len(cells) != 1 or cells[0].column_span < grid.columns or row + 1 >= grid.rows:
        return None
    words = cells[0].words
    beside = [heading_of(cell, vocabulary) for cell in grid.filled(row + 1)]
    across = all(name in ACTIVITY_SECTIONS for name in beside) and len(set(beside)) >= len(("done", "next"))
    if not across and not _heads_rows(grid, row, vocabulary):
        return None
    named = len(cells[0].lines) == 1 and len(words) <= _NAME and not words.endswith(".")
    return cells[0] if named and heading_of(cells[0], vocabulary) not in ACTIVITY_SECTIONS else None


def _heads_rows(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    """Whether rows follow, each with a section's heading beside what it holds, one at least of them of activities."""
    found: list[str | None] = []
    for below in range(row + 1, grid.rows):
        cells = grid.filled(below)
        if len(cells) == 1 and cells[0].column_span == grid.columns:
            break
        known = heading_of(cells[0], vocabulary) if len(cells) == len(("label", "work")) else None
        found.append(known if known and cells[0].column == 0 else None)
    sections = set(found) - {None}
    half = 2 * (len(found) - found.count(None)) > len(found)
    return half and len(sections) >= len(("done", "next")) and not sections.isdisjoint(ACTIVITY_SECTIONS)
