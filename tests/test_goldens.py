"""Samples against goldens that a person can read: what the extractor saw, and what the reading made of it.

``pytest --regenerate-goldens`` writes those that differ anew; look at the difference before keeping it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from extractors.document import Block, Document, Figure, Heading, ListItem, Table, Text, walk_blocks
from extractors.registry import extract_document
from pipeline.model import Finding, Reading, Report, Source
from pipeline.reading import read_document
from tests.documents import RULES

ROOT = Path(__file__).parent.parent
GOLDENS = Path(__file__).parent / "goldens"
LINES = 150
"""A golden longer than this is read by nobody."""
CHOSEN = (
    "blank_form/highlight-report-template-01_blank-form.docx",
    "building_site/sallow-bridge-strengthening-2024-09_building-site.pdf",
    "council_form/one-front-door-customer-contact-2024-01_council-form.docx",
    "key_values/warm-homes-advice-network-2021-05_key-values.pdf",
    "memo/sallow-bridge-strengthening-2024-04_memo.docx",
    "nhs_grid/electronic-prescribing-and-medicines-administration-2022-07_nhs-grid.docx",
    "police_cells/control-room-relocation-2022-03_police-cells.docx",
    "quadrant/electronic-prescribing-and-medicines-administration-2022-10_quadrant.pdf",
    "register/student-records-replacement-2022-12_register.docx",
    "symbol_sheet/student-records-replacement-2023-02_symbol-sheet.pdf",
    "two_column/sallow-bridge-strengthening-2024-07_two-column.docx",
)


def document_lines(document: Document) -> Iterator[str]:
    """The blocks in reading order, a table's rows with their cells between bars, then what stands outside the body."""
    yield f"{document.format}, pages: {document.pages}"
    for block in document.body:
        yield from block_lines(block)
    for aside in document.asides:
        for line in block_lines(aside.block):
            yield f"{aside.kind}: {line}"
    for name, value in document.properties:
        yield f"property {name}: {value}"
    for problem in document.problems:
        yield f"{problem.severity} {problem.code}: {problem.message}"


def block_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield f"table of {block.rows} x {block.columns}"
        for row in range(block.rows):
            cells = block.row(row)
            if cells:
                yield "  | " + " | ".join(cell_words(cell) for cell in cells) + " |"
    elif isinstance(block, Figure):
        yield figure_words(block)
    else:
        yield line_words(block)


def line_words(text: Text) -> str:
    name = type(text).__name__.lower()
    if isinstance(text, Heading):
        name += f" {text.level}"
    elif isinstance(text, ListItem):
        name = "  " * text.level + text.marker
    looks = [look for look in ("bold", "underline") if getattr(text, look) and not isinstance(text, Heading)]
    looks += [f"fill {text.fill}"] if text.fill else []
    looks += [figure_words(figure) for figure in text.figures]
    shown = f" ({', '.join(looks)})" if looks else ""
    return f"{name}{shown}: {text.text}".replace("\t", " → ")


def cell_words(cell: Any) -> str:
    parts = [
        figure_words(block) if isinstance(block, Figure) else short_words(block)
        for block in walk_blocks(cell.blocks)
        if not isinstance(block, Table)
    ]
    spans = f"{cell.column_span}x{cell.row_span} " if cell.column_span * cell.row_span > 1 else ""
    fill = f"{cell.fill} " if cell.fill else ""
    return (spans + fill + " / ".join(part for part in parts if part)).strip()


def short_words(text: Text) -> str:
    mark = f"{text.marker} " if isinstance(text, ListItem) else ""
    figures = "".join(f" {figure_words(figure)}" for figure in text.figures)
    words = text.text.replace("\t", " → ")
    return mark + (f"*{words}*" if words and text.bold else words) + figures


def figure_words(figure: Figure) -> str:
    parts = [figure.kind, figure.color, figure.text, figure.overlaps and f"over '{figure.overlaps}'"]
    parts += [f"{color} {share:.0%}" for color, share in figure.segments]
    parts += ["checked" if figure.checked else "unchecked"] if figure.checked is not None else []
    return f"<{' '.join(part for part in parts if part)}>"


def record_lines(reading: Reading) -> Iterator[str]:
    """The reports with a line for each record, then what stands outside them."""
    for number, report in enumerate(reading.reports, 1):
        yield f"report {number}"
        yield from report_lines(report)
    for passage in reading.unclassified:
        yield f"unclassified outside the reports: {passage.text}"
    for piece in reading.furniture:
        yield f"{piece.kind}: {piece.text}".replace("\t", " → ")
    yield from map(finding_words, reading.findings)


def report_lines(report: Report) -> Iterator[str]:
    for key in (field.name for field in fields(report)):
        value = getattr(report, key)
        if key in {"findings", "sources"}:
            continue
        if key == "metadata":
            yield from (f"  metadata {label}: {words}" for label, words in value.items())
        elif isinstance(value, tuple):
            yield from (f"  {key}: {record_words(record)}".replace("\t", " → ") for record in value)
        elif value is not None:
            yield f"  {key} {value}"
    yield from (f"  {finding_words(finding)}" for finding in report.findings)


def record_words(record: Any) -> str:
    """The fields that are set, the leading text bare, and where it stands."""
    source: Source = record.source
    parts = [
        str(value) if field.name in {"text", "label"} else f"{field.name} {value}"
        for field in fields(record)
        if field.name != "source" and (value := getattr(record, field.name)) not in {None, ""}
    ]
    return f"{' | '.join(parts)}  @ {f'page {source.page}' if source.page else source.path}"


def finding_words(finding: Finding) -> str:
    return f"{finding.severity} {finding.code} ({finding.about}): {finding.message}"


def golden_names() -> dict[str, tuple[str, str]]:
    """Golden file by name: the sample it is of and the depth."""
    return {
        f"{Path(sample).stem}.{depth}.txt": (sample, depth)
        for sample in CHOSEN
        for depth in ("document", "records")
    }


@pytest.mark.parametrize("name", golden_names())
def test_golden(name: str, request: pytest.FixtureRequest) -> None:
    sample, depth = golden_names()[name]
    document = extract_document(ROOT / "samples" / "reports" / sample)
    lines = document_lines(document) if depth == "document" else record_lines(read_document(document, RULES))
    made = "\n".join(line.rstrip() for line in lines) + "\n"
    golden = GOLDENS / name
    kept = golden.read_text(encoding="utf-8") if golden.is_file() else None
    if request.config.getoption("--regenerate-goldens") and kept != made:
        golden.write_text(made, encoding="utf-8", newline="\n")
        pytest.fail(
            f"{golden.relative_to(ROOT)} was written anew: look at the difference, then run without the option"
        )
    assert kept is not None, f"{golden.relative_to(ROOT)} is absent: pytest --regenerate-goldens writes it"
    assert made == kept, "pytest --regenerate-goldens writes it anew"


def test_every_golden_belongs_to_a_chosen_sample() -> None:
    kept = {path.name for path in GOLDENS.iterdir()}
    assert kept - set(golden_names()) == set(), "no test reads these: delete them"


def test_goldens_can_be_read() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in GOLDENS.iterdir()}
    assert {name: length for name, length in lengths.items() if length >= LINES} == {}
