"""A page whose titles hang in the margin -> its blocks: each title as a heading, then what stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.document import Block, Box, Heading, Place
from extractors.pdf import boxes
from extractors.pdf.flow import Setting, make_blocks
from extractors.pdf.hanging import WHITE, Margin, Printed, Zone, cut_zones
from extractors.pdf.lattice import Grid
from extractors.pdf.lines import make_lines
from extractors.pdf.primitives import Word
from extractors.pdf.region import Content, read_region
from extractors.pdf.runs import make_runs

LEAST_WIDTH = 0.6
"""Of the page's width beside the titles: the text fills more, however short the lines of a page are."""

LOWEST = 6
"""The lowest level of a heading."""


def read_hung(
    content: Content, page: Printed, margin: Margin, frame: Box, setting: Setting
) -> tuple[Block, ...]:
    """The blocks of a page zone by zone; titles are one level below the document's large headings."""
    blocks: list[Block] = []
    beside = margin.text - WHITE

    def left(box: Box) -> bool:
        return boxes.center(box)[0] < beside

    zones = cut_zones(page, margin, frame)
    right = _right_edge([_part(content, zone) for zone in zones if zone.title], margin, frame)
    for zone in zones:
        inside = _part(content, zone)
        within = (frame[0], zone.top, frame[2], zone.bottom)
        if zone.title:
            aside = _where(inside, left)
            inside = _where(inside, lambda box: not left(box))
            within = (beside, zone.top, right, zone.bottom)
            blocks.append(_heading(zone.title, setting))
            notes = [word for word in aside.words if word not in set(zone.title)]
            blocks += make_blocks(make_lines(notes), aside.figures, frame, setting)
        if inside.words or inside.figures:
            blocks += read_region(inside, within, setting)
    return tuple(blocks)


def _right_edge(parts: Sequence[Content], margin: Margin, frame: Box) -> float:
    """Where the lines beside the titles end on the page: a zone's own lines may be too few to show it."""
    ends = [word.x1 for part in parts for word in part.words if margin.is_text(word.x0)]
    ends += [grid.box[2] for part in parts for grid in part.grids]
    least = margin.text + LEAST_WIDTH * (frame[2] - margin.text)
    return min(frame[2], max([least, *ends]) + 1.0)


def _heading(title: tuple[Word, ...], setting: Setting) -> Heading:
    lines = make_lines(title)
    place = Place(setting.page, boxes.rounded(boxes.union(word.box for word in title)))
    level = min(LOWEST, 1 + len(setting.heading_sizes))
    return Heading(make_runs(lines, setting.vocabulary), place, round(title[0].size, 1), level=level)


def _part(content: Content, zone: Zone) -> Content:
    """What stands in a zone: tables where their words begin, all of them; figures and bands by their middles."""
    ours = [grid for grid in content.grids if zone.top <= _begins(grid, content.words) < zone.bottom]
    others = [grid for grid in content.grids if grid not in ours]

    def holds(word: Word) -> bool:
        if any(boxes.holds_center(grid.box, word.box) for grid in ours):
            return True
        level = zone.top <= word.base < zone.bottom
        return level and not any(boxes.holds_center(grid.box, word.box) for grid in others)

    def here(box: Box | None) -> bool:
        return box is not None and zone.top <= boxes.center(box)[1] < zone.bottom

    return Content(
        tuple(word for word in content.words if holds(word)),
        tuple(ours),
        tuple(figure for figure in content.figures if here(figure.place.box)),
        tuple(band for band in content.bands if here(band[0])),
    )


def _begins(grid: Grid, words: Sequence[Word]) -> float:
    """The first baseline in a drawn table: its border may stand above the title beside it."""
    held = [word.base for word in words if boxes.holds_center(grid.box, word.box)]
    return min(held, default=grid.box[1])


def _where(content: Content, here: Callable[[Box], bool]) -> Content:
    """What stands where ``here`` says."""
    return Content(
        tuple(word for word in content.words if here(word.box)),
        tuple(grid for grid in content.grids if here(grid.box)),
        tuple(figure for figure in content.figures if figure.place.box and here(figure.place.box)),
        tuple(band for band in content.bands if here(band[0])),
    )
