"""Effective formatting: document defaults, table style, paragraph style, character style, direct formatting.

Source: ECMA-376 part 1, 17.7 (style hierarchy; 17.7.3 toggle properties, which two styles switch off again).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

from docx.oxml.styles import CT_Styles

from extractors.word.colors import CLEAR, HIGHLIGHTS, Palette, inked, read_palette, seen
from extractors.word.markup import VAL, Element, W, child, integer, is_on, named_children, value
from extractors.word.symbols import is_symbol_font

DEFAULT_SIZE = 10.0
"""Points: the size of text for which no style and no default says one."""

BODY_LEVEL = 9
"""The outline level that means 'body text'."""

CONTENTS_STYLES = ("toc", "contents")
"""How the names of styles for tables of contents begin (Word; LibreOffice)."""

_NO_NUMBER = "0"
"""The numbering instance that takes a style's inherited numbers away."""

_HEADING_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
_LIST_NAME = re.compile(r"list (?:bullet|number|continue) (\d)")
TEMPLATES = 8
"""Templates whose styles a process keeps: reports of one organisation come one after the other."""
_KEPT_LOOKS = 512
"""Looks of runs that a process keeps."""

_ON = frozenset({"1", "true", "on"})
_MAX_STYLE_DEPTH = 20
"""Styles: a chain of parents longer than any real one is a circle in a damaged file."""


class RunFormat(NamedTuple):
    """A run's look as far as one level says it: None where it says nothing. The first four are toggles."""

    bold: bool | None = None
    italic: bool | None = None
    strike: bool | None = None
    hidden: bool | None = None
    double_strike: bool | None = None
    underline: bool | None = None
    color: str | None = None
    highlight: str | None = None
    shading: str | None = None
    size: float | None = None
    font: str | None = None


_TOGGLES = 4
PLAIN = RunFormat()
"""Says nothing."""


class Look(NamedTuple):
    """A run's effective look as a reader sees it, worked out once for all runs that are formatted alike."""

    bold: bool
    italic: bool
    underline: bool
    color: str | None
    """None for black."""
    fill: str | None
    """A highlight lies over a shading; None for white and for none."""
    size: float
    """Points."""
    sign_font: str | None
    """The font, where it shows signs in place of letters."""
    unread: Literal["hidden", "deleted"] | None
    """Set where the words are hidden, or struck through once or twice."""


def look_of(said: RunFormat) -> Look:
    """What a reader sees of all that is said of a run."""
    is_struck = said.strike or said.double_strike
    return Look(
        bool(said.bold),
        bool(said.italic),
        bool(said.underline),
        inked(said.color),
        seen(said.highlight or said.shading),
        said.size or DEFAULT_SIZE,
        said.font if is_symbol_font(said.font) else None,
        "hidden" if said.hidden else "deleted" if is_struck else None,
    )


class ParagraphFormat(NamedTuple):
    """A paragraph's layout as far as one level says it."""

    outline: int | None = None
    number: str | None = None
    number_level: int | None = None
    fill: str | None = None
    page_break_before: bool | None = None
    left: float | None = None
    """Left indent in points."""
    first: float | None = None
    """Indent of the first line against the others, in points; negative where it hangs out."""

    @property
    def hanging(self) -> bool:
        """Whether the first line hangs out to the left."""
        return (self.first or 0) < 0


NO_LAYOUT = ParagraphFormat()
"""Says nothing."""
_Said = TypeVar("_Said", RunFormat, ParagraphFormat)
_CHARACTER_STYLE = W + "rStyle"
_NUMBER, _NUMBER_ID, _NUMBER_LEVEL = W + "numPr", W + "numId", W + "ilvl"
_OUTLINE, _PAGE_BREAK, _INDENT = W + "outlineLvl", W + "pageBreakBefore", W + "ind"
_SHADING = W + "shd"
_SAID_OF_LAYOUT = frozenset({_NUMBER, _OUTLINE, _PAGE_BREAK, _INDENT, _SHADING})


@dataclass(frozen=True, slots=True, eq=False)
class ParagraphStyle:
    """A paragraph style with what it inherits; ``names`` are its own name and its parents', lower case.

    Made once for a template, and alike to itself alone: what follows from it is kept by it.
    """

    identifier: str
    name: str | None
    names: tuple[str, ...]
    layout: ParagraphFormat
    run: RunFormat
    list_level: int = field(init=False)
    heading_level: int | None = field(init=False)
    is_contents: bool = field(init=False)
    """Whether it is for entries of a table of contents."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "list_level", self._list_level())
        object.__setattr__(self, "heading_level", self._heading_level())
        object.__setattr__(self, "is_contents", (self.name or "").lower().startswith(CONTENTS_STYLES))

    def _list_level(self) -> int:
        """0-based level by a built-in list style ('List Bullet 2'): each of them is level 0 of a list of its own."""
        match = _LIST_NAME.fullmatch(self.names[0]) if self.names else None
        return int(match[1]) - 1 if match else 0

    def _heading_level(self) -> int | None:
        """1-based level where the style makes headings, by outline level or by a built-in name."""
        if not self.names or self.names[0].startswith(CONTENTS_STYLES):
            return None
        if self.layout.outline is not None and self.layout.outline < BODY_LEVEL:
            return self.layout.outline + 1
        if self.layout.outline is not None and self.layout.number != _NO_NUMBER:
            return None
        # LibreOffice takes level and number from all styles of a .doc that are only based on a heading's.
        for name in self.names:
            match = _HEADING_NAME.fullmatch(name.partition(",")[0])
            if match:
                return int(match[1])
            if name in ("title", "subtitle"):
                return 1 if name == "title" else 2
        return None


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table style: run look and cell fill of the whole table ('wholeTable') and of its conditional regions."""

    runs: dict[str, RunFormat] = field(default_factory=dict)
    fills: dict[str, str] = field(default_factory=dict)
    row_band: int = 1
    column_band: int = 1

    @property
    def is_uniform(self) -> bool:
        """Whether no region of a table looks other than the whole."""
        return len(self.runs) < 2 and len(self.fills) - ("wholeTable" in self.fills) == 0


