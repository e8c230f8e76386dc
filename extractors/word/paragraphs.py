"""One paragraph as blocks: heading, list item, plain line, or several lines; then what hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import AsideKind, Block, Figure, Heading, ListItem, Paragraph, Place, Run
from extractors.lines import Line, Piece, fold_lines, join_lines, split_breaks, take_bullet, take_number
from extractors.word.bars import read_drawn_bar, replace_panels, take_typed_bar
from extractors.word.boxes import label_boxes, uncolor_bullet
from extractors.word.colors import seen
from extractors.word.drawings import TextBox, Words
from extractors.word.inline import COLUMN_BREAK, PAGE_BREAK, Inline, read_inline
from extractors.word.lamps import lit_figures
from extractors.word.markup import Element, W, value
from extractors.word.rings import find_overlaps
from extractors.word.story import ReadBlocks, Scope, Story
from extractors.word.styles import (
    BODY_LEVEL,
    CONTENTS_STYLES,
    ParagraphFormat,
    ParagraphStyle,
    override_layout,
    read_layout,
)
from extractors.word.symbols import TYPED_BOXES

PLACEHOLDER = "Placeholder"
"""Style name of a paragraph that holds nothing but the unanswered prompt of a content control."""

CONTENTS = "TOC"
"""Style name of an entry of a table of contents whose own style does not say so."""

NO_LIST = "0"
"""The numbering instance that switches inherited numbering off."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a paragraph is, whatever it says."""

    style: ParagraphStyle
    layout: ParagraphFormat
    marker: str | None
    level: int
    """0-based list level."""
    heading: int | None
    is_contents: bool = False
    """An entry of a table of contents: neither heading nor list item."""

    @property
    def name(self) -> str | None:
        """Name of the style to tell."""
        named = (self.style.name or "").lower().startswith(CONTENTS_STYLES)
        return CONTENTS if self.is_contents and not named else self.style.name


def read_paragraph(
    element: Element, story: Story, scope: Scope, read_blocks: ReadBlocks, carried: Sequence[Piece] = ()
) -> tuple[tuple[Block, ...], tuple[Piece, ...]]:
    """Read one ``w:p``.

    Args:
        element: the ``w:p``.
        story: the story that it stands in.
        scope: the container that it stands in; its path already names this paragraph.
        read_blocks: reads the content of text boxes.
        carried: what a paragraph before it left over, whose end was deleted.

    Returns:
        The blocks, and what is left over for the next paragraph where this one's end is deleted.
    """
    properties = element.find(W + "pPr")
    place = Place(path=scope.path)
    ends = not _end_is_deleted(properties)
    shape = _shape(properties, story, ends)
    in_contents = story.fields.in_contents
    inline = read_inline(element, story, scope, shape.style.identifier, place, shape.layout.fill)
    if in_contents or story.fields.in_contents:
        shape = replace(shape, heading=None, marker=None, is_contents=True)
    bar = read_drawn_bar(inline.panels, place)
    if bar is not None:
        inline.pieces = replace_panels(inline.pieces, inline.panels, bar)
    elif inline.spots:
        inline.pieces = find_overlaps(
            inline.pieces, inline.spots, properties, shape.layout, inline.size, scope.row
        )
    if shape.layout.page_break_before:
        story.new_page = True
    pieces = (*carried, *inline.pieces)
    blocks: list[Block] = []
    if ends:
        blocks += _page_parts(pieces, shape, inline, story, scope)
        pieces = ()
    for item, kind in inline.after:
        blocks += _read_after(item, kind, story, scope, read_blocks)
    if properties is not None and properties.find(W + "sectPr") is not None and story.page_sections:
        story.new_page = story.page_sections.pop(0) or story.new_page
    return tuple(blocks), pieces


def plain_paragraph(pieces: Sequence[Piece], story: Story, scope: Scope) -> tuple[Block, ...]:
    """The blocks of pieces that no paragraph's end closes (the container ends before it)."""
    shape = _Shape(story.book.styles.paragraph(None), ParagraphFormat(), None, 0, None)
    return tuple(_page_parts(pieces, shape, Inline(), story, scope))


def _shape(properties: Element | None, story: Story, ends: bool) -> _Shape:
    book = story.book
    style = book.styles.paragraph(value(properties, W + "pStyle"))
    direct = read_layout(properties, book.palette)
    layout = override_layout(style.layout, direct)
    level = layout.number_level
    if level is None:
        level = book.numbering.level_of_style(layout.number or "", style.identifier)
    marker = None
    if layout.number not in (None, NO_LIST) and ends:
        marker = book.numbering.marker(layout.number, level, story.counter)
    heading = style.heading_level
    is_contents = (style.name or "").lower().startswith(CONTENTS_STYLES)
    if direct.outline is not None and not is_contents:
        is_bullet = marker is not None and not any(sign.isdigit() for sign in marker)
        heading = direct.outline + 1 if direct.outline < BODY_LEVEL and not is_bullet else None
    return _Shape(style, layout, marker, level or style.list_level, heading, is_contents)


