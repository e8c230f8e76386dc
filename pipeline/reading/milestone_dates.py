"""Dates of a milestone that say themselves what they are.

'10/07/24 (A)' under 'Now' is the day it was achieved, and so is 'Achieved 10 July' under 'Where we are'.
"""

from __future__ import annotations

import re

from extractors.document import Text
from pipeline.reading.context import Context
from pipeline.reading.elements import Line, Section, source_of
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import find_dates, parse_date

_MARKED = re.compile(
    r"(?P<date>.*\d.*?)(?:\s*[(\[]\s*(?P<mark>[^()\[\]]{1,14})\s*[)\]]|(?<=\d)\s+(?P<bare>[^\W\d]{1,10}))\.?"
)
"""A date and a word or letter after it, in brackets or bare."""
_LONE_DATES = 2
"""Cells with nothing but a date that make a table of milestones likely: one may stand anywhere."""
_PARTS = ("actual", "forecast")
"""What such a mark makes of a date."""


def tell_lone_dates(section: Section, context: Context) -> None:
    """Cells that hold nothing but dates, of which no record was made, are told of the milestones."""
    dates: list[Text] = []
    for item in section.items:
        if isinstance(item, Line) and item.in_table and parse_date(item.text.strip(), context.order):
            entry = context.ledger.fate_of(item.block)
            dates += [item.block] if entry is not None and entry.fate in {"narrative", "unclassified"} else []
    if len(dates) >= _LONE_DATES:
        message = f"{len(dates)} cells under '{section.title}' hold dates of which no milestone was made."
        source = source_of(dates[0].place, dates[0].text)
        context.tell("dates-unread", "warning", "milestones", message, source)


def told_dates(words: dict[str, str], around: str, vocabulary: Vocabulary) -> dict[str, str]:
    """The words of a row's dates by their part, those with a mark of their own under the part that the mark tells.

    Args:
        words: a row's words by the part that their column has.
        around: the words around the table, which may explain its letters ('(A) = achieved').
        vocabulary: what marks are known.
    """
    dates: dict[str, str] = {
        part: words[part] for part in ("baseline", "forecast", "actual") if part in words
    }
    for part, text in list(dates.items()):
        found = _marked(text.strip())
        meant = _meaning(found[0], around, vocabulary) if found else None
        if found is None or meant is None:
            continue
        if meant == part:
            dates[part] = found[1]
        elif not re.search(r"\w", dates.get(meant, "")):
            dates[meant] = found[1]
            del dates[part]
    found = _led(words.get("status", "").strip())
    meant = _meaning(found[0], around, vocabulary) if found else None
    if found is not None and meant is not None and not re.search(r"\w", dates.get(meant, "")):
        dates[meant] = found[1]  # 'Achieved 3 March' in the column of states: its words stay there
    return dates


def says_what_it_is(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a date after a word that says what it is ('Expected May 2024')."""
    found = _led(text.strip())
    return found is not None and _meaning(found[0], "", vocabulary) is not None


def _marked(text: str) -> tuple[str, str] | None:
    """A date's mark, and the date; None where it has none."""
    match = _MARKED.fullmatch(text)
    return (match["mark"] or match["bare"], match["date"]) if match else _led(text)


def _led(text: str) -> tuple[str, str] | None:
    """The words before a text's only date, and the date, which ends the text."""
    found = find_dates(text)
    if len(found) != 1 or found[0][0] == 0 or text[found[0][1] :].strip(" ."):
        return None
    mark = text[: found[0][0]].strip(" :,–—-")
    return (mark, text[found[0][0] : found[0][1]]) if mark else None


def _meaning(mark: str, around: str, vocabulary: Vocabulary) -> str | None:
    """The part that a mark makes a date: as the document explains it, else as the rules know it."""
    told = re.search(rf"(?<!\w){re.escape(mark)}\)?\s*[=:]\s*(?P<word>\w+)", around)
    word = told["word"] if told else mark
    return next((part for part in _PARTS if vocabulary.is_kind(f"date-{part}", word)), None)
