"""Words to dates of explicit precision: 'June 2011' is 2011-06, never 2011-06-01.

General-purpose parsers fill in what is missing (today's day, this year) and find dates in 'Phase 2'; a tracker must
do neither, so every notation that reports use has its own pattern here, tried on whole strings.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pipeline.values.notation import date_in_english, dates_in_english
from pipeline.values.years import Near, year_of

Order = Literal["dmy", "mdy"]

_MONTHS = {
    name.casefold(): number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"sept": 9}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2}|['’]?\d{2})"
_YEAR4 = r"(?P<year>(?:19|20)\d{2})"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_VAGUE = (
    r"(?:(?:the\s+)?(?:end|beginning|start|middle|mid|early|late)(?:\s*-\s*|\s+)(?:of\s+)?(?:the\s+)?"
    r"|by\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?)?"
)
_SHORT_DATES = 2
"""Dates without a year that must agree before they tell the order of day and month."""
_CENTURY_PIVOT = 70
"""Two-digit years below this are of this century: highlight reports were not written before 1970."""
_KEPT = 2048
"""Texts whose dates a process remembers: the same cells and lines are asked for theirs at several stages."""
_EXCEL_LIKE_YEARS = range(1970, 2100)


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as the document gives it. ``iso`` is None where the words name no possible day (31/02).

    ``swappable``: day and month could be swapped. ``ambiguous``: the same in a month-first document, or the
    document's order cannot be meant. ``yearless``: the year was taken from elsewhere.
    ``vague``: the words give a quarter or 'mid-month', of which ``iso`` tells the month.
    """

    iso: str | None
    text: str
    ambiguous: bool = False
    yearless: bool = False
    vague: bool = False
    swappable: bool = False


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(_WEEKDAY + body, re.IGNORECASE)


