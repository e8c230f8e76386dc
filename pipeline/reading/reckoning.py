"""What the numbers of a table tell of each other: what is left of a budget, a variance, a score of its factors."""

from __future__ import annotations

from collections.abc import Callable

Figures = tuple[float | None, ...]
"""A column's number in each row, None where there is none."""
_TOLERANCE = 0.005
"""Share by which rounded amounts may differ."""
_CENT = 0.011
"""Least difference that counts, in the table's unit."""
_ROWS = 2
"""Rows from which amounts say what a column is whose head no rule knows."""
_LEAST, _MOST = 0.5, 2.0
"""Times the budget between which an outturn is expected."""


def is_product(column: Figures, one: Figures, other: Figures) -> bool:
    """Whether every number of a column is the product of those beside it: a risk's score."""
    rows = [
        row
        for row in zip(column, one, other, strict=True)
        if None not in row and (row[1] or 0) + (row[2] or 0)
    ]
    return bool(rows) and all(_same(value, (a or 0) * (b or 0)) for value, a, b in rows)


def reckoned_amounts(
    roles: dict[int, str], columns: tuple[Figures, ...], free: frozenset[int]
) -> dict[int, str]:
    """The parts of a budget's columns of numbers that the others tell: what is left of it ('aside'), a variance."""
    found: dict[int, str] = {}

    def column(role: str) -> int | None:
        return next((index for index, name in (roles | found).items() if name == role), None)

    def reckoned(index: int, of: str, by: str, reckon: Callable[[float, float], float]) -> bool:
        one, other = column(of), column(by)
        if one is None or other is None:
            return False
        return _follows(columns[index], columns[one], columns[other], reckon)

    for index in sorted(free):
        if reckoned(index, "budget", "actual", lambda budget, actual: budget - actual):
            found[index] = "aside"
        elif column("variance") is None and (
            reckoned(index, "forecast", "budget", lambda forecast, budget: forecast - budget)
            or reckoned(index, "budget", "forecast", lambda budget, forecast: budget - forecast)
        ):
            found[index] = "variance"
        elif column("budget") is None and (
            reckoned(index, "forecast", "variance", lambda forecast, over: forecast - over)
            or reckoned(index, "forecast", "variance", lambda forecast, under: forecast + under)
        ):
            found[index] = "budget"
    return found


def guessed_amounts(
    roles: dict[int, str], columns: tuple[Figures, ...], free: frozenset[int]
) -> dict[int, str]:
    """The parts that a budget's columns of numbers most likely have.

    The first amounts are the budget; amounts after the spend that never fall below it are the outturn; nothing but
    noughts beside an outturn that is the budget everywhere are the variance.
    """
    places = {role: index for index, role in roles.items() if role != "aside"}
    guessed: dict[int, str] = {}
    money = [places[role] for role in ("budget", "actual", "forecast") if role in places]
    left = [index for index in sorted(free) if money and index < min(money) and _rows(columns[index])]
    if "budget" not in places and "actual" in places and len(left) == 1:
        guessed[left[0]] = "budget"
        places["budget"] = left[0]
    if "forecast" not in places and {"budget", "actual"} <= set(places):
        spent, budget = columns[places["actual"]], columns[places["budget"]]
        right = [index for index in sorted(free - set(guessed)) if index > places["actual"]]
        if len(right) == 1 and _is_outturn(columns[right[0]], spent, budget):
            guessed[right[0]] = "forecast"
    elif "variance" not in places and {"forecast", "budget"} <= set(places):
        same = _follows(
            columns[places["forecast"]], columns[places["budget"]], columns[places["budget"]], max
        )
        noughts = [index for index in sorted(free) if _rows(columns[index]) and not any(columns[index])]
        if same and len(noughts) == 1 and None not in columns[noughts[0]]:
            guessed[noughts[0]] = "variance"
    return guessed


def _is_outturn(column: Figures, spent: Figures, budget: Figures) -> bool:
    """Whether amounts never fall below what is spent, stay in reach of the budget and are not what is left of it."""
    rows = [
        (out or 0, used or 0, plan or 0)
        for out, used, plan in zip(column, spent, budget, strict=True)
        if None not in (out, used, plan)
    ]
    return len(rows) >= _ROWS and all(
        out >= used and _LEAST * plan <= out <= _MOST * plan for out, used, plan in rows if plan
    )


def _rows(column: Figures) -> bool:
    return len([value for value in column if value is not None]) >= _ROWS


def _follows(column: Figures, one: Figures, other: Figures, reckon: Callable[[float, float], float]) -> bool:
    rows = [(value, a, b) for value, a, b in zip(column, one, other, strict=True)]
    whole = [
        (value, reckon(a, b)) for value, a, b in rows if value is not None and a is not None and b is not None
    ]
    return len(whole) >= _ROWS and any(value for value, _ in whole) and all(_same(*pair) for pair in whole)


def _same(value: float | None, reckoned: float) -> bool:
    return value is not None and abs(value - reckoned) <= max(_CENT, _TOLERANCE * abs(reckoned))
