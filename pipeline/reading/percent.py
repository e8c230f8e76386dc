"""How much of a project is complete: as its form says, as a sentence says, or as a drawn bar or chart shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.document import Figure, ListItem
from pipeline.reading.context import Context
from pipeline.reading.elements import Line, Section
from pipeline.reading.fields import Fields
from pipeline.reading.shares import says_shares, share_reached
from pipeline.values.notation import amount_in_english

_SAID = re.compile(
    r"(?:^|\b(?:is|are|at|now|around|about|approximately|some"
    r"|something like|nearly|almost|roughly|just (?:over|under)|over|under|reached|overall|progress"
    r"|currently|project|works?)\b[:\s]*"
    r"|[:\t(]\s*)(\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent|percent)\s+"
    r"(?:complete|completed|of the (?:work|works|project) (?:is |are )?complete"
    r"|of the way (?:there|through(?: the (?:work|works|project|build))?))\b",
    re.IGNORECASE,
)
_SAID_ELSEWHERE = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)% complete\b")
"""As another language's 'zu 62 % abgeschlossen' is told in English."""
_LABELLED = re.compile(
    r"(?P<label>[^:%]{0,60}\b(?:complete|completion|progress)\b[^:%]{0,40}):\s*(\d{1,3}(?:\.\d+)?)\s?%[ .]*",
    re.IGNORECASE,
)
"""'Build complete (yard's measure): 19%', a line of its own."""
_OF_WORK = re.compile(
    r"\b(?:progress|complet\w+|how far|how much (?:is|has been) done|done)\b"
    r"(?!.*\b(?:planned|target|budget|spend|spent|time)\b)",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"(\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent|percent)(?!\s+(?:of (?:the )?(?:budget|spend|time)))",
    re.IGNORECASE,
)
"""A label that speaks of progress over a percentage ('Progress: 23% of plan')."""
_WHOLE = re.compile(
    r"(\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent|percent) (?:complete[d]?|done|finished)\.?", re.IGNORECASE
)
"""A line that says nothing else."""
_WHOLE_WORDS = re.compile(r"\b(?:overall|project|programme|total|whole|scheme)\b", re.IGNORECASE)
_CHART = re.compile(r"\b(?:complete[d]?|completion|progress|done)\b", re.IGNORECASE)
_MISDRAWN = 6
"""Points of a hundred by which a drawing misses the number printed on it because of how it is measured."""
_CHART_VALUE = re.compile(r"(?:^|\s)(\d{1,3}(?:\.\d+)?)\s?%?$")
"""'Complete 62', 'Build 62%': what a chart's series tells of its one category."""
_PERCENTAGE = re.compile(r"%|\bper\s?cent|\bpercentage\b", re.IGNORECASE)
_WHOLE_SHARE = 100
_SAYING = {"front", "summary", "schedule", "ratings", "milestones", "loose"}
"""Sections whose sentences speak of the whole project."""


def _in_english(text: str) -> str:
    """A line in English that its document's language says otherwise; '' where it says nothing else."""
    said = amount_in_english(text)
    return said if said != text else ""


def percent_complete(
    fields: Fields, sections: Sequence[Section], drawings: Sequence[Figure], context: Context
) -> float | None:
    """The number 0..100, None where nothing tells it or sentences disagree; what was measured is told."""
    if fields.percent is not None:
        return fields.percent
    labelled = [
        float(found[1])
        for label, value in fields.metadata.items()
        if _OF_WORK.search(label) and (found := _PERCENT.match(value))
    ]
    labelled += [
        share
        for label, value in fields.metadata.items()
        if _OF_WORK.search(label) and says_shares(value, context.vocabulary)
        if (share := share_reached(value, context.vocabulary)) is not None
    ]
    if len(labelled) == 1:
        return labelled[0]
    told = [(section.name, item) for section in sections for item in section.items if isinstance(item, Line)]
    lines = [line for name, line in told if name in _SAYING]
    said = {float(match[1]) for line in lines for match in _SAID.finditer(line.text)}
    said |= {float(match[2]) for line in lines if (match := _LABELLED.fullmatch(line.text.strip()))}
    said |= {float(match[1]) for _, line in told if (match := says_share_done(line))}
    said |= {float(match[1]) for line in lines for match in _SAID_ELSEWHERE.finditer(_in_english(line.text))}
    said |= _summed_up(fields, context)
    said |= set(_reached(sections, context))
    if len(said) == 1:
        return said.pop()
    charted = {
        value for figure in drawings if not _is_progress(figure) and (value := _charted(figure)) is not None
    }
    if len(charted) == 1:
        return charted.pop()
    drawn = _of_the_whole(
        [
            *(("", figure) for figure in drawings),
            *(
                (line.text, figure)
                for line in lines
                if _CHART.search(line.text)
                for figure in line.block.figures
            ),
        ],
        context,
    )
    if drawn is None:
        return None
    measured = round(drawn.segments[0][1] * 100)
    printed = {float(share) for share in _PERCENT.findall(drawn.text)}
    if len(printed) == 1:
        return _printed(printed.pop(), measured, context)
    what = "progress bar" if drawn.kind == "bar" else "chart"
    message = f"{measured}% was measured on the drawn {what}."
    context.tell("percent-from-bar", "info", "percent_complete", message)
    return float(measured)


