"""Titles: which words of a title are the project's name, which its kind of report, which its month."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from dataclasses import dataclass

from pipeline.reading.memory import remembered
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import key_of, without_leading_signs
from pipeline.values.dates import find_dates, parse_period

_PARTING = "–—-:|,("
"""Signs that part a name from the words of the title."""
_READER = re.compile(r"\s*(?:to|by|from)\b", re.IGNORECASE)
"""'Report to the Governors': whom the report is for is not what it is about."""
_SUBJECT = re.compile(
    r"^(?:subject|re|title|report title|document title|memo|memorandum)\s*:\s*", re.IGNORECASE
)
_STATUS = re.compile(r"(?<=\s[–—|:-]\s)(?:project )?status$", re.IGNORECASE)
"""'OpenLedger — STATUS': what a page of a project's own site is called."""
_ITEM = re.compile(
    r"^[^:]{0,60}?\b(?:(?:agenda )?item|paper|enclosure|appendix|annex|attachment)\s+(?:no\.?\s*|number\s+)?"
    r"(?:\d{1,3}(?:[./]\d{1,2})?[a-z]?|[A-Z]{1,2}\d{0,2})\s*[:–—-]\s*(?=\S)",
    re.IGNORECASE,
)
"""'Trustees' meeting, agenda item 6: Depot Renewal': where a paper stands is no part of its name."""
_DATES_KEPT = re.compile(r"[–—,(-]\s*[^,()–—]*\d{4}[^,()–—]*\)?\s*$")
"""What of such words still counts: a month at the end."""
_SPAN_BEGUN = re.compile(
    rf"\b(?:{'|'.join([*month_name[1:], *month_abbr[1:], 'Sept'])})\.?\s*(?:to|and|[–—&/-])\s*$",
    re.IGNORECASE,
)
"""'July to' before 'September 2025': a month whose year stands behind the next one."""
_SPACES = re.compile(r"[^\S\t]+")
"""Runs of space; tabs part what stands at both ends of a banner."""
_BARS = re.compile(r"\t+|\s+\|\s+|\s{3,}")
_EDGES = " \t–—-:|,.()[]#/"
_EDGE_WORDS = re.compile(
    r"^(?:(?:for|of|on|the|our|a|an|my|project|programme|to|monthly|weekly|quarterly|fortnightly|period|month|week|ending|no|number)\b[\s:–—-]*)+|(?:[\s:–—-]*\b(?:for|of|on|to|in|our|a|my|monthly|weekly|quarterly|fortnightly|period|month|week|ending|no|number|issue)\b[.:]?\s*\d*)+$",
    re.IGNORECASE,
)
_MONTHLY = re.compile(
    r"\b(?:monthly|weekly|quarterly|fortnightly|week\s+\d+|week ending|month ending|period \d+|no\.?\s*\d+|#\s?\d+"
    r"|issue\s+\d+|report\s+\d+|v\d+(?:\.\d+)?|final|draft)\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\bQ[1-4]\s*(?:FY)?\s*(?:\d{4}(?:[/-]\d{2,4})?)?", re.IGNORECASE)


_NUMBERED = re.compile(
    r"\b(?P<unit>period|week|month|quarter|sprint|p|wk|q)\s?(?:no\.?\s?)?\d{1,2}(?= \w+)", re.IGNORECASE
)
_RHYTHM = {"w": "weekly", "m": "monthly", "q": "quarterly", "p": "period", "s": "sprint"}
"""'Period 8 report', 'Week 12 update', 'Q3 return': the number of a report is no part of its kind."""


