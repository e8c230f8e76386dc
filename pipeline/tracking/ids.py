"""Row IDs that stay: from run to run, when other documents are added, and when a rule reads a neighbour anew.

An ID is made from the document's bytes, the report's place in it and the row's own words, never from a counter
over the whole store. Equal words in one report are told apart by their order.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter

ID_LETTERS = 10
"""Base 32 letters of an ID: 50 bits, so that among 200,000 rows a clash has a chance of 1 in 50,000."""


def row_id(prefix: str, *parts: str) -> str:
    """``RSK-7K3Q9X2M4B``: the prefix, then a digest of the parts. Any text is allowed, lone surrogates too."""
    joined = "\x1f".join(f"{len(part)}:{part}" for part in parts)
    digest = hashlib.sha256(joined.encode("utf-8", "surrogatepass")).digest()
    return f"{prefix}-{base64.b32encode(digest[:ID_LETTERS]).decode('ascii')[:ID_LETTERS]}"


def is_row_id(text: str) -> bool:
    """True for what ``row_id`` may have given: any other text in its place was written by a person."""
    return _ROW_ID.fullmatch(text) is not None


_ROW_ID = re.compile(rf"[A-Z]+-[A-Z2-7]{{{ID_LETTERS}}}")


class IdMint:
    """Gives the rows of one document their IDs; equal rows are numbered in document order."""

    def __init__(self, sha256: str) -> None:
        self._sha256 = sha256
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def row(self, prefix: str, report: int | None, content: str) -> str:
        """The ID of a row of report ``report`` (0-based; None outside every report) with this content."""
        place = "document" if report is None else str(report)
        words = " ".join(content.split())
        key = (prefix, place, words)
        self._seen[key] += 1
        return row_id(prefix, self._sha256, place, words, str(self._seen[key]))
