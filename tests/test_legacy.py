"""Reports in .doc, .rtf and .odt are read through LibreOffice, many at once, and nothing of it stays behind."""

from __future__ import annotations

import hashlib
import shutil
import time
import zipfile
from pathlib import Path

import docx
import olefile
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from extractors.cache import Cache
from extractors.document import Cell, Document, Format, Table, UnreadableDocument, block_text
from extractors.legacy import extract_legacy
from extractors.nested_rows import with_rows_in_line
from extractors.office import convert, program
from extractors.office.binary import mend_final_table
from extractors.office.convert import Original, convert_all
from extractors.office.properties import read_properties
from extractors.registry import extract_document
from pipeline.evaluate import score_folder
from pipeline.reading import read_document
from samples.families import FAMILIES
from samples.generate import in_other_format, make_samples, write_samples
from tests.documents import RULES
from tests.documents import cell as cell_of
from tests.documents import table as grid_of
from tests.office_files import save_as, write_odt
from tests.test_cli import objects, run

LINES = ("Bandstand repairs", "Project manager:\tOdile Marsh", "Scaffold taken down", "Roof felt ordered")
KINDS: tuple[Format, ...] = ("doc", "rtf", "odt")
TITLE = "Bandstand – Café, April"

READ_IN_ALL = ("council_form", "options", "police_cells")
"""Families with nested cells, check boxes, printed options, tracked, struck and hidden text."""
F1 = 0.97


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One small report in each of the three formats."""
    folder = tmp_path_factory.mktemp("originals")
    report = docx.Document()
    report.core_properties.title = TITLE
    report.core_properties.keywords = "bandstand, roof"
    report.add_heading(LINES[0], level=1)
    report.add_paragraph(LINES[1])
    for line in LINES[2:]:
        report.add_paragraph(line, style="List Bullet")
    report.save(str(folder / "report.docx"))
    ending = docx.Document()
    ending.add_paragraph("Cinder path")
    grid = ending.add_table(rows=2, cols=2)
    for cell, text in zip(grid._cells, ("Sponsor", "Ivo Lark", "Manager", "Ann Reed"), strict=True):
        cell.text = text
    ending.save(str(folder / "ends-in-table.docx"))
    for target in KINDS:
        save_as([folder / "report.docx", folder / "ends-in-table.docx"], target, folder, folder)
    return folder


def original(path: Path) -> Original:
    kind: Format = path.suffix[1:]  # type: ignore[assignment]
    return Original(path, kind, hashlib.sha256(path.read_bytes()).hexdigest())


def broken_odt(path: Path) -> Path:
    write_odt(path, "<broken")
    return path


@pytest.mark.parametrize("name", KINDS)
def test_words_structure_and_properties_survive(name: str, originals: Path) -> None:
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
    assert dict(document.properties)["title"] == TITLE
    assert dict(read_properties(path, name))["title"] == TITLE
    assert dict(document.properties)["keywords"] == "bandstand, roof"


@pytest.mark.parametrize("name", KINDS)
def test_a_table_at_the_end_keeps_its_cells(name: str, originals: Path) -> None:
    document = extract_document(originals / f"ends-in-table.{name}")
    (table,) = [block for block in document.body if isinstance(block, Table)]
    assert [cell.text for cell in table.cells] == ["Sponsor", "Ivo Lark", "Manager", "Ann Reed"]


def test_a_table_that_is_lost_on_the_way_is_told(originals: Path, tmp_path: Path) -> None:
    """A file that says it was saved in pieces is not mended."""
    path = tmp_path / "a.doc"
    shutil.copyfile(originals / "ends-in-table.doc", path)
    with olefile.OleFileIO(path, write_mode=True) as compound:
        main = bytearray(compound.openstream("WordDocument").read())
        main[0x0A] |= 0x04
        compound.write_stream("WordDocument", bytes(main))
    document = extract_document(path)
    assert [problem.code for problem in document.problems] == ["table-lost"]
    assert not any(isinstance(block, Table) for block in document.body)


def test_drawings_that_an_rtf_file_left_out_are_told(tmp_path: Path) -> None:
    """The place of a light in a table's cell is saved, the light is not: its rating may be missing."""
    path = tmp_path / "a.rtf"
    light = r"{\field{\*\fldinst SHAPE }{\fldrslt}}"
    rows = "".join(
        rf"\trowd\cellx3000\cellx6000\cellx9000\intbl {risk}\cell {answer}\cell {light}\cell\row"
        for risk, answer, light in (
            ("Risk", "Mitigation", "RAG"),
            ("Eels nest in the sluice", "Build them a pass", light),
            ("Stakes rot", "Drive new ones", light),
        )
    )
    path.write_text(rf"{{\rtf1\ansi Bandstand repairs\par Risks\par{rows}\pard\par}}", encoding="ascii")
    document = extract_document(path)
    (problem,) = [problem for problem in document.problems if problem.code == "drawings-lost"]
    assert problem.message.startswith("2 drawings are missing")
    told = {
        finding.about
        for finding in read_document(document, RULES).reports[0].findings
        if finding.code == problem.code
    }
    assert told == {"risks", "ratings", "percent_complete"}


