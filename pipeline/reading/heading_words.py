"""Headings by their words: the section that a wording opens, by a listed phrase, by its ideas or by its spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.nlp import IdeaTagger
from pipeline.reading.spelling import Spellings
from pipeline.reading.wording import (
    plain,
    without_brackets,
    without_colon,
    without_numbering,
    without_project,
)
from pipeline.values.money import ends_with_unit
from rules.schema import HeadingRule, Rules

_HEADING_LENGTH = 110
"""Characters: the longest form labels ('Key activities completed / milestones achieved ...') stay well below."""
_HEADING_WORDS = 16
_SURE = 0.75
_ADDRESSEE = re.compile(r"\s+(?:from|for|by|of|to) (?:the )?(?:[A-Z][\w’'&-]*\s*){1,5}\??$")
"""'Approvals sought from Capital Planning Group': who is asked says nothing of the section."""
_ADDRESSEE_IN_CAPITALS = re.compile(r"\s+(?:FROM|FOR|BY|OF|TO) (?:THE )?(?:[\w’'&-]+\s*){1,5}\??$")
_ASKED_OF = re.compile(r"\s+from (?:the|our|your) (?:[\w-]+\s*){1,4}\??$", re.IGNORECASE)
"""'Support requested from the regional office': the same of somebody whom no rule knows."""
_MONEY_MEANT = {"summary", "people", "scope", "quality", "schedule", "benefits", "changes", "finances"}
"""Sections of prose, and money itself: a heading that ends with a unit of money means the money ('Resources (£k)')."""
_LAST_ONE = re.compile(r"\bsince (?:[a-z]+ ){0,3}(?:last|previous) \w+", re.IGNORECASE)
_NEXT_ONE = re.compile(
    r"\b(?:(?:to|for) (?:the |our )?|(?:before|by|until|till) (?:[a-z]+ ){0,3})next \w+", re.IGNORECASE
)
"""'since the last dashboard', 'before we next meet': whatever comes again and again, a period is meant."""
_SHORTENED = re.compile(r"(?<=\w)['’]ll\b", re.IGNORECASE)
"""'What we'll do in May' as 'What we will do'."""
_PERIOD_CODE = re.compile(
    r"(?P<before>^|\b(?:in|for|to|of|during|this|next|last|from|since) )(?:p|pd|m|q|w|wk)\s?\d{1,2}(?=$|\s)",
    re.IGNORECASE,
)
"""'Done in P8', 'Q3 highlights': the code of an accounting period, a quarter or a week is a period."""
_POINTED = re.compile(
    r"\b(?:as follows"
    r"|the following(?! (?:[\w-]+ ){0,2}(?:month|period|week|quarter|year|sprint|fortnight|stage|day)s?\b))",
    re.IGNORECASE,
)
"""'The committee is asked to consider the following:' points to its list and to no time to come."""
_LEADS_ON = re.compile(r"(?<!asked)(?<!invited)(?<!requested)(?<!urged)(?<!recommended)\s+to\s*[.…–—-]*$")
"""'Steering Committee to': the list below goes on with what they are asked."""
_HINTED = (
    ("decision", "decisions"),
    ("support", "decisions"),
    ("wanted", "decisions"),
    ("risk", "risks"),
    ("issue", "risks"),
    ("worry", "risks"),
    ("milestone", "milestones"),
    ("finance", "finances"),
    ("rating", "ratings"),
    ("next", "activities"),
    ("done", "activities"),
    ("not-done", "activities"),
    ("ongoing", "activities"),
    ("achievement", "activities"),
)
"""Ideas and the records that a section of such a heading may hold."""
_IN_BRACKETS = re.compile(r"\w\s+\(([^()]+)\)$")


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """The section that a heading opens; ``exact`` where a rule lists the whole wording."""

    section: str
    rule: str
    exact: bool
    coverage: float

    @property
    def whole(self) -> bool:
        """Whether every word of the heading speaks for the section."""
        return self.exact or self.coverage >= 1.0


