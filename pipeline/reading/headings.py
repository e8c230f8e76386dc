"""Which lines open a section: wording and look together. A look is what a line shares with others of its rank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from extractors.document import Heading, ListItem
from pipeline.reading.elements import Element, Line
from pipeline.reading.heading_words import HeadingMatch
from pipeline.reading.vocabulary import Vocabulary

_STRONG_COVERAGE = 0.6
"""Share of known words from which a line that looks like a heading is one."""
_COVERAGE = 0.7
"""The same where only its look speaks for it, not the document's structure."""
_HALF = 0.5
_FEW_WORDS = 4
"""Words of a heading of which half may be unknown ('Principal risks'): its noun tells."""
_PLAIN_WORDS = 8
"""Words of a heading that does not look like one: longer lines are sentences."""
_LARGER = 1.08
"""Times the body's size from which a line stands out."""
_PROMPT = re.compile(
    r"(?:[a-z]?\d{1,2}(?:\.\d{1,2})*[a-z]?[.)]?\s+)?"
    r"(?:please\b|(?:briefly )?(?:describe|list|summari[sz]e|outline|set out|tell us)\b)",
    re.IGNORECASE,
)
"""'B1. Please summarise the progress of the project.': a form asks, and the answer stands below."""
_NUMBER = re.compile(r"^(?:[\d.]+[.)]?\s+|\(?(?:[A-Z]\d{0,2}|[IVX]{1,5})[.)]?\t\s*)")
"""'3. ', 'B' or 'IV.' and a tab: what a form numbers its sections with."""
_COLOUR = re.compile(r"(?:red|amber|yellow|green)\b", re.IGNORECASE)
"""A line that begins with a colour explains the colour."""


class Look(NamedTuple):
    """What headings of one rank share."""

    level: int | None
    size: float | None
    bold: bool
    underline: bool
    caps: bool
    color: str | None
    fill: str | None
    spans_row: bool
    label: str

    @property
    def strength(self) -> int:
        """3: a heading by structure; 2: stands out; 1: plain text."""
        if self.level is not None or self.label != "none" or (self.spans_row and (self.fill or self.bold)):
            return 3
        if self.bold or self.underline or self.caps or self.fill or self.spans_row:
            return 2
        return 1


class Looks:
    """The looks of a report's lines, measured against its body text."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self._elements = elements
        self._known: dict[Line, Look] = {}

    @cached_property
    def _body(self) -> tuple[float | None, str | None]:
        """Size and colour of most of the text; measured when a line is looked at, which many reports need not be."""
        sizes: Counter[float] = Counter()
        inks: Counter[str | None] = Counter()
        for line in self._elements:
            if not isinstance(line, Line):
                continue
            inks[line.block.color] += len(line.text)
            if line.block.size:
                sizes[line.block.size] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else None
        return size, inks.most_common(1)[0][0] if inks else None

    def of(self, line: Line) -> Look:
        """A line's look; the size and colour of body text count as none (style sheets set it in a dark grey)."""
        if line not in self._known:
            self._known[line] = self._measured(line)
        return self._known[line]

    def _measured(self, line: Line) -> Look:
        block = line.block
        body, ink = self._body
        size = round(block.size) if block.size and body and block.size > body * _LARGER else None
        color = block.color
        return Look(
            block.level if isinstance(block, Heading) else None,
            size,
            block.bold,
            block.underline,
            _is_caps(line.text),
            color if color != ink else None,
            line.fill or block.fill,
            line.spans_row,
            line.label,
        )

    def strength(self, line: Line) -> int:
        """How much a line looks like a heading: 3 structure, 2 stands out (a colon at its end too), 1 plain."""
        look = self.of(line)
        strength = look.strength
        if strength == 1 and (look.size or look.color or line.text.rstrip().endswith(":")):
            strength = 2
        if isinstance(line.block, ListItem) and strength > 1 and line.label == "none":
            numbered = any(char.isdigit() for char in line.block.marker)
            larger = bool(look.size) and line.block.level == 0  # a sign typed before a heading is no bullet
            return strength if (numbered or larger) and (look.bold or look.caps) else 1
        return strength


def _is_caps(text: str) -> bool:
    if not text.isupper():
        return False
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)


def match_heading(
    line: Line, strength: int, vocabulary: Vocabulary, among_work: bool = False
) -> HeadingMatch | None:
    """The section that a line opens, None where it opens none that the rules know.

    ``among_work``: what was done stands above, so that 'Behind plan' heads what was not, and rates nothing.
    """
    text = line.text.strip()
    if isinstance(line.block, ListItem) and strength == 1:
        return None
    if " | " in text or "\t" in _NUMBER.sub("", text):
        return None
    match = vocabulary.heading(text)
    not_done = match is not None and match.exact and match.section == "missed"
    not_done = not_done and strength > 1 and not line.in_table
    if (
        match is None
        or _COLOUR.match(text)
        or (vocabulary.rating_words.light_in(text.rpartition(":")[2]) and not (among_work and not_done))
        or "%" in text
        or vocabulary.is_kind("instruction", text)
        or (not match.exact and text.endswith(":") and vocabulary.is_kind("lead-in", text))
        or (
            match.section != "missed" and vocabulary.is_kind("placeholder", text)
        )  # 'Nothing is asked this month'
        or (line.block.italic and not line.block.bold and vocabulary.is_kind("guidance", text))
        or (not match.exact and _is_label(text, strength, vocabulary))
    ):
        return None
    if strength >= 2:
        asks = line.spans_row and _PROMPT.match(text) is not None
        sentence = text.endswith(".") and len(text.split()) > _PLAIN_WORDS and not asks
        if match.coverage >= _HALF and len(text.split()) <= _FEW_WORDS:
            return match
        return (
            match
            if match.coverage >= (_STRONG_COVERAGE if strength > 2 else _COVERAGE) and not sentence
            else None
        )
    words = len(text.split())
    if text.endswith((".", ";", ",")) or words > _PLAIN_WORDS or not text[:1].isupper():
        return None
    return match if match.exact or (match.coverage >= 1.0 and words > 1) else None


def _is_label(text: str, strength: int, vocabulary: Vocabulary) -> bool:
    """Whether words are a field's label: what is set as a heading ('Budget (GBP)') is not one that tells nothing of the
    report itself.
    """
    field = vocabulary.field(text)
    return field not in {None, "percent_complete"} and not (field == "metadata" and strength > 2)
