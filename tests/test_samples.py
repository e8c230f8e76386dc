"""Samples: gold is valid by the contract, stands in the document, and comes out the same on every run."""

from __future__ import annotations

import ctypes
import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pypdfium2
import pytest
from lxml import etree
from pypdfium2 import raw

from pipeline.model import ActivityKind, Dimension, RatingValue, RiskKind
from samples import gold
from samples.families import FAMILIES, HANDFUL
from samples.family import Family
from samples.generate import Sample, handful, main, make_samples
from samples.story import MONTHS_TOLD, project_keys, tell
from samples.untaught import MONTHS, render

SAMPLES = Path(__file__).parent.parent / "samples"
SOME_MONTHS = (1, 4, 9)
WITH_TEXT = re.compile(
    r"word/(document|header|footer)\d*\.xml|ppt/slides/slide\d+\.xml|xl/sharedStrings\.xml|xl/worksheets/sheet\d+\.xml"
)
"""Parts of an office file that hold its text."""
DATE_KEYS = ("report_date", "start_date", "end_date", "due", "baseline", "forecast", "actual")
ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
PROSE_KEYS = ("project", "programme", "reference", "sponsor", "manager")
RECORD_PROSE = (
    "text",
    "label",
    "comment",
    "workstream",
    "response",
    "owner",
    "status",
    "likelihood",
    "impact",
    "score",
)

every_family = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)


def field_values(pages: pypdfium2.PdfDocument) -> Iterator[str]:
    """What is filled into the form fields of a PDF file."""
    for page in pages:
        for number in range(raw.FPDFPage_GetAnnotCount(page)):
            note = raw.FPDFPage_GetAnnot(page, number)
            size = raw.FPDFAnnot_GetStringValue(note, b"V", None, 0)
            value = ctypes.create_string_buffer(size)
            raw.FPDFAnnot_GetStringValue(note, b"V", ctypes.cast(value, ctypes.POINTER(raw.FPDF_WCHAR)), size)
            raw.FPDFPage_CloseAnnot(note)
            yield value.raw.decode("utf-16-le").rstrip("\0")


def document_text(content: bytes) -> str:
    """All text of a document without any spaces, extracted without the project's own extractors."""
    if content.startswith(b"%PDF"):
        pages = pypdfium2.PdfDocument(content)
        text = "".join(page.get_textpage().get_text_bounded() for page in pages)
        text += "".join(field_values(pages))
    elif content.startswith(b"<!DOCTYPE html>"):
        root = etree.fromstring(content, etree.HTMLParser(encoding="utf-8"))
        text = "".join(map(str, root.itertext()))
    else:
        parts = zipfile.ZipFile(io.BytesIO(content))
        names = [name for name in parts.namelist() if WITH_TEXT.fullmatch(name)]
        roots = [etree.fromstring(parts.read(name)) for name in names]
        text = "".join(node.text or "" for root in roots for node in root.iter("{*}t", "{*}v"))
    return re.sub(r"\s", "", text)


@cache
def some_samples(family: Family) -> tuple[Sample, ...]:
    return tuple(make_samples(family, SOME_MONTHS))


