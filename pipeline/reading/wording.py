"""Wordings as they are compared: without case, punctuation, numbering and whatever else changes no meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_KEYS_KEPT = 8192
"""Wordings whose compared form a process remembers."""
_NUMBERING = re.compile(
    r"^\s*(?:(?:section|part|appendix|annex|table|figure|box|schedule|(?:agenda\s+)?item)\s+[a-z0-9]{1,3}\s*[:.)–—-]\s*(?=\S)"
    r"|(?:section|part|appendix|annex)\s+[a-z]\s+(?=(?-i:[A-Z]))"
    r"|(?:(?:section|part|appendix)\s+)?(?:\(?\d{1,2}[a-z]?(?:\.\d{1,2}){0,3}[.):]?|\(?[a-z]\d{0,2}[.)]|\(?[ivx]{1,4}[.)])\s+(?=\S)|[a-z]\d?\t\s*(?=\S))",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[£€$]\s?(?:k|m|000s?)?(?:\b|$)")
_YEAR = re.compile(
    r"\b(?:FY\s?)?(?:20\d\d|\d\d)\s?[/-]\s?(?:20\d\d|\d\d)\b|\b(?:FY\s?)?20\d\d\b", re.IGNORECASE
)
"""A financial year in a column head: 'Budget FY09/10', 'Spend 2024-25'."""
_DATE = (
    r"(?:(?:the )?end (?:of )?)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?:[\s'’-]*\d{2,4})?|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}"
)
_COUNTED = r"(?:month|period|quarter|week|[mpqw])\s?\d{1,2}"
_TO_DATE = re.compile(rf"\b(?:up )?to (?:(?:the )?end (?:of )?)?(?:{_DATE}|{_COUNTED})\b", re.IGNORECASE)
_AT_DATE = re.compile(rf"(?:\s(?:as )?(?:at|to|for|in|on|by))?\s(?:{_DATE})$", re.IGNORECASE)
"""A date in a column head: 'Spent to 31 October', 'Forecast at end of June'."""
_PICTURES = re.compile("[\U0001f300-\U0001faff\u2600-\u260f\u2614-\u26ff]+")
"""Emoji, which say nothing of what kind a line is ('None right now 🎉')."""
_LEADING_SIGNS = re.compile(
    r"\s*(?:(?:[\U0001f000-\U0001faff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\u2139]|[\d#*]\ufe0f?\u20e3)"
    r"[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*\s*|\[[ xX\u2713\u2714]?\]\s+)+(?=[^\W_]|[\"'“‘«(£$€#@])"
)
"""Emoji, boxes and ticks before words: '✅ Roof planted', '[x] Roof planted', '☐ Roof'."""
_OPENING = re.compile(r"[(\[{]")
_BRACKETS = re.compile(r"\s*[(\[{][^()\[\]{}]*[)\]}]?")
_PROJECT = re.compile(r"^(?:project|programme|scheme|program)s?\s+(?=\S)")
_TIMES = re.compile(r"(?<=\w)(\s?)×(?=\s?\w)")
"""'L×C' is typed 'LxC' as often."""
_AMERICAN = re.compile(r"(?<=[a-z]{3})(?P<stem>i|y)z(?P<end>e[drs]?|ing|ations?)\b")
"""'authorized', 'prioritization', 'analyzed': American spelling, which no rule lists a second time."""
_SPELT = {
    "program": "programme",
    "programs": "programmes",
    "color": "colour",
    "colors": "colours",
    "center": "centre",
    "labor": "labour",
    "favorable": "favourable",
    "unfavorable": "unfavourable",
}
_KEY = re.compile(r"(?:[^\W_]|[%#£€$])+")

_NOTE_SIGNS = dict.fromkeys(map(ord, "¹²³⁰⁴⁵⁶⁷⁸⁹"))
"""What refers to a note at the foot: 'Owner¹', 'Forecast ²'."""


@lru_cache(maxsize=_KEYS_KEPT)
def plain(text: str) -> str:
    """A wording as it is compared: no numbering, case, punctuation or runs of space; '&' is 'and'."""
    return key_of(without_numbering(text))


@lru_cache(maxsize=_KEYS_KEPT)
def key_of(text: str) -> str:
    """As ``plain``, numbers at the front kept; American spelling as the rules spell it."""
    folded = (
        text.translate(_NOTE_SIGNS)
        .casefold()
        .replace("&", " and ")
        .replace("’", "'")
        .replace("'s", "s")
        .replace("per cent", "percent")
    )
    if "z" in folded:
        folded = _AMERICAN.sub(r"\g<stem>s\g<end>", folded)
    if "×" in folded:
        folded = _TIMES.sub(r"\1x", folded)
    words = _KEY.findall(folded if folded.isascii() else _without_accents(folded))
    return " ".join(_SPELT.get(word, word) for word in words)


def _without_accents(text: str) -> str:
    """'Sgôr' and 'Sgor' are one wording; so are an accented letter and the letter with its accent apart."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def without_numbering(text: str) -> str:
    """'3.1 Next steps' as 'Next steps'."""
    return _NUMBERING.sub("", text)


