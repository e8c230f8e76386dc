"""No document makes LibreOffice run a macro, ask the network or take in a file from elsewhere."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Cm

from extractors.document import block_text
from extractors.office.convert import Original, convert_all
from extractors.word.extract import extract_docx
from tests.office_files import listening, macro_on_opening, office, save_as, write_odt

SECRET = "Minutes of another board"


def picture(address: str) -> str:
    return (
        '<draw:frame draw:name="p" text:anchor-type="as-char" svg:width="1cm" svg:height="1cm">'
        f'<draw:image xlink:href="{address}/picture.png" xlink:type="simple"/></draw:frame>'
    )


def write_hostile(folder: Path, address: str) -> dict[str, Path]:
    """One file of each format that asks for what it must not get."""
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    head, parts = macro_on_opening(folder / "written-by-macro")
    sources = "".join(
        f'<text:section text:name="s{number}"><text:section-source xlink:type="simple" xlink:href="{link}"/>'
        "<text:p>linked</text:p></text:section>"
        for number, link in enumerate((f"{address}/section.odt", (folder / "secret.txt").as_uri()))
    )
    odt = write_odt(
        folder / "a.odt", f"<text:p>Bandstand{picture(address)}</text:p>{sources}", head=head, parts=parts
    )
    rtf = folder / "a.rtf"
    rtf.write_text(
        rf"{{\rtf1\ansi{{\*\template {address}/t.dot}}Bandstand\par "
        rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}/p.png" \\d}}{{\fldrslt x}}}}\par '
        rf'{{\field{{\*\fldinst INCLUDETEXT "{folder / "secret.txt"}"}}{{\fldrslt y}}}}\par }}',
        encoding="ascii",
    )
    return {"odt": odt, "rtf": rtf, "doc": _linked_doc(folder, address)}


def _linked_doc(folder: Path, address: str) -> Path:
    report = docx.Document()
    shape = report.add_picture(str(_dot(folder)), width=Cm(1))
    blip = next(shape._inline.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"))
    for name in list(blip.attrib):
        del blip.attrib[name]
    link = report.part.relate_to(f"{address}/word.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    blip.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}link", link)
    report.add_paragraph("Bandstand")
    report.save(str(folder / "a.docx"))
    save_as([folder / "a.docx"], "doc", folder, folder)
    return folder / "a.doc"


def _dot(folder: Path) -> Path:
    from PIL import Image

    path = folder / "dot.png"
    Image.new("RGB", (2, 2), "red").save(path)
    return path


def test_nothing_is_fetched_and_nothing_runs(tmp_path: Path) -> None:
    with listening() as (address, asked):
        files = write_hostile(tmp_path, address)
        asked.clear()
        out = tmp_path / "out"
        out.mkdir()
        originals = [Original(path, name, name) for name, path in files.items()]  # type: ignore[arg-type]
        done = convert_all(originals, out, lanes=1)
        assert asked == []
        texts = {
            name: "\n".join(block_text(block) for block in extract_docx(item.docx()).body)
            for name, item in done.items()
        }
    assert all("Bandstand" in text for text in texts.values())
    assert not any(SECRET in text for text in texts.values())
    assert not (tmp_path / "written-by-macro").exists()


def test_the_same_file_does_reach_out_without_our_settings(tmp_path: Path) -> None:
    """The proof above would prove nothing if LibreOffice never asked."""
    with listening() as (address, asked):
        files = write_hostile(tmp_path, address)
        asked.clear()
        office([files["odt"]], "docx", tmp_path / "out", tmp_path / "users-own-profile")
        assert any("picture.png" in line for line in asked)
