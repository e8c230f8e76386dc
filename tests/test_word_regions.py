"""Conditional regions of table styles, and colours of themes with their tints and shades."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import Table, Text
from tests.word_files import STYLES, cell, para, read_word, row, run, table

REGIONS = {
    "firstRow": "000010", "lastRow": "000020", "firstCol": "000030", "lastCol": "000040", "band1Vert": "000050",
    "band2Vert": "000060", "band1Horz": "000070", "band2Horz": "000080", "nwCell": "000090", "neCell": "0000A0",
    "swCell": "0000B0", "seCell": "0000C0",
}  # fmt: skip


def style(*names: str, bands: str = "") -> str:
    parts = "".join(
        f'<w:tblStylePr w:type="{name}"><w:tcPr><w:shd w:val="clear" w:fill="{REGIONS[name]}"/></w:tcPr></w:tblStylePr>'
        for name in names
    )
    return (
        f'{STYLES}<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>'
        f"<w:tblPr>{bands}</w:tblPr>{parts}</w:style>"
    )


def shown(folder: Path, styles: str, look: str, rows: int = 3, properties: str = "") -> list[list[str]]:
    """The names of the regions that each cell of a table of three columns is filled by."""
    body = table(
        *(row(*(cell("x", properties) for _ in range(3))) for _ in range(rows)),
        properties=f'<w:tblStyle w:val="T"/><w:tblLook {look}/>',
    )
    (found,) = (block for block in read_word(folder, body, styles=styles).body if isinstance(block, Table))
    names = {f"#{fill}": name for name, fill in REGIONS.items()}
    return [[names.get(item.fill or "", "") for item in found.row(index)] for index in range(rows)]


EDGES = 'w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1" w:noHBand="1" w:noVBand="1"'


def test_corners_lie_over_rows_and_rows_over_columns(tmp_path: Path) -> None:
    names = ("firstRow", "lastRow", "firstCol", "lastCol", "nwCell", "neCell", "swCell", "seCell")
    assert shown(tmp_path, style(*names), EDGES) == [
        ["nwCell", "firstRow", "neCell"], ["firstCol", "", "lastCol"], ["swCell", "lastRow", "seCell"],
    ]  # fmt: skip
    assert shown(tmp_path, style(*names[:4]), EDGES)[0] == ["firstRow"] * 3


def test_rows_lie_over_columns_in_bands(tmp_path: Path) -> None:
    bands = ("band1Vert", "band2Vert", "band1Horz", "band2Horz")
    look = 'w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0"'
    assert shown(tmp_path, style(*bands), look) == [["band1Horz"] * 3, ["band2Horz"] * 3, ["band1Horz"] * 3]
    assert shown(tmp_path, style(*bands[:2]), look)[0] == ["band1Vert", "band2Vert", "band1Vert"]
    wide = style("band1Horz", "band2Horz", bands='<w:tblStyleRowBandSize w:val="2"/>')
    assert [line[0] for line in shown(tmp_path, wide, look, rows=4)] == ["band1Horz"] * 2 + ["band2Horz"] * 2


def test_the_look_as_bits_and_the_cells_own_notes(tmp_path: Path) -> None:
    """``w:cnfStyle`` repeats what follows from position and look; a stale one must not count."""
    stale = '<w:cnfStyle w:val="100000000000" w:firstRow="1"/>'
    found = shown(tmp_path, style("firstRow", "lastCol"), 'w:val="0720"', properties=stale)
    assert found == [["firstRow"] * 3, ["", "", "lastCol"], ["", "", "lastCol"]]


@pytest.mark.parametrize(
    ("properties", "color"),
    [
        ('<w:color w:val="X" w:themeColor="accent6" w:themeShade="BF"/>', "#538135"),
        ('<w:color w:val="X" w:themeColor="accent1" w:themeTint="99"/>', "#8EAADB"),
        ('<w:color w:val="X" w:themeColor="nothing"/>', None),
    ],
)
def test_theme_colours_of_text(tmp_path: Path, properties: str, color: str | None) -> None:
    (block,) = read_word(tmp_path, para(run("x", properties))).body
    assert isinstance(block, Text)
    found = block.runs[0].color
    if color is None or found is None:
        assert found == color
        return
    for index in (1, 3, 5):  # Word writes the result beside it, rounded in its own way
        assert abs(int(found[index : index + 2], 16) - int(color[index : index + 2], 16)) <= 2
