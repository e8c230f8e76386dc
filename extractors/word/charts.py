"""Charts: their words and the values that Word keeps of them, and the shares that a ring, pie or stacked bar shows."""

from __future__ import annotations

import re

from extractors.document import Figure, Place
from extractors.word.colors import Palette
from extractors.word.markup import CHART, A, Element, integer, words

_ROUND = frozenset({CHART + "pieChart", CHART + "pie3DChart", CHART + "doughnutChart", CHART + "ofPieChart"})
_BARS = frozenset({CHART + "barChart", CHART + "bar3DChart"})
_STACKED = frozenset({"stacked", "percentStacked"})
_LITERAL = re.compile(r'"[^"]*"|\\.|_.')
"""What a number format prints as it stands: '0"%"' shows 62 as 62%, '0%' shows 0.62 so."""
_ACCENTS = 6
"""A theme's accent colours, which the parts of a chart take in turn."""


def read_chart(root: Element, palette: Palette, place: Place, alternative: str) -> Figure:
    """A chart as one figure.

    ``text`` has a line for each title and one for each series, 'name: category value, ...'. ``segments`` are the
    shares of a ring or pie of one series, or of a stacked bar of one category, in the order of the legend.

    Args:
        root: the chart part's root.
        palette: the document's colours.
        place: where the chart stands.
        alternative: its alternative text, for a chart without words.
    """
    lines = [" ".join(words(item, A + "t").split()) for item in root.iter(CHART + "title")]
    for series in root.iter(CHART + "ser"):
        name = " ".join(item.text or "" for item in series.iterfind(f"{CHART}tx//{CHART}v"))
        categories = _points(series.find(CHART + "cat"))
        values = _points(series.find(CHART + "val"))
        form = _number_format(series)
        pairs = [
            f"{categories.get(index, '')} {_as_printed(number, form)}".strip()
            for index, number in sorted(values.items())
        ]
        lines.append(": ".join(filter(None, (name, ", ".join(pairs)))))
    text = "\n".join(filter(None, lines)) or alternative
    segments = _shares(root, palette)
    color = segments[0][0] if segments else None
    return Figure("chart", place, color=color, text=text, segments=segments)


def _number_format(series: Element) -> str:
    """How a series prints its values: as its labels say where they do so themselves, else as the data's cells do."""
    said = series.find(f"{CHART}dLbls/{CHART}numFmt")
    if said is not None and said.get("sourceLinked") in ("0", "false"):
        return said.get("formatCode", "")
    return series.findtext(f"{CHART}val//{CHART}formatCode") or ""


def _as_printed(number: str, form: str) -> str:
    """A value as its number format prints it, as far as percentages go: they are fractions in the data."""
    if "%" not in form:
        return number
    try:
        value = float(number)
    except ValueError:
        return number
    return f"{100 * value:g}%" if "%" in _LITERAL.sub("", form) else f"{value:g}%"


def _shares(root: Element, palette: Palette) -> tuple[tuple[str, float], ...]:
    charts = list(root.iter(*_ROUND, *_BARS))
    if len(charts) != 1:
        return ()
    chart = charts[0]
    series = chart.findall(CHART + "ser")
    if chart.tag in _ROUND:
        if len(series) != 1:
            return ()
        values = _points(series[0].find(CHART + "val"))
        drawn = {
            integer(index.get("val") if (index := point.find(CHART + "idx")) is not None else ""): point
            for point in series[0].iterfind(CHART + "dPt")
        }
        parts = [(drawn.get(index), number) for index, number in sorted(values.items())]
    else:
        grouping = chart.find(CHART + "grouping")
        if grouping is None or grouping.get("val") not in _STACKED:
            return ()
        found = [(item, list(_points(item.find(CHART + "val")).values())) for item in series]
        if any(len(numbers) != 1 for _, numbers in found):
            return ()
        parts = [(item, numbers[0]) for item, numbers in found]
    return _scaled(parts, palette)


def _scaled(parts: list[tuple[Element | None, str]], palette: Palette) -> tuple[tuple[str, float], ...]:
    try:
        sizes = [float(number) for _, number in parts]
    except ValueError:
        return ()
    total = sum(sizes)
    if len(parts) < 2 or total <= 0 or min(sizes) < 0:
        return ()
    colors = [
        (palette.drawing(part.find(CHART + "spPr")) if part is not None else None)
        or palette.named(f"accent{index % _ACCENTS + 1}")
        or "#000000"
        for index, (part, _) in enumerate(parts)
    ]
    return tuple((color, size / total) for color, size in zip(colors, sizes, strict=True))


def _points(axis: Element | None) -> dict[int, str]:
    if axis is None:
        return {}
    return {
        integer(point.get("idx")): (point.findtext(CHART + "v") or "") for point in axis.iter(CHART + "pt")
    }