def records(report: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in gold.LISTS:
        for record in report[name]:
            yield name, record


@every_family
def test_gold_holds_values_the_contract_knows(family: Family) -> None:
    allowed = {
        ("ratings", "dimension"): get_args(Dimension),
        ("ratings", "current"): get_args(RatingValue),
        ("ratings", "previous"): (*get_args(RatingValue), None),
        ("risks", "rating"): (*get_args(RatingValue), None),
        ("milestones", "rating"): (*get_args(RatingValue), None),
        ("activities", "kind"): get_args(ActivityKind),
        ("risks", "kind"): (*get_args(RiskKind), None),
    }
    for sample in some_samples(family):
        for report in sample.rendered.reports:
            assert report["period"] is None or re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", report["period"])
            for name, record in records(report):
                for key, value in record.items():
                    assert value in allowed.get((name, key), (value,)), (sample.name, name, record)


@every_family
def test_gold_dates_are_iso(family: Family) -> None:
    for sample in some_samples(family):
        for report in sample.rendered.reports:
            dated = [report, *(record for name, record in records(report) if name != "finances")]
            for value in (item.get(key) for item in dated for key in DATE_KEYS):
                assert value is None or ISO_DATE.fullmatch(value), (sample.name, value)


@every_family
def test_every_word_of_the_gold_stands_in_the_document(family: Family) -> None:
    for sample in some_samples(family):
        text = document_text(sample.rendered.content).casefold()
        for report in sample.rendered.reports:
            prose = [report[key] for key in PROSE_KEYS if report.get(key)]
            prose += [record[key] for _, record in records(report) for key in RECORD_PROSE if record.get(key)]
            for word in " ".join(prose).casefold().split():
                assert word in text, (sample.name, word)


@every_family
def test_two_runs_make_the_same_documents(family: Family) -> None:
    first, second = list(make_samples(family, (2,))), list(make_samples(family, (2,)))
    assert [(s.name, s.gold) for s in first] == [(s.name, s.gold) for s in second]
    assert [s.rendered.content for s in first] == [s.rendered.content for s in second]


def test_no_two_samples_share_a_name() -> None:
    names = [sample.name for family in FAMILIES for sample in some_samples(family)]
    assert len(names) == len(set(names))


def test_kept_samples_are_what_the_generator_makes() -> None:
    made = {f"{sample.family.name}/{sample.name}.gold.json": sample.gold for sample in handful()}
    kept = {
        path.relative_to(SAMPLES / "reports").as_posix(): path.read_text(encoding="utf-8")
        for path in (SAMPLES / "reports").rglob("*.gold.json")
    }
    assert kept == made, "write them anew: python -m samples.generate samples/reports --handful"


def test_kept_reports_of_the_untaught_template_are_what_is_made() -> None:
    kept = {path.stem[-7:]: document_text(path.read_bytes()) for path in (SAMPLES / "untaught").iterdir()}
    made = {period: document_text(render(period)) for period in MONTHS}
    assert kept == made, "write them anew: python -m samples.untaught samples/untaught"


def test_kept_documents_and_gold_stand_in_pairs() -> None:
    paths = [path for path in (SAMPLES / "reports").rglob("*") if path.is_file()]
    documents = {path for path in paths if path.suffix in (".docx", ".pdf")}
    assert {Path(f"{path}.gold.json") for path in documents} == set(paths) - documents


APART = 6
"""Families kept apart at least: fewer would say little of templates that nobody has seen."""


def test_families_kept_apart_are_not_among_the_kept_samples() -> None:
    apart = {family.name for family in FAMILIES if family.apart}
    assert len(apart) >= APART
    assert not apart & set(HANDFUL)


def test_the_readme_tells_of_every_family() -> None:
    rows = (SAMPLES / "README.md").read_text(encoding="utf-8").splitlines()
    for family in FAMILIES:
        use = "apart" if family.apart else "open"
        row = next((line for line in rows if line.startswith(f"| `{family.name}` |")), "")
        assert family.tests in row and row.endswith(f"| {use} |"), family.name


def test_a_sample_is_written_beside_its_gold(tmp_path: Path) -> None:
    assert main([str(tmp_path), "--family", "memo", "--months", "1"]) == 0
    (first, *_) = sorted((tmp_path / "memo").glob("*.docx"))
    (report,) = json.loads(Path(f"{first}.gold.json").read_text(encoding="utf-8"))["reports"]
    assert report["project"] == tell("leisure", 1).project.name


def test_an_unknown_family_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--family", "memmo"]) == 2
    assert "there are council_form" in capsys.readouterr().err


def test_what_is_planned_is_done_or_carried_forward() -> None:
    for key in project_keys():
        for number in range(1, MONTHS_TOLD):
            before, now = tell(key, number), tell(key, number + 1)
            carried = {task.text for task in now.planned} & {task.text for task in before.planned}
            assert len(before.planned) == len(carried) + len(now.done) - unannounced(key, number + 1)


def unannounced(key: str, number: int) -> int:
    """Tasks done in a month that the month before did not plan."""
    tasks = tell(key, number).project.facts["tasks"]
    return sum(finish == number and start > number - 1 for finish, start, *_ in tasks)


def test_a_month_outside_the_story_is_refused() -> None:
    with pytest.raises(ValueError, match="months 1 to 12"):
        tell("bridge", 13)
