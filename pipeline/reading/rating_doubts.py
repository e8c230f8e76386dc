"""What of ratings is not certain: labels nobody knows, words of the report's own, a second rating in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.model import Rating, RatingValue, Source
from pipeline.reading.context import Context
from pipeline.reading.elements import RECORD_SECTIONS, Drawing, Line, Rated, Section, source_of
from pipeline.reading.rated_series import unread_series
from pipeline.reading.status_sentences import names_rating
from pipeline.values.rating import Mark, RatingRead

_TWO = 2
_DRAWN = {"shape", "symbol"}
"""Drawings that may be lights; a picture may be a logo."""
_LABEL_WORDS = 8
"""Words of what a light under it may rate."""
_OWN_WORDS = 3
"""Words of a rating of the report's own."""
_ANOTHER = re.compile(r"[;,.|·]\s*(?P<label>[^;:,.|·]{2,60}):\s*(?P<mark>[\w/]+)")
"""'...; Money: Green': one more label and its rating, behind the rating of a line."""
_SEVERAL = 2
"""Commentaries of one word that make it no accident."""


def tell_unknown(ratings: list[Rating], context: Context) -> None:
    """Labels of which no rule knows what they rate: 'other' is then a guess."""
    unknown = [
        rating
        for rating in ratings
        if rating.dimension == "other" and context.vocabulary.dimension(rating.label, loose=True) is None
    ]
    if unknown:
        labels = "', '".join(rating.label for rating in unknown)
        message = f"No rule knows what '{labels}' rates: filed as 'other'."
        context.tell("dimension-unknown", "warning", "ratings", message, unknown[0].source)
    guessed = [rating for rating in ratings if rating.dimension != "other"]
    torn = [rating for rating in guessed if context.vocabulary.rival_dimensions(rating.label)]
    if torn:
        labels = "', '".join(f"{rating.label}' as '{rating.dimension}" for rating in torn)
        message = f"Labels whose words name more than one dimension are filed under one: '{labels}'."
        context.tell("dimension-guessed", "warning", "ratings", message, torn[0].source)
    qualified = [rating for rating in guessed if context.vocabulary.dimension_of_qualifier(rating.label)]
    if qualified:
        labels = "', '".join(f"{rating.label}' as '{rating.dimension}" for rating in qualified)
        message = f"Labels of which only a word beside what is rated names a dimension are filed under it: '{labels}'."
        context.tell("dimension-guessed", "warning", "ratings", message, qualified[0].source)


def tell_lone_lights(sections: list[Section], context: Context) -> None:
    """Lights drawn in a paragraph of their own under a few words: they rate these, if they rate anything."""
    beside: list[Line] = []
    for section in sections:
        for above, item in pairwise([section.heading, *section.items]):
            lit = isinstance(item, Drawing) and item.figure.kind in _DRAWN
            if not (lit and isinstance(item, Drawing) and isinstance(above, Line)):
                continue
            if len(above.text.split()) <= _LABEL_WORDS and context.words.light_of(item.figure.color):
                beside.append(above)
    if beside:
        labels = "', '".join(line.text.strip(" :") for line in beside)
        message = f"Lights stand right under '{labels}': they are in no record."
        source = source_of(beside[0].block.place, beside[0].block.text)
        context.tell("unread-lights", "warning", "ratings", message, source)


def tell_unread_series(sections: list[Section], context: Context) -> None:
    """Lines that are a series of labels and ratings of which no rule knows what they rate."""
    told = [section for section in sections if section.name not in RECORD_SECTIONS]
    for line in (item for section in told for item in section.items if isinstance(item, Line)):
        found = unread_series(line.text, context.vocabulary) if names_rating(line.text) else []
        if found:
            labels = "', '".join(label for label, _ in found)
            message = f"Ratings of '{labels}' stand in one line, which made no records."
            source = source_of(line.block.place, line.block.text)
            context.tell("ratings-in-one-line", "warning", "ratings", message, source)


def tell_bare_comments(ratings: list[Rating], context: Context) -> None:
    """Comments that are nothing but ratings: of another time perhaps, or of the wrong column."""
    commented = [rating for rating in ratings if rating.comment]
    bare = [
        rating
        for rating in commented
        if len((rating.comment or "").split()) <= _OWN_WORDS
        and context.words.of_word(rating.comment or "") is not None
    ]
    if len(bare) >= _SEVERAL and len(bare) * 2 >= len(commented):
        told = "', '".join(f"{rating.label}: {rating.comment}" for rating in bare)
        message = f"Commentaries that say a rating and nothing else may stand in another column: '{told}'."
        context.tell("comment-is-rating", "warning", "ratings", message, bare[0].source)


