"""Reports in .doc, .rtf and .odt are read through LibreOffice, and nothing of it stays behind."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from extractors import legacy
from extractors.document import UnreadableDocument, block_text
from extractors.registry import extract_document

LINES = ("Bandstand repairs", "Project manager:\tOdile Marsh", "Scaffold taken down", "Roof felt ordered")


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One small report in each of the three formats."""
    folder = tmp_path_factory.mktemp("originals")
    report = docx.Document()
    report.core_properties.title = "Bandstand, April"
    report.add_heading(LINES[0], level=1)
    report.add_paragraph(LINES[1])
    for line in LINES[2:]:
        report.add_paragraph(line, style="List Bullet")
    report.save(str(folder / "report.docx"))
    for target in ("doc", "rtf", "odt"):
        profile = (folder / "profile").as_uri()
        subprocess.run(
            [legacy.find_libreoffice(), "--headless", f"-env:UserInstallation={profile}", "--convert-to", target,
             "--outdir", str(folder), str(folder / "report.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return folder


@pytest.mark.parametrize("name", ["doc", "rtf", "odt"])
def test_words_structure_and_title_survive(name: str, originals: Path) -> None:
    path = originals / f"report.{name}"
    document = extract_document(path)
    assert [block_text(block) for block in document.body] == list(LINES)
    assert [type(block).__name__ for block in document.body] == [
        "Heading",
        "Paragraph",
        "ListItem",
        "ListItem",
    ]
    assert document.format == name
    assert document.path == str(path)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "Bandstand, April" in dict(document.properties).values()


def test_a_misleading_name_does_no_harm(originals: Path, tmp_path: Path) -> None:
    path = tmp_path / "-minutes & notes.docx"
    shutil.copyfile(originals / "report.rtf", path)
    assert extract_document(path).format == "rtf"


def test_garbage_after_a_good_signature_is_told(tmp_path: Path) -> None:
    path = tmp_path / "report.odt"
    path.write_bytes(b"")
    import zipfile

    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<broken")
    with pytest.raises(UnreadableDocument) as caught:
        extract_document(path)
    assert caught.value.code == "conversion-failed"


def test_a_conversion_that_hangs_is_ended(originals: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "CONVERSION_SECONDS", 0.05)
    with pytest.raises(UnreadableDocument) as caught:
        extract_document(originals / "report.doc")
    assert caught.value.code == "conversion-timeout"


def test_without_libreoffice_the_package_to_install_is_named(
    originals: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(legacy, "INSTALL_PLACES", ())
    with pytest.raises(UnreadableDocument, match="libreoffice-writer-nogui") as caught:
        extract_document(originals / "report.odt")
    assert caught.value.code == "libreoffice-missing"
