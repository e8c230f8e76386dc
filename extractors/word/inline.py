"""The inside of one paragraph: runs, revisions, fields, controls, signs and drawings as pieces, left to right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from extractors.document import AsideKind, Figure, Place, Run
from extractors.lines import Piece
from extractors.word.activex import read_control
from extractors.word.colors import seen
from extractors.word.drawings import TextBox, Words, read_drawing
from extractors.word.formulas import formula_text
from extractors.word.markup import Element, M, W, children, integer, words
from extractors.word.spots import Spot
from extractors.word.story import BOX_SIGNS, DELETED, INSERTED, Scope, Story, box_state, control_scope
from extractors.word.styles import Look
from extractors.word.symbols import Signal, clean, cut_signals, from_code, from_font

PAGE_BREAK = "\f"
"""In a run's text: a page break stands here. A soft line break is a newline."""

COLUMN_BREAK = "\v"
"""In a run's text: a column break stands here."""
WHITE = "#FFFFFF"

_TRANSPARENT = INSERTED | {W + "hyperlink", W + "dir", W + "bdo"}
_BREAKS = {"page": PAGE_BREAK, "column": COLUMN_BREAK}
_SPACED = str.maketrans("\f\v\n", "   ")
_RUN, _PROPERTIES, _LOOK = W + "r", W + "pPr", W + "rPr"
_CONTROL, _SIMPLE_FIELD, _LINKED = W + "sdt", W + "fldSimple", W + "subDoc"
_FORMULAS = frozenset({M + "oMath", M + "oMathPara"})
_BREAK, _SYMBOL, _FIELD_MARK, _FIELD_CODE, _RUBY = (
    W + name for name in ("br", "sym", "fldChar", "instrText", "ruby")
)
_TEXTS = frozenset({W + "t", W + "delText"})
_LOOSE = frozenset(W + name for name in ("t", "br", "tab", "sym", "drawing", "pict", "object"))
"""Content of runs that careless programs put into a paragraph without a run around it."""
_DRAWINGS = frozenset(W + name for name in ("drawing", "pict", "object"))
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}

After = tuple[Figure | TextBox | Words, AsideKind | None]
"""Something with words of its own that follows the paragraph, and whether it is deleted or hidden."""


@dataclass(slots=True)
class Inline:
    """What one paragraph holds, which stands at ``place``."""

    place: Place
    pieces: list[Piece] = field(default_factory=list)
    after: list[After] = field(default_factory=list)
    spots: list[tuple[Figure, Spot]] = field(default_factory=list)
    """Figures that may mark words of this paragraph, and where they stand."""
    panels: list[tuple[Figure, Spot]] = field(default_factory=list)
    """Rectangles among the figures, and where they stand: together they may draw a bar."""
    sized: list[tuple[float, str]] = field(default_factory=list)
    """Its visible words, each stretch with its font size in points."""
    has_column_break: bool = False
    is_placeholder: bool = False
    """True where all that is visible is the prompt of a content control that nobody has answered."""

    @property
    def size(self) -> float | None:
        """The size of most visible characters."""
        if len(self.sized) < 2:
            return self.sized[0][0] if self.sized else None
        characters: Counter[float] = Counter()
        for size, text in self.sized:
            characters[size] += len("".join(text.split()))
        return max(characters, key=lambda size: (characters[size], size))


def read_inline(
    paragraph: Element, story: Story, scope: Scope, style: str | None, place: Place, fill: str | None = None
) -> Inline:
    """Read one ``w:p``; deleted and hidden words go to the story's asides.

    Args:
        paragraph: the ``w:p``.
        story: the story that it stands in.
        scope: the container that it stands in.
        style: id of its style.
        place: where it stands.
        fill: its background.
    """
    reader = _Reader(story, style, place, fill)
    if scope.checked is not None:
        reader.add_box(scope.checked, scope.kind)
    reader.walk(paragraph, scope)
    reader.flush_aside()
    return reader.inline


