"""Milestones, finances and decisions: registers and bullets to records."""

from __future__ import annotations

import re

from extractors.document import Heading, ListItem, Text
from pipeline.model import Decision, Finance, Narrative, Source
from pipeline.reading.budgets import AMOUNTS
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import (
    Line,
    Pair,
    Register,
    Row,
    Section,
    source_of,
)
from pipeline.reading.inline import is_form_pair
from pipeline.reading.ledger import COLUMN_HEAD
from pipeline.values.boxes import BOXES, OPEN_BOXES
from pipeline.values.currencies import currency_of_dollars
from pipeline.values.money import (
    Amount,
    has_decimal_comma,
    parse_amount,
    parse_unit,
    with_decimal_point,
)

_LETTERED = re.compile(r"^\(?(?:[a-h]|[ivx]{1,4})[.)]\s+(?=[A-Z])")
"""'(a)' before a recommendation, typed by hand."""
_TITLE_WORDS = 5
"""Words of a line set like a title from which its full stop makes it a sentence."""
_TAG_WORDS = 2


_BOXES = BOXES + "■"
_OPTION_WORDS = 3
"""Words of an option of what a paper is for ('For information'); longer ticked ones are asked."""
_INITIALS = re.compile(r"(?:[A-Z]\.\s?){2,4}")
"""Who signed the report, under its last section."""


def read_finances(register: Register, section: Section, context: Context) -> list[Finance]:
    """The lines of a budget table, totals included, in units of the currency."""
    context.ledger.take_all(register.head_blocks, "label", COLUMN_HEAD)
    around = [
        section.title,
        *(item.text for item in section.items if isinstance(item, Line)),
        *register.over,
        *register.heads.values(),
    ]
    shared_factor, shared_currency = _shared_unit(around)
    finances: list[Finance] = []
    cells = [row.cells[role].words for row in register.rows for role in AMOUNTS if role in row.cells]
    point = with_decimal_point if any(map(has_decimal_comma, cells)) else str
    for row, blocks, text in records_of(register, context, section.title):
        source = source_for(blocks, row.all_cells[0].place, "finance register")
        amounts: dict[str, Amount | None] = {}
        for role in AMOUNTS:
            factor, _ = parse_unit(register.heads.get(role, ""))
            words = row.cells[role].words if role in row.cells else ""
            amounts[role] = parse_amount(point(words), factor if factor > 1 else shared_factor)
            if amounts[role] is None and not context.placeholder(words):
                context.tell(
                    "amount-not-read",
                    "warning",
                    "finances",
                    f"'{words}' could not be read as an amount of money.",
                    source,
                )
        if all(
            context.placeholder(row.cells[role].words.strip(" £$€")) for role in AMOUNTS if role in row.cells
        ):
            continue
        own = next((amount.currency for amount in amounts.values() if amount and amount.currency), None)
        value = {role: amount.value if amount else None for role, amount in amounts.items()}
        finances.append(
            Finance(
                text,
                value["budget"],
                value["actual"],
                value["forecast"],
                value["variance"],
                currency_of_dollars(own, shared_currency),
                source,
            )
        )
    currencies = {finance.currency for finance in finances if finance.currency}
    if len(currencies) == 1:
        only = currencies.pop()
        finances = [finance if finance.currency else _in(finance, only) for finance in finances]
    return finances


def _in(finance: Finance, currency: str) -> Finance:
    return Finance(
        finance.text,
        finance.budget,
        finance.actual,
        finance.forecast,
        finance.variance,
        currency,
        finance.source,
    )


def _shared_unit(texts: list[str]) -> tuple[float, str | None]:
    """The unit that headings and column heads give for the whole table: '(£000)'."""
    factor, currency = 1.0, None
    for text in texts:
        if len(text) > 120:
            continue
        found_factor, found_currency = parse_unit(text)
        factor = found_factor if found_factor > 1 else factor
        currency = currency or found_currency
    return factor, currency


