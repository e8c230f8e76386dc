"""The drawn paths, pictures and shadings of a page as rules, rectangles, curves and images."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pypdfium2 import raw

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.page.calls import (
    Address,
    address_of,
    count_clip_segments,
    count_clips,
    count_marks,
    draw_mode,
    fills_evenly,
    form_objects,
    get_clip,
    get_clip_segment,
    get_kind,
    is_transparent,
    mark_name,
    object_bounds,
    object_matrix,
    page_objects,
    segment_end,
    stroke_width,
)
from extractors.pdf.page.cover import Printed
from extractors.pdf.page.paint import WHITE, Painting, fill_color, stroke_color
from extractors.pdf.page.paths import (
    STRAIGHT,
    Subpath,
    frame_of,
    mostly_straight,
    read_subpaths,
    sag,
    slants,
    turns_left,
)
from extractors.pdf.page.space import Matrix, around, moved, product
from extractors.pdf.primitives import Curve, Image, Outline, Rect, Rule

THIN = 2.6
"""Points: a filled rectangle no thicker than this is a line (table borders are up to 2.25 points thick)."""

LEAST_LENGTH = 2.0
"""Points: shorter lines are dots of a pattern or parts of a drawing."""

LARGEST_PAINT = 0.2
"""Of the page's area: a larger pattern or picture is no cell's background."""

LEAST_PAINT = 6.0
"""Points: pictures no wider or higher than this are lines."""

SLENDER = 2.5
"""Times its height: a picture wider than this is no light."""

ONE_COLOR = 0.7
"""The share of a picture that its one colour fills where words stand upon it."""

LARGEST_BALL, SHADED = 9.0, "#DDDDDD"
"""Points: a small shading on white paper is a ball before a list's item, of so many colours that none is its own."""

LARGEST_LIGHT = 64.0
"""Points: a square picture no larger may be a light."""

PATTERN_COLORS = ("#BFBFBF", WHITE)
"""What PDFium gives as the colour of a tiled and of a shaded pattern (CPDF_ColorState::SetPattern)."""

LAYER = "OC\0".encode("utf-16-le")
"""The mark of optional content."""

MOST_FORMS = 12
"""Form XObjects nested deeper than this are not opened (a malicious file may nest them without end)."""


@dataclass(slots=True)
class Shapes:
    """What is being collected from one page."""

    rules: list[Rule] = field(default_factory=list)
    rects: list[Rect] = field(default_factory=list)
    outlines: list[Outline] = field(default_factory=list)
    curves: list[Curve] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    texts: dict[int, Printed] = field(default_factory=dict)
    """Where text objects (by their address in memory) are printed."""
    mixed: set[int] = field(default_factory=set)
    """The painting order of what is mixed with what lies below it."""
    order: int = 0


def read_shapes(page: Any, matrix: Matrix, painting: Painting) -> Shapes:
    """All drawn shapes of a page in painting order, clipped."""
    shapes = Shapes()
    page_box = (0.0, 0.0, painting.width, painting.height)
    for obj, kind, own, grouped in _objects(address_of(page), page_objects, matrix, 0):
        shapes.order += 1
        clip = _clip(obj, own, page_box)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            shapes.texts[obj.value or 0] = Printed(shapes.order, clip, _layered(obj), own is not matrix)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            if grouped or is_transparent(obj) or _layered(obj):
                shapes.mixed.add(shapes.order)
            _add_path(shapes, obj, own, clip, painting)
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            _add_picture(shapes, obj, own, clip, painting, kind == raw.FPDF_PAGEOBJ_IMAGE)
    shapes.rects = [
        rect if (seen := _seen(rect, shapes, painting)) == rect.color else replace(rect, color=seen)
        for rect in shapes.rects
    ]
    shapes.curves = [
        curve._replace(fill=painting.flat_color(_middle(curve.box)) or WHITE)
        if curve.fill and curve.round and curve.order in shapes.mixed
        else curve
        for curve in shapes.curves
    ]
    return shapes


def _seen(rect: Rect, shapes: Shapes, painting: Painting) -> str:
    """The colour of a rectangle: the page as rendered tells it where its own paint does not."""
    if rect.order in shapes.mixed:
        return painting.flat_color(rect.box) or WHITE
    if (
        rect.color not in PATTERN_COLORS
        or boxes.area(rect.box) > LARGEST_PAINT * painting.width * painting.height
    ):
        return rect.color
    shown = painting.flat_color(rect.box)
    if shown is None or shown == rect.color:
        return rect.color
    middle = boxes.center(rect.box)
    covered = any(other.order > rect.order and boxes.holds(other.box, *middle) for other in shapes.rects)
    return rect.color if covered else shown


