"""A document's own meanings of its colours, read before anything else: 'Amber = watch it' makes 'watch it' Amber."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model import RatingValue
from pipeline.reading.memory import remembered
from pipeline.reading.vocabulary import Vocabulary

_LEGEND_NUMBER = re.compile(
    r"\b(?P<meaning>\d)\s*=\s*(?P<colour>amber/red|amber/green|red|amber|yellow|green|blue)\b", re.IGNORECASE
)
_LEGEND_BACK = re.compile(
    r"(?:^|[;,.(|:·•/\t]\s*|\s{2,})(?P<meaning>[A-Za-z](?: ?[A-Za-z]){2,30}?)\s*=\s*"
    r"(?P<colour>red|amber|yellow|green|blue|grey)\b",
    re.IGNORECASE,
)
_LEGEND_PART = re.compile(
    r"\b(?P<colour>amber[/-]red|red[/-]amber|amber[/-]green|green[/-]amber|red|amber|yellow|green|blue|grey|gray|black)"
    r"\b(?![/-](?:red|amber|green)\b)\s*[=:–\-(]+\s*"
    r"(?P<meaning>(?:(?!\s{2}|\t|\s(?:red|amber|yellow|green|blue|gr[ea]y|black)\b(?:[/-]\w+)?\s*[=:–\-(])[^,;()|\n]){3,60})",
    re.IGNORECASE,
)
"""'Red = in trouble', up to the next sign or colour, or to a gap."""


_LEGEND_BRACKET = re.compile(
    r"(?:^|[;,.:|]\s*|(?<=\))\s*|\s{2,}|\t)(?:[^\w\s(]\s*)?(?P<meaning>[A-Za-z][A-Za-z -]{1,30}?)\s*"
    r"\((?P<colour>red|amber|yellow|green|blue|grey)\)",
    re.IGNORECASE,
)
"""'Watch (amber) = the team has a plan': the organisation's own word, its colour in brackets."""
_LEGEND_PARTED = re.compile(
    r"(?:^|[;.:|]\s*|\t)(?:[^\w\s(]\s*)?(?P<meaning>[A-Za-z][A-Za-z, -]{1,40}?)\s*"
    r"\((?P<colour>red|amber|yellow|green|blue|grey)\)",
    re.IGNORECASE,
)
"""The same parted by semicolons: 'On course (green); late, recoverable (amber)'."""
_LEGEND_GLOSS = re.compile(
    r"(?:^|[;,.:|]\s*|(?<=\))\s*|\s{2,}|\t)(?:[^\w\s(]\s*)?(?P<meaning>[A-Za-z][\w' -]{1,30}?)\s*(?:=|\bmeans\b)\s*"
    r"[^=()]{3,70}?\(\s*(?P<colour>red|amber|yellow|green|blue|grey)\s*\)",
    re.IGNORECASE,
)
"""'Sunny = all as planned (green). Cloudy = we can sort it out (amber).': the own word, what it means, its colour."""
_COLOUR = (
    r"(?P<colour>amber[/-]red|red[/-]amber|amber[/-]green|green[/-]amber|red|amber|yellow|green|blue|grey)"
)
_LEGEND_SCALE = re.compile(
    rf"(?:^|[;,.:|]\s*(?:and\s+)?)(?P<sign>[A-E]|[0-9])\s?[=:.)–-]?\s+(?P<meaning>[A-Za-z][\w' -]{{1,40}}?)\s*"
    rf"\(\s*{_COLOUR}\s*\)",
    re.IGNORECASE,
)
"""'A = according to plan (green)', or a line for each: '2 Mostly on course (amber/green)'."""
_LEGEND_SAYING = re.compile(
    rf"(?:^|[;,.:(|]\s*(?:and\s+)?|\sand\s+)(?P<meaning>[A-Za-z][\w' -]{{1,30}}?)\s+"
    rf"(?:is|means|shows as|shown as)\s+{_COLOUR}\b",
    re.IGNORECASE,
)
"""'On track is green, slipping is amber, in trouble is red'."""
_LEGEND_SAID = re.compile(
    rf"(?:^|[;,.:(|]\s*(?:and\s+)?|\sand\s+){_COLOUR}\s+(?:is|means|for)\s+(?P<meaning>[^,;.()|]{{3,40}})",
    re.IGNORECASE,
)
"""'Green means on track, amber means slipping, red means in trouble'."""
_LEGEND_LIST = re.compile(
    rf"(?:^|[;,.|]\s*){_COLOUR}\s?[:=–-]\s*(?P<meaning>[A-Za-z][^,;.()|:=]{{2,40}})", re.IGNORECASE
)
"""'Green: on plan. Amber: slipping. Red: stuck.'"""
_COLOURS = ("red", "amber", "yellow", "green", "blue", "grey")
_SEVERAL = 2
_WHOLE_SCALE = 3
"""Colours of one line, each with its own word, that make it a legend whatever else it says."""
_SCALE_LENGTH = 200
"""Characters of a line that explains a scale; longer ones tell a story."""