_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "iso",
        _pattern(
            r"(?P<year>(?:19|20)\d{2})[-/.](?P<month_number>\d{1,2})[-/.](?P<day>\d{1,2})(?:T[\d:.Z]+)?(?!\d)"
        ),
    ),
    (
        "numeric",
        _pattern(
            r"(?P<a>\d{1,2})\s?(?P<sep>[/.\-])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<year>(?:19|20)\d{2}|\d{2})(?!\d)"
        ),
    ),
    ("day month year", _pattern(_DAY + r"(?:\s+of)?[\s\-/.]*" + _MONTH + r"[\s,\-/.]*" + _YEAR + r"(?!\d)")),
    ("month day year", _pattern(_MONTH + r"\s*" + _DAY + r"(?:,\s*|\s+)" + _YEAR4 + r"(?!\d)")),
    (
        "month year",
        re.compile(
            r"(?P<vague>"
            + _VAGUE
            + r")"
            + _MONTH
            + r"(?:\s*,?\s*(?:of\s+)?|\s?[\-/]\s?)"
            + _YEAR
            + r"(?!\d)",
            re.IGNORECASE,
        ),
    ),
    ("year month", re.compile(r"(?P<year>(?:19|20)\d{2})-(?P<month_number>0[1-9]|1[0-2])(?!\d)")),
    ("month number year", re.compile(r"(?P<month_number>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d{2})(?!\d)")),
    (
        "financial quarter",
        re.compile(
            r"(?:Q(?:uarter|tr)?\.?\s?(?P<quarter>[1-4]))\s*,?\s*(?:of\s+)?(?:FY\s?)?(?P<year>(?:19|20)\d{2}|\d{2})\s?[/\-–]\s?(?P<year2>(?:19|20)?\d{2})(?!\d)",
            re.IGNORECASE,
        ),
    ),
    (
        "quarter",
        re.compile(
            r"Q(?:uarter|tr)?\.?\s?(?P<quarter>[1-4])\s*[,\-]?\s*(?:of\s+)?" + _YEAR4 + r"(?!\d)",
            re.IGNORECASE,
        ),
    ),
    ("day month", _pattern(_DAY + r"(?:\s+of)?[\s\-]*" + _MONTH + r"(?![\w/])")),
    ("month day", _pattern(_MONTH + r"\s+" + _DAY + r"(?!\d)")),
    ("year", re.compile(r"(?P<vague>" + _VAGUE + r")" + _YEAR4 + r"(?!\d)(?!\s?[/\-–]\s?\d)", re.IGNORECASE)),
)
_SEARCHED = tuple(
    (name, re.compile(r"(?<![\w/.\-])" + pattern.pattern, re.IGNORECASE))
    for name, pattern in _PATTERNS
    if name != "year"
)
"""The same inside a text; a bare year there is no date."""
_DIGIT = re.compile(r"\d")
_MONTH_STEM = re.compile("|".join(sorted({name[:3] for name in _MONTHS if name})), re.IGNORECASE)
_STEMMED = {"day month year", "month day year", "month year", "day month", "month day"}
"""The notations that name a month in words: most texts do not, and need not be searched for them."""
_NAMED = _MONTH.replace("?P<month>", "?:")
_MONTHS_END = "|".join(sorted({name[-3:] for name in _MONTHS if name}))
_BETWEEN = re.compile(
    rf"(?:(?<=(?:19|20)\d\d)|(?<=(?:{_MONTHS_END}) \d\d)|(?<=(?:{_MONTHS_END}) ['’]\d\d)|(?<=[/.]\d\d))"
    rf"(?:[-/](?=(?:\d{{1,2}}\s?(?:st|nd|rd|th)?\s)?(?:{_NAMED}))|-(?=\d{{1,2}}[/.]\d))",
    re.IGNORECASE,
)
"""The sign between two dates that are written close together: 'May 2024-June 2025', '1/5/24-30/6/25'."""
_IN_NUMBERS = re.compile(r"(?<![\d/.])(\d{1,2})([/.\-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/])")
_MONTH_FIRST = re.compile(_NAMED + r"\s+\d{1,2}(?:st|nd|rd|th)?,\s*\d{4}", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+" + _NAMED + r"\s+\d{4}", re.IGNORECASE)
"""Full dates whose order tells that of day and month."""
_PREFIX = re.compile(
    r"^(?:(?:w\s?/\s?c|w\s?/\s?e|wc|we|week\s+(?:commencing|ending|beginning|of)|as\s+(?:at|of)|by|on|from|until|to|dated?|ending"
    r"|due|c\.|circa|approx\.?|est\.?|target|revised)\b[\s:.]*)+",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"\s*(?:\((?:est(?:imated)?|tbc|planned|actual|target|revised|provisional)\.?\)|(?:est|tbc)\.?|\*+|[.,;])\s*$",
    re.IGNORECASE,
)


_TWICE = re.compile(
    rf"(?<![^\W\d])(?!{_NAMED}\b)[^\W\d_]{{3,}}\s?/\s?(?=(?:{_NAMED})\s(?:19|20)\d\d)", re.IGNORECASE
)
"""A month in another language before its English name: '9 Ebrill / April 2025'; 'March / April 2025' are two months."""


def parse_date(text: str, order: Order = "dmy", year: int | Near | None = None) -> DateValue | None:
    """The one date that a whole string is, None where it is none.

    Args:
        text: the whole string.
        order: how '07/12/11' is to be read.
        year: the year of a date that gives none ('12 May'), or the month to which it is nearest; without it such words
            are no date.
    """
    said = date_in_english(text, year)
    value = _parsed(said, order, year)
    return value if value is None or said == text else replace(value, text=text.strip())


@lru_cache(maxsize=_KEPT)
def _parsed(text: str, order: Order, year: int | Near | None) -> DateValue | None:
    if not _DIGIT.search(text):
        return None
    whole = _SUFFIX.sub("", _PREFIX.sub("", " ".join(text.split())))
    named = _MONTH_STEM.search(whole) is not None
    whole = _TWICE.sub("", whole) if named and "/" in whole else whole
    for name, pattern in _PATTERNS:
        match = pattern.fullmatch(whole) if named or name not in _STEMMED else None
        if match and not _is_month_day(name, match, order):
            return _build(name, match, text.strip(), order, year)
    return None


def find_dates(
    text: str, order: Order = "dmy", year: int | Near | None = None
) -> list[tuple[int, int, DateValue]]:
    """All dates inside a text as ``(start, end, value)``, left to right, none overlapping; bare years are left out."""
    said, place = dates_in_english(text)
    found = _found(said, order, year)
    if said == text:
        return list(found)
    spans = [(place(start), place(end), value) for start, end, value in found]
    return [(start, end, replace(value, text=text[start:end])) for start, end, value in spans]


@lru_cache(maxsize=_KEPT)
def _found(text: str, order: Order, year: int | Near | None) -> tuple[tuple[int, int, DateValue], ...]:
    if not _DIGIT.search(text):
        return ()
    found: list[tuple[int, int, DateValue]] = []
    named = _MONTH_STEM.search(text) is not None
    text = _BETWEEN.sub("–", text)
    for name, pattern in _SEARCHED:
        for match in pattern.finditer(text) if named or name not in _STEMMED else ():
            if any(match.start() < end and start < match.end() for start, end, _ in found):
                continue
            if _is_month_day(name, match, order) or _WEEK.search(text, 0, match.start()):
                continue
            value = _build(name, match, match.group(0), order, year)
            if value is not None:
                found.append((match.start(), match.end(), value))
    return tuple(sorted(found, key=lambda item: item[0]))


_PRINTED = re.compile(r"^\s*\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M\b)?", re.MULTILINE)
"""'11/23/26, 2:12 PM' over a printed web page: the reader's machine wrote it, and not the document."""


_WEEK = re.compile(r"\b(?:CW|KW|cal(?:endar)? week|week(?: no\.?| number)?|wk\.?)\s?$", re.IGNORECASE)
"""Before the number of a week: 'CW 07/2025' is no month."""


def numbered_lines(text: str) -> str:
    """The lines of a text that hold a digit: the others hold no date."""
    return "\n".join([line for line in text.split("\n") if _DIGIT.search(line)])


def detect_order(text: str) -> Order | None:
    """Day first or month first, as the dates in a text's lines show it; None where none of them does.

    '10/20/2025' and 'October 27, 2023' speak for month first, '27/10/2023' against it; numbers outweigh words.
    """
    day_first = month_first = 0
    text = _PRINTED.sub("", text)
    for match in _IN_NUMBERS.finditer(text):
        a, b = int(match[1]), int(match[3])
        day_first += 12 < a <= 31 and b <= 12
        month_first += 12 < b <= 31 and a <= 12 and match[2] != "."
    if not day_first and not month_first:
        short = re.findall(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/%])", text)
        # Task lists print '3/15' without a year; one alone may be a fraction.
        first = sum(1 for a, b in short if int(a) <= 12 < int(b) <= 31)
        month_first = first if first >= _SHORT_DATES and not any(12 < int(a) <= 31 for a, _ in short) else 0
    if day_first or month_first:
        return "mdy" if month_first > day_first else "dmy"
    dated = [line for line in text.split("\n") if _MONTH_STEM.search(line)]
    words_month_first = sum(len(_MONTH_FIRST.findall(line)) for line in dated)
    words_day_first = sum(len(_DAY_FIRST.findall(line)) for line in dated)
    if words_month_first == words_day_first == 0:
        return None
    return "mdy" if words_month_first > words_day_first else "dmy"


