"""One page's way from a picture to primitives."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from extractors.pdf.primitives import Curve, Outline, Page, Rect, Rule
from extractors.pdf.scan.alike import made_alike
from extractors.pdf.scan.arrows import take_arrows
from extractors.pdf.scan.glyphs import glyphs_of
from extractors.pdf.scan.ink import ink_picture
from extractors.pdf.scan.lone_signs import take_signs, unread_signs
from extractors.pdf.scan.marks import take_marks, take_rings
from extractors.pdf.scan.meeting import lines_between
from extractors.pdf.scan.outlined import find_outlines, without_sides
from extractors.pdf.scan.painted import find_paint, is_coloured, shapes_of
from extractors.pdf.scan.parted import part_paints
from extractors.pdf.scan.program import Engine
from extractors.pdf.scan.raster import render_page
from extractors.pdf.scan.ruling import find_rules, hanging_rules, without_rules
from extractors.pdf.scan.turned import take_turned
from extractors.pdf.scan.words import ScannedWord, read_words

RECIPE = "7"
"""Raised when pages come to be read in another way, so that kept ones are not used again."""


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """What was read of a picture, in points; ``coloured`` is False where the scanner saw no colour."""

    width: float
    height: float
    words: tuple[ScannedWord, ...]
    rules: tuple[Rule, ...]
    rects: tuple[Rect, ...]
    curves: tuple[Curve, ...]
    outlines: tuple[Outline, ...]
    coloured: bool

    def page(self, number: int) -> Page:
        """As a page of primitives."""
        return Page(
            number=number,
            width=self.width,
            height=self.height,
            glyphs=tuple(glyphs_of(self.words, coloured=self.coloured)),
            rules=self.rules,
            rects=self.rects,
            outlines=self.outlines,
            curves=self.curves,
        )


def read_scan(engine: Engine, page: Any, seconds: float) -> ScannedPage:
    """What an open PDFium page shows, read within some seconds.

    Raises:
        OutOfTime: it takes longer.
    """
    until = time.monotonic() + seconds
    rings, raster = take_rings(render_page(page))
    ruled = find_rules(raster)
    paints, seams = part_paints(find_paint(raster, ruled.rules), raster)
    rules = (*ruled.rules, *lines_between(paints, seams, ruled.rules, ruled.short, raster))
    rules = (*rules, *hanging_rules(ruled, rules, raster.scale))
    ink = without_rules(ink_picture(raster, paints), raster, rules)
    marks = take_marks(ink, raster)
    arrows, letters = take_arrows(marks.picture, raster)
    turned, letters = take_turned(engine, letters, raster, until)
    read, signs = take_signs(read_words(engine, letters, raster, rules, until))
    drawn = (*marks.curves, *signs, *rings)
    known = [*(shape.box for shape in drawn), *(paint.box for paint in paints)]
    drawn += unread_signs(letters, raster, (*read, *turned, *arrows), known)
    words = made_alike([*arrows, *read])
    coloured = is_coloured(raster)
    rects, curves = shapes_of(paints, coloured=coloured)
    outlines = find_outlines(rules, paints)
    return ScannedPage(
        width=raster.width,
        height=raster.height,
        words=(*words, *turned),
        rules=without_sides(rules, outlines),
        rects=rects,
        curves=(*curves, *drawn),
        outlines=(*marks.outlines, *outlines),
        coloured=coloured,
    )


def written(page: ScannedPage) -> str:
    """As text that ``kept`` reads."""
    return json.dumps(dataclasses.asdict(page), ensure_ascii=False)


def kept(text: str) -> ScannedPage | None:
    """The page that was ``written``; None where the text is something else."""
    try:
        told: dict[str, Any] = json.loads(text)
        for name, kind in _KINDS.items():
            told[name] = tuple(kind(*_tuples(parts)) for parts in told[name])
        told["words"] = tuple(ScannedWord(*_tuples(word.values())) for word in told["words"])
        return ScannedPage(**told)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _tuples(parts: Iterable[Any]) -> list[Any]:
    return [tuple(part) if isinstance(part, list) else part for part in parts]


_KINDS: dict[str, Callable[..., Any]] = {"rules": Rule, "rects": Rect, "curves": Curve, "outlines": Outline}
