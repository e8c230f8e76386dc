"""The month that a report's first lines end with: 'Highlights for May 2012', 'Depot snapshot – May 2012'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Heading, Text
from pipeline.reading.context import Context
from pipeline.reading.elements import source_of
from pipeline.reading.fields import Fields
from pipeline.reading.label_lines import split_line
from pipeline.reading.titles import read_title
from pipeline.values.dates import find_dates, parse_date

_LINES = 12
"""Lines of a report's beginning that say which month it is about."""
_WORDS = 16
"""Words of the longest title; more are a sentence."""
_LEADS = re.compile(
    r"(?P<before>.*?)(?:\bfor(?: the)?(?: (?:month|period|quarter))?(?: of)?|[–—(-])\s*$", re.DOTALL
)
"""What stands before the month that a title ends with."""
_FEW_WORDS = 8
"""Words of a line that may be a title too where nothing parts its month from them."""
_SENTENCE_END = re.compile(r"[.;?!]\s*$")
_PARTS = re.compile(r"\s+[|·•]\s+|\t+|\s{3,}")
_LEAST_PARTS = 2
_SPAN = re.compile(
    r"(?:from\s+)?(?P<first>\S.*?)\s*(?:\b(?:to|until)\b|\s-\s|[–—])\s*(?P<last>\S.*)", re.IGNORECASE
)
_MONTHS = 12
_BACK = 2
"""Months by which a report may come after the one it is about."""


def period_from_titles(lines: list[Text], fields: Fields, context: Context) -> None:
    """Set the stated period where no label gives it and the first lines name one month that fits; it is told.

    A month that does not fit the report's date, or several, are told alone: one of them may be the period.
    """
    if fields.stated is not None and not fields.stated_by_day:
        return
    months = list(_months(lines[:_LINES], context))
    named = {iso: block for block, iso, parted in months if parted}
    dated = fields.values.get("report_date", "")
    if not named:
        named = {iso: block for block, iso, _ in months if _is_told_by(iso, dated)}
        months = []
    if not named or set(named) == {dated[:7]}:
        return
    (iso, block), *others = named.items()
    source = source_of(block.place, block.text, "title")
    if others or not months or not _is_told_by(iso, dated):
        message = f"'{block.text.strip()}' names a month that may be the one reported on: no label says which it is."
        context.tell("period-perhaps", "warning", "period", message, source)
        return
    fields.stated = iso
    fields.sources["period"] = source
    message = f"No label names the period: {iso} was taken from '{block.text.strip()}'."
    context.tell("period-from-title", "warning", "period", message, source)


def _months(lines: list[Text], context: Context) -> Iterator[tuple[Text, str, bool]]:
    """The lines that end with a month, that month, and whether 'for' or a dash leads to it."""
    for above, block in zip([None, *lines], lines, strict=False):
        text = " ".join(block.text.split())
        under = isinstance(above, Heading)
        month = _among_parts(block, under, context) or (_last_of(text, context) if under else None)
        if month is not None:
            yield block, month, True
            continue
        found = find_dates(text, context.order)
        if len(found) != 1 or len(text.split()) > _WORDS or _SENTENCE_END.search(text):
            continue
        start, end, value = found[0]
        lead = _LEADS.match(text[:start])
        before = lead["before"] if lead else text[:start]
        few = len(text.split()) <= _FEW_WORDS and not before.rstrip().endswith(":")
        if (
            (lead is None and not few)
            or text[end:].strip(" )")
            or value.iso is None
            or len(value.iso) != len("2011-05")
        ):
            continue
        label = before.split(":")[-1].strip(" –—(-,")
        if label and context.vocabulary.field(label) is None:
            yield block, value.iso, lead is not None


def _last_of(text: str, context: Context) -> str | None:
    """The last month of a line of nothing but two dates: '1 April to 30 September 2025' right under the title.

    More than a year is how long the project runs.
    """
    span = _SPAN.fullmatch(text)
    last = parse_date(span["last"], context.order) if span else None
    if span is None or last is None or last.iso is None or len(last.iso) < len("2011-05"):
        return None
    year = last.iso[:4]
    first = parse_date(span["first"], context.order)
    if first is None or first.iso is None:
        first = parse_date(f"{span['first']} {year}", context.order)
    if first is None or first.iso is None or not 0 <= _gap(first.iso, last.iso) < _MONTHS:
        return None
    return last.iso[:7]


def _among_parts(block: Text, under_title: bool, context: Context) -> str | None:
    """The month that is one whole part of a title's, or beside fields: 'Update to trustees · May 2012 · Ref: W-12'.

    The line under a title is parted so too: 'May 2012 · for the meeting of 3 June'.
    """
    parts = [" ".join(part.split()) for part in _PARTS.split(block.text.strip())]
    titles = [read_title(part, context.vocabulary, context.order) for part in parts]
    titled = [title for title in titles if title.kind]
    labelled = any(split_line(block, part, context.vocabulary, strict=True) for part in parts)
    if len(parts) < _LEAST_PARTS or not (titled or labelled or under_title):
        return None
    if len(titled) == 1 and titled[0].period is not None and len(titled[0].period) == len("2011-05"):
        return titled[0].period
    months = {
        value.iso
        for part in parts
        if (value := parse_date(part, context.order)) and value.iso and len(value.iso) == len("2011-05")
    }
    return months.pop() if len(months) == 1 else None


def _is_told_by(month: str, dated: str) -> bool:
    """Whether a report of a date (ISO, perhaps '') may be about a month: that one or one of the two before."""
    if len(dated) < len("2011-05"):
        return True
    return 0 <= _gap(month, dated) <= _BACK


def _gap(first: str, last: str) -> int:
    """The months between two dates (ISO)."""
    return (int(last[:4]) - int(first[:4])) * _MONTHS + int(last[5:7] or 1) - int(first[5:7] or 1)