class Styles:
    """The styles and theme colours of a template, each style resolved once."""

    def __init__(self, root: Element | None, palette: Palette) -> None:
        self.palette = palette
        self._elements: dict[str, Element] = {}
        self._defaults: dict[str | None, str] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._tables: dict[str | None, TableStyle] = {}
        self._looks: dict[tuple[RunFormat, str | None, str | None], tuple[RunFormat, Look]] = {}
        self._base = PLAIN
        if not isinstance(root, CT_Styles):
            return
        for style in root.iterchildren(W + "style"):
            identifier = style.get(W + "styleId", "")
            self._elements.setdefault(identifier, style)
            if style.get(W + "default") in _ON:
                self._defaults[style.get(W + "type")] = identifier
        self._base = read_run(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), palette)

    def paragraph(self, identifier: str | None) -> ParagraphStyle:
        """A paragraph style by id; the default one for None or an unknown id."""
        if identifier not in self._elements:
            identifier = self._defaults.get("paragraph")
        if identifier not in self._paragraphs:
            self._paragraphs[identifier] = self._resolve_paragraph(identifier)
        return self._paragraphs[identifier]

    def table(self, identifier: str | None) -> TableStyle:
        """A table style by id; the default one for None or an unknown id."""
        if identifier not in self._elements:
            identifier = self._defaults.get("table")
        if identifier not in self._tables:
            self._tables[identifier] = self._resolve_table(identifier)
        return self._tables[identifier]

    def number_of(self, identifier: str | None) -> str | None:
        """The numbering instance that a style names (a list style's, for linked numbering definitions)."""
        style = self._elements.get(identifier or "")
        return None if style is None else value(style, W + "pPr", _NUMBER, _NUMBER_ID)

    def run(self, table: RunFormat, paragraph: str | None, properties: Element | None) -> Look:
        """The effective look of a run.

        Args:
            table: look that the table style gives the cell (empty outside tables).
            paragraph: id of the paragraph's style.
            properties: the run's ``w:rPr``.
        """
        if properties is None or not len(properties):
            return self._styled(table, paragraph, None)[1]
        named = child(properties, _CHARACTER_STYLE)
        styled, look = self._styled(table, paragraph, None if named is None else named.get(VAL))
        said = read_run(properties, self.palette)
        return look if said is PLAIN else _look_over(styled, said)

    def _styled(
        self, table: RunFormat, paragraph: str | None, character: str | None
    ) -> tuple[RunFormat, Look]:
        """What styles say of a run, and its look where nothing else says more; worked out once."""
        if character not in self._elements:
            character = None
        key = (table, paragraph, character)
        known = self._looks.get(key)
        if known is None:
            merged = self._merged(*key)
            known = self._looks[key] = merged, look_of(merged)
        return known

    def _merged(self, table: RunFormat, paragraph: str | None, character: str | None) -> RunFormat:
        of_paragraph = self.paragraph(paragraph).run
        of_character = self._character(character)
        merged = override(override(override(self._base, table), of_paragraph), of_character)
        toggles = [
            bool(base) or (bool(first) ^ bool(second) ^ bool(third))
            for base, first, second, third in zip(
                self._base[:_TOGGLES], table, of_paragraph, of_character, strict=False
            )
        ]
        bold, italic, strike, hidden = toggles
        return merged._replace(bold=bold, italic=italic, strike=strike, hidden=hidden)

    def _character(self, identifier: str | None) -> RunFormat:
        look = PLAIN
        for style in reversed(self._chain(identifier)):
            look = override(look, read_run(style.find(W + "rPr"), self.palette))
        return look

    def _resolve_paragraph(self, identifier: str | None) -> ParagraphStyle:
        chain = self._chain(identifier)
        look, layout = PLAIN, ParagraphFormat()
        names = tuple((value(style, W + "name") or "").lower() for style in chain)
        for style in reversed(chain):
            look = override(look, read_run(style.find(W + "rPr"), self.palette))
            layout = override(layout, read_layout(named_children(style.find(W + "pPr")), self.palette))
        name = value(chain[0], W + "name") if chain else None
        return ParagraphStyle(identifier or "", name, names, layout, look)

    def _resolve_table(self, identifier: str | None) -> TableStyle:
        runs: dict[str, RunFormat] = {}
        fills: dict[str, str] = {}
        bands = {"tblStyleRowBandSize": 1, "tblStyleColBandSize": 1}
        for style in reversed(self._chain(identifier)):
            for part in (style, *style.iterfind(W + "tblStylePr")):
                region = part.get(W + "type", "wholeTable") if part is not style else "wholeTable"
                look = read_run(part.find(W + "rPr"), self.palette)
                runs[region] = override(runs.get(region, PLAIN), look)
                fill = self.palette.shading(part.find(f"{W}tcPr/{W}shd"))
                if fill is None:
                    fill = self.palette.shading(part.find(f"{W}tblPr/{W}shd"))
                if fill is not None:
                    fills[region] = fill
            for name, size in tuple(bands.items()):
                bands[name] = max(1, integer(value(style, W + "tblPr", W + name), size))
        return TableStyle(runs, fills, bands["tblStyleRowBandSize"], bands["tblStyleColBandSize"])

    def _chain(self, identifier: str | None) -> list[Element]:
        """A style and its parents, nearest first."""
        chain: list[Element] = []
        style = self._elements.get(identifier or "")
        while style is not None and style not in chain and len(chain) < _MAX_STYLE_DEPTH:
            chain.append(style)
            style = self._elements.get(value(style, W + "basedOn") or "")
        return chain


