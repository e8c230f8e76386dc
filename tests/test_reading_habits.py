"""How people fill in conventional templates: guidance left in, options highlighted, marks of secrecy."""

from __future__ import annotations

import pytest

from extractors.document import Block, Run
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
    def label(name: str, guidance: str) -> list[Block]:
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


@pytest.mark.parametrize(
    "guidance",
    [
        "No more than 200 words. Drawings are welcome!",
        "Max 5 bullets",
        "(up to three short paragraphs)",
        "Please keep this to one page.",
        "150 words maximum",
        "3-5 bullet points please",
    ],
)
def test_how_much_is_asked_for_is_no_work(guidance: str) -> None:
    report = read_report(
        heading("Achieved this month"), guidance, "We lit the kiln.", "Ann fed it all night."
    )
    assert [text for _, _, text in done(report)] == ["We lit the kiln.", "Ann fed it all night."]


def test_how_much_was_done_is_work() -> None:
    lines = [
        "Up to 40 lines relaid",
        "In two pages of the log, the kiln's faults were noted",
        "Ten pages drawn",
    ]
    report = read_report(heading("Achieved this month"), bullets(*lines))
    assert [text for _, _, text in done(report)] == lines
