"""Words as Tesseract reads them, with the size, weight and colour that the picture shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.primitives import Rule
from extractors.pdf.scan.accents import has_more_marks
from extractors.pdf.scan.alone import Piece, needs_second, read_alone
from extractors.pdf.scan.engine import SPARSE, SeenWord, read_pictures
from extractors.pdf.scan.marks import INKED, unread_pieces
from extractors.pdf.scan.program import Engine
from extractors.pdf.scan.raster import Pixels, Raster
from extractors.pdf.scan.strokes import LIKELY, is_lone_i, with_capitals, without_bars

CAPITAL, TEE, SMALL, DESCENT, COMMA = 0.71, 0.63, 0.51, 0.21, 0.13
"""Of the font size: heights of capitals, of t and of small letters, depths of descenders and of commas; between Arial
(0.716, 0.66, 0.519), Times (0.662, 0.579, 0.448) and Calibri (0.634, 0.6, 0.466)."""

DESCENDING = frozenset("gjpqyQ()[]{}|/@$§")
SINKING = frozenset(",;")
LOW = frozenset("acegmnopqrsuvwxyz")

Stature = Literal["small", "tee", "tall"]
RISES: dict[Stature, float] = {"small": SMALL, "tee": TEE, "tall": CAPITAL}
"""Of the font size: how high letters rise above the baseline."""

UNDERLINE = 1.5
"""Points between the ends of letters and the line under them."""

RULE_REST = 0.8
"""Points: how near the rest of a ruled line lies to the line."""

MOST_PIECES = 160
"""Pieces and figures read alone on a page; more pieces are a drawing."""

NOISE = re.compile(r"^[\W_]+$")
"""No letter and no figure."""

SIGNS = frozenset("•»-–—&%+=£$€/>*✓✔✗✘")
"""Signs that mean something by themselves."""

LEAST_SIGN = 20.0
"""Of 100: signs read with less confidence, and all other signs that stand alone, are dust and the rests of lines."""

SAME_PLACE = 0.5
"""Of a word's box: what lies under another word."""

MARKED = 50.0
"""Of 100: how sure a word is over whose letters stands more than was read; an accent may be missing."""

LETTER_O = re.compile(r"(?<=[A-Z\d/-])[Oo](?=\d)|(?<=\d)[Oo](?=[\d.,%]|$)")
"""The letter among figures is a nought."""

OF = re.compile(r"(?<![A-Za-z])0f(?=\d)")
"""'4 of 5' in a narrow cell is read as '40f5'."""

LETTER_I = re.compile(r"^[l|](?=$|[A-Z]|[bcdfghjkmnpqrstvwxz][a-z])")
"""A stroke that stands alone, or before letters that no English word has after a small l, is a capital I."""


@dataclass(frozen=True, slots=True)
class ScannedWord:
    """A word of a scanned page: its box of ink and its baseline in points."""

    text: str
    box: Box
    base: float
    size: float
    confidence: float
    line: tuple[int, ...]
    weight: float
    """Thickness of its strokes, of the font size."""
    color: tuple[int, int, int]
    bold: bool = False
    cut: bool = False
    """Whether a line beneath the word may have taken the tails of its letters: g, q and y look like a and v."""
    angle: int = 0
    """Degrees counter-clockwise by which it is turned: 90 where it runs up, 270 where it runs down."""


def read_words(
    engine: Engine, picture: Pixels, raster: Raster, rules: Sequence[Rule], until: float
) -> list[ScannedWord]:
    """The words of a picture of ink: first the page as a whole, then what that reading left out, piece by piece.

    Raises:
        OutOfTime: it takes longer than ``until``, by ``time.monotonic``.
    """
    dpi = round(72 * raster.scale)
    read, bars = without_bars(read_pictures(engine, [picture], SPARSE, dpi, until))
    seen = [word for word in read if _means_something(word)]
    bars = [bar for bar in bars if any(word.line == bar.line for word in seen)]  # between words, not alone
    known = [(word.left, word.top, word.right, word.bottom) for word in (*seen, *bars)]
    unread = unread_pieces(picture, raster, known)
    pieces = [piece for piece in unread if not _at_rule(raster.points(*piece), rules)][:MOST_PIECES]
    strokes = [
        piece
        for piece in pieces
        if is_lone_i(picture, piece, raster.scale) and _has_cell(raster.points(*piece), rules, known, raster)
    ]
    pieces = [piece for piece in pieces if piece not in strokes]
    figures = [word for word in seen if needs_second(word)][:MOST_PIECES]
    alone, again = read_alone(engine, picture, pieces, figures, dpi, until)
    seen = [word for word in seen if word not in figures] + again
    seen += [word for word in alone if _means_something(word)]
    seen += [SeenWord("I", *piece, LIKELY, -1 - at, (0, 0, 0)) for at, piece in enumerate(strokes)]
    seen = with_capitals(seen, picture)
    lines = [rule for rule in rules if rule.horizontal]
    return _once([word for one in seen if (word := _measured(one, picture, raster, lines))])


def _means_something(word: SeenWord) -> bool:
    if not NOISE.match(word.text):
        return True
    return any(sign in SIGNS for sign in word.text) and word.confidence >= LEAST_SIGN


