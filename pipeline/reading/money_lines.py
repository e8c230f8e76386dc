"""Money told in lines: 'Budget: £1.2m', 'Spent to date<tab>£0.3m', under the name of a budget's line or of none."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.document import Text
from pipeline.model import Finance, Source
from pipeline.nlp import split_sentences
from pipeline.reading.budgets import AMOUNTS, amount_named
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import Line, Pair, Section, source_of
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import phrases_within
from pipeline.values.money import Amount, parse_amount

_PARTED = re.compile(r"^(?P<label>[^:\t]{3,40}?)\s*(?::|\t+|\s[–—-]\s)\s*(?P<amount>\S.*)$")
TOLD_SUM = re.compile(
    r"(?:[-+−(]\s?)?[£$€]\s?\d(?:[\d,.]*\d)?(?:\s?(?:k|m|bn|million|thousand)\b)?\)?|\b(?:nil|nothing|zero)\b",
    re.IGNORECASE,
)
"""A sum within a sentence, or the word for none."""
_NOTHING = {"nil", "nothing", "zero"}
_BETWEEN = re.compile(r"[,;]\s+|\b(?:and|against|with|of which|from|but)\b|\s[–—-]\s")
"""Between what is said of one sum and of the next."""
_COLON_NAME = re.compile(r"^(?P<name>[^:.]{2,80}):")
_VERB_NAME = re.compile(
    r"^(?P<name>[A-Z].{1,60}?)\s+(?:has|have|had|is|are|was|were|with|shows?|stands? at)\b"
)
"""'Building works have a budget of': what stands before the verb is the budget's line."""
_ROLE_WORDS = 3
"""Words of the longest head that is looked for beside a sum."""
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
    told = [item for item in section.items if section.name == "finances" and isinstance(item, Line)]
    sentences = [line.block for line in told if len(TOLD_SUM.findall(line.text)) >= _LEAST]
    unread = [
        block
        for block in sentences
        if (entry := context.ledger.fate_of(block)) is not None
        and entry.fate in {"narrative", "unclassified"}
    ]
    if unread:
        message = f"Lines under '{section.title}' tell sums of which no finance record was made."
        source = source_of(unread[0].place, unread[0].text)
        context.tell("amounts-unread", "warning", "finances", message, source)
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
        if isinstance(item, Line) and (told_each := _sentences_told(item, context)):
            finances += told_each
            continue
        sentence = _in_one_line(item, section, context) if isinstance(item, (Line, Pair)) else None
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


def _in_one_line(item: Line | Pair, section: Section, context: Context) -> Finance | None:
    """A budget's line with all its amounts: 'Licences: budget £96,000, spent £20,000, forecast £91,500'.

    Amounts without a name before them have the section's title for one.
    """
    text = item.text if isinstance(item, Line) else f"{item.label}: {item.value}"
    blocks = (item.block,) if isinstance(item, Line) else item.blocks
    name, told = _amounts_told(text, context.vocabulary, section.title)
    if len(told) < _LEAST or not 0 < len(name) <= _NAME:
        return None
    source = source_for(blocks, blocks[0].place, "money lines")
    context.took(blocks, source.rule)
    return _told_finance(name, told, source)


def _told_finance(name: str, told: dict[str, Amount], source: Source) -> Finance:
    currency = next((amount.currency for amount in told.values() if amount.currency), None)
    value = {role: amount.value for role, amount in told.items()}
    return Finance(
        name,
        value.get("budget"),
        value.get("actual"),
        value.get("forecast"),
        value.get("variance"),
        currency,
        source,
    )


def _amounts_told(text: str, vocabulary: Vocabulary, unnamed: str = "") -> tuple[str, dict[str, Amount]]:
    """What a line or sentence tells of money: the name before it, and the amounts by what the words beside them say.

    ``unnamed``: the name where the first words already say what the first sum is ('Budget £48,000; spent £21,350').
    Nothing where words beside one of the sums do not say what it is.
    """
    sums = list(TOLD_SUM.finditer(text))
    if len(sums) < _LEAST:
        return "", {}
    first = text[: sums[0].start()]
    named = _COLON_NAME.match(first) or _VERB_NAME.match(first)
    heads = vocabulary.columns(first.strip(" :")) if unnamed else ()
    own = any(column.register == "finances" and column.role in AMOUNTS for column in heads)
    if named is None and not own:
        return "", {}
    name = unnamed if own or named is None else named["name"].strip()
    gaps = [first if own or named is None else first[named.end("name") :]]
    gaps += [text[one.end() : two.start()] for one, two in pairwise(sums)] + [text[sums[-1].end() :]]
    told: dict[str, Amount] = {}
    for index, found in enumerate(sums):
        before = _BETWEEN.split(gaps[index])[-1]
        after = _BETWEEN.split(gaps[index + 1])[0]
        role = _role_in(before, vocabulary) or _role_in(after, vocabulary)
        words = found[0].strip()
        amount = parse_amount("0" if words.casefold() in _NOTHING else words)
        if role is None or amount is None or role in told:
            return "", {}
        told[role] = amount
    return name, told


def _role_in(words: str, vocabulary: Vocabulary) -> str | None:
    """The amount that the words beside a sum name, its last word first: 'and the forecast is', 'has been spent'."""
    roles = (amount_named(phrase, vocabulary) for phrase in phrases_within(words, _ROLE_WORDS))
    return next(filter(None, roles), None)


def _sentences_told(line: Line, context: Context) -> list[Finance]:
    """The lines of a budget that the sentences of a paragraph tell, where each of them tells one."""
    if len(TOLD_SUM.findall(line.text)) < _LEAST * _LEAST:
        return []
    told = [_amounts_told(sentence, context.vocabulary) for sentence in split_sentences(line.text)]
    if len(told) < _LEAST or not all(
        len(amounts) >= _LEAST and 0 < len(name) <= _NAME for name, amounts in told
    ):
        return []
    source = source_for((line.block,), line.block.place, "money lines")
    context.took((line.block,), source.rule)
    return [_told_finance(name, amounts, source) for name, amounts in told]


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
