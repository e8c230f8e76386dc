"""How the workbook looks: colours of ratings, and the few styles every cell is stamped with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook import Workbook

from pipeline.tracking.workbook.internals import cell_at, give_style, register_style, style_of

FONT = "Calibri"
WHITE, BLACK = "FFFFFFFF", "FF000000"
INK = "FF1F2A37"
PALE_LINE = "FFD9DEE4"
HEADER_FILL = "FF33475B"
REVIEW_FILL = "FF7A6A3A"
REVIEW_CELL = "FFFFFBEF"
LINK_BLUE = "FF0B5394"
HATCH_GREY = "FF9AA5B1"
SHARE_COLOUR = "FF8DB4E2"

RATING_COLOURS: dict[str, tuple[str, str]] = {
    "Red": ("FFC00000", WHITE),
    "Amber/Red": ("FFED7D31", BLACK),
    "Amber": ("FFFFC000", BLACK),
    "Amber/Green": ("FFC6D93C", BLACK),
    "Green": ("FF00A651", BLACK),
    "Blue": ("FF0070C0", WHITE),
    "Grey": ("FFBFBFBF", BLACK),
    "Black": ("FF000000", WHITE),
}
"""Fill and font of each rating. Every pair has a contrast of at least 4.5 (WCAG 2.1, level AA)."""

Look = Literal[
    "header", "review header", "text", "number", "whole number", "count", "date", "month",
    "month header", "moment", "percent", "share", "rating", "link", "review", "digest", "title", "label", "name",
    "repeated", "matrix", "missing", "tally",
]  # fmt: skip

_NUMBER_FORMATS: dict[Look, str] = {
    "number": "#,##0.00",
    "whole number": "#,##0",
    "count": "0",
    "date": "dd mmm yyyy",
    "month": "mmm yyyy",
    "month header": "mmm yyyy",
    "moment": "dd mmm yyyy hh:mm",
    "percent": 'General"%"',
    "share": 'General"%"',
    "tally": "0;-0;",
}
_CENTRED: frozenset[Look] = frozenset(
    {"rating", "month header", "missing", "matrix", "tally", "count", "percent", "share"}
)
_MIDDLE: frozenset[Look] = frozenset(
    {"header", "review header", "month header", "name", "repeated", "matrix", "missing", "tally", "share"}
)
"""Vertically in the middle: rows of one line. All else stands at the top, where a reader of long rows begins."""

_ACROSS: dict[Look, str] = {"date": "left", "month": "left", "moment": "left", "digest": "fill"}
"""Dates stand where words begin; a checksum is cut at its cell's edge instead of running into the next one."""

_FONT_COLOURS: dict[Look, str] = {"link": LINK_BLUE, "repeated": HATCH_GREY}

_UNBOXED: frozenset[Look] = frozenset({"title", "label"})
_HEADERS: frozenset[Look] = frozenset({"header", "review header", "month header"})


@dataclass(frozen=True, slots=True)
class Stamps:
    """The styles of one workbook, made once: stamping a cell is then a copy of a few numbers."""

    arrays: dict[Look, StyleArray]
    numbers: dict[Look, int]
    """By which a part of the workbook names them."""

    @classmethod
    def of(cls, book: Workbook) -> Stamps:
        """The styles, registered in this workbook."""
        sheet = book.create_sheet("stamps")
        arrays: dict[Look, StyleArray] = {}
        numbers: dict[Look, int] = {}
        for number, look in enumerate(get_args(Look), start=1):
            cell = cell_at(sheet, number, 1)
            _dress(cell, look)
            arrays[look] = style_of(cell)
            numbers[look] = register_style(cell)
        book.remove(sheet)
        return cls(arrays, numbers)

    def put(self, cell: Cell, look: Look) -> None:
        """Give a cell one of the styles."""
        give_style(cell, self.arrays[look])


def _dress(cell: Cell, look: Look) -> None:
    header = look in _HEADERS
    cell.font = Font(
        name=FONT,
        size=14 if look == "title" else 10,
        bold=header or look in {"rating", "matrix", "title", "label", "name"},
        color=WHITE if header else _FONT_COLOURS.get(look, INK),
        underline="single" if look == "link" else None,
    )
    cell.alignment = Alignment(
        horizontal=_ACROSS.get(look, "center" if look in _CENTRED else None),
        vertical="center" if look in _MIDDLE else "top",
        wrap_text=None if look in _UNBOXED or look == "digest" else True,
    )
    cell.number_format = _NUMBER_FORMATS.get(look, "General")
    if look not in _UNBOXED:
        line = Side(style="thin", color=PALE_LINE)
        cell.border = Border(bottom=line, left=line, right=line, top=line)
    if look == "missing":
        cell.fill = PatternFill("lightUp", fgColor=HATCH_GREY, bgColor=WHITE)
    elif header or look == "review":
        colour = {"review header": REVIEW_FILL, "review": REVIEW_CELL}.get(look, HEADER_FILL)
        cell.fill = PatternFill("solid", fgColor=colour)
    if look in {"text", "name", "repeated", "link", "digest"}:
        # The mark that Excel itself sets for text typed with a leading apostrophe: it stays text when edited.
        cell.quotePrefix = True


def rating_fill(word: str) -> PatternFill:
    """The fill of a rating."""
    return PatternFill("solid", fgColor=RATING_COLOURS[word][0])


def rating_font(word: str) -> Font:
    """The font that reads well on it."""
    return Font(name=FONT, size=10, bold=True, color=RATING_COLOURS[word][1])


def rating_rules() -> list[Rule]:
    """Conditional formats that colour a cell by its word, so that a corrected word changes its colour."""
    rules = []
    for word, (fill, font) in RATING_COLOURS.items():
        look = DifferentialStyle(
            font=Font(color=font, bold=True), fill=PatternFill("solid", fgColor=fill, bgColor=fill)
        )
        rules.append(Rule(type="cellIs", operator="equal", formula=[f'"{word}"'], dxf=look))
    return rules


def share_rule() -> Rule:
    """A conditional format that makes a percentage the darker the nearer it is to 100."""
    scale = ColorScale(
        cfvo=[FormatObject("num", 0), FormatObject("num", 100)], color=[Color(WHITE), Color(SHARE_COLOUR)]
    )
    return Rule(type="colorScale", colorScale=scale)


SEVERITY_COLOURS = {"error": ("FFF4C7C3", "FF7A0C0C"), "warning": ("FFFCE8B2", "FF5F4700")}


def severity_rules() -> list[Rule]:
    """Conditional formats for the severities that somebody must look at."""
    return [
        Rule(
            type="cellIs",
            operator="equal",
            formula=[f'"{word}"'],
            dxf=DifferentialStyle(font=Font(color=font, bold=True), fill=PatternFill("solid", bgColor=fill)),
        )
        for word, (fill, font) in SEVERITY_COLOURS.items()
    ]
