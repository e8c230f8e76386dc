"""Words to amounts: '£12.5k' is 12500, '(25,000)' is -25000; the currency where one is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_KEPT = 4096
"""Texts of cells whose amount a process remembers: the columns of a table are asked what they hold by several steps."""
_CODES = "GBP|EUR|USD|AUD|NZD|CAD|HKD|SGD|CHF|SEK|NOK|DKK|ISK|PLN|CZK|INR|ZAR|JPY"
"""ISO 4217 codes that stand in tables of projects."""
_DOLLARS = {
    "a$": "AUD",
    "au$": "AUD",
    "nz$": "NZD",
    "c$": "CAD",
    "ca$": "CAD",
    "us$": "USD",
    "hk$": "HKD",
    "s$": "SGD",
}
_CURRENCIES = {
    "£": "GBP",
    "€": "EUR",
    "$": "USD",
    "¥": "JPY",
    **_DOLLARS,
    **{code.casefold(): code for code in _CODES.split("|")},
}
_SIGN = r"(?:(?<![A-Za-z])(?:AU?|NZ|CA?|US|HK|S))?\$|[£€¥]"
_OWN_DOLLARS = re.compile(r"(?<![A-Za-z])(?:AU?|NZ|CA?|US|HK|S)\$")
"""A dollar's sign with its country before it."""
_DRAWING = re.compile(r"(?<!in )(?<!\d )\bCAD(?=[ -](?!thousand|million|dollar|and\b|or\b|per\b)[a-z])")
"""Computer-aided design among other words: 'the CAD model is done'."""
_NAMES = {
    "australian dollars": "AUD",
    "new zealand dollars": "NZD",
    "canadian dollars": "CAD",
    "us dollars": "USD",
    "pounds sterling": "GBP",
    "euros": "EUR",
    "euro": "EUR",
    "swiss francs": "CHF",
}
_PERCENT = re.compile(r"(?<![\d.\-−–])(\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?:in|of)\s+(?P<name>{'|'.join(_NAMES)})\b", re.IGNORECASE)
"""'All amounts are thousands of Australian dollars.'"""
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
}
_AMOUNT = re.compile(
    rf"^(?P<outer>{_SIGN})?(?P<open>\()?\s*(?P<sign>[+\-−–])?\s*(?P<currency>{_SIGN}|{_CODES})?\s*(?P<sign2>[+\-−–])?\s*"
    r"(?P<number>\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*"
    rf"(?P<factor>k|mn|mil|m|bn|b|thousand|million|billion)?\s*(?P<currency2>[£€]|{_CODES})?\s*(?P<close>\))?(?P<sign3>-)?"
    r"\s*(?P<tail>CR|DR|under|over|underspend|overspend|fav(?:ourable)?|adv(?:erse)?)?\.?$",
    re.IGNORECASE,
)
_CONTINENTAL = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:[. ]\d{3})+,\d{1,2}|(?:\.\d{3}){2,})(?![\d.,])")
"""Only what no English amount looks like: '611.275,40', '1.284.600'."""
_UNIT = re.compile(
    rf"(?P<currency>{_SIGN})\s?\(?['’,]?(?P<factor>000s?|k|mn|m|thousands?|millions?|bn)?(?:(?<=[a-z])[1-9¹²³])?(?!\w)",
    re.IGNORECASE,
)
"""A currency and its factor; the mark of a footnote may follow ('£m¹')."""
_UNIT_WORD = re.compile(
    r"\(?\s*['’](?P<quoted>000s?)\b|\b(?:in|are)\s+(?P<word>thousands?|millions?)"
    r"|[(\[]\s*(?P<bracketed>000s?|k|mn|m|bn|thousands?|millions?)\s*[)\]]",
    re.IGNORECASE,
)
"""A unit without its currency: "'000", 'in thousands', '(000s)'."""
_UNIT_FIRST = re.compile(rf"(?<!\w)(?P<factor>k|m|mn|bn)\s?(?P<currency>[£€]|{_CODES})(?!\w)", re.IGNORECASE)
"""'k€' and 'kEUR', as tables of the European institutions have them."""
_LAST_UNIT = re.compile(
    rf"[(\[]\s*(?:in\s+)?(?:{_SIGN}|{_CODES})\s?\(?['’,]?(?:000s?|k|mn|m|thousands?|millions?|bn)?\s*[)\]]+\W*$",
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
    return _CONTINENTAL.search(text) is not None


def with_decimal_point(text: str) -> str:
    """'297.025' as '297025', '450,5' as '450.5': what such a table's other amounts mean."""
    return re.sub(r"(?<=\d)[.](?=\d{3}(?!\d))", "", text).replace(",", ".")


def _in_english(text: str) -> str:
    """'1.284.600,00 EUR' as '1284600.00 EUR'."""
    return _CONTINENTAL.sub(lambda match: with_decimal_point(match[0].replace(" ", "")), text)


@lru_cache(maxsize=_KEPT)
def parse_amount(text: str, factor: float = 1.0) -> Amount | None:
    """The amount that a whole cell is, None where it is none ('TBC').

    Args:
        text: the whole string.
        factor: what the column's head multiplies by (1000 under '£000'); an amount with a suffix of its own wins.
    """
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
    return Amount(round(-number if negative else number, 2), _CURRENCIES[mark.casefold()] if mark else None)


def parse_unit(text: str) -> tuple[float, str | None]:
    """The factor and currency that a heading or column head gives: "Budget (£000)" is ``(1000.0, 'GBP')``."""
    word = _UNIT_WORD.search(text)
    factor_alone = _FACTORS[(word["quoted"] or word["word"] or word["bracketed"]).casefold()] if word else 1.0
    first = _UNIT_FIRST.search(text)
    if first:
        return _FACTORS[first["factor"].casefold()], _CURRENCIES[first["currency"].casefold()]
    match = _UNIT.search(text)
    if match:
        factor = (match["factor"] or "").casefold()
        dollars = dollars_named(text) if match["currency"] == "$" else set()
        currency = dollars.pop() if len(dollars) == 1 else _CURRENCIES[match["currency"].casefold()]
        return _FACTORS.get(factor, factor_alone), currency
    code = re.search(rf"\b(?P<code>{_CODES})\b\s*(?P<factor>000s?|k|mn|m|million|bn)?(?!\w)", text)
    if code:
        return _FACTORS.get((code["factor"] or "").casefold(), factor_alone), code["code"]
    named = _NAMED.search(text)
    return factor_alone, _NAMES[named["name"].casefold()] if named else None


def currency_of_dollars(own: str | None, shared: str | None) -> str | None:
    """The currency of an amount's sign in a table of a stated one: '$' is the dollar that the table's unit names."""
    return shared if own == "USD" and shared in _DOLLARS.values() else own or shared


def dollars_named(text: str) -> set[str]:
    """The currencies of dollars that a text names by more than '$': by code, by a country's sign, by name."""
    said = {
        code
        for code in _DOLLARS.values()
        if re.search(rf"(?<![A-Za-z]){code}(?![A-Za-z])", _DRAWING.sub("", text))
    }
    said |= {_DOLLARS[sign.casefold()] for sign in _OWN_DOLLARS.findall(text)}
    return said | {code for name, code in _NAMES.items() if "dollars" in name and name in text.casefold()}


def ends_with_unit(text: str) -> bool:
    """Whether a heading ends with a unit of money in brackets: 'Fees (£k)'."""
    return _LAST_UNIT.search(text) is not None


def holds_percent(text: str) -> bool:
    """Whether a text may hold a percentage at all: most do not."""
    return "%" in text or "cent" in text.casefold()


def parse_percent(text: str) -> float | None:
    """The percentage 0..100 that a string holds, where it holds exactly one ('45%', '45 per cent', '45 % complete')."""
    found = {float(number) for number in _PERCENT.findall(text)} if holds_percent(text) else set()
    if len(found) != 1:
        return None
    value = found.pop()
    return value if value <= 100 else None
