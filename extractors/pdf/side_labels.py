"""Tables with a column of labels that level lines alone rule: no upright line parts label and content.

Where lines run over all columns and shorter ones from one place on between them, what stands before that place is a
label down the side of several rows. Where all lines run from side to side, bold labels beside paragraphs and lists are
a column: their lines are level with none of the content's, so that no rows of words show it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.pdf.bands import SAME_ENDS, TALLEST
from extractors.pdf.lines import make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Rule, Word

LEAST_WIDTH = 150.0
"""Points: shorter lines rule no table with a column of labels."""

LEAST_LABEL, WIDEST_LABEL = 25.0, 0.45
"""Points, and of the table's width: a column of labels is so wide."""

LEAST_GUTTER = 5.0
"""Points: the least white between two columns, the cells' padding."""

SAME = 2.0
"""Points: heights and places so close together are one."""

LEAST_STRETCHES = 2
"""Rows of labels beside paragraphs."""

LEAST_LINES = 3
"""Lines of a content that is more than a value beside its label."""

PAGE_TOP = 0.12
"""Of the page's height: nothing but a running header stands so high."""

LARGER = 1.15
"""Times the size of what stands beside it: larger texts are headings, no labels."""

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands between two neighbouring lines of one extent, and the shorter lines within."""

    box: Box
    words: tuple[Word, ...]
    inner: tuple[Rule, ...]
    drawn: bool
    """Whether an upright line is drawn there."""

    @property
    def letters(self) -> list[Word]:
        """Its words without bullets and other signs."""
        return [word for word in self.words if not _is_sign(word)]


def label_rules(rules: Sequence[Rule], words: Middles[Word], page_height: float) -> list[Rule]:
    """The upright lines at the sides and between the columns of such tables among level ``rules``."""
    level = [rule for rule in rules if rule.horizontal and rule.x1 - rule.x0 >= LEAST_WIDTH]
    plumb = [rule for rule in rules if not rule.horizontal]
    found: list[Rule] = []
    for group in _groups(level):
        pairs = [
            (above, below) for above, below in itertools.pairwise(group) if below.y0 - above.y0 <= TALLEST
        ]
        drawn = [_is_drawn(_between(*pair), plumb) for pair in pairs]
        if all(drawn):  # as in most tables: their upright lines are there
            continue
        stretches = [
            _stretch(_between(*pair), touched, level, words)
            for pair, touched in zip(pairs, drawn, strict=True)
        ]
        found += _merged(stretches)
        found += _beside(stretches, page_height)
    return found


def _groups(level: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Level lines of equal extent, each height once, from the top."""
    groups: list[list[Rule]] = []
    for rule in sorted(level, key=lambda rule: rule.y0):
        home = next((group for group in groups if _same_ends(group[-1], rule)), None)
        if home is None:
            groups.append([rule])
        elif rule.y0 - home[-1].y0 > SAME:
            home.append(rule)
    yield from (group for group in groups if len(group) > 1)


def _same_ends(one: Rule, other: Rule) -> bool:
    return abs(one.x0 - other.x0) <= SAME_ENDS and abs(one.x1 - other.x1) <= SAME_ENDS


def _between(above: Rule, below: Rule) -> Box:
    return (above.x0, above.y0, above.x1, below.y0)


def _stretch(box: Box, drawn: bool, level: Sequence[Rule], words: Middles[Word]) -> _Stretch:
    x0, top, x1, bottom = box
    inner = [rule for rule in level if top + SAME < rule.y0 < bottom - SAME and rule.x1 > x0 + SAME]
    inner = [rule for rule in inner if rule.x0 < x1 - SAME]
    return _Stretch(box, tuple(words.within(box)), tuple(inner), drawn)


def _is_drawn(box: Box, plumb: Iterable[Rule]) -> bool:
    """Whether an upright line is drawn in a box or at its sides."""
    left, top, right, bottom = box[0] - SAME, box[1] + SAME, box[2] + SAME, box[3] - SAME
    return any(left <= rule.x0 <= right and rule.y0 < bottom and rule.y1 > top for rule in plumb)


def _merged(stretches: Sequence[_Stretch]) -> Iterator[Rule]:
    """The lines of tables whose labels stand before shorter lines."""
    for side, run in itertools.groupby(stretches, key=_side):
        for part in _touching(run) if side is not None else ():
            yield from _upright(part, side or 0.0)


def _side(stretch: _Stretch) -> float | None:
    """Where the shorter lines within a stretch begin, and a label ends that stands beside them all; None if nowhere."""
    x0, top, x1, bottom = stretch.box
    starts = [rule.x0 for rule in stretch.inner]
    if stretch.drawn or not starts or max(starts) - min(starts) > SAME:
        return None
    at = min(starts)
    ends = all(abs(rule.x1 - x1) <= SAME_ENDS for rule in stretch.inner)
    if not ends or not LEAST_LABEL <= at - x0 <= WIDEST_LABEL * (x1 - x0):
        return None
    ys = sorted({top, bottom, *(rule.y0 for rule in stretch.inner)})
    rows = all(
        any(word.x0 >= at - 1 and above < word.base < below for word in stretch.words)
        for above, below in itertools.pairwise(ys)
    )
    labelled = any(word.x1 <= at + 1 for word in stretch.words)
    return round(at) if rows and labelled and not _crossed(at, stretch.words) else None


