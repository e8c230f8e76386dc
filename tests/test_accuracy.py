"""How well families of samples are read: some months of each are made afresh and compared with their gold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pipeline.evaluate import Score, score_folder
from samples.families import FAMILIES
from samples.generate import make_samples, write_samples
from tests.documents import RULES

MONTHS = (3, 8)
OPEN_MONTHS = (1, *MONTHS)
"""A first report differs from all others: nothing was rated, planned or forecast before it."""
OPEN_F1, APART_F1, KEPT_F1 = 0.997, 0.83, 0.99
"""Just below what is reached; families kept apart stand at what they gave when they were first read."""
SILENT, KEPT_SILENT = 0.002, 0.002
"""Mistakes that nothing tells, for each record of the gold."""
KEPT = Path(__file__).parent.parent / "samples" / "reports"
OPEN = [family for family in FAMILIES if not family.apart and not family.office]
APART = [family for family in FAMILIES if family.apart and not family.office]
"""Families that LibreOffice prints take seconds each; those of them that are open are among the kept samples."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of samples for each family."""
    out = tmp_path_factory.mktemp("samples")
    for family in (*OPEN, *APART):
        samples = list(make_samples(family, MONTHS if family.apart else OPEN_MONTHS)) or list(
            make_samples(family, range(1, 13))
        )  # of quarters
        write_samples(samples, out)
    return out


@cache
def scored(folder: Path) -> Score:
    """A family's score: its documents are read once, whoever asks."""
    return score_folder(folder, RULES)


def together(scores: list[Score]) -> Score:
    """The counts of several folders added up."""
    total = Score()
    for score in scores:
        total.gold += score.gold
        total.read += score.read
        total.right += score.right
        total.mistakes += score.mistakes
    return total


def told(score: Score) -> str:
    """The mistakes, for a person who must find out what went wrong."""
    return "\n".join(f"{document}: {key}: {what}" for document, key, _, what in score.mistakes)


def test_families_that_rules_may_be_tuned_on(folder: Path) -> None:
    score = together([scored(folder / family.name) for family in OPEN])
    assert score.f1() >= OPEN_F1, told(score)
    assert score.silent <= SILENT * score.gold.total(), told(score)


def test_families_kept_apart(folder: Path) -> None:
    """How templates are read that nobody looked at while writing rules."""
    score = together([scored(folder / family.name) for family in APART])
    assert score.f1() >= APART_F1, told(score)


def test_kept_samples() -> None:
    score = score_folder(KEPT, RULES)
    assert score.f1() >= KEPT_F1, told(score)
    assert score.silent <= KEPT_SILENT * score.gold.total(), told(score)


@pytest.mark.parametrize("family", [*OPEN, *APART], ids=lambda family: family.name)
def test_every_document_is_read_as_as_many_reports_as_it_holds(folder: Path, family: object) -> None:
    score = scored(folder / family.name)  # type: ignore[attr-defined]
    assert score.read["reports"] == score.gold["reports"] == score.right["reports"]
