"""What the readers of one story (body, header, footer, notes) share while they walk it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from extractors.document import Aside, AsideKind, Block, Paragraph, Place, Run
from extractors.lines import trim_runs
from extractors.word.colors import Palette
from extractors.word.fields import Fields
from extractors.word.markup import W14, Element, W, children, is_on
from extractors.word.numbering import Counter, Numbering
from extractors.word.package import Package
from extractors.word.pictures import dominant_color
from extractors.word.styles import PLAIN, RunFormat, Styles

_CHECKED = frozenset({"1", "true", "on"})


@dataclass(slots=True)
class Book:
    """The document's own tables, the same for all its stories."""

    package: Package
    palette: Palette
    styles: Styles
    numbering: Numbering
    picture_colors: dict[str, str | None] = field(default_factory=dict)

    def picture_color(self, part: str) -> str | None:
        """The dominant colour of a picture part, worked out once."""
        if part not in self.picture_colors:
            self.picture_colors[part] = dominant_color(self.package.data(part) or b"")
        return self.picture_colors[part]


@dataclass(slots=True)
class Story:
    """One story on its way: running numbers, open fields, and what was set aside."""

    book: Book
    part: str
    fields: Fields
    counter: Counter = field(default_factory=Counter)
    asides: list[Aside] = field(default_factory=list)
    new_page: bool = False
    """A page break was passed and no text has stood on the new page yet."""
    page_sections: list[bool] = field(default_factory=list)
    """For each section that still ends inside the story: whether the section after it begins a page."""

    def set_aside(self, kind: AsideKind, runs: Iterable[Run], place: Place) -> None:
        """Keep text that is not part of the body."""
        trimmed = trim_runs(tuple(runs))
        if trimmed:
            self.asides.append(Aside(kind, Paragraph(trimmed, place)))


@dataclass(frozen=True, slots=True)
class Scope:
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

    def inside(self, name: str) -> str:
        """The path of something inside this container."""
        return f"{self.path} {name}".lstrip()


ReadBlocks = Callable[[Element, Story, Scope], tuple[Block, ...]]


def unwrap(container: Element, scope: Scope) -> Iterator[tuple[Element, Scope]]:
    """The elements of a container with content controls and other wrappers taken off, each with its scope."""
    for child in children(container):
        if child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            if content is not None:
                yield from unwrap(content, control_scope(child, scope))
        else:
            yield child, scope


def control_scope(control: Element, scope: Scope) -> Scope:
    """What a content control (``w:sdt``) adds to the scope around it."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return scope
    if is_on(properties.find(W + "showingPlcHdr")):
        scope = replace(scope, placeholder=True)
    checked = box_state(properties)
    return scope if checked is None else replace(scope, checked=checked, placeholder=False)


def box_state(properties: Element) -> bool | None:
    """Whether a check box control is ticked; None for every other control."""
    box = properties.find(W14 + "checkbox")
    if box is None:
        return None
    state = box.find(W14 + "checked")
    return state is not None and state.get(W14 + "val", "1").lower() in _CHECKED


BOX_SIGNS = re.compile("[☐☑☒□■▢✓✔✗✘✕●○◉]")
"""What check box controls show: the sign is the box itself, not text."""
