"""One page's way from primitives to blocks, in two steps: what can be told alone, and what needs the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import AsideKind, Block, Box, Figure, Table
from extractors.pdf import boxes
from extractors.pdf.adjoin import with_plain_rows, with_turned_heads
from extractors.pdf.answers import answer_grids, answer_words
from extractors.pdf.bands import fill_bands, gap_bands, rule_bands
from extractors.pdf.bars import find_bars
from extractors.pdf.bullets import drawn_bullets
from extractors.pdf.carried import carried_grid, with_edges
from extractors.pdf.faces import face_words
from extractors.pdf.figures import find_figures
from extractors.pdf.fills import Fills, visible
from extractors.pdf.flow import Setting
from extractors.pdf.footnotes import find_footnotes
from extractors.pdf.hanging import Margin, Printed
from extractors.pdf.hung import read_hung
from extractors.pdf.hyphens import Vocabulary
from extractors.pdf.joints import joint_rules
from extractors.pdf.lattice import Grid, find_grids
from extractors.pdf.lone_boxes import without_lone_boxes
from extractors.pdf.low_marks import with_level_marks
from extractors.pdf.middles import Middles
from extractors.pdf.painted_grids import painted_grids, painted_rows, painted_sides, with_words
from extractors.pdf.painted_heads import with_painted_heads
from extractors.pdf.plain_rows import part_plain_rows
from extractors.pdf.primitives import Look, Page, Rule, Word
from extractors.pdf.region import Content, read_region
from extractors.pdf.side_labels import label_rules
from extractors.pdf.slot_forms import add_forms
from extractors.pdf.step_cells import joined_steps
from extractors.pdf.titled_boxes import with_titles
from extractors.pdf.titled_columns import find_titled_columns
from extractors.pdf.touching_boxes import without_touching_boxes
from extractors.pdf.words import PageWords, read_words

WIDE_RULE = 0.3
"""Of the page's width: a line under a title may end columns where it is so long at least."""

PANEL_WIDTH, PANEL_HEIGHT, PANEL_MARGIN = (0.1, 0.45), 0.6, 0.05
"""Of the page: a panel of facts beside the text is so wide and so high, and begins so near to the page's side."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The document's commonest font size, its heading sizes (largest first), and its line distance in font sizes."""

    body: float
    headings: tuple[float, ...]
    leading: float


