"""What looks misread though records came of it: fields, parts of records and amounts that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Report
from pipeline.reading.vocabulary import Vocabulary

_NAMED = ("project", "programme", "reference", "sponsor", "manager")
"""Fields whose values are words as written."""
_PIECES = re.compile(r"[:\t]")
_WEIGHING = {"likelihood", "impact", "score"}
"""Parts that only a risk has."""
_SEVERAL = 2
"""Labels of a risk's parts among a report's own, and lines of money of one name."""

_WITHIN = re.compile(r"[.;]\s+(?P<label>[A-Z][\w'’/]*(?: [\w'’/]+){0,2}):\s")
"""A label after a sentence."""
_LABEL_FIRST = re.compile(r"(?P<label>[A-Z][\w'’]*(?: [A-Z]{0,2}\d{1,3})?):\s")
"""A label of one word at the start, perhaps with a number ('Threat 4: ...')."""
_THOUSAND = 1000
"""What a line of a project's money comes to at least, in whole units of a currency, where several are given."""


def misread_findings(report: Report, vocabulary: Vocabulary) -> list[Finding]:
    """A warning for each field, and each kind of record, whose words seem to be those of a layout not understood."""
    return [
        *_fields(report, vocabulary),
        *_parts(report, vocabulary),
        *_labels_within(report),
        *_amounts(report),
        *_small_amounts(report),
    ]


def _fields(report: Report, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Values that hold labels of other fields, or run over a wide gap."""
    for field in _NAMED:
        value = getattr(report, field)
        if value is None:
            continue
        pieces = [piece.strip() for piece in _PIECES.split(value)]
        labels = [piece for piece in pieces[:-1] if piece and vocabulary.field(piece) is not None]
        if "\t" in value or labels:
            words = value.replace("\t", "  |  ")
            message = (
                f"'{words[:80]}' was read as the {field}, but holds more than one value, or the labels of others: "
                "check it in the document."
            )
            yield Finding("field-over-gap", "warning", field, message)


def _parts(report: Report, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Labels of a risk's parts that became the report's own: the risks that they describe lack them."""
    told: dict[str, str] = {}
    for label in report.metadata:
        for column in vocabulary.columns(label):
            if column.register == "risks" and column.role not in {"text", "aside"}:
                told.setdefault(column.role, label)
    if _WEIGHING & set(told) and len(told) >= _SEVERAL:
        labels = "', '".join(told.values())
        message = f"'{labels}' stand outside of every risk and were kept as the report's own: a risk's card perhaps."
        yield Finding("risk-parts-apart", "warning", "risks", message)


def _labels_within(report: Report) -> Iterator[Finding]:
    """Risks whose words hold a label ('... in May. Fallback: ...') or that are one ('Fallback: ...').

    In other records a label within the words is a topic more often than not ('Piling: 12 of 20 done').
    """
    for risk in report.risks:
        label = _WITHIN.search(risk.text) or (
            _LABEL_FIRST.match(risk.text) if risk.response is None else None
        )
        if label is not None:
            message = (
                f"'{label['label']}' within '{risk.text[:80]}' looks like a label that no rule knows: "
                "what follows may be the response, or another part of the risk."
            )
            yield Finding("label-within", "warning", "risks", message, risk.source)
            return


def _small_amounts(report: Report) -> Iterator[Finding]:
    """Sums of a project that are all small: the unit may stand where no rule looked ('all figures in thousands')."""
    sums = [
        abs(amount)
        for item in report.finances
        for amount in (item.budget, item.actual, item.forecast, item.variance)
        if amount
    ]
    if len(report.finances) >= _SEVERAL and len(sums) > _SEVERAL and max(sums) < _THOUSAND:
        message = f"No sum of the money's {len(report.finances)} lines reaches a thousand: check their unit."
        yield Finding("unit-perhaps", "warning", "finances", message, report.finances[0].source)


def _amounts(report: Report) -> Iterator[Finding]:
    """Lines of money that all have one name: the column of their own names was not read."""
    names = {finance.text for finance in report.finances}
    if len(report.finances) >= _SEVERAL and len(names) == 1:
        first = report.finances[0]
        message = f"All {len(report.finances)} lines of money are called '{first.text}': their own names were not read."
        yield Finding("one-name", "warning", "finances", message, first.source)
