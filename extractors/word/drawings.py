"""Drawings: pictures, shapes, text boxes, charts and WordArt, in DrawingML and in VML."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.document import Figure, FigureKind, Place, Problem
from extractors.word.charts import read_chart
from extractors.word.colors import seen
from extractors.word.lamps import lit_lamp
from extractors.word.markup import (
    CHART,
    DIAGRAM,
    MC,
    PIC,
    W14,
    WP,
    WPG,
    WPS,
    A,
    Element,
    O,
    R,
    V,
    W,
    alternate,
    percentage,
    words,
)  # fmt: skip
from extractors.word.pasted import tell_chart
from extractors.word.pictures import NO_CROP, Crop
from extractors.word.spots import Spot, anchored_spot, grouped_spot, vml_spot
from extractors.word.story import Story
from extractors.word.vml import VML_SHAPES, twin_fill, vml_fill

MAX_LAMP_TEXT = 20
"""Characters: a filled shape with no more than this is a status lamp with its letter or word; more is a text box."""

_NOT_PLAIN = tuple(
    W + name for name in ("tbl", "sdt", "drawing", "pict", "del", "moveFrom", "sym", "strike", "vanish")
)
_EQUATIONS = "Equation"
"""Program of the old equation editor: its pictures say nothing that a report records."""
_WATERMARK = "powerpluswatermark"
_GROUPS = frozenset({WPG + "wgp", WPG + "grpSp", V + "group"})
_LINE_SHAPES = frozenset({"line", "lineInv"})
_RING_SHAPES = frozenset({"ellipse", "roundRect", "donut", "frame", "flowChartConnector"})
_PANEL_SHAPES = frozenset({"rect", "roundRect"})
_VML_PANELS = frozenset({V + "rect", V + "roundrect"})
_VML_LINES = frozenset({"#_x0000_t20", "#_x0000_t32", "#_x0000_t33", "#_x0000_t34"})


@dataclass(frozen=True, slots=True)
class TextBox:
    """Words in a frame: the ``w:txbxContent`` and the frame's background."""

    content: Element
    fill: str | None
    is_lamp: bool = False
    """A coloured shape with a letter or a word or two: a status, or a banner."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a drawing that are no paragraphs: WordArt, a diagram's node, or a watermark."""

    text: str
    watermark: bool = False


@dataclass(slots=True)
class Drawn:
    """What one drawing holds: figures of its line, and what follows the line because it holds words."""

    figures: list[Figure] = field(default_factory=list)
    spots: list[tuple[Figure, Spot]] = field(default_factory=list)
    """Those of the figures that may be rings or ticks over the words beside them, and where they stand."""
    panels: list[tuple[Figure, Spot]] = field(default_factory=list)
    """Those of the figures that are rectangles: several may draw a bar."""
    after: list[Figure | TextBox | Words] = field(default_factory=list)


def read_drawing(element: Element, story: Story, place: Place) -> Drawn:
    """Read a ``w:drawing``, ``w:pict`` or ``w:object``."""
    drawn = Drawn()
    ink = _is_ink(element)
    embedded = element.find(O + "OLEObject") if element.tag != W + "drawing" else None
    if embedded is not None:
        _read_embedded(embedded, element, story, place, drawn)
        return drawn
    if element.tag == W + "drawing":
        for holder in element:
            name = holder.find(WP + "docPr")
            spot = anchored_spot(holder)
            _walk(holder, _Frame(story, place, drawn, _alternative(name), _is_watermark(name), ink, spot))
    else:
        _walk(element, _Frame(story, place, drawn, "", False, ink, None))
    return drawn


