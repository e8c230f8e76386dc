"""How people fill in conventional templates: guidance left in, options highlighted, marks of secrecy, codes in titles."""

from __future__ import annotations

import pytest

from extractors.document import Run
from tests.documents import AMBER, bold, bullets, cell, done, head, heading, para, read_report, table


@pytest.mark.parametrize(
    ("rating", "earlier", "why"),
    [
        ("Overall RAG", "Last month's RAG", "Reason for RAG"),
        ("Project status", "Status last month", "Why?"),
        ("Overall BRAG status", "Previous BRAG", "Brief explanation of BRAG status"),
    ],
)
def test_rows_below_a_rating_give_its_other_parts(rating: str, earlier: str, why: str) -> None:
    cracked = "Two kilns cracked in the hard frost."
    report = read_report(
        table(
            [head("Project"), "Kiln"],
            [head(rating), cell("Amber", fill=AMBER)],
            [head(earlier), "Green"],
            [head(why), cracked],
            [head("Sponsor"), "Ann Lee"],
        )
    )
    told = [(item.label, item.current, item.previous, item.comment) for item in report.ratings]
    assert told == [(rating, "Amber", "Green", cracked)]
    assert report.sponsor == "Ann Lee"


def test_bold_italics_under_a_bold_label_are_guidance() -> None:
    def label(name: str, guidance: str) -> list[object]:
        return [bold(name), para(Run(guidance, bold=True, italic=True))]

    options = para("Blue / Red / ", Run("Amber", bold=True, fill=AMBER), " / Green")
    report = read_report(
        table(
            [head("Project"), "Kiln"],
            [cell(*label("Overall status", "(highlight one)")), cell(options)],
            [
                cell(*label("Achievements this month", "Six bullets at most")),
                cell(*bullets("Lit it", "Fed it")),
            ],
            [cell(*label("Plans for next month", "Six bullets at most")), cell(*bullets("Cool it"))],
        )
    )
    assert [(item.label, item.current) for item in report.ratings] == [("Overall status", "Amber")]
    assert [(kind, text) for kind, _, text in done(report)] == [
        ("completed", "Lit it"),
        ("completed", "Fed it"),
        ("planned", "Cool it"),
    ]