def only_year(text: str, order: Order = "dmy") -> int | None:
    """The year of all the full dates in a text's lines where they share one: it completes dates that give none."""
    years = {
        value.iso[:4]
        for line in text.split("\n")
        for _, _, value in find_dates(line, order)
        if value.iso and len(value.iso) == len("2011-12-07")
    }
    return int(years.pop()) if len(years) == 1 else None


_DAYS_OF_A_MONTH = re.compile(
    rf"(?<!\d)(?<!\d[ -])(?P<month>{_NAMED}\.?\s+)\d{{1,2}}(?:st|nd|rd|th)?\s*(?:[–—‑-]|to)\s*"
    rf"(?=\d{{1,2}}(?!\d)(?!\s*{_NAMED}))",
    re.IGNORECASE,
)
"""'February 1' before the '28, 2025' that it lasts until."""


def parse_period(text: str, order: Order = "dmy", year: int | Near | None = None) -> DateValue | None:
    """The month (``YYYY-MM``) of a stated reporting period: its last month where it spans several.

    'November 2011', '1 – 30 November 2011', 'Oct/Nov 2011', 'Q3 2011/12', 'March 1–March 7, 2026'.
    """
    whole = _DAYS_OF_A_MONTH.sub(lambda first: first["month"], " ".join(text.split()))
    single = parse_date(whole, order, year)
    if single is not None and single.iso is not None and len(single.iso) >= len("2011-12"):
        return DateValue(
            single.iso[:7],
            text,
            single.ambiguous and len(single.iso) > len("2011-12"),
            single.yearless,
            single.vague,
        )
    parts = [
        part
        for part in re.split(
            r"\s+(?:to|until|till|through|and)\s+|\s*[–—‑&]\s*|\s+-\s+|(?<=[a-z])\s*/\s*(?=[A-Z])|(?<=[a-z])-(?=[A-Z])",
            _BETWEEN.sub("–", whole),
        )
        if part.strip()
    ]
    if len(parts) > 1:
        last = parts[-1].strip(" .;)")
        value = parse_date(last, order, year) or _last_found(last, order, year)
        if value is not None and value.iso is not None and len(value.iso) >= len("2011-12"):
            return DateValue(value.iso[:7], text, value.ambiguous, value.yearless, value.vague)
    found = _last_found(whole, order, year)
    if found is not None and found.iso is not None and len(found.iso) >= len("2011-12"):
        return DateValue(found.iso[:7], text, found.ambiguous, found.yearless, found.vague)
    return None


