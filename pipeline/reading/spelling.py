"""Misspelt wordings: the known wording that one means ('Acheivements this month')."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

_SCORE = 92.0
"""Similarity (0..100) from which a wording counts as a misspelling of a known one; below, 'risk'/'risks owner' meet."""
_SHORTEST = 8
"""Letters from which a wording may be misspelt."""


class Spellings:
    """The known wordings of one kind. Most lines are far longer than any of them and are not compared at all."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._longest = max(map(len, self._known), default=0)
        self._near: dict[int, tuple[str, ...]] = {}

    def nearest(self, wording: str) -> str | None:
        """The known wording that one means by its letters; None where it is none's misspelling."""
        if not _SHORTEST <= len(wording) <= self._longest * (200 / _SCORE - 1):
            return None
        best = process.extractOne(
            wording, self._of_length(len(wording)), scorer=fuzz.ratio, score_cutoff=_SCORE
        )
        if best is None or (best[0].split()[:1] != wording.split()[:1] and len(wording.split()) == 1):
            return None
        digits = sorted(re.findall(r"\d", best[0])), sorted(re.findall(r"\d", wording))
        return best[0] if digits[0] == digits[1] else None

    def _of_length(self, length: int) -> tuple[str, ...]:
        """The wordings that can be as similar as that: what one has more than the other counts against it."""
        if length not in self._near:
            self._near[length] = tuple(
                known
                for known in self._known
                if 200 * min(length, len(known)) >= (length + len(known)) * _SCORE
            )
        return self._near[length]
