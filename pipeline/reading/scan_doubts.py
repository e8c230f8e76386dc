"""What a scan may show that was not read, told of the keys it concerns: bars measured in a blurred picture or not seen,
and rows of a table whose cells do not close, which are left as lines.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from extractors.document import Document, Text
from pipeline.model import Finding, Report
from pipeline.reading.elements import source_of, texts_of
from pipeline.reading.percent import speaks_of_progress
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import find_dates

_PARTS = 2
"""Parts of a line that was a row of cells."""
_LABEL = 5
"""Words of a label at most: a longer line is a sentence, and says itself what is done."""
_LISTS = ("ratings", "activities", "risks", "milestones", "finances", "decisions")


def with_scan_doubts(report: Report, document: Document, vocabulary: Vocabulary) -> Report:
    """The report with a finding about each key that a part of its scanned pages, seen but not read, may hold."""
    if not document.scanned:
        return report
    places = [*report.sources.values(), *(r.source for key in _LISTS for r in getattr(report, key))]
    pages = {source.page for source in places}
    lines = [line for line in texts_of(document.body) if line.place.page in pages]
    held = "\n".join(source.text for source in places)
    found = [*_share_done(report, lines, vocabulary), *_unclosed(lines, held, vocabulary)]
    return dataclasses.replace(report, findings=(*report.findings, *found)) if found else report


def _share_done(report: Report, lines: list[Text], vocabulary: Vocabulary) -> Iterator[Finding]:
    if any(finding.code == "percent-from-bar" for finding in report.findings):
        message = "The share done was measured on a scanned drawing and may be some points wrong."
        yield Finding("scan-drawing", "warning", "percent_complete", message)
    if report.percent_complete is not None:
        return
    for line in lines:
        heads = (
            vocabulary.heading(line.text)
            or vocabulary.hinted_keys(line.text)
            or vocabulary.columns(line.text)
        )
        if not heads and len(line.text.split()) <= _LABEL and speaks_of_progress(line.text):
            message = (
                f"A drawn bar or ring beside '{line.text[:60]}' may tell the share done: look at the scan."
            )
            yield Finding(
                "scan-drawing", "warning", "percent_complete", message, source_of(line.place, line.text)
            )
            return


def _unclosed(lines: list[Text], held: str, vocabulary: Vocabulary) -> Iterator[Finding]:
    """One finding for each key that lines of several parts, which no record holds, hint at."""
    told: set[str] = set()
    for line in lines:
        parts = [part.strip() for part in line.text.split("\t") if part.strip()]
        if len(parts) < _PARTS or line.text in held:
            continue
        for key in _hinted(line, parts, vocabulary) - told:
            told.add(key)
            message = (
                f"A row of the scan was not read as a table's: '{line.text[:80]}'; look for {key} there."
            )
            yield Finding("scan-row", "warning", key, message, source_of(line.place, line.text))


def _hinted(line: Text, parts: list[str], vocabulary: Vocabulary) -> set[str]:
    words = vocabulary.rating_words
    keys = {key for part in parts for key in vocabulary.hinted_keys(part)} & set(_LISTS)
    rated = any(words.of_word(part) for part in parts) or any(words.light_of(f.color) for f in line.figures)
    if rated:
        keys.add("milestones" if any(find_dates(part) for part in parts) else "ratings")
    if rated and line.figures:
        keys.add("risks")
    return keys
