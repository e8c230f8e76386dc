"""Compares what is read with gold files: the table that shows whether an organisation's template is read right."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text as Words

from extractors.registry import Aids
from pipeline.converting import Means, converted
from pipeline.model import as_contract
from pipeline.run import read_file
from rules.schema import Rules

_GOLD = ".gold.json"
_SCALARS = (
    "project",
    "programme",
    "reference",
    "sponsor",
    "manager",
    "report_date",
    "period",
    "start_date",
    "end_date",
    "percent_complete",
    "authorised",
)
_LISTS = {
    "ratings": ("label", ("dimension", "current", "previous", "comment")),
    "activities": ("text", ("kind", "workstream", "owner", "due")),
    "risks": (
        "text",
        ("kind", "reference", "response", "owner", "likelihood", "impact", "score", "rating", "status"),
    ),
    "milestones": ("text", ("baseline", "forecast", "actual", "rating", "status")),
    "finances": ("text", ("budget", "actual", "forecast", "variance", "currency")),
    "decisions": ("text", ()),
}
_SAME = 0.93
"""Similarity (0..1) from which two wordings of a record are the same record."""
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


@dataclass(slots=True)
class Score:
    """Counts by kind; ``mistakes`` are (document, key, told, what). A record with a wrong field is not right."""

    gold: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    mistakes: list[tuple[str, str, bool, str]] = field(default_factory=list)

    def f1(self, kind: str | None = None) -> float:
        """Twice what is right, over what should be and what was read; of one kind or of all."""
        right, all_of = (
            (self.right[kind], self.gold[kind] + self.read[kind])
            if kind
            else (self.right.total(), self.gold.total() + self.read.total())
        )
        return 2 * right / all_of if all_of else 1.0

    @property
    def silent(self) -> int:
        """Mistakes that no finding of warning or error tells."""
        return sum(1 for _, _, told, _ in self.mistakes if not told)


class NoGold(Exception):
    """The folder holds nothing to compare with; the message says what to put there."""


def evaluate_folder(folder: Path, rules: Rules) -> RenderableType:
    """The score of every document of a folder that has ``NAME.gold.json`` beside it, and every mistake.

    Raises:
        NoGold: the folder holds no gold file.
    """
    return _show(score_folder(folder, rules))


def score_folder(folder: Path, rules: Rules) -> Score:
    """As ``evaluate_folder``, as numbers."""
    golds = sorted(folder.rglob(f"*{_GOLD}"))
    if not golds:
        raise NoGold(f"{folder} holds no gold file: put NAME{_GOLD} beside a document NAME.")
    score = Score()
    documents = [path.with_name(path.name.removesuffix(_GOLD)) for path in golds]
    with converted(documents, Means()) as conversions:
        for path, document in zip(golds, documents, strict=True):
            read = as_contract(read_file(document, rules, aids=Aids(conversions.get(document))))
            compare(document.name, json.loads(path.read_text(encoding="utf-8"))["reports"], read, score)
    return score


def compare(name: str, gold: list[dict[str, Any]], read: dict[str, Any], score: Score) -> None:
    """Add to a score what was read of one document.

    Args:
        name: what mistakes are listed under.
        gold: the reports that the document holds, as the contract writes them.
        read: the document as read, by the contract.
        score: the counts so far.
    """
    reports = read["reports"]
    score.gold["reports"] += len(gold)
    score.read["reports"] += len(reports)
    pairs = [(0, 0)] if len(gold) == len(reports) == 1 else _pairs(gold, reports, "project", 0.8)
    for want, got in pairs:
        found = read["findings"] + (reports[got]["findings"] if got is not None else [])
        if want is None or got is None:
            what = "missed" if got is None else "extra"
            score.mistakes.append((name, "reports", _is_told(found, "reports"), f"{what} report"))
        if want is not None:
            score.right["reports"] += got is not None
            _compare_report(name, gold[want], reports[got] if got is not None else {}, found, score)


def _compare_report(
    name: str, gold: dict[str, Any], read: dict[str, Any], findings: list[dict[str, Any]], score: Score
) -> None:
    def mistake(key: str, what: str) -> None:
        score.mistakes.append((name, key, _is_told(findings, key), what))

    for key in (key for key in _SCALARS if key in gold):
        want, got = gold[key], read.get(key)
        score.gold["fields"] += want is not None
        score.read["fields"] += got is not None
        if _same(want, got):
            score.right["fields"] += want is not None
        else:
            mistake(key, f"should be {want!r}, was read as {got!r}")
    for kind, (key, fields) in _LISTS.items():
        if kind not in gold:
            continue
        wanted, got_list = gold[kind], read.get(kind, [])
        score.gold[kind] += len(wanted)
        score.read[kind] += len(got_list)
        for want, got in _pairs(wanted, got_list, key, _SAME):
            if want is None or got is None:
                record = wanted[want] if want is not None else got_list[got or 0]
                mistake(kind, f"{'missed' if got is None else 'extra'}: {record[key]}")
                continue
            wrong = [
                f for f in fields if f in wanted[want] and not _same(wanted[want][f], got_list[got].get(f))
            ]
            score.right[kind] += 1 if not wrong else 0
            if wrong:
                told = "; ".join(
                    f"{f} should be {wanted[want][f]!r}, was read as {got_list[got].get(f)!r}" for f in wrong
                )
                mistake(kind, f"{wanted[want][key]}: {told}")


def _pairs(
    gold: list[dict[str, Any]], read: list[dict[str, Any]], key: str, level: float
) -> list[tuple[int | None, int | None]]:
    """Each gold record with the read one most like it, best pairs first; the rest with None."""
    near = sorted(
        (
            (_likeness(want.get(key), got.get(key)), -abs(i - j), i, j)
            for i, want in enumerate(gold)
            for j, got in enumerate(read)
        ),
        reverse=True,
    )
    pairs: list[tuple[int | None, int | None]] = []
    for likeness, _, i, j in near:
        if likeness >= level and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    taken_gold, taken_read = {a for a, _ in pairs}, {b for _, b in pairs}
    pairs += [(i, None) for i in range(len(gold)) if i not in taken_gold]
    return pairs + [(None, j) for j in range(len(read)) if j not in taken_read]


def _likeness(a: object, b: object) -> float:
    a, b = _fold(a), _fold(b)
    return 1.0 if a == b else difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def _same(a: object, b: object) -> bool:
    if isinstance(a, str) and isinstance(b, str):
        return _likeness(a, b) >= _SAME if min(len(a), len(b)) > 12 else _fold(a) == _fold(b)
    if (
        isinstance(a, (int, float))
        and isinstance(b, (int, float))
        and not isinstance(a, bool)
        and not isinstance(b, bool)
    ):
        return abs(a - b) <= 0.005 * abs(a)
    return a is b or a == b


def _fold(value: object) -> str:
    return " ".join(str(value if value is not None else "").translate(_PLAIN).casefold().split()).strip(
        " .;:,-•*"
    )


def _is_told(findings: list[dict[str, Any]], key: str) -> bool:
    return any(f["severity"] != "info" and f["about"].split(".")[0] in {key, "document"} for f in findings)


def _show(score: Score) -> RenderableType:
    grid = Grid(title="Read against gold", title_justify="left")
    for head in ("Kind", "Gold", "Read", "Right", "F1"):
        grid.add_column(head, justify="left" if head == "Kind" else "right")
    for kind in ("reports", "fields", *_LISTS):
        if score.gold[kind] or score.read[kind]:
            grid.add_row(
                kind,
                str(score.gold[kind]),
                str(score.read[kind]),
                str(score.right[kind]),
                f"{score.f1(kind):.3f}",
            )
    grid.add_row(
        "all",
        str(score.gold.total()),
        str(score.read.total()),
        str(score.right.total()),
        f"{score.f1():.3f}",
        style="bold",
    )
    parts: list[RenderableType] = [grid]
    if score.mistakes:
        list_of = Grid(
            title=f"{len(score.mistakes)} mistakes, {score.silent} of them silent",
            title_justify="left",
            expand=True,
        )
        for head in ("Document", "Key", "Told", "What"):
            list_of.add_column(head, overflow="fold")
        for name, key, told, what in score.mistakes:
            list_of.add_row(
                Words(name),
                key,
                Words("yes" if told else "no", style="green" if told else "red"),
                Words(what),
            )
        parts.append(list_of)
    return Group(*parts)
