"""The rule files and what each may hold; everything is checked before a document is opened.

A rule file is TOML: lists of tables named as in ``KINDS``. A mistake is an error that names the file, the line, the
key and the nearest known one, and all mistakes are told together. A file that holds a ``language`` holds that
language's rules: they count in documents that are written in it, and nowhere else.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from importlib import resources
from pathlib import Path
from typing import TypeVar

from rules.tables import Problem, check_values, keys_of, nearest, read_folder, read_tables


class RuleError(ValueError):
    """Rule files that cannot be used: each of ``problems`` names the file, the rule and what to write instead."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        lines = [str(problem) for problem in problems]
        several = f"the rules hold {len(lines)} mistakes:"
        super().__init__(lines[0] if len(lines) == 1 else "\n  ".join([several, *lines]))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What all rules share: an ``example`` that a test runs, and where the rule stands; ``own``: a user's."""

    example: str
    origin: str = field(default="", compare=False, metadata={"key": False})
    line: int | None = field(default=None, compare=False, metadata={"key": False})
    own: bool = field(default=False, compare=False, metadata={"key": False})


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptRule(Rule):
    """The words that carry one idea of a heading."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRule(Rule):
    """Which section a heading opens: whole ``phrases``, or ideas that it ``needs`` ('a|b': either) and ``refuses``."""

    section: str
    phrases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRule(Rule):
    """The wordings of a form label and the field it fills: whole ``phrases``, or labels made only of the words of
    ``needs`` (each of them there; 'a|b': either) and ``allows``.
    """

    field: str
    phrases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    allows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionRule(Rule):
    """The wordings of a rated dimension: whole ``phrases``, or ``needs`` and ``allows`` as for labels."""

    name: str
    phrases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    allows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRule(Rule):
    """The words and letters of a rating value."""

    value: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourRule(Rule):
    """The colours of a rating value: hue in degrees (may wrap past 0), saturation and lightness 0..1 (HSL)."""

    value: str
    hue: tuple[float, ...] = (0, 360)
    saturation: tuple[float, ...] = (0, 1)
    lightness: tuple[float, ...] = (0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRule(Rule):
    """Whole texts of one kind: ``phrases``, ``patterns`` (regular expressions for the whole line), or texts made only
    of the words of ``needs`` (each of them there; 'a|b': either) and ``allows``.
    """

    kind: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    allows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRule(Rule):
    """The wordings of a table's column head, the register it speaks for and its part in the records.

    ``needs`` and ``allows`` as for labels: a head put together from known words.
    """

    register: str
    role: str
    phrases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    allows: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRule(Rule):
    """Word patterns of sentences that are records wherever they stand in their section."""

    kind: str
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRule(Rule):
    """Other names under which reports speak of one project; ``name`` is the one to show. It tells nothing of how a
    report is read, so that declaring one has no report read again.
    """

    name: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRule(Rule):
    """The commonest words of a language, by which a document's is told. ``decimal``: the sign before its decimals."""

    name: str
    words: tuple[str, ...]
    decimal: str = "."


@dataclass(frozen=True, slots=True, kw_only=True)
class NotationRule(Rule):
    """How a language writes parts of dates and amounts: ``months`` in their order, other spellings parted by '|';
    the words of 'end', 'by', 'million'.
    """

    kind: str
    words: tuple[str, ...]


_R = TypeVar("_R", bound=Rule)

