"""Ratings told in running text: letters, memos and notes."""

from __future__ import annotations

import pytest

from extractors.document import Block
from pipeline.reading.status_sentences import StatusSentence, status_sentence
from tests.documents import FORM, bullet, bullets, heading, para, read_report


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Time is amber (it was green in May): the gate is late.",
            ("Time", "Amber", "Green", "the gate is late."),
        ),
        ("On the budget we remain green, as in May.", ("budget", "Green", "Green", "")),
        ("Staffing has gone from green last month to red.", ("Staffing", "Red", "Green", "")),
        ("Overall I would still call us amber, as I did last month.", ("Overall", "Amber", "Amber", "")),
        ("Public and traders are AMBER (last report RED).", ("Public and traders", "Amber", "Red", "")),
        ("We are red, having been amber in June.", ("", "Red", "Amber", "")),
        (
            "Scope has moved to amber because of lenders.",
            ("Scope", "Amber", None, "because of lenders."),
        ),
        ("The door is green paint.", None),
        ("Green Lane is closed.", None),
        ("The works are on Red Lion Street.", None),
        ("The scheme was amber in May.", None),
    ],
)
def test_what_a_sentence_rates(sentence: str, told: tuple[str, str, str | None, str] | None) -> None:
    assert status_sentence(sentence) == (StatusSentence(*told) if told else None)


RUN_IN = [
    "Overall. We are amber, as we were in May. The weir is safe.",
    "Timetable. We are red, having been amber in May. The gate will not hang before spring.",
    "Money. We remain green, as in May. Nothing is drawn from the contingency.",
]
SENTENCES = [
    "Overall we are amber, as we were in May: the weir is safe.",
    "On the timetable we are red, having been amber in May: the gate will not hang before spring.",
    "On money we remain green, as in May: nothing is drawn from the contingency.",
]


@pytest.mark.parametrize(
    "told",
    [RUN_IN, SENTENCES, [" ".join(SENTENCES)], bullets(*SENTENCES)],
    ids=["run-in", "sentences", "one paragraph", "bullets"],
)
def test_a_letter_rates_its_areas_in_sentences(told: list[Block]) -> None:
    report = read_report(
        FORM, heading("Where we stand"), *told, heading("Done in June"), bullet("Basin drained.")
    )
    assert [(item.dimension, item.current, item.previous) for item in report.ratings] == [
        ("overall", "Amber", "Amber"),
        ("schedule", "Red", "Amber"),
        ("cost", "Green", "Green"),
    ]
    assert [(item.comment or "").strip(".").casefold() for item in report.ratings] == [
        "the weir is safe",
        "the gate will not hang before spring",
        "nothing is drawn from the contingency",
    ]
    assert [item.text for item in report.activities] == ["Basin drained."]


def test_an_aim_is_rated_by_the_sentence_under_its_heading() -> None:
    report = read_report(
        FORM,
        heading("Aim 1 – Boats that pass in winter", level=2),
        "This aim is amber, against green in May. The gate is late.",
        heading("Aim 2 – Eels that reach the lake", level=2),
        "This aim is green. The pass is open.",
    )
    assert [(item.label, item.current, item.previous, item.comment) for item in report.ratings] == [
        ("Aim 1 – Boats that pass in winter", "Amber", "Green", "The gate is late."),
        ("Aim 2 – Eels that reach the lake", "Green", None, "The pass is open."),
    ]


def test_colours_in_what_was_done_rate_nothing() -> None:
    report = read_report(
        FORM,
        heading("Done in June"),
        bullets("The door is green.", "The railings are red.", "The lock house is amber."),
    )
    assert not report.ratings
    assert len(report.activities) == len(("door", "railings", "house"))


def test_one_coloured_thing_in_a_story_rates_nothing() -> None:
    report = read_report(FORM, heading("Summary"), para("The lock gate is green. Visitors admire it."))
    assert not report.ratings
