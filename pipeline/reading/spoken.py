"""The language that a document is written in, told by its commonest words, and what is told where no rule knows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.model import Finding, Report, Source
from pipeline.values.notation import Notation
from rules.schema import LanguageRule, Rules

ENGLISH = "English"
"""The language of the rules that every document is read by."""
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = {code: sign if (sign := chr(code).casefold()).isalpha() else " " for code in range(128)}
"""What ASCII's signs are in words that are compared."""
_LEAST = 6
"""Words of a language that a document must hold before it counts as written in it."""
_SHARE = 0.08
"""Of a document's words: fewer may be names and quotations ('die Deutsche Bank')."""
_OUTDONE = 1.5
"""Times the words of English, and of the next language, that those of a document's own are."""
_LATIN = 0x36F
"""The last sign that Latin letters and their accents take."""
_LETTERS = 200
"""Letters of other scripts from which they, where they are the most, tell a language that no rule knows."""
_KEYS = (
    "document",
    "project",
    "report_date",
    "ratings",
    "activities",
    "risks",
    "milestones",
    "finances",
    "decisions",
)
"""What may stand unread in a report of a language that no rule knows."""


def language_of(lines: Sequence[str], rules: Rules) -> LanguageRule | None:
    """The language of a document's lines; None for English, and where its few words tell none."""
    counts = Counter(_words_in(lines))
    words = _words_of(rules)
    scores = {name: sum([counts[word] for word in own if word in counts]) for name, own in words.items()}
    ranked = sorted((name for name in scores if name != ENGLISH), key=lambda name: -scores[name])
    if not ranked or scores[ranked[0]] < max(_LEAST, _SHARE * sum(counts.values())):
        return None
    best, others = ranked[0], [scores.get(ENGLISH, 0)]
    if scores[best] < _OUTDONE * max(others) or (len(ranked) > 1 and scores[ranked[1]] == scores[best]):
        return None
    return next(rule for rule in rules.languages if rule.name == best)


def _words_in(lines: Sequence[str]) -> list[str]:
    """The words of lines in their compared form; those of plain letters, as most are, by a table that is soon asked."""
    plain = "\n".join([line for line in lines if line.isascii()])
    other = "\n".join([line for line in lines if not line.isascii()])
    return [*plain.translate(_PLAIN).split(), *_WORD.findall(other.casefold())]


def notation_for(language: LanguageRule | None, rules: Rules) -> Notation | None:
    """How a language writes dates and amounts; None for English, and where no rule says."""
    return _notation(language, rules) if language is not None else None


def rules_for(language: LanguageRule | None, rules: Rules) -> Rules:
    """The rules for a document in a language."""
    return rules if language is None else _spoken(language.name, rules)


@lru_cache(maxsize=16)
def _spoken(name: str, rules: Rules) -> Rules:
    return rules.in_language(name)


@lru_cache(maxsize=16)
def _notation(language: LanguageRule, rules: Rules) -> Notation | None:
    spoken = _spoken(language.name, rules)
    return Notation(language, spoken) if spoken.notations else None


@lru_cache(maxsize=4)
def _words_of(rules: Rules) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for rule in rules.languages:
        found[rule.name] = found.get(rule.name, frozenset()) | {word.casefold() for word in rule.words}
    return found


def with_unread_language(
    report: Report, language: LanguageRule | None, lines: Sequence[str], rules: Rules
) -> Report:
    """A report with the warning that no rule knows its language, about the document and each key left unread."""
    name = language.name if language is not None else _other_script(lines)
    if name is None or name in dict(rules.spoken):
        return report
    message = (
        f"The document is written in {name}, which no rule knows: what it says may stand unread as it is."
    )
    unread = [key for key in _KEYS if key == "document" or not getattr(report, key)]
    told = tuple(Finding("language-unknown", "warning", key, message, Source()) for key in unread)
    return replace(report, findings=(*told, *report.findings))


def _other_script(lines: Sequence[str]) -> str | None:
    """'a script other than Latin' where most of the letters are of such."""
    wide = [char for line in lines if not line.isascii() for char in line if ord(char) > _LATIN]
    other = sum(map(str.isalpha, wide))
    if other < _LETTERS:
        return None  # so few that the Latin ones need not be counted
    letters = sum([sum(map(str.isalpha, line)) for line in lines])
    return "a script that is not Latin" if 2 * other > letters else None
