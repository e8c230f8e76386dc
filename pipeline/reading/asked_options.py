"""A question over printed colours with a box each ('How is it going?' over '☐ Green ☑ Amber ☐ Red'): a rating."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import ListItem
from pipeline.reading.elements import Element, Line, Rated
from pipeline.reading.headings import Looks
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.boxes import ticked_options
from pipeline.values.rating import Mark

_LABEL_WORDS = 14
_COLOURS = 2
"""Colours of a line, each with its box, that make it one to tick."""
_STANDS_OUT = 2
"""Strength of a look from which a line is no running text."""


def read_asked_options(elements: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The elements, each question over colours to tick and the prose below as a rating; the one ticked is chosen.

    Where not just one is ticked the rating has none, and says so.
    """
    looks: Looks | None = None
    found: list[Element] = []
    index = 0
    while index < len(elements):
        label, answer = (*elements[index : index + 2], None)[:2]
        chosen = _chosen(answer, vocabulary) if isinstance(label, Line) else None
        if chosen is None or not isinstance(label, Line) or not isinstance(answer, Line):
            found.append(elements[index])
            index += 1
            continue
        looks = looks or Looks(elements)
        if not _asks(label, looks):
            found.append(label)
            index += 1
            continue
        prose = _prose(elements, index + 2, looks, vocabulary)
        found.append(_rated(label, answer, chosen, prose))
        index += 2 + len(prose)
    return found


def _chosen(answer: Element | None, vocabulary: Vocabulary) -> str | None:
    """The colour whose box is ticked, all of them where not just one is; None where a line is none of boxes."""
    if not isinstance(answer, Line) or answer.in_table or answer.label != "none":
        return None
    words = vocabulary.rating_words
    drawn = [box for box in answer.block.figures if box.kind == "checkbox" and words.options(box.text)]
    if len(drawn) >= _COLOURS:
        ticked, colours = [box.text for box in drawn if box.checked], [box.text for box in drawn]
    else:
        plain = " ".join(answer.text.split())
        read = ticked_options(plain, words.starts_with_rating)
        if read is None:
            return None
        colours = [str(value) for value in words.options(plain)]
        if len(colours) < _COLOURS:
            return None
        ticked = read
    return ticked[0].partition("(")[0].strip() if len(ticked) == 1 else " / ".join(colours)


def _asks(label: Line, looks: Looks) -> bool:
    """Whether a line is a question, or stands out, and is no item of a list."""
    words = label.text.split()
    plain = label.label == "none" and not label.in_table and not isinstance(label.block, ListItem)
    stands_out = label.text.rstrip().endswith("?") or looks.strength(label) >= _STANDS_OUT
    return plain and stands_out and 0 < len(words) <= _LABEL_WORDS


def _prose(elements: Sequence[Element], start: int, looks: Looks, vocabulary: Vocabulary) -> list[Line]:
    """The running text below an answer, up to the next heading; [] where a list or a table follows it."""
    lines: list[Line] = []
    for index in range(start, len(elements)):
        line = elements[index]
        if not isinstance(line, Line):
            return [] if lines else lines
        over_answer = index + 1 < len(elements) and _chosen(elements[index + 1], vocabulary) is not None
        if looks.strength(line) >= _STANDS_OUT or (over_answer and line.text.rstrip().endswith("?")):
            return lines
        if line.in_table or isinstance(line.block, ListItem):
            return []
        lines.append(line)
    return lines


def _rated(label: Line, answer: Line, chosen: str, prose: list[Line]) -> Rated:
    comment = " ".join(line.text for line in prose) or None
    blocks = (label.block, answer.block, *(line.block for line in prose))
    return Rated(label.text.strip(" :"), Mark(chosen), None, comment, blocks, label.block.place)
