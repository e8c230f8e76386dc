"""Words to amounts: '£12.5k' is 12500, '(25,000)' is -25000; the currency where one is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.values.currencies import CODES, SIGN, currency_named, currency_of, dollars_named
from pipeline.values.notation import amount_in_english

_KEPT = 4096
"""Texts of cells whose amount a process remembers: the columns of a table are asked what they hold by several steps."""
_PERCENT = re.compile(r"(?<![\d.\-−–])(\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
_FACTORS = {
    "k": 1e3,
    "000": 1e3,
    "000s": 1e3,
    "thousand": 1e3,
    "thousands": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "mil": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "billion": 1e9,
    "lakh": 1e5,
    "lakhs": 1e5,
    "lac": 1e5,
    "lacs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
_AMOUNT = re.compile(
    rf"^(?P<outer>{SIGN})?(?P<open>\()?\s*(?P<sign>[+\-−–])?\s*(?P<currency>{SIGN}|{CODES})?\s*(?P<sign2>[+\-−–])?\s*"
    r"(?P<number>\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*"
    rf"(?P<factor>k|mn|mil|m|bn|b|thousand|million|billion|lakhs?|lacs?|crores?)?\s*(?P<currency2>[£€]|{CODES})?\s*"
    r"(?P<close>\))?(?P<sign3>-)?"
    r"\s*(?P<tail>CR|DR|under|over|underspend|overspend|fav(?:ourable)?|adv(?:erse)?)?\.?$",
    re.IGNORECASE,
)
"""Thousands in groups of three, or as in India: '40,50,000'."""
_CONTINENTAL = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:[. ]\d{3})+,\d{1,2}|(?:\.\d{3}){2,})(?![\d.,])")
"""Only what no English amount looks like: '611.275,40', '1.284.600'."""
_UNIT = re.compile(
    rf"(?P<currency>{SIGN})\s?\(?['’,]?(?:in\s+)?(?P<factor>000s?|k|mn|m|thousands?|millions?|bn|lakhs?|lacs?|crores?)?(?:(?<=[a-z])[1-9¹²³])?(?!\w)",
    re.IGNORECASE,
)
"""A currency and its factor; the mark of a footnote may follow ('£m¹')."""
_UNIT_WORD = re.compile(
    r"\(?\s*['’](?P<quoted>000s?)\b|\b(?:in|are)\s+(?P<word>thousands?|millions?|lakhs?|lacs?|crores?)"
    r"|[(\[]\s*(?P<bracketed>000s?|k|mn|m|bn|thousands?|millions?|lakhs?|crores?)\s*[)\]]",
    re.IGNORECASE,
)
"""A unit without its currency: "'000", 'in thousands', '(000s)'."""
_UNIT_FIRST = re.compile(rf"(?<!\w)(?P<factor>k|m|mn|bn)\s?(?P<currency>[£€]|{CODES})(?!\w)", re.IGNORECASE)
"""'k€' and 'kEUR', as tables of the European institutions have them."""
_CODE_UNIT = re.compile(
    rf"\b(?P<code>{CODES})\b\s*(?:in\s+)?['’(]?(?P<factor>000s?|k|mn|m|thousands?|millions?|bn|lakhs?|crores?)?(?!\w)"
)
"""'KES million', 'USD 000', 'INR (in lakhs)'."""
_RAND = re.compile(r"(?<![A-Za-z])R\s?(?P<factor>['’]000s?|m|mn|bn|millions?|thousands?)(?!\w)")
"""'R'000', 'Rm', 'R million': the letter alone is a rating's."""
_LAST_UNIT = re.compile(
    rf"[(\[]\s*(?:in\s+)?(?:{SIGN}|{CODES})\s?\(?['’,]?(?:in\s+)?(?:000s?|k|mn|m|thousands?|millions?|bn|lakhs?|crores?)?\s*[)\]]+\W*$",
    re.IGNORECASE,
)
_NONE = {"", "-", "–", "—", "n/a", "na", "nil", "none", "tbc", "tba", "tbd"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in units of the currency; ``currency`` is ISO 4217 or None."""

    value: float
    currency: str | None


