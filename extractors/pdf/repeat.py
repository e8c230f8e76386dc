"""Running headers and footers: lines that stand at the same place on several pages, page numbers, markings."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from extractors.document import Box
from extractors.pdf.lines import Line, Segment, make_lines
from extractors.pdf.primitives import Page, Word

ZONE = 0.14
"""Of the page's height: running lines stand this near to its top or bottom."""

MARGIN = 0.085
"""Of the page's height: within the outer margin, lines of heading size may repeat too."""

APART = 2.2
"""Times the font size, from baseline to baseline: outside the margin a running line stands so far from the text."""

SAME_PLACE = 3.0
"""Points: lines that stand this close on two pages stand at the same place."""

SAME_START = 12.0
"""Points by which the starts of a running line may differ: centred lines move with their page number."""

TITLE_SCALE = 1.3
"""Times the body size: larger lines are titles, even where each page of a pack repeats them."""

PAGE_NUMBER = re.compile(
    r"^(?:[-–—|\s]*)(?:page|pg\.?|p\.?|sheet)?\s*\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?(?:[-–—|\s]*)(?:page)?$",
    re.IGNORECASE,
)
ENDING_NUMBER = re.compile(
    r"(?:^|[\s|–—-])(?:page|pg\.?|sheet)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$|^(?:page|pg\.?|sheet)\s*\d{1,4}\b",
    re.IGNORECASE,
)
"""A page number, called so, at a line's end or start."""

OF_PAGES = re.compile(r"^(?:page|pg\.?|sheet)?\s*(?P<page>\d{1,4})\s*(?:of|/)\s*\d{1,4}$", re.IGNORECASE)
"""'1 of 3' at one end of a line."""

