"""Ratings in lines of their own, each with its explanation in the paragraph below: 'Schedule: RED' over a sentence."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Heading, ListItem
from pipeline.reading.elements import Element, Labels, Line, Pair, Rated, Section
from pipeline.reading.marks import names_earlier
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import plain

_REASON_WORDS = 3
"""Words of the shortest reason below a rating ('Steel is late.')."""
_SERIES = 2
"""Ratings in lines, each with a paragraph right below, that make it this report's way."""


def with_comments_whole(section: Section) -> Section:
    """The section, a line in small letters right below a rating whose comment has no end joined to that comment.

    A PDF's drawn table may end above the last line of its last cell.
    """
    items: list[Element] = []
    for item in section.items:
        above = items[-1] if items else None
        if (
            isinstance(above, Rated)
            and above.comment
            and isinstance(item, Line)
            and _goes_on(above.comment, item)
        ):
            items[-1] = replace(
                above, comment=f"{above.comment} {item.text}", blocks=(*above.blocks, item.block)
            )
        else:
            items.append(item)
    return replace(section, items=items) if len(items) < len(section.items) else section


def _goes_on(comment: str, line: Line) -> bool:
    unended = comment.rstrip()[-1:].isalpha() and not isinstance(line.block, ListItem)
    return unended and line.text[:1].islower() and line.text.rstrip().endswith(".")


def with_parts_below(section: Section, vocabulary: Vocabulary) -> Section:
    """The section, the rows of a form right below a rating that give its other parts joined to it.

    [Overall RAG][Amber] stands over [RAG last month][Green] and [Reason for RAG][The clay is late].
    """
    items: list[Element] = []
    for item in section.items:
        above = items[-1] if items else None
        whole = _with_part(above, item, vocabulary) if isinstance(above, Rated) and above.label else None
        if whole is None:
            items.append(item)
        else:
            items[-1] = whole
    return replace(section, items=items) if len(items) < len(section.items) else section


def _with_part(above: Rated, item: Element, vocabulary: Vocabulary) -> Rated | None:
    """The rating with the part that the row below it labels; None where it labels none that is lacking."""
    if names_earlier(above.label, vocabulary) or above.of_project:
        return None
    blocks = (*above.blocks, *item.blocks) if isinstance(item, (Rated, Pair)) else ()
    if isinstance(item, Rated) and above.previous is None and names_earlier(item.label, vocabulary):
        bare = item.previous is None and item.comment is None and vocabulary.dimension(item.label) is None
        return replace(above, previous=item.current, blocks=blocks) if bare else None
    if isinstance(item, Pair) and not above.comment and item.value and item.in_table:
        asks = vocabulary.is_kind("rating-reason", item.label) and vocabulary.field(item.label) is None
        return replace(above, comment=item.value, blocks=blocks) if asks else None
    return None


def with_reasons(section: Section) -> Section:
    """The section, lines right below its ratings that begin with the label of one ('Money: ...') as its comment.

    Under a heading of their own, or in a list, reasons stand apart from the ratings.
    """
    if not any(isinstance(item, Rated) for item in section.items):
        return section
    rated = {
        plain(item.label): index
        for index, item in enumerate(section.items)
        if isinstance(item, Rated) and not item.comment and item.label
    }
    items: list[Element | None] = list(section.items)
    below = False
    for index, item in enumerate(section.items):
        if isinstance(item, (Rated, Labels)):
            below = below or isinstance(item, Rated)
            continue
        label, reason = _reason(item)
        place = rated.get(plain(label)) if label and below else None
        known = items[place] if place is not None and place < index else None
        below = isinstance(known, Rated)
        if isinstance(known, Rated) and isinstance(item, (Line, Pair)) and place is not None:
            blocks = (item.block,) if isinstance(item, Line) else item.blocks
            items[place] = replace(known, comment=reason, blocks=(*known.blocks, *blocks))
            items[index] = None
            del rated[plain(label)]
    return replace(section, items=[item for item in items if item is not None])


def _reason(item: Element) -> tuple[str, str]:
    """The label and the sentence of 'Money: Spend is ahead of the profile.'; empty where a line is none such."""
    if isinstance(item, Pair) and not item.in_table:
        label, reason = item.label, item.value
    elif isinstance(item, Line) and not (item.in_table or isinstance(item.block, ListItem)):
        label, _, reason = item.text.partition(":")
    else:
        return "", ""
    reason = reason.strip()
    return (label.strip(), reason) if len(reason.split()) >= _REASON_WORDS else ("", "")


def with_comments(section: Section) -> Section:
    """The section, the paragraphs between its ratings as their comments where every rating is followed by one.

    A rating that is a heading ('Overall status: AMBER') stands over its only paragraph alone too.
    """
    starts = [index for index, item in enumerate(section.items) if _is_bare(item)]
    followed = [index for index in starts if _is_paragraph(section.items, index + 1)]
    crowded = any(_is_paragraph(section.items, index + 2) for index in followed)
    if len(followed) < _SERIES or crowded or len(followed) * 2 <= len(starts):
        followed = [index for index in followed if _stands_over_one(section.items, index)]
    if not followed:
        return section
    items: list[Element] = []
    for index, item in enumerate(section.items):
        below = section.items[index + 1] if index in followed else None
        if isinstance(item, Rated) and isinstance(below, Line):
            items.append(replace(item, comment=below.text, blocks=(*item.blocks, below.block)))
        elif index - 1 not in followed:
            items.append(item)
    return replace(section, items=items)


def _is_bare(item: Element) -> bool:
    return isinstance(item, Rated) and item.comment is None and len(item.blocks) == 1 and not item.of_project


def _stands_over_one(items: list[Element], index: int) -> bool:
    """Whether a rating is a heading with one paragraph below it and no more."""
    rated = items[index]
    headed = isinstance(rated, Rated) and isinstance(rated.blocks[0], Heading)
    return headed and not _is_paragraph(items, index + 2)


def _is_paragraph(items: list[Element], index: int) -> bool:
    item = items[index] if index < len(items) else None
    if not isinstance(item, Line) or item.in_table or isinstance(item.block, ListItem):
        return False
    return not (item.block.bold or item.block.underline) and not item.text.rstrip().endswith(":")