def _at_rule(box: Box, rules: Sequence[Rule]) -> bool:
    """Whether a piece lies along a ruled line, which left it behind."""
    x, y = boxes.center(box)
    for rule in rules:
        if rule.horizontal:
            along, away, length = rule.x0 - 2 <= x <= rule.x1 + 2, abs(y - rule.y0), boxes.height(box)
        else:
            along, away, length = rule.y0 - 2 <= y <= rule.y1 + 2, abs(x - rule.x0), boxes.width(box)
        if along and away <= length / 2 + RULE_REST:
            return True
    return False


def _has_cell(box: Box, rules: Sequence[Rule], known: Sequence[Piece], raster: Raster) -> bool:
    """Whether a piece stands alone between two plumb lines: elsewhere a stroke is the rest of something."""
    x, y = boxes.center(box)
    plumb = [rule.x0 for rule in rules if not rule.horizontal and rule.y0 <= y <= rule.y1]
    left, right = (
        max((at for at in plumb if at < x), default=None),
        min((at for at in plumb if at > x), default=None),
    )
    if left is None or right is None:
        return False
    words = (raster.points(*piece) for piece in known)
    return not any(word[1] <= y <= word[3] and left < boxes.center(word)[0] < right for word in words)


def _measured(word: SeenWord, picture: Pixels, raster: Raster, lines: Sequence[Rule]) -> ScannedWord | None:
    """A word with its ink looked at; None where there is no ink."""
    window = picture[word.top : word.bottom, word.left : word.right]
    inked = window < INKED
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not len(rows):
        return None
    left, right = word.left + int(columns[0]), word.left + int(columns[-1]) + 1
    dark = (255.0 - window.astype(np.float32)) / 255.0
    first, last = _edges(dark.max(axis=1), int(rows[0]), int(rows[-1]))
    top, bottom = word.top + first, word.top + last
    text = OF.sub(" of ", LETTER_I.sub("I", LETTER_O.sub("0", word.text))).strip()
    rise, sink = extent(text)
    box = raster.points(left, top, right, bottom)
    cut = any(_is_beneath(rule, box) for rule in lines)
    if cut:
        sink = 0.0
    size = (bottom - top) / raster.scale / (rise + sink)
    base = bottom - sink * size * raster.scale
    marked = has_more_marks(text, picture, word.left, word.right, base, size * raster.scale)
    changes = float(np.abs(np.diff(dark, axis=0)).sum() + np.abs(np.diff(dark, axis=1)).sum())
    weight = 2 * float(dark.sum()) / max(1.0, changes) / raster.scale / size
    return ScannedWord(
        text=text,
        box=box,
        base=base / raster.scale,
        size=size,
        confidence=min(word.confidence, MARKED) if marked else word.confidence,
        line=(word.picture, *word.line),
        weight=weight,
        color=_ink_color(raster.pixels[word.top : word.bottom, word.left : word.right], window),
        cut=cut,
    )


def _is_beneath(rule: Rule, box: Box) -> bool:
    """Whether a line underlines a word so closely that tails of letters end in it."""
    return (
        abs(rule.y0 - box[3]) <= UNDERLINE and rule.x0 <= box[0] + UNDERLINE and rule.x1 >= box[2] - UNDERLINE
    )


def _edges(profile: NDArray[np.float32], first: int, last: int) -> tuple[float, float]:
    """Where ink begins and ends to a part of a pixel: at an edge, a row's darkness tells how much of it is inked.

    ``profile`` is each row's darkness (0..1), ``first`` and ``last`` the outermost inked rows.
    """
    share = profile / max(0.1, float(np.quantile(profile[first : last + 1], 0.9)))
    before = float(share[first - 1]) if first else 0.0
    after = float(share[last + 1]) if last + 1 < len(share) else 0.0
    return first + 1 - min(1.0, float(share[first])) - before, last + min(1.0, float(share[last])) + after


def _once(words: Sequence[ScannedWord]) -> list[ScannedWord]:
    """Words without those that stand where a surer one stands: the same letters read twice."""
    kept: list[ScannedWord] = []
    for word in sorted(words, key=lambda each: -each.confidence):
        if not any(boxes.shared(word.box, other.box) > SAME_PLACE for other in kept):
            kept.append(word)
    return kept


def stature(text: str) -> Stature:
    """How high the highest letter of a text is."""
    letters = [char for char in text if char.isalnum()]
    if all(char in LOW for char in letters):
        return "small"
    return "tee" if all(char in LOW or char == "t" for char in letters) else "tall"


def extent(text: str) -> tuple[float, float]:
    """How far a text's letters rise above the baseline and sink below it, of the font size."""
    rise = RISES[stature(text)]
    sink = DESCENT if any(char in DESCENDING for char in text) else 0.0
    if not sink and any(char in SINKING for char in text):
        sink = COMMA
    if not any(char.isalnum() for char in text):
        rise, sink = CAPITAL, 0.0
    return rise, sink


def _ink_color(pixels: Pixels, ink: Pixels) -> tuple[int, int, int]:
    """The colour of a word: that of its most inked pixels, for edges are mixed with paper."""
    limit = min(INKED, int(np.quantile(ink, 0.08)) + 1)
    most = pixels[ink <= limit]
    red, green, blue = (int(part) for part in np.median(most, axis=0)) if len(most) else (0, 0, 0)
    return red, green, blue