def read_decisions(section: Section, context: Context) -> tuple[list[Decision], list[Narrative]]:
    """The recommendations of a section: its bullets, or its paragraphs where it has none."""
    lines = lines_of(section, context)
    bulleted = any(
        isinstance(line.block, ListItem) and not line.text.rstrip().endswith(":") for line in lines
    )
    decisions: list[Decision] = []
    narrative: list[Narrative] = []
    none = _says_none(section, context)
    for index, line in enumerate(lines):
        source = source_of(line.block.place, line.block.text, "decision section")
        lead_in = line.text.rstrip().endswith(":") and index + 1 < len(lines)
        lead_in = lead_in or context.vocabulary.is_kind("lead-in", line.text)
        lead_in = lead_in or (line.text.startswith("(") and line.text.endswith(")"))
        lead_in = lead_in or _is_option(line) or _are_tags(line)
        if _is_next_title(line, section):
            message = f"'{line.text}' looks like a heading that no rule knows: no ask was read from it."
            context.tell("heading-among-asks", "warning", "decisions", message, source)
            lead_in = True
        signed = _INITIALS.fullmatch(line.text.strip()) is not None
        none_asked = context.vocabulary.is_kind("nothing-asked", line.text)
        if (bulleted and not isinstance(line.block, ListItem)) or lead_in or signed or none or none_asked:
            context.ledger.take(line.block, "narrative", "prose of a decision section")
            narrative.append(Narrative(section.title, line.text, source))
        else:
            context.took((line.block,), "decision section")
            decisions.append(Decision(_LETTERED.sub("", line.text.strip()), source))
            _warn_of_field(line.text, source, context)
    for pair in section.items:
        if (
            isinstance(pair, Pair)
            and not context.placeholder(pair.value)
            and not is_form_pair(pair, context.vocabulary, "decisions")
        ):
            source = source_for(pair.blocks, pair.place, "decision section")
            context.took(pair.blocks, "decision section")
            decisions.append(Decision(f"{pair.label}: {pair.value}", source))
            if bulleted:
                message = (
                    f"'{pair.label}: {pair.value[:60]}' beside a list of decisions was taken as one more."
                )
                context.tell("decision-perhaps", "warning", "decisions", message, source)
    return decisions, narrative


def _warn_of_field(text: str, source: Source, context: Context) -> None:
    """Tell of a decision that may be a field of the report's form: 'Project reference: W/12'."""
    label, sign, value = text.partition(":")
    name = context.vocabulary.field(label) if sign and value.strip() else None
    if name is not None and name != "metadata":
        message = f"'{text[:80]}' was taken as a decision, though its label is a form's."
        for key in ("decisions", name):
            context.tell("decision-perhaps", "warning", key, message, source)


def _is_next_title(line: Line, section: Section) -> bool:
    """Whether a line is a heading of no lower level than the section's own: the next section's, which no rule knows."""
    over = section.heading.block if section.heading is not None else None
    sentence = line.text.rstrip().endswith(".") and len(line.text.split()) > _TITLE_WORDS
    levels = isinstance(line.block, Heading) and isinstance(over, Heading) and line.block.level <= over.level
    return levels and not sentence


def _are_tags(line: Line) -> bool:
    """Whether a line is the page's tags, which wikis print at its foot: words apart, none of them begins a sentence."""
    tags = line.text.split("\t")
    return len(tags) > 1 and all(tag[:1].islower() and len(tag.split()) <= _TAG_WORDS for tag in tags)


def _is_option(line: Line) -> bool:
    """Whether a line is a printed option that asks nothing: a box left open, or a word or two ('☒ Decision')."""
    boxes = [figure for figure in line.block.figures if figure.kind == "checkbox"]
    typed = line.text.strip()[:1] in _BOXES
    words = len(line.text.strip(_BOXES + " ").split())
    open_box = line.text.strip()[:1] in OPEN_BOXES or (bool(boxes) and not any(box.checked for box in boxes))
    return (typed or bool(boxes)) and (open_box or words <= _OPTION_WORDS)


def read_decision_register(register: Register, context: Context) -> list[Decision]:
    """The decisions of a table."""
    context.ledger.take_all(register.head_blocks, "label", COLUMN_HEAD)
    return [
        Decision(text, source_for(blocks, row.cells["text"].place, "decision register"))
        for row, blocks, text in records_of(register, context)
    ]


def records_of(
    register: Register, context: Context, unnamed: str = ""
) -> list[tuple[Row, tuple[Text, ...], str]]:
    """The rows of a register that name something, their lines entered as records; the others' as furniture.

    ``unnamed``: what the rows of a register without a column of names are called.
    """
    records: list[tuple[Row, tuple[Text, ...], str]] = []
    for row in register.rows:
        blocks = tuple(text for cell in row.all_cells for text in cell.lines)
        named = "text" in row.cells
        if not named and not (row.cells and unnamed and "text" not in register.heads):
            context.ledger.take_all(blocks, "label", "sub-heading row")
            continue
        text = row.cells["text"].words if named else unnamed
        beside = [cell.words for role, cell in row.cells.items() if role not in {"reference", "text"}]
        empty = all(map(context.placeholder, beside))
        if context.placeholder(text) or (empty and text.strip(" .").isdigit()):
            if empty:
                context.ledger.take_all(blocks, "placeholder", "empty row")
            continue
        context.took(blocks, f"{register.kind} register")
        records.append((row, blocks, text))
    return records


def _says_none(section: Section, context: Context) -> bool:
    """Whether a section begins with 'None': what stands below it ends the report and is no decision."""
    first = next((item for item in section.items if isinstance(item, Line)), None)
    listed = any(isinstance(item, Line) and isinstance(item.block, ListItem) for item in section.items[1:])
    return first is not None and not listed and context.furniture_of(first.block, first.text) == "placeholder"


def lines_of(section: Section, context: Context) -> list[Line]:
    """A section's lines but for placeholders, instructions and legends."""
    return [
        item
        for item in section.items
        if isinstance(item, Line) and not context.enter_furniture(item.block, item.text)
    ]
