"""How the language of a document writes dates and amounts, told in English before they are parsed.

'1er mars 2025' is '1 March 2025', 'Ende März' is 'end March', '1.234,5 Mio. €' is '1234.5 m€'. Which words mean what
the rules say (``notation``); a document's notation holds while it is read, and in English nothing is touched.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from pipeline.values.years import Near
from rules.schema import LanguageRule, Rules

_KEPT = 4096
"""Texts whose English form a process remembers."""
_Change = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
_CURRENCY = r"(?:(?:A|NZ|CA?|US|R)?\$|[£€]|EUR|CHF|USD|GBP|BRL|SEK|PLN|CZK|MXN|ARS|COP|CLP)"
_GROUPS = r"\d{1,3}(?:[.’' \u00a0\u202f]\d{3})+"
_FACTORS = (("billion", "bn", "billion"), ("million", "m", "millions"), ("thousand", "k", "thousands"))
"""Kinds of notation, their sign beside a number or a currency, and their word: 'mil millones' before 'mil'."""
_THURSDAY = 4
"""ISO 8601 counts a week to the month and year of its Thursday."""


class Notation:
    """The notation of one language, by the rules for documents in it."""

    def __init__(self, language: LanguageRule | None, rules: Rules) -> None:
        self._words: dict[str, tuple[str, ...]] = {}
        for rule in rules.notations:
            self._words[rule.kind] = (*self._words.get(rule.kind, ()), *rule.words)
        self._of = self._any("of")
        self._dated = tuple(self._date_changes())
        self._counted = tuple(self._amount_changes(language.decimal if language else ","))
        self.date_words = frozenset(
            part.casefold()
            for kind in ("weekdays", "months", "between", "by", "of", "end", "middle", "beginning")
            for words in self._words.get(kind, ())
            for word in words.split("|")
            for part in word.split()
        )
        self.date = lru_cache(maxsize=_KEPT)(self._date)
        self.amount = lru_cache(maxsize=_KEPT)(self._amount)

    def words(self, kind: str) -> tuple[str, ...]:
        """The words of a kind, each spelling apart."""
        return tuple(part for word in self._words.get(kind, ()) for part in word.split("|"))

    def _any(self, kind: str) -> str:
        """Any of the words of a kind; what never matches where there are none."""
        return any_word(words) if (words := self.words(kind)) else "(?!)"

    def _date_changes(self) -> Iterator[_Change]:
        months = self._words.get("months", ())
        numbers = {
            part.casefold(): number for number, word in enumerate(months, 1) for part in word.split("|")
        }
        month, ordinal, of = self._any("months"), self._any("ordinal"), self._of
        english = rf"(?:{'|'.join(calendar.month_name[1:])})"
        year = r"(?:19|20)\d\d"
        yield (
            re.compile(
                rf"(?:(?<=\d)(?P<mark>{ordinal}|\.)?[\s/-]*(?:{of}\s+)?|(?<![^\W_]))(?P<month>{month})(?![^\W\d_])\.?"
                rf"(?:\s+{of}(?=\s+\d))?",
                re.IGNORECASE,
            ),
            lambda m: (
                (" " if m.start() and m.string[m.start() - 1].isdigit() else "")
                + calendar.month_name[numbers[m["month"].casefold()]]
            ),
        )
        yield re.compile(rf"({english})\s?-\s?(?={english})"), lambda m: f"{m[1]} – "
        for kind, said in (("end", "end"), ("middle", "mid"), ("beginning", "early")):
            yield (
                re.compile(
                    rf"(?<!\w)(?:{of}\s+)?{self._any(kind)}[\s-]?\s*(?:{of}\s+)?(?={english}|{year})",
                    re.IGNORECASE,
                ),
                lambda m, said=said: f"{said} ",  # type: ignore[misc]
            )
        quarter = self._any("quarter")
        nth = rf"(?P<n>[1-4]|I{{1,3}}|IV)(?:{ordinal}|\.)?\s?{quarter}"
        yield (
            re.compile(
                rf"(?<!\w)(?:{nth}|{quarter}\.?\s?(?P<m>[1-4]))[\s/.-]*(?:{of}\s+)?(?P<y>{year}|\d\d(?!\d))",
                re.IGNORECASE,
            ),
            lambda m: f"Q{_number(m['n'] or m['m'])} {_full(m['y'])}",
        )
        half = self._any("half")
        yield (
            re.compile(
                rf"(?<!\w)(?:(?P<n>[12]|II?)(?:{ordinal}|\.)?\s?{half}|{half}\s?(?P<m>[12]))[\s/.-]*(?:{of}\s+)?(?P<y>{year})",
                re.IGNORECASE,
            ),
            lambda m: f"mid {calendar.month_name[6 * _number(m['n'] or m['m'])]} {m['y']}",
        )
        week = self._any("week")
        yield (
            re.compile(
                rf"(?<!\w)(?:{week}\.?\s?(?P<n>\d\d?)|(?P<m>\d\d?)\.?(?:{ordinal})?\s?{week})[\s/.,-]*(?:{of}\s+)?(?P<y>{year})(?!\d)",
                re.IGNORECASE,
            ),
            lambda m: _month_of_week(int(m["y"]), int(m["n"] or m["m"])) or m[0],
        )
        yield re.compile(rf"(?<!\w){self._any('weekdays')}\b\.?,?\s+(?=\d)", re.IGNORECASE), lambda _: ""
        yield re.compile(rf"^\s*(?:{self._any('by')}\s+)+(?=\w)", re.IGNORECASE), lambda _: "by "
        yield re.compile(rf"(?<![\d./-])(0?[1-9]|1[0-2])[.-]({year})(?![\d./-])"), lambda m: f"{m[1]}/{m[2]}"
        yield (
            re.compile(r"(?<![\d.,])(\d{2}|(?<=^)\d)\.\s?(0[1-9]|1[0-2]|[1-9](?=\.$))\.(?!\s?\d)"),
            lambda m: f"{m[1]} {calendar.month_name[int(m[2])]}",
        )

    def _amount_changes(self, decimal: str) -> Iterator[_Change]:
        yield re.compile(r"(?<!\d)\d{1,3}(?:['’]\d{3})+(?!\d)"), lambda m: re.sub(r"\D", "", m[0])
        if decimal == ",":
            yield (
                re.compile(rf"(?<![\d.,])(?P<whole>{_GROUPS}|\d+)(?:,(?P<part>\d+))?(?![\d]|[.,]\d)"),
                lambda m: re.sub(r"\D", "", m["whole"]) + (f".{m['part']}" if m["part"] else ""),
            )
            yield re.compile(r"(?<=\d)(?:,|\.)\s?[-–—]{1,2}(?!\d)"), lambda _: ""
        yield re.compile(rf"(?<!\w){self._any('about')}\s*(?=[\d€$£])", re.IGNORECASE), lambda _: ""
        yield re.compile(rf"(?<![^\W\d_]){self._any('euro')}(?!\w)", re.IGNORECASE), lambda _: "€"
        yield (
            re.compile(
                rf"(?:[x×]|\bin)\s?(?P<a>{_CURRENCY})\s?1\s?000(?!\d)|[x×]\s?1\s?000\s?(?P<b>{_CURRENCY})"
                rf"|(?P<c>{_CURRENCY})\s?(?:[x×]\s?1\s?000(?!\d)|/\s?000)"
            ),
            lambda m: f"({m['a'] or m['b'] or m['c']}000)",
        )
        yield re.compile(r"(?<!\w)reais\b", re.IGNORECASE), lambda _: "BRL"
        yield re.compile(r"(?<!\w)R\$\s?"), lambda _: "BRL "
        for kind, said, word in _FACTORS:
            named = self._any(kind)
            yield (
                re.compile(rf"({_CURRENCY})\s?{named}\b\.?", re.IGNORECASE),
                lambda m, said=said: f"{m[1]} {said}",  # type: ignore[misc]
            )
            yield (
                re.compile(
                    rf"(?<![^\W\d_]){named}\.?\s?(?:{self._of}\s*)?(?P<currency>{_CURRENCY})(?!\w)"
                    rf"(?P<number>\s?[\d.]+(?![\d.]))?",
                    re.IGNORECASE,
                ),
                lambda m, said=said: (  # type: ignore[misc]
                    f"{m['number'].strip()} {said}{m['currency']}"
                    if m["number"]
                    else f"{said}{m['currency']}"
                ),
            )
            yield (
                re.compile(
                    rf"(?P<before>\d\s?|[(\[]\s*)?(?<![^\W\d_]){named}(?![^\W_]|\s?{_CURRENCY})\.?",
                    re.IGNORECASE,
                ),
                lambda m, said=said, word=word: _unit(m, said, word),  # type: ignore[misc]
            )
        yield re.compile(rf"(?<=\d)\s?(?:{self._any('percent')}(?!\w)|%)", re.IGNORECASE), lambda _: "%"
        yield re.compile(rf"(?<=\d%) {self._any('complete')}(?!\w)", re.IGNORECASE), lambda _: " complete"

    def _date(self, text: str) -> tuple[str, tuple[tuple[int, int, int], ...]]:
        """A text with its dates told in English, and where: each change as old start, old end, new length."""
        return _changed(text, self._dated)

    def _amount(self, text: str) -> str:
        """A text with its amounts and shares told in English."""
        return _changed(text, self._counted)[0]


_CURRENT: ContextVar[Notation | None] = ContextVar("notation", default=None)


@contextmanager
def written_in(notation: Notation | None) -> Iterator[None]:
    """Dates and amounts are in a notation while the block runs; None: in English."""
    before = _CURRENT.set(notation)
    try:
        yield
    finally:
        _CURRENT.reset(before)


def date_in_english(text: str, year: int | Near | None = None) -> str:
    """A text's dates as English writes them; ``year`` completes a week that names none."""
    current = _CURRENT.get()
    if current is None:
        return text
    said = current.date(text)[0]
    if said == text and year is not None:
        known = year.year if isinstance(year, Near) else year
        completed = current.date(f"{text.strip()} {known}")[0]
        return completed if completed.startswith("mid ") else text
    return said


