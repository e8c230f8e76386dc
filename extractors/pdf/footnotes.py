"""Footnotes: small lines under a short rule at the foot of a page, and the raised numbers in its text for them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.pdf.lines import Line, make_lines
from extractors.pdf.primitives import Page, Rule, Word

CALL = re.compile(r"\d{1,2}|[*†‡§]")
"""What calls a footnote: its number or sign."""

LONGEST_CALL = 2
"""Characters of such a number."""

RAISED = (0.1, 0.6)
"""Of the font size: how far a call stands over the baseline of the word that it touches."""

SMALL = 0.8
"""Times that word's size: no call is larger."""

TOUCHING = 0.25
"""Of the font size: white between a word and its call."""

LOWER = 0.4
"""Of the page's height: no footnotes stand higher up."""

RULE_WIDTH = (40.0, 0.45)
"""Points, and a share of the page's width: the rule over footnotes is so long (in Word two inches)."""

RULE_GAP, LEADING = 2.5, 1.7
"""Font sizes from the rule to the first note's baseline, and from line to line."""

SAME_START = 4.0
"""Points by which the rule and the notes may begin apart."""


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes of a page, each without its number, and all words that are none of the page's text: theirs and their
    calls.
    """

    notes: tuple[tuple[Word, ...], ...] = ()
    words: frozenset[Word] = frozenset()


def find_footnotes(page: Page, words: Sequence[Word]) -> Footnotes:
    """The footnotes of a page: only numbers that its text calls begin one."""
    rules = [rule for rule in page.rules if _is_separator(rule, page)]
    calls = list(_calls(words)) if rules else []
    if not calls:
        return Footnotes()
    for rule in rules:
        below = make_lines(word for word in words if word.base > rule.y0)
        notes = _notes(below, rule, {call.text for call in calls})
        if notes:
            called = {note[0].text for note in notes}
            used = [call for call in calls if call.text in called and call.base < rule.y0]
            every = [word for note in notes for word in note]
            return Footnotes(tuple(note[1:] for note in notes if len(note) > 1), frozenset([*every, *used]))
    return Footnotes()


def _is_separator(rule: Rule, page: Page) -> bool:
    least, most = RULE_WIDTH
    long = least <= rule.x1 - rule.x0 <= most * page.width
    return rule.horizontal and long and rule.y0 > LOWER * page.height


def _calls(words: Sequence[Word]) -> Iterator[Word]:
    """Small raised numbers, each behind a word that it touches."""
    for call in words:
        if len(call.text) > LONGEST_CALL or CALL.fullmatch(call.text) is None:
            continue
        size = call.look.size
        for word in words:
            large = word.look.size
            if size > SMALL * large:  # as most words are
                continue
            rise = (word.base - call.base) / large
            beside = abs(call.x0 - word.x1) <= TOUCHING * large
            if RAISED[0] <= rise <= RAISED[1] and beside:
                yield call
                break


def _notes(below: Sequence[Line], rule: Rule, calls: set[str]) -> list[tuple[Word, ...]]:
    """The notes that begin right under a rule, each with the number that it begins with."""
    notes: list[tuple[Word, ...]] = []
    above = rule.y0
    for line, last in zip(below, itertools.chain([None], below), strict=False):
        far = RULE_GAP if last is None else LEADING
        if line.base - above > far * line.size:
            break
        if line.words[0].text in calls and abs(line.x0 - rule.x0) <= SAME_START:
            notes.append(line.words)
        elif notes:
            notes[-1] = (*notes[-1], *line.words)
        else:
            break
        above = line.base
    return notes
