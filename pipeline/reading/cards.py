"""Risks laid out as cards: [Risk][the supplier may fail] / [Mitigation][...] / [Owner][...][Likelihood][High].

A card may be headed by the risk itself, in a row across the table over the labelled rows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from extractors.document import Block, Cell, Table, Text
from pipeline.reading.elements import Register, Row
from pipeline.reading.grid import Grid, is_empty, tables_joined
from pipeline.reading.register_rows import looks_like_head
from pipeline.reading.vocabulary import Vocabulary

_TELLING = {"response", "likelihood", "impact", "score"}
"""Parts that only a risk or an issue has."""
_PARTS = 3
"""Labelled parts from which a form is a card: fewer may stand in any form."""
_WEIGHED = {"likelihood", "impact", "score"}
"""Parts that show a risk where no heading above the card says so: an action may be a workstream's."""
_PAIR = 2
_LABEL_LENGTH = 40
_NUMBER = re.compile(r"\s*(?:no\.?|#)?\s*\d+$", re.IGNORECASE)

_REFERENCE = re.compile(r"[A-Z]{1,4}[-/ .]?\d{1,4}", re.IGNORECASE)
"""'R01', 'ISS-4': what a card is called, before its first row."""

_Parts = dict[str, tuple[Cell, Cell]]
"""Label and value by the part they play in the record."""


def whole_cards(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> tuple[Block, ...]:
    """The blocks, cards that are drawn in several tables, one right below another, made one table each.

    Where boxes stand apart, or rows differ in their columns, each kind of row is a table by itself.
    """
    return tables_joined(blocks, partial(_is_cut, vocabulary=vocabulary), _below_each_other)


def _is_cut(above: Table, below: Table, vocabulary: Vocabulary) -> bool:
    """Whether one table begins a card, or several, and the next holds more of the last one's parts and nothing else."""
    roles: list[set[str]] = []
    for table in (above, below):
        grid = Grid(table)
        parts = [_parts(grid, row, vocabulary) for row in range(grid.rows)]
        if not all(parts):
            return False
        roles.append({role for row in parts for role in row})
    return "text" in roles[0] and bool(_TELLING & (roles[0] | roles[1])) and "text" not in roles[1]


def _below_each_other(above: Table, below: Table) -> Table:
    moved = tuple(replace(cell, row=cell.row + above.rows) for cell in below.cells)
    columns = max(above.columns, below.columns)
    return Table((*above.cells, *moved), above.rows + below.rows, columns, above.place)


def read_cards(
    grid: Grid, row: int, vocabulary: Vocabulary, among_risks: bool = False
) -> tuple[Register, int] | None:
    """The cards that begin at ``row``, one below another, and how many rows they take; None where there is none.

    ``among_risks``: the heading above says that risks or issues stand here.
    """
    cards: list[_Parts] = []
    below = row
    while below < grid.rows:
        title = _title(grid, below, vocabulary)
        if title:
            cards.append(title)
            below += 1
            continue
        parts = _parts(grid, below, vocabulary)
        if not parts:
            break
        if not cards or any(role in cards[-1] for role in parts):
            cards.append({})  # what comes again begins the next card
        cards[-1] |= parts
        below += 1
    if not cards or any("text" not in card or not _TELLING & set(card) for card in cards):
        return None
    titled = [card for card in cards if card["text"][0] is card["text"][1]]
    fewest = _PAIR if titled and among_risks else _PARTS
    if any(len(card) < fewest for card in cards):
        return None
    if titled and (
        len(titled) < len(cards) or not (among_risks or all(_WEIGHED & set(card) for card in cards))
    ):
        return None
    rows = tuple(_row(card) for card in cards)
    labels: list[Text] = [
        text for card in cards for label, value in card.values() if label is not value for text in label.lines
    ]
    heads = {role: label.words if label is not value else "" for role, (label, value) in cards[0].items()}
    return Register("risks", heads, rows, tuple(labels), grid.table.place), below - row


def _title(grid: Grid, row: int, vocabulary: Vocabulary) -> _Parts:
    """The risk itself, its reference before it perhaps, in a row right over a card's parts; {} where it is none."""
    cells = grid.filled(row)
    if not cells or len(cells) > _PAIR or grid.columns < _PAIR or row + 1 >= grid.rows:
        return {}
    lead, cell = cells[0] if len(cells) > 1 else None, cells[-1]
    start = lead.column + lead.column_span if lead is not None else 0
    if cell.column != start or cell.column + cell.column_span < grid.columns or len(cell.lines) > 1:
        return {}
    if lead is not None and not _REFERENCE.fullmatch(lead.words.strip()):
        return {}
    words = cell.words
    match = vocabulary.heading(words)
    if _role(cell, vocabulary) or vocabulary.is_kind("placeholder", words) or (match and match.exact):
        return {}  # 'Key risks' over the first card
    if not _parts(grid, row + 1, vocabulary):
        return {}
    return {"text": (cell, cell)} if lead is None else {"text": (cell, cell), "reference": (lead, lead)}


def _row(card: _Parts) -> Row:
    values = {role: value for role, (_, value) in card.items() if not role.startswith("aside")}
    return Row(values, tuple(value for _, value in card.values()))


def _parts(grid: Grid, row: int, vocabulary: Vocabulary) -> _Parts:
    """The labels and values of a row, {} unless every label is one of a risk's; a card's reference may lead them."""
    cells = grid.starting(row)
    lead = cells[0] if len(cells) % 2 else None
    if lead is not None and (is_empty(lead) or _REFERENCE.fullmatch(lead.words.strip())):
        cells = cells[1:]
    if len(cells) % 2 or not cells:
        return {}
    figures = any(char.isdigit() for cell in cells for char in cell.words)
    if len(cells) > _PAIR and not figures and all(map(looks_like_head, cells)):
        return {}  # labels and values dressed alike, and no number: the heads of a register
    values = [
        (_role(label, vocabulary), value)
        for label, value in zip(cells[::2], cells[1::2], strict=True)
        if _role(label, vocabulary) != "kind"
    ]
    heads = sum(1 for role, value in values if _is_another(role, value, vocabulary))
    if heads * 2 >= max(len(values), 2):
        return {}  # where values should stand, most cells are known heads: the heads of a register
    parts: _Parts = {} if lead is None or is_empty(lead) else {"reference": (lead, lead)}
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        role = _role(label, vocabulary)
        if role is None and not (is_empty(label) and is_empty(value)):
            return {}
        if role is not None:
            parts.setdefault(f"aside {label.column}" if role == "aside" else role, (label, value))
    return parts


def _is_another(role: str | None, value: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a value's words head a column of another part: 'likely' beside 'How likely' only answers it."""
    columns = vocabulary.columns(value.words.strip(" :"))
    return bool(columns) and not any(column.register == "risks" and column.role == role for column in columns)


def _role(label: Cell, vocabulary: Vocabulary) -> str | None:
    words = label.words.strip(" :")
    words = _NUMBER.sub("", words) if words[-1:].isdigit() else words
    if not words or len(words) > _LABEL_LENGTH:
        return None
    roles = [column.role for column in vocabulary.columns(words) if column.register == "risks"]
    return "text" if roles[:1] == ["text-plain"] else roles[0] if roles else None
