"""LibreOffice itself: where it is, which version it is, and a run of it that leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

if sys.platform == "linux":
    import resource

from extractors.document import UnreadableDocument

KILL_SECONDS = 5.0
"""A killed process is gone within milliseconds; more means that it waits for a dead disk."""

VERSION_SECONDS = 60.0
"""Telling its version takes 0.3 s, after an installation on a slow disk some seconds."""

MEMORY_BYTES = 4 * 1024**3
"""Address space of one LibreOffice; it reserves about 1.5 GiB for a report."""

DEAD_END = "127.0.0.1:9"
"""The discard port of this machine: whatever asks for this proxy reaches nobody."""

INSTALL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
"""Where LibreOffice installs itself without entering the search path."""

_NOISE = ("javaldx", "dconf", "Fontconfig", "convert ", "Overwriting:")
"""What LibreOffice says about its own installation, or when all is well: nothing about a document."""


def find_libreoffice() -> str:
    """Path of the ``soffice`` program.

    Raises:
        UnreadableDocument: ``libreoffice-missing``.
    """
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return found
    for place in INSTALL_PLACES:
        if place.is_file():
            return str(place)
    raise UnreadableDocument(
        "libreoffice-missing",
        "Reading .doc, .rtf and .odt files needs LibreOffice, which is not installed here. Install it "
        "(on Debian and Ubuntu: the package libreoffice-writer-nogui; elsewhere from libreoffice.org), or save "
        "the file as .docx and try again. 'highlight-tracker doctor' tells what else is missing.",
    )


@cache
def libreoffice_version(program: str) -> str:
    """As the program tells it: 'LibreOffice 7.4.7.2 40(Build:2)'; empty where it does not."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        told = subprocess.run(
            [program, "--version"],
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=VERSION_SECONDS,
        )
        return " ".join(told.stdout.split())
    return ""


@contextmanager
def running(command: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    """LibreOffice at work in ``folder``, where its temporary files go too; its whole family ends with the block."""
    with (folder / "said.txt").open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            text=True,
            env=_environment(folder),
            start_new_session=True,  # a group of its own, so that the whole family can be ended
        )
    try:
        _cap_memory(process)
        yield process
    finally:
        _end_family(process)


def complaint(folder: Path) -> str:
    """The last thing that LibreOffice said in ``folder`` about a document, or nothing."""
    text = (folder / "said.txt").read_text(encoding="utf-8", errors="replace")
    lines = [line.strip() for line in text.splitlines()]
    told = [line for line in lines if line and not any(noise in line for noise in _NOISE)]
    return told[-1].replace(str(folder), "").strip() if told else ""


def _environment(folder: Path) -> dict[str, str]:
    """No display, no way to the network, temporary files and settings in ``folder`` alone."""
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), f"http://{DEAD_END}")
    kept = {name: value for name, value in os.environ.items() if name.lower() not in {*proxies, "no_proxy"}}
    temporary = dict.fromkeys(("TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"), str(folder))
    return {**kept, **proxies, **temporary, "SAL_USE_VCLPLUGIN": "svp"}


def _cap_memory(process: subprocess.Popen[str]) -> None:
    if sys.platform == "linux":
        with contextlib.suppress(ProcessLookupError, ValueError, PermissionError):  # over, or capped lower
            resource.prlimit(process.pid, resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _end_family(process: subprocess.Popen[str]) -> None:
    """Ends the process and its children: ``soffice`` is a launcher, the work is done by its child."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/T", "/F", "/PID", str(process.pid)],
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # the family ended by itself
            os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=KILL_SECONDS)