def _read_embedded(embedded: Element, element: Element, story: Story, place: Place, drawn: Drawn) -> None:
    """A file of another program inside the document: only its picture shows, whose colours are no status."""
    shape = next(element.iter(V + "shape"), None)
    alternative = "" if shape is None else " ".join(shape.get("alt", "").split())
    drawn.figures.append(Figure("picture", place, text=alternative))
    program = embedded.get("ProgID", "")
    if not program.startswith(_EQUATIONS):
        story.book.package.problems.append(_embedded(program))


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a part of a drawing stands, and where what it holds goes."""

    story: Story
    place: Place
    drawn: Drawn
    alternative: str
    watermark: bool
    ink: bool
    """Drawn by hand: the stroke's colour tells nothing, what it marks does."""
    spot: Spot | None

    def add(self, kind: FigureKind, color: str | None, text: str, spot: Spot | None = None) -> None:
        """A figure in the line; an uncoloured one at a spot of its own may mark the words there."""
        figure = Figure(kind, self.place, color=None if self.ink else color, text=text)
        self.drawn.figures.append(figure)
        if spot is not None and (self.ink or (kind == "shape" and color is None)):
            self.drawn.spots.append((figure, spot))

    def add_panel(self, fill: str | None, spot: Spot, in_group: bool) -> None:
        """A rectangle: part of a bar, or a ring or a lamp of square build."""
        self.add("shape", seen(fill), self.alternative, None if in_group else spot)
        self.drawn.panels.append((self.drawn.figures[-1], spot))

    def add_words(self, content: Element, fill: str | None) -> None:
        """Words in a shape; a shape that has a frame for words but none in it is a plain shape."""
        paragraphs = [words(item, W + "t").strip() for item in content.iter(W + "p")]
        said = [text for text in paragraphs if text]
        plain = next(content.iter(*_NOT_PLAIN), None) is None
        if self.watermark and said:
            self.drawn.after.append(Words(" ".join(said), watermark=True))
        elif plain and not said:
            self.add("shape", fill, self.alternative)
        else:
            is_lamp = plain and fill is not None and len(said) == 1 and len(said[0]) <= MAX_LAMP_TEXT
            self.drawn.after.append(TextBox(content, fill, is_lamp))


def _walk(element: Element, frame: _Frame) -> None:
    """Find the drawn things under an element, in drawing order; groups are gone through."""
    for child in element:
        tag = child.tag
        if tag == MC + "AlternateContent":
            branch = alternate(child)
            if branch is not None:
                _walk(branch, frame)
        elif tag == WPS + "wsp":
            _read_shape(child, frame)
        elif tag == PIC + "pic":
            _read_picture(child, frame)
        elif tag == CHART + "chart":
            _read_chart(child, frame)
        elif tag == DIAGRAM + "relIds":
            _read_diagram(child, frame)
        elif tag in VML_SHAPES:
            _read_vml(child, frame)
        elif tag in _GROUPS:
            _walk_group(child, frame)
        elif tag != V + "shapetype":
            _walk(child, frame)


def _walk_group(group: Element, frame: _Frame) -> None:
    """A group of shapes; of several lamps in it, of which one is lit, only that one tells."""
    begin = len(frame.drawn.figures)
    _walk(group, frame)
    grouped = frame.drawn.figures[begin:]
    lit = lit_lamp([figure.color for figure in grouped if figure.kind == "shape"])
    if lit is not None and len({id(figure) for figure, _ in frame.drawn.panels} & set(map(id, grouped))) < 2:
        frame.drawn.figures[begin:] = [
            figure for figure in grouped if figure.kind != "shape" or figure.color == lit
        ]


def _read_shape(shape: Element, frame: _Frame) -> None:
    story = frame.story
    properties = shape.find(WPS + "spPr")
    geometry = None if properties is None else properties.find(A + "prstGeom")
    form = "" if geometry is None else geometry.get("prst", "")
    fill = story.book.palette.drawing(properties)
    if properties is not None and not story.book.palette.stated and _names_theme(properties):
        fill = twin_fill(shape) or fill
    if fill is None:
        reference = shape.find(f"{WPS}style/{A}fillRef")
        if reference is not None and reference.get("idx", "0") != "0":
            fill = story.book.palette.choice(reference)
    content = shape.find(f"{WPS}txbx/{W}txbxContent")
    parent = shape.getparent()
    in_group = parent is not None and parent.tag in (WPG + "wgp", WPG + "grpSp")
    spot = grouped_spot(properties) if in_group else frame.spot
    if content is not None and words(content, W + "t").strip():
        frame.add_words(content, seen(fill))
    elif form in _LINE_SHAPES or "Connector" in form:
        return
    elif form in _PANEL_SHAPES and spot is not None:
        frame.add_panel(fill, spot, in_group)
    elif seen(fill) or frame.alternative or form in _RING_SHAPES or (geometry is None and frame.spot):
        frame.add("shape", seen(fill), frame.alternative, None if in_group else spot)


