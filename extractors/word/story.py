"""What the readers of one story (body, header, footer, notes) share while they walk it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.document import Aside, AsideKind, Block, Paragraph, Place, Problem, Run
from extractors.lines import trim_runs
from extractors.word.archive import parse_text
from extractors.word.colors import Palette
from extractors.word.fields import Fields
from extractors.word.markup import W14, WP, Element, W, children, is_on
from extractors.word.numbering import Counter, Numbering, resolve_numbering
from extractors.word.package import Package
from extractors.word.pictures import NO_CROP, Crop, dominant_color
from extractors.word.styles import PLAIN, RunFormat, Styles, resolve_styles
from extractors.word.symbols import from_code

_RUNNING = frozenset({"header", "footer"})
_UNDER_TEXT = (W + "background", WP + "anchor", W + "pict")
_CHECKED = frozenset({"1", "true", "on"})
_CODE = re.compile("[0-9A-Fa-f]{1,5}")


@dataclass(slots=True)
class Book:
    """The document's own tables, the same for all its stories."""

    package: Package
    palette: Palette
    styles: Styles
    numbering: Numbering
    picture_colors: dict[tuple[str, Crop], str | None] = field(default_factory=dict)
    bare: bool | None = None

    @property
    def is_paper_bare(self) -> bool:
        """Whether nothing may lie under the text of the page: no page colour, no floating drawing anywhere."""
        if self.bare is None:
            package = self.package
            headers = [
                link.target for link in package.relations(package.main).values() if link.kind in _RUNNING
            ]
            roots = [package.tree(name, parse_text) for name in (package.main, *headers)]
            self.bare = all(root is None or next(root.iter(*_UNDER_TEXT), None) is None for root in roots)
            if self.bare:
                package.problems.append(_white_text())
        return self.bare

    def picture_color(self, part: str, crop: Crop = NO_CROP) -> str | None:
        """The dominant colour of what is shown of a picture part, worked out once."""
        key = part, crop
        if key not in self.picture_colors:
            self.picture_colors[key] = dominant_color(self.package.data(part) or b"", crop)
        return self.picture_colors[key]


def open_book(package: Package) -> Book:
    """Read the document's own tables: theme, styles, numbering."""

    def related(kind: str, parsed: Callable[[str], Element | None]) -> Element | None:
        name = package.related(package.main, kind)
        return parsed(name) if name else None

    styles = resolve_styles(related("styles", package.shared_tree), related("theme", package.shared_tree))
    numbering = resolve_numbering(related("numbering", package.shared_tree), styles)
    return Book(package, styles.palette, styles, numbering)


@dataclass(slots=True)
class Story:
    """One story on its way: running numbers, open fields, and what was set aside."""

    book: Book
    part: str
    fields: Fields
    counter: Counter = field(default_factory=Counter)
    asides: list[Aside] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    """All of the story's elements: lxml makes their objects anew at each touch unless somebody holds them."""
    new_page: bool = False
    """A page break was passed and no text has stood on the new page yet."""
    page_sections: list[bool] = field(default_factory=list)
    """For each section that still ends inside the story: whether the section after it begins a page."""

    def set_aside(self, kind: AsideKind, runs: Iterable[Run], place: Place) -> None:
        """Keep text that is not part of the body."""
        trimmed = trim_runs(tuple(runs))
        if trimmed:
            self.asides.append(Aside(kind, Paragraph(trimmed, place)))


