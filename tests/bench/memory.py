"""The most memory that this process has held."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

_STATUS = Path("/proc/self/status")


def peak_megabytes() -> float:
    """Megabytes that this process has held at most, NaN on a system that does not tell (Windows).

    Linux counts in ``ru_maxrss`` what the process that started this one held, so its own peak is read: ``VmHWM`` of
    proc(5), in kilobytes.
    """
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / (1 << 10)
    try:
        resource: Any = importlib.import_module("resource")
    except ImportError:
        return float("nan")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(most) / (1 << 20 if sys.platform == "darwin" else 1 << 10)
