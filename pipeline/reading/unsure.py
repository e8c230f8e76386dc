"""What OCR was unsure of or could not see, told of the values that it concerns."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence, Set

from extractors.document import Document, UnsureWord
from pipeline.model import Finding, Report, Source

MOST_NAMED = 12
"""Words that a message names."""

SLACK = 2.0
"""Points by which a word may stand outside the box of what it was read into."""

COLOURLESS = "scan-without-colour"
"""The code of the problem that tells of a page without colour."""

_RATED = {"ratings": "current", "risks": "rating", "milestones": "rating"}
"""Lists of which each record may have a rating, and where it stands."""

_LISTS = ("ratings", "activities", "risks", "milestones", "finances", "decisions")


def with_unsure_words(report: Report, document: Document) -> Report:
    """The report with a finding about each key of which a value stands on an unsure word, or lacks its colour."""
    found = [
        Finding("ocr-unsure", "warning", key, _message(words), source)
        for key, words, source in _doubts(report, document.unsure)
    ]
    found += _without_colour(report, {p.place.page for p in document.problems if p.code == COLOURLESS})
    return dataclasses.replace(report, findings=(*report.findings, *found)) if found else report


def _without_colour(report: Report, pages: Set[int | None]) -> Iterator[Finding]:
    """Records of grey scans without a rating: it may have been a colour."""
    for key, name in _RATED.items():
        bare = [
            record.source
            for record in getattr(report, key)
            if record.source.page in pages and getattr(record, name) is None
        ]
        if bare:
            message = (
                "The page was scanned without colour: a rating that only a colour shows is missing here."
            )
            yield Finding(COLOURLESS, "warning", key, message, bare[0])


def _doubts(report: Report, unsure: Sequence[UnsureWord]) -> Iterator[tuple[str, list[str], Source]]:
    """Keys with the unsure words that their values were read from, and where the first of these stands."""
    sources = {key: [source] for key, source in report.sources.items()}
    for key in _LISTS:
        sources[key] = [record.source for record in getattr(report, key)]
    for key, places in sources.items():
        hits = [(word, place) for place in places for word in unsure if _stands_in(word, place)]
        hits += _heading_doubts(report, unsure) if key == "activities" else []
        if hits:
            yield key, list(dict.fromkeys(word.text for word, _ in hits)), hits[0][1]


def _heading_doubts(report: Report, unsure: Sequence[UnsureWord]) -> list[tuple[UnsureWord, Source]]:
    """Unsure words of workstreams, with the first activity under each: the heading stands outside its source."""
    return [
        (word, record.source)
        for word in unsure
        for record in report.activities
        if record.workstream and _named(word.text, record.workstream) and _follows(record.source, word)
    ]


def _follows(source: Source, word: UnsureWord) -> bool:
    """Whether a source may stand under a word: on its page or the next."""
    return source.page is not None and 0 <= source.page - word.page <= 1


def _stands_in(word: UnsureWord, source: Source) -> bool:
    """Whether a word belongs to what a value was read from: its row, where the words name it."""
    if source.page != word.page or source.bbox is None:
        return False
    x0, top, x1, bottom = source.bbox
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    level = top - SLACK <= y <= bottom + SLACK
    return level and (x0 - SLACK <= x <= x1 + SLACK or _named(word.text, source.text))


def _named(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", words) is not None


def _message(words: Sequence[str]) -> str:
    named = ", ".join(f"'{word}'" for word in words[:MOST_NAMED])
    more = f" and {len(words) - MOST_NAMED} more" if len(words) > MOST_NAMED else ""
    return f"OCR was unsure of {named}{more}; compare with the scan."
