"""What of sections and tables is not certain: headings and heads that no rule knows, tables that may be others."""

from __future__ import annotations

from extractors.document import Heading, ListItem
from pipeline.reading.context import Context
from pipeline.reading.elements import (
    ACTIVITY_SECTIONS,
    RISK_SECTIONS,
    Line,
    Pair,
    Register,
    Section,
    source_of,
)
from pipeline.reading.headings_beside import sections_beside
from pipeline.reading.told_story import BESIDE_A_LIST

ABOUT = {
    **dict.fromkeys(ACTIVITY_SECTIONS, "activities"), **dict.fromkeys(RISK_SECTIONS, "risks"),
    "decisions": "decisions", "milestones": "milestones",
}  # fmt: skip
"""The contract's key of the records that a section is for, whatever stands in it."""
_ABOUT_TABLES = {**ABOUT, "finances": "finances", "ratings": "ratings"}
"""The same for a table: a line under 'Finance' may well be prose."""
_WEIGHED = {"likelihood", "impact", "score", "response", "rating", "kind"}
"""Parts of a register that only risks and issues have."""
_LISTED = ("activities", "risks", "decisions")
"""Records that bullets of an unknown heading may be."""
_SEVERAL = 2
_TOLD = 9
"""Words from which a form's value tells something, as a section does."""
_HOLDERS = {"risks", "milestones", "activities", "finances", "decisions"}
"""Registers whose records a table of unknown heads may hold."""


def tell_taken_over(above: Section | None, section: Section, context: Context) -> None:
    """A plain line right under a heading of records that opened a section of others: it may be their lead-in."""
    about, now = ABOUT.get(above.name) if above else None, ABOUT.get(section.name)
    line = section.heading
    if above is None or above.items or above.heading is None or line is None or None in {about, now}:
        return
    block = line.block
    dressed = block.bold or block.underline or block.fill or isinstance(block, Heading)
    if about == now or dressed or line.label != "none" or line.fill or line.spans_row:
        return
    message = (
        f"Nothing stands under '{above.title}': '{section.title}' below it was taken for the next heading."
    )
    for key in (about, now):
        context.tell("heading-taken-over", "warning", str(key), message, source_of(block.place, block.text))


def tell_headings_beside(section: Section, context: Context) -> None:
    """Two headings in one line that was not parted: what stands below it is that of both, or of neither."""
    for item in (section.heading, *section.items):
        if isinstance(item, Pair) and not item.in_table:
            words, source = f"{item.label}\t{item.value}", source_of(item.place, item.label)
        elif isinstance(item, Line) and "\t" in item.text:
            words, source = item.text, source_of(item.block.place, item.block.text)
        else:
            continue
        shown = words.replace("\t", "  |  ")
        message = f"Two headings stand in one line, '{shown}': what stands below it may be of either."
        for key in dict.fromkeys(ABOUT[name] for name in sections_beside(words, context.vocabulary)):
            context.tell("headings-beside", "warning", key, message, source)


def tell_story(section: Section, context: Context) -> None:
    """Prose under a heading that promises work, kept as a summary because another section lists the work."""
    if section.rule == BESIDE_A_LIST and section.heading is not None:
        block = section.heading.block
        message = f"'{section.title}' is told in prose and another section lists the work: kept as narrative."
        context.tell(
            "story-beside-list", "warning", "activities", message, source_of(block.place, block.text)
        )


def tell_asked(section: Section, context: Context) -> None:
    """A heading of work that speaks to the report's readers ('What falls to you'): they may be asked to do it."""
    if section.name not in ACTIVITY_SECTIONS or section.heading is None or not section.items:
        return
    if context.vocabulary.is_kind("to-the-reader", section.title):
        block = section.heading.block
        message = (
            f"'{section.title}' was taken to head work: what stands below it may be asked of the readers."
        )
        for key in ("activities", "decisions"):
            context.tell("asked-perhaps", "warning", key, message, source_of(block.place, block.text))