class HeadingWords:
    """The wordings of headings, ready to be asked."""

    def __init__(self, rules: Rules) -> None:
        self._tagger = IdeaTagger((concept.name, concept.words) for concept in rules.concepts)
        self._rules = rules.headings
        self._phrases: dict[str, HeadingRule] = {}
        for rule in rules.headings:
            for phrase in rule.phrases:
                self._phrases.setdefault(plain(phrase), rule)
        self._spellings = Spellings(self._phrases)

    def keys_of(self, text: str) -> tuple[str, ...]:
        """The contract's keys of the records that single ideas of a heading which opens no section hint at."""
        names = self._tagger.tag(text).names
        return tuple(dict.fromkeys(key for name, key in _HINTED if name in names))

    def match(self, text: str) -> HeadingMatch | None:
        """The section that a line would open if it is a heading; its look is the caller's business."""
        found = self._by_wording(text)
        if (found is None or found.section in _MONEY_MEANT) and ends_with_unit(text[:_HEADING_LENGTH]):
            rule = found.rule if found is not None and found.section == "finances" else "a unit of money"
            return HeadingMatch("finances", rule, False, 1.0)
        return found

    def _by_wording(self, text: str) -> HeadingMatch | None:
        bare = without_colon(text)
        if not bare or len(bare) > _HEADING_LENGTH:
            return None
        for candidate in dict.fromkeys((bare, without_brackets(bare))):
            key = plain(candidate)
            rule = self._phrases.get(key) or self._phrases.get(without_project(key))
            if rule is not None:
                return HeadingMatch(rule.section, rule.origin, True, 1.0)
        for candidate in dict.fromkeys((without_brackets(bare), bare)):
            match = self._by_ideas(without_numbering(candidate))
            if match:
                return match if match.coverage >= 1.0 else self._by_brackets(bare) or match
        near = self._spellings.nearest(plain(bare))
        if near:
            rule = self._phrases[near]
            return HeadingMatch(rule.section, rule.origin, True, 1.0)
        return self._by_brackets(bare)

    def _by_brackets(self, text: str) -> HeadingMatch | None:
        """'What is in our way (issues)': the usual word for the section, in brackets after the writer's own."""
        inside = _IN_BRACKETS.search(text)
        rule = self._phrases.get(plain(inside[1])) if inside else None
        return HeadingMatch(rule.section, rule.origin, False, 1.0) if rule is not None else None

    def _by_ideas(self, text: str) -> HeadingMatch | None:
        said = _LEADS_ON.sub(" asked to", _POINTED.sub("", _SHORTENED.sub(" will", text)))
        said = _NEXT_ONE.sub("next period", _LAST_ONE.sub("since the last report", said))
        said = _PERIOD_CODE.sub(r"\g<before>period", said)
        ideas = self._tagger.tag(said)
        addressee = _ADDRESSEE_IN_CAPITALS if said.isupper() else _ADDRESSEE
        if ideas.coverage < _SURE and (addressed := addressee.sub("", said)) not in {"", said}:
            whole = self._phrases.get(plain(addressed))
            if whole is not None and whole.section == "decisions":
                return HeadingMatch(whole.section, whole.origin, False, 1.0)
            ideas = max(ideas, self._tagger.tag(addressed), key=lambda found: found.coverage)
        if ideas.coverage < 1.0 and (asked := _ASKED_OF.sub("", said)) != said:
            wanted = self._tagger.tag(asked)
            ideas = wanted if wanted.coverage >= 1.0 and "wanted" in wanted.names else ideas
        if not ideas.names or ideas.words > _HEADING_WORDS:
            return None
        for rule in self._rules:
            if (
                rule.needs
                and all(any(name in ideas.names for name in need.split("|")) for need in rule.needs)
                and not any(name in ideas.names for name in rule.refuses)
            ):
                return HeadingMatch(rule.section, rule.origin, False, ideas.coverage)
        return None
