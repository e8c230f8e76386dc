"""Tables of Word documents: spans, fills, conditional styles, drawn bars."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import Document, Figure, Table, Text
from tests.word_files import STYLES, aside_texts, cell, item, para, read_word, row, run, shade, table, told

GRID = (
    STYLES
    + """
<w:style w:type="table" w:styleId="Base"><w:name w:val="Base"/>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>
</w:style>
<w:style w:type="table" w:styleId="Banded"><w:name w:val="Banded"/><w:basedOn w:val="Base"/>
  <w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:fill="DDDDDD"/></w:tcPr></w:tblStylePr>
  <w:tblStylePr w:type="firstCol"><w:tcPr><w:shd w:val="clear" w:fill="AAAAAA"/></w:tcPr></w:tblStylePr>
</w:style>
"""
)


def only_table(document: Document) -> Table:
    tables = [block for block in document.body if isinstance(block, Table)]
    assert len(tables) == 1
    return tables[0]


def grid(document: Document) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in only_table(document).cells]


def test_spans(tmp_path: Path) -> None:
    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("a", start), cell("b", '<w:gridSpan w:val="2"/>')),
        row(cell("", goes_on), cell("c"), cell("d")),
        row(cell("e"), cell("f", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>")),
        row(cell("g"), properties='<w:gridBefore w:val="2"/>'),
    )
    document = read_word(tmp_path, body)
    assert grid(document) == [
        (0, 0, 2, 1, "a"), (0, 1, 1, 2, "b"), (1, 1, 1, 1, "c"), (1, 2, 1, 1, "d"),
        (2, 0, 1, 1, "e"), (2, 1, 1, 2, "f"), (3, 2, 1, 1, "g"),
    ]  # fmt: skip
    assert (only_table(document).rows, only_table(document).columns) == (4, 3)


def test_a_merge_that_continues_nothing_is_a_cell(tmp_path: Path) -> None:
    assert grid(read_word(tmp_path, table(row(cell("a", "<w:vMerge/>"))))) == [(0, 0, 1, 1, "a")]


def test_words_under_a_merged_cell_are_hidden(tmp_path: Path) -> None:
    body = table(row(cell("a", '<w:vMerge w:val="restart"/>')), row(cell("covered", "<w:vMerge/>")))
    document = read_word(tmp_path, body)
    assert grid(document) == [(0, 0, 2, 1, "a")]
    assert aside_texts(document, "hidden") == ["covered"]


def test_nested_tables_stay_in_their_cell(tmp_path: Path) -> None:
    body = table(row(cell(table(row(cell("in")))), cell("out")))
    assert told(read_word(tmp_path, body).body) == ["[1x2]", "[1x1]", "in", "out"]


@pytest.mark.parametrize(
    ("shading", "seen"),
    [
        ('<w:shd w:val="clear" w:color="auto" w:fill="00B050"/>', "#00B050"),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', None),
        ('<w:shd w:val="clear" w:fill="auto"/>', None),
        ('<w:shd w:val="nil" w:fill="FF0000"/>', None),
        ('<w:shd w:val="solid" w:color="FF0000" w:fill="FFFFFF"/>', "#FF0000"),
        ('<w:shd w:val="pct50" w:color="FF0000" w:fill="FFFFFF"/>', "#FF8080"),
        ('<w:shd w:val="pct25" w:color="auto" w:fill="auto"/>', "#BFBFBF"),
        ('<w:shd w:val="diagStripe" w:color="FF0000" w:fill="auto"/>', "#FF0000"),
        ('<w:shd w:val="clear" w:fill="123456" w:themeFill="accent2"/>', "#123456"),
        ('<w:shd w:val="clear" w:fill="x" w:themeFill="accent2"/>', "#ED7D31"),
        ('<w:shd w:val="clear" w:fill="x" w:themeFill="background1" w:themeFillShade="BF"/>', "#BFBFBF"),
        ('<w:shd w:val="clear" w:fill="x" w:themeFill="text1" w:themeFillTint="80"/>', "#7F7F7F"),
        ("", None),
    ],
)
def test_direct_fills(tmp_path: Path, shading: str, seen: str | None) -> None:
    assert only_table(read_word(tmp_path, table(row(cell("x", shading))))).cells[0].fill == seen


def look(**switches: int) -> str:
    return "<w:tblLook " + " ".join(f'w:{name}="{state}"' for name, state in switches.items()) + "/>"


def test_fills_and_bold_of_a_table_style(tmp_path: Path) -> None:
    properties = '<w:tblStyle w:val="Banded"/>' + look(firstRow=1, firstColumn=1, noHBand=0, noVBand=1)
    body = table(
        row(cell("h"), cell("h")), row(cell("a"), cell("b")), row(cell("c"), cell("d")),
        row(cell("e", shade("auto")), cell("f", shade("FF0000"))), properties=properties,
    )  # fmt: skip
    cells = only_table(read_word(tmp_path, body, styles=GRID)).cells
    assert [found.fill for found in cells] == [
        "#1F3864", "#1F3864", "#AAAAAA", "#DDDDDD", "#AAAAAA", None, None, "#FF0000",
    ]  # fmt: skip
    assert [block.bold for found in cells for block in found.blocks if isinstance(block, Text)] == [
        True
    ] * 2 + [False] * 6


def test_regions_that_are_switched_off_give_nothing(tmp_path: Path) -> None:
    properties = '<w:tblStyle w:val="Banded"/><w:tblLook w:val="0600"/>'
    body = table(row(cell("h")), row(cell("a")), properties=properties)
    assert [found.fill for found in only_table(read_word(tmp_path, body, styles=GRID)).cells] == [None, None]


def test_theme_of_the_document(tmp_path: Path) -> None:
    fill = '<w:shd w:val="clear" w:fill="123456" w:themeFill="accent1"/>'
    body = table(row(cell("x", fill)))
    scheme = '<a:clrScheme><a:accent1><a:srgbClr val="0A0B0C"/></a:accent1></a:clrScheme>'
    theme = f"<a:themeElements>{scheme}</a:themeElements>"
    document = read_word(tmp_path, body, parts={"t": ("theme", theme)})
    assert only_table(document).cells[0].fill == "#0A0B0C"


def themed(name: str, plain: str, change: str = "") -> str:
    """A background that is given as a colour of the theme and plainly."""
    return f'<w:shd w:val="clear" w:fill="{plain}" w:themeFill="{name}" {change}/>'


TINT = 'w:themeFillTint="99"'


@pytest.mark.parametrize(
    ("cells", "seen", "told"),
    [
        # What Word saves: both agree, whoever rounded them.
        ([("accent1", "4F81BD", ""), ("accent1", "95B3D7", TINT)], ["#4F81BD", "#95B3D7"], False),
        # Worked out of another theme: a colour and its tint.
        ([("accent1", "3F9C35", ""), ("accent1", "81D178", TINT), ("accent2", "C8102E", "")],
         ["#3F9C35", "#81D178", "#C8102E"], True),
        # Nothing shows that the plain ones are more than stand-ins.
        ([("accent1", "3F9C35", ""), ("accent2", "C8102E", "")], ["#4F81BD", "#C0504D"], True),
        ([("accent1", "123456", ""), ("accent1", "123456", TINT)], ["#4F81BD", "#95B3D7"], True),
    ],
)  # fmt: skip
def test_colours_that_the_file_gives_twice(
    tmp_path: Path, cells: list[tuple[str, str, str]], seen: list[str], told: bool
) -> None:
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>'
        for name, color in (("accent1", "4F81BD"), ("accent2", "C0504D"))
    )
    theme = f"<a:themeElements><a:clrScheme>{scheme}</a:clrScheme></a:themeElements>"
    body = table(row(*(cell("x", themed(*colors)) for colors in cells)))
    document = read_word(tmp_path, body, parts={"t": ("theme", theme)})
    assert [found.fill for found in only_table(document).cells] == seen
    assert ("theme-colours-differ" in {problem.code for problem in document.problems}) == told


def bars(document: Document) -> list[tuple[tuple[str, float], ...]]:
    return [block.segments for block in document.body if isinstance(block, Figure) and block.kind == "bar"]


def test_a_bar_of_two_cells(tmp_path: Path) -> None:
    body = table(row(cell("", shade("00B050")), cell("", shade("D9D9D9"))), widths=(6000, 4000))
    document = read_word(tmp_path, body)
    assert bars(document) == [(("#00B050", 0.6), ("#D9D9D9", 0.4))]
    assert isinstance(document.body[1], Table)


def test_steps_of_a_bar_between_its_label_and_its_caption(tmp_path: Path) -> None:
    steps = [cell("", shade("0070C0")) for _ in range(6)] + [cell("", shade("DEEAF6")) for _ in range(4)]
    found = only_table(read_word(tmp_path, table(row(cell("Built"), *steps, cell("each is a tenth")))))
    assert [(one.column, one.column_span, one.text) for one in found.cells] == [
        (0, 1, "Built"), (1, 10, ""), (11, 1, "each is a tenth"),
    ]  # fmt: skip
    (bar,) = found.cells[1].blocks
    assert isinstance(bar, Figure)
    assert (bar.kind, bar.segments) == ("bar", (("#0070C0", 0.6), ("#DEEAF6", 0.4)))


def test_ratings_of_several_months_are_no_bar(tmp_path: Path) -> None:
    lights = [cell("", shade("00B050")) for _ in range(4)] + [cell("", shade("FFC000")) for _ in range(2)]
    assert len(only_table(read_word(tmp_path, table(row(cell("Budget"), *lights)))).cells) == 7
    pale = [cell("", shade("00B050")) for _ in range(4)] + [cell("", shade("D9D9D9")) for _ in range(2)]
    months = [cell("Area"), *(cell(month) for month in ("Jan", "Feb", "Mar", "Apr", "May", "Jun"))]
    assert len(only_table(read_word(tmp_path, table(row(*months), row(cell("Budget"), *pale)))).cells) == 14


def test_a_bar_of_equal_steps(tmp_path: Path) -> None:
    body = table(row(*(cell("", shade("0070C0")) for _ in range(3)), cell(), cell()), widths=(500,) * 5)
    assert bars(read_word(tmp_path, body)) == [(("#0070C0", 0.6), ("#FFFFFF", 0.4))]


def test_a_bar_may_say_its_percentage(tmp_path: Path) -> None:
    body = table(row(cell("35%", shade("00B050")), cell("", shade("D9D9D9"))), widths=(3500, 6500))
    bar = read_word(tmp_path, body).body[0]
    assert isinstance(bar, Figure)
    assert bar.text == "35%"


@pytest.mark.parametrize(
    "body",
    [
        table(row(cell("Red", shade("FF0000")), cell("Green", shade("00B050"))), widths=(300, 200)),
        table(row(cell("", shade("FF0000")), cell("", shade("00B050"))), widths=(200, 200)),
        table(row(*(cell("", shade(fill)) for fill in ("FF0000", "FFC000", "00B050"))), widths=(200,) * 3),
        table(row(cell("Progress"), cell("", shade("00B050"))), widths=(300, 200)),
    ],
)
def test_no_bar(tmp_path: Path, body: str) -> None:
    assert bars(read_word(tmp_path, body)) == []


def test_a_large_table_is_read_in_linear_time(tmp_path: Path) -> None:
    rows = [row(*(cell(para(run(f"r{r}c{c}"))) for c in range(12))) for r in range(400)]
    found = only_table(read_word(tmp_path, table(*rows)))
    assert (found.rows, found.columns, len(found.cells)) == (400, 12, 4800)


def test_automatic_row_numbers_are_what_the_cell_says(tmp_path: Path) -> None:
    rows = [row(cell(item(2, 0, "")), cell(text)) for text in ("Ground water", "Late steel", "")]
    cells = only_table(read_word(tmp_path, table(*rows))).cells
    assert [found.text for found in cells] == ["1.", "Ground water", "2.", "Late steel", "", ""]


def test_empty_numbered_lines_are_nothing(tmp_path: Path) -> None:
    body = item(2, 0, "") + table(row(cell("Next steps"), cell(item(2, 0, "") + item(2, 0, ""))))
    assert told(read_word(tmp_path, body).body) == ["[1x2]", "Next steps"]
