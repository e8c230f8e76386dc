"""Content controls that are bound to data: Word shows what the data says, not what the text last held.

Document management systems fill in title, status or owner that way without opening the text. Source: ECMA-376 part 1,
17.5.2.6 (``w:dataBinding``) and 15.2.5 (custom XML data).
"""

from __future__ import annotations

import re

from docx.oxml.parser import OxmlElement
from lxml import etree

from extractors.word.markup import CUSTOM_XML, Element, W
from extractors.word.package import Package

_CORE_STORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_EXTENDED_STORE = "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
_SIMPLE_PATH = re.compile(r"(?:/@?[\w.-]+(?::[\w.-]+)?(?:\[\d{1,4}\])?){1,20}")
"""The paths that Word writes; anything cleverer is not followed."""
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*['\"]([^'\"]*)['\"]")
_UNREAD = tuple(W + name for name in ("picture", "richText", "docPartObj", "group"))
_ISO_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T[\d:.]+Z?)?")


def refresh_bound(root: Element, package: Package) -> None:
    """Put into the bound controls of a part what their data says; controls whose data is silent stay as they are."""
    bindings = list(root.iter(W + "dataBinding"))
    if not bindings:
        return
    stores = _stores(package)
    for binding in bindings:
        properties = binding.getparent()
        control = None if properties is None else properties.getparent()
        store = stores.get(binding.get(W + "storeItemID", "").upper())
        if properties is None or control is None or control.tag != W + "sdt" or store is None:
            continue
        if any(properties.find(name) is not None for name in _UNREAD):
            continue
        text = _said(store, binding)
        if text:
            _show(control, properties, _as_shown(text, properties))


def _stores(package: Package) -> dict[str, Element]:
    """The document's data by store id, the document properties among them."""
    found: dict[str, Element] = {}
    for identifier, kind in ((_CORE_STORE, "core-properties"), (_EXTENDED_STORE, "extended-properties")):
        name = package.related("", kind)
        root = package.tree(name) if name else None
        if root is not None:
            found[identifier] = root
    for relation in package.relations(package.main).values():
        if relation.kind != "customXml" or relation.external:
            continue
        root = package.tree(relation.target)
        described = package.related(relation.target, "customXmlProps")
        about = package.tree(described) if described else None
        if root is not None and about is not None:
            found[about.get(CUSTOM_XML + "itemID", "").upper()] = root
    return found


def _said(store: Element, binding: Element) -> str:
    path = binding.get(W + "xpath", "").strip()
    if not _SIMPLE_PATH.fullmatch(path):
        return ""
    names = dict(_PREFIX.findall(binding.get(W + "prefixMappings", "")))
    try:
        nodes = store.xpath(path, namespaces=names)
    except etree.XPathError:
        return ""
    node = nodes[0] if isinstance(nodes, list) and nodes else ""
    return " ".join(
        ("".join(map(str, node.itertext())) if isinstance(node, etree._Element) else str(node)).split()
    )


def _as_shown(text: str, properties: Element) -> str:
    """A list's entry by its name, a date by the day; other data as it is."""
    for entry in properties.iter(W + "listItem"):
        if entry.get(W + "value") == text:
            return entry.get(W + "displayText") or text
    date = _ISO_DATE.fullmatch(text) if properties.find(W + "date") is not None else None
    return date[1] if date else text


def _show(control: Element, properties: Element, text: str) -> None:
    """Replace the control's words; a date that the text holds already keeps the form that it has there."""
    content = control.find(W + "sdtContent")
    if content is None:
        return
    prompt = properties.find(W + "showingPlcHdr")
    holders = list(content.iter(W + "t"))
    held = "".join(holder.text or "" for holder in holders).strip()
    if properties.find(W + "date") is not None and held and prompt is None:
        return
    if prompt is not None:
        properties.remove(prompt)
    if not holders:
        run = OxmlElement("w:r")
        holders = [OxmlElement("w:t")]
        run.append(holders[0])
        place = next(content.iter(W + "p"), content)
        place.append(run)
    holders[0].text = text
    for holder in holders[1:]:
        holder.text = ""
