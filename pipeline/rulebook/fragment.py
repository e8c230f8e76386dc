"""Suggestions as a piece of a rule file: sure ones ready to use, the others behind '#' with what may be chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.rulebook.suggest import Suggestion, Suggestions
from pipeline.rulebook.unknown import UnknownKind
from rules.schema import NAMED_BY

_ORDER: tuple[tuple[UnknownKind, str], ...] = (
    ("heading", "Headings"),
    ("label", "Labels of the form"),
    ("column", "Columns of tables"),
    ("dimension", "What is rated"),
    ("rating", "Words of a rating"),
    ("title", "Titles"),
)
_BESIDE = 3
"""Lines of the document that are shown with a wording."""
_WIDTH = 90
"""Characters of a line of the document that are shown."""
_HEAD = """\
# Rules without '#' are sure enough to stand: read them over. Of the others choose a meaning ('or' names the next
# likely ones, 'highlight-tracker rules list --kind headings' lists all) and take the '#' away from their lines;
# leave those that mean nothing as they are."""
_DATES = """\
# --- Dates that could not be read: no rule can teach them; have them written as 3 May 2024 or 03/05/2024 ---
"""


def write_fragment(suggestions: Suggestions) -> str:
    """The text of a rule file; it may be checked and used as it is."""
    number = f"{suggestions.read} document{'' if suggestions.read == 1 else 's'}"
    parts = [f"# What no rule knew in {number}.", _HEAD, ""]
    if not suggestions.teachable:
        parts = [f"# Every heading, label, column and rating of {number} is known.", ""]
    for kind, title in _ORDER:
        chosen = [item for item in suggestions.items if item.unknown.kind == kind]
        parts += [f"# --- {title} ---", ""] if chosen else []
        for item in chosen:
            parts += [*_explained(item, suggestions.read), *_rule(item), ""]
    dates = [item for item in suggestions.items if item.unknown.kind == "date"]
    parts += [_DATES, *(_shown(item, suggestions.read) for item in dates), ""] if dates else []
    return "\n".join(parts).rstrip("\n") + "\n"


def _explained(item: Suggestion, read: int) -> Iterator[str]:
    """Where a wording stands, what depends on it, and why this meaning comes first."""
    unknown = item.unknown
    yield _shown(item, read)
    if unknown.why:
        yield f"#   {unknown.why}{':' if unknown.beside else ''}"
    yield from (f"#     {_cut(line)}" for line in unknown.beside[:_BESIDE])
    first, *others = item.guesses
    if unknown.kind == "title":
        yield "#   if it is what the form calls itself, and no project's name:"
    elif item.sure:
        yield f"#   like '{first.like}'" if first.like else f"#   '{first.meaning}' by its colour"
    if others:
        yield f"#   or {', '.join(_meaning(item, guess.meaning) for guess in others)}"


def _shown(item: Suggestion, read: int) -> str:
    often = f"{len(item.documents)} of {read} documents, first in " if read > 1 else ""
    name = PurePosixPath(item.documents[0]).name
    return f"# '{_cut(item.unknown.wording)}': {often}{name}, {item.unknown.where}"


def _rule(item: Suggestion) -> Iterator[str]:
    kind = "text" if item.unknown.kind == "title" else item.unknown.kind
    off = "" if item.sure else "#"
    wording = json.dumps(item.unknown.wording, ensure_ascii=False)
    yield f"{off}[[{kind}]]"
    for key, value in _named(kind, item.guesses[0].meaning):
        yield f'{off}{key} = "{value}"'
    yield f"{off}{'words' if kind == 'rating' else 'phrases'} = [{wording}]"
    yield f"{off}example = {wording}"


def _named(kind: str, meaning: str) -> list[tuple[str, str]]:
    keys = NAMED_BY[kind]
    return list(zip(keys, meaning.split(".", len(keys) - 1), strict=True))


def _meaning(item: Suggestion, meaning: str) -> str:
    return " / ".join(f'"{value}"' for _, value in _named(item.unknown.kind, meaning))


def _cut(text: str) -> str:
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"
