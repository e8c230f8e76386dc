"""Lines of a pack's template: each of its reports has them, word for word, right under a heading over its own table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.document import Heading, ListItem
from pipeline.reading.elements import Element, Labels, Line, Pair, Rated, Register
from pipeline.reading.wording import plain

_REPORTS = 3
"""Reports with the same sentence: two may say the same by chance."""
_WORDS = 4
"""Words of the shortest guidance; shorter lines are headings and answers."""

Key = tuple[str, str]


def without_template_lines(reports: Sequence[Sequence[Element]]) -> list[list[Element]]:
    """The reports' elements, the sentences that all of them have under a heading as its instruction.

    Somebody's own words differ from report to report, and stand under the heading of one.
    """
    if len(reports) < _REPORTS:
        return [list(report) for report in reports]
    having: Counter[Key] = Counter()
    headed: Counter[str] = Counter()
    for report in reports:
        having.update({key for _, key in _sentences(report)})
        headed.update({plain(line.text) for line in report if isinstance(line, Line)})
    shared = {key for key, count in having.items() if count >= _REPORTS and count == headed[key[0]]}
    return [_instructed(report, shared) for report in reports]


def _instructed(report: Sequence[Element], shared: set[Key]) -> list[Element]:
    places = {place for place, key in _sentences(report) if key in shared}
    return [
        Labels((element.block,), "instruction") if place in places and isinstance(element, Line) else element
        for place, element in enumerate(report)
    ]


def _sentences(report: Sequence[Element]) -> Iterator[tuple[int, Key]]:
    """Where a sentence stands between a heading and a list or table, and both texts as they are compared."""
    for place in range(1, len(report) - 1):
        above, line, below = report[place - 1 : place + 2]
        if not isinstance(above, Line) or not isinstance(line, Line):
            continue
        listed = isinstance(below, Line) and isinstance(below.block, ListItem)
        sentence = line.text.rstrip().endswith(".") and len(line.text.split()) >= _WORDS
        if (
            sentence
            and not isinstance(line.block, (ListItem, Heading))
            and (listed or isinstance(below, (Register, Rated, Pair)))
        ):
            yield place, (plain(above.text), plain(line.text))
