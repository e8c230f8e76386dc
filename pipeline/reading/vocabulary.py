"""What the rules say of a short text: heading, label, dimension, column head, placeholder ... One object a process."""

from __future__ import annotations

import copy
import re
from typing import cast

from pipeline.model import Dimension, RatingValue
from pipeline.nlp import SentencePatterns
from pipeline.reading.column_heads import Column, ColumnHeads
from pipeline.reading.composed import Composed
from pipeline.reading.field_labels import FieldLabels
from pipeline.reading.heading_words import HeadingMatch, HeadingWords
from pipeline.reading.memory import remembered
from pipeline.reading.spelling import Spellings
from pipeline.reading.wording import (
    any_of,
    key_of,
    plain,
    without_brackets,
    without_pictures,
    without_project,
)
from pipeline.values.rating import RatingWords
from rules.schema import Rules

_TEXT_WORDS = 16
"""Words of the longest text put together from known words: 'There are no risks that need the Board's attention'."""
_PARTS = re.compile(r"\w+|\W+")
_OWN_WORD = 12
"""Letters of a single word that only a report is called by: 'Statusbericht'."""
_BUILT_WORDS = 10
"""Words of a question about a dimension: 'Do you have enough staff and volunteers for this?'."""
_DIMENSION_WORDS = 6
"""Words of a dimension that one of them may name ('Clinical quality and safety')."""
_CORE = {"schedule", "cost", "scope", "quality", "resources", "benefits", "risk", "stakeholders"}
"""Dimensions that one word of a longer label may name; its last word tells most ('Staff engagement')."""
_PREPOSITIONS = frozenset(["of", "for", "to", "with", "on", "in", "at", "by", "from", "against", "within"])
_CONJUNCTIONS = frozenset(["and", "or"])
_PARTING = re.compile(r"[/&,+]")
_GOVERNING = {
    "engagement",
    "satisfaction",
    "confidence",
    "relations",
    "public",
    "communities",
    "visitors",
    "supporters",
}
"""Last words that say what a whole label is about ('Staff and learner engagement')."""
_NUMBERED = re.compile(r"\s+\d{1,2}\s*[:–—-]\s.*")
"""What follows the number of one of several: 'Outcome 1: Families eat together'."""
_STATUS_WORDS = {
    "status",
    "rag",
    "rating",
    "health",
    "confidence",
    "performance",
    "colour",
    "assessment",
    "indicator",
}