class Scope(NamedTuple):
    """What a container (cell, text box, content control) means for the text in it."""

    path: str = ""
    look: RunFormat = PLAIN
    """What the table style says of runs."""
    kind: AsideKind | None = None
    """Set where the whole container is deleted or hidden."""
    placeholder: bool = False
    """Inside a content control that still shows its prompt."""
    checked: bool | None = None
    """Inside a check box control around whole paragraphs or cells: its state."""
    fill: str | None = None
    """Background of the text box."""
    in_cell: bool = False
    """Inside a table: an empty numbered paragraph may be the number of a row."""
    is_lamp: bool = False
    """Inside a coloured shape that may be a status lamp."""
    ground: str | None = None
    """The colour under the text, where a cell or box around it gives one: white words show on it."""
    cell: Element | None = None
    """Inside a table: the cell, from whose paragraphs a drawing may stand over the cells beside it."""
    box_signs: frozenset[str] = frozenset()
    """Inside a check box control: the signs that it shows for its states, which are no text."""

    def at(self, path: str) -> Scope:
        """The same scope for something at a path."""
        return Scope(path, *self[1:])

    def of_cell(
        self, path: str, look: RunFormat, kind: AsideKind | None, cell: Element, ground: str | None
    ) -> Scope:
        """The scope of a cell's content: a text box around the table gives it neither background nor lamp."""
        fill, in_cell, is_lamp = None, True, False
        return Scope(
            path,
            look,
            kind,
            self.placeholder,
            self.checked,
            fill,
            in_cell,
            is_lamp,
            ground,
            cell,
            self.box_signs,
        )

    def inside(self, name: str) -> str:
        """The path of something inside this container."""
        return f"{self.path} {name}" if self.path else name


ReadBlocks = Callable[[Element, Story, Scope], tuple[Block, ...]]


INSERTED = frozenset(W + name for name in ("ins", "moveTo"))
DELETED = frozenset(W + name for name in ("del", "moveFrom"))
"""Tracked changes that wrap text; around whole paragraphs and rows only other programs than Word write them."""
_CONTROL = W + "sdt"
_WRAPPERS = {_CONTROL, *INSERTED, *DELETED}


def unwrap(container: Element, scope: Scope) -> list[tuple[Element, Scope]]:
    """The elements of a container with content controls and other wrappers taken off, each with its scope."""
    found: list[tuple[Element, Scope]] = []
    for child in children(container):
        tag = child.tag
        if tag not in _WRAPPERS:
            found.append((child, scope))
        elif tag == _CONTROL:
            content = child.find(W + "sdtContent")
            if content is not None:
                found += unwrap(content, control_scope(child, scope))
        elif tag in INSERTED:
            found += unwrap(child, scope)
        else:
            found += unwrap(child, scope._replace(kind=scope.kind or "deleted"))
    return found


def control_scope(control: Element, scope: Scope) -> Scope:
    """What a content control (``w:sdt``) adds to the scope around it."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return scope
    if is_on(properties.find(W + "showingPlcHdr")):
        scope = scope._replace(placeholder=True)
    checked = box_state(properties)
    if checked is None:
        return scope
    return scope._replace(checked=checked, placeholder=False, box_signs=_box_signs(properties))


def box_state(properties: Element) -> bool | None:
    """Whether a check box control is ticked; None for every other control."""
    box = properties.find(W14 + "checkbox")
    if box is None:
        return None
    state = box.find(W14 + "checked")
    return state is not None and state.get(W14 + "val", "1").lower() in _CHECKED


def _box_signs(properties: Element) -> frozenset[str]:
    """The signs that a check box control was told to show: any character of any font, an 'X' of the text font too."""
    states = [
        state
        for name in ("checkedState", "uncheckedState")
        for state in properties.iterfind(f"{W14}checkbox/{W14}{name}")
    ]
    codes = [(state.get(W14 + "val", ""), state.get(W14 + "font")) for state in states]
    return frozenset(from_code(int(code, 16), font) for code, font in codes if _CODE.fullmatch(code))


BOX_SIGNS = re.compile("[☐☑☒□■▢✓✔✗✘✕●○◉]")
"""What check box controls show: the sign is the box itself, not text."""


def _white_text() -> Problem:
    return Problem(
        "white-text",
        "info",
        "The document holds white words on white paper; they were taken as hidden. "
        "If they can be seen in Word, give them another colour and save the document.",
    )
