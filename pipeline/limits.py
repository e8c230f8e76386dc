"""What reading one document may cost."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

DEADLINE_SECONDS = 120.0
"""For one document. A three-page report takes under a second, a committee pack of 300 scanned pages minutes."""

MEMORY_BYTES = 4 * 1024**3
"""Address space of one worker. The libraries alone reserve about 1 GiB; the worst honest PDF seen took 0.8 GB."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the work may cost: ``deadline`` in seconds and ``memory`` in bytes per document."""

    workers: int = 0
    """0: one for each processor."""
    deadline: float = DEADLINE_SECONDS
    memory: int = MEMORY_BYTES

    @property
    def processes(self) -> int:
        """How many workers to start."""
        return self.workers or os.cpu_count() or 1


def memory_is_capped() -> bool:
    """False on systems without the means to cap a process's memory (Windows, macOS)."""
    return sys.platform == "linux"
