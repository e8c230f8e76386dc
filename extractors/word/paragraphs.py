"""One paragraph as blocks: heading, list item, plain line, or several lines; then what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from extractors.document import AsideKind, Block, Figure, Heading, ListItem, Paragraph, Place, Run
from extractors.lines import (
    Line,
    Piece,
    fold_lines,
    join_lines,
    line_of,
    split_breaks,
    take_bullet,
    take_number,
)
from extractors.word.bars import read_drawn_bar, replace_panels, take_typed_bar
from extractors.word.boxes import label_boxes, uncolor_bullet
from extractors.word.colors import seen
from extractors.word.drawings import TextBox, Words
from extractors.word.inline import COLUMN_BREAK, PAGE_BREAK, Inline, read_inline
from extractors.word.lamps import lit_figures
from extractors.word.markup import VAL, Element, W, child, named_children
from extractors.word.rings import RowOfCells, find_overlaps
from extractors.word.story import ReadBlocks, Scope, Story
from extractors.word.styles import (
    BODY_LEVEL,
    NO_LAYOUT,
    ParagraphFormat,
    ParagraphStyle,
    override,
    read_layout,
)
from extractors.word.symbols import TYPED_BOXES

PLACEHOLDER = "Placeholder"
"""Style name of a paragraph that holds nothing but the unanswered prompt of a content control."""

CONTENTS = "TOC"
"""Style name of an entry of a table of contents whose own style does not say so."""

_PROPERTIES, _STYLE, _MARK, _SECTION = W + "pPr", W + "pStyle", W + "rPr", W + "sectPr"

_BREAK = re.compile(f"[{PAGE_BREAK}{COLUMN_BREAK}\\n]")

_KEPT_STYLES = 256
"""Styles of which a process keeps what they make of a paragraph."""

NO_LIST = "0"
"""The numbering instance that switches inherited numbering off."""


class _Shape(NamedTuple):
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
        return CONTENTS if self.is_contents and not self.style.is_contents else self.style.name


def read_paragraph(
    element: Element,
    story: Story,
    scope: Scope,
    place: Place,
    read_blocks: ReadBlocks,
    carried: Sequence[Piece] = (),
) -> tuple[tuple[Block, ...], tuple[Piece, ...]]:
    """Read one ``w:p``.

    Args:
        element: the ``w:p``.
        story: the story that it stands in.
        scope: the container that it stands in.
        place: where it stands.
        read_blocks: reads the content of text boxes.
        carried: what a paragraph before it left over, whose end was deleted.

    Returns:
        The blocks, and what is left over for the next paragraph where this one's end is deleted.
    """
    properties = child(element, _PROPERTIES)
    said = named_children(properties)
    ends = not _end_is_deleted(said.get(_MARK))
    shape = _shape(said, story, ends)
    in_contents = story.fields.in_contents
    inline = read_inline(element, story, scope, shape.style.identifier, place, shape.layout.fill)
    if in_contents or story.fields.in_contents:
        shape = shape._replace(heading=None, marker=None, is_contents=True)
    bar = read_drawn_bar(inline.panels, place) if inline.panels else None
    if bar is not None:
        inline.pieces = replace_panels(inline.pieces, inline.panels, bar)
    elif inline.spots:
        row = RowOfCells.around(scope.cell)
        inline.pieces = find_overlaps(inline.pieces, inline.spots, properties, shape.layout, inline.size, row)
    if shape.layout.page_break_before:
        story.new_page = True
    pieces = (*carried, *inline.pieces)
    blocks: list[Block] = []
    if ends:
        blocks += _line_blocks(pieces, shape, inline, story, scope)
        pieces = ()
    for item, kind in inline.after:
        blocks += _read_after(item, kind, story, scope, place, read_blocks)
    if _SECTION in said and story.page_sections:
        story.new_page = story.page_sections.pop(0) or story.new_page
    return tuple(blocks), pieces


def plain_paragraph(pieces: Sequence[Piece], story: Story, scope: Scope, place: Place) -> tuple[Block, ...]:
    """The blocks of pieces that no paragraph's end closes (the container ends before it)."""
    shape = _Shape(story.book.styles.paragraph(None), ParagraphFormat(), None, 0, None)
    return tuple(_line_blocks(pieces, shape, Inline(place), story, scope))


def _shape(said: Mapping[str, Element], story: Story, ends: bool) -> _Shape:
    """What the children of a ``w:pPr``, by name, make of the paragraph."""
    book = story.book
    named = said.get(_STYLE)
    style = book.styles.paragraph(None if named is None else named.get(VAL))
    direct = read_layout(said, book.palette)
    if direct is NO_LAYOUT and style.layout.number is None and style.layout.number_level is None:
        return _shape_by_style(style)
    layout = override(style.layout, direct)
    level = layout.number_level
    if level is None:
        level = book.numbering.level_of_style(layout.number or "", style.identifier)
    marker = None
    if layout.number not in (None, NO_LIST) and ends:
        marker = book.numbering.marker(layout.number, level, story.counter)
    heading = style.heading_level
    if direct.outline is not None and not style.is_contents:
        is_bullet = marker is not None and not any(sign.isdigit() for sign in marker)
        heading = direct.outline + 1 if direct.outline < BODY_LEVEL and not is_bullet else None
    return _Shape(style, layout, marker, level or style.list_level, heading, style.is_contents)


