"""Links from a row to the file that it was read from."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from urllib.request import url2pathname

from openpyxl.worksheet.hyperlink import Hyperlink

from pipeline.tracking.text import clean_text

MOST_LINKS = 65_530
"""Hyperlinks that Excel takes on one sheet (Microsoft, 'Excel specifications and limits')."""

LONGEST_TARGET = 2_000
"""Characters of an address: Excel calls a workbook damaged in which one is longer than 2,079."""

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


def cell_link(cell: str, path: str, page: int | None, folder: Path) -> Hyperlink | None:
    """The hyperlink of a cell; a PDF's opens at its page where the reader's viewer can. None for an address that
    is too long for Excel.
    """
    path = clean_text(path)
    at_page = f"page={page}" if page and path.lower().endswith(".pdf") else None
    target = link_target(path, folder)
    if len(target) > LONGEST_TARGET:
        return None
    return Hyperlink(ref=cell, target=target, location=at_page, tooltip=path[-255:])
