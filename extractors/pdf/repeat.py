"""Running headers and footers: lines that stand at the same place on several pages, page numbers, markings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.lines import Line, make_lines
from extractors.pdf.primitives import Page, Word

ZONE = 0.14
"""Of the page's height: running lines stand this near to its top or bottom."""

MARGIN = 0.085
"""Of the page's height: within the outer margin, lines of heading size may repeat too."""

APART = 2.2
"""Times the font size, from baseline to baseline: outside the margin a running line stands so far from the text."""

SAME_PLACE = 3.0
"""Points: lines that stand this close on two pages stand at the same place."""

TITLE_SCALE = 1.3
"""Times the body size: larger lines are titles, even where each page of a pack repeats them."""

PAGE_NUMBER = re.compile(
    r"^(?:[-–—|\s]*)(?:page|pg\.?|p\.?)?\s*\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?(?:[-–—|\s]*)(?:page)?$",
    re.IGNORECASE,
)
MARKING = re.compile(
    r"^\W*(?:(?:uk\s+)?official(?:\s*[-–—:]*\s*sensitive)?|not\s+protectively\s+marked|unclassified|restricted|protect|"
    r"confidential|(?:strictly\s+)?(?:private\s*(?:and|&)\s*)?confidential|commercial\s+in\s+confidence|internal(?:\s+use)?"
    r"(?:\s+only)?|public|in\s+confidence|nhs\s+confidential)(?:\s*[-–—:\[(].{0,40})?\W*$",
    re.IGNORECASE,
)
"""Protective markings of the United Kingdom's public bodies (Government Security Classifications and older schemes)."""

Kind = Literal["header", "footer"]


@dataclass(frozen=True, slots=True)
class Running:
    """A running line of one page. ``first`` tells that no earlier page has it."""

    page: int
    kind: Kind
    words: tuple[Word, ...]
    first: bool


def find_running(
    pages: Sequence[Page], words: Sequence[Sequence[Word]], tables: Sequence[Sequence[Box]], body_size: float
) -> list[Running]:
    """All running lines of a document; words in drawn tables (boxes per page) are left to the tables."""
    candidates: list[tuple[int, Kind, Line, str]] = []
    for page, page_words, boxes_here in zip(pages, words, tables, strict=True):
        free = [
            word for word in page_words if not any(boxes.holds_center(box, word.box) for box in boxes_here)
        ]
        lines = make_lines(free)
        for index, line in enumerate(lines):
            kind = _zone(line, page)
            if kind is not None and (_in_margin(line, page) or _stands_apart(lines, index, kind)):
                candidates.append((page.number, kind, line, _folded(line.text)))
    running: list[Running] = []
    seen: set[tuple[str, Kind]] = set()
    by_text: dict[tuple[str, Kind], list[tuple[int, Line]]] = {}
    for number, kind, line, text in candidates:
        by_text.setdefault((text, kind), []).append((number, line))
    for number, kind, line, text in candidates:
        page = pages[number - 1]
        repeated = any(
            other != number and abs(twin.base - line.base) <= SAME_PLACE and abs(twin.x0 - line.x0) <= 12
            for other, twin in by_text[text, kind]
        )
        if (repeated and _may_repeat(line, page, body_size)) or _is_furniture(line, page):
            running.append(Running(number, kind, line.words, (text, kind) not in seen))
            seen.add((text, kind))
    return running


def _zone(line: Line, page: Page) -> Kind | None:
    if line.box[3] < ZONE * page.height:
        return "header"
    if line.box[1] > (1 - ZONE) * page.height:
        return "footer"
    return None


def _in_margin(line: Line, page: Page) -> bool:
    return min(line.box[3], page.height - line.box[1]) < MARGIN * page.height


def _stands_apart(lines: Sequence[Line], index: int, kind: Kind) -> bool:
    """Whether white space parts a line from the text towards the middle of the page."""
    inner = index + 1 if kind == "header" else index - 1
    if not 0 <= inner < len(lines):
        return True
    line, beside = lines[index], lines[inner]
    return abs(beside.base - line.base) > APART * max(line.size, beside.size)


def _folded(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split())).lower()


def _may_repeat(line: Line, page: Page, body_size: float) -> bool:
    return _in_margin(line, page) or line.size < TITLE_SCALE * body_size


def _is_furniture(line: Line, page: Page) -> bool:
    """A page number or protective marking in the outer margin, even on a single page."""
    if not _in_margin(line, page):
        return False
    return all(PAGE_NUMBER.match(part.text) or MARKING.match(part.text) for part in line.segments)