@lru_cache(maxsize=_KEPT_STYLES)
def _shape_by_style(style: ParagraphStyle) -> _Shape:
    """What a paragraph is that says nothing of its own and whose style makes it no item of a list: most are."""
    return _Shape(style, style.layout, None, style.list_level, style.heading_level, style.is_contents)


def _line_blocks(
    pieces: Sequence[Piece], shape: _Shape, inline: Inline, story: Story, scope: Scope
) -> list[Block]:
    """The blocks of a paragraph's lines."""
    if _is_one_line(pieces):
        lines = _only_line(pieces, shape)
        blocks = _blocks(lines[0], shape, inline, story, scope, continued=False) if lines else []
    else:
        blocks = _parted(pieces, shape, inline, story, scope)
    if not blocks and scope.in_cell and scope.kind is None and any(map(str.isdigit, shape.marker or "")):
        bare = ListItem((), inline.place, inline.size, style=shape.name, marker=shape.marker or "")
        return [bare]  # the table decides whether it numbers a row
    return blocks


def _parted(
    pieces: Sequence[Piece], shape: _Shape, inline: Inline, story: Story, scope: Scope
) -> list[Block]:
    """As ``_line_blocks``: a page break parts the lines, but a list item that runs over pages stays one."""
    parts = [(part, index > 0) for index, part in enumerate(split_breaks(pieces, PAGE_BREAK))]
    if inline.has_column_break:
        parts = [
            (column, begins_page and index == 0)
            for part, begins_page in parts
            for index, column in enumerate(split_breaks(part, COLUMN_BREAK))
        ]
    said = [bool(_has_words(part)) for part, _ in parts] if len(parts) > 1 else []
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
    return blocks


def _lines(pieces: Sequence[Piece], shape: _Shape) -> tuple[Line, ...]:
    if _is_one_line(pieces):
        return _only_line(pieces, shape)
    lines = split_breaks(pieces)
    if shape.heading is not None:
        joined = join_lines(lines)
        return (Line(joined),) if joined else ()
    if len(lines) == 1:
        pieces = label_boxes(pieces)
        lines = [list(pieces)]
    if shape.marker is not None and not any(take_bullet(line) for line in lines[1:]):
        joined = join_lines(lines)
        return (Line(joined),) if joined else ()
    if shape.is_contents:
        return (Line(tuple(pieces)),)
    folded = fold_lines(uncolor_bullet(pieces))
    if len(folded) == 1 and folded[0].marker is None and shape.layout.hanging and shape.marker is None:
        return (_hanging_number(folded[0]),)
    return folded


def _is_one_line(pieces: Sequence[Piece]) -> bool:
    """Whether it is what most paragraphs are: words of one look without a break."""
    return len(pieces) == 1 and isinstance(pieces[0], Run) and _BREAK.search(pieces[0].text) is None


def _only_line(pieces: Sequence[Piece], shape: _Shape) -> tuple[Line, ...]:
    """As ``_lines`` where ``_is_one_line``."""
    if not pieces[0].text.strip() and not shape.is_contents:
        return ()
    if shape.heading is not None or shape.marker is not None or shape.is_contents:
        return (Line(tuple(pieces)),)
    line = line_of(pieces)
    return (_hanging_number(line),) if line.marker is None and shape.layout.hanging else (line,)


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
    place = inline.place
    runs = line.runs
    bars: list[Block] = []
    figures: tuple[Figure, ...] = ()
    only = line.pieces[0] if len(line.pieces) == 1 else None
    if not isinstance(only, Run) or not only.text.isascii():  # else it holds neither drawing nor sign
        bar, pieces = take_typed_bar(line.pieces, place)
        bars = [] if bar is None else [bar]
        figures = tuple([piece for piece in label_boxes(pieces) if isinstance(piece, Figure)])
    if not runs:
        return [*bars, *lit_figures(figures)]
    if not figures and len(runs) == 1 and runs[0].text in TYPED_BOXES:
        return [Figure("checkbox", place, checked=TYPED_BOXES[runs[0].text])]
    if scope.is_lamp:
        figures = (Figure("shape", place, color=scope.fill, text=line.text), *figures)
    name = PLACEHOLDER if inline.is_placeholder else shape.name
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
    place: Place,
    read_blocks: ReadBlocks,
) -> tuple[Block, ...]:
    if isinstance(item, TextBox):
        inner = scope._replace(
            path=f"{place.path} text box",
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


def _end_is_deleted(mark: Element | None) -> bool:
    """Whether the paragraph's mark (the ``w:rPr`` of its end) is a tracked deletion."""
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def _has_words(pieces: Sequence[Piece]) -> bool:
    return any(isinstance(piece, Figure) or piece.text.strip() for piece in pieces)
