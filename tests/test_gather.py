"""What counts as a report under the paths a user names, and what is said of the rest."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from pipeline import gather
from pipeline.gather import Gathered, gather_files
from pipeline.run import is_report

PDF = b"%PDF-1.7 not much of one"


def zipped(members: dict[str, bytes]) -> bytes:
    """An archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tree(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, so that paths can be given as a user gives them."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def find(*paths: str) -> Gathered:
    scratch = Path("../scratch")
    scratch.mkdir()
    return gather_files([Path(path) for path in paths], is_report, scratch)


def shown(found: Gathered) -> list[str]:
    return [file.shown for file in found.files]


def test_folders_are_read_to_their_depth_and_sorted(here: Path) -> None:
    tree(here, {"in/b.pdf": PDF, "in/A.pdf": PDF, "in/deep/er/c.pdf": PDF})
    assert shown(find("in")) == ["in/A.pdf", "in/b.pdf", "in/deep/er/c.pdf"]


def test_paths_come_in_the_order_given_and_files_once(here: Path) -> None:
    tree(here, {"b.pdf": PDF, "a.pdf": PDF})
    assert shown(find("b.pdf", ".", "./b.pdf")) == ["b.pdf", "a.pdf"]


def test_content_decides_where_names_do_not(here: Path) -> None:
    tree(here, {"in/download": PDF, "in/notes.txt": b"hello", "in/broken.docx": b"PK\3\4 no package"})
    found = find("in")
    assert shown(found) == ["in/broken.docx", "in/download"]
    assert [(item.shown, item.failed) for item in found.omitted] == [("in/notes.txt", False)]


def test_a_file_that_the_user_names_is_never_left_out(here: Path) -> None:
    tree(here, {"notes.txt": b"hello"})
    assert shown(find("notes.txt")) == ["notes.txt"]


def test_lock_files_and_hidden_ones_are_left_out(here: Path) -> None:
    tree(here, {"ok.pdf": PDF})
    (here / "~$report.docx").write_bytes(b"user name")
    tree(here / ".cache", {"x.pdf": PDF})
    found = find(".")
    assert shown(found) == ["ok.pdf"]
    assert {item.shown for item in found.omitted} == {".cache", "~$report.docx"}


def test_a_link_in_a_circle_ends(here: Path) -> None:
    tree(here, {"in/a.pdf": PDF})
    (here / "in" / "again").symlink_to(here / "in", target_is_directory=True)
    assert shown(find("in")) == ["in/a.pdf"]


def test_members_of_archives_keep_their_names(here: Path) -> None:
    inner = zipped({"c.pdf": PDF})
    members = {"north/a.pdf": PDF, "x.txt": b"x", "inner.zip": inner, "__MACOSX/north/._a.pdf": b"x"}
    tree(here, {"pack.zip": zipped(members)})
    found = find("pack.zip")
    assert shown(found) == ["pack.zip!/inner.zip!/c.pdf", "pack.zip!/north/a.pdf"]
    assert found.files[0].path.read_bytes() == PDF
    assert "pack.zip!/x.txt" in [item.shown for item in found.omitted]


def test_no_member_is_written_outside_the_scratch_folder(here: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../escaped.pdf", PDF)
        archive.writestr("/escaped.pdf", PDF)
        archive.writestr("C:\\escaped.pdf", PDF)
    tree(here, {"evil.zip": buffer.getvalue()})
    found = find("evil.zip")
    assert len(found.files) == 3
    scratch = Path("../scratch").resolve()
    assert all(file.path.resolve().is_relative_to(scratch) for file in found.files)


def test_an_archive_bomb_is_told_and_its_neighbours_are_read(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gather, "MEMBER_BYTES", 1000)
    tree(here, {"a.zip": zipped({"a.pdf": PDF, "b.pdf": bytes(5000), "c.pdf": PDF}), "b.pdf": PDF})
    found = find(".")
    assert shown(found) == ["a.zip!/a.pdf", "a.zip!/c.pdf", "b.pdf"]
    assert [item.shown for item in found.omitted if item.failed] == ["a.zip!/b.pdf"]


def test_archives_in_archives_end_somewhere(here: Path) -> None:
    content = zipped({"a.pdf": PDF})
    for _ in range(5):
        content = zipped({"in.zip": content})
    tree(here, {"in.zip": content})
    found = find("in.zip")
    assert shown(found) == []
    assert [item.failed for item in found.omitted] == [True]


def test_damaged_and_protected_archives_are_told(here: Path) -> None:
    good = zipped({"a.pdf": PDF})
    protected = bytearray(good)
    protected[6] |= 1  # the flag of encryption, in the member's own header and in the directory
    protected[good.index(b"PK\1\2") + 8] |= 1
    tree(here, {"half.zip": good[:30], "locked.zip": bytes(protected)})
    found = find(".")
    assert shown(found) == []
    assert [(item.shown, item.failed) for item in found.omitted] == [("half.zip", True), ("locked.zip", True)]