KINDS: Mapping[str, type[Rule]] = {
    "concept": ConceptRule,
    "heading": HeadingRule,
    "label": LabelRule,
    "dimension": DimensionRule,
    "rating": RatingRule,
    "colour": ColourRule,
    "text": TextRule,
    "column": ColumnRule,
    "sentence": SentenceRule,
    "project": ProjectRule,
    "language": LanguageRule,
    "notation": NotationRule,
}
FREELY_NAMED = ("concept", "project", "language")
"""Kinds whose rules may mean what no built-in rule does."""
_PROJECTS = re.compile(r"^\s*\[\[\s*[\"']?project[\"']?\s*\]\].*?(?=^\s*\[\[|\Z)", re.MULTILINE | re.DOTALL)
NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "concept": ("name",),
    "heading": ("section",),
    "label": ("field",),
    "dimension": ("name",),
    "rating": ("value",),
    "colour": ("value",),
    "text": ("kind",),
    "column": ("register", "role"),
    "sentence": ("kind",),
    "project": ("name",),
    "language": ("name",),
    "notation": ("kind",),
}
"""The keys that say what a rule's wordings mean. But for those freely named, a user's rule can mean only what the
built-in ones do: the reading knows no other.
"""


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, a user's own before the built-in ones. ``spoken`` holds those of single languages, by its name;
    ``version`` changes with any word of those that tell how reports are read.
    """

    concepts: tuple[ConceptRule, ...] = ()
    headings: tuple[HeadingRule, ...] = ()
    labels: tuple[LabelRule, ...] = ()
    dimensions: tuple[DimensionRule, ...] = ()
    ratings: tuple[RatingRule, ...] = ()
    colours: tuple[ColourRule, ...] = ()
    texts: tuple[TextRule, ...] = ()
    columns: tuple[ColumnRule, ...] = ()
    sentences: tuple[SentenceRule, ...] = ()
    projects: tuple[ProjectRule, ...] = ()
    languages: tuple[LanguageRule, ...] = ()
    notations: tuple[NotationRule, ...] = ()
    spoken: tuple[tuple[str, Rules], ...] = ()
    version: str = ""

    def __hash__(self) -> int:
        """Of the version alone: whoever keeps something by the rules asks with every document."""
        return hash(self.version)

    def all(self) -> list[Rule]:
        """Every rule, kind by kind; within a kind in the order in which they are asked."""
        kinds = [item.name for item in fields(self) if item.name not in {"spoken", "version"}]
        return [rule for kind in kinds for rule in getattr(self, kind)]

    def every(self) -> list[Rule]:
        """As ``all``, with those of single languages."""
        return [*self.all(), *(rule for _, rules in self.spoken for rule in rules.all())]

    def in_language(self, name: str) -> Rules:
        """The rules for a document in a language: a user's own, then the language's, then the others."""
        spoken = dict(self.spoken).get(name)
        if spoken is None:
            return self
        own = [rule for rule in self.all() if rule.own]
        given = [rule for rule in self.all() if not rule.own]
        return replace(_gathered([*own, *spoken.all(), *given], f"{self.version} {name}"), spoken=self.spoken)

    def aliases(self) -> dict[str, str]:
        """Each declared name of a project → the name to show for it."""
        return {phrase: rule.name for rule in self.projects for phrase in (rule.name, *rule.phrases)}


def load_rules(*folders: Path) -> Rules:
    """The built-in rules with those of ``folders`` (every ``*.toml``) put before them.

    Raises:
        RuleError: a folder or file cannot be read, or rules of it are wrong.
    """
    rules, problems = examine_rules(*folders)
    if problems:
        raise RuleError(problems)
    return rules


def examine_rules(*folders: Path) -> tuple[Rules, tuple[Problem, ...]]:
    """As ``load_rules``, with every mistake told and the rules that are wrong left out."""
    sources: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for folder in folders:
        found, wrong = read_folder(folder)
        sources += found
        problems += wrong
    own: list[Rule] = []
    for name, text in sources:
        parsed, wrong = _parse(name, text, own=True)
        own += parsed
        problems += wrong
    built_in = list(_built_in())
    given = [rule for name, text in built_in for rule in parse_rules(name, text)]
    sources += built_in
    unknown = [(rule, problem) for rule in own for problem in _unknown_names(rule, own, given)]
    problems += [problem for _, problem in unknown]
    wrong_rules = {id(rule) for rule, _ in unknown}
    rules = [*(rule for rule in own if id(rule) not in wrong_rules), *given]
    digest = hashlib.sha256(
        "\n".join(f"{name}\n{_PROJECTS.sub('', text)}" for name, text in sources).encode()
    ).hexdigest()
    return _by_language(rules, digest[:12]), tuple(problems)


def parse_rules(name: str, text: str) -> list[Rule]:
    """The rules of one file.

    Args:
        name: the file's name, for messages.
        text: the file's content.

    Raises:
        RuleError: not TOML, an unknown kind or key, a missing key, a wrong type, a pattern that does not compile.
    """
    rules, problems = _parse(name, text, own=False)
    if problems:
        raise RuleError(problems)
    return rules


def kind_of(rule: Rule) -> str:
    """The name of a rule's kind, as it stands between the double brackets."""
    return next(name for name, kind in KINDS.items() if isinstance(rule, kind))


