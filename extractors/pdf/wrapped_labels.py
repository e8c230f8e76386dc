"""Bold labels that wrap beside their plain values: 'Senior responsible[tab]Ruth Allen' over 'officer' is one line."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.pdf.lines import Line, Segment

LABEL_AND_VALUE = 2
CLOSE = 1.5
"""Font sizes from baseline to baseline: lines farther apart do not go on."""

SAME_START = 2.0
"""Points: what goes on with a label or a value begins this close below it."""

LONGEST_REST = 3
"""Words of a label's second line: more are a heading under the form."""

WORD_SPACE, GUTTER = 0.28, 0.3
"""Of the font size: between two words, and between a full label and its value."""


def with_whole_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines, each label that goes on in the next line made whole; its value goes on there too perhaps."""
    if len(lines) < LABEL_AND_VALUE:
        return list(lines)
    whole: list[Line] = []
    last: Line | None = None  # the line printed above, as it was printed
    for line in lines:
        if last is not None and whole and _goes_on(whole[-1], last, line):
            label, value = whole[-1].segments
            rest, *more = line.segments
            words = (*value.words, *(word for segment in more for word in segment.words))
            whole[-1] = Line((Segment((*label.words, *rest.words)), Segment(words)))
        else:
            whole.append(line)
        last = line
    return whole


def _goes_on(entry: Line, last: Line, line: Line) -> bool:
    """Whether ``line``, under ``last``, goes on with the label of ``entry``, which had no room for its first word."""
    if len(entry.segments) != LABEL_AND_VALUE or len(line.segments) > LABEL_AND_VALUE:
        return False
    label, value = entry.segments
    rest, *more = line.segments
    first, above = rest.words[0], last.segments[0]
    alike = (first.look.size, first.look.color) == (label.words[0].look.size, label.words[0].look.color)
    if not (alike and label.bold and rest.bold) or value.words[0].look.bold or label.text.endswith(":"):
        return False
    if any(segment.bold or abs(segment.x0 - value.x0) > SAME_START for segment in more):
        return False
    near = line.base - last.base <= CLOSE * first.look.size and abs(rest.x0 - label.x0) <= SAME_START
    room = value.x0 - GUTTER * first.look.size - above.x1 - WORD_SPACE * first.look.size
    full = above.bold and first.x1 - first.x0 > room
    return near and full and len(rest.words) <= LONGEST_REST and (rest.text[0].islower() or not more)
