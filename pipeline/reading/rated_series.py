"""Several ratings in one sentence: 'Lights. Overall: Amber; Money: Green', 'RAG: Time Green, Scope Amber'."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Run
from pipeline.reading.elements import RECORD_SECTIONS, Element, Line, Rated
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_LEAD = re.compile(r"^(?P<lead>[^.:;|]{2,120}?)\s*(?P<sign>[.:]|\s[–—-])\s+(?=\S)")
"""What names the whole series, with a full stop or a colon behind it, or a sentence before it."""
_PARTS = (re.compile(r"\s*[;|·•]\s*"), re.compile(r"\.\s+"), re.compile(r",\s+"))
"""What parts the ratings of a series: one of these throughout."""
_RATED = (
    re.compile(r"(?P<label>[^:=]{2,60}?)\s*(?::|=|\s[–—-]\s)\s*(?P<mark>[^:=]{1,20})"),
    re.compile(r"(?P<label>[^:=]{2,60}?)\s+\(?(?P<mark>[\w/]+)\)?"),
)
"""A label and its rating with a sign between them, or with nothing but a space or brackets."""
_LONGEST = 300
"""Characters of the longest line that is asked; a longer one is a paragraph."""
_LEAST = 2
"""Ratings that make a series."""


def ratings_in_series(line: Line, section: str, vocabulary: Vocabulary) -> list[Element]:
    """The ratings of a line that is a series of them, and what is said before it: its name, or a sentence."""
    if section in RECORD_SECTIONS or len(line.text) > _LONGEST:
        return []
    lead = _LEAD.match(line.text)
    if lead is not None:
        match = vocabulary.heading(lead["lead"])
        named = match is not None and match.section == "ratings"
        found = series_of(line.text[lead.end() :], vocabulary, known=1 if named else None)
        if found and (named or lead["sign"] == "."):
            return [*([] if named else [_told_before(line, lead["lead"] + ".")]), *_as_ratings(line, found)]
    known = 0 if section == "ratings" else None
    return [*_as_ratings(line, series_of(line.text, vocabulary, known))]


def unread_series(text: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The labels and ratings of a series though no rule knows what it rates, after whatever names it."""
    lead = _LEAD.match(text)
    return series_of(text, vocabulary, known=0) or (
        series_of(text[lead.end() :], vocabulary, known=0) if lead is not None else []
    )


def series_of(text: str, vocabulary: Vocabulary, known: int | None = None) -> list[tuple[str, str]]:
    """The labels and ratings of a series, [] where the text is none.

    Args:
        text: the words.
        vocabulary: what ratings and dimensions are known.
        known: labels that must be known dimensions; None for half of them.
    """
    for sign in _PARTS:
        parts = [part for part in sign.split(text.strip().rstrip(".;,")) if part.strip()]
        found = [_rated(part.strip(), vocabulary) for part in parts] if len(parts) >= _LEAST else []
        told = [rating for rating in found if rating]
        labels = [label for label, _ in told]
        if not told or len(told) < len(parts) or len(set(map(str.casefold, labels))) < len(labels):
            continue
        if any("." in label for label in labels):
            continue  # 'All is well. Overall: Green': a sentence stands before the first
        least = known if known is not None else (len(labels) + 1) // 2
        if sum(vocabulary.dimension(label) is not None for label in labels) >= least:
            return told
    return []


def _rated(part: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The label and the rating of one part of a series; a rating's own word is no label, it is a legend's."""
    words = vocabulary.rating_words
    for number, pattern in enumerate(_RATED):
        found = pattern.fullmatch(part)
        if found is None or words.of_word(found["mark"]) is None or words.of_word(found["label"]):
            continue
        if number == 0 or vocabulary.dimension(found["label"]) is not None:
            return found["label"].strip(), found["mark"]
    return None


def _told_before(line: Line, words: str) -> Line:
    """The sentence before a series as a line of its own."""
    return replace(line, block=replace(line.block, runs=(Run(words),)), text=words)


def _as_ratings(line: Line, series: list[tuple[str, str]]) -> list[Rated]:
    return [Rated(label, Mark(mark), None, None, (line.block,), line.block.place) for label, mark in series]
