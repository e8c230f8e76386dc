"""Headings of records that stand among words which became none: a layout that was not understood swallowed them.

'Achieved' and 'Next month' as cells of a table whose rows are kept as they stand head lists of which no activity was
made, however well the rest of the report was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.document import Heading, Text
from pipeline.model import Finding
from pipeline.reading.elements import source_of
from pipeline.reading.ledger import Ledger
from pipeline.reading.section_doubts import ABOUT
from pipeline.reading.vocabulary import Vocabulary

_KEPT = {"narrative", "unclassified", "metadata"}
"""Fates of words that make no record."""
_WORDS = 8
"""Words of the longest line that is looked at as a heading."""
_NEAR = 4
"""Lines within which the words that a heading stands over follow it: others may stand beside it first."""


def swallowed_headings(lines: Sequence[Text], ledger: Ledger, vocabulary: Vocabulary) -> list[Finding]:
    """A warning for each kind of record of which a heading, and the words after it, were kept as they stand."""
    found: dict[str, Finding] = {}
    kept = [line for line in lines if line.text and _is_kept(line, ledger)]
    headed = {id(line): about for line in kept if (about := _heads(line, vocabulary))}
    if not headed:
        return []
    for about, line in _over_words(lines, {id(line) for line in kept}, headed):
        message = (
            f"'{line.text[:80]}' and what stands below it were kept as they stand: records may be there."
        )
        source = source_of(line.place, line.text)
        found.setdefault(about, Finding("heading-unread", "warning", about, message, source))
    return list(found.values())


def _over_words(lines: Sequence[Text], kept: set[int], headed: dict[int, str]) -> Iterator[tuple[str, Text]]:
    """The headings after which words follow that were kept too."""
    told = [line for line in lines if line.text]
    for index, line in enumerate(told):
        if id(line) in headed:
            near = told[index + 1 : index + 1 + _NEAR]
            if any(id(below) in kept and id(below) not in headed for below in near):
                yield headed[id(line)], line


def _is_kept(line: Text, ledger: Ledger) -> bool:
    entry = ledger.fate_of(line)
    return entry is None or entry.fate in _KEPT


def _heads(line: Text, vocabulary: Vocabulary) -> str | None:
    """The key of the records that a line set like a heading stands over; None where it is none."""
    words = line.text.strip()
    if len(words.split()) > _WORDS or words.endswith((".", "?", ";", ",")):
        return None
    if not (line.bold or line.underline or isinstance(line, Heading)):
        return None
    match = vocabulary.heading(words)
    return ABOUT.get(match.section) if match is not None and match.coverage >= 1.0 else None
