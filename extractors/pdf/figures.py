"""Drawn figures: lights, rings around words, tick boxes, coloured symbols and small pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Box, Figure, FigureKind, Place
from extractors.pdf import boxes
from extractors.pdf.fills import visible
from extractors.pdf.lamps import VIVID, light_lamps, spread
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Curve, Page, Ring, Word
from extractors.pdf.squares import SMALLEST, is_cell, painted_lights, small

LARGEST_PICTURE = 64.0
"""Points: small pictures stand for a state; larger ones are logos, photographs and screenshots."""

LARGEST_INK = 0.05
"""Of the page's area: a ring drawn by hand around words is no larger."""

CAPTION = 24.0
"""Points: a chart's caption stands no farther over, under or beside it."""

MOST_RINGED = 6
"""Words: a picture over more of them is a background."""

BAR, SHADOWED = 5.0, 0.6
"""A bar is so many times wider than high, and covers so much of the picture of its shadow."""

GLOWING = 0.3
"""Of a shadow's picture: the light that throws it covers so much of it."""

EDGE = 1.0
"""Points by which a light's outline may stand outside its fill."""

MOST_SHAPES = 80
"""More slanting shapes than this on a page are a drawing or letters turned to outlines."""

TICK_BOX = (5.0, 18.0)
"""Points: the sides of a drawn tick box."""

TICKS = frozenset("xX✓✔✗✘☑☒×")
SYMBOLS = frozenset("●■▲▼◆⬤◼▪•★⚫🔴🟠🟡🟢🔵⚪")
PRIVATE = ("\ue000", "\uf8ff")
"""Characters that each font may draw as it likes: icon fonts keep their flags, ticks and warning signs there."""

EMOJI_COLORS = {
    "🔴": "#DD2E44", "🟠": "#F4900C", "🟡": "#FDCB58", "🟢": "#78B159", "🔵": "#55ACEE",
    "⚫": "#31373D", "⚪": "#E6E7E8",
}  # fmt: skip
"""The colours in which these signs are commonly drawn (Twemoji)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The figures of one page, and the words that became figures."""

    figures: tuple[Figure, ...]
    consumed: frozenset[Word]
    rings: tuple[Box, ...]
    """Outlines around single words: their sides are no table lines."""


def find_figures(
    page: Page, words: Sequence[Word], middles: Middles[Word], cells: Sequence[Box], taken: Iterable[Box]
) -> Drawn:
    """All small figures of a page. ``middles`` are its ``words``; ``cells`` the boxes of table cells; ``taken`` shapes
    used up as bars.
    """
    charts = [_chart(page, ring, words) for ring in page.rings]
    parts = {
        curve.box for ring in page.rings for curve in page.curves if boxes.holds_center(ring.box, curve.box)
    }
    used = {*taken, *parts}
    figures: list[Figure] = [*charts]
    consumed: set[Word] = set()
    for word, figure in _symbols(page, words, middles, cells):
        consumed.add(word)
        figures.append(figure)
    figures += _lights(page, middles, used)
    figures += [
        _figure(page, "shape", rect.box, rect.color, overlaps=_text(inside))
        for rect, inside in painted_lights(page.rects, middles, cells, used)
    ]
    housings = [*(outline.box for outline in page.outlines), *(rect.box for rect in page.rects)]
    figures = light_lamps(figures, cells, housings)
    rings = []
    for outline in page.outlines:
        box = outline.box
        if is_cell(box, cells):
            continue
        inside = middles.within(box)
        if _tick_box_sized(box) and all(word.text in TICKS for word in inside):
            consumed.update(inside)
            checked = bool(inside) or _crossed(page, box)
            figures.append(_figure(page, "checkbox", box, None, checked=checked))
            rings.append(box)
        elif inside and _around_a_word(box, inside, words):
            figures.append(_figure(page, "shape", box, None, overlaps=_text(inside)))
            rings.append(box)
    figures += _pictures(page, middles)
    for field in page.fields:
        if field.kind == "checkbox":
            figures.append(_figure(page, "checkbox", field.box, None, checked=field.checked))
    return Drawn(tuple(figures), frozenset(consumed), tuple(rings))


