"""Automatic list markers: which paragraphs are list items, and the sign or number that is printed before them.

Source: ECMA-376 part 1, 17.9 (numbering).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from docx.oxml.numbering import CT_Num, CT_Numbering, CT_NumLvl

from extractors.word.markup import Element, W, integer, is_on, value
from extractors.word.styles import TEMPLATES, Styles
from extractors.word.symbols import from_font

LEVELS = 9
"""A numbering definition has levels 0 to 8."""

MAX_ROMAN = 4000
"""Roman numerals have no sign for more; a larger number is printed in digits."""
MAX_LETTERS = 780
"""Word prints letters up to thirty in a row ('zzz...'), 26 times 30."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_WORDS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
             "eleventh", "twelfth")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its number format, its pattern ('%1.%2') and where counting starts."""

    form: str
    pattern: str
    start: int
    restart: int | None
    legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class Instance:
    """A list as paragraphs name it: the definition that it counts in, its levels, and its own first numbers."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Counter:
    """The running numbers of one story (body, header, notes): counts by definition and level."""

    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)


_DEFINITION = W + "abstractNumId"


class Numbering:
    """The numbering definitions of a template, each list read once."""

    def __init__(self, root: Element | None, number_of_style: Callable[[str | None], str | None]) -> None:
        self._read: dict[str, Instance | None] = {}
        self._level_of_style: dict[tuple[str, str], int] = {}
        self._definitions: dict[str, Element] = {}
        self._numbers: dict[str, CT_Num] = {}
        self._number_of_style = number_of_style
        if not isinstance(root, CT_Numbering):
            return
        self._definitions = {
            item.get(W + "abstractNumId", ""): item for item in root.iterfind(W + "abstractNum")
        }
        found: list[CT_Num] = root.num_lst  # type: ignore[attr-defined]  # made by ZeroOrMore("w:num")
        self._numbers = {item.get(W + "numId", ""): item for item in found}

    def _instance(self, identifier: str | None) -> Instance | None:
        """The list of an id, read when its first paragraph comes: templates define far more lists than they use."""
        number = self._numbers.get(identifier or "")
        if identifier is None or number is None:
            return None
        if identifier not in self._read:
            definition = value(number, _DEFINITION) or ""
            linked = value(self._definitions.get(definition), W + "numStyleLink")
            if linked:  # the levels stand in the definition that the list style itself uses
                of_style = self._numbers.get(self._number_of_style(linked) or "")
                definition = value(of_style, _DEFINITION) or definition
            element = self._definitions.get(definition)
            self._read[identifier] = None if element is None else _read_instance(definition, element, number)
        return self._read[identifier]

    def level_of_style(self, number: str, style: str) -> int:
        """The level of a list that belongs to a paragraph style; 0 where none is tied to it."""
        level = self._level_of_style.get((number, style))
        if level is None:
            instance = self._instance(number)
            own = (
                [index for index, shape in instance.levels.items() if shape.style == style]
                if instance
                else []
            )
            level = self._level_of_style[number, style] = own[0] if own else 0
        return level

    def marker(self, number: str | None, level: int, counter: Counter) -> str | None:
        """Count one paragraph and give its marker as printed; None where nothing is printed before it."""
        instance = self._instance(number)
        if number is None or instance is None:
            return None
        level = min(max(level, 0), LEVELS - 1)
        shape = instance.levels.get(level)
        if shape is None:
            return None
        counts = counter.counts.setdefault(instance.definition, [None] * LEVELS)
        _advance(counts, instance, number, level, counter)
        if shape.form == "bullet":
            return shape.pattern.strip() or None
        return _printed(instance, shape, counts).strip() or None


@lru_cache(maxsize=TEMPLATES)
def resolve_numbering(numbering: Element | None, styles: Styles) -> Numbering:
    """The numbering of a template; the same object for every document whose parts are shared."""
    return Numbering(numbering, styles.number_of)


def _advance(counts: list[int | None], instance: Instance, number: str, level: int, counter: Counter) -> None:
    first_use = (number, level) not in counter.begun
    counter.begun.add((number, level))
    current = counts[level]
    if first_use and level in instance.starts:
        counts[level] = instance.starts[level]
    elif current is None:
        counts[level] = instance.levels[level].start
    else:
        counts[level] = current + 1
    for upper in range(level):
        if counts[upper] is None and upper in instance.levels:
            counts[upper] = instance.levels[upper].start
    for deeper in range(level + 1, LEVELS):
        restart = instance.levels[deeper].restart if deeper in instance.levels else None
        if restart is None or (restart != 0 and level < restart):
            counts[deeper] = None


def _printed(instance: Instance, shape: Level, counts: list[int | None]) -> str:
    text = shape.pattern
    for index in range(LEVELS):
        sign = f"%{index + 1}"
        if sign in text:
            other = instance.levels.get(index)
            form = "decimal" if shape.legal or other is None else other.form
            text = text.replace(sign, format_number(counts[index] or 0, form))
    return text


def format_number(number: int, form: str) -> str:
    """A number in one of Word's formats (``ST_NumberFormat``); formats of other scripts come out as digits."""
    if form in ("lowerRoman", "upperRoman") and 0 < number < MAX_ROMAN:
        text = _roman(number)
        return text.upper() if form == "upperRoman" else text
    if form in ("lowerLetter", "upperLetter") and 0 < number <= MAX_LETTERS:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return text.upper() if form == "upperLetter" else text
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "ordinal":
        suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{suffix}"
    if form in ("cardinalText", "ordinalText") and 0 <= number < len(_WORDS):
        return (_WORDS if form == "cardinalText" else _ORDINALS)[number].capitalize()
    return "" if form == "none" else str(number)


def _roman(number: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        while number >= size:
            text, number = text + sign, number - size
    return text


def _read_instance(definition: str, element: Element, number: CT_Num) -> Instance:
    levels = {integer(item.get(W + "ilvl")): _read_level(item) for item in element.iterfind(W + "lvl")}
    starts: dict[int, int] = {}
    changes: list[CT_NumLvl] = number.lvlOverride_lst  # type: ignore[attr-defined]  # made by ZeroOrMore
    for change in changes:
        index = integer(change.get(W + "ilvl"))
        own = change.find(W + "lvl")
        if own is not None:
            levels[index] = _read_level(own)
            starts.setdefault(index, levels[index].start)
        start = value(change, W + "startOverride")
        if start is not None:
            starts[index] = integer(start, 1)
    return Instance(definition, levels, starts)


def _read_level(element: Element) -> Level:
    form = value(element, W + "numFmt") or "decimal"
    pattern = value(element, W + "lvlText") or ""
    if form == "bullet":
        fonts = element.find(f"{W}rPr/{W}rFonts")
        font = None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
        pattern = "•" if element.find(W + "lvlPicBulletId") is not None else from_font(pattern, font)
    restart = value(element, W + "lvlRestart")
    return Level(
        form=form,
        pattern=pattern,
        start=integer(value(element, W + "start"), 1 if element.find(W + "start") is None else 0),
        restart=None if restart is None else integer(restart),
        legal=is_on(element.find(W + "isLgl")),
        style=value(element, W + "pStyle"),
    )
