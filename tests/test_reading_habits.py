"""How people fill in conventional templates: guidance left in, options highlighted, marks of secrecy."""

from __future__ import annotations

import pytest

from extractors.document import Block, Run
from tests.documents import (
    AMBER,
    aside,
    bold,
    bullets,
    cell,
    codes,
    done,
    head,
    heading,
    para,
    read,
    read_report,
    table,
)


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


@pytest.mark.parametrize(
    "marking",
    ["OFFICIAL", "Official – Sensitive: Commercial", "Commercial in confidence", "Not protectively marked"],
)
def test_a_protective_marking_names_no_project_and_heads_nothing(marking: str) -> None:
    reading = read(
        bold(marking),
        bold("Highlight Report"),
        table([head("Sponsor"), "Ann Lee"]),
        heading("Achieved this month"),
        bullets("Lit the kiln"),
        bold(marking),
        bullets("Fed it"),
        asides=[aside("header", f"Potters Council\tHighlight Report\t{marking}")],
    )
    (report,) = reading.reports
    assert [line.text for line in reading.furniture if line.kind == "watermark"] == [marking] * 2
    assert report.project is None
    assert done(report) == [("completed", None, "Lit the kiln"), ("completed", None, "Fed it")]
    assert not report.unclassified


def test_a_name_beside_a_marking_is_the_projects() -> None:
    report = read_report(
        table([head("Sponsor"), "Ann Lee"]),
        heading("Achieved this month"),
        bullets("Lit the kiln"),
        asides=[aside("header", "Kiln Renewal – Highlight Report\tOFFICIAL")],
    )
    assert report.project == "Kiln Renewal"


@pytest.mark.parametrize(
    ("title", "project", "reference"),
    [
        ("Kiln Renewal (KR-0412)", "Kiln Renewal", "KR-0412"),
        ("Kiln Renewal – Highlight Report – P/26/09", "Kiln Renewal", "P/26/09"),
        ("Kiln Renewal [project ref: KR1204]", "Kiln Renewal", "KR1204"),
        ("Clay Road Junction (A338)", "Clay Road Junction (A338)", None),
        ("Kiln Renewal (FY2627)", "Kiln Renewal (FY2627)", None),
    ],
)
def test_a_code_behind_a_titles_name_is_the_reference(
    title: str, project: str, reference: str | None
) -> None:
    form = table([head("Sponsor"), "Ann Lee"])
    report = read_report(bold(title, size=16.0), bold("Highlight Report"), form)
    assert (report.project, report.reference) == (project, reference)
    assert ("reference-from-title" in codes(report)) is (reference is not None)


@pytest.mark.parametrize(
    "guidance",
    [
        "Show last month’s rating in brackets if it has changed.",
        "Template v2.4. Delete this line before sending.",
        "Please remove the grey text.",
        "Return to pmo@potters.example by the last working day",
        "Enter all figures in £000s",
    ],
)
def test_what_a_template_says_of_itself_is_no_work(guidance: str) -> None:
    lines = [guidance, "Remove the box of old tiles.", "Show the kiln and its date stone to pupils."]
    report = read_report(heading("Achieved this month"), *lines)
    assert [text for _, _, text in done(report)] == lines[1:]


def test_a_line_says_that_brackets_hold_the_rating_before() -> None:
    rows = table(
        [head("Area"), head("RAG"), head("Comment")], ["Time", "Amber (Red)", "Late clay"], ["Cost", "G", ""]
    )
    report = read_report(heading("Status"), "Show last month’s rating in brackets.", rows)
    told = [(item.label, item.current, item.previous, item.comment) for item in report.ratings]
    assert told == [("Time", "Amber", "Red", "Late clay"), ("Cost", "Green", None, None)]
    assert "second-rating" not in codes(report)
    assert "second-rating" in codes(read_report(heading("Status"), rows))


def test_a_name_in_a_banner_may_be_the_organisations() -> None:
    form = table([head("Sponsor"), "Ann Lee"])
    report = read_report("Riverside Homes\tHighlight Report\tMay 2012", form)
    assert report.project == "Riverside Homes"
    assert "project-from-title" in codes(report)
    assert "project-from-title" not in codes(read_report(heading("Kiln Renewal – Highlight Report"), form))
