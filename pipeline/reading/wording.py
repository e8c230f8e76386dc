"""Wordings as they are compared: what two people write for the same heading, label or head comes out the same."""

from __future__ import annotations

import re
import unicodedata

_NUMBERING = re.compile(
    r"^\s*(?:(?:section|part|appendix)\s+)?(?:\(?\d{1,2}[a-z]?(?:\.\d{1,2}){0,3}[.):]?|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+(?=\S)",
    re.IGNORECASE,
)
_KEY = re.compile(r"(?:[^\W_]|[%#£€$])+")


def plain(text: str) -> str:
    """A wording as it is compared: no numbering, case, punctuation or runs of space; '&' is 'and'."""
    return key_of(without_numbering(text))


def key_of(text: str) -> str:
    """As ``plain``, numbers at the front kept."""
    folded = (
        text.casefold()
        .replace("&", " and ")
        .replace("’", "'")
        .replace("'s", "s")
        .replace("per cent", "percent")
    )
    return " ".join(_KEY.findall(folded if folded.isascii() else _without_accents(folded)))


def without_numbering(text: str) -> str:
    """A heading without the number, letter or 'Section 2' before it."""
    return _NUMBERING.sub("", text)


def _without_accents(text: str) -> str:
    """'Sgôr' and 'Sgor' are one wording; so are an accented letter and the letter with its accent apart."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
