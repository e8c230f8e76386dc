"""What a family of samples is: one organisation's template and who reports in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from samples.gold import Record
from samples.month import Task, Update


@dataclass(frozen=True, slots=True)
class Rendered:
    """One document and what must be read from it, one gold report per highlight report in it."""

    content: bytes
    reports: tuple[Record, ...]


def month_name(updates: tuple[Update, ...]) -> str:
    """The usual file name: project and month of the first report."""
    slug = re.sub(r"[^a-z0-9]+", "-", updates[0].project.name.lower()).strip("-")
    return f"{slug}-{updates[0].period}"


@dataclass(frozen=True, slots=True)
class Family:
    """One organisation's template.

    ``render`` gets one update, or those that ``gather`` finds for a month's number (none: no document).
    Where ``office`` is set it makes a file of ``source``'s kind that is printed afterwards (a web page by Chromium, the
    rest by LibreOffice), and ``suffix`` is ``.pdf``.
    ``apart`` families test generality: nobody looks at them while writing rules.
    """

    name: str
    organisation: str
    style: str
    tests: str
    suffix: Literal[".docx", ".pdf"]
    apart: bool
    projects: tuple[str, ...]
    render: Callable[[tuple[Update, ...]], Rendered]
    gather: Callable[[int], tuple[Update, ...]] | None = None
    office: bool = False
    source: Literal[".docx", ".pptx", ".xlsx", ".html"] = ".docx"
    file_name: Callable[[tuple[Update, ...]], str] = month_name


def by_workstream(tasks: Iterable[Task]) -> dict[str, list[Task]]:
    """The tasks under their sub-headings, both in the order told."""
    groups: dict[str, list[Task]] = {}
    for task in tasks:
        groups.setdefault(task.workstream, []).append(task)
    return groups
