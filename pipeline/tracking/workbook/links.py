"""Links from a row to the file that it was read from."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from urllib.request import url2pathname
from xml.sax.saxutils import quoteattr

from pipeline.tracking.columns import Value
from pipeline.tracking.text import clean_text

MOST_LINKS = 65_530
"""Hyperlinks that Excel takes on one sheet (Microsoft, 'Excel specifications and limits')."""

LONGEST_TARGET = 2_000
"""Characters of an address: Excel calls a workbook damaged in which one is longer than 2,079."""

LONGEST_TOOLTIP = 255
"""Characters."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_INSIDE_ZIP = re.compile(r"(?P<zip>.*?\.zip)!/.+", re.IGNORECASE | re.DOTALL)


def link_target(path: str, folder: Path) -> str:
    """The address of a file as the workbook in ``folder`` links to it.

    A relative path is seen from that folder. The address is relative where both stand on one drive, so that
    workbook and reports can move together; else it is a file URI. A member of a zip file (``may.zip!/a.docx``) is
    linked to the zip file: nothing can open what is in it.
    """
    inside = _INSIDE_ZIP.fullmatch(path)
    file = folder.absolute() / (inside["zip"] if inside else path)
    try:
        relative = os.path.relpath(file, folder.absolute())
    except ValueError:  # on Windows, from one drive to another
        return file.as_uri()
    return quote(relative.replace(os.sep, "/"), safe="/()'!,;=+&@~")


def linked_path(target: str, folder: Path) -> str:
    """The path that ``link_target`` made an address of."""
    if target.startswith("file:"):
        return url2pathname(urlsplit(target).path)
    return os.path.normpath(folder.absolute() / unquote(target))


@dataclass(slots=True)
class SheetLinks:
    """The hyperlinks of a sheet in a workbook in ``folder``, with one relation for each address.

    Thousands of rows link to a few hundred files; readers look relations up one by one, so that with one for each
    row opening a large tracker takes minutes.
    """

    folder: Path
    _elements: list[str] = field(default_factory=list)
    _relations: dict[str, str] = field(default_factory=dict)
    _known: dict[tuple[str, int | None], str] = field(default_factory=dict)

    def add(self, cell: str, path: Value, page: Value) -> None:
        """Link a cell to a file; a PDF opens at its page where the reader's viewer can. An address that is too long
        for Excel gives no link.
        """
        if not path:
            return
        place = str(path), page if isinstance(page, int) else None
        attributes = self._known.get(place)
        if attributes is None:
            attributes = self._known[place] = self._attributes(*place)
        if attributes:
            self._elements.append(f'<hyperlink ref="{cell}"{attributes}/>')

    def _attributes(self, path: str, page: int | None) -> str:
        path = clean_text(path)
        target = link_target(path, self.folder)
        if len(target) > LONGEST_TARGET:
            return ""
        identity = self._relations.setdefault(target, f"link{len(self._relations) + 1}")
        location = f' location="page={page}"' if page and path.lower().endswith(".pdf") else ""
        return f'{location} tooltip={_quoted(path[-LONGEST_TOOLTIP:])} r:id="{identity}"'

    @property
    def element(self) -> str:
        """The element of the sheet's part, empty where nothing is linked."""
        inside = "".join(self._elements)
        return f'<hyperlinks xmlns:r="{_OFFICE}">{inside}</hyperlinks>' if inside else ""

    @property
    def relations(self) -> str:
        """The elements of its relations."""
        return "".join(
            f'<Relationship Id="{identity}" Type="{_OFFICE}/hyperlink" Target={_quoted(target)}'
            ' TargetMode="External"/>'
            for target, identity in self._relations.items()
        )


def _quoted(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;", "\t": "&#9;"})
