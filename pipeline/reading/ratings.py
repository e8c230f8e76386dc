"""Rated dimensions to rating records."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import Dimension, Rating, RatingValue, Source
from pipeline.nlp import split_sentences
from pipeline.reading.coloured_names import is_coloured_name
from pipeline.reading.context import Context, joined, source_for
from pipeline.reading.elements import (
    RECORD_SECTIONS,
    Element,
    Line,
    Pair,
    Rated,
    Section,
    source_grown,
    source_of,
)
from pipeline.reading.rating_doubts import (
    none_earlier,
    own_words,
    read_earlier,
    tell_bare_comments,
    tell_lone_lights,
    tell_second,
    tell_unknown,
    tell_unread_series,
)
from pipeline.reading.then_and_now import then_joined
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_TELLING = {"front", "loose", "ratings", "summary"}
"""Sections in which a sentence may tell the overall rating."""
_STOOD_IN: tuple[Dimension, ...] = ("cost", "overall")
"""Dimensions that other labels stand for where none of a report's own does."""
_LETTERS = 2
"""Characters of a sign that a scale prints on its colours."""
_SENTENCE = 2
"""Words of the shortest sentence ('On track.')."""
_NO_WORDS = 2
"""Words of the longest comment that is none ('Not applicable'); 'No matters to report' is said of the rating."""
_COLOUR_LENGTH = 12
"""Characters of the longest rating word."""
_TOLD = re.compile(
    r"\b(?P<label>(?:overall|project|programme|scheme)(?: (?:project|programme|rag|delivery|status|rating|position"
    r"|confidence|health|assessment))*)(?: (?:for|this|the|month|period|currently|continues|to|of|report)){0,5} "
    r"(?:is|be|remains|stays|has been|was)(?: (?:currently|now|still|again|at|as|an?|rated|reported|reporting|assessed"
    r"|judged|showing|shown|flagged|overall|remaining|set|status|rag|to)){0,4} ['\"‘“]?"
    r"(?P<value>amber[/-]red|amber[/-]green|red|amber|yellow|green)\b"
    r"(?! (?:book|belt|space|energy|paper|flag|list|route))",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:judge|rate|assess|consider|report|mark|score|call|regard|see) (?:the |our |this )?"
    r"(?P<label>(?:overall )?(?:project|programme|scheme)(?: as a whole| overall)?) (?:(?:as|at|to be|now|still) ){0,2}"
    r"['\"‘“]?(?P<value>amber[/-]red|amber[/-]green|red|amber|yellow|green)\b(?!\s+[a-z])",
    re.IGNORECASE,
)
"""'Overall we judge the project amber (last month green).'"""
_BRACKETS = re.compile(r"\(([^()]{3,30})\)")
_NOW_AND_THEN = re.compile(r"([A-Za-z/ ]{1,14}?)\s*\(\s*([A-Za-z/ ]{1,14}?)\s*\)")
_RAG_OF = re.compile(r".+ (?:RAG|BRAG|rag)(?: status| rating)?")
"""'Structures RAG' beside a rating: a part of the work, which no dimension is called."""
_TABLE = re.compile(r"(?:.*\b)?table \d+")
"""The table in a place's path ('table 2 row 3 cell 1')."""


def read_ratings(sections: list[Section], context: Context, template: bool = False) -> list[Rating]:
    """All ratings of a report, in reading order; the same dimension said twice alike is one.

    ``template``: the report names no project; where none of its ratings is chosen either, nobody has filled it in.
    """
    joined_items = [(section, then_joined(section, context.vocabulary)) for section in sections]
    printed = [item for _, items in joined_items for item in items if isinstance(item, Rated)]
    if template and printed and not any(_is_chosen(item, context) for item in printed):
        for unchosen in printed:
            context.ledger.take_all(unchosen.blocks, "placeholder", "printed options")
        return []
    ratings: list[Rating] = []
    own = own_words(printed, context)
    pairs = [item for _, items in joined_items for item in items if isinstance(item, Pair)]
    earlier = [pair.mark for pair in pairs if tells_previous(pair, context)]
    first = none_earlier([*(item.previous for item in printed), *earlier], context)
    for section, items in joined_items:
        for item in items:
            if isinstance(item, Rated):
                told = _with_earlier(item, section, context)
                _add(_rating(told, context, own, first), ratings, item, context)
            elif isinstance(item, Pair):
                if ratings and tells_previous(item, context):
                    ratings[-1] = replace(
                        ratings[-1],
                        previous=None if first else context.words.read(item.mark).value,
                        source=_and(ratings[-1].source, joined(item.blocks)),
                    )
                    context.took(item.blocks, "previous rating")
                    continue
                rated = rated_pair(item, context, section.name)
                if rated is not None:
                    _add(
                        rated,
                        ratings,
                        Rated(item.label, item.mark, None, None, item.blocks, item.place),
                        context,
                    )
    _tell_further(printed, context)
    _add_told(ratings, sections, context)
    for dimension in _STOOD_IN:
        ratings = _with_stand_in(ratings, dimension, context)
    tell_unknown(ratings, context)
    tell_bare_comments(ratings, context)
    tell_lone_lights(sections, context)
    tell_unread_series(sections, context)
    return ratings