def _figure(
    page: Page, kind: FigureKind, box: Box, color: str | None, text: str = "", checked: bool | None = None,
    overlaps: str = "",
) -> Figure:  # fmt: skip
    place = Place(page.number, boxes.rounded(box))
    return Figure(kind, place, color=color, text=text, checked=checked, overlaps=overlaps)


def _chart(page: Page, ring: Ring, words: Sequence[Word]) -> Figure:
    """A ring or pie chart, with the words inside and those of the line that stands closest over or under it."""
    x0, top, x1, bottom = ring.box
    inside = [word for word in words if boxes.holds_center(ring.box, word.box)]
    near = [
        (min(abs(top - word.base), abs(word.base - word.size - bottom)), word)
        for word in words
        if word not in inside and word.x1 > x0 - CAPTION and word.x0 < x1 + CAPTION
    ]
    close = [(distance, word) for distance, word in near if distance <= CAPTION]
    base = min(close, key=_by_distance)[1].base if close else None
    caption = [word for _, word in close if word.base == base]
    place = Place(page.number, boxes.rounded(ring.box))
    text = _text([*caption, *inside])
    return Figure("chart", place, color=ring.segments[0][0], text=text, segments=ring.segments)


def _by_distance(near: tuple[float, Word]) -> tuple[float, str, float]:
    """Words so far away from a chart: the nearest first, then in the order of their texts."""
    distance, word = near
    return (distance, word.text, word.x0)


def _text(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words)


def _symbols(
    page: Page, words: Sequence[Word], middles: Middles[Word], cells: Sequence[Box]
) -> list[tuple[Word, Figure]]:
    """Coloured signs. A sign of one colour before three lines or more is their bullet, but not in a cell of its own."""
    odd = [word for word in words if not word.text.isascii()]  # as all signs are, and few words
    found = [word for word in odd if _is_sign(word.text) and _symbol_color(word)]
    leading = [word for word in found if _leads(word, words) and not _alone_in_cell(word, middles, cells)]
    found = [word for word in found if not (_is_private(word.text) and _one_below_another(word, leading))]
    colors = {_symbol_color(word) for word in leading}
    if len(leading) >= 3 and len(colors) == 1 and not any(char in EMOJI_COLORS for char in leading[0].text):
        found = [word for word in found if word not in leading]
    return [
        (word, _figure(page, "symbol", word.box, _symbol_color(word), text=word.text))
        for word in found
        if not (word.text == "•" and word in leading)
    ]


def _is_sign(text: str) -> bool:
    """Whether a word is a sign: a disc, a triangle, or what an icon font draws in place of a private character."""
    return (text[:1] in SYMBOLS and SYMBOLS.issuperset(text)) or _is_private(text)


def _is_private(text: str) -> bool:
    return len(text) == 1 and PRIVATE[0] <= text <= PRIVATE[1]


def _one_below_another(word: Word, leading: Sequence[Word]) -> bool:
    """Whether a sign before a line comes again before another one: bullets of a symbol font, not an icon."""
    return word in leading and any(
        other is not word and other.text == word.text and abs(other.x0 - word.x0) <= 2.0 for other in leading
    )


def _alone_in_cell(word: Word, words: Middles[Word], cells: Sequence[Box]) -> bool:
    home = next((cell for cell in cells if boxes.holds_center(cell, word.box)), None)
    return home is not None and not any(other is not word for other in words.within(home))


def _symbol_color(word: Word) -> str | None:
    if word.text[0] in EMOJI_COLORS:
        return EMOJI_COLORS[word.text[0]]
    color = word.look.color
    return color if spread(color) >= VIVID else None


def _leads(word: Word, words: Sequence[Word]) -> bool:
    base, size = word.base, word.look.size
    reach = 0.4 * size
    beside = [other for other in words if -reach < other.base - base < reach and other is not word]
    after = any(0 <= other.x0 - word.x1 < 3 * size for other in beside)
    return after and not any(0 <= word.x0 - other.x1 < 3 * size for other in beside)