def with_legend(vocabulary: Vocabulary, texts: Iterable[str]) -> Vocabulary:
    """The vocabulary with the meanings of a document's own legends put over the rules'."""
    meanings = _meanings(vocabulary, texts)
    return vocabulary.with_ratings(meanings) if meanings else vocabulary


def _meanings(vocabulary: Vocabulary, texts: Iterable[str]) -> dict[str, RatingValue]:
    words = vocabulary.rating_words
    texts = list(texts)
    meanings = _scale(vocabulary, texts)
    for text in filter(_may_explain.of(vocabulary), texts):
        bracketed = _whole_scale(text, vocabulary)
        scale = _colours(bracketed) >= _WHOLE_SCALE
        if not scale and not vocabulary.is_kind("legend", text):
            continue
        if len(bracketed) >= _SEVERAL:
            parts = bracketed
        elif not (parts := [*_LEGEND_NUMBER.finditer(text), *_LEGEND_PART.finditer(text)]):
            parts = [*_LEGEND_BACK.finditer(text)]
        for match in parts:
            value = words.of_word(match["colour"])
            meaning = match["meaning"].strip(" .:–-").casefold()
            if value is not None and meaning not in {"", *_COLOURS} and words.of_word(meaning) != value:
                meanings[meaning] = value
    return meanings


@remembered
def _may_explain(vocabulary: Vocabulary, text: str) -> bool:
    """Whether a line names several colours at all, or is a legend: few are, and only of those is more asked."""
    folded = text.casefold()
    named = sum(colour in folded for colour in _COLOURS)
    return named >= _SEVERAL or vocabulary.is_kind("legend", text)


def _whole_scale(text: str, vocabulary: Vocabulary) -> list[re.Match[str]]:
    """The parts of a line that says of each colour in words what it means, or brings it in brackets."""
    told = (
        list(pattern.finditer(text))
        for pattern in (_LEGEND_SAYING, _LEGEND_SAID, _LEGEND_LIST, _LEGEND_GLOSS)
    )
    found = next((found for found in told if _colours(found) >= _WHOLE_SCALE), [])
    return found or _bracketed(text, vocabulary)


def _bracketed(text: str, vocabulary: Vocabulary) -> list[re.Match[str]]:
    """The words of a line that bring their colour in brackets; none where one names what is rated.

    'Time (green), Cost (amber), Quality (red)' rates these three.
    """
    found = list((_LEGEND_PARTED if ";" in text else _LEGEND_BRACKET).finditer(text))
    return [] if any(vocabulary.dimension(match["meaning"].strip()) for match in found) else found


def _colours(found: list[re.Match[str]]) -> int:
    return len({match["colour"].casefold() for match in found})


def _scale(vocabulary: Vocabulary, texts: list[str]) -> dict[str, RatingValue]:
    """The letters or numbers of a scale that gives each a meaning and a colour, in one line or in several."""
    found = [
        match
        for text in texts
        if "(" in text and len(text) <= _SCALE_LENGTH
        for match in _LEGEND_SCALE.finditer(text)
    ]
    signs = [match["sign"].casefold() for match in found]
    if len(found) <= _SEVERAL or len(set(signs)) < len(signs):
        return {}
    values = {
        match: value
        for match in found
        if (value := vocabulary.rating_words.of_word(match["colour"])) is not None
    }
    return {
        words.strip().casefold(): value
        for match, value in values.items()
        for words in (match["sign"], match["meaning"])
    }


def explains_scale(text: str, vocabulary: Vocabulary) -> bool:
    """'R = red, A = amber, G = green': nothing but what signs mean, which may stand below a table of records too."""
    parts = [part.partition("=") for part in text.split(",")] if "=" in text else []
    return len(parts) >= _WHOLE_SCALE and all(
        sign
        and len(letter.strip()) == 1
        and vocabulary.rating_words.of_word(meaning.partition("(")[0].strip())
        for letter, sign, meaning in parts
    )