@dataclass(frozen=True, slots=True)
class Lead:
    """What other pages tell of one: the margin in which titles hang, and the undrawn table that the page before may
    have left unfinished.
    """

    margin: Margin | None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its words, grids and figures told apart; its glyphs, which are many, are let go of."""

    page: Page
    words: tuple[Word, ...]
    grids: tuple[Grid, ...]
    figures: tuple[Figure, ...]
    bands: tuple[tuple[Box, bool], ...]
    asides: tuple[tuple[AsideKind, tuple[Word, ...]], ...]
    free: tuple[Word, ...]
    """The words that stand in no table of more than one cell."""

    @property
    def grid_boxes(self) -> list[Box]:
        """Where tables of more than one cell are drawn."""
        return _table_boxes(self.grids)


def prepare_sheet(page: Page, body_size: float) -> Sheet:
    """What can be told of a page without the others."""
    found = read_words(page, body_size)
    faces, heads = face_words(page)
    words = [*with_level_marks(found.words), *answer_words(page.fields, found.words), *faces]
    footnotes = find_footnotes(page, words)
    if footnotes.notes:
        words = [word for word in words if word not in footnotes.words]
    features = [curve for curve in page.curves if curve.box not in heads]
    signs, dots = drawn_bullets(features, page.rects, page.rules, words)
    unmarked = [rule for rule in page.rules if rule not in found.marks] if found.marks else page.rules
    rules = without_touching_boxes(page, unmarked, body_size)
    middles = Middles(words)
    rules += joint_rules(rules, page.rects, middles)
    rules += label_rules(rules, middles, page.height)
    drawn_grids = find_grids(rules)
    ruled = with_words(drawn_grids, middles)
    sides = [*painted_sides(page, ruled, middles), *painted_rows(page, ruled, middles)]
    if sides:
        rules += sides
        drawn_grids = find_grids(rules)
        ruled = with_words(drawn_grids, middles)
    wordless = [grid for grid in drawn_grids if grid not in ruled]
    ruled, steps = joined_steps(ruled, middles)
    cells = [cell.box for grid in ruled for cell in grid.cells if len(grid.cells) > 1]
    bars = find_bars(page, middles, cells, [*wordless, *steps])
    drawn = find_figures(page, words, middles, cells, {*bars.used, *heads, *(dot.box for dot in dots)})
    if drawn.rings:
        rules = [rule for rule in rules if not any(_side_of(rule, ring) for ring in drawn.rings)]
        ruled, _ = joined_steps(with_words(find_grids(rules), middles), middles)
    if signs or drawn.consumed:
        words = list(_without([*words, *signs], drawn.consumed))
        middles = Middles(words)
    painted = [with_plain_rows(grid, middles) for grid in painted_grids(page, ruled, middles, bars.used)]
    tables = [*ruled, *painted, *answer_grids(page.fields)]
    tables = add_forms(page, tables, (*bars.figures, *drawn.figures), words, middles, body_size)
    tables = without_lone_boxes(tables, middles)
    painted_over = [with_painted_heads(grid, page.rects, middles, tables) for grid in tables]
    headed = [with_turned_heads(grid, middles, painted_over) for grid in painted_over]
    grids = with_titles([part_plain_rows(grid, middles) for grid in headed], page.rects, middles)
    return Sheet(
        page=replace(page, glyphs=()),
        words=tuple(words),
        grids=tuple(grids),
        figures=(*bars.figures, *drawn.figures),
        bands=tuple(_bands(page, rules, grids, bars.used)),
        asides=(*_asides(page, found), *(("footnote", note) for note in footnotes.notes)),
        free=tuple(_outside(_table_boxes(grids), words, middles)),
    )


def _table_boxes(grids: Iterable[Grid]) -> list[Box]:
    return [grid.box for grid in grids if len(grid.cells) > 1]


def _outside(tables: Sequence[Box], words: Iterable[Word], middles: Middles[Word]) -> Iterator[Word]:
    """Those of some words (``middles``) whose middles lie in no table."""
    within = {id(word) for word in middles.within_any(tables)}
    return (word for word in words if id(word) not in within)


def _without(words: Iterable[Word], others: frozenset[Word]) -> tuple[Word, ...]:
    """The words that are none of the ``others``; only those on a baseline of theirs are compared."""
    bases = {word.base for word in others}
    return tuple([word for word in words if word.base not in bases or word not in others])


def printed_text(sheet: Sheet, running: frozenset[Word]) -> Printed | None:
    """What a margin of titles is told by; None of a page whose side is a painted panel."""
    words = _without(sheet.words, running)
    if not _may_hang(sheet, words):
        return None
    return Printed(words, sheet.grid_boxes, sheet.page.width)


def read_sheet(
    sheet: Sheet, running: frozenset[Word], sizes: Sizes, vocabulary: Vocabulary, lead: Lead
) -> tuple[Block, ...]:
    """The blocks of a page in reading order, without its running lines."""
    setting = Setting(
        page=sheet.page.number,
        body_size=sizes.body,
        heading_sizes=sizes.headings,
        leading=sizes.leading,
        fills=Fills(sheet.page),
        vocabulary=vocabulary,
    )
    words = _without(sheet.words, running)
    carried = _carried(sheet, words, lead.table)
    if carried is None or lead.table is None:
        return _read_page(sheet, sheet.grids, words, setting, lead.margin)
    blocks = _read_page(sheet, (carried, *sheet.grids), words, setting, lead.margin)
    return with_edges(blocks, carried, lead.table)


def _carried(sheet: Sheet, words: Iterable[Word], above: Table | None) -> Grid | None:
    """The grid of the rows over all tables of the page that go on with the table of the page before."""
    if above is None:
        return None
    top = min((grid.box[1] for grid in sheet.grids), default=sheet.page.height)
    return carried_grid([word for word in words if word.base < top], sheet.bands, above)


def _read_page(
    sheet: Sheet, grids: tuple[Grid, ...], words: tuple[Word, ...], setting: Setting, margin: Margin | None
) -> tuple[Block, ...]:
    wide = [rule for rule in sheet.page.rules if rule.x1 - rule.x0 >= WIDE_RULE * sheet.page.width]
    rules = tuple(rule.box for rule in wide)
    content = Content(words, grids, sheet.figures, sheet.bands, rules)
    frame = _text_frame(words, sheet)
    side = _panel_side(sheet.page, words)
    if margin is not None and _may_hang(sheet, words):
        return read_hung(content, Printed(words, sheet.grid_boxes, sheet.page.width), margin, frame, setting)
    if side is None:
        return read_region(content, frame, setting)
    left, right = (frame[0], frame[1], side, frame[3]), (side, frame[1], frame[2], frame[3])
    return (
        *read_region(_within(content, left), left, setting),
        *read_region(_within(content, right), right, setting),
    )


def _may_hang(sheet: Sheet, words: Sequence[Word]) -> bool:
    """Whether titles may hang in a page's margin: not beside a painted panel, nor under a bar with its own title."""
    page = sheet.page
    paint = [rect.box for rect in page.rects if visible(rect.color)]
    paint += [curve.box for curve in page.curves if visible(curve.fill) and not curve.round]
    lights = [figure.place.box for figure in sheet.figures if figure.place.box]
    columns = find_titled_columns(paint, words, sheet.grid_boxes, lights)
    return not columns and not any(_side_panels(page, words))


