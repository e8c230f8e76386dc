"""Text that Word merges in when it opens the document (``w:altChunk``): other Word files, web pages, plain text.

Source: ECMA-376 part 1, 17.17.2 (external content import).
"""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from pathlib import PurePosixPath

from extractors.document import Block, Paragraph, Place, Problem, Run, UnreadableDocument
from extractors.word.fields import Fields, are_balanced
from extractors.word.markup import Element, R, W
from extractors.word.package import open_package
from extractors.word.story import ReadBlocks, Scope, Story, open_book
from extractors.word.symbols import clean
from extractors.word.webpage import read_page

MAX_DEPTH = 3
"""Documents within documents: programs that merge files nest once; more is a circle."""

_ZIP = b"PK\x03\x04"
_PAGE_SIGNS = (b"<html", b"<!doctype html", b"<body", b"<div", b"<p", b"<table")
_TEXT_SUFFIXES = frozenset({".txt", ".text"})


def read_import(chunk: Element, story: Story, scope: Scope, read_blocks: ReadBlocks) -> tuple[Block, ...]:
    """The blocks of what a ``w:altChunk`` merges in; what is not read is told as a problem."""
    package = story.book.package
    part = package.target(story.part, chunk.get(R + "id"))
    data = None if part is None else package.data(part)
    path = scope.inside("import")
    if part is None or not data:
        package.problems.append(_not_read())
        return ()
    if data.startswith(_ZIP):
        return _read_document(data, story, path, read_blocks)
    head = data.lstrip(b"\xef\xbb\xbf \r\n\t")[:200].lower()
    if head.startswith(b"mime-version") or b"multipart/related" in head:
        return read_page(_page_of_archive(data), story, path)
    if head.startswith(_PAGE_SIGNS) or b"<html" in head or head.startswith(b"<?xml"):
        return read_page(data, story, path)
    if PurePosixPath(part).suffix.lower() in _TEXT_SUFFIXES:
        lines = clean(data.decode("utf-8-sig", "replace").replace("\r\n", "\u2028")).split("\n")
        return tuple(
            Paragraph((Run(line.strip()),), Place(path=f"{path} paragraph {number}"))
            for number, line in enumerate(lines, start=1)
            if line.strip()
        )
    package.problems.append(_not_read())
    return ()


def _read_document(data: bytes, story: Story, path: str, read_blocks: ReadBlocks) -> tuple[Block, ...]:
    outer = story.book.package
    if path.count("import") > MAX_DEPTH:
        outer.problems.append(_not_read())
        return ()
    try:
        package = open_package(outer.archive.path, data)
    except UnreadableDocument:
        outer.problems.append(_not_read())
        return ()
    root = package.tree(package.main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        return ()
    inner = Story(open_book(package), package.main, Fields(balanced=are_balanced(body)))
    blocks = read_blocks(body, inner, Scope(path=path))
    story.asides += inner.asides
    outer.problems += package.problems
    return blocks


def _page_of_archive(data: bytes) -> bytes:
    """The page in a web archive (MHT); empty where it holds none."""
    message = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
    for part in message.walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            return content
    return b""


def _not_read() -> Problem:
    return Problem(
        "imported-text",
        "warning",
        "Part of the document is another file that Word merges in when it opens it; that part was not read. "
        "Open the document in Word, save it and try again.",
    )
