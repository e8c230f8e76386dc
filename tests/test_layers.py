"""The house's own laws: who may import whom, where each library lives, and how long a module may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("extractors", "rules", "pipeline")

LIBRARY_HOMES = {
    "cv2": ("extractors.pdf.scan",),
    "docx": ("extractors.word",),
    "lxml": ("extractors.office", "extractors.word"),
    "msoffcrypto": ("extractors.office",),
    "numpy": ("extractors.pdf.scan",),
    "olefile": ("extractors.office", "extractors.sniff"),
    "openpyxl": ("pipeline.tracking",),
    "pandas": ("pipeline.tracking",),
    "pdfplumber": ("extractors.pdf",),
    "pebble": ("pipeline.workers",),
    "PIL": ("extractors",),
    "platformdirs": ("pipeline.converting",),
    "pypdfium2": ("extractors.pdf",),
    "rapidfuzz": ("pipeline",),
    "rich": ("pipeline.cli", "pipeline.explain", "pipeline.evaluate"),
    "scipy": ("pipeline.tracking.matching",),
    "snowballstemmer": ("pipeline.tracking.wording",),
    "spacy": ("pipeline.nlp",),
    "sqlalchemy": ("pipeline.tracking.store",),
    "typer": ("pipeline.cli",),
}
"""Every third-party library and the only places that may import it."""

LOADED_BY_OTHERS = {"pyarrow"}
"""Libraries that another one imports when it is asked for their work: pandas for Parquet."""

STAGES = ("pipeline.gather", "pipeline.reading", "pipeline.tracking", "pipeline.workers")
FOUNDATIONS = (
    "pipeline.limits",
    "pipeline.model",
    "pipeline.nlp",
    "pipeline.values",
    "extractors.document",
    "rules.schema",
)
TOOLS = ("pipeline.explain", "pipeline.evaluate", "pipeline.rulebook")
"""They show or measure what the stages do, so they may call the conductor and the reading."""

MAY_IMPORT = {
    "extractors": ("extractors",),
    "rules": ("rules",),
    "pipeline.collecting": (),
    "pipeline.limits": (),
    "pipeline.model": ("extractors.document",),
    "pipeline.nlp": ("rules.schema",),
    "pipeline.values": (*FOUNDATIONS,),
    **{stage: (stage, *FOUNDATIONS) for stage in STAGES},
    "pipeline.converting": (*FOUNDATIONS, "extractors.cache", "extractors.office", "extractors.sniff"),
    "pipeline.run": (
        *STAGES,
        "pipeline.collecting",
        "pipeline.converting",
        *FOUNDATIONS,
        "extractors.registry",
        "extractors.sniff",
    ),
    **{
        tool: (
            tool,
            "pipeline.run",
            "pipeline.converting",
            "pipeline.reading",
            *FOUNDATIONS,
            "extractors.registry",
        )
        for tool in TOOLS
    },
    "pipeline.rulebook": (
        *(
            "pipeline.rulebook",
            "pipeline.run",
            "pipeline.gather",
            "pipeline.converting",
            "pipeline.reading",
            *FOUNDATIONS,
        ),
        *("extractors.registry", "rules.tables"),
    ),
    "pipeline.doctor": (
        "pipeline.converting",
        *FOUNDATIONS,
        "extractors.office",
        "extractors.pdf.scan.program",
    ),
    "pipeline.cli": (
        "pipeline.cli",
        "pipeline.doctor",
        "pipeline.rulebook",
        "pipeline.run",
        "pipeline.converting",
        "pipeline.tracking",
        *TOOLS,
        *FOUNDATIONS,
    ),
}
"""For each part, the parts of the project that it may import."""

LINES = 400
PROSE = ("samples/prose",)
"""Sample reports' own text is data, however long."""


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))}


def imports(name: str, *, at_run_time: bool = False) -> Iterator[str]:
    """The full names that a module imports; ``at_run_time``: only those that loading it loads."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    nodes = list(_loaded(tree)) if at_run_time else list(ast.walk(tree))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports by relative path: write the full name"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else str(node.module)


def _loaded(node: ast.AST) -> Iterator[ast.AST]:
    """Nodes outside functions and outside ``if TYPE_CHECKING``."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if (
            isinstance(child, ast.If)
            and isinstance(child.test, ast.Name)
            and child.test.id == "TYPE_CHECKING"
        ):
            continue
        yield child
        yield from _loaded(child)


def within(name: str, parts: tuple[str, ...]) -> bool:
    return any(name == part or name.startswith(part + ".") for part in parts)


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_one_way(name: str) -> None:
    parts = [part for part in MAY_IMPORT if within(name, (part,))]
    if name in ("pipeline", "rules", "extractors"):
        parts = [name]
    assert parts, f"{name} is no part of MAY_IMPORT: say there what it may import"
    allowed = MAY_IMPORT.get(max(parts, key=len), ())
    own = {target for target in imports(name) if within(target, PACKAGES)}
    forbidden = sorted(target for target in own if not within(target, allowed))
    assert not forbidden, f"{name} may not import {forbidden}"


@pytest.mark.parametrize("name", MODULES)
def test_each_library_has_one_home(name: str) -> None:
    for target in imports(name):
        top = target.partition(".")[0]
        if top in PACKAGES or top in sys.stdlib_module_names:
            continue
        assert top in LIBRARY_HOMES, (
            f"{name} imports {top}, a library without a home: add it to LIBRARY_HOMES"
        )
        assert within(name, LIBRARY_HOMES[top]), f"{top} lives in {LIBRARY_HOMES[top]}, not in {name}"


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("pipeline.cli", ("docx", "lxml", "pandas", "pdfplumber", "pypdfium2", "spacy")),
        ("extractors.registry", ("docx", "lxml", "pdfplumber", "pypdfium2")),
        ("extractors.word.extract", ("pdfplumber", "pdfminer", "pypdfium2")),
        ("extractors.pdf.extract", ("cv2", "docx", "lxml", "numpy")),
    ],
)
def test_a_library_is_loaded_when_its_work_comes(module: str, absent: tuple[str, ...]) -> None:
    program = f"import sys, {module}; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not set(absent) & {name.partition(".")[0] for name in ran.stdout.split()}


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {
        name: {target for target in imports(name, at_run_time=True) if target in MODULES and target != name}
        for name in MODULES
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' -> '.join(error.args[1])}")


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("[a-z]*/**/*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_modules_stay_readable(path: Path) -> None:
    if not path.relative_to(ROOT).as_posix().startswith(PROSE):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= LINES, f"{lines} lines: a noun or a stage is missing"


def test_declared_dependencies_are_those_imported() -> None:
    import tomllib

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    distributions = {
        "msoffcrypto-tool": "msoffcrypto",
        "opencv-python-headless": "cv2",
        "pillow": "PIL",
        "python-docx": "docx",
    }
    names = {_name(requirement) for requirement in declared}
    imported = {
        target.partition(".")[0] for name in MODULES for target in imports(name)
    } & LIBRARY_HOMES.keys()
    assert {distributions.get(name, name) for name in names - LOADED_BY_OTHERS} == imported


def _name(requirement: str) -> str:
    return requirement.partition(">")[0].partition("=")[0].strip().lower()
