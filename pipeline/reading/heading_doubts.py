"""Headings that no rule knows, and lines that look like such: records may stand below them, and of what kind.

An unseen template's own words for what was done, what may go wrong or what the board is asked make no records.
What stands below is kept, and here it is told of which records it may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, pairwise

from extractors.document import Heading, ListItem
from pipeline.reading.context import Context
from pipeline.reading.elements import Line, Pair, Rated, Register, Section, source_of
from pipeline.reading.money_lines import TOLD_SUM
from pipeline.values.dates import find_dates

_LISTED = ("activities", "risks", "decisions")
"""Records that lines below an unknown heading may be."""
_BY_HEADING = {"activities", "risks", "decisions"}
"""Registers of which the heading above them tells the kind: work done or to come, a risk or an issue."""
_SENTENCE = 4
"""Words from which a line tells something."""
_HEADING = 8
"""Words of the longest line that is taken for a heading by its look alone."""
_QUESTION = 14
"""The same of a question that stands out: 'What has our gift let you do since the spring?'"""
_SEVERAL = 2
_PROSE = {
    "front",
    "loose",
    "summary",
    "scope",
    "schedule",
    "quality",
    "people",
    "finances",
    "ratings",
    "dependencies",
}
"""Sections of running text, in which the heading of another one may have gone unseen."""


def tell_unknown_heading(section: Section, context: Context) -> None:
    """A heading that no rule knows over words that are kept, also one that stands amid running text."""
    if section.name == "unknown" and section.heading is not None:
        _tell_words(section.heading, section, context)
        _tell_tables(section.heading, section, context)
    elif section.name in _PROSE:
        _tell_rivals(section, context)
        for heading in _unseen(section, context):
            _tell(
                heading, ("unclassified", *_perhaps(heading, _LISTED, context)), "kept as it stands", context
            )


def _tell_rivals(section: Section, context: Context) -> None:
    """A list under a heading of money or prose whose words hint at records too: 'Cost Panel is to agree'."""
    match = context.vocabulary.heading(section.title) if section.heading is not None else None
    if section.heading is None or match is None or match.exact:
        return
    listed = [item for item in section.items if isinstance(item, Line) and isinstance(item.block, ListItem)]
    keys = [key for key in context.vocabulary.hinted_keys(section.title) if key in _LISTED]
    if listed and keys:
        block, title = section.heading.block, section.title
        message = f"'{title}' was taken to head {section.name}: the list below it may be other records."
        for key in keys:
            context.tell("heading-of-two-kinds", "warning", key, message, source_of(block.place, title))


def _tell_words(heading: Line, section: Section, context: Context) -> None:
    """The records that the lines below an unknown heading may be, by their words."""
    lines = [item for item in section.items if isinstance(item, Line)]
    told = [line.text for line in lines if len(lines) > 1 or _tells(line)]
    if not told:
        return
    keys = list(_perhaps(heading, _LISTED, context))
    if keys == list(_LISTED):
        keys += ["milestones"] * (sum(len(find_dates(text)) for text in told) >= _SEVERAL)
        keys += ["finances"] * (sum(len(TOLD_SUM.findall(text)) for text in told) >= _SEVERAL)
    _tell(heading, ("unclassified", *keys), "kept as unclassified", context)


def _tells(line: Line) -> bool:
    """Whether a line says something by itself: a bullet, or a sentence."""
    return isinstance(line.block, ListItem) or len(line.text.split()) >= _SENTENCE


def _tell_tables(heading: Line, section: Section, context: Context) -> None:
    """A table below an unknown heading, whose columns alone say what its rows are."""
    for register in section.items:
        if isinstance(register, Register) and register.kind in _BY_HEADING:
            fate = f"read as {register.kind} by the table's columns alone"
            _tell(heading, (register.kind, *_weighed(register, context)), fate, context)


def _weighed(register: Register, context: Context) -> tuple[str, ...]:
    """The risks that a table of other records may hold: what is done about them has a column."""
    heads = [block.text for block in register.head_blocks]
    parts = [column for head in heads for column in context.vocabulary.columns(head, loose=True)]
    return ("risks",) if any((part.register, part.role) == ("risks", "response") for part in parts) else ()


def _unseen(section: Section, context: Context) -> Iterator[Line]:
    """Lines of a section of prose that look like headings over what follows them."""
    items = section.items
    if section.name == "front":  # its first lines are titles and addresses
        items = list(dropwhile(lambda item: not isinstance(item, Pair | Rated | Register), items))
    for line, below in pairwise([item for item in items if isinstance(item, Line)]):
        if not _may_head(line, context) or _is_dressed(below) or not _tells(below):
            continue
        if _is_dressed(line) or isinstance(below.block, ListItem) > isinstance(line.block, ListItem):
            yield line


def _may_head(line: Line, context: Context) -> bool:
    """Whether a line is short, no sentence, and nothing that is known to be no heading."""
    entry = context.ledger.fate_of(line.block)
    if entry is not None and entry.fate in {"instruction", "legend", "record", "field"}:
        return False
    asks = line.text.rstrip().endswith("?") and _is_dressed(line)
    most, ends = (_QUESTION, ".;,!") if asks else (_HEADING, ".;,!?")
    short = 0 < len(line.text.split()) <= most and line.text.rstrip()[-1:] not in ends
    known = context.placeholder(line.text) or context.vocabulary.is_kind("title", line.text.strip())
    return short and not known


def _is_dressed(line: Line) -> bool:
    """Whether a line looks like a heading by itself."""
    block = line.block
    return (
        isinstance(block, Heading)
        or block.bold
        or block.underline
        or block.text.isupper()
        or bool(block.fill)
    )


def _perhaps(heading: Line, otherwise: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The keys that a heading's words hint at, else those that any may stand over."""
    return context.vocabulary.hinted_keys(heading.text.strip()) or otherwise


def _tell(heading: Line, keys: tuple[str, ...], fate: str, context: Context) -> None:
    title = heading.text.strip()
    message = f"No rule knows the heading '{title}': what stands below it is {fate}."
    for key in dict.fromkeys(keys):
        context.tell("unknown-heading", "warning", key, message, source_of(heading.block.place, title))