def _lights(page: Page, words: Middles[Word], used: set[Box]) -> list[Figure]:
    """Filled circles and other small shapes; rings drawn around words."""
    figures = []
    filled: list[Box] = []
    others = sum(1 for curve in page.curves if not curve.round)
    for curve in page.curves:
        if curve.box in used or not (curve.round or others <= MOST_SHAPES):
            continue
        color = visible(curve.fill)
        if color and small(curve.box):
            if any(boxes.shared(curve.box, box) > 0.5 for box in filled):
                continue
            filled.append(curve.box)
            inside = words.within(curve.box)
            figures.append(_figure(page, "shape", curve.box, color, overlaps=_text(inside)))
        elif curve.round and color is None and curve.stroke and not _is_edge(curve.box, filled):
            inside = words.within(curve.box)
            if inside and boxes.height(curve.box) <= 4 * inside[0].size:
                figures.append(_figure(page, "shape", curve.box, curve.stroke, overlaps=_text(inside)))
    return figures


def _is_edge(box: Box, filled: Sequence[Box]) -> bool:
    """Whether an outline is the edge of a filled light and no ring drawn around one: browsers paint them apart."""
    return any(
        max(abs(mine - theirs) for mine, theirs in zip(box, other, strict=True)) <= EDGE for other in filled
    )


def _pictures(page: Page, words: Middles[Word]) -> list[Figure]:
    """Small pictures; and larger ones that lie over words (a ring or tick drawn by hand)."""
    figures = []
    for image in page.images:
        wide, high = boxes.width(image.box), boxes.height(image.box)
        if min(wide, high) < SMALLEST or wide * high > LARGEST_INK * page.width * page.height:
            continue
        inside = words.within(image.box)
        if max(wide, high) > LARGEST_PICTURE and wide > BAR * high and _is_shadow(image.box, page):
            continue
        if any(_is_glow(image.box, image.color, curve) for curve in page.curves):
            continue
        if max(wide, high) <= LARGEST_PICTURE or 0 < len(inside) <= MOST_RINGED:
            figures.append(_figure(page, "picture", image.box, image.color, overlaps=_text(inside)))
    return figures


def _is_shadow(picture: Box, page: Page) -> bool:
    """Whether a picture is the shadow or glow of a painted bar that covers most of it: slides keep them as pictures."""
    painted = [rect.box for rect in page.rects] + [curve.box for curve in page.curves if visible(curve.fill)]
    return any(
        boxes.shared(shape, picture) > 0.9 and boxes.shared(picture, shape) > SHADOWED for shape in painted
    )


def _is_glow(picture: Box, color: str | None, light: Curve) -> bool:
    """Whether a picture is the shadow of a drawn light in its middle, of the light's own colour."""
    (x, y), (other_x, other_y) = boxes.center(picture), boxes.center(light.box)
    if not light.round or color is None or visible(light.fill) != color or not small(light.box):
        return False
    near = max(abs(x - other_x), abs(y - other_y)) <= SMALLEST
    return near and boxes.shared(light.box, picture) > 0.9 and boxes.shared(picture, light.box) > GLOWING


def _tick_box_sized(box: Box) -> bool:
    wide, high = boxes.width(box), boxes.height(box)
    return (
        TICK_BOX[0] <= wide <= TICK_BOX[1] and TICK_BOX[0] <= high <= TICK_BOX[1] and 0.7 < wide / high < 1.4
    )


def _crossed(page: Page, box: Box) -> bool:
    def inside(curve: Curve) -> bool:
        return boxes.holds_center(box, curve.box) and boxes.width(curve.box) > 0.3 * boxes.width(box)

    return any(inside(curve) and (curve.stroke or visible(curve.fill)) for curve in page.curves)


def _around_a_word(box: Box, inside: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether an outline is drawn around part of a line: no higher than two lines, with words beside it."""
    if boxes.height(box) > 2.2 * inside[0].size or len(inside) > 4:
        return False
    base = inside[0].base
    return any(
        abs(word.base - base) < 0.3 * word.size
        and word not in inside
        and min(abs(word.x0 - box[2]), abs(word.x1 - box[0])) < 3 * word.size
        for word in words
    )
