"""Glyphs -> words: which belong together, which are underlined, struck through, hidden, or a watermark."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.primitives import Glyph, Look, Page, Rule, Word, single_glyphs
from extractors.pdf.rows import baseline_rows

SPACE_GAP = 0.16
"""Of the font size: a gap this wide parts two words (the narrowest justified spaces are 0.2)."""

WORD_SPACE = 0.72
"""Of the font size: struck words farther from the words before them stand in another cell or column."""

NO_GAP = 0.3
"""Points: glyphs this close touch."""

UNDERLINE_BAND = (0.0, 0.32)
STRIKE_BAND = (-0.45, -0.13)
"""Of the font size, downwards from the baseline: where a line under or through the text runs."""

MARK_THICKNESS = 0.16
"""Of the font size: thicker lines are borders."""

CUT = 0.1
"""Of the font size: a line through a word's first letters ends so close to the next one."""

STRUCK = 0.6
"""The share of a word that a note striking it through covers."""

WATERMARK_SIZE = 1.6
"""Times the body size: slanting text this large is a watermark."""

PALE = 0xA0
"""Each channel of a watermark's grey or tint is at least this light."""

PALE_SIZE = 3.0
"""Times the body size: pale level text this large is a watermark."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page by what they are. ``marks`` are the rules that underline or strike words."""

    words: tuple[Word, ...]
    deleted: tuple[Word, ...] = ()
    hidden: tuple[Word, ...] = ()
    watermark: tuple[Word, ...] = ()
    marks: frozenset[Rule] = frozenset()


def read_words(page: Page, body_size: float) -> PageWords:
    """Sort a page's glyphs into words. ``body_size`` in points is the document's commonest font size."""
    level, turned, hidden, watermark = _sort_glyphs(page.glyphs, body_size)
    plumb = sorted(rule.x0 for rule in page.rules if not rule.horizontal)
    level_rules = sorted((rule for rule in page.rules if rule.horizontal), key=lambda rule: rule.y0)
    heights = [rule.y0 for rule in level_rules]
    struck = [field.box for field in page.fields if field.kind == "strikeout"]
    live: list[Word] = []
    deleted: list[Word] = []
    marks: set[Rule] = set()
    for row in baseline_rows(level):
        if not struck and not _may_be_ruled(row, heights):
            live.extend(_row_words(row, plumb))
            continue
        cuts = _strike_ends(row, level_rules, heights, struck)
        kept: list[Word] = []
        apart = False
        words = list(_row_words(row, plumb, cuts))
        for word in words:
            under = through = None
            if near := _near_rules(word, level_rules, heights):
                under = next((rule for rule in near if _marks(rule, word, words, UNDERLINE_BAND)), None)
                through = next((rule for rule in near if _marks(rule, word, words, STRIKE_BAND)), None)
                marks.update(rule for rule in (under, through) if rule is not None)
            if through is not None or any(boxes.shared(word.box, box) > STRUCK for box in struck):
                deleted.append(word)
                apart = apart or not word.glued
                if (
                    kept and word.x0 - kept[-1].x1 <= WORD_SPACE * word.look.size
                ):  # the place of struck words is no white space
                    kept[-1] = replace(kept[-1], x1=word.x1)
                continue
            if under is not None or (apart and word.glued):  # 'the ~~late~~early train'
                kept.append(replace(word, underline=under is not None, glued=word.glued and not apart))
            else:
                kept.append(word)
            apart = False
        live.extend(kept)
    live.extend(_turned_words(turned))
    return PageWords(
        words=tuple(live),
        deleted=tuple(deleted),
        hidden=tuple(_hidden_words(hidden)),
        watermark=tuple(_in_painting_order(watermark)),
        marks=frozenset(marks),
    )


def body_size(pages: Iterable[Page]) -> float:
    """The font size in points (to the half point) in which most characters of the document are set."""
    counts: dict[float, int] = {}
    for page in pages:
        for look, run in _by_look(page.glyphs):
            size = round(look.size * 2) / 2
            letters = sum([1 if glyph.sides is None else len(glyph.text) for glyph in run])
            counts[size] = counts.get(size, 0) + letters
    return max(counts, key=lambda size: (counts[size], -size)) if counts else 10.0


