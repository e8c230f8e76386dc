"""Bullet signs and list numbers, printed or drawn, at the start of a line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.document import Box
from extractors.lines import DOTTED_DAY
from extractors.pdf import boxes
from extractors.pdf.fills import visible
from extractors.pdf.lines import Line, Segment
from extractors.pdf.primitives import Curve, Look, Rect, Rule, Word

SIGNS = frozenset("•‣⁃∙◦●○▪▫■□◆◇►▸▶▷➢➤➔→❖✓✔✗✘✦✧*·¤§Ø»")
"""Signs that are bullets where white space follows them."""

GLUED_SIGNS = frozenset("»•‣∙●▪■◆►➢➤❖✓✔")
"""Signs that are bullets even where a word follows at once."""

ROUND_SIGNS = frozenset("○●◦•")

DASHES = frozenset("-–—−‐‑")
_DAY = re.compile(DOTTED_DAY)
NUMBER = re.compile(
    r"^(?:\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})\)|(?:\d{1,2}|[a-z]|[ivx]{1,5})\.|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$"
)

DOT_SHARE = 0.64
"""Of the font size: a drawn shape no larger than this, left of a line, is its bullet."""

DOT_REACH = 4.0
"""Times the font size: how far a drawn bullet may stand before its line."""

COLUMN_LINE = 1.2
"""Times the largest font size: a plumb line this long parts columns; shorter ones are sides of boxes in a line."""

DASH_REACH = 4.5
"""Times the font size: how far a text may stand from the dash that is its bullet (a tab of 1.27 cm)."""

SQUARE = 1.25
"""Times its shorter side: a longer rectangle is a bar or a cell's fill and no bullet."""

BRIGHT = 90
"""Of 255: a drawn dot whose channels differ by this much is a coloured light and no bullet, unless it is tiny."""

BESIDE = 60.0
"""Points: a text that ends so near before a dot may be the dot's line; a light stands in its middle."""

COLUMN_GAP = 0.72
"""Of the font size: white wider than this parts a dot from the text of another column."""

SAME_DOT = 0.7
"""Points by which the sides of bullets of one list may differ."""

TINY_SHARE = 0.42
"""Of the font size: dots this small are bullets whatever their colour."""


def drawn_bullets(
    curves: Iterable[Curve], rects: Iterable[Rect], rules: Sequence[Rule], words: Sequence[Word]
) -> tuple[list[Word], set[Curve]]:
    """Words '•' for the small filled shapes that stand as bullets before lines of text, and which shapes they were."""
    signs: list[Word] = []
    used: set[Curve] = set()
    largest = max([word.look.size for word in words], default=0.0)
    plumb = [rule for rule in rules if not rule.horizontal and rule.y1 - rule.y0 > COLUMN_LINE * largest]
    squares = [
        Curve(rect.box, rect.color, None, False, rect.order)
        for rect in rects
        if visible(rect.color) and _is_square(rect.box)
    ]
    beside: list[tuple[Curve, Word]] = []
    dots = [curve for curve in (*curves, *squares) if _extent(curve) <= DOT_SHARE * largest]
    level = _Level(words if dots else ())
    for curve in dots:
        extent = _extent(curve)
        drawn = curve.fill is not None or (curve.stroke is not None and curve.round)
        lead = _lead(curve, level, largest) if drawn else None
        if lead is None or extent > (TINY_SHARE if _bright(curve.fill) else DOT_SHARE) * lead.size:
            continue
        gap = _white_before(curve, lead, level, plumb)
        if gap is not None:
            if gap > COLUMN_GAP * lead.size:
                beside.append((curve, lead))
            continue
        signs.append(_sign(curve, lead))
        used.add(curve)
    for curve, lead in beside:
        if any(_alike(curve, other) for other in used):
            signs.append(_sign(curve, lead))
            used.add(curve)
    return signs, used


def _sign(curve: Curve, lead: Word) -> Word:
    return Word("•", curve.box[0], curve.box[2], lead.base, Look("", lead.size))


def _extent(curve: Curve) -> float:
    return max(boxes.width(curve.box), boxes.height(curve.box))


