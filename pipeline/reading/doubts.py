"""What was read or left with a doubt: labels that may give a missing field, dimensions that no rule names."""

from __future__ import annotations

import re

from pipeline.model import Finding, Report
from pipeline.reading.persons import is_person
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][\w/\-. ]{1,24}")
"""A reference: letters, digits and signs."""
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent)?.{0,20}", re.IGNORECASE)
_YES_NO = re.compile(r"(?:yes|no|y|n|agreed|approved|not yet)\b.{0,40}", re.IGNORECASE)
_NAMED = 4
"""Labels that one finding names; the others are counted."""


def doubt_findings(report: Report, vocabulary: Vocabulary) -> list[Finding]:
    """A warning for each field that is missing though a label may give it, and one for unnamed dimensions."""
    return [*_fields(report, vocabulary), *_dimensions(report, vocabulary)]


def _fields(report: Report, vocabulary: Vocabulary) -> list[Finding]:
    found: list[Finding] = []
    told: set[str] = set()
    for label, value in report.metadata.items():
        if vocabulary.field(label) is not None:
            continue
        for field in vocabulary.likely_fields(label, value):
            if field in told or getattr(report, field, "") is not None or not _could_be(field, value):
                continue
            told.add(field)
            message = (
                f"No rule knows the label '{label}': '{value[:60]}' may be the report's {field.replace('_', ' ')}; "
                "it is kept under its own label."
            )
            found.append(Finding("field-perhaps", "warning", field, message))
    return found


def _could_be(field: str, value: str) -> bool:
    """Whether words could be a field's value at all."""
    if field.endswith("_date"):
        return parse_date(value) is not None
    if field in {"sponsor", "manager"}:
        return is_person(value.strip())
    pattern = {"reference": _CODE, "percent_complete": _SHARE, "authorised": _YES_NO}.get(field)
    return pattern is not None and pattern.fullmatch(value.strip()) is not None


def _dimensions(report: Report, vocabulary: Vocabulary) -> list[Finding]:
    doubtful = [rating for rating in report.ratings if vocabulary.dimension(rating.label, loose=True) is None]
    if not doubtful:
        return []
    labels = "', '".join(dict.fromkeys(rating.label for rating in doubtful[:_NAMED]))
    more = f" and {len(doubtful) - _NAMED} more" if len(doubtful) > _NAMED else ""
    message = f"No rule names the dimension of '{labels}'{more}: filed under '{doubtful[0].dimension}'."
    return [Finding("unnamed-dimension", "warning", "ratings", message, doubtful[0].source)]
