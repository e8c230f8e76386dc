"""All rules as lines for people and as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rules.schema import KINDS, ColourRule, Rule, Rules, file_of, kind_of, meaning_of
from rules.tables import keys_of, nearest

_KIND, _MEANING, _FILE = 9, 22, 16
"""Characters of the columns before the wordings; longer words push the rest on."""
_LEAST = 20
"""Characters of wordings that are shown however narrow the window."""


class NoSuchKind(ValueError):
    """A kind of rule that does not exist; the message names the nearest."""


def list_rules(rules: Rules, kind: str | None = None, grep: str = "") -> list[Rule]:
    """The rules of a kind that hold a text, in the order in which they are asked.

    Args:
        rules: all rules.
        kind: 'headings' or 'heading'; None for every kind.
        grep: what must stand in a rule's kind, meaning, file or wordings, in any case.

    Raises:
        NoSuchKind: no rule is of that kind.
    """
    if kind is not None and (single := kind.casefold().removesuffix("s")) not in KINDS:
        known = [f"{name}s" for name in KINDS]
        raise NoSuchKind(f"There is no kind of rule '{kind}'{nearest(f'{single}s', known)}")
    return [
        rule
        for rule in rules.every()
        if (kind is None or kind_of(rule) == kind.casefold().removesuffix("s"))
        and any(
            grep.casefold() in part.casefold()
            for part in (kind_of(rule), meaning_of(rule), file_of(rule), *wordings(rule))
        )
    ]


def rule_line(rule: Rule, width: int, grep: str = "") -> str:
    """A rule in one line of at most ``width`` characters; wordings that hold ``grep`` come first."""
    front = f"{kind_of(rule):{_KIND}} {meaning_of(rule):{_MEANING}} {file_of(rule):{_FILE}} "
    room = max(_LEAST, width - len(front))
    said = sorted(
        wordings(rule), key=lambda wording: bool(grep) and grep.casefold() not in wording.casefold()
    )
    return (front + _fitted(said, room)).rstrip()


def rule_values(rule: Rule) -> dict[str, Any]:
    """A rule's keys and values, and where it stands; keys that it leaves out are left out."""
    values = {item.name: getattr(rule, item.name) for item in keys_of(type(rule))}
    told = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
    place = {"file": file_of(rule), "line": rule.line, "built_in": not rule.own}
    return {"rule": kind_of(rule), **{key: value for key, value in told.items() if value != []}, **place}


def wordings(rule: Rule) -> list[str]:
    """What a rule recognises, in words: its phrases, then what it needs and refuses, then its patterns."""
    if isinstance(rule, ColourRule):
        ranges = (("hue", rule.hue), ("saturation", rule.saturation), ("lightness", rule.lightness))
        return [f"{name} {low:g} to {high:g}" for name, (low, high) in ranges]
    said = [*getattr(rule, "phrases", ()), *getattr(rule, "words", ())]
    for key, before in (("needs", "needs "), ("refuses", "refuses ")):
        parts: Iterable[str] = getattr(rule, key, ())
        said += [before + " + ".join(parts)] if parts else []
    return [*said, *(f"/{pattern}/" for pattern in getattr(rule, "patterns", ()))]


def _fitted(said: list[str], room: int) -> str:
    """As many wordings as there is room for, and how many more there are."""
    line = ", ".join(said)
    if len(line) <= room:
        return line
    for shown in range(len(said) - 1, 0, -1):
        line = ", ".join(said[:shown]) + f", … +{len(said) - shown}"
        if len(line) <= room:
            return line
    more = f" +{len(said) - 1}" if len(said) > 1 else ""
    return said[0][: room - len(more) - 1] + "…" + more