_MOMENT = re.compile(
    r"(?<![\w/])(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4})"
    r",?(?: at)?\s+\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
"""'11/23/26, 3:04 PM': the moment at which a browser printed the page, or a meeting begins; no report is dated so."""


def without_moment(text: str) -> str:
    """A title's line without a day and time of day."""
    return _MOMENT.sub("", text).strip()


def _without_marking(text: str, vocabulary: Vocabulary) -> str:
    """A banner's line without the part that says who may read it: 'Highlight report<tab>Official - Sensitive'."""
    parts = _BARS.split(text)
    kept = [part for part in parts if not vocabulary.is_kind("marking", part.strip(_EDGES))]
    sign = " | " if "|" in text else "\t"
    return sign.join(kept) if 0 < len(kept) < len(parts) else text


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart. ``kind``: the words for the report itself were there; ``name``: what is left, or ''."""

    kind: bool
    name: str
    period: str | None
    parted: bool = True
    """A sign parts the name from the kind ('Depot Renewal: Highlight Report'); else it may be an adjective of it, or,
    in a line of bars with an organisation, one of its departments."""
    day: str | None = None
    """The title's one full date: the report's own."""


def read_title(text: str, vocabulary: Vocabulary, order: str = "dmy") -> Title:
    """'Highlight Report: Depot Renewal – May 2012' as its kind, name and month."""
    return _taken_apart(vocabulary, text, order)


def _by_its_month(text: str, vocabulary: Vocabulary) -> str:
    """'Depot Renewal – May 2012 update' as 'Depot Renewal – monthly update – May 2012'; other titles as they are."""
    dates = find_dates(text)
    if len(dates) != 1 or dates[0][2].iso is None or len(dates[0][2].iso) != len("2011-12"):
        return text
    start, end, _ = dates[0]
    before, after = text[:start].rstrip(), text[end:].strip(" )")
    if before and before[-1] not in _PARTING:
        return text
    kinds = (kind for kind in (after, f"monthly {after}") if vocabulary.title_pattern.fullmatch(kind))
    kind = next(kinds, "") if after else ""
    return f"{before.rstrip(_PARTING + ' ')} – {kind} – {text[start:end]}" if kind else text


@remembered
def _taken_apart(vocabulary: Vocabulary, text: str, order: str) -> Title:
    text = without_leading_signs(_without_marking(text, vocabulary))
    for half in vocabulary.halves(text):
        bare = _taken_apart(vocabulary, half, order)
        if bare.kind and not bare.name:
            return bare  # 'Adroddiad misol / Monthly report': the other half says the same
    rest = _by_its_month(_ITEM.sub("", _SUBJECT.sub("", _SPACES.sub(" ", without_moment(text)))), vocabulary)
    found, adjective = False, ""
    match = vocabulary.title_pattern.search(rest) or _STATUS.search(rest)
    if match is None:
        unnumbered = _NUMBERED.sub(lambda found: _RHYTHM[found["unit"][0].casefold()], rest)
        match = vocabulary.title_pattern.search(unnumbered) if unnumbered != rest else None
        rest = unnumbered if match else rest
    if match:
        before, after = rest[: match.start()], rest[match.end() :]
        if before.strip() and before.rstrip()[-1:] not in _PARTING:
            before, _, adjective = before.rpartition("\t")
        after = " ".join(_DATES_KEPT.findall(after)) if _READER.match(after) else after
        rest = f"{before} – {after}"
        found = True
    period = day = None
    dates = find_dates(rest, "mdy" if order == "mdy" else "dmy")
    if dates:
        value = parse_period(rest[dates[0][0] : dates[-1][1]])
        period = value.iso if value else None
        only = dates[0][2].iso if len(dates) == 1 else None
        day = only if only and len(only) == len("2011-12-07") else None
        rest = _SPAN_BEGUN.sub("", rest[: dates[0][0]]) + " " + rest[dates[-1][1] :]
    rest = _QUARTER.sub(" ", rest)
    if found:
        rest = _MONTHLY.sub(" ", rest)
    parts = [part.strip(_EDGES) for part in re.split(r"\s[–—|:-]+\s|:\s|\s{3,}|\t", f" {rest} ")]
    names = [" ".join(_EDGE_WORDS.sub("", part).split()).strip(_EDGES) for part in parts]
    names = [name for name in names if len(key_of(name)) > 1 and not vocabulary.is_kind("marking", name)]
    whose = [name for name in names if vocabulary.is_kind("organisation", name)]
    names = [name for name in names if name not in whose]
    if found and not names and adjective:
        name = _EDGE_WORDS.sub("", _MONTHLY.sub(" ", adjective)).strip(_EDGES)
        return Title(True, name, period, parted=False, day=day)
    return Title(
        found,
        " – ".join(names) if found else _ITEM.sub("", _SUBJECT.sub("", " ".join(text.split()))).strip(),
        period,
        parted=not (whose and "|" in text),
        day=day,
    )