def _by_look(glyphs: Sequence[Glyph]) -> Iterator[tuple[Look, Sequence[Glyph]]]:
    """The stretches of glyphs that share a look: to compare all that two looks are made of takes longer."""
    start = 0
    look = glyphs[0].look if glyphs else None
    for index, glyph in enumerate(glyphs):
        if glyph.look is not look and look is not None:
            yield look, glyphs[start:index]
            start, look = index, glyph.look
    if look is not None:
        yield look, glyphs[start:]


def _sort_glyphs(
    glyphs: Sequence[Glyph], body: float
) -> tuple[list[Glyph], list[Glyph], list[Glyph], list[Glyph]]:
    level: list[Glyph] = []
    turned: list[Glyph] = []
    hidden: list[Glyph] = []
    watermark: list[Glyph] = []
    for look, run in _by_look(glyphs):
        slanting = look.angle % 90 not in (0, 1, 2, 88, 89)
        pale = look.color is not None and all(int(look.color[at : at + 2], 16) >= PALE for at in (1, 3, 5))
        if look.hidden:
            hidden += single_glyphs(run)
        elif (slanting and look.size >= WATERMARK_SIZE * body) or (
            pale and look.size >= PALE_SIZE * body and look.color != "#FFFFFF" and look.angle % 90 == 0
        ):
            watermark += single_glyphs(run)
        elif look.angle == 0:
            level += run
        else:
            turned += run
    return level, turned, hidden, watermark


def _strike_ends(
    row: Sequence[Glyph], rules: Sequence[Rule], heights: Sequence[float], struck: Sequence[Box]
) -> list[float]:
    """Where lines through a row's text begin and end: a word may be struck out in part ('~~late~~early')."""
    base, size = row[0].base, row[0].look.size
    start = bisect_left(heights, base + STRIKE_BAND[0] * size)
    end = bisect_left(heights, base + STRIKE_BAND[1] * size, start)
    through = [
        (rule.x0, rule.x1) for rule in rules[start:end] if rule.thickness <= max(1.0, MARK_THICKNESS * size)
    ]
    through += [(box[0], box[2]) for box in struck if box[1] < base - size / 4 < box[3]]
    return [x for line in through for x in line]


def _row_words(row: Sequence[Glyph], plumb: Sequence[float], cuts: Sequence[float] = ()) -> Iterator[Word]:
    """Cut one row into words: at spaces, gaps, plumb lines, and (glued) where the look changes or at ``cuts``."""
    last = row[0]
    part = [last]
    look, touching, glued = last.look, min(NO_GAP, SPACE_GAP * last.look.size), False
    for glyph in itertools.islice(row, 1, None):
        apart = (glyph.spaced or glyph.x0 - last.x1 > touching) and _apart(last, glyph, plumb)
        cut = bool(cuts) and any(abs(x - glyph.x0) <= CUT * look.size for x in cuts)
        if apart or cut or glyph.look is not look:
            if apart or cut or glyph.look != look:
                yield _word(part, glued)
                part, glued = [], not apart
            look, touching = glyph.look, min(NO_GAP, SPACE_GAP * glyph.look.size)
        part.append(glyph)
        last = glyph
    yield _word(part, glued)


def _apart(last: Glyph, glyph: Glyph, plumb: Sequence[float]) -> bool:
    """Whether white space or a plumb line parts two glyphs that do not touch."""
    gap = glyph.x0 - last.x1
    before, size = last.look.size, glyph.look.size
    if gap > SPACE_GAP * (before if before > size else size):
        return True
    if glyph.spaced and gap > -0.3 * size:
        return True
    if gap > NO_GAP and plumb:
        at = bisect_left(plumb, last.x1 - 0.1)
        return at < len(plumb) and plumb[at] <= glyph.x0 + 0.1
    return False


def _word(part: Sequence[Glyph], glued: bool) -> Word:
    lead = part[0]
    if len(part) == 1:
        text, x0, x1, base, look, _, _, _ = lead
        return Word(text, x0, x1, base, look, glued)
    text = "".join([glyph.text for glyph in part])
    return Word(text, lead.x0, max([glyph.x1 for glyph in part]), lead.base, lead.look, glued)