def without_colon(text: str) -> str:
    """'Sponsor:' as 'Sponsor'; dashes at the end go too."""
    return text.strip().rstrip(":–—-").strip()


def without_brackets(text: str) -> str:
    """'Owner (name)' as 'Owner'; a bracket that is not closed goes to the end."""
    if not _OPENING.search(text):
        return text.strip(" )]}")
    bare = _BRACKETS.sub("", text)
    while bare != (inner := _BRACKETS.sub("", bare)):
        bare = inner  # brackets within brackets
    return bare.strip(" )]}")


def without_pictures(text: str) -> str:
    """'None right now 🎉' as 'None right now'."""
    return _PICTURES.sub("", text).strip()


def without_leading_signs(text: str) -> str:
    """'🔜 Plant the roof' as 'Plant the roof'; a text of nothing but signs as it is."""
    found = _LEADING_SIGNS.match(text) if text and (not text[0].isalnum() or "\u20e3" in text[:3]) else None
    return text[found.end() :] if found else text


def without_unit(text: str) -> str:
    """'Budget £k' as 'Budget '."""
    return _UNIT.sub("", text)


def without_year(text: str) -> str:
    """'Budget FY09/10' as 'Budget ', a unit left out too."""
    return _YEAR.sub("", without_unit(text))


def to_date(text: str) -> str:
    """'Spent to 31 October' and 'Spent to M4' as 'Spent to date'."""
    return _TO_DATE.sub("to date", without_unit(text))


def without_date(text: str) -> str:
    """'Forecast at 31 October' as 'Forecast'."""
    return _AT_DATE.sub("", without_unit(text).strip())


def without_project(key: str) -> str:
    """'project sponsor' as 'sponsor', of a wording in its compared form."""
    return _PROJECT.sub("", key)


def any_of(patterns: list[str]) -> list[re.Pattern[str]]:
    """As few expressions as match what any of these does; those that refer to groups or set flags stay apart."""
    apart = [
        pattern for pattern in patterns if (made := re.compile(pattern)).groups or made.flags != re.UNICODE
    ]
    joined = "|".join(f"(?:{pattern})" for pattern in patterns if pattern not in apart)
    return [re.compile(pattern, re.IGNORECASE) for pattern in (joined, *apart) if pattern]


def phrases_within(words: str, longest: int) -> Iterator[str]:
    """The runs of letters' words in a text, in small letters: the longest first, of one length the last one first."""
    tokens = re.findall(r"[a-z]+", words.casefold())
    for length in range(longest, 0, -1):
        for start in range(len(tokens) - length, -1, -1):
            yield " ".join(tokens[start : start + length])
