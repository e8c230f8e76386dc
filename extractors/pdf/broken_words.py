"""Words that a narrow cell broke where its line was full, without a hyphen: 'Likeliho' over 'od' is one word."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Box
from extractors.pdf.hyphens import Vocabulary
from extractors.pdf.lines import Line

WIDEST_PADDING = 7.5
"""Points between a cell's edge and its words: words that stand farther in say nothing of where its lines end."""

SLACK = 0.5
"""Points by which a letter may be wider than the room that was left for it."""

OVERHANG = 2.0
"""Points by which a full line may reach into the padding."""

LEAST_BROKEN = 3
"""Letters of the first part of a broken word."""

_SHORT = "a an as at be by do go if in is it me my no of on or so to up us vs we"
_UNITS = "bn ft hr kg km m mn pa pm pw wk yr"
SHORT_WORDS = frozenset([*_SHORT.split(), *_UNITS.split()])
"""Words and units of one or two letters, which are no ends of other words."""

ENDS = re.compile(
    r"[a-z]{0,2}(?:ions?|ings?|ments?|ity|ities|ness|ance|ence|ances|ences|able|ible|ally|ies|ical|ative|ers|ors|oned|ated)"
)
"""What stands at the end of long English words and is seldom a word of its own."""


def with_whole_words(lines: Sequence[Line], frame: Box, vocabulary: Vocabulary) -> list[Line]:
    """The lines of a cell, the first word of each marked as glued where it goes on with the line above."""
    if len(lines) < 2:
        return list(lines)
    padding = min(line.x0 for line in lines) - frame[0]
    if padding > WIDEST_PADDING:
        return list(lines)
    whole = [lines[0]]
    for above, below in itertools.pairwise(lines):
        room = frame[2] - frame[0] - 2 * padding - (above.x1 - above.x0)
        broken = _is_full(above, below, room) and _is_one_word(above, below, vocabulary)
        whole.append(_glued(below) if broken else below)
    return whole


def _is_full(above: Line, below: Line, room: float) -> bool:
    """Whether a line of a single word left no room for the first letter of the next one."""
    first = below.words[0]
    letter = (first.x1 - first.x0) / len(first.text)
    return len(above.words) == 1 and -OVERHANG <= room <= letter + SLACK


def _is_one_word(above: Line, below: Line, vocabulary: Vocabulary) -> bool:
    left, rest = above.words[0], below.words[0]
    end = rest.text.rstrip(".,;:)?!")
    if left.look != rest.look or not left.text[-LEAST_BROKEN:].isalpha() or len(left.text) < LEAST_BROKEN:
        return False
    if not (end.isalpha() and end.islower()):
        return False
    if vocabulary.knows(left.text + end):
        return True
    if len(end) <= 2:
        return end not in SHORT_WORDS
    return ENDS.fullmatch(end) is not None


def _glued(line: Line) -> Line:
    first, *others = line.segments
    words = (replace(first.words[0], glued=True), *first.words[1:])
    return replace(line, segments=(replace(first, words=words), *others))