def dates_in_english(text: str) -> tuple[str, Callable[[int], int]]:
    """As ``date_in_english``, and what tells the old place of a new one."""
    current = _CURRENT.get()
    if current is None:
        return text, _same
    said, changes = current.date(text)
    return said, lambda place: _old_place(place, changes)


def amount_in_english(text: str) -> str:
    """A text's amounts and shares as English writes them."""
    current = _CURRENT.get()
    return text if current is None else current.amount(text)


def words_of(kind: str) -> tuple[str, ...]:
    """What the document's language says where English says 'by' (``deadline``), 'owner' or 'complete'."""
    current = _CURRENT.get()
    return () if current is None else current.words(kind)


@lru_cache(maxsize=_KEPT)
def any_word(words: tuple[str, ...]) -> str:
    """Any of some words as a pattern, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


def is_date_word(word: str) -> bool:
    """Whether a word only joins or names parts of dates in the document's language ('bis', 'Montag')."""
    current = _CURRENT.get()
    return current is not None and word.casefold() in current.date_words


def joins_dates(words: str) -> bool:
    """Whether what stands between two dates makes one span of them in the document's language: ' bis zum '."""
    return words_of("between") != () and all(map(is_date_word, re.findall(r"[^\W\d_]+", words)))


def _changed(text: str, changes: tuple[_Change, ...]) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """A text after each change in its turn; the places are those of the text that the next change found."""
    places: list[tuple[int, int, int]] = []
    for pattern, told in changes:
        moved = 0
        pieces: list[str] = []
        end = 0
        for match in pattern.finditer(text):
            new = told(match)
            pieces += [text[end : match.start()], new]
            places.append((match.start() + moved, match.end() - match.start(), len(new)))
            moved += len(new) - (match.end() - match.start())
            end = match.end()
        text = "".join([*pieces, text[end:]]) if pieces else text
    return text, tuple(places)


def _old_place(place: int, changes: tuple[tuple[int, int, int], ...]) -> int:
    """Where a place of the changed text stood before; one inside changed words stood at their nearer end."""
    for start, before, after in reversed(changes):
        if place >= start + after:
            place += before - after
        elif place > start:
            place = start
    return place


def _same(place: int) -> int:
    return place


def _unit(match: re.Match[str], said: str, word: str) -> str:
    """The sign of a factor after a number or alone in brackets, else its word: '(millones de pesos)'."""
    before = match["before"] or ""
    if before[:1] in ("(", "[") and match.string[match.end() :].lstrip()[:1] not in (")", "]"):
        return f"{before}in {word}"
    return f"{before}{said}" if before else word


def _number(text: str) -> int:
    return {"I": 1, "II": 2, "III": 3, "IV": 4}.get(text.upper()) or int(text)


def _full(year: str) -> str:
    return year if len(year) > 2 else f"20{year}"


def _month_of_week(year: int, week: int) -> str | None:
    """'KW 12 2025' as 'mid March 2025'; None where the year has no such week."""
    try:
        day = datetime.date.fromisocalendar(year, week, _THURSDAY)
    except ValueError:
        return None
    return f"mid {calendar.month_name[day.month]} {day.year}"
