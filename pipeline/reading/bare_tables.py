"""A table without what is no part of its records: a drawn timeline, heads that come again or stand alone, numbers."""

from __future__ import annotations

from extractors.document import Table, Text
from pipeline.reading.line_numbers import without_numbers
from pipeline.reading.lone_heads import without_lone_head
from pipeline.reading.repeated_heads import without_repeated_heads
from pipeline.reading.timelines import without_timeline
from pipeline.reading.vocabulary import Vocabulary


def bare_table(table: Table, section: str, vocabulary: Vocabulary) -> tuple[Table, tuple[Text, ...], bool]:
    """The table, the lines that were taken from it, and whether it is a list: a column whose only head went."""
    drawn, times = without_timeline(table, vocabulary)
    once, again = without_repeated_heads(drawn)
    headless, head = without_lone_head(once, section, vocabulary)
    bare, numbers = without_numbers(headless, section, vocabulary)
    return bare, (*times, *again, *head, *numbers), bool(head)
