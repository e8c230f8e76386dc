"""What no rule knew in a document: its nouns, and the order in which it is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractors.document import Document, Place, Table, Text, walk_blocks
from pipeline.model import Reading
from pipeline.reading.ledger import Entry, Ledger
from pipeline.reading.vocabulary import Vocabulary

UnknownKind = Literal["heading", "label", "column", "dimension", "rating", "title", "date"]

WORDING_LENGTH = 110
"""Characters of the longest wording that is structure; longer lines are content."""
RATING_WORDS = 4
"""Words of the longest rating ('Seriously off track'); longer texts beside a light are its commentary."""
_QUOTED = re.compile(r"'(?P<words>.+)' could not be read")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A wording that no rule knows.

    Attributes:
        where: page or place in the document's structure, for people.
        beside: the text that depends on it: lines under a heading, a label's value, a column's cells.
        why: what became of that text.
        hint: what the document itself shows of its meaning: a light's colour, a register's kind; '' for nothing.
        heads: the heads of the table that a column stands in.
    """

    kind: UnknownKind
    wording: str
    where: str
    beside: tuple[str, ...] = ()
    why: str = ""
    hint: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Books:
    """A document with its reading and what became of each of its lines."""

    document: Document
    reading: Reading
    ledger: Ledger
    vocabulary: Vocabulary

    def fate(self, block: Text) -> Entry | None:
        """What a line became."""
        return self.ledger.fate_of(block)

    def lost(self, block: Text) -> bool:
        """Whether a line is kept as it stands because no rule took it."""
        entry = self.fate(block)
        return entry is None or entry.fate == "unclassified"

    def texts(self) -> list[Text]:
        """All lines of the body that hold words."""
        return [b for b in walk_blocks(self.document.body) if isinstance(b, Text) and b.text]

    def tables(self) -> list[Table]:
        """All tables of the body, nested ones too."""
        return [block for block in walk_blocks(self.document.body) if isinstance(block, Table)]

    @property
    def unread(self) -> set[str]:
        """The heads that are known, but of no column of the register that their table was read as."""
        return {head for told in self._told("unread-column") for head in told.split("', '")}

    def is_register(self, heads: tuple[str, ...]) -> bool:
        """Whether the reading knows what the rows under these heads are."""
        return " | ".join(heads) not in self._told("unknown-table")

    def _told(self, code: str) -> set[str]:
        findings = (finding for report in self.reading.reports for finding in report.findings)
        return {finding.source.text for finding in findings if finding.code == code}

    def light_behind(self, text: str) -> str | None:
        """The red, amber or green that a cell of these words stands on, None for none."""
        fills = (cell.fill for table in self.tables() for cell in table.cells if cell.text == text)
        return next(filter(None, map(self.vocabulary.rating_words.light_of, fills)), None)

    def is_furniture(self, text: str) -> bool:
        """Whether the rules know a text as something that is no wording of the form."""
        kinds = ("placeholder", "instruction", "legend", "title")
        return any(self.vocabulary.is_kind(kind, text) for kind in kinds)


def where(place: Place) -> str:
    """'page 2', else the place in the document's structure."""
    return f"page {place.page}" if place.page else place.path or "somewhere"


def is_rating_word(text: str) -> bool:
    """Whether a text is short enough for a rating and is no sentence."""
    return 0 < len(text.split()) <= RATING_WORDS and not text.endswith((".", ";"))


def unknown_ratings(books: Books) -> list[Unknown]:
    """Rated dimensions and rating words that the rules do not know, where the reading saw that they are some."""
    found: list[Unknown] = []
    words = books.vocabulary.rating_words
    for rating in (rating for report in books.reading.reports for rating in report.ratings):
        source = rating.source
        at = where(Place(source.page, None, source.path))
        if rating.dimension == "other" and books.vocabulary.dimension(rating.label, loose=True) is None:
            shown = (rating.current or "",)
            found.append(Unknown("dimension", rating.label, at, shown, "its rating is filed under 'other'"))
        said = rating.comment or ""
        if rating.basis in {"fill", None} and is_rating_word(said) and words.of_word(said) is None:
            lit = f"read as {rating.current} by its colour alone" if rating.current else "its rating is empty"
            why = f"beside '{rating.label}'; {lit}"
            found.append(Unknown("rating", said, at, (), why, rating.current or ""))
    return found


def unknown_labels(books: Books) -> list[Unknown]:
    """Labels of the form whose values went to the metadata because no rule knows the label."""
    found: list[Unknown] = []
    values = {label: value for report in books.reading.reports for label, value in report.metadata.items()}
    for block in books.texts():
        entry = books.fate(block)
        if (
            entry is None
            or entry.fate != "metadata"
            or not block.text.startswith(entry.rule[:WORDING_LENGTH])
        ):
            continue
        label, value = entry.rule, values.get(entry.rule, "")
        if not value or books.vocabulary.field(label) is not None or len(label) > WORDING_LENGTH:
            continue
        at, light = where(block.place), books.light_behind(value)
        rates = books.vocabulary.dimension(label) is not None
        if is_rating_word(value) and not any(map(str.isdigit, value)) and (rates or light):
            if not rates:
                found.append(Unknown("dimension", label, at, (value,), "its rating is not read"))
            why = f"beside '{label}'; its rating is not read"
            found.append(Unknown("rating", value, at, (), why, light or ""))
        elif not rates:
            found.append(Unknown("label", label, at, (value,), "its value is kept as metadata"))
    return found


def unknown_rest(books: Books) -> list[Unknown]:
    """What rules may or cannot mend: a title taken for the project's name, dates that are not understood."""
    found: list[Unknown] = []
    findings = [*books.reading.findings, *(f for report in books.reading.reports for f in report.findings)]
    for finding in findings:
        at = where(Place(finding.source.page, None, finding.source.path))
        words = finding.source.text
        if finding.code == "project-from-title" and not books.vocabulary.title_pattern.search(words):
            found.append(Unknown("title", words, at, (), "it is taken for the project's name"))
        elif finding.code in {"date-not-read", "period-not-read"} and any(map(str.isdigit, words)):
            quoted = _QUOTED.search(finding.message)
            about = finding.about.replace("_", " ")
            found.append(
                Unknown("date", quoted["words"] if quoted else words, at, (), f"the {about} is empty")
            )
    return found