def tell_unread(register: Register, context: Context) -> None:
    """Columns of a known register whose heads no rule knows: a value of the records may stand there."""
    if register.guessed:
        parts = "; ".join(f"'{head}' as {role}" for head, role in register.guessed)
        message = (
            f"No rule knows these heads of a table of {register.kind}; what stands below them tells: {parts}."
        )
        words = " | ".join(head for head, _ in register.guessed)
        context.tell("guessed-column", "warning", register.kind, message, source_of(register.place, words))
    for head in register.unparted:
        message = (
            f"'{head}' heads several parts of {register.kind}, and its cells do not show which is which."
        )
        context.tell("parts-not-parted", "warning", register.kind, message, source_of(register.place, head))
    if not register.unread or register.kind in {"other", "control"}:
        return
    heads = "', '".join(register.unread)
    message = (
        f"No rule knows the heads '{heads}' of a table of {register.kind}: "
        "what stands under them is kept in the sources of its rows alone."
    )
    for key in dict.fromkeys((register.kind, *_of_others(register, context))):
        context.tell("unread-column", "warning", key, message, source_of(register.place, heads))


def _of_others(register: Register, context: Context) -> list[str]:
    """The records of which a table's unread heads are parts, where heads were guessed: it may be one of those."""
    if not register.guessed:
        return []
    loose = [column for head in register.unread for column in context.vocabulary.columns(head, loose=True)]
    return [column.register for column in loose if column.register in _HOLDERS]


def tell_tasks(register: Register, context: Context) -> None:
    """A table of descriptions, owners and states that only its columns make risks: tasks look the same."""
    if _WEIGHED & set(register.heads):
        return
    words = " | ".join(register.heads.values())
    message = f"A table with the heads '{words[:120]}' was read as risks; its rows may be activities."
    for key in ("risks", "activities"):
        context.tell("perhaps-tasks", "warning", key, message, source_of(register.place, words))


def tell_unknown_table(register: Register, section: Section, known: bool, context: Context) -> None:
    """A table whose heads no rule knows, told of the records that its section or its heads hint at."""
    about = _ABOUT_TABLES.get(section.name, "" if known else "unclassified")
    if not about:
        return
    heads = " | ".join(block.text for block in register.head_blocks)
    fate = "narrative" if known else "unclassified"
    message = f"No rule knows a table with the heads '{heads[:120]}': its rows are kept as {fate}."
    hints = _hinted(register, section, context) if about == "unclassified" else _by_heads(register, context)
    keys = [about, *hints]
    keys += ["ratings"] if _holds_lights(register, context) else []
    for key in dict.fromkeys(keys):
        context.tell("unknown-table", "warning", key, message, source_of(register.place, heads))


def _hinted(register: Register, section: Section, context: Context) -> list[str]:
    """The keys that a table's heading hints at, and the registers of which two of its heads are."""
    return [*context.vocabulary.hinted_keys(section.title), *_by_heads(register, context)]


def _by_heads(register: Register, context: Context) -> list[str]:
    """The registers of which two of a table's heads are, whatever its section is for."""
    parts = [
        {column.register for column in context.vocabulary.columns(block.text)} & _HOLDERS
        for block in register.head_blocks
    ]
    return [name for name in sorted(_HOLDERS) if sum(name in registers for registers in parts) > 1]


def tell_listed_fields(section: Section, context: Context) -> None:
    """A form's label that no rule knows beside a list: the label may be a heading, and the list its records."""
    for pair in section.items:
        if not isinstance(pair, Pair) or context.vocabulary.field(pair.label) is not None:
            continue
        listed = sum(isinstance(block, ListItem) for block in pair.blocks) >= _SEVERAL
        if listed or len(pair.value.split()) >= _TOLD:
            message = (
                f"No rule knows the label '{pair.label}' beside a {'list' if listed else 'text'}: "
                "it is kept as a field of the form."
            )
            for key in context.vocabulary.hinted_keys(pair.label) or _LISTED:
                source = source_of(pair.place, pair.label)
                context.tell("listed-field", "warning", key, message, source)


def _holds_lights(register: Register, context: Context) -> bool:
    """Whether each row of a table has a cell in red, amber or green: ratings may stand there."""
    lit = context.words.light_of
    return len(register.rows) > 1 and all(
        any(lit(cell.fill) for cell in row.all_cells) for row in register.rows
    )


def names_risks(register: Register) -> bool:
    """Whether a table says by its heads that it holds risks or issues, whatever stands over it."""
    heads = " ".join(register.heads.values()).casefold()
    return register.kind == "risks" and ("risk" in heads or "issue" in heads)