def told_by(document: Document, code: str) -> set[str]:
    """The keys of a document's report that a finding of a code is about."""
    return {item.about for item in read_document(document, RULES).reports[0].findings if item.code == code}


def test_a_header_that_an_rtf_file_left_out_is_told(tmp_path: Path) -> None:
    """LibreOffice saves one header where left and right pages have headers of their own; its page style tells."""
    path = tmp_path / "a.rtf"
    style = r"{\*\pgdsctbl{\pgdsc0\pgdscuse259{\header Eel pass\par}\pgdscnxt0 Default Page Style;}}"
    path.write_text(
        rf"{{\rtf1\ansi{style} Project: Bandstand repairs\par Date: 3 May 2012\par}}", encoding="ascii"
    )
    document = extract_document(path)
    assert [problem.code for problem in document.problems] == ["header-lost"]
    assert told_by(document, "header-lost") == {"programme", "reference", "sponsor", "manager"}


def test_rows_that_a_reviewed_odt_file_may_not_mark_as_deleted_are_told(
    originals: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.odt"
    marks = (
        b'<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:insertion><office:change-info>'
        b"<dc:creator>A</dc:creator><dc:date>2012-05-03T00:00:00</dc:date></office:change-info></text:insertion>"
        b"</text:changed-region></text:tracked-changes>"
    )
    with zipfile.ZipFile(originals / "ends-in-table.odt") as source, zipfile.ZipFile(path, "w") as target:
        for item in source.infolist():
            data = source.read(item.filename)
            if item.filename == "content.xml":
                begin = data.index(b">", data.index(b"<office:text")) + 1
                data = data[:begin] + marks + data[begin:]
            target.writestr(item, data)
    assert [problem.code for problem in extract_document(path).problems] == ["deleted-rows-unmarked"]


def test_a_row_put_out_of_line_by_nested_tables_stands_under_its_heads() -> None:
    """Three heads of several columns each over three filled cells of one width and an empty one."""
    inner = grid_of(["Eels", "12"])
    row: list[str | Cell] = [
        cell_of(inner),
        cell_of("Dug the pass", across=2),
        "Set the pipe",
        cell_of("", across=3),
    ]
    heads: list[str | Cell] = [
        cell_of("Counts", across=2),
        cell_of("Done", across=3),
        cell_of("Next", across=2),
    ]
    (mended,) = with_rows_in_line((grid_of(heads, row),))
    assert isinstance(mended, Table)
    assert [(each.column, each.column_span) for each in mended.row(1)] == [(0, 2), (2, 3), (5, 2)]
    whole = grid_of(
        heads,
        [cell_of("Eels", across=2), cell_of("Dug the pass", across=3), cell_of("Set the pipe", across=2)],
    )
    assert with_rows_in_line((whole,)) == (whole,)


def test_only_a_file_that_lacks_its_last_paragraph_is_mended(originals: Path, tmp_path: Path) -> None:
    mended = tmp_path / "a.doc"
    shutil.copyfile(originals / "ends-in-table.doc", mended)
    assert mend_final_table(mended)
    assert not mend_final_table(mended)
    whole = tmp_path / "b.doc"
    shutil.copyfile(originals / "report.doc", whole)
    assert not mend_final_table(whole)
    assert whole.read_bytes() == (originals / "report.doc").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_of_the_files_name_prints_the_originals(kind: str, tmp_path: Path) -> None:
    report = docx.Document()
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " FILENAME ")
    field.append(OxmlElement("w:r"))
    field[0].append(OxmlElement("w:t"))
    field[0][0].text = "May report.docx"
    report.add_paragraph("Saved as ")._p.append(field)
    report.save(str(tmp_path / "May report.docx"))
    save_as([tmp_path / "May report.docx"], kind, tmp_path, tmp_path)
    (line,) = extract_document(tmp_path / f"May report.{kind}").body
    assert block_text(line) in (f"Saved as May report.{kind}", "Saved as May report")


def test_a_misleading_name_does_no_harm(originals: Path, tmp_path: Path) -> None:
    path = tmp_path / "-minutes & notes.docx"
    shutil.copyfile(originals / "report.rtf", path)
    assert extract_document(path).format == "rtf"


