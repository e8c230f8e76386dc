"""Heads of columns that name several parts of a record ('Owner / status', 'Probability / impact'), and their cells."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Cell, Figure, Run, Table
from pipeline.reading.vocabulary import Vocabulary

_BETWEEN_NAMES = re.compile(r"\s*[/,|]\s*|\s+(?:and|&|x|×|by)\s+", re.IGNORECASE)
"""What parts the names of a head."""
_BETWEEN_FACTORS = re.compile(
    r"\s*[/,;|×=]\s*|\s+(?:and|&|x|by|[–—-])\s+|(?<=\d)\s?[x*]\s?(?=\d)", re.IGNORECASE
)
"""What parts a risk's likelihood from its impact in one line: 'Low / High', '3 x 4'."""
_TEXTS = {"text", "text-plain", "aside"}
_FACTORS = {"likelihood", "impact"}
_WEIGHED = {*_FACTORS, "score"}
_FACTOR_WORDS = 3
"""Words of a likelihood or impact: 'Low to medium'."""
_NAMES = (2, 3)
"""Parts that a head names: 'L / I', 'L / I / score'."""


def twin_heads(
    heads: list[tuple[Cell, str]], roles: dict[int, str], kind: str, vocabulary: Vocabulary
) -> dict[int, tuple[str, ...]]:
    """The heads that name several parts of a record of which no other head is one, by their index."""
    twins: dict[int, tuple[str, ...]] = {}
    for number, role in roles.items():
        others = {other for index, other in roles.items() if index != number}
        parts = _parts_named(heads[number][1], kind, others, vocabulary)
        product = role == "score" and set(parts) >= _FACTORS
        if role in parts or product:
            twins[number] = parts
    return twins


def _parts_named(head: str, kind: str, others: set[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The different parts that the words of a head name; () where a word names none, or one that another head is."""
    names = _BETWEEN_NAMES.split(head)
    if len(names) not in _NAMES:
        return ()
    found = [_roles_of(name, kind, vocabulary) - others - _TEXTS for name in names]
    parts = tuple(min(roles, default="") for roles in found)
    return parts if all(parts) and len(set(parts)) == len(parts) else ()


def _roles_of(words: str, kind: str, vocabulary: Vocabulary) -> set[str]:
    return {column.role for column in vocabulary.columns(words.strip()) if column.register == kind}


def parted_cell(cell: Cell, parts: tuple[str, ...], role: str) -> dict[str, Cell]:
    """A cell as one for each part that its head names: a line for each, or likelihood and impact in one line.

    Where it holds something else it is the cell of the first part, or the score that the head's words name together.
    """
    lines = [block for block in cell.blocks if not isinstance(block, (Table, Figure)) and block.text]
    if len(lines) == len(parts):
        return {part: replace(cell, blocks=(line,)) for part, line in zip(parts, lines, strict=True)}
    if len(lines) == 1 and set(parts) <= _WEIGHED:
        pieces = _factors_in(lines[0].text)
        parts = (*parts, "score") if set(parts) == _FACTORS and _is_product(pieces) else parts
        if len(pieces) == len(parts):
            return {
                part: replace(cell, blocks=(replace(lines[0], runs=(Run(piece),), figures=()),))
                for part, piece in zip(parts, pieces, strict=True)
            }
    return {role if role == "score" else parts[0]: cell}


def _factors_in(text: str) -> list[str]:
    """What a line says of likelihood and impact, and perhaps of their product: 'Low / High', '3 x 4 = 12'."""
    pieces = [piece.strip() for piece in _BETWEEN_FACTORS.split(text.strip().strip("()[]"))]
    short = all(piece and len(piece.split()) <= _FACTOR_WORDS for piece in pieces)
    return pieces if short else []


def _is_product(pieces: list[str]) -> bool:
    """Whether the last of three numbers is what the others make together: '3 x 4 = 12'."""
    if len(pieces) != len(_WEIGHED) or not all(map(str.isdecimal, pieces)):
        return False
    first, second, product = map(int, pieces)
    return first * second == product


def names_both_factors(head: str, vocabulary: Vocabulary) -> bool:
    """Whether a head names a risk's likelihood and its impact."""
    return set(_parts_named(head, "risks", set(), vocabulary)) >= _FACTORS