def _names_theme(properties: Element) -> bool:
    """Whether a shape's fill is a colour of the theme."""
    return properties.find(f"{A}solidFill/{A}schemeClr") is not None


def _read_picture(picture: Element, frame: _Frame) -> None:
    blip = picture.find(f"{PIC}blipFill/{A}blip")
    own = _alternative(picture.find(f"{PIC}nvPicPr/{PIC}cNvPr"))
    relation = None if blip is None else blip.get(R + "embed")
    part = frame.story.book.package.target(frame.story.part, relation)
    crop = None if blip is None else picture.find(f"{PIC}blipFill/{A}srcRect")
    color = frame.story.book.picture_color(part, _crop(crop)) if part else None
    frame.add("picture", color, frame.alternative or own, frame.spot)
    if part:
        tell_chart(picture, frame.story, part, frame.place)


def _crop(element: Element | None) -> Crop:
    """How much of a picture is cut off at each side."""
    if element is None:
        return NO_CROP
    left, top, right, bottom = (percentage(element.get(side)) for side in ("l", "t", "r", "b"))
    return left, top, right, bottom


def _read_vml(shape: Element, frame: _Frame) -> None:
    path = shape.find(V + "textpath")
    content = shape.find(f"{V}textbox/{W}txbxContent")
    image = shape.find(V + "imagedata")
    alternative = " ".join(shape.get("alt", "").split())
    spot = vml_spot(shape.get("style", ""))
    if path is not None and path.get("string", "").strip():
        watermark = _WATERMARK in (shape.get("id", "") + shape.get(O + "spid", "")).lower()
        frame.drawn.after.append(Words(" ".join(path.get("string", "").split()), watermark))
    elif content is not None and words(content, W + "t").strip():
        frame.add_words(content, vml_fill(shape))
    elif image is not None:
        part = frame.story.book.package.target(frame.story.part, image.get(R + "id"))
        color = frame.story.book.picture_color(part) if part else None
        frame.add("picture", color, alternative, spot)
    elif shape.get(O + "hr") is None and shape.get("type") not in _VML_LINES:
        fill = vml_fill(shape)
        if spot is not None and shape.tag in _VML_PANELS:
            parent = shape.getparent()
            frame.add_panel(fill, spot, parent is not None and parent.tag == V + "group")
        elif fill or alternative or (shape.tag == V + "oval" and spot):
            frame.add("shape", fill, alternative, spot)


def _read_chart(chart: Element, frame: _Frame) -> None:
    book = frame.story.book
    part = book.package.target(frame.story.part, chart.get(R + "id"))
    root = book.package.tree(part) if part else None
    if root is not None:
        frame.drawn.figures.append(read_chart(root, book.palette, frame.place, frame.alternative))


def _read_diagram(relations: Element, frame: _Frame) -> None:
    """SmartArt: the words of its nodes, in the order of its data."""
    part = frame.story.book.package.target(frame.story.part, relations.get(R + "dm"))
    root = frame.story.book.package.tree(part) if part else None
    for paragraph in root.iter(A + "p") if root is not None else ():
        text = " ".join(words(paragraph, A + "t").split())
        if text:
            frame.drawn.after.append(Words(text))


def _is_ink(element: Element) -> bool:
    """Whether a drawing is the picture of ink: it then stands as the fallback of an ink part."""
    branch = element.getparent()
    holder = None if branch is None else branch.getparent()
    if holder is None or holder.tag != MC + "AlternateContent":
        return False
    return next(holder.iter(W14 + "contentPart"), None) is not None


def _alternative(name: Element | None) -> str:
    """The alternative text that somebody wrote: never the name that Word gives ('Picture 3')."""
    return "" if name is None else " ".join((name.get("descr") or name.get("title") or "").split())


def _is_watermark(name: Element | None) -> bool:
    return name is not None and _WATERMARK in name.get("name", "").lower()


def _embedded(program: str) -> Problem:
    return Problem(
        "embedded-object",
        "warning",
        f"The document holds a file of another program{f' ({program})' if program else ''}, which shows as a "
        "picture; what it says was not read. Open it in Word and copy its words into the text.",
    )
