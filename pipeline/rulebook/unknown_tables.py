"""Tables whose heads, labels, dimensions or rating words no rule knows."""

from __future__ import annotations

from extractors.document import Cell, Table
from pipeline.reading.elements import RECORD_SECTIONS
from pipeline.rulebook.unknown import RATING_WORDS, Books, Unknown, is_rating_word, where

_HEADING_COVERAGE = 0.75
"""Share of a head's words from which it is known as a section's heading."""
_LABEL_LENGTH = 60
"""Characters of the longest labels and of a form's short values."""
_ROWS = 12
"""Cells under a head that tell what it may mean."""
_PAIR = 2


def unknown_in_table(table: Table, books: Books) -> list[Unknown]:
    """What no rule knows in one table: as a register where it has heads, else as a form."""
    rows = [[cell for cell in table.row(number) if cell.words or cell.fill] for number in range(table.rows)]
    rows = [row for row in rows if any(cell.words for cell in row)]
    for number, row in enumerate(rows):
        if len(row) > 1 and all(_is_head(cell, books) for cell in row if cell.words):
            return _unknown_in_register(row, rows[number + 1 :], books)
    return _unknown_in_form(rows, books)


def _is_head(cell: Cell, books: Books) -> bool:
    entries = [books.fate(text) for text in cell.lines if text.text]
    return all(
        entry is not None and (entry.fate, entry.rule) == ("label", "column head") for entry in entries
    )


def _unknown_in_register(heads: list[Cell], rows: list[list[Cell]], books: Books) -> list[Unknown]:
    words = tuple(head.words for head in heads if head.words)
    columns = {
        head.column: [cell for row in rows for cell in row if cell.column == head.column] for head in heads
    }
    lit = [head.column for head in heads if _is_lit(columns[head.column], books)]
    first = columns[heads[0].column]
    matrix = bool(lit) and all(len(cell.words.split()) <= RATING_WORDS for cell in first)
    found: list[Unknown] = []
    for head in heads:
        text = head.words
        if text and not _is_known(text, words, books) and columns[head.column]:
            shown = tuple(filter(None, (cell.words for cell in columns[head.column][:_ROWS])))
            why = "no rule knows this column"
            found.append(
                Unknown("column", text, where(head.place), shown, why, "ratings" if matrix else "", words)
            )
    if matrix and found:
        found += _unknown_in_matrix(first, [cell for column in lit for cell in columns[column]], books)
    return found


def _unknown_in_matrix(labels: list[Cell], marks: list[Cell], books: Books) -> list[Unknown]:
    found: list[Unknown] = []
    for cell in labels:
        text = cell.words
        if text and books.vocabulary.dimension(text, loose=True) is None:
            found.append(Unknown("dimension", text, where(cell.place), (), "its rating is not read"))
    for cell in marks:
        found += _unknown_mark(cell, "", books)
    return found


def _unknown_mark(cell: Cell, label: str, books: Books) -> list[Unknown]:
    """A word on a light: the light says what the word means."""
    words = books.vocabulary.rating_words
    text, value = cell.words, words.light_of(cell.fill)
    if not text or value is None or not is_rating_word(text) or words.starts_with_rating(text):
        return []
    beside = f"beside '{label}', " if label else ""
    why = f"{beside}on {value.casefold()}"
    return [Unknown("rating", text, where(cell.place), (), why, value)]


def _unknown_in_form(rows: list[list[Cell]], books: Books) -> list[Unknown]:
    """Rows of short cells, label and value in turn, that were kept as they stand."""
    found: list[Unknown] = []
    for row in rows:
        cells = [cell for cell in row if cell.words]
        if len(cells) % _PAIR or any(not _is_short(cell) for cell in cells):
            continue
        for label, value in zip(cells[::_PAIR], cells[1::_PAIR], strict=True):
            text = label.words.strip(" :")
            taken = not all(books.lost(block) for block in label.lines)
            if taken or _is_wording(text, books) or _is_wording(value.words, books, letters=False):
                continue
            if books.vocabulary.rating_words.light_of(value.fill):
                why = "its rating is not read"
                found.append(Unknown("dimension", text, where(label.place), (value.words,), why))
                found += _unknown_mark(value, text, books)
            else:
                why = "label and value are kept as unclassified"
                found.append(Unknown("label", text, where(label.place), (value.words,), why))
    return found


def _is_wording(text: str, books: Books, letters: bool = True) -> bool:
    """Whether the rules know a text already, or (``letters``) it is none that a form prints."""
    known = books.vocabulary.field(text) or books.vocabulary.dimension(text) or books.is_furniture(text)
    return bool(known) or (letters and not any(char.isalpha() for char in text))


def _is_short(cell: Cell) -> bool:
    lines = [text for text in cell.lines if text.text]
    return len(lines) == 1 and len(cell.words) <= _LABEL_LENGTH and not cell.words.endswith(".")


def _is_lit(cells: list[Cell], books: Books) -> bool:
    """Whether a column shows lights: half of its cells or more are red, amber or green."""
    lights = sum(1 for cell in cells if books.vocabulary.rating_words.light_of(cell.fill))
    return bool(cells) and lights * 2 >= len(cells)


def _is_known(head: str, heads: tuple[str, ...], books: Books) -> bool:
    """Whether the reading finds a column's part by its head, or a register's text in one headed like a section.

    In a table that it knows nothing of, a head that other registers keep aside is as good as unknown.
    """
    if head in books.unread:
        return False
    columns = books.vocabulary.columns(head, loose=True)
    if columns and (books.is_register(heads) or any(column.role != "aside" for column in columns)):
        return True
    if books.vocabulary.dimension(head):
        return True
    match = books.vocabulary.heading(head)
    return match is not None and match.section in RECORD_SECTIONS and match.coverage >= _HEADING_COVERAGE
