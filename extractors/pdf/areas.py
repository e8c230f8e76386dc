"""Areas of a lattice's base cells: which lie within others, and which overlap in part and so are one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

Area = tuple[int, int, int, int]
"""Merged base cells: first row, first column, last row, last column."""


def nests(areas: Sequence[Area]) -> Iterator[list[Area]]:
    """Areas by nest: first those that lie in no other, then for each of them those within it."""
    if _apart(areas):
        yield list(areas)
        return
    outer = [area for area in areas if not any(_within(area, other) for other in areas)]
    yield outer
    for whole in outer:
        inside = [area for area in areas if _within(area, whole)]
        if inside:
            yield from nests(inside)


def squared(areas: list[Area]) -> list[Area]:
    """Join areas that overlap in part (L-shapes), until none do. One that surrounds another stays apart from it."""
    if _apart(areas):
        return sorted(areas, reverse=True)
    done: list[Area] = []
    waiting = sorted(areas)
    while waiting:
        one = waiting.pop()
        hit = next((other for other in done if _overlap_in_part(one, other)), None)
        if hit is None:
            done.append(one)
        else:
            done.remove(hit)
            waiting.append(
                (min(one[0], hit[0]), min(one[1], hit[1]), max(one[2], hit[2]), max(one[3], hit[3]))
            )
    return list(dict.fromkeys(done))


def _apart(areas: Sequence[Area]) -> bool:
    """Whether no base cell lies in two areas."""
    held: set[tuple[int, int]] = set()
    count = 0
    for top, left, bottom, right in areas:
        held.update(itertools.product(range(top, bottom + 1), range(left, right + 1)))
        count += (bottom + 1 - top) * (right + 1 - left)
    return len(held) == count


def _within(area: Area, other: Area) -> bool:
    return (
        area != other
        and other[0] <= area[0]
        and other[1] <= area[1]
        and area[2] <= other[2]
        and area[3] <= other[3]
    )


def _overlap_in_part(one: Area, other: Area) -> bool:
    if _within(one, other) or _within(other, one) or one == other:
        return False
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
