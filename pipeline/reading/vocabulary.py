"""What the rules say of a short text: heading, label, dimension, column head, placeholder ... One object a process."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from pipeline.model import Dimension, RatingValue
from pipeline.nlp import IdeaTagger, SentencePatterns
from pipeline.reading.memory import remembered
from pipeline.reading.spelling import Spellings
from pipeline.reading.wording import (
    any_of,
    in_one_language,
    in_two_languages,
    key_of,
    plain,
    without_brackets,
    without_colon,
    without_numbering,
    without_pictures,
    without_project,
    without_unit,
    without_year,
)
from pipeline.values.rating import RatingWords
from rules.schema import HeadingRule, Rules

_HEADING_LENGTH = 110
"""Characters: the longest form labels ('Key activities completed / milestones achieved ...') stay well below."""
_HEADING_WORDS = 16
_INSIDE_HEAD = 45
_INSIDE_PHRASE = 6
"""Letters of an unknown column head, and of a known one inside it, for the known one to speak for it."""
_SURE = 0.75
_ADDRESSEE = re.compile(r"\s+(?:from|for|by|of|to) (?:the )?(?:[A-Z][\w’'&-]*\s*){1,5}\??$")
"""'Approvals sought from Capital Planning Group': who is asked says nothing of the section."""
_LAST_ONE = re.compile(r"\bsince (?:the |our )?(?:last|previous) \w+", re.IGNORECASE)
_NEXT_ONE = re.compile(r"\b(?:before|by|until|to|for) (?:the |our )?next \w+", re.IGNORECASE)
"""'since the last dashboard', 'before the next bulletin': whatever the report calls itself, a period is meant."""
_PARTS = re.compile(r"\w+|\W+")
_QUALIFIER = re.compile(
    r"^(?:(?:project|risk|issue|milestone|deliverable|task|activity|action|budget|current|target|key|overall|agreed|proposed)s?\s+)+(?=\S)"
)
"""Words before a column head that only say whose column it is ('Issue resolution', 'Target due date')."""
_QUALIFIERS = 2
"""The empty one and one word more ('ICT project manager')."""
_NOT_THE_HOLDER = {
    "deputy",
    "assistant",
    "former",
    "previous",
    "next",
    "acting",
    "interim",
    "proposed",
    "client",
    "supplier",
}
_LABEL_WORDS = 16
_HALF_WORDS = 6
"""Words of a short answer in each of two languages ('Dim / None')."""
_TEXT_WORDS = 16
"""Words of the longest text put together from known words: 'There are no risks that need the Board's attention'."""
_HELD_FOR = re.compile(r"(?P<role>[\w ]{2,30}?) (?:for|on behalf of) ", re.IGNORECASE)
"""'Sponsor for Chapter', 'Project manager for the Trust': whose the role is follows it."""
_LABEL_PARTS = 3
_ROLES = {"sponsor", "manager", "manager-fallback"}
"""Whom a label may name beside somebody that no rule knows ('PM/Champion')."""
_DIMENSION_WORDS = 6
"""Words of a dimension that one of them may name ('Clinical quality and safety')."""
_CORE = {"schedule", "cost", "scope", "quality", "resources", "benefits", "risk", "stakeholders"}
"""Dimensions that one word of a longer label may name; its last word tells most ('Staff engagement')."""
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


@dataclass(frozen=True, slots=True)
class _Composed:
    """A wording put together from known words: one of each of ``needs``, and no word that is not ``allowed``."""

    needs: tuple[frozenset[str], ...]
    allowed: frozenset[str]

    @staticmethod
    def of(needs: tuple[str, ...], allows: tuple[str, ...]) -> _Composed:
        """From a rule's words, alternatives parted by '|'."""
        wanted = tuple(frozenset(need.split("|")) for need in needs)
        return _Composed(wanted, frozenset(allows).union(*wanted))

    def fits(self, words: list[str]) -> bool:
        """Whether these words, all of them, are such a wording."""
        return self.allowed.issuperset(words) and not any(need.isdisjoint(words) for need in self.needs)


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """The section that a heading opens; ``exact`` where a rule lists the whole wording."""

    section: str
    rule: str
    exact: bool
    coverage: float