class _Reader:
    """Walks one paragraph."""

    def __init__(self, story: Story, style: str | None, place: Place, fill: str | None) -> None:
        self.inline = Inline(place)
        self._fill = fill
        self._story = story
        self._style = style
        self._place = place
        self._aside_kind: AsideKind | None = None
        self._aside_runs: list[Run] = []

    def walk(self, parent: Element, scope: Scope) -> None:
        """Read the children of a paragraph or of a wrapper inside it."""
        for item in children(parent):
            tag = item.tag
            if tag == _RUN:
                self._run(item, scope)
            elif tag == _PROPERTIES:
                continue
            elif tag in _TRANSPARENT:
                self.walk(item, scope)
            elif tag in DELETED:
                self.walk(item, scope._replace(kind="deleted"))
            elif tag == _CONTROL:
                self._control(item, scope)
            elif tag == _SIMPLE_FIELD:
                self._simple_field(item, scope)
            elif tag in _FORMULAS:
                self._emit(clean(formula_text(item)), self._look(None, scope), scope)
            elif tag in _LOOSE:
                self._content(item, self._look(None, scope), scope)
            elif tag == _LINKED:
                self._story.book.package.tell_linked()
            elif len(item):
                self.walk(item, scope)  # a wrapper that the schema does not know

    def add_box(self, checked: bool, kind: AsideKind | None) -> None:
        """A tick box stands here."""
        if kind is None and self._story.fields.treatment == "show":
            self.inline.pieces.append(Figure("checkbox", self._place, checked=checked))

    def flush_aside(self) -> None:
        """End the current stretch of deleted or hidden words."""
        if self._aside_kind:
            self._story.set_aside(self._aside_kind, self._aside_runs, self._place)
        self._aside_kind, self._aside_runs = None, []

    def _control(self, control: Element, scope: Scope) -> None:
        content = control.find(W + "sdtContent")
        properties = control.find(W + "sdtPr")
        inner = control_scope(control, scope)
        checked = None if properties is None else box_state(properties)
        if checked is not None:
            self.add_box(checked, scope.kind)
        if content is not None:
            self.walk(content, inner)

    def _simple_field(self, element: Element, scope: Scope) -> None:
        fields = self._story.fields
        fields.begin()
        fields.add_code(element.get(W + "instr", ""))
        fields.separate()
        self.walk(element, scope)
        fields.end()

    def _look(self, properties: Element | None, scope: Scope) -> Look:
        """The look of a run with such a ``w:rPr``; of what stands in no run where it is None."""
        return self._story.book.styles.run(scope.look, self._style, properties)

    def _run(self, run: Element, scope: Scope) -> None:
        items = children(run)
        properties = None
        for item in items:
            if item.tag == _LOOK:
                properties = item
                break
        look = self._look(properties, scope)
        if look.unread and scope.kind is None:
            scope = scope._replace(kind=look.unread)
        for item in items:
            if item.tag != _LOOK:
                self._content(item, look, scope)

    def _content(self, item: Element, look: Look, scope: Scope) -> None:
        """One thing inside a run."""
        tag = item.tag
        if tag in _TEXTS:
            self._emit(_text(item, look.sign_font), look, scope)
        elif tag in _SIGNS:
            self._emit(_SIGNS[tag], look, scope)
        elif tag == _BREAK:
            sign = _BREAKS.get(item.get(W + "type", ""), "\n")
            self.inline.has_column_break |= sign == COLUMN_BREAK
            self._emit(sign, look, scope)
        elif tag == _SYMBOL:
            code = item.get(W + "char", "")
            self._emit(from_code(_hex(code), item.get(W + "font")), look, scope)
        elif tag == _FIELD_MARK:
            self._field_mark(item, look, scope)
        elif tag == _FIELD_CODE:
            self._story.fields.add_code(item.text or "")
        elif tag in _DRAWINGS:
            self._draw(item, scope)
        elif tag == _RUBY:
            self._ruby(item, look, scope)

    def _ruby(self, item: Element, look: Look, scope: Scope) -> None:
        """A reading aid over its base: 'base (aid)'."""
        for base in item.iterfind(f"{W}rubyBase/{W}r"):
            self._run(base, scope)
        aid = "".join(words(part, W + "t") for part in item.iterfind(W + "rt"))
        if aid:
            self._emit(f" ({aid})", look, scope)

    def _field_mark(self, mark: Element, look: Look, scope: Scope) -> None:
        fields = self._story.fields
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            fields.begin(mark)
        elif kind == "separate":
            fields.separate()
        elif kind == "end":
            shown = fields.end()
            if shown is not None and shown.checked is not None:
                self.add_box(shown.checked, scope.kind)
            elif shown is not None:
                self._emit(clean(shown.text), look, scope)

    def _draw(self, element: Element, scope: Scope) -> None:
        if self._story.fields.treatment == "drop":
            return
        if element.tag != W + "drawing" and element.find(W + "control") is not None:
            self._control_object(element, scope)
            return
        drawn = read_drawing(element, self._story, self._place)
        if scope.kind is None and scope.placeholder:
            return  # the picture that a picture control shows until somebody chooses one
        if scope.kind is None:
            self.inline.pieces.extend(drawn.figures)
            self.inline.spots.extend(drawn.spots)
            self.inline.panels.extend(drawn.panels)
        self.inline.after.extend((item, scope.kind) for item in drawn.after)

    def _control_object(self, element: Element, scope: Scope) -> None:
        """An ActiveX control: a box with its caption, or what was typed into a field."""
        control = read_control(element, self._story.book.package, self._story.part)
        if control is None:
            return
        look = self._look(None, scope)
        if control.is_box:
            self.add_box(bool(control.checked), scope.kind)
        text = " ".join(filter(None, (control.value, control.caption if control.is_box else "")))
        self._emit(clean(text), look, scope)

    def _is_unseen(self, look: Look, scope: Scope) -> bool:
        """Whether white words stand on white paper: somebody hid them."""
        grounds = (look.fill, seen(self._fill), scope.fill, scope.ground)
        return not any(grounds) and self._story.book.is_paper_bare

    def _emit(self, text: str, look: Look, scope: Scope) -> None:
        """Add text of one look to the line, or set it aside."""
        treatment = self._story.fields.treatment
        if treatment == "drop" or not text:
            return
        kind: AsideKind | None = "hidden" if treatment == "hide" and scope.kind is None else scope.kind
        if scope.checked is not None:
            text = "" if text.strip() in scope.box_signs else BOX_SIGNS.sub("", text)
        bold, italic, underline, color, fill, size, _, _ = look
        if color == WHITE and kind is None and self._is_unseen(look, scope):
            kind = "hidden"
        run = Run(text, bold, italic, underline, color, fill, scope.placeholder)
        if kind != self._aside_kind:
            self.flush_aside()
        if kind is not None:
            self._aside_kind = kind
            self._aside_runs.append(replace(run, text=text.translate(_SPACED)))
            return
        if text.strip():
            is_first = not self.inline.sized
            self.inline.sized.append((size, text))
            self.inline.is_placeholder = scope.placeholder and (is_first or self.inline.is_placeholder)
        if text.isascii():
            self.inline.pieces.append(run)
            return
        for part in cut_signals(text, color):
            if isinstance(part, Signal):
                self.inline.pieces.append(Figure("symbol", self._place, color=part.color, text=part.sign))
            else:
                self.inline.pieces.append(run if part == text else replace(run, text=part))


def _text(item: Element, font: str | None) -> str:
    text = item.text or ""
    if font is None and text.isascii() and "\n" not in text:
        return text  # what most words are
    text = from_font(text, font)
    if (
        "\n" in text and text.strip() != text
    ):  # a pretty-printed file: line ends are the printer's, not the author's
        head = " " if text[:1].isspace() else ""
        tail = " " if text[-1:].isspace() else ""
        text = head + text.strip() + tail
    return clean(text)


def _hex(code: str) -> int:
    try:
        return min(int(code, 16), 0xFFFF)
    except ValueError:
        return integer(code)
