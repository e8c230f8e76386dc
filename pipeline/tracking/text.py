"""Text from documents as a cell and a database column can hold it: nothing is run, nothing is lost unseen."""

from __future__ import annotations

import re

CELL_CHARACTERS = 32_767
"""What an Excel cell holds, in UTF-16 code units (Microsoft, 'Excel specifications and limits')."""

CUT_SIGN = " […]"
"""Ends a text that was longer than a cell."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_EXCEL_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EXCEL_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_CONTROL_PICTURES = 0x2400


def clean_text(text: str) -> str:
    r"""The text without what XML cannot hold: control characters show as their pictures (U+2407 for a bell),
    lone surrogates and non-characters as U+FFFD. Line ends become ``\n``, as every XML reader makes them.
    """
    return _ILLEGAL.sub(_picture, text.replace("\r\n", "\n").replace("\r", "\n"))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x7F:
        return "\u2421"
    return chr(_CONTROL_PICTURES + code) if code < 0x20 else "\ufffd"


def escape_cell(text: str) -> str:
    """Excel reads ``_x0041_`` inside a cell as 'A'; its underscore must be written as ``_x005F_``
    (ECMA-376, 22.9.2.19 ST_Xstring).
    """
    return _EXCEL_ESCAPE.sub("_x005F_", text) if "_x" in text else text


def unescape_cell(text: str) -> str:
    """What Excel shows for a cell's stored text."""
    if "_x" not in text:
        return text
    return _EXCEL_ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text)


def cell_text(text: str) -> str:
    """The text as it is stored in a cell: clean, escaped, and cut with a sign where it is too long."""
    stored = escape_cell(clean_text(text))
    if len(stored) * 2 <= CELL_CHARACTERS or cell_length(stored) <= CELL_CHARACTERS:
        return stored
    units = stored.encode("utf-16-le")[: 2 * (CELL_CHARACTERS - len(CUT_SIGN))]
    kept = units.decode("utf-16-le", "ignore")
    return re.sub("_(x([0-9A-Fa-f]{0,4}))?$", "", kept) + CUT_SIGN


def cell_length(text: str) -> int:
    """The length of a text as Excel counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_too_long(text: str) -> bool:
    """True where ``cell_text`` will cut."""
    return len(text) * 2 > CELL_CHARACTERS and cell_length(escape_cell(clean_text(text))) > CELL_CHARACTERS
