"""Heads of columns that name several parts of a record ('Owner / status', 'Probability / impact'), and their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Cell, Figure, Run, Table
from pipeline.reading.elements import Row
from pipeline.reading.persons import is_person
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import find_dates, parse_date

_BETWEEN_NAMES = re.compile(r"\s*[/,|]\s*|\s+(?:and|&|x|×|by)\s+", re.IGNORECASE)
"""What parts the names of a head."""
_BETWEEN_FACTORS = re.compile(
    r"\s*[/,;|×=]\s*|\s+(?:and|&|x|by|[–—-])\s+|(?<=\d)\s?[x*]\s?(?=\d)", re.IGNORECASE
)
"""What parts a risk's likelihood from its impact in one line: 'Low / High', '3 x 4'."""
_BETWEEN_PARTS = re.compile(r"\s*[/;|]\s*|\s*,\s+|\s+[–—-]\s+|\s+(?=\([^()]*\)$)|\t+")
"""What parts two parts of a record in one line: 'Ann Lee / 3 May 2012', 'Bo Day (done)'."""
_LEADS = re.compile(r"(?:\s|^)(?:by|on|due|at|for|from|until|since)$", re.IGNORECASE)
"""What leads from a name to a date."""
_DATES = {"due", "baseline", "forecast", "actual", "aside"}
_ANY_YEAR = 2000
"""Stands for the year that a date does not give, where only its place is asked for."""
_OWNER_WORDS = 6
"""Words of an owner: 'Head of Estates and Facilities'."""
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
    """The different parts that the words of a head name; () where a word names none, or one that another head is.

    A part that such records do not have ('Owner / due' of a risk) is 'aside'.
    """
    names = _BETWEEN_NAMES.split(head)
    if len(names) not in _NAMES:
        return ()
    known = [_roles_of(name, kind, vocabulary) - others for name in names]
    parts = tuple(min(roles - _TEXTS, default="aside" if "aside" in roles else "") for roles in known)
    own = [part for part in parts if part != "aside"]
    return parts if all(parts) and own and len(set(parts)) == len(parts) else ()


def _roles_of(words: str, kind: str, vocabulary: Vocabulary) -> set[str]:
    return {column.role for column in vocabulary.columns(words.strip()) if column.register == kind}


def parted_cell(cell: Cell, parts: tuple[str, ...], role: str, vocabulary: Vocabulary) -> dict[str, Cell]:
    """A cell as one for each part that its head names: a line for each, or all in one line ('Ann Lee, 3 May 2012').

    Where it shows something else it is the cell of the first part, or the score that the head's words name together.
    """
    lines = [block for block in cell.blocks if not isinstance(block, (Table, Figure)) and block.text]
    if len(lines) == len(parts):
        shown = {part: replace(cell, blocks=(line,)) for part, line in zip(parts, lines, strict=True)}
    elif len(lines) == 1:
        told = _told_in(lines[0].text, parts, vocabulary)
        shown = {
            part: replace(cell, blocks=(replace(lines[0], runs=(Run(piece),), figures=()),))
            for part, piece in told.items()
        }
    else:
        shown = {}
    own = {part: piece for part, piece in shown.items() if part != "aside"}
    return own or {role if role == "score" else _first(parts): cell}


def _first(parts: tuple[str, ...]) -> str:
    return next(part for part in parts if part != "aside")


def _told_in(text: str, parts: tuple[str, ...], vocabulary: Vocabulary) -> dict[str, str]:
    """What a line says of each part, {} where it does not show which is which."""
    if set(parts) <= _WEIGHED:
        pieces = _factors_in(text)
        parts = (*parts, "score") if set(parts) == _FACTORS and _is_product(pieces) else parts
        return dict(zip(parts, pieces, strict=True)) if len(pieces) == len(parts) else {}
    pieces = [piece.strip(" ()") for piece in _BETWEEN_PARTS.split(text.strip())]
    if len(pieces) != len(parts):
        pieces = _around_date(text, parts)
    if parts == ("response", "owner"):
        return _before_name(text)
    told = dict(zip(parts, pieces, strict=False))
    fits = len(pieces) == len(parts) and all(_fits(part, piece, vocabulary) for part, piece in told.items())
    return told if fits else {}


def _before_name(text: str) -> dict[str, str]:
    """'Fire it slowly (Ann Lee)': what is done, and at its end the name of who does it."""
    ends = list(_BETWEEN_PARTS.finditer(text))
    name = text[ends[-1].end() :].strip(" ().") if ends else ""
    return {"response": text[: ends[-1].start()].strip(), "owner": name} if is_person(name) else {}


def _around_date(text: str, parts: tuple[str, ...]) -> list[str]:
    """'Ann Lee by 3 May 2012': the date and what stands beside it, in the order of two parts of which one is a date."""
    dated = [part in _DATES for part in parts]
    found = find_dates(text, year=_ANY_YEAR)
    if dated not in ([True, False], [False, True]) or len(found) != 1:
        return []
    start, end, _ = found[0]
    rest = _LEADS.sub("", f"{text[:start].strip()} {text[end:].strip()}".strip(" ()")).strip(" (),:;/–—-")
    return [text[start:end], rest] if dated[0] else [rest, text[start:end]]


def _fits(part: str, piece: str, vocabulary: Vocabulary) -> bool:
    """Whether words can be that part, and no other."""
    if vocabulary.is_kind("placeholder", piece):
        return True
    if part in _DATES:
        return parse_date(piece, year=_ANY_YEAR) is not None
    if part == "status":
        return vocabulary.activity_kind(piece) is not None or vocabulary.is_kind("state", piece)
    if part == "rating":
        return vocabulary.rating_words.of_word(piece) is not None
    if part in _WEIGHED:
        return 0 < len(piece.split()) <= _FACTOR_WORDS
    named = part == "owner" and len(piece.split()) <= _OWNER_WORDS
    return named and bool(piece) and not any(map(str.isdigit, piece))


def unparted_heads(
    heads: list[tuple[Cell, str]],
    roles: dict[int, str],
    kind: str,
    rows: Sequence[Row],
    vocabulary: Vocabulary,
) -> tuple[str, ...]:
    """The heads of several parts over a cell that does not show which is which: its words are those of one part."""
    found = []
    for number, parts in twin_heads(heads, roles, kind, vocabulary).items():
        own = [part for part in parts if part != "aside"]
        cells = [
            row.cells[part] for row in rows for part in own if part in row.cells and set(own) - set(row.cells)
        ]
        several = [
            cell
            for cell in cells
            if _BETWEEN_PARTS.search(cell.words) or find_dates(cell.words, year=_ANY_YEAR)
        ]
        single = [row.cells[own[0]] for row in rows if len(own) == 1 and own[0] in row.cells]
        several += [cell for cell in single if find_dates(cell.words, year=_ANY_YEAR)]
        if several and not set(own) <= _WEIGHED:
            found.append(heads[number][1])
    return tuple(found)


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
