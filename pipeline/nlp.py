"""The home of spaCy: tokens, ideas of words, sentences and word patterns. No statistical model: blank English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import spacy
from rapidfuzz.distance import DamerauLevenshtein
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

_KEPT = 4096
"""Paragraphs whose sentences a process remembers: several steps ask for them."""
_TYPO_LENGTH = 6
"""Letters from which a word may hold one slip of the pen and still be known: shorter words have too many neighbours."""
_SURE_LENGTH = 9
"""Letters from which a wrong letter is a slip: with fewer it often makes another word ('health' and 'hearth')."""
_ABBREVIATIONS = (
    "e.g.",
    "i.e.",
    "etc.",
    "approx.",
    "no.",
    "nos.",
    "ref.",
    "cllr.",
    "cllr",
    "mr.",
    "mrs.",
    "ms.",
    "dr.",
    "st.",
    "vs.",
    "ltd.",
    "co.",
    "inc.",
    "prof.",
    "dept.",
    "est.",
    "c.",
    "p.",
    "fig.",
    "para.",
    "rev.",
)

_TELLING_WORDS = """
amount back bottom call empty first front full fifteen fifty five four hundred made make move name nine one put show
side six sixty take ten third three top twelve twenty two
"""
SMALL_WORDS = frozenset(STOP_WORDS) - frozenset(_TELLING_WORDS.split())
"""Words of every text (articles, auxiliaries, prepositions): spaCy's own, without those that tell things apart."""


@lru_cache(maxsize=1)
def language() -> Language:
    """Blank English with rule-based sentence ends, made once a process."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


@dataclass(frozen=True, slots=True)
class Ideas:
    """The ideas found in a short text; ``coverage`` is the share of its words that carry a known idea or are filler."""

    names: frozenset[str]
    coverage: float
    words: int


_ELIDED = re.compile(r"\b(?:l|d|qu|s|n|dell|all|nell|sull|dall|un|quest)'(?=\w{2})")
"""'l'avancement', 'dell'opera': two words."""


def _folded(text: str) -> str:
    """A heading's words as they are compared: small letters without accents, elided words parted."""
    folded = text.casefold().replace("’", "'")
    if not folded.isascii():
        folded = "".join(
            char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char)
        )
    return _ELIDED.sub(r"\g<0> ", folded) if "'" in folded else folded


class IdeaTagger:
    """Finds which ideas (rules' concepts) the words of a heading carry; longer phrases win over their words."""

    def __init__(self, concepts: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._matcher = PhraseMatcher(language().vocab, attr="LOWER")
        self._names: dict[str, set[str]] = {}
        self._single: set[str] = set()
        self._words: set[str] = set()
        for name, words in concepts:
            for word in words:
                key = _folded(word)
                self._names.setdefault(key, set()).add(name)
                self._words.update(key.split())
                if " " not in key:
                    self._single.add(key)
        self._alike: dict[tuple[str, int], list[str]] = {}
        for known in sorted(word for word in self._single if len(word) >= _TYPO_LENGTH):
            for length in range(len(known) - 1, len(known) + 2):
                self._alike.setdefault((known[0], length), []).append(known)
        for key in self._names:
            self._matcher.add(key, [language().make_doc(key)])

    def tag(self, text: str) -> Ideas:
        """The ideas of a heading's words."""
        doc = self._repair(language().make_doc(_folded(text)))
        words = [token.i for token in doc if any(char.isalnum() for char in token.text)]
        names: set[str] = set()
        covered: set[int] = {token.i for token in doc if token.like_num and token.is_digit}
        spans = sorted(
            ((end - start, start, doc.vocab.strings[match]) for match, start, end in self._matcher(doc)),
            reverse=True,
        )
        taken: set[int] = set()
        for length, start, key in spans:
            tokens = set(range(start, start + length))
            if tokens & taken:
                continue
            taken |= tokens
            covered |= tokens
            names |= self._names[key]
        names.discard("filler")
        share = len(covered & set(words)) / len(words) if words else 0.0
        return Ideas(frozenset(names), share, len(words))

    def _repair(self, doc: Doc) -> Doc:
        """The doc with words that are one slip away from a known word replaced by it ('acheivements')."""
        words = [self._nearest(token.lower_) for token in doc]
        if all(new == token.lower_ for new, token in zip(words, doc, strict=True)):
            return doc
        return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])

    @lru_cache(maxsize=4096)  # noqa: B019 (one tagger lives as long as its process)
    def _nearest(self, word: str) -> str:
        if word in self._words or len(word) < _TYPO_LENGTH or not word.isalpha():
            return word
        for known in self._alike.get((word[0], len(word)), ()):
            if DamerauLevenshtein.distance(word, known, score_cutoff=1) <= 1 and (
                len(known) != len(word) or len(word) >= _SURE_LENGTH or sorted(known) == sorted(word)
            ):
                return known
        return word


class SentencePatterns:
    """Word patterns of sentences: 'a|b' either word, '?' after a word optional, '*?' up to two words of any kind."""

    def __init__(self, patterns: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._matcher = Matcher(language().vocab)
        for kind, texts in patterns:
            self._matcher.add(kind, [_token_pattern(text) for text in texts])

    def kinds(self, sentence: str) -> set[str]:
        """The kinds of pattern that occur in a sentence."""
        doc = language().make_doc(sentence)
        return {doc.vocab.strings[match] for match, _, _ in self._matcher(doc)}


def split_sentences(text: str) -> list[str]:
    """The sentences of a paragraph, trimmed; abbreviations and 'p.m.' do not end one."""
    return list(_sentences(text))


@lru_cache(maxsize=_KEPT)
def _sentences(text: str) -> tuple[str, ...]:
    sentences: list[str] = []
    for span in language()(text).sents:
        piece = span.text.strip()
        cut = bool(sentences) and sentences[-1].rpartition(" ")[2].lstrip("(").casefold() in _ABBREVIATIONS
        if sentences and (cut or piece[:1].islower()):
            sentences[-1] = f"{sentences[-1]} {piece}"
        elif piece:
            sentences.append(piece)
    return tuple(sentences)


def _token_pattern(text: str) -> list[dict[str, Any]]:
    tokens: list[dict[str, Any]] = []
    for word in text.split():
        if word == "*?":
            tokens += [{"OP": "?"}, {"OP": "?"}]
        elif word == "?":
            tokens[-1]["OP"] = "?"
        elif word.endswith("?"):
            tokens.append({"LOWER": {"IN": word[:-1].split("|")}, "OP": "?"})
        else:
            tokens.append({"LOWER": {"IN": word.split("|")}})
    return tokens
