from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.tracking import NoSuchProject, open_store, renew_workbook, tell_project
from tests.tracking_factories import (
    NOON,
    activity,
    milestone,
    months_of,
    rating,
    reading,
    report,
    risk,
    tracker_of,
)

DEPOT = months_of(
    "Depot Move",
    "2012-01",
    [
        {
            "ratings": (rating("Green"),),
            "percent_complete": 10.0,
            "risks": (risk("The lease may end early", reference="R1", owner="Ann Hale"),),
            "activities": (activity("Order the lifts", "planned"),),
            "milestones": (milestone("Roof on", "2012-02-01"),),
        },
        {
            "ratings": (rating("Red"),),
            "percent_complete": 20.0,
            "risks": (risk("The lease may end early", reference="R1", owner="Ann Hale"),),
            "milestones": (milestone("Roof on", "2012-02-01"),),
        },
        None,
        {"ratings": (rating("Amber"),), "risks": (risk("The lease may end early", reference="R1"),)},
    ],
)


def test_a_story_tells_months_risks_and_what_is_overdue() -> None:
    story = tell_project(tracker_of(*DEPOT), "depot move")
    assert [(line.period, line.rating) for line in story.months] == [
        ("2012-01", "Green"),
        ("2012-02", "Red"),
        ("2012-03", ""),
        ("2012-04", "Amber"),
    ]
    assert [(text, months) for text, _, _, months in story.risks] == [("The lease may end early", 4)]
    assert [text for text, _ in story.overdue] == ["Order the lifts"]
    assert {row["code"] for row in story.checks} == {"rating-jump", "missing-month", "milestone-overdue"}


def test_a_part_of_a_name_is_enough_and_the_nearest_names_are_offered() -> None:
    tracker = tracker_of(*DEPOT, report("Ward 7"), report("Ward 8"))
    assert tell_project(tracker, "depot").project.name == "Depot Move"
    with pytest.raises(NoSuchProject, match="Ward 7' or 'Ward 8"):
        tell_project(tracker, "ward")


def stored_depot(folder: Path) -> Path:
    with open_store(folder / "tracker.sqlite") as store:
        for one in DEPOT:
            store.add(reading(one), NOON, "rules-1")
        renew_workbook(store, folder / "tracker.xlsx")
    return folder / "tracker.xlsx"


def test_the_story_in_the_terminal(tmp_path: Path) -> None:
    told = CliRunner().invoke(
        app, ["report", "--project", "Depot Move", "--tracker", str(stored_depot(tmp_path))]
    )
    assert told.exit_code == 0
    assert re.search(r"Jan 2012 +Green +10%", told.stdout)
    assert re.search(r"Mar 2012 +no report", told.stdout)
    assert "The lease may end early (R1, open 4 months)" in told.stdout
    assert "Order the lifts (planned in Jan 2012, not mentioned since)" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--project", "Depot"], "--tracker FILE, or --store URL"),
        (["--project", "Depot", "--tracker", "nowhere.xlsx"], "There is no store nowhere.sqlite"),
    ],
)
def test_a_tracker_must_be_named(arguments: list[str], message: str) -> None:
    told = CliRunner().invoke(app, ["report", *arguments])
    assert told.exit_code == 2
    assert message in told.stderr


def test_the_tracker_as_it_stood(tmp_path: Path) -> None:
    path = stored_depot(tmp_path)
    with open_store(tmp_path / "tracker.sqlite") as store:
        then = renew_workbook(store, tmp_path / "then.xlsx", as_of="2012-02")
        assert then.path == tmp_path / "then.xlsx"
        beside = renew_workbook(store, path, as_of="2012-02")
    book = openpyxl.load_workbook(then.path)
    periods = {row[2] for row in book["Reports"].iter_rows(min_row=2, values_only=True)}
    assert {f"{period:%Y-%m}" for period in periods} == {"2012-01", "2012-02"}
    assert "missing-month" not in {row[4] for row in book["Checks"].iter_rows(values_only=True)}
    assert beside.path != path, "a workbook that shows later months is not written over"
    assert "shows months after Feb 2012" in beside.messages[0]


def test_a_milestone_that_its_status_calls_complete_is_not_overdue() -> None:
    done = milestone("Roof on", "2012-02-01", status="Complete")
    story = tell_project(tracker_of(report("Depot Move", "2012-03", milestones=(done,))), "Depot Move")
    assert story.overdue == ()
