"""Whether a hyphen at a line's end belongs to the word, told by the document's own words and English compounds."""

from __future__ import annotations

from extractors.pdf.reckoned import Reckoned, reckoning

_STARTS = """
all anti back bi by case check chief co cost counter cross cut day decision double down drop e end ex fast first five
follow forward four front full go half hand hard head high higher hot ill in inter key kick large lead left less
lessons level life line long longer look low lower make medium mid middle mini mock month more multi near new non off
on once one open opt out over part peer place post pre pro quarter quick re ready real right risk roll run second self
semi service set short shorter side sign single site six small soft stake start step sub take ten third three time to
top trade two under up user value vice walk well whole wide work year zero
"""
COMPOUND_STARTS = frozenset(_STARTS.split())
"""First halves of English compounds that keep their hyphen when a line ends after it."""

_ENDS = """
to up on off in out by based wide term going led time date day week month year long scale side site line level end of
the and or depth house making driven ready related specific free friendly party hand class offs ups ins outs over
through down around
"""
COMPOUND_ENDS = frozenset(_ENDS.split())
"""Second halves of which the same holds."""


@reckoning
class Vocabulary:
    """What the document prints within its lines between two spaces."""

    printed: frozenset[str]

    @Reckoned
    def words(self) -> frozenset[str]:
        """The bare words, lower-cased: most documents cut none, and nobody asks."""
        return frozenset([text.strip(".,;:()\"'“”‘’!?").lower() for text in self.printed])

    def joint(self, left: str, right: str) -> str:
        """What stands between two halves of a word: nothing where only the line's end made the hyphen."""
        first = left.rsplit("-", 1)[-1].strip("(\"'“‘").lower()
        second = right.split("-", 1)[0].strip(".,;:)\"'”’!?").lower()
        if f"{first}{second}" in self.words:
            return ""
        if f"{first}-{second}" in self.words or "-" in left:
            return "-"
        known = first in self.words and second in self.words
        return "-" if known or first in COMPOUND_STARTS or second in COMPOUND_ENDS else ""

    def knows(self, word: str) -> bool:
        """Whether the document prints ``word`` somewhere."""
        return word.lower() in self.words
