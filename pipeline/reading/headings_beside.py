"""Two sections beside each other without a frame: a line of two headings over lines parted by the same gap.

'Work done<tab>Work planned' over '• Roof laid<tab>• Paint the hall' becomes the left section, then the right one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.document import Block, Heading, ListItem, Paragraph, Run, Text
from pipeline.reading.elements import ACTIVITY_SECTIONS, RECORD_SECTIONS, RISK_SECTIONS
from pipeline.reading.tabbed_tables import Untabbed
from pipeline.reading.vocabulary import Vocabulary

_SIDES = 2
_COVERAGE = 0.75
"""Share of a heading's words that the rules must know where they do not list it whole."""
_WIDTH = 0.5
"""Width of a letter on the average, in font sizes: where the right heading begins is reckoned from its line's end."""
_SLACK = 2.0
"""Font sizes by which a line of the right side may begin left of that."""
_BULLET = re.compile(r"^[•●▪◦‣■–\-*]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Sides:
    """The blocks of both sides, and the lines that were parted, with what became of each."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    parts: tuple[tuple[Text, tuple[Text, ...]], ...]


def headings_parted(blocks: tuple[Block, ...], vocabulary: Vocabulary) -> Untabbed:
    """The blocks with every such pair of sections one below the other."""
    made: list[Block] = []
    parts: list[tuple[Text, tuple[Text, ...]]] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        sides = _sides(blocks, index, vocabulary) if isinstance(block, Text) and "\t" in block.text else None
        if sides is None:
            made.append(block)
            index += 1
            continue
        made += [*sides.left, *sides.right]
        parts += sides.parts
        index += len(sides.parts)
    return Untabbed(tuple(made), tuple(parts))


def sections_beside(line: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The sections of records that the two halves of a line open; () unless both are headings, of different ones."""
    halves = [half.strip() for half in line.split("\t") if half.strip()]
    found = [vocabulary.heading(half) for half in halves] if len(halves) == _SIDES else []
    names = [match.section for match in found if match and (match.exact or match.coverage >= _COVERAGE)]
    return tuple(names) if len(set(names)) == _SIDES and RECORD_SECTIONS.issuperset(names) else ()


def _sides(blocks: tuple[Block, ...], start: int, vocabulary: Vocabulary) -> _Sides | None:
    """Both sides under the line of headings at ``start``; None unless every line shows on which side it stands."""
    head = blocks[start]
    if not isinstance(head, (Heading, Paragraph)):
        return None
    sections = set(sections_beside(head.text, vocabulary))
    if not sections or not (sections <= ACTIVITY_SECTIONS.keys() or sections <= RISK_SECTIONS):
        return None  # 'Issues' beside 'Actions' may head what belongs together
    sides: tuple[list[Block], list[Block]] = ([], [])
    parts: list[tuple[Text, tuple[Text, ...]]] = []
    for block in blocks[start:]:
        if not isinstance(block, (Heading, Paragraph, ListItem)) or (
            block is not head and isinstance(block, Heading)
        ):
            break
        halves = _halves(block)
        if len(halves) == 1 and (side := _side_of(block, head)) is not None:
            sides[side].append(halves[0])
        elif len(halves) == _SIDES:
            sides[0].append(halves[0])
            sides[1].append(halves[1])
        else:
            return None
        parts.append((block, tuple(halves)))
    if any(len(side) < _SIDES for side in sides) or not any(len(halves) > 1 for _, halves in parts[1:]):
        return None
    return _Sides(tuple(sides[0]), tuple(sides[1]), tuple(parts))


def _halves(line: Heading | Paragraph | ListItem) -> list[Heading | Paragraph | ListItem]:
    """The parts of a line, each a line of its own: one that begins with a bullet's sign is an item."""
    runs: list[list[Run]] = [[]]
    for run in line.runs:
        first, *others = run.text.split("\t")
        runs[-1].append(replace(run, text=first))
        runs += [[replace(run, text=words)] for words in others]
    told = [tuple(part) for part in runs if "".join(run.text for run in part).strip()]
    left, *right = [replace(line, runs=part) for part in told] or [line]
    return [left, *map(_item, right)]


def _item(part: Heading | Paragraph | ListItem) -> Heading | Paragraph | ListItem:
    """A right half of an item without its own bullet's sign."""
    sign = _BULLET.match(part.text)
    if sign is None or not isinstance(part, ListItem):
        return part
    first = replace(part.runs[0], text=part.text[sign.end() :])
    return replace(part, runs=(first,), marker=sign.group().strip())


def _side_of(line: Text, head: Text) -> int | None:
    """On which side a line stands by where it begins: 0 left, 1 right; None where the document does not say."""
    if line.place.box is None or head.place.box is None or not head.size:
        return None
    right = head.place.box[2] - len(head.text.split("\t")[-1].strip()) * _WIDTH * head.size
    return 1 if line.place.box[0] > right - _SLACK * head.size else 0