class _Level:
    """The words of a page by their baselines."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._order = sorted(range(len(words)), key=lambda index: words[index].base)
        self._bases = [words[index].base for index in self._order]
        self._words = words

    def between(self, top: float, bottom: float) -> list[Word]:
        """The words whose baselines lie so high, in their own order."""
        start, end = bisect_left(self._bases, top), bisect_right(self._bases, bottom)
        return [self._words[index] for index in sorted(self._order[start:end])]


def _lead(curve: Curve, words: _Level, largest: float) -> Word | None:
    """The word, of the ``largest`` size at most, that a small shape stands before."""
    y = boxes.center(curve.box)[1]
    after = [
        word
        for word in words.between(y - largest, y + largest)
        if word.base - 0.75 * word.size < y < word.base + 0.1 * word.size
        and -0.1 * word.size <= word.x0 - curve.box[2] <= DOT_REACH * word.size
    ]
    return min(after, key=lambda word: word.x0, default=None)


def _white_before(curve: Curve, lead: Word, words: _Level, plumb: Sequence[Rule]) -> float | None:
    """Points between a small shape and the text before it in its line; None where it begins the line."""
    y = boxes.center(curve.box)[1]
    ends = [
        word.x1
        for word in words.between(lead.base - lead.size, lead.base + lead.size)
        if abs(word.base - lead.base) < 0.3 * lead.size
        and word.x1 <= curve.box[0] + 0.5
        and lead.x0 - word.x1 < BESIDE
        and not any(word.x1 - 1 <= side.x0 <= curve.box[0] and side.y0 <= y <= side.y1 for side in plumb)
    ]
    return curve.box[0] - max(ends) if ends else None


def _alike(curve: Curve, other: Curve) -> bool:
    """Whether two shapes are bullets of one list: of one size and colour, one under the other."""
    same = all(
        abs(mine - theirs) <= SAME_DOT for mine, theirs in zip(curve.box[::2], other.box[::2], strict=True)
    )
    return same and curve.fill == other.fill and curve.round == other.round


def _is_square(box: Box) -> bool:
    wide, high = boxes.width(box), boxes.height(box)
    return max(wide, high) <= SQUARE * min(wide, high)


def _bright(color: str | None) -> bool:
    if color is None:
        return False
    parts = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return max(parts) - min(parts) > BRIGHT


def split_marker(line: Line) -> tuple[str, Line] | None:
    """The bullet sign or list number that a line starts with, and the line without it; None where it has none.

    Dashes and numbers are told from prose by the caller, who sees the lines around.
    """
    first = line.segments[0]
    lead = first.words[0]
    alone = len(first.words) == 1
    if lead.turned or (alone and len(line.segments) == 1):
        return None
    if len(lead.text) > 1 and lead.text.isalpha():  # as most lines begin
        return None
    if lead.text in ROUND_SIGNS and all(
        word.text in ROUND_SIGNS for segment in line.segments for word in segment.words
    ):
        return None  # '● ○' in a cell: two marks
    if lead.text.endswith(".") and _DAY.match(" ".join(segment.text for segment in line.segments)):
        return None
    following = first.words[1] if not alone else line.segments[1].words[0]
    if not following.glued and _is_marker(lead, wide=alone):
        return lead.text, _without_first_word(line)
    sign, rest = lead.text[0], lead.text[1:]
    if (
        following.glued
        and not rest
        and (sign in GLUED_SIGNS or (sign in DASHES and following.text[0].isalpha()))
    ):
        return sign, _without_first_word(line)
    if rest and (sign in GLUED_SIGNS or (sign in DASHES and rest[0].isalpha() and rest[0].isupper())):
        word = replace(lead, text=rest, x0=lead.x0 + 0.4 * lead.size)
        segment = Segment((word, *first.words[1:]))
        return sign, replace(line, segments=(segment, *line.segments[1:]))
    return None


def _is_marker(word: Word, wide: bool) -> bool:
    text = word.text
    if text in SIGNS or text in DASHES or NUMBER.match(text):
        return True
    if text == "o":
        return wide or "courier" in word.look.font.lower()
    return len(text) == 1 and 0xE000 <= ord(text) <= 0xF8FF


def _without_first_word(line: Line) -> Line:
    first = line.segments[0]
    if len(first.words) == 1:
        return replace(line, segments=line.segments[1:])
    words = (replace(first.words[1], glued=False), *first.words[2:])
    return replace(line, segments=(Segment(words), *line.segments[1:]))


def is_number(marker: str) -> bool:
    """Whether a marker is a list number or letter, not a sign."""
    return NUMBER.match(marker) is not None


def merge_markers(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Segments of one line with a bullet sign joined to what follows: sign and text are not two columns.

    A dash far from what follows is the empty cell of a table.
    """
    waiting: tuple[Word, ...] = ()
    for segment in segments:
        if waiting and waiting[0].text in DASHES and segment.x0 - waiting[0].x1 > DASH_REACH * segment.size:
            yield Segment(waiting)
            waiting = ()
        words = waiting + segment.words if waiting else segment.words
        waiting = ()
        if len(segment.words) == 1 and len(words) == 1 and segment is not segments[-1]:
            text = segment.text
            if (
                text in SIGNS
                or text in DASHES
                or text == "o"
                or (len(text) == 1 and 0xE000 <= ord(text) <= 0xF8FF)
            ):
                waiting = words
                continue
        yield segment if words is segment.words else Segment(words)
    if waiting:
        yield Segment(waiting)
