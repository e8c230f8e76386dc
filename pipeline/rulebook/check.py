"""A user's folder of rules, tried together with the built-in ones: every mistake, and what the rules change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.reading.wording import key_of
from pipeline.rulebook.examples import Trial, wordings_of
from rules.schema import ColumnRule, HeadingRule, Rule, examine_rules, kind_of, load_rules, meaning_of
from rules.tables import Problem, decode_file

_ASLEEP = re.compile(r"^#\s*\[\[\w+\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. ``problems`` must be mended; ``notes`` tell what meets or changes a built-in rule.

    ``files`` are the names of the folder's rule files, ``counts`` the rules of each kind in them.
    """

    folder: Path
    files: tuple[str, ...]
    counts: Counter[str]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def check_rules(folder: Path) -> Checked:
    """Everything that can be said of a folder of rules without a document."""
    rules, problems = examine_rules(folder)
    built_in = load_rules()
    together = Trial(rules)
    own = [rule for rule in rules.all() if rule.own]
    found, notes = _tried(own, together, Trial(built_in))
    found += problems
    notes += _side_effects(own, rules.all(), together)
    for name, spoken in rules.spoken:
        if bound := [rule for rule in spoken.all() if rule.own]:
            trials = Trial(rules.in_language(name)), Trial(built_in.in_language(name))
            wrong, met = _tried(bound, *trials)
            found, notes, own = [*found, *wrong], [*notes, *met], [*own, *bound]
    files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    notes += [note for path in files for note in _asleep(path)]
    counts = Counter(kind_of(rule) for rule in own)
    names = tuple(path.name for path in files)
    return Checked(folder, names, counts, _in_order(found), _in_order(notes))


def _tried(own: list[Rule], together: Trial, given: Trial) -> tuple[list[Problem], list[Problem]]:
    """The mistakes of a user's rules among all rules of a document, and where they meet the built-in ones."""
    found: list[Problem] = []
    notes: list[Problem] = []
    for rule in own:
        for complaint in together.complaints(rule):
            found.append(_about(rule, complaint.message + _why(rule, complaint.wording, own)))
        notes += [_about(rule, note) for note in _meetings(rule, together, given)]
    return found, notes


def _asleep(path: Path) -> Iterator[Problem]:
    """Rules of a suggested file that nobody has chosen yet."""
    try:
        asleep = len(_ASLEEP.findall(decode_file(path)))
    except (OSError, UnicodeDecodeError):
        return  # told as a mistake
    if asleep:
        stand = "1 rule stands" if asleep == 1 else f"{asleep} rules stand"
        yield Problem(
            path.name, f"{stand} behind '#' and do nothing; take it away from those that you choose"
        )


def _meetings(rule: Rule, together: Trial, given: Trial) -> Iterator[str]:
    """Where a user's wording is known already, or means something else by the built-in rules."""
    wanted = meaning_of(rule)
    known: list[str] = []
    for wording in wordings_of(rule):
        before, now = given.meaning(rule, wording), together.meaning(rule, wording)
        if isinstance(rule, HeadingRule) and not _opens(wording, given):
            continue
        if before == wanted:
            known.append(f"'{wording}'")
        elif now != wanted:
            continue  # a mistake, told as such
        elif before is not None and isinstance(rule, ColumnRule):
            yield _weighed(rule, wording, before, given)
        elif before is not None:
            yield f"the built-in rules read '{wording}' as '{before}'; yours wins and makes it '{wanted}'"
    if known:
        yield f"known as '{wanted}' without this rule: {', '.join(known)}"


def _opens(heading: str, given: Trial) -> bool:
    """Whether the built-in rules know a heading whole; knowing a word of it opens no section."""
    match = given.vocabulary.heading(heading)
    return match is not None and match.whole


def _weighed(rule: ColumnRule, wording: str, before: str, given: Trial) -> str:
    """A column's head may play several parts; the weights say which is tried first."""
    heaviest = max(
        column.weight for column in given.vocabulary.columns(wording) if column.register == rule.register
    )
    told = f"the built-in rules read the column '{wording}' as '{before}' with weight {heaviest:g}"
    if rule.weight > heaviest:
        return f"{told}; yours wins with {rule.weight:g}"
    return f"{told} and win over yours with {rule.weight:g}; give yours 'weight = {heaviest + 1:g}' if it is to win"


def _why(rule: Rule, wording: str, own: list[Rule]) -> str:
    """The rule of the user's own that has the same wording and comes first."""
    for other in own:
        rival = other is not rule and type(other) is type(rule) and meaning_of(other) != meaning_of(rule)
        if rival and key_of(wording) in {key_of(known) for known in wordings_of(other)}:
            return f": {other.origin} has it too and comes first; keep one of the two"
    return ""


def _side_effects(own: list[Rule], rules: list[Rule], together: Trial) -> Iterator[Problem]:
    """Built-in wordings that the user does not name and that mean something else beside the user's rules."""
    named = {(kind_of(rule), key_of(wording)) for rule in own for wording in wordings_of(rule)}
    by_origin = {rule.origin: rule for rule in own}
    for rule in rules if own else ():
        if rule.own or kind_of(rule) == "concept":
            continue
        for wording in wordings_of(rule):
            if (kind_of(rule), key_of(wording)) in named:
                continue
            now = together.meaning(rule, wording)
            if now == meaning_of(rule):
                continue
            match = together.vocabulary.heading(wording) if isinstance(rule, HeadingRule) else None
            cause = by_origin.get(match.rule) if match else None
            message = f"'{wording}' was read as '{meaning_of(rule)}' ({rule.origin}) and is now '{now}'"
            yield _about(cause, message) if cause else Problem("these rules", message)


def _about(rule: Rule, message: str) -> Problem:
    file, _, table = rule.origin.partition(" [[")
    return Problem(file, message, f"[[{table}", line=rule.line)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line or 0, problem.rule))
    )