def meaning_of(rule: Rule) -> str:
    """What a rule's wordings mean: the section, the field, 'risks.owner' for a column."""
    return ".".join(str(getattr(rule, key)) for key in NAMED_BY[kind_of(rule)])


def _parse(name: str, text: str, *, own: bool) -> tuple[list[Rule], list[Problem]]:
    tables, problems = read_tables(name, text, KINDS)
    rules: list[Rule] = []
    for table in tables:
        kind = KINDS[table.kind]
        values, wrong = check_values(table, keys_of(kind))
        problems += wrong
        if not wrong:
            rules.append(kind(**values, origin=f"{name} {table.name}", line=table.line, own=own))
    return rules, problems


def _unknown_names(rule: Rule, own: Iterable[Rule], given: Iterable[Rule]) -> Iterable[Problem]:
    """The names in a user's rule that no built-in rule uses: nothing would ever come of them."""
    kind = kind_of(rule)
    file, _, table = rule.origin.partition(" [[")
    alike = [known for known in given if type(known) is type(rule)]
    for key in NAMED_BY[kind] if kind not in FREELY_NAMED else ():
        known = {str(getattr(item, key)) for item in alike}
        name = str(getattr(rule, key))
        if name not in known:
            message = f"unknown {key} '{name}'{nearest(name, known)}"
            yield Problem(file, message, f"[[{table}", key, rule.line)
            return
        alike = [item for item in alike if getattr(item, key) == name]
    if isinstance(rule, HeadingRule):
        concepts = {item.name for item in (*own, *given) if isinstance(item, ConceptRule)}
        for key, names in (("needs", rule.needs), ("refuses", rule.refuses)):
            for name in (part for item in names for part in item.split("|")):
                if name not in concepts:
                    message = f"'{key}' names an unknown concept '{name}'{nearest(name, concepts)}"
                    yield Problem(file, message, f"[[{table}", key, rule.line)


def file_of(rule: Rule) -> str:
    """The name of the file that a rule stands in."""
    return rule.origin.partition(" [[")[0]


def _by_language(rules: list[Rule], version: str) -> Rules:
    """The rules, those of a file that names a language set apart as that language's."""
    languages = {(file_of(rule), rule.own): rule.name for rule in rules if isinstance(rule, LanguageRule)}
    spoken: dict[str, list[Rule]] = {}
    rest: list[Rule] = []
    for rule in rules:
        name = languages.get((file_of(rule), rule.own))
        bound = name is not None and not isinstance(rule, (LanguageRule, ProjectRule))
        (spoken.setdefault(name, []) if bound and name else rest).append(rule)
    gathered = tuple((name, _gathered(found, f"{version} {name} alone")) for name, found in spoken.items())
    return replace(_gathered(rest, version), spoken=gathered)


def _gathered(rules: Iterable[Rule], version: str) -> Rules:
    given = list(rules)

    def of(kind: type[_R]) -> tuple[_R, ...]:
        return tuple(rule for rule in given if isinstance(rule, kind))

    return Rules(
        concepts=of(ConceptRule),
        headings=of(HeadingRule),
        labels=of(LabelRule),
        dimensions=of(DimensionRule),
        ratings=of(RatingRule),
        colours=of(ColourRule),
        texts=of(TextRule),
        columns=of(ColumnRule),
        sentences=of(SentenceRule),
        projects=of(ProjectRule),
        languages=of(LanguageRule),
        notations=of(NotationRule),
        version=version,
    )


def _built_in() -> Iterable[tuple[str, str]]:
    rules = resources.files("rules")
    for folder in (rules, rules / "languages", rules / "profiles"):
        for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if item.name.endswith(".toml"):
                yield item.name, item.read_text(encoding="utf-8")
