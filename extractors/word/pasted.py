"""Charts, tables and words that were pasted into the text as pictures: nothing of them is read, so they are told."""

from __future__ import annotations

from extractors.document import Place, Problem
from extractors.word.markup import WP, Element, W, integer, words
from extractors.word.pictures import is_drawn
from extractors.word.story import Story

PICTURE_UNREAD = "picture-unread"

_EMU = 12_700
"""Of WordprocessingDrawing's units, to the point."""
_LEAST_WIDTH, _LEAST_HEIGHT = 100.0, 90.0
"""Points: what is less wide is an icon or a lamp, what is less high a letterhead, a band or a signature."""


def tell_chart(picture: Element, story: Story, part: str, place: Place) -> None:
    """Tell of a picture in the text that is as large as a chart and drawn in flat colours; a letterhead is none."""
    package = story.book.package
    holder = next(picture.iterancestors(WP + "inline", WP + "anchor"), None)
    extent = None if holder is None else holder.find(WP + "extent")
    if story.part != package.main or extent is None:
        return
    width, height = (integer(extent.get(side)) / _EMU for side in ("cx", "cy"))
    if width < _LEAST_WIDTH or height < _LEAST_HEIGHT or not _stands_below_words(picture):
        return
    if is_drawn(package.data(part) or b""):
        package.problems.append(_unread(place))


def _stands_below_words(picture: Element) -> bool:
    """Whether words of the body come before a picture: what stands over all of them belongs to the letterhead."""
    block = next((item for item in picture.iterancestors() if _is_in_body(item)), None)
    before = () if block is None else block.itersiblings(preceding=True)
    return any(words(item, W + "t").strip() for item in before)


def _is_in_body(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == W + "body"


def _unread(place: Place) -> Problem:
    return Problem(
        PICTURE_UNREAD,
        "warning",
        "A chart, a table or words stand in the text as a picture, of which nothing was read. Look at it in the "
        "document, and ask for it as text or as Word's own chart.",
        place,
    )