def _hidden_words(glyphs: Sequence[Glyph]) -> Iterator[Word]:
    for row in baseline_rows([glyph for glyph in glyphs if glyph.look.angle == 0]):
        yield from _row_words(row, [])
    yield from _turned_words([glyph for glyph in glyphs if glyph.look.angle])


def _may_be_ruled(row: Sequence[Glyph], heights: Sequence[float]) -> bool:
    """Whether lines at these heights run through or under any of a row's glyphs."""
    if not heights:
        return False
    bases, largest = [glyph.base for glyph in row], max([glyph.look.size for glyph in row])
    start = bisect_left(heights, min(bases) + STRIKE_BAND[0] * largest)
    return start < len(heights) and heights[start] < max(bases) + UNDERLINE_BAND[1] * largest


def _near_rules(word: Word, rules: Sequence[Rule], heights: Sequence[float]) -> Sequence[Rule]:
    base, size = word.base, word.look.size
    start = bisect_left(heights, base + STRIKE_BAND[0] * size)
    end = bisect_left(heights, base + UNDERLINE_BAND[1] * size, start)
    return rules[start:end]


def _marks(rule: Rule, word: Word, row: Sequence[Word], band: tuple[float, float]) -> bool:
    """Whether a level rule is drawn for this word: in the band, thin, and no longer than the words of its row."""
    below = (rule.y0 - word.base) / word.size
    if not band[0] <= below <= band[1] or rule.thickness > max(1.0, MARK_THICKNESS * word.size):
        return False
    covered = min(rule.x1, word.x1) - max(rule.x0, word.x0)
    if covered < 0.75 * (word.x1 - word.x0):
        return False
    slack = 0.2 * word.size
    starts = any(abs(other.x0 - rule.x0) <= slack or other.x0 <= rule.x0 <= other.x1 for other in row)
    ends = any(abs(other.x1 - rule.x1) <= slack * 2 or other.x0 <= rule.x1 <= other.x1 for other in row)
    return starts and ends


def _turned_words(glyphs: Sequence[Glyph]) -> Iterator[Word]:
    """Lines that run up, down or aslant, each as one upright word, in painting order."""
    part: list[Glyph] = []
    for glyph in glyphs:
        if part and not _follows(part[-1], glyph):
            yield _turned_word(part)
            part = []
        part.append(glyph)
    if part:
        yield _turned_word(part)


def _follows(last: Glyph, glyph: Glyph) -> bool:
    if abs(last.look.angle - glyph.look.angle) > 3 or last.look.size != glyph.look.size:
        return False
    first, second = boxes.center(last.box), boxes.center(glyph.box)
    reach = 1.6 * glyph.look.size
    across = abs(first[0] - second[0]) if glyph.look.angle in (90, 270) else 0.0
    return abs(first[0] - second[0]) <= reach and abs(first[1] - second[1]) <= reach and across < 0.6 * reach


def _turned_word(part: Sequence[Glyph]) -> Word:
    text = "".join((" " if glyph.spaced and index else "") + glyph.text for index, glyph in enumerate(part))
    ink: Box = boxes.union(
        (glyph.x0, glyph.base - 0.3 * glyph.look.size, glyph.x1, glyph.base + 0.2 * glyph.look.size)
        for glyph in part
    )
    look = part[0].look
    return Word(text, ink[0], ink[2], ink[3] - 0.2 * look.size, look, turned=True, ink=ink)


def _in_painting_order(glyphs: Sequence[Glyph]) -> Iterator[Word]:
    """Watermarks are read as painted: their lines run in any direction. A jump or a change of look starts a new one."""
    part: list[Glyph] = []
    for glyph in glyphs:
        if part and (glyph.look != part[-1].look or _far(part[-1], glyph)):
            yield _turned_word(part)
            part = []
        part.append(glyph)
    if part:
        yield _turned_word(part)


def _far(last: Glyph, glyph: Glyph) -> bool:
    first, second = boxes.center(last.box), boxes.center(glyph.box)
    return max(abs(first[0] - second[0]), abs(first[1] - second[1])) > 3 * glyph.look.size
