"""Columns of money told by their sums: where budget, outturn and variance add up in every row, each is what it is."""

from __future__ import annotations

Amounts = dict[int, float]
"""The amounts of a column by the row of the table that they stand in."""

_ROWS = 2
"""Rows that must add up at least: one row may do so by chance."""
_ROUNDING = 0.1
"""Share of the greatest variance by which rounded figures may miss ('9.9', '11.2' and '1.4')."""
_SPENT = ("forecast", "actual")


def part_of_sum(columns: dict[int, Amounts], roles: dict[int, str]) -> tuple[int, str] | None:
    """The column without a part that makes the sums of a budget table complete, and its part; None without one.

    Args:
        columns: the columns that hold nothing but amounts, by index.
        roles: the parts that are known already, by index.
    """
    known = {role: columns[index] for index, role in roles.items() if index in columns}
    for missing in ("budget", "variance", *_SPENT):
        if missing in roles.values():
            continue
        found = [
            index
            for index, amounts in columns.items()
            if index not in roles and _completes({**known, missing: amounts}, missing)
        ]
        if len(found) == 1:
            return found[0], missing
    return None


def _completes(parts: dict[str, Amounts], missing: str) -> bool:
    spent = (missing,) if missing in _SPENT else _SPENT
    return any(_add_up(parts, name) for name in spent if {"budget", "variance", name} <= set(parts))


def _add_up(parts: dict[str, Amounts], spent: str) -> bool:
    """Whether what is spent, or will be, differs from the budget by the variance in every row, whatever its sign."""
    budget, variance, other = parts["budget"], parts["variance"], parts[spent]
    rows = budget.keys() & variance.keys() & other.keys()
    greatest = max((abs(variance[row]) for row in rows), default=0.0)
    return (
        len(rows) >= _ROWS
        and greatest > 0
        and all(
            abs(abs(other[row] - budget[row]) - abs(variance[row])) <= _ROUNDING * greatest for row in rows
        )
    )
