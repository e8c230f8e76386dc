"""Ratings that running text tells, a sentence for each of the areas: letters, memos and notes have no table of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.nlp import split_sentences
from pipeline.reading.elements import RECORD_SECTIONS, Element, Line, Rated
from pipeline.reading.headings import Looks
from pipeline.reading.status_sentences import StatusSentence, names_rating, status_sentence
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_SERIES = 2
"""Areas rated in sentences that make it this report's way."""
_KNOWN = 0.5
"""The share of the areas in a series of which the rules know what they are."""
_HEAD_WORDS = 8
"""Words of the longest head that runs into its text: 'Quality of the conservation work. We are green.'"""
_STANDS_OUT = 2
_COVERAGE = 0.75
"""Share of a heading's words that the rules must know."""
_CLOSED = {*RECORD_SECTIONS, "response", "milestones", "finances", "dependencies"}
"""Sections whose sentences are records, or told of them."""
_PROJECT = {"project", "scheme", "programme", "project as a whole"}
"""What a sentence calls the whole work: 'The project is amber.' Alone it rates the work, not its timetable."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A rating of a paragraph: what is rated, where its sentence stands among the paragraph's, what it says."""

    label: str
    sentence: int
    said: StatusSentence


def read_told_ratings(elements: list[Element], vocabulary: Vocabulary) -> list[Element]:
    """The elements, paragraphs that rate areas as those ratings where several of them do."""
    if not any(isinstance(item, Line) and not item.in_table and names_rating(item.text) for item in elements):
        return elements
    looks = Looks(elements)
    told = dict(_told_in(elements, looks, vocabulary))
    labels = [rating.label for ratings in told.values() for rating in ratings]
    known = sum(1 for label in labels if vocabulary.dimension(label, loose=True))
    parts = {index for index, ratings in told.items() if ratings[0].said.label.casefold().startswith("this ")}
    if len({vocabulary.dimension(label, loose=True) or label.casefold() for label in labels}) < _SERIES or (
        known < _KNOWN * len(labels) and len(parts) < _SERIES
    ):
        return elements
    found: list[Element] = []
    for index, element in enumerate(elements):
        if index in told and isinstance(element, Line):
            found += _rated(element, told[index])
        else:
            found.append(element)
    return found


def _told_in(
    elements: Sequence[Element], looks: Looks, vocabulary: Vocabulary
) -> Iterator[tuple[int, list[_Told]]]:
    """The paragraphs that begin with a rating, by their place, and the ratings of each."""
    heading, section = "", "front"
    for index, element in enumerate(elements):
        if not isinstance(element, Line):
            continue
        if looks.strength(element) >= _STANDS_OUT and not element.text.rstrip().endswith("."):
            match = vocabulary.heading(element.text)
            sure = match is not None and (match.exact or match.coverage >= _COVERAGE)
            heading, section = element.text.strip(" :"), match.section if match and sure else "unknown"
        elif section not in _CLOSED and not element.in_table and names_rating(element.text):
            ratings = list(_told(element.text, heading))
            if ratings and ratings[0].sentence <= 1:
                yield index, ratings


def _told(text: str, heading: str) -> Iterator[_Told]:
    """The ratings of a paragraph, one for each sentence that rates."""
    head = ""
    for number, sentence in enumerate(split_sentences(text)):
        said = status_sentence(sentence)
        if said is None:
            short = number == 0 and len(sentence.split()) <= _HEAD_WORDS
            head = sentence.strip(" .:") if short else head
            continue
        label = said.label
        if label.casefold().startswith("this "):
            label = heading
        label = label or head
        if label.casefold() in _PROJECT:
            label = "Overall" if label.casefold() != "programme" else label
        if label:
            yield _Told(label, number, said)


def _rated(line: Line, ratings: Sequence[_Told]) -> Iterator[Rated]:
    """The ratings of a paragraph, each with what is said up to the next one."""
    sentences = split_sentences(line.text)
    ends = [rating.sentence for rating in ratings[1:]] + [len(sentences)]
    for rating, end in zip(ratings, ends, strict=True):
        rest = " ".join([rating.said.comment, *sentences[rating.sentence + 1 : end]]).strip()
        previous = Mark(rating.said.previous) if rating.said.previous else None
        yield Rated(
            rating.label, Mark(rating.said.current), previous, rest or None, (line.block,), line.block.place
        )
