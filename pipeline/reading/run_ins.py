"""Headings that run into their text: 'Next steps: the tender ...', 'Expenditure. Spending reached ...'.

One is told by its words, or by its look. Where several that every word speaks for share a look that the text behind
them has not, that look is the report's way of heading: others of it are headings too, whatever their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from extractors.document import ListItem
from pipeline.reading.elements import ACTIVITY_SECTIONS, RECORD_SECTIONS, RISK_SECTIONS, Element, Line
from pipeline.reading.heading_words import HeadingMatch
from pipeline.reading.headings import match_heading
from pipeline.reading.leads import Dress, lead_of
from pipeline.reading.named_records import labels_part, names_record
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import find_dates
from pipeline.values.money import parse_amount

_REST = 3
"""Words that must follow a run-in heading which its look tells from the text."""
_DAY = len("Wednesday, ")
_LENGTH = 70
"""Characters of a run-in heading ('Risks: ...')."""
_COVERAGE = 0.7
"""Share of known words from which a heading of the report's way has a meaning."""
_WORDS = 8
"""Words of the longest run-in heading that no rule knows."""
_ENDING_WORDS = 5
_SERIES = 3
"""Headings of one look, each of another section, that make it the report's way; more than there are others of it."""
_RECORDS = 2
"""Sections of records among them: of ratings people tell the reasons under 'Scope', 'Budget' and 'Risks' too."""
_ENDING = {*RECORD_SECTIONS, "milestones", "response"}
"""Sections which a heading of the report's way ends though no rule knows it: elsewhere nothing is misread below it."""


class RunIn(NamedTuple):
    """A heading, the text that it runs into, and the section that it opens; None of one that no rule knows.

    ``usual``: it looks like the report's other ones.
    """

    head: str
    rest: str
    match: HeadingMatch | None
    usual: bool = False


class RunIns:
    """What one report's lines begin with in a look of its own, and which of these looks is its headings'."""

    def __init__(self, elements: Iterable[Element], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        known: dict[Dress, set[str]] = {}
        others: Counter[Dress] = Counter()
        for element in elements:
            led = lead_of(element) if isinstance(element, Line) else None
            if led is None or not self._may_head(led.head, led.rest):
                continue
            match = vocabulary.heading(led.head)
            if match is not None and match.whole:
                known.setdefault(led.dress, set()).add(match.section)
            else:
                others[led.dress] += led.dress in known  # before the first of them a form has its labels
        self._ways = {
            dress
            for dress, sections in known.items()
            if len(sections) >= max(_SERIES, others[dress] + 1)
            and len(sections & RECORD_SECTIONS) >= _RECORDS
        }

    def split(self, line: Line, section: str) -> RunIn | None:
        """The heading that a line begins with in the look of the report's headings; None where it has none.

        One that no rule knows ends a section of records alone, and only where it stands out.
        """
        led = lead_of(line)
        if led is None or led.dress not in self._ways or not self._may_head(led.head, led.rest):
            return None
        if "\t" in led.rest:
            return None  # a form's line of several labels
        match = match_heading(replace(line, text=led.head), 2, self._vocabulary, section in ACTIVITY_SECTIONS)
        if match is not None and (match.coverage < _COVERAGE or _is_dated(led.rest, match)):
            match = None
        if section in RISK_SECTIONS and (
            names_record(line.text) or (match is None and len(led.head.split()) > _WORDS)
        ):
            return None
        ends = led.dress.stands_out and section in _ENDING
        return RunIn(led.head, led.rest, match, usual=True) if match or ends else None

    def _may_head(self, head: str, rest: str) -> bool:
        """Whether what a line begins with is no label of a field, of a rating or of a part of a risk."""
        words = self._vocabulary.rating_words
        field = self._vocabulary.field(head)
        match = self._vocabulary.heading(head) if field is not None else None
        return (
            (field is None or (match is not None and match.exact))
            and not labels_part(head, self._vocabulary)
            and not words.starts_with_rating(rest)
        )


def split_run_in(line: Line, vocabulary: Vocabulary) -> RunIn | None:
    """A heading that runs into its text, whose wording is known or which looks like one."""
    led = _lead_in(line, vocabulary)
    if led is not None:
        return led
    head, colon, rest = line.text.partition(":")
    if not colon or not rest.strip() or len(head) > _LENGTH or isinstance(line.block, ListItem):
        return None
    match = vocabulary.heading(head)
    if match is None or match.coverage < 1.0 or (vocabulary.field(head) is not None and not match.exact):
        return None
    if match.section == "finances" and parse_amount(rest) is not None:
        return None  # 'Budget: £120,000' is a line of money
    if _is_of_dates(head, rest, vocabulary) or _is_dated(rest, match):
        return None
    lead = line.block.runs[0] if line.block.runs else None
    stands_out = (
        lead is not None
        and (lead.bold or lead.underline)
        and not (line.block.bold and len(line.text) < _LENGTH)
    )
    return RunIn(head.strip(), rest.strip(), match) if stands_out or match.exact else None


def ends_risks(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether 'Patient safety: no incidents' begins with a heading that no rule knows, no risk and no part of one."""
    head, _, rest = line.text.partition(":")
    if not rest.strip() or names_record(line.text) or len(head.split()) > _ENDING_WORDS:
        return False
    lead = next((run for run in line.block.runs if run.text.strip()), None)
    if lead is None or isinstance(line.block, ListItem) or line.in_table:
        return False
    stands_out = (lead.bold or lead.underline) and lead.text.strip().rstrip(":") == head
    return stands_out and not labels_part(head, vocabulary)


def _lead_in(line: Line, vocabulary: Vocabulary) -> RunIn | None:
    """'Plans for June. The showcases arrive ...': the heading is told from the text by its look alone."""
    led = lead_of(line)
    if led is None or not any(led.dress[:3]) or led.dress.apart or len(led.rest.split()) < _REST:
        return None
    match = vocabulary.heading(led.head)
    if match is None or not match.whole or _is_of_dates(led.head, led.rest, vocabulary):
        return None
    return None if _is_dated(led.rest, match) else RunIn(led.head, led.rest, match)


def _is_of_dates(head: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether 'Project dates: May 2011 – June 2012' is a field."""
    return vocabulary.is_kind("both-dates", head) and any(char.isdigit() for char in rest)


def _is_dated(rest: str, match: HeadingMatch) -> bool:
    """Whether 'Next meeting: Thursday 31 October, 3 pm' says when, and no work."""
    return match.section == "planned" and any(start <= _DAY for start, *_ in find_dates(rest))
