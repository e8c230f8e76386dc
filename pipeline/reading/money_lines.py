"""Money told in lines: 'Budget: £1.2m', 'Spent to date<tab>£0.3m', under the name of a budget's line or of none."""

from __future__ import annotations

import re

from extractors.document import Text
from pipeline.model import Finance
from pipeline.reading.budgets import amount_named
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import Line, Pair, Section, source_of
from pipeline.values.money import Amount, parse_amount

_PARTED = re.compile(r"^(?P<label>[^:\t]{3,40}?)\s*(?::|\t+|\s[–—-]\s)\s*(?P<amount>\S.*)$")
_WORDS_AND_AMOUNT = re.compile(
    r"(?P<label>[A-Za-z][A-Za-z ]{2,30}?)?\s*(?:of |is |was |to |:)?\s*"
    r"(?P<amount>[-(]?[£$€]\s?[\d,.]+\s?(?:k|m|bn|million)?\)?)"
    r"(?:\s+(?P<after>[A-Za-z][A-Za-z ]{2,30}))?",
    re.IGNORECASE,
)
"""'spent £20,000', '£20,000 spent'."""
_SUM = re.compile(
    r"[-(]?[£$€]?\s?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?|[-(]?[£$€]\s?[\d,.]+\s?(?:k|m|bn)?\)?", re.IGNORECASE
)
"""A sum by its sign of money or its thousands; '12' may be anything."""
_LONE_SUMS = 3
"""Such cells of one section that look like a budget."""
_NAME = 80
"""Characters of a budget line's name."""
_LEAST = 2
"""Labelled amounts that make a line of a budget."""


def tell_lone_amounts(section: Section, context: Context) -> None:
    """Cells that hold nothing but sums, of which no line of a budget was made, are told of the finances."""
    sums: list[Text] = []
    for item in section.items:
        if isinstance(item, Pair) and item.in_table and _SUM.fullmatch(item.value.strip()):
            sums += item.blocks[-1:] if context.vocabulary.field(item.label) is None else ()
        elif isinstance(item, Line) and item.in_table and _SUM.fullmatch(item.text.strip()):
            entry = context.ledger.fate_of(item.block)
            sums += [item.block] if entry is not None and entry.fate in {"narrative", "unclassified"} else []
    if len(sums) >= _LONE_SUMS:
        message = f"{len(sums)} cells under '{section.title}' hold sums of which no finance record was made."
        source = source_of(sums[0].place, sums[0].text)
        context.tell("amounts-unread", "warning", "finances", message, source)


def read_money_lines(section: Section, context: Context) -> list[Finance]:
    """The lines of a budget told under each other; amounts without a name have the section's title for one."""
    finances: list[Finance] = []
    name: Line | None = None
    lines: list[tuple[Line, str, Amount]] = []
    for item in [*section.items, None]:
        sentence = _in_one_line(item, context) if isinstance(item, (Line, Pair)) else None
        if sentence is not None:
            finances.append(sentence)
            continue
        told = _labelled(item, context) if isinstance(item, Line) else None
        again = told is not None and any(role == told[0] for _, role, _ in lines)
        if (told is None or again) and lines:
            finances += _finance(name, lines, section, context)
            name, lines = None, []
        if told is not None and isinstance(item, Line):
            lines.append((item, *told))
        else:
            name = item if isinstance(item, Line) else None
    return finances


def _in_one_line(item: Line | Pair, context: Context) -> Finance | None:
    """A budget's line with all its amounts: 'Licences: budget £96,000, spent £20,000, forecast £91,500'."""
    name, sign, rest = item.text.partition(":") if isinstance(item, Line) else (item.label, ":", item.value)
    blocks = (item.block,) if isinstance(item, Line) else item.blocks
    told: dict[str, Amount] = {}
    for part in re.split(r"[,;]\s+|\s+and\s+|\s[–—-]\s", rest.strip().rstrip(".")):
        found = _WORDS_AND_AMOUNT.match(part.strip())
        amount = parse_amount(found["amount"]) if found else None
        role = amount_named(found["label"] or found["after"] or "", context.vocabulary) if found else None
        if amount is None or role is None or role in told:
            return None
        told[role] = amount
    if len(told) < _LEAST or not sign or not 0 < len(name.strip()) <= _NAME:
        return None
    source = source_for(blocks, blocks[0].place, "money lines")
    context.took(blocks, source.rule)
    currency = next((amount.currency for amount in told.values() if amount.currency), None)
    value = {role: amount.value for role, amount in told.items()}
    return Finance(
        name.strip(),
        value.get("budget"),
        value.get("actual"),
        value.get("forecast"),
        value.get("variance"),
        currency,
        source,
    )


def _labelled(line: Line, context: Context) -> tuple[str, Amount] | None:
    """The part that a line's label names, and its amount."""
    parts = _PARTED.match(line.text.strip())
    amount = parse_amount(parts["amount"].rstrip(" .;")) if parts else None
    role = amount_named(parts["label"], context.vocabulary) if parts else None
    return (role, amount) if role is not None and amount is not None else None


def _finance(
    name: Line | None, lines: list[tuple[Line, str, Amount]], section: Section, context: Context
) -> list[Finance]:
    if len(lines) < _LEAST:
        return []
    named = name is not None and not name.text.rstrip().endswith(".")
    blocks = tuple(
        line.block for line in ([name] if named and name is not None else []) + [it for it, _, _ in lines]
    )
    source = source_for(blocks, blocks[0].place, "money lines")
    context.took(blocks, source.rule)
    value = {role: amount.value for _, role, amount in lines}
    currency = next((amount.currency for _, _, amount in lines if amount.currency), None)
    text = name.text.strip(" :") if named and name is not None else section.title
    return [
        Finance(
            text,
            value.get("budget"),
            value.get("actual"),
            value.get("forecast"),
            value.get("variance"),
            currency,
            source,
        )
    ]
