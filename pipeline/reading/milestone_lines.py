"""Milestones told in lines: 'Contract award – 12 May 2012 (complete)', 'Opening was planned for May and is now ...'."""

from __future__ import annotations

import re

from extractors.document import ListItem
from pipeline.model import Milestone, Narrative, Source
from pipeline.nlp import split_sentences
from pipeline.reading.context import Context, source_for
from pipeline.reading.elements import Pair, Section, source_of
from pipeline.reading.inline import is_form_pair
from pipeline.reading.tabled import lines_of
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import phrases_within
from pipeline.values.dates import find_dates

_LINE_LENGTH = 140
_NAME_FIRST = re.compile(
    r"[^:.]{3,60}: (?:planned|due|baseline|forecast|original|achieved|expected|target|now|completed)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?P<name>.+?)\s*(?::|\s[–—-]\s|[(,;])\s*(?:(?:due|by|on|for|target|planned|baseline|forecast|original|originally|completed?"
    r"|actual|achieved|expected|now|date|was)\b[\s:]*)*$",
    re.IGNORECASE,
)
"""'South scaffold complete: planned ' is named before the sign: what stands after it says what the date is."""
_SENTENCE_NAME = re.compile(
    r"^(?P<name>[A-Z].{2,80}?)\s+(?:was|were|is|are|has been|had been|will be)\s+(?:originally |first |still |now )?"
    r"(?:planned|due|programmed|scheduled|expected|set|forecast|timed|promised|meant|to be)\b"
)
"""'Handover of the building was planned for': what stands before the verb is the milestone."""
_COLON_NAME = re.compile(r"^(?P<name>[^:.]{3,80}): \S")
_ROLE_WORDS = 3
"""Words of the longest head of a column that is looked for before a date."""
_PARTS = {"baseline", "forecast", "actual"}
_AHEAD = {"to", "be", "next", "not", "for", "coming"}
"""Words of a heading that put off what its others say is done: 'Milestones to be completed'."""


def read_milestone_lines(section: Section, context: Context) -> tuple[list[Milestone], list[Narrative]]:
    """The bullets of a milestone section ('Contract award – 12 May 2012'), and sentences that tell one each."""
    milestones: list[Milestone] = []
    narrative: list[Narrative] = []
    meant = _meant_by(section.title, context.vocabulary)
    for line in lines_of(section, context):
        source = source_of(line.block.place, line.block.text, "milestone section")
        texts = [line.text] if isinstance(line.block, ListItem) else _told_in(line.text, context)
        if not texts:
            context.ledger.take(line.block, "narrative", "prose of a milestone section")
            narrative.append(Narrative(section.title, line.text, source))
            continue
        context.took((line.block,), "milestone section")
        milestones += [_line_milestone(text, source, context, meant) for text in texts]
    for pair in section.items:
        if isinstance(pair, Pair) and _is_dated(pair, context):
            source = source_for(pair.blocks, pair.place, "milestone section")
            context.took(pair.blocks, "milestone section")
            milestones.append(_line_milestone(f"{pair.label}: {pair.value}", source, context, meant))
    return milestones, narrative


def _is_dated(pair: Pair, context: Context) -> bool:
    """Whether what stands beside a name in a milestone section says when: 'baseline 14/02/25, forecast 7/03/25'."""
    if is_form_pair(pair, context.vocabulary) or context.vocabulary.field(pair.label):
        return False
    return bool(find_dates(pair.value, context.order, context.year))


def _meant_by(title: str, vocabulary: Vocabulary) -> str:
    """What the dates under a heading are that says so ('Key milestones (forecast)'); a bare date is the baseline."""
    words = [word for word in re.split(r"[\s(),/–—-]+", title.casefold()) if word and word != "now"]
    said = {part for word in words if (part := _part_told(word, vocabulary))}
    if _AHEAD & set(words):
        said.discard("actual")
    return said.pop() if len(said) == 1 else "baseline"


def _told_in(text: str, context: Context) -> list[str]:
    """What a paragraph tells of milestones: its sentences where each names one and its dates, itself, or nothing."""
    if not find_dates(text, context.order, context.year):
        return []
    sentences = split_sentences(text)
    if all(_name_told(sentence, context) for sentence in sentences):
        return sentences
    told = not text.rstrip().endswith(".") or _NAME_FIRST.match(text)
    return [text] if told and len(text) < _LINE_LENGTH else []


def _name_told(text: str, context: Context) -> str | None:
    """The milestone that a sentence names before it says what its first date is; None where it does not."""
    found = find_dates(text, context.order, context.year)
    if not found:
        return None
    before = text[: found[0][0]]
    named = _COLON_NAME.match(before) or _SENTENCE_NAME.match(before)
    told = named is not None and _part_told(before[named.end("name") :], context.vocabulary) is not None
    return named["name"] if named is not None and told else None


def _part_told(words: str, vocabulary: Vocabulary) -> str | None:
    """What the words before a date say that it is: a word for it, or a head that a column of such dates has."""
    folded = words.casefold()
    if any(word in folded for word in ("forecast", "expected", "revised", "now")):
        return "forecast"
    if any(word in folded for word in ("actual", "completed", "achieved", "delivered")):
        return "actual"
    mark = re.split(r"[,;:(–—]", folded.rstrip(" :,;(–—-"))[-1].strip()
    marked = (part for part in ("forecast", "actual") if vocabulary.is_kind(f"date-{part}", mark))
    if part := next(marked, None):
        return part
    for phrase in phrases_within(words, _ROLE_WORDS):
        roles = [column.role for column in vocabulary.columns(phrase) if column.register == "milestones"]
        if roles and roles[0] in _PARTS:
            return roles[0]
    return None


def _line_milestone(text: str, source: Source, context: Context, meant: str) -> Milestone:
    found = find_dates(text, context.order, context.year)
    if not found:
        return Milestone(text, None, None, None, None, None, source)
    named = _NAMED.match(text[: found[0][0]])
    parted = _name_told(text, context) or (named["name"] if named else "")
    name = parted or re.sub(
        r"[\s:–—(,;-]*(?:\b(?:due|by|on|for|target|planned|baseline|forecast|completed|complete|actual|expected|now|date)\b[\s:]*)*$",
        "",
        text[: found[0][0]],
        flags=re.IGNORECASE,
    )
    dates: dict[str, str | None] = {}
    # 'Contract award: 3 May': an award is no date's kind
    position = len(parted) if text.startswith(parted) else 0
    for start, end, value in found:
        role = _part_told(text[position:start], context.vocabulary) or meant
        if role in dates:
            message = f"A further date of a milestone is in no part of its record: '{text.strip()[:100]}'."
            context.tell("milestone-date-unread", "warning", "milestones", message, source)
        dates.setdefault(role, context.checked(value, "milestones", source))
        position = end
    tail = text[found[-1][1] :].strip(" ()–—-:;,.")
    rating = context.words.of_word(tail) if tail and len(tail) <= 14 else None
    colour = rating if tail.casefold() in {"red", "amber", "green", "blue", "r", "a", "g", "b"} else None
    slips = context.vocabulary.is_kind(
        "slippage", tail
    )  # 'three weeks late' says by how much, as a column of slips does
    status = tail if tail and colour is None and len(tail.split()) <= 5 and not slips else None
    return Milestone(
        name or text,
        dates.get("baseline"),
        dates.get("forecast"),
        dates.get("actual"),
        colour,
        status,
        source,
    )