def _panel_side(page: Page, words: Sequence[Word]) -> float | None:
    """Where a painted panel along the page's left or right side ends: what stands on it is read by itself."""
    sides = _side_panels(page, words)
    return next((side for side in sides if not any(_crosses_side(word, side) for word in words)), None)


def _side_panels(page: Page, words: Sequence[Word]) -> Iterator[float]:
    """Where painted panels along the page's left or right side end; words may cross over or under a panel."""
    for rect in page.rects:
        x0, top, x1, bottom = rect.box
        slender = PANEL_WIDTH[0] * page.width <= x1 - x0 <= PANEL_WIDTH[1] * page.width
        if not (visible(rect.color) and slender and bottom - top >= PANEL_HEIGHT * page.height):
            continue
        side = (
            x1 if x0 <= PANEL_MARGIN * page.width else x0 if x1 >= (1 - PANEL_MARGIN) * page.width else None
        )
        if side is not None and not any(
            top <= word.base <= bottom and _crosses_side(word, side) for word in words
        ):
            yield side


def _crosses_side(word: Word, side: float) -> bool:
    return word.x0 < side - 1 and word.x1 > side + 1


def _within(content: Content, frame: Box) -> Content:
    """What stands between the left and right side of ``frame``."""

    def here(box: Box | None) -> bool:
        return box is not None and frame[0] <= boxes.center(box)[0] < frame[2]

    return Content(
        tuple(word for word in content.words if here(word.box)),
        tuple(grid for grid in content.grids if here(grid.box)),
        tuple(figure for figure in content.figures if here(figure.place.box)),
        tuple(band for band in content.bands if here(band[0])),
        tuple(rule for rule in content.rules if here(rule)),
    )


def _text_frame(words: Sequence[Word], sheet: Sheet) -> Box:
    """The page without its margins; the right margin is taken to be like the left one unless text reaches farther."""
    if not words:
        return sheet.page.box
    left = min(*(word.x0 for word in words), *(grid.box[0] for grid in sheet.grids), sheet.page.width / 2)
    right = max(*(word.x1 for word in words), *(grid.box[2] for grid in sheet.grids), sheet.page.width - left)
    return (left, 0.0, right, sheet.page.height)


def _side_of(rule: Rule, ring: Box) -> bool:
    return boxes.holds_center(ring, rule.box, 1.5) and max(rule.x1 - rule.x0, rule.y1 - rule.y0) < 1.1 * max(
        boxes.width(ring), boxes.height(ring)
    )


def _bands(
    page: Page, rules: Sequence[Rule], grids: Sequence[Grid], used: frozenset[Box]
) -> Iterable[tuple[Box, bool]]:
    free = [rect for rect in page.rects if rect.box not in used]
    inside = [cell.box for grid in grids for cell in grid.cells]
    filled = fill_bands(free, page.height)
    for band in filled:
        yield band, True
    for band in gap_bands(filled, rules):
        yield band, False
    heads = [(*boxes.center(head), head) for head in filled]
    for band in rule_bands(rules):
        x0, top, x1, bottom = band
        within = [head for x, y, head in heads if top <= y <= bottom and x0 <= x <= x1]
        if not all(boxes.holds_center(head, band) for head in within):
            continue  # the painted head of the next table stands between its first line and the last one of this
        middle = (top + bottom) / 2
        level = [box for box in inside if box[1] <= middle <= box[3]]
        if not any(boxes.shared(band, box) > 0.9 and boxes.shared(box, band) > 0.6 for box in level):
            yield band, False


def _asides(page: Page, found: PageWords) -> Iterable[tuple[AsideKind, tuple[Word, ...]]]:
    if found.watermark:
        yield "watermark", found.watermark
    if found.deleted:
        yield "deleted", found.deleted
    if found.hidden:
        yield "hidden", found.hidden
    notes = [field for field in page.fields if field.kind == "comment" and field.text.strip()]
    for field in notes:
        look = Look("", field.size)
        yield "comment", (Word(" ".join(field.text.split()), field.box[0], field.box[2], field.box[3], look),)
