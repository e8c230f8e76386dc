"""The file as a package of parts and links, each part parsed when it is first asked for.

python-docx opens a package whole, pictures and fonts too, and refuses it for one dangling link (Word leaves 'NULL'
behind where a picture was), one damaged part or strict names; Word itself opens all of these. So the parts are taken
from the archive one by one. Parts that hold text are parsed as they are, all others into python-docx's element
classes: its styles, numbering and settings work on them as on a package of its own.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from extractors.document import Problem
from extractors.word.archive import Archive, Packed, corrupt, open_archive, parse_part, parse_text
from extractors.word.markup import CORE, CUSTOM, DC, EXTENDED, VT, Element, words

_CONTENT_TYPES = "[Content_Types].xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CORE_NAMES = {
    "title": DC + "title",
    "subject": DC + "subject",
    "keywords": CORE + "keywords",
    "category": CORE + "category",
}
_EXTENDED_NAMES = ("Manager", "Company")
_TOLD_TYPES = frozenset(
    VT + name for name in ("lpwstr", "lpstr", "bstr", "filetime", "date", "i4", "r8", "bool")
)


_KEPT_PARTS = 24
"""Styles, theme and numbering of the eight templates that a process keeps."""
_TEMPLATE_PARTS: dict[Packed, Element] = {}
"""The parts last asked for come last."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another; ``target`` is a part name without leading slash, or a foreign address."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """An opened document. ``problems`` collects what could not be read on the way."""

    archive: Archive
    problems: list[Problem] = field(default_factory=list)
    trees: dict[str, Element | None] = field(default_factory=dict)
    links: dict[str, dict[str, Relation]] = field(default_factory=dict)
    main: str = field(init=False)
    """The name of the part that holds the text."""

    def __post_init__(self) -> None:
        self.main = self.related("", "officeDocument") or "word/document.xml"

    def data(self, name: str) -> bytes | None:
        """The bytes of a part, None where it is absent or damaged."""
        return self.archive.data(name)

    def tree(self, name: str, parse: Callable[[bytes], Element] = parse_part) -> Element | None:
        """The parsed XML of a part; None where it is absent; a malformed one is also told as a problem.

        Args:
            name: of the part.
            parse: how to parse it where this is the first time that it is asked for.
        """
        if name not in self.trees:
            data = self.data(name)
            self.trees[name] = None
            if data is not None:
                try:
                    self.trees[name] = parse(data)
                except (etree.XMLSyntaxError, ValueError) as error:
                    self.problems.append(_damaged_part(name, error))
            elif name.lower() in self.archive.names:
                self.problems.append(_damaged_part(name, None))
        return self.trees[name]

    def shared_tree(self, name: str) -> Element | None:
        """As ``tree`` for parts that belong to a template: one tree, which must not be changed, for all its documents.

        Word copies a template's styles into each document made from it, often many times the size of the text: a part
        that is alike is not even unpacked again.
        """
        packed = self.archive.packed(name)
        if packed is None:
            return self.tree(name)
        known = _TEMPLATE_PARTS.pop(packed, None)
        tree = self.tree(name) if known is None else known
        if tree is not None:
            _TEMPLATE_PARTS[packed] = tree
            if len(_TEMPLATE_PARTS) > _KEPT_PARTS:
                del _TEMPLATE_PARTS[next(iter(_TEMPLATE_PARTS))]
        return tree

    def relations(self, name: str) -> dict[str, Relation]:
        """The links that go out from part ``name`` ('' for the package itself), dangling ones too, by their id."""
        if name not in self.links:
            folder, _, base = name.rpartition("/")
            root = self.tree(posixpath.join(folder, "_rels", base + ".rels"), parse_text)
            links = () if root is None else root.iter(_RELATION)
            self.links[name] = {item.get("Id", ""): _relation(item, folder) for item in links}
        return self.links[name]

    def target(self, name: str, relation_id: str | None) -> str | None:
        """The part that part ``name`` links to under an id; None where the link is missing, dangling or foreign."""
        relation = self.relations(name).get(relation_id or "")
        if relation is None or relation.external or relation.target.lower() not in self.archive.names:
            return None
        return relation.target

    def related(self, name: str, kind: str) -> str | None:
        """The first part that part ``name`` links to by a kind ('styles', 'theme', ...)."""
        for relation in self.relations(name).values():
            if (
                relation.kind == kind
                and not relation.external
                and relation.target.lower() in self.archive.names
            ):
                return relation.target
        return None

    @property
    def macro_enabled(self) -> bool:
        """True for .docm and .dotm, whatever the file is called."""
        types = self.tree(_CONTENT_TYPES, parse_text)
        if types is None:
            return self.archive.path.suffix.lower() in (".docm", ".dotm")
        main = "/" + self.main.lower()
        return any(
            item.get("PartName", "").lower() == main and "macroenabled" in item.get("ContentType", "").lower()
            for item in types
        )

    def tell_linked(self) -> None:
        """Tell once that words stand in another file."""
        problem = Problem(
            "linked-document",
            "warning",
            "Part of the document is another file that it only links to (a master document); that part was not "
            "read. Open the other file in Word and read it as a report of its own.",
        )
        if problem not in self.problems:
            self.problems.append(problem)

    def properties(self) -> tuple[tuple[str, str], ...]:
        """The document's properties that hold text, as (name, value): the standard ones, then the custom ones."""
        found = self._core_properties()
        extended = self.tree(self.related("", "extended-properties") or "docProps/app.xml", parse_text)
        if extended is not None:
            found += [(name.lower(), extended.findtext(EXTENDED + name) or "") for name in _EXTENDED_NAMES]
        custom = self.tree(self.related("", "custom-properties") or "docProps/custom.xml", parse_text)
        if custom is not None:
            for item in custom.iter(CUSTOM + "property"):
                text = "".join(words(part, part.tag) for part in item if part.tag in _TOLD_TYPES)
                found.append((item.get("name", ""), text))
        return tuple((name, " ".join(text.split())) for name, text in found if name and text.strip())

    def _core_properties(self) -> list[tuple[str, str]]:
        root = self.tree(self.related("", "core-properties") or "docProps/core.xml", parse_text)
        if root is None:
            return []
        return [(name, root.findtext(tag) or "") for name, tag in _CORE_NAMES.items()]


def open_package(path: Path, embedded: bytes | None = None) -> Package:
    """Open a document.

    Args:
        path: the file.
        embedded: the bytes of a document inside it, where that is to be opened instead.

    Raises:
        UnreadableDocument: 'not-found', 'empty-file', 'encrypted', 'corrupt' or 'too-large', with the next step.
    """
    package = Package(open_archive(path, embedded))
    if package.tree(package.main, parse_text) is None:
        raise corrupt(path, "the part that holds its text is missing or damaged")
    return package


def _relation(item: Element, folder: str) -> Relation:
    target = item.get("Target", "").replace("\\", "/")
    external = item.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return Relation(item.get("Type", "").rpartition("/")[2], target, external)


def _damaged_part(name: str, error: Exception | None) -> Problem:
    detail = f" ({error})" if error else ""
    return Problem(
        "damaged-part",
        "warning",
        f"Part of the file ({name}) is damaged{detail}; what it holds was not read. "
        "Open the document in Word, let Word repair it, save it and try again.",
    )
