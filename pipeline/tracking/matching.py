"""The best joining of two lists as a whole, not row by row: where two risks changed places, both find their own."""

from __future__ import annotations

from collections.abc import Sequence

from scipy.optimize import linear_sum_assignment


def best_pairs(scores: Sequence[Sequence[float]], least: float) -> list[tuple[int, int]]:
    """Pairs (row, column) of the joining with the highest sum, each row and column at most once.

    Args:
        scores: A row for each thing of one list, a column for each of the other.
        least: A pair below this score is no pair: it joins nothing and spoils nothing.
    """
    if not scores or not scores[0]:
        return []
    gains = [[score if score >= least else 0.0 for score in row] for row in scores]
    rows, columns = linear_sum_assignment(gains, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(row, column) for row, column in pairs if gains[row][column] > 0]
