"""The scale of ratings: which way one moved, and how far."""

from __future__ import annotations

STEPS = {"Red": 0.0, "Amber/Red": 0.5, "Amber": 1.0, "Amber/Green": 1.5, "Green": 2.0}
"""Where each rating stands. Blue (complete), Grey (not started) and Black (stopped) are off the scale."""

JUMP = 2.0
"""Steps of a move that needs a reason: Red to Green or back."""

BETTER = "▲ better"
WORSE = "▼ worse"
SAME = "● same"
CHANGED = "◆ changed"


def trend(earlier: str | None, current: str | None) -> str | None:
    """The way from one rating to the next in words with a sign; None where one of them is missing."""
    if earlier is None or current is None:
        return None
    if earlier == current:
        return SAME
    if earlier not in STEPS or current not in STEPS:
        return CHANGED
    return BETTER if STEPS[current] > STEPS[earlier] else WORSE


def is_jump(earlier: str | None, current: str | None) -> bool:
    """True where a rating moved from one end of the scale to the other."""
    if earlier not in STEPS or current not in STEPS:
        return False
    return abs(STEPS[current] - STEPS[earlier]) >= JUMP
