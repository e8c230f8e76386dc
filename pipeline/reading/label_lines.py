"""Labels and values in one line: 'Label: value', parted by a colon, a dash, a tab, or nothing but a space."""

from __future__ import annotations

import re

from extractors.document import Text
from pipeline.reading.elements import Pair
from pipeline.reading.memory import remembered
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import find_dates, parse_date, parse_period
from pipeline.values.rating import Mark

LABEL_LENGTH = 60
"""Characters of an unknown label; known labels may be longer (whole questions)."""
_LABEL_WORDS = 8
_LINE_WORDS = 16
_SEVERAL = 2
"""Known labels of a line in which labels and values take turns."""
_INLINE = re.compile(
    r"^(?P<label>[^:\t]{2,90}?)\s*(?:(?<!\d):\s*|:(?!\d\d\b)\s*|\t+\s*)(?P<value>\S.*)?$", re.DOTALL
)
DASHED = re.compile(r"^(?P<label>[^:–—\t]{2,60}?)\s+[–—-]\s+(?P<value>\S.*)$", re.DOTALL)
_PARTS = re.compile(r"\t+|\s+\|\s+|\s{3,}")
"""What parts the pairs of one line."""
SENTENCES = re.compile(r"(?<=[\w)])[.;,]\s+(?=[A-Z][^:.;,–]{1,40}?(?::\s|\s[–-]\s))")
"""Between pairs that stand one after the other in one line: 'Sponsor: Ann Lee. Project manager: Bo Lunn.'"""
_ABBREVIATION = re.compile(r"\b(?:nos?|refs?|mgr|dept|proj|est|tel|ext)\.\s*$", re.IGNORECASE)
"""'CIP Project No.': the full stop ends a word, no sentence."""
_CODE = re.compile(r"(?=.*\d)[A-Z0-9][\w/\-. ]{2,24}")
"""A reference: capitals, digits and signs."""
_NUMBERED = re.compile(r"[A-Z]{1,5}[-/.]?\d{3,}(?:[-/.]\w+)*")
"""A code that is no name: letters, then three digits or more."""
_BOXES = re.compile(r"(?:\t+|\s{3,})(?=[☐☑☒□]\s?\w)")
"""A gap before one more box to tick: 'Approved: ☐ Yes<tab>☒ No' is one pair."""
_REF = {"ref", "ref.", "reference"}
_FOR_WHOM = re.compile(r"\s*,?\s*(?:for|to|by|at) ")
"""'Prepared 3 November 2025 for the Board': what follows the date is no part of it."""
_PERIOD = "Period"
"""What a month that stands without a label is called among the report's fields."""
_AND_DATED = re.compile(
    r"(?P<period>[^(),;|–—]{5,40}?)\s*(?:\(|[.,;|]\s|\s[–—-]\s)\s*(?P<dated>[A-Za-z][^()]{5,60}?)[.)]*"
)
"""'May 2012 (issued 6 June 2012)', 'May 2012, dated 6 June 2012': a period, and what may be the report's date."""
_BY_WHOM = re.compile(
    r"^(?P<label>[A-Za-z][a-z]+) by (?:the )?[^.;:\t]{2,60}? on (?P<value>[^.;:\t]*\d[^;:\t]*)"
)
"""'Prepared by the Projects Office on 26 April 2022': who wrote it stands between the label and its date."""
_QUESTION = re.compile(r"^(?P<label>.{8,120}?\?)\s*(?P<value>\S.{0,80})$", re.DOTALL)


def split_inline(text: str, vocabulary: Vocabulary, strict: bool) -> tuple[str, str] | None:
    """'Label: value' in one line as (label, value), None where it is none.

    Args:
        text: the line.
        vocabulary: what labels are known.
        strict: only labels that name a field of the report count (inside running text); else any short label does.
    """
    for pattern in (_QUESTION, _INLINE, DASHED):
        match = pattern.match(text.strip())
        if not match:
            continue
        label, value = match["label"].strip(), (match["value"] or "").strip()
        if pattern is DASHED and (vocabulary.field(value) or vocabulary.is_report_title(value)):
            continue  # 'Start – Finish' are two labels, 'Depot Works – Highlight Report' is a title
        known = vocabulary.field(label)
        if known and (known != "metadata" or not strict):
            return label, value
        if pattern is _INLINE and not strict and is_short(label) and value and len(value) <= 120:
            return label, value
    return None


def split_line(block: Text, text: str, vocabulary: Vocabulary, strict: bool) -> list[Pair]:
    """All label: value pairs of a line: one, or several parted by tabs or bars ('Ref: 12<tab>PM: A B')."""
    return [line_pair(label, value, (block,)) for label, value in _pairs_in(vocabulary, text, strict)]


@remembered
def _pairs_in(vocabulary: Vocabulary, text: str, strict: bool) -> tuple[tuple[str, str], ...]:
    """The labels and values of ``split_line``."""
    parts = [part for part in _PARTS.split(_BOXES.sub(" ", text)) if part.strip(" |")]
    if len(parts) > 1:
        pairs = _tabbed(parts, vocabulary, strict) or _alternating(parts, vocabulary)
        if pairs:
            return tuple(pairs)
        among = [
            split_inline(part.strip(), vocabulary, strict=True) or _unparted(part, vocabulary)
            for part in parts
        ]
        told = tuple(pair for pair in among if pair and pair[1])
        if told:
            return told
    if dated := _period_and_date(text, vocabulary):
        return dated
    sentences = [
        split_inline(part.rstrip(" ."), vocabulary, strict=True) or _unparted(part.rstrip(" ."), vocabulary)
        for part in SENTENCES.split(text)
    ]
    said = tuple(pair for pair in sentences if pair and pair[1])
    if len(said) == len(sentences) > 1:
        return said
    single = split_inline(_BOXES.sub(" ", text), vocabulary, strict) or _unparted(text, vocabulary)
    return (single,) if single else ()


