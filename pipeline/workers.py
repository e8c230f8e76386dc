"""Does one task per document in processes of their own, each with a deadline and a memory cap.

A document of 400 KB can cost a gigabyte or hang its reader for hours; here that costs the one document, told as a
``Failure``, and its siblings go on unharmed.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, NoReturn, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from pipeline.limits import Limits

TASKS_PER_WORKER = 200
"""A worker is replaced after so many documents, since PDF libraries do not return all memory."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task gave no result; ``detail`` is the traceback where our own code failed."""

    code: str
    message: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Result]):
    """What became of one item: a result or a failure."""

    item: Item
    result: Result | Failure


def work_through(
    task: Callable[[Item], Result], items: Iterable[Item], limits: Limits, prepare: Callable[[], object]
) -> Iterator[Outcome[Item, Result]]:
    """The outcome of ``task(item)`` for every item, in the order given, as soon as each is known.

    Args:
        task: a module-level function (or a partial of one); it, its items and its results travel by pickle.
        items: all are scheduled at once, so they should be small.
        limits: number of workers, deadline and memory.
        prepare: called once in each new worker, outside every deadline: imports and rules.

    Leaving the iteration early (an error, Ctrl-C) ends all workers.
    """
    waiting = list(items)
    pool = ProcessPool(
        max_workers=max(1, min(limits.processes, len(waiting))),
        max_tasks=TASKS_PER_WORKER,
        initializer=_start_worker,
        initargs=(limits.memory, prepare),
        context=multiprocessing.get_context("spawn"),  # a fork would copy the parent's threads and locks
    )
    try:
        futures = [pool.schedule(partial(_run_task, task, item), timeout=limits.deadline) for item in waiting]
        for item, future in zip(waiting, futures, strict=True):
            outcome: Result | Failure = _outcome(future, limits)
            yield Outcome(item, outcome)
        pool.close()
    finally:
        pool.stop()
        pool.join()


def _outcome(future: ProcessFuture[Result], limits: Limits) -> Result | Failure:
    try:
        return future.result()
    except TimeoutError:
        return Failure(
            "timeout",
            f"Reading the document took longer than {limits.deadline:g} seconds and was stopped. "
            "Split it into smaller files, or allow more with --deadline.",
        )
    except MemoryError:
        return _out_of_memory(limits)
    except ProcessExpired as error:
        if error.exitcode == -getattr(signal, "SIGKILL", 9):
            return _out_of_memory(limits)  # the system kills the largest process when memory runs out
        return Failure(
            "worker-crashed",
            f"A library failed hard while it read the document (exit code {error.exitcode}): the file is probably "
            "damaged. Open it, save it again (or print it to PDF) and try again.",
        )
    except BrokenProcessPool as error:
        raise RuntimeError("The worker processes cannot start; the first error above tells why.") from error
    except Exception as error:  # noqa: BLE001 - the boundary of one document: told in its record, with the traceback
        return _internal_error(error)


def _out_of_memory(limits: Limits) -> Failure:
    return Failure(
        "out-of-memory",
        f"Reading the document needed more than {limits.memory / 1024**3:g} GiB of memory and was stopped. "
        "Split it into smaller files, or save it again with smaller pictures.",
    )


def _internal_error(error: Exception) -> Failure:
    """Names the exception and the innermost place of our own code in the worker's traceback."""
    # What the pool chains to the exception is the traceback as the worker printed it.
    detail = str(error.__cause__ or "".join(traceback.format_exception(error)))
    places = re.findall(r'File "([^"]+)", line (\d+)', detail)
    own = [(name, line) for name, line in places if "site-packages" not in name]
    where = f" at {Path(own[-1][0]).name}, line {own[-1][1]}" if own else ""
    return Failure(
        "internal-error",
        f"A fault of this program, not of the document: {type(error).__name__}: {error}{where}. "
        "Please report it, with the document if you may pass it on, and with what --verbose prints.",
        detail,
    )


def _start_worker(memory: int, prepare: Callable[[], object]) -> None:
    """Runs once in each new worker."""
    prepare()
    gc.collect()
    gc.freeze()  # what stays for good is not looked through again for garbage while documents are read
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))


def _leave(*_: object) -> NoReturn:
    """On the order to stop: unwinds the stack, so that a converter that the worker started is ended too."""
    raise SystemExit(1)


def _run_task(task: Callable[[Item], Result], item: Item) -> Result:
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        return task(item)
    except SystemExit:
        os._exit(1)  # the pool would take the exception for a result and wait until somebody hears it
    finally:
        signal.signal(signal.SIGTERM, before)
