"""What stands on one PDF page, before anybody asks what it means: plain frozen nouns.

All positions are points from the top left corner of the page as a reader sees it (crop box and /Rotate applied).
Colours are ``#RRGGBB``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.document import Box, noun

UNKNOWN = "\ufffd"
"""Stands for a character that nobody can tell (U+FFFD, the replacement character)."""


@noun
class Look:
    """How a glyph is set. ``color`` None is black; ``angle`` is degrees counter-clockwise, 0..359."""

    font: str
    size: float
    bold: bool = False
    italic: bool = False
    color: str | None = None
    angle: int = 0
    hidden: bool = False


class Glyph(NamedTuple):
    """One visible character, or several of one word that touch and follow each other. ``base`` is the baseline;
    ``spaced`` tells of white space printed before it; ``unsure`` where the file does not say which character it is
    and ``text`` is a guess (``UNKNOWN`` where there is none).
    """

    text: str
    x0: float
    x1: float
    base: float
    look: Look
    spaced: bool = False
    unsure: bool = False
    sides: tuple[Sequence[float], Sequence[float]] | None = None
    """Where each of several characters begins, and where each ends; None of a single one."""

    @property
    def box(self) -> Box:
        """A box of the font size's height: the ascents that fonts declare cannot be trusted."""
        return (self.x0, self.base - 0.8 * self.look.size, self.x1, self.base + 0.2 * self.look.size)

    @property
    def last(self) -> float:
        """Where its last character begins."""
        return self.x0 if self.sides is None else self.sides[0][-1]

    @property
    def letters(self) -> int:
        """How many characters it is; the letters of a ligature are one."""
        return 1 if self.sides is None else len(self.text)

    def one_by_one(self) -> Sequence[Glyph]:
        """Its characters as a glyph each."""
        if self.sides is None:
            return (self,)
        each = [
            Glyph(char, x0, x1, self.base, self.look, unsure=self.unsure)
            for char, x0, x1 in zip(self.text, *self.sides, strict=True)
        ]
        each[0] = each[0]._replace(spaced=self.spaced)
        return each


def single_glyphs(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The characters of all glyphs one by one, in the order of the glyphs."""
    return (one for glyph in glyphs for one in glyph.one_by_one())


@noun
class Rule:
    """A straight line along an axis, or a rectangle too thin to be anything else."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float
    color: str

    @property
    def horizontal(self) -> bool:
        """Whether it is level rather than plumb."""
        return self.x1 - self.x0 >= self.y1 - self.y0

    @property
    def box(self) -> Box:
        """Its box, of no height or no width."""
        return (self.x0, self.y0, self.x1, self.y1)


@noun
class Rect:
    """A filled rectangle; ``order`` grows with the painting order."""

    box: Box
    color: str
    order: int


class Outline(NamedTuple):
    """A stroked, unfilled rectangle (its sides are Rules too)."""

    box: Box
    color: str


class Curve(NamedTuple):
    """A shape with curved or slanting sides. ``round`` tells an ellipse from other shapes."""

    box: Box
    fill: str | None
    stroke: str | None
    round: bool
    order: int
    sag: float = 0.0
    """How far its middle lies below its ends, in its widths: a hanging curve's is above 0, an arch's below."""


class Ring(NamedTuple):
    """A ring or pie chart: its colours clockwise from the top, and their shares (0..1)."""

    box: Box
    segments: tuple[tuple[str, float], ...]


class Image(NamedTuple):
    """A raster picture; ``color`` is its dominant colour where it has one."""

    box: Box
    color: str | None


class Field(NamedTuple):
    """A form field or a note drawn on the page. ``checked`` is None for what is no check box or radio button."""

    kind: str
    box: Box
    text: str
    checked: bool | None
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: ``number`` counts from 1; glyphs in the order in which the file paints them."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    rules: tuple[Rule, ...] = ()
    rects: tuple[Rect, ...] = ()
    outlines: tuple[Outline, ...] = ()
    curves: tuple[Curve, ...] = ()
    images: tuple[Image, ...] = ()
    fields: tuple[Field, ...] = ()
    rings: tuple[Ring, ...] = ()

    @property
    def box(self) -> Box:
        """The whole page."""
        return (0.0, 0.0, self.width, self.height)


@noun
class Word:
    """Glyphs of one look without white space between them. ``glued``: no space stands before it (a change of look
    within a word). ``turned`` words are whole lines that run up or down the page, read upright.
    """

    text: str
    x0: float
    x1: float
    base: float
    look: Look
    glued: bool = False
    underline: bool = False
    fill: str | None = None
    turned: bool = False
    ink: Box | None = None
    """The box of a turned word."""

    @property
    def size(self) -> float:
        """The font size in points."""
        return self.look.size

    def one_by_one(self) -> Sequence[Word]:
        """The word itself, where glyphs and words are told alike."""
        return (self,)

    @property
    def box(self) -> Box:
        """A box of the font size's height."""
        if self.ink is not None:
            return self.ink
        base, size = self.base, self.look.size
        return (self.x0, base - 0.8 * size, self.x1, base + 0.2 * size)
