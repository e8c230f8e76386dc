"""Whose money a sign of several countries means: '$' those dollars that the document names elsewhere, or those of the
country that it is written in; 'Rs' India's rupees.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Finding, Report
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.currencies import dollars_named, says_rupees_of_india
from pipeline.values.dates import Order

_BARE = "USD"
"""What '$' alone is read as."""
_COUNTRIES = {"of-australia": "AUD", "of-new-zealand": "NZD", "of-canada": "CAD"}
"""Kinds of lines that only an organisation of that country writes, and its currency (ISO 4217)."""


def with_dollars(report: Report, words: str, order: Order | None, vocabulary: Vocabulary) -> Report:
    """The report, its amounts in the dollars that the document means by '$'.

    ``words``: all lines of the document; ``order``: the order that its dates show, None where they show none.
    """
    bare = [finance for finance in report.finances if finance.currency == _BARE]
    named = dollars_named(words) if bare else {_BARE}
    if _BARE in named:
        return report
    places = named or _of_countries(words, vocabulary)
    if not places and order != "dmy":
        return report
    meant = next(iter(places)) if len(places) == 1 else _BARE
    finances = tuple(
        replace(finance, currency=meant) if finance.currency == _BARE else finance
        for finance in report.finances
    )
    if len(named) == 1:
        return replace(report, finances=finances)
    message = f"'$' was read as {meant}, though no line says whose dollars these are: check the currency."
    told = Finding("whose-dollars", "warning", "finances", message, bare[0].source)
    return replace(report, finances=finances, findings=(*report.findings, told))


def with_rupees_told(report: Report, words: str) -> Report:
    """The report, with a finding where 'Rs' alone says which rupees its amounts are."""
    first = next((finance for finance in report.finances if finance.currency == "INR"), None)
    if first is None or says_rupees_of_india(words):
        return report
    message = "'Rs' was read as INR, though no line says whose rupees these are: check the currency."
    told = Finding("whose-rupees", "warning", "finances", message, first.source)
    return replace(report, findings=(*report.findings, told))


def _of_countries(words: str, vocabulary: Vocabulary) -> set[str]:
    """The currencies of the countries that the document's lines speak of."""
    lines = [line for line in words.split("\n") if line.strip()]
    return {
        code for kind, code in _COUNTRIES.items() if any(vocabulary.is_kind(kind, line) for line in lines)
    }
