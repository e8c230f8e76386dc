"""Ratings on cards, told from top to bottom: an area, its word on a painted badge, why, and what it was before.

An area may have the words of a heading, or be one that no rule knows: the cards around it tell what it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Figure, ListItem, Text
from pipeline.reading.elements import Element, Line, Pair, Rated
from pipeline.reading.headings import Look, Looks
from pipeline.reading.marks import names_earlier
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_SERIES, _WORDED = 2, 3
"""Cards that make it this report's way; where words alone show their ratings, some more."""
_LABEL_WORDS, _BADGE_WORDS = 8, 4
_COVERAGE = 0.7
"""Share of known words from which a painted line is the title of a part."""
_MOST_BELOW = 3
"""Lines of a card under its badge."""


def read_stacked_ratings(elements: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The elements, those of ratings on cards as ratings where there are several such cards."""
    looks = Looks(elements)
    starts = _starts(elements, looks, vocabulary)
    known = [index for index in starts if vocabulary.dimension(_words(elements[index]), loose=True)]
    if len(known) * 2 < len(starts):
        return elements
    found: list[Element] = []
    index = 0
    while index < len(elements):
        if index in starts:
            rated, used = _card(elements, index, starts, vocabulary)
            closed = rated if rated.comment else _with_last(rated, elements, index + used, found, looks)
            used += closed is not rated
            found.append(closed)
            index += used
        else:
            found.append(elements[index])
            index += 1
    return found


def _starts(elements: Sequence[Element], looks: Looks, vocabulary: Vocabulary) -> list[int]:
    """Where cards begin: over badges, or over the words of ratings where their areas all look alike."""
    last = len(elements) - 1
    painted = [index for index in range(last) if _begins(elements, index, vocabulary)]
    worded = [index for index in range(last) if _begins_in_words(elements, index, vocabulary)]
    of_label: Counter[Look] = Counter(
        looks.of(label) for index in painted or worded if isinstance(label := elements[index], Line)
    )
    usual = of_label.most_common(1)[0][0] if of_label else None
    alike = [
        index for index in worded if isinstance(label := elements[index], Line) and looks.of(label) == usual
    ]
    starts = sorted({*painted, *alike})
    return starts if len(painted) >= _SERIES or len(starts) >= _WORDED else []


def _begins(elements: Sequence[Element], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a short line stands over a badge: a word or two on the colour of a rating."""
    label, badge = elements[index], elements[index + 1]
    if not _are_short(label, badge, vocabulary):
        return False
    words = vocabulary.rating_words
    if any(words.light_of(figure.color) for figure in _figures(label)) or _is_heading(badge, vocabulary):
        return False  # rated already, by a light of its own; the painted title of the next part
    shown = words.of_colour(_paint(badge))
    named = shown is not None and words.of_word(_words(badge)) == shown  # blue and grey may be a band's
    return bool(named or words.light_of(_paint(badge))) and _paint(label) != _paint(badge)


def _begins_in_words(elements: Sequence[Element], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a short line stands over the words of a rating, on a drawn badge or on none, and set otherwise."""
    label, badge = elements[index], elements[index + 1]
    if not _are_short(label, badge, vocabulary) or not vocabulary.rating_words.of_word(_words(badge)):
        return False
    tabled = any(isinstance(line, Line) and (line.in_table or "\t" in line.text) for line in (label, badge))
    return not tabled and len(_words(badge)) > 1 and _face(label) != _face(badge)


def _are_short(label: Element, badge: Element, vocabulary: Vocabulary) -> bool:
    plain = _is_plain(label) and _is_plain(badge)
    if not plain or vocabulary.rating_words.of_word(_words(label)):
        return False
    return 0 < len(_words(badge).split()) <= _BADGE_WORDS and 0 < len(_words(label).split()) <= _LABEL_WORDS


def _with_last(
    rated: Rated, elements: Sequence[Element], at: int, above: list[Element], looks: Looks
) -> Rated:
    """The last card with its comment: what stands between it and a heading is one, as on the cards above."""
    why, below = ([*elements[at : at + 2], None, None])[:2]
    cards = [card for card in above if isinstance(card, Rated)]
    told = sum(card.comment is not None for card in cards)
    if not isinstance(why, Line) or not told or told * 2 < len(cards) or looks.of(why).strength > 1:
        return rated
    heads = isinstance(below, Line) and looks.strength(below) > 1 and not below.in_table
    if not _is_plain(why) or not (below is None or heads):
        return rated
    return replace(rated, comment=_words(why), blocks=(*rated.blocks, why.block))


def _card(
    elements: Sequence[Element], start: int, starts: Sequence[int], vocabulary: Vocabulary
) -> tuple[Rated, int]:
    """The rating of the card that begins at ``start``, and how many elements it takes."""
    label, badge = elements[start], elements[start + 1]
    assert isinstance(label, Line) and isinstance(badge, Line)
    previous: Mark | None = None
    why: Line | None = None
    below: list[Element] = []
    for element in elements[start + 2 : start + 2 + _MOST_BELOW]:
        then = _before(element, vocabulary)
        if then is not None and previous is None:
            previous = Mark(then)
        elif why is None and _is_why(element, elements, start + 2 + len(below), starts):
            why = element if isinstance(element, Line) else None
        else:
            break
        below.append(element)
    if below and below[-1] is why and start + 2 + len(below) not in starts:
        below.pop()  # the text under the last badge may be the next section's
        why = None
    blocks: list[Text] = [label.block, badge.block]
    for element in below:
        blocks += [element.block] if isinstance(element, Line) else ()
        blocks += element.blocks if isinstance(element, Pair) else ()
    mark = Mark(badge.text, badge.block.runs, _paint(badge), badge.block.figures)
    told = _words(why) if why is not None else None
    rated = Rated(label.text.strip(" :"), mark, previous, told, tuple(blocks), label.block.place)
    return rated, 2 + len(below)


def _before(element: Element, vocabulary: Vocabulary) -> str | None:
    """The earlier rating that 'Last month: On plan' tells."""
    if isinstance(element, Pair):
        label, then = element.label, element.value
    elif isinstance(element, Line):
        label, _, then = element.text.partition(":")
    else:
        return None
    return (
        then.strip() if names_earlier(label, vocabulary) and 0 < len(then.split()) <= _BADGE_WORDS else None
    )


def _is_why(element: Element, elements: Sequence[Element], index: int, starts: Sequence[int]) -> bool:
    """Whether an element is a card's commentary: plain text, and not the next card's area."""
    return isinstance(element, Line) and _is_plain(element) and not element.block.bold and index not in starts


def _is_plain(element: Element) -> bool:
    return isinstance(element, Line) and element.label == "none" and not isinstance(element.block, ListItem)


def _face(element: Element) -> tuple[object, ...]:
    """How a line is set."""
    if not isinstance(element, Line):
        return ()
    return (element.block.size, element.block.bold, element.block.color, type(element.block))


def _is_heading(element: Element, vocabulary: Vocabulary) -> bool:
    match = (
        vocabulary.heading(_words(element))
        if vocabulary.rating_words.of_word(_words(element)) is None
        else None
    )
    return match is not None and match.coverage >= _COVERAGE


def _figures(element: Element) -> tuple[Figure, ...]:
    return element.block.figures if isinstance(element, Line) else ()


def _words(element: Element) -> str:
    return element.text.strip() if isinstance(element, Line) else ""


def _paint(element: Element) -> str | None:
    """The one colour behind a line's words."""
    if not isinstance(element, Line):
        return None
    runs = {run.fill for run in element.block.runs if run.text.strip()}
    return element.fill or element.block.fill or (next(iter(runs)) if len(runs) == 1 else None)
