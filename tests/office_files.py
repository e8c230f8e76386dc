"""Files for the tests of conversion: small reports in the old formats, and hostile ones."""

from __future__ import annotations

import html
import socket
import subprocess
import threading
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extractors.office.profile import write_profile
from extractors.office.program import find_libreoffice

ODT = "application/vnd.oasis.opendocument.text"
NAMES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "script": "urn:oasis:names:tc:opendocument:xmlns:script:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)


def office(sources: Iterable[Path], target: str, out: Path, profile: Path) -> None:
    """LibreOffice as a user has it, with none of the program's settings."""
    subprocess.run(
        [find_libreoffice(), "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", target,
         "--outdir", str(out), *map(str, sources)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip


def save_as(sources: Iterable[Path], target: str, out: Path, scratch: Path) -> None:
    """The Word files in another format, beside no trace of a profile."""
    profile = scratch / "profile"
    if not profile.exists():
        write_profile(profile)
    office(sources, target, out, profile)


def write_odt(path: Path, body: str, *, head: str = "", parts: dict[str, str] | None = None) -> Path:
    """A text document; ``parts`` are further files of the package."""
    listed = ["content.xml", *(parts or {})]
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in listed
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", ODT)
        package.writestr(
            "content.xml",
            f'<office:document-content {NAMES} office:version="1.2">{head}'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        package.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>{entries}'
            "</manifest:manifest>",
        )
        for name, text in (parts or {}).items():
            package.writestr(name, text)
    return path


def macro_on_opening(target: Path) -> tuple[str, dict[str, str]]:
    """The head and parts of an .odt whose Basic macro writes ``target`` when the document is opened."""
    code = f'Sub Main\n Open "{target}" For Output As #1\n Print #1, "x"\n Close #1\nEnd Sub'
    library = "http://openoffice.org/2000/library"
    head = (
        '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" '
        'script:event-name="dom:load" xlink:type="simple" xlink:href="vnd.sun.star.script:Standard.Module1.Main'
        '?language=Basic&amp;location=document"/></office:event-listeners></office:scripts>'
    )
    return head, {
        "Basic/script-lc.xml": f'<library:libraries xmlns:library="{library}">'
        '<library:library library:name="Standard" library:link="false"/></library:libraries>',
        "Basic/Standard/script-lb.xml": f'<library:library xmlns:library="{library}" library:name="Standard" '
        'library:readonly="false"><library:element library:name="Module1"/></library:library>',
        "Basic/Standard/Module1.xml": '<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Module1" script:language="StarBasic">{html.escape(code)}</script:module>',
    }


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """The address of a server of this machine, and what it was asked for."""
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    visitor, _ = server.accept()
                except OSError:
                    return  # the test is over
                with visitor:
                    visitor.settimeout(2)
                    asked.append(visitor.recv(200).split(b"\r\n")[0].decode("ascii", "replace"))

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", asked
        server.shutdown(socket.SHUT_RDWR)