def _page_parts(
    pieces: Sequence[Piece], shape: _Shape, inline: Inline, story: Story, scope: Scope
) -> list[Block]:
    """The lines of a paragraph; a page break parts it, but a list item that runs over pages stays one."""
    parts = [(part, index > 0) for index, part in enumerate(split_breaks(pieces, PAGE_BREAK))]
    if inline.has_column_break:
        parts = [
            (column, begins_page and index == 0)
            for part, begins_page in parts
            for index, column in enumerate(split_breaks(part, COLUMN_BREAK))
        ]
    said = [bool(_has_words(part)) for part, _ in parts]
    if shape.marker is not None and sum(said) > 1:
        first = said.index(True)
        rest = list(join_lines([part for part, _ in parts[first:]]))
        parts = [*parts[:first], (rest, parts[first][1])]
    blocks: list[Block] = []
    for part, begins_page in parts:
        if begins_page:
            story.new_page = True
        for number, line in enumerate(_lines(part, shape)):
            continued = bool(blocks) or number > 0
            blocks += _blocks(line, shape, inline, story, scope, continued)
    if not blocks and scope.in_cell and scope.kind is None and any(map(str.isdigit, shape.marker or "")):
        bare = ListItem((), Place(path=scope.path), inline.size, style=shape.name, marker=shape.marker or "")
        return [bare]  # the table decides whether it numbers a row
    return blocks


def _lines(pieces: Sequence[Piece], shape: _Shape) -> tuple[Line, ...]:
    if shape.heading is not None:
        joined = join_lines(split_breaks(pieces))
        return (Line(joined),) if joined else ()
    pieces = label_boxes(pieces) if len(split_breaks(pieces)) == 1 else pieces
    if shape.marker is not None:
        lines = split_breaks(pieces)
        if not any(take_bullet(line) for line in lines[1:]):
            joined = join_lines(lines)
            return (Line(joined),) if joined else ()
    if shape.is_contents:
        return (Line(tuple(pieces)),)
    pieces = uncolor_bullet(pieces)
    folded = fold_lines(pieces)
    if len(folded) == 1 and folded[0].marker is None and shape.layout.hanging and shape.marker is None:
        return (_hanging_number(folded[0]),)
    return folded


def _hanging_number(line: Line) -> Line:
    """A typed number before a hanging text is a list number; before a heading it is not."""
    taken = take_number(line.pieces)
    runs = [run for run in line.runs if run.text.strip()]
    if taken is None or all(run.bold for run in runs):
        return line
    if "." in taken[0].rstrip(".") and not _follows_tab(line, taken[0]):
        return line
    return Line(taken[1], taken[0])


def _follows_tab(line: Line, marker: str) -> bool:
    return line.text[len(marker) :].startswith("\t")


def _blocks(
    line: Line, shape: _Shape, inline: Inline, story: Story, scope: Scope, continued: bool
) -> list[Block]:
    """The block of one line; a line of drawings alone becomes their blocks."""
    bar, pieces = take_typed_bar(line.pieces, Place(path=scope.path))
    bars: list[Block] = [] if bar is None else [bar]
    runs = line.runs
    figures = tuple(piece for piece in label_boxes(pieces) if isinstance(piece, Figure))
    if not runs:
        return [*bars, *lit_figures(figures)]
    if not figures and line.text.strip() in TYPED_BOXES:
        return [Figure("checkbox", Place(path=scope.path), checked=TYPED_BOXES[line.text.strip()])]
    if scope.is_lamp:
        figures = (Figure("shape", Place(path=scope.path), color=scope.fill, text=line.text), *figures)
    name = PLACEHOLDER if inline.is_placeholder else shape.name
    place = Place(path=scope.path)
    fill = seen(shape.layout.fill) or scope.fill
    page, story.new_page = story.new_page, False
    common = (runs, place, inline.size, fill, page, name, figures)
    if shape.heading is not None:
        return [*bars, Heading(*common, level=shape.heading)]
    if shape.marker is not None and not continued:
        return [*bars, ListItem(*common, level=shape.level, marker=shape.marker)]
    if line.marker is not None:
        level = shape.level + 1 if shape.marker is not None else 0
        return [*bars, ListItem(*common, level=level, marker=line.marker)]
    return [*bars, Paragraph(*common)]


def _read_after(
    item: Figure | TextBox | Words,
    kind: AsideKind | None,
    story: Story,
    scope: Scope,
    read_blocks: ReadBlocks,
) -> tuple[Block, ...]:
    place = Place(path=scope.path)
    if isinstance(item, TextBox):
        inner = replace(
            scope,
            path=scope.inside("text box"),
            kind=kind,
            fill=item.fill,
            is_lamp=item.is_lamp,
            in_cell=False,
            placeholder=False,
            checked=None,
        )
        return read_blocks(item.content, story, inner)
    runs = (Run(item.text),)
    if isinstance(item, Words) and (item.watermark or story.fields.running):
        story.set_aside("watermark", runs, place)
        return ()
    if kind is not None:
        story.set_aside(kind, runs, place)
        return ()
    return (item,) if isinstance(item, Figure) else (Paragraph(runs, place),)


def _end_is_deleted(properties: Element | None) -> bool:
    mark = None if properties is None else properties.find(W + "rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def _has_words(pieces: Sequence[Piece]) -> bool:
    return any(isinstance(piece, Figure) or piece.text.strip() for piece in pieces)
