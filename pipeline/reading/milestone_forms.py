"""Milestones laid out as forms of their own: [Milestone][Hall open] / [Baseline][3 May] / [Forecast][9 June], or
rows of a name and its dates without heads: [Hall open][baseline 3 May, forecast 9 June].
"""

from __future__ import annotations

from extractors.document import Cell, Text
from pipeline.reading.elements import Pair, Register, Row, mark_of
from pipeline.reading.grid import Grid
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import find_dates

_DATED = {"baseline", "forecast", "actual"}
_PARTS = 3
"""Labelled parts from which a form is a milestone's: a project's own form has a start and an end."""
_PAIR = 2
_NAME_WORDS = 14
"""Words of the longest name of a milestone."""
_WHEN_WORDS = 14
"""Words of a cell that says when: 'baseline 3 May 2012, forecast 9 June 2012, four weeks late'."""

_Parts = dict[str, tuple[Cell, Cell]]
"""Label and value by the part they play in the milestone."""


def read_milestone_forms(
    grid: Grid, row: int, vocabulary: Vocabulary, among_milestones: bool
) -> tuple[Register, int] | None:
    """The forms of milestones that begin at ``row``, one below another, and their rows; None where there is none.

    ``among_milestones``: the heading above says that milestones stand here. Else the label of each name must.
    """
    forms: list[_Parts] = []
    below = row
    while below < grid.rows and (parts := _parts(grid, below, vocabulary)):
        if not forms or "text" in parts:
            forms.append({})
        forms[-1] |= parts
        below += 1
    if not forms or not all(_is_milestone(form, vocabulary, among_milestones) for form in forms):
        return None
    rows = tuple(
        Row(
            {role: value for role, (_, value) in form.items() if not role.startswith("aside")},
            tuple(value for _, value in form.values()),
        )
        for form in forms
    )
    labels: tuple[Text, ...] = tuple(
        line for form in forms for label, _ in form.values() for line in label.lines
    )
    heads = {role: label.words for role, (label, _) in forms[0].items()}
    return Register("milestones", heads, rows, labels, grid.table.place), below - row


def named_date(cells: list[Cell]) -> Pair | None:
    """The pair of a row of two cells that names something and says when; None where it does not."""
    if len(cells) != _PAIR:
        return None
    name, when = [cell.words for cell in cells]
    words = len(name.split())
    if not 0 < words <= _NAME_WORDS or name.rstrip().endswith((".", ":")) or find_dates(name):
        return None
    if not find_dates(when) or len(when.split()) > _WHEN_WORDS:
        return None
    return Pair(name, when, (*cells[0].lines, *cells[1].lines), mark_of(cells[1]), cells[0].place)


def _is_milestone(form: _Parts, vocabulary: Vocabulary, among_milestones: bool) -> bool:
    if "text" not in form or not _DATED & set(form) or len(form) < _PARTS:
        return False
    named = {column.register for column in vocabulary.columns(form["text"][0].words)}
    return among_milestones or named == {"milestones"}


def _parts(grid: Grid, row: int, vocabulary: Vocabulary) -> _Parts:
    """The labels and values of a row, {} unless every label is one of a milestone's."""
    cells = grid.starting(row)
    parts: _Parts = {}
    for label, value in zip(cells[::_PAIR], cells[1::_PAIR], strict=False):
        roles = [column.role for column in vocabulary.columns(label.words) if column.register == "milestones"]
        if not roles or _is_head(value, vocabulary):
            return {}
        role = "text" if roles[0] == "text-plain" else roles[0]
        parts.setdefault(f"aside {label.column}" if role == "aside" else role, (label, value))
    return parts if len(cells) % _PAIR == 0 else {}


def _is_head(value: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a head stands where a value should: the row heads a register."""
    return any(column.register == "milestones" for column in vocabulary.columns(value.words))