NAMED_NUMBER = re.compile(r"^(?:page|pg\.?|sheet)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)

MOST_PARTS = 3
"""A footer stands at the left, in the middle and at the right; a line of more parts is a legend or a row."""

SMALLER = 0.95
"""Times the body size: a footer of a page that stands alone is set smaller than the text, or in another colour."""

FOOT_ZONE = 60.0
"""Points from the page's lower edge: word processors print the footer so low (half an inch) by default."""

LONE = 3.5
"""Times the font size, from baseline to baseline: white over a footer that no text runs down to."""

FOOT_LINES = 3
"""A footer has few lines."""

NO_FOOT = re.compile(r"^\W|^\(?\w{1,3}[.)]\s|[☐☑☒□]|:$")
"""An item of a list, a question with boxes to tick, a label without its value: none is a footer."""

HEAD_ZONE = 50.0
"""Points from the page's upper edge: word processors print the header so high (half an inch) by default."""

MARKING = re.compile(
    r"^\W*(?:(?:uk\s+)?official(?:\s*[-–—:]*\s*sensitive)?|not\s+protectively\s+marked|unclassified|restricted|protect|"
    r"confidential|(?:strictly\s+)?(?:private\s*(?:and|&)\s*)?confidential|commercial\s+in\s+confidence|internal(?:\s+use)?"
    r"(?:\s+only)?|public|in\s+confidence|nhs\s+confidential)(?:\s*[-–—:\[(].{0,40})?\W*$",
    re.IGNORECASE,
)
"""Protective markings of the United Kingdom's public bodies (Government Security Classifications and older schemes)."""

PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?", re.IGNORECASE)
"""When a browser printed a page: it stands in the page's corner, the page's title beside it."""
UPPER = 0.5
"""Of the first page's height: a report's title and particulars stand this far up."""

Kind = Literal["header", "footer"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line near a page's edge; ``text`` with its digits folded; ``outermost``: clear of all else on the page, tables
    included, towards the edge; ``inner``: the next line towards the middle; ``lone``: the first line of the page,
    or one of the few lines at its foot that stand far below all else.
    """

    page: Page
    kind: Kind
    line: Line
    text: str
    outermost: bool
    inner: Line | None
    lone: bool


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
    """All running lines of a document. ``words`` are those of each page that stand in none of its drawn ``tables``.

    Lines are looked at from the page's edge inwards, up to the first that is no running line.
    """
    candidates = [
        candidate
        for page, page_words, boxes_here in zip(pages, words, tables, strict=True)
        for candidate in _candidates(page, page_words, boxes_here)
    ]
    twins: dict[tuple[str, Kind], list[Candidate]] = {}
    for candidate in candidates:
        twins.setdefault((candidate.text, candidate.kind), []).append(candidate)
    echoed = _echoed(pages[0], words[0]) if pages else None
    running: list[Running] = []
    seen: set[tuple[str, Kind]] = set()
    ended: set[tuple[int, Kind]] = set()
    for candidate in candidates:
        page, line, key = candidate.page, candidate.line, (candidate.text, candidate.kind)
        repeated = any(
            twin.page.number != page.number
            and abs(_from_edge(twin) - _from_edge(candidate)) <= SAME_PLACE
            and abs(twin.line.x0 - line.x0) <= SAME_START
            for twin in twins[key]
        )
        wanted = (repeated and _may_repeat(line, page, body_size)) or _is_furniture(line, page)
        wanted = wanted or _is_numbered_footer(candidate, body_size) or _shares_number(candidate, candidates)
        wanted = wanted or (echoed is not None and echoed.stands_in(candidate, body_size))
        wanted = wanted or (candidate.lone and _is_edge(candidate, body_size))
        wanted = wanted or _is_own_number(candidate) or _is_ruled_head(candidate, body_size)
        if not wanted:
            ended.add((page.number, candidate.kind))
        elif (page.number, candidate.kind) not in ended:
            running.append(Running(page.number, candidate.kind, line.words, key not in seen))
            seen.add(key)
    return running


def _candidates(page: Page, words: Sequence[Word], tables: Sequence[Box]) -> Iterator[Candidate]:
    """Lines near the top, then lines near the bottom, each from the page's edge inwards."""
    lines = make_lines(words)
    for kind in get_args(Kind):
        ordered = lines if kind == "header" else lines[::-1]
        lone = _lone_feet(ordered, page, tables) if kind == "footer" else _lone_head(ordered, tables)
        for index, line in enumerate(ordered):
            if _zone(line, page) != kind:
                break
            inner = ordered[index + 1] if index + 1 < len(ordered) else None
            if _in_margin(line, page) or inner is None or _stand_apart(line, inner):
                alone = index == 0 and _clear(line, inner, tables)
                yield Candidate(page, kind, line, _folded(line.text), alone, inner, index < lone)
            else:
                break


@dataclass(frozen=True, slots=True)
class Echoed:
    """What a header of later pages may say again: the words of the first page's upper part; ``top``: where they begin.

    A first page of its own look has no header, and with two pages there is only one that has.
    """

    page: int
    words: frozenset[str]
    top: float

    def stands_in(self, candidate: Candidate, body_size: float) -> bool:
        """Whether a quiet line over where the first page's text begins, set otherwise than what stands below it, says
        nothing that the first page does not say at its beginning: its title, its number.
        """
        line, inner = candidate.line, candidate.inner
        if candidate.kind != "header" or candidate.page.number == self.page or inner is None:
            return False
        if not _in_margin(line, candidate.page) or line.base > self.top or len(line.segments) > MOST_PARTS:
            return False
        look, below = line.words[0].look, inner.words[-1].look
        if any(word.look.bold for word in line.words) or line.size > body_size or look == below:
            return False
        said = _said(line.words)
        several = len(said) > 1 or any(map(str.isdigit, line.text))
        return several and said <= self.words


def _echoed(page: Page, words: Sequence[Word]) -> Echoed | None:
    """What later pages may say again of the first one; None where that has no text."""
    if not words:
        return None
    upper = [word for word in words if word.base <= UPPER * page.height]
    return Echoed(page.number, frozenset(_said(upper)), min(word.box[1] for word in words))


def _said(words: Sequence[Word]) -> set[str]:
    """Words as they are compared, without what stands around them."""
    return {bare for word in words if (bare := re.sub(r"^\W+|\W+$", "", word.text).casefold())}


def _from_edge(candidate: Candidate) -> float:
    """Points from the page's edge: pages of a document may be of different heights."""
    base = candidate.line.base
    return candidate.page.height - base if candidate.kind == "footer" else base


def _zone(line: Line, page: Page) -> Kind | None:
    if line.box[3] < ZONE * page.height:
        return "header"
    if line.box[1] > (1 - ZONE) * page.height:
        return "footer"
    return None


def _in_margin(line: Line, page: Page) -> bool:
    return min(line.box[3], page.height - line.box[1]) < MARGIN * page.height


def _stand_apart(line: Line, inner: Line) -> bool:
    """Whether white space parts a line from the next one towards the middle of the page."""
    return abs(inner.base - line.base) > APART * max(line.size, inner.size)


def _clear(line: Line, inner: Line | None, tables: Sequence[Box]) -> bool:
    """Whether the last line of a page is clear of the line above it and of all tables."""
    above = inner is None or _stand_apart(line, inner)
    return above and all(box[3] < line.box[1] - line.size / 2 for box in tables)


def _lone_feet(upwards: Sequence[Line], page: Page, tables: Sequence[Box]) -> int:
    """How many of a page's last lines, from the lowest upwards, stand by themselves at its foot."""
    if not upwards or upwards[0].base < page.height - FOOT_ZONE:
        return 0
    for count, (line, inner) in enumerate(itertools.pairwise(upwards), start=1):
        white = LONE * max(line.size, inner.size)
        if count > FOOT_LINES or not _in_margin(line, page):
            return 0
        if line.base - inner.base > white:
            return count if all(box[3] < line.base - white for box in tables) else 0
    return 0


def _lone_head(downwards: Sequence[Line], tables: Sequence[Box]) -> int:
    """One where a page begins with a line, none where it begins with a table."""
    return int(bool(downwards) and all(box[1] > downwards[0].base for box in tables))


def _is_edge(candidate: Candidate, body_size: float) -> bool:
    """Whether a line that stands by itself at a page's edge may be the only one of its kind: its header or footer."""
    line, inner = candidate.line, candidate.inner
    if line.size > body_size or len(line.segments) > MOST_PARTS:
        return False
    if candidate.kind == "header":
        return inner is not None and _is_head(line, inner)
    return _is_foot(line, body_size)


def _is_foot(line: Line, body_size: float) -> bool:
    """No heading, item or question, and no sentence in the text's own size."""
    if NO_FOOT.search(line.text) or all(word.look.bold for word in line.words):
        return False
    return line.size < SMALLER * body_size or not line.text.endswith((".", "!", "?"))


def _is_head(line: Line, inner: Line) -> bool:
    """Parts at the left and the right over the page's title: whose report it is and of what kind. Labels with their
    values are the report's own particulars.
    """
    if line.base > HEAD_ZONE or len(line.segments) < 2 or ":" in line.text:
        return False
    return len(inner.segments) == 1 and inner.size >= TITLE_SCALE * line.size


def _is_own_number(candidate: Candidate) -> bool:
    """Whether a page's last line is nothing but its number in the middle: a title page and others may have none."""
    line, page = candidate.line, candidate.page
    if candidate.kind != "footer" or not candidate.outermost:
        return False
    centred = abs(line.x0 + line.x1 - page.width) / 2 <= SAME_START
    return centred and line.text.strip("-–— ") == str(page.number)


def _is_ruled_head(candidate: Candidate, body_size: float) -> bool:
    """Whether a later page begins with parts at the left and the right over a line from side to side: of two pages the
    first one, with its title, may have no such header.
    """
    line, page = candidate.line, candidate.page
    parted = 1 < len(line.segments) <= MOST_PARTS and ":" not in line.text and line.size <= body_size
    if candidate.kind != "header" or page.number == 1 or not candidate.outermost or not parted:
        return False
    return any(
        rule.horizontal
        and line.base <= rule.y0 <= line.base + line.size
        and max(abs(rule.x0 - line.x0), abs(rule.x1 - line.x1)) <= SAME_PLACE
        for rule in page.rules
    )


def _folded(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split())).lower()


def _may_repeat(line: Line, page: Page, body_size: float) -> bool:
    return _in_margin(line, page) or line.size < TITLE_SCALE * body_size


def _is_furniture(line: Line, page: Page) -> bool:
    """A page number, a protective marking or a browser's line in the outer margin, even on a single page."""
    if not _in_margin(line, page):
        return False
    if PRINTED.fullmatch(line.segments[0].text.strip()):
        return True
    return all(PAGE_NUMBER.match(part.text) or MARKING.match(part.text) for part in line.segments)


def _shares_number(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether a line of the margin holds its page's number where other pages hold theirs, whatever stands beside it:
    printed sheets are named at the foot of each page.
    """
    number = _number_in(candidate)
    return number is not None and any(
        other.page.number != candidate.page.number
        and other.kind == candidate.kind
        and abs(_from_edge(other) - _from_edge(candidate)) <= SAME_PLACE
        and (twin := _number_in(other)) is not None
        and _folded(twin.text) == _folded(number.text)
        and min(abs(twin.x0 - number.x0), abs(twin.x1 - number.x1)) <= SAME_PLACE
        for other in others
    )


def _number_in(candidate: Candidate) -> Segment | None:
    """The text at a line's start or end that says which page it is on ('Page 2 of 5'); None without any."""
    line = candidate.line
    if len(line.segments) > MOST_PARTS or not _in_margin(line, candidate.page):
        return None
    ends = (line.segments[0], line.segments[-1])
    return next((part for part in ends if NAMED_NUMBER.match(part.text)), None)


def _is_numbered_footer(candidate: Candidate, body_size: float) -> bool:
    """The last line of a page, in its margin and in a quieter look than the text, that ends or begins with a number."""
    line = candidate.line
    if candidate.kind != "footer" or not candidate.outermost or not _in_margin(line, candidate.page):
        return False
    if len(line.segments) > MOST_PARTS:
        return False
    quiet = line.size < SMALLER * body_size or all(word.look.color for word in line.words)
    ends = (line.segments[0], line.segments[-1]) if len(line.segments) > 1 else ()
    numbered = ENDING_NUMBER.search(line.text) or any(PAGE_NUMBER.match(part.text) for part in ends)
    counted = any(
        (count := OF_PAGES.match(part.text)) and int(count["page"]) == candidate.page.number for part in ends
    )  # a sheet fitted to the page has footers larger than its text
    return (quiet or counted) and bool(numbered)
