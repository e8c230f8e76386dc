"""Currencies as reports write them: by sign ('£'), by code ('KES'), by name ('in Philippine pesos')."""

from __future__ import annotations

import re

_CODES = (
    "GBP|EUR|USD|AUD|NZD|CAD|HKD|SGD|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|INR|ZAR|JPY|PHP|KES|NGN|GHS|UGX|TZS|MYR|THB"
    "|IDR|VND|PKR|LKR|BDT|AED|SAR|QAR|ILS|EGP|BRL|MXN|CNY|KRW"
)
"""ISO 4217 codes that stand in tables of projects."""

CODES = _CODES
"""The same, as alternatives of a pattern."""

OWN_DOLLARS = r"(?<![A-Za-z])(?:AU?|NZ|CA?|US|HK|S)\$"
"""A dollar's sign with its country before it, as a pattern."""

_RAND = r"(?<![A-Za-z])R(?=\s?(?:\d{1,3}(?:[ ,]\d{3})+|\d+(?:\.\d+)?\s?(?:k|mn?|bn|million|billion)\b|\d+\.\d\d\b))"
"""'R 14 200 000', 'R4.2m': the rand's sign only before what no reference ('R12') looks like."""

SIGN = rf"(?:(?<![A-Za-z])(?:AU?|NZ|CA?|US|HK|S|R))?\$|[£€¥₹₱₦]|(?<![A-Za-z])(?:Rs\.?|KShs?\.?)(?![A-Za-z])|{_RAND}"
"""A currency's sign, as a pattern."""

DOLLARS = {
    "a$": "AUD",
    "au$": "AUD",
    "nz$": "NZD",
    "c$": "CAD",
    "ca$": "CAD",
    "us$": "USD",
    "hk$": "HKD",
    "s$": "SGD",
}
_BY_MARK = {
    "£": "GBP",
    "€": "EUR",
    "$": "USD",
    "¥": "JPY",
    "₹": "INR",
    "rs": "INR",
    "₱": "PHP",
    "₦": "NGN",
    "r$": "BRL",
    "r": "ZAR",
    "ksh": "KES",
    "kshs": "KES",
    **DOLLARS,
    **{code.casefold(): code for code in _CODES.split("|")},
}

NAMES = {
    "australian dollars": "AUD",
    "new zealand dollars": "NZD",
    "canadian dollars": "CAD",
    "singapore dollars": "SGD",
    "us dollars": "USD",
    "pounds sterling": "GBP",
    "euros": "EUR",
    "euro": "EUR",
    "swiss francs": "CHF",
    "indian rupees": "INR",
    "philippine pesos": "PHP",
    "philippine peso": "PHP",
    "kenya shillings": "KES",
    "kenyan shillings": "KES",
    "south african rand": "ZAR",
    "naira": "NGN",
}

_MEANT = re.compile(
    rf"(?:\bin\s+|\bare\s+|\bcurrency\W{{1,3}}|[(\[]\s*|['’]000s?\s?|\d(?:,\d{{3}}|\.\d+|\s?(?:k|m|bn))\s?)(?P<before>{_CODES})\b"
    rf"|(?<![A-Za-z])(?P<after>{_CODES})\b\s?(?:\$|['’(]?\d|k\b|m\b|thousands?\b|millions?\b)"
)
"""A code that means money: beside a figure or a unit, in brackets, 'in CAD'. 'CAD' alone may be what draws or
dispatches.
"""
_NAMED = re.compile(rf"\b(?:in|of)\s+(?P<name>{'|'.join(NAMES)})\b", re.IGNORECASE)
"""'All amounts are thousands of Australian dollars.'"""


def currency_of(mark: str) -> str:
    """The ISO 4217 code of a sign or code as printed: '₹', 'Rs.', 'A$', 'kes'."""
    return _BY_MARK[mark.casefold().rstrip(".")]


def says_rupees_of_india(text: str) -> bool:
    """Whether a text says that its rupees are those of India: 'Rs' are written in five countries."""
    return "₹" in text or re.search(r"\bINR\b|\bIndian? ", text) is not None


def currency_named(text: str) -> str | None:
    """The currency that a text names in words: 'in Philippine pesos'."""
    named = _NAMED.search(text)
    return NAMES[named["name"].casefold()] if named else None


def dollars_named(text: str) -> set[str]:
    """The currencies of dollars that a text names by more than '$': by code, by a country's sign, by name."""
    codes = {found["before"] or found["after"] for found in _MEANT.finditer(text)}
    said = codes & {*DOLLARS.values()}
    said |= {DOLLARS[sign.casefold()] for sign in re.findall(OWN_DOLLARS, text)}
    return said | {code for name, code in NAMES.items() if "dollars" in name and name in text.casefold()}


def currency_of_dollars(own: str | None, shared: str | None) -> str | None:
    """The currency of an amount's sign in a table of a stated one: '$' is the dollar that the table's unit names."""
    return shared if own == "USD" and shared in DOLLARS.values() else own or shared
