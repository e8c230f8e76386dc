"""Every record of a PDF names a page and a box, and its words stand in that box: looked at on the page's picture.

Each case also leaves the page's picture with the boxes drawn on it in pytest's folder, for whoever wants to look.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageDraw

from extractors.document import Box
from extractors.registry import extract_document
from pipeline.model import Report, Source
from pipeline.reading import read_document
from samples.families import FAMILIES
from samples.generate import make_samples
from tests.documents import RULES

ROOT = Path(__file__).parent.parent
REPORTS = sorted((ROOT / "samples" / "reports").glob("*/*.pdf"))
DRAWN = [family for family in FAMILIES if family.suffix == ".pdf" and not family.office]
RECORDS = ("ratings", "activities", "risks", "milestones", "finances", "decisions")
SCALE = 1.5
"""Pixels a point: enough to read the words on the picture."""

SLACK, TYPED_SLACK = 2.0, 24.0
"""Points by which letters may stand out of the box of their font size; answers are placed by usual letter widths."""


def sources(report: Report) -> Iterator[tuple[str, Source]]:
    for name in RECORDS:
        for record in getattr(report, name):
            yield name, record.source


def folded(text: str) -> str:
    """Letters and digits alone: signs, spaces and hyphens at line ends differ between text and page."""
    return re.sub(r"[\W_]+", "", text).casefold()


def opened(path: Path) -> pypdfium2.PdfDocument:
    """The file with what its form fields hold made part of its pages, where the words are then looked for."""
    pages = pypdfium2.PdfDocument(path)
    pages.init_forms()
    for page in pages:
        pypdfium2.raw.FPDFPage_Flatten(page, pypdfium2.raw.FLAT_NORMALDISPLAY)
    return pages


def words_in(page: pypdfium2.PdfPage, box: Box, beyond: float) -> str:
    high = page.get_height()
    left, top, right, bottom = box
    text = page.get_textpage().get_text_bounded(
        left - SLACK, high - bottom - SLACK, right + beyond, high - top + SLACK
    )
    return folded(text)


def picture(page: pypdfium2.PdfPage, found: list[Box], out: Path) -> None:
    image = page.render(scale=SCALE).to_pil().convert("RGB")
    pen = ImageDraw.Draw(image)
    for box in found:
        pen.rectangle([at * SCALE for at in box], outline=(200, 0, 160), width=2)
    image.save(out)


def check(path: Path, out: Path) -> int:
    """How many records' words were found in their boxes; every one of them must be."""
    document = extract_document(path)
    beyond = TYPED_SLACK if pypdfium2.PdfDocument(path).get_formtype() else SLACK
    pages = opened(path)
    drawn: dict[int, list[Box]] = {}
    count = 0
    for report in read_document(document, RULES).reports:
        for name, source in sources(report):
            assert source.page is not None and source.bbox is not None, (name, source)
            drawn.setdefault(source.page, []).append(source.bbox)
            count += 1
            seen = words_in(pages[source.page - 1], source.bbox, beyond)
            missing = [word for word in source.text.split() if folded(word) not in seen]
            assert not missing, (path.name, name, source, missing)
    for number, found in drawn.items():
        picture(pages[number - 1], found, out / f"{path.stem}-{number}.png")
    return count


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_records_of_the_handful_stand_in_their_boxes(tmp_path: Path, path: Path) -> None:
    assert check(path, tmp_path) > 0


@pytest.mark.parametrize("family", DRAWN, ids=lambda family: family.name)
def test_records_of_every_family_stand_in_their_boxes(tmp_path: Path, family: object) -> None:
    sample = next(make_samples(family, [4]))  # type: ignore[arg-type]
    path = tmp_path / sample.name
    path.write_bytes(sample.rendered.content)
    check(path, tmp_path)
    assert dataclasses.is_dataclass(sample)
