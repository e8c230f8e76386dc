"""The file as a package of parts and links, opened by python-docx.

python-docx refuses a whole document for one dangling link (Word leaves 'NULL' behind where a picture was), one damaged
part or strict names; Word itself opens all of these. Such a file is read part by part by our own, more tolerant reader:
the same parts, links and element classes come out of it.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.opc.rel import Relationships
from lxml import etree

from extractors.document import Problem
from extractors.word.archive import Archive, corrupt, open_archive, parse_part
from extractors.word.markup import CORE, CUSTOM, DC, EXTENDED, VT, Element, words

_CONTENT_TYPES = "[Content_Types].xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CORE_NAMES = (
    ("title", DC + "title"),
    ("subject", DC + "subject"),
    ("keywords", CORE + "keywords"),
    ("category", CORE + "category"),
)
_EXTENDED_NAMES = ("Manager", "Company")
_TOLD_TYPES = frozenset(
    VT + name for name in ("lpwstr", "lpstr", "bstr", "filetime", "date", "i4", "r8", "bool")
)
_REFUSALS = (
    PythonDocxError,
    OpcError,
    etree.XMLSyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,  # a dangling link, a part without a content type
    AttributeError,  # a part whose root is not what its content type says
    AssertionError,
    TypeError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,  # links that run in a circle too deep, an unknown encryption
)
"""What python-docx raises over files that Word opens."""


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
    opened: OpcPackage | None
    """The document as python-docx opened it; None where it does not."""
    parts: dict[str, Part]
    """Part name in lower case -> part, as python-docx opened it."""
    problems: list[Problem] = field(default_factory=list)
    trees: dict[str, Element | None] = field(default_factory=dict)
    links: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def data(self, name: str) -> bytes | None:
        """The bytes of a part, None where it is absent or damaged."""
        part = self.parts.get(name.lower())
        return self.archive.data(name) if part is None else part.blob

    def tree(self, name: str) -> Element | None:
        """The parsed XML of a part; None where it is absent; a malformed one is also told as a problem."""
        part = self.parts.get(name.lower())
        if isinstance(part, XmlPart):
            root: Element = part.element
            return root
        if name not in self.trees:
            data = self.data(name)
            self.trees[name] = None
            if data is not None:
                try:
                    self.trees[name] = parse_part(data)
                except (etree.XMLSyntaxError, ValueError) as error:
                    self.problems.append(_damaged_part(name, error))
            elif name.lower() in self.archive.names:
                self.problems.append(_damaged_part(name, None))
        return self.trees[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """The links that go out from part ``name`` ('' for the package itself), by their id."""
        if name not in self.links:
            source = self.parts.get(name.lower()) if name else self.opened
            self.links[name] = self._own_relations(name) if source is None else _relations(source.rels)
        return self.links[name]

    def _own_relations(self, name: str) -> dict[str, Relation]:
        """The links out of a part of a file that python-docx does not open, dangling ones among them."""
        folder, _, base = name.rpartition("/")
        root = self.tree(posixpath.join(folder, "_rels", base + ".rels"))
        if root is None:
            return {}
        return {item.get("Id", ""): _relation(item, folder) for item in root.iter(_RELATION)}

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
    def main(self) -> str:
        """The name of the part that holds the text."""
        return self.related("", "officeDocument") or "word/document.xml"

    @property
    def macro_enabled(self) -> bool:
        """True for .docm and .dotm, whatever the file is called."""
        part = self.parts.get(self.main.lower())
        if part is not None:
            return "macroenabled" in part.content_type.lower()
        types = self.tree(_CONTENT_TYPES)
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
        extended = self.tree(self.related("", "extended-properties") or "docProps/app.xml")
        if extended is not None:
            found += [(name.lower(), extended.findtext(EXTENDED + name) or "") for name in _EXTENDED_NAMES]
        custom = self.tree(self.related("", "custom-properties") or "docProps/custom.xml")
        if custom is not None:
            for item in custom.iter(CUSTOM + "property"):
                text = "".join(words(part, part.tag) for part in item if part.tag in _TOLD_TYPES)
                found.append((item.get("name", ""), text))
        return tuple((name, " ".join(text.split())) for name, text in found if name and text.strip())

    def _core_properties(self) -> list[tuple[str, str]]:
        name = self.related("", "core-properties") or "docProps/core.xml"
        part = self.parts.get(name.lower())
        if isinstance(part, CorePropertiesPart):
            core = part.core_properties
            return [(key, getattr(core, key)) for key, _ in _CORE_NAMES]
        root = self.tree(name)
        return [] if root is None else [(key, root.findtext(tag) or "") for key, tag in _CORE_NAMES]


def open_package(path: Path, embedded: bytes | None = None) -> Package:
    """Open a document.

    Args:
        path: the file.
        embedded: the bytes of a document inside it, where that is to be opened instead.

    Raises:
        UnreadableDocument: 'not-found', 'empty-file', 'encrypted', 'corrupt' or 'too-large', with the next step.
    """
    archive = open_archive(path, embedded)
    opened = _open_with_library(archive) if archive.plain else None
    parts = {} if opened is None else {str(part.partname)[1:].lower(): part for part in opened.iter_parts()}
    package = Package(archive, opened, parts)
    if package.tree(package.main) is None:
        raise corrupt(path, "the part that holds its text is missing or damaged")
    return package


def _open_with_library(archive: Archive) -> OpcPackage | None:
    """The package without python-docx's test that it is no macro-enabled document; None where it refuses the file."""
    try:
        return OpcPackage.open(io.BytesIO(archive.content))
    except _REFUSALS:
        return None


def _relations(links: Relationships) -> dict[str, Relation]:
    return {
        key: Relation(
            link.reltype.rpartition("/")[2],
            link.target_ref if link.is_external else str(link.target_part.partname)[1:],
            link.is_external,
        )
        for key, link in links.items()
    }


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
