"""Reports that were typed as plain marks (README files, wikis, trackers) and printed or exported."""

from __future__ import annotations

import pytest

from tests.documents import (
    AMBER,
    GREEN,
    bullet,
    bullets,
    codes,
    done,
    figure,
    head,
    heading,
    para,
    read_report,
    table,
)

PLAIN = para("Reporting period: May 2031")


def test_pictures_and_boxes_before_words_are_signs_of_a_list() -> None:
    report = read_report(
        heading("🌱 Green Roofs — STATUS"),
        PLAIN,
        heading("✅ Done", 2),
        bullets("🎉 First bees seen", "[x] Library roof planted", "☒ Insurance signed"),
        heading("💶 Money", 2),
        table([head("Line"), head("Budget"), head("Spent")], ["🌿 Plants", "€12,000", "€8,400"]),
    )
    assert report.project == "Green Roofs"
    assert [text for _, _, text in done(report)] == [
        "First bees seen",
        "Library roof planted",
        "Insurance signed",
    ]
    assert [line.text for line in report.finances] == ["Plants"]


@pytest.mark.parametrize(
    ("words", "comment"),
    [("Budget:  (was )", None), ("Budget:  (last week: ) – the grant is late", "the grant is late")],
)
def test_the_second_of_two_lights_in_brackets_was_before(words: str, comment: str | None) -> None:
    report = read_report(heading("Status", 2), para(words, figures=(figure(AMBER), figure(GREEN))))
    (rating,) = report.ratings
    assert (rating.label, rating.current, rating.previous, rating.comment) == (
        "Budget",
        "Amber",
        "Green",
        comment,
    )


def test_spaces_alone_part_an_area_from_its_rating() -> None:
    lines = [
        para("Overall   GREEN", figures=(figure(GREEN),)),
        para("Time   AMBER", figures=(figure(AMBER),)),
    ]
    report = read_report(heading("How are we doing?", 2), *lines)
    assert [(rating.label, rating.current) for rating in report.ratings] == [
        ("Overall", "Green"),
        ("Time", "Amber"),
    ]


def test_the_head_of_an_only_column_is_no_record() -> None:
    report = read_report(
        heading("Decisions needed", 2),
        table(["Item"], ["Agree to move all benefits to 28 August"], ["Allow texts from the shared number"]),
    )
    assert [decision.text for decision in report.decisions] == [
        "Agree to move all benefits to 28 August",
        "Allow texts from the shared number",
    ]


def test_a_heading_of_sums_after_risks_is_no_risk() -> None:
    report = read_report(
        heading("Risks", 2),
        table([head("Risk"), head("Owner")], ["Rain stops work", "Ann Li"]),
        heading("Budget (GBP)", 2),
        table([head("Item"), head("Budget"), head("Spent")], ["Team", "20,000", "9,000"]),
    )
    assert [risk.text for risk in report.risks] == ["Rain stops work"]
    assert [line.text for line in report.finances] == ["Team"]


def test_tickets_planned_with_titles_are_activities() -> None:
    report = read_report(
        heading("Planned for Sprint 43", 2),
        table(
            [head("ID"), head("Title"), head("Due date"), head("Assigned to")],
            ["48301", "Contract tests for scoring", "24 June 2031", "Anjali Mehta"],
            ["48305", "Dark launch for some claims", "27 June 2031", "Connor Hale"],
        ),
    )
    assert [text for _, _, text in done(report)] == [
        "Contract tests for scoring",
        "Dark launch for some claims",
    ]
    assert not report.risks


def test_a_share_is_no_date_of_completion() -> None:
    report = read_report(
        table(["Project", "Depot move"], ["Project manager", "Ann Li"], ["Completion", "55 %"])
    )
    assert (report.percent_complete, report.end_date) == (55, None)


def test_an_organisation_that_coordinates_is_no_manager_which_is_told() -> None:
    report = read_report(para("Project: Sea Glass"), para("Coordinator: Universidade de Aveiro"))
    assert report.manager is None
    assert "organisation-leads" in codes(report)


@pytest.mark.parametrize(
    ("line", "text", "response", "told"),
    [
        ("Helmets may run out: buy ten more", "Helmets may run out", "buy ten more", False),
        (
            "Three gaps in the roof: slates, lead, felt",
            "Three gaps in the roof: slates, lead, felt",
            None,
            False,
        ),
        ("Staff: recruit two", "Staff: recruit two", None, False),
        ("Supply of steel is late: ordered in May", "Supply of steel is late: ordered in May", None, True),
    ],
)
def test_a_colon_parts_a_risk_from_its_measure(
    line: str, text: str, response: str | None, told: bool
) -> None:
    report = read_report(heading("Risks", 2), bullet(line))
    (risk,) = report.risks
    assert (risk.text, risk.response) == (text, response)
    assert ("response-perhaps" in codes(report)) is told


@pytest.mark.parametrize("title", ["Week 6 check-in: Swap Shop", "MEMO: Swap Shop"])
def test_check_ins_and_memos_name_their_project(title: str) -> None:
    assert read_report(heading(title), PLAIN).project == "Swap Shop"


def test_a_product_beside_its_owner_names_the_project() -> None:
    line = "Product: Parcel Locker | Team: Kestrel | Product Owner: Dawit Abebe"
    report = read_report(heading("Sprint 14 Report"), para(line))
    assert (report.project, report.manager) == ("Parcel Locker", "Dawit Abebe")
