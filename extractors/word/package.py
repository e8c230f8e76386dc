"""The file as a package of parts: opened safely, parts parsed once, relationships resolved.

python-docx refuses macro-enabled documents and fails on one dangling relationship, so parts are read here directly.
Nothing is unpacked to disk, no entity is resolved and nothing is fetched.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from extractors.document import Problem, UnreadableDocument
from extractors.word.markup import CORE, CUSTOM, DC, VT, Element

MAX_UNPACKED_BYTES = 512 * 1024 * 1024
"""All parts together: real reports stay far below; a zip bomb does not."""
MAX_PART_BYTES = 256 * 1024 * 1024
"""One part: the parsed tree of a larger one would not fit a worker's memory."""

_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_CONTENT_TYPES = "[Content_Types].xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_CORE_NAMES = (
    ("title", DC + "title"),
    ("subject", DC + "subject"),
    ("keywords", CORE + "keywords"),
    ("category", CORE + "category"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another; ``target`` is a part name without leading slash, or a foreign address."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """An opened document. ``problems`` collects what could not be read on the way."""

    path: Path
    sha256: str
    archive: zipfile.ZipFile
    names: dict[str, str]
    """Part name in lower case -> name in the archive."""
    problems: list[Problem] = field(default_factory=list)
    trees: dict[str, Element | None] = field(default_factory=dict)
    links: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def data(self, name: str) -> bytes | None:
        """The bytes of a part, None where it is absent or damaged."""
        stored = self.names.get(name.lower())
        if stored is None:
            return None
        try:
            return self.archive.read(stored)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ):
            return None

    def tree(self, name: str) -> Element | None:
        """The parsed XML of a part; None where it is absent; a malformed one is also told as a problem."""
        if name not in self.trees:
            data = self.data(name)
            self.trees[name] = None
            if data is not None:
                try:
                    self.trees[name] = _parse(data)
                except (etree.XMLSyntaxError, ValueError) as error:
                    self.problems.append(_damaged_part(name, error))
            elif name.lower() in self.names:
                self.problems.append(_damaged_part(name, None))
        return self.trees[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """The links that go out from part ``name`` ('' for the package itself), by their id."""
        if name not in self.links:
            folder, _, base = name.rpartition("/")
            root = self.tree(posixpath.join(folder, "_rels", base + ".rels"))
            self.links[name] = {} if root is None else {
                item.get("Id", ""): _relation(item, folder) for item in root.iter(_RELATION)
            }  # fmt: skip
        return self.links[name]

    def target(self, name: str, relation_id: str | None) -> str | None:
        """The part that part ``name`` links to under an id; None where the link is missing, dangling or foreign."""
        relation = self.relations(name).get(relation_id or "")
        if relation is None or relation.external or relation.target.lower() not in self.names:
            return None
        return relation.target

    def related(self, name: str, kind: str) -> str | None:
        """The first part that part ``name`` links to by a kind ('styles', 'theme', ...)."""
        for relation in self.relations(name).values():
            if relation.kind == kind and not relation.external and relation.target.lower() in self.names:
                return relation.target
        return None

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        return self.related("", "officeDocument") or "word/document.xml"

    @property
    def macro_enabled(self) -> bool:
        """True for .docm and .dotm, whatever the file is called."""
        types = self.tree(_CONTENT_TYPES)
        if types is None:
            return self.path.suffix.lower() in (".docm", ".dotm")
        main = "/" + self.main.lower()
        return any(
            item.get("PartName", "").lower() == main and "macroenabled" in item.get("ContentType", "").lower()
            for item in types
        )

    def properties(self) -> tuple[tuple[str, str], ...]:
        """The document's properties that hold text, as (name, value): the standard ones, then the custom ones."""
        found: list[tuple[str, str]] = []
        core = self.tree(self.related("", "core-properties") or "docProps/core.xml")
        if core is not None:
            found += [(name, core.findtext(tag) or "") for name, tag in _CORE_NAMES]
        custom = self.tree(self.related("", "custom-properties") or "docProps/custom.xml")
        if custom is not None:
            for item in custom.iter(CUSTOM + "property"):
                text = (
                    item.findtext(VT + "lpwstr") or item.findtext(VT + "lpstr") or item.findtext(VT + "bstr")
                )
                found.append((item.get("name", ""), text or ""))
        return tuple((name, " ".join(text.split())) for name, text in found if name and text.strip())


def open_package(path: Path) -> Package:
    """Open a document.

    Raises:
        UnreadableDocument: 'not-found', 'empty-file', 'encrypted', 'corrupt' or 'too-large', with the next step.
    """
    data = _read(path)
    if data.startswith(_OLE_MAGIC):
        raise _ole_error(path, data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _corrupt(path, "it is not a Word document, or it was cut short on its way") from error
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise _encrypted(path)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES or any(
        entry.file_size > MAX_PART_BYTES for entry in entries
    ):
        raise UnreadableDocument(
            "too-large",
            f"{path.name} unpacks to more than this program reads ({MAX_UNPACKED_BYTES // 2**20} MB). "
            "Open it in Word, compress or remove its pictures, save it and try again.",
        )
    names = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry.filename for entry in entries}
    package = Package(path, hashlib.sha256(data).hexdigest(), archive, names)
    if package.tree(package.main) is None:
        raise _corrupt(path, "the part that holds its text is missing or damaged")
    return package


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableDocument(
            "not-found", f"{path} does not exist. Check the name and the folder."
        ) from error
    except OSError as error:
        raise UnreadableDocument(
            "not-found",
            f"{path} cannot be opened ({error.strerror}). Close it in Word, or ask for access to it.",
        ) from error
    if not data:
        raise UnreadableDocument(
            "empty-file", f"{path.name} is empty (0 bytes). Ask its author to send it again."
        )
    return data


def _parse(data: bytes) -> Element:
    if b"http://purl.oclc.org/ooxml/" in data:
        data = _STRICT_NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("it declares a document type, which no Word document does")
    return root


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


def _ole_error(path: Path, data: bytes) -> UnreadableDocument:
    if _ENCRYPTED_STREAM in data:
        return _encrypted(path)
    return _corrupt(path, "it is in the old Word 97-2003 format under a newer name")


def _encrypted(path: Path) -> UnreadableDocument:
    return UnreadableDocument(
        "encrypted",
        f"{path.name} is protected by a password. Open it in Word, remove the password "
        "(File > Info > Protect Document), save it and try again.",
    )


def _corrupt(path: Path, reason: str) -> UnreadableDocument:
    return UnreadableDocument(
        "corrupt",
        f"{path.name} cannot be read: {reason}. Open it in Word, let Word repair it and save it as .docx; "
        "if Word cannot open it either, ask its author to send it again.",
    )
