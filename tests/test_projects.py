from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Report
from pipeline.tracking.months import reconcile_months
from pipeline.tracking.projects import fold_name, usual_spelling
from tests.tracking_factories import findings_of, reading, report, stored, tracker_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Childrens Services Review", "Children's Services Review"),
        ("Children’s  Services Review", "CHILDREN'S SERVICES REVIEW"),
        ("Parks & Gardens", "Parks and gardens"),
        ("Parks&Gardens", "Parks and Gardens"),
        ("Town Hall – Roof", "Town Hall: Roof."),
        ("Back-office Move", "Back office move"),
        ("Federation M.I.S. Move", "Federation MIS Move"),
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


def test_the_most_frequent_spelling_is_shown_of_equals_the_last_and_none_in_capitals_alone() -> None:
    assert usual_spelling(["Parks", "PARKS", "Parks"]) == "Parks"
    assert usual_spelling(["Parks", "PARK"]) == "Parks"
    assert usual_spelling(["Park", "Parks"]) == "Parks"
    assert usual_spelling(["PARK", "PARKS"]) == "PARKS"


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


def projects_of(*reports: Report) -> list[str]:
    return [project.name for project in tracker_of(*reports).projects]


@pytest.mark.parametrize(
    ("one", "other", "reference"),
    [
        ("Depot Move", "Depot Move Project", None),
        ("Highways Programme", "Highways", None),
        ("Lift Replacements", "Lift Replacement", None),
        ("Children's Services Review", "CSR", None),
        ("Electronic Patient Records", "Patient Record System", "EPR-7"),
        ("Mill Lane Housing (48 homes)", "Mill Lane Housing", "H-12"),
        ("Adult Social Care System", "ASC System", "D-104"),
        ("Gallery Re-display", "Gallery Redisplay", None),
    ],
)
def test_names_of_one_project_in_following_months(one: str, other: str, reference: str | None) -> None:
    reports = [report(one, "2012-01", reference=reference), report(other, "2012-02", reference=reference)]
    assert len(projects_of(*reports)) == 1
    [told] = findings_of(tracker_of(*reports), "project-renamed")
    assert told["period"] == "2012-02", "where the other name begins"


@pytest.mark.parametrize(
    ("one", "other", "references"),
    [
        ("Payroll Phase 1", "Payroll Phase 2", ("P-10", "P-10")),
        ("Flood Scheme North", "Flood Scheme South", ("F-10", "F-10")),
        ("Depot Move", "Depot Move Project", ("D-10", "D-20")),
        ("Roof Repairs", "Lift Renewal", (None, None)),
        ("Westfield School", "Eastfield School", (None, None)),
    ],
)
def test_names_of_two_projects(one: str, other: str, references: tuple[str | None, str | None]) -> None:
    reports = [
        report(one, "2012-01", reference=references[0]),
        report(other, "2012-02", reference=references[1]),
    ]
    assert len(projects_of(*reports)) == 2


def test_one_reference_in_two_reports_of_a_month_joins_nothing() -> None:
    months = [
        report("Roof Repairs", "2012-01", reference="CAP-1"),
        report("Lift Renewal", "2012-01", reference="CAP-1"),
    ]
    assert len(projects_of(*months)) == 2


def test_a_slip_of_the_pen_is_joined_where_the_same_people_lead() -> None:
    months = [
        report("Library Refurbishment", "2012-01", manager="Ann Hale"),
        report("Library Refurbishmnet", "2012-02", manager="Ann Hale"),
    ]
    assert len(projects_of(*months)) == 1


def test_names_that_rules_declare_are_one_project() -> None:
    reports = [report("Jubilee Works", "2012-01"), report("Town Hall Clock", "2012-02")]
    readings = [stored(reading(one)) for one in reports]
    tracker = reconcile_months(
        readings, {"Jubilee Works": "Town Hall Restoration", "Town Hall Clock": "Town Hall Restoration"}
    )
    assert [project.name for project in tracker.projects] == ["Town Hall Restoration"]
