"""Headings known by what a report does with others: all of one look before their text, numbered one after the other."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.document import Paragraph, Run
from tests.documents import FORM, bold, bullets, codes, done, heading, para, read_report


def led(head: str, text: str, **look: Any) -> Paragraph:
    """A paragraph that begins with words in a look of their own."""
    return para(Run(head, **(look or {"bold": True})), f" {text}")


def series(**look: Any) -> list[Paragraph]:
    """Sections whose headings all run into their text."""
    return [
        led("Summary.", "The weir was dry in May.", **look),
        led("Work done this month.", "The old sill was broken out.", **look),
        para("Divers sealed the culvert."),
        led("Work planned for next month.", "The new sill will be cast.", **look),
        led("Risks.", "There is a risk that a flood comes early.", **look),
    ]


CHAPTERS = [line for line in series() if len(line.runs) > 1 and line.runs[0].bold]


@pytest.mark.parametrize("look", [{"bold": True}, {"italic": True, "underline": True}, {"color": "#1F5C7A"}])
def test_headings_of_one_look_open_their_sections(look: dict[str, Any]) -> None:
    report = read_report(FORM, *series(**look))
    assert done(report) == [
        ("completed", None, "The old sill was broken out."),
        ("completed", None, "Divers sealed the culvert."),
        ("planned", None, "The new sill will be cast."),
    ]
    assert [risk.text for risk in report.risks] == ["There is a risk that a flood comes early."]


@pytest.mark.parametrize(
    ("look", "sign"),
    [
        ({}, ": "),
        ({"bold": True}, ": "),
        ({"bold": True}, " – "),
        ({"bold": True}, "\t"),
        ({"underline": True}, "  "),
    ],
)
def test_headings_before_any_sign(look: dict[str, Any], sign: str) -> None:
    heads = [
        para(Run(line.runs[0].text.rstrip("."), **look), f"{sign}{line.runs[-1].text.strip()}")
        for line in CHAPTERS
    ]
    report = read_report(FORM, *heads)
    assert done(report) == [
        ("completed", None, "The old sill was broken out."),
        ("planned", None, "The new sill will be cast."),
    ]
    assert [risk.text for risk in report.risks] == ["There is a risk that a flood comes early."]


def test_headings_in_capitals() -> None:
    report = read_report(
        FORM, *(para(f"{line.runs[0].text.upper()} {line.runs[-1].text.strip()}") for line in CHAPTERS)
    )
    assert [kind for kind, _, _ in done(report)] == ["completed", "planned"]
    assert len(report.risks) == 1


def test_another_of_their_look_ends_the_records_above_it() -> None:
    report = read_report(
        FORM,
        *series(),
        led("Spending.", "Half of the grant has been paid out."),
        led("Support requested from the county office.", "We ask the office to lend us a pump."),
    )
    assert len(report.risks) == 1
    assert [decision.text for decision in report.decisions] == ["We ask the office to lend us a pump."]


def test_one_that_no_rule_knows_is_told() -> None:
    report = read_report(FORM, *series(), led("Herons.", "Two pairs have nested on the sill."))
    assert len(report.risks) == 1
    assert [passage.text for passage in report.unclassified] == ["Two pairs have nested on the sill."]
    assert "unknown-heading" in codes(report)


def test_names_in_bold_before_what_was_done_are_no_headings() -> None:
    work = [
        led("Sill.", "Divers broke it out."),
        led("Culvert.", "Divers sealed it."),
        led("Gate.", "It was oiled."),
    ]
    report = read_report(FORM, series()[1], *work, *series()[3:])
    assert len(done(report)) == 1 + len(work) + 1


def test_labels_of_a_risks_parts_are_no_headings() -> None:
    report = read_report(
        FORM,
        *series(),
        led("Mitigation:", "A second pump is on hire."),
        led("Impact.", "The sill would be lost."),
    )
    assert not report.unclassified


def test_a_heading_whose_first_words_could_label_a_field() -> None:
    report = read_report(
        FORM,
        *series(),
        heading("Programme grant: spend to date"),
        "Pumps: budget £6,000, spent £2,150, forecast £5,900",
    )
    assert [(line.text, line.budget, line.actual) for line in report.finances] == [("Pumps", 6000, 2150)]
    assert report.programme is None


def test_numbered_chapters_end_what_stands_above_them_though_names_look_alike() -> None:
    def of(name: str, task: str) -> list[Any]:
        return [bold(f"{name}:"), para(Run("Plan for next week", underline=True)), *bullets(task)]

    report = read_report(
        FORM,
        bold("1. What each of us will do"),
        of("Ann Lee", "Draw the weir"),
        of("Bo Day", "Measure the weir"),
        bold("2. Hours"),
        "Seven each.",
        bold("3. Issues"),
        bullets("The boat leaks"),
        bold("4. Risks"),
        bullets("A flood may come"),
        bold("5. Rota"),
        "Bo brings the boat.",
    )
    assert [text for _, _, text in done(report)] == ["Draw the weir", "Measure the weir"]
    assert [(risk.kind, risk.text) for risk in report.risks] == [
        ("issue", "The boat leaks"),
        ("risk", "A flood may come"),
    ]
    assert [passage.text for passage in report.unclassified] == ["Seven each.", "Bo brings the boat."]


def test_numbered_workstreams_are_no_chapters() -> None:
    names = ["1. Weir", "2. Schedule", "3. Quality"]
    work = [block for name in names for block in (bold(name), *bullets(f"Did the first part of {name}"))]
    report = read_report(FORM, heading("Progress this month"), work)
    assert len(done(report)) == len(names)