class Vocabulary:
    """The rules, ready to be asked."""

    def __init__(self, rules: Rules) -> None:
        self.lasting = self
        self.prompts: frozenset[str] = frozenset()
        self.rating_words = RatingWords(rules)
        self.title_pattern = _title_pattern(rules)
        self._headings = HeadingWords(rules)
        self._labels = FieldLabels(rules)
        self._columns = ColumnHeads(rules)
        self._sentences = SentencePatterns((rule.kind, rule.patterns) for rule in rules.sentences)
        self._dimensions: dict[str, str] = {}
        for dimension in rules.dimensions:
            for phrase in dimension.phrases:
                self._dimensions.setdefault(plain(phrase), dimension.name)
        self._dimension_spellings = Spellings(self._dimensions)
        self._dimension_words = [
            (Composed.of(dimension.needs, dimension.allows), dimension.name)
            for dimension in rules.dimensions
            if dimension.needs
        ]
        self._texts: dict[str, dict[str, bool]] = {}
        patterns: dict[str, list[str]] = {}
        for text in rules.texts:
            self._texts.setdefault(text.kind, {}).update(
                {key_of(phrase) or phrase: True for phrase in text.phrases}
            )
            patterns.setdefault(text.kind, []).extend(text.patterns)
        self._status_words = _STATUS_WORDS | self._texts.get("status-word", {}).keys()
        self._patterns = {kind: any_of(found) for kind, found in patterns.items()}
        self._text_words: dict[str, list[Composed]] = {}
        for text in rules.texts:
            if text.needs:
                self._text_words.setdefault(text.kind, []).append(Composed.of(text.needs, text.allows))

    def with_ratings(self, meanings: dict[str, RatingValue]) -> Vocabulary:
        """A copy that also knows a document's own rating words."""
        own = copy.copy(self)
        own.rating_words = self.rating_words.with_legend(meanings)
        return own

    def with_colours(self, colours: dict[str, RatingValue]) -> Vocabulary:
        """A copy that also knows a document's own colours (``#RRGGBB``)."""
        own = copy.copy(self)
        own.rating_words = self.rating_words.with_colours(colours)
        return own

    def with_prompts(self, prompts: frozenset[str]) -> Vocabulary:
        """A copy that also knows the prompts of a document's own fields."""
        own = copy.copy(self)
        own.prompts = prompts
        return own

    def is_placeholder(self, text: str) -> bool:
        """Whether a text stands for nothing by the rules, or by what the document says of itself."""
        prompted = bool(self.prompts) and text.strip() in self.prompts
        return prompted or self.is_kind("placeholder", text)

    @remembered
    def heading(self, text: str) -> HeadingMatch | None:
        """The section that a line would open if it is a heading; its look is the caller's business."""
        match = self._headings.match(text)
        if match is None or match.exact:
            return match
        return None if self.is_kind("marking", text) or self.is_kind("sitting-body", text) else match

    @remembered
    def hinted_keys(self, title: str) -> tuple[str, ...]:
        """The keys of the records that a heading which opens no section may stand over."""
        return self._headings.keys_of(title)

    @remembered
    def field(self, text: str) -> str | None:
        """The report field that a form label names ('metadata' for known labels without one), None if unknown."""
        return self._labels.field_of(text)

    def likely_fields(self, label: str, value: str) -> tuple[str, ...]:
        """The fields that a label which no rule knows may name."""
        return self._labels.likely_of(label, value)

    @remembered
    def columns(self, text: str, loose: bool = False) -> tuple[Column, ...]:
        """The parts that a column head may play; empty where no rule knows it.

        Args:
            text: the head's words.
            loose: a known head inside an unknown one counts too.
        """
        return self._columns.parts_of(text, loose)

    @remembered
    def dimension(self, text: str, loose: bool = False) -> Dimension | None:
        """The rated dimension that a label names; status words around it ('Budget RAG') are allowed for.

        With ``loose``, one word of a short label may name it ('Data quality').
        """
        for candidate in dict.fromkeys((text, without_brackets(text), _NUMBERED.sub("", text))):
            key = plain(candidate)
            if key in self._dimensions:
                return cast(Dimension, self._dimensions[key])
            words = [word for word in without_project(key).split() if word not in self._status_words]
            if words and " ".join(words) in self._dimensions:
                return cast(Dimension, self._dimensions[" ".join(words)])
        built = self._dimension_built(plain(without_brackets(text)).split())
        if built is not None:
            return built
        near = self._dimension_spellings.nearest(plain(text))
        if near is None and loose and 1 < len(words := plain(text).split()) <= _DIMENSION_WORDS:
            order = reversed(words) if words[-1] in _GOVERNING else words
            near = next((word for word in order if self._dimensions.get(word) in _CORE), None)
            near = "overall" if words[0] == "overall" else near or ("overall" if "overall" in words else None)
        return cast(Dimension, self._dimensions[near]) if near else None

    @remembered
    def rival_dimensions(self, text: str) -> bool:
        """Whether single words of a label that no rule lists name different dimensions ('Staff and neighbours')."""
        words = plain(text).split()
        guessed = self.dimension(text) is None and self.dimension(text, loose=True) is not None
        if not guessed or words[-1] in _GOVERNING:
            return False
        named = {self._dimensions.get(word) for word in words} & (_CORE | {"dependencies"})
        return len(named) > 1 and "overall" not in words

    @remembered
    def dimension_of_qualifier(self, text: str) -> bool:
        """Whether the word that names a label's dimension only qualifies what is rated ('Pupil parking').

        What is rated stands last, or before the first preposition: 'Quality of repairs', 'Parking for pupils'.
        """
        guess = self.dimension(text, loose=True)
        if guess is None or guess == "overall" or self.dimension(text) is not None:
            return False
        words = plain(_PARTING.sub(" and ", text)).split()
        first = next((at for at, word in enumerate(words) if at and word in _PREPOSITIONS), len(words))
        ends = [at for at, word in enumerate(words[:first], 1) if at == first or words[at] in _CONJUNCTIONS]
        return not any(self._dimensions.get(words[at - 1]) == guess for at in ends)

    def _dimension_built(self, words: list[str]) -> Dimension | None:
        """The dimension that a label of several known words names: 'Is the work on time'."""
        if not 1 < len(words) <= _BUILT_WORDS:
            return None
        name = next((name for composed, name in self._dimension_words if composed.fits(words)), None)
        return cast(Dimension, name) if name else None

    @remembered
    def is_kind(self, kind: str, text: str) -> bool:
        """Whether a whole text is of a kind of ``text`` rule: placeholder, instruction, legend, yes, no, title ..."""
        whole = " ".join(text.split())
        key = key_of(whole)
        if not key and kind == "placeholder":
            return bool(whole)
        if self._texts.get(kind, {}).get(key or whole):
            return True
        bare = without_pictures(whole)
        if any(pattern.fullmatch(bare) for pattern in self._patterns.get(kind, ())):
            return True
        composed = self._text_words.get(kind)
        words = re.findall(r"[\w'’]+", whole.casefold().replace("’", "'")) if composed else []
        return (
            bool(composed)
            and len(words) <= _TEXT_WORDS
            and any(found.fits(words) for found in composed or ())
        )

    def halves(self, text: str) -> tuple[str, ...]:
        """A wording in each of the document's languages; () in a document of one."""
        return ()

    def is_report_title(self, text: str) -> bool:
        """Whether a line is a report's title, alone or before a name: 'Highlight Report: Depot Renewal'."""
        kind = self.title_pattern.match(text.strip())
        rest = text.strip()[kind.end() :].lstrip() if kind else ""
        return kind is not None and (not rest or rest[0] in ":–—-|")

    @remembered
    def is_risk_sentence(self, sentence: str) -> bool:
        """Whether a sentence says of itself that it tells a risk."""
        return "risk" in self._sentences.kinds(sentence)

    @remembered
    def activity_kind(self, status: str) -> str | None:
        """The kind of activity that a status ('In progress', 'Done') tells, None where it tells none."""
        for kind in ("missed", "completed", "in-progress", "planned"):
            if self.is_kind(f"status-{kind}", status.strip(" .:")):
                return kind
        return None


def _as_printed(part: str) -> str:
    """A part of a title as a pattern; only where it is a dash or an apostrophe may the printed title have one."""
    if part[0].isalnum():
        return re.escape(part)
    if any(dash in part for dash in "–—") or " - " in part:
        return r"\s*[–—-]\s*"
    return "['’]" if part in {"'", "’"} else r"[\s/-]+"


def _title_pattern(rules: Rules) -> re.Pattern[str]:
    """What finds the words of a report's kind inside a title, the longest first; single words are too common."""
    titles = {phrase for rule in rules.texts if rule.kind == "title" for phrase in rule.phrases}
    wordings = {
        words
        for phrase in titles
        for words in (key_of(phrase), phrase.casefold())
        if " " in words or len(words) >= _OWN_WORD
    }
    longest = sorted(wordings, key=lambda words: (-len(words), words))
    body = "|".join("".join(map(_as_printed, _PARTS.findall(words))) for words in longest)
    return re.compile(rf"(?<![\w-])(?:{body})(?!\w)", re.IGNORECASE)
