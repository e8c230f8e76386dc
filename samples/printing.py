"""Programs that print web pages: Chromium, as people print from their browser, and WeasyPrint, as services do.

Chromium is started once for all pages and spoken to over its pipe, as only so can a page's header and footer be given;
an own header or footer stands in the page as ``<template id="print-header">`` (or ``print-footer``).
"""

from __future__ import annotations

import base64
import importlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
)  # fmt: skip
TEMPLATE = re.compile(r'<template id="print-(header|footer)">(.*?)</template>', re.DOTALL)
STAMPS = re.compile(
    rb"(?<=/CreationDate)\s?\(D:(\d{14})|(?<=/ModDate)\s?\(D:(\d{14})|(?<=/DocChecksum)\s?/([0-9A-F]{32})"
    rb"|(?<=/ID)\s?\[\s*<([0-9A-F]{32})>\s*<([0-9A-F]{32})>"
)
"""What a printing program tells of the moment: dates, a checksum and the file's identifiers."""
STAMP = b"20110101000000"


class PrinterMissing(Exception):
    """A program that prints pages is needed and not there."""


def settled(content: bytes) -> bytes:
    """The PDF file with the moment of printing replaced, byte for byte, so that nothing moves in it."""

    def replaced(match: re.Match[bytes]) -> bytes:
        whole = match[0]
        for told in filter(None, match.groups()):
            whole = whole.replace(told, STAMP if len(told) == len(STAMP) else b"0" * len(told))
        return whole

    return STAMPS.sub(replaced, content)


def print_with_weasyprint(page: str, **options: Any) -> bytes:
    """A web page as WeasyPrint prints it.

    Raises:
        PrinterMissing: WeasyPrint or the Pango library that it writes with is not installed.
    """
    try:
        weasyprint = importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        raise PrinterMissing(
            "WeasyPrint and Pango (libpangoft2-1.0-0) are needed for these samples: install them or choose "
            "another --family"
        ) from error
    content: bytes = weasyprint.HTML(string=page).write_pdf(**options)
    return content


def print_with_browser(pages: Sequence[tuple[bytes, Path]]) -> None:
    """Let Chromium print web pages, each to its path.

    Raises:
        PrinterMissing: Chromium is not installed or printed nothing.
    """
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        raise PrinterMissing("Chromium is needed for these samples: install it or choose another --family")
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch,
        _Browser(program, scratch) as browser,
    ):
        source = Path(scratch) / "page.html"
        for content, target in pages:
            source.write_bytes(content)
            target.write_bytes(settled(browser.printed(source)))


class _Browser:
    """A running Chromium; messages are JSON with a null byte behind each, over file descriptors 3 and 4."""

    def __init__(self, program: str, scratch: str) -> None:
        self._program, self._scratch, self._number = program, scratch, 0
        self._events: list[tuple[str, str | None]] = []

    def __enter__(self) -> _Browser:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        self._said, self._heard = os.fdopen(ours_out, "wb"), os.fdopen(ours_in, "rb")
        # The shell puts the two ends where Chromium looks for them and is then replaced by it.
        script = f'exec 3<&{theirs_in} 4>&{theirs_out} && exec "$@"'
        command = [self._program, *QUIET, f"--user-data-dir={self._scratch}/profile", "about:blank"]
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", script, "print", *command],
            pass_fds=(theirs_in, theirs_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError, PrinterMissing):
            self._ask("Browser.close")
        for pipe in (self._said, self._heard):
            with suppress(OSError):
                pipe.close()
        self._process.wait(timeout=30)

    def printed(self, source: Path) -> bytes:
        """The page as PDF."""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._ask("Page.enable", session)
        self._ask("Page.navigate", session, url=source.as_uri())
        self._wait("Page.loadEventFired", session)
        self._ask("Runtime.evaluate", session, expression="document.fonts.ready", awaitPromise=True)
        own = dict(TEMPLATE.findall(source.read_text(encoding="utf-8")))
        result = self._ask(
            "Page.printToPDF",
            session,
            displayHeaderFooter=bool(own),
            headerTemplate=own.get("header", "<span></span>"),
            footerTemplate=own.get("footer", "<span></span>"),
            printBackground=True,
            preferCSSPageSize=True,
            generateTaggedPDF=True,
        )
        self._ask("Target.closeTarget", targetId=target)
        return base64.b64decode(result["data"])

    def _ask(self, method: str, session: str | None = None, **arguments: Any) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": arguments}
        if session:
            message["sessionId"] = session
        self._said.write(json.dumps(message).encode() + b"\0")
        self._said.flush()
        while (answer := self._hear()).get("id") != self._number:
            self._events.append((answer.get("method", ""), answer.get("sessionId")))
        if "error" in answer:
            raise PrinterMissing(f"Chromium did not print: {answer['error'].get('message')}")
        result: dict[str, Any] = answer["result"]
        return result

    def _wait(self, event: str, session: str) -> None:
        while (event, session) not in self._events:
            told = self._hear()
            self._events.append((told.get("method", ""), told.get("sessionId")))

    def _hear(self) -> dict[str, Any]:
        message = bytearray()
        while (letter := self._heard.read(1)) != b"\0":
            if not letter:
                raise PrinterMissing("Chromium ended before it printed: try `chromium --headless` by hand")
            message += letter
        told: dict[str, Any] = json.loads(message)
        return told
