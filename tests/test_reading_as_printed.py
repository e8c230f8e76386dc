"""What the form prints and what somebody wrote: template lines, answers in boxes, names over what was done."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell, Run, Table
from tests.documents import (
    FORM,
    bold,
    bullet,
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
from tests.test_reading_doubts import warned

GUIDE = "Name the person and not the crew, please."


def tasks(*names: str) -> Table:
    rows: list[list[str | Cell]] = [[name, "Ann Lee", "9 Jan 2012"] for name in names]
    return table([head("Action"), head("Lead"), head("Due")], *rows)


def reports(*guides: str, below: Block | None = None) -> list[list[str]]:
    names = ("Kiln", "Clay", "Glaze")
    packed = [
        block
        for name, guide in zip(names, guides, strict=True)
        for block in (
            bold(f"Project dashboard: {name}"),
            table([head("Project manager"), "Bo Day"]),
            heading("Next period"),
            para(guide),
            below or tasks(f"Fetch the {name.casefold()}"),
        )
    ]
    return [[activity.text for activity in report.activities] for report in read(packed).reports]


def test_a_sentence_that_every_report_of_a_pack_has_over_its_table_is_the_templates() -> None:
    assert reports(GUIDE, GUIDE, GUIDE) == [["Fetch the kiln"], ["Fetch the clay"], ["Fetch the glaze"]]


def test_a_sentence_of_two_of_three_reports_is_their_own() -> None:
    assert reports(GUIDE, GUIDE, "Bricks arrive by barge on Friday.")[0] == [GUIDE, "Fetch the kiln"]


def test_guidance_in_italics_over_a_table_of_activities_is_none_of_them() -> None:
    slanted = para(Run("No more than four of them.", italic=True))
    report = read_report(FORM, heading("Next steps"), slanted, tasks("Light the kiln"))
    assert [activity.text for activity in report.activities] == ["Light the kiln"]


def test_a_plain_sentence_over_a_table_of_activities_is_told() -> None:
    report = read_report(FORM, heading("Next steps"), para("The weather decides."), tasks("Light the kiln"))
    assert ("line-over-table", "activities") in warned(report)


@pytest.mark.parametrize(
    "answer", ["☐ Yes ☒ No – to be settled at the meeting", "☐ Agreed ☒ To be agreed next week"]
)
def test_boxes_to_tick_head_no_column(answer: str) -> None:
    report = read_report(
        FORM,
        table([head("Lessons"), "Order the bricks early."]),
        table([head("Sponsor has agreed this note"), answer], [head("Copies to"), "The potters' guild"]),
    )
    assert report.metadata.get("Copies to") == "The potters' guild"
    assert report.activities == ()


@pytest.mark.parametrize(
    "label",
    ["Sponsor has agreed this note", "Has the executive cleared this bulletin?", "SRO approved this paper"],
)
def test_who_agreed_the_report_whatever_it_is_called(label: str) -> None:
    report = read_report(FORM, table([head(label), "☐ Yes ☒ No"]))
    assert report.authorised is False


def test_an_answer_that_no_rule_took_is_told() -> None:
    report = read_report(FORM, heading("Lessons"), para("Guild master content? ☐ Yes ☒ No"))
    assert ("answer-astray", "authorised") in warned(report)


def test_a_share_of_the_work_in_the_lines_of_a_form_opens_no_section() -> None:
    report = read_report(
        para("Project:\tKiln"), para("Date of report:\t7 December 2011"), para("Progress of works:\t31% complete"),
        para("Sponsor has agreed this note:\tYes"), heading("Summary"), para("All is well with the kiln and its crew."),
    )  # fmt: skip
    assert (report.percent_complete, report.authorised, report.activities) == (31, True, ())


def stream(name: str, finished: str, planned: str) -> Table:
    return table(
        [cell(bold(name), fill="#204060", across=2)],
        [head("Done this period"), head("Next period")],
        [cell(bullet(finished)), cell(bullet(planned))],
    )


def test_names_over_what_was_done_and_comes_next_are_workstreams_whatever_they_say() -> None:
    report = read_report(
        FORM,
        heading("Workstreams"),
        stream("Ovens", "Floor laid", "Build the arch"),
        stream("Design and approvals", "Plans drawn", "Send the plans off"),
    )
    assert done(report) == [
        ("completed", "Ovens", "Floor laid"),
        ("planned", "Ovens", "Build the arch"),
        ("completed", "Design and approvals", "Plans drawn"),
        ("planned", "Design and approvals", "Send the plans off"),
    ]


def test_one_title_over_what_was_done_and_comes_next_is_the_tables() -> None:
    report = read_report(FORM, stream("How far the kiln has come", "Floor laid", "Build the arch"))
    assert [workstream for _, workstream, _ in done(report)] == [None, None]


def test_a_column_of_ratings_is_no_commentary() -> None:
    report = read_report(
        FORM,
        heading("How it goes"),
        table(
            [head("Part"), head("Our view"), head("Why")],
            ["Overall", "On track", "The kiln holds its heat."],
            ["Money", "At risk", "Bricks cost more."],
            ["Time", "On track", ""],
        ),
    )
    assert [(item.current, item.comment) for item in report.ratings] == [
        ("Green", "The kiln holds its heat."),
        ("Amber", "Bricks cost more."),
        ("Green", None),
    ]


def test_commentaries_that_are_ratings_are_told() -> None:
    report = read_report(
        FORM,
        heading("Ratings"),
        table(
            [head("Part"), head("Status"), head("Comment")],
            ["Money", "Green", "Amber"], ["Time", "Red", "Green"], ["Scope", "Green", ""],
        ),
    )  # fmt: skip
    assert "comment-is-rating" in codes(report)


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Scope / glazes", False),
        ("Staff parking", True),
        ("Parking for pupils", True),
        ("Quality of the glaze", False),
        ("Glaze quality", False),
    ],
)
def test_a_word_beside_what_is_rated_is_a_guess(label: str, told: bool) -> None:
    report = read_report(FORM, heading("Ratings"), table([head("Overall"), "Green"], [head(label), "Amber"]))
    assert ("dimension-guessed" in codes(report)) is told


@pytest.mark.parametrize(
    "label", ["Households helped", "How many children we have reached", "Families reached"]
)
def test_how_many_were_reached_is_a_benefit(label: str) -> None:
    report = read_report(FORM, heading("Ratings"), table([head("Overall"), "Green"], [head(label), "Amber"]))
    assert report.ratings[1].dimension == "benefits"


@pytest.mark.parametrize(
    "words",
    [
        "None above tolerance this period.",
        "Nothing is over the threshold that the board set.",
        "No risks exceed the agreed limit.",
    ],
)
def test_none_beyond_what_was_set_is_no_risk(words: str) -> None:
    assert read_report(FORM, heading("Risks"), para(words)).risks == ()


def test_a_denial_that_stands_for_a_section_is_told() -> None:
    report = read_report(FORM, heading("Risks"), para("Nothing that would worry a careful potter."))
    assert ("says-none", "risks") in warned(report)


@pytest.mark.parametrize(
    "title",
    [
        "What we would like you to do",
        "How you can help",
        "What the guild hopes you will agree",
        "What the committee is asked to do",
    ],
)
def test_what_readers_would_be_asked_to_do_is_asked_of_them(title: str) -> None:
    report = read_report(FORM, heading(title), bullets("Lend us the long barge."))
    assert [decision.text for decision in report.decisions] == ["Lend us the long barge."]


def test_a_heading_of_work_that_speaks_to_its_readers_is_told() -> None:
    report = read_report(FORM, heading("Upcoming work for you"), bullets("Lend us the long barge."))
    assert ("asked-perhaps", "decisions") in warned(report)


def test_a_question_to_the_writer_asks_nothing_of_the_readers() -> None:
    report = read_report(FORM, heading("What will you do in the next quarter?"), bullets("Light the kiln."))
    assert "asked-perhaps" not in codes(report)
