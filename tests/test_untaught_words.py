"""An unseen template's own words cost records; they must not cost them in silence."""

from __future__ import annotations

import json
from pathlib import Path

from extractors.registry import extract_document
from pipeline.evaluate import Score, compare
from pipeline.model import as_contract
from pipeline.reading import read_document
from tests.documents import RULES
from tests.untaught_words import labels_of, with_other_words

KEPT = Path(__file__).parent.parent / "samples" / "reports"
SILENT = 0.03
"""Mistakes that nothing tells, for each that another heading or label makes."""
READ = sorted(path for path in KEPT.rglob("*") if path.suffix in {".docx", ".pdf"})


def lost_by_other_words(path: Path) -> Score:
    """The mistakes that each heading or label of a document makes when no rule knows its words."""
    gold = json.loads(path.with_name(f"{path.name}.gold.json").read_text(encoding="utf-8"))["reports"]
    said = json.dumps(gold, ensure_ascii=False).casefold()
    document = extract_document(path)
    lost = Score()
    for label in labels_of(document):
        if label.strip(" :").casefold() not in said:  # else the gold would have other words too
            reading = read_document(with_other_words(document, label), RULES)
            compare(f"{path.name} '{label}'", gold, as_contract(reading), lost)
    return lost


def test_what_is_lost_with_a_heading_or_a_label_is_told() -> None:
    """No threshold on what is lost: a name under 'Vimgor' may be anybody's."""
    assert READ
    lost = [mistake for path in READ for mistake in lost_by_other_words(path).mistakes]
    silent = [mistake for mistake in lost if not mistake[2]]
    assert len(lost) > len(READ)
    shown = "\n".join(f"{where}: {key}: {what}" for where, key, _, what in silent)
    assert len(silent) <= SILENT * len(lost), shown