@lru_cache(maxsize=TEMPLATES)
def resolve_styles(styles: Element | None, theme: Element | None) -> Styles:
    """The styles of a template; the same object for every document whose parts are shared."""
    return Styles(styles, read_palette(theme))


def override(base: _Said, over: _Said) -> _Said:
    """What ``over`` says, and ``base`` for what it does not say."""
    if over.count(None) == len(over):
        return base
    return type(base)._make([low if upper is None else upper for low, upper in zip(base, over, strict=True)])


@lru_cache(maxsize=_KEPT_LOOKS)
def _look_over(styled: RunFormat, said: RunFormat) -> Look:
    """The look of a run that says something over its styles, in one of the few ways that a document has."""
    return look_of(override(styled, said))


def read_run(properties: Element | None, palette: Palette) -> RunFormat:
    """What one ``w:rPr`` says by itself."""
    if properties is None:
        return PLAIN
    said: dict[str, bool | str | float | None] = {}
    for item in properties:
        tag = item.tag
        if tag in _SWITCHES:
            said[_SWITCHES[tag]] = is_on(item)
        elif tag == _SIZE:
            said["size"] = integer(item.get(VAL), 2 * int(DEFAULT_SIZE)) / 2
        elif tag == _COLOR:
            said["color"] = palette.text(item)
        elif tag == _UNDERLINE:
            said["underline"] = item.get(VAL, "single") != "none"
        elif tag == _HIGHLIGHT:
            said["highlight"] = HIGHLIGHTS.get((item.get(VAL) or "").lower(), CLEAR)
        elif tag == _SHADING:
            said["shading"] = palette.shading(item)
        elif tag == _FONTS:
            said["font"] = item.get(W + "ascii") or item.get(W + "hAnsi")
    return RunFormat(**said) if said else PLAIN  # type: ignore[arg-type]  # keys are the fields, by the table below


_SIZE, _COLOR, _UNDERLINE = W + "sz", W + "color", W + "u"
_HIGHLIGHT, _FONTS = W + "highlight", W + "rFonts"
_SWITCHES = {
    W + "b": "bold",
    W + "i": "italic",
    W + "strike": "strike",
    W + "dstrike": "double_strike",
    W + "vanish": "hidden",
}


def read_layout(said: Mapping[str, Element], palette: Palette) -> ParagraphFormat:
    """What one ``w:pPr`` says by itself; ``said`` are its children by name."""
    if _SAID_OF_LAYOUT.isdisjoint(said):
        return NO_LAYOUT
    numbers = said.get(_NUMBER)
    outline, level = said.get(_OUTLINE), value(numbers, _NUMBER_LEVEL)
    outlined = None if outline is None else outline.get(VAL)
    page_break = said.get(_PAGE_BREAK)
    left, first = _indents(said.get(_INDENT))
    return ParagraphFormat(
        outline=None if outlined is None else integer(outlined, BODY_LEVEL),
        number=value(numbers, _NUMBER_ID),
        number_level=None if level is None else integer(level),
        fill=palette.shading(said.get(_SHADING)),
        page_break_before=None if page_break is None else is_on(page_break),
        left=left,
        first=first,
    )


def _indents(indent: Element | None) -> tuple[float | None, float | None]:
    """Left and first-line indent in points, None where not said."""
    if indent is None:
        return None, None
    left = indent.get(W + "left") or indent.get(W + "start")
    hanging, first = indent.get(W + "hanging"), indent.get(W + "firstLine")
    offset = None
    if hanging or first:
        offset = -integer(hanging) / 20 if hanging else integer(first) / 20
    return None if left is None else integer(left) / 20, offset
