"""The conductor: order, identity of documents, and failures that become findings."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from extractors.document import Document, UnreadableDocument
from extractors.registry import EXTRACTORS, Aids
from pipeline.gather import ReportFile
from pipeline.limits import Limits
from pipeline.model import Reading
from pipeline.run import (
    IngestSummary,
    NoReports,
    Step,
    all_findings,
    extract_files,
    ingest,
    read_file,
    unread,
)
from pipeline.tracking import open_store
from rules.schema import RuleError, load_rules
from tests.small_reports import MONTHS, write_report

ONE = Limits(workers=1)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths_in(store: Path) -> list[tuple[str, ...]]:
    with open_store(str(store)) as opened:
        return [stored.paths for stored in opened.readings()]


def test_a_reading_carries_the_path_as_given(here: Path) -> None:
    write_report(here / "in" / "a.docx")
    (reading,) = extract_files([Path("in/a.docx")], limits=ONE)
    assert reading.document.path == "in/a.docx"
    assert not reading.failed


def test_wrong_rules_are_told_before_any_file_is_opened(here: Path) -> None:
    (here / "own").mkdir()
    (here / "own" / "x.toml").write_text("[[nonsense]]\n", encoding="utf-8")
    with pytest.raises(RuleError):
        extract_files([Path("missing.docx")], rule_folders=(Path("own"),))


def test_an_unreadable_file_keeps_its_identity(here: Path) -> None:
    write_report(here / "a.docx")
    reading = unread(ReportFile("shown.docx", here / "a.docx"), "5a", "some-code", "Do this.")
    assert reading.failed
    assert (reading.document.path, reading.document.sha256, reading.document.format) == (
        "shown.docx",
        "5a",
        "docx",
    )


def test_a_library_that_refuses_is_a_finding(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, aids: Aids) -> Document:
        raise UnreadableDocument("encrypted", "It has a password: remove it.")

    write_report(here / "a.docx")
    monkeypatch.setattr("extractors.registry.EXTRACTORS", {**EXTRACTORS, "docx": refuse})
    reading = read_file(Path("a.docx"), load_rules())
    assert [finding.code for finding in reading.findings] == ["encrypted"]
    assert reading.failed
    assert len(reading.document.sha256) == 64


def test_equal_files_are_read_once_under_all_their_names(here: Path) -> None:
    write_report(here / "in" / "a.docx")
    shutil.copyfile(here / "in" / "a.docx", here / "in" / "b.docx")
    summary = ingest([Path("in")], Path("t.xlsx"), limits=ONE)
    assert (summary.read, summary.unchanged, summary.found) == (1, 1, 2)
    assert paths_in(here / "t.sqlite") == [("in/a.docx", "in/b.docx")]


def test_a_moved_report_is_not_read_again(here: Path) -> None:
    write_report(here / "in" / "a.docx")
    ingest([Path("in")], Path("t.xlsx"), limits=ONE)
    (here / "in").rename(here / "archive")
    summary = ingest([Path("archive")], Path("t.xlsx"), limits=ONE)
    assert (summary.read, summary.unchanged) == (0, 1)
    assert paths_in(here / "t.sqlite") == [("in/a.docx", "archive/a.docx")]


def test_new_rules_read_everything_again(here: Path) -> None:
    write_report(here / "in" / "a.docx")
    ingest([Path("in")], Path("t.xlsx"), limits=ONE)
    (here / "own").mkdir()
    rule = '[[label]]\nfield = "sponsor"\nphrases = ["Bandmaster"]\nexample = "Bandmaster"\n'
    (here / "own" / "own.toml").write_text(rule, encoding="utf-8")
    for expected in ((1, 0), (0, 1)):
        summary = ingest([Path("in")], Path("t.xlsx"), rule_folders=(Path("own"),), limits=ONE)
        assert (summary.read, summary.unchanged) == expected
    (here / "own" / "own.toml").write_text(rule.replace("Bandmaster", "Conductor"), encoding="utf-8")
    summary = ingest([Path("in")], Path("t.xlsx"), rule_folders=(Path("own"),), limits=ONE)
    assert (summary.read, summary.unchanged, summary.again) == (1, 0, 1)
    forgotten = ingest([Path("in")], Path("t.xlsx"), limits=ONE)
    assert forgotten.again == 1, "whoever forgot --rules is told"


def test_what_failed_is_tried_again(here: Path) -> None:
    (here / "in").mkdir()
    (here / "in" / "a.docx").write_bytes(b"PK\3\4 half")
    write_report(here / "in" / "b.docx")
    for expected in ((1, 0, 1), (0, 1, 1)):
        summary = ingest([Path("in")], Path("t.xlsx"), limits=ONE)
        assert (summary.read, summary.unchanged, len(summary.failed)) == expected
        assert not summary.complete


def test_members_of_archives_are_named_by_archive_and_member(here: Path) -> None:
    write_report(here / "a.docx")
    with zipfile.ZipFile(here / "pack.zip", "w") as archive:
        archive.write(here / "a.docx", "north/a.docx")
    summary = ingest([Path("pack.zip")], Path("t.xlsx"), limits=ONE)
    assert summary.read == 1
    assert paths_in(here / "t.sqlite") == [("pack.zip!/north/a.docx",)]


def test_paths_outside_the_trackers_folder_are_absolute(here: Path) -> None:
    write_report(here / "in" / "a.docx")
    (here / "out").mkdir()
    ingest([Path("in")], Path("out/t.xlsx"), limits=ONE)
    assert paths_in(here / "out" / "t.sqlite") == [((here / "in" / "a.docx").as_posix(),)]


def test_nothing_to_read_leaves_the_workbook_alone(here: Path) -> None:
    (here / "in").mkdir()
    (here / "in" / "notes.txt").write_text("x", encoding="utf-8")
    with pytest.raises(NoReports) as caught:
        ingest([Path("in")], Path("t.xlsx"))
    assert [item.shown for item in caught.value.omitted] == ["in/notes.txt"]
    assert not (here / "t.xlsx").exists()


def test_the_listener_hears_every_document_in_order(here: Path) -> None:
    for month in MONTHS[:3]:
        write_report(here / "in" / f"{month}.docx", month)
    heard: list[Step] = []
    summary: IngestSummary = ingest([Path("in")], Path("t.xlsx"), limits=ONE, listener=heard.append)
    assert [step.reading.document.path for step in heard] == [
        "in/February.docx",
        "in/January.docx",
        "in/March.docx",
    ]
    assert [(step.done, step.total) for step in heard] == [(1, 3), (2, 3), (3, 3)]
    readings: list[Reading] = [step.reading for step in heard]
    told = [finding for reading in readings for finding in all_findings(reading)]
    assert summary.findings.total() == len(told)
