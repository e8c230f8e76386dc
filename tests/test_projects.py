from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tracking.projects import fold_name, usual_spelling
from tests.tracking_factories import findings_of, report, tracker_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Childrens Services Review", "Children's Services Review"),
        ("Children’s  Services Review", "CHILDREN'S SERVICES REVIEW"),
        ("Parks & Gardens", "Parks and gardens"),
        ("Parks&Gardens", "Parks and Gardens"),
        ("Town Hall – Roof", "Town Hall: Roof."),
        ("Back-office Move", "Back office move"),
    ],
)
def test_spellings_of_one_project(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Payroll Phase 1", "Payroll Phase 2"),
        ("Payroll Phase I", "Payroll Phase II"),
        ("Ward 7", "Ward 17"),
        ("Depot North", "Depot South"),
        ("Café", "Cafe Royal"),
    ],
)
def test_two_projects(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


def test_the_most_frequent_spelling_is_shown_of_equals_the_last() -> None:
    assert usual_spelling(["Parks", "PARKS", "Parks"]) == "Parks"
    assert usual_spelling(["Parks", "PARKS"]) == "PARKS"


def test_joined_spellings_are_one_project_and_told() -> None:
    tracker = tracker_of(
        report("Children's Review", "2012-01"),
        report("Childrens Review", "2012-02"),
        report("Children's Review", "2012-03"),
    )
    [project] = tracker.projects
    assert project.name == "Children's Review"
    assert {row["project"] for row in tracker.rows["Reports"]} == {"Children's Review"}
    [told] = findings_of(tracker, "project-renamed")
    assert (told["period"], told["severity"]) == ("2012-02", "info")
    assert "'Childrens Review'" in str(told["message"])


def test_reports_without_a_name_are_never_joined() -> None:
    tracker = tracker_of(report(None, "2012-01"), report(None, "2012-03"), report("  ", "2012-01"))
    assert len(tracker.projects) == 3
    assert findings_of(tracker, "missing-month") == findings_of(tracker, "duplicate-report") == []


def test_a_name_without_letters_still_joins() -> None:
    assert len(tracker_of(report("???", "2012-01"), report("???", "2012-02")).projects) == 1
