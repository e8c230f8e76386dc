"""The table of what is read from Word files names families and tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

from samples.families import FAMILIES

ROOT = Path(__file__).parent.parent
TESTS = {
    name
    for path in (ROOT / "tests").glob("test_word_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
}


def test_every_row_names_what_exists() -> None:
    lines = (ROOT / "extractors" / "word" / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [[part.strip() for part in line.split("|")[1:-1]] for line in lines if line.startswith("| ")]
    families = {family.name for family in FAMILIES if not family.apart}
    assert rows[0] == ["what the file holds", "what comes of it", "family", "test"]
    for feature, _, family, tests in rows[2:]:
        named = re.findall(r"`(\w+)`", family)
        assert set(named) <= families, feature
        called = re.findall(r"`(\w+)`", tests)
        assert called, feature
        assert set(called) <= TESTS, feature


def test_every_module_is_named() -> None:
    readme = (ROOT / "extractors" / "word" / "README.md").read_text(encoding="utf-8")
    shared = {"__init__.py", "markup.py", "formulas.py", "spots.py"}
    modules = {path.name for path in (ROOT / "extractors" / "word").glob("*.py")}
    assert {name for name in modules - shared if name not in readme} == set()
