"""What the record builders share while a report is read: the vocabulary, the books, the dates' order, the findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from extractors.document import Heading, ListItem, Place, Text
from pipeline.model import Finding, RatingValue, Severity, Source
from pipeline.reading.elements import place_over, source_of
from pipeline.reading.ledger import Ledger
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import DateValue, Order, parse_date
from pipeline.values.rating import Mark, RatingRead, RatingWords
from pipeline.values.years import Near

_PARTS = re.compile(r"\s*[()\[\]/,;:→>–—]\s*|\s+-\s+|\s*\d+\s*")
"""What parts the words and figures of a cell."""
_NAMED = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+ [A-Z][a-z]")
"""'Record Office Relocation': capital words are a name and tell nobody to record anything."""
Furnishing = Literal["placeholder", "instruction", "legend", "watermark"]


@dataclass(slots=True)
class Context:
    """The state of reading one report. ``year``, or the report's month, completes dates that give none; else unread."""

    vocabulary: Vocabulary
    ledger: Ledger
    order: Order = "dmy"
    year: int | Near | None = None
    ink: Callable[[], str | None] = lambda: None
    """Tells the colour that most of the report is written in, None for black; few lines make anybody ask."""
    order_shown: bool = True
    """Whether the document's own dates show their order; else day first is only the custom."""
    first_names: frozenset[str] = frozenset()
    """First names of the people whom the report names in full elsewhere."""
    words: RatingWords = field(init=False)
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = self.vocabulary.rating_words

    def tell(
        self, code: str, severity: Severity, about: str, message: str, source: Source | None = None
    ) -> None:
        """Add a finding, once."""
        finding = Finding(code, severity, about, message, source or Source())
        if finding not in self.findings:
            self.findings.append(finding)

    def placeholder(self, text: str) -> bool:
        """Whether a text stands for nothing: empty, 'N/A', '<insert ...>'."""
        return not text.strip() or self.vocabulary.is_placeholder(text)

    def is_dressed(self, block: Text) -> bool:
        """Whether a line wears what templates give their guidance: italics, another colour, a style named so."""
        visible = [run for run in block.runs if run.text.strip()]
        style = (block.style or "").casefold()
        if any(word in style for word in ("guid", "instruct", "hint", "help", "placeholder")):
            return True
        if isinstance(block, (Heading, ListItem)):
            return False
        coloured = all(run.color and run.color != self.ink() for run in visible)
        return bool(visible) and (block.italic or coloured)

    def furniture_of(self, block: Text, text: str) -> Furnishing | None:
        """What a line is if it is no content: a placeholder, an instruction of the template, a legend, a marking."""
        if self.vocabulary.is_placeholder(text) or block.style == "Placeholder":
            return "placeholder"
        if self.vocabulary.is_kind("instruction", text) or (
            self.vocabulary.is_kind("guidance", text)
            and self.is_dressed(block)
            and not self.vocabulary.is_report_title(text)
            and not _NAMED.match(text)
        ):
            return "instruction"
        if self.vocabulary.is_kind("marking", text):
            return "watermark"
        explains = self.vocabulary.is_kind("legend", text) or self.vocabulary.is_kind("scoring", text)
        return "legend" if explains else None

    def enter_furniture(self, block: Text, text: str) -> bool:
        """Enter a line that is no content in the books; False where it is content."""
        kind = self.furniture_of(block, text)
        if kind is not None:
            self.ledger.take(block, kind, f"{kind} text")
        return kind is not None

    def value(self, text: str | None) -> str | None:
        """A cell's words as written, None where they are a placeholder."""
        return None if text is None or self.placeholder(text) else text.strip()

    def state(self, text: str | None) -> str | None:
        """A status as written: 'No change' is one, though it stands for nothing elsewhere."""
        said = text is not None and self.vocabulary.is_kind("no-change", text)
        return text.strip() if text is not None and said else self.value(text)

    def date(self, text: str, about: str, source: Source) -> str | None:
        """The ISO date of a cell's words; what is impossible, ambiguous or lacks its year is told."""
        if self.placeholder(text):
            return None
        value = parse_date(text, self.order, self.year)
        if value is None:
            if any(char.isdigit() for char in text):
                self.tell(
                    "date-not-read",
                    "warning",
                    about,
                    f"'{text.strip()}' could not be read as a date: check it in the document.",
                    source,
                )
            return None
        return self.checked(value, about, source)

    def checked(self, value: DateValue, about: str, source: Source) -> str | None:
        """The ISO date of a parsed date, with a finding for everything about it that is not certain."""
        if value.iso is None:
            self.tell(
                "impossible-date",
                "warning",
                about,
                f"'{value.text}' is no day of the calendar: the date is left empty.",
                source,
            )
        elif value.ambiguous or (value.swappable and not self.order_shown):
            self.tell(
                "ambiguous-date",
                "warning",
                about,
                f"'{value.text}' can be read day first or month first; it was read as {value.iso}.",
                source,
            )
        elif value.yearless:
            self.tell(
                "year-inferred",
                "warning",
                about,
                f"'{value.text}' gives no year; it was read as {value.iso}, by the report's own date.",
                source,
            )
        elif value.vague:
            self.tell(
                "vague-date",
                "info",
                about,
                f"'{value.text}' names no month exactly; it was read as {value.iso}.",
                source,
            )
        return value.iso

    def rating(self, mark: Mark | None, about: str, source: Source) -> RatingRead:
        """The rating a mark shows; a word that its colour contradicts and an unmarked choice are told."""
        if mark is None:
            return RatingRead(None, None)
        read = self.words.read(mark)
        if read.conflict is not None:
            self.tell(
                "rating-colour-differs",
                "warning",
                about,
                f"The word '{mark.text.strip()}' stands on {read.conflict.casefold()}: the word counts.",
                source,
            )
        if read.unclear:
            said = mark.text.strip()
            several = f"'{said}' may stand for several colours, and none is shown."
            every = f"'{said}' prints every option and none is marked."
            message = several if self.words.may_be_several(said) else every
            self.tell("rating-not-chosen", "warning", about, message, source)
        return read

    def rating_value(self, mark: Mark | None, about: str, source: Source) -> RatingValue | None:
        """Only the value of ``rating``."""
        return self.rating(mark, about, source).value

    def tell_unread(self, words: str | None, about: str, source: Source) -> None:
        """Tell of words in a column of ratings that are none: 'Watch'; figures and 'High' rate by another scale."""
        said = (words or "").strip()
        if any(map(str.isalpha, said)) and not self.placeholder(said) and not self.is_gravity(said):
            message = f"'{said[:60]}' stands in a column of ratings and is none that the rules know."
            self.tell("rating-not-read", "warning", about, message, source)

    def is_gravity(self, words: str) -> bool:
        """Whether words say how grave something is, now and perhaps before ('Medium (High)', 'High - 12')."""
        parts = [part for part in _PARTS.split(words) if any(map(str.isalpha, part))]
        return bool(parts) and all(self.vocabulary.is_kind("gravity", part) for part in parts)

    def took(self, blocks: Iterable[Text], rule: str) -> None:
        """Enter lines as parts of a record."""
        self.ledger.take_all(blocks, "record", rule)


def joined(blocks: Iterable[Text]) -> str:
    """The verbatim words of lines, one space between them."""
    return " ".join(block.text for block in blocks if block.text)


def source_for(blocks: tuple[Text, ...], place: Place, rule: str) -> Source:
    """The source of a record: its lines' words at a place."""
    return source_of(place_over(place, blocks), joined(blocks), rule)
