"""The rule files and what each may hold; everything is checked before a document is opened.

A rule file is TOML: lists of tables named ``concept``, ``heading``, ``label``, ``dimension``, ``rating``, ``colour``,
``text``, ``column`` and ``sentence``. A wrong key is an error that names the file, the key and the nearest known one.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

_NUMBERS = 2
"""A range is a pair."""


class RuleError(ValueError):
    """A rule file that cannot be used: the message names the file, the rule and what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What all rules share: an ``example`` that a test runs, and where the rule stands."""

    example: str
    origin: str = field(default="", compare=False)


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
    """The wordings of a rated dimension."""

    name: str
    phrases: tuple[str, ...]


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
    """Whole texts of one kind: ``phrases``, or ``patterns`` (regular expressions for the whole line)."""

    kind: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


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
}


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, a user's own before the built-in ones. ``version`` changes with any word of them."""

    concepts: tuple[ConceptRule, ...] = ()
    headings: tuple[HeadingRule, ...] = ()
    labels: tuple[LabelRule, ...] = ()
    dimensions: tuple[DimensionRule, ...] = ()
    ratings: tuple[RatingRule, ...] = ()
    colours: tuple[ColourRule, ...] = ()
    texts: tuple[TextRule, ...] = ()
    columns: tuple[ColumnRule, ...] = ()
    sentences: tuple[SentenceRule, ...] = ()
    version: str = ""


def load_rules(*folders: Path) -> Rules:
    """The built-in rules with those of ``folders`` (every ``*.toml``) put before them.

    Raises:
        RuleError: a folder or file cannot be read, or a rule of it is wrong.
    """
    own = [path for folder in folders for path in _rule_files(folder)]
    sources = [(path.name, path.read_text(encoding="utf-8")) for path in own]
    sources += list(_built_in())
    rules = [rule for name, text in sources for rule in parse_rules(name, text)]
    digest = hashlib.sha256("\n".join(f"{name}\n{text}" for name, text in sources).encode()).hexdigest()

    def of(kind: type[_R]) -> tuple[_R, ...]:
        return tuple(rule for rule in rules if isinstance(rule, kind))

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
        version=digest[:12],
    )


def parse_rules(name: str, text: str) -> list[Rule]:
    """The rules of one file.

    Args:
        name: the file's name, for messages.
        text: the file's content.

    Raises:
        RuleError: not TOML, an unknown kind or key, a missing key, a wrong type, a pattern that does not compile.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{name}: not valid TOML: {error}") from error
    rules: list[Rule] = []
    for kind, tables in content.items():
        if kind not in KINDS:
            raise RuleError(f"{name}: unknown kind of rule '{kind}'{_nearest(kind, KINDS)}")
        if not isinstance(tables, list):
            raise RuleError(f"{name}: '{kind}' must be written as [[{kind}]]")
        rules += [
            _build(f"{name} [[{kind}]] {number}", KINDS[kind], table)
            for number, table in enumerate(tables, 1)
        ]
    return rules


def _build(where: str, kind: type[Rule], table: dict[str, Any]) -> Rule:
    known = {item.name: item for item in fields(kind) if item.name != "origin"}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise RuleError(f"{where}: unknown key '{key}'{_nearest(key, known)}")
        values[key] = _typed(where, key, value, str(known[key].type))
    for key, item in known.items():
        if key not in values and item.default is MISSING:
            raise RuleError(f"{where}: the key '{key}' is missing")
    for pattern in values.get("patterns", ()) if kind is TextRule else ():
        try:
            re.compile(pattern)
        except re.error as error:
            raise RuleError(f"{where}: the pattern {pattern!r} is no regular expression: {error}") from error
    return kind(**values, origin=where)


def _typed(where: str, key: str, value: Any, wanted: str) -> Any:
    if wanted == "str" and isinstance(value, str):
        return value
    if wanted == "float" and isinstance(value, (int, float)):
        return float(value)
    if (
        wanted == "tuple[str, ...]"
        and isinstance(value, list)
        and all(isinstance(item, str) for item in value)
    ):
        return tuple(value)
    if (
        wanted == "tuple[float, ...]"
        and isinstance(value, list)
        and len(value) == _NUMBERS
        and all(isinstance(item, (int, float)) for item in value)
    ):
        return tuple(float(item) for item in value)
    kinds = {
        "str": "a text",
        "float": "a number",
        "tuple[str, ...]": "a list of texts",
        "tuple[float, ...]": "two numbers",
    }
    raise RuleError(f"{where}: '{key}' must be {kinds[wanted]}")


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(sorted(known))}"


def _rule_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such folder of rule files")
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise RuleError(f"{folder}: holds no rule file (*.toml)")
    return files


def _built_in() -> Iterable[tuple[str, str]]:
    for folder in (resources.files("rules"), resources.files("rules") / "profiles"):
        for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if item.name.endswith(".toml"):
                yield item.name, item.read_text(encoding="utf-8")
