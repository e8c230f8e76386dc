"""What the text beside an unknown wording says of its meaning: the shape of values, the first words of lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from pipeline.rulebook.unknown import Unknown
from pipeline.values.dates import parse_date, parse_period
from pipeline.values.money import parse_amount, parse_percent

_MOST = 0.5
"""Share of lines or cells that must agree."""
_NAME = re.compile(r"(?:[A-Z]\w*\.?[’'-]?\s?){1,2}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?")
"""'A. Jones', 'Mme Duval', 'Eleri Mair Vaughan'."""
_CODE = re.compile(r"(?=.*\d)[A-Z0-9][\w/.-]{1,20}")
_DONE = re.compile(r"\w+ed\b|(?:have|has|was|were|won|held|met|began|took|made|sent|set up)\b", re.IGNORECASE)
_RISK = re.compile(r"\b(?:risk|may|might|could|if|delay|late|shortage)\b", re.IGNORECASE)
_ASK = re.compile(r"(?:approve|agree|note|endorse|decide|confirm|consider|support|release)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|to be|by|due|before|next)\b", re.IGNORECASE)
_LEVEL = re.compile(r"(?:very )?(?:high|medium|low|h|m|l|[1-9]|1\d|2[0-5])", re.IGNORECASE)
"""Words and numbers of likelihood, impact and score."""
_HIGHEST = 5
"""The highest level of likelihood or impact; their product goes beyond."""
_PROSE = 3
"""Words from which a cell describes something."""
_PARAGRAPH = 15
"""Words from which one line alone under a heading is its prose."""
_YEAR = re.compile(r".*\b(?:19|20)\d\d")
"""'Mawrth 2024': a month in a language that is not read."""
_USUAL = ("completed", "planned", "risks and issues", "decisions")
"""The sections that most reports have, in the order in which most have them."""
_OTHERS = ("summary", "milestones")


def evidence(unknown: Unknown) -> tuple[str, ...]:
    """The meanings that the text beside a wording speaks for, the likeliest first."""
    if unknown.kind == "heading":
        hint = (unknown.hint,) if unknown.hint else ()
        return tuple(dict.fromkeys((*_of_section(unknown.beside), *hint, *_USUAL, *_OTHERS)))
    if unknown.kind == "label":
        return _of_value(unknown.beside[0] if unknown.beside else "")
    if unknown.kind == "column":
        register = unknown.hint.partition(".")[0]
        likely = _of_column(unknown)
        alike = [part for part in likely if part.startswith(register)]
        return tuple(dict.fromkeys((unknown.hint, *alike, *likely)))
    return ()


def in_usual_order(headings: Sequence[Unknown], known: Set[str]) -> list[Unknown]:
    """The unknown headings of a document, each with a hint: the first usual section that nothing else opens.

    Args:
        headings: in reading order.
        known: the sections that the document's known headings open.
    """
    risks = "risks and issues"
    opened = {risks if section in {"risks", "issues"} else section for section in known}
    left = [section for section in _USUAL if section not in opened]
    hinted: list[Unknown] = []
    for heading in headings:
        section = next((said for said in _of_section(heading.beside)), left[0] if left else "")
        left = [other for other in left if other != section]
        hinted.append(replace(heading, hint=section))
    return hinted


def _of_section(lines: Sequence[str]) -> list[str]:
    """By the first words of most of its lines."""
    asked = {
        "decisions": _most(lines, lambda line: _ASK.match(line) is not None),
        "completed": _most(lines, lambda line: _DONE.match(line) is not None),
        "milestones": _most(lines, lambda line: parse_date(line) is not None),
        "risks and issues": _most(
            lines, lambda line: bool(_RISK.search(line)) or _LEVEL.fullmatch(line) is not None
        ),
        "planned": _most(lines, lambda line: _AHEAD.search(line) is not None),
    }
    told = [section for section, found in asked.items() if found]
    return told or (["summary"] if len(lines) == 1 and len(lines[0].split()) >= _PARAGRAPH else [])


def _of_value(value: str) -> tuple[str, ...]:
    date = parse_date(value)
    if date is not None and date.iso and len(date.iso) > len("2011-12"):
        return ("report_date", "start_date", "end_date", "metadata")
    if parse_period(value) is not None:
        return ("period", "report_date", "end_date", "metadata")
    if _YEAR.fullmatch(value) and not _CODE.fullmatch(value):
        return ("period", "report_date", "start_date", "end_date", "metadata")
    if parse_percent(value) is not None:
        return ("percent_complete", "metadata")
    if not any(char.isalpha() for char in value):
        return ("reference", "period", "report_date", "metadata")
    if _CODE.fullmatch(value):
        return ("reference", "metadata")
    if _NAME.fullmatch(value):
        return ("manager", "sponsor", "project", "metadata")
    return ("project", "programme", "metadata")


def in_table_order(columns: Sequence[Unknown]) -> list[Unknown]:
    """The unknown columns of tables, each with a hint: the first part in its table's register that is still free."""
    hinted: list[Unknown] = []
    taken: dict[tuple[str, ...], list[str]] = {}
    for column in columns:
        table = [other for other in columns if other.heads == column.heads]
        register = _register_of(table)
        parts = taken.setdefault(column.heads, [])
        first = "risks.reference" if column.heads[0] == column.wording and _is_counted(column) else ""
        likely = [first, *_of_column(column)] if first else _of_column(column)
        own = [part for part in likely if part.startswith(register) and part not in parts]
        part = next(iter(own or likely))
        parts.append(part)
        hinted.append(replace(column, hint=part))
    return hinted