def _middle(box: Box) -> Box:
    """The middle of a round shape: the corners of its box are not its own."""
    wide, high = boxes.width(box) / 4, boxes.height(box) / 4
    return (box[0] + wide, box[1] + high, box[2] - wide, box[3] - high)


def _objects(
    holder: Address,
    held: Callable[[Address], Iterator[Address]],
    matrix: Matrix,
    depth: int,
    grouped: bool = False,
) -> Iterator[tuple[Address, int, Matrix, bool]]:
    """All objects in painting order: the address, kind and matrix of each, and whether it belongs to a group that is
    mixed as a whole.
    """
    for obj in held(holder):
        kind = get_kind(obj)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield obj, kind, matrix, grouped
        elif depth < MOST_FORMS:
            inner = product(object_matrix(obj), matrix)
            mixed = grouped or bool(is_transparent(obj)) or _layered(obj)
            yield from _objects(obj, form_objects, inner, depth + 1, mixed)


def _layered(obj: Address) -> bool:
    """Whether an object stands on a layer that may be switched off (optional content: ISO 32000-1, 8.11)."""
    marks = count_marks(obj)
    return marks > 0 and any(mark_name(obj, index) == LAYER for index in range(marks))


def _clip(obj: Address, matrix: Matrix, page: Box) -> Box:
    """The box to which an object is cut: that of its clip paths, within the page."""
    clip = get_clip(obj)
    box = page
    for path in range(count_clips(clip) if clip else 0):
        ends = [
            moved(matrix, *segment_end(get_clip_segment(clip, path, index)))
            for index in range(count_clip_segments(clip, path))
        ]
        if ends:
            box = boxes.overlap(box, around(ends))
    return box


def _add_path(shapes: Shapes, obj: Address, outer: Matrix, clip: Box, painting: Painting) -> None:
    fills, strokes = draw_mode(obj)
    if not fills and not strokes:
        return
    matrix = product(object_matrix(obj), outer)
    scale = (abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) ** 0.5 or 1.0
    fill, filled = fill_color(obj) if fills else (None, False)
    stroke, stroked = stroke_color(obj) if strokes else (None, False)
    pen = (stroke or "#000000", stroke_width(obj) * scale) if stroked else None
    subpaths = list(read_subpaths(obj, matrix))
    frame = frame_of(subpaths) if fill and not stroked else None
    whole = frame is not None and boxes.overlap(frame[0], clip) == frame[0]  # else one side is cut out of it
    if frame and fill and whole and (fills_evenly(obj) or len(set(map(turns_left, subpaths))) > 1):
        _add_frame(shapes, *frame, fill, clip)
        return
    for subpath in subpaths:
        box = boxes.overlap(subpath.box, clip)
        if boxes.width(box) < 0 or boxes.height(box) < 0 or max(boxes.width(box), boxes.height(box)) < 0.3:
            continue
        paint = fill
        if filled and fill is None:
            paint = painting.flat_color(box) or "#FFFFFF"
        add_subpath(shapes, subpath, box, paint if filled else None, pen, clip)


def add_subpath(
    shapes: Shapes, subpath: Subpath, box: Box, fill: str | None, pen: tuple[str, float] | None, clip: Box
) -> None:
    """Add one stretch of a path as what it is: rectangle, rules, or another shape.

    ``box`` is its box, clipped; ``pen`` its stroke's colour and thickness in points.
    """
    rounded_rect = subpath.bends and mostly_straight(subpath)
    if subpath.rectangular or rounded_rect:
        _add_rectangle(shapes, subpath, box, fill, pen, clip)
    elif subpath.bends or fill:
        ellipse = subpath.bends >= 2 and not rounded_rect
        shapes.curves.append(Curve(box, fill, pen[0] if pen else None, ellipse, shapes.order, sag(subpath)))
    elif pen:
        _add_lines(shapes, subpath, pen, clip)
        if slants(subpath):
            shapes.curves.append(Curve(box, None, pen[0], False, shapes.order))


