"""Files that ask for a password: told apart from broken ones, opened with the right one, and the word kept secret."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from pathlib import Path

import docx
import olefile
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from fpdf import FPDF
from msoffcrypto.format.ooxml import OOXMLFile

from extractors.document import UnreadableDocument, block_text
from extractors.registry import Aids, extract_document
from extractors.sniff import WORD_ENCRYPTED, WORD_FLAGS, sniff_format
from pipeline.converting import Means
from tests.office_files import save_as, write_odt
from tests.small_reports import write_report
from tests.test_cli import objects, run

WORD = "säsame; 5tr33t"


def lock_docx(source: Path, target: Path) -> Path:
    with source.open("rb") as plain, target.open("wb") as locked:
        OOXMLFile(plain).encrypt(WORD, locked)
    return target


def lock_pdf(target: Path, *, user: str | None) -> Path:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    for line in ("Highlight report", "Project: Bandstand repairs", "Reporting period: May 2024"):
        pdf.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    pdf.set_encryption(owner_password="owner", user_password=user)
    pdf.output(str(target))
    return target


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("protected")
    plain = write_report(out / "plain.docx")
    lock_docx(plain, out / "locked.docx")
    lock_pdf(out / "locked.pdf", user="5tr33t pdf")
    save_as([plain], "doc", out, out)
    return out


@pytest.mark.parametrize(("name", "word"), [("locked.docx", WORD), ("locked.pdf", "5tr33t pdf")])
def test_the_right_password_opens(name: str, word: str, folder: Path) -> None:
    path = folder / name
    with pytest.raises(UnreadableDocument, match="--passwords") as caught:
        extract_document(path)
    assert caught.value.code == "encrypted"
    with pytest.raises(UnreadableDocument) as caught:
        extract_document(path, Aids(passwords=("wrong", "")))
    assert caught.value.code == "wrong-password"
    document = extract_document(path, Aids(passwords=("wrong", word)))
    assert "Bandstand repairs" in " ".join(block_text(block) for block in document.body)
    assert document.path == str(path)
    assert [problem.code for problem in document.problems] == ["opened-with-password"]


def test_a_locked_doc_is_told_from_a_broken_one(folder: Path, tmp_path: Path) -> None:
    """Its first block stays readable and tells that the rest is encrypted."""
    path = tmp_path / "locked.doc"
    shutil.copyfile(folder / "plain.doc", path)
    with olefile.OleFileIO(path, write_mode=True) as compound:
        main = bytearray(compound.openstream("WordDocument").read())
        main[WORD_FLAGS + 1] |= WORD_ENCRYPTED >> 8
        compound.write_stream("WordDocument", bytes(main))
    with pytest.raises(UnreadableDocument) as caught:
        sniff_format(path)
    assert caught.value.code == "encrypted"
    with pytest.raises(UnreadableDocument, match="without protection") as caught:
        extract_document(path, Aids(passwords=("x",)))
    assert caught.value.code == "encryption-unknown"


def test_a_locked_odt_is_told_with_what_to_do(tmp_path: Path) -> None:
    path = write_odt(tmp_path / "a.odt", "")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(
        b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    with pytest.raises(UnreadableDocument, match="--passwords"):
        extract_document(path)
    with pytest.raises(UnreadableDocument, match="save it without a password") as caught:
        extract_document(path, Aids(passwords=("x",)))
    assert caught.value.code == "encryption-unknown"


def test_a_document_locked_only_against_changes_opens(tmp_path: Path) -> None:
    path = write_report(tmp_path / "a.docx")
    report = docx.Document(str(path))
    lock = OxmlElement("w:documentProtection")
    for name, value in (("edit", "forms"), ("enforcement", "1"), ("hash", "9oN7nWkCAyEZib1RomSJTjmPpCY=")):
        lock.set(qn(f"w:{name}"), value)
    report.settings.element.insert(0, lock)
    report.save(str(path))
    save_as([path], "doc", tmp_path, tmp_path)
    lock_pdf(tmp_path / "a.pdf", user=None)
    for name in ("a.docx", "a.doc", "a.pdf"):
        document = extract_document(tmp_path / name)
        assert "Bandstand repairs" in " ".join(block_text(block) for block in document.body), name


def test_the_words_stand_nowhere(folder: Path, tmp_path: Path) -> None:
    for name in ("locked.docx", "locked.pdf"):
        shutil.copyfile(folder / name, tmp_path / name)
    (tmp_path / "words.txt").write_text(f"nope\n\n{WORD}\n5tr33t pdf\r\n", encoding="utf-8-sig")
    done = run(
        "ingest", "locked.docx", "locked.pdf", "--tracker", "t.xlsx", "--passwords", "words.txt", "-v",
        cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    printed = run("extract", "locked.docx", "locked.pdf", "--passwords", "words.txt", cwd=tmp_path)
    assert [item["document"]["format"] for item in objects(printed)] == ["docx", "pdf"]
    assert all(item["reports"][0]["project"] == "Bandstand repairs" for item in objects(printed))
    with zipfile.ZipFile(tmp_path / "t.xlsx") as workbook:
        told = b"".join(workbook.read(name) for name in workbook.namelist()).decode("utf-8", "replace")
    with sqlite3.connect(tmp_path / "t.sqlite") as store:
        told += "\n".join(store.iterdump())
    told += done.stdout + done.stderr + printed.stdout + printed.stderr
    told += repr(Means(passwords=(WORD,))) + repr(Aids(passwords=(WORD,)))
    assert "5tr33t" not in told


def test_wrong_uses_of_the_options_are_told(tmp_path: Path) -> None:
    write_report(tmp_path / "a.docx")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\0x")
    for arguments, words in (
        (["--passwords", "none.txt"], "none.txt"),
        (["--passwords", "binary"], "UTF-8"),
        (["--cache", "c", "--no-cache"], "not both"),
        (["--cache", "a.docx"], "--no-cache"),
    ):
        done = run("extract", "a.docx", *arguments, cwd=tmp_path)
        assert done.returncode == 2, done.stderr
        assert words in done.stderr


def test_a_macro_document_is_read_and_its_macros_are_not(tmp_path: Path) -> None:
    """The project of macros is a compound file of its own; here one that no reader could open."""
    plain = write_report(tmp_path / "plain.docx")
    path = tmp_path / "a.docm"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                ).replace(
                    b"<Default ",
                    b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ',
                    1,
                )
            if name == "word/_rels/document.xml.rels":
                data = data.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/'
                    b'vbaProject" Target="vbaProject.bin"/></Relationships>',
                )
            target.writestr(name, data)
        target.writestr("word/vbaProject.bin", bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 5000)
    document = extract_document(path)
    assert document.format == "docm"
    assert document.body == extract_document(plain).body
    assert document.problems == ()
    (entry,) = objects(run("extract", "a.docm", cwd=tmp_path))
    assert entry["document"]["format"] == "docm"
    assert entry["reports"][0]["project"] == "Bandstand repairs"


def test_the_plain_copy_is_gone_afterwards(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    extract_document(folder / "locked.docx", Aids(passwords=(WORD,)))
    assert list(tmp_path.iterdir()) == []
