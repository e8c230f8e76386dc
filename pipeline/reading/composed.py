"""Wordings that nobody lists whole: put together from known words, as a rule's ``needs`` and ``allows`` tell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Composed:
    """A wording put together from known words: one of each of ``needs``, and no word that is not ``allowed``."""

    needs: tuple[frozenset[str], ...]
    allowed: frozenset[str]

    @staticmethod
    def of(needs: tuple[str, ...], allows: tuple[str, ...]) -> Composed:
        """From a rule's words, alternatives parted by '|'."""
        wanted = tuple(frozenset(need.split("|")) for need in needs)
        return Composed(wanted, frozenset(allows).union(*wanted))

    def fits(self, words: list[str]) -> bool:
        """Whether these words, all of them, are such a wording."""
        return self.allowed.issuperset(words) and self.speaks_of(words)

    def speaks_of(self, words: list[str]) -> bool:
        """Whether the needed words are among these, whatever stands beside them."""
        return not any(need.isdisjoint(words) for need in self.needs)
