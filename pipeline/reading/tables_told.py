"""What a report is told of its tables: columns that no rule knows or that were guessed, and tables without records."""

from __future__ import annotations

from pipeline.model import Source
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import Register, Section, source_of, texts_of

_HEADS = 120
"""Characters of heads that a finding quotes."""


def tell_unread(register: Register, context: Context) -> None:
    """Columns of a known register whose heads no rule knows: a value of the records stands there, or may."""
    if register.kind in {"other", "control"}:
        return
    if register.guessed:
        parts = "; ".join(f"'{head}' as {role}" for head, role in register.guessed)
        message = (
            f"No rule knows these heads of a table of {register.kind}; what stands below them tells: {parts}."
        )
        words = " | ".join(head for head, _ in register.guessed)
        context.tell("guessed-column", "warning", register.kind, message, source_of(register.place, words))
    if register.unread:
        heads = "', '".join(register.unread)
        message = (
            f"No rule knows the heads '{heads}' of a table of {register.kind}: "
            "what stands under them is kept in the sources of its rows alone."
        )
        context.tell("unread-column", "warning", register.kind, message, source_of(register.place, heads))


def keep_rows(
    register: Register, section: Section, known: bool, about: str, context: Context
) -> list[tuple[str, Source]]:
    """The rows of a table that holds no records, entered in the books: document control, or unknown heads.

    Args:
        register: the table.
        section: where it stands.
        known: its rows are narrative of a section that the rules know, else they are unclassified.
        about: the key of the records that it may hide, which is told; '' where it hides none.
        context: the report's books and findings.
    """
    context.ledger.take_all(register.head_blocks, "label", "column head")
    kept: list[tuple[str, Source]] = []
    for row in register.rows:
        blocks = tuple(text for cell in row.all_cells for text in texts_of(cell.blocks))
        source = source_for(blocks, row.all_cells[0].place, f"table of {section.name}")
        if all(context.placeholder(block.text) for block in blocks):
            context.ledger.take_all(blocks, "placeholder", "empty row")
        else:
            context.ledger.take_all(blocks, "narrative" if known else "unclassified", source.rule)
            kept.append((source.text, source))
    if about:
        heads = " | ".join(block.text for block in register.head_blocks)
        message = (
            f"No rule knows a table with the heads '{heads[:_HEADS]}': its rows are kept as unclassified."
        )
        context.tell("unknown-table", "warning", about, message, source_of(register.place, heads))
    return kept