def test_one_bad_file_does_not_cost_the_others(originals: Path, tmp_path: Path) -> None:
    bad = broken_odt(tmp_path / "bad.odt")
    files = [originals / "report.doc", bad, originals / "report.rtf", originals / "report.odt"]
    heard: list[tuple[int, int]] = []
    done = convert_all(
        [original(path) for path in files], tmp_path, lanes=1, tell=lambda *counts: heard.append(counts)
    )
    assert [done[original(path).sha256].code for path in files] == ["", "conversion-failed", "", ""]
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_lanes_side_by_side_convert_everything(originals: Path, tmp_path: Path) -> None:
    files = []
    for number in range(6):
        report = docx.Document(str(originals / "report.docx"))
        report.add_paragraph(f"Copy {number}")
        report.save(str(tmp_path / f"{number}.docx"))
        files.append(tmp_path / f"{number}.docx")
    save_as(files, "rtf", tmp_path, tmp_path)
    sources = [original(path.with_suffix(".rtf")) for path in files]
    out = tmp_path / "out"
    out.mkdir()
    done = convert_all(sources, out, lanes=2)
    for number, source in enumerate(sources):
        document = extract_legacy(source.path, done[source.sha256])
        assert block_text(document.body[-1]) == f"Copy {number}"
    assert sorted(path.name for path in out.iterdir()) == sorted(f"{item.sha256}.docx" for item in sources)


def test_a_conversion_that_hangs_is_ended(originals: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "STALL_SECONDS", 0.05)
    start = time.monotonic()
    with pytest.raises(UnreadableDocument) as caught:
        extract_document(originals / "report.doc")
    assert caught.value.code == "conversion-stopped"
    assert time.monotonic() - start < 10


def test_a_kept_file_needs_no_second_conversion(
    originals: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache.at(tmp_path / "cache")
    first = extract_legacy(originals / "report.odt", cache=cache)
    monkeypatch.setattr(convert, "STALL_SECONDS", 0.0)  # no LibreOffice comes to an end within that
    assert extract_legacy(originals / "report.odt", cache=cache) == first
    for path in cache.folder.iterdir():
        path.write_bytes(b"PK damaged")
    with pytest.raises(UnreadableDocument):
        extract_legacy(originals / "report.odt", cache=cache)


def test_without_libreoffice_the_package_to_install_is_named(
    originals: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(program, "INSTALL_PLACES", ())
    with pytest.raises(UnreadableDocument, match="libreoffice-writer-nogui") as caught:
        extract_document(originals / "report.odt")
    assert caught.value.code == "libreoffice-missing"


def test_properties_of_rtf_in_every_spelling(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Caf\'e9 \u8211 ?N\{1\}}{\author A B}"
        rb"{\*\company X}{\subject {\b Roof} works}}Text}"
    )
    assert read_properties(path, "rtf") == (("title", "Café –N{1}"), ("subject", "Roof works"))


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("samples")
    known = {family.name: family for family in FAMILIES}
    for kind in KINDS:
        made = [
            sample
            for name in READ_IN_ALL
            for sample in make_samples(known[name], (4,), known[name].projects[:2])
        ]
        write_samples(in_other_format(made, kind), out / kind)
    return out


@pytest.mark.parametrize("kind", KINDS)
def test_samples_are_read_as_well_as_from_word(kind: str, samples: Path) -> None:
    score = score_folder(samples / kind, RULES)
    assert score.f1() >= F1, score.mistakes
    assert score.silent <= 0.01 * score.gold.total(), score.mistakes


def asides(document: Document, kind: str) -> str:
    return " ".join(block_text(aside.block) for aside in document.asides if aside.kind == kind)


@pytest.mark.parametrize("kind", KINDS)
def test_deleted_and_hidden_text_stays_so(kind: str, samples: Path) -> None:
    path = next((samples / kind / "police_cells").glob(f"*.{kind}"))
    document = extract_document(path)
    shown = " ".join(block_text(block) for block in document.body)
    assert asides(document, "deleted")
    assert asides(document, "hidden")
    assert asides(document, "deleted") not in shown


def test_a_run_converts_together_and_the_next_one_not_again(originals: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for kind in KINDS:
        shutil.copyfile(originals / f"report.{kind}", folder / f"{kind}.bin")
    (folder / "bad.odt").write_bytes(broken_odt(tmp_path / "x.odt").read_bytes())
    first = run("ingest", "in", "--tracker", "a.xlsx", "--cache", "kept", "-v", cwd=tmp_path)
    assert first.returncode == 3
    assert "4 of 4 files converted by LibreOffice" in first.stderr
    assert "in/bad.odt: LibreOffice could not read this .odt file" in first.stderr
    assert "3 documents read" in first.stderr
    (folder / "bad.odt").unlink()
    shown = [path.relative_to(tmp_path).as_posix() for path in sorted(folder.iterdir())]
    kept = run("extract", *shown, "--cache", "kept", cwd=tmp_path)
    fresh = run("extract", *shown, "--no-cache", cwd=tmp_path)
    assert kept.returncode == fresh.returncode == 0
    assert kept.stdout == fresh.stdout
    assert [item["document"]["format"] for item in objects(kept)] == ["doc", "odt", "rtf"]
