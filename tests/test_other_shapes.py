"""What does not change what a reader sees of a report must not change what is read of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractors.document import Document
from extractors.registry import extract_document
from pipeline.model import as_contract
from pipeline.reading import read_document
from tests.documents import RULES
from tests.other_shapes import SHAPES

KEPT = Path(__file__).parent.parent / "samples" / "reports"
READ = sorted(path for path in KEPT.rglob("*") if path.suffix in {".docx", ".pdf"})
NOT_OF_THE_REPORT = ("source", "sources", "narrative", "unclassified", "metadata", "findings", "document")


def said(document: Document) -> Any:
    """The reports of a document in small letters, without where their values stand."""
    return _without(as_contract(read_document(document, RULES))["reports"])


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without(inner) for key, inner in value.items() if key not in NOT_OF_THE_REPORT}
    if isinstance(value, list):
        return [_without(inner) for inner in value]
    return value.casefold() if isinstance(value, str) else value


@pytest.mark.parametrize("shape", SHAPES)
def test_another_hand_s_layout_says_the_same(shape: str) -> None:
    for path in READ:
        document = extract_document(path)
        assert said(SHAPES[shape](document)) == said(document), path.name
