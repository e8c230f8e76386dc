"""Fields: what a field shows, and which results must not be read as the document's own words.

A field stands in the text as begin, code, separator, cached result, end, and may hold other fields. The state runs
over paragraphs (a table of contents is one field).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from extractors.word.markup import VAL, Element, W, integer, is_on, value
from extractors.word.symbols import from_code

Treatment = Literal["show", "hide", "drop"]

VOLATILE: Final = frozenset({"DATE", "TIME", "PRINTDATE", "SAVEDATE", "CREATEDATE", "EDITTIME"})
"""Fields that tell when the file was opened, printed or saved: never the date of the report."""
UNSHOWN: Final = frozenset({"SET", "ASK"})
"""Fields that give a bookmark its text; nothing of them is printed where they stand."""
PAGE_NUMBERS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})

_PROMPT = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(?P<prompt>.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL = re.compile(
    r"\s*SYMBOL\s+(?P<code>0x[0-9A-Fa-f]+|\d+)(?:.*\\f\s+\"?(?P<font>[^\"\\]+)\"?)?",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What a field shows by itself: a form field's box or chosen entry, a prompt, a symbol."""

    checked: bool | None = None
    text: str = ""


@dataclass(slots=True)
class _Open:
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    is_contents: bool = False
    treatment: Treatment = "drop"
    value: FieldValue | None = None


@dataclass(slots=True)
class Fields:
    """The fields that are open at one point of a story.

    ``running`` is True in headers and footers, whose page numbers are nobody's text. ``balanced`` is False in a
    damaged story with a field that never ends: there everything is shown rather than swallowed.
    """

    running: bool = False
    balanced: bool = True
    treatment: Treatment = "show"
    """How text at this point is to be treated."""
    in_contents: bool = False
    """Whether this point lies in a table of contents."""
    _stack: list[_Open] = field(default_factory=list)

    def begin(self, mark: Element | None = None) -> None:
        """Open a field; ``mark`` is its ``w:fldChar``, which holds a legacy form field's value."""
        if self.balanced:
            form = None if mark is None else _form_value(mark.find(W + "ffData"))
            self._stack.append(_Open(value=form))
            self._update()

    def add_code(self, text: str) -> None:
        """More of the innermost field's code."""
        if self._stack and not self._stack[-1].in_result:
            self._stack[-1].code.append(text)

    def separate(self) -> None:
        """The code of the innermost field ends, its result begins."""
        if self._stack:
            last = self._stack[-1]
            last.in_result = True
            code = "".join(last.code)
            last.is_contents = _name(code) == "TOC"
            last.treatment = "drop" if last.value is not None else self._result_treatment(code)
            self._update()

    def end(self) -> FieldValue | None:
        """Close the innermost field; gives what the field shows by itself, without a cached result."""
        if not self._stack:
            return None
        closed = self._stack.pop()
        self._update()
        if closed.value is not None or closed.in_result:
            return closed.value
        return FieldValue(text=_shown_by_code("".join(closed.code)))

    def _result_treatment(self, code: str) -> Treatment:
        name = _name(code)
        if name in VOLATILE or name in UNSHOWN:
            return "hide"
        return "drop" if self.running and name in PAGE_NUMBERS else "show"

    def _update(self) -> None:
        self.in_contents = any(item.is_contents for item in self._stack)
        treatments = {item.treatment for item in self._stack}
        self.treatment = "drop" if "drop" in treatments else "hide" if "hide" in treatments else "show"


def are_balanced(story: Element) -> bool:
    """Whether every field that begins in a story also ends there."""
    kinds = [mark.get(W + "fldCharType") for mark in story.iter(W + "fldChar")]
    return kinds.count("begin") == kinds.count("end")


def _name(code: str) -> str:
    return (code.split() or [""])[0].upper()


def _shown_by_code(code: str) -> str:
    prompt = _PROMPT.match(code)
    if prompt:
        return prompt["prompt"].strip()
    symbol = _SYMBOL.match(code)
    if not symbol:
        return ""
    number = int(symbol["code"], 0) if symbol["code"].lower().startswith("0x") else int(symbol["code"])
    return from_code(number, (symbol["font"] or "").strip()) if number < 0x110000 else ""


def _form_value(data: Element | None) -> FieldValue | None:
    if data is None:
        return None
    box = data.find(W + "checkBox")
    if box is not None:
        state = box.find(W + "checked")
        return FieldValue(checked=is_on(box.find(W + "default") if state is None else state))
    choices = data.find(W + "ddList")
    if choices is None:
        return None
    entries = [entry.get(VAL, "") for entry in choices.iterfind(W + "listEntry")]
    chosen = integer(value(choices, W + "result") or value(choices, W + "default"))
    return FieldValue(text=entries[chosen] if 0 <= chosen < len(entries) else "")
