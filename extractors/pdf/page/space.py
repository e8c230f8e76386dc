"""From PDF user space (origin at the bottom left) to the page as a reader sees it (origin at the top left)."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.document import Box

Matrix = tuple[float, float, float, float, float, float]
"""``(a, b, c, d, e, f)``: x' = a*x + c*y + e, y' = b*x + d*y + f (ISO 32000-1, 8.3.3)."""

Point = tuple[float, float]


def page_matrix(crop: tuple[float, float, float, float], turn: int) -> tuple[Matrix, float, float]:
    """The matrix to reading space for a crop box ``(left, bottom, right, top)`` and a /Rotate of ``turn`` quarter
    turns; and the page's width and height.
    """
    left, bottom, right, top = crop
    wide, high = right - left, top - bottom
    if turn == 1:
        return (0, 1, 1, 0, -bottom, -left), high, wide
    if turn == 2:
        return (-1, 0, 0, 1, right, -bottom), wide, high
    if turn == 3:
        return (0, -1, -1, 0, top, right), high, wide
    return (1, 0, 0, -1, -left, top), wide, high


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first, then ``outer``."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(matrix: Matrix, x: float, y: float) -> Point:
    """A point after ``matrix``."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def around(points: Iterable[Point]) -> Box:
    """The box around at least one point."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