def _add_rectangle(
    shapes: Shapes, subpath: Subpath, box: Box, fill: str | None, pen: tuple[str, float] | None, clip: Box
) -> None:
    x0, top, x1, bottom = box
    if fill and min(x1 - x0, bottom - top) <= THIN:
        if max(x1 - x0, bottom - top) > THIN:
            shapes.rules.append(_thin_rule(box, fill))
        elif not pen:
            shapes.curves.append(Curve(box, fill, None, False, shapes.order))
    elif fill:
        shapes.rects.append(Rect(box, fill, shapes.order))
    if pen and min(x1 - x0, bottom - top) > THIN:
        if not subpath.bends:
            _add_lines(shapes, subpath, pen, clip)
        else:
            for side in (
                (x0, top, x1, top),
                (x0, bottom, x1, bottom),
                (x0, top, x0, bottom),
                (x1, top, x1, bottom),
            ):
                shapes.rules.append(Rule(*side, pen[1], pen[0]))
        if not fill:
            shapes.outlines.append(Outline(box, pen[0]))
    elif pen and not fill:
        shapes.rules.append(_thin_rule(box, pen[0]))


def _add_frame(shapes: Shapes, outer: Box, inner: Box, fill: str, clip: Box) -> None:
    """Add a border that is painted as the space between two rectangles: its four sides, and the box that they close."""
    sides = (
        (outer[0], outer[1], outer[2], inner[1]),
        (outer[0], inner[3], outer[2], outer[3]),
        (outer[0], outer[1], inner[0], outer[3]),
        (inner[2], outer[1], outer[2], outer[3]),
    )
    for side in sides:
        box = boxes.overlap(side, clip)
        thick, long = sorted((boxes.width(box), boxes.height(box)))
        if thick <= 0 or long < LEAST_LENGTH:
            continue
        if thick <= THIN:
            shapes.rules.append(_thin_rule(box, fill))
        else:
            shapes.rects.append(Rect(box, fill, shapes.order))
    shapes.outlines.append(Outline(boxes.overlap(outer, clip), fill))


def _thin_rule(box: Box, color: str, thickness: float | None = None) -> Rule:
    """The line along the middle of a narrow box, as thick as the box is narrow where it is not told."""
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return Rule(x0, middle, x1, middle, bottom - top if thickness is None else thickness, color)
    middle = (x0 + x1) / 2
    return Rule(middle, top, middle, bottom, x1 - x0 if thickness is None else thickness, color)


def _add_lines(shapes: Shapes, subpath: Subpath, pen: tuple[str, float], clip: Box) -> None:
    points = list(subpath.points)
    if subpath.closed:
        points.append(points[0])
    for (x, y), (u, v) in itertools.pairwise(points):
        box = boxes.overlap((min(x, u), min(y, v), max(x, u), max(y, v)), clip)
        wide, high = boxes.width(box), boxes.height(box)
        if wide < 0 or high < 0 or max(wide, high) < LEAST_LENGTH or min(wide, high) > STRAIGHT:
            continue
        color, thickness = pen
        if wide > high and thickness > THIN and thickness >= 3 and wide > thickness:
            bar = (box[0], box[1] - thickness / 2, box[2], box[3] + thickness / 2)
            shapes.rects.append(Rect(bar, color, shapes.order))
        else:
            shapes.rules.append(_thin_rule(box, color, thickness))


def _add_picture(
    shapes: Shapes, obj: Address, matrix: Matrix, clip: Box, painting: Painting, image: bool
) -> None:
    bounds = object_bounds(obj)
    if bounds is None:
        return
    left, bottom, right, top = bounds
    corners = (moved(matrix, left, bottom), moved(matrix, right, top))
    box = boxes.overlap(around(corners), clip)
    if boxes.width(box) <= 0 or boxes.height(box) <= 0:
        return
    if image and not _is_paint(box, painting):
        shapes.images.append(Image(box, painting.dominant_color(box)))
    else:
        paper = SHADED if max(boxes.width(box), boxes.height(box)) <= LARGEST_BALL else WHITE
        shapes.rects.append(Rect(box, painting.flat_color(box) or paper, shapes.order))


def _is_paint(box: Box, painting: Painting) -> bool:
    """Whether a picture is one colour behind words: some printers send the shading of cells so."""
    wide, high = boxes.width(box), boxes.height(box)
    if min(wide, high) <= LEAST_PAINT or wide * high > LARGEST_PAINT * painting.width * painting.height:
        return False
    if wide < SLENDER * high and max(wide, high) <= LARGEST_LIGHT:
        return False
    return painting.flat_color(box) is not None and painting.share(box) >= ONE_COLOR
