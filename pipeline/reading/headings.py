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
from pipeline.values.dates import find_dates
from pipeline.values.money import parse_amount

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
_REST = 3
"""Words that must follow a run-in heading."""
_DAY = len("Wednesday, ")
_RUN_IN = 70
"""Characters of a run-in heading ('Risks: ...')."""


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


def _lead_in(line: Line, vocabulary: Vocabulary) -> tuple[str, str, HeadingMatch] | None:
    """'Plans for June. The showcases arrive ...': the heading is told from the text by its look alone."""
    runs = [run for run in line.block.runs if run.text.strip()]
    listed = isinstance(line.block, ListItem) and not line.block.marker.strip(" .)(").isdigit()
    if len(runs) < 2 or listed or line.text != line.block.text:
        return None  # of a list's items only a numbered paragraph may begin with its heading
    first = runs[0]
    count = 0
    for run in runs:
        if (run.bold, run.italic, run.underline) != (first.bold, first.italic, first.underline):
            break
        count += 1
    head = "".join(run.text for run in runs[:count]).strip()
    rest = line.text[len(head) :].strip() if line.text.startswith(head) else ""
    if (
        not (first.bold or first.italic or first.underline)
        or len(head) > _RUN_IN
        or len(rest.split()) < _REST
    ):
        return None
    match = vocabulary.heading(head.rstrip(" .:–—-"))
    if match is None or match.coverage < 1.0 or not head.endswith((".", ":", "–", "—", "-")):
        return None
    if vocabulary.is_kind("both-dates", head.rstrip(" :")) and any(char.isdigit() for char in rest):
        return None  # 'Project dates: May 2011 – June 2012' is a field
    if match.section == "planned" and any(start <= _DAY for start, *_ in find_dates(rest)):
        return None  # 'Next meeting: Thursday 31 October, 3 pm' says when, and no work
    return head.rstrip(" .:–—-"), rest, match


def split_run_in(line: Line, vocabulary: Vocabulary) -> tuple[str, str, HeadingMatch] | None:
    """'Next steps: the tender ...' as (heading, rest, match); the heading is a known wording or looks like one."""
    led = _lead_in(line, vocabulary)
    if led is not None:
        return led
    head, colon, rest = line.text.partition(":")
    if not colon or not rest.strip() or len(head) > _RUN_IN or isinstance(line.block, ListItem):
        return None
    match = vocabulary.heading(head)
    if match is None or match.coverage < 1.0 or (vocabulary.field(head) is not None and not match.exact):
        return None
    if match.section == "finances" and parse_amount(rest) is not None:
        return None  # 'Budget: £120,000' is a line of money
    if vocabulary.is_kind("both-dates", head) and any(char.isdigit() for char in rest):
        return None  # 'Project dates: May 2011 – June 2012' is a field
    if match.section == "planned" and any(start <= _DAY for start, *_ in find_dates(rest)):
        return None  # 'Next meeting: Thursday 31 October, 3 pm' says when, and no work
    lead = line.block.runs[0] if line.block.runs else None
    stands_out = (
        lead is not None
        and (lead.bold or lead.underline)
        and not (line.block.bold and len(line.text) < _RUN_IN)
    )
    if stands_out or match.exact:
        return head.strip(), rest.strip(), match
    return None
