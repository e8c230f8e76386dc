"""Whether a rule does what it says: its example and every wording of it are tried on the reading's own vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.nlp import IdeaTagger
from pipeline.reading.spoken import ENGLISH, language_of
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_period
from pipeline.values.money import parse_amount, parse_percent
from pipeline.values.notation import Notation, written_in
from rules.schema import (
    ColourRule,
    ColumnRule,
    ConceptRule,
    DimensionRule,
    HeadingRule,
    LabelRule,
    LanguageRule,
    NotationRule,
    RatingRule,
    Rule,
    Rules,
    SentenceRule,
    TextRule,
    kind_of,
    meaning_of,
)

_FILLER = "filler"
"""The concept whose words carry no idea."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What does not come about, in words; ``wording``: the one it is about, or ''."""

    message: str
    wording: str = ""


class Trial:
    """Tries rules on the vocabulary that all rules make together."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.vocabulary = Vocabulary(rules)
        self._tagger = IdeaTagger((concept.name, concept.words) for concept in rules.concepts)

    def complaints(self, rule: Rule) -> list[Complaint]:
        """What of a rule does not come about; empty where it does what it says."""
        return [*self._empty(rule), *self._wordings(rule)]

    def meaning(self, rule: Rule, wording: str) -> str | None:
        """What a wording means as a wording of the rule's kind, None where nothing is known of it."""
        ask = self.vocabulary
        if isinstance(rule, HeadingRule):
            match = ask.heading(wording)
            return match.section if match else None
        if isinstance(rule, LabelRule):
            return ask.field(wording)
        if isinstance(rule, DimensionRule):
            return ask.dimension(wording)
        if isinstance(rule, RatingRule):
            return ask.rating_words.of_word(wording)
        if isinstance(rule, ColourRule):
            return ask.rating_words.of_colour(wording)
        if isinstance(rule, ColumnRule):
            parts = [column.role for column in ask.columns(wording) if column.register == rule.register]
            role = rule.role if rule.role in parts else next(iter(parts), None)
            return None if role is None else f"{rule.register}.{role}"
        if isinstance(rule, TextRule):
            return rule.kind if ask.is_kind(rule.kind, wording) else None
        if isinstance(rule, SentenceRule):
            return rule.kind if ask.is_risk_sentence(wording) else None
        if isinstance(rule, LanguageRule):
            told = language_of([wording], self.rules)
            return told.name if told else ENGLISH
        return self._notation(rule, wording) if isinstance(rule, NotationRule) else None

    def _notation(self, rule: NotationRule, wording: str) -> str | None:
        """The rule's own kind where an example in its language holds a date, an amount or a share."""
        with written_in(Notation(None, self.rules)):
            read = (parse_period(wording), parse_amount(wording), parse_percent(wording))
        return rule.kind if any(value is not None for value in read) else None

    def _wordings(self, rule: Rule) -> Iterator[Complaint]:
        if isinstance(rule, ConceptRule):
            yield from self._ideas(rule)
            return
        wanted = meaning_of(rule)
        for wording in wordings_of(rule):
            found = self.meaning(rule, wording)
            if found is None:
                way_out = "; put it among the wordings, or give an example that they recognise"
                yield Complaint(f"the example '{wording}' is not recognised{way_out}", wording)
            elif found != wanted:
                yield Complaint(f"'{wording}' is read as '{found}', not as '{wanted}'", wording)

    def _ideas(self, rule: ConceptRule) -> Iterator[Complaint]:
        alone = IdeaTagger([(f"only {rule.name}", rule.words)])
        if rule.name == _FILLER:
            ideas = IdeaTagger([(_FILLER, rule.words)]).tag(rule.example)
            carried = not ideas.names and ideas.coverage == 1.0
        else:
            carried = f"only {rule.name}" in alone.tag(rule.example).names
            carried = carried and rule.name in self._tagger.tag(rule.example).names
        if not carried:
            yield Complaint(f"the example '{rule.example}' holds none of the words of '{rule.name}'")

    @staticmethod
    def _empty(rule: Rule) -> Iterator[Complaint]:
        if not isinstance(rule, ColourRule) and not any(
            getattr(rule, key, ()) for key in ("phrases", "words", "patterns", "needs")
        ):
            yield Complaint(f"a {kind_of(rule)} without wordings recognises nothing; give it some")


def wordings_of(rule: Rule) -> Iterable[str]:
    """A rule's example and its whole wordings, each once; patterns and ideas are tried by the example alone."""
    whole = getattr(rule, "phrases", ()) or (rule.words if isinstance(rule, RatingRule) else ())
    return dict.fromkeys((rule.example, *whole))
