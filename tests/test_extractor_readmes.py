"""The tables of what is read from Word and PDF files name families, tests and modules that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samples.families import FAMILIES

ROOT = Path(__file__).parent.parent
SHARED = {
    "word": {"__init__.py", "markup.py", "formulas.py", "spots.py"},
    "pdf": {"__init__.py", "boxes.py", "edges.py"},
}
"""Modules that need no mention: they only serve others of their folder."""

each_format = pytest.mark.parametrize("name", sorted(SHARED))


def readme(name: str) -> str:
    return (ROOT / "extractors" / name / "README.md").read_text(encoding="utf-8")


def named_tests(name: str) -> set[str]:
    return {
        found
        for path in (ROOT / "tests").glob(f"test_{name}_*.py")
        for found in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }


@each_format
def test_every_row_names_what_exists(name: str) -> None:
    lines = readme(name).splitlines()
    rows = [[part.strip() for part in line.split("|")[1:-1]] for line in lines if line.startswith("| ")]
    families = {family.name for family in FAMILIES if not family.apart}
    assert rows[0] == ["what the file holds", "what comes of it", "family", "test"]
    known = named_tests(name)
    for feature, _, family, tests in rows[2:]:
        assert set(re.findall(r"`(\w+)`", family)) <= families, feature
        called = re.findall(r"`(\w+)`", tests)
        assert called, feature
        assert set(called) <= known, feature


@each_format
def test_every_module_is_named(name: str) -> None:
    folder = ROOT / "extractors" / name
    modules = {path.name for path in (*folder.glob("*.py"), *(folder / "page").glob("*.py"))}
    assert {module for module in modules - SHARED[name] if module not in readme(name)} == set()
