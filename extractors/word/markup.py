"""Names of WordprocessingML and its relatives, and how to read their on/off and number attributes.

Source: ECMA-376 part 1 (transitional names; the package reader maps the strict names onto them).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Final, TypeVar

from docx.exceptions import PythonDocxError
from lxml import etree

Element = etree._Element
_Said = TypeVar("_Said")

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V: Final = "{urn:schemas-microsoft-com:vml}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that every document uses
PKG: Final = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
AX: Final = "{http://schemas.microsoft.com/office/2006/activeX}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CORE: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
CUSTOM_XML: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
EXTENDED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
CUSTOM: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
VT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"

VAL: Final = W + "val"
_OFF: Final = frozenset({"0", "false", "off", "none"})


_all_children: Callable[[Element], list[Element]] = itemgetter(slice(None))
"""In a third of the time that going through them takes. A slice by its long name: lxml's type hints know none."""


def child(parent: Element | None, name: str) -> Element | None:
    """The first child ``name`` (with namespace). Properties stand first: going through takes less than a search."""
    if parent is not None:
        for item in _all_children(parent):
            if item.tag == name:
                return item
    return None


def value(parent: Element | None, *path: str) -> str | None:
    """The ``w:val`` of a child, or of a child's child, by names; None where element or attribute is absent."""
    for name in path:
        parent = child(parent, name)
    return None if parent is None else parent.get(VAL)


def integer(text: str | None, default: int = 0) -> int:
    """A whole number as Word writes it; broken files hold '' or '2.0', which must not stop the reading."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def percentage(text: str | None, default: float = 0.0) -> float:
    """A share 0..1 as DrawingML writes it: in thousandths of a percent, in strict documents as '50%'."""
    if not text:
        return default
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text) / 100_000
    except ValueError:
        return default


def said(read: Callable[[], _Said], default: _Said) -> _Said:
    """What python-docx reads of an element; ``default`` where the element breaks the schema.

    Files made by other programs hold 'none' for off, numbers with a decimal point, names without a value: python-docx
    raises over each of them, and Word opens them.
    """
    try:
        return read()
    except (PythonDocxError, ValueError, KeyError, TypeError, etree.XPathError):
        return default


def words(element: Element, name: str) -> str:
    """All text of the elements ``name`` inside an element, in order."""
    return "".join(str(text) for text in element.itertext(name))


def is_on(element: Element | None) -> bool:
    """Whether an on/off property is present and not switched off."""
    return element is not None and element.get(VAL, "1").lower() not in _OFF


def children(element: Element) -> list[Element]:
    """Child elements with the wrappers that have no look of their own taken off (custom XML, alternates)."""
    items = _all_children(element)
    for item in items:
        if item.tag in _WRAPPERS:
            return list(_unwrapped(items))
    return items


def _unwrapped(items: list[Element]) -> Iterator[Element]:
    for item in items:
        tag = item.tag
        if tag in _PLAIN_WRAPPERS:
            yield from children(item)
        elif tag == _ALTERNATES:
            chosen = alternate(item)
            if chosen is not None:
                yield from children(chosen)
        elif isinstance(tag, str):
            yield item


def named_children(element: Element | None) -> dict[str, Element]:
    """The children of an element of properties by name, the first of each."""
    return {} if element is None else {item.tag: item for item in _all_children(element)[::-1]}


_PLAIN_WRAPPERS: Final = frozenset({W + "customXml", W + "smartTag"})
_ALTERNATES: Final = MC + "AlternateContent"
_WRAPPERS: Final = _PLAIN_WRAPPERS | {_ALTERNATES, etree.Entity, etree.Comment, etree.ProcessingInstruction}
"""What stands for something else, or for nothing: entities are not resolved, and their tag is no name."""


_DRAWN: Final = (
    WPS + "wsp", PIC + "pic", CHART + "chart", DIAGRAM + "relIds", W + "p", W + "t", W + "sym",
    V + "shape", V + "rect", V + "oval", V + "roundrect", V + "line",
)  # fmt: skip


def alternate(element: Element) -> Element | None:
    """The one branch of ``mc:AlternateContent`` to read: both hold the same words, so never both.

    The first choice wins where we can read what it holds (ink, for one, is only a picture in the fallback).
    """
    branches = [item for item in element if item.tag in (MC + "Choice", MC + "Fallback")]
    for branch in branches:
        if next(branch.iter(*_DRAWN), None) is not None:
            return branch
    return branches[0] if branches else None