def _tell_further(rated: list[Rated], context: Context) -> None:
    """Marks beside the ratings whose heads say nothing that a rule knows: of now, of then, or of something else."""
    columns: dict[str, list[str]] = {}
    for item in rated:
        for head, mark in item.further:
            columns.setdefault(head, []).append(f"{item.label} {context.words.read(mark).value}")
    for head, told in columns.items():
        where = f"under the head '{head}', which no rule knows" if head else "without a head"
        message = f"Further ratings stand {where}: they are in no record ({', '.join(told)})."
        source = next(
            source_for(item.blocks, item.place, "RAG matrix") for item in rated if head in dict(item.further)
        )
        context.tell("unread-ratings", "warning", "ratings", message, source)


def _with_stand_in(ratings: list[Rating], dimension: Dimension, context: Context) -> list[Rating]:
    """'Commercial' is the cost of a report that rates its cost under no other label: likely, and told."""
    kind = f"{dimension}-otherwise"
    if any(rating.dimension == dimension for rating in ratings):
        return ratings
    likely = [
        rating
        for rating in ratings
        if rating.dimension == "other" and context.vocabulary.is_kind(kind, rating.label)
    ]
    if likely:
        labels = "', '".join(dict.fromkeys(rating.label for rating in likely))
        message = f"'{labels}' is filed as the report's {dimension}, which it rates under no other label."
        context.tell("dimension-guessed", "warning", "ratings", message, likely[0].source)
    return [replace(rating, dimension=dimension) if rating in likely else rating for rating in ratings]


def _is_chosen(item: Rated, context: Context) -> bool:
    marks = [mark for mark in (item.current, item.previous) if mark is not None]
    return bool(item.comment) or any(context.words.read(mark).value is not None for mark in marks)


def _add_told(ratings: list[Rating], sections: list[Section], context: Context) -> None:
    """An overall rating that only a sentence tells ('The project is reporting Amber.'), where all of them agree."""
    known = next((index for index, rating in enumerate(ratings) if rating.dimension == "overall"), None)
    if known is not None and ratings[known].current is not None:
        return
    told: list[Rating] = []
    for section in sections:
        for item in section.items if section.name in _TELLING else ():
            for sentence in split_sentences(_words(item)):
                found = _TOLD.search(sentence) or _JUDGED.search(sentence)
                value = context.words.of_word(found["value"]) if found else None
                if found and value and isinstance(item, (Line, Rated)):
                    place = item.block.place if isinstance(item, Line) else item.place
                    source = source_of(place, sentence, "rating told in a sentence")
                    before = context.words.read(Mark(sentence[found.start("value") :].rstrip(" ."))).previous
                    told.append(Rating(found["label"], "overall", value, before, None, "text", source))
    if len({rating.current for rating in told}) != 1:
        return
    message = f"The overall rating {told[0].current} was read from a sentence: '{told[0].source.text[:100]}'."
    context.tell("rating-from-sentence", "info", "ratings", message, told[0].source)
    if known is None:
        ratings.append(told[0])
    else:
        ratings[known] = replace(ratings[known], current=told[0].current, basis="text")


def _words(item: Element) -> str:
    """What an element of running text says: a line, or a rated heading's text that is no rating by itself."""
    if isinstance(item, Line):
        return item.text
    return item.current.text if isinstance(item, Rated) and item.current is not None else ""