def _register_of(columns: Sequence[Unknown]) -> str:
    """The register that the columns with a shape of their own speak for; '' where none has one."""
    telling = [_of_column(column)[0].partition(".")[0] for column in columns if _is_telling(column)]
    return max(telling, key=telling.count) if telling else ""


def _is_telling(column: Unknown) -> bool:
    """Whether a column's cells have the shape of one register's: lights, dates, levels or money."""
    return column.hint == "ratings" or _most(column.beside, _is_shaped)


def _is_shaped(cell: str) -> bool:
    return bool(parse_date(cell) or parse_amount(cell) or _LEVEL.fullmatch(cell))


def _is_counted(column: Unknown) -> bool:
    """Whether a column numbers its rows: '1', '2', or 'R1', 'R2'."""
    return _most(column.beside, lambda cell: re.fullmatch(r"[A-Z]{0,3}-?\d{1,3}\.?", cell) is not None)


def _of_column(column: Unknown) -> tuple[str, ...]:
    cells = column.beside
    prose = _most(cells, lambda cell: len(cell.split()) >= _PROSE)
    if column.hint == "ratings":
        kept = ("ratings.comment", "ratings.aside") if prose else ("ratings.current", "ratings.previous")
        return ("ratings.label",) if column.heads[:1] == (column.wording,) else kept
    if _most(cells, lambda cell: parse_date(cell) is not None):
        return (
            "milestones.baseline",
            "milestones.forecast",
            "milestones.actual",
            "activities.due",
            "risks.aside",
        )
    if _most(cells, lambda cell: _LEVEL.fullmatch(cell) is not None):
        if any(cell.isdigit() and int(cell) > _HIGHEST for cell in cells):
            return ("risks.score", "risks.rating", "risks.likelihood", "risks.impact")
        return ("risks.likelihood", "risks.impact", "risks.score", "risks.rating")
    if _most(cells, lambda cell: parse_amount(cell) is not None):
        return ("finances.budget", "finances.actual", "finances.forecast", "finances.variance")
    if _most(cells, lambda cell: _NAME.fullmatch(cell) is not None):
        return ("risks.owner", "activities.owner", "milestones.aside")
    return (
        *("risks.text", "risks.response", "risks.status", "milestones.text", "milestones.status"),
        *("activities.text", "activities.status", "finances.text"),
    )


def _most(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(test, texts)) > _MOST * len(texts)