def _period_and_date(text: str, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """'May 2012 (issued 6 June 2012)': the period that a report is of and, after a sign, the day it was written."""
    found = _AND_DATED.fullmatch(text.strip())
    months = find_dates(found["period"]) if found else []
    if found is None or len(months) != 1:
        return ()
    start, end, month = months[0]
    label = found["period"][:start].strip()
    if end < len(found["period"]) or month.iso is None or len(month.iso) != len("2012-05"):
        return ()
    if label and vocabulary.field(label) != "period":
        return ()
    dated = split_inline(found["dated"], vocabulary, strict=True) or _unparted(found["dated"], vocabulary)
    if dated is None or vocabulary.field(dated[0]) != "report_date" or parse_date(dated[1]) is None:
        return ()
    return ((label or _PERIOD, found["period"][start:]), dated)


def _unparted(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'Week ending 17 October 2025': a date's label with nothing but a space before the date."""
    by_whom = _BY_WHOM.match(text)
    if by_whom and vocabulary.field(f"{by_whom['label']} on") == "report_date":
        found = find_dates(by_whom["value"])
        if found and found[0][0] == 0:
            return f"{by_whom['label']} on", by_whom["value"][: found[0][1]]
    words = text.split()
    if len(words) > _LINE_WORDS:
        return None
    if 2 < len(words) <= 5 and vocabulary.field(" ".join(words[:2])) == "reference":
        code = " ".join(words[2:])
        return (" ".join(words[:2]), code) if _CODE.fullmatch(code) else None
    if len(words) == 2 and words[0].casefold() in _REF and _CODE.fullmatch(words[1]):
        return words[0], words[1]
    if len(words) == 2 and vocabulary.field(words[0]) == "project" and _NUMBERED.fullmatch(words[1]):
        return "Reference", words[1]  # 'Scheme W-20417': a project's number where its name would stand
    for cut in range(min(6, len(words) - 1), 0, -1):
        label, value = " ".join(words[:cut]), " ".join(words[cut:])
        name = vocabulary.field(label)
        found = find_dates(value) if name == "report_date" else []
        if found and found[0][0] == 0 and _FOR_WHOM.match(value[found[0][1] :]):
            return label, value[: found[0][1]]
        dated = (
            parse_period(value) is not None
            if name in {"period", "week-ending"}
            else parse_date(value) is not None
        )
        if name in {"period", "week-ending", "report_date", "start_date", "end_date"} and dated:
            return label, value
    return None


def _tabbed(parts: list[str], vocabulary: Vocabulary, strict: bool) -> list[tuple[str, str]]:
    """Pairs of a line's tabbed parts, [] unless all of it falls into pairs."""
    pairs: list[tuple[str, str]] = []
    index = 0
    while index < len(parts):
        part = parts[index].strip()
        inline = split_inline(part, vocabulary, strict)
        if inline and inline[1]:
            pairs.append(inline)
            index += 1
        elif index + 1 < len(parts) and (
            vocabulary.field(part) or (not strict and part.endswith(":") and is_short(part))
        ):
            follower = parts[index + 1].strip()
            if vocabulary.field(follower) and follower.endswith(":"):
                pairs.append((part.rstrip(": "), ""))
                index += 1
            else:
                pairs.append((part.rstrip(": "), follower))
                index += 2
        else:
            return []
    return pairs


def _alternating(parts: list[str], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Labels and values by turns, most labels known: one nobody knows does not spoil a form's line for the others."""
    labels = [part.strip().rstrip(": ") for part in parts[::2]]
    values = [part.strip() for part in parts[1::2]]
    known = [label for label in labels if vocabulary.field(label)]
    if len(labels) != len(values) or len(known) < _SEVERAL or len(known) * 2 <= len(labels):
        return []
    if not all(map(is_short, labels)) or any(map(vocabulary.field, values)):
        return []
    return list(zip(labels, values, strict=True))


def line_pair(label: str, value: str, blocks: tuple[Text, ...]) -> Pair:
    """A pair of running text."""
    runs = tuple(run for block in blocks for run in block.runs)
    figures = tuple(figure for block in blocks for figure in block.figures)
    return Pair(
        label, value, blocks, Mark(value, runs, blocks[0].fill, figures), blocks[0].place, in_table=False
    )


def is_short(text: str) -> bool:
    """Whether words are few enough for a label, and no sentence."""
    whole = text.rstrip().endswith((".", ";")) and not _ABBREVIATION.search(text)
    return len(text) <= LABEL_LENGTH and len(text.split()) <= _LABEL_WORDS and not whole


def says_field(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a known label and its value: 'Project: Depot move'."""
    label, _, value = text.partition(":")
    return bool(value.strip()) and vocabulary.field(label) is not None
