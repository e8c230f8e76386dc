"""Who and by when behind tabs at a bullet's end ('Fit the stairs<tab>Gary<tab>21/10'): columns typed, not drawn."""

from __future__ import annotations

import re

from extractors.document import noun
from pipeline.reading.context import Context
from pipeline.reading.persons import is_person
from pipeline.values.dates import DateValue, parse_date

_COLUMNS = re.compile(r"\s*\t+\s*")
_MOST_PARTS = 3
_NAME_WORDS = 4
"""Words of the longest names that stand in such a column ('Millers Joinery and Sons')."""


@noun
class Tail:
    """A line without the columns at its end, and what stands in them."""

    text: str
    owner: str | None = None
    due: DateValue | None = None


def cut_tail(text: str, context: Context) -> Tail:
    """The line's own words, its owner and its date; the whole line where what the tabs part is neither."""
    if "\t" not in text:
        return Tail(text.strip())
    words, *columns = [part for part in _COLUMNS.split(text.strip()) if part]
    if not columns or len(columns) >= _MOST_PARTS:
        return Tail(text.strip())
    told = [(part, parse_date(part, context.order, context.year)) for part in columns]
    dates = [value for _, value in told if value is not None]
    names = [part for part, value in told if value is None]
    owner = names[0] if names else None
    if len(dates) > 1 or len(names) > 1 or (owner is not None and len(owner.split()) > _NAME_WORDS):
        return Tail(text.strip())
    if not dates and not (owner and is_person(owner)):
        return Tail(text.strip())
    return Tail(words, owner, dates[0] if dates else None)
