"""Fields that a report seems not to give, though a label that no rule knows stands beside such a value.

An empty cell of the tracker says that the report is silent. Where the form holds a date, a name, a share or a code
under words that nobody has taught the rules, that is not certain, and an auditor has to know of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Narrative, Passage, Report
from pipeline.reading.persons import is_person
from pipeline.reading.twin_labels import may_hold_both_dates
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date, parse_period

_CODE = re.compile(r"(?=\D*[A-Z])(?=.*\d)[A-Z\d]{1,8}(?:[ ./-][A-Z\d]{1,8}){0,4}")
"""A reference in capitals and figures ('EST-22', 'OEP 09/24', 'WM/CP/6')."""
_SHARE = re.compile(r"(?:about|c\.|approx\.?|~)?\s?\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent)", re.IGNORECASE)
_AFTER_ANSWER = re.compile(r"\s*[,.;:(–—-]|\s+(?:by|on)\s")
"""What parts an answer from who gave it, and when."""
_ANSWERS = ("yes", "no", "authorised", "not-authorised")
_AFTER_NAME = re.compile(r"\s*[,/]\s*|\s+[(–—-]")
"""What parts a name from the office that its bearer holds, and from the next name."""
_LABELLED = re.compile(r"(?P<label>[^:\t]{2,60}?)\s*[:\t]\s*(?P<value>\S.{0,60})")
"""A line that may be a label and its value."""
_NAMED = 3
"""Labels that a message names."""
_ASKED = {
    "period": "the month that the report is about",
    "authorised": "whether the sponsor agreed the report",
    "percent_complete": "how much is complete",
}
"""Fields whose names are no words of a sentence."""


def untold_fields(report: Report, vocabulary: Vocabulary) -> list[Finding]:
    """A warning for each empty field such as the values of whose kind stand under labels that no rule knows."""
    perhaps: dict[str, list[str]] = {}
    for label, value in (*report.metadata.items(), *_labelled_lines(report)):
        if vocabulary.field(label) is None and not may_hold_both_dates(label, value, vocabulary):
            for field in _fields_of(value.strip(), vocabulary):
                if _is_open(report, field):
                    perhaps.setdefault(field, []).append(f"'{label}: {value.strip()[:60]}'")
    together: dict[tuple[str, ...], list[str]] = {}
    for field, labels in perhaps.items():
        together.setdefault(tuple(labels), []).append(field)
    return [finding for labels, fields in together.items() for finding in _findings(fields, labels)]


def _labelled_lines(report: Report) -> Iterator[tuple[str, str]]:
    """Label and value of lines that stand among the words that no rule took: 'Our code: HF/2026/12'."""
    passages: list[Narrative | Passage] = [*report.unclassified, *report.narrative]
    for passage in passages:
        if (parted := _LABELLED.fullmatch(passage.text.strip())) is not None:
            yield parted["label"], parted["value"]


def _is_open(report: Report, field: str) -> bool:
    """Whether nothing in the report gives a field: a period that follows from another date is not given."""
    return report.period_basis != "stated" if field == "period" else getattr(report, field) is None


def _fields_of(value: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The fields of a report's form that words could be the value of."""
    if _SHARE.fullmatch(value):
        return ("percent_complete",)
    answer = _AFTER_ANSWER.split(value, maxsplit=1)[0].lstrip("☒☑✓✔ ")
    if any(vocabulary.is_kind(kind, answer) for kind in _ANSWERS):
        return ("authorised",)
    if parse_date(value) is not None:
        return ("start_date", "end_date", "period")
    if _CODE.fullmatch(value):
        return ("reference",)
    if parse_period(value) is not None:
        return ("period",)
    return ("sponsor", "manager") if is_person(_AFTER_NAME.split(value, maxsplit=1)[0]) else ()


def _findings(fields: list[str], labels: tuple[str, ...]) -> Iterator[Finding]:
    """A warning for each field, in the same words: people read it once."""
    words = ", ".join(labels[:_NAMED])
    what = " or ".join(_ASKED.get(field, f"the {field.replace('_', ' ')}") for field in fields)
    message = f"No rule knows the label of {words}: it may tell {what}, which nothing else gives."
    for field in fields:
        yield Finding("field-perhaps", "warning", field, message)
