"""Two lights in a line or a cell: which is now and which was before, by what is said between and after them."""

from __future__ import annotations

import re

_TO = re.compile(r"\s*(?:[→➔➜➝➞➡⟶⇨⇒»>]\ufe0f?|->|=>)")
_WAS = re.compile(
    r"[(\[,;–—-]?\s*\b(?:was|previously|previous|prev\.?|formerly"
    r"|(?:last|previous) (?:month|period|week|report|quarter|sprint|time))\b\s*:?\s*(?:[)\]]|$|(?=[,;.–—]|\s-\s))",
    re.IGNORECASE,
)
"""'● (was ●)' as the line's words tell it: nothing stands after the word but the second light."""


def then_and_now(words: str) -> tuple[bool, str] | None:
    """Whether the first of two lights is the earlier one, and what is said besides; None where nothing tells it.

    ``words``: those of the cell, or of the line after its label, the lights taken out: '→ the pump has come', '(was ) -
    the pump has come'.
    """
    moved = _TO.match(words)
    if moved is not None:
        return True, words[moved.end() :].strip(" \t:–-")
    was = _WAS.search(words)
    if was is None:
        return None
    said = (words[: was.start()].strip(" \t:–—-"), words[was.end() :].strip(" \t:–—-"))
    return False, " ".join(filter(None, said))