def _crossed(x: float, words: Iterable[Word]) -> bool:
    return any(word.x0 < x - 1 and word.x1 > x + 1 for word in words)


def _touching(stretches: Iterable[_Stretch]) -> Iterator[list[_Stretch]]:
    """Runs of stretches that follow each other without another one between them."""
    run: list[_Stretch] = []
    for stretch in stretches:
        if run and stretch.box[1] - run[-1].box[3] > SAME:
            yield run
            run = []
        run.append(stretch)
    if run:
        yield run


def _upright(run: Sequence[_Stretch], side: float) -> Iterator[Rule]:
    """The upright lines of a table: at its sides, after its labels, and in the white between its other columns."""
    x0, top, x1, bottom = run[0].box[0], run[0].box[1], run[0].box[2], run[-1].box[3]
    content = [word for stretch in run for word in stretch.words if word.x0 >= side - 1]
    inner = [(left + right) / 2 for left, right in _strips(content)]
    for x in (x0, side, *inner, x1):
        yield Rule(x, top, x, bottom, 0.5, "#000000")


def _strips(words: Sequence[Word]) -> list[Gap]:
    """The white strips between words from top to bottom, wider than a word space."""
    least = max([LEAST_GUTTER, *[0.72 * word.look.size for word in words]])
    strips: list[Gap] = []
    end: float | None = None
    for left, right in sorted([(word.x0, word.x1) for word in words]):
        if end is not None and left - end >= least:
            strips.append((end, left))
        if end is None or right > end:
            end = right
    return strips


def _beside(stretches: Sequence[_Stretch], page_height: float) -> Iterator[Rule]:
    """The lines of tables of bold labels beside paragraphs alone: among other rows, titles hang beside them."""
    for part in _touching(stretches):
        run: list[_Stretch] = []
        for stretch in part:
            if _is_heading(stretch) and (run or stretch.box[1] > PAGE_TOP * page_height):
                yield from _labelled(run, page_height)
                run = []
            else:
                run.append(stretch)
        yield from _labelled(run, page_height)


def _is_heading(stretch: _Stretch) -> bool:
    return not _strips(stretch.letters)


def _common(one: Gap | None, other: Gap | None) -> Gap | None:
    if one is None or other is None:
        return None
    both = (max(one[0], other[0]), min(one[1], other[1]))
    return both if both[1] - both[0] >= LEAST_GUTTER else None


def _white(stretch: _Stretch, first: bool) -> Gap | None:
    """The white between a bold label and the only column beside it; the ``first`` row of a page may lack its label."""
    x0, _, x1, _ = stretch.box
    most = x0 + WIDEST_LABEL * (x1 - x0)
    if stretch.drawn or stretch.inner or not stretch.words:
        return None
    strips = _strips(stretch.letters)
    start = min(word.x0 for word in stretch.words)
    if not strips:
        return (x0, start) if first and x0 + LEAST_LABEL <= start <= most else None
    left, right = strips[0]
    right = min([right, *(word.x0 for word in stretch.words if _is_sign(word) and word.x0 > left)])
    label = [word for word in stretch.words if word.x1 <= left + SAME]
    rest = [word for word in stretch.words if word.x0 >= right - SAME]
    bold = all(word.look.bold for word in label) and not all(word.look.bold for word in rest)
    larger = max(word.size for word in label) > LARGER * max(word.size for word in rest)
    wide = right - left >= LEAST_GUTTER and right <= most
    return (left, right) if len(strips) == 1 and wide and bold and not larger else None


def _is_sign(word: Word) -> bool:
    return len(word.text) == 1 and not word.text.isalnum()


def _labelled(run: Sequence[_Stretch], page_height: float) -> Iterator[Rule]:
    """The upright lines of a run whose rows are all labels beside paragraphs, one white strip between them."""
    if len(run) < LEAST_STRETCHES:
        return
    white = _white(run[0], first=run[0].box[1] < PAGE_TOP * page_height)
    for stretch in run[1:]:
        white = _common(white, _white(stretch, first=False))
    if white is None:
        return
    side = white[1] - min(LEAST_GUTTER, (white[1] - white[0]) / 2)
    content = [[word for word in stretch.words if word.x0 >= side] for stretch in run]
    if not any(len(make_lines(words)) >= LEAST_LINES for words in content):
        return
    x0, top, x1, bottom = run[0].box[0], run[0].box[1], run[0].box[2], run[-1].box[3]
    for x in (x0, side, x1):
        yield Rule(x, top, x, bottom, 0.5, "#000000")
