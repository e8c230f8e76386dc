from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from pipeline.model import Report
from pipeline.tracking.filing import file_reports
from pipeline.tracking.months import Row
from pipeline.tracking.threads import risk_threads
from pipeline.tracking.timeline import join_projects
from tests.story_months import risks_of, stories
from tests.tracking_factories import activity, findings_of, months_of, reading, risk, stored, tracker_of

LEASE = "The lease may end before the new depot is ready"
LEASE_AGAIN = "Lease of the present yard runs out before the new depot opens"
STEEL = "Steel prices rise before the frame is ordered"


def depot(*each: tuple[Any, ...], **more: Any) -> list[Report]:
    """Months from January 2012, each with these risks; None leaves a month out."""
    return months_of("Depot", "2012-01", [{"risks": risks, **more} for risks in each])


def rows_of(reports: list[Report]) -> list[Row]:
    return list(tracker_of(*reports).rows["Risks"])


def test_a_risk_is_one_thread_over_the_months() -> None:
    rows = rows_of(depot((risk(LEASE),), (risk(LEASE),), (risk(LEASE),)))
    assert len({row["thread"] for row in rows}) == 1
    assert {(row["first_seen"], row["last_seen"], row["months_open"]) for row in rows} == {
        ("2012-01", "2012-03", 3)
    }


def test_another_wording_under_the_same_reference_is_the_same_risk() -> None:
    rows = rows_of(depot((risk(LEASE, reference="R1"),), (risk(LEASE_AGAIN, reference="R1"),)))
    assert len({row["thread"] for row in rows}) == 1


def test_a_reference_used_again_for_another_risk_joins_nothing() -> None:
    rows = rows_of(depot((risk(LEASE, reference="R1", status="Closed"),), (risk(STEEL, reference="R1"),)))
    assert len({row["thread"] for row in rows}) == 2


def test_risks_that_change_places_and_references_keep_their_threads() -> None:
    first = (risk(LEASE, reference="1"), risk(STEEL, reference="2"))
    second = (risk(STEEL, reference="1"), risk(LEASE, reference="2"))
    rows = rows_of(depot(first, second))
    threads = {(row["period"], row["text"]): row["thread"] for row in rows}
    assert threads["2012-01", LEASE] == threads["2012-02", LEASE]
    assert threads["2012-01", STEEL] == threads["2012-02", STEEL]


def test_the_same_words_of_two_phases_are_two_risks() -> None:
    one, two = "Phase 1 of the works may be late", "Phase 2 of the works may be late"
    rows = rows_of(depot((risk(one), risk(two)), (risk(two),)))
    assert len({row["thread"] for row in rows}) == 2
    assert rows[2]["thread"] == rows[1]["thread"]


def test_a_risk_that_pauses_and_returns_is_not_dropped() -> None:
    reports = depot((risk(LEASE), risk(STEEL)), (risk(STEEL),), (risk(LEASE), risk(STEEL)))
    assert findings_of(tracker_of(*reports), "risk-dropped") == []
    assert len({row["thread"] for row in rows_of(reports)}) == 2


def test_a_risk_that_leaves_without_a_word_is_told_once() -> None:
    tracker = tracker_of(*depot((risk(LEASE, reference="R1"),), (), ()))
    [told] = findings_of(tracker, "risk-dropped")
    assert (told["period"], told["severity"]) == ("2012-02", "warning")
    assert told["source_file"] == "Depot 2012-01.pdf", "where the risk's words stand"
    assert told["other_file"] == "Depot 2012-02.pdf", "where it should stand"


@pytest.mark.parametrize(
    "last",
    [
        {"status": "Closed"},
        {"status": "Resolved - lease extended"},
        {"status": "accepted"},
        {"response": "Lease extended. CLOSED"},
        {"rating": "Blue"},
    ],
)
def test_a_closed_risk_is_not_dropped(last: dict[str, str]) -> None:
    reports = depot((risk(LEASE),), (risk(LEASE, **last),), ())
    assert findings_of(tracker_of(*reports), "risk-dropped") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Risk R1 has been closed: the landlord agreed to six more months",
        "The landlord agreed to six more months, so the lease risk is closed",
    ],
)
def test_a_closing_told_outside_the_register_counts(sentence: str) -> None:
    reports = months_of(
        "Depot",
        "2012-01",
        [
            {"risks": (risk(LEASE, reference="R1"), risk(STEEL))},
            {"risks": (risk(STEEL),), "activities": (activity(sentence),)},
        ],
    )
    assert findings_of(tracker_of(*reports), "risk-dropped") == []


@pytest.mark.parametrize("status", ["Not closed", "To be closed in May", "Open"])
def test_a_closing_that_is_only_hoped_for_does_not_count(status: str) -> None:
    reports = depot((risk(LEASE, status=status),), ())
    assert len(findings_of(tracker_of(*reports), "risk-dropped")) == 1


def test_a_place_that_closes_for_a_while_closes_no_risk() -> None:
    row, later = risk("Key depot staff leave"), activity("The depot staff room is closed from 3 to 7 March")
    reports = months_of("Depot", "2012-01", [{"risks": (row,)}, {}, {"activities": (later,)}])
    assert len(findings_of(tracker_of(*reports), "risk-dropped")) == 1


@pytest.mark.parametrize(
    ("told", "dropped"),
    [("East yard closed on 3 March", 1), ("The bus risk is closed: two yards lend a bay each", 0)],
)
def test_what_a_risk_fears_from_a_closing_does_not_end_with_it(told: str, dropped: int) -> None:
    row = risk("No room for the buses during the closure of the east yard")
    reports = months_of("Depot", "2012-01", [{"risks": (row,)}, {"activities": (activity(told),)}])
    assert len(findings_of(tracker_of(*reports), "risk-dropped")) == dropped


def test_a_risk_that_comes_back_after_years_is_a_new_one() -> None:
    away = [()] * 30
    rows = rows_of(depot((risk(LEASE),), *away, (risk(LEASE),)))
    assert len({row["thread"] for row in rows}) == 2


def test_threads_keep_their_names_when_months_are_added() -> None:
    two = rows_of(depot((risk(LEASE),), (risk(LEASE_AGAIN),)))
    three = rows_of(depot((risk(LEASE),), (risk(LEASE_AGAIN),), (risk(LEASE),)))
    assert {row["thread"] for row in two} == {row["thread"] for row in three}


@pytest.mark.parametrize("references", [True, False], ids=["with references", "without"])
@pytest.mark.parametrize("apart", [False, True], ids=["chosen by", "kept apart"])
def test_pairs_of_rows_are_joined_as_a_person_would(apart: bool, references: bool) -> None:
    right = wrong = missed = 0
    for key in stories(apart=apart):
        reports, entries = risks_of(key, references=references)
        filed, _ = file_reports([stored(reading(one)) for one in reports])
        [project] = join_projects(filed)
        threads = {
            (seen.step, seen.position): thread.id for thread in risk_threads(project) for seen in thread.seen
        }
        for one, other in combinations(threads, 2):
            same, joined = entries[one] == entries[other], threads[one] == threads[other]
            right, wrong, missed = (
                right + (same and joined),
                wrong + (joined and not same),
                missed + (same and not joined),
            )
    assert 2 * right / (2 * right + wrong + missed) >= 0.97
