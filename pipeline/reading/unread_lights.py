"""Lights that no rule understood: a colour of a table or line has no words that would be kept, and the name of a colour
alone in its line says nothing without what it rates. So they are told.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.document import Cell, Document, Text, tables_in
from pipeline.model import Finding
from pipeline.reading.elements import source_of, texts_of
from pipeline.reading.grid import is_empty
from pipeline.reading.ledger import COLUMN_HEAD, Entry, Ledger
from pipeline.reading.vocabulary import Vocabulary

_LEFT = {"narrative", "unclassified"}
"""Fates of a row's words that make no record."""
_LEFT_LINES = {*_LEFT, "metadata"}
_FEWEST_LINES = 2
"""Lines with lights: a single one may be an icon."""
LIGHTS = {"shape", "symbol"}
"""Figures that may be lights."""
_PERIODS = 2
"""Lights of a row of ratings at most, now and before: more are the bars of a drawn plan."""


def unread_lights(document: Document, ledger: Ledger, vocabulary: Vocabulary) -> list[Finding]:
    """One warning about the ratings where rows without a record show red, amber or green beside their words."""
    rows = [(label.place, words) for label, words in _rows(document, ledger, vocabulary)]
    where = "row(s) of tables show"
    if not rows:
        rows = [(line.place, line.text) for line in _lines(document, ledger, vocabulary)]
        where = "lines show"
        if len(rows) < _FEWEST_LINES:
            return _lone_names(document, ledger, vocabulary)
    place, words = rows[0]
    shown = words.replace("\t", " | ")
    message = f"{len(rows)} {where} a colour that no record holds, the first beside '{shown[:80]}'."
    return [Finding("unread-lights", "warning", "ratings", message, source_of(place, words))]


def _lines(document: Document, ledger: Ledger, vocabulary: Vocabulary) -> Iterator[Text]:
    """The lines with a drawn light or two whose words became no record."""
    for line in texts_of(document.body):
        if not (line.figures and line.text):
            continue
        drawn = [figure for figure in line.figures if figure.kind in LIGHTS]
        lit = [figure for figure in drawn if vocabulary.rating_words.light_of(figure.color)]
        entry = ledger.fate_of(line)
        if 0 < len(lit) <= _PERIODS and entry is not None and entry.fate in _LEFT_LINES:
            yield line


def _lone_names(document: Document, ledger: Ledger, vocabulary: Vocabulary) -> list[Finding]:
    """One warning about the ratings where lines are the name of a colour and nothing else, and no record holds them."""
    words = vocabulary.rating_words
    alone = [
        line
        for line in texts_of(document.body)
        if (entry := ledger.fate_of(line)) is not None
        and entry.fate in _LEFT
        and words.light_in(line.text)
        and words.options(line.text)
    ]
    if not alone:
        return []
    first = alone[0]
    message = f"{len(alone)} line(s) are a rating and nothing else, and no record holds them: '{first.text.strip()}'."
    return [Finding("unread-lights", "warning", "ratings", message, source_of(first.place, first.text))]


def _rows(document: Document, ledger: Ledger, vocabulary: Vocabulary) -> Iterator[tuple[Cell, str]]:
    """The first cell with words, and the words, of each row whose lights no record holds."""
    light_of = vocabulary.rating_words.light_of
    for table in tables_in(document.body):
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for cells in rows.values():
            lit = [
                cell
                for cell in cells
                if cell.fill and light_of(cell.fill) and _shows_only_a_light(cell, vocabulary)
            ]
            if not 0 < len(lit) <= _PERIODS:
                continue
            told = [cell for cell in cells if not is_empty(cell)]
            if not told or told[0].fill in {cell.fill for cell in lit}:
                continue
            fates = [ledger.fate_of(line) for cell in told for line in cell.lines if line.text]
            if all(entry is not None and _is_left(entry) for entry in fates):
                yield told[0], " | ".join([cell.words for cell in told])


def _shows_only_a_light(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a painted cell is empty, or says its colour's name and nothing else."""
    words = vocabulary.rating_words
    return is_empty(cell) or words.of_word(cell.words) == words.light_of(cell.fill)


def _is_left(entry: Entry) -> bool:
    """Whether a line became no record: the name of a colour heads no column either."""
    return entry.fate in _LEFT or (entry.fate == "label" and entry.rule == COLUMN_HEAD)
