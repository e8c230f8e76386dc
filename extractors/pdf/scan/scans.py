"""What the scanned pages of a file gave."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.document import Problem, UnsureWord
from extractors.pdf.primitives import Page


@dataclass(slots=True)
class Scans:
    """What was read from pictures: pages by number, words that may be wrong, and what is told of them."""

    pages: dict[int, Page] = field(default_factory=dict)
    unsure: list[UnsureWord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