def speaks_of_progress(text: str) -> bool:
    """Whether a label may stand beside a drawing of how much is done."""
    return _OF_WORK.search(text) is not None or _CHART.search(text) is not None


def _of_the_whole(drawings: Sequence[tuple[str, Figure]], context: Context) -> Figure | None:
    """The drawing of what share of the project is done; of several, each with its line's words, the one called so."""
    found = [(words, figure) for words, figure in drawings if _is_progress(figure)]
    if len({figure.segments[0][1] for _, figure in found}) > 1:
        called = [figure for words, figure in found if _WHOLE_WORDS.search(f"{words} {figure.text}")]
        if len({figure.segments[0][1] for figure in called}) != 1:
            message = "Several drawings show how much is done, and none of them alone says that it is of the project."
            context.tell("several-bars", "warning", "percent_complete", message)
            return None
        return called[0]
    return found[0][1] if found else None


def _printed(share: float, measured: int, context: Context) -> float:
    """The share that is printed on a drawing; where it shows another one plainly, that is told."""
    if abs(share - measured) > _MISDRAWN:
        message = f"{share:g}% is printed on the chart, which shows {measured}%. Check which is right."
        context.tell("percent-from-bar", "warning", "percent_complete", message)
    return share


def _reached(sections: Sequence[Section], context: Context) -> Iterator[float]:
    """The share reached that each section's lines of planned and actual shares tell together."""
    for section in sections:
        lines = [item.text for item in section.items if isinstance(item, Line)]
        shares = [text for text in lines if says_shares(text, context.vocabulary)]
        reached = share_reached(" / ".join(shares), context.vocabulary)
        if reached is not None:
            yield reached


def _summed_up(fields: Fields, context: Context) -> set[float]:
    """The shares that the form's own summing up says: 'In short: 62% complete by number of boxes. ...'."""
    heads = [
        value
        for label, value in fields.metadata.items()
        if context.vocabulary.is_kind("overall-otherwise", label)
        or ((match := context.vocabulary.heading(label)) is not None and match.section == "summary")
    ]
    return {float(match[1]) for value in heads for match in _SAID.finditer(value)}


def says_share_done(line: Line) -> re.Match[str] | None:
    """The share of the project that a line, and no bullet, says is done ('60% complete'); None for any other line."""
    return None if isinstance(line.block, ListItem) else _WHOLE.fullmatch(line.text.strip())


def is_share(text: str) -> bool:
    """Whether words are a percentage and nothing else ('64 per cent', '64% done'): what stands before labels it."""
    found = _WHOLE.match(text.strip()) or _PERCENT.match(text.strip())
    return found is not None and not text.strip()[found.end() :].strip(" .")


def _charted(figure: Figure) -> float | None:
    """The one value of a chart that shows what percentage of the work is done; None of every other drawing."""
    words = " ".join(figure.text.split())
    if figure.kind != "chart" or not _OF_WORK.search(words) or not _PERCENTAGE.search(words):
        return None
    values = [found for line in figure.text.split("\n") if (found := _CHART_VALUE.search(line))]
    several = any(", " in line for line in figure.text.split("\n"))
    value = float(values[0][1]) if len(values) == 1 and not several else None
    return value if value is not None and value <= _WHOLE_SHARE else None


def _is_progress(figure: Figure) -> bool:
    """A bar of several parts, or a chart that says of itself that it shows what is complete."""
    said = _CHART.search(figure.text) is not None
    return len(figure.segments) > 1 and (figure.kind == "bar" or (figure.kind == "chart" and said))