def has_decimal_comma(text: str) -> bool:
    """Whether an amount can only be one with points between thousands and a comma before the cents."""
    return _CONTINENTAL.search(amount_in_english(text)) is not None


def with_decimal_point(text: str) -> str:
    """'297.025' as '297025', '450,5' as '450.5': what such a table's other amounts mean."""
    return re.sub(r"(?<=\d)[.](?=\d{3}(?!\d))", "", text).replace(",", ".")


def _in_english(text: str) -> str:
    """'1.284.600,00 EUR' as '1284600.00 EUR'."""
    return _CONTINENTAL.sub(lambda match: with_decimal_point(match[0].replace(" ", "")), text)


def parse_amount(text: str, factor: float = 1.0) -> Amount | None:
    """The amount that a whole cell is, None where it is none ('TBC').

    Args:
        text: the whole string.
        factor: what the column's head multiplies by (1000 under '£000'); an amount with a suffix of its own wins.
    """
    return _parsed(amount_in_english(text), factor)


@lru_cache(maxsize=_KEPT)
def _parsed(text: str, factor: float) -> Amount | None:
    whole = " ".join(text.split())
    if whole.casefold() in _NONE:
        return Amount(0.0, None) if whole.casefold() == "nil" else None
    match = _AMOUNT.match(_in_english(whole))
    if match is None:
        return None
    number = float(re.sub(r"[, ]", "", match["number"]))
    own = match["factor"]
    number *= _FACTORS[own.casefold()] if own else factor
    negative = bool(match["open"] and match["close"]) or any(
        sign and sign != "+" for sign in (match["sign"], match["sign2"], match["sign3"])
    )
    mark = match["outer"] or match["currency"] or match["currency2"]
    return Amount(round(-number if negative else number, 2), currency_of(mark) if mark else None)


def parse_unit(text: str) -> tuple[float, str | None]:
    """The factor and currency that a heading or column head gives: "Budget (£000)" is ``(1000.0, 'GBP')``."""
    text = amount_in_english(text)
    word = _UNIT_WORD.search(text)
    factor_alone = _FACTORS[(word["quoted"] or word["word"] or word["bracketed"]).casefold()] if word else 1.0
    first = _UNIT_FIRST.search(text)
    if first:
        return _FACTORS[first["factor"].casefold()], currency_of(first["currency"])
    match = _UNIT.search(text)
    if match:
        factor = (match["factor"] or "").casefold()
        dollars = dollars_named(text) if match["currency"] == "$" else set()
        currency = dollars.pop() if len(dollars) == 1 else currency_of(match["currency"])
        return _FACTORS.get(factor, factor_alone), currency
    code = _CODE_UNIT.search(text)
    if code:
        return _FACTORS.get((code["factor"] or "").casefold(), factor_alone), code["code"]
    rand = _RAND.search(text)
    if rand:
        return _FACTORS[rand["factor"].strip("'’").casefold()], "ZAR"
    return factor_alone, currency_named(text)


def ends_with_unit(text: str) -> bool:
    """Whether a heading ends with a unit of money in brackets: 'Fees (£k)'."""
    return _LAST_UNIT.search(amount_in_english(text)) is not None


def holds_percent(text: str) -> bool:
    """Whether a text may hold a percentage at all: most do not."""
    return "%" in text or "cent" in amount_in_english(text).casefold()


def parse_percent(text: str) -> float | None:
    """The percentage 0..100 that a string holds, where it holds exactly one ('45%', '45 per cent', '45 % complete')."""
    text = amount_in_english(text)
    found = {float(number) for number in _PERCENT.findall(text)} if holds_percent(text) else set()
    if len(found) != 1:
        return None
    value = found.pop()
    return value if value <= 100 else None
