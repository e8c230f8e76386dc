"""The README is true: what it shows is what happens, and every command and option is in it.

``make readme`` runs this module as a program, which writes into the README what its commands print now: read the
difference before you keep it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import typer

from pipeline.cli import ExitCode, app
from rules.schema import KINDS, kind_of, load_rules, meaning_of
from rules.tables import keys_of

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMON = "`example`"
"""The key that every rule has."""
PROMPT = "$ highlight-tracker"

BLOCK = re.compile(r"^```(console|toml|text)\n(.*?)^```", flags=re.MULTILINE | re.DOTALL)
SAVED = re.compile(r"# (?P<path>[\w/]+\.toml)\n")
"""The first line of a block that a reader saves under that name."""
EXAMPLES = [text for kind, text in BLOCK.findall(README) if kind == "console"]
STEPS = [(kind, text) for kind, text in BLOCK.findall(README) if kind == "console" or SAVED.match(text)]
"""What a reader does, in order: runs commands, saves files."""


def commands(block: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with the output shown under it."""
    parts = re.split(rf"^{re.escape(PROMPT)}", block, flags=re.MULTILINE)
    assert not parts[0].strip(), f"output without a command: {parts[0]!r}"
    return [(line.strip(), shown) for line, _, shown in (part.partition("\n") for part in parts[1:])]


def execute(arguments: str, folder: Path) -> str:
    """Both streams of a command, as a terminal of 80 columns shows them, without spaces at the ends of lines."""
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", *shlex.split(arguments)],
        check=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def make_checkout(folder: Path) -> Path:
    """A copy of what the README's examples use; they run in it one after another."""
    for part in ("reports", "untaught"):
        shutil.copytree(ROOT / "samples" / part, folder / "samples" / part)
    return folder


def save(text: str, folder: Path) -> None:
    """Saves a block that begins with its file's name."""
    named = SAVED.match(text)
    assert named is not None
    path = folder / named["path"]
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checkout(tmp_path_factory.mktemp("checkout"))


@pytest.mark.parametrize(
    ("kind", "block"),
    STEPS,
    ids=lambda part: part.splitlines()[0].removeprefix(PROMPT).strip(" #") if "\n" in part else "",
)
def test_examples_show_what_happens(kind: str, block: str, checkout: Path) -> None:
    if kind == "toml":
        save(block, checkout)
        return
    for arguments, shown in commands(block):
        said = execute(arguments, checkout)
        if "--help" in arguments:
            assert said == shown
        else:
            assert fold_numbers(said) == fold_numbers(shown)


def fold_numbers(text: str) -> str:
    """Counts change with every better rule; the words around them do not."""
    return re.sub(r"\d+ (\w+?)s?\b", r"N \1", text)


def test_the_help_of_every_command_is_shown() -> None:
    root = typer.main.get_command(app)
    assert isinstance(root, typer.core.TyperGroup)
    names = ["", *root.commands]
    for name, command in root.commands.items():
        names += [f"{name} {inner}" for inner in getattr(command, "commands", ())]
    wanted = {f"{name} --help".strip() for name in names}
    shown = {arguments: output for block in EXAMPLES for arguments, output in commands(block)}
    assert not {arguments for arguments in wanted if not shown.get(arguments, "").strip()}


def test_rules_that_the_readme_shows_can_be_used(tmp_path: Path) -> None:
    shown = re.findall(r"^```toml\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    assert shown
    for number, text in enumerate(shown):
        (tmp_path / f"{number}.toml").write_text(text, encoding="utf-8")
    assert load_rules(tmp_path).version != load_rules().version


def test_the_suggested_rule_that_the_readme_shows_is_suggested(checkout: Path) -> None:
    (shown,) = re.findall(r"^```text\n(# .*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    assert shown in execute("rules suggest samples/untaught", checkout)


def test_the_walk_through_teaching_ends_with_nothing_unknown(checkout: Path) -> None:
    last = [
        shown for block in EXAMPLES for arguments, shown in commands(block) if "rules suggest" in arguments
    ][1]
    assert last.startswith("# Every heading, label, column and rating of 2 documents is known.")


def test_every_key_of_a_rule_is_explained() -> None:
    text = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
    for name, kind in KINDS.items():
        (row,) = re.findall(rf"^\| `\[\[{name}\]\]` \|.*$", text, flags=re.MULTILINE)
        assert [key.name for key in keys_of(kind) if f"`{key.name}`" not in row + COMMON] == [], name


def test_every_meaning_that_a_rule_may_have_is_explained() -> None:
    text = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
    freely = {"concept", "rating", "colour", "language"}
    meanings = {meaning_of(rule) for rule in load_rules().every() if kind_of(rule) not in freely}
    named = {part for meaning in meanings for part in meaning.split(".")}
    assert [name for name in sorted(named) if f"`{name}`" not in text] == []


def test_every_exit_status_is_documented() -> None:
    table = {int(number) for number in re.findall(r"^\| (\d+) \|", README, flags=re.MULTILINE)}
    assert table == {int(code) for code in ExitCode}


def test_quick_start_names_targets_that_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z]+)", README):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target


def test_paths_that_the_readme_names_exist() -> None:
    named = re.findall(r"`((?:extractors|rules|pipeline|samples|tests)/[\w./]*)`", README)
    assert named
    for path in named:
        assert (ROOT / path).exists(), path


def test_continuous_integration_runs_the_readmes_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test    #" in README
    assert re.search(r"^make test$", script, flags=re.MULTILINE)


def test_lock_files_name_no_host_and_hash_every_package() -> None:
    for path in ROOT.glob("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        assert "-index" not in text
        pinned = re.findall(
            r"^[\w.-]+==\S+ \\$(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?$)+", text, flags=re.MULTILINE
        )
        assert len(pinned) == len(re.findall(r"^[\w.-]+[=<>@ ]", text, flags=re.MULTILINE)), path.name


def write_readme() -> None:
    """Puts under every command of the README what it prints."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = make_checkout(Path(scratch))

        def run_block(match: re.Match[str]) -> str:
            if match[1] != "console":
                if SAVED.match(match[2]):
                    save(match[2], folder)
                return match[0]
            shown = [
                f"{PROMPT} {arguments}\n{execute(arguments, folder)}" for arguments, _ in commands(match[2])
            ]
            return f"```console\n{''.join(shown)}```"

        (ROOT / "README.md").write_text(BLOCK.sub(run_block, README), encoding="utf-8")


if __name__ == "__main__":
    write_readme()
