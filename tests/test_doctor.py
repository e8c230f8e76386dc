"""What is installed is told as it is, and what is missing with the way to get it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.test_cli import COMMAND, ROOT


def doctor(path: str, cache: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)}
    return subprocess.run(
        [*COMMAND, "doctor"],
        check=False,
        env=environment,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def lines(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """State by name of what was looked at."""
    told = [line.split(maxsplit=1) for line in done.stdout.splitlines() if not line.startswith(" ")]
    return {rest.partition(":")[0]: state for state, rest in told}


def test_with_what_this_computer_has(tmp_path: Path) -> None:
    done = doctor(os.environ["PATH"], tmp_path)
    states = lines(done)
    assert states["LibreOffice"] == states["Python"] == states["Python packages"] == "ok"
    assert states["Cache folder"] == "ok"
    assert f"Python: {sys.version_info.major}.{sys.version_info.minor}" in done.stdout
    assert str(tmp_path) in done.stdout
    assert done.returncode == (3 if "MISSING" in states.values() else 0)


def test_without_anything_each_thing_is_told_with_a_way_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = doctor(str(tmp_path / "nothing"), tmp_path)
    assert done.returncode == 3
    assert lines(done)["LibreOffice"] == lines(done)["Tesseract"] == "MISSING"
    for words in (
        "libreoffice-writer-nogui",
        "winget install",
        "brew install",
        ".doc, .rtf and .odt files are not read",
    ):
        assert words in done.stdout
    assert done.stderr == ""


def test_a_program_that_does_not_answer_is_missing(tmp_path: Path) -> None:
    broken = tmp_path / "soffice"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    done = doctor(f"{tmp_path}{os.pathsep}/bin", tmp_path)
    assert lines(done)["LibreOffice"] == "MISSING"
    assert "does not answer" in done.stdout


def test_a_cache_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = doctor(os.environ["PATH"], tmp_path / "file")
    assert lines(done)["Cache folder"] == "MISSING"
    assert "--no-cache" in done.stdout
    assert done.returncode == 3
