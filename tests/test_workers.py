"""One document's hang, crash or hunger costs that document alone, and is told in its outcome."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from pipeline.limits import Limits, memory_is_capped
from pipeline.workers import Failure, work_through

WARM = partial(sum, ())
"""A preparation that costs nothing."""


def double(number: int) -> int:
    return number * 2


def by_name(name: str) -> str:
    """Does to its worker what its name says."""
    deeds: dict[str, Callable[[], object]] = {
        "hang": lambda: time.sleep(60),
        "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
        "abort": os.abort,
        "eat": lambda: bytearray(8 * 1024**3),
        "fault": lambda: name.split("/")[1],
    }
    if name in deeds:
        deeds[name]()
    return name.upper()


def codes(names: list[str], limits: Limits) -> list[str]:
    outcomes = list(work_through(by_name, names, limits, WARM))
    assert [outcome.item for outcome in outcomes] == names
    return [item.result.code if isinstance(item.result, Failure) else item.result for item in outcomes]


def test_results_come_in_the_order_given() -> None:
    numbers = list(range(40))
    outcomes = work_through(double, numbers, Limits(workers=2), WARM)
    assert [outcome.result for outcome in outcomes] == [number * 2 for number in numbers]


def test_no_items_start_no_workers() -> None:
    assert list(work_through(double, [], Limits(), WARM)) == []


def test_a_deadline_ends_a_hang_and_spares_the_siblings() -> None:
    assert codes(["a", "hang", "b", "c"], Limits(workers=2, deadline=1.0)) == ["A", "timeout", "B", "C"]


def test_crashes_are_told_and_spare_the_siblings() -> None:
    found = codes(["a", "abort", "b", "kill", "c"], Limits(workers=2, deadline=20))
    assert found == ["A", "worker-crashed", "B", "out-of-memory", "C"]


def test_the_memory_of_a_worker_is_capped() -> None:
    if memory_is_capped():
        assert codes(["eat", "a"], Limits(workers=1, deadline=20)) == ["out-of-memory", "A"]


def test_a_fault_of_ours_names_its_place_and_keeps_its_traceback() -> None:
    (outcome,) = work_through(by_name, ["fault"], Limits(workers=1), WARM)
    assert isinstance(outcome.result, Failure)
    assert outcome.result.code == "internal-error"
    assert "IndexError: list index out of range" in outcome.result.message
    assert "test_workers.py, line" in outcome.result.message
    assert "Traceback" in outcome.result.detail


def start_sleeper(note: str) -> str:
    """Starts a child process as a converter does, and never comes back."""
    with subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True
    ) as child:
        Path(note).write_text(str(child.pid), encoding="ascii")
        try:
            child.wait()
        finally:
            child.kill()
    return note


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("workers", [1, 2])
def test_a_converter_does_not_outlive_the_deadline(workers: int, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    (outcome,) = work_through(start_sleeper, [str(note)], Limits(workers=workers, deadline=2.0), WARM)
    assert isinstance(outcome.result, Failure) and outcome.result.code == "timeout"
    pid = int(note.read_text(encoding="ascii"))
    deadline = time.monotonic() + 5
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(pid)