def _and(source: Source, words: str) -> Source:
    """A source with the words of another line of the same record."""
    return replace(source, text=f"{source.text} {words}")


def tells_previous(pair: Pair, context: Context) -> bool:
    """'Last month: Green' under a rating."""
    roles = [column.role for column in context.vocabulary.columns(pair.label) if column.register == "ratings"]
    return roles[:1] == ["previous"] and context.words.starts_with_rating(pair.mark.text)


def _add(rating: Rating | None, ratings: list[Rating], item: Rated, context: Context) -> None:
    if rating is None:
        return
    for index, known in enumerate([] if item.of_part else ratings):
        if known.dimension == rating.dimension != "other" and _same_label(known, rating, context.vocabulary):
            conflict = known.current != rating.current and None not in {known.current, rating.current}
            if None not in {known.current, rating.current} and _in_one_table(known, rating):
                continue  # 'Timeliness' beside 'Delivery to plan': two of the matrix's own rows
            if conflict:
                context.tell(
                    "rating-conflict",
                    "warning",
                    "ratings",
                    f"'{known.label}' is {known.current} and, elsewhere, {rating.current}: the first counts.",
                    rating.source,
                )
            _say_again(index, rating, ratings, item, context, conflict)
            return
    context.took(item.blocks, "rating")
    ratings.append(rating)


def _in_one_table(known: Rating, rating: Rating) -> bool:
    """Whether two ratings of different names stand in rows of the same table."""
    tables = [_TABLE.match(source.path or "") for source in (known.source, rating.source)]
    named = known.label.casefold() != rating.label.casefold()
    return named and all(tables) and len({found[0] for found in tables if found}) == 1


def _say_again(
    index: int, rating: Rating, ratings: list[Rating], item: Rated, context: Context, conflict: bool
) -> None:
    """A rating told twice: the second fills what the first leaves open; a second commentary is left as it stands."""
    known = ratings[index]
    if conflict or (known.current is not None and known.comment and rating.comment):
        if rating.comment is None:
            context.ledger.take_all(item.blocks, "label", "rating said again")
        return
    told = rating if known.current is None else known
    ratings[index] = replace(
        told,
        previous=known.previous or rating.previous,
        comment=known.comment or rating.comment,
        source=source_grown(known.source, item.blocks),
    )
    context.took(item.blocks, "rating said again")


def _same_label(known: Rating, rating: Rating, vocabulary: Vocabulary) -> bool:
    """Whether two labels of one dimension mean the same; 'Match funding' is a cost, but not the project's costs."""
    if known.dimension == "overall" or known.label.casefold() == rating.label.casefold():
        return True
    sure = all(vocabulary.dimension(label) is not None for label in (known.label, rating.label))
    return sure and known.dimension in {"schedule", "cost", "scope"}


def _rating(item: Rated, context: Context, own: dict[str, RatingValue], first: bool) -> Rating | None:
    dimension = context.vocabulary.dimension(item.label, loose=not item.of_part) or "other"
    source = source_for(item.blocks, item.place, "RAG matrix")
    current = context.rating(item.current, "ratings", source)
    previous = read_earlier(item, source, context, own, first)
    if current.value is None and previous.value is None:
        words = item.current.text if item.current else ""
        if words and not context.placeholder(words) and not current.unclear:
            context.tell(
                "rating-not-read",
                "warning",
                "ratings",
                f"'{item.label}': '{words}' is no rating that the rules know.",
                source,
            )
        elif not current.unclear:
            context.ledger.take_all(item.blocks, "label", "empty rating")
            context.tell(
                "rating-empty", "warning", "ratings", f"'{item.label}' has no rating in the document.", source
            )
            return None
    tell_second(item, current, source, context)
    printed = current.basis == "fill" and len(current.rest) <= _LETTERS  # 'N' on grey: the scale's own letter
    comment = (
        item.comment
        or (current.rest if current.rest and not printed else None)
        or _said_beside(item.current, context)
    )
    if comment is not None and (
        comment.strip() in context.vocabulary.prompts
        or (
            context.placeholder(comment)
            and len(comment.split()) <= _NO_WORDS
            and not context.vocabulary.is_kind("no-change", comment)
            and not _denies(comment, context)
        )
        or context.vocabulary.is_kind("instruction", comment)
    ):
        comment = None
    return Rating(
        item.label,
        dimension,
        current.value,
        previous.value or previous.previous or current.previous,
        comment,
        current.basis,
        source,
    )