def _last_found(text: str, order: Order, year: int | Near | None) -> DateValue | None:
    found = [value for _, _, value in find_dates(text, order, year) if value.iso]
    return max(found, key=lambda value: value.iso or "") if found else None


def _is_month_day(name: str, match: re.Match[str], order: Order) -> bool:
    """Whether 'Oct 27' of a month-first document is a day of October, and no month of 2027."""
    words = match.group(0).rstrip()
    return name == "month year" and order == "mdy" and re.search(r"[a-z.]\s+\d{2}$", words, re.I) is not None


def _build(
    name: str, match: re.Match[str], text: str, order: Order, year: int | Near | None
) -> DateValue | None:
    groups = match.groupdict()
    yearless = "year" not in groups or groups["year"] is None
    if yearless and year is None:
        return None
    full_year = _full_year(groups["year"]) if not yearless else _completed(groups, text, year or 0)
    if full_year not in _EXCEL_LIKE_YEARS:
        return None
    if name == "numeric":
        return _numeric(groups, text, order, full_year)
    vague = bool((groups.get("vague") or "").strip())
    if groups.get("quarter"):
        return _quarter(int(groups["quarter"]), full_year, groups.get("year2"), text)
    month = (
        _MONTHS[groups["month"].casefold()] if groups.get("month") else int(groups.get("month_number") or 0)
    )
    if name == "year":
        return DateValue(f"{full_year:04d}", text, vague=vague)
    if groups.get("day") is None:
        return DateValue(f"{full_year:04d}-{month:02d}", text, vague=vague, yearless=yearless)
    return DateValue(_iso(full_year, month, int(groups["day"])), text, yearless=yearless)


def _numeric(groups: dict[str, str], text: str, order: Order, year: int) -> DateValue:
    a, b = int(groups["a"]), int(groups["b"])
    day, month = (a, b) if order == "dmy" else (b, a)
    if month > 12 >= day and _iso(year, day, month):
        # The document's usual order cannot be meant here: the other reading is the only possible one.
        return DateValue(_iso(year, day, month), text, ambiguous=True)
    swappable = a <= 12 and b <= 12 and a != b
    return DateValue(
        _iso(year, month, day), text, ambiguous=swappable and order == "mdy", swappable=swappable
    )


def _quarter(quarter: int, year: int, year2: str | None, text: str) -> DateValue:
    """The last month of a quarter: of the calendar year, or of a UK financial year where two years are named."""
    if year2 is None:
        return DateValue(f"{year:04d}-{quarter * 3:02d}", text, vague=True)
    month = quarter * 3 + 3
    return DateValue(f"{year + month // 13:04d}-{(month - 1) % 12 + 1:02d}", text, vague=True)


def _completed(groups: dict[str, str], text: str, known: int | Near) -> int:
    """The year of a date that names none."""
    month = groups.get("month")
    number = _MONTHS[month.casefold()] if month else int(groups.get("month_number") or 1)
    return year_of(number, int(groups["day"]) if groups.get("day") else None, text, known)


def _full_year(text: str) -> int:
    digits = text.strip("'’")
    number = int(digits)
    return number if len(digits) == 4 else number + (2000 if number < _CENTURY_PIVOT else 1900)


def _iso(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"
