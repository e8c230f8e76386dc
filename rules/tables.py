"""TOML text to tables that know their lines, and a table's values checked against the fields of a dataclass.

Nothing here stops at the first mistake: whoever writes rules is told all of them at once.
"""

from __future__ import annotations

import codecs
import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path
from typing import Any

_NUMBERS = 2
"""A range is a pair."""
_NEAR = 0.5
"""Similarity (0..1, difflib) from which a known name is offered for an unknown one."""
_WANTED = {
    "str": "a text",
    "float": "a number",
    "tuple[str, ...]": "a list of texts",
    "tuple[float, ...]": "two numbers",
}
_HEADER = re.compile(r"\s*\[\[\s*[\"']?(?P<kind>[\w-]+)[\"']?\s*\]\]")
_KEY = re.compile(r"\s*[\"']?(?P<key>[\w-]+)[\"']?\s*=")
_LINE = re.compile(r"\(at line (?P<line>\d+), column \d+\)")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Windows editors put the first before UTF-8; '>' in its older shell writes UTF-16."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a rule file. ``rule`` is the table as '[[label]] 2'; ``line`` is 1-based, None where unknown."""

    file: str
    message: str
    rule: str = ""
    key: str = ""
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file} {self.rule}".strip()
        return f"{place}{f' (line {self.line})' if self.line else ''}: {self.message}"


@dataclass(frozen=True, slots=True)
class RuleTable:
    """One ``[[kind]]`` of a file: its number among its kind (1-based), its values and the lines they stand in."""

    file: str
    kind: str
    number: int
    values: Mapping[str, Any]
    line: int | None = None
    key_lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """'[[label]] 2'."""
        return f"[[{self.kind}]] {self.number}"

    def problem(self, message: str, key: str = "") -> Problem:
        """A mistake of this table, at its key's line where that is known."""
        return Problem(self.file, message, self.name, key, self.key_lines.get(key, self.line))


def read_folder(folder: Path) -> tuple[list[tuple[str, str]], list[Problem]]:
    """The names and texts of a folder's rule files, and those that cannot be read."""
    shown = folder.as_posix()
    if not folder.is_dir():
        return [], [Problem(shown, "no such folder of rule files; name a folder that holds some")]
    files = sorted(folder.glob("*.toml"))
    if not files:
        message = "holds no rule file; save yours there under a name that ends in .toml"
        return [], [Problem(shown, message)]
    texts: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for path in files:
        try:
            texts.append((path.name, decode_file(path)))
        except UnicodeDecodeError:
            problems.append(Problem(path.name, "not saved as UTF-8; save it again with that encoding"))
        except OSError as error:
            message = f"cannot be opened: {error.strerror or error}; copy it to a folder of your own"
            problems.append(Problem(path.name, message))
    return texts, problems


def read_tables(file: str, text: str, kinds: Iterable[str]) -> tuple[list[RuleTable], list[Problem]]:
    """The tables of one file and what is wrong with its outline.

    Args:
        file: the file's name, for messages.
        text: the file's content.
        kinds: the kinds of table that a file may hold.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        return [], [
            Problem(file, f"not valid TOML: {error}", line=int(found["line"]) if found else None),
        ]
    known, lines = list(kinds), _lines(text)
    tables: list[RuleTable] = []
    problems: list[Problem] = []
    for kind, items in content.items():
        places = lines.get(kind, [])
        first = places[0][0] if places else None
        if kind not in known:
            message = f"unknown kind of rule '{kind}'{nearest(kind, known)}"
            problems.append(Problem(file, message, key=kind, line=first))
            continue
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            problems.append(Problem(file, f"'{kind}' must be written as [[{kind}]]", key=kind, line=first))
            continue
        sure = places if len(places) == len(items) else [(None, {})] * len(items)
        tables += [
            RuleTable(file, kind, number, item, line, keys)
            for number, (item, (line, keys)) in enumerate(zip(items, sure, strict=True), 1)
        ]
    return tables, problems


def check_values(table: RuleTable, wanted: Iterable[Field[Any]]) -> tuple[dict[str, Any], list[Problem]]:
    """The values of a table as a dataclass's fields want them, and every mistake among them."""
    known = {item.name: item for item in wanted}
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in table.values.items():
        if key not in known:
            problems.append(table.problem(f"unknown key '{key}'{nearest(key, known)}", key))
            continue
        typed = _typed(value, str(known[key].type))
        if typed is None:
            problems.append(table.problem(f"'{key}' must be {_WANTED[str(known[key].type)]}", key))
        values[key] = typed
    problems += [
        table.problem(f"the key '{key}' is missing", key)
        for key, item in known.items()
        if key not in values and item.default is MISSING
    ]
    for pattern in values.get("patterns") or () if table.kind == "text" else ():
        try:
            re.compile(pattern)
        except re.error as error:
            message = f"the pattern {pattern!r} is no regular expression: {error}"
            problems.append(table.problem(message, "patterns"))
    return values, problems


def keys_of(kind: type[Any]) -> list[Field[Any]]:
    """The fields of a dataclass that a file may set: all but those that tell where a rule stands."""
    return [item for item in fields(kind) if item.metadata.get("key", True)]


def nearest(word: str, known: Iterable[str]) -> str:
    """'; did you mean ...?' where a known name is near, else the known names."""
    names = sorted(set(known))
    near = difflib.get_close_matches(word, names, n=1, cutoff=_NEAR)
    return f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(names)}"


def decode_file(path: Path) -> str:
    """A rule file's text, however the editor or the shell has saved it.

    Raises:
        UnicodeDecodeError: it is in no encoding of Unicode.
    """
    content = path.read_bytes()
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), "utf-8")
    return content.decode(encoding)


def _typed(value: Any, wanted: str) -> Any:
    """The value as its field wants it, None where it is of another type."""
    if wanted == "str":
        return value if isinstance(value, str) else None
    if wanted == "float":
        return float(value) if _is_number(value) else None
    if not isinstance(value, list):
        return None
    if wanted == "tuple[str, ...]":
        return tuple(value) if all(isinstance(item, str) for item in value) else None
    pair = len(value) == _NUMBERS and all(_is_number(item) for item in value)
    return tuple(float(item) for item in value) if pair else None


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _lines(text: str) -> dict[str, list[tuple[int | None, dict[str, int]]]]:
    """For each kind the lines of its tables, in order: the header's and each key's."""
    found: dict[str, list[tuple[int | None, dict[str, int]]]] = {}
    keys: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            keys = {}
            found.setdefault(header["kind"], []).append((number, keys))
        elif key := _KEY.match(line):
            keys.setdefault(key["key"], number)
    return found