def _denies(comment: str, context: Context) -> bool:
    """Whether 'No incidents.' or 'Nothing late.' says something of what is rated, and not just that nothing is said."""
    no, _, what = comment.strip(" .").partition(" ")
    heads = {column.role for column in context.vocabulary.columns(what) if column.register == "ratings"}
    said = no.casefold() == "no" or (no.casefold() == "nothing" and comment.rstrip().endswith("."))
    return said and bool(what) and "comment" not in heads


def _with_earlier(item: Rated, section: Section, context: Context) -> Rated:
    """'A (G)' under a heading or line that says what the brackets hold ('This month (last month)') as 'A (was G)'."""
    mark = item.current
    pair = _NOW_AND_THEN.fullmatch(mark.text.strip()) if mark is not None else None
    if mark is None or pair is None or not all(map(context.words.of_word, pair.groups())):
        return item
    if not _brackets_hold_earlier(section, context):
        return item
    return replace(item, current=replace(mark, text=f"{pair[1]} (was {pair[2]})"))


def _brackets_hold_earlier(section: Section, context: Context) -> bool:
    """Whether a section's heading, or a line of it, says that the rating before stands in brackets."""
    said = _BRACKETS.search(section.title)
    columns = context.vocabulary.columns(said[1]) if said else ()
    told = [section.title, *(item.text for item in section.items if isinstance(item, Line))]
    return any(column.register == "ratings" and column.role == "previous" for column in columns) or any(
        context.vocabulary.is_kind("earlier-in-brackets", words) for words in told
    )


def _said_beside(mark: Mark | None, context: Context) -> str | None:
    """'On track.' beside a green light: a sentence of its own, though its words are a rating's."""
    if mark is None or not mark.text.strip().endswith(".") or len(mark.text.split()) < _SENTENCE:
        return None
    lit = any(context.words.light_of(figure.color) for figure in mark.figures)
    return mark.text.strip() if lit and context.words.of_word(mark.text.strip(" .")) else None


def rated_pair(pair: Pair, context: Context, section: str = "front") -> Rating | None:
    """A form's pair that is a rating: 'Overall RAG: Amber', or a status cell that only a fill tells.

    ``section``: the kind of section it stands in; among records 'Dependencies | N/A' is the next section, left empty.
    """
    words = context.words
    among_records = section in RECORD_SECTIONS or section == "loose"
    if among_records and context.placeholder(pair.value) and not pair.mark.figures:
        opened = context.vocabulary.heading(pair.label)
        if opened and opened.whole and opened.section != "ratings":
            return None
    dimension = context.vocabulary.dimension(pair.label)
    if dimension is None and any(f.kind == "symbol" and words.light_of(f.color) for f in pair.mark.figures):
        dimension = context.vocabulary.dimension(pair.label, loose=True) or "other"
    if (
        dimension is None
        and words.of_word(pair.value)
        and (
            context.vocabulary.is_kind("overall-otherwise", pair.label)
            or _RAG_OF.fullmatch(pair.label.strip(" :"))
        )
    ):
        dimension = "other"
    if dimension is None:
        return None
    shows = words.starts_with_rating(pair.mark.text) or len(words.options(pair.mark.text)) > 2
    if context.vocabulary.field(pair.label) and not words.options(pair.mark.text[:_COLOUR_LENGTH]):
        shows = False  # 'Programme: N/A' is a field of the form left empty, no grey rating
    if shows and is_coloured_name(pair.label, pair.mark.text, context.vocabulary):
        shows = False
    light = any(words.light_of(figure.color) for figure in pair.mark.figures)
    lit = light or (not pair.value and words.light_of(pair.mark.fill))
    if not shows and not lit:
        return None
    source = source_for(pair.blocks, pair.place, "RAG field")
    read = context.rating(pair.mark, "ratings", source)
    return Rating(pair.label, dimension, read.value, read.previous, read.rest or None, read.basis, source)
