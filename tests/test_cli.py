"""The command as a user runs it: a process, its two streams and its exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.odd_reports import jargon
from tests.small_reports import MONTHS, write_report

COMMAND = [sys.executable, "-m", "pipeline.cli"]
ROOT = Path(__file__).resolve().parent.parent


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command as a user of a system with an old, narrow text encoding runs it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "COLUMNS": "200"}
    return subprocess.run(
        [*COMMAND, *arguments],
        check=False,
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def objects(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_extract_prints_one_object_a_line_in_the_order_given(tmp_path: Path) -> None:
    write_report(tmp_path / "in" / "ü – b.docx", project="Bühne – repairs")
    write_report(tmp_path / "a.docx")
    done = run("extract", "in/ü – b.docx", "a.docx", cwd=tmp_path)
    found = objects(done)
    assert [item["document"]["path"] for item in found] == ["in/ü – b.docx", "a.docx"]
    assert [item["reports"][0]["project"] for item in found] == ["Bühne – repairs", "Bandstand repairs"]
    assert "Bühne – repairs" in done.stdout
    assert done.returncode == 0
    assert done.stderr == ""


def test_what_cannot_be_read_is_an_object_too(tmp_path: Path) -> None:
    write_report(tmp_path / "good.docx")
    (tmp_path / "bad.docx").write_bytes(b"PK\3\4 half a file")
    (tmp_path / "notes.txt").write_text("dear diary", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    done = run("extract", "bad.docx", "missing.docx", "good.docx", "notes.txt", "folder", cwd=tmp_path)
    found = objects(done)
    codes = [[item["code"] for item in entry["findings"] if item["severity"] == "error"] for entry in found]
    assert codes == [["damaged-file"], ["file-not-readable"], [], ["unknown-format"], ["file-not-readable"]]
    assert found[2]["reports"]
    assert all(entry.keys() == found[2].keys() for entry in found)
    assert done.returncode == 3
    assert "missing.docx: There is no file missing.docx" in done.stderr


def test_indented_output_is_the_same_object(tmp_path: Path) -> None:
    write_report(tmp_path / "a.docx")
    plain = run("extract", "a.docx", cwd=tmp_path)
    indented = run("extract", "a.docx", "--indent", cwd=tmp_path)
    assert json.loads(indented.stdout) == json.loads(plain.stdout)
    assert len(indented.stdout.splitlines()) > 50


def test_output_does_not_depend_on_workers_or_company(tmp_path: Path) -> None:
    names = [write_report(tmp_path / f"{month}.docx", month).name for month in MONTHS]
    together = run("extract", *names, "--workers", "2", cwd=tmp_path).stdout
    alone = "".join(run("extract", name, cwd=tmp_path).stdout for name in names[:2])
    assert together.startswith(alone)
    assert run("extract", *names, "--workers", "1", cwd=tmp_path).stdout == together


def test_a_deadline_is_told_with_the_next_step(tmp_path: Path) -> None:
    write_report(tmp_path / "a.docx")
    done = run("extract", "a.docx", "--deadline", "0.1", cwd=tmp_path)
    (entry,) = objects(done)
    if done.returncode:  # a quick machine reads the report in time
        assert entry["findings"][0]["code"] == "timeout"
        assert "--deadline" in entry["findings"][0]["message"]


def test_ingest_writes_the_tracker_and_reads_nothing_twice(tmp_path: Path) -> None:
    for month in MONTHS[:3]:
        write_report(tmp_path / "reports" / f"{month}.docx", month)
    first = run("ingest", "reports", "--tracker", "tracker.xlsx", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert first.stdout == ""
    assert "3 documents read (3 reports), 0 unchanged, 0 not read" in first.stderr
    before = (tmp_path / "tracker.xlsx").read_bytes()
    second = run("ingest", "reports", "--tracker", "tracker.xlsx", cwd=tmp_path)
    assert "0 documents read (0 reports), 3 unchanged, 0 not read" in second.stderr
    assert (tmp_path / "tracker.xlsx").read_bytes() == before
    rows = list(openpyxl.load_workbook(tmp_path / "tracker.xlsx")["Reports"].iter_rows(values_only=True))
    assert len(rows) == 1 + 3
    assert (tmp_path / "tracker.sqlite").exists()


def test_ingest_tells_what_it_could_not_read(tmp_path: Path) -> None:
    write_report(tmp_path / "in" / "a.docx")
    (tmp_path / "in" / "b.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (tmp_path / "in" / "c.txt").write_text("not a report", encoding="utf-8")
    done = run("ingest", "in", "--tracker", "t.xlsx", "--verbose", cwd=tmp_path)
    assert done.returncode == 3
    assert "in/b.pdf: " in done.stderr
    assert "in/c.txt: not a report" in done.stderr
    assert "1 document read (1 report), 0 unchanged, 1 not read, 1 other file left out." in done.stderr


def test_explain_shows_what_became_of_the_words(tmp_path: Path) -> None:
    write_report(tmp_path / "a.docx")
    done = run("explain", "a.docx", cwd=tmp_path)
    assert done.returncode == 0
    assert "Scaffold inspected in May" in done.stdout


def test_explain_tells_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\3\4 half a file")
    done = run("explain", "a.docx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "a.docx: The file is damaged" in done.stderr


def test_evaluate_compares_with_gold(tmp_path: Path) -> None:
    write_report(tmp_path / "in" / "a.docx")
    gold = {"reports": [{"project": "Bandstand repairs", "manager": "Somebody Else"}]}
    (tmp_path / "in" / "a.docx.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    done = run("evaluate", "in", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "manager" in done.stdout


OWN_RULE = '[[label]]\nfield = "manager"\nphrases = ["Skipper"]\nexample = "Skipper"\n'


def test_rules_check_ends_well_or_with_all_mistakes(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.toml").write_text(OWN_RULE, encoding="utf-8")
    done = run("rules", "check", "own", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "own: 1 file, 1 rule (1 label), no mistakes.\n"
    (tmp_path / "own" / "b.toml").write_text(OWN_RULE.replace("field", "feild"), encoding="utf-8")
    done = run("rules", "check", "own", cwd=tmp_path)
    assert done.returncode == 2
    assert "b.toml [[label]] 1 (line 2): unknown key 'feild'; did you mean 'field'?\n" in done.stderr
    assert "b.toml [[label]] 1 (line 1): the key 'field' is missing\n" in done.stderr
    assert done.stdout == "own: 2 files, 1 rule (1 label), 2 mistakes.\n"


def test_rules_list_prints_lines_for_people_and_objects_for_programs(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.toml").write_text(OWN_RULE.replace("Skipper", "Bühnenmeister"), encoding="utf-8")
    done = run("rules", "list", "--rules", "own", "--kind", "labels", "--grep", "bühne", cwd=tmp_path)
    assert done.stdout.split() == ["label", "manager", "a.toml", "Bühnenmeister"]
    (found,) = objects(run("rules", "list", "--rules", "own", "--grep", "bühne", "--json", cwd=tmp_path))
    assert (found["rule"], found["field"], found["built_in"]) == ("label", "manager", False)
    nothing = run("rules", "list", "--grep", "zeppelin", cwd=tmp_path)
    assert (nothing.returncode, nothing.stdout) == (0, "")
    assert "No rule holds 'zeppelin'" in nothing.stderr


def test_rules_suggest_prints_a_rule_file_or_saves_it_once(tmp_path: Path) -> None:
    jargon(tmp_path / "a.docx")
    done = run("rules", "suggest", "a.docx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert '#phrases = ["Squalls"]' in done.stdout
    assert "no rule knows: 3 headings, 1 label, 3 columns." in done.stderr
    saved = run("rules", "suggest", "a.docx", "--save", "own/ours.toml", cwd=tmp_path)
    assert (saved.returncode, saved.stdout) == (0, "")
    assert (tmp_path / "own" / "ours.toml").read_text(encoding="utf-8") == done.stdout
    (tmp_path / "own" / "ours.toml").write_text("# mine", encoding="utf-8")
    again = run("rules", "suggest", "a.docx", "--save", "own/ours.toml", cwd=tmp_path)
    assert again.returncode == 2
    assert "There is a file own" in again.stderr
    assert (tmp_path / "own" / "ours.toml").read_text(encoding="utf-8") == "# mine"


def test_rules_suggest_tells_what_it_could_not_read(tmp_path: Path) -> None:
    jargon(tmp_path / "in" / "a.docx")
    (tmp_path / "in" / "b.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    done = run("rules", "suggest", "in", cwd=tmp_path)
    assert done.returncode == 3
    assert "in/b.pdf: " in done.stderr
    assert "Squalls" in done.stdout


WRONG_USES = {
    "no command": ([], "Usage:"),
    "no tracker": (["ingest", "."], "--tracker"),
    "unknown option": (["ingest", ".", "--trucker", "t.xlsx"], "--tracker"),
    "missing path": (["ingest", "nowhere", "--tracker", "t.xlsx"], "no file or folder nowhere"),
    "not a workbook": (["ingest", ".", "--tracker", "t.xls"], "ends in .xlsx"),
    "no such folder": (["ingest", ".", "--tracker", "no/t.xlsx"], "no folder"),
    "nothing to read": (["ingest", ".", "--tracker", "t.xlsx"], "no report under ."),
    "no rules": (["extract", "a.docx", "--rules", "norules"], "norules"),
    "bad rules": (["extract", "a.docx", "--rules", "badrules"], "headng"),
    "bad store": (["ingest", "x", "--tracker", "t.xlsx", "--store", "nosql://x"], "nosql"),
    "missing file to explain": (["explain", "nowhere.docx"], "no file or folder nowhere.docx"),
    "no such report to explain": (["explain", "x/a.docx", "--report", "7"], "1 report(s)"),
    "folder to explain": (["explain", "x"], "x is a folder"),
    "file to evaluate": (["evaluate", "x/a.docx"], "is a file"),
    "nothing to evaluate": (["evaluate", "x"], "no gold file"),
    "no rules to check": (["rules", "check", "norules"], "no such folder"),
    "bad rules to list": (["rules", "list", "--rules", "badrules"], "headng"),
    "unknown kind to list": (["rules", "list", "--kind", "lables"], "did you mean 'labels'"),
    "nothing to suggest from": (["rules", "suggest", "badrules"], "no report among these"),
    "missing file to suggest from": (["rules", "suggest", "nowhere.docx"], "no file or folder nowhere.docx"),
    "no rule file to save": (["rules", "suggest", "x", "--save", "ours.txt"], "ends in .toml"),
    "missing folder to evaluate": (["evaluate", "nowhere"], "no file or folder nowhere"),
}


@pytest.mark.parametrize("case", WRONG_USES)
def test_wrong_use_is_told_in_words(case: str, tmp_path: Path) -> None:
    arguments, words = WRONG_USES[case]
    (tmp_path / "badrules").mkdir()
    (tmp_path / "badrules" / "own.toml").write_text('[[headng]]\nexample = "x"\n', encoding="utf-8")
    if {"x", "x/a.docx"} & set(arguments):
        write_report(tmp_path / "x" / "a.docx")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "t.xlsx").exists()


def test_help_is_quick(tmp_path: Path) -> None:
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        assert run("--help", cwd=tmp_path).returncode == 0
        seconds.append(time.perf_counter() - start)
    code = "import sys, pipeline.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {"spacy", "pandas", "openpyxl", "lxml", "pypdfium2", "sqlalchemy"} & set(loaded.stdout.split())
    assert min(seconds) < 1.0


def test_version(tmp_path: Path) -> None:
    assert run("--version", cwd=tmp_path).stdout.startswith("highlight-tracker ")


def test_ctrl_c_leaves_a_store_that_the_next_run_completes(tmp_path: Path) -> None:
    for number in range(30):
        write_report(tmp_path / "in" / f"{number:02}.docx", MONTHS[number % 6], f"Project {number}")
    with subprocess.Popen(
        [*COMMAND, "ingest", "in", "--tracker", "t.xlsx", "-v", "--workers", "1"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        process.stderr.readline()  # the first document is in the store, the others are not
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stderr.read()
        assert process.wait(timeout=30) == 130
    assert "run the command again" in rest
    assert "Traceback" not in rest
    again = run("ingest", "in", "--tracker", "t.xlsx", cwd=tmp_path)
    assert again.returncode == 0
    assert " 0 unchanged" not in again.stderr
    assert " 30 unchanged" not in again.stderr
    rows = list(openpyxl.load_workbook(tmp_path / "t.xlsx")["Reports"].iter_rows(values_only=True))
    assert len(rows) == 1 + 30