@dataclass(frozen=True, slots=True)
class Column:
    """What a column head may be: its part in a register's records."""

    register: str
    role: str
    weight: float


class Vocabulary:
    """The rules, ready to be asked."""

    def __init__(self, rules: Rules) -> None:
        self.lasting = self
        self.rating_words = RatingWords(rules)
        self._tagger = IdeaTagger((concept.name, concept.words) for concept in rules.concepts)
        self.title_pattern = _title_pattern(rules)
        self._sentences = SentencePatterns((rule.kind, rule.patterns) for rule in rules.sentences)
        self._headings = rules.headings
        self._heading_phrases: dict[str, HeadingRule] = {}
        for rule in rules.headings:
            for phrase in rule.phrases:
                self._heading_phrases.setdefault(plain(phrase), rule)
        self._labels: dict[str, str] = {}
        for label in rules.labels:
            for phrase in label.phrases:
                self._labels.setdefault(plain(phrase), label.field)
        self._label_words = [
            (_Composed.of(label.needs, label.allows), label.field) for label in rules.labels if label.needs
        ]
        self._dimensions: dict[str, str] = {}
        for dimension in rules.dimensions:
            for phrase in dimension.phrases:
                self._dimensions.setdefault(plain(phrase), dimension.name)
        self._columns: dict[str, list[Column]] = {}
        for column in rules.columns:
            for phrase in column.phrases:
                self._columns.setdefault(key_of(phrase), []).append(
                    Column(column.register, column.role, column.weight)
                )
        self._column_words = [
            (_Composed.of(column.needs, column.allows), Column(column.register, column.role, column.weight))
            for column in rules.columns
            if column.needs
        ]
        self._heading_spellings = Spellings(self._heading_phrases)
        self._label_spellings = Spellings(self._labels)
        self._dimension_spellings = Spellings(self._dimensions)
        self._column_spellings = Spellings(self._columns)
        self._long_columns = {
            key: rank for rank, key in enumerate(self._columns) if len(key) >= _INSIDE_PHRASE
        }
        self._column_vocabulary = frozenset[str]().union(*(words.allowed for words, _ in self._column_words))
        self._texts: dict[str, dict[str, bool]] = {}
        patterns: dict[str, list[str]] = {}
        for text in rules.texts:
            self._texts.setdefault(text.kind, {}).update(
                {key_of(phrase) or phrase: True for phrase in text.phrases}
            )
            patterns.setdefault(text.kind, []).extend(text.patterns)
        self._patterns = {kind: any_of(found) for kind, found in patterns.items()}
        self._text_words: dict[str, list[_Composed]] = {}
        for text in rules.texts:
            if text.needs:
                self._text_words.setdefault(text.kind, []).append(_Composed.of(text.needs, text.allows))

    def with_ratings(self, meanings: dict[str, RatingValue]) -> Vocabulary:
        """A copy that also knows a document's own rating words."""
        own = copy.copy(self)
        own.rating_words = self.rating_words.with_legend(meanings)
        return own

    @remembered
    def heading(self, text: str) -> HeadingMatch | None:
        """The section that a line would open if it is a heading; its look is the caller's business."""
        bare = without_colon(text)
        if not bare or len(bare) > _HEADING_LENGTH:
            return None
        for candidate in dict.fromkeys((bare, without_brackets(bare))):
            key = plain(candidate)
            rule = self._heading_phrases.get(key) or self._heading_phrases.get(without_project(key))
            if rule is not None:
                return HeadingMatch(rule.section, rule.origin, True, 1.0)
        for candidate in dict.fromkeys((without_brackets(bare), bare)):
            match = self._by_ideas(without_numbering(candidate))
            if match:
                return match
        near = self._heading_spellings.nearest(plain(bare))
        if near:
            rule = self._heading_phrases[near]
            return HeadingMatch(rule.section, rule.origin, True, 1.0)
        return in_one_language(bare, self.heading)

    def _by_ideas(self, text: str) -> HeadingMatch | None:
        said = _NEXT_ONE.sub("next period", _LAST_ONE.sub("since the last report", text))
        ideas = self._tagger.tag(said)
        if ideas.coverage < _SURE and (addressed := _ADDRESSEE.sub("", said)) not in {"", said}:
            ideas = max(ideas, self._tagger.tag(addressed), key=lambda found: found.coverage)
        if not ideas.names or ideas.words > _HEADING_WORDS:
            return None
        for rule in self._headings:
            if (
                rule.needs
                and all(any(name in ideas.names for name in need.split("|")) for need in rule.needs)
                and not any(name in ideas.names for name in rule.refuses)
            ):
                return HeadingMatch(rule.section, rule.origin, False, ideas.coverage)
        return None

    @remembered
    def field(self, text: str) -> str | None:
        """The report field that a form label names ('metadata' for known labels without one), None if unknown."""
        bare = without_colon(text).rstrip("?")
        for candidate in dict.fromkeys((bare, without_brackets(bare))):
            key = plain(candidate)
            for variant in dict.fromkeys((key, key.removeprefix("the "), without_project(key))):
                if variant in self._labels:
                    return self._labels[variant]
        near = self._label_spellings.nearest(plain(bare))
        if near:
            return self._labels[near]
        *qualifier, one, two = ["", *plain(bare).split()] if len(plain(bare).split()) > 1 else ["", "", ""]
        held = self._labels.get(f"{one} {two}")
        if (
            held in {"sponsor", "manager"}
            and len(qualifier) == _QUALIFIERS
            and qualifier[-1] not in _NOT_THE_HOLDER
        ):
            return held
        if plain(bare).split()[-1:] == ["sponsor"] and len(plain(bare).split()) <= _LABEL_PARTS:
            return "sponsor"
        role = re.search(r"\(([^()]{2,40})\)$", bare)
        held = self._labels.get(plain(match["role"])) if (match := _HELD_FOR.match(bare)) else None
        if held in _ROLES:
            return held
        return (
            self._field_by_words(bare)
            or (self._labels.get(plain(role[1])) if role else None)
            or self._field_of_parts(bare)
            or in_one_language(bare, self.field)
        )

    def _field_of_parts(self, label: str) -> str | None:
        """The field of a label with a slash ('PM/Champion'): its first part's, where the others mean nothing else."""
        parts = [plain(part) for part in label.split("/")]
        if not 1 < len(parts) <= _LABEL_PARTS or not all(parts):
            return None
        fields = [self._labels.get(part) or self._labels.get(without_project(part)) for part in parts]
        roles = [field for field in fields if field in _ROLES]
        if all(fields):
            return next((field for field in fields if field != "metadata"), "metadata")
        return roles[0] if roles else None

    def _field_by_words(self, label: str) -> str | None:
        """The field of a label that is made of known words only."""
        for candidate in dict.fromkeys((label, without_brackets(label))):
            words = plain(candidate).replace("%", " % ").split()
            if words and len(words) <= _LABEL_WORDS:
                field = next((field for composed, field in self._label_words if composed.fits(words)), None)
                if field:
                    return field
        return None

    @remembered
    def dimension(self, text: str, loose: bool = False) -> Dimension | None:
        """The rated dimension that a label names; status words around it ('Budget RAG') are allowed for.

        With ``loose``, one word of a short label may name it ('Data quality').
        """
        for candidate in dict.fromkeys((text, without_brackets(text))):
            key = plain(candidate)
            if key in self._dimensions:
                return cast(Dimension, self._dimensions[key])
            words = [word for word in without_project(key).split() if word not in _STATUS_WORDS]
            if words and " ".join(words) in self._dimensions:
                return cast(Dimension, self._dimensions[" ".join(words)])
        near = self._dimension_spellings.nearest(plain(text))
        if near is None and loose and 1 < len(words := plain(text).split()) <= _DIMENSION_WORDS:
            order = reversed(words) if words[-1] in _GOVERNING else words
            near = next((word for word in order if self._dimensions.get(word) in _CORE), None)
            near = near or ("overall" if "overall" in words else None)
        if near is None:
            return in_one_language(text, self.dimension)
        return cast(Dimension, self._dimensions[near])

    @remembered
    def columns(self, text: str, loose: bool = False) -> tuple[Column, ...]:
        """The parts that a column head may play; empty where no rule knows it.

        Args:
            text: the head's words.
            loose: a known head inside an unknown one counts too.
        """
        if loose:
            near = None if (exact := self.columns(text)) else self._inside(key_of(without_brackets(text)))
            return exact or (tuple(self._columns[near]) if near else ())
        for reduce in (str, without_brackets, without_unit, without_year):
            key = key_of(reduce(text))
            for variant in dict.fromkeys(
                (key, without_project(key), key.removesuffix(" k"), key.removesuffix(" m"))
            ):
                if variant in self._columns:
                    return tuple(self._columns[variant])
        bare = _QUALIFIER.sub("", key_of(without_brackets(text)))
        if bare in self._columns:
            return tuple(self._columns[bare])
        built = self._columns_by_words(without_brackets(text))
        if built:
            return built
        near = self._column_spellings.nearest(key_of(text))
        return tuple(self._columns[near]) if near else in_one_language(text, self.columns) or ()

    def _columns_by_words(self, head: str) -> tuple[Column, ...]:
        """The parts of a head put together from known words, or from two known heads ('Raised by / owner')."""
        words = key_of(head).split()
        known = self._column_vocabulary.issuperset(words)
        built = tuple(column for composed, column in self._column_words if known and composed.fits(words))
        if built:
            return built
        parts = [key_of(part) for part in re.split(r"[/&+]|\band\b|\bor\b", head, flags=re.IGNORECASE)]
        heads = [self._columns.get(part) or self._columns.get(_QUALIFIER.sub("", part)) for part in parts]
        if len(parts) == 1 or not all(heads):
            return ()
        meant = [
            tuple(column for column in columns if column.role != "aside") for columns in heads if columns
        ]
        return next(filter(None, meant), ())

    def _inside(self, key: str) -> str | None:
        """The longest known column head that stands whole inside an unknown one ('Consumed spend to date')."""
        if not key or len(key) > _INSIDE_HEAD:
            return None
        words = key.split()
        spans = (" ".join(words[a:b]) for a, b in combinations(range(len(words) + 1), 2))
        found = [span for span in spans if span in self._long_columns]
        return min(found, key=lambda known: (-len(known), self._long_columns[known]), default=None)

    @remembered
    def is_kind(self, kind: str, text: str) -> bool:
        """Whether a whole text is of a kind of ``text`` rule: placeholder, instruction, legend, yes, no, title ..."""
        whole = " ".join(text.split())
        key = key_of(whole)
        if not key and kind == "placeholder":
            return bool(whole)
        if self._texts.get(kind, {}).get(key or whole):
            return True
        halves = in_two_languages(whole)
        if halves and all(len(half.split()) <= _HALF_WORDS for half in halves):
            return any(self.is_kind(kind, half) for half in halves)
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

    @remembered
    def is_risk_sentence(self, sentence: str) -> bool:
        """Whether a sentence says of itself that it tells a risk."""
        return "risk" in self._sentences.kinds(sentence)

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
    wordings = {words for phrase in titles for words in (key_of(phrase), phrase.casefold()) if " " in words}
    longest = sorted(wordings, key=lambda words: (-len(words), words))
    body = "|".join("".join(map(_as_printed, _PARTS.findall(words))) for words in longest)
    return re.compile(rf"(?<![\w-])(?:{body})(?!\w)", re.IGNORECASE)