def own_words(printed: list[Rated], context: Context) -> dict[str, RatingValue]:
    """The report's own words on lights ('Threatened' on amber) by what they mean, where they mean one thing."""
    meant: dict[str, set[RatingValue]] = {}
    for item in printed:
        words = item.current.text.strip().casefold() if item.current is not None else ""
        if words and item.current is not None and len(words.split()) <= _OWN_WORDS:
            read = context.words.read(item.current)
            if read.value is not None and read.basis != "text":
                meant.setdefault(words, set()).add(read.value)
    return {words: values.pop() for words, values in meant.items() if len(values) == 1}


def none_earlier(marks: Sequence[Mark | None], context: Context) -> bool:
    """Whether all the ratings before that a report shows are 'n/a': it is the first, and there was none.

    One among others that have a colour is grey.
    """
    shown = [mark for mark in marks if mark is not None and (mark.text.strip() or _is_lit(mark, context))]
    return all(_says_none(mark, context) for mark in shown)


def _is_lit(mark: Mark, context: Context) -> bool:
    return bool(mark.figures) or context.words.of_colour(mark.fill) is not None


def _says_none(mark: Mark, context: Context) -> bool:
    words = mark.text.strip()
    dark = not mark.figures and context.words.light_of(mark.fill) is None
    return bool(words) and dark and (context.placeholder(words) or context.words.says_first(words))


def read_earlier(
    item: Rated, source: Source, context: Context, own: dict[str, RatingValue], first: bool = False
) -> RatingRead:
    """The rating before; a word that stands on a light elsewhere means the same here, any other is told.

    ``first``: no rating of the report had one before.
    """
    words = item.previous.text.strip() if item.previous is not None else ""
    if item.previous is not None and (
        context.words.says_first(words) or (first and _says_none(item.previous, context))
    ):
        return RatingRead(None, None)
    read = context.rating(item.previous, "ratings", source)
    if read.value == "Grey" and context.placeholder(words):
        message = f"'{item.label}': '{words}' as the rating before was read as Grey; it may say that there was none."
        context.tell("earlier-perhaps-none", "warning", "ratings", message, source)
    if read.value is not None or read.unclear or not words or context.placeholder(words):
        return read
    if (value := own.get(words.casefold())) is not None:
        return RatingRead(value, "text")
    message = f"'{item.label}': '{words[:60]}', the rating before, is none that the rules know."
    context.tell("rating-not-read", "warning", "ratings", message, source)
    return read


def tell_second(item: Rated, current: RatingRead, source: Source, context: Context) -> None:
    """A second rating in the cell of the current one ('Amber (Green)') of which nothing says what it is."""
    _tell_more_labels(item, source, context)
    if item.current is not None and item.previous is None and current.value is not None:
        lit = [value for figure in item.current.figures if (value := context.words.light_of(figure.color))]
        if len(lit) == _TWO and current.previous is None:
            message = (
                f"Two lights stand beside '{item.label}': {lit[0]} and {lit[1]}; nothing says which is now."
            )
            context.tell("second-rating", "warning", "ratings", message, source)
            return
    second = context.words.of_word(current.rest)
    bracketed = item.current is not None and item.current.text.rstrip().endswith(")")
    if (
        second is None
        or current.value is None
        or current.previous
        or not (bracketed or second != current.value)
    ):
        return
    words = item.current.text if item.current else ""
    message = (
        f"'{item.label}': '{words}' holds two ratings; the first counts, nothing says what the other is."
    )
    context.tell("second-rating", "warning", "ratings", message, source)


def _tell_more_labels(item: Rated, source: Source, context: Context) -> None:
    """Further labels with ratings of their own behind a rating: 'Overall: Amber; Money: Green'."""
    words = item.current.text if item.current is not None else ""
    more = [
        found["label"].strip() for found in _ANOTHER.finditer(words) if context.words.of_word(found["mark"])
    ]
    if more:
        labels = "', '".join(more)
        message = f"Behind the rating of '{item.label}' stand others, which are in no record: '{labels}'."
        context.tell("ratings-in-one-line", "warning", "ratings", message, source)
